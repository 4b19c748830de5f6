"""Claims as a table: a line for each quotation of each claim."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import networkx as nx

from kg.graph import Fact, Quotation, display_name
from kg.text import without_controls

COLUMNS = (
    "subject",
    "subject_name",
    "subject_type",
    "predicate",
    "object",
    "object_name",
    "object_type",
    "modality",
    "confidence",
    "issued",
    "document",
    "title",
    "url",
    "start",
    "end",
    "quote",
    "assertion",
)
_NO_WORDS = Quotation("", -1, -1, "")


def csv_rows(network: nx.MultiDiGraph[str]) -> Iterator[bytes]:
    """The table in UTF-8, with the mark by which spreadsheets know it.

    A row is a sentence that states a claim: a claim has as many rows as sentences.
    ``object`` is an IRI, or the value where the claim is about one; ``object_type`` then its datatype, or
    ``document`` where one only names the subject: that is no claim, and has no ``assertion``. ``confidence``
    is empty where the graph has none, ``start`` to ``quote`` where no words are given.
    """
    yield b"\xef\xbb\xbf" + _line(list(COLUMNS))
    for subject in network:
        facts = [_fact_rows(network, subject, fact) for fact in network.nodes[subject]["facts"]]
        edges = [_edge_rows(network, *edge) for edge in network.out_edges(subject, keys=True)]
        for row in sorted(row for rows in (*facts, *edges) for row in rows):
            yield _line(row)


def _fact_rows(network: nx.MultiDiGraph[str], subject: str, fact: Fact) -> Iterator[list[str]]:
    # Whether a meeting is held or planned is worked out from its claims, and no document states it.
    if fact.predicate == "status" and not fact.assertion:
        return
    for quotation in fact.evidence or (_NO_WORDS,):
        middle = [
            fact.predicate,
            fact.value,
            fact.words,
            fact.datatype,
            fact.modality,
            _share(fact.confidence),
        ]
        yield [*_thing(network, subject), *middle, *_source(quotation), fact.assertion]


def _edge_rows(network: nx.MultiDiGraph[str], subject: str, value: str, claim: str) -> Iterator[list[str]]:
    edge = network.edges[subject, value, claim]
    for quotation in edge["evidence"] or (_NO_WORDS,):
        middle = [edge["predicate"], *_thing(network, value), edge["modality"], _share(edge["confidence"])]
        yield [*_thing(network, subject), *middle, *_source(quotation), claim]


def _thing(network: nx.MultiDiGraph[str], node: str) -> list[str]:
    attributes = network.nodes[node]
    return [node, display_name(node, attributes), attributes["type"]]


def _share(confidence: float | None) -> str:
    return "" if confidence is None else f"{confidence:g}"


def _source(quotation: Quotation) -> list[str]:
    places = ["" if place < 0 else str(place) for place in (quotation.begin, quotation.end)]
    return [quotation.issued, quotation.document, quotation.title, quotation.url, *places, quotation.quote]


def _line(cells: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([without_controls(cell) for cell in cells])
    return out.getvalue().encode("utf-8")
