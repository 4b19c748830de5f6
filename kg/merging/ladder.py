"""The ladder from exact to likely: whether two records are one thing, why, and how sure that is."""

from __future__ import annotations

from kg.merging.likeness import Likeness
from kg.merging.meetings import compare_meetings, meetings_apart, one_meeting
from kg.merging.names import compare_names, one_name, things_apart
from kg.merging.persons import compare_persons, persons_apart, spelled_alike
from kg.merging.profiles import once
from kg.merging.records import Record


@once
def _documents(record: Record) -> frozenset[str]:
    return frozenset(document for document, _ in record.documents)


def compare(a: Record, b: Record) -> Likeness | None:
    """Why two records may be one thing; None where nothing says so.

    Depends on the two records alone, and not on their order. What keeps them apart all the same is told by
    :func:`conflict`: a thing that is most like one that it cannot be is not lightly taken for another.
    """
    if a.iri == b.iri or a.type != b.type:
        return None
    if a.iri > b.iri:
        a, b = b, a
    if a.entry and b.entry:
        return None
    if a.type == "Person":
        return compare_persons(a, b)
    if a.type == "Meeting":
        return compare_meetings(a, b)
    return compare_names(a, b)


def conflict(a: Record, b: Record) -> bool:
    """Whether two records can never be one thing, whatever third thing either is like.

    What one document tells apart is two things, unless their names are one in all but spelling.
    """
    if a.type != b.type or (a.entry and b.entry):
        return True
    if not _documents(a).isdisjoint(_documents(b)) and not _one_name(a, b):
        return True
    if a.type == "Person":
        return persons_apart(a, b)
    if a.type == "Meeting":
        return meetings_apart(a, b)
    return things_apart(a, b)


def _one_name(a: Record, b: Record) -> bool:
    if a.type == "Person":
        return a.named and b.named and spelled_alike(a, b)
    if a.type == "Meeting":
        return one_meeting(a, b)
    return one_name(a, b)
