"""States that a text lists as the members of a mechanism."""

from __future__ import annotations

from itertools import islice

from kg.entities.drafts import Draft
from kg.expressions import THAI, expression
from kg.lexicon import HOME, alternatives, any_of, sole_entry_of, words_of
from kg.model import EntityType
from kg.relations.bodies.told_mechanisms import made_up_of, told_before
from kg.relations.sentence.clause import REACH
from kg.relations.sentence.items import Item, index_at
from kg.relations.sentence.meeting_series import PLUS_THREE
from kg.relations.sentence.reading import Reading, is_actor
from kg.relations.sentence.referents import draft_of
from kg.text import Span, without_brackets

COMMA = expression(rf"[ ,]*+(?:และ|หรือ|{alternatives('joins_more')})?[ ,]*+$")
_LATIN_BODY = expression(r"[ ,]*+([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,5})[ ,]*+(?:และ)?+[ ,]*+")
# Of all of them, and not of some.
_ALL_OF_THEM = "(?:ได้แก่|ประกอบ(?:ไป)?ด้วย|คือ)"
# What leads to a list of states: ``ประเทศสมาชิก 3 ประเทศ ได้แก่``, ``คู่เจรจา (``, ``คู่เจรจาเช่น``, ``บวกสาม (``.
_NAMELY = expression(
    rf"(?:(?:ประเทศ|{alternatives('kinds_of_members', 'kinds_of_partners')})"
    rf"(?:(?!คณะผู้แทน)[^()\n]){{0,60}}?{_ALL_OF_THEM} *|"
    r"(?:สมาชิก|คู่เจรจา|ภาคี)(?:[^ ()\n]{0,12}|[^()\n]{0,20}? ?\d{1,2} ?(?:ประเทศ|เขตเศรษฐกิจ)) ?\(|"
    rf"{any_of('kinds_of_members')}[^()\n]{{0,40}}?{any_of('leads_to_list')} ?|"
    r"คู่เจรจา[^ ()\n]{0,16} ?(?:อย่าง|อาทิ|เช่น) ?|บวก ?(?:สาม|3) ?\()$"
)
# So far before a list stand the mechanism and what leads to its members; so much around it is quoted.
_LIST_REACH = 150
# ``F ประกอบด้วยสมาชิก 15 ประเทศ คือ สมาชิกอาเซียน 10 ประเทศ และคู่เจรจา 5 ประเทศ ได้แก่…``: all are of F.
_MADE_UP = expression(
    r"(?:ประกอบด้วย|มี)(?:ประเทศ)?สมาชิก ?"
    r"(?:(?:จำนวน|ทั้งหมด|ครอบคลุม)?(?:กว่า)? ?\d{1,2} ประเทศ|(?=(?:ของ)?อาเซียน \d))"
)
_MADE_UP_REACH = 220
_OF_BODY = expression(r"(?:สมาชิก(?:ของ)?|\d ประเทศ)$")
_PLUS_THREE = expression(r"บวก ?(?:สาม|3) ?\($")
# Behind the name of a meeting only these tell that who is listed belongs to its mechanism.
_BELONG = expression(alternatives("kinds_of_members", "kinds_of_partners"))
_MEETINGS = ("การประชุม", *words_of("heads_of_series"))
# Of states that are not called members only those that stand right behind the name are: ``F (…) รวม 27 ประเทศ
# ได้แก่``, ``F เป็นกรอบความร่วมมือของ 7 ประเทศ ได้แก่``; and not ``F มีผู้เข้าแข่งขัน 7 ประเทศ ได้แก่``.
_ITS_STATES = expression(
    r"\)? ?(?:\([^()\n]{1,80}\) ?)?"
    rf"(?:(?:ซึ่ง)?เป็น{any_of('kinds_of_mechanisms')}[{THAI}]{{0,40}}?(?=ของ|ระหว่าง)(?:ของ)? ?)?"
    r"(?:(?:รวม|จำนวน|ทั้งหมด|ทั้งสิ้น|ทั้ง|ระหว่าง) ?){0,2}(?:\d{1,2} ?ประเทศ)?+"
    rf"(?:ใน[{THAI}]{{3,40}}| )?+ ?{_ALL_OF_THEM}(?:ประเทศ)? *"
)
# These gather more states than what they come under.
_WIDER = expression("กับ|เอเชีย|^การประชุมสหประชาชาติ")
# What may stand between a mechanism and its members.
_RIGHT_BEHIND = expression(
    r"\)? ?(?:\([^()\n]{1,80}\) ?)?(?:ซึ่ง)?(?:มีสมาชิก ?)?(?:ประกอบ(?:ไป)?ด้วย|ได้แก่) ?(?:ประเทศ)?| ?\((?:ประเทศ)?"
)
# A body that has members, by its noun and what stands for the rest of its name.
_HAS_MEMBERS = expression(
    rf"(?P<head>{any_of('bodies_of_members')})[^ \n]{{0,60}}? ?(?:\([^()\n]{{1,80}}\) ?)?"
    rf"(?:ประกอบด้วย|มี)(?:ประเทศ|รัฐ)?(?:ภาคี)?สมาชิก(?:จำนวน|ทั้งสิ้น|ทั้งหมด|รวม)?(?:ใน[{THAI}]{{3,30}})? ?"
    rf"(?:\d{{1,3}} ?(?:ประเทศ|รัฐ|เขตเศรษฐกิจ))? ?{any_of('leads_to_list', 'that_is')} ?(?:ประเทศ)?$"
)
_SEVERAL = 2
ASEAN = sole_entry_of("asean")
_PARTNERS = "คู่เจรจา"
_MEMBERS = "ประเทศสมาชิก"
_OF_ONE_STATE = words_of("bodies_of_one_state")
# ``ได้แก่ อาเซียน 10 ประเทศ จีน และญี่ปุ่น``: a list of states may begin with the members of a body.
_AND_MEMBERS = expression(r" ?\d{1,2} ประเทศ[ ,]*(?:และ)? ?(?:ประเทศ)?")
_WITH_STATES = expression(
    rf"(ความร่วมมือ(?:ด้าน)?[{THAI} ,]{{3,60}}?) กับประเทศ[^()\n]{{0,60}}?(?:ได้แก่|ประกอบด้วย) ?$"
)


def is_mechanism(item: Item) -> bool:
    """Whether an item is a framework, or a body of the lexicon to which states may belong."""
    return item.kind == "framework" or (
        item.kind == "body" and item.value.startswith("body-") and item.qualifies != "pair"
    )


def listed(reading: Reading, items: list[Item], position: int) -> list[Draft]:
    """The actors of the list that begins at ``position``."""
    folded = reading.scan.folded
    found: list[Draft] = []
    edge = position
    for item in islice(items, index_at(items, position), None):
        if folded[edge : item.start].strip() == "(":
            continue
        gap = without_brackets(folded[edge : item.start])
        latin = _LATIN_BODY.fullmatch(gap) if found else None
        if latin:
            found.append(reading.register.thing(EntityType.ORGANIZATION, latin.group(1)))
            gap = ""
        if item.kind not in ("country", "body") or not COMMA.match(gap):
            if item.kind in ("mood", "membership", "speaker") and found and item.start - edge < 3:
                continue
            break
        draft = draft_of(item, reading.register)
        if draft is not None and is_actor(draft):
            found.append(draft)
        edge = item.end
    return found


def list_start(folded: str, items: list[Item], index: int) -> int:
    """Where the list begins whose first state is ``items[index]``."""
    start = items[index].start
    before = index - 1
    while before >= 0 and items[before].kind == "speaker":
        before -= 1
    if before < 0 or items[before].kind not in ("body", "framework"):
        return start
    members = _AND_MEMBERS.fullmatch(folded, items[before].end, start)
    return items[before].start if members else start


def member_list(reading: Reading, items: list[Item], index: int, span: Span) -> None:
    """``F … N ประเทศ ได้แก่ X Y และ Z``; ``ความร่วมมือด้าน F กับประเทศ … ได้แก่ X Y และ Z``."""
    item = items[index]
    begin = list_start(reading.scan.folded, items, index)
    before = reading.scan.folded[max(span.start, begin - _LIST_REACH) : begin]
    namely = _NAMELY.search(before)
    if namely is None:
        _told_right_behind(reading, items, index, begin, span)
        return
    named = _WITH_STATES.search(before)
    made_up = _made_up_of(reading, items, index, span)
    mechanism = made_up or told_before(reading, span.start, begin) or _pointed_to(reading, items, begin)
    if mechanism is None and _PLUS_THREE.search(namely.group()):
        mechanism = reading.register.of_lexicon(PLUS_THREE)
    if mechanism is not None:
        pass
    elif named:
        mechanism = reading.register.thing(EntityType.FRAMEWORK, _from_head(named.group(1)))
    else:
        belong = _BELONG.search(namely.group()) is not None
        before_list = (
            other
            for other in reversed(items[max(0, index - REACH) : index])
            if other.end <= begin and (belong or _has_states(reading, other, begin))
        )
        mechanism = next((m for e in before_list if (m := _mechanism_in(reading, e)) is not None), None)
        if mechanism is None:
            mechanism = _whose_members(reading, namely.group())
    if mechanism is None or mechanism.name.startswith(_OF_ONE_STATE):
        return
    if mechanism.lexicon is not None and mechanism.lexicon.country == HOME:
        # ``สำนักงาน ก ประสานกับ 3 ประเทศ คือ…``: a state's own office has no states for members.
        return
    around = _around(reading.scan.folded, item, span)
    # ``คู่เจรจาของอาเซียน ได้แก่``: partners of one who are members of another are told of with both.
    partners = made_up is not None and _PARTNERS in namely.group()
    partners_of = _whose_members(reading, namely.group()) if partners else None
    for draft in (*_with_members(reading, items, begin), *listed(reading, items, item.start)):
        for whose in dict.fromkeys((mechanism, partners_of or mechanism)):
            if draft is not whose:
                reading.say(draft, "participatesIn", whose, around, "member-list.v1")


def _pointed_to(reading: Reading, items: list[Item], begin: int) -> Draft | None:
    """``สมาพันธ์ ก (…) … สมาพันธ์ฯ มีสมาชิก 3 ประเทศ ได้แก่``: the body that is told to have members."""
    folded = reading.scan.folded
    told = _HAS_MEMBERS.search(folded, max(0, begin - _LIST_REACH), begin)
    if told is None:
        return None
    bodies = (item for item in reversed(items[: index_at(items, told.end())]) if item.kind == "body")
    body = next((b for b in bodies if not b.value and folded.startswith(told["head"], b.start)), None)
    return draft_of(body, reading.register) if body is not None else None


def _with_members(reading: Reading, items: list[Item], begin: int) -> list[Draft]:
    """The body whose members a list begins with: ``ได้แก่ อาเซียน 10 ประเทศ จีน และญี่ปุ่น``."""
    body = items[index_at(items, begin)]
    draft = draft_of(body, reading.register) if body.kind == "body" else None
    return [draft] if draft is not None else []


def _made_up_of(reading: Reading, items: list[Item], index: int, span: Span) -> Draft | None:
    """The framework that is told to have so many members, of whom the list at ``items[index]`` names some."""
    folded, start = reading.scan.folded, items[index].start
    told_of = list(_MADE_UP.finditer(folded, max(span.start, start - _MADE_UP_REACH), start))
    if not told_of:
        return None
    told = told_of[-1]
    before = [item for item in items[max(0, index - REACH) : index] if item.end <= told.start()]
    of = next((item for item in reversed(before) if item.kind in ("framework", "thing", "body")), None)
    if of is None or not is_mechanism(of):
        return None
    mechanism = draft_of(of, reading.register)
    inside = (item for item in items[:index] if item.start >= told.end() and is_mechanism(item))
    for body in inside:
        # ``คือ สมาชิกอาเซียน 10 ประเทศ``: the members of a body are its members, too.
        draft = draft_of(body, reading.register)
        if mechanism is not None and draft is not None and _OF_BODY.search(folded, told.start(), body.start):
            reading.say(draft, "participatesIn", mechanism, _around(folded, body, span), "member-list.v1")
    return mechanism


def _whose_members(reading: Reading, namely: str) -> Draft | None:
    """The mechanism that a list of members leaves unsaid: the last one; partners in dialogue are ASEAN's."""
    register = reading.register
    if _PARTNERS in namely:
        asean = register.lexicon.entry(ASEAN)
        told = any(hit.entry is asean for hit in reading.scan.names)
        return register.entry(asean) if told else None
    return reading.framework if _MEMBERS in namely else None


def _told_right_behind(reading: Reading, items: list[Item], index: int, begin: int, span: Span) -> None:
    """``F (…) ประกอบด้วย X Y และ Z``, ``F (X Y และ Z)``: several states right behind it are its members."""
    folded = reading.scan.folded
    before_it = reversed(items[max(0, index - REACH) : index])
    before = next((item for item in before_it if item.end <= begin and item.kind != "role"), None)
    mechanism = None
    if before is not None and _RIGHT_BEHIND.fullmatch(folded, before.end, begin):
        mechanism = _mechanism_in(reading, before)
    if mechanism is None:
        mechanism = made_up_of(reading, span.start, begin, _RIGHT_BEHIND)
    members = listed(reading, items, items[index].start)
    if mechanism is None or mechanism.name.startswith(_OF_ONE_STATE) or len(members) < _SEVERAL:
        return
    for draft in members:
        if draft.type is EntityType.COUNTRY:
            evidence = _around(folded, items[index], span)
            reading.say(draft, "participatesIn", mechanism, evidence, "members-behind.v1")


def _mechanism_in(reading: Reading, item: Item) -> Draft | None:
    """The mechanism that an item is, or that a meeting or a title in the plural names.

    ``รัฐมนตรีสาธารณสุขประเทศอาเซียน ได้แก่…``; of a mechanism that is nothing but its meetings what leads it.
    """
    if is_mechanism(item):
        return draft_of(item, reading.register)
    if item.kind not in ("role", "meeting", "thing"):
        return None
    register = reading.register
    for hit in reversed(reading.scan.names_within(item.start, item.end)):
        if hit.type == "Framework" or hit.entry.cls == "InternationalOrganization":
            name = hit.entry.name("th")
            leads = hit.entry.parent and name.startswith(_MEETINGS) and not _WIDER.search(name)
            return register.entry(register.lexicon.entry(hit.entry.parent) if leads else hit.entry)
    return None


def _has_states(reading: Reading, item: Item, begin: int) -> bool:
    """Whether the states of the list that begins at ``begin`` stand right behind a mechanism, as its own."""
    names = reading.scan.names_within(item.start, item.end)
    end = item.end if is_mechanism(item) or not names else names[-1].end
    return _ITS_STATES.fullmatch(reading.scan.folded, end, begin) is not None


def _from_head(surface: str) -> str:
    return surface[surface.rfind("ความร่วมมือ") :].strip()


def _around(folded: str, item: Item, span: Span) -> Span:
    """From the mechanism's name before a list to the end of the paragraph's list, cut at spaces."""
    start, end = max(span.start, item.start - _LIST_REACH), min(span.end, item.end + _LIST_REACH)
    if start > span.start:
        start = max(start, folded.find(" ", start, item.start) + 1)
    if end < span.end:
        end = max(folded.rfind(" ", item.end, end), item.end)
    return Span(start, end)
