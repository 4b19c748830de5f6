"""Under which keys a record is looked for: only records that share one are ever compared."""

from __future__ import annotations

from kg.merging.meetings import meeting_keys
from kg.merging.names import thing_keys
from kg.merging.persons import person_keys
from kg.merging.records import Record

_LONGEST = 200


def keys(record: Record) -> frozenset[str]:
    """The keys of a record: two records may be one thing only if they share a key.

    A key begins with the type of the thing, and is so made that few things share it.
    """
    if record.type == "Person":
        found = person_keys(record)
    elif record.type == "Meeting":
        found = meeting_keys(record)
    else:
        found = thing_keys(record)
    return frozenset(f"{record.type}/{key}"[:_LONGEST] for key in found)
