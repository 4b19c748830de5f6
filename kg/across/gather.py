"""Batches of documents to one graph, with what holds across them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.across.batch import Batch
from kg.lexicon import load
from kg.merging import resolve_all
from kg.rdf.shared import shared_quads
from kg.rdf.write import sorted_lines, write_graph
from kg.vocab import BASE, Minter

_CHUNK = 5000  # lines


@dataclass(frozen=True, slots=True)
class Totals:
    """How much was written: documents, and statements of the file."""

    documents: int
    statements: int


def gather(
    batches: Iterable[Batch],
    out: str | Path,
    format: str | None = None,  # noqa: A002
    base: str = BASE,
    work: str | Path | None = None,  # noqa: ARG001
) -> Totals:
    """Write the graph of all documents in ``batches``, with the graphs that stand beyond documents.

    Args:
        batches: in any order; each document in one of them.
        out: where to, complete or not at all; ``-`` is standard output.
        format: as for :func:`kg.rdf.write_graph`.
        base: the base under which the documents' graphs were made.
        work: a folder for what does not fit into memory; that of the first batch where not given. Nothing
            is left there.

    Raises:
        FormatError: no such format.
        GraphError: a batch cannot be read, or the file cannot be written.
    """
    held = list(batches)
    quads = _quads(held, base)
    write_graph(quads, out, format, base)
    return Totals(sum(batch.documents for batch in held), len(quads))


def graph_lines(batches: Iterable[Batch], base: str = BASE, work: str | Path | None = None) -> Iterator[str]:  # noqa: ARG001
    """The lines (N-Quads, sorted, each once, without their ends) that :func:`gather` writes.

    Args:
        batches: as for :func:`gather`.
        base: likewise.
        work: likewise.

    Raises:
        GraphError: a batch cannot be read.
    """
    yield from sorted_lines(_quads(list(batches), base))


def _quads(batches: Iterable[Batch], base: str) -> list[Quad]:
    minter = Minter(base)
    quads = [quad for batch in batches for quad in parse(path=str(batch.quads), format=RdfFormat.N_QUADS)]
    return [*quads, *shared_quads(quads, load(), minter), *resolve_all(quads, minter=minter)]


def graph_quads(batches: Iterable[Batch], base: str = BASE, work: str | Path | None = None) -> Iterator[Quad]:
    """The statements that :func:`gather` writes, in the order of their lines.

    Args:
        batches: as for :func:`gather`.
        base: likewise.
        work: likewise.

    Raises:
        GraphError: a batch cannot be read.
    """
    for lines in _chunks(graph_lines(batches, base, work)):
        yield from parse("\n".join(lines), format=RdfFormat.N_QUADS)


def _chunks(lines: Iterator[str]) -> Iterator[list[str]]:
    while chunk := list(islice(lines, _CHUNK)):
        yield chunk
