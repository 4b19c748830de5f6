"""What a document holds is talked of at the meeting that it is for: ``ร่างแผนงาน ก มีสาระสำคัญเกี่ยวกับ X``."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.model import EntityType, Modality
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.objects import object_of
from kg.relations.sentence.phrases import phrases_after, spanned
from kg.relations.sentence.reading import NAMED_BELOW, Reading, is_of_cabinet
from kg.text import Span, without_brackets

# So far behind the document it is told what it holds.
_REACH = 1500
# ``การขนส่งทางบก ทางน้ำ``: so few letters of a list behind its first item tell only parts of that.
_SHORTEST_OF_MANY = 12
_LISTED = expression(
    rf"{any_of('leads_to_list', 'that_is')} ?(?:\(?\d{{1,2}}[.)] ?)?{any_of('fields_of_talk')}?$"
)
_ABOVE_ALL = "".join(f"(?<!{word})" for word in ("เฉพาะ", "เฉพาะใน", "อย่างยิ่ง", "อย่างยิ่งใน"))
_ITSELF = expression(rf"(?:\d[.)] ?|{_ABOVE_ALL}{any_of('fields_of_talk')})$")
_LISTED_REACH = 30


def holds(
    reading: Reading,
    clause: Clause,
    index: int,
    subject: list[Draft],  # noqa: ARG001 - every frame takes it
    mood: Modality,  # noqa: ARG001 - every frame takes it
) -> None:
    """``(X) มีสาระสำคัญเกี่ยวกับ Y``: what a document holds is talked of at the meeting that it is for."""
    verb = clause.items[index]
    found = _meeting_of_document(reading, verb.start)
    if found is None:
        return
    event, when = found
    spans = phrases_after(reading, clause, verb.end)
    for span in spans:
        thing = object_of(reading, span)
        if thing.type is EntityType.TOPIC and not tells_little(reading, spans[0], span):
            reading.say(event, "discussed", thing, spanned(clause, span), "contents.v1", when)


def tells_little(reading: Reading, head: Span, span: Span) -> bool:
    """Whether a phrase only leads to what stands below it, or tells a part of the item before it.

    No part is what has a number, what is told as a field, and what stands in a list that was announced.
    """
    folded = reading.scan.folded
    if folded.startswith(NAMED_BELOW, span.end):
        return True
    return not (
        span is head
        or len(span) >= _SHORTEST_OF_MANY
        or _ITSELF.search(folded, max(0, span.start - _LISTED_REACH), span.start)
        or _LISTED.search(folded, max(0, head.start - _LISTED_REACH), head.start)
    )


def _meeting_of_document(reading: Reading, at: int) -> tuple[Draft, Modality] | None:
    """The meeting that adopts the document whose contents are told at ``at``, and whether it has done so.

    What the cabinet agrees to beforehand is for the meeting that its name tells. None for no such meeting.
    """
    drafts = reading.register.drafts
    for told in reversed(reading.relations):
        if at - told.evidence.start > _REACH:
            return None
        if told.predicate != "adopted":
            continue
        adopts, document = drafts[told.subject], drafts[told.object]
        if _is_named_meeting(adopts):
            return adopts, told.modality
        for draft in filter(_is_named_meeting, drafts.values()):
            if without_brackets(draft.name).strip() in document.name:
                return draft, Modality.PLANNED
    return None


def _is_named_meeting(draft: Draft) -> bool:
    """Whether documents may be for a meeting: it has a name, and is not the cabinet's."""
    return draft.type is EntityType.MEETING and draft.named and not is_of_cabinet(draft)
