"""A batch of document graphs on disk: written whole or not at all, and named by what is in it."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.errors import GraphError
from kg.rdf.atomic import write_bytes

_DIGEST = 32  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch of document graphs on disk; small, and the same wherever and whenever it was made.

    ``folder`` is where its file is, ``digest`` that of its content, ``documents`` and ``lines`` are how
    many there are of each.
    """

    folder: str
    digest: str
    documents: int
    lines: int

    @property
    def quads(self) -> Path:
        """The file of its statements: N-Quads, sorted, each once."""
        return Path(self.folder) / f"{self.digest}.nq"


def write_batch(folder: str | Path, documents: Iterable[tuple[str, list[str]]]) -> Batch:
    """Write the graphs of some documents as one batch.

    Args:
        folder: where to; it is there.
        documents: pairs of an id and the lines of a document's graph, as
            :func:`kg.rdf.mapping.document_lines` gives them.

    Raises:
        GraphError: the file cannot be written; nothing is left behind.
    """
    given = list(documents)
    lines = sorted(set(chain.from_iterable(lines for _, lines in given)))
    return _written(folder, "".join(f"{line}\n" for line in lines).encode(), len(given), len(lines))


def open_batch(folder: str | Path, digest: str, documents: int, lines: int) -> Batch:
    """A batch that was written before.

    Raises:
        GraphError: it is not there, or is not what was written.
    """
    batch = Batch(str(folder), digest, documents, lines)
    if _digest(_content(batch)) != digest:
        raise GraphError(f"{batch.quads}: not what was written there; take it away and build again")
    return batch


def packed(batch: Batch) -> bytes:
    """A batch as bytes, to be sent to another machine.

    Raises:
        GraphError: it cannot be read.
    """
    head = json.dumps([batch.digest, batch.documents, batch.lines]).encode("ascii")
    return head + b"\n" + zlib.compress(_content(batch), 1)


def unpacked(folder: str | Path, data: bytes) -> Batch:
    """Write a batch that came as bytes.

    Args:
        folder: where to; it is there.
        data: what :func:`packed` gave.

    Raises:
        GraphError: the bytes are no batch, or cannot be written.
    """
    try:
        head, _, body = data.partition(b"\n")
        digest, documents, lines = json.loads(head)
        content = zlib.decompress(body)
    except (ValueError, zlib.error) as error:
        raise GraphError(f"no batch of documents: {error}; read the documents again") from error
    if _digest(content) != digest:
        raise GraphError(f"batch {digest}: its bytes were changed on the way; read the documents again")
    return _written(folder, content, documents, lines)


def _content(batch: Batch) -> bytes:
    try:
        return batch.quads.read_bytes()
    except OSError as error:
        raise GraphError(f"{batch.quads}: cannot read: {error.strerror or error}; build again") from error


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGEST]


def _written(folder: str | Path, content: bytes, documents: int, lines: int) -> Batch:
    batch = Batch(str(folder), _digest(content), documents, lines)
    write_bytes(batch.quads, [content])
    return batch
