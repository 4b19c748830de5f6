"""What a seminar is on is told in its name: ``การเสวนาเรื่อง “พลังงานลม”``, ``งานสัมมนาหัวข้อ X``."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import any_of
from kg.mentions.phrases import phrase_end
from kg.model import EntityType, Modality
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.objects import object_of
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.topics import speaks
from kg.text import Span

_IS_SEMINAR = expression(rf"(?:พิธีเปิด)?(?:การ|งาน)?(?:ประชุม)?{any_of('seminars')}")
_ON = expression(rf"{any_of('leads_to_subject')} ?(?:\"|(?=[ก-ฮเ-ไA-Z]))")
_BEHIND = expression(r" ?เรื่อง ?(?:\"|(?=[ก-ฮเ-ไA-Z]))")


def subject_of(reading: Reading, clause: Clause, item: Item, mood: Modality) -> None:
    """Say what the seminar is on that ``item`` names."""
    folded, draft = reading.scan.folded, item.draft
    if draft is None or not draft.named or _IS_SEMINAR.match(folded, item.start, item.end) is None:
        return
    on = _ON.search(folded, item.start, item.end + len(' "')) or _BEHIND.match(folded, item.end, clause.end)
    if on is None:
        return
    start = on.end()
    if on.group().endswith('"'):
        end = folded.find('"', start, clause.end)
    else:
        end = item.end if start < item.end else phrase_end(reading.scan, start, clause.end)
    span = Span(start, end)
    if end > start and speaks(folded, span):
        topic = object_of(reading, span)
        if topic.type is EntityType.TOPIC:
            told = Span(item.start, max(item.end, end))
            reading.say(draft, "discussed", topic, told, "subject-of-seminar.v1", mood)
