"""Who else comes to an event: the company named behind it, and those whom a list names."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, is_short_form, titled
from kg.relations.sentence.company import sent_by_body
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading, is_actor
from kg.text import spaced_before

_WITH = words_of("there_being")
_TALKS = "หารือ"
_STANDS_IN = words_of("delegates", "delegations")
# ``โดยมีผู้แทนกรม ก เป็นผู้ประสานงาน``: what they are is told, and not that they came.
_IS_MORE = spaced_before("เป็น", "ทำหน้าที่", "ร่วมเป็น")
_JOINING = words_of("joins_in")
# Before a name others may stand of whom nobody is named: ``โดยมีผู้นำประเทศสมาชิก และนาย ก``.
_NEXT_NAMED = expression(
    rf"(?:[^\n]{{0,60}}? และ)? ?[ ,]*+(?:และ|กับ|{any_of('joins_more', 'comes_along')})?[ ,]*+"
)
# ``นาย ก ครูช่างไม้ และนาย ข``: behind a name what somebody is may be told by no office that is known.
_AND_TITLE = expression(r" (?!เป็น|แทน|ร่วม|ซึ่ง)[ก-ฺเ-๎.]{4,60}(?<!แทน)(?<!กับ) (?:และ)? ?")


def event_on(reading: Reading) -> Draft | None:
    """The event that those come to who are named without one: the one just told of."""
    if reading.anchor and reading.anchor[0].type is EntityType.MEETING:
        return reading.anchor[0]
    return reading.talk or reading.event


def events_on(reading: Reading) -> list[Draft]:
    """The events that those come to who are named without one: all that were just told of together."""
    on = event_on(reading)
    return together(reading, on) if on is not None else []


def together(reading: Reading, event: Draft) -> list[Draft]:
    """A meeting and those that the text has just told of with it: ``เข้าร่วม M และ N โดยมี A เข้าร่วม``.

    What the meeting is part of is told of with it, too, and is not what those come to.
    """
    if event not in reading.anchor:
        return [event]
    return [
        event,
        *(
            other
            for other in reading.anchor
            if other is not event
            and other.type is EntityType.MEETING
            and other.named
            and (event.id, "partOf", other.id) not in reading.moods
            and (other.id, "partOf", event.id) not in reading.moods
        ),
    ]


def comes_to(reading: Reading, draft: Draft, event: Draft) -> Draft:
    """The event that ``draft`` attends: a person the opening itself, a state the meeting that it opens."""
    return event if draft.type is EntityType.PERSON else reading.whole_of(event)


def come_along(reading: Reading, clause: Clause, index: int, people: list[Draft], mood: Modality) -> bool:
    """``โดยมี A และ B ร่วมให้การต้อนรับ``: they attend the event that is on; whether the clause says so."""
    verb = clause.items[index]
    turn_to_talk(reading, verb)
    events = events_on(reading)
    joining = reading.scan.folded.endswith(_JOINING, clause.start, verb.start)
    joining = joining or reading.scan.folded.startswith("ร่วม", verb.start)
    if not events or not people or not (clause.opener in _WITH or joining):
        return False
    for draft in people:
        if is_actor(draft) and not is_anybody(draft):
            for event in events:
                reading.say(draft, "attended", comes_to(reading, draft, event), clause, "company.v1", mood)
    return True


def turn_to_talk(reading: Reading, verb: Item) -> None:
    """``A หารือกับ B ในโอกาสเข้าร่วม M โดยมี C ร่วมหารือ``: what C joins is the talk that is on, and not M."""
    talk, on = reading.talk, event_on(reading)
    if talk is None or on is None or (talk.id, "partOf", on.id) not in reading.moods:
        return
    if reading.scan.folded.find(_TALKS, verb.start, verb.end + len(_TALKS) + len("การ")) >= 0:
        reading.anchor = [talk]


def with_it(reading: Reading, clause: Clause, mood: Modality) -> None:
    """``… เข้าร่วม M โดยมี A และ B``: a clause without a verb tells who else is there."""
    events = events_on(reading)
    if clause.opener not in _WITH or clause.first_verb >= 0 or not events or reading.paragraph.retelling:
        return
    edge = clause.start + len(clause.opener)
    folded = reading.scan.folded
    for position, item in enumerate(clause.items):
        if titled(reading, clause, position) is not None:
            edge = item.end
            continue
        if is_short_form(folded, clause, position):
            edge = item.end + len(")")
            continue
        sent = sent_by_body(folded, clause, item)
        stands_in = sent >= 0 and folded.startswith(_STANDS_IN, sent)
        known = item.kind == "person" or (stands_in and not folded.startswith(_IS_MORE, item.end))
        begin = sent if sent >= 0 else item.start
        behind_person = clause.items[position - 1].kind == "person" if position else False
        titled_before = behind_person and _AND_TITLE.fullmatch(folded, edge, begin) is not None
        if not known or not (titled_before or _NEXT_NAMED.fullmatch(folded, edge, begin)):
            return
        if _heads_group(reading, clause, position):
            return
        for draft in actors_of(reading, item):
            for event in events:
                reading.say(draft, "attended", event, clause, "company.v1", mood)
        edge = item.end


def _heads_group(reading: Reading, clause: Clause, position: int) -> bool:
    """Whether somebody leads a group that was spoken of, and need not have come: ``ซึ่งมี A เป็นหัวหน้าคณะ``."""
    folded = reading.scan.folded
    begin = clause.items[position].end
    following = next(iter(clause.after(position)), None)
    stop = following.start if following is not None and following.kind == "person" else clause.end
    return folded.find("เป็นหัวหน้า", begin, stop) >= 0


def is_anybody(draft: Draft) -> bool:
    """Whether a post without a name or a state stands for whoever holds such a one: ``รัฐมนตรี``."""
    bare = all(post.bare and not post.short and post.head.general for post in draft.posts)
    return draft.type is EntityType.PERSON and not draft.named and bool(draft.posts) and bare
