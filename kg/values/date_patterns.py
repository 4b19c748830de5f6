"""The patterns that read every way of writing a date, and where in a text to try which.

Nothing here repeats without a bound: a try at one place costs the same however long the text is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from ahocorasick_rs import BytesAhoCorasick

from kg.expressions import THAI, expression
from kg.lexicon import alternatives, any_of
from kg.text import CODE_PAGE, one_byte
from kg.values.calendar_words import (
    DAY_WORDS,
    DAYS,
    LATIN_MONTHS,
    LATIN_STEMS,
    LETTERS,
    MONTH_NAMES,
    MONTH_STEMS,
    STEMS,
    TURN_WORDS,
    TURNS_OF_NAMES,
)

GAP = " {0,3}"
"""A gap in a text in which every space is a plain one; see :func:`plain_spaces`."""

_WEEKDAY = any_of("weekdays")
_NUMBER = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_DAY = f"{_NUMBER}(?:st|nd|rd|th)?"
_LINK = "(?:--?|จนถึง|ถึง|และ|,|&|and|to)"
_DAYS = f"{_DAY}(?:{GAP}{_LINK}{GAP}(?:วัน{_WEEKDAY}?{GAP}(?:ที่)?{GAP})?{_DAY}){{0,7}}"

_WHOLE_MONTH = f"{MONTH_NAMES}|(?:{MONTH_STEMS})(?![{THAI}])"
# ``ม.ค.``, ``ม. ค.``, ``มค``, ``มค.``: the first letters, by the second.
_SECONDS = tuple(dict.fromkeys(second for _, second in LETTERS))
_FIRSTS = {second: "|".join(first for first, other in LETTERS if other == second) for second in _SECONDS}
_LETTERS = "|".join(f"(?:{_FIRSTS[letter]})(?:\\.{GAP}|(?={letter}\\.)){letter}" for letter in _SECONDS)
# A third dotted letter makes it something else: ก.พ.ร., ส.ค.ส., ก.ค.ศ.
_SHORT_MONTH = f"(?:{_LETTERS})(?:\\.(?!(?![พค]\\.{GAP}ศ)[ก-ฮ]\\.)|(?![{THAI}]|\\.))"
_LATIN_MONTH = f"(?i:{LATIN_MONTHS})(?![A-Za-z])\\.?"
_MONTH = f"(?:{_WHOLE_MONTH}|{_SHORT_MONTH}|{_LATIN_MONTH})"

_ERA = f"(?:[พค]{GAP}\\.{GAP}ศ\\.?|(?:พุทธ|คริสต์?)ศักราช)"
_FOUR = "(?:1[5-9]|2[0-6])[0-9]{2}(?![0-9])"
COUNTED = f"ปี(?!{GAP}[0-9])|เดือน(?!{MONTH_STEMS})|{alternatives('measures')}"
_TWO = f"(?:5[0-9]|6[0-9]|7[0-5])(?![0-9]|[.,:/][0-9]|{GAP}(?:{COUNTED}))"
_PARALLEL = f"(?:{GAP}\\({GAP}{_ERA}{GAP}[12][0-9]{{3}}(?:{GAP}-{GAP}[12][0-9]{{3}})?{GAP}\\))?"

_YEAR_TAIL = (
    f"(?:(?:{GAP},?{GAP}|-)(?:ของ)?(?:ปี{GAP})?(?:(?P<era>{_ERA}){GAP})?(?P<year>{_FOUR})"
    f"(?:{GAP}(?P=year)(?![0-9]))?{_PARALLEL}|{GAP}(?:ปี{GAP})?(?P<short>{_TWO}))?"
)
_NEARNESS = f"(?:{GAP}(?:ของ|ใน)?{GAP}(?P<near>{TURNS_OF_NAMES}|ปี(?:{TURN_WORDS})|ทุก{GAP}(?:ๆ{GAP})?ปี))?"

_IN_MONTH = f"(?:{GAP}(?:(?:เดือน|of){GAP})?|-)"
_MONTHED = f"(?P<month>{_MONTH}){_YEAR_TAIL}{_NEARNESS}"
_MONTH_FIRST = (
    f"(?P<us_month>{_LATIN_MONTH}){GAP}(?P<us_day>{_DAY})(?:{GAP}-{GAP}(?P<us_last>{_DAY}))?"
    f"{GAP},?{GAP}(?P<us_year>{_FOUR})"
)
_NUMERIC = (
    f"(?:(?P<from_day>{_NUMBER}){GAP}-{GAP})?(?P<num_day>[0-9]{{1,2}})(?P<mark>[/.-])(?P<num_month>[0-9]{{1,2}})(?P=mark)"
    f"(?:(?P<num_year>{_FOUR})|(?<=/)(?P<num_short>[0-9]{{2}})(?![0-9]))(?![/-]?[0-9])"
)
_ISO = f"(?P<iso_year>{_FOUR})-(?P<iso_month>[0-9]{{2}})-(?P<iso_day>[0-9]{{2}})(?![0-9])"
_BRACKETED = f"(?<=\\()(?P<in_first>{_FOUR})(?:{GAP}-{GAP}(?P<in_last>{_FOUR}))?(?={GAP}\\))"

_PART = (
    f"(?:ฤดู{any_of('seasons')}|ครึ่ง(?:ปี)?(?:แรก|หลัง)|"
    f"ไตรมาส{GAP}(?:ที่)?{GAP}(?:[1-4]|แรก|สุดท้าย|หนึ่ง|สอง|สาม|สี่)(?![0-9]))"
)
_A_YEAR = "[12][0-9]{3}"
_FROM_YEAR = f"(?P<from_year>{_A_YEAR})(?![0-9]|[.,][0-9])(?:{GAP}(?P=from_year)(?![0-9]))?"
_TO_YEAR = (
    f"{GAP}(?:-|จนถึง|ถึง|/){GAP}(?:ปี{GAP})?(?:{_ERA}{GAP})?(?P<to_year>{_A_YEAR})(?![0-9])|"
    "[-/](?P<to_short>[0-9]{2})(?![0-9/.-])"
)
_AND_YEAR = f"{GAP}และ{GAP}(?P<and_year>{_A_YEAR})(?![0-9])"
_YEARS = f"{_FROM_YEAR}(?:{_TO_YEAR}|{_AND_YEAR})?{_PARALLEL}(?:{GAP}(?:{TURNS_OF_NAMES}))?"
_SHORT_YEARS = f"(?P<short_from>{_TWO})(?:{GAP}-{GAP}(?P<short_to>{_TWO}))?"
_OF_YEAR = (
    f"(?P<part>{_PART}(?:{GAP}/|{GAP}(?:ของ|ใน))?{GAP})?(?P<word>ปี{any_of('kinds_of_years')}?{GAP})?"
    f"(?P<years_era>{_ERA}{GAP})?"
)
_YEARED = f"(?=[ปพคฤไ]){_OF_YEAR}(?:{_YEARS}|{_SHORT_YEARS}|(?P<turn>{TURN_WORDS})|(?P<bare>(?![{THAI}])))"
_DAY_WORD = f"(?P<day_word>{DAY_WORDS})"
_MONTH_WORD = f"เดือน{GAP}(?P<month_word>{TURN_WORDS})"

# Most numbers are no date, and what follows them tells: one look spares every other try.
_PROMISING = (
    f"(?=[0-9]{{1,4}}(?:st|nd|rd|th)?(?:{GAP}(?:[-),&aotJFMASONDjfmasond]|ม[กีิ.ค]|ก[ุร.ัพคย]|พ[ฤ.คย]|ส[ิ.ค]|ต[ุ.ค]|ธ[ั.ค]|"
    "เ[มด]|ถึ|จน|และ)|[/.][0-9]{1,2}[/.]))"
)
_NUMBERED = expression(
    f"{_PROMISING}(?:(?P<iso>{_ISO})|(?P<numeric>{_NUMERIC})|(?P<bracketed>{_BRACKETED})|"
    f"(?P<day>(?P<days>{_DAYS}){_IN_MONTH}{_MONTHED}))"
)
_NAMED = expression(f"(?P<month_first>{_MONTH_FIRST})|(?P<month_alone>{_MONTHED})")
_SPOKEN = expression(f"(?P<yeared>{_YEARED})|(?P<spoken_day>{_DAY_WORD})|(?P<spoken_month>{_MONTH_WORD})")

_NAMES = (*STEMS, *LATIN_STEMS, *map(str.upper, LATIN_STEMS))
_SPOKEN_WORDS = (*DAYS, "ปี", "เดือน", "ฤดู", "ครึ่ง", "ไตรมาส")
_ERA_WORD = "ศักราช"
_ERA_LEADS = ("พุทธ", "คริสต์", "คริสต")
# (what shows that a date may be near, the pattern to try, whether the date starts before it)
_TRIGGERS = (
    *((digit, _NUMBERED, False) for digit in "0123456789"),
    *((name, _NAMED, False) for name in _NAMES),
    *((word, _SPOKEN, False) for word in _SPOKEN_WORDS),
    *((f".{space}{letter}", _NAMED, True) for space in ("", " ") for letter in _SECONDS),
    *((word, _SPOKEN, True) for word in (".ศ", ". ศ", _ERA_WORD)),
)
_Match = Callable[[str, int], re.Match[str] | None]


def plain_spaces(folded: str) -> str:
    """A text with a plain space for each that does not break or has no width: of the same length.

    Patterns then name one character for a gap, and are made in half the time.
    """
    return folded.replace("\u00a0", " ").replace("\u200b", " ")


@cache
def _finder() -> tuple[BytesAhoCorasick, tuple[tuple[bool, _Match, bool], ...]]:
    """What finds the triggers; of each whether it is a digit, the match, whether that starts before."""
    return (
        BytesAhoCorasick([trigger.encode(CODE_PAGE) for trigger, _, _ in _TRIGGERS]),
        tuple((pattern is _NUMBERED, pattern.match, before) for _, pattern, before in _TRIGGERS),
    )


def tries(folded: str) -> Iterator[tuple[int, _Match]]:
    """Where in ``folded`` a date may start, in order, each with the match to try there."""
    digit_end = -1
    finder, found = _finder()
    for trigger, start, end in finder.find_matches_as_indexes(one_byte(folded)):
        number, match, before = found[trigger]
        if number:
            goes_on = start == digit_end
            digit_end = end
            if not goes_on and not (start and _inside_number(folded, start)):
                yield start, match
        elif not before:
            yield start, match
        else:
            place = _before(folded, start)
            if place >= 0:
                yield place, match


def _inside_number(folded: str, start: int) -> bool:
    """Whether the digit at ``start`` goes on with a fraction, a time or a serial number."""
    before = folded[start - 1]
    return before == "/" or (before in ".,:" and start > 1 and folded[start - 2] in "0123456789")


def _before(folded: str, start: int) -> int:
    """Where the abbreviation or era begins whose dot or last word is at ``start``; -1 for neither."""
    if folded.startswith(_ERA_WORD, start):
        leads = (lead for lead in _ERA_LEADS if folded.endswith(lead, 0, start))
        return start - len(next(leads, "")) if folded.endswith(_ERA_LEADS, 0, start) else -1
    place = start - 1
    if place > 0 and folded[place] in "ีิม" and folded[place - 1] in "มเ":
        place -= 1
    return place
