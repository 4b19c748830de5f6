"""The words of dates and numbers, as the tables ``months``, ``from_now`` and ``numerals`` have them.

What is a pattern here is a row of alternatives without a group, the longer first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kg.expressions import expression
from kg.lexicon import pattern_of, read_table

# By so many letters of its name in full, of its short or its Latin name, a month is known.
_FULL_KEY, _SHORT_KEY = 4, 3
_ENDING = expression("(?:คม|ยน|พัน(?:ธ์|ธุ์|ธ)?)$")
_DOTS = expression("[. \u00a0\u200b]")


def _months(kind: str) -> tuple[str, ...]:
    return tuple(row["form"] for row in read_table("months") if row["kind"] == kind)


def _either(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


def _patterns(table: str, rows: Iterable[Mapping[str, str]]) -> str:
    return "|".join(pattern_of(table, row) for row in sorted(rows, key=lambda row: -len(row["form"])))


MONTHS: Final = _months("name")
"""The names of the months in full, with the spellings that slip in."""

STEMS: Final = tuple(dict.fromkeys(_ENDING.sub("", name) for name in MONTHS))
"""The names without what they end in: ``มกรา``, ``กุมภา`` …"""

LETTERS: Final = tuple((name.split(".")[0], name.split(".")[1]) for name in _months("short"))
"""The letters that stand for the months: ``("ม", "ค")`` …"""

LATIN_STEMS: Final = tuple(dict.fromkeys(name[:_SHORT_KEY] for name in _months("latin")))
"""The first three letters of the names in Latin letters."""

MONTH_NAMES: Final = _either(MONTHS)
MONTH_STEMS: Final = _either(STEMS)
MONTH_LETTERS: Final = _either(_months("short"))
LATIN_MONTHS: Final = _either(_months("latin"))

_KEYS = {"name": _FULL_KEY, "short": _SHORT_KEY, "latin": _SHORT_KEY}
_NUMBERS: Final = {
    _DOTS.sub("", row["form"])[: _KEYS[row["kind"]]].lower(): int(row["month"])
    for row in read_table("months")
}


def month_number(name: str) -> int:
    """The number of the month of this name, however it is written.

    >>> month_number("มกรา"), month_number("มิ. ย."), month_number("SEPT")
    (1, 6, 9)
    """
    return _NUMBERS.get(name[:_FULL_KEY]) or _NUMBERS[_DOTS.sub("", name)[:_SHORT_KEY].lower()]


_DAYS = [row for row in read_table("from_now") if not row["behind"]]
_TURNS = [row for row in read_table("from_now") if row["behind"]]

DAYS: Final = {row["form"]: int(row["later"]) for row in _DAYS}
"""Words for a day, and how many days later it is: ``วันนี้``, ``พรุ่งนี้`` …"""

TURNS: Final = {row["form"]: int(row["later"]) for row in _TURNS}
"""What stands behind ``เดือน`` or ``ปี``, and how many of them later it is: ``นี้``, ``หน้า`` …"""

DAY_WORDS: Final = _patterns("from_now", _DAYS)
TURN_WORDS: Final = _patterns("from_now", _TURNS)
TURNS_OF_NAMES: Final = _patterns("from_now", [row for row in _TURNS if row["behind"] == "month"])
"""Of the turns those that stand right behind the name of a month too."""

NUMERALS: Final = {row["form"]: int(row["number"]) for row in read_table("numerals")}
"""The words of which numbers are made, with their numbers."""

NUMERAL_WORDS: Final = _patterns("numerals", read_table("numerals"))
