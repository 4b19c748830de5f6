"""A store on disk, as those who ask it see it; writing goes through :class:`kg.store.writer.StoreWriter`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import sleep

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import StoreError
from kg.rdf.terms import plain
from kg.store.engine import ask
from kg.store.folder import StoreFolder, opened
from kg.store.ledger import Ledger, LedgerEntry
from kg.store.oxigraph import OxigraphStore
from kg.store.refold import can_be_named
from kg.store.writer import StoreWriter
from kg.vocab import SCHEMA, Minter

# Seconds: a writer that begins beside writes its first files anew, and a reader may find one of them empty.
_MOMENTS = (0.02, 0.05, 0.1, 0.2)
_SHA256 = NamedNode(SCHEMA + "sha256")


class DiskStore(OxigraphStore):
    """A store on disk, to read: as it was when it was opened, or last refreshed.

    A writer may be at work beside it. What is asked without a graph is the view: each thing one node,
    however many documents tell of it; ``GRAPH <…>`` asks what one document states.

    Args:
        path: the folder of the store.

    Raises:
        StoreError: there is no store, it is broken, or it was made by a later version.
    """

    def __init__(self, path: str | Path) -> None:
        self.folder: StoreFolder = opened(path)
        self._ledger = Ledger(self.folder.ledger, reading=True)
        self._version = self._ledger.version()
        self._store = self._opened()
        self._size: int | None = None

    @property
    def base(self) -> str:
        """The base of the IRIs of its entities."""
        return self.folder.base

    @property
    def _catalogue(self) -> NamedNode:
        return NamedNode(Minter(self.base).shared("catalogue"))

    @property
    def _unnamed(self) -> str:
        return f"{self.base}unnamed"

    def __len__(self) -> int:
        if self._size is None:
            count = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != {self._catalogue}) }}"
            self._size = int(ask(self._store, count, self.base).rows[0][0])
        return self._size

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Its quads, all or those of one graph, in no order.

        Neither the view is among all, nor the catalogue, which follow from the others.
        """
        every = (name for name in self._store.named_graphs() if name != self._catalogue)
        for name in [graph] if graph is not None else every:
            yield from self._store.quads_for_pattern(None, None, None, name)

    def view(self) -> Iterator[Quad]:
        """Its statements with each thing as one node, in no order.

        With those about blank nodes that were put into the default graph, which no query finds there.
        """
        yield from self._store.quads_for_pattern(None, None, None, DefaultGraph())
        for quad in self._store.quads_for_pattern(None, None, None, NamedNode(self._unnamed)):
            if not can_be_named(quad):
                yield Quad(quad.subject, quad.predicate, quad.object)

    def refresh(self) -> bool:
        """See what others have written since; True where anything has changed. Cheap when nothing has."""
        version = self._ledger.version()
        if version == self._version:
            return False
        self._version = version
        self._store = self._opened()
        self._size = None
        return True

    def text(self, document: str) -> str | None:
        """The text of a document, by its IRI, as it was decoded; None where it was handed over as a graph."""
        node = NamedNode(document)
        for quad in self._store.quads_for_pattern(node, _SHA256, None, node):
            return self._ledger.text(document, plain(quad.object))
        return None

    def ledger(self) -> list[LedgerEntry]:
        """What was read, when and with which version, and what failed; by name."""
        return list(self._ledger.entries())

    def _opened(self) -> Store:
        # A writer may put several files together, and away, while they are opened one after the other: the
        # engine then takes the one that is gone for damage, and the next moment finds what took its place.
        for moment in (*_MOMENTS, None):
            try:
                return Store.read_only(str(self.folder.quads))
            except (OSError, RuntimeError) as error:
                if moment is None:
                    raise StoreError(
                        f"{self.folder.path} cannot be opened: {error}; it is empty, or broken: "
                        "kg sync or kg add fills it"
                    ) from error
                sleep(moment)
        raise AssertionError  # pragma: no cover - the last moment returns or raises


class WritableDiskStore(DiskStore):
    """A store on disk whose graphs can be given as they are, one change at a time.

    The graphs beyond documents and the view are the store's own: they follow from the documents.
    """

    def has(self, graph: str | None) -> bool:
        """Whether there is such a graph; the default graph always is."""
        return graph is None or self._store.contains_named_graph(NamedNode(graph))

    def put(self, graph: str | None, quads: Iterable[Quad]) -> bool:
        """Make the triples of ``quads`` all that stands in ``graph``; True where the graph is new.

        What is put into the default graph stands in a graph of its own, ``<base>unnamed``, and so in the
        view.
        """
        return self._given(graph, quads)

    def post(self, graph: str | None, quads: Iterable[Quad]) -> bool:
        """Add the triples of ``quads`` to ``graph``; True where the graph is new."""
        name = NamedNode(graph or self._unnamed)
        return self._given(graph, [*self._store.quads_for_pattern(None, None, None, name), *quads])

    def delete(self, graph: str | None) -> bool:
        """Take ``graph`` out, and all that stands in it; False where there was none."""
        there = self.has(graph)
        with self._writer() as writer:
            writer.remove(graph or self._unnamed)
        self.refresh()
        return there

    def update(
        self,
        sparql: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> None:
        """Do a SPARQL 1.1 Update, all of it or nothing; see :func:`kg.store.engine.change`.

        What it does to the graphs beyond documents, or to what documents state in the view, is undone:
        change the documents' graphs.
        """
        with self._writer() as writer:
            writer.update(sparql, default_graphs, named_graphs)
        self.refresh()

    def _given(self, graph: str | None, quads: Iterable[Quad]) -> bool:
        there = self.has(graph)
        with self._writer() as writer:
            writer.give(graph or self._unnamed, quads)
        self.refresh()
        return not there

    def _writer(self) -> StoreWriter:
        return StoreWriter(self.folder.path)
