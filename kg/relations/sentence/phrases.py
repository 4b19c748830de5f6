"""What a verb governs: the phrases behind it, as a list is written."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, read_table
from kg.mentions.joined import over_joined
from kg.mentions.list_marks import FOLLOWS
from kg.mentions.phrases import read_list
from kg.relations.sentence.asked import asked_for
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import ACTORS
from kg.relations.sentence.objects import unwrapped
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.topics import FIELDS, LETTER, LONGEST_TOPIC, WAYS, promoted, speaks, wishes_well
from kg.relations.sentence.unnamed import RESOLVES
from kg.text import Span

_WHERE_OR_WHEN = alternatives("nouns_of_where_or_when")
_PROMOTING = any_of("verbs_of_promoting")
_HELPS = any_of("verbs_of_helping")
# ``เห็นพ้องต่อยอดความร่วมมือ``: with these ต่อ is a verb of its own.
_NOT_TO = ("ยอด", "ต้าน")
# What may stand between a verb and what it governs, one after the other.
_LEAD = expression(
    "(?:"
    + "|".join(
        (
            " ",
            # Who talked: ``หารือ | ระหว่างไทยกับลาวเกี่ยวกับ | การค้าชายแดน``.
            rf"(?:ร่วมกัน)?ระหว่าง[ก-ฺเ-๎ ]{{2,40}}?{any_of('about')}",
            # That they told what they think: ``หารือ | และแลกเปลี่ยนความเห็นอย่างกว้างขวาง | ในประเด็นแรงงาน``.
            rf"(?:และ)?แลกเปลี่ยน{any_of('views')}(?:อย่าง[ก-ฺเ-๎]{{1,60}}?(?=ใน|เกี่ยว|ต่อ))?",
            # In what way: ``สนับสนุน | อย่างเต็มที่ | ต่อการเลือกตั้ง``, ``หารือ | แบบทวิภาคี | เรื่องแรงงาน``.
            rf"(?:เป็น)?อย่าง{WAYS}(?:และ{WAYS})?(?:ของไทย)?(?= ?(?:ใน|เกี่ยว|ต่อ|ถึง|ที่จะ))",
            "(?:เป็น)?อย่าง(?:ยิ่ง|มาก|สูง)(?= ?กับ)",
            "(?:ที่|อย่าง)หลากหลาย(?= |ใน|เกี่ยว)",
            "(?:แบบ)?ทวิภาคี(?=ใน|เกี่ยว|เรื่อง|ถึง)",
            # How far it went: ``หารือ | ครอบคลุมทั้ง | ประเด็นน้ำ``.
            rf"ครอบคลุม(?:ถึง|ทั้ง)?(?:ใน)?(?={FIELDS}|ความร่วมมือ|สถานการณ์)",
            # In how many matters: ``หารือ | ในหลายประเด็นสำคัญ | ถึงความร่วมมือด้านการบิน``.
            "(?:ใน)?หลาย(?:ประเด็น|เรื่อง)(?:ที่)?(?:สำคัญ)? ?(?=ถึง|เกี่ยวกับ)",
            "(?:ใน)?(?:ประเด็น|เรื่อง)ที่เกี่ยว(?:ข้อง)?กับ",
            "(?<! )ในส่วนของ",
            # That it be done: ``เสนอ | ให้มีการ | จัดประชุม``; what is given stands behind ``ให้การ``, ``ให้ความ``.
            "(?:ให้)?มีการ(?=[ก-ฮ])|ให้(?!การ|ความ(?!ช่วยเหลือ(?:ด้าน|ทาง|ใน)|ร่วมมือ(?:ด้าน|ใน)))",
            # In what field, and not where or when: ``หารือ | ในเรื่อง | แรงงาน``.
            rf"ใน(?:เดือน[ก-ฺเ-๎]{{2,10}}|ปี)ที่ผ่านมา|ใน(?!{_WHERE_OR_WHEN})(?:{FIELDS}|การ(?=หารือ))?",
            # Whose resolve: ``ยืนยันความมุ่งมั่น | ของประเทศใน | การลดก๊าซ``.
            "ของ(?:ประเทศ|ตน|ทั้งสอง(?:ฝ่าย|ประเทศ)|รัฐบาล)(?:ใน|ที่จะ)",
            # A second verb of the same object: ``สนับสนุน | และร่วมผลักดัน | โครงการ ก``.
            rf"และ(?:ยินดี(?:กับ|ต่อ)|(?:ร่วม)?{_PROMOTING})(?=ความ|การ|โครงการ|นโยบาย|บทบาท)",
            alternatives("leads_to_object"),
        )
    )
    + ")++"
)
# Of points it is told how many they are, or when they came up; which they are follows.
_ASIDE = expression(
    rf" ?(?:(?:หารือ)?(?:ใน)? ?\d{{1,2}} ?{any_of('points')}|ในปี ?\d|"
    rf"{alternatives('points_untold')}|{FOLLOWS})"
)
_NAMELY = expression(rf"(?:ทั้ง(?:(?:ใน)?{FIELDS}|(?=การ|ความ))|{alternatives('leads_to_list', 'that_is')}) ?")
# ``หารือในหลายประเด็นสำคัญ | ถึง | ความร่วมมือด้านการบิน``
_NAMELY_BEHIND = expression(
    rf"{_NAMELY.pattern}|{FOLLOWS}|(?:(?<!รวม)ถึง|เกี่ยวกับ|โดยเฉพาะ(?:อย่างยิ่ง)?(?:ใน)?{FIELDS}?)(?=[ก-ฮเ-ไ])"
)
_NAMELY_REACH = 110
# ``แลกเปลี่ยนความคิดเห็น | และประสบการณ์ | ในเรื่องแรงงาน``: what else they exchanged is none of it.
_MORE_VIEWS = expression(
    rf"(?:และ{any_of('views', 'exchanged_besides')})+ ?(?=ใน|เกี่ยวกับ|ต่อ|ถึง|เรื่อง|ด้าน|ประเด็น)"
)
_SHORTEST_DEED = 12
_TO_BE = ("ให้", "สนับสนุน", "พิจารณา")
_OF_STATE = any_of("leads_to_state")
_TO_PRAISED = expression(rf" ?(?:และ|กับ|ต่อ|ของ)?{_OF_STATE}? ?")
_FOR_DOING = expression(
    r" ?(?:อย่าง[ก-ฺเ-๎]+?)?(?:ในการ|ใน(?:ด้าน|ประเด็น|เรื่อง)|ใน ?(?=กรอบ|เวที|บทบาท|ความ)|"
    rf"ที่(?:{alternatives('deserves_praise')}|"
    r"ให้(?:ความสำคัญ(?:กับ|ต่อ|ใน)|การสนับสนุน|(?=ความ(?:ร่วมมือ|ช่วยเหลือ))))?|ในฐานะ|สำหรับ|เพื่อ)"
)
# ``ย้ำความมุ่งมั่นที่แน่วแน่ของไทยในการแก้ปัญหา``: how firm, and what else, somebody's resolve is.
_FIRM = expression(
    rf"(?:และ{any_of('nouns_of_resolve')})?(?:(?:ที่|อัน|อย่าง)[ก-ฺเ-๎]{{3,16}}?)?"
    "(?=ของ|ใน(?:การ|ประเด็น|เรื่อง|ด้าน)|ที่จะ)"
)
# ``พร้อมร่วมมือกับหน่วยงานของไทยเพื่อจัดกิจกรรม…``: with whom is no part of what.
_WORK_WITH = expression(
    r" ?กับ[^ \n]{2,40}?(?: ?เพื่อ(?:ร่วม)?|ในการ| ?ในด้าน|"
    rf" ?ใน(?!{_WHERE_OR_WHEN}|การ|สาขา))(?=.)"
)
# ``พร้อมทำงานร่วมกับไทย เพื่อส่งเสริมการค้า``: to what end somebody is ready to work is what he is for.
WORKS = (*(row["form"] for row in read_table("stances") if row["kind"] == "work"), "ทำงานอย่างใกล้ชิด")
_TO_WHAT_END = expression(
    rf"[^\n\"]{{0,80}}?(?: ?เพื่อ{_HELPS}?(?!ให้|เป็น|นำ|ความ)| ?ในการ| ?(?:ใน)?ด้าน| ?ในเรื่อง|"
    rf"(?=(?!สนับสนุน){_PROMOTING})){LETTER}"
)
_BECOMES = expression(" ?(?:ให้)?(?:เป็น|(?:ก้าว|ไป)?สู่(?:การเป็น|ความเป็น)?)")
_WITH_WHOM = expression(" ?(?:กับ|และ)? ?(?:ประเทศ|ทาง)?")
_DEEDS = any_of("verbs_of_promoting", "verbs_of_changing", "verbs_of_effect")
_DOES = expression(f"(?P<helps> ?{_HELPS}?){_DEEDS}")
# Who is asked, told by what he is; ``of`` leads to the name of a state.
_GROUP = expression(rf"(?:(?P<of>{_OF_STATE})|{alternatives('groups_of_actors')}) ?")
# Behind a state an act of its own, and what leads to it: ``ไทย | ควรช่วย | แก้ปัญหาหมอกควัน``.
_ACTS = expression(
    rf"(?P<helps> ?(?:ให้(?!ความ|การ))?(?:(?:ยัง)?มีศักยภาพ(?:ร่วมกัน)?(?:ที่จะ|ในการ)|สามารถ|ควรจะ|ควร)?{_HELPS}?)"
    rf"(?!{alternatives('tells_of_actor')})[ก-ฮเ-ไ][ก-ฺเ-๎]{{5,}}"
)

# ``ขอให้ | ทุกหน่วยงานคำนึงถึงสิ่งแวดล้อม และ | ประโยชน์ของชุมชน``: what people who are only told by what they are
# do runs on over ``และ``; what begins anew with a verb is a deed of its own.
_SOMEBODY = expression(
    rf"(?:(?:ทุก|พี่น้อง|เจ้าหน้าที่|สมาชิก|ข้าราชการ|บุคลากร|ผู้(?:ที่|ใช้|มี|โดยสาร|ค้า|ส่งออก|ว่า|อำนวยการ))|"
    rf"{any_of('the_public', 'groups_of_people', 'people_of_business', 'come_for_a_body')})[^ \n]{{4}}"
)
_DEED = expression(rf"(?:เร่ง|ช่วย|ใช้|ร่วม|การ)|{_DEEDS}")


def _is_of_deed(folded: str, span: Span) -> bool:
    """Whether a phrase is joined to what somebody does, and is no deed of its own."""
    joined = folded.endswith(("และ", "และ ", "หรือ", "หรือ "), 0, span.start)
    return joined and _DEED.match(folded, span.start, span.end) is None


def phrases_after(reading: Reading, clause: Clause, start: int) -> list[Span]:
    """The phrases that a verb governs, as a list is written; empties and courtesies left out."""
    folded = reading.scan.folded
    block_end = paragraph_end(reading, clause)
    if folded.startswith(_NOT_TO, start) and folded.endswith("ต่อ", 0, start):
        start -= len("ต่อ")
    praised = _praised(reading, clause, start)
    shared = _WORK_WITH.match(folded, start, block_end) if folded.endswith("ร่วมมือ", 0, start) else None
    if shared is None and folded.endswith(WORKS, 0, start):
        shared = _TO_WHAT_END.match(folded, start, block_end)
        if shared is None:
            return []
    asked = asked_for(reading, clause, start, block_end)
    if asked is not None:
        start, deed = asked
        praised = None if deed else _praised(reading, clause, start)
        return phrases_at(reading, start if praised is None else praised, block_end, deed=deed)
    if praised is not None:
        start = praised
    elif shared is not None:
        start = shared.end()
    elif (beside := _beside(reading, clause, start) or _to_become(reading, clause, start)) is not None:
        start = beside
    return points_at(reading, start, block_end)


def points_at(reading: Reading, start: int, end: int) -> list[Span]:
    """The phrases of the list that begins at ``start``, which may tell first how many they are, or when.

    Of points that are only counted nothing is talked of: ``หารือในหลายประเด็น``.
    """
    folded = reading.scan.folded
    more = _MORE_VIEWS.match(folded, start, end)
    start = more.end() if more else start
    if _ASIDE.match(folded, start) or _NAMELY.match(folded, start + (folded[start : start + 1] == " ")):
        namely = _NAMELY_BEHIND.search(folded, start, min(end, start + _NAMELY_REACH))
        if namely is None:
            return []
        start = namely.end()
    return phrases_at(reading, start, end)


def phrases_at(reading: Reading, start: int, end: int, *, deed: bool = False) -> list[Span]:
    """The phrases of the list that begins at ``start``; of a ``deed`` the first may begin with any word."""
    folded = reading.scan.folded
    lead = _LEAD.match(folded, start, end)
    start = over_joined(reading.scan, lead.end() if lead else start, end)
    phrases = read_list(reading.scan, start, end)
    spans = [promoted(folded, _deed(reading, span)) for span in phrases.items]
    if not deed and spans and _SOMEBODY.match(folded, spans[0].start, spans[0].end):
        spans = [span for span in spans if not _is_of_deed(folded, span)]
    return [
        span
        for at, span in enumerate(spans)
        if (
            speaks(folded, span)
            or (
                deed
                and not at
                and _SHORTEST_DEED <= len(span) <= LONGEST_TOPIC
                and not wishes_well(folded, span)
            )
            or _is_long_name(reading, span)
        )
        and not _is_of_state(reading, span)
    ]


def _is_long_name(reading: Reading, span: Span) -> bool:
    """Whether a long phrase is the name of a document, which tells its parties and its whole matter."""
    noun = reading.scan.word_at("nouns", unwrapped(reading.scan.folded, span.start, span.end))
    return noun is not None and noun.value == "OutcomeDocument" and len(span) > LONGEST_TOPIC


def _deed(reading: Reading, span: Span) -> Span:
    """``สนับสนุนอาเซียนแก้ไขปัญหา``: what is supported is what somebody else does, and not who."""
    scan = reading.scan
    group = _GROUP.match(scan.folded, span.start, span.end)
    start = group.end() if group else span.start
    hit = scan.names_at.get(start)
    if hit is not None and hit.type == "Country" and scan.folded.startswith("และ", hit.end):
        second = scan.names_at.get(hit.end + len("และ"))
        hit = second if second is not None and second.type == "Country" else hit
    if hit is not None and hit.type in ("Country", "Organization"):
        does = (_ACTS if hit.type == "Country" else _DOES).match(scan.folded, hit.end, span.end)
        return Span(hit.end + len(does["helps"]), span.end) if does else span
    does = _ACTS.match(scan.folded, start, span.end) if group and not group["of"] else None
    return Span(start + len(does["helps"]), span.end) if does else span


def _is_of_state(reading: Reading, span: Span) -> bool:
    """Whether words that begin with a state only tell of it, and name no subject: ``ไทยเต็มที่``."""
    hit = reading.scan.names_at.get(span.start)
    folded = reading.scan.folded
    if hit is None or hit.type != "Country":
        return False
    # ``เสนอให้เวียดนามเป็นเจ้าภาพ``: what somebody is to be is what is asked for.
    return not (folded.startswith("เป็น", hit.end) and folded.endswith(_TO_BE, 0, span.start))


def _beside(reading: Reading, clause: Clause, start: int) -> int | None:
    """Where it begins what is done with somebody: ``พร้อมร่วมมือกับสหประชาชาติขับเคลื่อนการพัฒนา…``."""
    folded = reading.scan.folded
    if not folded.endswith("ร่วมมือ", 0, start) or not folded.startswith("กับ", start):
        return None
    edge = start
    for item in clause.starting(start):
        if item.kind not in ACTORS or not _WITH_WHOM.fullmatch(folded, edge, item.start):
            break
        edge = item.end
    return edge if edge > start and _DOES.match(folded, edge) else None


def _to_become(reading: Reading, clause: Clause, start: int) -> int | None:
    """Where it begins what somebody is to become: ``ผลักดันประเทศไทยสู่ศูนย์กลางเศรษฐกิจดิจิทัล``."""
    folded = reading.scan.folded
    if not folded.endswith(("ผลักดัน", "ผลักดันให้"), 0, start):
        return None
    whom = next(clause.starting(start), None)
    if whom is None or whom.kind not in ACTORS or whom.start > start + 1:
        return None
    becomes = _BECOMES.match(folded, whom.end)
    return becomes.end() if becomes else None


def _praised(reading: Reading, clause: Clause, start: int) -> int | None:
    """Where it begins for what somebody is praised: ``ชื่นชมนายกรัฐมนตรีในการจัดการ…`` praises the doing."""
    folded = reading.scan.folded
    if folded.startswith("ของ", start) and not folded.endswith(RESOLVES, 0, start):
        return None
    edge = start
    if folded.endswith(RESOLVES, 0, start):
        firm = _FIRM.match(folded, start)
        edge = firm.end() if firm else start
    seen = False
    for item in clause.starting(start):
        if item.kind not in ACTORS or not _TO_PRAISED.fullmatch(folded, edge, item.start):
            break
        edge = item.end
        seen = True
    if not seen:
        return None
    doing = _FOR_DOING.match(folded, edge)
    if doing is None:
        return None
    return doing.end() - len("การ") if doing.group().endswith("ในการ") else doing.end()


def paragraph_end(reading: Reading, clause: Clause) -> int:
    """Where the paragraph that a clause stands in ends."""
    return max(reading.paragraph.end, clause.end)


def spanned(clause: Clause, span: Span) -> Span:
    """The clause, or as much more of the paragraph as its object needs."""
    if clause.start <= span.start and span.end <= clause.end:
        return clause.span
    return Span(min(clause.start, span.start), max(clause.end, span.end))
