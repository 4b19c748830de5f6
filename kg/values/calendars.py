"""Buddhist and Gregorian years, and the arithmetic of dates that are only partly given.

A date is held as its parts, ``(year,)``, ``(year, month)`` or ``(year, month, day)``, always Gregorian:
a tuple is as long as the date is precise.
"""

from __future__ import annotations

from datetime import date, timedelta

from kg.errors import UsageError
from kg.model import DateValue

Parts = tuple[int, ...]
"""A Gregorian date as far as it is known: year, then month, then day."""

BUDDHIST_OFFSET = 543
YEAR, MONTH, DAY = 1, 2, 3
_LAST_GREGORIAN = 2150
_FIRST_MODERN = 1900
_SHORT_BUDDHIST = range(50, 76)
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = 12
_NEXT_YEAR_GAP = 9


def to_gregorian(year: int) -> int:
    """The Gregorian year that a written year stands for, whatever calendar it is labelled with.

    Above 2150 it is Buddhist (``ค.ศ. 2559`` in a Thai text is 2016), from 1000 to 2150 Gregorian, and
    from 50 to 75 it is a Buddhist year of this age without its 25.

    >>> to_gregorian(2564), to_gregorian(2021), to_gregorian(64)
    (2021, 2021, 2021)

    Raises:
        UsageError: the number is no year of either calendar.
    """
    if year in _SHORT_BUDDHIST:
        return 2500 + year - BUDDHIST_OFFSET
    if _LAST_GREGORIAN < year < 3000:  # noqa: PLR2004 - four digits, as a calendar of this age prints them
        return year - BUDDHIST_OFFSET
    if 1000 <= year <= _LAST_GREGORIAN:  # noqa: PLR2004 - likewise
        return year
    raise UsageError(
        f"{year} is no year: want a Buddhist year (2151 to 2999, or 50 to 75 for 2550 to 2575) "
        "or a Gregorian one (1000 to 2150)"
    )


def labelled_year(year: int, era: str) -> int:
    """The Gregorian year of a four-digit ``year`` written after ``era`` (``พ.ศ.``, ``ค.ศ.``, or nothing).

    Only a year before 1900 needs its label: ``พ.ศ. 1893`` is Buddhist, ``ค.ศ. 1833`` is not.

    >>> labelled_year(1893, "พ.ศ."), labelled_year(1833, "ค.ศ."), labelled_year(2021, "พ.ศ.")
    (1350, 1833, 2021)

    Raises:
        UsageError: the number is no year of either calendar.
    """
    if 1000 <= year < _FIRST_MODERN and era.startswith("พ"):  # noqa: PLR2004 - the first four-digit year
        return year - BUDDHIST_OFFSET
    return to_gregorian(year)


def parts_of(value: DateValue) -> Parts:
    """The parts of the day, month or year on which ``value`` starts.

    >>> parts_of(DateValue("2021-10"))
    (2021, 10)
    """
    return tuple(int(part) for part in value.start.split("-"))


def iso(parts: Parts) -> str:
    """``parts`` as ISO 8601 writes them: ``2021``, ``2021-08`` or ``2021-08-04``."""
    if len(parts) == DAY:
        return f"{parts[0]:04d}-{parts[1]:02d}-{parts[2]:02d}"
    return f"{parts[0]:04d}-{parts[1]:02d}" if len(parts) == MONTH else f"{parts[0]:04d}"


def fault(parts: Parts) -> str:
    """Why no calendar has this date, or an empty string where it does.

    >>> fault((2023, 2, 29))
    'February 2023 has 28 days, not 29'
    """
    if len(parts) == DAY and 0 < parts[1] <= _MONTHS and 0 < parts[2] <= _MONTH_LENGTHS[1]:
        return ""
    if len(parts) >= MONTH and not 1 <= parts[1] <= _MONTHS:
        return f"a year has no month {parts[1]}"
    if len(parts) == DAY:
        last = _month_length(parts[0], parts[1])
        if not 1 <= parts[2] <= last:
            name = date(2000, parts[1], 1).strftime("%B")
            return f"{name} {parts[0]} has {last} days, not {parts[2]}"
    return ""


def _month_length(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)  # noqa: PLR2004 - February
    return _MONTH_LENGTHS[month - 1] + leap


def follows(earlier: Parts, later: Parts) -> bool:
    """Whether ``later`` is the day right after ``earlier`` (both must be days that exist)."""
    return date(*earlier) + timedelta(days=1) == date(*later)


def moved(reference: Parts, days: int) -> Parts:
    """The day ``days`` after ``reference``; a reference that names no day is given back as it is."""
    if len(reference) < DAY:
        return reference
    there = date(*reference) + timedelta(days=days)
    return (there.year, there.month, there.day)


def month_moved(reference: Parts, months: int) -> Parts:
    """The month ``months`` after that of ``reference``; a bare year is given back as it is."""
    if len(reference) < MONTH:
        return reference
    count = reference[0] * _MONTHS + reference[1] - 1 + months
    return (count // _MONTHS, count % _MONTHS + 1)


def year_near(rest: Parts, tense: str, reference: Parts) -> int:
    """The year that ``rest`` (month, or month and day) falls in, seen from ``reference``.

    ``tense`` is ``past`` (never after the reference), ``future`` (never before it), ``this`` (the one at
    hand: January said in November is the coming one) or empty (the reference's own year). A reference
    that is only a year is taken as it is.
    """
    year = reference[0]
    here = reference[1 : 1 + len(rest)]
    there = rest[: len(here)]
    if not here:
        return year
    if tense == "past" and there > here:
        return year - 1
    if tense == "future" and there < here:
        return year + 1
    if tense == "this" and here[0] - there[0] >= _NEXT_YEAR_GAP:
        return year + 1
    return year
