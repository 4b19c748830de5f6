"""A graph in memory, read from a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import GraphError
from kg.merging.folding import base_of
from kg.rdf.literals import term, thut
from kg.rdf.read import loaded
from kg.store.folder import is_store
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import GraphStore, WritableStore
from kg.store.view_in_memory import changes
from kg.vocab import OWL, RDF, Minter

_BUILT = "graph.ttl"
"""The graph in a folder that ``kg build`` made."""
_TYPE, _SAME_AS, _DOCUMENT = term(RDF + "type"), term(OWL + "sameAs"), thut("SourceDocument")
_UNION = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


class MemoryStore(OxigraphStore):
    """A graph in memory. Gone when the process ends; write it with :meth:`dump`.

    Args:
        quads: what it holds; an Oxigraph becomes its own.
        base: the base of its IRIs; found out from its documents when not given.
    """

    def __init__(self, quads: Iterable[Quad] | Store = (), base: str = "") -> None:
        if isinstance(quads, Store):
            self._store = quads
        else:
            self._store = Store()
            self._store.bulk_extend(quads)
        self._size = len(self._store)
        held = self._store.quads_for_pattern(None, _TYPE, _DOCUMENT, None)
        self._base = base or base_of(held)
        self._names = list(self._store.named_graphs())
        # What the file itself says without a graph is told from what is seen there.
        self._unnamed: frozenset[Quad] | None = None
        self._gone: set[Quad] = set()
        self._come: set[Quad] = set()
        if self._names:
            self._unnamed = frozenset(self._store.quads_for_pattern(None, None, None, DefaultGraph()))
            # Oxigraph can take the union of graphs as it queries, but then a triple that stands in two
            # counts twice: a claim of ten documents would come back ten times, and COUNT would be wrong.
            self._store.update(_UNION)
        if next(self._store.quads_for_pattern(None, _SAME_AS, None, None), None) is not None:
            self._gone, come = changes(self._store, Minter(self._base))
            self._come = {quad for quad in come if quad not in self._store}
            for quad in self._gone:
                self._store.remove(quad)
            self._store.extend(self._come)

    @property
    def base(self) -> str:
        """The base of the IRIs of its entities."""
        return self._base

    def __len__(self) -> int:
        return self._size

    def refresh(self) -> bool:
        """False: what is in memory changes for nobody else."""
        return False

    def text(self, document: str) -> str | None:  # noqa: ARG002 - a store on disk has texts
        """None: a graph has quotations of its documents, not their texts."""
        return None

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Its quads, all or those of one graph, in no order."""
        if graph is not None:
            yield from self._store.quads_for_pattern(None, None, None, graph)
        elif self._unnamed is None:
            yield from (quad for quad in self.view() if quad not in self._come)
            yield from self._gone
        else:
            yield from self._unnamed
            for name in self._names:
                yield from self._store.quads_for_pattern(None, None, None, name)

    def view(self) -> Iterator[Quad]:
        """Its statements with each thing as one node, whatever merges say; in no order."""
        return self._store.quads_for_pattern(None, None, None, DefaultGraph())


def open_graph(path: str | Path, format: str | None = None) -> GraphStore:  # noqa: A002
    """The graph of a store on disk, or of a file of any format that Thut writes (``-``: standard input).

    The folder that ``kg build`` made is opened by the ``graph.ttl`` in it.

    Example:
        ``open_graph("graph.ttl").query("SELECT ?m { ?m a thut:Meeting }").rows``

    Raises:
        FormatError: neither suffix nor ``format`` names a format.
        GraphError: the file is missing or malformed; names file, line and the way out.
        StoreError: the store is broken, or was made by a later version.
    """
    if format is None and is_store(path):
        # SQLite and the rest of a store on disk load where there is one.
        from kg.store.disk import DiskStore  # noqa: PLC0415

        return DiskStore(path)
    if Path(path).is_dir():
        path = Path(path) / _BUILT
        if not path.is_file():
            raise GraphError(
                f"{path.parent} is neither a store (kg add makes one) nor the folder of a graph "
                f"with {_BUILT} in it (kg build makes one)"
            )
    return MemoryStore(loaded(path, format))


def open_writable(path: str | Path) -> WritableStore:
    """The store at ``path``, to be changed.

    Raises:
        GraphError: it cannot be read, or is a file: a file is built or exported anew, not changed.
    """
    if is_store(path):
        from kg.store.disk import WritableDiskStore  # noqa: PLC0415 - as above

        return WritableDiskStore(path)
    raise GraphError(
        f"{path}: a graph file is not changed in place; kg build or kg export writes it anew, "
        "and a store (kg add) can be changed"
    )


__all__ = ["MemoryStore", "open_graph", "open_writable"]
