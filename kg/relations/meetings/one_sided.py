"""Talks whose other side does not stand behind the verb: told of before, with the subject, or not at all."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.phrases import phrase_end
from kg.model import EntityType, Modality
from kg.relations.meetings.group_talks import with_group
from kg.relations.meetings.which_talk import NEXT, joint_talk, talk_between
from kg.relations.sentence.circumstances import settle
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.company import some_come_along
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading, state_of

# Guests who come without a name.
_GROUP = expression(
    " ?(?:คณะ|สมาชิก|ประธาน|สภา|"
    f"{any_of('kinds_of_people', 'people_by_what_they_do', 'come_for_a_body', 'houses_of_business')})"
)
_WELCOMES = words_of("welcomes")


def talk_together(reading: Reading, clause: Clause, index: int, own: list[Draft], mood: Modality) -> bool:
    """Whether two of two states talk with each other, which is read then: ``A และ B จะร่วมหารือเต็มคณะ``."""
    told = reading.text(clause.items[index].start, clause.items[index].end)
    people = [draft for draft in own if draft.type is EntityType.PERSON]
    # ``A และ B ร่วมหารือ``, ``A กับ B พบหารือกัน``.
    each_other = reading.scan.folded.startswith("กัน", clause.items[index].end)
    talks = told.removeprefix("ร่วม").startswith("หารือ") or (told.endswith("หารือ") and each_other)
    if clause.items[index].value != "meet" or not talks:
        return False
    if len(people) != 2 or state_of(people[0]) == state_of(people[1]):
        return False
    if some_come_along(reading.scan.folded, clause.start, clause.items[index].start):
        return False
    joint_talk(reading, clause, index, people, mood)
    return True


def one_sided(reading: Reading, clause: Clause, index: int, own: list[Draft], mood: Modality) -> None:
    """A talk whose other side does not stand behind the verb."""
    verb = clause.items[index]
    if _next_talk(reading, clause, verb, mood):
        return
    if index == clause.first_verb and _scene(reading, clause, verb, own, mood):
        return
    if verb.value == "meet" and own and not with_group(reading, clause, verb, own, mood):
        _again(reading, clause, verb, own, mood)


def _next_talk(reading: Reading, clause: Clause, verb: Item, mood: Modality) -> bool:
    """Whether two sides talk after the welcome, which is read then: ``จากนั้น ทั้งสองฝ่ายหารือทวิภาคี ณ ห้อง ก``."""
    welcomed = reading.talk is not None and next(iter(reading.talk.refs), "").startswith(_WELCOMES)
    if clause.opener not in NEXT or verb.value != "meet" or not welcomed or reading.paragraph.retelling:
        return False
    mine, theirs = reading.principals or (None, None)
    if mine is None or theirs is None:
        return False
    end = phrase_end(reading.scan, verb.start, clause.end)
    event, _ = talk_between(reading, clause, verb, [mine], [theirs], end, mood)
    for draft in (mine, theirs):
        reading.say(draft, "attended", event, clause, "next-talk.v1", mood)
    reading.topics_from(clause, end, event, mood)
    return True


def _scene(reading: Reading, clause: Clause, verb: Item, own: list[Draft], mood: Modality) -> bool:
    """Whether a venue that waits makes an event of it, whoever comes: ``ณ ห้อง ก A ให้การต้อนรับคณะ…``."""
    waits = any(item.kind == "places" for item in reading.pending)
    group = _GROUP.match(reading.scan.folded, verb.end)
    if not waits or group is None or not own or reading.talk is not None or mood is not Modality.ACTUAL:
        return False
    end = phrase_end(reading.scan, group.end(), clause.end)
    event, _ = talk_between(reading, clause, verb, own, own, end, mood)
    for draft in own:
        reading.say(draft, "attended", event, clause, "scene.v1", mood)
    return True


def _again(reading: Reading, clause: Clause, verb: Item, own: list[Draft], mood: Modality) -> None:
    """A talk named again without its other side is the talk that is on."""
    event = reading.event
    people = [d for d in own if d.type is EntityType.PERSON]
    told = reading.text(verb.start, verb.end)
    alone = not some_come_along(reading.scan.folded, clause.start, verb.start)
    joint = "ทวิภาคี" in told or (told.startswith("หารือ") and alone and len(people) == 2)
    if len(people) >= 2 and verb.value == "meet" and joint:
        joint_talk(reading, clause, clause.items.index(verb), people, mood)
        return
    if event is not None and event.type is EntityType.MEETING and not event.named:
        reading.anchor = [event]
        settle(reading, clause, mood)
