"""A graph to a file or a stream: the same quads give the same bytes, in whatever order they come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
    serialize,
)

from kg.errors import FormatError
from kg.expressions import expression
from kg.rdf.atomic import write_bytes
from kg.rdf.formats import FORMATS, format_of
from kg.rdf.jsonld import jsonld
from kg.rdf.turtle import Row, TurtleWriter
from kg.vocab import BASE, PREFIXES

# What XML 1.0 has no way to write.
_NOT_IN_XML = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PARTS = 5000

Subject = NamedNode | BlankNode | Triple
Term = Subject | Literal


def write_graph(
    quads: Iterable[Quad],
    path: str | Path,
    format: str | None = None,  # noqa: A002
    base: str = BASE,
) -> None:
    """Write ``quads`` to ``path`` (``-``: standard output), complete or not at all.

    Args:
        quads: any number, in any order, repeats allowed. Formats without graphs get their union.
        path: where to; its suffix names the format unless ``format`` does.
        format: ``ttl trig nt nq jsonld rdf``.
        base: IRIs below it are written short in Turtle, TriG and JSON-LD.

    Raises:
        FormatError: no such format.
        GraphError: the file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> from kg import build
    >>> with TemporaryDirectory() as folder:
    ...     write_graph(build(samples=True).quads, out := f"{folder}/graph.ttl")
    ...     print("a thut:Meeting" in Path(out).read_text("utf-8"))
    True
    """
    _write_chunks(encode(quads, format_of(path, format), base), path)


def _write_chunks(chunks: Iterable[bytes], path: str | Path) -> None:
    if str(path) == "-":
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
    else:
        write_bytes(Path(path), chunks)


def write_lines(
    lines: Iterable[bytes],
    path: str | Path,
    format: str | None = None,  # noqa: A002
    base: str = BASE,
) -> None:
    """Write a graph that comes as lines of N-Quads, as :func:`write_graph` writes its quads.

    Args:
        lines: sorted, each once, all with a graph; with their ends, any number at a time.
        path: as for :func:`write_graph`.
        format: likewise; memory grows with the graph for others than ``nq``, ``nt`` and ``ttl``.
        base: likewise.

    Raises:
        FormatError: no such format.
        GraphError: the file cannot be written.
    """
    wanted = format_of(path, format)
    chunks = lines if wanted == "nq" else _encode_lines(lines, wanted, base)
    _write_chunks(chunks, path)


def _encode_lines(lines: Iterable[bytes], format: str, base: str) -> Iterator[bytes]:  # noqa: A002
    if format == "nt":
        return _pieces(f"{line}\n" for line in _without_graphs(lines))
    if format == "ttl":
        return _pieces(_turtle(_without_graphs(lines), base))
    quads = (quad for data in lines for quad in parse(data, format=RdfFormat.N_QUADS))
    return encode(quads, format, base)


def _without_graphs(lines: Iterable[bytes]) -> Iterator[str]:
    """The lines as those of N-Triples, without their ends: in the same order, each once again."""
    last = ""
    for data in lines:
        for line in data.decode("utf-8").split("\n")[:-1]:
            triple = f"{line[: line.rindex(' ', 0, -2)]} ."
            if triple != last:
                yield triple
                last = triple


def encode(quads: Iterable[Quad], format: str, base: str = BASE) -> Iterator[bytes]:  # noqa: A002
    """The bytes of ``quads`` in a format, in pieces.

    Control characters that XML has no way to write are left out of RDF/XML; every other format
    keeps every character.

    Raises:
        FormatError: no such format.
    """
    if format not in FORMATS:
        raise FormatError(f"format {format!r} is unknown; want one of {' '.join(FORMATS)}")
    if format == "nq":
        return _pieces(f"{line}\n" for line in _lines(quads, RdfFormat.N_QUADS))
    if format == "nt":
        return _pieces(f"{line}\n" for line in _lines(quads))
    if format == "ttl":
        return _pieces(_turtle(_lines(quads), base))
    if format == "trig":
        return _pieces(_trig(quads, base))
    return _pieces(jsonld(quads, base)) if format == "jsonld" else _xml(quads)


def sorted_lines(quads: Iterable[Quad]) -> Iterator[str]:
    """The quads as lines of N-Quads without their ends, sorted, each once.

    >>> list(sorted_lines([Quad(NamedNode("urn:b"), NamedNode("urn:p"), Literal("1"))] * 2))
    ['<urn:b> <urn:p> "1" .']
    """
    return _lines(quads, RdfFormat.N_QUADS)


def _lines(quads: Iterable[Quad], format: RdfFormat = RdfFormat.N_TRIPLES) -> Iterator[str]:  # noqa: A002
    """Lines of N-Triples or N-Quads, sorted, each once; never the text of the whole graph at once."""
    about: dict[Subject, list[Quad]] = {}
    for quad in quads:
        about.setdefault(quad.subject, []).append(quad)
    held: list[Quad] = []
    # With the space that follows in a line: so subjects sort as the lines do that begin with them.
    for subject in sorted(about, key=lambda term: f"{term} "):
        held.extend(about.pop(subject))
        if len(held) >= _PARTS:
            yield from _sorted_lines(held, format)
            held = []
    yield from _sorted_lines(held, format)


def _sorted_lines(quads: list[Quad], format: RdfFormat) -> list[str]:  # noqa: A002
    statements = quads if format == RdfFormat.N_QUADS else [quad.triple for quad in quads]
    text = (serialize(statements, format=format) or b"").decode("utf-8")
    # Not splitlines: a literal may hold U+2028 or U+0085, which end no line of N-Quads.
    lines = set(text.split("\n"))
    lines.discard("")
    return sorted(lines)


def _by_graph(quads: Iterable[Quad]) -> list[tuple[str, list[Quad]]]:
    """The quads of each graph, by name; the default graph first, without a name."""
    graphs: dict[str, list[Quad]] = {}
    for quad in quads:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        graphs.setdefault(name, []).append(quad)
    return sorted(graphs.items())


def _pieces(parts: Iterable[str]) -> Iterator[bytes]:
    held: list[str] = []
    for part in parts:
        held.append(part)
        if len(held) >= _PARTS:
            yield "".join(held).encode("utf-8")
            held.clear()
    yield "".join(held).encode("utf-8")


def _rows(lines: Iterable[str]) -> Iterator[Row]:
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        yield subject, predicate, rest[:-2]


def _turtle(lines: Iterable[str], base: str) -> Iterator[str]:
    writer = TurtleWriter(base)
    yield writer.head()
    yield from writer.subjects(_rows(lines))


def _trig(quads: Iterable[Quad], base: str) -> Iterator[str]:
    writer = TurtleWriter(base)
    yield writer.head()
    for name, own in _by_graph(quads):
        if name:
            yield f"\n{writer.name(name)} {{\n"
            yield from writer.subjects(_rows(_lines(own)), "    ")
            yield "}\n"
        else:
            yield from writer.subjects(_rows(_lines(own)))


def _ordered(quads: Iterable[Quad]) -> Iterator[Quad]:
    for line in _lines(quads, RdfFormat.N_QUADS):
        yield from parse(line, format=RdfFormat.N_QUADS)


def _xml(quads: Iterable[Quad]) -> Iterator[bytes]:
    bare = (Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    triples = (Triple(quad.subject, quad.predicate, _for_xml(quad.object)) for quad in _ordered(bare))
    data = serialize(triples, format=RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
    # A bare carriage return is read back as a line feed.
    yield data.replace(b"\r", b"&#13;")


def _for_xml(value: Term) -> Term:
    if not isinstance(value, Literal) or not _NOT_IN_XML.search(value.value):
        return value
    text = _NOT_IN_XML.sub("", value.value)
    if value.language:
        return Literal(text, language=value.language)
    return Literal(text, datatype=value.datatype)
