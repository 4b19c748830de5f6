"""The values that flow through Thut, one type a stage; all frozen.

``bytes -> Document -> Mention -> Entity -> Relation -> Assertion (+ Evidence)``
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from kg.text import OffsetMap, Span


class EntityType(StrEnum):
    """The nine classes of things that a graph is about."""

    PERSON = "Person"
    COUNTRY = "Country"
    ORGANIZATION = "Organization"
    FRAMEWORK = "Framework"
    MEETING = "Meeting"
    PLACE = "Place"
    INITIATIVE = "Initiative"
    DOCUMENT = "OutcomeDocument"
    TOPIC = "Topic"


class Modality(StrEnum):
    """How a document states a claim: as done, as coming, or as not so."""

    ACTUAL = "Actual"
    PLANNED = "Planned"
    NEGATED = "Negated"


Predicate = Literal[
    "adopted",
    "attended",
    "chaired",
    "coordinatorOf",
    "discussed",
    "heldAt",
    "heldOn",
    "holdsPosition",
    "hosted",
    "launched",
    "metWith",
    "mode",
    "ordinal",
    "partOf",
    "participatesIn",
    "proposed",
    "represents",
    "signed",
    "supported",
    "underFramework",
    "visited",
]
"""The properties that a document can be read to state; ``heldUntil`` is parted from ``heldOn`` on writing."""


class BlockRole(StrEnum):
    """What a stretch of a document is for."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as precise as the text: ``2021-08-04``, ``2021-10`` or ``2021``; ``until`` ends an interval.

    Both are ISO 8601, Gregorian, proleptic; ``until`` is empty where there is no interval.
    """

    start: str
    until: str = ""

    def __str__(self) -> str:
        return f"{self.start}/{self.until}" if self.until else self.start


def is_day(date: str) -> bool:
    """Whether a date as a fact gives it, a :class:`DateValue` in writing, is one day.

    >>> is_day("2021-08-04"), is_day("2021-08"), is_day("2021-08-04/2021-08-06")
    (True, False, False)
    """
    return len(date) == len("2021-08-04")


def is_year(date: str) -> bool:
    """Whether a date as a fact gives it is one year.

    >>> is_year("2021"), is_year("2021-08"), is_year("2021/2022")
    (True, False, False)
    """
    return len(date) == len("2021")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from: its name among the sources, its location and a digest of its bytes."""

    name: str
    location: str
    sha256: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's cleaned text (a paragraph, a headline) and what it is for."""

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read.

    ``raw`` is the decoded file, untouched; ``text`` is ``raw`` after the cleaning rules; ``offsets``
    maps ``text`` back to ``raw``; ``folded`` is ``text`` for look-up, of the same length. ``blocks``
    are ordered and disjoint; headlines that the page repeats stand once as a title, the repeats as
    standing parts. ``published`` is the date that the document gives itself, if any.
    """

    id: str
    source: Source
    raw: str
    text: str
    folded: str
    offsets: OffsetMap
    profile: str
    blocks: tuple[Block, ...]
    title: str
    published: DateValue | None
    url: str = ""
    cleaned_by: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names, describes or dates something.

    ``kind`` is an :class:`EntityType` value or ``post date mode ordinal honorific reference``;
    ``surface`` is the text as written (``document.text[span]``); ``value`` is what it stands for
    where that is known without context: a lexicon identifier, an ISO date, a number.
    """

    span: Span
    kind: str
    surface: str
    value: str = ""
    named: bool = True
    found_by: str = ""


class Entity(NamedTuple):
    """A thing that one document speaks of, with every way in which it does.

    ``id`` is local to the document. ``key`` is the identity that documents share: a lexicon
    identifier or a normalised name (see :mod:`kg.entities.keys`); two documents that give the same
    key mean the same thing. ``name`` is the fullest form, without honorific for a person;
    ``aliases`` are its other names; ``refs`` descriptions that stand for it in this document.
    ``cls`` is the ontology class, ``type`` or a subclass of it.
    """

    id: str
    key: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    named: bool = True
    lexicon: str = ""
    cls: str = ""


class Relation(NamedTuple):
    """One reading of one stretch of text: subject and object entity ids, or a literal object.

    ``object`` is an entity id when ``literal`` is false, else the value (a post as written, an ISO
    date or interval, a mode, a number). ``evidence`` is a span of the cleaned text. ``signs`` are what
    tells how far such a reading can be trusted (see :mod:`kg.confidence`).
    """

    subject: str
    predicate: Predicate
    object: str
    evidence: Span
    found_by: str
    modality: Modality = Modality.ACTUAL
    signs: tuple[str, ...] = ()
    literal: bool = False


class Evidence(NamedTuple):
    """The words of a document that state a claim: ``raw[span] == quote``, always.

    ``confidence`` is how sure the reading is, by its ``signs`` (see :mod:`kg.confidence`).
    """

    document: str
    span: Span
    quote: str
    rule: str
    confidence: float
    signs: tuple[str, ...] = ()


class Assertion(NamedTuple):
    """A claim, apart from its evidence: who, what, whom, in which mood.

    ``subject`` and ``object`` are entity keys (``object`` a literal value where ``literal``).
    """

    subject: str
    predicate: str
    object: str
    literal: bool
    modality: Modality
    evidence: tuple[Evidence, ...]

    @property
    def identity(self) -> tuple[str, str, str, bool, str]:
        """What makes two claims the same claim."""
        return (self.subject, self.predicate, self.object, self.literal, self.modality.value)


class Naming(NamedTuple):
    """Words that name a thing of which the document tells nothing that was read: ``raw[span] == quote``.

    ``key`` is that of the entity.
    """

    key: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Something in the text that a reader would expect a fact of, and that no fact uses.

    ``kind`` is ``date title ordinal acronym verb``, or ``undated`` for words that look like a date and have
    no value; ``reason`` then says why.
    """

    kind: str
    span: Span
    surface: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document.

    ``entities`` are those that take part in an assertion, ``assertions`` speak of them by key; and those
    that ``namings`` show to be named, of which nothing else was read. ``refused`` lists what a check threw
    out: the reason, and the words. What the reading passed over is measured by :func:`kg.coverage.cover`.
    """

    document: Document
    entities: tuple[Entity, ...]
    assertions: tuple[Assertion, ...]
    refused: tuple[tuple[str, str], ...] = ()
    namings: tuple[Naming, ...] = ()
