"""The view of a store after one document has changed: what leaves it and what comes into it.

:func:`kg.merging.folding.folded` works out the view of a whole dataset; this works out the difference that
one revision makes, and looks at nothing that it leaves as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.merging.folding import (
    CLAIM_ROWS,
    ENTITY_ROWS,
    EVIDENCE,
    Fold,
    Parts,
    claim_rows,
    entity_rows,
    parts_of,
)
from kg.rdf.literals import term
from kg.rdf.terms import Term, plain
from kg.store.derived import claim_and_evidence
from kg.store.linking import Clusters
from kg.store.revision import Revision
from kg.vocab import RDF, Minter

_SUBJECT, _PREDICATE, _OBJECT = (term(RDF + name) for name in ("subject", "predicate", "object"))
_UNNAMED = DefaultGraph()
_MANY = 20  # claims


class RowsOf:
    """Statements beyond documents: those that change as they will be, the others as a store has them.

    Args:
        store: the store as it is.
        changed: the subjects whose statements change.
        rows: the statements of those.
        minter: the one that the graphs were made with.
    """

    def __init__(self, store: Store, changed: Iterable[str], rows: Iterable[Quad], minter: Minter) -> None:
        self._store = store
        self._rows: dict[str, list[Quad]] = {iri: [] for iri in changed}
        for quad in rows:
            self._rows[plain(quad.subject)].append(quad)
        self._things = [NamedNode(minter.shared(name)) for name in ("entities", "lexicon")]
        self._claims = NamedNode(minter.shared("claims"))

    def of_thing(self, iri: str) -> list[Quad]:
        """What is known of an entity."""
        if iri in self._rows:
            return self._rows[iri]
        node = NamedNode(iri)
        return [q for name in self._things for q in self._store.quads_for_pattern(node, None, None, name)]

    def of_claim(self, iri: str) -> list[Quad]:
        """How sure a claim is."""
        if iri in self._rows:
            return self._rows[iri]
        return list(self._store.quads_for_pattern(NamedNode(iri), None, None, self._claims))


class Refold:
    """The difference that a revision makes to the view.

    Args:
        store: the store as it is.
        revision: the documents as they will be.
        before: the clusters as they are.
        after: the clusters as they will be.
        rows: the statements beyond documents as they will be, of all subjects that change; of others as
            they are.
        minter: the one that the graphs were made with.
    """

    def __init__(
        self,
        store: Store,
        revision: Revision,
        *,
        before: Clusters,
        after: Clusters,
        rows: RowsOf,
        minter: Minter,
    ) -> None:
        self._store = store
        self._revision = revision
        self._before, self._after = before, after
        self._old, self._new = (Fold(c.canonical, c.trust, minter) for c in (before, after))
        self._rows = rows
        self._minter = minter
        self._parts: dict[str, Parts] = {}
        self._old_about: dict[str, list[Quad]] = defaultdict(list)
        for quad in revision.old:
            self._old_about[plain(quad.subject)].append(quad)
        # The parts of claims of the view, by name: what stands for what, then as it will be.
        self._groups: dict[str, Parts] = {}
        self._ends: dict[tuple[NamedNode, Term], frozenset[str]] = {}
        self._named: dict[str, str] = {}
        self.leaving: dict[Quad, None] = {}
        self.coming: dict[Quad, None] = {}

    def work_out(self, things: Iterable[str], looked_at: Iterable[str]) -> None:
        """Fill :attr:`leaving` and :attr:`coming`; ``things`` and ``looked_at`` are what may have changed."""
        near = sorted({*things, *looked_at})
        moved = [iri for iri in near if self._before.standing(iri) != self._after.standing(iri)]
        left: dict[Quad, None] = {}
        for quad in filter(can_be_named, self._revision.old):
            if quad not in self._revision.new:
                left[self._old.quad(quad, self._names(quad, self._old, old=True))] = None
        for quad in filter(can_be_named, self._revision.new):
            if quad not in self._revision.old:
                self.coming[self._new.quad(quad, self._names(quad, self._new))] = None
        for quad in self._restated(moved):
            left[self._old.quad(quad, self._names(quad, self._old))] = None
            self.coming[self._new.quad(quad, self._names(quad, self._new))] = None
        self.leaving.update(
            (quad, None) for quad in left if quad not in self.coming and not self._is_supported(quad)
        )
        self._refresh({fold.entity(iri) for fold in (self._old, self._new) for iri in near})
        self._refresh_claims()

    def _restated(self, moved: Iterable[str]) -> Iterator[Quad]:
        """What documents say of things that stand elsewhere in the view now, and of claims about them."""
        claims = set()
        for iri in moved:
            yield from self._revision.about(iri)
            for quad in self._revision.of(iri):
                yield quad
                if quad.predicate in (_SUBJECT, _OBJECT):
                    claims.add(plain(quad.subject))
        for claim in sorted(claims):
            yield from self._revision.about(claim)

    def _names(self, quad: Quad, fold: Fold, *, old: bool = False) -> dict[str, str]:
        """Where the claim that a statement is about stands in the view; empty where it is about none."""
        claim = plain(quad.subject)
        parts = self._parts_of(claim, old=old)
        if parts is None:
            return {}
        name = fold.claim(parts) if fold.moves(parts) else claim
        subject, predicate, value, modality = parts
        self._groups[name] = (NamedNode(fold.entity(subject.value)), predicate, fold.term(value), modality)
        return {claim: name}

    def _parts_of(self, claim: str, *, old: bool = False) -> Parts | None:
        if not claim.startswith(self._minter.base + "assertion/"):
            return None
        if claim not in self._parts:
            stated = next(iter(self._revision.about(claim, _PREDICATE)), None)
            if stated is not None:
                parts = parts_of(self._revision.stated_in(claim, stated.graph_name))
            else:
                parts = parts_of(self._old_about.get(claim, ())) if old else None
            if parts is None:
                return None
            self._parts[claim] = parts
        return self._parts[claim]

    def _is_supported(self, quad: Quad) -> bool:
        """Whether some document still states what a statement of the view says."""
        subject = plain(quad.subject)
        subjects: Iterable[str] = self._after.cluster(subject)
        if subject in self._groups:
            subjects = self._members(self._groups[subject], subject)
        elif self._new.entity(subject) != subject:
            return False
        values: list[Term] = [quad.object]
        if isinstance(quad.object, NamedNode):
            if self._new.entity(quad.object.value) != quad.object.value:
                return False
            values = [NamedNode(iri) for iri in self._after.cluster(quad.object.value)]
        return any(
            self._revision.holds(NamedNode(one), quad.predicate, value)
            for one in subjects
            for value in values
        )

    def _members(self, parts: Parts, name: str) -> list[str]:
        """The claims of documents that will be the claim ``name`` of the view, whose parts these are."""
        subject, _, value, _ = parts
        ends: list[tuple[NamedNode, Term]] = [(_SUBJECT, subject), (_OBJECT, value)]
        things = [(end, node) for end, node in ends if isinstance(node, NamedNode)]
        if any(self._new.entity(thing.value) != thing.value for _, thing in things):
            return []
        merged = [end for end in things if len(self._after.cluster(end[1].value)) > 1]
        if not merged:
            return [name]
        claims = self._claims_at(*merged[0])
        if len(claims) > _MANY:
            # A state may be the end of thousands of claims: those that have the other end too are few.
            other = ends[1] if merged[0] == ends[0] else ends[0]
            claims = claims & self._claims_at(*other)
        return sorted(claim for claim in claims if self._name_of(claim) == name)

    def _claims_at(self, end: NamedNode, value: Term) -> frozenset[str]:
        """The claims that have ``value``, or what it stands for, at one of their ends."""
        if (end, value) not in self._ends:
            values: list[Term] = [value]
            if isinstance(value, NamedNode):
                values = [NamedNode(iri) for iri in self._after.cluster(value.value)]
            self._ends[end, value] = frozenset(
                plain(quad.subject) for one in values for quad in self._revision.of(one, end)
            )
        return self._ends[end, value]

    def _name_of(self, claim: str) -> str:
        """What a claim will be in the view."""
        if claim not in self._named:
            said = self._parts_of(claim)
            moves = said is not None and self._new.moves(said)
            self._named[claim] = self._new.claim(said) if said is not None and moves else claim
        return self._named[claim]

    def _refresh(self, things: Iterable[str]) -> None:
        """What is known of things over all documents."""
        for iri in sorted(things):
            rows: list[Quad] = []
            if self._new.entity(iri) == iri:
                cluster = sorted(self._after.cluster(iri))
                about = [quad for one in cluster for quad in self._rows.of_thing(one)]
                rows = (
                    [_unnamed(quad) for quad in about] if len(cluster) == 1 else list(entity_rows(iri, about))
                )
            self._replace(iri, ENTITY_ROWS, rows)

    def _refresh_claims(self) -> None:
        """How sure the claims are that were touched."""
        for name, parts in sorted(self._groups.items(), key=lambda item: item[0]):
            members = self._members(parts, name)
            if members == [name]:
                rows = [_unnamed(quad) for quad in self._rows.of_claim(name)]
            else:
                rows = list(self._pooled(name, members))
            self._replace(name, CLAIM_ROWS, rows)

    def _pooled(self, name: str, members: Iterable[str]) -> Iterator[Quad]:
        node = NamedNode(name)
        evidence, about, doubts = [], [], {}
        for claim in members:
            said = self._parts_of(claim)
            if said is not None and self._new.moves(said):
                doubts[claim] = self._new.sure(said)
            for quad in claim_and_evidence(self._revision, claim):
                if plain(quad.subject) != claim:
                    about.append(quad)
                elif quad.predicate.value in EVIDENCE:
                    evidence.append(Quad(node, quad.predicate, quad.object))
        return claim_rows(evidence, about, doubts, self._minter)

    def _replace(self, iri: str, predicates: Iterable[str], rows: Iterable[Quad]) -> None:
        new = dict.fromkeys(rows)
        node = NamedNode(iri)
        old = {
            quad: None
            for predicate in sorted(predicates)
            for quad in self._store.quads_for_pattern(node, term(predicate), None, _UNNAMED)
            # A document says of a claim, and of its words, what kind of thing they are.
            if quad not in self.coming
        }
        self.leaving.update((quad, None) for quad in old if quad not in new)
        self.coming.update((quad, None) for quad in new if quad not in old)


def can_be_named(quad: Quad) -> bool:
    """Whether a statement can be taken out alone: one with a blank node cannot, and is in no view."""
    return isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)


def _unnamed(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)
