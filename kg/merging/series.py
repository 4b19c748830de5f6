"""The series that a name of a meeting tells of, in one spelling, and the numbers and years in it."""

from __future__ import annotations

from functools import lru_cache

from kg.entities.series_words import leveled, reduced
from kg.expressions import expression
from kg.merging.known import is_ours, names_in
from kg.merging.spelling import bare
from kg.text import fold
from kg.values.calendars import to_gregorian

_ORDINAL = expression(r"ครั้งที่ ?\d+(?: ?(?:และ|,|-) ?\d+)*|ครั้งแรก|\b\d{1,3}(?:st|nd|rd|th)\b|สมัยที่ ?\d+|ครั้งที่")
_YEAR = expression(r"(?:ประจำ)?(?:ปี)?(?: ?พ\.ศ\.| ?ค\.ศ\.)? ?((?:19|20)\d\d|25[4-9]\d)(?!\d)")
_BEGINS_OF_YEARS = ("19", "20", "25")
_NUMBER = expression(
    r"(?:ครั้งที่|สมัยที่) ?(\d+(?: ?(?:และ(?:ครั้งที่)?|,|-) ?\d+)*)|\b(\d{1,3})(?:st|nd|rd|th)\b|(ครั้งแรก)"
)
# Words in Latin letters, beside ids and marks.
_LATIN = expression(r"(?<![{<a-z-])[a-z]{8}(?![^{<]{0,200}[}>])")
_MARK = expression("{[^{}]*}|<[^<>]*>")
_DIGITS = expression(r"\d+")


@lru_cache(maxsize=1 << 15)
def series_of(name: str) -> tuple[str, tuple[int, ...]]:
    """The series that a name of a meeting tells of, in one spelling, and the years in it.

    >>> series_of("การประชุมผู้นำบิมสเทค ครั้งที่ 6") == series_of("การประชุมระดับผู้นำ BIMSTEC")
    True
    >>> series_of("การประชุมเอเปค 2565")
    ('{framework-apec}', (2022,))
    """
    folded, years = _uncounted(name)
    parts, at = [], 0
    for found in names_in(folded):
        parts.append(reduced(folded[at : found.start], bare))
        parts.append(f"{{{found.entry.id}}}")
        at = found.end
    parts.append(reduced(folded[at:], bare))
    return leveled("".join(parts)), years


@lru_cache(maxsize=1 << 15)
def plain_series(name: str) -> str:
    """The series that a name tells of, in its own words alone: the lexicon may know it by one spelling.

    >>> one, other = "การประชุมรัฐมนตรีอาเซียนด้านดิจิทัล ครั้งที่ 5", "ประชุมรัฐมนตรีอาเซียนดิจิทัล"
    >>> plain_series(one) == plain_series(other)
    True
    """
    return leveled(reduced(_uncounted(name)[0], bare))


@lru_cache(maxsize=1 << 12)
def _uncounted(name: str) -> tuple[str, tuple[int, ...]]:
    """A folded name without its ordinals and years, and the years."""
    folded = _ORDINAL.sub(" ", fold(name))
    if not any(begin in folded for begin in _BEGINS_OF_YEARS):
        return folded, ()
    years = tuple(sorted({to_gregorian(int(year)) for year in _YEAR.findall(folded)}))
    return _YEAR.sub(" ", folded), years


@lru_cache(maxsize=1 << 15)
def numbers_of(name: str) -> frozenset[int]:
    """The numbers of the meeting that a name tells of: two where two were held as one.

    >>> sorted(numbers_of("การประชุมสุดยอดอาเซียน ครั้งที่ ๓๘ และ ๓๙")), sorted(numbers_of("The 10th ADMM-Plus"))
    ([38, 39], [10])
    """
    found: set[int] = set()
    for thai, latin, first in _NUMBER.findall(fold(name)):
        found.update(map(int, _DIGITS.findall(thai + latin)) if not first else (1,))
    return frozenset(found)


def telling(form: str) -> bool:
    """Whether a series is told from others: by a body, framework or state abroad, or by words enough.

    >>> telling("<2>"), telling("<1>{framework-bimstec}")
    (False, True)
    """
    return is_abroad(form) or len(between_marks(form)) >= 16


def is_abroad(form: str) -> bool:
    """Whether a form names what is not ours, or is in Latin letters: it counts through the years."""
    return bool(_LATIN.search(form)) or any(not is_ours(mark[1:-1]) for mark in marks(form) if mark[0] == "{")


def is_yearly(form: str) -> bool:
    """Whether a form names a body or framework abroad, or is in Latin letters: such a series has its year.

    What two states hold with each other they may hold at any time.
    """
    return bool(_LATIN.search(form)) or any(
        mark.startswith(("{framework-", "{body-")) and not is_ours(mark[1:-1]) for mark in marks(form)
    )


def between_marks(form: str) -> str:
    """The words of a form beside what the lexicon knows in it."""
    return _MARK.sub("", form)


def marks(form: str) -> list[str]:
    """What the lexicon and the table of words know in a form, in order."""
    return _MARK.findall(form)
