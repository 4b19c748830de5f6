"""How the time of a piece of work grows with the text, measured so that a busy machine cannot fail it."""

from __future__ import annotations

import time
import timeit
from collections.abc import Callable

Work = Callable[[], object]

_LONG_ENOUGH = 0.02  # seconds
_LONGEST = 256_000  # letters
_LINEAR = 2.8  # twice the text takes two times as long, or four where time grows with the square
_TRIES = 4


def seconds(work: Work) -> float:
    """The best of three runs, in time of the processor; timeit keeps the garbage collector out of it."""
    return min(timeit.repeat(work, timer=time.process_time, number=1, repeat=3))


def grows_in_proportion(piece: str, prepare: Callable[[str], Work], longest: int = _LONGEST) -> bool:
    """Whether twice as many of ``piece`` take about twice as long; ``prepare`` gives the work on a text."""

    def taken(length: int) -> float:
        return seconds(prepare(piece * (length // len(piece))))

    def growth() -> float:
        length = 2_000
        while (once := taken(length)) < _LONG_ENOUGH and length < longest:
            length *= 2
        return taken(2 * length) / once

    return any(growth() <= _LINEAR for _ in range(_TRIES))
