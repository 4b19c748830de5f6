"""Meetings named in passing: which is a part of which, what the dates after them belong to."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.mentions.meeting_mention import MeetingMention
from kg.model import Modality
from kg.relations.meetings.sides import TALKS
from kg.relations.meetings.which_talk import PART
from kg.relations.sentence.circumstances import introduce, takes_a_day
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.days import undated
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import LINE_MARK, Reading, is_formal, is_of_cabinet
from kg.relations.sentence.whose_date import stands_behind
from kg.text import Span, spaced_behind

_JOINED = expression(
    rf"[ ,]*+(?:และ|{alternatives('joins_more')})?[ ,]*+"
    r"(?:(?:และ)?การประชุม(?:อื่น ?ๆ ?)?(?:ที่เกี่ยวข้อง)? ?"
    rf"(?:รวมถึง|{alternatives('leads_to_list', 'that_is')}) ?)?"
)
_TURN = expression(rf"(?:^|[\n ])(?:{alternatives('turns_to')}|ในการ)$")
_TURN_REACH = 10
_MARK = 12
_SESSION = expression(alternatives("openings_and_closings", "ceremonies_of_receiving", "meals", "sessions"))
# ``พิธีเปิดสำนักงาน``: what is opened is no event. ``พิธีเปิดอย่างเป็นทางการ`` says no more.
_OPENED = expression(rf"(?:{alternatives('openings_and_closings')})(?=[ก-ฮเ-ไ])(?!อย่าง|และ|การ)")
_OPENS_MEETING = expression(rf"(?:{alternatives('openings_and_closings')})(?:การประชุม|งาน)")
# ``ได้พบกันในการประชุม M เมื่อเดือนมีนาคม และเมื่อเดือนเมษายนในการประชุม N``: neither is a part of the other.
_ANOTHER_TIME = expression(rf"และ ?(?:เมื่อ|ระหว่าง|ใน ?(?:วัน|เดือน|ปี|{any_of('in_the_course')}))")
_UNDER = "ภายใต้"
_PART_OF = ("ส่วนหนึ่งของ", "ส่วนหนึ่งใน")
_CALLS = frozenset({"courtesy", "receive"})
_OUTCOME_OF = expression(rf"{any_of('verbs_of_noting')}(?:ต่อ)?(?:รายงาน)?ผล$")
# A meeting that something else comes before, or is held next to: what is told here is not of it.
_BESIDE_THE_MATTER = (*words_of("ahead_of"), *words_of("held_next_to"))
# ``ในฐานะรองประธานการประชุม M``: an office that somebody holds in the name of M, who need not be there.
_OFFICES = tuple(f"{office}{of}" for office in words_of("offices_of_meetings") for of in ("", "ใน", "ของ"))
# What follows when a ceremony is over is not told of it.
_IN = spaced_behind("ใน")
_OVER = spaced_behind("เสร็จสิ้น")
_THEN = expression(f" ?(?:ใน{any_of('in_the_course')}|ระหว่าง|เมื่อ)")
# What a guest came for besides is of another day than the call that he pays.
_VISITED_FOR = expression(f"ในโอกาส(?:ที่)?(?:ได้)?{any_of('comes_as_guest')}")
_EARLIER = expression(f"ที่ผ่านมา|เมื่อ{any_of('spans_of_time', 'edges_of_times')}")
# ``โดยจะมีพิธีต้อนรับ ณ ทำเนียบ``: what there will be is no verb's act, and its place is planned.
_WILL_BE = expression(f"(?:{any_of('still_to_come')}(?:ได้)?(?:มี|จัดให้มี|จัด)(?:การ)?|มีกำหนด) ?$")
_WILL_BE_REACH = 24
# ``การประชุมในวันนี้ ถือเป็นการประชุม M``, ``เมื่อเดือนตุลาคม ในโอกาสเข้าร่วม M``.
_GOES_ON_IN = expression(f" ?(?:(?:ถือ|นับ)?เป็น|{PART.pattern.removesuffix('$')})")
_PART_OF_KNOWN = expression(
    rf"(?:ส่วนหนึ่งของ|ใน{any_of('in_the_course')}(?:ของ)?|ระหว่าง)(การประชุม[ก-ฺเ-๎]{{3,20}}?)ฯ"
)


def named_in_passing(
    reading: Reading, clause: Clause, index: int, last: Item | None, mood: Modality
) -> Modality:
    """Read a meeting named in passing; the answer is the mood in which what stands behind it is told."""
    start = clause.items[index].start
    if _WILL_BE.search(reading.scan.folded, max(clause.start, start - _WILL_BE_REACH), start):
        mood = Modality.PLANNED
    _place(reading, clause, index, last, mood)
    return mood


def _place(reading: Reading, clause: Clause, index: int, last: Item | None, mood: Modality) -> None:
    """What a meeting is here: part of another, or what the dates after it belong to."""
    item = clause.items[index]
    draft = item.draft
    if draft is None or draft.id in reading.asides:
        return
    folded = reading.scan.folded
    if reading.talk is not None and draft.name.startswith("การหารือ") and "ครั้งที่" not in draft.name:
        reading.anchor = [_talk_again(reading, clause, item, draft, reading.talk)]
        return
    before = folded[max(clause.start, item.start - 24) : item.start]
    if _is_no_news(reading, clause, index, before):
        return
    on = _whole(reading, draft)
    if on is not None and _is_session_of(reading, item, draft, on):
        _session(reading, clause, item, on, mood)
        return
    inner = _inner(reading, clause, index, last, before)
    if inner is not None and inner.id != draft.id:
        _parts(reading, clause, inner, item, before)
        held_in = before.rstrip().endswith(("ในช่วง", "ในห้วง", "ในห้วงของ", "ในโอกาส"))
        reading.anchor = [inner, draft] if held_in else [draft]
        return
    if reading.anchor and last is not None and _JOINED.fullmatch(folded, last.end, item.start):
        if draft not in reading.anchor:
            reading.anchor = [*reading.anchor, draft]
        return
    verbless = clause.first_verb < 0 or index < clause.first_verb
    if _is_reported(draft, before, on) or (verbless and _turns(reading, item, clause)):
        reading.event = draft
    if draft in reading.anchor:
        return
    reading.pending = [told for told in reading.pending if not _of_another_thing(reading, clause, told, item)]
    if reading.pending:
        introduce(reading, draft, clause, mood)
    _on_this_day(reading, clause, item, draft, mood)
    reading.anchor = [draft]
    if reading.event is None and not is_formal(draft):
        reading.event = draft


def _of_another_thing(reading: Reading, clause: Clause, date: Item, meeting: Item) -> bool:
    """Whether a day is that of a talk, and M is to come: ``ที่หารือในวันนี้ ก ขอให้ ข จัดการประชุม M``."""
    if not stands_behind(reading, clause, date):
        return False
    return _GOES_ON_IN.fullmatch(reading.scan.folded, date.end, meeting.start) is None


def _session(reading: Reading, clause: Clause, item: Item, whole: Draft, mood: Modality) -> None:
    """A session of the meeting that is on; in a programme it is on the day under which it stands."""
    if item.draft is None:
        return
    reading.say(item.draft, "partOf", whole, Span(clause.start, item.end), "session.v1")
    if reading.schedule is not None and reading.pending == [reading.schedule]:
        introduce(reading, item.draft, clause, mood)


def _is_no_news(reading: Reading, clause: Clause, index: int, before: str) -> bool:
    """Whether a meeting only tells when something else is: that waits for its day, not this one."""
    if before.endswith((*_BESIDE_THE_MATTER, *_OFFICES)) or (
        before.endswith(_OVER) and not _placed_there(clause, index)
    ):
        return True
    return not reading.anchor and _sets_talk(clause, index, before)


def _sets_talk(clause: Clause, index: int, before: str) -> bool:
    """Whether a talk was held at a meeting of which the clause then tells: ``ในห้วงการประชุม M ก พบ ข``."""
    goes_on = index < clause.first_verb and clause.items[clause.first_verb].value in TALKS
    return goes_on and PART.search(before) is not None


def _is_round_of(reading: Reading, item: Item, last: Item | None, before: str) -> bool:
    """Whether what is held at an event is a part of it: ``เข้าร่วมการเสวนาโต๊ะกลมในงาน E``."""
    if last is None or last.draft is None or last.draft not in reading.anchor or not before.endswith("ใน"):
        return False
    event = reading.scan.folded.startswith("งาน", item.start)
    return event and not reading.anchor[0].name.startswith("งาน")


def _on_this_day(reading: Reading, clause: Clause, item: Item, draft: Draft, mood: Modality) -> None:
    """A ceremony without a day of its own is on the day that the text is on."""
    if takes_a_day(draft) and not _VISITED_FOR.search(reading.scan.folded, clause.start, item.start):
        undated(reading, draft, clause, mood)


def _inner(reading: Reading, clause: Clause, index: int, last: Item | None, before: str) -> Draft | None:
    """The event just told of, which a meeting named behind ``ระหว่าง`` has for its part."""
    item = clause.items[index]
    there = before.endswith(_IN) and _is_place_of_talk(reading, clause, index)
    if not (there or PART.search(before) or _is_round_of(reading, item, last, before)):
        return None
    # ``ไม่สามารถร่วมประชุม M แต่จะได้พบกันระหว่างการประชุม N``: behind a "but" another thing is told of.
    turned = last is not None and reading.scan.folded.find("แต่", last.end, item.start) >= 0
    inner = reading.anchor[0] if reading.anchor and not turned else None
    if inner is None or _of_another(clause, index, inner):
        return None
    told = next((other.end for other in clause.before(index) if other.draft is inner), item.start)
    between = reading.scan.folded[told : item.start]
    # ``การหารือ ก … การรายงานผลภายใต้การประชุม M``: what comes under M stands right before.
    if _ANOTHER_TIME.search(between) or (before.endswith(_UNDER) and between.strip() != _UNDER):
        return None
    # Who comes for a meeting pays his call on that occasion, not at the meeting.
    came_for_it = "โอกาส" in before and before.rstrip().endswith("ร่วม")
    return None if came_for_it and not inner.named and _is_call(clause, index, inner) else inner


def _parts(reading: Reading, clause: Clause, inner: Draft, whole: Item, before: str) -> None:
    """``M และ N เป็นส่วนหนึ่งของ O``: of several meetings of which a clause tells, each is a part."""
    here = {item.draft.id for item in clause.items if item.draft is not None}
    told = [draft for draft in reading.anchor if draft is inner or (draft.named and draft.id in here)]
    for part in told if before.rstrip().endswith(_PART_OF) else [inner]:
        if whole.draft is not None:
            reading.say(part, "partOf", whole.draft, Span(clause.start, whole.end), "part-of.v1")


def _is_call(clause: Clause, index: int, inner: Draft) -> bool:
    """Whether a guest pays a call, or is received, in what has just been told of."""
    verbs = (clause.items[at].value for at in clause.verbs_before(index))
    return inner.cls == "CourtesyCall" or not _CALLS.isdisjoint(verbs)


def _is_place_of_talk(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether the talk told right before is a part of a meeting: ``A หารือทวิภาคีกับ B ในการประชุม M``."""
    talk, draft = reading.talk, clause.items[index].draft
    if talk is None or draft is None or reading.anchor[:1] != [talk] or talk.named or not draft.named:
        return False
    if "ประชุม" not in draft.name:
        return False
    told = next((item for item in clause.before(index) if item.kind in ("verb", "meeting")), None)
    return told is not None and told.kind == "verb" and told.value in TALKS


def _of_another(clause: Clause, index: int, inner: Draft) -> bool:
    """Whether no part of M is told of: ``เยือนไทยในโอกาสร่วมประชุม M``, ``งาน E … ที่ได้หารือกันในช่วงการประชุม M``."""
    for item in clause.before(index):
        if item.draft is inner:
            return False
        if item.kind == "verb":
            talked = item.value in TALKS and inner.named and not inner.name.startswith("การหารือ")
            return item.value == "visit" or talked
    return False


def _talk_again(reading: Reading, clause: Clause, item: Item, draft: Draft, on: Draft) -> Draft:
    """The talk that is on, told of again by a noun, or an earlier one of the same two: they came to it."""
    folded = reading.scan.folded
    then = _THEN.match(folded, item.end, clause.end)
    earlier = then is not None and _EARLIER.search(folded, item.end, clause.end) is not None
    for person in reading.principals if earlier else ():
        reading.say(person, "attended", draft, clause, "earlier-talk.v1")
    return draft if earlier and reading.principals else on


def _placed_there(clause: Clause, index: int) -> bool:
    """Whether the place or day of a meeting stands right behind it."""
    following = next(iter(clause.after(index)), None)
    near = following is not None and following.start - clause.items[index].end <= len(" ณ ")
    return following is not None and near and following.kind in ("date", "places")


def _is_reported(draft: Draft, before: str, on: Draft | None) -> bool:
    """Whether the cabinet is told how another meeting went: what follows went on there."""
    return (
        on is not None
        and is_of_cabinet(on)
        and "ครั้งที่" in draft.name
        and _OUTCOME_OF.search(before) is not None
    )


def _whole(reading: Reading, draft: Draft) -> Draft | None:
    """What a session can be of: the event that is on.

    ``เข้าเยี่ยมคารวะ A ซึ่งเป็นประธานในพิธีเปิดการประชุม``: an opening is of the meeting named before a talk.
    """
    on = reading.event
    talk = on is None or on is draft or not on.named or on.name.startswith("การหารือ")
    before = reading.named_last if talk and _OPENS_MEETING.match(draft.name) else None
    return before if before is not None and before.id in reading.known.came else on


def _is_session_of(reading: Reading, item: Item, draft: Draft, event: Draft) -> bool:
    """Whether a meeting named in passing is a session of the one that is on: its opening, its banquet."""
    opens = isinstance(item.payload, MeetingMention) and item.payload.of is not None
    session = _SESSION.match(draft.name) is not None and _SESSION.match(event.name) is None
    # A talk of two has no opening and no banquet.
    if not event.named or not session or opens or event.name.startswith("การหารือ"):
        return False
    opened = _OPENED.match(reading.scan.folded, item.start)
    noun = reading.scan.word_at("nouns", opened.end()) if opened else None
    return opened is None or (noun is not None and noun.value == "Meeting")


def _turns(reading: Reading, item: Item, clause: Clause) -> bool:
    """Whether the text turns to a meeting: ``สำหรับ M``, or a line of a list that begins with it."""
    folded = reading.scan.folded
    if reading.paragraph.retelling:
        return False
    if _TURN.search(folded, max(0, item.start - _TURN_REACH), item.start):
        return True
    return (
        item.start - clause.start < _MARK
        and LINE_MARK.fullmatch(folded, clause.start, item.start) is not None
    )


def part_of_known(reading: Reading, clause: Clause, inner: Draft) -> None:
    """``ซึ่งเป็นส่วนหนึ่งของการประชุมผู้นำฯ``: the shortened name leads to the meeting named before."""
    folded = reading.scan.folded
    if folded.find("ฯ", clause.start, clause.end) < 0:
        return
    match = _PART_OF_KNOWN.search(folded, clause.start, clause.end)
    if match is None:
        return
    for draft in reading.register.meetings.recent():
        if draft.id != inner.id and draft.name.startswith(match.group(1)):
            reading.say(inner, "partOf", draft, clause, "part-of.v1")
            return


def dated(reading: Reading, clause: Clause, meeting: Item) -> None:
    """A meeting known by its date alone is what the clause goes on to tell of."""
    if meeting.draft is None:
        return
    reading.anchor = [meeting.draft]
    if reading.framework is not None:
        reading.say(meeting.draft, "underFramework", reading.framework, clause, "context.v1")
