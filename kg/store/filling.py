"""A store filled from a file in one go: as fast as the engine loads, in the memory of one batch.

What holds across documents and the merges are taken from the file as they are; only the view is worked
out. All but a few statements stand in it as they stand in their documents, and those go from the file to
the engine as lines of text.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BufferedReader, RawIOBase
from itertools import chain
from math import ceil
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from kg.errors import GraphError, StoreError
from kg.rdf import decode, format_of, read_graph
from kg.store.cataloguing import StoreCatalogue
from kg.store.plain_lines import BLOCK, NotPlainError, PlainLines, write_plainly
from kg.store.view_of_file import ViewOfFile
from kg.vocab import Minter

_SEEN, _STATED = 540, 500
"""Blocks of lines of the view, and of the file, that the engine takes at a time: of more it would hold too
much in memory. It hashes statements in a table whose room doubles at 229 thousand and at 459 thousand, and
strings in one that does at 306 thousand statements; a block has some 540, of which 500 are in the view, and
a line of that is the shorter.
"""


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
    collecting = gc.isenabled()
    gc.disable()  # it would look through millions of tuples, none of which is in a cycle
    try:
        _fill_from(store, path, minter, catalogue)
    finally:
        if collecting:
            gc.enable()


def _fill_from(store: Store, path: Path, minter: Minter, catalogue: StoreCatalogue) -> None:
    if format_of(path) == "nq":
        try:
            with path.open("rb") as file:
                _fill(store, PlainLines(file, minter), path, minter, catalogue)
        except NotPlainError:
            # Written in another way than Thut does: in Thut's, it means the same.
            store.clear()
        else:
            return
    with TemporaryFile() as copy:
        nameless = write_plainly(path, copy)
        lines = PlainLines(copy, minter, checked=True)
        _fill(store, lines, path, minter, catalogue, nameless=nameless)


def base_in(path: Path) -> str:
    """The base of the IRIs in a file of graphs, found out from the first name of a graph; empty without one.

    Raises:
        GraphError: the file cannot be read, or is malformed.
    """
    return _base_of(_first(path)) or _base_of(read_graph(path))


def _first(path: Path) -> Iterator[Quad]:
    """What the first lines say where statements have lines: a name in them spares reading the whole twice."""
    if format_of(path) != "nq":
        return
    with suppress(OSError, GraphError), path.open("rb") as file:
        yield from decode(file.read(BLOCK) + file.readline(), "nq", "")


def _base_of(quads: Iterable[Quad]) -> str:
    for quad in quads:
        name = quad.graph_name
        for kind in ("/doc/", "/graph/"):
            if isinstance(name, NamedNode) and kind in name.value:
                return name.value.rpartition(kind)[0] + "/"
    return ""


def _fill(
    store: Store,
    lines: PlainLines,
    path: Path,
    minter: Minter,
    catalogue: StoreCatalogue,
    *,
    nameless: bool = False,
) -> None:
    """Load the view, then the graphs, with what is known only when all lines have come by at the end of each.

    A blank node bears its name as far as one load goes: graphs with some are loaded at once.
    """
    view = ViewOfFile(lines, minter)
    shares = _shares(lines.size, _SEEN)
    _load_all(store, _view_of(view, lines), RdfFormat.N_TRIPLES, path, shares)
    counts = view.counts()
    del view
    entities = minter.shared("entities")
    if counts.triples and entities not in dict(counts.graphs):
        raise StoreError(f"{path} lacks the graph <{entities}>: it was not written by kg build")
    rows = catalogue.of(counts)
    seen = len(store)
    told = serialize(rows, format=RdfFormat.N_QUADS) or b""
    shares = [None] if nameless else _shares(lines.size, _STATED)
    _load_all(store, chain(lines.blocks(), (told,)), RdfFormat.N_QUADS, path, shares)
    if len(store) - seen - len(rows) != counts.triples:
        # The file says something twice, and had it counted twice: what came of it is counted.
        store.remove_graph(catalogue.name)
        store.extend(catalogue.of(catalogue.counted()))


def _view_of(view: ViewOfFile, lines: PlainLines) -> Iterator[bytes]:
    yield from map(view.of, lines.lines())
    rest = (quad.triple for quad in view.rest())
    yield serialize(rest, format=RdfFormat.N_TRIPLES) or b""


def _shares(blocks: int, most: int) -> list[int | None]:
    """How many of so many blocks the engine takes at a time, never more than ``most``; None for what is left.

    It merges its files whenever there are two beside the first, all that there are by then. So their number
    is as small as it can be; it is even, and the last, which is not merged, is the largest. With an odd
    number what is left to be merged at the end falls to whoever opens the store next, be it for a moment: it
    is cut off and begun again each time.

    >>> _shares(15, 5)
    [4, 4, 4, None]
    >>> _shares(15, 8)
    [7, None]
    """
    if blocks <= most:
        return [None]
    before = ceil((blocks - most) / most)
    before += 1 - before % 2
    return [ceil((blocks - most) / before)] * before + [None]


class _Share(RawIOBase):
    """So many of texts, or all, for the engine to read from like a file."""

    def __init__(self, texts: Iterator[bytes], most: int | None) -> None:
        self._texts = texts
        self._left = most
        self._text = memoryview(b"")
        self.error: Exception | None = None

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, into: Any) -> int:  # noqa: ANN401 - what a buffer is has no name before Python 3.12
        """Fill a buffer with what comes next; 0 at the end of the share."""
        while not self._text and (self._left is None or self._left > 0):
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
        if text is None:
            self._left = 0
        elif self._left is not None:
            self._left -= 1
        self._text = memoryview(text or b"")


def _load_all(
    store: Store, texts: Iterable[bytes], form: RdfFormat, path: Path, shares: Iterable[int | None]
) -> None:
    rest = iter(texts)
    for most in shares:
        share = _Share(rest, most)
        try:
            # The lines have been looked at, or come from the engine.
            store.bulk_load(BufferedReader(share, BLOCK), form, lenient=True)
        except SyntaxError as error:
            # Of a share the engine cannot tell the line in the file: who reads the whole says it.
            for _ in read_graph(path):
                pass
            raise GraphError(f"{path}: not valid .nq: {error.msg}; build or export it again") from error
        if share.error is not None:
            raise share.error
