"""What is worked out of a record once and asked for in every comparison."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from kg.merging.records import Record

T = TypeVar("T")
_KEPT = 1 << 14
_FORGETTING: list[Callable[[], None]] = []


class _Same:
    """A record by identity: two equal records are worked out twice, at no harm, and none is ever hashed."""

    __slots__ = ("record",)

    def __init__(self, record: Record) -> None:
        self.record = record

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.record is other.record


def once(function: Callable[[Record], T]) -> Callable[[Record], T]:
    """Keep what ``function`` gives for a record, for as long as many others have not come after it."""

    @lru_cache(maxsize=_KEPT)
    def kept(key: _Same) -> T:
        return function(key.record)

    _FORGETTING.append(kept.cache_clear)

    @wraps(function)
    def asked(record: Record) -> T:
        return kept(_Same(record))

    return asked


def forget() -> None:
    """Let go of all that was kept for records: whoever has let go of these has no more use for it."""
    for clear in _FORGETTING:
        clear()
