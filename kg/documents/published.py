"""The date that a document gives itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from kg.documents.lines import DATE, DATE_ABOVE, NUMBER_DATE_LINE, Line
from kg.expressions import expression
from kg.model import DateValue, is_day
from kg.values.calendars import to_gregorian
from kg.values.dates import find_dates

_TODAY = expression(rf"วันนี้ *(?:\( *)?(?:วัน[^ \d(]{{0,12}} *(?:ที่ *)?)?({DATE})")
_IMPORTED = expression(rf"วันที่นำเข้าข้อมูล *(?:: *)?({DATE})")
_THIS_YEAR = expression(r"ปี *(?:พ\.?ศ\.? *)?(25\d\d) *นี้")
_SLIP_DAYS = 60


def published(head: Sequence[Line], body: Sequence[str], *, bare_year: bool) -> DateValue | None:
    """The date of a document: that of its “today”, of its header, or of its entry in the site.

    Args:
        head: the lines above the body, standing parts included.
        body: the paragraphs of the body, in folded form.
        bare_year: whether “ปี 2564 นี้” will do where there is no full date.
    """
    today = _first(match[1] for text in body[:4] if (match := _TODAY.search(text[:400])))
    header = (
        _first(line.text for line in head if DATE_ABOVE.fullmatch(line.text))
        or _first(line.text for line in head if NUMBER_DATE_LINE.fullmatch(line.text))
        or _first(match[1] for line in head if (match := _IMPORTED.match(line.text)))
    )
    # A “today” far from the date of the page is a slip in typing it (2657 for 2567).
    if today and header and abs((_day(today) - _day(header)).days) > _SLIP_DAYS:
        return header
    if today or header:
        return today or header
    if bare_year:
        for text in body:
            match = _THIS_YEAR.search(text)
            if match:
                return DateValue(str(to_gregorian(int(match[1]))))
    return None


def _first(texts: Iterable[str]) -> DateValue | None:
    return next((date for text in texts if (date := _date(text))), None)


def _day(date: DateValue) -> dt.date:
    return dt.date.fromisoformat(date.start)


def _date(text: str) -> DateValue | None:
    """The first full date in ``text``."""
    found = (mention.value for mention in find_dates(text))
    return next((date for date in found if date and is_day(str(date))), None)
