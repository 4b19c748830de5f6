"""What a reading missed: sentences that give no fact; dates, titles, ordinals, acronyms and verbs of no fact.

It is measured after the reading, on the text alone, by signs that cost nothing to find; so it shows
what the rules passed over and not only what they tried.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.entities.keys import name_key
from kg.expressions import expression
from kg.lexicon import Lexicon
from kg.mentions.dates import recognize_dates
from kg.mentions.persons import recognize_persons
from kg.mentions.scan import Scan, scan_of
from kg.model import Block, BlockRole, Document, EntityType, Extraction, Uncovered
from kg.text import Span
from kg.values.dates import find_dates
from kg.values.undated import undated

# Verbs of these frames carry a subject or a mood and state no fact of their own.
_SILENT = frozenset({"speak", "held", "assign", "-"})
_ORDINAL = expression("(?:ครั้งที่|สมัยที่) ?([0-9]+)")
# The letter before what stands before it: a text in Thai is then passed over at full speed.
_ACRONYM = expression("[A-Z](?<![A-Za-z0-9][A-Z])[A-Z&+-]*[A-Z](?![A-Za-z])")
_NUMBER = expression("[0-9]+")
_LATIN_WORD = expression("[A-Za-z][A-Za-z&+]*")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a document's running text its facts rest on.

    ``sentences`` counts the stretches between words that open a clause (Thai marks no end of a
    sentence), ``without_fact`` those in which no evidence lies. ``uncovered`` lists what a reader would
    expect a fact of, in order of place; its spans are of the cleaned text. ``rules`` tells how many
    pieces of evidence each rule gave.
    """

    sentences: int
    without_fact: int
    uncovered: tuple[Uncovered, ...]
    rules: tuple[tuple[str, int], ...]


def cover(extraction: Extraction, lexicon: Lexicon | None = None) -> Coverage:
    """Measure what ``extraction`` made of its document.

    >>> from kg.documents import document_from_text
    >>> from kg.extract import extract
    >>> text = "เอกอัครราชทูตได้พบกับนายสมชาย ใจดี ทั้งนี้ หน่วยงาน QZW แจ้งว่า"
    >>> [(miss.kind, miss.surface) for miss in cover(extract(document_from_text(text))).uncovered]
    [('acronym', 'QZW')]
    """
    scan = scan_of(extraction.document, lexicon)
    blocks = [block for block in extraction.document.blocks if block.role is not BlockRole.STANDING]
    stated = _Stated(extraction)
    sentences = [sentence for block in blocks for sentence in _sentences(scan, block)]
    rules: dict[str, int] = {}
    for assertion in extraction.assertions:
        for evidence in assertion.evidence:
            rules[evidence.rule] = rules.get(evidence.rule, 0) + 1
    return Coverage(
        sentences=len(sentences),
        without_fact=sum(not stated.touches(*sentence) for sentence in sentences),
        uncovered=tuple(sorted(_uncovered(scan, blocks, stated), key=lambda miss: (miss.span, miss.kind))),
        rules=tuple(sorted(rules.items())),
    )


class _Stated:
    """What the facts of a document name, number and date, and where their evidence lies."""

    def __init__(self, extraction: Extraction) -> None:
        self._document = extraction.document
        dates = {a.object for a in extraction.assertions if a.predicate == "heldOn"}
        self.dates = {*dates, *(part for date in dates for part in date.split("/"))}
        only_named = {naming.key for naming in extraction.namings}
        told = [entity for entity in extraction.entities if entity.key not in only_named]
        names = [(entity.type, name) for entity in told for name in (entity.name, *entity.aliases)]
        self.persons = {name_key(name) for type_, name in names if type_ is EntityType.PERSON}
        self.numbers = set(_NUMBER.findall("\n".join(n for type_, n in names if type_ is EntityType.MEETING)))
        self.latin = set(_LATIN_WORD.findall("\n".join(name for _, name in names)))
        self.entries = {entity.lexicon for entity in told if entity.lexicon}
        spans = sorted((e.span.start, e.span.end) for a in extraction.assertions for e in a.evidence)
        self._starts = [start for start, _ in spans]
        self._reach: list[int] = []
        for _, end in spans:
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def touches(self, start: int, end: int) -> bool:
        """Whether any evidence overlaps ``[start, end)`` of the cleaned text."""
        raw = self._document.offsets.to_raw(Span(start, end))
        before = bisect_right(self._starts, raw.end - 1)
        return before > 0 and self._reach[before - 1] > raw.start


def _sentences(scan: Scan, block: Block) -> Iterator[tuple[int, int]]:
    """The stretches of a block between words that open a clause, blank ones left out."""
    begin, stop = block.span.start, block.span.end
    opens = [word.start for word in scan.starting("connectives", begin, stop)]
    for start, end in pairwise(sorted({begin, *opens, stop})):
        if not scan.folded[start:end].isspace():
            yield start, end


def _uncovered(scan: Scan, blocks: list[Block], stated: _Stated) -> Iterator[Uncovered]:
    yield from _dates(scan, blocks, stated)
    for block in blocks:
        yield from _words(scan, block.span.start, block.span.end, stated)


def _dates(scan: Scan, blocks: list[Block], stated: _Stated) -> Iterator[Uncovered]:
    """Dates that date nothing, and what looks like a date and has no value."""
    document = scan.document
    for mention in recognize_dates(document):
        if mention.value and mention.value not in stated.dates:
            yield Uncovered("date", mention.span, mention.surface)
    for miss in undated(scan.folded, find_dates(scan.folded, document.published)):
        if any(block.span.covers(miss.span) for block in blocks):
            yield Uncovered("undated", miss.span, miss.span.of(document.text), miss.reason)


def _words(scan: Scan, start: int, end: int, stated: _Stated) -> Iterator[Uncovered]:
    """Titles, verbs, ordinals and acronyms in ``[start, end)`` that no fact uses."""
    document = scan.document
    for person in recognize_persons(scan, start, end):
        if name_key(person.name) not in stated.persons:
            yield _miss(document, "title", person.span.start, person.span.end)
    for verb in scan.within("verbs", start, end):
        if verb.value not in _SILENT and not stated.touches(verb.start, verb.end):
            yield _miss(document, "verb", verb.start, verb.end)
    numbered = scan.folded.find("ที่", start, end) >= 0
    for match in _ORDINAL.finditer(scan.folded, start, end) if numbered else ():
        if match[1].lstrip("0") not in stated.numbers:
            yield _miss(document, "ordinal", *match.span())
    for match in _ACRONYM.finditer(document.text, start, end):
        hit = scan.names_at.get(match.start()) or scan.name_over(match.start())
        parts = set(_LATIN_WORD.findall(match[0]))
        if not parts <= stated.latin and (hit is None or hit.entry.id not in stated.entries):
            yield _miss(document, "acronym", *match.span())


def _miss(document: Document, kind: str, start: int, end: int) -> Uncovered:
    return Uncovered(kind, Span(start, end), document.text[start:end])
