"""The documents of a store as they will be once the graph of one of them is replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.rdf.terms import GraphName, Term, plain
from kg.vocab import DCTERMS


class Revision:
    """What the documents state after one graph gives way to ``quads`` (none: the document goes).

    Nothing is written. The graphs beyond documents and the view are passed over.

    Args:
        store: the store as it is.
        base: the base of its IRIs.
        graph: the graph that is replaced.
        quads: what it will hold.
    """

    def __init__(self, store: Store, base: str, graph: NamedNode, quads: Sequence[Quad]) -> None:
        self.graph = graph
        self.old = dict.fromkeys(store.quads_for_pattern(None, None, None, graph))
        self.new = dict.fromkeys(quads)
        self._store = store
        self._shared = f"{base}graph/"
        self._about: dict[str, list[Quad]] = defaultdict(list)
        self._of: dict[Term, list[Quad]] = defaultdict(list)
        for quad in self.new:
            self._about[plain(quad.subject)].append(quad)
            self._of[quad.object].append(quad)

    def about(self, iri: str, predicate: NamedNode | None = None) -> Iterator[Quad]:
        """What documents say of ``iri``."""
        for quad in self._store.quads_for_pattern(NamedNode(iri), predicate, None, None):
            if self._stays(quad):
                yield quad
        for quad in self._about.get(iri, ()):
            if predicate is None or quad.predicate == predicate:
                yield quad

    def stated_in(self, iri: str, graph: GraphName) -> Iterator[Quad]:
        """What one document says of ``iri``."""
        if graph == self.graph:
            return iter(self._about.get(iri, ()))
        return self._store.quads_for_pattern(NamedNode(iri), None, None, graph)

    def of(self, value: str | Term, predicate: NamedNode | None = None) -> Iterator[Quad]:
        """What documents say with ``value``, a term or an IRI, as the object."""
        node = NamedNode(value) if isinstance(value, str) else value
        for quad in self._store.quads_for_pattern(None, predicate, node, None):
            if self._stays(quad):
                yield quad
        for quad in self._of.get(node, ()):
            if predicate is None or quad.predicate == predicate:
                yield quad

    def issued(self, document: str) -> str:
        """The date of a document; empty where it gives none."""
        dates = (plain(q.object) for q in self.about(document, NamedNode(DCTERMS + "issued")))
        return min(dates, default="")

    def holds(self, subject: NamedNode, predicate: NamedNode, value: Term) -> bool:
        """Whether some document states this triple."""
        if Quad(subject, predicate, value, self.graph) in self.new:
            return True
        return any(map(self._stays, self._store.quads_for_pattern(subject, predicate, value, None)))

    def _stays(self, quad: Quad) -> bool:
        name = quad.graph_name
        if isinstance(name, DefaultGraph) or name == self.graph:
            return False
        return not name.value.startswith(self._shared)
