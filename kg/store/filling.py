"""A store filled from a file in one go: as fast as the engine loads, in the memory of one batch.

What holds across documents and the merges are taken from the file as they are; only the view is worked
out. All but a few statements stand in it as they stand in their documents, and those go from the file to
the engine as lines of text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.errors import GraphError, StoreError
from kg.rdf import format_of, read_graph, refuse_too_deep
from kg.store.cataloguing import StoreCatalogue
from kg.store.view_of_file import ViewOfFile
from kg.vocab import Minter

_BATCH = 1 << 17  # bytes of text held at a time: what the cache of a processor holds is the fastest
_STATEMENTS = 4_000  # or so many, of what has to be written as text first
_LOADED, _SEEN = 64 << 20, 42 << 20
"""Bytes of the file, and of the lines of the view, that the engine takes at a time: of more it would hold
too much in memory, and the files that it makes of less it would have to merge."""


def fill(store: Store, path: Path, minter: Minter, catalogue: StoreCatalogue) -> None:
    """Load a file of graphs that :func:`kg.build.build` wrote into an empty store, and work out the view.

    Args:
        store: an empty store.
        path: a file with graphs (``.nq``, ``.trig``), one a document, and those beyond documents.
        minter: the one that the graphs were made with.
        catalogue: that of the store.

    Raises:
        GraphError: the file cannot be read, or is malformed.
        StoreError: it has statements without a graph, or none of the graphs beyond documents.
    """
    _load_all(store, _texts(path), RdfFormat.N_QUADS, path, _LOADED)
    loose = next(store.quads_for_pattern(None, None, None, DefaultGraph()), None)
    if loose is not None:
        raise StoreError(
            f"{path}: {loose.triple} is in no graph: a store is filled from a file in which each "
            "document has a graph of its own, as kg build -o graph.nq writes it"
        )
    unnamed = next((name for name in store.named_graphs() if not isinstance(name, NamedNode)), None)
    if unnamed is not None:
        raise StoreError(f"{path}: the graph {unnamed} has no name of its own: give it an IRI")
    entities = NamedNode(minter.shared("entities"))
    held = len(store)
    if held and not store.contains_named_graph(entities):
        raise StoreError(f"{path} lacks the graph {entities}: it was not written by kg build")
    view = ViewOfFile(store, minter)
    _load_all(store, map(view.of, _texts(path, known=True)), RdfFormat.N_TRIPLES, path, _SEEN)
    store.bulk_extend(view.rest())
    # A file that says something twice has it counted twice: then what came of it is counted.
    counts = view.counts()
    store.extend(catalogue.of(counts if counts.triples == held else catalogue.counted()))


def base_in(path: Path) -> str:
    """The base of the IRIs in a file of graphs, found out from the first name of a graph; empty without one.

    Raises:
        GraphError: the file cannot be read, or is malformed.
    """
    for quad in read_graph(path):
        name = quad.graph_name
        for kind in ("/doc/", "/graph/"):
            if isinstance(name, NamedNode) and kind in name.value:
                return name.value.rpartition(kind)[0] + "/"
    return ""


def _texts(path: Path, *, known: bool = False) -> Iterator[bytes]:
    """A file of graphs as N-Quads, in pieces of whole lines; ``known`` where the engine has taken it."""
    if format_of(path) != "nq":
        yield from _written(read_graph(path))
        return
    with path.open("rb") as file:
        while text := file.read(_BATCH) + file.readline():
            if not known:
                refuse_too_deep(text, "nq", str(path))
            # Few texts have the one character, which is found sooner than two.
            if b"_" in text and b"_:" in text:
                # Blank nodes bear their names as far as one reading goes: the rest is read as a whole.
                file.seek(-len(text), 1)
                yield from _written(parse(file, format=RdfFormat.N_QUADS, rename_blank_nodes=True))
                return
            yield text


def _written(quads: Iterator[Quad]) -> Iterator[bytes]:
    while batch := list(islice(quads, _STATEMENTS)):
        yield serialize(batch, format=RdfFormat.N_QUADS) or b""


class _Share(RawIOBase):
    """A share of texts, for the engine to read from like a file."""

    def __init__(self, texts: Iterator[bytes], most: int) -> None:
        self._texts = texts
        self._left = most
        self._text = memoryview(b"")
        self.error: Exception | None = None

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, into: Any) -> int:  # noqa: ANN401 - what a buffer is has no name before Python 3.12
        """Fill a buffer with what comes next; 0 at the end of the share."""
        while not self._text and self._left > 0:
            self._next()
        room = memoryview(into)
        found = self._text[: len(room)]
        room[: len(found)] = found
        self._text = self._text[len(found) :]
        return len(found)

    def _next(self) -> None:
        text = None
        try:
            text = next(self._texts, None)
        except Exception as error:  # noqa: BLE001 - the engine would tell of it as one of reading
            self.error = error
        self._left = self._left - len(text) if text is not None else 0
        self._text = memoryview(text or b"")


def _load_all(store: Store, texts: Iterable[bytes], form: RdfFormat, path: Path, most: int) -> None:
    rest = iter(texts)
    for text in rest:
        share = _Share(chain((text,), rest), most)
        try:
            store.bulk_load(BufferedReader(share, _BATCH), form, lenient=form == RdfFormat.N_TRIPLES)
        except SyntaxError as error:
            # Of a share the engine cannot tell the line in the file: who reads the whole says it.
            for _ in read_graph(path):
                pass
            raise GraphError(f"{path}: not valid .nq: {error.msg}; build or export it again") from error
        if share.error is not None:
            raise share.error
