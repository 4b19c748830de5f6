"""Frames of coming together: attending and chairing."""

from __future__ import annotations

import re

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality, is_day
from kg.relations.meetings.guest_lists import listed
from kg.relations.meetings.retinue import come_along, events_on, is_anybody, together, turn_to_talk
from kg.relations.meetings.visits import is_of_this_state, travelled
from kg.relations.sentence.circumstances import attach, introduce, on_the_scene, settle, takes_a_day
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, is_goal
from kg.relations.sentence.days import undated
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Attending, Reading, first, is_actor, is_of_cabinet
from kg.relations.sentence.referents import draft_of

AND = expression(rf"[ ,]*+(?:และ|กับ|{any_of('joins_more', 'in_company_with')}|พร้อม)?[ ,]*+$")
# ``ได้แก่ 1. การประชุม ก 2. การประชุม ข``.
_NEXT_NUMBER = expression(r"[ ,]*+(?:และ)? ?\(?\d{1,2}[.)] ?")
_THIS = expression(
    rf"^ ?(?:{any_of('instead_of_objects')}|(?:ใน)?(?:รูป)?แบบ(?=[อผไ])|"
    rf"การประชุม(?: ?ฯ|ด้วย|ดังกล่าว|{any_of('this_turn')}| ?$)|ประชุม|การหารือ|{any_of('this_turn')})"
)
# The same, where it is told right before the verb who comes: ``A และ B เข้าร่วม ณ ห้อง ก``.
_THIS_TOO = expression(
    rf"^ ?(?:ณ |ฐานะผู้|(?:การ)?ประชุม(?: ?$|\n| ?ฯ| ณ | โดย| ซึ่ง|ในฐานะ|{any_of('this_turn')})|การเยี่ยมคารวะ|"
    rf"งาน(?:ดังกล่าว|{any_of('this_turn')}))|^ ?$|^\n"
)
_OCCASION = expression("ในโอกาส(?:ที่)?(?:ได้)?(?:(?:เดินทาง)?มา)?(?:เพื่อ)?(?:เข้า)?$")
_WHO_CAME = expression(
    rf"(?:ที่|สำหรับการ)(?:ได้)?(?:ส่ง{any_of('those_sent', 'delegations')})?(?:การ|{any_of('verbs_of_coming')})*$"
)
_PRAISES = ("ชื่นชม", "ยกย่อง")
_WHO_CAME_REACH = 24
_HOUR = expression(r"เวลา(?:ประมาณ)? ?\d{1,2}[.:]?\d{2} ?น")
# ``เข้าร่วม M เตรียมการประชุม N``: N is what M prepares.
_PREPARES = words_of("verbs_of_preparing")
_AS_WELL = words_of("joins_more", "and_what_is_more")
_GONE_BY = tuple(f"{word}{more}" for word in words_of("after") for more in ("", "การ", "ที่ได้", "ได้"))
_SESSIONS = words_of("openings_and_closings", "ceremonies_of_giving", "ceremonies_of_receiving")
_ANNOUNCES = tuple(f"{lead}แถลงข่าว" for lead in ("", "การ", "ในการ", "ในงาน"))
_SPEAKS = words_of("verbs_of_addressing")
_NO_OBJECT = expression(r" (?:และ|ซึ่ง|โดย)|$|\n")
_ALONG = expression(r" ?(?:ร่วม)?กับ ?")
# Behind the meeting its day and place may stand before the company.
_COMPANY_WITH = tuple(f"{word}{space}" for word in words_of("in_company_with") for space in ("", " "))
# Who comes beside somebody is not whom he meets.
_BESIDE = tuple(f"{word}{space}" for word in words_of("comes_along") for space in ("", " "))
# What somebody does there, by which he is praised for it.
_PARTS_OF = tuple(f"{noun}ของ{state}" for noun in words_of("parts_played") for state in ("", "ประเทศ"))
# What follows where somebody chairs the meeting that is spoken of.
_CHAIRS_ON = expression(
    rf" ?(?:{any_of('nouns_of_events')}|งาน(?:ดังกล่าว|ฯ|ใน)|"
    r"ร่วม|ใน|และ|พร้อม|ซึ่ง|โดย|เมื่อ|ณ |จะจัด|\(|ฯ|ของการ)| ?$| ?\n"
)
_OF_THE_LAST = ("โดย", "ซึ่ง")
# Meetings at which one side meets the other.
_OF_TWO = words_of("talks_of_two")
_TRAVELS = expression(r"เดินทาง(?:เพื่อ|ไป|มา|(?:เข้า)?ร่วม)")
_SETS_OUT = expression("ออกเดินทาง|เดินทางไป(?:เข้า)?ร่วม")
# No purpose or chance is had here, but somebody is there: ``มี[หน่วยงาน]เข้าร่วม``.
_THERE_COME = expression(rf"มี(?:ตัวแทน|ผู้แทน)?{any_of('heads_of_bodies', 'groups_of_people')}[ก-ฺเ-๎]{{0,40}}$")
# ``แถลงการณ์ร่วมการประชุม M`` is the joint statement of M: nobody joins the meeting.
_MADE_JOINTLY = words_of("made_jointly")


def objects_after(clause: Clause, index: int) -> list[Item]:
    """The items after a verb, up to the next verb of the clause."""
    after: list[Item] = []
    for item in clause.after(index):
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
    for item in clause.after(index):
        if item.kind == "meeting" and item.draft is not None:
            gap = folded[edge : item.start]
            if found and not (AND.match(gap) or _NEXT_NUMBER.fullmatch(gap)):
                break
            if (not found and len(gap) > 60) or folded.endswith(_PREPARES, edge, item.start):
                break
            found.append(item.draft)
            edge = item.end
        elif (item.kind == "verb" and item.value != "attend-noun") or (
            found and item.kind not in ("mood", "date", "membership")
        ):
            break
    return found


def _others_come(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether those who come stand right before the verb, nameless: ``มีสถาบันการศึกษาเข้าร่วม 140 แห่ง``."""
    before = clause.items[index - 1].end if index else clause.start
    return _THERE_COME.search(reading.scan.folded, before, clause.items[index].start) is not None


def attend(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เข้าร่วม M``: each subject attends each meeting."""
    verb = clause.items[index]
    if reading.scan.folded.endswith(_MADE_JOINTLY, 0, verb.start):
        return
    meetings = meetings_after(reading, clause, index) or _taken_up(reading, clause, index)
    guests = _of_whom_is_the_occasion(reading, clause, index) if meetings else []
    thanked = _thanked_for_coming(reading, clause, index)
    if thanked is not None:
        for meeting in meetings:
            _come_to(reading, clause, thanked, meeting, "thanked.v1", mood)
        _where_they_travel(reading, clause, index, thanked, mood)
        return
    if guests and reading.anchor and meetings[0] not in reading.anchor:
        # M is why the guests are here; what follows tells of the reception.
        _come_to(reading, clause, guests, meetings[0], "attend.v1", mood)
        return
    subject = [] if _others_come(reading, clause, index) else guests or subject
    listed(reading, clause, index, meetings or events_on(reading), mood)
    if not meetings:
        come_along(reading, clause, index, subject, mood)
        return
    waiting = _still_waiting(reading, clause, verb)
    people = [draft for draft in subject if is_actor(draft) and not is_anybody(draft)]
    reading.attending = Attending(tuple(people), meetings[0], mood, verb.end)
    for meeting in meetings:
        _come_to(reading, clause, people, meeting, "attend.v1", mood)
        reading.pending = list(waiting)
        introduce(reading, meeting, clause, mood)
        _at_a_time_of_day(reading, clause, index, meeting, mood)
    _where_they_travel(reading, clause, index, subject, mood)
    _with_whom(reading, clause, index, subject, meetings, mood)
    if reading.event is not None and meetings[0].name.startswith(_SESSIONS):
        reading.anchor = [reading.event]
        return
    reading.anchor = list(meetings)
    settle(reading, clause, mood)
    for meeting in meetings:
        _on_this_day(reading, clause, meeting, mood)
    reading.turn_to(meetings[0], subject, mood)


def _where_they_travel(
    reading: Reading, clause: Clause, index: int, people: list[Draft], mood: Modality
) -> None:
    """``A เดินทางมาเข้าร่วม M ที่ X``: who travels to a meeting visits where it is held."""
    verb = clause.items[index]
    if _TRAVELS.search(reading.scan.folded, max(clause.start, verb.start - 14), verb.end):
        travelled(reading, clause, index, people, mood)


def _come_to(
    reading: Reading, clause: Clause, people: list[Draft], meeting: Draft, rule: str, mood: Modality
) -> None:
    for draft in people:
        reading.say(draft, "attended", meeting, clause, rule, mood)


def _on_this_day(reading: Reading, clause: Clause, meeting: Draft, mood: Modality) -> None:
    """A ceremony without a day of its own is on the day that the text is on, and where that is told from."""
    if not takes_a_day(meeting):
        return
    undated(reading, meeting, clause, mood)
    if mood is Modality.ACTUAL:
        on_the_scene(reading, meeting, clause, mood)


def _still_waiting(reading: Reading, clause: Clause, verb: Item) -> list[Item]:
    """What waits for the meeting: no day in ``วันนี้ A กลับถึงไทย หลังจากเข้าร่วม M``, that of the return."""
    if reading.scan.folded.endswith(_GONE_BY, clause.start, verb.start):
        reading.pending = [item for item in reading.pending if item.kind != "date"]
    if reading.scan.folded.endswith(_AS_WELL, clause.start, verb.start):
        # ``A เยือน S วันที่ 8 รวมทั้งเข้าร่วม M``: the day is that of the visit.
        goes = (item.end for item in clause.items if item.kind == "verb" and item.value == "visit")
        since = next(goes, verb.end)
        reading.pending = [
            item for item in reading.pending if item.kind != "date" or not since <= item.start < verb.start
        ]
    if _SETS_OUT.search(reading.scan.folded, clause.start, verb.end):
        # ``วันนี้ A ออกเดินทางไปเข้าร่วม M``: the day is that of the journey.
        reading.pending = [item for item in reading.pending if item.kind != "date" or not is_day(item.value)]
    return list(reading.pending)


def _taken_up(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The meeting that a verb without a name of one means: this one, or the one just spoken of."""
    verb = clause.items[index]
    rest = reading.scan.folded[verb.end : verb.end + 24]
    turn_to_talk(reading, verb)
    if reading.anchor and (_THIS.match(rest) or verb.end >= clause.end - 1):
        return together(reading, reading.anchor[0])
    if reading.event is not None and _THIS.match(rest):
        return [reading.event]
    if not reading.carried and _THIS_TOO.match(rest[: clause.end - verb.end] or ""):
        return events_on(reading)
    if reading.anchor and _spoken_of(reading, clause, index, reading.anchor[0]):
        return reading.anchor[:1]
    return []


def _at_a_time_of_day(reading: Reading, clause: Clause, index: int, meeting: Draft, mood: Modality) -> None:
    """``เวลา 11.00 น. S เข้าร่วม M``: an hour is of the day that the text is on."""
    day = reading.day
    if day is None or meeting.id in reading.dates or not is_day(day.value):
        return
    before = next((item.end for item in clause.before(index) if item.kind == "verb"), clause.start)
    if _HOUR.search(reading.scan.folded, before, clause.items[index].start):
        attach(reading, [meeting], day, clause, mood)


def _of_whom_is_the_occasion(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A เลี้ยงรับรอง B ในโอกาสที่เดินทางมาร่วมงาน M``: whoever came to the talk, or was named last, came to M."""
    verb = clause.items[index]
    if _OCCASION.search(reading.scan.folded, max(clause.start, verb.start - 50), verb.start) is None:
        return []
    if reading.guest is not None and reading.talk is not None and reading.talk in reading.anchor:
        return [reading.guest]
    for back, item in enumerate(clause.before(index), 1):
        if item.kind == "verb" and item.value != "visit":
            break
        if item.kind in ACTORS and not item.qualifies and not is_goal(clause, index - back):
            return actors_of(reading, item)
    return []


def _thanked_for_coming(reading: Reading, clause: Clause, index: int) -> list[Draft] | None:
    """``S ขอบคุณ A ที่ตอบรับเข้าร่วม M``: who is thanked or praised comes; the guest who is thanked by no name.

    None where nobody is.
    """
    verb = clause.items[index]
    folded = reading.scan.folded
    came = _WHO_CAME.search(folded, max(clause.start, verb.start - _WHO_CAME_REACH), verb.start)
    if came is None:
        return None
    found: list[Draft] = []
    for item in clause.before(index):
        if item.kind == "verb" and item.start < came.start():
            if item.value == "thank":
                return found or ([reading.guest] if reading.guest is not None else [])
            return found if folded.startswith(_PRAISES, item.start) else None
        if item.kind in ACTORS and not item.qualifies:
            found += actors_of(reading, item)
    return None


def participants(reading: Reading, clause: Clause, index: int, mood: Modality) -> None:
    """``มีผู้เข้าร่วมประชุม ประกอบด้วย A และ B``: those of the list attend the event that is on."""
    events = events_on(reading)
    if events and reading.scan.folded.endswith("ผู้", clause.start, clause.items[index].start):
        listed(reading, clause, index, events, mood)


def _spoken_of(reading: Reading, clause: Clause, index: int, meeting: Draft) -> bool:
    """Whether a meeting stands right before the verb: ``ในการประชุม M S ได้เข้าร่วม``, ``M ซึ่ง S จะกล่าว``."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if clause.opener == "ซึ่ง" and index == clause.first_verb and folded.startswith(_SPEAKS, verb.start):
        return True
    return _NO_OBJECT.match(folded, verb.end) is not None and any(
        item.draft is meeting for item in clause.before(index)
    )


def _with_whom(
    reading: Reading, clause: Clause, index: int, subject: list[Draft], meetings: list[Draft], mood: Modality
) -> None:
    """``S เข้าร่วมการหารือ M กับ T``: the other side attends too, and in a talk of two they met."""
    edge = -1
    of_two = any(word in meetings[0].name for word in _OF_TWO)
    guests = 0
    for item in clause.after(index):
        if item.kind == "verb":
            return
        if item.kind == "meeting":
            edge = item.end
        elif item.kind in PEOPLE and edge >= 0:
            alone = not guests and reading.scan.folded.endswith(_COMPANY_WITH, edge, item.start)
            if not alone and not (AND if guests else _ALONG).fullmatch(reading.scan.folded, edge, item.start):
                return
            mine = first(subject, EntityType.PERSON)
            for draft in [d for d in actors_of(reading, item) if not is_anybody(d)]:
                for meeting in meetings:
                    reading.say(draft, "attended", meeting, clause, "attend-with.v1", mood)
                beside = reading.scan.folded.endswith(_BESIDE, edge, item.start)
                if mine is not None and of_two and not guests and not beside:
                    reading.say(mine, "metWith", draft, clause, "attend-with.v1", mood)
            edge, guests = item.end, guests + 1


def _whose_part(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``B ชื่นชมบทบาทของ A เป็นประธาน M``: A chairs it, and not who praises him for it."""
    before = next(clause.before(index), None)
    if before is None or before.kind not in ACTORS:
        return []
    part = reading.scan.folded.endswith(_PARTS_OF, 0, before.start)
    return actors_of(reading, before) if part and clause.items[index].start - before.end <= 1 else []


def chair(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เป็นประธาน (M) (ร่วมกับ T)``; the chair of a mechanism takes part in it."""
    verb = clause.items[index]
    after = objects_after(clause, index)
    folded = reading.scan.folded
    # ``M ซึ่งมี A เป็นประธานร่วม และการประชุม N``: N is told of next to M, and not chaired by A.
    apart = folded.startswith((" และ", "และ"), verb.end)
    meetings = [] if apart else meetings_after(reading, clause, index)
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
        _on_this_day(reading, clause, meeting, mood)
        for draft in chairs:
            if is_actor(draft):
                reading.say(draft, "chaired", meeting, clause, "chair.v1", mood)
                reading.say(draft, "attended", meeting, clause, "chair.v1", mood)
    if meetings:
        _with_whom(reading, clause, index, chairs, meetings, mood)
        reading.anchor = list(meetings)
        reading.turn_to(meetings[0], chairs, mood)


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
        if not re.fullmatch(r"(?:การประชุม|ฯ| )*ร่วมกับ ?" if edge == begin else r"[ ,]*(?:และ)? ?", gap):
            break
        come_only = at_home and begin > verb.end
        chairs += [
            d
            for d in actors_of(reading, item)
            if d not in chairs and not (come_only and is_of_this_state(reading, d))
        ]
        edge = item.end
    return chairs


def assign(
    reading: Reading,
    clause: Clause,
    index: int,
    subject: list[Draft],  # noqa: ARG001 - every frame takes it
    mood: Modality,  # noqa: ARG001 - likewise
) -> None:
    """``มอบหมายให้ T เข้าร่วม``: whoever is named after it acts from here on."""
    for item in objects_after(clause, index):
        if item.kind in PEOPLE:
            drafts = actors_of(reading, item)
            if drafts:
                reading.subject = drafts
                return
