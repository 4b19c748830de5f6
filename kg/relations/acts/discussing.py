"""Frames of discussing: what a talk or a meeting treats of, and what is told of at it."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality, Predicate
from kg.relations.acts.contents import holds, tells_little
from kg.relations.acts.whose_act import NEEDS, whose_need
from kg.relations.meetings.retinue import come_along
from kg.relations.meetings.talks import talk_about
from kg.relations.meetings.which_talk import (
    is_held,
    is_hoped_for,
    joint_talk,
    just_named,
    stand_before,
    themed,
    told_there,
)
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import is_spokesperson
from kg.relations.sentence.items import Item
from kg.relations.sentence.notes import Act
from kg.relations.sentence.objects import NO_TOPIC, object_of
from kg.relations.sentence.phrases import phrases_after, phrases_at, spanned
from kg.relations.sentence.reading import Reading, first, is_actor, is_of_cabinet, state_of
from kg.relations.sentence.subjects import actors_before
from kg.text import Span

_ONLY_NEEDED = words_of("needed_by_nobody")
_STRESSES = "มุ่งเน้น"
_STRESS_REACH = 200
_BETWEEN_STATES = words_of("nouns_of_relations")
_TOLD_OF = words_of("verbs_of_mentioning")
_TALKED_OF = ("ที่ได้", "ที่ได้มีการ", "ตามที่ได้")
_WAS_WEIGHED = words_of("does_together")
_WEIGHS = words_of("weighs_alone")
_IMPORTANCE = expression(" ?(?:ถึง)?ความสำคัญของ")
# ``กล่าวถึงความสัมพันธ์ว่า…``: what follows is said of it.
_SAID_OF = expression(rf" ?(?<!ก)ว่า(?![งยา]|ด้วย|การ|จ้าง|ที่)| ?(?:ที่)?มีความ{any_of('qualities_of_relations')}")
_IS_TALK = expression("(?:ร่วม|ร่วมกัน)?หารือ")
_TOLD_AS: dict[Predicate, str] = {"discussed": "discuss.v1", "supported": "agreed.v1", "proposed": "urge.v1"}


def discuss(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``(S) หารือเกี่ยวกับ X``: the meeting that is on treats of X."""
    verb = clause.items[index]
    stop = talk_about(reading, clause, index, subject, mood)
    event = _of_which(reading, clause, index, subject, mood, named=stop >= 0)
    if event is None or ((reading.carried or event not in subject) and is_of_cabinet(event)):
        _announced(reading, clause, index, subject, mood)
        return
    if stop < 0 and _is_no_talk(reading, clause, index, subject):
        return
    later = False
    if stop < 0 and mood is Modality.PLANNED and told_there(reading, clause, verb, event):
        later = is_hoped_for(reading, clause, verb)
        mood = mood if later else Modality.ACTUAL
    if stop >= 0:
        event = reading.talk or event
    told_as: Predicate = "discussed"
    whose = [event]
    if reading.scan.folded.startswith(NEEDS, verb.start):
        whose, told_as = whose_need(reading, clause, index) or (whose, told_as)
        if told_as == "discussed" and reading.scan.folded[verb.start : verb.end] in _ONLY_NEEDED:
            return
        # ``จะต้องส่งเสริม``: the need is still to be met, but is talked of here and now.
        coming = any(reading.is_coming(date) for date in reading.known.dates.get(event.id, ()))
        mood = Modality.PLANNED if coming and told_as == "discussed" else Modality.ACTUAL
    elif reading.scan.folded.startswith(_STRESSES, verb.start):
        whose, told_as = _who_stresses(reading, verb, subject) or (whose, told_as)
    reading.acts.append(Act(verb.end, tuple((draft, told_as) for draft in whose), mood, clause))
    spans = phrases_at(reading, verb.end, stop) if stop >= 0 else phrases_after(reading, clause, verb.end)
    for span in spans:
        thing = object_of(reading, span)
        if thing.type is EntityType.TOPIC and tells_little(reading, spans[0], span):
            continue
        if thing.type in NO_TOPIC or thing.id == event.id or (later and thing.type is EntityType.TOPIC):
            continue
        at_meeting = told_as == "proposed" and thing.type is EntityType.FRAMEWORK
        for draft in [event] if at_meeting else whose:
            said: Predicate = "discussed" if at_meeting else told_as
            reading.say(draft, said, thing, spanned(clause, span), _TOLD_AS[said], mood)


def _announced(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """Where no meeting is on but the cabinet's, what a noun announces is what a document holds."""
    if clause.items[index].payload is None:
        holds(reading, clause, index, subject, mood)


def _who_stresses(reading: Reading, verb: Item, subject: list[Draft]) -> tuple[list[Draft], Predicate] | None:
    """``ไทยพร้อมขยายความร่วมมือ โดยมุ่งเน้น X``: what is stressed in an act is of that act; None for none."""
    if not reading.carried and first(subject, EntityType.MEETING) is not None:
        return None
    last = reading.acts[-1] if reading.acts else None
    if last is not None and verb.start - last.end <= _STRESS_REACH and last.said[0][1] in _TOLD_AS:
        return [draft for draft, _ in last.said], last.said[0][1]
    if reading.carried or reading.scan.folded.endswith(NEEDS, 0, verb.start):
        return None
    actors = [draft for draft in subject if is_actor(draft)]
    return (actors, "supported") if actors else None


def _of_which(
    reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality, *, named: bool
) -> Draft | None:
    """The meeting or talk that treats of something; ``named`` where the other side stands behind the verb."""
    verb = clause.items[index]
    event = (
        themed(reading, clause, index)
        or first(subject, EntityType.MEETING)
        or just_named(reading, clause, verb)
        or reading.event
    )
    if named or _IS_TALK.match(reading.scan.folded, verb.start) is None:
        return event
    people = [d for d in subject if d.type is EntityType.PERSON]
    if len(people) == 2 and reading.talk is None and stand_before(reading, clause, index, people):
        return joint_talk(reading, clause, index, people, mood)
    if _is_another_talk(reading, clause, index, people):
        with reading.aside():
            return joint_talk(reading, clause, index, people, mood)
    come_along(reading, clause, index, people, mood)
    return event


def _is_another_talk(reading: Reading, clause: Clause, index: int, people: list[Draft]) -> bool:
    """Whether two others are told to have talked: ``นายกรัฐมนตรีกับประธานาธิบดี ก ได้หารือกันทางโทรศัพท์``."""
    return (
        len(people) == 2
        and not reading.paragraph.retelling
        and state_of(people[0]) != state_of(people[1])
        and any(draft.id not in reading.attendants for draft in people)
        and actors_before(reading, clause, index) == people
    )


def _is_no_talk(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> bool:
    """Whether nobody talks of it: one side weighs alone, a talk is only recalled, a plan stresses a matter.

    ``ไทยกำลังพิจารณา X``, ``แนวทางที่ได้หารือ``, ``สอดคล้องกับเป้าหมายที่มุ่งเน้น X``.
    """
    folded, start = reading.scan.folded, clause.items[index].start
    if folded.endswith(_TALKED_OF, clause.start, start):
        return True
    if folded.startswith(_STRESSES, start) and folded.endswith("ที่", clause.start, start):
        return index == 0 or clause.items[index - 1].kind != "meeting"
    if not folded.startswith("พิจารณา", start):
        return False
    alone = bool(subject) and first(subject, EntityType.MEETING) is None
    # ``จะมีการพิจารณา X``: it is not said who does.
    alone = alone and not folded.endswith("มีการ", clause.start, start)
    held = reading.carried and folded.endswith(_WAS_WEIGHED, clause.start, start)
    return (alone and not held) or folded.endswith(_WEIGHS, clause.start, start)


def told(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``ทั้งสองฝ่ายกล่าวถึง X``: what is told of at a talk or meeting is what it treats of."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if not folded.endswith(_TOLD_OF, verb.start, verb.end) or all(is_spokesperson(d) for d in subject):
        return
    of = _IMPORTANCE.match(folded, verb.end)
    first_span = Span(verb.end, of.end() if of else verb.end)
    follower = next((item for item in clause.after(index) if item.start <= first_span.end + 1), None)
    if follower is not None and follower.kind == "meeting":
        return
    event = first(reading.anchor, EntityType.MEETING) or reading.talk or reading.event
    if event is None or is_of_cabinet(event):
        return
    if event.named and reading.talk is not None and not is_held(reading, event):
        # At the talk that is on, and not at a meeting that is only planned.
        event = reading.talk
    alone = [draft for draft in subject if is_actor(draft)] if not reading.carried else []
    for span in phrases_after(reading, clause, first_span.end):
        said = _SAID_OF.search(folded, span.start + 4, span.end)
        thing = object_of(reading, Span(span.start, said.start()) if said else span)
        if thing.type in NO_TOPIC or thing.id == event.id:
            continue
        if len(alone) != 1:
            reading.say(event, "discussed", thing, spanned(clause, span), "told-of.v1", mood)
        elif of is not None or folded.startswith(_BETWEEN_STATES, span.start):
            # What one side dwells on he is for; what he only mentions is not what the two talk of.
            reading.say(alone[0], "supported", thing, spanned(clause, span), "dwells-on.v1", mood)
