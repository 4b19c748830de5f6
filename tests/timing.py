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
