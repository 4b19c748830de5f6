"""Frames of talks: meeting, calling, receiving, paying a courtesy call, and who came to it."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality
from kg.relations.meetings.between import and_others, sides_behind
from kg.relations.meetings.group_talks import about_with_bodies, is_group
from kg.relations.meetings.one_sided import one_sided, talk_together
from kg.relations.meetings.programme import party
from kg.relations.meetings.retinue import come_along
from kg.relations.meetings.sides import guests, principal, sides_of
from kg.relations.meetings.visits import awaited
from kg.relations.meetings.which_talk import (
    TELLS_TO,
    is_habit,
    margins_of,
    met_of_side,
    takes_along,
    talk_between,
    told_in_passing,
)
from kg.relations.meetings.whose_talk import is_part_of_another, told_by_noun, who_reports
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.company import others_do
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.reading import Reading, first, is_actor, state_of
from kg.relations.sentence.subjects import reported

_THERE_BEING = words_of("there_being")
_OCCASION = words_of("occasion_of_a_talk")
# ``ความร่วมมือที่ได้หารือกับ ข``: what was talked of before.
_TALKED_OF = tuple(f"{noun}ที่{past}" for noun in words_of("matters_of_talks") for past in ("ได้", "เคย"))
_IN_MARGINS = expression(
    rf"(?:{any_of('in_the_course')}(?:ของ)?|นอกรอบ)การประชุม(?=[ฯดคน]|$|\n| (?![A-Z0-9]))"
)
_HOPES = "หวัง"
# ``นัดหารือกับ ข``, ``กรม ก ต้องหารือกับ ข``, ``สั่งการให้กรม ก หารือกับ ข``: a talk that is still to come.
_ASKED = expression(
    rf"(?:{any_of('still_to_be_done')}|{any_of('asks_to_do')}"
    r"(?:(?!ที่|ซึ่ง|ได้|แล้ว|โดย|ว่า|เพื่อ|พร้อม)[^\n]){0,90}) ?(?:ไป|ร่วม)?$"
)
_ASKED_REACH = 110
_WITH = expression("(?:ร่วม)?กับ ?$")
_WITH_REACH = 10


def is_with_whom(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether with whom one talks follows, and not of what: ``A หารือรัฐมนตรี ข``, in headlines spaced."""
    verb = clause.items[index]
    if reading.paragraph.heading and (reading.principals or not _is_led_by_name(reading, clause, index)):
        return False
    if verb.value != "discuss" or not reading.scan.folded.endswith("หารือ", verb.start, verb.end):
        return False
    following = next(iter(clause.after(index)), None)
    if following is None or following.kind not in PEOPLE or following.qualifies:
        return False
    gap = reading.scan.folded[verb.end : following.start]
    noun = reading.scan.folded.endswith("การ", clause.start, verb.start)
    return not noun and gap in (("", " ") if reading.paragraph.heading else ("",))


def _is_led_by_name(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether who stands before a verb is known by name."""
    before = next(iter(clause.before(index)), None)
    leads = before is not None and before.kind in PEOPLE
    return leads and before is not None and any(draft.named for draft in actors_of(reading, before))


def meet(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S หารือกับ O``: the two sides hold a talk; its principals met each other."""
    verb = clause.items[index]
    if mood is Modality.ACTUAL and _is_asked_for(reading, verb):
        mood = Modality.PLANNED
    if verb.value == "receive" and (
        mood is Modality.PLANNED or reading.scan.folded.endswith(("พร้อม", "รอ"), 0, verb.start)
    ):
        come, end = guests(reading, clause, index)
        party(reading, [*subject, *come])
        awaited(reading, clause, index, come, end)
        _to_welcome(reading, clause, index, subject, come)
        return
    if verb.value == "receive" and _greets_group(reading, clause, index):
        come_along(reading, clause, index, subject, mood)
        return
    if (
        _is_occasion(reading, clause, verb)
        or _finds(reading, clause, index)
        or (not subject and others_do(reading, clause, index))
        or _is_thanked_for(reading, clause, index)
        or reading.scan.folded.endswith((*_TALKED_OF, *TELLS_TO), 0, verb.start)
        or is_part_of_another(reading, clause, index)
        or (taker := takes_along(reading, clause, index)) == []
    ):
        return
    if taker is not None:
        subject, mood = taker, Modality.PLANNED
    if verb.value == "receive" and _came_to_meeting(reading, clause, index):
        return
    own, others, end = sides_of(reading, clause, index, subject)
    if not others and (
        talk_together(reading, clause, index, own, mood) or sides_behind(reading, clause, index, mood)
    ):
        return
    known = reading.talk is not None and bool({d.id for d in others} & reading.attendants)
    if (known or not others) and come_along(reading, clause, index, own, mood):
        return
    if others:
        own = own or [d for d in reading.subject if is_actor(d) and d not in others]
    own = told_by_noun(reading, clause, index, own, others)
    if not others:
        one_sided(reading, clause, index, own, mood)
        return
    own = who_reports(reading, own, others)
    if not own or is_habit(reading, end, end):
        return
    # What somebody reports that he has talked of with others is not the talk that is on.
    beside = reading.talk is not None and (
        reported(reading, clause, index) or told_in_passing(reading, clause, index, others)
    )
    with reading.aside(beside=beside):
        _tell(reading, clause, index, own, others, end, mood)


def _is_asked_for(reading: Reading, verb: Item) -> bool:
    """Whether somebody is to talk, and has not yet: by appointment, by duty, or because he is told to."""
    # A clause begins with who does what its verb tells, behind the one who asks him to.
    start = max(0, verb.start - _ASKED_REACH)
    return _ASKED.search(reading.scan.folded, start, verb.start) is not None


def _to_welcome(reading: Reading, clause: Clause, index: int, own: list[Draft], come: list[Draft]) -> None:
    """``A พร้อมให้การต้อนรับ B``, ``A จะให้การต้อนรับ B``: who gets ready for a guest is to meet him.

    What is hoped for, or said of another guest in a talk, is no plan.
    """
    mine, theirs = principal(reading, clause, index, own), first(come, EntityType.PERSON)
    if mine is None or theirs is None or reading.talk is not None or state_of(mine) == state_of(theirs):
        return
    if reading.scan.folded.find(_HOPES, clause.start, clause.items[index].start) < 0:
        reading.say(mine, "metWith", theirs, clause, "to-welcome.v1", Modality.PLANNED)


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
    event, come = talk_between(reading, clause, verb, own, others, end, mood)
    if setting is not None and _IN_MARGINS.search(reading.scan.folded, clause.start, clause.end):
        reading.say(event, "partOf", setting, clause, "in-margins.v1")
    margins = margins_of(reading, clause, index)
    if margins is not None and margins is not event:
        reading.say(event, "partOf", margins, clause, "in-margins.v1")
    for draft in [*own, *come]:
        reading.say(draft, "attended", event, clause, f"{verb.value}.v1", mood)
    mine, theirs = principal(reading, clause, index, own), first(come, EntityType.PERSON)
    reading.guest = mine if verb.value == "courtesy" else theirs
    if mine is not None and theirs is not None and not (reading.paragraph.retelling and reading.principals):
        for other in met_of_side(clause, index, mine, come):
            reading.say(mine, "metWith", other, clause, f"{verb.value}.v1", mood)
        reading.principals = [mine, theirs]
    if verb.value == "call":
        reading.say(event, "mode", "phone", clause, "call.v1", mood)
    reading.topics_from(clause, end, event, mood)


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
        joined = _WITH.search(folded, max(verb.end, item.start - _WITH_REACH), item.start)
        if joined is None:
            return -1
        others, last = and_others(reading, clause, item)
        others = [d for d in others if d not in subject]
        if not others:
            return -1
        event, _ = talk_between(reading, clause, verb, subject, others, last, mood)
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
    said = said and clause.opener not in _THERE_BEING
    return said and first(guests(reading, clause, index)[0], EntityType.PERSON) is None


def _is_occasion(reading: Reading, clause: Clause, verb: Item) -> bool:
    """Whether a verb only says to what end or on what occasion the talk that is on takes place."""
    if not reading.anchor or reading.anchor[0].named or reading.anchor[0] is not reading.talk:
        return False
    left = reading.scan.folded[max(clause.start, verb.start - 14) : verb.start]
    return left.endswith(_OCCASION)


def _came_to_meeting(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a speech welcomes who has come to its meeting: ``นายกรัฐมนตรีต้อนรับนายกรัฐมนตรีจีน``."""
    on = reading.event
    if on is None or not on.named or reading.paragraph.retelling:
        return False
    others = guests(reading, clause, index)[0]
    come = {r.subject for r in reading.relations if r.predicate == "attended" and r.object == on.id}
    return bool(others) and all(draft.id in come for draft in others)
