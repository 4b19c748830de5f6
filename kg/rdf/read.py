"""A graph from a file or a stream."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Quad, Store, parse

from kg.errors import GraphError
from kg.rdf.formats import FORMATS, format_of
from kg.rdf.nesting import refuse_too_deep

_PIECE = 1 << 22  # bytes


def read_graph(path: str | Path, format: str | None = None) -> Iterator[Quad]:  # noqa: A002
    """The quads of a file (``-``: standard input), one by one.

    Blank nodes of foreign files get new names, so that two files never share one.

    Raises:
        FormatError: neither suffix nor ``format`` names a format.
        GraphError: the file is missing or, found out as it is read, malformed; with the line
            where the format has lines; or it nests deeper than :data:`kg.rdf.nesting.DEEPEST`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "graph.ttl").write_text("<urn:a> a <urn:B> .", "utf-8")
    ...     print([quad.object.value for quad in read_graph(f"{folder}/graph.ttl")])
    ['urn:B']
    """
    return _read(path, _format_of(path, format))


def loaded(path: str | Path, format: str | None = None) -> Store:  # noqa: A002
    """All that a file holds (``-``: standard input), as an Oxigraph: faster than its quads one by one.

    Raises:
        FormatError: as :func:`read_graph`.
        GraphError: likewise.
    """
    name, store = _format_of(path, format), Store()
    with _told(path, name):
        if str(path) == "-":
            store.bulk_load(_standard_input(name), FORMATS[name])
        else:
            _refuse_too_deep(path, name)
            store.bulk_load(path=str(path), format=FORMATS[name])
    return store


def decode(data: bytes, format: str, base: str) -> list[Quad]:  # noqa: A002
    """The quads of a graph that came as bytes; relative IRIs stand under ``base``.

    Raises:
        FormatError: no such format.
        GraphError: the bytes are not of the format, with the line where the format has lines; or they
            nest deeper than :data:`kg.rdf.nesting.DEEPEST`.
    """
    name = format_of("-", format)
    refuse_too_deep(data, name, f"the .{name} that came")
    try:
        return list(parse(data, format=FORMATS[name], base_iri=base, rename_blank_nodes=True))
    except SyntaxError as error:
        line = f"line {error.lineno}: " if error.lineno else ""
        raise GraphError(f"{line}not valid .{format}: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise GraphError(f"not valid .{format}: {error}") from error


def _format_of(path: str | Path, format: str | None) -> str:  # noqa: A002
    # Of what has no suffix and is not there the format is not what is wrong.
    wanted = format_of(path, format) if Path(path).suffix or Path(path).is_file() or str(path) == "-" else ""
    if str(path) != "-" and not Path(path).is_file():
        what = "is a folder, not a file" if Path(path).is_dir() else "no such file"
        raise GraphError(f"{path}: {what}; a graph is a file such as graph.ttl, made by kg build")
    return wanted


def _read(path: str | Path, name: str) -> Iterator[Quad]:
    with _told(path, name):
        if str(path) == "-":
            yield from parse(_standard_input(name), format=FORMATS[name], rename_blank_nodes=True)
        else:
            _refuse_too_deep(path, name)
            yield from parse(path=str(path), format=FORMATS[name], rename_blank_nodes=True)


def _standard_input(name: str) -> bytes:
    data = sys.stdin.buffer.read()
    refuse_too_deep(data, name, "standard input")
    return data


@contextmanager
def _told(path: str | Path, name: str) -> Iterator[None]:
    """Errors of the parser in our words."""
    try:
        yield
    except SyntaxError as error:
        where = "standard input" if str(path) == "-" else str(path)
        line = f", line {error.lineno}" if error.lineno else ""
        raise GraphError(
            f"{where}{line}: not valid .{name}: {error.msg}; build or export it again"
        ) from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{path}: cannot read: {error}") from error


def _refuse_too_deep(path: str | Path, name: str) -> None:
    with Path(path).open("rb") as file:
        # Where a statement has a line of its own, the file need not be in memory.
        while text := file.read(_PIECE) + file.readline() if name in {"nq", "nt"} else file.read():
            refuse_too_deep(text, name, str(path))
