"""Terms of the graph as N-Triples has them; those that come up again and again are spelt out once."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from kg.rdf.literals import date_literal, decimal_literal, text_literal, thut

_KEPT = 1 << 14


def address(url: str) -> str:
    """The address as an IRI; as text where it is none.

    >>> address("https://example.org/a b"), address("no address")
    ('<https://example.org/a%20b>', '"no address"')
    """
    try:
        return str(NamedNode(quote(url, safe=":/?#[]@!$&'()*+,;=%~")))
    except ValueError:
        return str(Literal(url))


@lru_cache(_KEPT)
def our_term(name: str) -> str:
    """A term of the ontology, by its local name."""
    return str(thut(name))


@lru_cache(_KEPT)
def called(name: str) -> str:
    """A name with its language.

    >>> called("ASEAN")
    '"ASEAN"@en'
    """
    return str(text_literal(name))


@lru_cache(_KEPT)
def plain(text: str) -> str:
    """A text without language."""
    return str(Literal(text))


@lru_cache(_KEPT)
def dated(date: str) -> str:
    """A date as precise as it is written.

    Raises:
        GraphError: it is no date.
    """
    return str(date_literal(date))


@lru_cache(_KEPT)
def share(value: float) -> tuple[str, str]:
    """A share as a term, and its number.

    >>> share(0.934)[1]
    '0.93'
    """
    literal = decimal_literal(value)
    return str(literal), literal.value
