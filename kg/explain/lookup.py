"""Questions about many things at once, asked of what holds for all, else of the single graphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kg.store import GraphStore, Term, plain

_CHUNK = 500
_CANONICAL = "SELECT ?thing { VALUES ?member { %s } GRAPH ?merges { ?member owl:sameAs ?thing } }"

EVERYWHERE = ""
"""Ask the default graph, in which merged things are one."""
SINGLE = "GRAPH ?graph "
"""Ask each graph by itself, in which a document's claims are as the document makes them."""


def column(store: GraphStore, sparql: str) -> set[str]:
    """The first column of a query."""
    return {row[0] for row in store.query(sparql).rows}


def is_iri(term: Term | None) -> bool:
    """Whether a term is the IRI of something."""
    return type(term).__name__ == "NamedNode"


def nodes(iris: Iterable[str]) -> str:
    """IRIs as a query lists them."""
    return " ".join(f"<{iri}>" for iri in iris)


def chunks(iris: Collection[str]) -> Iterator[str]:
    """IRIs as a query lists them, so many at a time."""
    ordered = sorted(iris)
    for start in range(0, len(ordered), _CHUNK):
        yield nodes(ordered[start : start + _CHUNK])


def rows(
    store: GraphStore, sparql: str, things: Collection[str], within: str = EVERYWHERE
) -> Iterator[tuple[Term | None, ...]]:
    """The rows of a query about ``things``; it has ``%(things)s`` and ``%(within)s`` in their places."""
    for listed in chunks(things):
        yield from store.query(sparql % {"things": listed, "within": within}).terms


def canonical(store: GraphStore, iris: Collection[str]) -> set[str]:
    """What these things were merged into, where they were."""
    return {plain(row[0]) for listed in chunks(iris) for row in store.query(_CANONICAL % listed).terms}
