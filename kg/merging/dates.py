"""Days as numbers, and the days that a date of any precision may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

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


def united(runs: Iterable[Days]) -> tuple[Days, ...]:
    """The same days in as few runs as they make, in order.

    >>> united([(5, 9), (1, 3), (4, 4), (7, 7)])
    ((1, 9),)
    """
    found: list[Days] = []
    for first, last in sorted(set(runs)):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def from_to(
    starts: Iterable[tuple[str, str]], ends: Iterable[tuple[str, str]], longest: int
) -> tuple[Days, ...]:
    """The runs of days that documents give, in order: from a first day to a last one of one document.

    Args:
        starts: pairs of a document and a date of any precision.
        ends: likewise.
        longest: how many days there may be from a first day to a last one.

    >>> from_to([("a", "2024-01-01"), ("b", "2024-01-02")], [("a", "2024-01-03")], 30)
    ((738886, 738888), (738887, 738887))
    """
    last: dict[str, list[int]] = defaultdict(list)
    for document, text in ends:
        if (end := days(text)) is not None:
            last[document].append(end[1])
    found = set()
    for document, text in starts:
        if (run := days(text)) is not None:
            later = [day for day in last[document] if run[0] <= day <= run[0] + longest]
            found.add((run[0], max([run[1], *later])))
    return tuple(sorted(found))


def near(a: Sequence[Days], b: Sequence[Days], width: int) -> bool:
    """Whether a day of the one and a day of the other lie no more than ``width`` days apart.

    Args:
        a: runs as :func:`united` gives them.
        b: likewise.
        width: how many days.

    >>> near(((1, 3), (100, 100)), ((60, 80),), 20), near(((1, 3),), ((60, 80),), 20), near((), ((1, 3),), 9)
    (True, False, False)
    """
    at = beside = 0
    while at < len(a) and beside < len(b):
        mine, other = a[at], b[beside]
        if gap(mine, other) <= width:
            return True
        if mine[1] < other[0]:
            at += 1
        else:
            beside += 1
    return False
