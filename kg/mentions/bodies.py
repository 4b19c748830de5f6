"""Bodies that the lexicon does not know: ministries, offices, companies, by the head noun of their names."""

from __future__ import annotations

import re

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, cue, not_after, words_of
from kg.mentions.brackets import latin_names
from kg.mentions.scan import Scan
from kg.mentions.things import BRACKET, ThingMention
from kg.text import Span

_HEAD = alternatives("heads_of_bodies")
_GROUP = any_of("heads_of_groups")
_ANY = any_of("heads_of_bodies", "heads_of_groups")
_BODY = expression(_HEAD)
# Many a thing begins like a group: it is a body where a bracket tells its name in Latin letters.
_INTRODUCED = expression(rf"{_GROUP}(?=[ก-ฺเ-๎]{{6,}} ?\((?=[A-Z]))")
_ANY_HEAD = expression(_ANY)
# The heads as words, by which a text is looked through once: what may not follow them is looked at then.
_HEAD_WORDS = cue(*words_of("heads_of_bodies", "heads_of_groups"))
_GLUED = words_of("glued_before_bodies")
# What follows a head noun and names no body: ``บริษัทชั้นนำ``, ``กระทรวงที่เกี่ยวข้อง``.
_NO_BODY = expression(alternatives("no_names_of_bodies"))
# What a body does or is; the same words may be a part of another: ``รายได้``, ``ความเป็นเลิศ``.
_DOES_OR_IS = (
    r"(?<!ราย)ได้|(?<!ความ)(?<!การ)(?<!กลาย)เป็น|(?<!ความ)พร้อม|(?<!ผู้)(?<!ถูก)ต้อง|"
    r"(?<!การ)(?<!เพื่อ)(?<!และ)ดำเนินการ"
)
# Where a name ends inside a run of letters: who else is named, what is told of it.
_NAME_END = expression(
    rf"(?P<held>{alternatives('words_holding_ends')})|"
    rf"(?:กับ|และ){any_of('heads_of_bodies', 'heads_of_groups', 'parties_named_next')}|"
    rf"{alternatives('ends_of_bodies')}|{_DOES_OR_IS}|จะ(?=[ก-ฮเ-ไ]{{3}})"
)
# ``สำนักงานเมฆาจังหวัด 13 จังหวัด``, ``โรงเรียนเมฆา 3 แห่ง``: many houses of a kind are none of them.
_MANY = expression(rf" ?\d{{1,3}} ?{any_of('counts_of_houses')}(?![ก-ฺเ-๎])")
HEAD_OF_GATHERING = expression(any_of("heads_of_gatherings", "heads_of_bodies"))
_COMPANY = expression(
    r"บริษัท ?(?:[^\n()]{2,60}? ?จำกัด(?: ?\(มหาชน\))?|[A-Z][A-Za-z0-9&.-]*(?: [A-Z][A-Za-z0-9&.-]*){0,4})"
)
# Small words before an act: ``สมาคม ก ยังได้เสนอ``.
_BEFORE_ACT = expression(rf"(?:{alternatives('small_before_acts')}|ได้|จะ){{1,5}}$")
# ``สำนักงานทางหลวงที่ 3``; without a number the word leads on to what is told of the body.
_ITS_NUMBER = expression(rf"ที่{not_after('words_in_thi')} ?\d{{1,3}}(?![\d.,])")
_LOOSE_END = expression(rf"(?:ที่{not_after('words_in_thi')}|และ|หรือ|จาก|(?<!ก)ว่า|ให้|เพื่อ(?:การ)?)$")
_OTHER_HEAD = expression(_GROUP)
_SHORTEST_NAME = 5  # letters behind the head noun
# People who come for a house are no field of another: ``กระทรวง ก ผู้แทนกระทรวง ข และผู้แทนสถานทูตญี่ปุ่น``.
_PEOPLE = rf"(?:คณะ)?{any_of('come_for_a_body', 'staff_of_bodies')}|{alternatives('begins_of_others')}"
_NO_FIELD = f"{_ANY}|{_PEOPLE}|กับ|โดย|ซึ่ง|ณ"
# The other fields of a ministry, up to its state.
_MORE_OF_MINISTRY = expression(
    rf"(?:(?: (?!{_NO_FIELD})[ก-ฺเ-๎]{{3,24}}){{0,4}}"
    rf" ?และ ?(?!{_ANY}|{_PEOPLE})[ก-ฺเ-๎]{{3,30}})?"
    r"(?: ?\([A-Z]{2,8}\))? ?(?:แห่ง|ของ)?(?:ประเทศ)?"
)
# The same where its English name in the bracket tells that the fields are its own.
_MORE_IN_BRACKET = expression(
    rf"(?: (?!{_NO_FIELD})[ก-ฺเ-๎]{{3,24}}){{1,2}} ?และ ?(?!{_ANY}|{_PEOPLE})[ก-ฺเ-๎]{{3,30}}"
    r"(?= ?\((?:The )?(?:Ministry|Department))"
)
_LONGEST_MORE = 80
# What a body is for ends its name, or is what is done there: the bracket with its English name tells.
_FOR_WHAT = "เพื่อ"
_FOR_IN_BRACKET = expression(r" ?\((?:The )?[A-Z][A-Za-z]{2,20}(?: [A-Za-z]{2,20}){0,6} for [A-Z]")
_DASH = expression(r" ?[-–] ?")
_TO_WHAT_END = expression(r"เพื่อมิตรภาพ")
# No name goes on for longer: a page without a space would be looked through from each body in it.
_TOKEN = expression(r"[ก-ฺเ-๎]{1,300}+")


def places_of_bodies(scan: Scan, start: int, end: int) -> list[int]:
    """Where the name of a body may begin in ``[start, end)``, by its head noun."""
    folded = scan.folded
    apart: list[int] = []
    glued: list[int] = []
    behind_verbs: list[int] = []
    for at in scan.places_of(_HEAD_WORDS, start, end + 1):
        before = folded[at - 1 : at] if at > start else ""
        if not before:
            apart += [at] if _BODY.match(folded, at, end) else ()
        elif not ("ก" <= before <= "ฺ" or "เ" <= before <= "๎"):
            apart += [at] if _ANY_HEAD.match(folded, at, end) else ()
        elif folded.endswith(_GLUED, start, at) and _ANY_HEAD.match(folded, at, end):
            glued.append(at)
        verb = scan.verb_to(at)
        # A verb frees what is glued to it: ``หารือกับสถานเอกอัครราชทูต…``.
        if verb is not None and verb.start >= start and _BODY.match(folded, at):
            behind_verbs.append(at)
    return apart + glued + behind_verbs


def company_at(scan: Scan, start: int, limit: int) -> ThingMention | None:
    """``บริษัท ก จำกัด``, ``บริษัท ABC``: a company, whose name stands behind a space."""
    match = _COMPANY.match(scan.document.text, start, limit)
    if match is None:
        return None
    span = Span(start, match.end())
    surface = " ".join(span.of(scan.document.text).split())
    return ThingMention(span, "Organization", "Organization", surface, (), named=True)


def body_at(scan: Scan, start: int, limit: int) -> ThingMention | None:
    """The body that is named at ``start`` and not in the lexicon, if one is."""
    head = _BODY.match(scan.folded, start, limit) or _INTRODUCED.match(scan.folded, start, limit)
    if head is None:
        return None
    text = scan.document.text
    token = _TOKEN.match(scan.folded, start, limit)
    if token is None or token.end() - head.end() < 2 or _NO_BODY.match(scan.folded, head.end()):
        return company_at(scan, start, limit) if head.group() == "บริษัท" else None
    state = scan.names_at.get(head.end())
    if head.group() == "บริษัท" and state is not None and state.type == "Country":
        # ``บริษัทจีนในประเทศไทย``: many companies, of whose state alone is told.
        return None
    end = _of_two(scan, _name_end(scan, head.end() + 2, token.end()), limit)
    end = ministry_end(scan, start, end, limit)
    if scan.folded.startswith(_FOR_WHAT, end) and _FOR_IN_BRACKET.match(text, token.end(), limit):
        end = token.end()
    if _MANY.match(scan.folded, end, limit):
        return None
    surface = text[start:end]
    latin, closed = _in_bracket(text, end, limit)
    cls = "Organization"
    if head.group() == "กระทรวง":
        cls = "Ministry"
    elif head.group() == "คณะผู้แทนถาวร" or (head.group().startswith("สถาน") and "ทูต" in surface):
        cls = "Embassy"
    return ThingMention(Span(start, closed), "Organization", cls, surface, latin, named=True)


def party_at(scan: Scan, start: int, limit: int) -> ThingMention | None:
    """The body named at ``start``, where it is known that a body stands there: ``กลุ่มสื่อแห่งชาติ``."""
    body = body_at(scan, start, limit)
    end = -1 if body is not None else _loose_end(scan, start, limit, _OTHER_HEAD)
    if end < 0:
        return body
    surface = scan.document.text[start:end]
    return ThingMention(Span(start, end), "Organization", "Organization", surface, (), named=True)


def gathering_at(scan: Scan, start: int, limit: int) -> ThingMention | None:
    """The gathering named at ``start``, where it is known that one stands there: ``เครือข่าย ก (ABC)``.

    Of those whose head noun says no more than that states work together it is a framework.
    """
    end = _loose_end(scan, start, limit, HEAD_OF_GATHERING)
    body = body_at(scan, start, limit) if end >= 0 else None
    if body is not None or end < 0:
        return body
    text = scan.document.text
    latin, closed = _in_bracket(text, end, limit)
    return ThingMention(Span(start, closed), "Framework", "Framework", text[start:end], latin, named=True)


def _loose_end(scan: Scan, start: int, limit: int, heads: re.Pattern[str]) -> int:
    """Where a name ends that begins with one of ``heads`` and is long enough to be one; -1 for none."""
    head = heads.match(scan.folded, start, limit)
    token = _TOKEN.match(scan.folded, start, limit) if head is not None else None
    if head is None or token is None or token.end() - head.end() < _SHORTEST_NAME:
        return -1
    if _NO_BODY.match(scan.folded, head.end()):
        return -1
    return _name_end(scan, head.end() + 2, token.end())


def _in_bracket(text: str, end: int, limit: int) -> tuple[tuple[str, ...], int]:
    """The names in Latin letters or in short in the bracket behind a name that ends at ``end``; its end."""
    bracket = BRACKET.match(text, end, limit)
    if bracket is None:
        return (), end
    return latin_names(bracket.group(1)) or (bracket.group(1).strip(),), bracket.end()


def ministry_end(scan: Scan, start: int, end: int, limit: int) -> int:
    """Where the name of a foreign ministry ends whose first word ends at ``end``; ``end`` itself for no more.

    ``กระทรวงเกษตร ป่าไม้ และประมงญี่ปุ่น``, ``กระทรวงต่างประเทศสาธารณรัฐสิงคโปร์``: its state closes the name, or
    the bracket that tells it in English.
    """
    last = scan.name_over(end - 1)
    if not scan.folded.startswith("กระทรวง", start) or (last is not None and last.type == "Country"):
        return end
    limit = min(limit, end + _LONGEST_MORE)
    fields = _MORE_IN_BRACKET.match(scan.folded, end)
    if fields is not None:
        return fields.end()
    state = next((hit for hit in scan.names_within(end, limit) if hit.type == "Country"), None)
    if state is None or scan.marks(end, state.start):
        return end
    return state.end if _MORE_OF_MINISTRY.fullmatch(scan.folded, end, state.start) else end


def _of_two(scan: Scan, end: int, limit: int) -> int:
    """``สมาคมการค้าไทย - ลาว``: where the name ends that goes on with the other of two states."""
    dash = _DASH.match(scan.folded, end, limit)
    state = scan.name_over(end - 1)
    other = scan.names_at.get(dash.end()) if dash is not None else None
    if state is None or other is None or {state.type, other.type} != {"Country"} or state.end != end:
        return end
    more = _TO_WHAT_END.match(scan.folded, other.end, limit)
    return more.end() if more else other.end


def _name_end(scan: Scan, start: int, end: int) -> int:
    """Where a name ends in a run of letters: before who else is named, and before an act."""
    stop = _NAME_END.search(scan.folded, start, end)
    while stop is not None and stop["held"]:
        stop = _NAME_END.search(scan.folded, stop.end(), end)
    end = stop.start() if stop else end
    for verb in scan.starting("verbs", start, end):
        if verb.end - verb.start >= 6 and scan.folded[verb.start - 1] != "ร":
            end = verb.start
            break
    small = _BEFORE_ACT.search(scan.folded, start, end)
    return _finished(scan.folded, start, small.start() if small else end)


def _finished(folded: str, start: int, end: int) -> int:
    """Where a name ends without words that lead on from it; the number of an office belongs to its name."""
    number = _ITS_NUMBER.match(folded, end - len("ที่"))
    if number is not None:
        return number.end()
    loose = _LOOSE_END.search(folded, start, end)
    return loose.start() if loose else end
