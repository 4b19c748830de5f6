"""A graph in memory, read from a file."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QueryTriples, Store

from kg.errors import QueryError
from kg.rdf import read_graph, write_graph
from kg.store.protocol import GraphStore
from kg.store.results import Results
from kg.store.sparql import malformed, refuse_side_effects
from kg.vocab import BASE, PREFIXES, RDF, THUT

_FIND_BASE = f"SELECT ?d {{ ?d <{RDF}type> <{THUT}SourceDocument> }} ORDER BY ?d LIMIT 1"


class MemoryStore:
    """A graph in memory. Gone when the process ends; write it with :meth:`dump`.

    Args:
        quads: what it holds.
        base: the base of its IRIs; found out from its documents when not given.
    """

    def __init__(self, quads: Iterable[Quad] = (), base: str = "") -> None:
        self._store = Store()
        self._store.bulk_extend(quads)
        self._size = len(self._store)
        # None: the file has no named graphs, so that all of the default graph is its own.
        self._unnamed: frozenset[Quad] | None = None
        if next(self._store.named_graphs(), None) is not None:
            self._unnamed = frozenset(self._store.quads_for_pattern(None, None, None, DefaultGraph()))
            self._fill_default_graph()
        self._base = base or BASE
        self._base = base or self._find_base()

    @property
    def base(self) -> str:
        """The base of the IRIs of its entities."""
        return self._base

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Quad]:
        """Its quads, in no order."""
        return self.quads()

    def query(self, sparql: str, timeout: float | None = None) -> Results:
        """The results of a query that reads; the graph is the union of all graphs.

        The prefixes of :data:`kg.vocab.PREFIXES` are known; relative IRIs stand under ``base``.

        Args:
            sparql: SPARQL 1.1, SELECT, ASK, CONSTRUCT or DESCRIBE.
            timeout: seconds after which to give up. The engine cannot be stopped: it works on in
                the background until it is done or the process ends.

        Raises:
            QueryError: the query is malformed, changes the graph, reaches out of it, or takes too long.
        """
        refuse_side_effects(sparql)
        return self._ask(sparql) if timeout is None else self._ask_within(sparql, timeout)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Its quads, all or those of one graph, in no order."""
        if graph is not None:
            yield from self._store.quads_for_pattern(None, None, None, graph)
        elif self._unnamed is None:
            yield from self._store
        else:
            yield from self._unnamed
            for name in self._store.named_graphs():
                yield from self._store.quads_for_pattern(None, None, None, name)

    def dump(self, path: str | Path, format: str | None = None) -> None:  # noqa: A002
        """Write it to a file (``-``: standard output), the same bytes for the same quads.

        Raises:
            FormatError: neither suffix nor ``format`` names a format.
            GraphError: the file cannot be written.
        """
        write_graph(self.quads(), path, format, self._base)

    def _fill_default_graph(self) -> None:
        """Put the union of the graphs into the default graph.

        Oxigraph can take the union as it queries, but then a triple that stands in two graphs
        counts twice: a claim of ten documents would come back ten times, and COUNT would be wrong.
        """
        named = (
            Quad(quad.subject, quad.predicate, quad.object)
            for name in list(self._store.named_graphs())
            for quad in self._store.quads_for_pattern(None, None, None, name)
        )
        self._store.bulk_extend(list(named))

    def _ask(self, sparql: str) -> Results:
        try:
            found = self._store.query(sparql, base_iri=self._base, prefixes=PREFIXES)
            if isinstance(found, QueryBoolean):
                return Results(answer=bool(found))
            if isinstance(found, QueryTriples):
                return Results(triples=tuple(sorted(set(found), key=str)))
            columns = tuple(variable.value for variable in found.variables)
            return Results(columns, tuple(tuple(solution) for solution in found))
        except SyntaxError as error:
            raise malformed(sparql, str(error)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query failed: {error}") from error

    def _ask_within(self, sparql: str, timeout: float) -> Results:
        answers: queue.SimpleQueue[Results | QueryError] = queue.SimpleQueue()

        def work() -> None:
            try:
                answers.put(self._ask(sparql))
            except QueryError as error:
                answers.put(error)

        threading.Thread(target=work, name="kg-query", daemon=True).start()
        try:
            answer = answers.get(timeout=timeout)
        except queue.Empty:
            raise QueryError(
                f"the query took longer than {timeout:g} s; bind more of its variables, add LIMIT, "
                "or allow it more time"
            ) from None
        if isinstance(answer, QueryError):
            raise answer
        return answer

    def _find_base(self) -> str:
        rows = self._ask(_FIND_BASE).rows
        head, found, _ = rows[0][0].rpartition("/doc/") if rows else ("", "", "")
        return f"{head}/" if found else BASE


def open_graph(path: str | Path, format: str | None = None) -> GraphStore:  # noqa: A002
    """The graph of a file, of any format that Thut writes (``-``: standard input).

    Example:
        ``open_graph("graph.ttl").query("SELECT ?m { ?m a thut:Meeting }").rows``

    Raises:
        FormatError: neither suffix nor ``format`` names a format.
        GraphError: the file is missing or malformed; names file, line and the way out.
    """
    return MemoryStore(read_graph(path, format))


__all__ = ["MemoryStore", "open_graph"]
