"""Terms of the graph: nodes, names with their language, dates as precise as they are, shares."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.errors import GraphError
from kg.expressions import expression
from kg.vocab import THUT, XSD

_DATE = expression(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_TO_ESCAPE = expression(r'["\\\x00-\x1f\x7f\ufffe\uffff]')
_THAI = expression("[\u0e00-\u0e7f]")
_LATIN = expression("[A-Za-z\u00c0-\u024f]")


@cache
def term(iri: str) -> NamedNode:
    """The node of a term that comes up again and again, made once."""
    return NamedNode(iri)


def thut(name: str) -> NamedNode:
    """The node of a term of the ontology."""
    return term(THUT + name)


def escaped(text: str) -> str:
    r"""A text as it stands between the quotation marks of a literal, written as pyoxigraph writes it.

    >>> escaped('said "yes"\n')
    'said \\"yes\\"\\n'
    """
    return text if _TO_ESCAPE.search(text) is None else str(Literal(text))[1:-1]


def text_literal(text: str) -> Literal:
    """A name with its language: English in Latin letters alone, else Thai, as the document is.

    >>> text_literal("อาเซียน ASEAN").language, text_literal("ASEAN").language, text_literal("๑๗").language
    ('th', 'en', 'th')
    """
    latin = _LATIN.search(text) and not _THAI.search(text)
    return Literal(text, language="en" if latin else "th")


def date_literal(date: str) -> Literal:
    """A date as precise as it is written: a day, a month or a year.

    >>> date_literal("2021-10").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'

    Raises:
        GraphError: ``date`` has another form.
    """
    if not _DATE.fullmatch(date):
        raise GraphError(f"{date!r} is no date: want 2021, 2021-08 or 2021-08-04, Gregorian")
    return Literal(date, datatype=term(XSD + _DATE_TYPES[len(date)]))


def integer_literal(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=term(XSD + "integer"))


def decimal_literal(value: float) -> Literal:
    """A share with two decimals at most, in the form that no store rewrites.

    >>> decimal_literal(0.9).value, decimal_literal(0.934).value
    ('0.9', '0.93')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return Literal(text, datatype=term(XSD + "decimal"))
