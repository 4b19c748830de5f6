"""Frames of coming together: attending, chairing, hosting, meeting, receiving, calling, visiting."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.mentions.places import PlaceChain
from kg.model import EntityType, Modality
from kg.relations.circumstances import introduce, place_draft, settle
from kg.relations.clauses import ACTORS, is_modifier, resolve, subject_of
from kg.relations.items import Item, draft_of
from kg.relations.reading import Clause, Reading, first, is_actor
from kg.text import Span

_AND = re.compile(r"^[ ,]*(?:และ|กับ|รวมทั้ง|รวมถึง|ตลอดจน|พร้อมด้วย|พร้อม)?[ ,]*$")
_THIS = re.compile(r"^ ?(?:ด้วย|แล้ว|แทน|การประชุม(?:ฯ|ด้วย|ครั้งนี้|ดังกล่าว| ?ฯ| ?$)|ประชุม(?:ด้วย|ครั้งนี้|ฯ)?|การหารือ|ในครั้งนี้)")
_TALK_KINDS = {"discuss": "BilateralTalk", "discuss-noun": "BilateralTalk", "meet": "BilateralTalk", "call": "PhoneCall", "courtesy": "CourtesyCall", "receive": "BilateralTalk"}
_IN_MARGINS = re.compile(r"(?:ในห้วง(?:ของ)?|ระหว่าง|ในระหว่าง|ในช่วง|นอกรอบ)การประชุม(?=[ ฯดคนน]|$|\n)")
_END_OF_GUESTS = re.compile(r"(?:ในโอกาส|ระหว่าง|ในห้วง|ณ |เกี่ยวกับ|เพื่อ|ที่|ในประเด็น|ในช่วง)")


def objects_after(reading: Reading, clause: Clause, index: int) -> list[Item]:
    """The items after a verb, up to the next verb of the clause."""
    after: list[Item] = []
    for item in clause.items[index + 1 :]:
        if item.kind == "verb":
            break
        after.append(item)
    return after


def meetings_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The meetings that a verb governs: the first after it and those that ``และ`` joins to it."""
    folded = reading.scan.folded
    found: list[Draft] = []
    verb = clause.items[index]
    edge = verb.end
    for item in clause.items[index + 1 :]:
        if item.kind == "meeting" and item.draft is not None:
            gap = folded[edge : item.start]
            if found and not _AND.match(gap):
                break
            if not found and len(gap) > 60:
                break
            found.append(item.draft)
            edge = item.end
        elif item.kind == "verb" and item.value not in ("attend-noun",):
            break
        elif found and item.kind not in ("mood", "date", "membership"):
            break
    return found


def attend(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เข้าร่วม M``: each subject attends each meeting."""
    verb = clause.items[index]
    meetings = meetings_after(reading, clause, index)
    if not meetings:
        rest = reading.scan.folded[verb.end : verb.end + 24]
        if reading.anchor and (_THIS.match(rest) or verb.end >= clause.end - 1):
            meetings = reading.anchor[:1]
        elif reading.event is not None and _THIS.match(rest):
            meetings = [reading.event]
    if not meetings:
        return
    waiting = list(reading.pending)
    for meeting in meetings:
        for draft in subject:
            if is_actor(draft):
                reading.say(draft, "attended", meeting, clause, "attend.v1", mood)
        reading.pending = list(waiting)
        introduce(reading, meeting, clause, mood)
    if _TRAVELS.search(reading.scan.folded, max(clause.start, verb.start - 14), verb.end):
        _travelled(reading, clause, index, subject, mood)
    _with_whom(reading, clause, index, subject, meetings[0], mood)
    if reading.event is not None and re.match(r"พิธี(?:เปิด|ปิด|รับมอบ|ส่งมอบ)", meetings[0].name):
        reading.anchor = [reading.event]
        return
    reading.anchor = list(meetings)
    settle(reading, clause, mood)
    reading.turn_to(meetings[0], subject, mood)


_TRAVELS = re.compile(r"เดินทาง(?:ไป|มา|ร่วม|เข้าร่วม|ไปร่วม|ไปเข้าร่วม|มาร่วม)")


def _travelled(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``เดินทางไปร่วมประชุม ณ X`` is a visit to X too."""
    for item in clause.items[index + 1 :]:
        if item.kind == "places" and isinstance(item.payload, PlaceChain):
            for place in item.payload.places:
                if place.kind == "venue":
                    continue
                draft = place_draft(reading, place)
                for person in subject:
                    if person.type is EntityType.PERSON and not _own_country(reading, person, draft):
                        reading.say(person, "visited", draft, clause, "travel.v1", mood)
            return


def _with_whom(
    reading: Reading, clause: Clause, index: int, subject: list[Draft], meeting: Draft, mood: Modality
) -> None:
    """``S เข้าร่วมการหารือ M กับ T``: the other side attends too, and the two met."""
    edge = -1
    for item in clause.items[index + 1 :]:
        if item.kind == "verb":
            return
        if item.kind == "meeting":
            edge = item.end
        elif item.kind in ("person", "role") and edge >= 0:
            if not re.fullmatch(r" ?(?:ร่วม)?กับ ?", reading.scan.folded[edge : item.start]):
                return
            mine = first(subject, EntityType.PERSON)
            for draft in resolve(reading, item):
                reading.say(draft, "attended", meeting, clause, "attend-with.v1", mood)
                if mine is not None:
                    reading.say(mine, "metWith", draft, clause, "attend-with.v1", mood)
            return


def chair(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เป็นประธาน (M) (ร่วมกับ T)``; the chair of a mechanism takes part in it."""
    verb = clause.items[index]
    after = objects_after(reading, clause, index)
    meetings = meetings_after(reading, clause, index)
    folded = reading.scan.folded
    if not meetings:
        nearest = after[0] if after else None
        if nearest is not None and nearest.start - verb.end <= 3 and nearest.kind in ("framework", "body"):
            mechanism = draft_of(nearest, reading.register)
            for draft in subject:
                if mechanism is not None and draft.type is EntityType.COUNTRY:
                    reading.say(draft, "participatesIn", mechanism, clause, "chair-of-mechanism.v1")
            return
        rest = folded[verb.end : verb.end + 12]
        if not re.match(r"(?: ?ร่วม| ?การประชุม| ?$|\n| ?ใน| ?และ| ?พร้อม| ?\(|ฯ| ?ของการ)", rest) and verb.end < clause.end - 1:
            return
        on = [reading.event] if reading.event is not None else reading.anchor[:1]
        meetings = [meeting for meeting in on if meeting.named]
    chairs = list(subject)
    edge = begin = verb.end
    for item in after:
        if item.kind == "meeting" and edge == begin:
            edge = begin = item.end
        if item.kind not in ("person", "role"):
            continue
        gap = folded[edge : item.start]
        if not re.fullmatch(r"(?:การประชุม|ฯ| )*ร่วมกับ ?" if edge == begin else r"[ ,]*(?:และ)? ?", gap):
            break
        chairs += [d for d in resolve(reading, item) if d not in chairs]
        edge = item.end
    for meeting in meetings:
        introduce(reading, meeting, clause, mood)
        for draft in chairs:
            if is_actor(draft):
                reading.say(draft, "chaired", meeting, clause, "chair.v1", mood)
                reading.say(draft, "attended", meeting, clause, "chair.v1", mood)
    if meetings:
        reading.anchor = list(meetings)
        reading.turn_to(meetings[0], chairs, mood)


def host(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เป็นเจ้าภาพ (จัด) M``: without a meeting after it, the one that was spoken of."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if folded.endswith("การ", 0, verb.start) or folded.startswith("ในฐานะ", verb.start):
        subject = _state_at(reading, clause, index) or subject
        if mood is Modality.ACTUAL and re.search("เตรียม", folded[max(clause.start, verb.start - 20) : verb.start]):
            mood = Modality.PLANNED
    if folded.startswith("เลี้ยง", verb.end):
        _banquet(reading, clause, index, subject, mood)
        return
    named = [d for d in reading.anchor[:1] if d.named]
    meetings = meetings_after(reading, clause, index) or named
    for meeting in meetings:
        introduce(reading, meeting, clause, mood)
        for draft in subject:
            if draft.type is not EntityType.MEETING:
                reading.say(draft, "hosted", meeting, clause, "host.v1", mood)
    if meetings:
        reading.anchor = list(meetings)


def _state_at(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The state or body next to a noun of hosting: before it, or after it with ``ของ``."""
    for item in reversed(clause.items[:index]):
        if item.kind in ("country", "body") and not item.flags & {"pair"} and clause.items[index].start - item.end <= 40:
            return resolve(reading, item)
        if item.kind in ("verb", "meeting"):
            break
    return []


def _banquet(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เป็นเจ้าภาพเลี้ยงอาหาร(ค่ำ) … แก่ X``: a meal given for somebody is an event of its own."""
    verb = clause.items[index]
    stop = min(clause.end, verb.end + 120)
    event = reading.register.event(reading.text(verb.end, stop).strip(), "Reception")
    for draft in subject[:1]:
        reading.say(draft, "hosted", event, clause, "banquet.v1", mood)
    for item in clause.items[index + 1 :]:
        if item.kind in ("person", "role") and item.end <= stop:
            for draft in resolve(reading, item):
                reading.say(draft, "attended", event, clause, "banquet.v1", mood)


def hosted_by(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``M จัดขึ้นโดย S``."""
    for item in objects_after(reading, clause, index):
        if item.kind in ACTORS:
            for draft in resolve(reading, item)[:1]:
                for meeting in reading.anchor[:1]:
                    reading.say(draft, "hosted", meeting, clause, "hosted-by.v1", mood)
            return


def guests(reading: Reading, clause: Clause, index: int) -> tuple[list[Draft], int]:
    """Whom a verb of meeting takes as its other side, and where their words end."""
    verb = clause.items[index]
    found: list[Draft] = []
    end = verb.end
    folded = reading.scan.folded
    for item in clause.items[index + 1 :]:
        if item.kind not in ACTORS:
            if item.kind in ("speaker", "mood", "membership") and not found:
                continue
            break
        gap = folded[end : item.start]
        if found and not _AND.match(gap):
            break
        if not found and (len(gap) > 40 or _END_OF_GUESTS.search(gap)):
            break
        if item.flags & {"adjective", "pair"}:
            break
        found += [d for d in resolve(reading, item) if d not in found]
        end = item.end
    return found, end


def meet(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S หารือกับ O``: the two sides hold a talk; its principals met each other."""
    verb = clause.items[index]
    if verb.value == "receive" and (mood is Modality.PLANNED or reading.scan.folded.endswith("พร้อม", 0, verb.start)):
        return
    if _is_occasion(reading, clause, verb):
        return
    others, end = guests(reading, clause, index)
    if first(subject, EntityType.PERSON) is None and first(others, EntityType.PERSON) and reading.person is not None:
        subject = [reading.person]
    others = [d for d in others if d not in subject]
    own = [d for d in subject if is_actor(d)]
    if not others:
        others = _received(reading, clause, index)
        own = [d for d in own if d not in others]
    if not others:
        if verb.value == "meet" and own:
            _again(reading, clause, verb, own, mood)
        return
    if not own:
        own = [d for d in reading.subject if is_actor(d) and d not in others]
    if not own:
        return
    setting = reading.event if reading.event is not None and reading.event.named else None
    event = _talk(reading, clause, verb, own, others, end, mood)
    if setting is not None and _IN_MARGINS.search(reading.scan.folded, clause.start, clause.end):
        reading.say(event, "partOf", setting, clause, "in-margins.v1", score=0.8)
    for draft in [*own, *others]:
        reading.say(draft, "attended", event, clause, f"{verb.value}.v1", mood)
    mine, theirs = first(own, EntityType.PERSON), first(others, EntityType.PERSON)
    if mine is not None and theirs is not None and not (reading.retelling and reading.principals):
        reading.say(mine, "metWith", theirs, clause, f"{verb.value}.v1", mood)
        reading.principals = [mine, theirs]
    if verb.value == "call":
        reading.say(event, "mode", "phone", clause, "call.v1", mood)
    reading.topics_from(clause, end, event, mood)


def _received(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A ให้ B เข้าพบ``: the host stands before ``ให้``, the guest between it and the verb."""
    folded = reading.scan.folded
    people = [item for item in clause.items[:index] if item.kind in ("person", "role")]
    for host, guest in zip(reversed(people[:-1]), reversed(people[1:]), strict=True):
        if re.search(r"^[ ,]*ให้(?:การต้อนรับ)? ?$", folded[host.end : guest.start]):
            return resolve(reading, host)
    return []


def talk_about(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> int:
    """``A หารือเรื่อง X กับ B``: a talk whose subject stands between the verb and its other side.

    Gives where the subject of the talk ends, or -1 where no other side follows.
    """
    folded = reading.scan.folded
    verb = clause.items[index]
    if not any(d.type is EntityType.PERSON for d in subject):
        return -1
    for item in clause.items[index + 1 :]:
        if item.kind == "verb":
            return -1
        if item.kind not in ("person", "role"):
            continue
        joined = re.search(r"(?:ร่วม)?กับ ?$", folded[max(verb.end, item.start - 10) : item.start])
        if joined is None:
            return -1
        others = [d for d in resolve(reading, item) if d not in subject]
        if not others:
            return -1
        event = _talk(reading, clause, verb, subject, others, item.end, mood)
        for draft in (*subject, *others):
            if is_actor(draft):
                reading.say(draft, "attended", event, clause, "talk-about.v1", mood)
        mine = first(subject, EntityType.PERSON)
        if mine is not None:
            reading.say(mine, "metWith", others[0], clause, "talk-about.v1", mood)
            reading.principals = [mine, others[0]]
        reading.topics_from(clause, item.end, event, mood)
        return item.start - (len(joined.group()))
    return -1


def _is_occasion(reading: Reading, clause: Clause, verb: Item) -> bool:
    """Whether a verb only says to what end or on what occasion the talk that is on takes place."""
    if not reading.anchor or reading.anchor[0].named or reading.anchor[0] is not reading.talk:
        return False
    left = reading.scan.folded[max(clause.start, verb.start - 14) : verb.start]
    return left.endswith(("ในโอกาส", "ในโอกาสที่", "เพื่อ", "ในการ", "เพื่อและ"))


def _told(reading: Reading, own: list[Draft], others: list[Draft]) -> Draft | None:
    """A headline or a lead tells again of a talk that the body told: any of its people will do."""
    if not reading.retelling:
        return None
    people = {d.id for d in (*own, *others)}
    for sides, event in reading.talks.items():
        if sides & people:
            return event
    return None


def _again(reading: Reading, clause: Clause, verb: Item, own: list[Draft], mood: Modality) -> None:
    """A talk named again without its other side is the talk that is on."""
    event = reading.event
    people = [d for d in own if d.type is EntityType.PERSON]
    if len(people) >= 2 and verb.value == "meet" and "ทวิภาคี" in reading.text(verb.start, verb.end):
        joint_talk(reading, clause, clause.items.index(verb), people, mood)
        return
    if event is not None and event.type is EntityType.MEETING and not event.named:
        reading.anchor = [event]
        settle(reading, clause, mood)


def joint_talk(reading: Reading, clause: Clause, index: int, people: list[Draft], mood: Modality) -> Draft:
    """``A และ B ได้หารือ``: a talk of those who are its subject together."""
    verb = clause.items[index]
    talk = _talk(reading, clause, verb, people[:1], people[1:], verb.end, mood)
    for draft in people:
        reading.say(draft, "attended", talk, clause, "joint-talk.v1", mood)
    reading.say(people[0], "metWith", people[1], clause, "joint-talk.v1", mood)
    return talk


def _talk(
    reading: Reading, clause: Clause, verb: Item, own: list[Draft], others: list[Draft], end: int, mood: Modality
) -> Draft:
    """The talk between two sides; the same two sides talk once in a document unless a date parts them."""
    sides = frozenset({own[0].id, others[0].id, "receive" if verb.value == "receive" else "talk"})
    event = reading.talks.get(sides) or _told(reading, own, others)
    if event is None and verb.value == "receive":
        event = reading.talks.get(frozenset({own[0].id, others[0].id, "talk"}))
    surface = reading.text(verb.start, end)
    if event is None:
        event = reading.register.event(surface[:160], _TALK_KINDS[verb.value])
        event.refs.setdefault(reading.text(verb.start, verb.end))
        reading.talks[sides] = event
    else:
        event.refs.setdefault(surface[:160])
    introduce(reading, event, clause, mood)
    reading.anchor = [event]
    settle(reading, clause, mood)
    if mood is not Modality.PLANNED or reading.talk is None:
        reading.talk = reading.talk or event
        if not reading.retelling:
            reading.turn_to(event, [*own, *others], mood)
            if mood is Modality.ACTUAL:
                reading.talk = event
    return event


def visit(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เยือน X``: the state or place after the verb; ``ณ`` places of the same clause are visited too."""
    verb = clause.items[index]
    folded = reading.scan.folded
    places: list[Draft] = []
    edge = verb.end
    for item in clause.items[index + 1 :]:
        if item.kind == "country" and not item.flags & {"pair", "adjective"} and item.start - edge <= 14:
            draft = draft_of(item, reading.register)
            if draft is not None:
                places.append(draft)
                edge = item.end
        elif item.kind == "place" and item.start - edge <= 8:
            draft = draft_of(item, reading.register)
            if draft is not None:
                places.append(draft)
                edge = item.end
        elif item.kind == "places" and isinstance(item.payload, PlaceChain):
            places += [reading.register.thing(EntityType.PLACE, p.surface) for p in item.payload.places if p.kind == "city"]
            edge = item.end
        elif item.kind in ("verb", "meeting"):
            break
    if not places:
        return
    nominal = folded.endswith("การ", 0, verb.start)
    visitors = [d for d in subject if d.type is EntityType.PERSON]
    if nominal or re.search(r"ในโอกาส(?:การ)?(?:เดินทาง)?$", folded[clause.start : verb.start]):
        guest = _guest_before(reading, clause, index)
        visitors = [guest] if guest is not None else ([] if nominal else visitors)
    for draft in visitors:
        for place in places:
            if not _own_country(reading, draft, place):
                reading.say(draft, "visited", place, clause, "visit.v1", mood)


def _guest_before(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """The last person named before a visit that is told as an occasion."""
    for item in reversed(clause.items[:index]):
        if item.kind in ("person", "role"):
            drafts = resolve(reading, item)
            if drafts:
                return drafts[0]
    return None


def _own_country(reading: Reading, draft: Draft, place: Draft) -> bool:
    """Nobody visits the state that he stands for."""
    if place.lexicon is None or place.type is not EntityType.COUNTRY:
        return False
    countries = {(post.country.id if post.country else "") for post in draft.posts}
    if place.lexicon.id in countries:
        return True
    return place.lexicon.id == "country-th" and countries == {""} and not any(post.country for post in draft.posts)


def assign(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``มอบหมายให้ T เข้าร่วม``: whoever is named after it acts from here on."""
    for item in objects_after(reading, clause, index):
        if item.kind in ("person", "role"):
            drafts = resolve(reading, item)
            if drafts:
                reading.subject = drafts
                return


def span_of(clause: Clause) -> Span:
    """The stretch of text that a clause covers."""
    return Span(clause.start, clause.end)


__all__ = [
    "assign",
    "attend",
    "chair",
    "host",
    "hosted_by",
    "is_modifier",
    "meet",
    "objects_after",
    "subject_of",
    "visit",
]
