"""When two records are one meeting: the series and its number, or its days; a talk by its sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

from kg.entities.meeting_names import names_a_meeting
from kg.expressions import expression
from kg.lexicon import load
from kg.merging.dates import Days, days, gap
from kg.merging.editions import HALF_YEAR, LATER, MONTH, Meeting, ceremony_days, meeting, precise, season
from kg.merging.known import entry_of
from kg.merging.likeness import Likeness, rung
from kg.merging.records import Facts, Record
from kg.merging.series import (
    between_marks,
    is_abroad,
    is_yearly,
    marks,
    telling,
)
from kg.merging.spelling import apart
from kg.merging.talks import compare_talks, talk_keys, talks_apart

# In a form of a name: what the lexicon knows of it, and at which level people meet.
_KNOWN = expression("{[^{}]*}")
_KNOWN_OR_LEVEL = expression("{[^{}]*}|<[123]>")
_WEEK = 7
# No meeting is put off for longer, with its number kept.
_TWO_YEARS = 730
# A form of a name that is as long counts, though it tells no series by itself, beside others that do.
_LONG_FORM = 10


# Comparing


def compare_meetings(a: Record, b: Record) -> Likeness | None:
    """The rung on which two records of meetings stand together, if any; nothing is vetoed here."""
    if not a.named and not b.named:
        return compare_talks(a, b)
    if a.named != b.named:
        return None
    p, q = meeting(a), meeting(b)
    same = _same_series(p, q)
    because = _telling_facts(a, b)
    if p.ordinals and q.ordinals:
        if p.ordinals != q.ordinals:
            return None
        if same or _close_series(p, q):
            return rung("meeting-ordinal", because)
        if _short_for(a, b):
            return rung("meeting-ordinal-short", because)
        return rung("meeting-ordinal-days", because, _leaning(a, b)) if _number_alone(a, b) else None
    if p.mixed or q.mixed or _with_others(p, q) or _is_one_of_two(a, b) or _is_one_of_two(b, a):
        return None
    reason = _by_days(p, q) if same else "meeting-ceremony" if _one_ceremony(a, b) else ""
    return rung(reason, because, _leaning(a, b)) if reason else None


def _is_one_of_two(one: Record, other: Record) -> bool:
    """Whether ``one`` has its number as a part of another: without a number, that other is meant."""
    return bool(one.wholes) and bool(meeting(one).ordinals) and not meeting(other).ordinals


def _by_days(p: Meeting, q: Meeting) -> str:
    """The rung on which two meetings of one series stand together by their days; empty if on none."""
    if _same_days(p, q, MONTH):
        return "meeting-date"
    shared = p.own & q.own
    # Officials meet more than once a year.
    if p.level == q.level and "<3>" not in p.level and _same_year(p, q) and any(map(is_yearly, shared)):
        return "meeting-year"
    mine, other = precise(p), precise(q)
    if (mine and other) or not any(_tells_much(form) for form in shared):
        return ""
    if not p.days or not q.days:
        mine, other = p.days, q.days
    width = season(p)
    if any(gap(x, y) <= width for x, y in product(mine or p.told, other or q.told)):
        return "meeting-near"
    return ""


def _one_ceremony(a: Record, b: Record) -> bool:
    """Whether two events that are called by what they are (a press conference, a dinner) are one.

    They must be of one day, and of the same people or at the same place.
    """
    p, q = meeting(a), meeting(b)
    on = product(ceremony_days(p), ceremony_days(q))
    if not p.own & q.own or all(gap(x, y) for x, y in on):
        return False
    people = [_those(record.parties) for record in (a, b)]
    met = people[0] & people[1]
    if people[0] - met and people[1] - met:
        return False
    same_people = len(met) > 1 or (bool(met) and met == people[0] | people[1])
    return same_people or bool(_those(a.places) & _those(b.places))


def _those(facts: Facts) -> set[str]:
    """What facts name, but no states."""
    return {fact.value for fact in facts if not ((entry := entry_of(fact.value)) and entry.cls == "Country")}


def _with_others(p: Meeting, q: Meeting) -> bool:
    """Whether two meetings of few states are of different ones."""
    return not p.states & q.states and all(1 <= len(found.states) <= 2 for found in (p, q))


def _same_series(p: Meeting, q: Meeting) -> bool:
    """Whether both are of one series, by a form that tells, or by one of some length beside such forms."""
    shared = p.series & q.series
    if any(telling(form) for form in shared):
        return True
    return any(len(form) >= _LONG_FORM for form in shared) and all(
        any(map(telling, m.series)) for m in (p, q)
    )


def _tells_much(form: str) -> bool:
    """Whether a series names two states and bodies, one abroad and more, or one that is a series itself."""
    known = {mark for mark in marks(form) if mark[0] == "{"}
    of_many = len(known) > 1 or any(map(_is_series, known))
    return is_abroad(form) and (of_many or len(between_marks(form)) >= 8)


def _is_series(mark: str) -> bool:
    """Whether a framework is nothing but meetings, as those of the ministers of one field are."""
    entry = load().get(mark[1:-1])
    return entry is not None and entry.cls == "Framework" and names_a_meeting(entry.name("en"))


def _telling_facts(a: Record, b: Record) -> tuple[str, ...]:
    mine, other = (record.ordinals or record.starts for record in (a, b))
    claims = tuple(fact.claim for fact in (*mine[:2], *other[:2]))
    return claims or tuple(document for record in (a, b) for document, _ in record.documents[:1])


def _leaning(a: Record, b: Record) -> str:
    """Which of two says less: the one without a number, with the coarser date, or the first by IRI."""

    def told(record: Record) -> tuple[bool, int, int, str]:
        found = meeting(record)
        narrow = min((run[1] - run[0] for run in found.days), default=1000)
        return bool(found.ordinals), -narrow, len(record.documents), record.iri

    return min(a, b, key=told).iri


def _close_series(p: Meeting, q: Meeting) -> bool:
    """Whether two long names of series differ by a letter or two."""
    for x, y in product(p.series, q.series):
        if telling(x) and telling(y) and marks(x) == marks(y) and apart(x, y) <= min(len(x), len(y)) // 15:
            return True
    return False


def _short_for(a: Record, b: Record) -> bool:
    """Whether one name is short for the other: its acronym, or its framework and level and no more."""
    p, q = meeting(a), meeting(b)
    if any(not _is_framework(short) for short in p.short & q.short) and p.level == q.level:
        return True
    if p.level and q.level and not p.level & q.level:
        return False
    frameworks = [{fact.value for fact in record.frameworks} for record in (a, b)]
    for x, y in product(p.series, q.series):
        if not _marks_agree(x, y):
            continue
        known = {mark for mark in marks(x) if mark[0] == "{"} & {mark for mark in marks(y) if mark[0] == "{"}
        if _is_bare(x) and _is_bare(y) and (known or frameworks[0] & frameworks[1]):
            return True
        # One names the states, the other nothing of the lexicon; else all is the same.
        words = {_KNOWN.sub("", form) for form in (x, y)}
        if not known and len(words) == 1 and len(min(words)) >= 20:
            return True
    return False


def _number_alone(a: Record, b: Record) -> bool:
    """Whether two numbered meetings whose names tell nothing else are of the same people in the same days."""
    p, q = meeting(a), meeting(b)
    if any(map(telling, (*p.series, *q.series))) or not _those(a.parties) & _those(b.parties):
        return False
    return any(gap(x, y) <= _WEEK for x, y in product(_held(p), _held(q)))


def _held(found: Meeting) -> tuple[Days, ...]:
    """The days on which a meeting is held, as precisely as is known; else those on which it is told of."""
    return precise(found) or (() if found.days else found.told)


def _is_framework(short: str) -> bool:
    return load().named(short) is not None


def _is_bare(form: str) -> bool:
    return not _KNOWN_OR_LEVEL.sub("", form)


def _marks_agree(x: str, y: str) -> bool:
    mine, other = ({m for m in marks(form) if m[0] == "{"} for form in (x, y))
    return mine <= other or other <= mine


def _same_days(p: Meeting, q: Meeting, width: int) -> bool:
    """Whether both are held on the same days, as far as dates are as precise as ``width`` days."""
    return any(
        gap(x, y) == 0 and x[1] - x[0] <= width and y[1] - y[0] <= width for x, y in product(p.days, q.days)
    )


def _same_year(p: Meeting, q: Meeting) -> bool:
    mine, other = _years(p), _years(q)
    if len(mine) != 1 or mine != other:
        return False
    year = days(str(min(mine)))
    # What is remembered years later without its number may be another year's.
    return year is not None and all(gap(year, day) <= LATER for day in (*p.told, *q.told))


def _years(found: Meeting) -> set[int]:
    return set(found.years) | {date.fromordinal(day).year for run in found.days for day in run}


def one_meeting(a: Record, b: Record) -> bool:
    """Whether two meetings have one name and number: then even one document may tell of both."""
    p, q = meeting(a), meeting(b)
    return bool(p.ordinals) and p.ordinals == q.ordinals and (_same_series(p, q) or _short_for(a, b))


# Keeping apart


def meetings_apart(a: Record, b: Record) -> bool:
    """Whether two meetings cannot be one: other numbers, other days, other levels."""
    p, q = meeting(a), meeting(b)
    if p.aspects != q.aspects and a.named and b.named:
        return True
    if p.level and q.level and not p.level & q.level:
        return True
    if p.ordinals and q.ordinals:
        if p.ordinals != q.ordinals:
            return True
        # A meeting that is put off keeps its number, but our own boards count anew each year.
        if not any(map(is_abroad, (*p.series, *q.series))):
            other_year = bool(p.years and q.years) and not p.years & q.years
            return other_year or _further(p.days or p.told, q.days or q.told, HALF_YEAR)
        return _further(precise(p), precise(q), _TWO_YEARS)
    if not a.named and not b.named and talks_apart(a, b):
        return True
    return _further(precise(p), precise(q), _WEEK if a.named and b.named else 1)


def _further(mine: Iterable[Days], other: Iterable[Days], limit: int) -> bool:
    """Whether there are days of both, and none of the one within ``limit`` days of one of the other."""
    gaps = [gap(x, y) for x, y in product(mine, other)]
    return bool(gaps) and min(gaps) > limit


# Keys


def meeting_keys(record: Record) -> Iterator[str]:
    """Under which keys a meeting is looked for: its series, with number, month or year; its sides and day."""
    if record.named:
        found = meeting(record)
        known = {mark for form in found.series for mark in marks(form) if mark[0] == "{"}
        times = [*(f"#{number}" for number in found.ordinals), *map(str, _seasons(found))]
        for form in found.series:
            if telling(form) or len(form) >= _LONG_FORM:
                yield from (f"m:{form}:{time}" for time in times)
        for number in found.ordinals:
            if not any(map(telling, found.series)):
                for first, last in _held(found):
                    # Days that lie a week apart share a week, or one beside it.
                    yield from (f"d:{number}:{week}" for week in range(first // _WEEK - 1, last // _WEEK + 2))
            for mark in known:
                yield f"n:{mark}:{number}"
            for short in found.short:
                yield f"a:{short}:{number}"
        for first, last in ceremony_days(found):
            yield from (f"c:{form}:{day}" for form in found.own for day in range(first, last + 1))
        return
    yield from talk_keys(record)


def _seasons(found: Meeting) -> list[int]:
    """The years in which what tells of the same meeting may lie."""
    width = season(found)
    ends = [(first - width, last + width) for first, last in (*found.days, *found.told)]
    years = {year for first, last in ends for year in range(_year(first), _year(last) + 1)}
    return sorted(years | found.years)


def _year(day: int) -> int:
    return date.fromordinal(max(1, day)).year
