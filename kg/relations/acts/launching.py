"""What is launched, set up or brought about, by what name, and when."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.model import EntityType, Modality
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading
from kg.text import Span

_CALLED = expression(
    rf" ?(?:ที่)?(?:มี)?(?<!เ){any_of('called_by_name')} ?[\"“]?([A-Za-z][A-Za-z0-9 &-]{{1,40}}|[ก-ฺเ-๎]{{3,40}})"
)
_CALLED_REACH = 60
# ``ดำเนินโครงการตั้งแต่วันที่ 3``: no name, either.
_NOT_LAUNCHED = expression(
    rf"{any_of('begins_no_initiative')}|{any_of('things_set_up')}{any_of('tells_right_behind_things')}"
)
# ``ตามมติคณะรัฐมนตรีเมื่อวันที่ D``, ``ในโอกาสครบรอบ 10 ปี วันที่ D``, ``ให้สัมภาษณ์เมื่อวันที่ D``: the day of something else.
_ANOTHER_DAY = expression(any_of("day_is_of_another"))
# So far before a date stands what it is the day of; so far behind a date at most something is launched.
_OF_WHAT_REACH, _DAY_REACH = 60, 160


def launched_thing(
    reading: Reading, clause: Clause, thing: Draft, span: Span, mood: Modality
) -> Draft | None:
    """What is launched is an initiative; a date that waits is its own, a name after ``เรียกว่า`` too."""
    if _NOT_LAUNCHED.match(thing.name):
        return None
    if thing.type is EntityType.TOPIC:
        thing = reading.register.thing(EntityType.INITIATIVE, thing.name)
    named = _CALLED.search(reading.text(span.start, min(clause.end, span.end + _CALLED_REACH)))
    if named:
        thing.call(named.group(1).strip())
        if reading.framework is not None:
            reading.say(thing, "underFramework", reading.framework, clause, "context.v1")
    for item in reading.pending:
        if item.kind == "date" and _is_its_day(reading, item, span):
            reading.say(thing, "heldOn", item.value, clause, "launch-date.v1", mood)
    reading.pending = [item for item in reading.pending if item.kind != "date"]
    return thing


def _is_its_day(reading: Reading, date: Item, thing: Span) -> bool:
    """Whether a day that waits is that of the launch: no resolution, no feast lies between."""
    start = max(0, date.start - _OF_WHAT_REACH)
    if not 0 <= thing.start - date.end <= _DAY_REACH:
        return False
    return _ANOTHER_DAY.search(reading.scan.folded, start, thing.start) is None
