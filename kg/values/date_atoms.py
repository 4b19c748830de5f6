"""What each match of the date pattern says: its days, month and year, before the context completes it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.errors import UsageError
from kg.expressions import expression
from kg.lexicon import words_of
from kg.text import spaced_behind
from kg.values.calendar_words import DAYS, MONTHS, NUMERALS, TURNS, month_number
from kg.values.calendars import DAY, MONTH, YEAR, Parts, labelled_year, to_gregorian
from kg.values.date_patterns import tries


class Atom(NamedTuple):
    """One date of a text, as written.

    ``rest`` is the month, or the month and day; ``year`` is Gregorian, ``None`` where it must be found;
    ``until`` the other end (month and day, or year) where the text joins them; ``tense`` the word that
    places it (``past future this every``, ``last year`` ...); ``shift`` counts days, months or years from
    the reference date; ``anchor`` marks ``วันนี้`` and its like, which a date in brackets may explain.
    """

    start: int
    end: int
    precision: int
    rest: Parts = ()
    year: int | None = None
    until: Parts = ()
    tense: str = ""
    shift: int | None = None
    anchor: bool = False


_WEEKDAYS = tuple(sorted(words_of("weekdays"), key=len, reverse=True))
_EDGES = words_of("edges_of_times")
_TIME_LEADS = (*_EDGES, "ช่วง", "ประจำ")
_COUNTS = (*"0123456789", *NUMERALS, *words_of("quantities"))
SPACES = " \u00a0\u200b"
_ORDINAL_ENDS = spaced_behind("ครั้งที่")
_SMALL_LETTER = expression("[a-z]")
_DAY_NUMBER = expression("([0-9]{1,2})|(-|ถึง|to)|(และ|and|&)|,")
# ทุกวันนี้ is "nowadays", เร็ววันนี้ "soon".
_IDLE = ("ทุก", "ทุก ๆ ", "เร็ว", "เร็ว ๆ ")
_GAP_WIDTH = 3


def read_atoms(folded: str) -> list[Atom]:
    """Every date of ``folded``, in order and disjoint, each as it stands."""
    atoms: list[Atom] = []
    at = 0
    for place, match in tries(folded):
        if place < at:
            continue
        m = match(folded, place)
        if m is not None:
            read = _READERS[m.lastgroup or ""](m, folded, at)
            if read:
                atoms += read
                at = read[-1].end
    return atoms


def _read_iso(m: re.Match[str], _folded: str, _at: int) -> list[Atom]:
    year = to_gregorian(int(m["iso_year"]))
    return [Atom(m.start(), m.end(), DAY, (int(m["iso_month"]), int(m["iso_day"])), year)]


def _read_numeric(m: re.Match[str], folded: str, at: int) -> list[Atom]:
    if m["num_year"]:
        year = to_gregorian(int(m["num_year"]))
    else:
        short = int(m["num_short"])
        year = to_gregorian(short) if 50 <= short <= 75 else 2000 + short  # noqa: PLR2004 - 2550 to 2575
    month, day = int(m["num_month"]), int(m["num_day"])
    start = _lead(folded, m.start(), at, DAY)
    if m["from_day"]:
        return [Atom(start, m.end(), DAY, (month, int(m["from_day"])), year, until=(month, day))]
    return [Atom(start, m.end(), DAY, (month, day), year)]


def _read_month_first(m: re.Match[str], _folded: str, _at: int) -> list[Atom]:
    month = month_number(m["us_month"])
    first, last = (int(_SMALL_LETTER.sub("", m[g] or "0")) for g in ("us_day", "us_last"))
    until = (month, last) if last else ()
    return [Atom(m.start(), m.end(), DAY, (month, first), to_gregorian(int(m["us_year"])), until=until)]


def _read_bracketed(m: re.Match[str], _folded: str, _at: int) -> list[Atom]:
    """A year, or years, alone in brackets."""
    first = to_gregorian(int(m["in_first"]))
    last = to_gregorian(int(m["in_last"])) if m["in_last"] else first
    return [Atom(m.start(), m.end(), YEAR, year=first, until=(last,) if last != first else ())]


def _read_month(m: re.Match[str], folded: str, at: int) -> list[Atom]:
    """A month without a day."""
    month, year, tense = _month_and_year(m)
    start = _lead(folded, m.start(), at, MONTH)
    # A month's short name alone may be a person's: only the whole name, or เดือน, makes it a date.
    named = m["month"] in MONTHS or folded.startswith("เดือน", start)
    if year is None and not tense and not named:
        return []
    return [Atom(start, m.end(), MONTH, (month,), year, tense=tense)]


def _read_days(m: re.Match[str], folded: str, at: int) -> list[Atom]:
    """A day, or several; as many atoms as the text lists days apart."""
    month, year, tense = _month_and_year(m)
    days = m["days"]
    start = _lead(folded, m.start(), at, DAY)
    if folded.endswith(_ORDINAL_ENDS, 0, start):
        return [Atom(m.start("month"), m.end(), MONTH, (month,), year, tense=tense)]
    if days.isdigit():
        return [Atom(start, m.end(), DAY, (month, int(days)), year, tense=tense)]
    atoms = []
    runs = _day_runs(days, m.start())
    for first, last, begin, end in runs:
        atoms.append(Atom(begin, end, DAY, (month, first), year, (month, last) if last else (), tense))
    if runs[0][2] == m.start():
        atoms[0] = atoms[0]._replace(start=start)
    atoms[-1] = atoms[-1]._replace(end=m.end())
    return atoms


def _month_and_year(m: re.Match[str]) -> tuple[int, int | None, str]:
    """The month, the year where it is written, else the word that places it."""
    name, written = m["month"], m["year"]
    month = month_number(name)
    if written:
        return month, labelled_year(int(written), m["era"] or ""), ""
    if m["short"]:
        return month, to_gregorian(int(m["short"])), ""
    return month, None, _tense(m["near"] or "")


def _day_runs(days: str, offset: int) -> list[tuple[int, int, int, int]]:
    """The days of a list as (first, last or 0, start, end): ranges, and days in a row, become one."""
    runs: list[tuple[int, int, int, int]] = []
    link = ""
    joined = False
    for token in _DAY_NUMBER.finditer(days):
        if not token[1]:
            link = "-" if token[2] else "&" if token[3] else ","
            joined = joined or link == "&"
            continue
        day, begin, end = int(token[1]), token.start() + offset, token.end() + offset
        first, last, start, _ = runs[-1] if runs else (0, 0, 0, 0)
        if link == "-" or (link and day == (last or first) + 1 and (link == "&" or "และ" in days)):
            runs[-1] = (first, day, start, end)
        else:
            runs.append((day, 0, begin, end))
    # Numbers with nothing but commas between are rarely all of them days: `ชั้น 2, 5 มีนาคม`.
    return runs if joined or len(runs) == 1 else runs[-1:]


# Which month of its name, or which year, a turn means, by how much later it is.
_OF_MONTH = {-1: "past", 0: "this", 1: "future"}
_OF_YEAR = {-1: "last year", 0: "this year", 1: "next year"}


def _tense(near: str) -> str:
    if near.startswith("ทุก"):
        return "every"
    if near.startswith("ปี"):
        return _OF_YEAR[TURNS[near.removeprefix("ปี")]]
    return _OF_MONTH[TURNS[near]] if near else ""


def _read_spoken_day(m: re.Match[str], folded: str, at: int) -> list[Atom]:
    start = m.start()
    if folded.endswith(_IDLE, 0, start):
        return []
    if not m[0].startswith("วัน") and folded.endswith("วัน", at, start):
        start -= len("วัน")
    return [Atom(start, m.end(), DAY, shift=DAYS[m[0]], anchor=True)]


def _read_spoken_month(m: re.Match[str], folded: str, at: int) -> list[Atom]:
    if _counted(folded, m.start()):
        return []
    return [Atom(_lead(folded, m.start(), at, MONTH), m.end(), MONTH, shift=TURNS[m["month_word"]])]


def _read_yeared(m: re.Match[str], folded: str, at: int) -> list[Atom]:
    """A year, several years, or a year seen from the reference; with its season, half or quarter."""
    start, part = _lead(folded, m.start(), at, YEAR), m["part"] or ""
    if m["bare"] is not None:
        edge = m["word"] and start < m.start() and folded.startswith(_EDGES, start)
        end = m.start() + len(m[0].rstrip(SPACES))
        return [Atom(start, end, YEAR, shift=0)] if edge or part.startswith("ครึ่งปี") else []
    if m["from_year"]:
        return _years(m, start) if m["word"] or m["years_era"] or part else []
    if not (m["word"] or (part and m["turn"])) or _counted(folded, m.start()):
        return []
    if m["turn"]:
        return [Atom(start, m.end(), YEAR, shift=TURNS[m["turn"]])]
    first, last = (to_gregorian(int(m[g])) if m[g] else 0 for g in ("short_from", "short_to"))
    return [Atom(start, m.end(), YEAR, year=first, until=(last,) if last > first else ())]


def _years(m: re.Match[str], start: int) -> list[Atom]:
    era = (m["years_era"] or "").strip(SPACES)
    written = int(m["from_year"])
    try:
        first = labelled_year(written, era)
        if m["to_short"]:
            last = labelled_year(written // 100 * 100 + int(m["to_short"]), era)
        else:
            last = labelled_year(int(m["to_year"] or m["and_year"] or written), era)
    except UsageError:
        return []
    if m["and_year"]:
        second = Atom(m.start("and_year"), m.end(), YEAR, year=last)
        return [Atom(start, m.end("from_year"), YEAR, year=first), second]
    if last < first:
        return [Atom(start, m.end("from_year"), YEAR, year=first)]
    return [Atom(start, m.end(), YEAR, year=first, until=(last,) if last > first else ())]


_READERS = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "bracketed": _read_bracketed,
    "month_first": _read_month_first,
    "day": _read_days,
    "month_alone": _read_month,
    "spoken_day": _read_spoken_day,
    "spoken_month": _read_spoken_month,
    "yeared": _read_yeared,
}


def _counted(folded: str, start: int) -> bool:
    """Whether a number or a quantity word stands before: ``5 ปีที่ผ่านมา`` is a length of time."""
    i = _before_gap(folded, start, 0)
    return folded.endswith(_COUNTS, 0, i)


def _lead(folded: str, start: int, at: int, precision: int) -> int:
    """Where the date begins with the words before it that are part of it, not before ``at``."""
    i = _before_gap(folded, start, at)
    if precision == DAY:
        return _weekday_lead(folded, start, i, at)
    if precision == MONTH and folded.endswith("เดือน", at, i):
        start = i = i - len("เดือน")
    while folded.endswith(_TIME_LEADS, at, i):
        start = i = i - next(len(lead) for lead in _TIME_LEADS if folded.endswith(lead, at, i))
    return start


def _before_gap(folded: str, start: int, at: int) -> int:
    """Where the word before ``start`` ends: as far back as a gap is wide, not before ``at``."""
    i = start
    while i > at and start - i < _GAP_WIDTH and folded[i - 1] in SPACES:
        i -= 1
    return i


def _weekday_lead(folded: str, start: int, i: int, at: int) -> int:
    that = folded.endswith("ที่", at, i)
    if that:
        i = _before_gap(folded, i - len("ที่"), at)
    if folded.endswith(_WEEKDAYS, at, i):
        i -= len(next(name for name in _WEEKDAYS if folded.endswith(name, at, i)))
        if folded.endswith("วัน", at, i):
            return i - len("วัน")
        return i if that else start
    return i - len("วัน") if that and folded.endswith("วัน", at, i) else start
