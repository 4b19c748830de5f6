"""A graph in other formats: RDF, and tables and networks for other programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.catalogue import catalogued
from kg.errors import FormatError
from kg.export.neo4j import write_neo4j
from kg.export.network import gexf, graphml
from kg.export.table import csv_rows
from kg.graph import project
from kg.rdf import FORMATS, read_graph, reifiers, write_graph
from kg.rdf.atomic import write_bytes
from kg.rdf.parts import graph_by_graph, write_parts
from kg.store import GraphStore, open_graph

_OTHERS: dict[str, Callable[[GraphStore], Iterable[bytes]]] = {
    "graphml": lambda store: graphml(project(store.view())),
    "gexf": lambda store: gexf(project(store.view())),
    "csv": lambda store: csv_rows(project(store.view())),
}

_FOLDERS = {"neo4j": write_neo4j}
_TRIPLE_TERMS = frozenset({"ttl", "trig", "nt", "nq"})

EXPORT_FORMATS = (*FORMATS, *_OTHERS, *_FOLDERS)
"""Every format that :func:`export` knows; all but ``neo4j`` are suffixes, too."""


def export(
    graph: GraphStore | str | Path,
    out: str | Path,
    format: str | None = None,  # noqa: A002
    *,
    reify: bool = False,
    catalogue: bool = False,
    licence: str = "",
    title: str = "",
    split: int | str | None = None,
) -> None:
    """Write a graph in another format.

    RDF formats (``ttl trig nt nq jsonld rdf``) hold the whole graph. ``graphml`` and ``gexf`` hold
    a node an entity and an edge a claim between two; ``csv`` a line for each quotation of each
    claim, claims about a value (a date, a post) included; ``neo4j`` is a folder, or a ``.zip``, of
    tables for Neo4j with an edge a claim. The same graph gives the same bytes.

    Args:
        graph: a store, or the file of a graph.
        out: where to (``-``: standard output); its suffix names the format unless ``format`` does.
        format: one of :data:`EXPORT_FORMATS`.
        reify: add to each claim the triple that it reifies, as RDF 1.2 has it (``ttl trig nt nq``).
        catalogue: add the catalogue (RDF formats): what the graph holds, in numbers, and what made
            the file; in the graph ``graph/catalogue`` where the format has graphs.
        licence: for the catalogue, the IRI of the licence under which the graph is given away.
        title: for the catalogue, what the graph is called.
        split: write a folder of N-Quads files, for parallel loading: at most so many statements in each,
            or ``documents`` for a file a document; see :func:`kg.rdf.parts.write_parts`. A file ``.nq`` is
            read and written line by line, however large it is; of others one named graph is in memory.

    Raises:
        FormatError: no such format, one that cannot hold what is asked for, or the format contradicts the
            suffix of ``out``.
        UsageError: ``split`` is neither, or ``out`` holds something already.
        GraphError: the graph cannot be read, or the file not written; what stood there still does.

    >>> from tempfile import TemporaryDirectory
    >>> from kg import build
    >>> from kg.store import MemoryStore
    >>> with TemporaryDirectory() as folder:
    ...     export(MemoryStore(build(samples=True).quads), out := f"{folder}/claims.csv")
    ...     print(Path(out).read_text("utf-8-sig").partition(",object")[0])
    subject,subject_name,subject_type,predicate
    """
    if split is not None:
        if reify or catalogue or format not in {None, "nq"}:
            raise FormatError(
                "split files hold the N-Quads of the graph and nothing else: leave out the rest"
            )
        _write_parts(graph, Path(out), split)
        return
    wanted = _wanted(out, format)
    if reify and wanted not in _TRIPLE_TERMS:
        able = " ".join(sorted(_TRIPLE_TERMS))
        raise FormatError(f"{wanted} cannot speak of triples; reifiers go into {able}")
    if catalogue and wanted not in FORMATS:
        raise FormatError(f"{wanted} cannot hold a catalogue; it goes into {' '.join(FORMATS)}")
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    if wanted not in FORMATS:
        _write_other(store, out, wanted)
    elif reify or catalogue:
        quads = list(store.quads())
        if catalogue:
            quads = catalogued(quads, store.base, licence=licence, title=title)
        if reify:
            quads += reifiers(quads)
        write_graph(quads, out, wanted, store.base)
    else:
        store.dump(out, wanted)


def _write_parts(graph: GraphStore | str | Path, out: Path, split: int | str) -> None:
    if isinstance(graph, str | Path) and Path(graph).suffix == ".nq":
        write_parts(read_graph(graph), out, split)
        return
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    write_parts(graph_by_graph(store.quads), out, split, store.base)


def _write_other(store: GraphStore, out: str | Path, wanted: str) -> None:
    """Write what is no RDF."""
    if wanted in _FOLDERS:
        if str(out) == "-":
            raise FormatError(f"{wanted} is a folder or a .zip and cannot go to standard output")
        _FOLDERS[wanted](project(store.view()), Path(out))
    elif str(out) == "-":
        for chunk in _OTHERS[wanted](store):
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
    else:
        write_bytes(Path(out), _OTHERS[wanted](store))


def _wanted(out: str | Path, name: str | None) -> str:
    """The format that ``name`` says, else the suffix of ``out``; the two must agree."""
    suffix = "" if str(out) == "-" else Path(out).suffix.lower().lstrip(".")
    wanted = (name or suffix).lower().lstrip(".")
    if wanted not in EXPORT_FORMATS:
        said = f"format {name!r}" if name else f"{out}: suffix {Path(out).suffix!r}"
        if not name and str(out) == "-":
            said = "standard output has no suffix and"
        known = " ".join(f".{one}" for one in EXPORT_FORMATS if one not in _FOLDERS)
        raise FormatError(
            f"{said} names no format; want one of {known}, or format neo4j for a folder or a .zip"
        )
    if suffix in EXPORT_FORMATS and suffix != wanted:
        raise FormatError(
            f"{out} is the name of a file of {suffix}, and -f asks for {wanted}: change one of the two"
        )
    return wanted


__all__ = ["EXPORT_FORMATS", "export"]
