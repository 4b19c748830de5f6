"""A meeting as comparisons ask for one: its series and number, its days, and what tells it from its like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from kg.entities.series_words import LEVELS
from kg.lexicon import HOME
from kg.merging.dates import Days, days, gap
from kg.merging.known import entry_of
from kg.merging.profiles import once
from kg.merging.records import Record, held_on
from kg.merging.series import marks, numbers_of, plain_series, series_of

MONTH = 32
HALF_YEAR = 180
# Dates of one meeting that lie further apart than this are of several meetings under one name.
_ONE_MEETING = 100
_SEASON = 21
LATER = 400
_ONE_DAY = 2


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as comparisons ask for one.

    ``series`` are its names without ordinals, years and words that say nothing, ``own`` those of its first
    names; ``level`` is that of its names, ``aspects`` what else tells a meeting from its like (a retreat,
    an opening); ``short`` are acronyms, ``states`` the states abroad in its names and at it; ``ordinals``
    are its numbers, more than one where several were held as one; ``years`` stand in names; ``days`` are runs
    of days on which it is held, ``told`` the days of the documents; ``mixed`` tells that several meetings
    share its name.
    """

    series: frozenset[str]
    own: frozenset[str]
    level: frozenset[str]
    aspects: frozenset[str]
    short: frozenset[str]
    states: frozenset[str]
    ordinals: frozenset[int]
    years: frozenset[int]
    days: tuple[Days, ...]
    told: tuple[Days, ...]
    mixed: bool


@once
def meeting(record: Record) -> Meeting:
    """What comparisons ask of a record of a meeting."""
    runs = held_on(record, MONTH)
    issued = tuple(sorted(run for _, told in record.documents if (run := days(told))))
    series: set[str] = set()
    years: set[int] = set()
    for name in record.names:
        form, told_years = series_of(name)
        years.update(told_years)
        if form:
            series.update((form, plain_series(name)))
    numbers = _numbers(record)
    ordinals = min(numbers, default=frozenset()) if len(numbers) < 2 else frozenset()
    # In their own words: a mechanism of the lexicon hides what its name has of them.
    plain = {plain_series(name) for name in record.called}
    own = plain | {series_of(name)[0] for name in record.called}
    return Meeting(
        series=frozenset(series),
        level=frozenset(level for form in series for level in LEVELS if level in form),
        own=frozenset(own - {""}),
        aspects=frozenset(mark for form in plain for mark in marks(form) if mark[0] == "<") - set(LEVELS),
        short=frozenset(name for name in record.names if _is_acronym(name)),
        states=_states(record, series),
        ordinals=ordinals,
        years=frozenset(years),
        days=runs,
        told=issued,
        mixed=len(numbers) > 1 or _is_mixed(runs, issued, numbered=bool(ordinals)),
    )


def _numbers(record: Record) -> set[frozenset[int]]:
    """The numbers that a meeting goes by: those of its first names, else of the others, else what is stated.

    More than one answer is none: what is stated of boards and sittings may have come to one meeting.
    """
    for names in (record.called, record.names):
        found = {numbers for name in names if (numbers := numbers_of(name))}
        if found:
            return found
    return {frozenset((int(fact.value),)) for fact in record.ordinals if fact.value.isdigit()}


def _states(record: Record, series: Iterable[str]) -> frozenset[str]:
    told = {mark[1:-1] for form in series for mark in marks(form) if mark.startswith("{country-")}
    told |= {
        entry.id for fact in record.parties if (entry := entry_of(fact.value)) and entry.cls == "Country"
    }
    return frozenset(told - {HOME})


def _is_mixed(runs: tuple[Days, ...], issued: tuple[Days, ...], *, numbered: bool) -> bool:
    """Whether dates lie too far apart for one meeting, or a name is used for years without a number."""
    precise = [run for run in runs if run[1] - run[0] <= MONTH]
    if any(gap(x, y) > _ONE_MEETING for x, y in product(precise, precise)):
        return True
    return not numbered and bool(issued) and gap(issued[0], issued[-1]) > LATER


def _is_acronym(name: str) -> bool:
    letters = name.replace("-", "").replace(" ", "")
    return name.isascii() and 3 <= len(letters) <= 12 and letters[:2].isupper() and letters[:1].isalpha()


def precise(found: Meeting) -> tuple[Days, ...]:
    """The days on which a meeting is held, without those known by the year alone."""
    return tuple(run for run in found.days if run[1] - run[0] <= MONTH)


def season(found: Meeting) -> int:
    """How many days apart one meeting is still told of: a special session has none of its like for long."""
    return HALF_YEAR if "<special>" in found.aspects else _SEASON


def ceremony_days(found: Meeting) -> tuple[Days, ...]:
    """The day of a ceremony; where none is told, news are of the day or the day after."""
    if found.days:
        return tuple(run for run in found.days if run[1] - run[0] <= _ONE_DAY)
    return tuple((run[0] - 1, run[1]) for run in found.told if run[0] == run[1])
