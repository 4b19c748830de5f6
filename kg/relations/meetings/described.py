"""What the text goes on to tell of a meeting that it has named: what it is, and when and where it is held."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import THAI, expression
from kg.lexicon import any_of
from kg.mentions.meeting_mention import MeetingMention
from kg.model import Modality
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading, is_of_cabinet

_IS = "(?:จะ|ได้)?(?:ถือ|นับ)?(?:ว่า)?เป็น(?:เวที|กลไก)?(?:ของ)?"
_WHICH_IS = expression(rf" ?{any_of('this_turn')}? ?(?:ซึ่ง|โดย)?{_IS}")
# ``การประชุมในวันนี้ ถือเป็นการประชุม``.
_THIS_IS = expression(rf"การประชุม(?: ?ฯ)? ?(?:{any_of('this_turn')}|นี้|ดังกล่าว|ในวันนี้|ฯ) ?(?:ซึ่ง)?{_IS}$")
_REACH = 48
# ``การประชุมดังกล่าวจะ | จัดขึ้น``, ``งานฯ | มีขึ้น``: what is held is the one told before, by its noun.
_THIS_ONE = expression(
    rf"(?<![{THAI}])(?:โดย|ซึ่ง|สำหรับ)?(?:การจัด)?"
    rf"(?P<noun>การ{any_of('nouns_of_gatherings')}|{any_of('events_pointed_back_to')})"
    rf"(?:[{THAI}]{{0,24}}?(?:ดังกล่าว|{any_of('this_turn')}|นี้)| ?ฯ)?(?:นั้น|ได้|จะ|มี|ถูก| )*$"
)
_SUBJECT_REACH = 60


def lead_back(reading: Reading, items: list[Item]) -> None:
    """Let what a meeting is said to be mean that meeting: ``M เป็นการประชุมระดับรัฐมนตรีของกลุ่ม ก``."""
    told: list[Item] = []
    for item in items:
        if item.kind != "meeting" or item.draft is None:
            continue
        if isinstance(item.payload, MeetingMention) and _only_describes(item.payload):
            item.draft = _meant(reading, item, told) or item.draft
        told.append(item)


def _only_describes(mention: MeetingMention) -> bool:
    """Whether a mention has nothing that tells it from others of its kind."""
    return not (mention.ordinals or mention.edition or mention.latin or mention.of)


def _meant(reading: Reading, item: Item, told: list[Item]) -> Draft | None:
    folded = reading.scan.folded
    if told and _WHICH_IS.fullmatch(folded, told[-1].end, item.start):
        return told[-1].draft
    if _THIS_IS.search(folded, max(0, item.start - _REACH), item.start) is None:
        return None
    # Of several that a paragraph names the first, or the one that is on, is the one that it is about.
    if told and (len(told) == 1 or reading.event is None):
        return told[0].draft
    return reading.event


def held(
    reading: Reading,
    clause: Clause,
    index: int,
    subject: list[Draft],  # noqa: ARG001 - every frame takes it
    mood: Modality,  # noqa: ARG001
) -> None:
    """``การประชุมดังกล่าวจัดขึ้น ณ X``: where and when follow of the meeting that is pointed back to."""
    at = clause.items[index].start
    this = _THIS_ONE.search(reading.scan.folded, max(clause.start, at - _SUBJECT_REACH), at)
    if this is None or reading.anchor or reading.paragraph.retelling:
        return
    noun = this["noun"].removeprefix("การ")
    told = [
        draft for draft in (reading.event, reading.named_last, *reading.register.meetings.recent()) if draft
    ]
    meant = next((draft for draft in told if draft.named and noun in draft.name), None)
    if meant is not None and not is_of_cabinet(meant):
        reading.anchor = [meant]
