"""Frames of documents: adopting and signing them, and ceremonies held for it."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.mentions.things import read_thing
from kg.model import EntityType, Modality
from kg.relations.clauses import ACTORS, resolve, tells_for_others
from kg.relations.items import Item
from kg.relations.mood import mood_before
from kg.relations.objects import line_topic, object_of, paragraph_end, phrases_after, spanned
from kg.relations.parties import two_parties
from kg.relations.reading import Clause, Reading, first, is_actor, is_actor_or_meeting, is_of_cabinet
from kg.relations.referents import draft_of
from kg.text import Span

_BETWEEN = "ระหว่าง"
_PEOPLE = ("ผู้นำ", "รัฐมนตรี", "นายกรัฐมนตรี", "ทั้งสองท่าน", "ทั้งคู่")
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
# A cabinet agrees to what others sign.
_CABINET = "คณะรัฐมนตรี"
_AT = ("ใน", "ในระหว่าง", "ระหว่าง", "ใน ", "ณ ", "ที่", "ในช่วง", "ในห้วง")
_NO_ACT = ("การ", "งานเลี้ยง", "แนวทาง")
_PRESS = ("การแถลงข่าว", "แถลงข่าว")
# ``เอกสารผลลัพธ์ 6 ฉบับ ปูทางสู่…``: behind the number another thing is told.
_COPIES = re.compile(r"\d ฉบับ(?= )")
# Behind a document they tell that it was signed before.
_WAS_SIGNED = ("ที่ได้", "ที่", "ซึ่งได้", "ที่ได้มีการ", "ซึ่งได้มีการ", "ที่มีการ")
# An adoption that is told by a noun, and not asked for or supported.
_BY_NOUN = ("มีการ", "ในการ", "ด้วยการ", "เป็นการ", "วันนี้ การ", "ทั้ง การ")
_PASSIVE = ("ได้รับการ", "ได้รับการ ", "มีการ", "มีการ ")
_PARTIES = re.compile(r"ระหว่าง(?!วันที่|การ|\d)")
# How far after ``ระหว่าง`` the parties to a document are looked for.
_PARTIES_REACH = 200
_AGREES = ("เห็นชอบ", "ให้ความเห็นชอบ", "มีมติ", "เห็นพ้อง", "ตกลง")
# Between them stands at most so much before the first person: an honorific.
_BETWEEN_REACH = 16


def adopt(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S รับรอง X``, or ``X ได้รับการรับรองโดย S``; what is no document is agreed to, and so supported."""
    verb = clause.items[index]
    folded = reading.scan.folded
    told_after = folded.endswith(_BY_NOUN, 0, verb.start) and _is_document(reading, verb.end)
    if not told_after and folded.endswith(_PASSIVE, clause.start, verb.start):
        _adopted_by(reading, clause, index, mood)
        return
    actors = [d for d in subject if is_actor_or_meeting(d) and not tells_for_others(d)]
    on = reading.event
    if told_after and on is not None and not (is_of_cabinet(on) or on.name.startswith(_PRESS)):
        # ``ในห้วงการประชุมฯ จะมีการรับรอง X``: the meeting adopts it.
        named = first(reading.anchor, EntityType.MEETING)
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
    document = _last_document(reading, clause, index)
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


def _last_document(reading: Reading, clause: Clause, index: int) -> Draft | None:
    for item in clause.before(index):
        if item.kind == "thing" and item.value == "OutcomeDocument":
            return draft_of(item, reading.register)
    return draft_of(reading.last_document, reading.register) if reading.last_document is not None else None


def ceremony(reading: Reading, meeting: Draft, span: Span, end: int) -> None:
    """``พิธีลงนาม X ระหว่าง A กับ B``: the parties sign what the ceremony is for."""
    scan = reading.scan
    at = scan.folded.find("ลงนาม", span.start, span.end)
    if at < 0:
        return
    noun = next((w for w in scan.within("nouns", at, span.end) if w.value == "OutcomeDocument"), None)
    if noun is None:
        return
    thing = read_thing(scan, noun, end)
    if thing is None or not thing.named:
        return
    surface = _PARTIES.split(thing.surface)[0].strip()
    document = reading.register.thing(EntityType.DOCUMENT, surface, thing.cls)
    reading.last_document = Item(thing.span.start, thing.span.end, "thing", document, value="OutcomeDocument")
    parties = _PARTIES.search(scan.folded, noun.end, end)
    if parties is None:
        return
    mood = mood_before(reading, span.start)
    for draft in two_parties(reading, parties.end(), min(end, parties.end() + 200)):
        reading.say(
            draft,
            "signed",
            document,
            Span(span.start, min(end, parties.end() + 200)),
            "ceremony.v1",
            mood,
        )


def sign(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S ลงนามใน X``; after a noun (``การลงนามใน X ระหว่าง A กับ B``) the parties that are named sign."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if folded.startswith("โดย", verb.end):
        document = _last_document(reading, clause, index)
        if document is not None:
            for item in clause.after(index):
                for draft in resolve(reading, item):
                    reading.say(draft, "signed", document, clause, "signed-by.v1", mood)
        return
    if _signed_before(reading, clause, index, mood):
        return
    documents = _documents_after(reading, clause, index)
    if not documents:
        return
    if folded.endswith(("การ", "พิธี"), 0, verb.start):
        signers = (
            _people_after(reading, clause, index)
            or _parties_after(reading, verb.end, paragraph_end(reading, clause))
            or _two_sides(reading, clause, index)
        )
    elif reading.talk is not None and subject == [reading.talk]:
        signers = _two_sides(reading, clause, index)
    else:
        told = [d for d in subject if is_actor(d)]
        signers = [d for d in told if not d.name.startswith(_CABINET)]
        if told:
            signers += [d for d in _parties_named(reading, clause, index) if d not in signers]
    for document in documents:
        for draft in signers:
            reading.say(draft, "signed", document, clause, "sign.v1", mood)


def _signed_before(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """``บันทึกความเข้าใจระหว่าง A กับ B ที่ได้ลงนามเมื่อปี…``: the parties have signed it; whether it is told so."""
    if not reading.scan.folded.endswith(_WAS_SIGNED, clause.start, clause.items[index].start):
        return False
    thing = next(clause.before(index), None)
    near = thing is not None and clause.items[index].start - thing.end <= len(" ที่ได้มีการ ")
    if thing is None or not near or thing.kind != "thing" or thing.value != "OutcomeDocument":
        return False
    document = draft_of(thing, reading.register)
    between = reading.scan.folded.find(_BETWEEN, thing.start, thing.end)
    if document is None or between < 0:
        return False
    for draft in two_parties(reading, between + len(_BETWEEN), thing.end):
        reading.say(draft, "signed", document, clause, "signed-before.v1", mood)
    return True


def _two_sides(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``ทั้งสองฝ่ายลงนามใน X``: the two states that talk sign; the people only where it says so.

    ``ผู้นำไทยและลาวเป็นสักขีพยานในการลงนาม X``: where both witness it, their states sign.
    """
    both = next((item for item in clause.before(index) if item.kind in ("speaker", *ACTORS)), None)
    witnessed = any(clause.items[verb].value == "witness" for verb in clause.verbs_before(index))
    several = sum(item.kind in ACTORS for item in clause.before(index)) > 1
    end = min(paragraph_end(reading, clause), clause.items[index].end + _PARTIES_REACH)
    told = _PARTIES.search(reading.scan.folded, clause.start, end) if witnessed and several else None
    witnessed = witnessed and several and told is None
    if both is None or (both.value != "both" and not witnessed) or len(reading.principals) < len(("A", "B")):
        return []
    if not witnessed and reading.scan.folded.startswith(_PEOPLE, both.start):
        return list(reading.principals)
    sides = {person.id: "" for person in reading.principals}
    for relation in reading.relations:
        if relation.predicate == "represents" and relation.subject in sides:
            sides[relation.subject] = relation.object
    states = [reading.register.drafts[side] for side in dict.fromkeys(sides.values()) if side]
    return states if len(states) == len(("A", "B")) else []


def _people_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The two persons whom ``ระหว่าง … กับ`` joins behind a signing told by a noun."""
    between = reading.scan.folded.find(_BETWEEN, clause.items[index].end, clause.end)
    if between < 0:
        return []
    people: list[Draft] = []
    for item in clause.starting(between):
        if item.kind == "person" and not people and item.start - between > _BETWEEN_REACH:
            return []
        if item.kind == "person":
            people += [d for d in resolve(reading, item) if d not in people]
        elif item.kind == "verb":
            break
    return people[:2] if len(people) > 1 else []


def _parties_after(reading: Reading, start: int, end: int) -> list[Draft]:
    """The two states or bodies after ``ระหว่าง``, for a signing that is told by a noun."""
    between = reading.scan.folded.find(_BETWEEN, start, end)
    if between < 0:
        return []
    begin = between + len(_BETWEEN)
    told = two_parties(reading, begin, min(begin + _PARTIES_REACH, end))
    if told:
        return told
    named = reading.scan.names_within(begin, min(begin + _PARTIES_REACH, end))
    parties = [hit.entry for hit in named if hit.type in ("Country", "Organization")]
    return [reading.register.entry(entry) for entry in parties[:2]]


def _parties_named(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A ลงนามบันทึกความเข้าใจระหว่างกรม ก กับกระทรวง ข``: those between whom it is sign it through him."""
    first_ = next((item for item in clause.after(index) if item.kind == "thing"), None)
    if first_ is None:
        return []
    end = min(paragraph_end(reading, clause), first_.end + _PARTIES_REACH)
    between = reading.scan.folded.find(_BETWEEN, first_.start, end)
    if between < 0 or reading.scan.within("verbs", first_.end, between):
        return []
    begin = between + len(_BETWEEN)
    return two_parties(reading, begin, min(begin + _PARTIES_REACH, paragraph_end(reading, clause)))


def _documents_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The documents that a verb of signing governs; ``ผู้ลงนาม`` and ``ร่วมกันลงนาม`` mean the last one."""
    verb = clause.items[index]
    documents: list[Draft] = []
    end = verb.end
    for item in clause.after(index):
        if item.kind == "thing" and item.value == "OutcomeDocument" and item.start - end <= 24:
            if reading.scan.folded.endswith("เจรจา", end, item.start):
                # What is still negotiated is not signed.
                break
            draft = draft_of(item, reading.register)
            if draft is not None:
                documents.append(draft)
                end = item.end
        elif item.kind == "verb":
            break
    last = reading.last_document
    told_again = reading.scan.folded.endswith(("ผู้", "ร่วมกัน"), 0, verb.start)
    if not documents and last is not None and told_again:
        document = draft_of(last, reading.register)
        return [document] if document is not None else []
    return documents
