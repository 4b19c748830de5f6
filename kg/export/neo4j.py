"""A graph for Neo4j: tables with the headers of ``neo4j-admin database import``, and how to load them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import networkx as nx

from kg.errors import GraphError
from kg.graph import DOCUMENT, Fact, Quotation, display_name
from kg.rdf.atomic import write_bytes
from kg.text import without_controls

SEPARATOR = "\u241f"
"""Between the members of a list in one cell (SYMBOL FOR UNIT SEPARATOR, which no text of ours has)."""

NODES = (
    "iri:ID", "name:string", "name_th:string", "name_en:string", "cls:string", "aliases:string[]",
    "wikidata:string", "documents:int", "value:string", "datatype:string", ":LABEL",
)  # fmt: skip
EDGES = (
    ":START_ID", ":END_ID", ":TYPE", "id:string", "modality:string", "confidence:double", "date:string",
    "document:string[]", "title:string[]", "quote:string[]", "start:int[]", "end:int[]",
)  # fmt: skip
# The clock of an archive's members is no part of the graph.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)

_Rows = Iterator[Sequence[str]]


def write_neo4j(network: nx.MultiDiGraph[str], out: Path) -> None:
    """Write ``nodes.csv``, ``relationships.csv`` and ``README.md`` into a folder, or a ``.zip``.

    An entity is a node with its classes for labels, a value (a date, a post, a number) a node
    ``Value``; a claim is one relationship with its IRI, mood, confidence, the date of the first
    document, and the documents with their words.

    Raises:
        GraphError: the folder or the file cannot be written.
    """
    tables = {
        "nodes.csv": _table(NODES, _nodes(network)),
        "relationships.csv": _table(EDGES, _edges(network)),
        "README.md": (files("kg.export") / "neo4j.md").read_bytes().replace(b"\r\n", b"\n"),
    }
    if out.suffix.lower() == ".zip":
        write_bytes(out, [_archive(tables)])
        return
    try:
        out.mkdir(exist_ok=True)
    except OSError as error:
        raise GraphError(f"{out}: cannot make the folder: {error.strerror or error}") from error
    for name, data in tables.items():
        write_bytes(out / name, [data])


def _nodes(network: nx.MultiDiGraph[str]) -> _Rows:
    values: dict[str, tuple[str, str, str]] = {}
    for node, attributes in network.nodes(data=True):
        labels = dict.fromkeys((attributes["type"] or "Thing", attributes["cls"] or "Thing"))
        yield (
            node,
            display_name(node, attributes),
            attributes["name_th"],
            attributes["name_en"],
            attributes["cls"],
            _list(attributes["aliases"]),
            attributes["wikidata"],
            str(attributes["documents"]),
            "",
            "",
            _list(list(labels)),
        )
        for fact in _stated(attributes["facts"]):
            values[_value_id(fact)] = (fact.words, fact.value, fact.datatype)
    for identifier, (words, value, datatype) in sorted(values.items()):
        yield identifier, words, "", "", "", "", "", "", value, datatype, "Value"


def _edges(network: nx.MultiDiGraph[str]) -> _Rows:
    for node, attributes in network.nodes(data=True):
        for fact in _stated(attributes["facts"]):
            # A mention is no claim and has no IRI: what is one and the same again goes by its parts.
            told = _claim(
                fact.assertion or f"{node} {fact.predicate} {fact.value}",
                fact.modality,
                fact.confidence,
                fact.evidence,
            )
            yield node, _value_id(fact), fact.predicate, *told
    for source, target, claim, edge in network.edges(keys=True, data=True):
        told = _claim(claim, edge["modality"], edge["confidence"], edge["evidence"])
        yield source, target, edge["predicate"], *told


def _stated(facts: Sequence[Fact]) -> list[Fact]:
    """What documents state of a thing, and where they only name it; its status is worked out from that."""
    return [fact for fact in facts if fact.assertion or fact.datatype == DOCUMENT]


def _claim(
    iri: str, modality: str, confidence: float | None, evidence: Sequence[Quotation]
) -> tuple[str, ...]:
    return (
        iri,
        modality,
        "" if confidence is None else f"{confidence:g}",
        min((quotation.issued for quotation in evidence if quotation.issued), default=""),
        _list([quotation.document for quotation in evidence]),
        _list([quotation.title for quotation in evidence]),
        _list([quotation.quote for quotation in evidence]),
        _list([str(quotation.begin) for quotation in evidence]),
        _list([str(quotation.end) for quotation in evidence]),
    )


def _value_id(fact: Fact) -> str:
    return f"value:{fact.datatype}:{fact.value}"


def _list(members: Sequence[str]) -> str:
    return SEPARATOR.join(member.replace(SEPARATOR, " ") for member in members)


def _table(head: Sequence[str], rows: _Rows) -> bytes:
    out = io.StringIO()
    # Either of the two in a cell is then quoted, a carriage return that stands alone too.
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([without_controls(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8")


def _archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, _LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, data)
    return out.getvalue()
