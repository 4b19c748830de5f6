"""How alike two things are held to be, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.lexicon import read_table


class Rung(NamedTuple):
    """A rung of the ladder: how sure it is, and whether it must point to one thing alone."""

    score: float
    alone: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two records may be one thing.

    ``reason`` is a rung of ``tables/merge_rungs.tsv`` and ``score`` how sure it is; ``because`` are
    the claims and documents that speak for it; ``leans`` is the IRI of the record that says less and must
    find one thing alone, empty where neither does.
    """

    reason: str
    score: float
    because: tuple[str, ...] = ()
    leans: str = ""


@cache
def rungs() -> dict[str, Rung]:
    """Every rung by its reason.

    >>> rungs()["decision"].score
    1.0
    """
    return {
        row["reason"]: Rung(float(row["score"]), row["alone"] == "alone") for row in read_table("merge_rungs")
    }


def rung(reason: str, because: Iterable[str] = (), leans: str = "") -> Likeness:
    """The likeness that a rung gives."""
    found = rungs()[reason]
    return Likeness(reason, found.score, tuple(sorted(set(because))), leans if found.alone else "")
