"""Days as numbers, and the days that a date of any precision may mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import accumulate

Days = tuple[int, int]
"""The first and the last of a run of days, as ordinals."""

_YEAR, _MONTH = 4, 7
_DECEMBER = 12


@lru_cache(maxsize=1 << 15)
def days(text: str) -> Days | None:
    """The days that a date (``2021``, ``2021-08``, ``2021-08-04``) may mean; None where it is no date.

    >>> first, last = days("2024-02")
    >>> last - first + 1
    29
    """
    try:
        if len(text) == _YEAR:
            return date(int(text), 1, 1).toordinal(), date(int(text), 12, 31).toordinal()
        if len(text) == _MONTH:
            year, month = int(text[:4]), int(text[5:7])
            after = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
            return date(year, month, 1).toordinal(), after.toordinal() - 1
        day = date.fromisoformat(text).toordinal()
    except ValueError:
        return None
    return day, day


def gap(a: Days, b: Days) -> int:
    """How many days lie between two runs; 0 where they meet."""
    return max(0, a[0] - b[1], b[0] - a[1])


class Runs:
    """Runs of days, however many, to be asked whether one of them lies near another.

    >>> runs = Runs([(10, 11), (400, 400)])
    >>> runs.near((13, 20), 2), runs.near((14, 20), 2), Runs([]).near((1, 1), 9)
    (True, False, False)
    """

    def __init__(self, runs: Iterable[Days]) -> None:
        ordered = sorted(runs)
        self._firsts = [first for first, _ in ordered]
        # The latest day of all runs that begin no later.
        self._lasts = list(accumulate((last for _, last in ordered), max))

    def near(self, run: Days, width: int) -> bool:
        """Whether at most ``width`` days lie between ``run`` and one of these."""
        before = bisect_right(self._firsts, run[1] + width)
        return before > 0 and self._lasts[before - 1] >= run[0] - width
