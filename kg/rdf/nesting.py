"""How deep a graph's text nests: deeper text ends the process, whose stack it overruns, or takes minutes."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from kg.errors import GraphError
from kg.expressions import expression

DEEPEST: Final = 200
"""How many objects of JSON, statements about statements, or elements of XML may stand in one another.

The engine holds out to 1,000 of the first and 4,000 of the second, and its time grows with the square of the
third: 100,000 take most of a minute. What Thut writes has 6, 1 and 4.
"""
# A string that never ends goes on to the end of the text, so that each letter is looked at once.
_TEXT: Final = (
    rb'"""(?:[^"\\]|\\.|"(?!""))*(?:""")?'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*(?:''')?"
    rb'|"(?:[^"\\\n\r]|\\.)*"?'
    rb"|'(?:[^'\\\n\r]|\\.)*'?"
)
_OBJECTS: Final = expression(rb'"(?:[^"\\]|\\.)*"?|(\{)|(\})', re.DOTALL)
_STATEMENTS: Final = expression(_TEXT + rb'|<[^<>"{}|^`\\\s]*>|#[^\n\r]*|(<<)|(>>)', re.DOTALL)
# A tag that closes itself is none of both, and neither is one that a mark of the text cuts off.
_ELEMENTS: Final = expression(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"
    rb"|(<[^<>\"'/!?\s](?:[^<>\"'/]++|\"[^\"<]*+\"|'[^'<]*+'|/(?!>))*+>)|(</)",
    re.DOTALL,
)
_BRACKETS: Final = {
    "rdf": (expression(rb"<[^/!?]"), _ELEMENTS, "elements"),
    "jsonld": (expression(rb"\{"), _OBJECTS, "objects"),
    **dict.fromkeys(("nt", "nq", "ttl", "trig"), (expression(rb"<<"), _STATEMENTS, "statements")),
}


def refuse_too_deep(text: bytes, format: str, where: str) -> None:  # noqa: A002
    """Let only text through that the engine can take.

    >>> refuse_too_deep(b'{"@id": "urn:a"}', "jsonld", "a.jsonld")

    Args:
        text: a graph in a format of :data:`kg.rdf.FORMATS`, or a piece of it, in UTF-8.
        format: the name of the format.
        where: what the message says of where the text stands.

    Raises:
        GraphError: objects, statements or elements stand in one another without end.
    """
    if format not in _BRACKETS:
        return
    opening, tokens, what = _BRACKETS[format]
    if not next(islice(opening.finditer(text), DEEPEST, None), None):
        return
    depth = 0
    for token in tokens.finditer(text):
        # What closes more than was open is an error of the text: the parser tells where.
        depth = max(depth + (token[1] is not None) - (token[2] is not None), 0)
        if depth > DEEPEST:
            raise GraphError(
                f"{where}: more than {DEEPEST} {what} in one another, which no graph of Thut has; "
                "is it the file that is meant?"
            )
