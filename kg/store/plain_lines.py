"""A file of graphs as lines of N-Quads in the form that Thut gives them, looked over before they are loaded.

That form has one statement a line, one space between its parts, a graph with a name, and IRIs and literals
that need no decoding to be told apart. What is written in another way is written anew in this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from io import BufferedReader
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, serialize

from kg.errors import StoreError
from kg.expressions import expression
from kg.rdf import read_graph
from kg.store.refold import can_be_named
from kg.vocab import RDF, Minter

BLOCK = 1 << 17  # bytes of text held at a time: what the cache of a processor holds is the fastest
_STATEMENTS = 4_000  # or so many, of what has to be written anew

# No IRI of this form is one that the engine would refuse. Thut makes no others.
_SIGNS = rb"[\w./;=,:~!$&'()*+@?-]*+"
_IRI = rb"<(?:https?://[a-zA-Z0-9.-]++(?::[0-9]{1,5}+)?/|urn:[a-z0-9])%s(?:#%s)?>" % (_SIGNS, _SIGNS)
_TAG = rb"[a-zA-Z]{1,8}+(?:-[a-zA-Z0-9]{1,8}+)*+"
_LITERAL = rb'"[^"\\\r]*+(?:\\[tbnrf"\'\\][^"\\\r]*+)*+"(?:@%s|\^\^%s)?' % (_TAG, _IRI)
_IRIS = expression(rb"(?:%s\n)*+" % _IRI)
_OBJECTS = expression(rb"(?:(?:%s|%s)\n)*+" % (_IRI, _LITERAL))
_GRAPHS = expression(rb"(?:%s \.\n)*+" % _IRI)  # each with the end of its line


class NotPlainError(Exception):
    """A line has another form."""


class Columns(NamedTuple):
    """Lines without what follows their objects, and their parts; a graph with the end of its line."""

    bare: tuple[bytes, ...]
    subjects: tuple[bytes, ...]
    predicates: tuple[bytes, ...]
    objects: tuple[bytes, ...]
    graphs: tuple[bytes, ...]


def _ends_of_claims(claim: bytes = b"\n<assertion/") -> re.Pattern[bytes]:
    """The lines that tell what stands at either end of a claim; ``claim`` begins the line of one."""
    return re.compile(rb"(%s[^ \n]*+) <%s(?:subject|object)> (<[^ \n]*+) " % (claim, re.escape(RDF).encode()))


def _runs_on_claims(claim: bytes = b"\n<assertion/") -> re.Pattern[bytes]:
    """Lines about one claim that follow each other: a look at each run spares one at each line."""
    subject = re.escape(claim.removeprefix(b"\n"))
    return re.compile(rb"\n(%s[^ \n]*+) [^\n]*+(?:\n\1 [^\n]*+)*+" % subject)


class PlainLines:
    """The lines of a file.

    Args:
        file: the file, from its beginning.
        minter: the one that the graphs were made with.
        checked: whether the engine has taken every line, and written it.
    """

    def __init__(self, file: BufferedReader | IO[bytes], minter: Minter, *, checked: bool = False) -> None:
        self._file = file
        self.checked = checked
        self.size = 0
        """How many blocks they are."""
        self.merges: list[bytes] = []
        """The lines of the graph of the merges."""
        self._claim = f"\n<{minter.base}assertion/".encode()
        self._with_claims: list[int] = []
        self._look_over(f" <{minter.shared('merges')}> .".encode())

    def blocks(self) -> Iterator[bytes]:
        """All lines, some at a time."""
        self._file.seek(0)
        while text := self._read():
            yield text

    def lines(self) -> Iterator[list[bytes]]:
        """All lines, some at a time, each by itself."""
        self._file.seek(0)
        while lines := self._file.readlines(BLOCK):
            if not lines[-1].endswith(b"\n"):
                lines[-1] += b"\n"
            yield lines

    def columns(self, lines: Iterable[bytes]) -> Columns:
        """Lines, taken apart.

        Raises:
            NotPlainError: one of them has another form.
        """
        # One thing is done to all lines at a time: Python does that much faster than all to one line.
        try:
            bare, _, ends = zip(*[line.rpartition(b" <") for line in lines], strict=True)
            subjects, predicates, objects = zip(*[line.split(b" ", 2) for line in bare], strict=True)
        except (TypeError, ValueError):
            raise NotPlainError from None
        columns = Columns(bare, subjects, predicates, objects, ends)
        if not self.checked:
            self._check(columns)
        return columns

    def claims_at(self, things: AbstractSet[bytes]) -> set[bytes]:
        """The claims that have one of some things at an end."""
        ends = _ends_of_claims(self._claim)
        found = (match for text in self._claims() for match in ends.findall(text))
        return {claim[1:] for claim, thing in found if thing in things}

    def about(self, claims: AbstractSet[bytes], predicates: Iterable[str]) -> bytes:
        """The lines in which some claims have any of these properties."""
        named = frozenset(f"<{iri}>".encode() for iri in predicates)
        runs = _runs_on_claims(self._claim)
        found = (run[0] for text in self._claims() for run in runs.finditer(text) if run[1] in claims)
        lines = (line for run in found for line in run[1:].split(b"\n"))
        return b"\n".join([line for line in lines if line.split(b" ", 2)[1] in named])

    def _look_over(self, merges: bytes) -> None:
        self._file.seek(0)
        place = 0
        while text := self._read():
            self.size += 1
            if merges in text:
                self.merges += [line for line in text.split(b"\n") if line.endswith(merges)]
            if self._claim in text or text.startswith(self._claim[1:]):
                self._with_claims.append(place)
            place = self._file.tell()

    def _claims(self) -> Iterator[bytes]:
        """The blocks that say something of claims, each behind the end of a line."""
        for place in self._with_claims:
            self._file.seek(place)
            yield b"\n" + self._read()

    def _read(self) -> bytes:
        text = self._file.read(BLOCK) + self._file.readline()
        return text if text.endswith(b"\n") or not text else text + b"\n"

    def _check(self, columns: Columns) -> None:
        # A name comes again within a block, hardly in others: to remember it would cost more than it spares.
        if not (
            _IRIS.fullmatch(_listed({*columns.subjects, *columns.predicates}))
            and _OBJECTS.fullmatch(_listed({*columns.objects}))
            and _GRAPHS.fullmatch(b"".join([b"<" + graph for graph in {*columns.graphs}]))
        ):
            raise NotPlainError


def _listed(texts: AbstractSet[bytes]) -> bytes:
    return b"\n".join([*texts, b""])


def write_plainly(path: Path, file: IO[bytes]) -> bool:
    """Write a file of graphs as plain lines; whether it has blank nodes, or statements about statements.

    Raises:
        GraphError: the file cannot be read, or is malformed.
        StoreError: a statement is in no graph, or in one without a name.
    """
    named = True
    quads = read_graph(path)
    while batch := list(islice(quads, _STATEMENTS)):
        for quad in batch:
            _refuse_unnamed(quad, path)
        named = named and all(map(can_be_named, batch))
        file.write(serialize(batch, format=RdfFormat.N_QUADS) or b"")
    return not named


def _refuse_unnamed(quad: Quad, path: Path) -> None:
    if isinstance(quad.graph_name, DefaultGraph):
        raise StoreError(
            f"{path}: {quad.triple} is in no graph: a store is filled from a file in which each "
            "document has a graph of its own, as kg build -o graph.nq writes it"
        )
    if not isinstance(quad.graph_name, NamedNode):
        raise StoreError(f"{path}: the graph {quad.graph_name} has no name of its own: give it an IRI")
