"""Frames of coming together: attending, and sending somebody."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, cue, words_of
from kg.model import Modality, is_day
from kg.relations.meetings.governed import (
    meetings_after,
    objects_after,
    on_this_day,
    signing_after,
    with_whom,
)
from kg.relations.meetings.guest_lists import delegates, listed
from kg.relations.meetings.retinue import come_along, events_on, is_anybody, together, turn_to_talk
from kg.relations.meetings.visits import travelled
from kg.relations.sentence.circumstances import attach, introduce, settle
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, is_goal
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.notes import Attending
from kg.relations.sentence.reading import Reading, is_actor

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
_OCCASION_REACH = 50
_WHO_CAME = expression(
    rf"(?:ที่|สำหรับการ)(?:ได้)?(?:ส่ง{any_of('those_sent', 'delegations')})?(?:การ|{any_of('verbs_of_coming')})*$"
)
_PRAISES = words_of("verbs_of_praising")
_WHO_CAME_REACH = 24
_HOUR = expression(r"เวลา(?:ประมาณ)? ?\d{1,2}[.:]?\d{2} ?น")
_AS_WELL = words_of("joins_more", "and_what_is_more")
_GONE_BY = tuple(f"{word}{more}" for word in words_of("after") for more in ("", "การ", "ที่ได้", "ได้"))
_SESSIONS = words_of("openings_and_closings", "ceremonies_of_giving", "ceremonies_of_receiving")
_SPEAKS = words_of("verbs_of_addressing")
_NO_OBJECT = expression(r" (?:และ|ซึ่ง|โดย)|$|\n")
_TRAVELS = expression(r"เดินทาง(?:เพื่อ|ไป|มา|(?:เข้า)?ร่วม)")
_TRAVELS_REACH = 14
_TALKING = frozenset({"meet", "discuss"})
# How far before a meeting somebody may be told to set out for it.
_SETTING_OUT, _SETTING_OUT_REACH = "ออกเดินทาง", 90
_IN_ORDER_TO = ("เพื่อ", "เพื่อเข้า", "เพื่อไป")
_SETS_OUT = expression("ออกเดินทาง|เดินทางไป(?:เข้า)?ร่วม")
# No purpose or chance is had here, but somebody is there: ``มี[หน่วยงาน]เข้าร่วม``.
_THERE_COME = expression(
    rf"มี{any_of('delegates')}?{any_of('heads_of_bodies', 'groups_of_people')}[ก-ฺเ-๎]{{0,40}}$"
)
# ``เชิญชวนประชาชนร่วมงาน E``, ``ขอเชิญร่วมงาน E``: who invites is not told to come; who ``ได้รับเชิญ`` is.
_INVITES = cue("เชิญ", "ชักชวน")
_IS_INVITED = ("รับ", "รับการ", "รับการเรียน", "รับเรียน", "คำ", "คำเรียน", "หนังสือ", "ถูก")
_INVITED_REACH = 120
_PEOPLE = (
    "groups_of_people",
    "people_of_business",
    "people_by_what_they_do",
    "people_at_large",
    "the_public",
)
_ANYBODY = expression(
    f"เชิญชวน|(?:เชิญ|ชักชวน)(?:ให้)? ?{any_of(*_PEOPLE, 'guests_by_no_name', 'all_or_many', 'come_for_a_body')}"
)
# ``A หารือกับ B ในช่วงที่ทั้งสองเดินทางไป | ร่วมประชุม M``: the talk is held while they are there.
_WHILE = expression(
    rf"(?:ระหว่าง|ใน{any_of('in_the_course')}|เมื่อครั้ง|ขณะ)(?:ที่)?(?:ทั้ง ?(?:สอง|2|คู่)[^ \n]{{0,10}} ?)?"
    r"(?:ได้|มี|การ|เดินทาง|ไป|มา|เพื่อ)*$"
)
_WHILE_REACH = 50
# ``แถลงการณ์ร่วมการประชุม M`` is the joint statement of M: nobody joins the meeting.
_MADE_JOINTLY = words_of("made_jointly")


def _others_come(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether those who come stand right before the verb, nameless: ``มีสถาบันการศึกษาเข้าร่วม 140 แห่ง``."""
    before = clause.items[index - 1].end if index else clause.start
    there = _THERE_COME.search(reading.scan.folded, before, clause.items[index].start) is not None
    return there or _invites_anybody(reading, clause, index)


def _invites_anybody(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether somebody invites people of whom none is known: whoever is asked to come stands in between."""
    scan, verb = reading.scan, clause.items[index]
    begin = max(clause.start, verb.start - _INVITED_REACH)
    at = max(scan.places_of(_INVITES, begin, verb.start), default=-1)
    if at < 0 or scan.folded.endswith(_IS_INVITED, 0, at):
        return False
    if not (_ANYBODY.match(scan.folded, at, verb.start) or scan.folded.endswith("ขอ", 0, at)):
        # ``ขอบคุณไทยที่เชิญเข้าร่วม E``: somebody who is told of before is asked.
        return False
    for item in clause.before(index):
        if item.start < at:
            return True
        acts = item.kind == "verb" and item.start > at + len("เชิญ")
        if acts or any(not is_anybody(draft) for draft in actors_of(reading, item)) or item.kind == "speaker":
            return False
    return True


def attend(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เข้าร่วม M``: each subject attends each meeting."""
    verb = clause.items[index]
    if reading.scan.folded.endswith(_MADE_JOINTLY, 0, verb.start):
        return
    meetings = (
        meetings_after(reading, clause, index)
        or signing_after(reading, clause, index)
        or _taken_up(reading, clause, index)
    )
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
    _meanwhile(reading, clause, index, meetings[0])
    waiting = _still_waiting(reading, clause, verb)
    people = [draft for draft in subject if is_actor(draft) and not is_anybody(draft)]
    reading.attending = Attending(tuple(people), meetings[0], mood, verb.end)
    for meeting in meetings:
        _come_to(reading, clause, people, meeting, "attend.v1", mood)
        reading.pending = list(waiting)
        introduce(reading, meeting, clause, mood)
        _at_a_time_of_day(reading, clause, index, meeting, mood)
    _where_they_travel(reading, clause, index, subject, mood)
    with_whom(reading, clause, index, subject, meetings, mood)
    delegates(reading, clause, verb.end, meetings, mood)
    if reading.event is not None and meetings[0].name.startswith(_SESSIONS):
        reading.anchor = [reading.event]
        return
    reading.anchor = list(meetings)
    settle(reading, clause, mood)
    for meeting in meetings:
        on_this_day(reading, clause, meeting, mood)
    reading.turn_to(meetings[0], subject, mood)


def _meanwhile(reading: Reading, clause: Clause, index: int, meeting: Draft) -> None:
    """``A หารือกับ B ระหว่างเข้าร่วม M``: the talk just told of is a part of M."""
    talk, verb = reading.talk, clause.items[index]
    before = (at for at in clause.verbs_before(index) if clause.items[at].value != "visit")
    last = clause.items[next(before, index)]
    if talk is None or talk.named or reading.anchor[:1] != [talk] or last.value not in _TALKING:
        return
    start = max(last.end, verb.start - _WHILE_REACH)
    if meeting.named and "ประชุม" in meeting.name and _WHILE.search(reading.scan.folded, start, verb.start):
        reading.say(talk, "partOf", meeting, clause, "in-margins.v1")


def _where_they_travel(
    reading: Reading, clause: Clause, index: int, people: list[Draft], mood: Modality
) -> None:
    """``A เดินทางมาเข้าร่วม M ที่ X``: who travels to a meeting visits where it is held."""
    verb, folded = clause.items[index], reading.scan.folded
    travels = _TRAVELS.search(folded, max(clause.start, verb.start - _TRAVELS_REACH), verb.end)
    if travels or _sets_out(folded, clause, verb):
        travelled(reading, clause, index, people, mood)


def _sets_out(folded: str, clause: Clause, verb: Item) -> bool:
    """``ออกเดินทางจาก Y เพื่อเข้าร่วม M``: whether somebody leaves in order to do what ``verb`` tells."""
    begin = max(clause.start, verb.start - _SETTING_OUT_REACH)
    return (
        folded.endswith(_IN_ORDER_TO, begin, verb.start) and folded.find(_SETTING_OUT, begin, verb.start) >= 0
    )


def _come_to(
    reading: Reading, clause: Clause, people: list[Draft], meeting: Draft, rule: str, mood: Modality
) -> None:
    for draft in people:
        reading.say(draft, "attended", meeting, clause, rule, mood)


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
    day = reading.day or reading.today
    if day is None or meeting.id in reading.known.dates or not is_day(day.value):
        return
    before = next((item.end for item in clause.before(index) if item.kind == "verb"), clause.start)
    if _HOUR.search(reading.scan.folded, before, clause.items[index].start):
        attach(reading, [meeting], day, clause, mood)


def _of_whom_is_the_occasion(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A เลี้ยงรับรอง B ในโอกาสที่เดินทางมาร่วมงาน M``: whoever came to the talk, or was named last, came to M."""
    verb = clause.items[index]
    if (
        _OCCASION.search(reading.scan.folded, max(clause.start, verb.start - _OCCASION_REACH), verb.start)
        is None
    ):
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
    """``ผู้เข้าร่วม(ประชุม M) ประกอบด้วย A และ B``: those of the list attend M, or the event that is on."""
    if not reading.scan.folded.endswith("ผู้", clause.start, clause.items[index].start):
        return
    events = meetings_after(reading, clause, index) or events_on(reading)
    if events:
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
