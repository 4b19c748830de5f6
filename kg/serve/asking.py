"""Work on a graph that is done beside the loop of the server, within its time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from kg.errors import ServeError
from kg.store import GraphStore

T = TypeVar("T")


class TooLongError(ServeError):
    """A question was given up because it took longer than questions may."""


class BusyError(ServeError):
    """There is nobody free to work on a question, or the one who did came to an end."""


class Asker(Protocol):
    """Does work on a graph: ``work(store, *arguments)``, where ``work`` is a function of a module.

    What comes back is what ``work`` returns, whole; never a part of it.
    """

    async def ask(self, work: Callable[..., T], *arguments: object) -> T:
        """What ``work`` returns.

        Raises:
            TooLongError: it took too long.
            BusyError: nobody is free, or the process that worked on it ended.
            KgError: whatever ``work`` raised on purpose.
        """
        ...

    async def start(self) -> None:
        """Make ready, so that the first question does not wait for it."""
        ...

    async def stop(self) -> None:
        """End whatever is still at work."""
        ...


def overdue(timeout: float) -> TooLongError:
    """The error for a question that took longer than ``timeout`` seconds."""
    return TooLongError(
        f"the question took longer than {timeout:g} s and was given up: bind more of its variables, "
        "add LIMIT, or serve with a longer --timeout"
    )


class ThreadAsker:
    """Asks a store of this process, a few questions at a time.

    A thread cannot be stopped: what takes too long is given up, and goes on to its end unheard. For a
    graph that is a file or a folder, :class:`kg.serve.workers.WorkerPool` ends it.

    Args:
        store: what is asked.
        timeout: seconds that a question may take.
        threads: how many questions are worked on at a time; others wait.
    """

    def __init__(self, store: GraphStore, timeout: float = 30.0, threads: int = 4) -> None:
        self._store = store
        self._timeout = timeout
        self._free = asyncio.Semaphore(threads)

    async def start(self) -> None:
        """There is nothing to make ready."""

    async def stop(self) -> None:
        """Threads end with the process."""

    async def ask(self, work: Callable[..., T], *arguments: object) -> T:
        """What ``work`` returns; see :class:`Asker`."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        try:
            await asyncio.wait_for(self._free.acquire(), self._timeout)
        except TimeoutError:
            raise BusyError("too many questions are being worked on: ask again in a while") from None

        def settle(error: BaseException | None, value: Any) -> None:  # noqa: ANN401 - what work returns
            self._free.release()
            if answer.done():
                return
            if error is None:
                answer.set_result(value)
            else:
                answer.set_exception(error)

        def run() -> None:
            error: BaseException | None = None
            value = None
            try:
                value = work(self._store, *arguments)
            except Exception as raised:  # noqa: BLE001 - it goes to whoever asked
                error = raised
            with suppress(RuntimeError):  # the server ended while the question was worked on
                loop.call_soon_threadsafe(settle, error, value)

        threading.Thread(target=run, name="kg-serve", daemon=True).start()
        try:
            return await asyncio.wait_for(answer, self._timeout)
        except TimeoutError:
            raise overdue(self._timeout) from None
