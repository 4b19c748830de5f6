"""Clusters that grow as pairs are joined, and that remember what must never meet."""

from __future__ import annotations

from collections.abc import Iterable


class Unions:
    """Disjoint clusters of IRIs.

    >>> unions = Unions([("b", "c")])
    >>> unions.join("a", "b"), unions.join("a", "c"), sorted(unions.members("b"))
    (True, False, ['a', 'b'])
    """

    def __init__(self, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._above: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._enemies: dict[str, set[str]] = {}
        for first, second in apart:
            self._enemies.setdefault(first, set()).add(second)
            self._enemies.setdefault(second, set()).add(first)

    def root(self, iri: str) -> str:
        """The IRI that stands for the cluster of ``iri``: which one tells nothing."""
        at = iri
        while (above := self._above.get(at, at)) != at:
            at = above
        while (above := self._above.get(iri, iri)) != at:
            self._above[iri], iri = at, above
        return at

    def members(self, iri: str) -> set[str]:
        """All that is in the cluster of ``iri``."""
        root = self.root(iri)
        return self._members.get(root, {root})

    def may_join(self, a: str, b: str) -> bool:
        """Whether nothing that must stay apart would meet."""
        return not any(self._enemies.get(member, set()) & self.members(b) for member in self.members(a))

    def join(self, a: str, b: str) -> bool:
        """Make the clusters of ``a`` and ``b`` one, unless something in them must stay apart."""
        mine, other = self.root(a), self.root(b)
        if mine == other:
            return True
        if not self.may_join(a, b):
            return False
        large, small = sorted((mine, other), key=lambda root: len(self.members(root)), reverse=True)
        self._members[large] = self.members(large) | self.members(small)
        self._members.pop(small, None)
        self._above[small] = large
        return True

    def clusters(self) -> list[set[str]]:
        """Every cluster of two or more."""
        return [members for members in self._members.values() if len(members) > 1]
