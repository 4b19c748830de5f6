"""SPARQL that reads: what is let through to the engine, and what its complaints mean."""

from __future__ import annotations

import re

from kg.errors import QueryError
from kg.expressions import expression
from kg.store.tokens import tokens, unescaped

# What is text or comment in a query; what it says is not the query's doing. An IRI has no space.
_PASSIVE = expression(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\''
    r"|<[^<>\"{}|^`\\\s]*>|\\.|#[^\n\r]*",
    re.DOTALL,
)
_WORD = expression(r"(?<![?$:\w-])[A-Za-z]+(?![\w:-])")
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_JOINING = {"OPTIONAL", "UNION", "MINUS", "FILTER", "BIND", "GRAPH", "EXISTS", "IN"}
_BRACKETS, _OPERATORS = "()[]{}", ".;|&!+-*/^=<>"
_DEEPEST, _PARTS = 200, 4_000  # the engine holds out to 700 and 7,000
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_SHOWN = 120  # characters of a line before and behind what is wrong in it
_POSITION = expression(r"(?<!\d)(\d+):(\d+)")
_UNKNOWN_PREFIX = expression(r"[Pp]refix not found")


def refuse_side_effects(sparql: str) -> None:
    """Let only questions through.

    >>> refuse_side_effects("SELECT ?service { ?s ?p 'LOAD' } # SERVICE")

    Raises:
        QueryError: the query changes the graph, or calls another server.
    """
    words = _words(sparql)
    _refuse_service(words)
    first = next((word for word in words if word in _UPDATES | _FORMS), "")
    if first in _UPDATES:
        raise QueryError(
            f"{first} is refused: a query reads and does not change the graph; "
            "use kg add, kg remove or kg sync to change a store"
        )


def refuse_too_deep(sparql: str) -> None:
    """Let only queries through that the engine can take: deeper ones overrun its stack, and end the process.

    >>> refuse_too_deep("SELECT * { VALUES ?x { 1 2 3 } }")

    Raises:
        QueryError: brackets stand in brackets without end, or the query has thousands of parts.
    """
    depth = deepest = parts = 0
    data = -1  # how many brackets stand around the rows of VALUES, where these are read
    for token in tokens(unescaped(sparql)):
        text = token.text
        if token.kind == "word" and data < 0:
            parts += text.upper() in _JOINING
            data = depth if text.upper() == "VALUES" else data
        elif token.kind == "mark" and text in _BRACKETS:
            depth += 1 if text in "([{" else -1
            deepest = max(deepest, depth)
            parts += data < 0
            data = -1 if text == "}" and depth <= data else data
        elif token.kind == "mark" and text in _OPERATORS:
            parts += data < 0
    if deepest > _DEEPEST:
        raise QueryError(
            f"the query has brackets in brackets {deepest} deep: more than {_DEEPEST} are not asked for"
        )
    if parts > _PARTS:
        raise QueryError(
            f"the query has {parts} brackets, operators and patterns: more than {_PARTS} are too many; "
            "give many values as VALUES, or ask in several queries"
        )


def refuse_reaching_out(update: str) -> None:
    """Let only updates through that work with what the store holds and what they say themselves.

    Raises:
        QueryError: the update reads a file or an address, or calls another server.
    """
    words = _words(update)
    _refuse_service(words)
    if "LOAD" in words:
        raise QueryError(
            "LOAD is refused: an update here reads no file and no address; "
            "send the data itself with INSERT DATA, or with PUT or POST to /store"
        )


def _refuse_service(words: list[str]) -> None:
    if "SERVICE" in words:
        raise QueryError(
            "SERVICE is refused: a query here reads this graph only and calls no other server; "
            "ask that server itself, or load its data into the graph"
        )


def _words(sparql: str) -> list[str]:
    # SPARQL lets any character be written as an escape, that of a keyword too.
    forms = dict.fromkeys((sparql, unescaped(sparql)))
    return [word.upper() for form in forms for word in _WORD.findall(_PASSIVE.sub(" ", form))]


def malformed(sparql: str, message: str) -> QueryError:
    """The error for a query that the engine cannot read: where, what stands there, and a hint."""
    found = _POSITION.search(message)
    where = ""
    if found:
        line, column = int(found[1]), int(found[2])
        # Not splitlines: the engine counts line feeds only.
        lines = sparql.split("\n")
        said = lines[line - 1] if line <= len(lines) else ""
        begin = max(0, column - 1 - _SHOWN)
        shown = said[begin : column - 1 + _SHOWN]
        where = f" at line {line}, column {column}:\n  {shown}\n  {' ' * (column - 1 - begin)}^"
    return QueryError(
        f"the query is not valid SPARQL{where or ': ' + _short(message)}\n{_hint(sparql, message)}"
    )


def _hint(sparql: str, message: str) -> str:
    bare = _PASSIVE.sub(" ", sparql)
    if _UNKNOWN_PREFIX.search(message) or "prefix" in message.lower():
        return (
            "declare the prefix (PREFIX ex: <…>); those of Thut, such as thut: and rdfs:, are known already"
        )
    if bare.count("{") != bare.count("}"):
        return f"{bare.count('{')} opening and {bare.count('}')} closing braces: every {{ needs its }}"
    if sparql.count('"') % 2:
        return 'a quotation mark is open: every text needs its closing "'
    if not any(word in bare.upper() for word in _FORMS):
        return "begin with SELECT, ASK, CONSTRUCT or DESCRIBE"
    return f"the engine says: {_short(message)}"


def _short(message: str) -> str:
    return message if len(message) <= 200 else message[:200] + "…"  # noqa: PLR2004
