"""Who reads the batches: this process, or processes of its own on this machine."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kg.batches.reading import loaded, read_task
from kg.batches.tasks import Died, Job, Outcome, Task
from kg.batches.worker import WorkerProcess


class Executor(Protocol):
    """Reads batches. It takes ``room`` of them at a time and gives back what comes of each, in any order.

    ``isolates`` says that a process has one batch at a time, so that no other can have ended it.
    """

    @property
    def room(self) -> int:
        """How many batches it takes before it has to be asked for one that is done."""
        ...

    @property
    def isolates(self) -> bool:
        """Whether nothing but a batch itself can have ended the process that read it."""
        ...

    def submit(self, task: Task) -> None:
        """Begin to read a batch, or take it for later."""
        ...

    def next(self) -> tuple[Task, Outcome | Died]:
        """What came of one of the batches that were submitted; waits for it.

        Raises:
            KgError: what keeps every batch from being read, such as a full disk.
        """
        ...

    def close(self) -> None:
        """End whatever is being read."""
        ...


class Serial:
    """Reads in this process, one document after another.

    Args:
        job: how to read.
        folder: where the files of statements go.
        begun: called before each document with its name.
    """

    room = 1
    isolates = True

    def __init__(self, job: Job, folder: Path, begun: Callable[[str], None] | None = None) -> None:
        self._job, self._folder = loaded(job), folder
        self._begun = begun
        self._waiting: deque[Task] = deque()

    def submit(self, task: Task) -> None:
        """Take a batch, to read it when it is asked for."""
        self._waiting.append(task)

    def next(self) -> tuple[Task, Outcome | Died]:
        """Read the next batch."""
        task = self._waiting.popleft()

        def tell(number: int) -> None:
            if self._begun:
                self._begun(task.items[number].name)

        return task, read_task(task, self._job, self._folder, tell)

    def close(self) -> None:
        """Nothing to end."""


class Processes:
    """Reads in processes of their own; one that dies is replaced, and what it had is told.

    Each process has pipes of its own and one batch at a time. In a pool whose workers share a queue, one
    that is killed while it holds the lock of that queue stops all others, and none tells which document of
    a batch was being read: that is why there is no :mod:`concurrent.futures` here.

    Args:
        job: how to read; the components must be names, or importable.
        folder: where the files of statements go.
        workers: how many processes.
    """

    isolates = True

    def __init__(self, job: Job, folder: Path, workers: int) -> None:
        self._job, self._folder = job, folder
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[Task, Outcome | Died | BaseException]] = queue.SimpleQueue()
        self._running: list[WorkerProcess | None] = [None] * workers
        self._closed = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, args=(number,), daemon=True) for number in range(workers)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def room(self) -> int:
        """One batch for each worker, and one that waits for it."""
        return 2 * len(self._running)

    @property
    def processes(self) -> list[int]:
        """The numbers that the system gave to the processes that run now."""
        return [worker.identifier for worker in list(self._running) if worker]

    def submit(self, task: Task) -> None:
        """Hand a batch to the next worker that is free."""
        self._tasks.put(task)

    def next(self) -> tuple[Task, Outcome | Died]:
        """What came of the next batch that is done; see :class:`Executor`."""
        task, done = self._done.get()
        if isinstance(done, BaseException):
            raise done
        return task, done

    def close(self) -> None:
        """End all processes, whatever they read."""
        self._closed.set()
        for worker in list(self._running):
            if worker:
                worker.kill()
        for _ in self._running:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self, number: int) -> None:
        """Give one batch after another to the worker of this number."""
        while (task := self._tasks.get()) is not None and not self._closed.is_set():
            try:
                worker = self._running[number]
                if worker is None:
                    worker = self._running[number] = WorkerProcess(self._job, self._folder)
                done: Outcome | Died | BaseException = worker.read(task)
                if isinstance(done, Died):
                    self._running[number] = None
            except Exception as error:  # noqa: BLE001 - raised again where the outcome is asked for
                done = error
            self._done.put((task, done))
        if worker := self._running[number]:
            worker.end()
