"""Offices as documents give them to somebody: document by document, and claim by claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.merging.dates import Days, united
from kg.merging.offices import Office


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a document gives somebody: on which days the document is from, and the claim."""

    office: Office
    days: Days | None
    claim: str


@dataclass(frozen=True, slots=True)
class Term:
    """An office that documents give somebody by one claim.

    ``days`` are those that the documents are from, in as few runs as they make; ``undated`` tells that one of
    the documents has no date. Of somebody who is in very many documents there are few of these.
    """

    office: Office
    claim: str
    days: tuple[Days, ...]
    undated: bool


def terms_of(told: Iterable[Held]) -> Iterator[Term]:
    """The offices that documents give somebody, claim by claim."""
    grouped: dict[tuple[Office, str], list[Days | None]] = {}
    for held in told:
        grouped.setdefault((held.office, held.claim), []).append(held.days)
    for (office, claim), found in grouped.items():
        yield Term(office, claim, united(run for run in found if run), None in found)
