"""One thing in a paragraph, and the places that things take."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from kg.entities.register import Draft


class Item:
    """One thing in a paragraph: ``text[start:end]`` and what it is.

    ``kind``: ``person role country body framework place meeting places date mode thing verb mood
    connective speaker membership``. ``draft`` is the entity, ``payload`` the mention or word,
    ``qualifies`` tells how a name qualifies another word: ``adjective`` (``ภาคเอกชนไทย``), ``pair``
    (``ไทย-ลาว``), else empty.
    """

    __slots__ = ("draft", "end", "kind", "payload", "qualifies", "start", "value")

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        draft: Draft | None = None,
        value: str = "",
        payload: object = None,
        qualifies: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.draft = draft
        self.value = value
        self.payload = payload
        self.qualifies = qualifies


START = attrgetter("start")


def index_at(items: list[Item], position: int) -> int:
    """How many of ``items`` begin before ``position``: the index of the first that does not.

    >>> index_at([Item(0, 4, "person"), Item(9, 12, "verb")], 4)
    1
    """
    return bisect_left(items, position, key=START)


class Taken:
    """The items that found their place; a later one may not begin or end inside an earlier one."""

    __slots__ = ("_cover", "items")

    def __init__(self, items: list[Item], length: int) -> None:
        self.items = items
        self._cover = bytearray(length)
        for item in items:
            self._cover[item.start : item.end] = b"\1" * (item.end - item.start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether neither the first nor the last character is taken."""
        return not (self._cover[start] or self._cover[end - 1])

    def add(self, items: list[Item]) -> None:
        """Take those of ``items`` whose place is free."""
        cover = self._cover
        for item in items:
            start, end = item.start, item.end
            if not (cover[start] or cover[end - 1]):
                self.items.append(item)
                cover[start:end] = b"\1" * (end - start)
