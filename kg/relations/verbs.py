"""Reading a clause: each verb of the tables is led to its frame, with whoever acts."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.model import EntityType, Modality
from kg.relations import headings, resolutions
from kg.relations.acts import headlines
from kg.relations.acts.stated import OF_SAYING, nominal, unstated
from kg.relations.bodies.initiatives import of_initiative
from kg.relations.frames import FRAMES
from kg.relations.meetings import (
    attending,
    between,
    guest_lists,
    hosting,
    retinue,
    seminars,
    speakers,
    talk_topics,
    talks,
    visits,
)
from kg.relations.meetings.named_meetings import dated, named_in_passing, part_of_known
from kg.relations.meetings.own_state import is_of_this_state
from kg.relations.meetings.programme import programme
from kg.relations.sentence import days
from kg.relations.sentence.circumstances import attach_to_neighbour, circumstance
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import GOALS, is_spokesperson, told_by_the_way
from kg.relations.sentence.company import there_are, who_wants, with_company
from kg.relations.sentence.days import TELLS, drop_reporting_place
from kg.relations.sentence.fronted import who_acts_behind
from kg.relations.sentence.items import SETTING, Item
from kg.relations.sentence.mood import mood_of
from kg.relations.sentence.notes import Errand
from kg.relations.sentence.observances import years_of
from kg.relations.sentence.reading import Reading, first, is_actor_or_meeting
from kg.relations.sentence.subjects import subject_of
from kg.relations.sentence.unnamed import BY_TWO, is_by_others, who_comes
from kg.relations.sentence.whose_date import carried_on

# What somebody travels for is held where he goes to.
_HELD_THERE = frozenset({"meet", "courtesy", "attend", "attend-noun"})
_DID_NOT = expression("(?:ไม่|มิ)ได้")
_DID_NOT_REACH = 24
_ATTENDING = frozenset({"attend", "attend-noun"})
_OF_PEOPLE = frozenset(
    {"attend", "attend-noun", "chair", "chair-noun", "host", "visit", "tour", "witness", "press"}
)


def read_clause(reading: Reading, clause: Clause) -> None:
    """Walk through a clause: circumstances to their meetings, verbs to their frames."""
    items = clause.items
    reading.asides = set()
    reading.carried = False
    before = retinue.events_on(reading) if guest_lists.names_group(reading, clause) else None
    headings.told_of(reading, clause)
    mood = Modality.ACTUAL
    last_meeting: Item | None = None
    meets = False
    for index, item in enumerate(items):
        kind = item.kind
        if kind == "verb":
            mood = mood_of(reading, clause, index)
            _act(reading, clause, index, mood)
            if mood is Modality.NEGATED and item.value in _ATTENDING:
                # Who does not come keeps no meeting from its place and day.
                past = _DID_NOT.search(
                    reading.scan.folded, max(clause.start, item.start - _DID_NOT_REACH), item.start
                )
                mood = Modality.ACTUAL if past else Modality.PLANNED
        elif kind == "meeting" and item.draft is not None:
            meets = True
            if item.value == "dated":
                dated(reading, clause, item)
                continue
            mood = named_in_passing(reading, clause, index, last_meeting, mood)
            seminars.subject_of(reading, clause, item, mood)
            last_meeting = item
            reading.named_last = item.draft if item.draft.named else reading.named_last
        elif kind == "thing":
            _thing(reading, clause, index)
        elif kind in SETTING and not (
            attach_to_neighbour(reading, clause, index, mood) or of_initiative(reading, clause, index, mood)
        ):
            circumstance(reading, item, clause, mood)
    _end_of_clause(reading, clause, before, meets=meets)


def _end_of_clause(reading: Reading, clause: Clause, before: list[Draft] | None, *, meets: bool) -> None:
    """What a clause tells as a whole, once its acts are read.

    ``before`` are the events that were on at its start, where it may name guests; ``meets`` tells that it
    names a meeting.
    """
    if clause.opener in headings.TURNS:
        headings.turned_to(reading, clause)
    if len(reading.parties) > 1:
        programme(reading, clause)
    hosting.put_on(reading, clause, meets=meets)
    if before is not None:
        guest_lists.guest_list(reading, clause, before)
    if meets:
        guest_lists.partners(reading, clause)
        speakers.speeches_of(reading, clause)
    if reading.paragraph.heading:
        reading.to_read = []
    if reading.to_read:
        talk_topics.topics(reading)
    if reading.anchor:
        part_of_known(reading, clause, reading.anchor[0])
    reading.pending = carried_on(reading, clause)
    if clause.first_verb < 0:
        retinue.with_it(reading, clause, reading.attending.mood if reading.attending else Modality.ACTUAL)
        headings.lead_only(reading, clause)


def _thing(reading: Reading, clause: Clause, index: int) -> None:
    """A document is kept in mind; an observance right after a year has it for its date."""
    thing = clause.items[index]
    if thing.value == "OutcomeDocument":
        reading.last_document = thing
    elif thing.value == "Initiative":
        years_of(reading, clause, index)


def _act(reading: Reading, clause: Clause, index: int, mood: Modality) -> None:
    """Lead a verb to its frame, with its subject; the subject carries on where the clause names it."""
    item = clause.items[index]
    if (item.value == "discuss" or reading.paragraph.heading) and talks.is_with_whom(reading, clause, index):
        item.value = "meet"
    subject, explicit = subject_of(reading, clause, index)
    reading.carried = not explicit
    came = index > clause.first_verb and clause.items[index - 1].kind in GOALS
    guest, places = visits.guest_who_came(reading, clause, index) if came else (None, [])
    if guest is not None:
        _aside(reading, clause, index, guest, places, mood)
        return
    frame = FRAMES.get(item.value)
    fronted = item.value in _ATTENDING and bool(who_acts_behind(reading, clause, index))
    laid = reading.laid
    if laid is not None and not resolutions.acts_here(
        reading, laid, clause, index, subject, explicit=explicit
    ):
        return
    if item.value in OF_SAYING and (
        unstated(reading, clause, index) or between.talk_of_people(reading, clause, index, mood)
    ):
        return
    subject = who_comes(reading, clause, index, _people(reading, clause, index, subject))
    if is_by_others(reading, clause, item, subject):
        subject = []
        frame = None if item.value in BY_TWO else frame
    if frame is not None and (fronted or not nominal(reading, clause, item)):
        frame(reading, clause, index, subject, mood)
        if item.value in _HELD_THERE or (item.value == "discuss" and _is_told_here(reading, clause)):
            places = visits.went_for(reading, clause, index)
            places = [] if days.at_home(places) else places
            reading.waiting.errands += [Errand(event, clause, mood, places) for event in reading.anchor[:1]]
    elif frame is attending.attend:
        attending.participants(reading, clause, index, mood)
    if explicit and not reading.paragraph.heading:
        speakers.speaks_there(reading, clause, index, subject, mood)
    _carry(reading, clause, index, subject if explicit else [], subject)


def _is_told_here(reading: Reading, clause: Clause) -> bool:
    """``เดินทางไป X เพื่อหารือเรื่อง Y กับ Z``: whether the clause is the first to tell of the talk that is on."""
    talk = reading.talk
    return talk is not None and any(
        told.event is talk and told.clause is clause for told in reading.waiting.undated
    )


def _carry(reading: Reading, clause: Clause, index: int, named: list[Draft], subject: list[Draft]) -> None:
    """Whoever acts goes on as the subject where the clause has ``named`` him; a spokesperson only tells."""
    item = clause.items[index]
    if item.value == "speak" and reading.event is None:
        drop_reporting_place(reading, item, subject)
    if item.value == "speak" and all(is_spokesperson(draft) for draft in subject):
        return
    if item.value == "holds" or not any(map(is_actor_or_meeting, named)):
        return
    if item.value == "held" and all(draft in reading.subject for draft in subject):
        # Of a meeting that is held nobody is told to act: whoever was told of with him goes on too.
        return
    if there_are(reading.scan.folded, clause, index):
        # ``ทั้งนี้ มี A และ B เข้าร่วม``: the text goes on with whom it is about.
        return
    if not told_by_the_way(reading, clause, index) and not _of_government(reading, clause, index):
        # ``A เชิญ B เข้าร่วม M อีกทั้ง…``: either may go on acting.
        reading.subject = [*subject, *who_wants(reading, clause, index)]
        if item.value == "speak" and TELLS.match(reading.scan.folded, item.start):
            reading.teller = first(subject, EntityType.PERSON) or reading.teller
        acts = first(subject, EntityType.PERSON)
        if acts is not None:
            reading.person, reading.person_at = acts, item.start
            if acts is not reading.host and is_of_this_state(reading, acts):
                reading.host = acts


def _of_government(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether an act is the government's, which means to do it by the way: whoever is told of goes on."""
    speakers = reading.scan.within("speakers", clause.start, clause.items[index].start)
    return bool(speakers) and any(item.value == "government" for item in clause.before(index))


def _people(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """Who does what only people do: for a talk its two sides, for one with a suite his company too."""
    act = clause.items[index].value
    if reading.paragraph.heading and act in OF_SAYING:
        return headlines.headliner(reading, clause, index)
    if act in _OF_PEOPLE and reading.principals and subject == [reading.talk]:
        # ``ผู้นำทั้งสองจะเป็นประธาน``: a talk opens no bridge, its two sides do.
        return list(reading.principals)
    if act in _HELD_THERE or act in ("visit", "tour"):
        return with_company(reading, clause, index, subject)
    return subject


def _aside(
    reading: Reading, clause: Clause, index: int, guest: Draft, places: list[Draft], mood: Modality
) -> None:
    """For what a guest came besides: where he visits it is held; the talk that is on stays on."""
    reading.asides = set()
    frame = FRAMES.get(clause.items[index].value)
    if frame is None:
        return
    with reading.aside(beside=bool(reading.anchor) or reading.talk is not None, anchored=True):
        reading.anchor = []
        frame(reading, clause, index, [guest], mood)
        reading.asides = {meeting.id for meeting in reading.anchor}
        for meeting in reading.anchor:
            for place in places:
                if not days.at_home([place]) and meeting.id not in reading.known.placed:
                    reading.say(meeting, "heldAt", place, clause, "visited-for.v1", mood)
