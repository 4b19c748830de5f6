"""When two records are one meeting: the series and its number, or its days; a talk by its sides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import product

from kg.lexicon import Matcher, load, read_table
from kg.merging.dates import Days, days, gap
from kg.merging.known import HOME, entry_of, is_ours, names_in
from kg.merging.likeness import Likeness, rung
from kg.merging.profiles import once
from kg.merging.records import Record
from kg.merging.spelling import apart, bare
from kg.merging.talks import compare_talks, talk_keys
from kg.text import fold

_ORDINAL = re.compile(r"ครั้งที่ ?\d+(?: ?(?:และ|,|-) ?\d+)*|ครั้งแรก|\b\d{1,3}(?:st|nd|rd|th)\b|สมัยที่ ?\d+|ครั้งที่")
_YEAR = re.compile(r"(?:ประจำ)?(?:ปี)?(?: ?พ\.ศ\.| ?ค\.ศ\.)? ?((?:19|20)\d\d|25[4-9]\d)(?!\d)")
_BUDDHIST = 543
_MONTH = 32
_WEEK = 7
# Dates of one meeting that lie further apart than this are of several meetings under one name.
_ONE_MEETING = 100
_SEASON = 21
_LATER = 400
_HALF_YEAR = 180
# Words in Latin letters, beside ids and marks.
_LATIN = re.compile(r"(?<![{<a-z-])[a-z]{8}(?![^{<]*[}>])")
_LEVELS = ("<1>", "<2>", "<3>")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as comparisons ask for one.

    ``series`` are its names without ordinals, years and words that say nothing, ``own`` those of its first
    names; ``level`` is that of its names, ``aspects`` what else tells a meeting from its like (a retreat,
    an opening); ``short`` are acronyms, ``states`` the states abroad in its names and at it; ``ordinals``
    and ``years`` stand in names and facts; ``days`` are runs of days on which it is held, ``told`` the days
    of the documents; ``mixed`` tells that several meetings share its name.
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
    runs = _runs(record)
    issued = tuple(sorted(run for _, told in record.documents if (run := days(told))))
    series: set[str] = set()
    years: set[int] = set()
    for name in record.names:
        form, told_years = series_of(name)
        years.update(told_years)
        if form:
            series.update((form, plain_series(name)))
    ordinals = {int(fact.value) for fact in record.ordinals if fact.value.isdigit()}
    # In their own words: a mechanism of the lexicon hides what its name has of them.
    plain = {plain_series(name) for name in record.called}
    own = plain | {series_of(name)[0] for name in record.called}
    return Meeting(
        series=frozenset(series),
        level=frozenset(level for form in series for level in _LEVELS if level in form),
        own=frozenset(own - {""}),
        aspects=frozenset(mark for form in plain for mark in _marks(form) if mark[0] == "<") - set(_LEVELS),
        short=frozenset(name for name in record.names if _is_acronym(name)),
        states=_states(record, series),
        ordinals=frozenset(ordinals),
        years=frozenset(years),
        days=runs,
        told=issued,
        mixed=_is_mixed(runs, issued, numbered=bool(ordinals)),
    )


def _states(record: Record, series: Iterable[str]) -> frozenset[str]:
    told = {mark[1:-1] for form in series for mark in _marks(form) if mark.startswith("{country-")}
    told |= {
        entry.id for fact in record.parties if (entry := entry_of(fact.value)) and entry.cls == "Country"
    }
    return frozenset(told - {HOME})


def _is_mixed(runs: tuple[Days, ...], issued: tuple[Days, ...], *, numbered: bool) -> bool:
    """Whether dates lie too far apart for one meeting, or a name is used for years without a number."""
    precise = [run for run in runs if run[1] - run[0] <= _MONTH]
    if any(gap(x, y) > _ONE_MEETING for x, y in product(precise, precise)):
        return True
    return not numbered and bool(issued) and gap(issued[0], issued[-1]) > _LATER


def _runs(record: Record) -> tuple[Days, ...]:
    ends: dict[str, list[Days]] = defaultdict(list)
    for fact in record.ends:
        if (end := days(fact.value)) is not None:
            ends[fact.document].append(end)
    found = set()
    for fact in record.starts:
        run = days(fact.value)
        if run is None:
            continue
        later = [end for end in ends[fact.document] if 0 <= end[1] - run[0] <= _MONTH]
        found.add((run[0], max([run[1], *(end[1] for end in later)])))
    return tuple(sorted(found))


def _is_acronym(name: str) -> bool:
    letters = name.replace("-", "").replace(" ", "")
    return name.isascii() and 3 <= len(letters) <= 12 and letters[:2].isupper() and letters[:1].isalpha()


@cache
def _words() -> Matcher[str | None]:
    rows = sorted(read_table("series_words"), key=lambda row: (-len(row["form"]), row["form"]))
    return Matcher({"words": [(row["form"].lower(), row["means"] or "-") for row in rows]})


@lru_cache(maxsize=1 << 15)
def series_of(name: str) -> tuple[str, tuple[int, ...]]:
    """The series that a name of a meeting tells of, in one spelling, and the years in it.

    >>> series_of("การประชุมผู้นำบิมสเทค ครั้งที่ 6") == series_of("การประชุมระดับผู้นำ BIMSTEC")
    True
    >>> series_of("การประชุมเอเปค 2565")
    ('{framework-apec}', (2022,))
    """
    folded = _ORDINAL.sub(" ", fold(name))
    years = tuple(sorted({_gregorian(int(year)) for year in _YEAR.findall(folded)}))
    folded = _YEAR.sub(" ", folded)
    parts, at = [], 0
    for found in names_in(folded):
        parts.append(_reduced(folded[at : found.start]))
        parts.append(f"{{{found.entry.id}}}")
        at = found.end
    parts.append(_reduced(folded[at:]))
    return _leveled("".join(parts)), years


@lru_cache(maxsize=1 << 15)
def plain_series(name: str) -> str:
    """The series that a name tells of, in its own words alone: the lexicon may know it by one spelling.

    >>> one, other = "การประชุมรัฐมนตรีอาเซียนด้านดิจิทัล ครั้งที่ 5", "ประชุมรัฐมนตรีอาเซียนดิจิทัล"
    >>> plain_series(one) == plain_series(other)
    True
    """
    return _leveled(_reduced(_YEAR.sub(" ", _ORDINAL.sub(" ", fold(name)))))


def _leveled(form: str) -> str:
    """A form with its levels first: where one stands in the name says nothing."""
    levels = [level for level in _LEVELS if level in form]
    for level in levels:
        form = form.replace(level, "")
    return "".join([*levels, form])


def _reduced(text: str) -> str:
    text = text.lower()
    parts, at = [], 0
    for start, end, means in _words().find(text)["words"]:
        parts.append(bare(text[at:start]))
        parts.append("" if means in {None, "-"} else str(means))
        at = end
    parts.append(bare(text[at:]))
    return "".join(parts)


def _gregorian(year: int) -> int:
    return year - _BUDDHIST if year > 2400 else year


def telling(form: str) -> bool:
    """Whether a series is told from others: by a body, framework or state abroad, or by words enough.

    >>> telling("<2>"), telling("<1>{framework-bimstec}")
    (False, True)
    """
    return is_abroad(form) or len(_words_of(form)) >= 16


def is_abroad(form: str) -> bool:
    """Whether a form names what is not ours, or is in Latin letters: it counts through the years."""
    return bool(_LATIN.search(form)) or any(
        not is_ours(mark[1:-1]) for mark in _marks(form) if mark[0] == "{"
    )


def _words_of(form: str) -> str:
    return re.sub("{[^}]*}|<[^>]*>", "", form)


# Comparing


def compare_meetings(a: Record, b: Record) -> Likeness | None:
    """The rung on which two records of meetings stand together, if any; nothing is vetoed here."""
    p, q = meeting(a), meeting(b)
    if not a.named and not b.named:
        return compare_talks(a, b)
    if a.named != b.named:
        return None
    same = _same_series(p, q)
    because = _telling_facts(a, b)
    if p.ordinals and q.ordinals:
        if not p.ordinals & q.ordinals:
            return None
        if same or _close_series(p, q):
            return rung("meeting-ordinal", because)
        return rung("meeting-ordinal-short", because) if _short_for(a, b) else None
    if not same or p.mixed or q.mixed or _with_others(p, q):
        return None
    if _same_days(p, q, _MONTH):
        return rung("meeting-date", because, _leaning(a, b))
    if p.level == q.level and _same_year(p, q) and any(map(is_abroad, p.own & q.own)):
        return rung("meeting-year", because, _leaning(a, b))
    if (not p.days or not q.days) and any(_tells_much(form) for form in p.own & q.own):
        mine, other = p.days or p.told, q.days or q.told
        if any(gap(x, y) <= _SEASON for x, y in product(mine, other)):
            return rung("meeting-near", because, _leaning(a, b))
    return None


def _with_others(p: Meeting, q: Meeting) -> bool:
    """Whether two meetings of few states are of different ones."""
    return not p.states & q.states and all(1 <= len(found.states) <= 2 for found in (p, q))


def _same_series(p: Meeting, q: Meeting) -> bool:
    """Whether both are of one series, by a form that tells, or by one of some length beside such forms."""
    shared = p.series & q.series
    if any(telling(form) for form in shared):
        return True
    return any(len(form) >= 10 for form in shared) and all(any(map(telling, m.series)) for m in (p, q))


def _tells_much(form: str) -> bool:
    """Whether a series names two of states and bodies, or one abroad and more."""
    known = {mark for mark in _marks(form) if mark[0] == "{"}
    return is_abroad(form) and (len(known) > 1 or len(_words_of(form)) >= 8)


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
        if telling(x) and telling(y) and _marks(x) == _marks(y) and apart(x, y) <= min(len(x), len(y)) // 15:
            return True
    return False


def _marks(form: str) -> list[str]:
    return re.findall("{[^}]*}|<[^>]*>", form)


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
        known = {mark for mark in _marks(x) if mark[0] == "{"} & {
            mark for mark in _marks(y) if mark[0] == "{"
        }
        if _is_bare(x) and _is_bare(y) and (known or frameworks[0] & frameworks[1]):
            return True
        # One names the states, the other nothing of the lexicon; else all is the same.
        words = {re.sub("{[^}]*}", "", form) for form in (x, y)}
        if not known and len(words) == 1 and len(min(words)) >= 20:
            return True
    return False


def _is_framework(short: str) -> bool:
    return load().named(short) is not None


def _is_bare(form: str) -> bool:
    return not re.sub("{[^}]*}|<[123]>", "", form)


def _marks_agree(x: str, y: str) -> bool:
    mine, other = ({m for m in _marks(form) if m[0] == "{"} for form in (x, y))
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
    return year is not None and all(gap(year, day) <= _LATER for day in (*p.told, *q.told))


def _years(found: Meeting) -> set[int]:
    return set(found.years) | {date.fromordinal(day).year for run in found.days for day in run}


def one_meeting(a: Record, b: Record) -> bool:
    """Whether two meetings have one name and number: then even one document may tell of both."""
    p, q = meeting(a), meeting(b)
    return bool(p.ordinals & q.ordinals) and (_same_series(p, q) or _short_for(a, b))


# Keeping apart


def meetings_apart(a: Record, b: Record) -> bool:
    """Whether two meetings cannot be one: other numbers, other days, other levels."""
    p, q = meeting(a), meeting(b)
    if p.aspects != q.aspects and a.named and b.named:
        return True
    if p.level and q.level and not p.level & q.level:
        return True
    if p.ordinals and q.ordinals:
        if not p.ordinals & q.ordinals:
            return True
        # A meeting that is put off keeps its number, but our own boards count anew each year.
        ours = not any(map(is_abroad, (*p.series, *q.series)))
        return ours and all(gap(x, y) > _HALF_YEAR for x, y in product(p.days or p.told, q.days or q.told))
    precise = [[run for run in found.days if run[1] - run[0] <= _MONTH] for found in (p, q)]
    limit = _WEEK if a.named and b.named else 1
    return bool(precise[0] and precise[1]) and all(gap(x, y) > limit for x, y in product(*precise))


# Keys


def meeting_keys(record: Record) -> Iterator[str]:
    """Under which keys a meeting is looked for: its series, with number, month or year; its sides and day."""
    found = meeting(record)
    if record.named:
        marks = {mark for form in found.series for mark in _marks(form) if mark[0] == "{"}
        for form in found.series:
            if telling(form) or len(form) >= 10:
                yield f"m:{form}"
        for number in found.ordinals:
            for mark in marks:
                yield f"n:{mark}:{number}"
            for short in found.short:
                yield f"a:{short}:{number}"
        return
    yield from talk_keys(record)
