"""Documents that somebody adopts: told by a verb or by a noun, one by one or in a list."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.mentions.things import read_thing
from kg.model import EntityType, Modality
from kg.relations.clauses import ACTORS, resolve, tells_for_others
from kg.relations.items import Item
from kg.relations.objects import line_topic, object_of, paragraph_end, phrases_after, spanned
from kg.relations.reading import Clause, Reading, first, is_actor_or_meeting, is_of_cabinet
from kg.relations.referents import draft_of
from kg.text import Span

# ``เอกสารผลลัพธ์ 4 ฉบับ ดังนี้``: each line of the list that follows is a document.
_COUNTED = re.compile(r"\d ?ฉบับ ?(?:ดังนี้|ได้แก่|ประกอบด้วย|ดังต่อไปนี้) ?")
_COUNT_REACH = 60
# ``เอกสารสำคัญ 2 ฉบับ ได้แก่ X และ Y``: behind it stand the documents, in the same sentence.
_NAMED_BEHIND = re.compile(
    r" ?(?:ร่าง)?เอกสาร(?:(?!ซึ่ง|โดย)[^\n()]){0,80}?(?:ได้แก่|อาทิ|ประกอบ(?:ไป)?ด้วย|คือ) ?(?=[^\s])"
)
_LIST_ENDS = re.compile(" (?:โดย|ซึ่ง|ทั้งนี้|นอกจากนี้|พร้อม|ขณะ|สำหรับ)|\n")
# In a line that is nothing but its name a document may be told to some end: ``ปฏิญญา ก เพื่อส่งเสริมการค้า``.
_LINE_GOES_ON = re.compile(
    r" (?:เพื่อ|และ)(?!จะ|ได้|ให้)(?:(?! อัน)[^\n()]){3,110}?"
    r"(?=$| +(?:โดย|ซึ่ง|ทั้งนี้|มี|เป็น|ยืนยัน|กำหนด|แสดง|เน้น|ย้ำ|มุ่ง))"
)
_ITEM_BEGINS = re.compile(r"(?:^|[ ,)]|และ)$")
_WHICH = re.compile(r"(?:ร่าง)?เอกสาร(?:ผลลัพธ์)? ?(?:ที่จะ|ในการประชุม)")
_THIS_ONE = ("ฉบับนี้", "ฉบับดังกล่าว")
_AT = ("ใน", "ในระหว่าง", "ระหว่าง", "ใน ", "ณ ", "ที่", "ในช่วง", "ในห้วง")
_NO_ACT = ("การ", "งานเลี้ยง", "แนวทาง")
_PRESS = ("การแถลงข่าว", "แถลงข่าว")
# ``เอกสารผลลัพธ์ 6 ฉบับ ปูทางสู่…``: behind the number another thing is told.
_COPIES = re.compile(r"\d ฉบับ(?= )")
# An adoption that is told by a noun, and not asked for or supported: after a word of happening, in a list.
_BY_NOUN = re.compile(
    r"(?:มี|ใน|ด้วย|เป็น|โดย|คือ|ได้แก่|อาทิ|และ|รวมถึง|รวมทั้ง|ตลอดจน|พร้อมทั้ง|พร้อมกับ|ทั้ง|หรือ|วันนี้|[)\n•*.-]|^) ?"
    r"การ(?:ร่วมกัน|ร่วม|ให้|ให้การ)?$"
)
_NOUN_REACH = 16
_IN_LIST = re.compile(r"[)\n•*.-] ?การ(?:ร่วมกัน|ร่วม|ให้|ให้การ)?$")
_PASSIVE = ("ได้รับการ", "ได้รับการ ", "มีการ", "มีการ ")
_AGREES = ("เห็นชอบ", "ให้ความเห็นชอบ", "มีมติ", "เห็นพ้อง", "ตกลง")


def adopt(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S รับรอง X``, or ``X ได้รับการรับรองโดย S``; what is no document is agreed to, and so supported."""
    verb = clause.items[index]
    folded = reading.scan.folded
    told_after = _is_told_by_noun(folded, verb) and _is_document(reading, verb.end)
    if not told_after and folded.endswith(_PASSIVE, clause.start, verb.start):
        _adopted_by(reading, clause, index, mood)
        return
    actors = [d for d in subject if is_actor_or_meeting(d) and not tells_for_others(d)]
    on = (reading.listed_at if reading.listing else None) or reading.event
    if told_after and on is not None and not (is_of_cabinet(on) or on.name.startswith(_PRESS)):
        # ``ในห้วงการประชุมฯ จะมีการรับรอง X``: the meeting adopts it; of a list the one that it was announced at.
        named = None if _IN_LIST.search(folded[max(0, verb.start - _NOUN_REACH) : verb.start]) else first(reading.anchor, EntityType.MEETING)
        actors = [named if named is not None and named.named else on]
    elif folded.endswith(_NO_ACT, 0, verb.start):
        return
    if actors and _adopt_named(reading, clause, index, actors, mood):
        return
    for phrase in phrases_after(reading, clause, verb.end):
        if folded.startswith(("การประชุม", "ที่ประชุม"), phrase.start):
            continue
        copies = _COPIES.search(folded, phrase.start, phrase.end)
        span = Span(phrase.start, copies.end() if copies is not None else phrase.end)
        thing = object_of(reading, span)
        predicate = "adopted" if thing.type is EntityType.DOCUMENT else "supported"
        by_people = all(draft.type is EntityType.PERSON for draft in actors)
        if predicate == "adopted" and actors and by_people:
            actors = _where_adopted(reading, clause, index) or actors
        if _speaks_of_documents(folded, span):
            reach = min(span.end + _COUNT_REACH, paragraph_end(reading, clause))
            counted = _COUNTED.search(folded, span.start, reach)
            reading.resolved = (actors, "adopted", mood, counted is not None)
            if _WHICH.match(folded, span.start) or (
                counted is not None and folded.startswith("\n", counted.end())
            ):
                # What they are together is told, and the lines that follow name each of them.
                continue
        # Goods and lots are approved, too; and what is still to be agreed to is only put before somebody.
        agreed = mood is not Modality.PLANNED and folded.startswith(_AGREES, verb.start)
        if predicate == "supported" and (not agreed or folded.endswith(_THIS_ONE, span.start, span.end)):
            continue
        for actor in actors:
            reading.say(actor, predicate, thing, spanned(clause, span), "adopt.v1", mood)


def _is_told_by_noun(folded: str, verb: Item) -> bool:
    """``จะมีการรับรอง X``, ``3) การรับรอง X``: whether a noun of the verb tells that X is adopted."""
    left = folded[max(0, verb.start - _NOUN_REACH) : verb.start]
    return left.endswith("การ") and _BY_NOUN.search(left) is not None


def _adopt_named(reading: Reading, clause: Clause, index: int, actors: list[Draft], mood: Modality) -> bool:
    """``S รับรองเอกสาร 2 ฉบับ ได้แก่ X และ Y``: X and Y are adopted, and not what tells of them together."""
    verb = clause.items[index]
    end = paragraph_end(reading, clause)
    told = _NAMED_BEHIND.match(reading.scan.folded, verb.end, end)
    if told is None:
        return False
    documents = _documents_named(reading, told.end(), end)
    if not documents:
        return False
    if all(draft.type is EntityType.PERSON for draft in actors):
        actors = _where_adopted(reading, clause, index) or actors
    for document, span in documents:
        for actor in actors:
            reading.say(actor, "adopted", document, spanned(clause, span), "adopt-listed.v1", mood)
    return True


def _documents_named(reading: Reading, start: int, end: int) -> list[tuple[Draft, Span]]:
    """The documents of a list within a sentence that begins at ``start``, and where each is named."""
    scan = reading.scan
    found: list[tuple[Draft, Span]] = []
    edge = start
    for noun in scan.within("nouns", start, end):
        if noun.value != "OutcomeDocument" or noun.start < edge:
            continue
        if _LIST_ENDS.search(scan.folded, edge, noun.start):
            break
        if not _ITEM_BEGINS.search(scan.folded[max(start, noun.start - 5) : noun.start]):
            continue
        thing = read_thing(scan, noun, end)
        if thing is None or not thing.named:
            continue
        document = reading.register.thing(EntityType.DOCUMENT, thing.surface, thing.cls)
        for name in thing.latin:
            reading.register.bind(name, document)
        found.append((document, thing.span))
        edge = thing.span.end
    return found


def _where_adopted(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``ผู้นำได้รับรอง X ในการประชุม M``: what people adopt at a meeting is adopted by it."""
    folded = reading.scan.folded
    for item in clause.after(index):
        if item.kind == "verb":
            break
        if item.kind == "meeting" and item.draft is not None and folded.endswith(_AT, 0, item.start):
            return [item.draft]
    on = reading.event
    if on is None or not on.named or on.name.startswith(_PRESS) or is_of_cabinet(on):
        return []
    return [on]


def _speaks_of_documents(folded: str, span: Span) -> bool:
    """Whether a phrase tells of documents that a list may name: ``ร่างเอกสาร … จำนวน 5 ฉบับ``."""
    counted = folded.find("ฉบับ", span.start, span.end + _COUNT_REACH) >= 0
    return counted or folded.startswith(("ร่าง", "เอกสาร"), span.start)


def listed_document(reading: Reading, start: int, end: int) -> bool:
    """Read a line of a list of documents that somebody adopts or signs; whether it is one."""
    told = reading.resolved
    if told is None:
        return False
    noun = reading.scan.word_at("nouns", start)
    span = line_topic(reading, start, end)
    if noun is not None and noun.value == "OutcomeDocument":
        thing = read_thing(reading.scan, noun, end)
        if thing is None or not thing.named:
            return False
        goes_on = _LINE_GOES_ON.match(reading.scan.folded, thing.span.end, end)
        span = Span(thing.span.start, goes_on.end()) if goes_on is not None else thing.span
        title = " ".join(reading.text(span.start, span.end).split()) if goes_on is not None else thing.surface
        document = reading.register.thing(EntityType.DOCUMENT, title, thing.cls)
        for name in thing.latin:
            reading.register.bind(name, document)
    elif span is not None and told[3]:
        title = " ".join(reading.text(span.start, span.end).split())
        document = reading.register.thing(EntityType.DOCUMENT, title)
    else:
        return False
    actors, predicate, mood, _ = told
    for actor in actors:
        reading.say(actor, predicate, document, span, "listed-document.v1", mood)
    return True


def _is_document(reading: Reading, at: int) -> bool:
    """Whether a document is named at ``at``, a space aside."""
    at += reading.scan.folded.startswith(" ", at)
    noun = reading.scan.word_at("nouns", at)
    return noun is not None and noun.value == "OutcomeDocument"


def _adopted_by(reading: Reading, clause: Clause, index: int, mood: Modality) -> None:
    document = last_document(reading, clause, index)
    folded = reading.scan.folded
    if document is None:
        return
    for item in clause.after(index):
        if item.kind in ("verb", "mood"):
            break
        if item.kind in ACTORS and not item.qualifies:
            if folded.find(")", clause.items[index].end, item.start) > 0:
                break
            for draft in resolve(reading, item):
                reading.say(draft, "adopted", document, clause, "adopted-by.v1", mood)


def last_document(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """The document named before a verb: in its clause, else the one that the text named last."""
    for item in clause.before(index):
        if item.kind == "thing" and item.value == "OutcomeDocument":
            return draft_of(item, reading.register)
    return draft_of(reading.last_document, reading.register) if reading.last_document is not None else None
