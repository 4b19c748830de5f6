"""What somebody is asked to do, told behind a verb of asking: ``ขอให้เอกอัครราชทูตช่วยผลักดันการค้า``."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import ACTORS
from kg.relations.sentence.reading import Reading

_HELPS = any_of("verbs_of_helping")
# Who may be asked, told by a name, an office or a word for those spoken of.
_ASKED = ACTORS | {"speaker", "meeting", "framework"}
# With these a verb leads on to whom it asks.
_ASKS = ("ให้", "เชิญชวน", "ชักชวน")
# ``พร้อมสนับสนุน | ให้ | ผู้ประกอบการไปลงทุน``: whoever is supported in what he does; to give help is no such.
_LETS = expression("ให้(?!การ|ความ|มี|เกิด|เป็น)")
_WHOM = expression(f" ?(?:และ|กับ)?(?:ท่าน|{any_of('leads_to_state')})? ?")
_DEEDS = any_of("verbs_of_promoting", "verbs_of_changing", "verbs_of_effect")
# What he is to do follows at once, or behind a space where a word tells that it is a deed.
_LEADS = rf"(?: ?(?:ได้|โปรด|{_HELPS}|ใช้โอกาส(?:นี้|ดังกล่าว)?)){{0,4}}"
_BEHIND_SPACE = rf"{_DEEDS}|พิจารณา|ริเริ่ม|กำหนด|จัด|ดำเนิน|ใช้"
_ACT = expression(
    rf"ฯ?{_LEADS}(?:(?<=[ก-ฺเ-๎])(?!{alternatives('tells_of_actor')})(?=[ก-ฮเ-ไ])| (?={_BEHIND_SPACE}))"
)
# People of whom nobody is named are told of with what they are to do: ``ขอให้ผู้ประกอบการไทยไปลงทุนในลาว``.
_PEOPLE = expression(
    rf" ?{any_of('groups_of_people', 'people_of_business', 'come_for_a_body')}[^ \n]{{0,30}}?"
    rf"(?:{_DEEDS}|{any_of('verbs_of_going')}|ลงทุน|ใช้|เข้าร่วม|มีส่วนร่วม)"
)
# ``ขอให้ไทยช่วยพิจารณาการนำเข้าผลไม้``: what is asked for is what is to be considered.
_TO_CONSIDER = expression(
    rf"(?: ?[^ \n]{{2,30}}?| [A-Za-z][A-Za-z .]{{2,40}}?) ?(?:{_HELPS}|รับไป)?(?:พิจารณา|สนับสนุน)"
)
# ``เสนอให้มีเวทีธุรกิจ``: what there is to be.
_THERE_TO_BE = expression(r" ?(?:ได้)?มี(?!ส่วน|บทบาท|ความ|การ|สุข|ผล|โอกาส) ?(?=[ก-ฮเ-ไA-Z])")


def asked_for(reading: Reading, clause: Clause, start: int, end: int) -> tuple[int, bool] | None:
    """Where it begins what a verb that ends at ``start`` asks for; whether that is told by a verb of its own.

    None where the verb asks nobody, or nobody who is known is asked.
    """
    folded = reading.scan.folded
    if _LETS.match(folded, start, end):
        start += len("ให้")
    if not folded.endswith(_ASKS, 0, start):
        return None
    if folded.endswith("ให้", 0, start):
        considered = _TO_CONSIDER.match(folded, start, end)
        if considered is not None:
            return considered.end(), False
        there_to_be = _THERE_TO_BE.match(folded, start, end)
        if there_to_be is not None:
            return there_to_be.end(), False
    edge = start
    for item in clause.starting(start):
        if item.kind not in _ASKED or not _WHOM.fullmatch(folded, edge, item.start):
            break
        edge = item.end
    if edge == start:
        people = _PEOPLE.match(folded, start, end)
        return (start + folded.startswith(" ", start), True) if people is not None else None
    act = _ACT.match(folded, edge, end)
    return (act.end(), True) if act is not None else None
