"""What a store in memory and one on disk have in common: an Oxigraph that is asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from kg.rdf import write_graph
from kg.store.engine import ask
from kg.store.results import Results


class OxigraphStore(ABC):
    """A graph behind which an Oxigraph stands; its default graph is the view of all its graphs."""

    _store: Store

    @property
    @abstractmethod
    def base(self) -> str:
        """The base of the IRIs of its entities."""

    @abstractmethod
    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Its quads, all or those of one graph, in no order; the view is not among them."""

    def __iter__(self) -> Iterator[Quad]:
        """Its quads, in no order."""
        return self.quads()

    def query(
        self,
        sparql: str,
        timeout: float | None = None,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Results:
        """The results of a query that reads; see :func:`kg.store.engine.ask`.

        The default graph is the view of all graphs unless ``default_graphs`` or ``named_graphs``,
        or FROM in the query, say otherwise.

        Raises:
            QueryError: the query is malformed, changes the graph, reaches out of it, or takes too long.
        """
        return ask(
            self._store,
            sparql,
            self.base,
            timeout=timeout,
            default_graphs=default_graphs,
            named_graphs=named_graphs,
        )

    def dump(self, path: str | Path, format: str | None = None) -> None:  # noqa: A002
        """Write it to a file (``-``: standard output), the same bytes for the same quads.

        Raises:
            FormatError: neither suffix nor ``format`` names a format.
            GraphError: the file cannot be written.
        """
        write_graph(self.quads(), path, format, self.base)
