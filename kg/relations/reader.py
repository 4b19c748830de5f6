"""Reading a document clause by clause: each verb of the tables is led to its frame."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.entities.register import Register
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.meeting_mention import MeetingMention
from kg.mentions.persons import PersonMention
from kg.mentions.scan import Scan
from kg.mentions.things import ThingMention
from kg.model import BlockRole, Document, EntityType, Modality
from kg.relations import headings, lines, resolutions
from kg.relations.acts import document_lists, headlines, proposals, signing
from kg.relations.acts.mentioned import named_by_the_way
from kg.relations.acts.stated import OF_SAYING, nominal, unstated
from kg.relations.bodies.initiatives import of_initiative
from kg.relations.bodies.joint_bodies import joint_bodies
from kg.relations.bodies.mechanisms import mechanisms
from kg.relations.frames import FRAMES, known_frames
from kg.relations.meetings import (
    agenda,
    attending,
    between,
    group_talks,
    guest_lists,
    hosting,
    retinue,
    speakers,
    talk_topics,
    talks,
    visits,
)
from kg.relations.meetings.described import lead_back
from kg.relations.meetings.named_meetings import dated, named_in_passing, part_of_known
from kg.relations.meetings.own_state import is_of_this_state
from kg.relations.meetings.programme import PROGRAMME, programme
from kg.relations.sentence import days
from kg.relations.sentence.blocks import Found, items_of
from kg.relations.sentence.circumstances import attach, attach_to_neighbour, circumstance, goes_on_with
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import (
    GOALS,
    is_spokesperson,
    split_clauses,
    tells_of_holder,
    told_by_the_way,
)
from kg.relations.sentence.company import with_company
from kg.relations.sentence.days import TELLS, drop_reporting_place, end_of_paragraph
from kg.relations.sentence.items import SETTING, Item
from kg.relations.sentence.mood import mood_of
from kg.relations.sentence.notes import Errand, Listing, Paragraph
from kg.relations.sentence.observances import years_of
from kg.relations.sentence.reading import LISTING, SHORT_LINE, Reading, first, is_actor_or_meeting
from kg.relations.sentence.standing import describe_meeting, describe_mission, describe_person
from kg.relations.sentence.subjects import subject_of
from kg.relations.sentence.unnamed import BY_TWO, is_by_others
from kg.relations.sentence.whose_date import carried_on

_BULLET = expression(r"\s*(?:[-•*]|\(?\d{1,2}[.)])(?!\d) ?\.?")
_TIMED = expression(rf"\s*(?:\d{{1,2}}[.:]\d{{2}}(?: ?น\.)?|ในช่วง{any_of('times_of_day')}) ")
# How a broadcast opens that is written down, and how far into a paragraph that may stand.
_BROADCAST = expression(any_of("invites_to_listen"))
_OPENING = 60
# How far before its end a paragraph tells what kind of list follows.
_OPENER = 60
# Before the day that opens a line stands at most the day of the week.
_DAY_LEADS = 16
# What somebody travels for is held where he goes to.
_HELD_THERE = frozenset({"meet", "courtesy", "attend", "attend-noun"})
_DID_NOT = expression("(?:ไม่|มิ)ได้")
_DID_NOT_REACH = 24
# A shorter paragraph may be a line that the page broke by hand.
_BROKEN_LINE = 170
_ATTENDING = frozenset({"attend", "attend-noun"})
_OF_PEOPLE = frozenset(
    {"attend", "attend-noun", "chair", "chair-noun", "host", "visit", "tour", "witness", "press"}
)
_NEW_SENTENCE = frozenset(
    f"{lead}{word}"
    for lead in ("", "และ", "โดย", "และโดย")
    for word in words_of("begins_new_scene", "and_then")
)


def read_block(reading: Reading, found: Found, start: int, end: int, role: BlockRole) -> None:
    """Read one paragraph of the document into relations."""
    scan = reading.scan
    items = items_of(scan, found, reading.register, start, end)
    if role is BlockRole.TITLE:
        items = headlines.of_title(reading, items, start, end)
    reading.paragraph = _paragraph(reading, items, start, end, role)
    lead_back(reading, items)
    describe(reading, items, end)
    if role is BlockRole.BODY:
        reading.titles += [item for item in items if item.kind == "role" and tells_of_holder(reading, item)]
    mechanisms(reading, items, start, end)
    joint_bodies(reading, items, start, end)
    _begin(reading, items, start, end, role)
    if reading.laid is not None:
        items = resolutions.resolved(reading, reading.laid, items, start, end)
    if reading.schedule is not None and _TIMED.match(scan.folded, start, end):
        reading.anchor = []
        reading.pending = [reading.schedule]
    for clause in split_clauses(items, start, end, scan.folded):
        if clause.opener in _NEW_SENTENCE:
            reading.anchor, reading.pending = [], []
        read_clause(reading, clause)
    end_of_paragraph(reading, start)
    if role is BlockRole.BODY:
        agenda.line_of(reading, items, start, end)
        agenda.note_agenda(reading, items, start, end)
    if reading.paragraph.announces:
        _announce(reading, items, start, end)
    elif end - start > SHORT_LINE and reading.paragraph.mark < 0:
        reading.lists.listing = None
    if role is BlockRole.TITLE:
        headlines.bare_acts(reading, items, start, end)
    if role is BlockRole.BODY:
        headings.topic_head(reading, items, start, end)
        announced = reading.paragraph.announces and headings.announces_fields(reading, start, end)
        reading.lists.fields = announced or (reading.lists.fields and end - start > SHORT_LINE)
        proposals.owned(reading, start, end)
        document_lists.to_be_adopted(reading, items, start, end)
        proposals.ideas(reading, items)
    named_by_the_way(reading, items)
    _end(reading, items, start, end, role)


def _announce(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """The last words of a paragraph announce a list: of what its lines are, and in which mood."""
    folded = reading.scan.folded
    last = max(start, end - _OPENER)
    proposals.announced_last(reading)
    document_lists.note_documents(reading, start, end)
    # What is hoped for is yet to come; what must be done about it was talked of (``จะต้องดำเนินการ``).
    expected = any(
        word.value == "planned" and not folded.startswith("ต้อง", word.end)
        for word in reading.scan.within("moods", last, end)
    )
    mood = Modality.PLANNED if expected else Modality.ACTUAL
    reading.lists.listing = Listing(mood, lines.listed_at(reading, items))
    reading.programme |= folded.find(PROGRAMME, last, end) >= 0


def _end(reading: Reading, items: list[Item], start: int, end: int, role: BlockRole) -> None:
    """What the next paragraph may go on with: the day of a short line, what a line broken by hand told."""
    # Where a page breaks its lines by hand, a short line goes on in the next.
    reading.carried_dates = end - start < _BROKEN_LINE and role is BlockRole.BODY
    if end - start > _BROKEN_LINE:
        reading.schedule = None
    elif role is BlockRole.BODY and end - start < SHORT_LINE:
        only = [item for item in items if item.kind in ("date", "meeting", "verb")]
        if len(only) == 1 and only[0].kind == "date":
            reading.schedule = only[0]
            if reading.orator is not None and reading.event is not None:
                # Under the title of a speech stands the day on which it was held.
                attach(reading, [reading.event], only[0], Clause(start, end, items), Modality.ACTUAL)


def _paragraph(reading: Reading, items: list[Item], start: int, end: int, role: BlockRole) -> Paragraph:
    """What is known of a paragraph before its clauses are read."""
    mark = _BULLET.match(reading.scan.folded, start, end)
    title = role is BlockRole.TITLE
    return Paragraph(
        end,
        mark.end() if mark else -1,
        announces=reading.scan.folded[start:end].rstrip().endswith(LISTING),
        heading=title,
        headline=tuple(items) if title else (),
        retelling=role is not BlockRole.BODY,
    )


def _begin(reading: Reading, items: list[Item], start: int, end: int, role: BlockRole) -> None:
    """What carries over from the paragraph before: nothing into the next item of a list."""
    goes_on = reading.carried_dates and role is BlockRole.BODY and not _is_next_day(reading, items, start)
    goes_on = goes_on or (role is BlockRole.BODY and goes_on_with(reading, items, start))
    if reading.paragraph.mark >= 0 or not goes_on:
        reading.anchor = []
        reading.pending = []
    if _BROADCAST.search(reading.scan.folded, start, min(end, start + _OPENING)):
        # The day above it is that on which it is heard.
        reading.pending, reading.schedule = [], None
    reading.scene = []
    reading.acts = []
    lines.bullet(reading, items, start, end)


def _is_next_day(reading: Reading, items: list[Item], start: int) -> bool:
    """Whether a line of a programme begins with a day, and what was told before it has its own."""
    first_item = items[0] if items else None
    if first_item is None or first_item.kind != "date" or "/" in first_item.value:
        return False
    if first_item.start - start > _DAY_LEADS:
        return False
    return any(reading.known.dates.get(draft.id) for draft in reading.anchor)


def describe(reading: Reading, items: list[Item], block_end: int) -> None:
    """What the names of a paragraph tell by themselves: posts, states, ordinals."""
    for item in items:
        if item.kind == "person" and item.draft is not None and isinstance(item.payload, PersonMention):
            describe_person(reading, item.draft, item.payload)
        elif item.kind == "body" and isinstance(item.payload, ThingMention) and item.payload.cls == "Embassy":
            describe_mission(reading, item.payload)
        elif item.kind == "meeting" and item.draft is not None and isinstance(item.payload, MeetingMention):
            describe_meeting(reading, item.draft, item.payload)
            group_talks.in_name(reading, item.draft, item.payload.span)
            if reading.scan.folded.startswith("พิธี", item.start):
                signing.ceremony(reading, item.draft, item.payload.span, block_end)


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
    laid = reading.laid
    if laid is not None and not resolutions.acts_here(
        reading, laid, clause, index, subject, explicit=explicit
    ):
        return
    if item.value in OF_SAYING and (
        unstated(reading, clause, index) or between.talk_of_people(reading, clause, index, mood)
    ):
        return
    subject = _people(reading, clause, index, subject)
    if is_by_others(reading, clause, item, subject):
        subject = []
        frame = None if item.value in BY_TWO else frame
    if frame is not None and not nominal(reading, clause, item):
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
    if not any(map(is_actor_or_meeting, named)):
        return
    if not told_by_the_way(reading, clause, index) and not _of_government(reading, clause, index):
        reading.subject = subject
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


def new_reading(document: Document, scan: Scan, register: Register) -> Reading:
    """A reading of ``document`` at its beginning.

    Raises:
        LexiconError: the table of verbs leads one to a frame that there is not.
    """
    known_frames()
    return Reading(document=document, scan=scan, register=register)
