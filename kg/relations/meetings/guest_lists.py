"""Lists of those who come to an event: ``มีผู้เข้าร่วม ประกอบด้วย A B และ C``."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, cue, entries_of, words_of
from kg.model import EntityType, Modality
from kg.relations.meetings.retinue import comes_to, events_on, is_anybody
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, titled
from kg.relations.sentence.company import sent_by_body
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading, is_actor, is_of_cabinet
from kg.text import spaced_behind

# Who takes part in a scheme or is sent by a state need not be at the event.
_OFFICIALS = entries_of("officials")
_LIST = expression(rf"(?!โครงการ|กิจกรรม)[^\n]{{0,70}}?{any_of('leads_to_list', 'that_is')} ?")
_LEADS_ON = expression(rf" ?(?:{any_of('this_turn')} ?)?{any_of('leads_to_list', 'that_is')} ?")
# Before the verb: a group whose people come, and not what is told of somebody.
_THOSE_WHO = ("ผู้", "ที่", "ที่จะ", "ที่ได้", "ซึ่ง", "ซึ่งจะ")
_GROUPS = ("guests_by_no_name", "people_in_offices", "come_for_a_body")
_DELEGATIONS = tuple(f"{lead}คณะผู้แทน" for lead in ("โดย", "ซึ่ง", " "))
# ``การประชุม M ประกอบด้วยผู้แทนจาก A และ B``
_MADE_UP = tuple(f"{lead}{of}ผู้แทน" for lead in spaced_behind("ประกอบด้วย") for of in ("", "คณะ"))
_MADE_UP_OF = expression(rf"(?:{'|'.join(_MADE_UP)})(?:จาก|ของ)? ?")
_HONOURS = ("ได้รับเกียรติจาก", "ได้รับเกียรติโดย")
_GROUP_HEADS = cue(
    *(f"มี{of}{group}" for of in ("", "คณะ") for group in words_of(*_GROUPS)),
    *_DELEGATIONS,
    *_HONOURS,
    *_MADE_UP,
)
# People of whom it is told who they are; not those of whom it is told what they talk of.
_GROUP = expression(
    rf"(?:มี(?:คณะ)?{any_of(*_GROUPS)}|(?:{'|'.join(_DELEGATIONS)})(?:ไทย|ฝ่ายไทย)?)"
    rf"(?:(?!{any_of('tells_of_matters')})[^\n]){{0,110}}?{any_of('leads_to_list', 'that_is')} ?"
)
# ``โดยได้รับเกียรติจาก A บรรยายพิเศษ``: who does an event the honour is there.
_HONOURED_BY = expression(f"(?:{'|'.join(_HONOURS)}) ?")
# People who come for bodies, in whose company somebody comes.
_DELEGATE_WORDS = cue(*words_of("in_company_with"))
_DELEGATES = expression(
    rf"{any_of('in_company_with')} ?(?:คณะ)?(?:ผู้แทน|ตัวแทน)(?:ระดับสูง)?"
    r"(?:(?:จาก|ของ)?(?:หลาย)?(?:หน่วยงาน|องค์กร)[^ \n]{0,30} ?"
    rf"{any_of('leads_to_list', 'that_is')} ?|จาก|ของ| )?"
)
# States with whom others meet, named behind the meeting.
_PARTNERS = expression(
    rf"(?:{any_of('partners_of_mechanisms')}|บวก ?(?:สาม|3))"
    rf"[^\n(]{{0,24}}?(?:\(|{any_of('leads_to_list', 'that_is')}) ?"
)
_PARTNERS_REACH = 60
# What stands before each of a list, right before the name.
_MEMBER = expression(
    rf"(?:(?<!ของ)(?<!ใน)(?<!ที่)(?<! ณ)(?<!ว่า)[ ]|[,(/•]|และ|กับ|จาก|"
    rf"{any_of('people_in_offices', 'come_for_a_body')}|"
    rf"{any_of('joins_more', 'in_company_with', 'leads_to_list', 'that_is')})(?:ประเทศ)?$"
)
_MEMBER_REACH = 20
_HOUSE = expression(any_of("heads_of_bodies", "heads_of_groups"))
# How far apart two of a list may stand: others lie between of whom nobody is known.
_FAR_APART = 160
# So near before a verb somebody is who says something, behind the list.
_BEFORE_VERB = 12
_SAYS = frozenset({"speak", "stress", "support", "propose", "discuss", "chair", "host"})
_COMES = frozenset({"attend", "attend-noun"})
_STOPS = frozenset({"verb", "meeting", "date", "places", "mood"})


def listed(reading: Reading, clause: Clause, index: int, events: list[Draft], mood: Modality) -> None:
    """``มีผู้เข้าร่วม ประกอบด้วย A B และ C``: whoever the list behind the verb names attends."""
    start = clause.items[index].end
    lead = _whose_meeting(reading, clause, index) or _LIST.match(reading.scan.folded, start, clause.end)
    if lead is None:
        return
    between = (item for item in clause.starting(start) if item.end <= lead.end())
    if any(item.kind == "meeting" and item.end > lead.start() for item in between):
        return
    for draft in members(reading, clause, lead.end()):
        for event in [e for e in events if not is_of_cabinet(e)]:
            reading.say(draft, "attended", comes_to(reading, draft, event), clause, "list-of-guests.v1", mood)


def _whose_meeting(reading: Reading, clause: Clause, index: int) -> re.Match[str] | None:
    """``ผู้เข้าร่วมการประชุม M ประกอบด้วย``: what leads to a list behind the meeting of those who come."""
    folded, verb = reading.scan.folded, clause.items[index]
    following = next(iter(clause.starting(verb.end)), None)
    if following is None or following.kind != "meeting" or following.start > verb.end + 1:
        return None
    if not folded.endswith(_THOSE_WHO, clause.start, verb.start):
        return None
    return _LEADS_ON.match(folded, following.end, clause.end)


def delegates(reading: Reading, clause: Clause, start: int, events: list[Draft], mood: Modality) -> None:
    """``S เข้าร่วม M ร่วมกับผู้แทนจาก A และ B``: the bodies whose people are told behind M attend it."""
    if not reading.scan.cued(_DELEGATE_WORDS, start, clause.end):
        return
    verb = next((item.start for item in clause.starting(start) if item.kind == "verb"), clause.end)
    lead = _DELEGATES.search(reading.scan.folded, start, verb)
    if lead is None or not any(item.start == lead.end() for item in clause.items):
        return
    for draft in members(reading, clause, lead.end()):
        for event in events:
            if draft.type is EntityType.ORGANIZATION:
                whole = comes_to(reading, draft, event)
                reading.say(draft, "attended", whole, clause, "list-of-guests.v1", mood)


def names_group(reading: Reading, clause: Clause) -> bool:
    """Whether a clause may name the guests of an event: it tells of a group of people."""
    return not reading.paragraph.heading and reading.scan.cued(_GROUP_HEADS, clause.start, clause.end)


def guest_list(reading: Reading, clause: Clause, before: list[Draft]) -> None:
    """``โดยมีผู้แทนจาก 3 หน่วยงาน ได้แก่ A B และ C``: those of the list are at the event that is on.

    ``before`` are the events that were on where the clause began; one named behind the list is another
    unless they are told to come to it.
    """
    if reading.paragraph.heading:
        return
    at = reading.scan.places_of(_GROUP_HEADS, clause.start, clause.end)
    leads = (_group_at(reading, clause, i) for i in at)
    lead = next(filter(None, leads), None)
    if lead is None:
        return
    told = any(item.kind == "meeting" and item.end <= lead.start() for item in clause.items)
    events = events_on(reading) if told or _come_to(clause, lead.end()) else before
    if not events or is_of_cabinet(events[0]):
        return
    planned = any(word.value == "planned" for word in reading.scan.within("moods", clause.start, lead.end()))
    known = reading.attending.mood if reading.attending else Modality.ACTUAL
    mood = Modality.PLANNED if planned else known
    for draft in members(reading, clause, lead.end()):
        # A house that honours somebody lets him do something; who honours an event is there.
        absent = lead.group().startswith(_HONOURS) and draft.type is not EntityType.PERSON
        for event in [] if absent else events:
            reading.say(draft, "attended", comes_to(reading, draft, event), clause, "list-of-guests.v1", mood)


def _group_at(reading: Reading, clause: Clause, at: int) -> re.Match[str] | None:
    """What leads to the people of a group told of at ``at``; right behind a meeting it is made up of them."""
    folded = reading.scan.folded
    lead = _GROUP.match(folded, at, clause.end) or _HONOURED_BY.match(folded, at, clause.end)
    if lead is not None:
        return lead
    behind = any(item.kind == "meeting" and 0 <= at - item.end <= 1 for item in clause.items)
    return _MADE_UP_OF.match(folded, at, clause.end) if behind else None


def partners(reading: Reading, clause: Clause) -> None:
    """``การประชุมอาเซียนกับคู่เจรจา ได้แก่ A B และ C``: the states behind a meeting's name come to it."""
    folded = reading.scan.folded
    if reading.paragraph.heading:
        return
    meetings = [item for item in clause.items if item.kind == "meeting" and item.draft is not None]
    for item, following in zip_longest(meetings, meetings[1:]):
        limit = min(clause.end, item.end + _PARTNERS_REACH, following.start if following else clause.end)
        lead = _PARTNERS.search(folded, item.start, limit)
        if lead is None or lead.end() < item.end - len("(") or item.draft is None:
            continue
        closed = folded.find(")", lead.end(), clause.end) if lead.group().endswith("(") else -1
        listed_ = members(reading, clause, lead.end(), closed if closed > 0 else clause.end)
        come = [draft for draft in listed_ if draft.type is not EntityType.PERSON]
        if len(come) < 2:
            continue
        planned = any(w.value == "planned" for w in reading.scan.within("moods", clause.start, item.start))
        mood = Modality.PLANNED if planned else Modality.ACTUAL
        for draft in come:
            reading.say(draft, "attended", item.draft, clause, "partners.v1", mood)


def _come_to(clause: Clause, start: int) -> bool:
    """Whether behind a list it is told to what its people come: ``A B และ C เข้าร่วม M``."""
    return any(
        item.kind == "verb"
        and item.value in _COMES
        and following.kind == "meeting"
        and following.start - item.end <= 1
        for item, following in pairwise(clause.starting(start))
    )


def members(reading: Reading, clause: Clause, start: int, end: int | None = None) -> list[Draft]:
    """Whom a list that begins at ``start`` names; those between of whom nobody is known are passed over."""
    folded = reading.scan.folded
    found: list[Draft] = []
    edge = start
    items = clause.items
    for position, item in enumerate(items):
        if item.start < start:
            continue
        if item.kind in _STOPS or (end is not None and item.start >= end) or item.start - edge > _FAR_APART:
            break
        if item.kind not in ACTORS:
            continue
        if _begins_sentence(folded, item, items[position + 1 : position + 2]):
            break
        own = not item.qualifies or sent_by_body(folded, clause, item) >= start
        own = own and _is_member(folded, start, edge, item, found)
        if own and titled(reading, clause, position) is None:
            found += [d for d in actors_of(reading, item) if _is_somebody(d) and d not in found]
        edge = item.end
    return found


def _is_somebody(draft: Draft) -> bool:
    """Whether one of a list is known: officials of whom only their house is told are not."""
    officials = not draft.named and any(post.head.id in _OFFICIALS for post in draft.posts)
    return is_actor(draft) and not is_anybody(draft) and not officials


def _is_member(folded: str, start: int, edge: int, item: Item, found: list[Draft]) -> bool:
    """Whether a name begins one of a list, and is no part of what another is called."""
    if (
        item.start != start
        and _MEMBER.search(folded, max(start, item.start - _MEMBER_REACH), item.start) is None
    ):
        return False
    if item.kind != "country" or not folded.endswith("ประเทศ", 0, item.start):
        return True
    # ``กระทรวง ก ประเทศ ข``: the state to which a house belongs.
    house = bool(found) and found[-1].type is EntityType.ORGANIZATION
    return not house and _HOUSE.search(folded, edge, item.start) is None


def _begins_sentence(folded: str, item: Item, following: list[Item]) -> bool:
    """Whether somebody behind a list says something, and is none of it: ``… และ C นาย ง กล่าวว่า``."""
    if item.kind not in PEOPLE or not following or folded.endswith("และ", 0, item.start):
        return False
    verb = following[0]
    return verb.kind == "verb" and verb.value in _SAYS and verb.start - item.end <= _BEFORE_VERB
