"""What is done about a batch whose process died: it is tried again, then its documents one by one."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import Final

from kg.batches.executors import Executor
from kg.batches.reading import overdue
from kg.batches.tasks import Died, Job, Outcome, Task
from kg.errors import WorkerError
from kg.report import failure_of

TRIES: Final = 3
"""How often a batch is tried, and each document of a batch that fails so often."""

_HOPELESS: Final = 20  # documents that end every process, while none could be read: it is not the documents


def carried_out(tasks: Iterable[Task], executor: Executor, job: Job) -> Iterator[tuple[Task, Outcome]]:
    """What comes of each task, in any order; tasks are taken as there is room for them.

    A batch whose process died is tried :data:`TRIES` times in all. Then each of its documents is tried by
    itself, as often; where a process may have had something else to do that ended it, one at a time and
    after all else, so that the culprit alone is named. Each document is in one outcome.

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
        self._tries: Counter[str] = Counter()
        self._read = False
        self._given_up = 0

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
            rest = task.without(died.at)
            if rest.items:
                self._again.append(rest)
            return Outcome(failures=(overdue(task.items[died.at], self._job),))
        self._tries[task.key] += 1
        if self._tries[task.key] < TRIES:
            self._again.append(task)
            return None
        if len(task.items) > 1:
            self._alone.extend(task.alone())
            return None
        self._given_up += 1
        (item,) = task.items
        if self._given_up >= _HOPELESS and not self._read:
            raise WorkerError(
                f"no document could be read, the processes that read end again and again ({died.reason}): "
                "see what they say, or build with executor 'serial'"
            )
        error = WorkerError(
            f"{item.name} ended every process that read it, {TRIES} times ({died.reason}): it is left out; "
            "split it, or allow more memory (--memory)"
        )
        return Outcome(failures=(failure_of(item.name, error),))
