"""A process that reads batches: one comes in on standard input, its outcome goes out, then the next."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from kg.batches.garbage import seldom_collected
from kg.batches.limits import hold_to
from kg.batches.reading import loaded, read_task
from kg.batches.tasks import Died, Job, Outcome, Task
from kg.errors import ComponentError, KgError, WorkerError

GRACE: Final = 5.0
"""Seconds that a process has to stop a document by itself before it is ended."""

_GLANCE: Final = 0.5  # seconds between two looks at the clock
_BROKEN = (EOFError, OSError, pickle.UnpicklingError)


class WorkerProcess:
    """A process of its own that reads batches, one at a time.

    It imports what this process can import, and not the program that called; so that a script needs no
    guard, and what is defined in it cannot be sent. It ends when this process does, however that ends.

    Args:
        job: how it reads.
        folder: where it writes.
        idle: seconds after which it ends if it is given nothing; 0 for never.
    """

    def __init__(self, job: Job, folder: Path, idle: float = 0) -> None:
        code = f"import sys; sys.path[:] = {sys.path!r}; from kg.batches.worker import main; main()"
        self._job = job
        # Where a document must be done, as time.monotonic() tells it; 0 while none is being read.
        self._until = 0.0
        self._overdue = False
        self._process = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        self._tasks, self._answers = self._process.stdin, self._process.stdout
        with suppress(OSError):  # who ends at once is noticed at the first task
            _send(self._tasks, (job, str(folder), idle))
        if job.seconds:
            threading.Thread(target=self._watch, daemon=True).start()

    @property
    def identifier(self) -> int:
        """The number that the system gave to the process."""
        return self._process.pid

    def read(self, task: Task, begun: Callable[[int], None] | None = None) -> Outcome | Died:
        """What came of a task; a process that died of it cannot be given another.

        Args:
            task: the documents.
            begun: called before each of them with its number.

        Raises:
            KgError: whatever keeps the process from working: no component of the name, a full disk.
        """
        at = -1
        try:
            _send(self._tasks, task)
            while True:
                answer = pickle.load(self._answers)  # noqa: S301 - our own process
                if not isinstance(answer, int):
                    break
                at = answer
                if self._job.seconds:
                    self._until = time.monotonic() + self._job.seconds + GRACE
                if begun:
                    begun(at)
        except _BROKEN:
            return Died(self._end(), at, self._overdue)
        finally:
            self._until = 0.0
        if isinstance(answer, KgError):
            raise answer
        if isinstance(answer, Died):
            self.end()
        done: Outcome | Died = answer
        return done

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process at once, from whatever thread: who waits for an answer hears that it died."""
        with suppress(OSError):
            self._process.kill()

    def end(self) -> None:
        """End the process at once, and let go of what it used."""
        self.kill()
        self._end()

    def _watch(self) -> None:
        """End the process when the document that it reads is overdue, and it does not stop by itself."""
        while self.alive:
            until = self._until
            if until and time.monotonic() > until:
                self._overdue = True
                self.kill()
            time.sleep(_GLANCE)

    def _end(self) -> str:
        """Wait for the end of the process; says what kind of end it was."""
        for stream in (self._tasks, self._answers):
            with suppress(OSError):
                stream.close()
        code = self._process.wait()
        if code >= 0:
            return f"the process ended with status {code}"
        with suppress(ValueError):
            return f"the process was ended by {signal.Signals(-code).name}"
        return f"the process was ended by signal {-code}"


def main() -> None:
    """Read batches from standard input, and send what comes of them to standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the build, which ends its workers
    # Nothing but answers goes to the build, whatever a library prints.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    incoming: queue.SimpleQueue[tuple[Job, str, float] | Task | KgError] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, incoming), daemon=True).start()
    try:
        job, folder, idle = _job(incoming.get())
        job = loaded(job)
        hold_to(job.memory)
        with seldom_collected():
            _serve(incoming, answers, job, Path(folder), idle)
    except KgError as error:
        while True:
            incoming.get()
            _send(answers, error)
    except BrokenPipeError:
        pass  # the build is gone
    except Exception:  # noqa: BLE001 - the end of the process
        traceback.print_exc()
    # At once: the thread that listens would hold up the end.
    os._exit(1)


def _job(first: tuple[Job, str, float] | Task | KgError) -> tuple[Job, str, float]:
    if isinstance(first, KgError):
        raise first
    assert isinstance(first, tuple)  # noqa: S101 - the job comes first
    return first


def _serve(
    incoming: queue.SimpleQueue[tuple[Job, str, float] | Task | KgError],
    answers: IO[bytes],
    job: Job,
    folder: Path,
    idle: float,
) -> None:
    while True:
        try:
            task = incoming.get(timeout=idle or None)
        except queue.Empty:
            os._exit(0)
        assert isinstance(task, Task)  # noqa: S101 - nothing else is sent after the job
        at = -1

        def begun(number: int) -> None:
            nonlocal at
            at = number
            _send(answers, number)

        try:
            _send(answers, read_task(task, job, folder, begun, fatal=MemoryError))
        except KgError as error:
            _send(answers, error)
        except MemoryError:
            # What was half made may be anywhere: the next batch is another process's work.
            much = f"more than {job.memory >> 20:,} MB" if job.memory else "more than there is"
            _send(answers, Died(f"it wanted {much} of memory", at))
        except Exception as error:  # noqa: BLE001 - a defect of ours: it would come again with every batch
            traceback.print_exc()
            defect = f"{type(error).__name__}: {error}; please report what the process said"
            _send(answers, WorkerError(f"a process that reads documents broke down: {defect}"))


def _listen(source: IO[bytes], incoming: queue.SimpleQueue[tuple[Job, str, float] | Task | KgError]) -> None:
    """Hand on what comes in; once the build is gone, end at once, whatever is being read."""
    while True:
        try:
            incoming.put(pickle.load(source))  # noqa: S301 - from the process that started us
        except _BROKEN:
            os._exit(0)
        except Exception as error:  # noqa: BLE001 - a user's component that cannot be loaded here
            incoming.put(
                ComponentError(
                    f"a component cannot be sent to worker processes ({type(error).__name__}: {error}): "
                    "declare it as an entry point and give its name, or build with executor 'serial'"
                )
            )


def _send(stream: IO[bytes], value: object) -> None:
    pickle.dump(value, stream, protocol=pickle.HIGHEST_PROTOCOL)
    stream.flush()
