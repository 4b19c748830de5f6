"""Merges around the entities that a document changes, and no others.

What :func:`kg.merging.resolve` gives for a part of the entities that hang together does not depend on the
rest. So only those parts are worked out again that a changed entity was in, or comes into.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, Store

from kg.merging import Decisions, Likeness, Record, Resolution, compare, conflict, merges_quads, record
from kg.merging.decisions import Pair, pair
from kg.merging.folding import trust_of
from kg.merging.keys import keys
from kg.merging.resolve import resolve
from kg.rdf.literals import term, thut
from kg.rdf.terms import plain
from kg.store.revision import Revision
from kg.store.rows import rows_of
from kg.vocab import DCTERMS, OWL, Minter

Holders = Callable[[Iterable[str]], set[str]]
"""The entities under any of some keys."""

_KEPT = 50_000  # entities
_KEPT_PAIRS = 200_000
_MERGES = thut("merges")
_SAME_AS = term(OWL + "sameAs")
_SCORE = thut("confidence")
_TYPE = term(DCTERMS + "type")


@dataclass(frozen=True, slots=True)
class Clusters:
    """Which entity stands for which: members by the one that stands for them, and the other way round."""

    canonical: Mapping[str, str]
    members: Mapping[str, frozenset[str]]
    trust: Mapping[str, float]

    @classmethod
    def of(cls, canonical: Mapping[str, str], trust: Mapping[str, float]) -> Clusters:
        """The clusters of a map from member to the entity that stands for it, and how sure that is."""
        members: dict[str, set[str]] = defaultdict(set)
        for member, chosen in canonical.items():
            members[chosen].add(member)
        clusters = {chosen: frozenset((chosen, *found)) for chosen, found in members.items()}
        return cls(canonical, clusters, trust)

    @classmethod
    def stored(cls, store: Store, minter: Minter) -> Clusters:
        """The clusters that a store holds."""
        merges = NamedNode(minter.shared("merges"))
        scored = rows_of(
            store,
            f"SELECT ?thing (MAX(?score) AS ?most) {{ GRAPH {merges} {{ ?merge {_MERGES} ?thing "
            f"OPTIONAL {{ ?merge {_SCORE} ?score }} }} }} GROUP BY ?thing",
        )
        trust = {plain(thing): float(plain(score) or 1) for thing, score in scored}
        rows = rows_of(store, f"SELECT ?member ?chosen {{ GRAPH {merges} {{ ?member {_SAME_AS} ?chosen }} }}")
        return cls.of({plain(member): plain(chosen) for member, chosen in rows}, trust)

    def cluster(self, iri: str) -> frozenset[str]:
        """All that is one with ``iri``, itself among them."""
        chosen = self.canonical.get(iri, iri)
        return self.members.get(chosen, frozenset((iri,)))

    def standing(self, iri: str) -> tuple[str, float]:
        """What stands for ``iri``, and how sure that is."""
        chosen = self.canonical.get(iri, iri)
        return chosen, self.trust.get(iri, 1.0) if chosen != iri else 1.0

    def revised(self, looked_at: AbstractSet[str], resolution: Resolution) -> Clusters:
        """The clusters after those of ``looked_at`` were worked out again."""
        kept = {member: chosen for member, chosen in self.canonical.items() if member not in looked_at}
        trust = {iri: score for iri, score in self.trust.items() if iri not in looked_at}
        found = trust_of((iri, m.score) for m in resolution.merges for iri in (m.first, m.second))
        return Clusters.of(kept | resolution.canonical, trust | found)


@dataclass(frozen=True, slots=True)
class Relinked:
    """What came of linking: the entities looked at, the clusters, their merges, and keys by entity."""

    looked_at: frozenset[str]
    clusters: Clusters
    quads: tuple[Quad, ...]
    keys: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """Records and keys of entities, and which are alike, or apart.

    All hold as long as no document that speaks of the entity changes.
    """

    records: dict[str, Record | None] = field(default_factory=dict)
    keys: dict[str, frozenset[str]] = field(default_factory=dict)
    _likenesses: dict[Pair, Likeness | None] = field(default_factory=dict)
    _conflicts: dict[Pair, bool] = field(default_factory=dict)
    _mates: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def forget(self, entities: Iterable[str]) -> None:
        """These entities have changed."""
        if len(self.records) > _KEPT or len(self._likenesses) + len(self._conflicts) > _KEPT_PAIRS:
            for kept in (self.records, self.keys, self._likenesses, self._conflicts, self._mates):
                kept.clear()
        for iri in entities:
            self.records.pop(iri, None)
            self.keys.pop(iri, None)
            for mate in self._mates.pop(iri, ()):
                self._likenesses.pop(pair(iri, mate), None)
                self._conflicts.pop(pair(iri, mate), None)

    def alike(self, a: Record, b: Record) -> Likeness | None:
        """See :func:`kg.merging.ladder.compare`."""
        known = pair(a.iri, b.iri)
        if known not in self._likenesses:
            self._likenesses[known] = compare(a, b)
            self._met(a, b)
        return self._likenesses[known]

    def apart(self, a: Record, b: Record) -> bool:
        """See :func:`kg.merging.ladder.conflict`."""
        known = pair(a.iri, b.iri)
        if known not in self._conflicts:
            self._conflicts[known] = conflict(a, b)
            self._met(a, b)
        return self._conflicts[known]

    def _met(self, a: Record, b: Record) -> None:
        self._mates[a.iri].add(b.iri)
        self._mates[b.iri].add(a.iri)


class Linking:
    """Works out the merges of one revision.

    Args:
        revision: the documents as they will be.
        holders: who was put under a key before.
        clusters: the clusters as they are.
        decisions: what the user decided.
        minter: the one that the graphs were made with.
        known: what was found out for earlier revisions and holds still; more is put to it.
    """

    def __init__(
        self,
        revision: Revision,
        holders: Holders,
        clusters: Clusters,
        *,
        decisions: Decisions,
        minter: Minter,
        known: Known,
    ) -> None:
        self._revision = revision
        self._holders = holders
        self._clusters = clusters
        self._decisions = decisions
        self._minter = minter
        self._known = known
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._decided: dict[str, set[str]] = defaultdict(set)
        for one, other in decisions.same:
            self._decided[one].add(other)
            self._decided[other].add(one)

    def relinked(self, changed: Iterable[str]) -> Relinked:
        """The merges of all that hangs together with ``changed``."""
        touched = sorted(changed)
        for iri in touched:
            for key in self._keys_of(iri):
                self._by_key[key].add(iri)
        waiting = sorted({near for iri in touched for near in self._clusters.cluster(iri)})
        seen = set(waiting)
        pairs = set()
        while waiting:
            iri = waiting.pop()
            for mate in self._mates(iri):
                pairs.add((min(iri, mate), max(iri, mate)))
                for near in sorted(self._clusters.cluster(mate) - seen):
                    seen.add(near)
                    waiting.append(near)
        records = {iri: found for iri in sorted(seen) if (found := self._record(iri)) is not None}
        resolution = Resolution({}, ())
        if pairs:
            known = self._known
            resolution = resolve(records, pairs, self._decisions, alike=known.alike, apart=known.apart)
        return Relinked(
            frozenset(seen),
            self._clusters.revised(seen, resolution),
            tuple(merges_quads(resolution, self._minter)),
            {iri: self._keys_of(iri) for iri in touched},
        )

    def _mates(self, iri: str) -> Iterator[str]:
        """The entities that are like ``iri``, or were decided to be the same."""
        own = self._record(iri)
        if own is None:
            return
        mine = self._keys_of(iri)
        near = {mate for key in mine for mate in self._by_key.get(key, ())} | self._holders(mine)
        for mate in sorted((near | self._decided[iri]) - {iri}):
            other = self._record(mate)
            if other is None:
                continue
            # Who was put under a key may have left it in this revision: few are alike, so that is asked last.
            alike = mate in self._decided[iri] or self._known.alike(own, other) is not None
            if alike and (mate in self._decided[iri] or mine & self._keys_of(mate)):
                yield mate

    def _record(self, iri: str) -> Record | None:
        if iri not in self._known.records:
            there = next(iter(self._revision.about(iri, _TYPE)), None)
            self._known.records[iri] = None if there is None else record(iri, self._revision)
        return self._known.records[iri]

    def _keys_of(self, iri: str) -> frozenset[str]:
        if iri not in self._known.keys:
            found = self._record(iri)
            self._known.keys[iri] = frozenset() if found is None else keys(found)
        return self._known.keys[iri]


def merge_quads_of(store: Store, entities: Iterable[str], minter: Minter) -> dict[Quad, None]:
    """What a store holds about the merges of ``entities``."""
    merges = NamedNode(minter.shared("merges"))
    found: dict[Quad, None] = {}
    for iri in entities:
        node = NamedNode(iri)
        found.update(dict.fromkeys(store.quads_for_pattern(node, _SAME_AS, None, merges)))
        for quad in store.quads_for_pattern(None, _MERGES, node, merges):
            found.update(dict.fromkeys(store.quads_for_pattern(quad.subject, None, None, merges)))
    return found
