"""Reading a document paragraph by paragraph: what carries over, what a list announces, its clauses."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.entities.register import Register
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.meeting_mention import MeetingMention
from kg.mentions.persons import PersonMention
from kg.mentions.scan import Scan
from kg.mentions.things import ThingMention
from kg.model import BlockRole, Document, Modality
from kg.relations import headings, lines, resolutions
from kg.relations.acts import document_lists, headlines, proposals, signing
from kg.relations.acts.mentioned import named_by_the_way
from kg.relations.bodies.joint_bodies import joint_bodies
from kg.relations.bodies.mechanisms import mechanisms
from kg.relations.frames import known_frames
from kg.relations.meetings import agenda, group_talks
from kg.relations.meetings.described import lead_back
from kg.relations.meetings.programme import PROGRAMME
from kg.relations.named import note_named
from kg.relations.sentence.blocks import Found, items_of
from kg.relations.sentence.circumstances import attach, goes_on_with
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, split_clauses, tells_of_holder
from kg.relations.sentence.days import end_of_paragraph
from kg.relations.sentence.items import Item
from kg.relations.sentence.meeting_series import describe_meeting
from kg.relations.sentence.notes import Listing, Paragraph
from kg.relations.sentence.on_behalf import on_behalf
from kg.relations.sentence.reading import LISTING, SHORT_LINE, Reading
from kg.relations.sentence.standing import describe_mission, describe_person
from kg.relations.verbs import read_clause

_BULLET = expression(r"\s*(?:[-•*]|\(?\d{1,2}[.)])(?!\d) ?\.?")
_TIMED = expression(rf"\s*(?:\d{{1,2}}[.:]\d{{2}}(?: ?น\.)?|ในช่วง{any_of('times_of_day')}) ")
# How a broadcast opens that is written down, and how far into a paragraph that may stand.
_BROADCAST = expression(any_of("invites_to_listen"))
_OPENING = 60
# How far before its end a paragraph tells what kind of list follows.
_OPENER = 60
# Before the day that opens a line stands at most the day of the week.
_DAY_LEADS = 16
# A shorter paragraph may be a line that the page broke by hand.
_BROKEN_LINE = 170
# So near its beginning stands the act with which a line goes on that the page broke by hand.
_ACT_LEADS = len("ได้")
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
    on_behalf(reading, items, start, end)
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
        note_named(reading, clause)
        read_clause(reading, clause)
    end_of_paragraph(reading, start)
    if role is BlockRole.BODY:
        agenda.line_of(reading, items, start, end)
        agenda.note_agenda(reading, items, start, end)
    if reading.paragraph.announces or lines.heads_guests(reading, start, end):
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
    guests = lines.announces_guests(reading, start, end)
    reading.lists.listing = Listing(mood, lines.listed_at(reading, items, guests=guests), guests=guests)
    reading.programme |= folded.find(PROGRAMME, last, end) >= 0


def _end(reading: Reading, items: list[Item], start: int, end: int, role: BlockRole) -> None:
    """What the next paragraph may go on with: the day of a short line, what a line broken by hand told."""
    # Where a page breaks its lines by hand, a short line goes on in the next.
    reading.carried_dates = end - start < _BROKEN_LINE and role is BlockRole.BODY
    reading.broken_at = _named_last(reading, items, end) if role is BlockRole.BODY else []
    if end - start > _BROKEN_LINE:
        reading.schedule = None
    elif role is BlockRole.BODY and end - start < SHORT_LINE:
        only = [item for item in items if item.kind in ("date", "meeting", "verb")]
        if len(only) == 1 and only[0].kind == "date":
            reading.schedule = only[0]
            if reading.voice.orator is not None and reading.event is not None:
                # Under the title of a speech stands the day on which it was held.
                attach(reading, [reading.event], only[0], Clause(start, end, items), Modality.ACTUAL)


def _named_last(reading: Reading, items: list[Item], end: int) -> list[Draft]:
    """Whom a paragraph without an act names last: ``วันที่ 3 มีนาคม นาง ก รัฐมนตรี`` before a line that goes on."""
    last = next((item for item in reversed(items) if not item.qualifies), None)
    if last is None or last.kind != "person" or any(item.kind == "verb" for item in items):
        return []
    ends = max(item.end for item in items)
    return actors_of(reading, last) if reading.scan.folded[ends:end].strip() == "" else []


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
    if reading.broken_at and items and items[0].kind == "verb" and items[0].start - start <= _ACT_LEADS:
        reading.subject = reading.broken_at
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


def new_reading(document: Document, scan: Scan, register: Register) -> Reading:
    """A reading of ``document`` at its beginning.

    Raises:
        LexiconError: the table of verbs leads one to a frame that there is not.
    """
    known_frames()
    return Reading(document=document, scan=scan, register=register)
