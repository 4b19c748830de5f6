"""Frames of talks: meeting, calling, receiving, paying a courtesy call, and who came to it."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.lexicon import NameHit
from kg.mentions.posts import Post
from kg.model import EntityType, Modality
from kg.relations.circumstances import introduce, settle
from kg.relations.clauses import ACTORS, resolve, subject_of
from kg.relations.days import undated
from kg.relations.events import AND
from kg.relations.items import Item
from kg.relations.reading import Clause, Reading, first, is_actor
from kg.relations.retinue import come_along

_TALK_KINDS = {
    "discuss": "BilateralTalk",
    "discuss-noun": "BilateralTalk",
    "meet": "BilateralTalk",
    "call": "PhoneCall",
    "courtesy": "CourtesyCall",
    "receive": "BilateralTalk",
}
_JOINED_ACT = re.compile(r" ?(?:และ|เพื่อ|พร้อม)(?:ได้|ร่วม)? ?")
# What parts a talk from the one told before it.
# How far behind its verb the other side of a talk may stand, and behind a verb that shares it.
_FAR, _NEAR = 40, 6
_AFTER = ("หลังที่", "หลังจากที่", "หลังจาก", "ในโอกาสที่", "ในโอกาส", "หลัง", "หลังที่ ", "หลังจากที่ ", "ในโอกาสที่ ")
_NEXT = ("จากนั้น", "หลังจากนั้น", "ต่อมา", "เมื่อเสร็จสิ้น")
_GIVES = re.compile(r"[ ,]*+ให้(?:การต้อนรับ)? ?")
_IN_MARGINS = re.compile(r"(?:ในห้วง(?:ของ)?|ระหว่าง|ในระหว่าง|ในช่วง|นอกรอบ)การประชุม(?=[ ฯดคนน]|$|\n)")
_END_OF_GUESTS = re.compile(r"(?:ในโอกาส|ระหว่าง|ในห้วง|ณ |เกี่ยวกับ|เพื่อ|ที่|ในประเด็น|ในช่วง)")


def guests(reading: Reading, clause: Clause, index: int) -> tuple[list[Draft], int]:
    """Whom a verb of meeting takes as its other side, and where their words end."""
    verb = clause.items[index]
    found: list[Draft] = []
    end = verb.end
    reach = _FAR
    folded = reading.scan.folded
    leaders: Post | None = None
    for item in clause.after(index):
        if item.kind not in ACTORS:
            if item.kind in ("speaker", "mood", "membership") and not found:
                continue
            if not found and item.kind == "verb" and _shares_guest(folded, verb, item):
                end, reach = item.end, _NEAR
                continue
            break
        gap = folded[end : item.start]
        if found and not AND.match(gap):
            break
        if not found and (len(gap) > reach or _END_OF_GUESTS.search(gap)):
            break
        if item.qualifies:
            break
        if leaders is not None and item.kind == "country":
            found.append(_leader(reading, leaders, item))
        else:
            found += [d for d in resolve(reading, item) if d not in found]
        leaders = _leaders(leaders, item)
        end = item.end
    return found, end


def _leaders(known: Post | None, item: Item) -> Post | None:
    """The post that each state of a list has a holder of: ``ผู้นำกัมพูชาและลาว`` are two leaders."""
    if item.kind == "country":
        return known
    post = item.payload
    return post if isinstance(post, Post) and post.head.id == "post-leader" else None


def _leader(reading: Reading, post: Post, item: Item) -> Draft:
    """The leader of a state that a list names behind the leader of another."""
    state = reading.text(item.start, item.end)
    hit = item.payload
    own = post._replace(country=hit.entry if isinstance(hit, NameHit) else None)
    return reading.register.role(own, f"ผู้นำ{state}")


def _shares_guest(folded: str, verb: Item, second: Item) -> bool:
    """``เข้าเยี่ยมคารวะและแสดงความยินดีกับ B``: what is joined to a verb of meeting has the same guest."""
    return (
        _JOINED_ACT.fullmatch(folded, verb.end, second.start) is not None
        and second.value not in _TALK_KINDS
        and folded.endswith(("กับ", "ต่อ"), second.start, second.end)
    )


def meet(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S หารือกับ O``: the two sides hold a talk; its principals met each other."""
    verb = clause.items[index]
    if verb.value == "receive" and (
        mood is Modality.PLANNED or reading.scan.folded.endswith("พร้อม", 0, verb.start)
    ):
        return
    if _is_occasion(reading, clause, verb):
        return
    own, others, end = _sides(reading, clause, index, subject)
    known = reading.talk is not None and bool({d.id for d in others} & reading.attendants)
    if (known or not others) and come_along(reading, clause, index, own, mood):
        return
    if not others:
        if verb.value == "meet" and own:
            _again(reading, clause, verb, own, mood)
        return
    own = own or [d for d in reading.subject if is_actor(d) and d not in others]
    if reading.scan.folded.endswith("การ", 0, verb.start) and first(own, EntityType.PERSON) is None:
        # A talk told by a noun has no subject of its own: it is of whoever was last the one to act.
        own = [reading.person] if reading.person is not None and reading.person not in others else []
    if not own:
        return
    setting = reading.event if reading.event is not None and reading.event.named else None
    event = _talk(reading, clause, verb, own, others, end, mood)
    if setting is not None and _IN_MARGINS.search(reading.scan.folded, clause.start, clause.end):
        reading.say(event, "partOf", setting, clause, "in-margins.v1", score=0.8)
    for draft in [*own, *others]:
        reading.say(draft, "attended", event, clause, f"{verb.value}.v1", mood)
    mine, theirs = _led(reading, clause, index, own), first(others, EntityType.PERSON)
    reading.guest = mine if verb.value == "courtesy" else theirs
    if mine is not None and theirs is not None and not (reading.retelling and reading.principals):
        reading.say(mine, "metWith", theirs, clause, f"{verb.value}.v1", mood)
        reading.principals = [mine, theirs]
    if verb.value == "call":
        reading.say(event, "mode", "phone", clause, "call.v1", mood)
    reading.topics_from(clause, end, event, mood)


def _led(reading: Reading, clause: Clause, index: int, own: list[Draft]) -> Draft | None:
    """The principal of a side: ``A นำ B เข้าเยี่ยมคารวะ C`` is a call of B."""
    for item in clause.before(index):
        if item.kind == "verb":
            break
        led = item.kind == "person" and reading.scan.folded.endswith(("นำ", "นำ "), clause.start, item.start)
        if led and item.draft in own:
            return item.draft
    return first(own, EntityType.PERSON)


def _sides(
    reading: Reading, clause: Clause, index: int, subject: list[Draft]
) -> tuple[list[Draft], list[Draft], int]:
    """The two sides of a talk and where the words of the other side end."""
    others, end = guests(reading, clause, index)
    if (
        first(subject, EntityType.PERSON) is None
        and first(others, EntityType.PERSON)
        and reading.person is not None
    ):
        subject = [reading.person]
    others = [d for d in others if d not in subject]
    own = [d for d in subject if is_actor(d)]
    if not others:
        others = _received(reading, clause, index)
        own = [d for d in own if d not in others]
    return own, others, end


def _received(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A ให้ B เข้าพบ``: the host stands before ``ให้``, the guest between it and the verb."""
    folded = reading.scan.folded
    guest: Item | None = None
    for item in clause.before(index):
        if item.kind not in ("person", "role"):
            continue
        if guest is not None and _GIVES.fullmatch(folded, item.end, guest.start):
            return resolve(reading, item)
        if guest is not None:
            break
        guest = item
    if guest is not None and clause.first_verb >= 0 and folded.endswith(_AFTER, 0, guest.start):
        # ``A กล่าวภายหลังที่ B เข้าเยี่ยมคารวะ``: he calls on whoever tells of it.
        return [d for d in subject_of(reading, clause, clause.first_verb)[0] if d.type is EntityType.PERSON]
    return []


def talk_about(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> int:
    """``A หารือเรื่อง X กับ B``: a talk whose subject stands between the verb and its other side.

    Gives where the subject of the talk ends, or -1 where no other side follows.
    """
    folded = reading.scan.folded
    verb = clause.items[index]
    if not any(d.type is EntityType.PERSON for d in subject):
        return -1
    for item in clause.after(index):
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
    for pair, event in reading.talks.items():
        if pair & people:
            return event
    return None


def _of_state(reading: Reading, own: list[Draft], others: list[Draft]) -> Draft | None:
    """A talk with a state or body is the one with its holder of an office, where such a one was told."""
    other = others[0]
    if other.lexicon is None or other.type is EntityType.PERSON:
        return None
    for pair, event in reading.talks.items():
        if own[0].id not in pair:
            continue
        (known,) = pair - {own[0].id} or pair
        posts = reading.register.drafts[known].posts
        if any(other.lexicon in (post.country, post.body) for post in posts):
            others.clear()
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
    reading: Reading,
    clause: Clause,
    verb: Item,
    own: list[Draft],
    others: list[Draft],
    end: int,
    mood: Modality,
) -> Draft:
    """The talk between two sides; the same two sides talk once in a document unless a date parts them."""
    pair = frozenset({own[0].id, others[0].id})
    event = None if clause.opener in _NEXT else reading.talks.get(pair) or _of_state(reading, own, others)
    if event is None:
        event = _told(reading, own, others)
    surface = reading.text(verb.start, end)
    if event is None:
        event = reading.register.event(surface[:160], _TALK_KINDS[verb.value])
        event.refs.setdefault(reading.text(verb.start, verb.end))
        reading.talks[pair] = event
        undated(reading, event, clause, mood)
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
