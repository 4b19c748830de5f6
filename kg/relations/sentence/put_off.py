"""Days, places and journeys that hold no longer: put off or called off, or planned otherwise at first."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, cue
from kg.model import Modality
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading

_CUES = cue("เลื่อน", "ยกเลิก", "เดิม")
_REACH = 200
# The last of these before a day or a place tells whether it was given up or came instead:
# ``ซึ่งเดิมกำหนดจัดที่ ก ถูกเลื่อนเป็นวันที่ ข``, ``เลื่อนการประชุม M ที่ ก ออกไป``.
_GIVEN_UP = (
    f"{alternatives('planned_at_first')}|{any_of('verbs_of_putting_off')}(?=การประชุม|การจัด|งาน|พิธี)|เลื่อนจาก"
)
_INSTEAD = "เลื่อน(?:ออก)?(?:ไป|มา)?(?:เป็น|จัด|ใน)(?!(?:ขึ้น)?เมื่อ)"
# Behind a day that was given up this alone leads to the one that came instead: ``เลื่อนจาก ก เป็น ข``.
_TURNED_INTO = "(?:ไป|มา)?เป็น(?= ?(?:วันที่|เดือน|ช่วง|ระหว่าง)|$)"
_TURN = expression(f"(?P<up>{_GIVEN_UP})|(?P<instead>{_INSTEAD})|{_TURNED_INTO}")
# Behind it: ``การประชุม M ที่ ก ในวันที่ ข ถูกยกเลิก``.
_OFF = expression(rf"[^\n]{{0,60}}?(?:{alternatives('is_called_off')})")

_JOURNEY_OFF = expression(rf"[^\n]{{0,{_REACH}}}?(?P<off>{alternatives('is_called_off')})")
_INSTEAD_AT_ONCE = expression(f"(?:ถูก|ต้อง){_INSTEAD}")


def mood_of_plan(reading: Reading, clause: Clause, item: Item, mood: Modality) -> Modality:
    """The mood of a day or a place: denied where it was given up, planned where it came instead.

    Where nothing tells of either it is ``mood``.
    """
    begin = max(clause.start, item.start - _REACH)
    if item.start < clause.start or not reading.scan.cued(_CUES, begin, item.end + _REACH):
        return mood
    given_up = False
    now = mood
    for turn in _TURN.finditer(reading.scan.folded, begin, item.start):
        if turn["up"]:
            given_up, now = True, Modality.NEGATED
        elif turn["instead"] or given_up:
            now = Modality.PLANNED
    return Modality.NEGATED if now is mood and _is_called_off(reading, clause, item) else now


def mood_of_journey(reading: Reading, clause: Clause, at: int, mood: Modality) -> Modality:
    """The mood of a journey told by a noun that ends at ``at``: denied where it is called off behind it.

    ``การเยือน X ของนาย ก ซึ่งเดิมมีกำหนดในวันที่ 3 ถูกเลื่อนออกไป``; planned where another day came instead.
    """
    if not reading.scan.cued(_CUES, at, at + _REACH):
        return mood
    off = _JOURNEY_OFF.match(reading.scan.folded, at)
    if off is None or reading.scan.starting("verbs", at, off.start("off")):
        return mood
    if any(item.kind == "meeting" and at <= item.start < off.end() for item in clause.items):
        return mood
    instead = _INSTEAD_AT_ONCE.match(reading.scan.folded, off.start("off"))
    return Modality.PLANNED if instead else Modality.NEGATED


def _is_called_off(reading: Reading, clause: Clause, item: Item) -> bool:
    """Whether what is to be there and then is called off behind it, before anything else is told."""
    off = _OFF.match(reading.scan.folded, item.end)
    return off is not None and not any(
        other.kind == "verb" and item.end <= other.start < off.end() for other in clause.items
    )
