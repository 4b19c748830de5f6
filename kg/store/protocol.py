"""What every store of a graph can do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, runtime_checkable

from pyoxigraph import NamedNode, Quad

from kg.store.results import Results


@runtime_checkable
class GraphStore(Protocol):
    """A graph that answers questions; in memory, on disk or elsewhere.

    Queries see the union of all graphs as the default graph.
    """

    @property
    def base(self) -> str:
        """The base of the IRIs of its entities."""
        ...

    def __len__(self) -> int:
        """How many quads it holds."""
        ...

    def __iter__(self) -> Iterator[Quad]:
        """Its quads, in no order."""
        ...

    def query(self, sparql: str, timeout: float | None = None) -> Results:
        """The results of a query that reads; ``timeout`` in seconds.

        Raises:
            QueryError: the query is malformed, changes the graph, reaches out of it, or takes too long.
        """
        ...

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Its quads, all or those of one graph, in no order."""
        ...

    def dump(self, path: str | Path, format: str | None = None) -> None:  # noqa: A002
        """Write it to a file, the same bytes for the same quads.

        Raises:
            FormatError: neither suffix nor ``format`` names a format.
        """
        ...
