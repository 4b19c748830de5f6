"""Batches of documents to one graph, with what holds across them."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.across.batch import Batch, parts
from kg.across.claims import Words, stated
from kg.across.linking import Linking
from kg.across.runs import Chunk, Workshop, merged, settled
from kg.across.things import Told, told
from kg.errors import GraphError
from kg.rdf.formats import format_of
from kg.rdf.write import write_lines
from kg.vocab import BASE, Minter

_CHUNK = 500  # things or claims


@dataclass(slots=True)
class Totals:
    """How much was written: documents, statements with their graphs, and things that are another one."""

    documents: int = 0
    statements: int = 0
    merged: int = 0


def gather(
    batches: Iterable[Batch],
    out: str | Path,
    format: str | None = None,  # noqa: A002
    base: str = BASE,
    work: str | Path | None = None,
) -> Totals:
    """Write the graph of all documents in ``batches``, with the graphs that stand beyond documents.

    Memory does not grow with the number of documents where the format is N-Quads, N-Triples or Turtle;
    other formats are made from the whole graph in memory.

    Args:
        batches: in any order; each document in one of them.
        out: where to, complete or not at all; ``-`` is standard output.
        format: as for :func:`kg.rdf.write_graph`.
        base: the base under which the documents' graphs were made.
        work: a folder for what does not fit into memory; that of the first batch where not given. Nothing
            is left there.

    Raises:
        FormatError: no such format.
        GraphError: a batch cannot be read, a document is in two of them, or the file cannot be written.
    """
    wanted = format_of(out, format)
    held = list(batches)
    totals = Totals(sum(batch.documents for batch in held))
    with _workshop(held, work) as workshop:
        chunks = _counted(_whole(held, workshop, Minter(base), totals), totals)
        write_lines(chunks, out, wanted, base)
    return totals


def graph_quads(batches: Iterable[Batch], base: str = BASE, work: str | Path | None = None) -> Iterator[Quad]:
    """The statements that :func:`gather` writes, in the order of their lines.

    Args:
        batches: as for :func:`gather`.
        base: likewise.
        work: likewise.

    Raises:
        GraphError: as :func:`gather`.
    """
    for data in _written(batches, base, work):
        yield from parse(data, format=RdfFormat.N_QUADS)


def _written(batches: Iterable[Batch], base: str, work: str | Path | None) -> Iterator[bytes]:
    held = list(batches)
    with _workshop(held, work) as workshop:
        yield from map(b"".join, _whole(held, workshop, Minter(base), Totals()))


@contextmanager
def _workshop(batches: Sequence[Batch], work: str | Path | None) -> Iterator[Workshop]:
    """A folder for what does not fit into memory, gone afterwards."""
    place = work or (batches[0].folder if batches else None)
    try:
        folder = Path(tempfile.mkdtemp(prefix=".across.", suffix=".part", dir=place))
    except OSError as error:
        raise GraphError(f"{place}: cannot write here: {error.strerror or error}") from error
    try:
        yield Workshop(folder)
    except (OSError, sqlite3.OperationalError) as error:
        where = getattr(error, "filename", None) or place
        said = getattr(error, "strerror", None) or error
        raise GraphError(
            f"{where}: cannot work here: {said}; make room on that disk, or name another folder for the work"
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _whole(batches: Sequence[Batch], workshop: Workshop, minter: Minter, totals: Totals) -> Iterator[Chunk]:
    """All lines of the graph in order, in pieces of one subject each."""
    found = [parts(batch) for batch in batches]
    words, linking = Words(workshop.path("sqlite")), Linking(workshop, minter)
    try:
        for batch, part in zip(batches, found, strict=True):
            words.add(batch.quads, _each(part.documents.chunks()))
        rows = _each(workshop.merge([part.things for part in found]))
        things = workshop.put(_in_chunks(_taken(told(rows, minter), linking)), pieces=True)
        merges = linking.merges()
        totals.merged = linking.merged
        rows = _each(workshop.merge([part.claims for part in found]))
        claims = _in_chunks(stated(rows, words, minter))
        quads = workshop.merge([part.quads for part in found])
        yield from settled(merged([quads, things.chunks(), claims, merges]))
    finally:
        words.close()
        linking.close()


def _taken(things: Iterable[Told], linking: Linking) -> Iterator[bytes]:
    for thing in things:
        linking.add(thing.record)
        yield thing.lines


def _each(chunks: Iterable[Chunk]) -> Iterator[bytes]:
    return chain.from_iterable(chunks)


def _in_chunks(pieces: Iterable[bytes]) -> Iterator[Chunk]:
    pieces = iter(pieces)
    while chunk := list(islice(pieces, _CHUNK)):
        yield chunk


def _counted(chunks: Iterable[Chunk], totals: Totals) -> Iterator[bytes]:
    for chunk in chunks:
        data = b"".join(chunk)
        totals.statements += data.count(b"\n")
        yield data
