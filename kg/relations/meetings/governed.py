"""What a verb of coming to a meeting governs: which meetings, with whom, and on which day."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.phrases import phrase_end
from kg.mentions.posts import Post
from kg.model import EntityType, Modality
from kg.relations.meetings.retinue import is_anybody
from kg.relations.sentence.circumstances import on_the_scene, takes_a_day
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.days import undated
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.reading import Reading, first
from kg.text import spaced_behind

AND = expression(rf"[ ,]*+(?:และ|กับ|{any_of('joins_more', 'in_company_with')}|พร้อม)?[ ,]*+$")
# ``ได้แก่ 1. การประชุม ก 2. การประชุม ข``.
NEXT_NUMBER = expression(r"[ ,]*+(?:และ)? ?\(?\d{1,2}[.)] ?")
# ``M และการประชุมอื่น ๆ ที่เกี่ยวข้อง ได้แก่ การประชุม ก``, ``M กับคู่เจรจา ได้แก่ การประชุม ก``.
_NAMELY = expression(
    rf"(?: ?(?:และ|{any_of('joins_more')}) ?(?:การ)?ประชุม[^\n(]{{0,40}}?)? ?{any_of('leads_to_list')} ?"
    r"(?:\(?1[.)] ?)?"
)
# What lies between a verb and the first meeting that it governs is no longer.
_FIRST_REACH = 60
# ``เข้าร่วม M เตรียมการประชุม N``, ``ร่วมประชุมเพื่อเตรียมความพร้อมสำหรับการประชุม N``: N is what is prepared.
_PREPARED = expression(rf"{any_of('verbs_of_preparing')}(?:[ก-ฺเ-๎]{{0,30}}สำหรับ)?$")
_ALONG = expression(r" ?(?:ร่วม)?กับ ?")
# Behind the meeting its day and place may stand before the company.
_COMPANY_WITH = spaced_behind(*words_of("in_company_with"))
# ``พร้อมผู้นำประเทศสมาชิก และนาย ก``: he is told behind a group of whom nobody is named.
_BEHIND_GROUP = expression(
    rf"(?:พร้อม|{any_of('in_company_with')}) ?{any_of('guests_by_no_name', 'people_in_offices')}"
    r"[^\n,]{0,60}? ?และ ?$"
)
# Who comes beside somebody is not whom he meets.
_BESIDE = spaced_behind(*words_of("comes_along"))
_SIGNING = expression(" ?(?:และ)?(?:ร่วม)?(?:เป็น)?(?:สักขีพยาน)? ?(?:ใน)? ?(?=การ(?:ร่วม)?ลงนาม[^ \n])")
# Meetings at which one side meets the other.
_OF_TWO = words_of("talks_of_two")


def objects_after(clause: Clause, index: int) -> list[Item]:
    """The items after a verb, up to the next verb of the clause."""
    after: list[Item] = []
    for item in clause.after(index):
        if item.kind == "verb":
            break
        after.append(item)
    return after


def meetings_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The meetings that a verb governs: the first after it and those that ``และ``, ``ได้แก่`` join to it."""
    folded = reading.scan.folded
    found: list[Draft] = []
    verb = clause.items[index]
    edge = verb.end
    for item in clause.after(index):
        if item.kind == "meeting" and item.draft is not None:
            gap = folded[edge : item.start]
            if found and not (AND.match(gap) or NEXT_NUMBER.fullmatch(gap) or _NAMELY.fullmatch(gap)):
                break
            if (not found and len(gap) > _FIRST_REACH) or _PREPARED.search(gap):
                break
            found.append(item.draft)
            edge = item.end
        elif (item.kind == "verb" and item.value != "attend-noun") or (
            found and item.kind not in ("mood", "date", "membership")
        ):
            break
    return found


def signing_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``S เข้าร่วมการลงนาม X``, ``S เป็นประธานการลงนาม X``: a signing told by a noun is an event."""
    if reading.paragraph.retelling:
        return []
    signing = _SIGNING.match(reading.scan.folded, clause.items[index].end, clause.end)
    if signing is None:
        return []
    start = signing.end()
    name = reading.text(start, phrase_end(reading.scan, start, clause.end))
    meetings = reading.register.meetings
    return [meetings.called(name) or meetings.event(name, "Ceremony")]


def with_whom(
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
            post = item.payload if item.kind == "role" and not guests else None
            if isinstance(post, Post) and post.bare and post.head.general and not post.short:
                # Of whom no more is told than an office is of a group, behind which others may be named.
                continue
            alone = not guests and (
                reading.scan.folded.endswith(_COMPANY_WITH, edge, item.start)
                or _BEHIND_GROUP.search(reading.scan.folded, edge, item.start) is not None
            )
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


def on_this_day(reading: Reading, clause: Clause, meeting: Draft, mood: Modality) -> None:
    """A ceremony without a day of its own is on the day that the text is on, and where that is told from."""
    if not takes_a_day(meeting):
        return
    undated(reading, meeting, clause, mood)
    if mood is Modality.ACTUAL:
        on_the_scene(reading, meeting, clause, mood)
