"""A batch of document graphs on disk: written whole or not at all, and named by what is in it.

It is two files: ``DIGEST.nq``, the graphs as N-Quads in order, and ``DIGEST.rows``, what they say that
matters beyond the documents: a line that tells how long each part is, the parts, and the lengths of
the pieces of the first file. The second is there before the first: a batch is there when ``DIGEST.nq`` is.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from kg.across.runs import Run, Stretch, lengths_of, settled, whole
from kg.errors import GraphError
from kg.rdf.atomic import write_bytes
from kg.rdf.literals import escaped
from kg.rdf.mapping import DocumentGraph

_DIGEST = 32  # hexadecimal digits
_STAMP = 32  # bytes
_PARTS = ("documents", "things", "claims", "pieces")
_DAMAGED = "is not what was written there; take it away and build again"


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch of document graphs on disk; small, and the same wherever and whenever it was made.

    ``folder`` is where its files are, ``digest`` that of their content, ``documents`` how many it has.
    """

    folder: str
    digest: str
    documents: int

    @property
    def quads(self) -> Path:
        """The file of its statements: N-Quads, sorted, each once."""
        return Path(self.folder) / f"{self.digest}.nq"

    @property
    def rows(self) -> Path:
        """The file of what matters beyond its documents."""
        return Path(self.folder) / f"{self.digest}.rows"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a batch: its lines in pieces, and its rows of documents, things and claims."""

    quads: Run
    documents: Run
    things: Run
    claims: Run


def write_batch(folder: str | Path, documents: Iterable[DocumentGraph]) -> Batch:
    """Write the graphs of some documents as one batch.

    Args:
        folder: where to; it is there.
        documents: as :func:`kg.rdf.document_graph` gives them.

    Raises:
        GraphError: two documents have one name, or the files cannot be written; nothing is left behind.
    """
    pieces: list[bytes] = []
    things: list[str] = []
    claims: list[str] = []
    names: set[str] = set()
    titled: list[tuple[bytes, str, str]] = []
    for graph in documents:
        if graph.document in names:
            raise GraphError(f"document {graph.document} comes twice: give each document a name of its own")
        names.add(graph.document)
        pieces += graph.pieces
        things += graph.things
        claims += graph.claims
        if graph.words:
            pieces.append(graph.words)
            titled.append((graph.words, graph.document, graph.title))
    pieces.sort()
    settled_pieces = [piece for chunk in settled([pieces]) for piece in chunk]
    rows = {
        "documents": "".join(_document_rows(settled_pieces, sorted(titled))).encode(),
        "things": "".join(f"{row}\n" for row in sorted(things)).encode(),
        "claims": "".join(f"{row}\n" for row in sorted(claims)).encode(),
        "pieces": lengths_of(settled_pieces),
    }
    head = json.dumps({name: len(part) for name, part in rows.items()}).encode()
    content = b"".join(settled_pieces)
    side = b"\n".join((head, b"".join(rows.values())))
    return _written(folder, side, content, len(names))


def open_batch(folder: str | Path, digest: str, documents: int) -> Batch:
    """A batch that was written before.

    Raises:
        GraphError: it is not there, or is not what was written.
    """
    batch = Batch(str(folder), digest, documents)
    if _digest(_content(batch.rows), _content(batch.quads)) != digest:
        raise GraphError(f"{batch.quads} {_DAMAGED}")
    return batch


def parts(batch: Batch) -> Parts:
    """The parts of a batch.

    Raises:
        GraphError: its files cannot be read, or are none.
    """
    try:
        with batch.rows.open("rb") as file:
            head = file.readline()
        have = batch.rows.stat().st_size
        quads = whole(batch.quads)
    except OSError as error:
        raise _unreadable(batch.quads, error) from error
    try:
        sizes = json.loads(head)
        ends = list(accumulate((sizes[name] for name in _PARTS), initial=len(head)))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise GraphError(f"{batch.rows} {_DAMAGED}") from error
    if ends[-1] != have:
        raise GraphError(f"{batch.rows} {_DAMAGED}")
    documents, things, claims, pieces = (Stretch(batch.rows, *ends) for ends in pairwise(ends))
    return Parts(Run(quads, pieces), Run(documents), Run(things), Run(claims))


def packed(batch: Batch) -> bytes:
    """A batch as bytes, to be sent to another machine.

    Raises:
        GraphError: it cannot be read.
    """
    rows, quads = _content(batch.rows), _content(batch.quads)
    head = json.dumps([batch.documents, len(rows)]).encode("ascii")
    body = head + b"\n" + zlib.compress(rows + quads, 1)
    return hashlib.sha256(body).digest() + body


def unpacked(folder: str | Path, data: bytes) -> Batch:
    """Write a batch that came as bytes.

    Args:
        folder: where to; it is there.
        data: what :func:`packed` gave.

    Raises:
        GraphError: the bytes are no batch, or were changed, or cannot be written.
    """
    stamp, body = data[:_STAMP], data[_STAMP:]
    if hashlib.sha256(body).digest() != stamp:
        raise GraphError("these bytes are no batch, or changed on their way; read the documents again")
    head, _, content = body.partition(b"\n")
    documents, cut = json.loads(head)
    content = zlib.decompress(content)
    return _written(folder, content[:cut], content[cut:], documents)


def _document_rows(pieces: Sequence[bytes], titled: Iterable[tuple[bytes, str, str]]) -> Iterable[str]:
    """Of each document its name, where its words begin in the file, and its title."""
    starts = list(accumulate(map(len, pieces), initial=0))
    for words, document, title in titled:
        yield f"{document}\t{starts[bisect_left(pieces, words)]}\t{escaped(title)}\n"


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> GraphError:
    return GraphError(f"{path}: cannot read: {error.strerror or error}; build again")


def _digest(rows: bytes, quads: bytes) -> str:
    found = hashlib.sha256(rows)
    found.update(quads)
    return found.hexdigest()[:_DIGEST]


def _written(folder: str | Path, rows: bytes, quads: bytes, documents: int) -> Batch:
    batch = Batch(str(folder), _digest(rows, quads), documents)
    # Whoever finds them after a crash of the machine asks for them by their digest.
    write_bytes(batch.rows, [rows], lasting=False)
    write_bytes(batch.quads, [quads], lasting=False)
    return batch
