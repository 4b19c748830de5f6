"""Parts of the state of reading, each of what its rules share and no others."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.entities.drafts import Draft
from kg.relations.sentence.notes import Agenda, Errand, Journey, Listing, SetAt, Undated, Voucher
from kg.relations.sentence.resolved import Resolved


@dataclass(slots=True)
class Known:
    """What is known of events so far, by their ids."""

    dates: dict[str, list[str]] = field(default_factory=dict)  # the dates of each
    placed: set[str] = field(default_factory=set)  # those that have a place
    coming: set[str] = field(default_factory=set)  # those on a visit that is still to come
    came: dict[str, set[str]] = field(default_factory=dict)  # who came to which, in any mood
    opened: dict[str, Draft] = field(default_factory=dict)  # by the ceremony: which meeting it is one of


@dataclass(slots=True)
class Waiting:
    """What is told without its day or its place, until the paragraph or the page ends."""

    undated: list[Undated] = field(default_factory=list)  # the events of this paragraph without a date
    ahead: list[Undated] = field(default_factory=list)  # those without a date that are planned
    errands: list[Errand] = field(default_factory=list)  # for what somebody travels
    journeys: list[Journey] = field(default_factory=list)  # when and where to somebody travels
    set_at: SetAt | None = None  # the places that open a clause with an event


@dataclass(slots=True)
class Lists:
    """Which lists were announced, and who is told of in them."""

    listing: Listing | None = None  # the one whose lines are read
    agenda: Agenda | None = None  # the list of meetings that is read
    resolved: Resolved | None = None  # who adopts or signs the documents of the list that follows, and how
    vouchers: list[Voucher] = field(default_factory=list)  # who adopts documents told of together
    proposers: list[Draft] = field(default_factory=list)  # who announced what the next lines propose
    gone_on: bool = False  # whether a paragraph without a mark has gone on with one of these proposals
    fields: bool = False  # whether subjects of the talk were announced, each of which opens a paragraph
