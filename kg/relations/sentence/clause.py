"""A clause of a paragraph: what stands in it, in order, and where its verbs are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.relations.sentence.items import Item, index_at
from kg.text import Span

# How many items a rule looks back: whoever is named farther off is nobody's subject, and a page that is
# one clause would cost squares of its length.
REACH = 60


class Clause:
    """A clause of a paragraph: its items, where it stands, the word that opens it, where its verbs are.

    ``verbs`` are indices of ``items``, ``first_verb`` the first of them, -1 where no verb is. Behind ``of``
    stands a relative clause, which tells of that person.
    """

    __slots__ = ("_span", "end", "first_verb", "items", "of", "opener", "start", "verbs")

    def __init__(
        self, start: int, end: int, items: list[Item], opener: str = "", verbs: Sequence[int] = ()
    ) -> None:
        self.start = start
        self.end = end
        self.items = items
        self.opener = opener
        self.of: Item | None = None
        self.verbs = verbs
        self.first_verb = verbs[0] if verbs else -1
        self._span: Span | None = None

    @property
    def span(self) -> Span:
        """The stretch of text that it covers."""
        if self._span is None:
            self._span = Span(self.start, self.end)
        return self._span

    def before(self, index: int) -> Iterator[Item]:
        """The items before ``items[index]``, the nearest first, as far back as a rule may look."""
        return reversed(self.items[index - REACH if index > REACH else 0 : index])

    def verbs_before(self, index: int) -> Iterator[int]:
        """Where the verbs before ``items[index]`` are, the nearest first, as far back as a rule may look."""
        verbs = self.verbs
        first = bisect_left(verbs, index - REACH) if index > REACH else 0
        return reversed(verbs[first : bisect_left(verbs, index)])

    def last_verb(self, index: int) -> int:
        """Where the last verb before ``items[index]`` is; -1 for none as far back as a rule may look."""
        verbs = self.verbs
        at = bisect_left(verbs, index) - 1
        return verbs[at] if at >= 0 and verbs[at] >= index - REACH else -1

    def said_before(self, index: int) -> int:
        """Where the last verb of saying before ``items[index]`` is; -1 for none as far as a rule may look."""
        verbs, items = self.verbs, self.items
        at = bisect_left(verbs, index) - 1
        while at >= 0 and verbs[at] >= index - REACH:
            if items[verbs[at]].value == "speak":
                return verbs[at]
            at -= 1
        return -1

    def after(self, index: int) -> Iterator[Item]:
        """The items after ``items[index]``, in order."""
        return map(self.items.__getitem__, range(index + 1, len(self.items)))

    def starting(self, position: int) -> Iterator[Item]:
        """The items that begin at ``position`` or behind it, in order."""
        return self.after(index_at(self.items, position) - 1)
