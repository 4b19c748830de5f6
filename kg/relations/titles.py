"""The title of one matter of several, which names its thing: a draft, a project, a meeting, a subject."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.mentions.brackets import latin_names
from kg.mentions.things import BRACKET
from kg.model import EntityType, Modality
from kg.relations.bodies.mechanisms import mechanisms
from kg.relations.matters import Matter
from kg.relations.reader import describe, new_reading
from kg.relations.resolutions import thing_at
from kg.relations.sentence.blocks import Found, items_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.notes import Paragraph, Voice
from kg.relations.sentence.objects import unwrapped
from kg.relations.sentence.reading import Reading, is_of_cabinet
from kg.relations.sentence.referents import cabinet
from kg.relations.sentence.resolved import Laid, key_of
from kg.relations.verbs import read_clause
from kg.text import Span

# ``ร่าง ก และร่าง ข รวม 2 ฉบับ``: two things, of which each is named.
_NEXT_DRAFT = expression(r"(?: ?และ ?| (?:และ ?)?)(?=\(?ร่าง\)? ?[ก-ฮเ-ไ])")
# What a title says at its end of no thing: how many they are, that the year is still to be filled in.
_TAIL = expression(
    r"(?: ?(?:รวม|จำนวน)(?: ?ทั้ง(?:สิ้น|หมด))? ?\d+ ?(?:ฉบับ|เรื่อง|โครงการ)|"
    r" ?พ\.ศ\. ?[.… ]++| ?\(ฉบับที่ ?[.… ]++\)){1,9} *$"
)
_SHORTEST_NAME = 6
_ASKING = expression(rf"(?:{any_of('asks_for')}) ?(?:ต่อ|ใน(?=การ))? ?")


def begin_matter(head: Reading) -> Reading:
    """A reading of one matter: of what was read before it knows what heads the whole, and nothing else."""
    reading = new_reading(head.document, head.scan, head.register)
    reading.voice, reading.to_come = Voice(head.voice.state), head.to_come
    return reading


def read_title(reading: Reading, head: Reading, found: Found, matter: Matter) -> None:
    """Read the title of a matter: the meeting that heads the whole talked of the thing that it names.

    What is done to the thing is still asked for, and told by the text of the matter: no act is read.
    """
    title = matter.title
    if title is None:
        return
    start, end = title.span.start, title.span.end
    items = [
        item for item in items_of(reading.scan, found, reading.register, start, end) if item.kind != "verb"
    ]
    describe(reading, items, end)
    mechanisms(reading, items, start, end)
    reading.paragraph = Paragraph(end)
    read_clause(reading, Clause(start, end, items))
    things, keys = _things(reading, matter.words)
    meeting = head.event
    if meeting is not None and meeting.type is EntityType.MEETING:
        for thing in things:
            for line in (*matter.announced, title.span):
                reading.say(meeting, "discussed", thing, line, "list-line.v1")
    at_meeting = next((item for item in items if item.kind == "meeting" and item.draft is not None), None)
    named = at_meeting.draft if at_meeting is not None else None
    adopts = named if at_meeting is not None and _to_be_adopted(reading, start, at_meeting) else None
    if adopts is not None:
        for thing in things:
            if thing.type is EntityType.DOCUMENT:
                reading.say(adopts, "adopted", thing, title.span, "to-be-adopted.v1", Modality.PLANNED)
    of_cabinet = meeting is not None and is_of_cabinet(meeting)
    resolver = cabinet(reading.register) if of_cabinet else meeting
    at = named or (None if of_cabinet else meeting)
    reading.event = at
    reading.laid = Laid(resolver, things, keys, at, adopts)


def _to_be_adopted(reading: Reading, start: int, meeting: Item) -> bool:
    """``การรับรองร่าง ก ในการประชุม M``: whether the title tells that the meeting is to adopt its things."""
    folded = reading.scan.folded
    return (
        folded.endswith(("ใน", "ในระหว่าง", "ระหว่าง"), start, meeting.start)
        and folded.find("รับรอง", start, meeting.start) >= 0
    )


def _things(reading: Reading, words: Span) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The things that a title names, and the words of each without blanks."""
    folded = reading.scan.folded
    things: list[Draft] = []
    keys: list[str] = []
    asked = _ASKING.match(folded, words.start, words.end)
    at = asked.end() if asked else words.start
    drafts, _ = thing_at(reading.scan, at, words.end)
    cuts = [match.span() for match in _NEXT_DRAFT.finditer(folded, at, words.end)] if drafts else []
    for until, following in [*cuts, (words.end, words.end)]:
        thing = _thing(reading, Span(at, max(at, until)))
        if thing is not None:
            things.append(thing[0])
            keys.append(thing[1])
        at = following
    return tuple(things), tuple(keys)


def _thing(reading: Reading, span: Span) -> tuple[Draft, str] | None:
    """What a part of a title names, with its words without blanks; None for a meeting, or hardly a word."""
    folded = reading.scan.folded
    start = unwrapped(folded, span.start, span.end)
    type_, cls = _kind(reading, start, span.end)
    if type_ is EntityType.TOPIC:
        start = span.start
    tail = _TAIL.search(folded, start, span.end)
    words = reading.text(start, tail.start() if tail else span.end).strip()
    bracket = BRACKET.search(words)
    latin: tuple[str, ...] = ()
    if bracket is not None and bracket.end() == len(words):
        latin = latin_names(bracket.group(1))
        words = words[: bracket.start()] if latin else words
    if type_ is EntityType.MEETING or len(words) < _SHORTEST_NAME:
        return None
    draft = reading.register.thing(type_, words, cls)
    for name in latin:
        reading.register.bind(name, draft)
    return draft, key_of(folded[start : start + len(words)])


def _kind(reading: Reading, start: int, end: int) -> tuple[EntityType, str]:
    """The type and class of what a title names: that of its head noun; a draft is a document."""
    is_draft, noun = thing_at(reading.scan, start, end)
    if noun is None or noun.value not in ("OutcomeDocument", "Initiative", "Meeting"):
        return (EntityType.DOCUMENT if is_draft else EntityType.TOPIC), ""
    if not is_draft:
        return EntityType(noun.value), noun.more
    # A draft of something that is no document itself has no class of documents.
    return EntityType.DOCUMENT, noun.more if noun.value == "OutcomeDocument" else ""
