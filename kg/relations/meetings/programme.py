"""The programme of a visit: the events that a text lists, at which both sides take part."""

from __future__ import annotations

import re

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.model import EntityType, Modality
from kg.relations.sentence.circumstances import attach
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.days import undated
from kg.relations.sentence.items import PEOPLE
from kg.relations.sentence.reading import Reading, state_of

PROGRAMME = "กำหนดการ"
_LIST = expression(
    rf"{PROGRAMME}(?:(?:ที่)?สำคัญ|หลัก)?[^\n]{{0,90}}?{any_of('leads_to_list', 'that_is', 'as_follows')} ?"
)
# The two sides' own talk: told by no more than its manner, or by whom of them it is with.
_MANNER = "(?: ?(?:แบบ|ข้อราชการ|ทวิภาคี|เต็มคณะ))"
_ACT = "การ(?:ประชุม|พบ(?:ปะ)?)?หารือ"
_TALK = expression(rf"{_ACT}(?:{_MANNER}*(?P<other>กับ)|{_MANNER}+(?=[ ,\n]|และ|ระหว่าง|$))")
_OWN_TALK = expression(rf"{_ACT}{_MANNER}+(?: ?ระหว่าง[^\n]*)?")
_HOSTED = expression(r" ?ซึ่ง([^\n]{3,60}?)เป็นเจ้าภาพ")
# ``การเป็นประธานในพิธี ก``: of the two sides, the one whose programme it is.
_IN_THE_CHAIR = ("การเป็นประธานใน", "การเป็นประธาน", "การร่วมเป็นประธานใน")
_PRESS = expression("(?:การ)?แถลงข่าวร่วม(?:กัน)?(?! ?กับ| ?ของ)")
_INVITED_BY = expression("คำเชิญ(?:อย่างเป็นทางการ)?ของ ?$")
_INVITED_REACH = 30


def party(reading: Reading, people: list[Draft]) -> None:
    """Note who takes part in a visit that is planned: whoever comes and whoever receives or invites.

    One of each state: who comes with a guest is of his side.
    """
    for draft in people:
        states = {state_of(known) for known in reading.parties}
        if draft.type is EntityType.PERSON and draft.posts and state_of(draft) not in states:
            reading.parties.append(draft)


def inviters(reading: Reading, clause: Clause) -> list[Draft]:
    """Who invites to the visit that a clause tells of: ``ตามคำเชิญของ X``."""
    for item in clause.items:
        before = reading.scan.folded[max(clause.start, item.start - _INVITED_REACH) : item.start]
        if item.kind in PEOPLE and _INVITED_BY.search(before):
            return actors_of(reading, item)
    return []


def programme(reading: Reading, clause: Clause) -> None:
    """``มีกำหนดการสำคัญ ได้แก่ พิธีต้อนรับ การหารือเต็มคณะ และการแถลงข่าวร่วม``: both sides come to each."""
    folded = reading.scan.folded
    if len(reading.parties) < 2 or folded.find(PROGRAMME, clause.start, clause.end) < 0:
        return
    lead = _LIST.search(folded, clause.start, clause.end)
    if lead is None:
        return
    _led_by_owner(reading, clause, lead)
    events = [
        item.draft
        for item in clause.items
        if item.kind == "meeting" and item.draft is not None and item.start >= lead.end()
    ]
    press = _PRESS.search(folded, lead.end(), clause.end)
    named = any(
        item.kind == "meeting" and press and item.start <= press.start() < item.end for item in clause.items
    )
    if press is not None and not named:
        events.append(reading.register.meetings.event(reading.text(*press.span()), "Ceremony"))
    talks = [event for event in events if _OWN_TALK.fullmatch(event.name)]
    talks += _talks(reading, clause, lead.end())
    _note_talk(reading, clause, talks)
    events = list(dict.fromkeys([*events, *talks]))
    places = [item for item in clause.items if item.kind == "places" and item.end <= lead.end()]
    hosts = _hosts(reading, clause)
    chaired = {
        item.draft.id
        for item in clause.items
        if item.kind == "meeting" and item.draft and folded.endswith(_IN_THE_CHAIR, lead.end(), item.start)
    }
    for event in events:
        undated(reading, event, clause, Modality.PLANNED)
        led = event.id in chaired
        for draft in reading.parties[: 1 if led else 2]:
            if draft not in hosts.get(event.id, []):
                reading.say(draft, "attended", event, clause, "programme.v1", Modality.PLANNED)
            if led:
                reading.say(draft, "chaired", event, clause, "programme.v1", Modality.PLANNED)
        for place in places:
            attach(reading, [event], place, clause, Modality.PLANNED)


def _led_by_owner(reading: Reading, clause: Clause, lead: re.Match[str]) -> None:
    """``กำหนดการสำคัญของ A``: the programme is of A, and of nobody else on his side."""
    for item in clause.starting(lead.start()):
        if item.start >= lead.end():
            return
        if item.kind in PEOPLE and reading.scan.folded.endswith("ของ", lead.start(), item.start):
            owner = actors_of(reading, item)[:1]
            others = [d for d in reading.parties if owner and state_of(d) != state_of(owner[0])]
            if owner and others:
                reading.parties = [*owner, *others]
            return


def _talks(reading: Reading, clause: Clause, start: int) -> list[Draft]:
    """The talk of the two parties: ``การหารือเต็มคณะ``, ``การพบหารือทวิภาคีกับนายกรัฐมนตรี``."""
    for told in _TALK.finditer(reading.scan.folded, start, clause.end):
        if any(item.kind == "meeting" and item.start <= told.start() < item.end for item in clause.items):
            continue
        end = told.end()
        if told["other"]:
            other = next((i for i in clause.starting(end) if i.kind in PEOPLE), None)
            people = actors_of(reading, other) if other is not None and other.start <= end + 1 else []
            if other is None or not any(draft in reading.parties[:2] for draft in people):
                continue
            end = other.end
        return [reading.register.meetings.event(reading.text(told.start(), end), "BilateralTalk")]
    return []


def _note_talk(reading: Reading, clause: Clause, talks: list[Draft]) -> None:
    """The only talk of a programme is the one that the two sides are told to hold, further on in the text."""
    if not talks:
        return
    one, other = reading.parties[:2]
    reading.say(one, "metWith", other, clause, "programme.v1", Modality.PLANNED)
    reading.talk = reading.talk or talks[0]
    if len(talks) == 1:
        reading.talks.setdefault(frozenset({one.id, other.id}), talks[0])


def _hosts(reading: Reading, clause: Clause) -> dict[str, list[Draft]]:
    """Who hosts the events of a list, by event: ``งานเลี้ยงอาหารกลางวันซึ่งนายกรัฐมนตรีเป็นเจ้าภาพ``."""
    found: dict[str, list[Draft]] = {}
    for item in clause.items:
        told = _HOSTED.match(reading.scan.folded, item.end, clause.end)
        if item.kind != "meeting" or item.draft is None or told is None:
            continue
        within = [other for other in clause.starting(told.start(1)) if other.end <= told.end()]
        people = [other for other in within if other.kind in PEOPLE]
        found[item.draft.id] = [draft for person in people for draft in actors_of(reading, person)]
    return found
