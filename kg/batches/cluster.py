"""The same batches read by the workers of a Dask cluster, on however many machines.

Only this module knows Dask. A worker of the cluster hands each batch to a process of its own, the same that
reads on one machine: so the clock and the limit of memory hold there too, a document that ends its process
does not end the worker, and as many batches are read at a time as the worker has threads. What comes back is
the batch's file, packed, since the machines may share no disk.
"""

from __future__ import annotations

import pickle
import queue
import tempfile
import time
import warnings
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from kg.across import packed, unpacked
from kg.batches.reading import stamp_of
from kg.batches.tasks import Died, Job, Outcome, Task
from kg.batches.worker import WorkerProcess
from kg.errors import KgError, UsageError, WorkerError

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE: Final = 60.0
"""Seconds that a cluster may be without any worker before the build gives it up."""

_CONNECT: Final = 15.0  # seconds to find the scheduler
_GLANCE: Final = 1.0  # seconds between two looks at whether the cluster is still there
_IDLE: Final = 60.0  # seconds after which a process that a worker keeps for the next batch ends


class Cluster:
    """Reads on a Dask cluster. The scheduler and the workers need the same version of Thut.

    Args:
        address: of the scheduler, such as ``tcp://host:8786``.
        job: how to read.
        folder: where the files of statements go, on this machine.
        patience: seconds that the cluster may be without any worker.

    Raises:
        UsageError: Dask is not installed, nobody answers at the address, or a worker has another version.
        WorkerError: there is no worker.
    """

    isolates = False

    def __init__(self, address: str, job: Job, folder: Path, patience: float = PATIENCE) -> None:
        try:
            from distributed import Client  # noqa: PLC0415 - an extra, which takes a second to load
        except ImportError as error:
            raise UsageError(
                f"{address} is a Dask cluster, and Dask is not installed: pip install 'thut[cluster]'"
            ) from error
        self._address, self._job, self._folder, self._patience = address, job, folder, patience
        self._done: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self._running: dict[str, tuple[Task, Future]] = {}
        try:
            self._client: Client = Client(address, timeout=_CONNECT, set_as_default=False)
        except (OSError, TimeoutError, ValueError, ImportError) as error:
            raise UsageError(
                f"no Dask scheduler answers at {address} ({type(error).__name__}: {error}): start one "
                "('dask scheduler'), or check the address"
            ) from error
        try:
            self._meet()
        except BaseException:
            self.close()
            raise

    @property
    def room(self) -> int:
        """One batch for each thread of the workers there are now, and one that waits for it."""
        return 2 * max(sum(self._threads().values()), 1)

    def submit(self, task: Task) -> None:
        """Send a batch to the cluster."""
        with warnings.catch_warnings():
            # A document of many megabytes is sent all the same.
            warnings.filterwarnings("ignore", "Sending large graph", UserWarning)
            future = self._client.submit(read_there, task, self._job, pure=False)
        self._running[future.key] = (task, future)
        future.add_done_callback(self._done.put)

    def next(self) -> tuple[Task, Outcome | Died]:
        """What came of the next batch that is done; see :class:`kg.batches.executors.Executor`.

        Raises:
            WorkerError: the cluster has gone, or has had no worker for too long.
        """
        future = self._wait()
        task, _ = self._running.pop(future.key)
        try:
            done = future.result()
        except KgError:
            raise
        except BaseException as error:
            if type(error).__name__ != "KilledWorker":
                raise self._gone(error) from error
            return task, Died("one worker of the cluster after the other was lost")
        if isinstance(done, Died):
            return task, done
        batch = unpacked(self._folder, done.packed) if done.packed else None
        return task, replace(done, batch=batch, packed=b"")

    def close(self) -> None:
        """Take back what is still being read, and leave the cluster."""
        with suppress(Exception):  # whatever has gone already
            self._client.cancel([future for _, future in self._running.values()], force=True)
        with suppress(Exception):
            self._client.run(let_go, self._job, on_error="ignore")
        with suppress(Exception):
            self._client.close(timeout=_CONNECT)

    def _wait(self) -> Future:
        alone = time.monotonic()
        while True:
            try:
                return self._done.get(timeout=_GLANCE)
            except queue.Empty:
                pass
            if self._client.status != "running":
                raise self._gone(None)
            if self._threads():
                alone = time.monotonic()
            elif time.monotonic() - alone > self._patience:
                raise WorkerError(
                    f"{self._address} has had no worker for {self._patience:g} s: start some ('dask worker "
                    f"{self._address}') and build again; what was read is not read again"
                )

    def _threads(self) -> dict[str, int]:
        """How many threads each worker has."""
        try:
            return dict(self._client.nthreads())
        except (OSError, TimeoutError, ValueError) as error:
            raise self._gone(error) from error

    def _gone(self, error: BaseException | None) -> WorkerError:
        why = f" ({type(error).__name__}: {error})" if error else ""
        return WorkerError(
            f"the cluster at {self._address} failed{why}: see that its scheduler runs, and build again; "
            "what was read is not read again"
        )

    def _meet(self) -> None:
        """See that there are workers, and that each of them would read as we would."""
        try:
            self._client.wait_for_workers(1, timeout=self._patience)
        except TimeoutError as error:
            raise WorkerError(
                f"{self._address} has no worker: start some with 'dask worker {self._address}'"
            ) from error
        try:
            stamps = self._client.run(stamp_there, self._job)
        except Exception as error:
            raise UsageError(
                f"a worker or the scheduler at {self._address} cannot load Thut "
                f"({type(error).__name__}: {error}): install the same version on all machines"
            ) from error
        ours = stamp_of(self._job)
        wrong = sorted(address for address, stamp in stamps.items() if stamp != ours)
        if wrong:
            raise UsageError(
                f"{', '.join(wrong)}: another version of Thut, its tables or its lexicon than here: install "
                "the same on all machines"
            )


def stamp_there(job: Job) -> str:
    """What reads on a worker of the cluster; see :func:`kg.stamp.batch_stamp`."""
    return stamp_of(job)


def read_there(task: Task, job: Job) -> Outcome | Died:
    """Read a batch, on a worker of the cluster."""
    process, folder = _taken(job)
    try:
        done = process.read(task)
    except BaseException:
        process.end()
        folder.cleanup()
        raise
    if isinstance(done, Died):
        folder.cleanup()
        return done
    if done.batch is not None:
        done = replace(done, packed=packed(done.batch), batch=None)
    for path in Path(folder.name).iterdir():
        path.unlink()
    with _lock:
        _idle.setdefault(_key(job), []).append((process, folder))
    return done


def let_go(job: Job) -> None:
    """End the processes that a worker of the cluster keeps for the next batch."""
    with _lock:
        kept = _idle.pop(_key(job), [])
    for process, folder in kept:
        process.end()
        folder.cleanup()


_Kept = tuple[WorkerProcess, tempfile.TemporaryDirectory[str]]
_idle: dict[bytes, list[_Kept]] = {}
_lock = Lock()


def _taken(job: Job) -> _Kept:
    """A process that reads nothing now, and the folder where it writes."""
    from distributed import get_worker  # noqa: PLC0415 - an extra; here it is there

    with _lock:
        kept = _idle.get(_key(job), [])
        while kept:
            process, folder = kept.pop()
            if process.alive:
                return process, folder
            process.end()
            folder.cleanup()
    # The worker's own folder, which goes when the worker goes, however it ends.
    folder = tempfile.TemporaryDirectory(prefix="thut-", dir=get_worker().local_directory)
    return WorkerProcess(job, Path(folder.name), _IDLE), folder


def _key(job: Job) -> bytes:
    return pickle.dumps(job)
