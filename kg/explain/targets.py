"""Which claims are meant: those of a thing, of a fact, of the rows of a query."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.errors import QueryError, UsageError
from kg.explain.lookup import canonical, column
from kg.store import GraphStore, Results, Term, find_property, find_things, is_iri, listed, nodes, plain
from kg.vocab import THUT

_CLAIMS = "SELECT ?claim { VALUES ?claim { %s } ?claim rdf:predicate ?p }"
_MERGED_CLAIMS = "SELECT DISTINCT ?claim { VALUES ?claim { %s } GRAPH ?g { ?claim rdf:predicate ?p } }"
_ABOUT = "SELECT ?claim { VALUES ?x { %s } ?claim rdf:subject|rdf:object ?x }"
_ENDS = "SELECT ?claim ?s ?o { VALUES ?s { %s } ?claim rdf:subject ?s ; rdf:object ?o }"


def claims_of_things(store: GraphStore, things: Sequence[str]) -> set[str]:
    """The claims that have one of these things for subject or object, or that are named by these IRIs.

    A claim or a thing that was merged into another is found in the documents that speak of it.
    """
    meant = nodes(things)
    found = column(store, _CLAIMS % meant) | column(store, _ABOUT % meant)
    found = found or column(store, _MERGED_CLAIMS % meant)
    if not found and (merged := canonical(store, things)):
        found = column(store, _ABOUT % nodes(merged))
    return found


def with_what_stands_for(store: GraphStore, things: Collection[str]) -> set[str]:
    """These things, and what they were merged into."""
    return {*things, *canonical(store, things)}


def claims_of_fact(store: GraphStore, subject: str, predicate: str, value: str) -> set[str]:
    """The claims of this subject, property and object or value."""
    stated = find_property(store, predicate)
    claims = f"VALUES ?s {{ {_meant(store, subject)} }} ?claim rdf:subject ?s ; rdf:predicate {stated}"
    found = set()
    for claim, obj in store.query(f"SELECT ?claim ?o {{ {claims} ; rdf:object ?o }}").terms:
        if value in {plain(obj), plain(obj).removeprefix(THUT)}:
            found.add(plain(claim))
    if found:
        return found
    return column(
        store, f"SELECT ?claim {{ VALUES ?o {{ {_meant(store, value)} }} {claims} ; rdf:object ?o }}"
    )


def claims_of_rows(store: GraphStore, found: Results, row: int | None = None) -> set[str]:
    """The claims that rows name, else those between two things of one row; ``row`` counts from 1."""
    lines = _chosen(_lines(found), row)
    cells = things_in_rows(found, row)
    if not cells:
        raise QueryError(
            "the rows hold no IRI to explain; select the things themselves, not only their names"
        )
    known = set()
    for some in listed(cells):
        known |= column(store, _CLAIMS % some)
    return known or _between(store, lines, cells)


def things_in_rows(found: Results, row: int | None = None) -> set[str]:
    """The IRIs in rows; ``row`` counts from 1."""
    return {plain(term) for line in _chosen(_lines(found), row) for term in line if is_iri(term)}


def _lines(found: Results) -> list[tuple[Term | None, ...]]:
    if found.triples is not None:
        return [(t.subject, t.object) for t in found.triples]
    return list(found.terms)


def _chosen(lines: list[tuple[Term | None, ...]], row: int | None) -> list[tuple[Term | None, ...]]:
    if row is None:
        return lines
    if not 1 <= row <= len(lines):
        raise UsageError(f"row {row}: the query gives {len(lines)} rows, counted from 1")
    return [lines[row - 1]]


def _between(store: GraphStore, lines: list[tuple[Term | None, ...]], cells: Collection[str]) -> set[str]:
    ends: dict[str, list[tuple[str, str]]] = {}
    for some in listed(cells):
        for claim, subject, value in store.query(_ENDS % some).rows:
            ends.setdefault(subject, []).append((value, claim))
    claims: set[str] = set()
    for line in lines:
        values = {plain(term) for term in line if term is not None}
        claims.update(claim for value in values for other, claim in ends.get(value, ()) if other in values)
    return claims


def _meant(store: GraphStore, name: str) -> str:
    return nodes(sorted(with_what_stands_for(store, find_things(store, name))))
