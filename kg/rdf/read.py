"""A graph from a file or a stream."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, parse

from kg.errors import GraphError
from kg.rdf.formats import FORMATS, format_of


def read_graph(path: str | Path, format: str | None = None) -> Iterator[Quad]:  # noqa: A002
    """The quads of a file (``-``: standard input), one by one.

    Blank nodes of foreign files get new names, so that two files never share one.

    Raises:
        FormatError: neither suffix nor ``format`` names a format.
        GraphError: the file is missing or, found out as it is read, malformed; with the line
            where the format has lines.
    """
    wanted = format_of(path, format)
    if str(path) != "-" and not Path(path).is_file():
        what = "is a folder, not a file" if Path(path).is_dir() else "no such file"
        raise GraphError(f"{path}: {what}; a graph is a file such as graph.ttl, made by kg build")
    return _read(path, wanted)


def decode(data: bytes, format: str, base: str) -> list[Quad]:  # noqa: A002
    """The quads of a graph that came as bytes; relative IRIs stand under ``base``.

    Raises:
        FormatError: no such format.
        GraphError: the bytes are not of the format; with the line where the format has lines.
    """
    wanted = FORMATS[format_of("-", format)]
    try:
        return list(parse(data, format=wanted, base_iri=base, rename_blank_nodes=True))
    except SyntaxError as error:
        line = f"line {error.lineno}: " if error.lineno else ""
        raise GraphError(f"{line}not valid .{format}: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise GraphError(f"not valid .{format}: {error}") from error


def _read(path: str | Path, name: str) -> Iterator[Quad]:
    try:
        if str(path) == "-":
            yield from parse(sys.stdin.buffer.read(), format=FORMATS[name], rename_blank_nodes=True)
        else:
            yield from parse(path=str(path), format=FORMATS[name], rename_blank_nodes=True)
    except SyntaxError as error:
        where = "standard input" if str(path) == "-" else str(path)
        line = f", line {error.lineno}" if error.lineno else ""
        raise GraphError(
            f"{where}{line}: not valid .{name}: {error.msg}; build or export it again"
        ) from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{path}: cannot read: {error}") from error
