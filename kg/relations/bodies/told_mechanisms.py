"""Mechanisms that the lexicon does not know, found by the words that tell of their members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.drafts import Draft
from kg.expressions import THAI, expression
from kg.lexicon import any_of, words_of
from kg.mentions.bodies import HEAD_OF_GATHERING, gathering_at
from kg.mentions.scan import Word
from kg.mentions.things import ThingMention
from kg.relations.sentence.reading import Reading

_OF_ONE_STATE = words_of("bodies_of_one_state")
_COMMON = words_of("gatherings_at_large")
# What makes a state belong to something; who chairs a committee of his own house is in no mechanism.
_BELONGS = expression(any_of("kinds_of_members") + "|ผู้สังเกตการณ์")
# Between a state and that word; of a name that nobody knows it must be sure who belongs to what it names.
_IS_ONE = expression(
    rf"(?:{any_of('tells_membership', 'between_state_and_membership', 'chosen_to_be')}| ){{0,5}}+$"
)
_GAP_REACH = 42
_TO_NAME = expression(rf" ?(?:{any_of('kinds_of_membership')} ?|(?:ลำดับ|ราย)ที่ ?\d{{1,3}} ?)?(?:ของ|ใน|กับ)? ?")
# From the name of a mechanism to the word for its members: ``F (…) ซึ่งปัจจุบันมีประเทศ``.
_TO_MEMBERS = expression(
    rf" ?(?:เป็น[{THAI}]{{3,40}}?(?=ที่|ซึ่ง|มี|ประกอบ))?(?:ซึ่ง|ที่|โดย)?(?:ปัจจุบัน ?)?"
    r"(?:มี|ประกอบ(?:ไป)?ด้วย)(?:จำนวน)?(?:ประเทศ|รัฐ)?(?=สมาชิก|ภาคี)|"
    r" ?(?:ซึ่ง|ที่|โดย)?(?:ปัจจุบัน ?)?มี(?=ประเทศ(?:ที่)?เข้าร่วม)"
)
_MEMBERS_OF = expression(rf"{any_of('kinds_of_members')}(?:ของ|ใน|กับ)? ?$")
_OPENS = ("", " ", "\n", '"', "(")
_NAME_REACH = 120
_OF_REACH = 24


def told_behind(reading: Reading, word: Word) -> list[Draft]:
    """``สมาชิก(ของ)สหภาพ ก``: what stands behind the word for a member, where it begins like a gathering."""
    folded = reading.scan.folded
    opened = _TO_NAME.match(folded, word.end)
    if opened is None or _BELONGS.search(folded, word.start, word.end) is None:
        return []
    gap = _IS_ONE.search(folded, max(0, word.start - _GAP_REACH), word.start)
    state = reading.scan.name_over(gap.start() - 1) if gap is not None and gap.start() > 0 else None
    mention = gathering_at(reading.scan, opened.end(), len(folded))
    if state is None or state.type != "Country" or mention is None:
        return []
    if mention.type == "Framework" and not mention.latin and mention.surface.startswith(_COMMON):
        # ``ภาคีความร่วมมือด้านการเกษตรกับลาว``: words that may be of anything name no mechanism by themselves.
        return []
    return [] if mention.surface.startswith(_OF_ONE_STATE) else [reading.register.mentioned(mention)]


def told_before(reading: Reading, start: int, end: int) -> Draft | None:
    """The last gathering of ``[start, end)`` of whose members it is told there.

    ``เครือข่าย ก (ABC) ซึ่งมีสมาชิก 3 ประเทศ ได้แก่``, ``ประเทศสมาชิกของสหภาพ ก ได้แก่``.
    """
    folded = reading.scan.folded
    found = None
    for mention, of_members in _gatherings(reading, start, end):
        if of_members or _TO_MEMBERS.match(folded, mention.span.end, end):
            found = mention
    return None if found is None else reading.register.mentioned(found)


def made_up_of(reading: Reading, start: int, end: int, behind: re.Pattern[str]) -> Draft | None:
    """``สหภาพ ก (ABC) ประกอบด้วย``: the gathering from whose name ``behind`` leads to ``end``."""
    folded = reading.scan.folded
    for mention, of_members in _gatherings(reading, start, end):
        if not of_members and behind.fullmatch(folded, mention.span.end, end):
            return reading.register.mentioned(mention)
    return None


def _gatherings(reading: Reading, start: int, end: int) -> Iterator[tuple[ThingMention, bool]]:
    """The gatherings named last before ``end`` that no lexicon knows, and whether members are of them."""
    folded, names_at = reading.scan.folded, reading.scan.names_at
    for head in HEAD_OF_GATHERING.finditer(folded, max(start, end - _NAME_REACH), end):
        before = folded[max(start, head.start() - _OF_REACH) : head.start()]
        of_members = _MEMBERS_OF.search(before) is not None
        mention = (
            gathering_at(reading.scan, head.start(), end) if of_members or before[-1:] in _OPENS else None
        )
        if mention is None or mention.surface.startswith(_OF_ONE_STATE):
            continue
        known = names_at.get(head.start()) or names_at.get(head.end())
        if known is None or known.end < mention.span.end:
            # ``สมาชิกในกลุ่มอาเซียน``: the noun says what that is which the lexicon knows.
            yield mention, of_members
