"""A graph in many files of N-Quads, for servers that load many files at a time."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, serialize

from kg.errors import GraphError, UsageError

DOCUMENTS = "documents"
"""Asks for a file a named graph, and so for one a document."""

_CHUNK = 5000  # quads that are in memory
_NAME = 120  # characters of a file's name


def write_parts(quads: Iterator[Quad], out: Path, split: int | str, base: str = "") -> int:
    """Write quads as a folder of N-Quads files; it is there whole or not at all.

    Args:
        quads: a whole graph; the files hold it in this order.
        out: the folder; new, or empty.
        split: how many statements a file has at most (``part-00001.nq`` and so on), or ``documents``: then
            each document has a file, ``doc/ID.nq``, and each graph beyond documents one, ``graph/NAME.nq``.
        base: what IRIs of entities start with, where it is known.

    Returns:
        How many files were written.

    Raises:
        UsageError: ``split`` is neither, or the folder holds something.
        GraphError: there are blank nodes, which mean something in one file only; the files cannot be
            written; or whatever ``quads`` raises.
    """
    if split != DOCUMENTS and not (isinstance(split, int) and split > 0):
        raise UsageError(f"split {split!r}: want a number of statements, 1 or more, or {DOCUMENTS!r}")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(
            f"{out} is there and not empty: old files in it would be loaded too; name another folder"
        )
    try:
        stage = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent))
    except OSError as error:
        raise GraphError(f"{out}: cannot write here: {error.strerror or error}") from error
    try:
        number = _by_graph(quads, stage, base) if split == DOCUMENTS else _by_number(quads, stage, int(split))
        stage.chmod(0o755)
        stage.replace(out)
    except OSError as error:
        raise GraphError(f"{out}: cannot write: {error.strerror or error}") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return number


def graph_by_graph(quads: Callable[[NamedNode | None], Iterator[Quad]]) -> Iterator[Quad]:
    """All quads in an order that depends on them alone, one graph in memory at a time.

    Args:
        quads: gives those of one named graph, or all of them for None, in any order.
    """
    for name in sorted({str(quad.graph_name) for quad in quads(None)}):
        if name == str(DefaultGraph()):
            held = [quad for quad in quads(None) if isinstance(quad.graph_name, DefaultGraph)]
        else:
            held = list(quads(NamedNode(name[1:-1])))
        yield from sorted(held, key=lambda quad: f"{quad.subject} {quad.predicate} {quad.object}")


def _by_number(quads: Iterator[Quad], folder: Path, most: int) -> int:
    number = 0
    while (first := next(quads, None)) is not None:
        number += 1
        with (folder / f"part-{number:05}.nq").open("wb") as file:
            for chunk in _chunks(chain([first], islice(quads, most - 1))):
                file.write(_text(chunk))
    return number


def _by_graph(quads: Iterator[Quad], folder: Path, base: str) -> int:
    files: set[Path] = set()
    for chunk in _chunks(quads):
        graphs: dict[str, list[Quad]] = {}
        for quad in chunk:
            name = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
            graphs.setdefault(name, []).append(quad)
        for name, held in graphs.items():
            path = folder / _file(name, base)
            if path not in files:
                path.parent.mkdir(exist_ok=True)
                files.add(path)
            with path.open("ab") as file:
                file.write(_text(held))
    return len(files)


def _file(name: str, base: str) -> str:
    """The file of a named graph: as its IRI ends where it is one of ours, else by its digest."""
    kind, _, last = name.removeprefix(base).rpartition("/")
    kind = kind.rpartition("/")[2] if not base else kind
    if kind in {"doc", "graph"} and last and len(last) <= _NAME and last.replace("-", "").isalnum():
        return f"{kind}/{last}.nq"
    return f"other/{hashlib.sha256(name.encode()).hexdigest()[:32]}.nq" if name else "default.nq"


def _chunks(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    quads = iter(quads)
    while chunk := list(islice(quads, _CHUNK)):
        yield chunk


def _text(quads: list[Quad]) -> bytes:
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise GraphError(
                f"the graph holds blank nodes (in {quad}), which two files cannot share: export it whole"
            )
    return serialize(quads, format=RdfFormat.N_QUADS) or b""
