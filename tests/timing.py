"""How the time of a piece of work grows with the text, measured so that a busy machine cannot fail it."""

from __future__ import annotations

import math
import time
import timeit
from collections.abc import Callable

Work = Callable[[], object]

_LONG_ENOUGH = 0.02  # seconds; the clock of a virtual machine may tick every 4 ms
_LONGEST = 256_000  # letters
_TIMES = 4  # as much text
_LINEAR = 8  # takes four times as long, or sixteen where time grows with the square
_TRIES = 4
_FAR_LONGER = 0.08  # seconds


def seconds(work: Work, number: int = 1) -> float:
    """The best of three measures of ``number`` runs, in time of the processor, without garbage collection."""
    return min(timeit.repeat(work, timer=time.process_time, number=number, repeat=3))


def grows_in_proportion(piece: str, prepare: Callable[[str], Work], longest: int = _LONGEST) -> bool:
    """Whether ``_TIMES`` as much text takes about as many times as long.

    ``prepare`` gives the work on a text. Work that is done before the clock has ticked is measured over
    many runs.
    """

    def taken(length: int, number: int = 1) -> float:
        return seconds(prepare(piece * (length // len(piece))), number)

    def growth() -> float:
        length = 2_000
        while (once := taken(length)) < _LONG_ENOUGH and length * _TIMES < longest:
            length *= 2
        number = math.ceil(_LONG_ENOUGH / max(once, _LONG_ENOUGH / 1000))
        return taken(_TIMES * length, number) / taken(length, number)

    return any(growth() <= _LINEAR for _ in range(_TRIES))


def times_as_long(work_on: Callable[[int], Work], size: int, largest: int, allowed: float) -> float:
    """How many times as long the work on twice the size takes: the least of some measures.

    The size grows from ``size`` until the work takes far longer than a tick of the clock, at most to
    ``largest``; what does not even then is repeated. Measuring ends with the first measure that is
    ``allowed``, or far from it.
    """
    while (once := seconds(work_on(size))) < _FAR_LONGER and size * 2 <= largest:
        size *= 2
    number = math.ceil(_FAR_LONGER / max(once, _FAR_LONGER / 1000))
    least = math.inf
    for _ in range(_TRIES):
        least = min(least, seconds(work_on(2 * size), number) / max(seconds(work_on(size), number), 1e-9))
        if not allowed < least < 2 * allowed:
            break
    return least
