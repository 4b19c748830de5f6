"""Questions about many things at once, asked of what holds for all, else of the single graphs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.store import GraphStore, Term, listed, plain

_CANONICAL = "SELECT ?thing { VALUES ?member { %s } GRAPH ?merges { ?member owl:sameAs ?thing } }"

EVERYWHERE = ""
"""Ask the default graph, in which merged things are one."""
SINGLE = "GRAPH ?graph "
"""Ask each graph by itself, in which a document's claims are as the document makes them."""


def column(store: GraphStore, sparql: str) -> set[str]:
    """The first column of a query."""
    return {row[0] for row in store.query(sparql).rows}


def rows(
    store: GraphStore, sparql: str, things: Collection[str], within: str = EVERYWHERE
) -> Iterator[tuple[Term | None, ...]]:
    """The rows of a query about ``things``; it has ``%(things)s`` and ``%(within)s`` in their places."""
    for some in listed(things):
        yield from store.query(sparql % {"things": some, "within": within}).terms


def canonical(store: GraphStore, iris: Collection[str]) -> set[str]:
    """What these things were merged into, where they were."""
    return {plain(row[0]) for some in listed(iris) for row in store.query(_CANONICAL % some).terms}
