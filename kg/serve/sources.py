"""What stands behind the routes: who is asked, who writes, and what the page is made of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kg.errors import GraphError, UsageError
from kg.graph import projection
from kg.serve.application import Served
from kg.serve.asking import ThreadAsker
from kg.serve.explorer import Explorer
from kg.serve.workers import WorkerPool
from kg.serve.writing import Writer
from kg.store import GraphStore, MemoryStore, WritableStore, open_graph, open_writable
from kg.store.folder import is_store
from kg.view.settings import Settings

if TYPE_CHECKING:
    from pyoxigraph import Quad

Source: TypeAlias = "nx.MultiDiGraph[str] | GraphStore | str | os.PathLike[str] | Iterable[Quad]"


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a graph may be to be in the page as a whole, and how long and how many queries may run."""

    whole: int
    timeout: float
    workers: int


def served(source: Source, settings: Settings, limits: Limits, token: str = "") -> Served:
    """What to serve of a graph; it may be changed where there is a token.

    Raises:
        GraphError: the graph cannot be read, or not be changed while it should be.
        UsageError: a projection should be changed.
    """
    if isinstance(source, nx.MultiDiGraph):
        if token:
            raise UsageError("a projection cannot be changed: serve the store that it was made of")
        return Served(None, None, Explorer(lambda: source, lambda: False, settings, limits.whole))
    settings = replace(settings, served=True)
    if isinstance(source, str | os.PathLike) and str(source) != "-":
        path = Path(source)
        writer = Writer(open_writable(path), token) if token else None
        # A file is read once; what is in a store may change while it is served.
        changed = open_graph(path).refresh if is_store(path) else lambda: False
        explorer = Explorer(lambda: projection(path), changed, settings, limits.whole)
        return Served(WorkerPool(path, size=limits.workers, timeout=limits.timeout), writer, explorer)
    store = _store(source)
    writer = Writer(_writable(store), token) if token else None
    explorer = Explorer(lambda: projection(store), store.refresh, settings, limits.whole)
    return Served(ThreadAsker(store, limits.timeout, limits.workers), writer, explorer)


def _store(source: GraphStore | str | os.PathLike[str] | Iterable[Quad]) -> GraphStore:
    if isinstance(source, GraphStore):
        return source
    if isinstance(source, str | os.PathLike):
        return open_graph(os.fspath(source))
    return MemoryStore(source)


def _writable(store: GraphStore) -> WritableStore:
    if not isinstance(store, WritableStore):
        raise GraphError(
            "what is in memory only is not changed by serving it: serve a store (kg add) with --writable"
        )
    return store
