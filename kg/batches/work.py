"""Where finished batches lie until the graph is written, and who reads them."""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self
from weakref import finalize

from kg.across import Batch
from kg.batches.attempts import carried_out
from kg.batches.executors import Executor, Processes, Serial
from kg.batches.ledger import BatchLedger
from kg.batches.lines import PackedLines
from kg.batches.planning import Plan
from kg.batches.reading import stamp_of
from kg.batches.tasks import Job, Outcome, Task
from kg.errors import ComponentError, GraphError, UsageError
from kg.failures import Failure
from kg.sources import Progress

if TYPE_CHECKING:
    from types import TracebackType

SMALL: Final = 4
"""Fewer batches than that are read in this process: to start others would take longer."""

EXECUTORS: Final = ("serial", "processes")
"""Who can read, by name; the address of a Dask scheduler is another."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who reads: how many worker processes (None: a core each), the executor, and a work folder to keep."""

    workers: int | None = None
    executor: str = ""
    work: Path | None = None

    def __post_init__(self) -> None:
        if self.workers is not None and self.workers < 1:
            raise UsageError(f"{self.workers} workers cannot read: want 1 or more")
        if self.executor and self.executor not in EXECUTORS and "://" not in self.executor:
            raise UsageError(
                f"executor {self.executor!r} is unknown: want {', '.join(EXECUTORS)}, or the address of a "
                "Dask scheduler, such as tcp://host:8786"
            )


@dataclass(slots=True)
class Read:
    """What was read: batches on disk, the lines of the report, the failures; how many files there were."""

    batches: list[Batch] = field(default_factory=list)
    packed: list[bytes] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    found: int = 0

    @property
    def lines(self) -> PackedLines:
        """The lines of the report, in the order of the documents' names."""
        return PackedLines(self.packed)

    def take(self, outcome: Outcome) -> int:
        """Add what a batch gave; tells how many documents it had."""
        if outcome.batch is not None:
            self.batches.append(outcome.batch)
        if outcome.lines:
            self.packed.append(outcome.lines)
        self.failures.extend(outcome.failures)
        return len(outcome.failures) + (outcome.batch.documents if outcome.batch else 0)


class Work:
    """A build's reading, and the folder in which it keeps what it has read; a context manager.

    The folder goes when the work is done or cannot be done. When the build is ended, it stays, and the next
    build of the same documents to the same place goes on from it. A folder that the user named always stays.
    A few documents need none of that: their folder is a temporary one.

    Args:
        paths: what the user named.
        job: how to read.
        crew: who reads.
        beside: a path beside which the work folder may lie; a temporary folder elsewhere where None.
    """

    def __init__(self, paths: Iterable[str], job: Job, crew: Crew, beside: Path | None) -> None:
        self._plan = Plan(paths)
        self._job, self._crew, self._beside = job, crew, beside
        tasks = iter(self._plan)
        head = list(islice(tasks, SMALL))
        self._small = len(head) < SMALL
        self._tasks = chain(head, tasks)
        self._ledger: BatchLedger | None = None
        self._temporary: Temporary | None = None
        self.folder = Path()

    def __enter__(self) -> Self:
        crew, beside = self._crew, self._beside
        stamp = "" if self._small and not crew.work else stamp_of(self._job)
        if not stamp or (beside is None and crew.work is None):
            self._temporary = Temporary(beside)
            self.folder = self._temporary.path
            return self
        if crew.work is not None:
            self.folder = crew.work
        elif beside is not None:
            self.folder = near(beside) / f".{beside.name}.work"
        self._ledger = BatchLedger(self.folder, f"{stamp} {self._job.base}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._ledger is not None:
            kept = self._crew.work is not None
            done = error is None or isinstance(error, GraphError)
            empty = self._ledger.empty
            if kept and error is None:
                self._ledger.tidy()
            self._ledger.close()
            if not kept and (done or empty):
                shutil.rmtree(self.folder, ignore_errors=True)
        if self._temporary is not None:
            self._temporary.remove()

    def released(self) -> Temporary | None:
        """The temporary folder, which from now on goes when whoever asked lets it go."""
        temporary, self._temporary = self._temporary, None
        return temporary

    def read(self, progress: Progress | None = None) -> Read:
        """Read all documents.

        Raises:
            KgError: what keeps all documents from being read; see :class:`kg.batches.executors.Executor`.
        """
        read, number = Read(), 0

        def begun(name: str) -> None:
            nonlocal number
            if progress:
                progress(number, name)
            number += 1

        def take(outcome: Outcome) -> None:
            nonlocal number
            done = read.take(outcome)
            if not serial:
                number += done

        serial = self._is_serial
        with self._executor(begun) as executor:
            for task, outcome in carried_out(self._missing(take), executor, self._job):
                if self._ledger is not None:
                    self._ledger.keep(task.key, outcome)
                take(outcome)
                if progress and not serial:
                    progress(number, task.items[-1].name)
        read.failures.extend(self._plan.failures)
        read.found = self._plan.found
        return read

    def _missing(self, take: Callable[[Outcome], None]) -> Iterator[Task]:
        """The tasks that the ledger does not have done; what it has is taken from there."""
        for task in self._tasks:
            outcome = self._ledger.find(task.key) if self._ledger is not None else None
            if outcome is None:
                yield task
            else:
                take(outcome)

    @property
    def _is_serial(self) -> bool:
        name, workers = self._crew.executor, self._crew.workers or cores()
        components = (self._job.reader, self._job.extractor)
        given = not all(isinstance(part, str) for part in components)
        return name == "serial" or (not name and (self._small or workers == 1 or given))

    @contextmanager
    def _executor(self, begun: Callable[[str], None]) -> Iterator[Executor]:
        executor: Executor
        if self._is_serial:
            executor = Serial(self._job, self.folder, begun)
        elif "://" in self._crew.executor:
            from kg.batches.cluster import Cluster  # noqa: PLC0415 - an extra, which takes a second to load

            executor = Cluster(self._crew.executor, sendable(self._job), self.folder)
        else:
            executor = Processes(sendable(self._job), self.folder, self._crew.workers or cores())
        try:
            yield executor
        finally:
            executor.close()


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def near(out: Path) -> Path:
    """The folder in which files for ``out`` may lie for a while: on its disk, and where we may write."""
    return out if out.is_dir() else out.parent


class Temporary:
    """A folder that goes with whoever holds it.

    Args:
        beside: a path beside which it lies; None for the system's place for such.
    """

    def __init__(self, beside: Path | None = None) -> None:
        # No tempfile.TemporaryDirectory: that complains where it is let go without being told to.
        name = "thut" if beside is None else beside.name
        place = None if beside is None else near(beside)
        try:
            self.path = Path(tempfile.mkdtemp(prefix=f".{name}.", suffix=".part", dir=place))
        except OSError as error:
            raise GraphError(f"{place or tempfile.gettempdir()}: cannot write: {error.strerror}") from error
        self.remove = finalize(self, shutil.rmtree, self.path, ignore_errors=True)
        """Removes the folder with all that is in it."""


def sendable(job: Job) -> Job:
    """``job``, if other processes can load its components.

    Raises:
        ComponentError: one of them lives in this process alone.
    """
    for part in (job.reader, job.extractor):
        if isinstance(part, str):
            continue
        try:
            pickle.dumps(part)
            alone = getattr(part, "__module__", "") == "__main__"
        except (pickle.PicklingError, AttributeError, TypeError):
            alone = True
        if alone:
            name = getattr(part, "__qualname__", type(part).__qualname__)
            raise ComponentError(
                f"{name} cannot be sent to other processes: put it into a module, declare it as an entry "
                "point and give its name, or build with executor 'serial'"
            )
    return job
