"""The dataset of a question: which graphs are its default graph, and which it knows by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from kg.errors import QueryError
from kg.expressions import expression
from kg.store.tokens import Token, tokens, unescaped
from kg.vocab import PREFIXES

_ABSOLUTE = expression(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


@dataclass(frozen=True, slots=True)
class Clauses:
    """The graphs that a query names with FROM and FROM NAMED, as absolute IRIs."""

    default: tuple[str, ...]
    named: tuple[str, ...]


def clauses(sparql: str, base: str) -> Clauses | None:
    """What a query says of its dataset; None where it says nothing.

    >>> clauses("SELECT * FROM <doc/1> FROM NAMED <http://e/g> { ?s ?p ?o }", "http://e/")
    Clauses(default=('http://e/doc/1',), named=('http://e/g',))

    Raises:
        QueryError: a graph is named with a prefix that is not declared.
    """
    found: dict[bool, list[str]] = {False: [], True: []}
    prefixes = dict(PREFIXES)
    plain = list(tokens(unescaped(sparql)))
    for at, token in enumerate(plain):
        after = plain[at + 1 : at + 3]
        if token.says("BASE") and after and after[0].kind == "iri":
            base = _resolved(after[0].text[1:-1], base)
        elif token.says("PREFIX") and [part.kind for part in after] == ["name", "iri"]:
            prefixes[after[0].text[:-1]] = _resolved(after[1].text[1:-1], base)
        elif token.says("FROM") and token.depth == 0 and after:
            named = after[0].says("NAMED")
            found[named].append(_iri(after[-1] if named else after[0], base, prefixes))
    if not found[False] and not found[True]:
        return None
    return Clauses(tuple(found[False]), tuple(found[True]))


def form(sparql: str) -> str:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; empty where a query is none of them.

    >>> form("PREFIX ask: <http://e/> select * { ?s ask:it ?o }")
    'SELECT'
    """
    first = (token.text.upper() for token in tokens(unescaped(sparql)) if token.says(*_FORMS))
    return next(first, "")


def with_using(update: str, default: Sequence[str] | None, named: Sequence[str] | None) -> str:
    """An update whose patterns are matched in these graphs, as if each said USING them.

    >>> with_using("INSERT { ?s a <x:T> } WHERE { ?s ?p ?o }", ["http://e/g"], None)
    'INSERT { ?s a <x:T> } USING <http://e/g> WHERE { ?s ?p ?o }'

    Raises:
        QueryError: the update has a WITH or USING clause of its own: SPARQL allows one or the other.
    """
    if default is None and named is None:
        return update
    # With named graphs alone the default graph is empty; SPARQL cannot say so but by one that nobody has.
    graphs = [f"USING <{iri}>" for iri in default or ["urn:thut:no-graph"]]
    using = " ".join([*graphs, *(f"USING NAMED <{iri}>" for iri in named or ())])
    parts, end, before = [], 0, None
    found = list(tokens(update))
    if _keywords(found) != _keywords(tokens(unescaped(update))):
        raise QueryError("the update writes a keyword with escapes: write WHERE, USING and WITH as they are")
    for at, token in enumerate(found):
        if token.depth == 0 and token.says("USING", "WITH"):
            raise QueryError(
                f"the update says {token.text.upper()} while using-graph-uri or using-named-graph-uri says "
                "which graphs it is about: leave one of them out"
            )
        if token.depth == 0 and token.says("WHERE"):
            parts.append(update[end : token.start])
            if before is not None and before.says("DELETE"):
                # DELETE WHERE is short for deleting what it matches, and has no place for USING.
                parts.append(_group(update, found[at + 1 :]) + " ")
            parts.append(f"{using} ")
            end = token.start
        before = token
    return "".join([*parts, update[end:]])


def _keywords(found: Iterable[Token]) -> int:
    return sum(token.says("WHERE", "USING", "WITH") for token in found)


def _group(text: str, rest: Sequence[Token]) -> str:
    """The text of the group in braces that ``rest`` begins with."""
    closing = next((token for token in rest if token.text == "}" and token.depth == rest[0].depth), None)
    return text[rest[0].start : closing.start + 1] if rest and closing else ""


def _iri(token: Token, base: str, prefixes: Mapping[str, str]) -> str:
    if token.kind == "iri":
        return _resolved(token.text[1:-1], base)
    prefix, colon, local = token.text.partition(":")
    if token.kind != "name" or not colon:
        return token.text  # the engine says what is wrong with it
    if prefix not in prefixes:
        raise QueryError(
            f"FROM {token.text}: the prefix {prefix!r} is not declared; add PREFIX {prefix}: <…>"
        )
    return prefixes[prefix] + local.replace("\\", "")


def _resolved(iri: str, base: str) -> str:
    return iri if _ABSOLUTE.match(iri) else urljoin(base, iri)
