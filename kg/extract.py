"""From a document to its claims: recognize, link, read, assemble."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from kg.assembling import assemble
from kg.entities.register import Register
from kg.lexicon import Lexicon, load
from kg.mentions.dates import recognize_dates
from kg.mentions.meetings import recognize_meetings
from kg.mentions.persons import recognize_persons
from kg.mentions.places import recognize_places
from kg.mentions.scan import Scan, keep
from kg.mentions.things import ThingMention, recognize_things
from kg.mentions.turns import in_their_series
from kg.model import (
    Block,
    BlockRole,
    Document,
    Extraction,
    Mention,
    is_day,
    is_year,
)
from kg.relations.acts.mentioned import say_named_by_the_way
from kg.relations.matters import Matter, matters_of
from kg.relations.meetings.programme import PROGRAMME
from kg.relations.meetings.sides import TALKS
from kg.relations.pages import describe_roles, mission, speech
from kg.relations.reader import new_reading, read_block
from kg.relations.resolutions import plan_signatures
from kg.relations.sentence.blocks import Found
from kg.relations.sentence.days import drop_coarser_dates, place_on_journeys, place_what_opens, plan_places
from kg.relations.sentence.reading import Reading
from kg.relations.titles import begin_matter, read_title


def extract(document: Document, lexicon: Lexicon | None = None) -> Extraction:
    """All the claims of one document, each with the words that state it.

    >>> from kg.documents import document_from_text
    >>> for claim in extract(document_from_text("นายสมชาย ใจดี เดินทางเยือนญี่ปุ่น")).assertions:
    ...     print(claim.predicate, claim.evidence[0].quote)
    visited นายสมชาย ใจดี เดินทางเยือนญี่ปุ่น
    """
    lexicon = lexicon or load()
    scan = keep(Scan(document, lexicon))
    register = Register(lexicon, document.id)
    blocks = [b for b in document.blocks if b.role is not BlockRole.STANDING]
    dates = [date for date in recognize_dates(document) if date.value]
    head, *matters = matters_of(scan.folded, blocks)
    heading = list(_recognized(scan, dates, head.blocks))
    texts = [list(_recognized(scan, dates, (*([m.title] if m.title else ()), *m.blocks))) for m in matters]
    for _, mentions in chain(heading, *texts):
        for person in mentions.persons:
            register.persons.named(person)
    first = _read_page(new_reading(document, scan, register), heading)
    readings = [first]
    for matter, found in zip(matters, texts, strict=True):
        register.meetings.begin_matter()
        readings.append(_read_matter(first, matter, found))
    describe_roles(readings)
    return assemble(*readings)


def _recognized(scan: Scan, dates: list[Mention], blocks: Iterable[Block]) -> Iterator[tuple[Block, Found]]:
    """What stands in each block; ``dates`` are those of the document."""
    begins = [date.span.start for date in dates]
    series = None
    for block in blocks:
        start, end = block.span.start, block.span.end
        things = recognize_things(scan, start, end)
        meetings, series = in_their_series(recognize_meetings(scan, start, end), series)
        own = dates[bisect_left(begins, start) : bisect_left(begins, end)]
        mentions = Found(
            persons=recognize_persons(scan, start, end),
            meetings=meetings,
            places=recognize_places(scan, start, end, [each.span.end for each in meetings]),
            things=things,
            dates=[date for date in own if date.span.end <= end and not _is_part(date, things)],
        )
        yield block, mentions


def _name_meetings(register: Register, found: list[tuple[Block, Found]]) -> None:
    for _, mentions in found:
        for meeting in mentions.meetings:
            register.meetings.named(meeting, day=_day_of(mentions))


def _read_page(reading: Reading, found: list[tuple[Block, Found]]) -> Reading:
    """Read a page of one matter, or what heads several."""
    scan = reading.scan
    _name_meetings(reading.register, found)
    found = _with_lead(found)
    order = _order(scan, [block for block, _ in found])
    mission(reading)
    for block, mentions in found:
        if block.role is BlockRole.TITLE:
            speech(reading, mentions, block.span.start, block.span.end)
            reading.to_come |= PROGRAMME in scan.folded[block.span.start : block.span.end]
    for block, mentions in sorted(found, key=lambda pair: order.index(pair[0].role)):
        read_block(reading, mentions, block.span.start, block.span.end, block.role)
    _finish(reading)
    return reading


def _read_matter(head: Reading, matter: Matter, found: list[tuple[Block, Found]]) -> Reading:
    """Read one matter of several, by itself: nothing of the one before it is carried into it."""
    reading = begin_matter(head)
    _name_meetings(reading.register, found)
    (_, of_title), *texts = found
    read_title(reading, head, of_title, matter)
    for block, mentions in texts:
        read_block(reading, mentions, block.span.start, block.span.end, block.role)
    plan_signatures(reading)
    _finish(reading)
    return reading


def _finish(reading: Reading) -> None:
    """What can be told of a matter only when all of it was read."""
    place_on_journeys(reading)
    place_what_opens(reading)
    plan_places(reading)
    drop_coarser_dates(reading)
    say_named_by_the_way(reading)


def _day_of(mentions: Found) -> str:
    """The day that a paragraph of a programme is about: the only one it names."""
    days = {date.value for date in mentions.dates if is_day(date.value.partition("/")[0])}
    return days.pop() if len(days) == 1 else ""


def _with_lead(found: list[tuple[Block, Found]]) -> list[tuple[Block, Found]]:
    """A lead that names the meeting of which the body tells without its name is its first paragraph."""
    named = {block.role for block, mentions in found if mentions.meetings}
    if BlockRole.LEAD not in named or BlockRole.BODY in named:
        return found
    return [
        (replace(block, role=BlockRole.BODY) if block.role is BlockRole.LEAD else block, mentions)
        for block, mentions in found
    ]


def _order(scan: Scan, blocks: list[Block]) -> tuple[BlockRole, ...]:
    """In which order the parts of a document are read.

    Headline and lead shorten what the body tells in full, and are read after it; but a body that tells of
    no talk goes on with the one that they tell of.
    """
    talked = {
        block.role
        for block in blocks
        for verb in scan.within("verbs", block.span.start, block.span.end)
        if verb.value in TALKS
    }
    if talked and BlockRole.BODY not in talked:
        return (BlockRole.TITLE, BlockRole.LEAD, BlockRole.BODY)
    return (BlockRole.BODY, BlockRole.LEAD, BlockRole.TITLE)


def _is_part(date: Mention, things: list[ThingMention]) -> bool:
    """Whether a year belongs to the name of a document or initiative: ``แผนงาน… ปี 2569-2573``."""
    return is_year(date.value.partition("/")[0]) and any(thing.span.covers(date.span) for thing in things)
