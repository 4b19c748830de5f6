"""The lines of a document, and what a line by itself gives away.

Whether it is a standing part, a contact line, a repeat of a headline, the beginning of a report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, pattern_of, read_table
from kg.text import Span
from kg.values.calendar_words import LETTERS, MONTH_NAMES

DAY: Final = any_of("weekdays")
_LETTERS = "|".join(rf"{first}\.?{second}\.?" for first, second in LETTERS)
MONTH: Final = f"(?:{MONTH_NAMES}|{_LETTERS})"
DATE: Final = rf"\d{{1,2}} *{MONTH} *(?:พ\.?ศ\.? *|ค\.?ศ\.? *)?(?:\d{{4}}|\d{{2}}(?!\d))"
"""A full date in folded text, as a pattern: day, month, year."""

DATE_LINE = expression(rf"(?:วัน *{DAY} *)?(?:ที่ *)?{DATE}")
# Below a headline such a line may tell when that was of which the headline tells.
DATE_ABOVE = expression(rf"(?:วัน *(?:{DAY} *)?)?(?:ที่ *)?{DATE}")
NUMBER_DATE_LINE = expression(r"\d{1,2}/\d{1,2}/\d{4}")
SOURCE_LINE = expression(rf"{any_of('names_of_sources')} *: *(https?://\S+)?")

_OWED = any_of("owed_to_others")
_STANDING = expression(
    r"[^ก-๛A-Za-z0-9]+"  # rows of dots, stars and dashes
    rf"|[*.\-_=]{{3,}} *(?:{DATE}|[^ ]{{0,40}})"
    r"|(?:#\S+\s*)+"
    rf"|{alternatives('buttons_of_pages')}|Tags?:?|Print|Share"
    rf"|{any_of('kinds_of_attachments')}ประกอบ\S*"
    r"|วันที่(?:นำเข้า|ปรับปรุง)ข้อมูล.{0,80}"
    r"|\|? *[\d,]+ *(?:views?|ครั้ง)"
    r"|Your browser does not support the video tag\.?"
    rf"|{any_of('words_of_credit')}?{_OWED}(?: *(?:/|และ) *{_OWED})? *:.{{0,100}}"
    r"|(?:[^ก-๛]{0,60} *: *)?(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
_CONTACT = expression(
    rf"(?:หมายเลข)?(?:{alternatives('ways_to_reach')}|Tel\.?|Fax\.?|Call Center|E-?mail|Website|Facebook)"
    r"(?:[^ก-๛A-Za-z]|ของ|ที่ *\d|$).{0,120}"
    r"|\(?\+?[\d() \-/,.]{7,}(?:ต่อ[\d\-, ]+)?"
    r"|\S[^\s@]*+@\S[^\s.]*+\.\S+",
    re.IGNORECASE,
)
_OFFICE = expression(rf"(?:{alternatives('parts_of_offices')}|สถาน{any_of('envoys')})[^0-9]{{0,100}}")
_LETTERHEAD = expression(
    rf"{any_of('letterheads')}(?: *(?:ฉบับ|เลข)?ที่)?[ \d/.\-]{{0,20}}|ฉบับที่[ \d/.\-]{{1,20}}", re.IGNORECASE
)
_REPORT = expression(
    rf"{alternatives('begins_of_reports')}|(?:ช่วง)?(?:เช้า|ค่ำ)?(?:เมื่อ)?วาน(?:นี้| *\()"
    rf"|(?:ใน)?วันที่ *\d|(?:ใน)?วัน *{DAY}|\(?{DATE}|เวลา *\d|ที่[^ ]{{2,40}} \("
)
_STYLES = "|".join(pattern_of("honorifics", row) for row in read_table("honorifics") if row["script"] == "th")
_SPEAKER = expression(rf"(?:{_STYLES}).{{4,160}}{any_of('verbs_of_telling')}[^ ]{{0,12}}(?:ว่า|ถึง|ภายหลัง|หลัง)")

_SOURCE_LENGTH = 200  # characters; a longer line is a sentence about a source
_OFFICE_LENGTH = 110
_SHORT_KEY = 12  # characters below which a fragment says nothing of where it comes from
_LONGER = 1.6  # how many times longer another wording of a headline may be
_ALIKE = 0.8  # the share of its four-grams that a rewording keeps
_OUTSIDE_KEY = expression(r"[^0-9A-Za-zก-๛]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the blanks around it, in folded form; never empty."""

    span: Span
    text: str

    @property
    def key(self) -> str:
        """The letters and digits of the line, by which repeats are found."""
        return key(self.text)


def lines(folded: str) -> list[Line]:
    """The lines of ``folded`` that hold something, in order."""
    found = []
    at = 0
    for line in folded.split("\n"):
        text = line.strip()
        if text:
            start = at + line.index(text)
            found.append(Line(Span(start, start + len(text)), text))
        at += len(line) + 1
    return found


def key(text: str) -> str:
    """``text`` without spaces and punctuation."""
    return _OUTSIDE_KEY.sub("", text)


def is_standing(text: str) -> bool:
    """Whether a line is a standing part of a page wherever it stands."""
    return (
        _STANDING.fullmatch(text) is not None
        or NUMBER_DATE_LINE.fullmatch(text) is not None
        or (SOURCE_LINE.match(text) is not None and len(text) < _SOURCE_LENGTH)
    )


def is_contact(text: str) -> bool:
    """Whether a line is a telephone number, an e-mail address or the like."""
    return _CONTACT.fullmatch(text) is not None


def is_office(text: str) -> bool:
    """Whether a line may be the name of an office under an article."""
    return len(text) < _OFFICE_LENGTH and _OFFICE.fullmatch(text) is not None


def is_letterhead(text: str) -> bool:
    """Whether a line says of a page that it is a release, and which: ``ข่าวสารนิเทศ ฉบับที่ 12/2564``."""
    return _LETTERHEAD.fullmatch(text) is not None


def begins_report(text: str) -> bool:
    """Whether a line begins as the first sentence of a report does: with its date or its speaker."""
    return _REPORT.match(text) is not None or _SPEAKER.match(text) is not None


def repeats(headline: str, other: str) -> bool:
    """Whether two keys are the same headline: equal, cut off, longer, or slightly reworded.

    >>> repeats(key("ไทย – จีน หารือความร่วมมือทางทะเล"), key("ไทย-จีน หารือความร่วมมือทางทะเล ครั้งที่ 3"))
    True
    """
    if headline == other:
        return True
    short, long = sorted((headline, other), key=len)
    if len(short) < _SHORT_KEY:
        return False
    if long.startswith(short[:-2]) and (short is other or len(long) <= 2 * len(short) + 60):
        return True
    if short is other and short in long:
        return True
    if len(long) > _LONGER * len(short):
        return False
    grams = {short[i : i + 4] for i in range(len(short) - 3)}
    return sum(gram in long for gram in grams) >= _ALIKE * len(grams)
