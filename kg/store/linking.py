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
from kg.vocab import DCTERMS, OWL, Minter

Holders = Callable[[Iterable[str]], set[str]]
"""The entities under any of some keys."""

_KEPT = 50_000  # entities
_KEPT_PAIRS = 200_000
_MERGES = thut("merges")
_SAME_AS = term(OWL + "sameAs")
_SCORE = thut("confidence")
_TYPE = term(DCTERMS + "type")


class Trust:
    """How sure it is that a member of a merge is what stands for it: as sure as the surest merge it is in.

    Few are asked for, so each is looked up when it is.

    Args:
        store: a store.
        merges: its graph of merges.
        known: what need not be looked up.
    """

    def __init__(self, store: Store, merges: NamedNode, known: Mapping[str, float] | None = None) -> None:
        self._store = store
        self._merges = merges
        self._known = dict(known or {})

    def __call__(self, iri: str) -> float:
        """How sure it is that ``iri`` is what stands for it."""
        if iri not in self._known:
            self._known[iri] = max(self._scores(iri), default=1.0)
        return self._known[iri]

    def revised(self, looked_at: Iterable[str], found: Mapping[str, float]) -> Trust:
        """The same after the merges of ``looked_at`` were worked out again."""
        known = self._known | dict.fromkeys(looked_at, 1.0) | dict(found)
        return Trust(self._store, self._merges, known)

    def _scores(self, iri: str) -> Iterator[float]:
        for merge in self._store.quads_for_pattern(None, _MERGES, NamedNode(iri), self._merges):
            said = self._store.quads_for_pattern(merge.subject, _SCORE, None, self._merges)
            yield max((float(plain(quad.object)) for quad in said), default=1.0)


@dataclass(frozen=True, slots=True)
class Clusters:
    """Which entity stands for which: members by the one that stands for them, and the other way round."""

    canonical: Mapping[str, str]
    members: Mapping[str, frozenset[str]]
    trust: Trust

    @classmethod
    def of(cls, canonical: Mapping[str, str], trust: Trust) -> Clusters:
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
        said = store.quads_for_pattern(None, _SAME_AS, None, merges)
        canonical = {plain(quad.subject): plain(quad.object) for quad in said}
        return cls.of(canonical, Trust(store, merges))

    def cluster(self, iri: str) -> frozenset[str]:
        """All that is one with ``iri``, itself among them."""
        chosen = self.canonical.get(iri, iri)
        return self.members.get(chosen, frozenset((iri,)))

    def standing(self, iri: str) -> tuple[str, float]:
        """What stands for ``iri``, and how sure that is."""
        chosen = self.canonical.get(iri, iri)
        return chosen, self.trust(iri) if chosen != iri else 1.0

    def revised(self, looked_at: AbstractSet[str], resolution: Resolution) -> Clusters:
        """The clusters after those of ``looked_at`` were worked out again."""
        kept = {member: chosen for member, chosen in self.canonical.items() if member not in looked_at}
        found = trust_of((iri, m.score) for m in resolution.merges for iri in (m.first, m.second))
        return Clusters.of(kept | resolution.canonical, self.trust.revised(looked_at, found))


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
            found = record(iri, self._revision)
            # What the lexicon knows has a record whether documents speak of it or not.
            is_told = not found.entry and found.type
            self._known.records[iri] = found if is_told or self._is_typed(iri) else None
        return self._known.records[iri]

    def _is_typed(self, iri: str) -> bool:
        return any(True for _ in self._revision.about(iri, _TYPE))

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
