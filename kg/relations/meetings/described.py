"""What a meeting is said to be: words that describe it, and are no name of another one."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.mentions.meeting_mention import MeetingMention
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading

_IS = "(?:จะ|ได้)?(?:ถือ|นับ)?(?:ว่า)?เป็น(?:เวที|กลไก)?(?:ของ)?"
_WHICH_IS = expression(rf" ?{any_of('this_turn')}? ?(?:ซึ่ง|โดย)?{_IS}")
# ``การประชุมในวันนี้ ถือเป็นการประชุม``.
_THIS_IS = expression(rf"การประชุม(?: ?ฯ)? ?(?:{any_of('this_turn')}|นี้|ดังกล่าว|ในวันนี้|ฯ) ?(?:ซึ่ง)?{_IS}$")
_REACH = 48


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
