"""What every store of a graph can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from pyoxigraph import NamedNode, Quad

from kg.store.results import Results


@runtime_checkable
class GraphStore(Protocol):
    """A graph that answers questions; in memory, on disk or elsewhere.

    Queries see the union of all graphs as the default graph, each merged thing as one node.
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

    def query(
        self,
        sparql: str,
        timeout: float | None = None,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Results:
        """The results of a query that reads; ``timeout`` in seconds.

        Where ``default_graphs`` or ``named_graphs`` are given, the query is about these graphs alone.

        Raises:
            QueryError: the query is malformed, changes the graph, reaches out of it, or takes too long.
        """
        ...

    def refresh(self) -> bool:
        """See what others have written since; True where anything has changed. Cheap when nothing has."""
        ...

    def text(self, document: str) -> str | None:
        """The text of a document, by its IRI, as it was decoded; None where the store does not keep it."""
        ...

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Its quads, all or those of one graph, in no order."""
        ...

    def view(self) -> Iterator[Quad]:
        """What a query sees: the union of all graphs with each merged thing as one node, in no order."""
        ...

    def dump(self, path: str | Path, format: str | None = None) -> None:  # noqa: A002
        """Write it to a file, the same bytes for the same quads.

        Raises:
            FormatError: neither suffix nor ``format`` names a format.
        """
        ...


@runtime_checkable
class WritableStore(GraphStore, Protocol):
    """A graph that can be changed, graph by graph or by SPARQL 1.1 Update; one change at a time.

    ``graph`` is the IRI of a graph, or None for the default graph. Whoever reads sees a change as a
    whole or not at all.
    """

    def put(self, graph: str | None, quads: Iterable[Quad]) -> bool:
        """Make the triples of ``quads`` all that stands in ``graph``; True where the graph is new.

        Raises:
            GraphError: the store keeps this graph itself.
        """
        ...

    def post(self, graph: str | None, quads: Iterable[Quad]) -> bool:
        """Add the triples of ``quads`` to ``graph``; True where the graph is new.

        Raises:
            GraphError: the store keeps this graph itself.
        """
        ...

    def delete(self, graph: str | None) -> bool:
        """Take ``graph`` out, and all that stands in it; False where there was none.

        Raises:
            GraphError: the store keeps this graph itself.
        """
        ...

    def has(self, graph: str | None) -> bool:
        """Whether there is such a graph; the default graph always is."""
        ...

    def update(
        self,
        sparql: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> None:
        """Do a SPARQL 1.1 Update, all of it or nothing; see :func:`kg.store.engine.change`.

        Raises:
            QueryError: the update is malformed or reaches out of the store.
            GraphError: it changes what the store keeps itself.
        """
        ...
