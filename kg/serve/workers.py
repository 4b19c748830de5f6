"""Worker processes that hold the graph: one that works too long is ended, and another takes its place.

The engine cannot stop a query once it runs; a process can be stopped.
"""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from kg.errors import KgError
from kg.serve.asking import BusyError, overdue

T = TypeVar("T")

LENGTH = 8
"""Bytes that tell how long what follows is; between the server and its workers."""

MOST = 256 << 20
"""Bytes of an answer; with more, the server would hold more than it has room for."""

_LINE = 1_000  # questions that may wait
_PATIENCE = 10  # how many times the time of a question one may wait for a worker
_BUFFER = 1 << 20


class WorkerPool:
    """Asks a graph on disk, each question in a process that is ended when its time is over.

    Args:
        path: a graph file or the folder of a store; each worker opens it for itself.
        size: how many workers there are, and so how many questions are worked on at a time.
        timeout: seconds that a question may take.
        memory: bytes that a worker may take beyond what the graph takes (where the system can tell).
    """

    def __init__(
        self, path: str | Path, *, size: int = 2, timeout: float = 30.0, memory: int = 2 << 30
    ) -> None:
        self._path = str(path)
        self._size = size
        self._timeout = timeout
        self._memory = memory
        self._idle: asyncio.Queue[_Worker | BusyError] = asyncio.Queue()
        self._workers: set[_Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._waiting = 0

    async def start(self) -> None:
        """Begin to start the workers; a question waits for the first that is ready."""
        for _ in range(self._size):
            self._begin()

    async def stop(self) -> None:
        """End all workers, whatever they work on."""
        for task in list(self._starting):
            task.cancel()
        for worker in list(self._workers):
            await self._end(worker)

    async def ask(self, work: Callable[..., T], *arguments: object) -> T:
        """What ``work`` returns; see :class:`kg.serve.asking.Asker`."""
        question = pickle.dumps((work, arguments))
        worker = await self._free()
        try:
            value = await asyncio.wait_for(worker.answer(question), self._timeout)
        except TimeoutError:
            await self._replace(worker)
            raise overdue(self._timeout) from None
        except (OSError, EOFError) as error:
            await self._replace(worker)
            raise BusyError(
                "the process that worked on the question ended: the question may have needed more than "
                f"{self._memory >> 20} MB of memory; bind more of its variables or add LIMIT"
            ) from error
        except BaseException:  # whoever asked went away
            await self._replace(worker)
            raise
        self._idle.put_nowait(worker)
        if isinstance(value, KgError):
            raise value
        return cast("T", value)

    async def _free(self) -> _Worker:
        if self._waiting >= _LINE:
            raise BusyError(f"{_LINE} questions wait already: ask again in a while")
        self._waiting += 1
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._timeout * _PATIENCE)
        except TimeoutError:
            raise BusyError("nobody was free to work on the question: ask again in a while") from None
        finally:
            self._waiting -= 1
        if isinstance(worker, BusyError):
            self._begin()  # whatever kept it from starting may be over
            raise worker
        return worker

    def _begin(self) -> None:
        task = asyncio.create_task(self._ready())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _ready(self) -> None:
        worker = None
        try:
            worker = await _Worker.started(self._path, self._memory)
            self._workers.add(worker)
            value = await worker.read()
        except (OSError, EOFError) as error:
            value = error
        if value is None and worker is not None:
            self._idle.put_nowait(worker)
            return
        if worker is not None:
            await self._end(worker)
        self._idle.put_nowait(BusyError(f"{self._path} cannot be opened to answer questions: {value}"))

    async def _replace(self, worker: _Worker) -> None:
        self._begin()
        await self._end(worker)

    async def _end(self, worker: _Worker) -> None:
        self._workers.discard(worker)
        await worker.end()


class _Worker:
    """A process that answers one question after another."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is None or process.stdout is None:  # pragma: no cover - both are pipes
            raise EOFError
        self._process = process
        self._questions, self._answers = process.stdin, process.stdout

    @classmethod
    async def started(cls, path: str, memory: int) -> _Worker:
        """A worker that is opening the graph."""
        # As multiprocessing does it: whatever this process can import, the worker can.
        code = f"import sys; sys.path[:] = {sys.path!r}; from kg.serve.worker import main; main()"
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, path, str(memory), stdin=pipe, stdout=pipe, limit=_BUFFER
        )
        return cls(process)

    async def answer(self, question: bytes) -> object:
        """What came of a question: a value, or the error that was raised on purpose."""
        self._questions.write(len(question).to_bytes(LENGTH) + question)
        await self._questions.drain()
        return await self.read()

    async def read(self) -> object:
        """The next answer, once all of it is there."""
        length = int.from_bytes(await self._answers.readexactly(LENGTH))
        value: object = pickle.loads(await self._answers.readexactly(length))  # noqa: S301 - our own process
        return value

    async def end(self) -> None:
        """End the process at once."""
        with suppress(ProcessLookupError):
            self._process.kill()
        self._questions.close()
        await self._process.wait()
