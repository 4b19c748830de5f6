"""Documents, initiatives and bodies that the lexicon does not know: a head noun and what belongs to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.mentions.missions import MISSION, mission_end
from kg.mentions.phrases import phrase_end
from kg.mentions.scan import Scan, Word
from kg.text import Span

_BODY = re.compile(
    r"(?:กระทรวง|กรม(?!ธรรม์)|สำนักงาน|สำนัก(?!ข่าว)|สถาบัน|องค์การ|บริษัท|สมาคม|มูลนิธิ|มหาวิทยาลัย|ธนาคาร|"
    r"คณะกรรมการ|คณะมนตรี|คณะกรรมาธิการ|หอการค้า|"
    r"สภา|สหพันธ์|สมาพันธ์|การท่าเรือ|การท่องเที่ยวแห่ง|การนิคมอุตสาหกรรม|การรถไฟแห่ง|การไฟฟ้า|ศูนย์วิจัย|ทบวง|"
    r"สถานเอกอัครราชทูต|สถานทูต|สถานกงสุลใหญ่)"
)
# What follows a head noun and names no body: ``บริษัทชั้นนำ``, ``กระทรวงที่เกี่ยวข้อง``.
_NO_BODY = re.compile(
    r"ที่|ต่าง|ชั้นนำ|ด้วยกัน|เอกชน|สำคัญ|ขนาด|ใหญ่|ยักษ์|มี(?!เดีย)|และ|หรือ|ของ|ใน|ได้|จะ|ไทยที่|ดังกล่าว|นี้|อื่น|"
    r"สมเด็จ|การเงิน(?!การคลัง)|การศึกษา(?!นานาชาติ)|เหล่า|ทั้ง|ข้าม|แม่|ลูก|รายใหญ่|จาก|เดียว|หลาย|ระดับ|ระหว่าง"
)
# Where a name ends inside a run of letters: who else is named, what is told of it.
_NAME_END = re.compile(
    r"และ(?:หน่วยงาน|กระทรวง|กรม(?!ธรรม์)|สำนัก|สถาบัน|สมาคม|บริษัท|ธนาคาร|หอการค้า|ภาคเอกชน|ภาคส่วน|คณะ|ผู้)|"
    r"ที่(?:ได้|ให้|เกี่ยวข้อง|มี|จะ|เข้า)|ซึ่ง|ร่วมกับ|ร่วมเป็น|ในครั้งนี้|ในการ|เพื่อ(?!การ|ความ|สิ่ง|คน|ผู้|เด็ก|ประชา|สังคม)|มีความ|มีแผน|จะ(?=[ก-ฮเ-ไ]{3})"
)
_BRACKET = re.compile(r" ?\(([^()\n]{2,160})\)")
# ``แนวคิด "บ้าน 5 หลัง" (Five-Homes)``: the marks tell where the name ends.
_QUOTED = re.compile(r""" ?(?P<mark>["'])[^"'\n]{2,90}(?P=mark)(?: ?\([^()\n]{2,80}\))?""")
_COMPANY = re.compile(
    r"บริษัท ?(?:[^\n()]{2,60}? ?จำกัด(?: ?\(มหาชน\))?|[A-Z][A-Za-z0-9&.-]*(?: [A-Z][A-Za-z0-9&.-]*){0,4})"
)
# ``ลดก๊าซเรือนกระจกให้เป็นศูนย์``: no centre, but zero.
_ZERO = re.compile(r"ศูนย์(?=[\s)]|ใน|ภายใน|เพื่อ|และ|$)")
# Where the name of a document or an initiative ends: what happened to it, where it lies, when it was.
_THING_END = re.compile(
    r" ?(?:ปรากฏว่า|เมื่อ(?:ปี|วันที่|เดือน|ครั้ง)|(?:ใน)?(?:ครั้งนี้|วันนี้)|(?<!ความ)สามารถ|ขึ้น(?:เพื่อ|เป็น|ใน|มา)|ไประยะ|ที่จะ|"
    r"(?:อย่าง|โดย|ให้|ได้)(?:เป็นรูปธรรม|ต่อเนื่อง|เต็ม|ครบ|รวดเร็ว|เร็ว)|เพื่อ(?:ให้|เป็น(?!ธรรม)))"
    r"| (?:ตั้งอยู่|ประกาศ|แสดง(?:การ|ความ|เจตนา)|พบปะ|สถานการณ์|ติดกับ|ปัจจุบัน)|(?:ต่อไป|แล้ว|ด้วย|อีกด้วย)$"
)
_SHORTEST_NAME = 4  # letters behind the head noun
_TOKEN = re.compile(r"[ก-ฺเ-๎]+")
_EMPTY_TAIL = re.compile(r"(?:ต่าง ?ๆ|ดังกล่าว|ที่เกี่ยวข้อง|อื่น ?ๆ|นี้|ใหม่|สำคัญ(?: ?ๆ)?$|ทั้งหมด(?! ?\d))")


class ThingMention(NamedTuple):
    """A document, an initiative or a body named by a head noun: ``text[span]``.

    ``latin`` are the names in the bracket after it; ``named`` is false where only a description stands.
    """

    span: Span
    type: str
    cls: str
    surface: str
    latin: tuple[str, ...]
    named: bool


def read_thing(scan: Scan, noun: Word, limit: int) -> ThingMention | None:
    """The thing whose name begins with the head noun ``noun`` and ends at ``limit`` at the latest."""
    text = scan.document.text
    start, head_end = noun.start, noun.end
    end = _quoted_end(scan.folded, head_end, limit) or phrase_end(scan, start, limit)
    if end < head_end:
        return None
    cut = _THING_END.search(scan.folded, head_end + _SHORTEST_NAME, end)
    end = cut.start() if cut and scan.name_over(cut.start()) is None else end
    bracket_names: tuple[str, ...] = ()
    surface = text[start:end]
    bracket = _BRACKET.search(surface) if "(" in surface else None
    if bracket:
        inside = bracket.group(1)
        if re.search("[A-Za-z]", inside):
            bracket_names = tuple(
                part.strip(" -–") for part in re.split(r" ?[:：] ?", inside) if len(part.strip()) > 1
            )
        if bracket.end() == len(surface):
            surface = surface[: bracket.start()]
    tail = text[head_end:end].strip()
    named = len(tail) >= 4 and not _EMPTY_TAIL.match(tail)
    return ThingMention(
        Span(start, end), noun.value, noun.more, " ".join(surface.split()), bracket_names, named
    )


def _quoted_end(folded: str, head_end: int, limit: int) -> int:
    """Where a name in quotation marks behind its head noun ends, a bracket after it included; 0 for none."""
    quoted = _QUOTED.match(folded, head_end, limit)
    return quoted.end() if quoted else 0


def recognize_things(scan: Scan, start: int, end: int) -> list[ThingMention]:
    """The documents and initiatives in ``[start, end)`` whose head noun begins a phrase."""
    found: list[ThingMention] = []
    at = start
    for word in scan.within("nouns", start, end):
        if word.value == "Meeting" or word.start < at:
            continue
        verb = scan.verb_over(word.start)
        if verb is not None and verb.end >= word.end:
            # ``ภายใต้แนวคิดหลัก "…"`` leads to a theme, ``แสดงวิสัยทัศน์ใน M`` to a meeting.
            continue
        known = scan.names_at.get(word.start)
        if known is not None and known.end > word.end and known.type not in {word.value, "Topic"}:
            # ``กองทุนการเงินระหว่างประเทศ`` is a body, whatever it begins with.
            at = known.end
            continue
        if _ZERO.match(scan.folded, word.start) and scan.folded.endswith("เป็น", start, word.start):
            continue
        thing = read_thing(scan, word, end)
        if thing is not None and thing.named:
            found.append(thing)
            at = thing.span.end
    return found


def missions_in(scan: Scan, start: int, end: int) -> list[ThingMention]:
    """The missions named with the city where they are, or with their state.

    ``สถานเอกอัครราชทูต ณ กรุงโซล``, ``สถานเอกอัครราชทูตจีนประจำประเทศไทย``.
    """
    found = []
    for head in MISSION.finditer(scan.folded, start, end):
        stop = mission_end(scan, head.start(), end)
        if stop > head.start():
            span = Span(head.start(), stop)
            surface = span.of(scan.document.text)
            found.append(ThingMention(span, "Organization", "Embassy", surface, (), named=True))
    return found


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
    head = _BODY.match(scan.folded, start, limit)
    if head is None:
        return None
    text = scan.document.text
    token = _TOKEN.match(scan.folded, start, limit)
    if token is None or token.end() - head.end() < 2 or _NO_BODY.match(scan.folded, head.end()):
        return None
    stop = _NAME_END.search(scan.folded, head.end() + 2, token.end())
    end = stop.start() if stop else token.end()
    for verb in scan.starting("verbs", head.end() + 2, end):
        if verb.end - verb.start >= 6 and scan.folded[verb.start - 1] != "ร":
            end = verb.start
            break
    latin: tuple[str, ...] = ()
    bracket = _BRACKET.match(text, end, limit)
    surface = text[start:end]
    if bracket:
        latin = (bracket.group(1).strip(),)
        end = bracket.end()
    cls = (
        "Ministry"
        if head.group() == "กระทรวง"
        else ("Embassy" if head.group().startswith("สถาน") and "ทูต" in surface else "Organization")
    )
    return ThingMention(Span(start, end), "Organization", cls, surface, latin, named=True)
