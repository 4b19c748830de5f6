"""Who stands near a verb and does not act: to whom something is said, with whom or for whom it is."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import words_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import OF_TITLES
from kg.relations.sentence.company import TALKED
from kg.relations.sentence.items import Item

_TO_WHAT_END = expression(" *เพื่อ")
_GOES_ON = (" และ", " จึง")
# To whom somebody else does these.
_GREETED = frozenset({"receive", "meet", "call", "courtesy", "thank"})
# What is said to somebody who was greeted just before: ``ต้อนรับ B | ชื่นชม``.
_SAID_TO_WHOM = words_of("said_to_a_guest")
_GLUED_ON = (" ", "ฯ ", " และ", "ฯ และ", "และ", " และได้", "ฯ และได้")
# Behind these stands a state for which something is, and which does nothing itself.
_FOR_WHOM = ("กับ", "ต่อ", "แก่")


def is_apart(folded: str, clause: Clause, index: int, item: Item) -> bool:
    """Whether who stands nearest before a verb does not act: ``A หารือกับ B พร้อมกระชับความร่วมมือ``.

    ``… ไทย เพื่อส่งเสริม…``: to what end is no act of the state before it.
    ``A เยือนเกาหลีใต้ เข้าร่วมการประชุม``: whoever travels comes to the meeting, not where he travels to.
    """
    if item.kind == "country" and _TO_WHAT_END.match(folded, item.end):
        return True
    before = next((other for other in clause.before(index) if other.end <= item.start), None)
    if item.kind in OF_TITLES and before is not None and before.kind == "verb" and before.value == "visit":
        return folded[before.end : item.start].strip() in ("", "ประเทศ")
    if before is not None and before.kind == "verb" and before.value in _GREETED:
        # ``A กล่าวต้อนรับ B พร้อมชื่นชม…``, ``A กล่าวต้อนรับ B ชื่นชม…``: it is A who praises besides.
        verb, near = clause.items[index], not folded[before.end : item.start].strip(" ")
        if 0 <= folded.find("พร้อม", item.end, verb.end) <= item.end + 1:
            return near and folded.startswith(" ", item.end)
        if near and folded.startswith(_SAID_TO_WHOM, verb.start):
            return folded[item.end : verb.start] in _GLUED_ON
    begins = _pair_begins(folded, item, before)
    with_whom = begins > clause.start and folded.endswith("กับ", clause.start, begins)
    if with_whom and before is not None and folded.startswith(_GOES_ON, item.end):
        # ``ไทยจะกระชับความร่วมมือกับลาว และพร้อม…``: whoever goes on is not with whom it is done.
        return True
    return (
        folded.startswith(" พร้อม", clause.items[index].start - 1)
        and with_whom
        and any(other.kind == "verb" and other.value in TALKED for other in clause.before(index))
    )


def _pair_begins(folded: str, item: Item, before: Item | None) -> int:
    """Where ``ไทยและลาว`` begins, of which ``item`` is the second; where it is not, where the item does."""
    if item.kind != "country" or before is None or before.kind != "country":
        return item.start
    return before.start if folded[before.end : item.start].strip() in ("และ", "กับ") else item.start


def is_for_whom(folded: str, clause: Clause, item: Item, before: Item | None) -> bool:
    """Whether a state is only that for which, or with which, something is: ``เป็นประโยชน์ต่อไทยและลาว``."""
    if item.kind != "country":
        return False
    begins = _pair_begins(folded, item, before)
    return folded.endswith(_FOR_WHOM, clause.start, begins) and not folded.endswith("ร่วมกับ", 0, begins)
