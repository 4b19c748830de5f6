"""SPARQL in tokens: enough to see clauses and where they stand, without a parser of the whole language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.expressions import expression

_ESCAPE = expression(r"\\u([0-9A-Fa-f]{4})|\\U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})")
# In this order: what a quotation mark or a sharp sign opens is text to its end, whatever it looks like.
_TOKEN = expression(
    r"(?P<space>\s+|#[^\n\r]*)"
    r'|(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\')'
    r"|(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)"
    r"|(?P<variable>[?$][\w\u00b7]+)"
    r"|(?P<tag>@[A-Za-z-]+)"
    r"|(?P<name>(?:[^\W\d_][\w.-]{0,120})?:(?:[\w.:%-]|\\.)*)"
    r"|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<mark>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind, its text, where it begins, and how many braces are open around it.

    ``kind`` is ``iri``, ``string``, ``variable``, ``tag``, ``name`` (with a prefix), ``word`` or
    ``mark`` (anything else, a character each).
    """

    kind: str
    text: str
    start: int
    depth: int

    def says(self, *words: str) -> bool:
        """Whether it is one of these keywords, in whatever case."""
        return self.kind == "word" and self.text.upper() in words


def unescaped(sparql: str) -> str:
    r"""The query with its code point escapes resolved, as SPARQL does before it reads anything else.

    >>> unescaped(r"\u0053ELECT")
    'SELECT'
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), sparql)


def tokens(sparql: str) -> Iterator[Token]:
    """The tokens of a query without spaces and comments.

    >>> [token.text for token in tokens("SELECT ?s { ?s a <http://e/x> } # all")]
    ['SELECT', '?s', '{', '?s', 'a', '<http://e/x>', '}']
    """
    depth = 0
    for found in _TOKEN.finditer(sparql):
        kind, text = found.lastgroup or "mark", found.group()
        if kind == "space":
            continue
        if text == "}":
            depth -= 1
        yield Token(kind, text, found.start(), depth)
        if text == "{":
            depth += 1
