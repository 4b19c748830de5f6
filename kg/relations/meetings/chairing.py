"""Frames of chairing: who leads which meeting, and with whom."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality
from kg.relations.meetings.governed import (
    meetings_after,
    objects_after,
    on_this_day,
    signing_after,
    with_whom,
)
from kg.relations.meetings.own_state import is_of_this_state
from kg.relations.meetings.retinue import together
from kg.relations.sentence.circumstances import introduce
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading, is_actor, is_of_cabinet
from kg.relations.sentence.referents import draft_of

_ANNOUNCES = tuple(f"{lead}แถลงข่าว" for lead in ("", "การ", "ในการ", "ในงาน"))
# What somebody does there, by which he is praised for it.
_PARTS_OF = tuple(f"{noun}ของ{state}" for noun in words_of("parts_played") for state in ("", "ประเทศ"))
# What follows where somebody chairs the meeting that is spoken of.
_CHAIRS_ON = expression(
    rf" ?(?:{any_of('nouns_of_events')}|งาน(?:ดังกล่าว|ฯ|ใน)|"
    r"ร่วม|กับ|ใน|และ|พร้อม|ซึ่ง|โดย|เมื่อ|ณ |จะจัด|\(|ฯ|ของการ)| ?$| ?\n|"
    rf" {any_of('verbs_of_telling')}| ?(?:ได้)?{any_of('verbs_of_approving', 'verbs_of_noting')}|[\])]"
)
# What joins the first of those who chair with the subject, ``เป็นประธานร่วม (Co-Chair) กับ B``, and the next
# to the first.
_TOGETHER_WITH = expression(r"(?: ?\([^()\n]{1,30}\) ?)?(?:(?:การประชุม|ฯ| )*+ร่วม)?กับ ?")
_AND_MORE = expression(r"[ ,]*(?:และ)? ?")
_OF_THE_LAST = ("โดย", "ซึ่ง")


def chair(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เป็นประธาน (M) (ร่วมกับ T)``; the chair of a mechanism takes part in it."""
    verb = clause.items[index]
    after = objects_after(clause, index)
    folded = reading.scan.folded
    # ``M ซึ่งมี A เป็นประธานร่วม และการประชุม N``: N is told of next to M, and not chaired by A.
    apart = folded.startswith((" และ", "และ"), verb.end)
    meetings = [] if apart else meetings_after(reading, clause, index)
    meetings = meetings or signing_after(reading, clause, index)
    if folded.startswith(_ANNOUNCES, verb.end):
        # ``เป็นประธานแถลงข่าวการจัดงาน M``: M is announced there, and chaired by nobody.
        return
    if not meetings:
        nearest = after[0] if after else None
        if nearest is not None and nearest.start - verb.end <= 3 and nearest.kind in ("framework", "body"):
            mechanism = draft_of(nearest, reading.register)
            for draft in subject:
                if mechanism is not None and draft.type is EntityType.COUNTRY:
                    reading.say(draft, "participatesIn", mechanism, clause, "chair-of-mechanism.v1")
            return
        if not _CHAIRS_ON.match(folded, verb.end, clause.end) and verb.end < clause.end - 1:
            return
        on = _going_on(reading, clause)
        meetings = [meeting for event in on for meeting in together(reading, event) if meeting.named]
    subject = _whose_part(reading, clause, index) or subject
    chairs = _with_co_chairs(reading, verb, after, subject)
    for meeting in meetings:
        introduce(reading, meeting, clause, mood)
        on_this_day(reading, clause, meeting, mood)
        for draft in chairs:
            if is_actor(draft):
                reading.say(draft, "chaired", meeting, clause, "chair.v1", mood)
                reading.say(draft, "attended", meeting, clause, "chair.v1", mood)
    if meetings:
        with_whom(reading, clause, index, chairs, meetings, mood)
        reading.anchor = list(meetings)
        reading.turn_to(meetings[0], chairs, mood)


def _whose_part(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``B ชื่นชมบทบาทของ A เป็นประธาน M``: A chairs it, and not who praises him for it."""
    before = next(clause.before(index), None)
    if before is None or before.kind not in ACTORS:
        return []
    part = reading.scan.folded.endswith(_PARTS_OF, 0, before.start)
    return actors_of(reading, before) if part and clause.items[index].start - before.end <= 1 else []


def _going_on(reading: Reading, clause: Clause) -> list[Draft]:
    """What somebody is told to chair without naming it: behind ``โดยมี``, ``ซึ่ง`` the meeting just told of."""
    if clause.opener.startswith(_OF_THE_LAST):
        last = next((m for m in (*reading.anchor[:1], reading.named_last) if m is not None and m.named), None)
        # ``M ซึ่งเป็นส่วนหนึ่งของ N โดยมี A เป็นประธาน``: of M, and not of what M is a part of.
        on = reading.event
        part = on is not None and last is not None and (on.id, "partOf", last.id) in reading.moods
        if last is not None and last.type is EntityType.MEETING and not (part or is_of_cabinet(last)):
            return [last]
    return [reading.event] if reading.event is not None else reading.anchor[:1]


def _with_co_chairs(reading: Reading, verb: Item, after: list[Item], subject: list[Draft]) -> list[Draft]:
    """The subject, and those that ``ร่วมกับ`` joins to it after the verb or after the meeting.

    ``นายกรัฐมนตรีเป็นประธาน M ร่วมกับรัฐมนตรี ก``: at a meeting of one's own state the others only come.
    """
    folded = reading.scan.folded
    at_home = any(is_of_this_state(reading, draft) for draft in subject)
    chairs = list(subject)
    edge = begin = verb.end
    for item in after:
        if item.kind == "meeting" and edge == begin:
            edge = begin = item.end
        if item.kind not in PEOPLE:
            continue
        gap = folded[edge : item.start]
        joined = _TOGETHER_WITH.fullmatch(gap) if edge == begin else _AND_MORE.fullmatch(gap)
        if joined is None:
            break
        come_only = at_home and begin > verb.end
        chairs += [
            d
            for d in actors_of(reading, item)
            if d not in chairs and not (come_only and is_of_this_state(reading, d))
        ]
        edge = item.end
    return chairs
