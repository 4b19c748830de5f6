"""What is done about a batch whose process died: it is tried again, then its documents one by one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Final

from kg.batches.executors import Executor
from kg.batches.reading import overdue
from kg.batches.tasks import Died, Item, Job, Outcome, Task
from kg.errors import WorkerError
from kg.failures import Failure, failure_of

TRIES: Final = 3
"""How often a batch is tried, and then each of its documents."""

_HOPELESS: Final = 20  # documents that end every process, while none could be read: it is not the documents


def carried_out(tasks: Iterable[Task], executor: Executor, job: Job) -> Iterator[tuple[Task, Outcome]]:
    """What comes of each task, in any order; tasks are taken as there is room for them.

    A batch whose process died is tried :data:`TRIES` times in all. If it was the same document each time,
    that one is left out. Where that is not known, each of its documents is then tried by itself, as often;
    where a process may have had something else to do that ended it, one at a time and after all else. So the
    culprit alone is named. Each document is in one outcome.

    Raises:
        WorkerError: processes end before they have read anything.
        KgError: what keeps every batch from being read, such as a full disk.
    """
    return _Attempts(iter(tasks), executor, job).outcomes()


class _Attempts:
    def __init__(self, tasks: Iterator[Task], executor: Executor, job: Job) -> None:
        self._tasks, self._executor, self._job = tasks, executor, job
        self._again: deque[Task] = deque()
        self._alone: deque[Task] = deque()
        # Of each batch whose process died, the documents that were being read.
        self._deaths: dict[str, list[int]] = defaultdict(list)
        self._read = False
        self._hopeless = 0

    def outcomes(self) -> Iterator[tuple[Task, Outcome]]:
        """See :func:`carried_out`."""
        running = 0
        while True:
            while running < self._executor.room and (task := self._next(running)) is not None:
                self._executor.submit(task)
                running += 1
            if not running:
                return
            task, done = self._executor.next()
            running -= 1
            outcome = self._settled(task, done) if isinstance(done, Died) else done
            if outcome is not None:
                self._read = self._read or outcome.batch is not None or bool(outcome.packed)
                yield task, outcome

    def _next(self, running: int) -> Task | None:
        if self._again:
            return self._again.popleft()
        task = next(self._tasks, None)
        if task is None and self._alone and (self._executor.isolates or not running):
            task = self._alone.popleft()
        return task

    def _settled(self, task: Task, died: Died) -> Outcome | None:
        """The outcome of a task whose process died, where there is nothing more to try."""
        if died.overdue and died.at >= 0:
            return self._without(task, died.at, overdue(task.items[died.at], self._job))
        deaths = self._deaths[task.key]
        deaths.append(died.at)
        if len(deaths) < TRIES:
            self._again.append(task)
            return None
        del self._deaths[task.key]
        if len(task.items) == 1:
            return self._without(task, 0, self._given_up(task.items[0], died))
        if died.at >= 0 and len(set(deaths)) == 1:
            return self._without(task, died.at, self._given_up(task.items[died.at], died))
        self._alone.extend(task.alone())
        return None

    def _without(self, task: Task, at: int, failure: Failure) -> Outcome:
        """The outcome of the one document that failed; the others are read again."""
        rest = task.without(at)
        if rest.items:
            self._again.append(rest)
        return Outcome(failures=(failure,))

    def _given_up(self, item: Item, died: Died) -> Failure:
        self._hopeless += 1
        if self._hopeless >= _HOPELESS and not self._read:
            raise WorkerError(
                f"no document could be read, the processes that read end again and again ({died.reason}): "
                "see what they say, or build with executor 'serial'"
            )
        error = WorkerError(
            f"{item.name} ended every process that read it, {TRIES} times ({died.reason}): it is left out; "
            "split it, or allow more memory (--memory)"
        )
        return failure_of(item.name, error)
