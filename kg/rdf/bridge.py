"""Our quads for libraries that work on rdflib."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import GraphError

_Node = rdflib.URIRef | rdflib.BNode | rdflib.Literal


def rdflib_triples(quads: Iterable[Quad]) -> Iterator[tuple[_Node, _Node, _Node]]:
    """The triples of ``quads`` as rdflib has them; literals keep the form in which they are written.

    Raises:
        GraphError: a quad speaks of a triple (RDF 1.2), which rdflib cannot hold.
    """
    for quad in quads:
        yield _node(quad.subject), _node(quad.predicate), _node(quad.object)


def _node(term: object) -> _Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    raise GraphError(
        f"{term}: a triple as a term cannot be checked; write it as rdf:subject, predicate and object"
    )
