"""The documents of a store as they will be once the graphs of some of them are replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.rdf.terms import GraphName, Term, plain
from kg.store.rows import rows_of
from kg.vocab import DCTERMS

_BEYOND = ("catalogue", "claims", "entities", "lexicon", "merges")
"""The graphs that a store works out itself."""
_ISSUED = NamedNode(DCTERMS + "issued")


class Revision:
    """What the documents state after some graphs give way to others (of no quads: the document goes).

    Nothing is written. The graphs beyond documents and the view are passed over.

    Args:
        store: the store as it is.
        base: the base of its IRIs.
        graphs: what each graph that is replaced will hold.
    """

    def __init__(self, store: Store, base: str, graphs: Mapping[NamedNode, Sequence[Quad]]) -> None:
        self.graphs = graphs
        self.old: dict[Quad, None] = {}
        self.new: dict[Quad, None] = {}
        for name, quads in graphs.items():
            self.old.update(dict.fromkeys(store.quads_for_pattern(None, None, None, name)))
            self.new.update(dict.fromkeys(quads))
        self._store = store
        self._replaced = frozenset(name.value for name in graphs)
        self._shared = f"{base}graph/"
        self._beyond = tuple(self._shared + name for name in _BEYOND)
        self._about: dict[str, list[Quad]] = defaultdict(list)
        self._of: dict[Term, list[Quad]] = defaultdict(list)
        self._issued: dict[str, str] = {}
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

    def counted(self, iri: str, predicate: NamedNode) -> list[Quad]:
        """What documents say of ``iri``, each statement as often as documents say so, in no graph.

        Of what every document speaks of this is had in a fraction of the time of :meth:`about`.
        """
        node = NamedNode(iri)
        others = ", ".join(f"<{name}>" for name in (*self._replaced, *self._beyond))
        said = rows_of(
            self._store,
            f"SELECT ?value (COUNT(*) AS ?n) {{ GRAPH ?graph {{ {node} {predicate} ?value }} "
            f"FILTER(?graph NOT IN ({others})) }} GROUP BY ?value",
        )
        found = [quad for value, n in said for quad in [Quad(node, predicate, value)] * int(n.value)]
        return found + [quad for quad in self._about.get(iri, ()) if quad.predicate == predicate]

    def stated_in(self, iri: str, graph: GraphName, predicate: NamedNode | None = None) -> Iterator[Quad]:
        """What one document says of ``iri``."""
        if graph in self.graphs:
            own = (quad for quad in self._about.get(iri, ()) if quad.graph_name == graph)
            return (quad for quad in own if predicate is None or quad.predicate == predicate)
        return self._store.quads_for_pattern(NamedNode(iri), predicate, None, graph)

    def states(self, document: str, iri: str) -> bool:
        """Whether a document says anything of ``iri``; where it does not, whether any does."""
        # That of the document alone takes a tenth of the time, and is the answer as a rule.
        own = self.stated_in(iri, NamedNode(document))
        return any(True for _ in own) or any(True for _ in self.about(iri))

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
        if document not in self._issued:
            dates = [plain(q.object) for q in self.stated_in(document, NamedNode(document), _ISSUED)]
            # Else a graph of another name may date it.
            dates = dates or [plain(quad.object) for quad in self.about(document, _ISSUED)]
            self._issued[document] = min(dates, default="")
        return self._issued[document]

    def holds(self, subject: NamedNode, predicate: NamedNode, value: Term) -> bool:
        """Whether some document states this triple."""
        if any(Quad(subject, predicate, value, graph) in self.new for graph in self.graphs):
            return True
        return any(map(self._stays, self._store.quads_for_pattern(subject, predicate, value, None)))

    def _stays(self, quad: Quad) -> bool:
        name = quad.graph_name
        if isinstance(name, DefaultGraph):
            return False
        # Of a state there are as many statements as documents: texts are compared sooner than terms.
        iri = name.value
        return iri not in self._replaced and not iri.startswith(self._shared)
