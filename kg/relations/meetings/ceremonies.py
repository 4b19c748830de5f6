"""Signings and joint press conferences: events that an act tells of, and who comes to them."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.mentions.phrases import phrase_end
from kg.model import EntityType, Modality
from kg.relations.meetings.attending import attend
from kg.relations.meetings.governed import AND, meetings_after
from kg.relations.meetings.sides import guests
from kg.relations.sentence.circumstances import introduce
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import is_spokesperson
from kg.relations.sentence.days import undated
from kg.relations.sentence.items import ACTORS
from kg.relations.sentence.reading import Reading, is_actor

# What is witnessed: ``เป็นสักขีพยานในการลงนาม X``.
_WITNESSED = expression(f" ?(?:ใน)? ?(?=การ{any_of('acts_of_ceremonies')})")
_PRESS = expression("(?:การ|งาน)?(?:ร่วม)?แถลงข่าว")
_TWO = 2
# Who is with somebody; ``แถลงข่าวจับกุมนาย ก`` is about him.
_ALONG = expression("กับ|ร่วม")
_TEXTS = words_of("heads_of_texts")
# On what somebody holds a press conference; ``แถลงข่าวว่า`` only tells.
_ON_WHAT = expression(f" ?(?={alternatives('about', 'told_to_the_press')})")


def witness(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เป็นสักขีพยานในการลงนาม X``: the signing is an event, and S comes to it."""
    verb = clause.items[index]
    folded = reading.scan.folded
    signing = _WITNESSED.match(folded, verb.end, clause.end)
    people = [draft for draft in subject if is_actor(draft)]
    if signing is None or reading.paragraph.retelling or not people or meetings_after(reading, clause, index):
        attend(reading, clause, index, subject, mood)
        return
    start = signing.end()
    end = phrase_end(reading.scan, start, clause.end)
    event = reading.register.meetings.event(reading.text(start, end), "Ceremony")
    _come(reading, clause, people, event, mood)
    edge = end
    for item in clause.after(index):
        if item.start < edge:
            continue
        if item.kind != "meeting" or item.draft is None or not AND.fullmatch(folded, edge, item.start):
            break
        _come(reading, clause, people, item.draft, mood)
        edge = item.end
    reading.anchor = [event]


def _together(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """The people who do something: the subject and with whom, or both sides of a talk where one is told."""
    people = [draft for draft in subject if draft.type is EntityType.PERSON]
    other = next((item for item in clause.after(index) if item.kind in ACTORS), None)
    if other is not None and _ALONG.search(reading.scan.folded, clause.items[index].start, other.start):
        people += [
            d for d in guests(reading, clause, index)[0] if d.type is EntityType.PERSON and d not in people
        ]
    return list(reading.principals) if len(people) == 1 and people[0] in reading.principals else people


def press(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``A และ B แถลงข่าวร่วมกัน``: a press conference of two is an event to which both come."""
    people = _together(reading, clause, index, subject)
    verb = clause.items[index]
    if people and len(people) < _TWO and not reading.paragraph.retelling:
        _alone(reading, clause, index, people, mood)
        return
    if len(people) < _TWO or reading.paragraph.retelling:
        return
    event = (
        _just_told(reading)
        or reading.register.meetings.called("การแถลงข่าวร่วม")
        or reading.register.meetings.event(reading.text(verb.start, verb.end), "Ceremony")
    )
    _come(reading, clause, people, event, mood)
    reading.anchor = [event]
    if reading.talk is None and reading.event is None and len(people) == _TWO:
        # Of what the two tell together, where no talk of theirs is told of, is what they are for.
        reading.event = event


def _just_told(reading: Reading) -> Draft | None:
    """``A เป็นประธานแถลงข่าว X โดยมี B ร่วมแถลงข่าว``: the press conference at which B speaks too."""
    return next((event for event in reading.anchor if _PRESS.match(event.name)), None)


def _alone(reading: Reading, clause: Clause, index: int, people: list[Draft], mood: Modality) -> None:
    """``A แถลงข่าวผลการประชุม M``: a press conference of one, who is no spokesman, on what he names."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if any(is_spokesperson(draft) for draft in people) or not _ON_WHAT.match(folded, verb.end):
        return
    if folded.endswith(_TEXTS, clause.start, verb.start):
        # ``เห็นชอบร่างแถลงข่าวร่วมการประชุม M``: a text, and nobody speaks to the press.
        return
    end = phrase_end(reading.scan, verb.start, clause.end)
    event = reading.register.meetings.event(reading.text(verb.start, end), "Ceremony")
    _come(reading, clause, people, event, mood)
    on = next(iter(clause.after(index)), None)
    told = "" if on is None else folded[verb.end : on.start]
    if on is not None and on.kind == "meeting" and on.draft is not None and told in ("", "ผล"):
        # ``แถลงข่าวการจัดงาน E`` only announces E.
        reading.say(event, "partOf", on.draft, clause, "session.v1")
    reading.anchor = [event]


def meal(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``A รับประทานอาหารค่ำร่วมกับ B``: a meal that two take together is an event to which both come."""
    people = _together(reading, clause, index, subject)
    verb = clause.items[index]
    joint = "ร่วม" in reading.scan.folded[verb.start : verb.end + len("ร่วมกับ ")]
    if not people or reading.paragraph.retelling or not (joint or len(people) >= _TWO):
        return
    end = phrase_end(reading.scan, verb.start, clause.end)
    event = reading.register.meetings.event(reading.text(verb.start, end), "Ceremony")
    _come(reading, clause, people, event, mood)
    reading.anchor = [event]


def _come(reading: Reading, clause: Clause, people: list[Draft], event: Draft, mood: Modality) -> None:
    """Say who comes to an event that may get no date of its own."""
    undated(reading, event, clause, mood)
    introduce(reading, event, clause, mood)
    for draft in people:
        reading.say(draft, "attended", event, clause, "ceremony-of.v1", mood)
