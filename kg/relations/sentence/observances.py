"""The years of observances: which year is made that of what, and where it stands."""

from __future__ import annotations

from itertools import islice

from kg.expressions import expression
from kg.lexicon import any_of
from kg.model import Modality, is_year
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of

# How many names may stand between a year and the observance that it is made.
_NEAR_YEAR = 4
_OBSERVED = ("ปีแห่ง", "ปีทองแห่ง")
_IS_YEAR = expression(r"^ ?(?:นี้)? ?(?:ซึ่ง|ให้)?เป็น ?$")
_MADE_YEAR = expression(
    rf"(?: ?นี้)?(?:[ก-ฺเ-๎ -]{{0,30}}?(?:(?:จะ|ได้|ยัง)?{any_of('verbs_of_declaring')}?"
    r"(?:ให้|ว่า)?|ซึ่ง|จะ))?เป็น ?\"?"
)
_IN_YEAR = expression(r"\"? ?(?:ใน|ประจำ|สำหรับ|ของ)?(?:ช่วง)? ?")


def years_of(reading: Reading, clause: Clause, index: int) -> None:
    """Lead the years that stand round an initiative to it, where they make it that of an observance."""
    for date in (*islice(clause.before(index), _NEAR_YEAR), *islice(clause.after(index), 1)):
        if date.kind == "date":
            _year_of(reading, date, clause.items[index], clause)


def _year_of(reading: Reading, date: Item, thing: Item, clause: Clause) -> None:
    """``ประกาศให้ปี 2565 เป็นปีแห่ง…``, ``ปีแห่ง… ในปี 2565``: the year of an observance is its date."""
    folded = reading.scan.folded
    observed = folded.startswith(_OBSERVED, thing.start)
    if date.start > thing.start:
        told = observed and _IN_YEAR.fullmatch(folded, thing.end, date.start)
    else:
        gap = folded[date.end : thing.start]
        told = _MADE_YEAR.fullmatch(gap) if observed else _IS_YEAR.match(gap)
    if thing.value != "Initiative" or not told:
        return
    draft = draft_of(thing, reading.register)
    if draft is not None and is_year(date.value):
        mood = Modality.PLANNED if reading.is_coming(date.value) else Modality.ACTUAL
        reading.say(draft, "heldOn", date.value, clause, "year-of.v1", mood)
