"""One thing in a paragraph, and the places that things take."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Literal

from kg.entities.drafts import Draft

Kind = Literal[
    "person",
    "role",
    "country",
    "body",
    "framework",
    "place",
    "meeting",
    "places",
    "date",
    "mode",
    "thing",
    "verb",
    "mood",
    "connective",
    "speaker",
    "membership",
]

PEOPLE: frozenset[Kind] = frozenset(["person", "role"])
"""Who is named, and who is told by his office alone."""

ACTORS: frozenset[Kind] = PEOPLE | {"country", "body"}
"""Who can act."""

SETTING: frozenset[Kind] = frozenset(["date", "mode", "places"])
"""When, how and where something takes place."""


class Item:
    """One thing in a paragraph: ``text[start:end]`` and what it is.

    ``draft`` is the entity, ``payload`` the mention or word, ``qualifies`` tells how a name qualifies
    another word: ``adjective`` (``ภาคเอกชนไทย``), ``pair`` (``ไทย-ลาว``), else empty. ``value`` is, by kind:

    =================================  ===========================================================
    role                               the lexicon's id of the post
    country, body, framework, place    the lexicon's id; of a short form that the text bound, the
                                       id of what it stands for; empty for what no lexicon knows
    thing                              its class, ``Initiative`` or ``OutcomeDocument``
    meeting                            ``dated`` for one known by its date alone, else empty
    date                               the date in ISO 8601
    verb                               its frame; ``resolved`` for one that was read already
    mode, mood, connective,            what their tables say
    speaker, membership
    person, places                     nothing
    =================================  ===========================================================
    """

    __slots__ = ("draft", "end", "kind", "payload", "qualifies", "start", "value")

    def __init__(
        self,
        start: int,
        end: int,
        kind: Kind,
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
    """The items of ``[start, end)`` that found their place.

    A later one may not begin or end inside an earlier one, nor outside the range.
    """

    __slots__ = ("_cover", "_end", "_start", "items")

    def __init__(self, items: list[Item], start: int, end: int) -> None:
        self.items: list[Item] = []
        self._start, self._end = start, end
        self._cover = bytearray(end - start)
        for item in items:
            self.items.append(item)
            self._cover[item.start - start : item.end - start] = b"\1" * (item.end - item.start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether neither the first nor the last character is taken."""
        return (
            self._start <= start
            and end <= self._end
            and not (self._cover[start - self._start] or self._cover[end - 1 - self._start])
        )

    def add(self, items: list[Item]) -> None:
        """Take those of ``items`` whose place is free."""
        cover, first, size = self._cover, self._start, self._end - self._start
        for item in items:
            start, end = item.start - first, item.end - first
            if start >= 0 and end <= size and not (cover[start] or cover[end - 1]):
                self.items.append(item)
                cover[start:end] = b"\1" * (end - start)
