"""What is worked out of a record once and asked for in every comparison."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from kg.merging.records import Record

T = TypeVar("T")
_KEPT = 1 << 14
_FORGETTING: list[Callable[[], None]] = []


def once(function: Callable[[Record], T]) -> Callable[[Record], T]:
    """Keep what ``function`` gives for a record, for as long as many others have not come after it.

    A record is known by its identity: two equal ones are worked out twice, at no harm, and none is hashed.
    """
    kept: dict[int, tuple[Record, T]] = {}  # with the record, since another may come to have its number

    @wraps(function)
    def asked(record: Record) -> T:
        found = kept.get(id(record))
        if found is None:
            found = record, function(record)
            if len(kept) >= _KEPT:
                # Threads may ask at the same time: what another has taken out is not there.
                kept.pop(next(iter(kept)), None)
            kept[id(record)] = found
        return found[1]

    _FORGETTING.append(kept.clear)
    return asked


def forget() -> None:
    """Let go of all that was kept for records: whoever has let go of these has no more use for it."""
    for clear in _FORGETTING:
        clear()
