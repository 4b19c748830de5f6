"""A graph in other formats: RDF, and tables and networks for other programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.errors import FormatError
from kg.export.network import gexf, graphml
from kg.export.table import csv_rows
from kg.graph import project
from kg.rdf import FORMATS, format_of
from kg.rdf.atomic import write_bytes
from kg.store import GraphStore, open_graph

_OTHERS: dict[str, Callable[[GraphStore], Iterable[bytes]]] = {
    "graphml": lambda store: graphml(project(store)),
    "gexf": lambda store: gexf(project(store)),
    "csv": lambda store: csv_rows(project(store)),
}

EXPORT_FORMATS = (*FORMATS, *_OTHERS)
"""Every suffix that :func:`export` knows."""


def export(graph: GraphStore | str | Path, out: str | Path, format: str | None = None) -> None:  # noqa: A002
    """Write a graph in another format.

    RDF formats (``ttl trig nt nq jsonld rdf``) hold the whole graph. ``graphml`` and ``gexf`` hold
    a node an entity and an edge a claim between two; ``csv`` a line for each quotation of each
    claim, claims about a value (a date, a post) included. The same graph gives the same bytes.

    Args:
        graph: a store, or the file of a graph.
        out: where to (``-``: standard output); its suffix names the format unless ``format`` does.
        format: one of :data:`EXPORT_FORMATS`.

    Raises:
        FormatError: no such format.
        GraphError: the graph cannot be read, or the file not written; what stood there still does.
    """
    wanted = (format or Path(out).suffix).lower().lstrip(".")
    if wanted not in _OTHERS:
        try:
            wanted = format_of(out, format)
        except FormatError as error:
            raise FormatError(f"{error} {' '.join(f'.{name}' for name in _OTHERS)}") from error
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    if wanted in FORMATS:
        store.dump(out, wanted)
        return
    chunks = _OTHERS[wanted](store)
    if str(out) == "-":
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
    else:
        write_bytes(Path(out), chunks)


__all__ = ["EXPORT_FORMATS", "export"]
