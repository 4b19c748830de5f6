"""Claims as RDF 1.2 has them: the node of a claim reifies the triple that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.rdf.literals import term
from kg.vocab import RDF

REIFIES = RDF + "reifies"
_PARTS = (RDF + "subject", RDF + "predicate", RDF + "object")

_Node = NamedNode | BlankNode
_Value = NamedNode | BlankNode | Literal | Triple


def reifiers(quads: Iterable[Quad]) -> Iterator[Quad]:
    """For each claim in ``quads`` ``<claim> rdf:reifies <<( s p o )>>``, in the graphs that make it.

    To stand beside the claim's ``rdf:subject``, ``rdf:predicate`` and ``rdf:object``, so that tools
    of either kind read it. Not every tool knows RDF 1.2: rdflib 7 cannot read a file with these.
    """
    parts: dict[tuple[_Node, object], dict[str, _Value]] = {}
    for quad in quads:
        if quad.predicate.value in _PARTS and isinstance(quad.subject, NamedNode | BlankNode):
            parts.setdefault((quad.subject, quad.graph_name), {})[quad.predicate.value] = quad.object
    for (claim, name), said in parts.items():
        subject, predicate, value = (said.get(part) for part in _PARTS)
        if (
            isinstance(subject, NamedNode | BlankNode)
            and isinstance(predicate, NamedNode)
            and value is not None
        ):
            yield Quad(claim, term(REIFIES), Triple(subject, predicate, value), name)  # type: ignore[arg-type]
