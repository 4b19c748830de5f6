"""What a page tells as a whole: whose mission writes it, whose speech it gives, whom its titles stand for."""

from __future__ import annotations

from collections.abc import Sequence

from kg.expressions import expression
from kg.lexicon import alternatives, any_of
from kg.model import BlockRole, EntityType
from kg.relations.sentence.blocks import Found, items_of
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import PEOPLE
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import role_draft
from kg.relations.sentence.whose_state import stand_for
from kg.text import Span

_MISSION = expression(rf"({alternatives('heads_of_missions')}) ?")
_SPEECH = expression(rf"(?:ร่าง)?{any_of('kinds_of_speeches')}(?:ของ)? ?")


def mission(reading: Reading) -> None:
    """The state whose mission writes: it stands behind ``เรา``, and the mission represents it."""
    for block in reading.document.blocks:
        if block.role is not BlockRole.TITLE:
            continue
        match = _MISSION.match(reading.scan.folded, block.span.start)
        hit = reading.scan.names_at.get(match.end()) if match else None
        if hit is None or hit.type != "Country":
            return
        embassy = reading.register.thing(
            EntityType.ORGANIZATION, reading.text(block.span.start, hit.end), "Embassy"
        )
        embassy.call(" ".join(reading.text(block.span.start, block.span.end).split()))
        state = reading.register.entry(hit.entry, reading.text(hit.start, hit.end))
        reading.voice = reading.voice._replace(state=state)
        reading.say(embassy, "represents", state, block.span, "mission.v1")


def speech(reading: Reading, found: Found, start: int, end: int) -> None:
    """A page that gives a speech: who holds it stands in the headline, with the meeting it was held at."""
    match = _SPEECH.match(reading.scan.folded, start, end)
    if match is None:
        return
    items = items_of(reading.scan, found, reading.register, start, end)
    people = [item for item in items if item.kind in PEOPLE and item.start - match.end() <= 3]
    if not people:
        return
    drafts = actors_of(reading, people[0])
    orator = drafts[0] if drafts else None
    reading.voice = reading.voice._replace(orator=orator)
    meeting = next((item.draft for item in items if item.kind == "meeting"), None)
    if orator is not None and meeting is not None:
        reading.say(orator, "attended", meeting, Span(start, end), "speech.v1")
        reading.event = meeting


def describe_roles(readings: Sequence[Reading]) -> None:
    """Persons of other states of whom the title alone is told, and the states in such titles.

    ``readings`` are those of one page. When all of it was read it is known who has a name there.
    """
    first = readings[0]
    for reading in readings:
        for item in reading.titles:
            role_draft(item, reading.register, reading.document.text)
    for draft in list(first.register.drafts.values()):
        if draft.type is EntityType.PERSON and not draft.named:
            for post in draft.posts:
                stand_for(first, draft, post, post.span)
