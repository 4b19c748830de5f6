"""Results as text: a table for people, and the standard formats for programs."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from kg.errors import FormatError, GraphError
from kg.rdf import encode
from kg.store import Results, Term, plain
from kg.text import without_controls
from kg.vocab import BASE, PREFIXES, XSD

TRIPLE_FORMATS = ("ttl", "nt", "jsonld", "rdf")
"""Formats of what CONSTRUCT and DESCRIBE give."""

RESULT_FORMATS = ("table", "csv", "tsv", "json", "xml", *TRIPLE_FORMATS)
"""Formats of results; the last ones for CONSTRUCT and DESCRIBE only."""

_STRING = XSD + "string"


def render(results: Results, format: str = "table", base: str = BASE) -> str:  # noqa: A002
    """Results as text, with a line feed at the end.

    Args:
        results: what a query gave.
        format: one of :data:`RESULT_FORMATS`. JSON, XML, CSV and TSV are those of SPARQL 1.1.
        base: IRIs below it are written short in tables and Turtle.

    Raises:
        FormatError: the format is unknown, or does not suit the kind of query.
    """
    if format not in RESULT_FORMATS:
        raise FormatError(f"format {format!r} is unknown; want one of {' '.join(RESULT_FORMATS)}")
    if results.triples is not None:
        return _triples(results.triples, format, base)
    if format in TRIPLE_FORMATS:
        raise FormatError(
            f"{format} is for CONSTRUCT and DESCRIBE; rows go out as table, csv, tsv, json or xml"
        )
    if results.answer is not None:
        return _answer(results.answer, format)
    writers = {
        "table": lambda: table(results.columns, cells(results, base)),
        "csv": lambda: _csv(results),
        "tsv": lambda: _tsv(results),
    }
    writers |= {"json": lambda: _json(results), "xml": lambda: _xml(results)}
    return writers[format]()


def width(text: str) -> int:
    """How many columns of a terminal ``text`` takes; Thai marks above and below take none.

    >>> width("ที่ประชุม"), width("จำ"), width("東京")
    (6, 2, 4)
    """
    columns = 0
    for character in text:
        if unicodedata.category(character) not in {"Mn", "Me", "Cf"}:
            columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns


def _triples(triples: tuple[Triple, ...], format: str, base: str) -> str:  # noqa: A002
    wanted = "ttl" if format == "table" else format
    if wanted not in TRIPLE_FORMATS:
        raise FormatError(
            f"CONSTRUCT and DESCRIBE give triples: want {' or '.join(TRIPLE_FORMATS)}, not {format}"
        )
    quads = (Quad(t.subject, t.predicate, t.object) for t in triples)
    try:
        return b"".join(encode(quads, wanted, base)).decode("utf-8")
    except (OSError, ValueError, GraphError) as error:
        raise FormatError(f"{wanted} cannot hold these triples: {error}; ttl and nt can") from error


def _answer(answer: bool, format: str) -> str:  # noqa: A002
    word = str(answer).lower()
    if format == "json":
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    if format == "xml":
        return f"{_XML_HEAD}  <head/>\n  <boolean>{word}</boolean>\n</sparql>\n"
    return f"{word}\n"


def cells(results: Results, base: str = BASE) -> list[list[str]]:
    """The rows of a query as a table for people has them."""
    return [[_cell(term, base) for term in row] for row in results.terms]


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns, below their names, and how many they are."""
    widths = [max([width(column), *(width(row[i]) for row in rows)]) for i, column in enumerate(columns)]

    def line(row: Sequence[str]) -> str:
        padded = (cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True))
        return "  ".join(padded).rstrip()

    rule = "  ".join("-" * size for size in widths)
    count = f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "\n".join([line(columns), rule, *map(line, rows), count]) + "\n"


def _cell(term: Term | None, base: str) -> str:
    text = " ".join(without_controls(plain(term)).split())
    if not isinstance(term, NamedNode):
        return text
    if text.startswith(base):
        return text[len(base) :]
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text[len(namespace) :]}"
    return text


def _csv(results: Results) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(results.columns)
    writer.writerows([plain(term) for term in row] for row in results.terms)
    return out.getvalue()


def _tsv(results: Results) -> str:
    lines = ["\t".join(f"?{column}" for column in results.columns)]
    # N-Triples escapes line feeds and carriage returns; a tab it may leave as it is.
    lines += [
        "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row)
        for row in results.terms
    ]
    return "\n".join(lines) + "\n"


def _json(results: Results) -> str:
    bindings = [
        {
            column: _json_term(term)
            for column, term in zip(results.columns, row, strict=True)
            if term is not None
        }
        for row in results.terms
    ]
    document = {"head": {"vars": list(results.columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    literal: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        literal["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        literal["datatype"] = term.datatype.value
    return literal


_XML_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
)


def _xml(results: Results) -> str:
    lines = [
        "  <head>",
        *(f"    <variable name={quoteattr(name)}/>" for name in results.columns),
        "  </head>",
    ]
    lines.append("  <results>")
    for row in results.terms:
        cells = zip(results.columns, row, strict=True)
        bound = (
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in cells
            if term is not None
        )
        lines.append(f"    <result>{''.join(bound)}</result>")
    return _XML_HEAD + "\n".join([*lines, "  </results>", "</sparql>"]) + "\n"


def _xml_term(term: Term) -> str:
    if isinstance(term, Triple):
        parts = ("subject", term.subject), ("predicate", term.predicate), ("object", term.object)
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"
    text = escape(without_controls(term.value), {"\r": "&#13;"})
    if isinstance(term, NamedNode):
        return f"<uri>{text}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{text}</bnode>"
    if term.language:
        return f"<literal xml:lang={quoteattr(term.language)}>{text}</literal>"
    if term.datatype.value != _STRING:
        return f"<literal datatype={quoteattr(term.datatype.value)}>{text}</literal>"
    return f"<literal>{text}</literal>"


__all__ = ["RESULT_FORMATS", "TRIPLE_FORMATS", "render", "width"]
