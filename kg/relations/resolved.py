"""Who adopts or signs what the lines of a list name."""

from __future__ import annotations

from typing import NamedTuple

from kg.entities.register import Draft
from kg.model import Modality


class Resolved(NamedTuple):
    """Who adopts or signs the documents of a list; ``counted`` where each line is one, ``at`` a ceremony."""

    actors: tuple[tuple[Draft, Modality], ...]
    predicate: str
    counted: bool
    at: Draft | None = None
    mood: Modality = Modality.ACTUAL
