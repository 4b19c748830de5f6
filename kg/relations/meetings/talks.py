"""Frames of talks: meeting, calling, receiving, paying a courtesy call, and who came to it."""

from __future__ import annotations

import re

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.phrases import phrase_end
from kg.model import EntityType, Modality
from kg.relations.meetings.events import AND
from kg.relations.meetings.group_talks import about_with_bodies, is_group, with_group
from kg.relations.meetings.programme import party
from kg.relations.meetings.retinue import come_along
from kg.relations.meetings.sides import guests, principal, sides_of
from kg.relations.meetings.visits import awaited, is_of_this_state
from kg.relations.meetings.which_talk import (
    NEXT,
    TELLS_TO,
    come_themselves,
    joint_talk,
    margins_of,
    met_of_side,
    takes_along,
    talk_between,
    told_in_passing,
)
from kg.relations.sentence.circumstances import settle
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.company import some_come_along
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading, first, is_actor, state_of
from kg.relations.sentence.referents import draft_of
from kg.relations.sentence.subjects import reported

_BETWEEN = expression(" ?(?:ทวิภาคี)? ?(?:ระหว่าง|ร่วมกันระหว่าง)? ?")
_PAIRED = expression(" ?(?:-|–|กับ|และ) ?")
# Guests who come without a name.
_GROUP = expression(
    " ?(?:คณะ|สมาชิก|ประธาน|สภา|"
    f"{any_of('kinds_of_people', 'people_by_what_they_do', 'come_for_a_body', 'houses_of_business')})"
)
_COMPANY = "บริษัท"
_WELCOMES = ("ต้อนรับ", "ให้การต้อนรับ")
# ``ความร่วมมือที่ได้หารือกับ ข``: what was talked of before.
_TALKED_OF = tuple(f"{noun}ที่{past}" for noun in words_of("matters_of_talks") for past in ("ได้", "เคย"))
_IN_MARGINS = expression(
    rf"(?:{any_of('in_the_course')}(?:ของ)?|นอกรอบ)การประชุม(?=[ฯดคน]|$|\n| (?![A-Z0-9]))"
)


def is_with_whom(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether with whom one talks follows, and not of what: ``A หารือรัฐมนตรี ข``, in headlines spaced."""
    verb = clause.items[index]
    if reading.heading and (reading.principals or not _is_led_by_name(reading, clause, index)):
        return False
    if verb.value != "discuss" or not reading.scan.folded.endswith("หารือ", verb.start, verb.end):
        return False
    following = next(iter(clause.after(index)), None)
    if following is None or following.kind not in PEOPLE or following.qualifies:
        return False
    gap = reading.scan.folded[verb.end : following.start]
    noun = reading.scan.folded.endswith("การ", clause.start, verb.start)
    return not noun and gap in (("", " ") if reading.heading else ("",))


def _is_led_by_name(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether who stands before a verb is known by name."""
    before = next(iter(clause.before(index)), None)
    leads = before is not None and before.kind in PEOPLE
    return leads and before is not None and any(draft.named for draft in actors_of(reading, before))


def meet(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S หารือกับ O``: the two sides hold a talk; its principals met each other."""
    verb = clause.items[index]
    if verb.value == "receive" and (
        mood is Modality.PLANNED or reading.scan.folded.endswith(("พร้อม", "รอ"), 0, verb.start)
    ):
        come, end = guests(reading, clause, index)
        party(reading, [*subject, *come])
        awaited(reading, clause, index, come, end)
        return
    if verb.value == "receive" and _greets_group(reading, clause, index):
        come_along(reading, clause, index, subject, mood)
        return
    if (
        _is_occasion(reading, clause, verb)
        or _finds(reading, clause, index)
        or _is_thanked_for(reading, clause, index)
        or reading.scan.folded.endswith((*_TALKED_OF, *TELLS_TO), 0, verb.start)
        or (taker := takes_along(reading, clause, index)) == []
    ):
        return
    if taker is not None:
        subject, mood = taker, Modality.PLANNED
    if verb.value == "receive" and _came_to_meeting(reading, clause, index):
        return
    own, others, end = sides_of(reading, clause, index, subject)
    if not others and (_joint(reading, clause, index, own, mood) or _between(reading, clause, index, mood)):
        return
    known = reading.talk is not None and bool({d.id for d in others} & reading.attendants)
    if (known or not others) and come_along(reading, clause, index, own, mood):
        return
    if not others:
        _one_sided(reading, clause, index, own, mood)
        return
    own = own or [d for d in reading.subject if is_actor(d) and d not in others]
    told_of = own and not reading.carried and reading.scan.folded.endswith("มีการ", 0, verb.start)
    if (
        reading.scan.folded.endswith("การ", 0, verb.start)
        and first(own, EntityType.PERSON) is None
        and not told_of
    ):
        # A talk told by a noun has no subject of its own: it is of whoever was last the one to act.
        who = reading.person
        if reading.principals and who is reading.principals[1]:
            # Whom somebody met last does not hold the next talk: who met him does.
            who = reading.principals[0]
        own = [who] if who is not None and who not in others else []
    own = _who_reports(reading, own, others)
    if not own:
        return
    # What somebody reports that he has talked of with others is not the talk that is on.
    beside = reading.talk is not None and (
        reported(reading, clause, index) or told_in_passing(reading, clause, index, others)
    )
    with reading.aside(beside=beside):
        _tell(reading, clause, index, own, others, end, mood)


def _who_reports(reading: Reading, own: list[Draft], others: list[Draft]) -> list[Draft]:
    """Whose talk a sentence without a subject tells of: not of the guest before with the next guest.

    ``A พบ B … นอกจากนี้ยังได้หารือกับ C``: releases tell of whom their own officials met.
    """
    host = reading.host
    if not reading.carried or host is None or host in own or host in others:
        return own
    people = [d for d in own if d.type is EntityType.PERSON]
    met = first(others, EntityType.PERSON)
    abroad = (met is not None and bool(met.posts)) or others[0].name.startswith(_COMPANY)
    abroad = abroad and not any(is_of_this_state(reading, d) for d in (*people, *others))
    return [host] if people and abroad and all(d.posts for d in people) else own


def _finds(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether nobody is met, for want of one right behind the verb: ``ได้พบปัญหา``, ``เจรจากับอาเซียน``."""
    verb = clause.items[index]
    if not reading.scan.folded.endswith(("พบ", "พบปะ", "เจรจากับ"), verb.start, verb.end):
        return False
    following = next(clause.after(index), None)
    if is_group(reading, clause, verb):
        return False
    met = following is not None and following.kind in PEOPLE and following.start - verb.end <= 1
    if met and reading.talk is not None and reading.scan.folded.endswith(("โอกาส", "ที่ได้"), 0, verb.start):
        # ``ยินดีที่ได้มีโอกาสพบอุปทูตฯ``: who has come to the talk that is on.
        return True
    return not met and not reading.scan.folded.startswith("เข้า", verb.start)


def _tell(
    reading: Reading,
    clause: Clause,
    index: int,
    own: list[Draft],
    others: list[Draft],
    end: int,
    mood: Modality,
) -> None:
    """Tell of a talk between two sides: who took part, who met whom, in the margins of what, on what."""
    verb = clause.items[index]
    setting = reading.event if reading.event is not None and reading.event.named else None
    come = come_themselves(reading, clause, own, others)
    event = talk_between(reading, clause, verb, own, others, end, mood)
    if setting is not None and _IN_MARGINS.search(reading.scan.folded, clause.start, clause.end):
        reading.say(event, "partOf", setting, clause, "in-margins.v1")
    margins = margins_of(reading, clause, index)
    if margins is not None and margins is not event:
        reading.say(event, "partOf", margins, clause, "in-margins.v1")
    for draft in [*own, *come]:
        reading.say(draft, "attended", event, clause, f"{verb.value}.v1", mood)
    mine, theirs = principal(reading, clause, index, own), first(come, EntityType.PERSON)
    reading.guest = mine if verb.value == "courtesy" else theirs
    if mine is not None and theirs is not None and not (reading.retelling and reading.principals):
        for other in met_of_side(clause, index, mine, come):
            reading.say(mine, "metWith", other, clause, f"{verb.value}.v1", mood)
        reading.principals = [mine, theirs]
    if verb.value == "call":
        reading.say(event, "mode", "phone", clause, "call.v1", mood)
    reading.topics_from(clause, end, event, mood)


def _joint(reading: Reading, clause: Clause, index: int, own: list[Draft], mood: Modality) -> bool:
    """Whether two of two states talk with each other, which is read then: ``A และ B จะร่วมหารือเต็มคณะ``."""
    told = reading.text(clause.items[index].start, clause.items[index].end)
    people = [draft for draft in own if draft.type is EntityType.PERSON]
    if clause.items[index].value != "meet" or not told.removeprefix("ร่วม").startswith("หารือ"):
        return False
    if len(people) != 2 or state_of(people[0]) == state_of(people[1]):
        return False
    if some_come_along(reading.scan.folded, clause.start, clause.items[index].start):
        return False
    joint_talk(reading, clause, index, people, mood)
    return True


def _one_sided(reading: Reading, clause: Clause, index: int, own: list[Draft], mood: Modality) -> None:
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
    if clause.opener not in NEXT or verb.value != "meet" or not welcomed or reading.retelling:
        return False
    mine, theirs = reading.principals or (None, None)
    if mine is None or theirs is None:
        return False
    end = phrase_end(reading.scan, verb.start, clause.end)
    event = talk_between(reading, clause, verb, [mine], [theirs], end, mood)
    for draft in (mine, theirs):
        reading.say(draft, "attended", event, clause, "next-talk.v1", mood)
    reading.topics_from(clause, end, event, mood)
    return True


def talk_of_people(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """Whether a talk named in passing has its sides behind it and is read: ``การหารือระหว่างนาย ก กับนาย ข``."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if verb.value != "discuss" or not folded.endswith("การ", clause.start, verb.start):
        return False
    between = _BETWEEN.match(folded, verb.end, clause.end)
    leads = between is not None and between.group().strip() and next(iter(clause.after(index)), None)
    if not leads or leads.kind not in PEOPLE or reading.retelling:
        return False
    with reading.aside(beside=reading.talk is not None):
        return _between(reading, clause, index, mood)


def _between(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """Whether the two sides stand behind the verb together, and are read: ``การหารือระหว่างไทยกับลาว``."""
    verb = clause.items[index]
    folded = reading.scan.folded
    sides: list[Draft] = []
    edge = verb.end
    second: Item | None = None
    for item in clause.after(index):
        gap = folded[edge : item.start]
        if second is not None and item.kind in PEOPLE:
            break
        if item.kind not in ACTORS or not (_PAIRED if sides else _BETWEEN).fullmatch(gap):
            break
        if not sides and not gap.strip() and item.qualifies != "pair":
            break
        sides += [d for d in actors_of(reading, item) or _pair(reading, item) if d not in sides]
        edge = item.end
        second = item if len(sides) > 1 else None
    if len(sides) != 2:
        return False
    people = all(draft.type is EntityType.PERSON for draft in sides)
    if reading.talk is not None and not people:
        event = reading.talk
    else:
        event = talk_between(reading, clause, verb, sides[:1], sides[1:], edge, mood)
    come = _and_others(reading, clause, second)[0] if people and second is not None else []
    for draft in dict.fromkeys((*sides, *come)):
        reading.say(draft, "attended", event, clause, "between.v1", mood)
    if people:
        for other in met_of_side(clause, index, sides[0], [sides[1], *come]):
            reading.say(sides[0], "metWith", other, clause, "between.v1", mood)
    return True


def _pair(reading: Reading, item: Item) -> list[Draft]:
    """The state that stands in a pair of states."""
    draft = draft_of(item, reading.register) if item.kind == "country" else None
    return [draft] if draft is not None else []


def _scene(reading: Reading, clause: Clause, verb: Item, own: list[Draft], mood: Modality) -> bool:
    """Whether a venue that waits makes an event of it, whoever comes: ``ณ ห้อง ก A ให้การต้อนรับคณะ…``."""
    waits = any(item.kind == "places" for item in reading.pending)
    group = _GROUP.match(reading.scan.folded, verb.end)
    if not waits or group is None or not own or reading.talk is not None or mood is not Modality.ACTUAL:
        return False
    end = phrase_end(reading.scan, group.end(), clause.end)
    event = talk_between(reading, clause, verb, own, own, end, mood)
    for draft in own:
        reading.say(draft, "attended", event, clause, "scene.v1", mood)
    return True


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
        if item.kind not in PEOPLE or folded.endswith("ระดับ", 0, item.start):
            continue
        joined = re.search(r"(?:ร่วม)?กับ ?$", folded[max(verb.end, item.start - 10) : item.start])
        if joined is None:
            return -1
        others, last = _and_others(reading, clause, item)
        others = [d for d in others if d not in subject]
        if not others:
            return -1
        event = talk_between(reading, clause, verb, subject, others, last, mood)
        for draft in (*subject, *others):
            if is_actor(draft):
                reading.say(draft, "attended", event, clause, "talk-about.v1", mood)
        mine = first(subject, EntityType.PERSON)
        if mine is not None:
            for other in met_of_side(clause, index, mine, others):
                reading.say(mine, "metWith", other, clause, "talk-about.v1", mood)
            reading.principals = [mine, others[0]]
        reading.topics_from(clause, last, event, mood)
        return item.start - (len(joined.group()))
    return about_with_bodies(reading, clause, index, subject, mood)


def _and_others(reading: Reading, clause: Clause, first_: Item) -> tuple[list[Draft], int]:
    """The people of a list that begins with ``first_``, and where it ends."""
    found = list(actors_of(reading, first_))
    edge = first_.end
    for item in clause.after(clause.items.index(first_)):
        if item.kind not in PEOPLE or not AND.fullmatch(reading.scan.folded, edge, item.start):
            break
        found += [d for d in actors_of(reading, item) if d not in found]
        edge = item.end
    return found, edge


def _is_thanked_for(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether somebody thanks for what is told, and has received nobody: ``S ขอบคุณ X ที่ให้การต้อนรับ``."""
    if clause.items[index].value != "receive" or not reading.scan.folded.endswith(
        ("ที่", "ที่ได้"), clause.start, clause.items[index].start
    ):
        return False
    return any(item.kind == "verb" and item.value == "thank" for item in clause.before(index))


def _greets_group(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether words of welcome go to people of whom nobody is named: ``A กล่าวต้อนรับคณะผู้แทนไทย``."""
    verb = clause.items[index]
    said = reading.scan.folded.endswith("กล่าว", clause.start, verb.start)
    # ``โดยมี A กล่าวต้อนรับ``: A comes along.
    said = said and clause.opener not in ("โดยมี", "ซึ่งมี")
    return said and first(guests(reading, clause, index)[0], EntityType.PERSON) is None


def _is_occasion(reading: Reading, clause: Clause, verb: Item) -> bool:
    """Whether a verb only says to what end or on what occasion the talk that is on takes place."""
    if not reading.anchor or reading.anchor[0].named or reading.anchor[0] is not reading.talk:
        return False
    left = reading.scan.folded[max(clause.start, verb.start - 14) : verb.start]
    return left.endswith(("ในโอกาส", "ในโอกาสที่", "เพื่อ", "ในการ", "เพื่อและ"))


def _came_to_meeting(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a speech welcomes who has come to its meeting: ``นายกรัฐมนตรีต้อนรับนายกรัฐมนตรีจีน``."""
    on = reading.event
    if on is None or not on.named or reading.retelling:
        return False
    others = guests(reading, clause, index)[0]
    come = {r.subject for r in reading.relations if r.predicate == "attended" and r.object == on.id}
    return bool(others) and all(draft.id in come for draft in others)


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
