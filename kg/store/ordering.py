"""The order of rows, made here: an engine on disk looks up the terms that it sorts by at each comparison.

Where ORDER BY closes a query and sorts by variables, or by what ``STR`` gives of them, the query is asked
without it, and its rows are sorted as SPARQL says: unbound, blank nodes, IRIs, literals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.expressions import expression
from kg.rdf.terms import Term
from kg.store.tokens import Token, tokens
from kg.vocab import RDF, XSD

Row = tuple[Term | None, ...]
_Key = tuple[int, str | Decimal, str, str]

_NUMBERS: Final = frozenset((XSD + "integer", XSD + "decimal"))
_TEXTS: Final = frozenset((XSD + "string", RDF + "langString"))
_DATES: Final = frozenset((XSD + "date", XSD + "gYearMonth", XSD + "gYear"))
# Of these the order of the texts is that of the dates.
_DATE: Final = expression(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_UNBOUND, _BLANK, _NODE, _LITERAL = range(4)
_NOTHING: Final[_Key] = (_UNBOUND, "", "", "")


@dataclass(frozen=True, slots=True)
class SortKey:
    """What rows are sorted by: a column, whether by its text alone, and whether the last come first."""

    column: str
    text: bool
    descending: bool


@dataclass(frozen=True, slots=True)
class Ordered:
    """A query without its order, and how to put its rows in order.

    ``sparql`` selects ``more`` columns than were asked for, after the others; ``distinct`` where rows count
    once.
    """

    sparql: str
    keys: tuple[SortKey, ...]
    more: int
    distinct: bool

    def rows(self, columns: Sequence[str], rows: Sequence[Row]) -> tuple[Row, ...] | None:
        """The rows that were asked for, in order; None where only an engine knows it."""
        found = list(rows)
        for key in reversed(self.keys):
            at = columns.index(key.column)
            by = [_text_key(row[at]) if key.text else _key(row[at]) for row in found]
            kept = [each for each in by if each is not None]
            # Of numbers and texts in one column the order is the engine's own.
            if len(kept) < len(by) or len({type(each[1]) for each in kept if each[0] == _LITERAL}) > 1:
                return None
            order = sorted(range(len(found)), key=kept.__getitem__, reverse=key.descending)
            found = [found[index] for index in order]
        if self.more:
            found = [row[: len(columns) - self.more] for row in found]
        return tuple(dict.fromkeys(found)) if self.distinct else tuple(found)


def ordered(sparql: str) -> Ordered | None:
    """How a query is asked without its order; None where it has none, or one that is not made here.

    >>> ordered("SELECT ?s { ?s a ?c } ORDER BY DESC(STR(?c)) ?s").sparql
    'SELECT ?s ?c { ?s a ?c } '
    """
    found = list(tokens(sparql))
    place = next((at for at, token in enumerate(found) if token.depth == 0 and token.says("ORDER")), None)
    first = next((at for at, token in enumerate(found) if token.says("SELECT")), None)
    if place is None or first is None or "\\u" in sparql or "\\U" in sparql:
        return None
    opening = next((at for at, token in enumerate(found) if token.text == "{"), None)
    keys = _keys(found[place + 1 :])
    if not keys or opening is None or not first < opening < place:
        return None
    head = found[first + 1 : opening]
    end = next((at for at, token in enumerate(head) if token.says("FROM", "WHERE")), len(head))
    columns = head[:end]
    if any(token.says("REDUCED") for token in columns[:1]):
        return None
    shown = {token.text[1:] for at, token in enumerate(columns) if _is_column(columns, at)}
    more = [] if columns[-1:] and columns[-1].text == "*" else _others(keys, shown)
    after = (found[first + 1 : opening + 1])[end].start
    added = "".join(f"?{name} " for name in more)
    text = f"{sparql[:after]}{added}{sparql[after : found[place].start]}"
    return Ordered(text, keys, len(more), any(token.says("DISTINCT") for token in columns[:1]))


def _is_column(columns: Sequence[Token], at: int) -> bool:
    """Whether a token of the SELECT clause names a column, and is no part of an expression."""
    if columns[at].kind != "variable":
        return False
    before = columns[:at]
    inside = sum(token.text == "(" for token in before) - sum(token.text == ")" for token in before)
    return inside == 0 or (inside == 1 and before[-1].says("AS"))


def _others(keys: Sequence[SortKey], shown: set[str]) -> list[str]:
    return [name for name in dict.fromkeys(key.column for key in keys) if name not in shown]


def _keys(said: Sequence[Token]) -> tuple[SortKey, ...]:
    """The keys after ORDER; none where there is more than variables, STR, ASC and DESC."""
    if not said or not said[0].says("BY"):
        return ()
    keys, at = [], 1
    while at < len(said):
        wrapped = []
        while said[at].says("STR", "ASC", "DESC") and said[at + 1 : at + 2] and said[at + 1].text == "(":
            wrapped.append(said[at].text.upper())
            at += 2
            if at >= len(said):
                return ()
        closing = said[at + 1 : at + 1 + len(wrapped)]
        whole = len(closing) == len(wrapped) and all(token.text == ")" for token in closing)
        if said[at].kind != "variable" or not whole or wrapped not in _FORMS:
            return ()
        keys.append(SortKey(said[at].text[1:], "STR" in wrapped, "DESC" in wrapped))
        at += 1 + len(wrapped)
    return tuple(keys)


_FORMS: Final[tuple[list[str], ...]] = ([], ["STR"], ["ASC"], ["DESC"], ["ASC", "STR"], ["DESC", "STR"])


def _key(term: Term | None) -> _Key | None:
    """Where a term stands among others; None where an engine must say."""
    if term is None:
        return _NOTHING
    if isinstance(term, NamedNode | BlankNode):
        return (_NODE if isinstance(term, NamedNode) else _BLANK, term.value, "", "")
    if isinstance(term, Literal):
        text, kind = term.value, term.datatype.value
        if kind in _NUMBERS:
            return (_LITERAL, Decimal(text), "", "")
        if kind in _TEXTS or (kind in _DATES and _DATE.fullmatch(text)):
            return (_LITERAL, text, kind, term.language or "")
    return None


def _text_key(term: Term | None) -> _Key | None:
    if term is None or isinstance(term, BlankNode):
        return _NOTHING
    return (_LITERAL, term.value, "", "") if isinstance(term, NamedNode | Literal) else None


__all__ = ["Ordered", "SortKey", "ordered"]
