"""What stands in a statement, under one type: pyoxigraph's terms have no common one."""

from __future__ import annotations

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple
"""A subject or an object."""

GraphName = NamedNode | BlankNode | DefaultGraph
"""Where a statement stands."""


def is_iri(term: Term | None) -> bool:
    """Whether a term is the IRI of something.

    >>> is_iri(NamedNode("http://e/kk")), is_iri(Literal("http://e/kk")), is_iri(None)
    (True, False, False)
    """
    return isinstance(term, NamedNode)


def plain(term: Term | None) -> str:
    """A term as text, without quotes, language or datatype; empty for None.

    >>> plain(NamedNode("http://e/kk")), plain(Literal("ขอนแก่น", language="th")), plain(None)
    ('http://e/kk', 'ขอนแก่น', '')
    """
    if term is None:
        return ""
    return str(term) if isinstance(term, Triple) else term.value
