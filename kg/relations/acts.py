"""Frames of saying and deciding: discussing, proposing, supporting, launching, adopting, signing."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.mentions.phrases import read_list
from kg.mentions.things import body_at, read_thing
from kg.model import EntityType, Modality
from kg.relations.clauses import ACTORS, is_modifier, resolve
from kg.relations.events import joint_talk, talk_about
from kg.relations.items import Item, draft_of, foreign_body
from kg.relations.reading import Clause, Reading, is_actor
from kg.text import Span

_LEAD = re.compile(
    r"(?: |และแลกเปลี่ยน(?:ความคิดเห็น|ความเห็น|ข้อคิดเห็น|มุมมอง)(?:อย่าง[ก-ฺเ-๎]+?(?=ใน|เกี่ยว|ต่อ))?|ให้มีการ(?=[ก-ฮ])|มีการ(?=[ก-ฮ])|ให้(?!การ|ความ)|ที่จะ|ว่า|ต่อ(?!ต้าน|ยอด|เนื่อง)|กับ|ใน(?:เรื่อง|ประเด็น|ด้าน|การ(?=หารือ))?|ถึง|เรื่อง|เกี่ยวกับ|ประเด็น(?!ความ|การ|ปัญหา)|เพื่อ(?!น)|"
    r"จะ|ของ|แก่|และสนับสนุน|และชื่นชม|ร่วมกัน|กัน(?=ใน|ที่))+"
)
_EMPTY = re.compile(
    r"(?:ดังกล่าว|นี้|นั้น|ด้วย|กัน|ต่อไป|เป็นอย่าง|อย่าง|ๆ|ประเด็นต่าง|ในประเด็นต่าง|ข้อราชการ|ตามที่|สาระ|ผู้|ท่าน|เอกอัครราชทูต|นายกรัฐมนตรี|ทั้งสอง|ที่ได้|"
    r"พบ|ทุก|การต้อนรับ|คณะ|และ|การเข้ารับ|การดำรงตำแหน่ง|โอกาส|ในปี|เมื่อ|จาก|ตาม|ซึ่ง|จึง|ต่าง|หลาย|เพราะ|หาก|นาย|นาง|จำนวน|ใน(?!ด้าน)|ครั้ง|ปีนี้|ทูต|รัฐบาล|ประชาชน|ประเทศ(?!เพื่อน)|ทวิภาคี(?: |$)|ไทย ?-|แนวทาง(?: |$)|ข้อเสนอแนะ)"
)
_ASIDE = re.compile(r" ?(?:ใน(?:ช่วง|การดำรง|การประชุม|โอกาส|ประเด็นต่าง|เรื่องต่าง|หลายประเด็น)|ประเด็น(?:ต่าง|ที่|สำคัญ)|เรื่องที่|สิ่งที่|ในหลาย|หลาย)")
_NAMELY = re.compile(r"(?:อาทิ(?:เช่น)?|ได้แก่|เช่น|ประกอบด้วย|คือ) ?")
_MAX_TOPIC = 170
_MAX_LINE = 120
_TO_BE_HELD = re.compile(r" ?(?:\([^()]*\))? ?ซึ่ง(?:จะ|มีกำหนด|กำหนด)?จัด")
_SUPPORT_COURTESY = re.compile(r" ?(?:ที่ได้|ที่|ในโอกาส|ในการเข้ารับ|กับ(?:เอกอัครราชทูต|ท่าน|นาย|ประธาน)|ใน(?:วาระ|โอกาส))")


_ON_WHAT = re.compile(r" ?(?:ในการ|ที่จะ|เรื่อง|เกี่ยวกับ|ให้|ว่าด้วย)")
_FOR_DOING = re.compile(r" ?(?:อย่าง[ก-ฺเ-๎]+?)?(?:ในการ|ที่ได้|ที่|ในฐานะ|สำหรับ)")
_AND_PARTY = re.compile(r" ?(?:\([^()]*\))? ?(?:กับ|และ) ?")
_BETWEEN = re.compile(r"ระหว่าง")


def phrases_after(reading: Reading, clause: Clause, start: int) -> list[Span]:
    """The phrases that a verb governs, as a list is written; empties and courtesies left out."""
    folded = reading.scan.folded
    block_end = _block_end(reading, clause)
    praised = _praised(reading, clause, start)
    if praised is not None:
        start = praised
    elif _ASIDE.match(folded, start) or _NAMELY.match(folded, start + (folded[start : start + 1] == " ")):
        namely = _NAMELY.search(folded, start, min(block_end, start + 110))
        if namely is None:
            return []
        start = namely.end()
    return phrases_at(reading, start, block_end)


def phrases_at(reading: Reading, start: int, end: int) -> list[Span]:
    """The phrases of the list that begins at ``start``."""
    folded = reading.scan.folded
    lead = _LEAD.match(folded, start, end)
    phrases = read_list(reading.scan, lead.end() if lead else start, end)
    return [span for span in phrases.items if _speaks(folded, span)]


_LINE_END = re.compile(r" (?:โดย|ซึ่ง|เพื่อ|ทั้งนี้|พร้อม)|นั้น |[:：] ?")


def line_topic(reading: Reading, start: int, end: int) -> Span | None:
    """What a line of a list names: the line, up to where it begins to tell of it."""
    stop = _LINE_END.search(reading.scan.folded, start + 3, end)
    last = min(stop.start() if stop else end, end)
    while last > start and reading.scan.folded[last - 1] in " .,;":
        last -= 1
    span = Span(start, last)
    if len(span) > _MAX_LINE:
        return None
    return span if _speaks(reading.scan.folded, span) else None


_TOPIC_HEAD = re.compile(r"\s*(?:[-•]|\(?\d{1,2}[.)])? ?(?:ใน|สำหรับ)?(?:ความร่วมมือ)?(?:ด้าน|ประเด็น|เรื่อง)([ก-ฺเ-๎]{3,60}) (?=\S)")


def topic_head(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """``ด้านการเกษตร นายกรัฐมนตรียินดี…``: a paragraph that opens with a field has it for its subject."""
    match = _TOPIC_HEAD.match(reading.scan.folded, start, end)
    event = reading.talk or reading.event
    if match is None or event is None or reading.retelling:
        return
    follower = next((item for item in items if item.start >= match.end() - 1), None)
    if follower is None or follower.start - match.end() > 2 or follower.kind not in (*ACTORS, "speaker"):
        return
    topic = reading.register.thing(EntityType.TOPIC, reading.text(match.start(1), match.end(1)))
    reading.say(event, "discussed", topic, Span(match.start(1), min(end, follower.end)), "topic-head.v1", score=0.6)


_PROPOSAL = re.compile(r"ข้อเสนอ(?:ของ)(?:ประเทศ|ฝ่าย)?")


def proposals(reading: Reading, start: int, end: int) -> None:
    """``ข้อเสนอของ X ในการ…``: what is called somebody's proposal was proposed by him."""
    scan = reading.scan
    for match in _PROPOSAL.finditer(scan.folded, start, end):
        hit = scan.names_at.get(match.end())
        if hit is None or hit.type not in ("Country", "Organization"):
            continue
        rest = _ON_WHAT.match(scan.folded, hit.end, end)
        if rest is None:
            continue
        thing = _thing_in(reading, rest.end(), min(end, rest.end() + 60), end)
        if thing is None:
            spans = phrases_at(reading, rest.end(), end)
            thing = object_of(reading, spans[0]) if spans else None
        if thing is not None:
            reading.say(
                reading.register.entry(hit.entry), "proposed", thing, Span(match.start(), min(end, rest.end() + 80)), "proposal.v1", score=0.7
            )


def _thing_in(reading: Reading, start: int, stop: int, end: int) -> Draft | None:
    """The first document or initiative named between ``start`` and ``stop``."""
    for noun in reading.scan.within("nouns", start, stop):
        if noun.value in ("OutcomeDocument", "Initiative"):
            thing = read_thing(reading.scan, noun.start, noun.end, noun.value, noun.more, end)
            if thing is not None and thing.named:
                return reading.register.thing(EntityType(thing.type), thing.surface, thing.cls)
    return None


def _praised(reading: Reading, clause: Clause, start: int) -> int | None:
    """Where it begins for what somebody is praised: ``ชื่นชมนายกรัฐมนตรีในการจัดการ…`` praises the doing."""
    folded = reading.scan.folded
    edge = start
    seen = False
    for item in clause.items:
        if item.start < start:
            continue
        if item.kind not in ACTORS or not re.fullmatch(r" ?(?:และ|กับ|ต่อ|บทบาทของ)? ?", folded[edge : item.start]):
            break
        edge = item.end
        seen = True
    if not seen:
        return None
    doing = _FOR_DOING.match(folded, edge)
    if doing is None:
        return None
    return doing.end() - len("การ") if doing.group().endswith("ในการ") else doing.end()


def _speaks(folded: str, span: Span) -> bool:
    return 4 <= len(span) <= _MAX_TOPIC and not _EMPTY.match(folded, span.start, span.end)


def _block_end(reading: Reading, clause: Clause) -> int:
    return max(reading.block_end, clause.end)


def object_of(reading: Reading, span: Span, *, as_topic: bool = False) -> Draft:
    """What a phrase names: a document or an initiative by its head noun, a lexicon name, else a topic."""
    scan, register = reading.scan, reading.register
    text = reading.document.text
    surface = " ".join(span.of(text).split())
    if not as_topic:
        if _PROPOSAL.match(scan.folded, span.start):
            proposed = _thing_in(reading, span.start + 6, span.end + 24, min(len(text), span.end + 160))
            if proposed is not None:
                return proposed
        wrapper = _WRAPPER.match(scan.folded, span.start, span.end)
        start = wrapper.end() if wrapper else span.start
        noun = scan.word_at("nouns", start)
        if noun is not None and noun.value in ("OutcomeDocument", "Initiative"):
            thing = read_thing(scan, noun.start, noun.end, noun.value, noun.more, span.end)
            if thing is not None and thing.named:
                draft = register.thing(EntityType(thing.type), thing.surface, thing.cls)
                for name in thing.latin:
                    register.bind(name, draft)
                return draft
        hit = scan.names_at.get(span.start)
        if hit is not None and span.end - hit.end <= 1 and hit.type in ("Framework", "Organization"):
            return register.entry(hit.entry, surface)
        if hit is None and wrapper and (inner := scan.names_at.get(start)) is not None and inner.type == "Framework":
            return register.entry(inner.entry, reading.text(inner.start, inner.end))
        bound = register.bound(surface)
        if bound is not None:
            return bound
    return register.thing(EntityType.TOPIC, surface)


def soft(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เสนอ / สนับสนุน / เปิดตัว X``."""
    verb = clause.items[index]
    predicate = {"propose": "proposed", "support": "supported", "launch": "launched", "launch-net": "launched"}[verb.value]
    folded = reading.scan.folded
    start = verb.end if verb.value != "launch-net" else verb.start + len("สร้าง")
    verb_text = folded[verb.start : verb.end]
    if verb.value == "support" and _SUPPORT_COURTESY.match(folded, start):
        return
    if folded.endswith("ข้อ", 0, verb.start) and verb.value == "propose":
        return
    if folded.endswith("การ", 0, verb.start):
        return
    actors = [d for d in subject if is_actor(d) or d.type is EntityType.MEETING]
    if not actors:
        return
    for span in phrases_after(reading, clause, start):
        thing = object_of(reading, span)
        if predicate == "launched":
            thing = _launched(reading, clause, thing, span, mood)
            if thing is None:
                continue
        if thing.type in (EntityType.PERSON, EntityType.COUNTRY, EntityType.PLACE):
            continue
        if thing.type is EntityType.INITIATIVE and _TO_BE_HELD.match(folded, span.end):
            reading.anchor = [thing]
        for actor in actors:
            weighed = verb_text in ("ให้ความสำคัญกับ", "ให้ความสำคัญต่อ") or predicate in ("proposed", "launched")
            if actor.type is EntityType.MEETING and weighed:
                reading.say(actor, "discussed", thing, _spanned(clause, span), f"{verb.value}.v1", mood, 0.6)
            else:
                reading.say(actor, predicate, thing, _spanned(clause, span), f"{verb.value}.v1", mood, 0.7)


def _mechanisms_in(reading: Reading, clause: Clause, span: Span, actors: list[Draft], mood: Modality) -> None:
    """Support for what is done under a mechanism is support for the mechanism too."""
    for hit in reading.scan.names_within(span.start + 1, span.end):
        if hit.type == "Framework" and reading.scan.folded[max(0, hit.start - 12) : hit.start].endswith(("ใน", "ภายใต้", "ตาม", "ในกรอบ", "ภายใต้กรอบ")):
            for actor in actors:
                reading.say(actor, "supported", reading.register.entry(hit.entry), _spanned(clause, span), "support-under.v1", mood, 0.55)
            return


_CALLED = re.compile(r" ?(?:ที่)?(?:มี)?(?:เรียกว่า|ชื่อว่า|ในชื่อ|ภายใต้ชื่อ|ชื่อ) ?[\"“]?([A-Za-z][A-Za-z0-9 &-]{1,40}|[ก-ฺเ-๎]{3,40})")
_NOT_LAUNCHED = re.compile(r"^(?:ขึ้น|เมื่อ|การเป็น|ใน|โดย|โอกาส|ตัว|งาน|ให้|การประชุม|เวที)")


def _launched(reading: Reading, clause: Clause, thing: Draft, span: Span, mood: Modality) -> Draft | None:
    """What is launched is an initiative; a date that waits is its own, a name after ``เรียกว่า`` too."""
    if thing.type is EntityType.TOPIC:
        if _NOT_LAUNCHED.match(thing.name):
            return None
        thing = reading.register.thing(EntityType.INITIATIVE, thing.name)
    named = _CALLED.search(reading.text(span.start, min(clause.end, span.end + 60)))
    if named:
        thing.call(named.group(1).strip())
        if reading.framework is not None:
            reading.say(thing, "underFramework", reading.framework, clause, "context.v1", score=0.55)
    for item in reading.pending:
        if item.kind == "date":
            reading.say(thing, "heldOn", item.value, clause, "launch-date.v1", mood)
    reading.pending = [item for item in reading.pending if item.kind != "date"]
    return thing


def discuss(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``(S) หารือเกี่ยวกับ X``: the meeting that is on treats of X."""
    verb = clause.items[index]
    stop = talk_about(reading, clause, index, subject, mood)
    event = next((d for d in subject if d.type is EntityType.MEETING), None) or reading.event
    people = [d for d in subject if d.type is EntityType.PERSON]
    if stop < 0 and len(people) >= 2 and reading.talk is None and _IS_TALK.match(reading.scan.folded, verb.start):
        event = joint_talk(reading, clause, index, people, mood)
    if event is None:
        return
    if stop >= 0:
        event = reading.talk or event
    for span in phrases_at(reading, verb.end, stop) if stop >= 0 else phrases_after(reading, clause, verb.end):
        thing = object_of(reading, span)
        if thing.type in (EntityType.COUNTRY, EntityType.PERSON, EntityType.PLACE) or thing.id == event.id:
            continue
        reading.say(event, "discussed", thing, _spanned(clause, span), "discuss.v1", mood, 0.7)


# What is done to a document or an initiative does not change which one is spoken of.
_WRAPPER = re.compile(
    r"(?:(?:การ)?(?:จัดทำ|จัดตั้ง|สร้าง|พัฒนา|ดำเนินการตาม|ดำเนินงานตาม|ดำเนินงานของ|ดำเนิน|ยกระดับ|รับทราบ|รับรอง|ลงนาม(?:ใน)?|ขับเคลื่อน|เร่งรัด|เร่ง|เปิดตัว)|"
    r"ความ(?:ก้าวหน้า|คืบหน้า|สำเร็จ)(?:ของ|เกี่ยวกับ|ใน)?|ผล(?:สำเร็จ)?ของ|ให้มี|มี|ข้อเสนอ(?=โครงการ)|กรอบ(?=ความตกลง)|ร่างข้อเสนอ)+"
)
_IS_TALK = re.compile("(?:ร่วม|ร่วมกัน)?หารือ")
_FOR_SUPPORT = re.compile(
    r"[^\n]{0,12}?(?:ที่|สำหรับ|ใน)(?:ได้)?(?:ให้)?(?:การ)?(?:สนับสนุน|ร่วมสนับสนุน)(?:อย่างต่อเนื่อง|มาโดยตลอด|เป็นอย่างดี)?(?:ใน(?=การ)| )?"
)


def thank(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S ขอบคุณ A และ B ที่สนับสนุน X``: A and B support X."""
    folded = reading.scan.folded
    verb = clause.items[index]
    thanked: list[Draft] = []
    edge = verb.end
    for item in clause.items[index + 1 :]:
        if item.kind == "membership" and not thanked:
            continue
        if item.kind not in ACTORS or len(folded[edge : item.start]) > (16 if not thanked else 8):
            break
        thanked += [d for d in resolve(reading, item) if d not in thanked]
        edge = item.end
    support = _FOR_SUPPORT.match(folded, edge, _block_end(reading, clause)) if thanked else None
    if support is None:
        return
    for span in phrases_at(reading, support.end(), _block_end(reading, clause)):
        thing = object_of(reading, span)
        for draft in thanked:
            reading.say(draft, "supported", thing, _spanned(clause, span), "thank.v1", Modality.ACTUAL, 0.7)


_ABOUT = re.compile(r" ?(?:โดย)?(?:เกี่ยวกับ|ในประเด็น|ประเด็น|ในเรื่อง|เรื่อง|ถึง|ในหัวข้อ)(?=[ก-ฮเ-ไ ])")


def topics(reading: Reading) -> None:
    """``A หารือกับ B เกี่ยวกับ X``: what the talks of the clause just read were about."""
    waiting, reading.to_read = reading.to_read, []
    for clause, start, event, mood in waiting:
        about = _ABOUT.match(reading.scan.folded, start)
        if about is None:
            continue
        for span in phrases_at(reading, about.end(), _block_end(reading, clause)):
            thing = object_of(reading, span)
            if thing.type not in (EntityType.COUNTRY, EntityType.PERSON, EntityType.PLACE):
                reading.say(event, "discussed", thing, _spanned(clause, span), "talk-topics.v1", mood, 0.75)


def _spanned(clause: Clause, span: Span) -> Span:
    """The clause, or as much more of the paragraph as its object needs."""
    return Span(min(clause.start, span.start), max(clause.end, span.end))


def adopt(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S รับรอง X``, or ``X ได้รับการรับรองโดย S``; what is no document is agreed to, and so supported."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if re.search(r"ได้รับการ ?$|มีการ ?$", folded[clause.start : verb.start]):
        _adopted_by(reading, clause, index, mood)
        return
    actors = [d for d in subject if is_actor(d) or d.type is EntityType.MEETING]
    if folded.endswith(("การ", "งานเลี้ยง"), 0, verb.start):
        return
    for span in phrases_after(reading, clause, verb.end):
        thing = object_of(reading, span)
        predicate = "adopted" if thing.type is EntityType.DOCUMENT else "supported"
        for actor in actors:
            reading.say(actor, predicate, thing, _spanned(clause, span), "adopt.v1", mood, 0.8)


def _adopted_by(reading: Reading, clause: Clause, index: int, mood: Modality) -> None:
    document = _last_document(reading, clause, index)
    folded = reading.scan.folded
    if document is None:
        return
    for item in clause.items[index + 1 :]:
        if item.kind in ("verb", "mood"):
            break
        if item.kind in ACTORS and not item.flags & {"pair", "adjective"}:
            if folded.find(")", clause.items[index].end, item.start) > 0:
                break
            for draft in resolve(reading, item):
                reading.say(draft, "adopted", document, clause, "adopted-by.v1", mood, 0.85)


def _last_document(reading: Reading, clause: Clause, index: int) -> Draft | None:
    for item in reversed(clause.items[:index]):
        if item.kind == "thing" and item.value == "OutcomeDocument":
            return draft_of(item, reading.register)
    return draft_of(reading.last_document, reading.register) if reading.last_document is not None else None


_PARTIES = re.compile(r"ระหว่าง(?!วันที่|การ|\d)")


def ceremony(reading: Reading, meeting: Draft, span: Span, end: int) -> None:
    """``พิธีลงนาม X ระหว่าง A กับ B``: the parties sign what the ceremony is for."""
    scan = reading.scan
    at = scan.folded.find("ลงนาม", span.start, span.end)
    if at < 0:
        return
    noun = next((w for w in scan.within("nouns", at, span.end) if w.value == "OutcomeDocument"), None)
    if noun is None:
        return
    thing = read_thing(scan, noun.start, noun.end, noun.value, noun.more, end)
    if thing is None or not thing.named:
        return
    surface = _PARTIES.split(thing.surface)[0].strip()
    document = reading.register.thing(EntityType.DOCUMENT, surface, thing.cls)
    reading.last_document = Item(thing.span.start, thing.span.end, "thing", document, value="OutcomeDocument")
    parties = _PARTIES.search(scan.folded, noun.end, end)
    if parties is None:
        return
    for draft in _two_parties(reading, parties.end(), min(end, parties.end() + 200)):
        reading.say(draft, "signed", document, Span(span.start, min(end, parties.end() + 200)), "ceremony.v1", score=0.8)


def _two_parties(reading: Reading, start: int, end: int) -> list[Draft]:
    """The two bodies or states that ``กับ`` or ``และ`` joins from ``start`` on."""
    scan, register = reading.scan, reading.register
    found: list[Draft] = []
    at = start
    for _ in range(2):
        hit = scan.names_at.get(at)
        foreign = foreign_body(scan, hit, end) if hit is not None else None
        body = foreign or (body_at(scan, at, end) if hit is None or hit.type != "Country" else None)
        if body is not None:
            draft = register.thing(EntityType.ORGANIZATION, body.surface, body.cls)
            for name in body.latin:
                register.bind(name, draft)
            at = body.span.end
        elif hit is not None and hit.type in ("Country", "Organization"):
            draft = register.entry(hit.entry)
            at = hit.end
        else:
            break
        found.append(draft)
        joined = _AND_PARTY.match(scan.folded, at, end)
        if joined is None:
            break
        at = joined.end()
    return found if len(found) == 2 else []


def sign(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S ลงนามใน X``; after a noun (``การลงนามใน X ระหว่าง A กับ B``) the parties that are named sign."""
    verb = clause.items[index]
    folded = reading.scan.folded
    documents: list[Draft] = []
    end = verb.end
    if folded.startswith("โดย", verb.end):
        document = _last_document(reading, clause, index)
        signers = [d for item in clause.items[index + 1 :] if item.kind in ACTORS for d in resolve(reading, item)]
        for draft in signers if document is not None else ():
            reading.say(draft, "signed", document, clause, "signed-by.v1", mood, 0.85)
        return
    for item in clause.items[index + 1 :]:
        if item.kind == "thing" and item.value == "OutcomeDocument" and item.start - end <= 24:
            draft = draft_of(item, reading.register)
            if draft is not None:
                documents.append(draft)
                end = item.end
        elif item.kind == "verb":
            break
    if not documents and reading.last_document is not None and folded.endswith(("ผู้", "ร่วมกัน"), 0, verb.start):
        document = draft_of(reading.last_document, reading.register)
        documents = [document] if document is not None else []
    if not documents:
        return
    nominal = folded.endswith(("การ", "พิธี"), 0, verb.start)
    signers = [] if nominal else [d for d in subject if is_actor(d)]
    parties = _BETWEEN.search(folded, verb.end, _block_end(reading, clause))
    if nominal and parties:
        for hit in reading.scan.names_within(parties.end(), min(parties.end() + 160, _block_end(reading, clause))):
            if hit.type in ("Country", "Organization"):
                signers.append(reading.register.entry(hit.entry))
        signers = signers[:2]
    for document in documents:
        for draft in signers:
            reading.say(draft, "signed", document, clause, "sign.v1", mood, 0.85)


__all__ = ["adopt", "discuss", "is_modifier", "object_of", "phrases_after", "sign", "soft"]
