"""What a worker does with its graph. Arguments and results go from process to process: plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.errors import QueryError
from kg.query import render, shipped_queries
from kg.query.shipped import bind
from kg.rdf import Counts
from kg.store import GraphStore, Results, plain
from kg.vocab import RDF, THUT

_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_TOTALS = (
    "SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects) "
    "{ ?s ?p ?o }"
)
_DOCUMENTS = f"SELECT (COUNT(DISTINCT ?d) AS ?n) {{ ?d <{RDF}type> <{THUT}SourceDocument> }}"
_CLASSES = f"SELECT ?c (COUNT(DISTINCT ?s) AS ?n) {{ ?s <{RDF}type> ?c FILTER(isIRI(?c)) }} GROUP BY ?c"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"
_GRAPHS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(isIRI(?g)) } GROUP BY ?g"

Graphs = Sequence[str] | None


def answer(
    store: GraphStore,
    sparql: str,
    default_graphs: Graphs,
    named_graphs: Graphs,
    format: str,  # noqa: A002
) -> bytes:
    """What a query gives, in a format of :func:`kg.query.render`."""
    results = store.query(sparql, default_graphs=default_graphs, named_graphs=named_graphs)
    return render(results, format, store.base).encode("utf-8")


def one_graph(store: GraphStore, name: str | None, format: str) -> bytes | None:  # noqa: A002
    """A graph, or for None the default graph; None where nothing stands in a graph of this name."""
    if name is None:
        results = Results(triples=tuple(sorted({quad.triple for quad in store.view()}, key=str)))
    else:
        results = store.query(_ALL, default_graphs=[name])
    if name is not None and not results.triples:
        return None
    return render(results, format, store.base).encode("utf-8")


def base(store: GraphStore) -> str:
    """What the IRIs of its documents and entities stand under."""
    return store.base


def counts(store: GraphStore) -> Counts:
    """How much there is in the store."""
    triples, subjects, objects = (int(cell) for cell in store.query(_TOTALS).rows[0])
    return Counts(
        triples, subjects, objects, int(store.query(_DOCUMENTS).rows[0][0]),
        *(_numbers(store, sparql) for sparql in (_CLASSES, _PROPERTIES, _GRAPHS)),
    )  # fmt: skip


def _numbers(store: GraphStore, sparql: str) -> dict[str, int]:
    return {plain(name): int(plain(count)) for name, count in store.query(sparql).terms}


def shipped(store: GraphStore, name: str, parameters: Mapping[str, str]) -> str:
    """The SPARQL of a shipped query with its parameters in place.

    Raises:
        QueryError: there is no such query, or a parameter does not fit.
    """
    query = shipped_queries().get(name)
    if query is None:
        raise QueryError(f"no query is called {name!r}; these ship: {', '.join(shipped_queries())}")
    return bind(query, parameters, store)
