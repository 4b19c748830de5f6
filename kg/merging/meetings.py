"""When two records are one meeting: the series and its number, or its days; a talk by its sides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import product

from kg.lexicon import Matcher, load, read_table
from kg.merging.dates import Days, days, gap
from kg.merging.known import entry_of, names_in
from kg.merging.likeness import Likeness, rung
from kg.merging.profiles import once
from kg.merging.records import Fact, Record
from kg.merging.sounds import consonants, sound_alike
from kg.merging.spelling import apart, bare
from kg.text import fold

_ORDINAL = re.compile(r"ครั้งที่ ?\d+(?: ?(?:และ|,|-) ?\d+)*|ครั้งแรก|\b\d{1,3}(?:st|nd|rd|th)\b|สมัยที่ ?\d+|ครั้งที่")
_YEAR = re.compile(r"(?:ประจำ)?(?:ปี)?(?: ?พ\.ศ\.| ?ค\.ศ\.)? ?((?:19|20)\d\d|25[4-9]\d)(?!\d)")
_BUDDHIST = 543
_MONTH = 32
_WEEK = 7
# Dates of one meeting that lie further apart than this are of several meetings under one name.
_ONE_MEETING = 100
_LEVELS = ("<1>", "<2>", "<3>")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as comparisons ask for one.

    ``series`` are its names without ordinals, years and words that say nothing; ``level`` is that of its
    names; ``short`` are acronyms; ``ordinals`` and ``years`` stand in names and facts; ``days`` are runs of
    days on which it is held, ``told`` the days of the documents; ``mixed`` tells that several meetings
    share its name.
    """

    series: frozenset[str]
    level: frozenset[str]
    short: frozenset[str]
    ordinals: frozenset[int]
    years: frozenset[int]
    days: tuple[Days, ...]
    told: tuple[Days, ...]
    mixed: bool


@once
def meeting(record: Record) -> Meeting:
    """What comparisons ask of a record of a meeting."""
    runs = _runs(record)
    precise = [run for run in runs if run[1] - run[0] <= _MONTH]
    far = any(gap(x, y) > _ONE_MEETING for x, y in product(precise, precise))
    series, years, ordinals = (
        set(),
        set(),
        {int(fact.value) for fact in record.ordinals if fact.value.isdigit()},
    )
    for name in record.names:
        form, told = series_of(name)
        years.update(told)
        if form:
            series.add(form)
    return Meeting(
        series=frozenset(series),
        level=frozenset(level for form in series for level in _LEVELS if level in form),
        short=frozenset(name for name in record.names if _is_acronym(name)),
        ordinals=frozenset(ordinals),
        years=frozenset(years),
        days=runs,
        told=tuple(sorted(found for _, issued in record.documents if (found := days(issued)))),
        mixed=far,
    )


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
    form = "".join(parts)
    # Where a level stands in the name says nothing: ระดับผู้นำ… and …Summit.
    levels = [level for level in _LEVELS if level in form]
    for level in levels:
        form = form.replace(level, "")
    return "".join([*levels, form]), years


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
    """Whether a series is told from others: a body, framework or states in it, or words enough.

    >>> telling("<2>"), telling("<1>{framework-bimstec}")
    (False, True)
    """
    known = set(re.findall("{([^}]+)}", form)) - {"country-th", "place-bangkok", "body-th-cabinet"}
    words = re.sub("{[^}]*}|<[^>]*>", "", form)
    return bool(known) or len(words) >= 12


# Comparing


def compare_meetings(a: Record, b: Record) -> Likeness | None:
    """The rung on which two records of meetings stand together, if any; nothing is vetoed here."""
    p, q = meeting(a), meeting(b)
    if not a.named and not b.named:
        return _talk(a, b)
    if a.named != b.named:
        return None
    same = any(telling(form) for form in p.series & q.series)
    because = _telling_facts(a, b)
    if p.ordinals and q.ordinals:
        if not p.ordinals & q.ordinals:
            return None
        if same or _close_series(p, q):
            return rung("meeting-ordinal", because)
        return rung("meeting-ordinal-short", because) if _short_for(a, b) else None
    if not same or p.mixed or q.mixed:
        return None
    if _same_days(p, q, _MONTH):
        return rung("meeting-date", because, _leaning(a, b))
    if _same_year(p, q):
        return rung("meeting-year", because, _leaning(a, b))
    return None


def _telling_facts(a: Record, b: Record) -> tuple[str, ...]:
    mine, other = (record.ordinals or record.starts for record in (a, b))
    return tuple(fact.claim for fact in (*mine[:2], *other[:2])) or (a.documents[0][0], b.documents[0][0])


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
    frameworks = [{fact.value for fact in record.frameworks} for record in (a, b)]
    if not (frameworks[0] & frameworks[1]) or (p.level and q.level and not p.level & q.level):
        return False
    return any(_is_bare(x) and _is_bare(y) and _marks_agree(x, y) for x, y in product(p.series, q.series))


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
    return len(mine) == 1 and mine == other


def _years(found: Meeting) -> set[int]:
    return set(found.years) | {date.fromordinal(day).year for run in found.days for day in run}


def _talk(a: Record, b: Record) -> Likeness | None:
    """Talks without a name: the same sides on the same day."""
    p, q = meeting(a), meeting(b)
    if not _kinds_agree(a, b) or p.mixed or q.mixed:
        return None
    mine, other = p.days or _about(p), q.days or _about(q)
    slack = 0 if p.days and q.days else 1
    if not any(gap(x, y) <= slack and x[1] - x[0] <= 2 and y[1] - y[0] <= 2 for x, y in product(mine, other)):
        return None
    found = list(_same_sides(a, b))
    if len(found) < 2:
        return None
    return rung("meeting-talk", (claim for pair in found for claim in pair), min(a.iri, b.iri))


def _about(found: Meeting) -> tuple[Days, ...]:
    return tuple((day[0] - 1, day[1]) for day in found.told if day[1] == day[0])


_TALKS = frozenset(("Meeting", "BilateralTalk", "CourtesyCall"))


def _kinds_agree(a: Record, b: Record) -> bool:
    return bool(a.kinds & b.kinds) or (bool(a.kinds & _TALKS) and bool(b.kinds & _TALKS))


def _same_sides(a: Record, b: Record) -> Iterator[tuple[str, str]]:
    left = list(b.parties)
    for mine in a.parties:
        for other in left:
            if _same_side(mine, other):
                left.remove(other)
                yield mine.claim, other.claim
                break


def _same_side(mine: Fact, other: Fact) -> bool:
    if mine.value == other.value:
        return True
    x, y = mine.value.rsplit("/", 2), other.value.rsplit("/", 2)
    if x[1] != "person" or y[1] != "person":
        return False
    names = [tail.rpartition("-")[0].replace("-", "") for tail in (x[2], y[2])]
    rows = [consonants(name) for name in names]
    return min(map(len, rows)) >= 3 and sound_alike(*rows) >= 0.8


# Keeping apart


def meetings_apart(a: Record, b: Record) -> bool:
    """Whether two meetings cannot be one: other numbers, other days, other levels."""
    p, q = meeting(a), meeting(b)
    if p.ordinals and q.ordinals and not p.ordinals & q.ordinals:
        return True
    if p.level and q.level and not p.level & q.level:
        return True
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
            if telling(form):
                yield f"m:{form}"
        for number in found.ordinals:
            for mark in marks:
                yield f"n:{mark}:{number}"
            for short in found.short:
                yield f"a:{short}:{number}"
        return
    for run in found.days or _about(found):
        if run[1] - run[0] <= 2:
            for fact in record.parties:
                if (entry := entry_of(fact.value)) is None or entry.id != "country-th":
                    for day in range(run[0], run[1] + 1):
                        yield f"t:{day}:{fact.value.rsplit('/', 1)[-1][:4]}"
