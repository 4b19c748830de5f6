"""What looks like a date and is given no value, each with the reason: the check on :mod:`kg.values.dates`.

The scan is plainer than the reading and knows nothing of it: every month's name, every four digits of
a year between 1900 and 2099 or 2400 and 2599, every ``d/m/y``. What it finds and the reading does not date
is listed, so that no date is dropped in silence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from kg.expressions import expression
from kg.text import CODE_PAGE, Span, one_byte
from kg.values.calendar_words import LATIN_MONTHS, MONTH_LETTERS, MONTH_NAMES
from kg.values.date_patterns import COUNTED
from kg.values.dates import DateMention

# A month in Latin letters is looked for by its name in full, and not by a word such as ``may``.
_LATIN = "|".join(name for name in LATIN_MONTHS.split("|") if len(name) > len("May"))
_MONTH = f"{MONTH_NAMES}|{MONTH_LETTERS}|{_LATIN}"
_PLAIN = expression(
    rf"(?P<month>(?:[0-9]{{1,2}} ?)?(?:{_MONTH}))|"
    r"(?P<slashed>(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/]))|"
    r"(?P<year>(?<![0-9.,])(?:19|20|24|25)[0-9]{2}(?![0-9]|[.,:][0-9]))"
)
_LONG_NUMBER_BEFORE = expression(r"[0-9] ?-? ?$")
_LONG_NUMBER_AFTER = expression(r" [0-9]{3,}")
_COUNT = expression(rf" ?(?:{COUNTED})")
_IN_LATIN = expression(r"[A-Za-z&)'’] {0,2}$")
_INITIALS = expression(r"[ก-ฮ]{1,2}\.")
_RANGE_BEFORE = expression(r"(?:19|20|24|25)[0-9]{2} ?[-–,] ?$")

NOT_ITS_OWN = "a month that no year or day stands with"
ABBREVIATION = "an abbreviation of something else than a month"
NUMBERED = "the year in the number of a session, a term or a case"
LONG_NUMBER = "a part of a longer number"
COUNT = "a count of something"
LATIN_NAME = "a part of a name in Latin letters"
NAME = "a year that no word makes a date: a part of a name, an edition"
NO_DAY = "a day that no calendar has"


class Undated(NamedTuple):
    """Words that look like a date and have no value; ``reason`` says why."""

    span: Span
    reason: str


def undated(folded: str, found: Sequence[DateMention]) -> list[Undated]:
    """What a plain scan of ``folded`` takes for a date and ``found`` gives no value, in order of place.

    Args:
        folded: the text as :func:`kg.text.fold` gives it.
        found: what :func:`kg.values.dates.find_dates` read in it.

    >>> from kg.values.dates import find_dates
    >>> text = "การประชุม APEC 2022 เมื่อวันที่ 31 เมษายน 2565 ครั้งที่ 2/2565"
    >>> [(miss.span.of(text), miss.reason) for miss in undated(text, find_dates(text))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('2022', 'a part of a name in Latin letters'),
     ('วันที่ 31 เมษายน 2565', 'April 2022 has 30 days, not 31'),
     ('2565', 'the year in the number of a session, a term or a case')]
    """
    ends = [mention.span.end for mention in found]
    missed = [Undated(m.span, m.note) for m in found if m.value is None]
    for match in _plain_dates(folded):
        nearest = bisect_left(ends, match.start() + 1)
        if nearest < len(found) and found[nearest].span.start < match.end():
            continue
        missed.append(Undated(Span(*match.span()), _reason(folded, match)))
    return sorted(missed)


@cache
def _begins() -> BytesAhoCorasick:
    """With what any of it begins: the rest of a text is passed over."""
    begins = (*"0123456789", *_MONTH.replace("\\", "").split("|"))
    return BytesAhoCorasick([begin.encode(CODE_PAGE) for begin in begins])


def _plain_dates(folded: str) -> Iterator[re.Match[str]]:
    begins = {start for _, start, _ in _begins().find_matches_as_indexes(one_byte(folded), overlapping=True)}
    end = 0
    for begin in sorted(begins):
        if begin >= end and (match := _PLAIN.match(folded, begin)):
            end = match.end()
            yield match


def _reason(folded: str, match: re.Match[str]) -> str:
    start, end = match.span()
    before = folded[max(0, start - 12) : start]
    if match.lastgroup == "month":
        initials = _INITIALS.match(folded, end) or folded.startswith("ร.", end) or _letter(folded, end)
        return ABBREVIATION if initials and folded[end - 1] == "." else NOT_ITS_OWN
    if match.lastgroup == "slashed":
        return NO_DAY
    signs = (
        (NUMBERED, before.endswith("/")),
        (LATIN_NAME, _IN_LATIN.search(before)),
        (NAME, _RANGE_BEFORE.search(before)),
        (LONG_NUMBER, _LONG_NUMBER_BEFORE.search(before) or _LONG_NUMBER_AFTER.match(folded, end)),
        (COUNT, _COUNT.match(folded, end)),
    )
    return next((reason for reason, sign in signs if sign), NAME)


def _letter(folded: str, at: int) -> bool:
    return "ก" <= folded[at : at + 1] <= "ฮ"
