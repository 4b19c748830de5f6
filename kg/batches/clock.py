"""A document that takes too long is stopped: the clock of the main thread of a process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 1.0  # seconds after which it rings once more, where somebody caught the first time


class TimeIsUp(BaseException):
    """The time is over. Raised out of whatever runs, and caught by whoever set the clock."""


def ticks() -> bool:
    """Whether there is a clock here: a process has one, in its main thread, and none on Windows."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise :class:`TimeIsUp` within the block once ``seconds`` are over; 0 means never.

    Where no clock ticks (see :func:`ticks`) the block takes as long as it likes. A call into compiled code
    that does not look for signals is not interrupted; whoever started the process can end it.
    """
    if not seconds or not ticks():
        yield
        return
    running = True

    def ring(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of a handler
        if running:
            raise TimeIsUp

    before = signal.signal(signal.SIGALRM, ring)
    waiting = signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            running = False
    finally:
        # Twice guarded: it may ring as the block ends, before the line above is done.
        running = False
        signal.setitimer(signal.ITIMER_REAL, *waiting)
        signal.signal(signal.SIGALRM, before)
