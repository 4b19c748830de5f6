"""Turtle and TriG for people: subjects in order, a predicate a line, one object a line, prefixes.

Works on lines of N-Quads, which pyoxigraph writes: a term there is already escaped as Turtle wants
it. Oxigraph's own Turtle keeps the order of a hash table and puts a subject's objects on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.expressions import expression
from kg.vocab import PREFIXES, RDF, XSD

_NAME = expression(r"[A-Za-z_][A-Za-z0-9_-]*|[A-Za-z0-9_]+")
_RELATIVE = expression(r"[a-z]+/[!#-;=?-\[\]_a-z~]*")
_INTEGER = expression(r"[+-]?[0-9]+")
_DECIMAL = expression(r"[+-]?[0-9]*\.[0-9]+")
_TYPED = expression(r'(".*")\^\^<([^<>"]*)>', re.DOTALL)
_NAMESPACES = sorted(((iri, prefix) for prefix, iri in PREFIXES.items()), key=lambda pair: -len(pair[0]))
_TYPE = f"<{RDF}type>"

Row = tuple[str, str, str]


class TurtleWriter:
    """Writes rows of N-Triples terms as Turtle, with IRIs under ``base`` relative to it."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._short: dict[str, str] = {}

    def head(self) -> str:
        """The declarations of the base and of the prefixes."""
        lines = [f"@base <{self._base}> ."]
        lines += [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in sorted(PREFIXES)]
        return "\n".join(lines) + "\n"

    def subjects(self, rows: Iterable[Row], indent: str = "") -> Iterator[str]:
        """A paragraph for each subject of ``rows``, which come sorted and without repeats."""
        for subject, block in groupby(rows, key=lambda row: row[0]):
            by_predicate = [
                ("a" if predicate == _TYPE else self.name(predicate), [self.object(row[2]) for row in same])
                for predicate, same in groupby(block, key=lambda row: row[1])
            ]
            by_predicate.sort(key=lambda pair: (pair[0] != "a", pair[0]))
            parts = []
            for predicate, objects in by_predicate:
                if len(objects) == 1:
                    parts.append(f"{predicate} {objects[0]}")
                else:
                    gap = f"\n{indent}        "
                    parts.append(predicate + gap + f" ,{gap}".join(objects))
            body = f" ;\n{indent}    ".join(parts)
            yield f"\n{indent}{self.name(subject)} {body} .\n"

    def name(self, iri: str) -> str:
        """An IRI of N-Triples (``<…>``) as Turtle writes it."""
        bare = iri[1:-1]
        if bare.startswith(self._base) and _RELATIVE.fullmatch(bare, len(self._base)):
            return f"<{bare[len(self._base) :]}>"
        short = self._short.get(iri)
        if short is None:
            short = self._short[iri] = self._prefixed(iri)
        return short

    def object(self, value: str) -> str:
        """Any term of N-Triples as Turtle writes it."""
        if value.startswith("<<( "):
            subject, predicate, rest = value[4:-4].split(" ", 2)
            return f"<<( {self.name(subject)} {self.name(predicate)} {self.object(rest)} )>>"
        if value[0] != '"':
            return self.name(value)
        typed = _TYPED.fullmatch(value)
        if typed is None:
            return value
        text, datatype = typed.groups()
        bare = text[1:-1]
        if datatype == XSD + "integer" and _INTEGER.fullmatch(bare):
            return bare
        if datatype == XSD + "decimal" and _DECIMAL.fullmatch(bare):
            return bare
        return f"{text}^^{self.name(f'<{datatype}>')}"

    def _prefixed(self, iri: str) -> str:
        if iri[0] != "<":
            return iri
        bare = iri[1:-1]
        for namespace, prefix in _NAMESPACES:
            if bare.startswith(namespace) and _NAME.fullmatch(bare, len(namespace)):
                return f"{prefix}:{bare[len(namespace) :]}"
        return iri
