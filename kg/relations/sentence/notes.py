"""What rules note for one another while a document is read: values that are replaced, never changed."""

from __future__ import annotations

from typing import NamedTuple

from kg.entities.drafts import Draft
from kg.model import Modality, Predicate
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item


class Voice(NamedTuple):
    """In whose voice a page is written."""

    state: Draft | None = None  # the state that writes, where a mission does
    orator: Draft | None = None  # who holds the speech that the page gives


class Paragraph(NamedTuple):
    """What is known of a paragraph before its clauses are read."""

    end: int = 0
    mark: int = -1  # where the mark ends that makes it a line of a list; -1 for none
    announces: bool = False  # whether its last words announce a list
    heading: bool = False  # whether it is a title
    headline: tuple[Item, ...] = ()  # what stands in it if it is a title
    retelling: bool = False  # whether it is a title or a lead, of which the body tells again


class Listing(NamedTuple):
    """A list that was announced: in which mood, the event that was on then, whether of who comes to it."""

    mood: Modality
    event: Draft | None
    guests: bool = False


class Undated(NamedTuple):
    """An event told without a date: the clause that tells of it, its mood, the day that the text is on."""

    event: Draft
    clause: Clause
    mood: Modality
    day: Item | None = None


class Attending(NamedTuple):
    """Who came to which meeting, in which mood, and where the verb that tells it ends."""

    people: tuple[Draft, ...]
    meeting: Draft
    mood: Modality
    end: int


class Agenda(NamedTuple):
    """A list of meetings: who comes to them, to what they belong, where and how they are held."""

    people: tuple[Draft, ...]
    leads: Draft | None
    places: tuple[Item, ...]
    modes: tuple[Item, ...]
    mood: Modality
    day: Item | None = None


class Act(NamedTuple):
    """An act of saying that was read: where its verb ends, what it says of whom, in which mood, and where."""

    end: int
    said: tuple[tuple[Draft, Predicate], ...]
    mood: Modality
    clause: Clause


class TalkedOf(NamedTuple):
    """From where on a clause tells what a talk was about, and in which mood."""

    clause: Clause
    start: int
    event: Draft
    mood: Modality


class SetAt(NamedTuple):
    """The places that open a clause."""

    clause: Clause
    places: list[Item]


class Errand(NamedTuple):
    """For what somebody travels, told where and in which mood, and where to."""

    event: Draft
    clause: Clause
    mood: Modality
    places: list[Draft]


class Journey(NamedTuple):
    """When somebody travels, who, by their ids, and where to."""

    date: Item
    people: frozenset[str]
    places: list[Draft]


class Voucher(NamedTuple):
    """Who adopts documents that are told of together, in which mood, and where it is told."""

    who: Draft
    mood: Modality
    at: int
