"""A dataset that can be changed, made by hand, and a server of it in a thread: real HTTP, one process."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import uvicorn
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.rdf import write_graph
from kg.serve.application import Served, application
from kg.serve.asking import ThreadAsker
from kg.serve.connection import PatientProtocol
from kg.serve.server import configuration
from kg.serve.writing import Writer
from kg.store import Results
from kg.store.engine import ask, change
from kg.view.settings import Settings
from kg.vocab import BASE

T = TypeVar("T")
TOKEN = "a token of the tests"  # noqa: S105 - it opens nothing but the servers of the tests


class Dataset:
    """Graphs in memory, none of them derived from others: what is put in comes out."""

    def __init__(self, quads: Iterable[Quad] = (), base: str = "http://www.example/", texts=()) -> None:
        self._store = Store()
        self._store.extend(quads)
        self.base = base
        self.texts = dict(texts)
        self.changes = 0

    @classmethod
    def of(cls, quads: Iterable[Quad], texts=()) -> Dataset:
        """Graphs of documents whose union is the default graph, and the texts of the documents by IRI."""
        named = list(quads)
        return cls([*named, *(Quad(*quad.triple) for quad in named)], BASE, texts)

    def __len__(self) -> int:
        return len(self._store)

    def __iter__(self) -> Iterator[Quad]:
        return iter(self._store)

    def query(
        self,
        sparql: str,
        timeout: float | None = None,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Results:
        graphs = {"default_graphs": default_graphs, "named_graphs": named_graphs}
        return ask(self._store, sparql, self.base, timeout=timeout, **graphs)

    def refresh(self) -> bool:
        changed, self.changes = bool(self.changes), 0
        return changed

    def text(self, document: str) -> str | None:
        return self.texts.get(document)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        return iter(self._store) if graph is None else self._store.quads_for_pattern(None, None, None, graph)

    def dump(self, path: str | Path, format: str | None = None) -> None:  # noqa: A002
        write_graph(self.quads(), path, format, self.base)

    def put(self, graph: str | None, quads: Iterable[Quad]) -> bool:
        new = not self.has(graph)
        self._store.clear_graph(_node(graph))
        self.post(graph, quads)
        return new

    def view(self) -> Iterator[Quad]:
        return self._store.quads_for_pattern(None, None, None, DefaultGraph())

    def post(self, graph: str | None, quads: Iterable[Quad]) -> bool:
        new = not self.has(graph)
        if graph is not None:
            self._store.add_graph(NamedNode(graph))
        self._store.extend(Quad(*quad.triple, _node(graph)) for quad in quads)
        self.changes += 1
        return new

    def delete(self, graph: str | None) -> bool:
        there = self.has(graph)
        self._store.remove_graph(_node(graph))
        self.changes += 1
        return there

    def has(self, graph: str | None) -> bool:
        return graph is None or self._store.contains_named_graph(NamedNode(graph))

    def update(
        self,
        sparql: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> None:
        change(self._store, sparql, self.base, default_graphs, named_graphs)
        self.changes += 1


def _node(graph: str | None) -> NamedNode | DefaultGraph:
    return DefaultGraph() if graph is None else NamedNode(graph)


def finished(coroutine: Coroutine[Any, Any, T]) -> T:
    """What a coroutine gives; in a thread of its own, since a browser keeps a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


@contextmanager
def serving(
    served: Callable[[], Served],
    settings: Settings | None = None,
    protocol: type[PatientProtocol] = PatientProtocol,
) -> Iterator[str]:
    """The address, without a slash at its end, of a server that runs as long as the context."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        app = application(served(), "127.0.0.1", settings or Settings())
        server = uvicorn.Server(configuration(app, protocol))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started:
            thread.join(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive()


@contextmanager
def serving_dataset(dataset: Dataset, timeout: float = 30.0) -> Iterator[str]:
    """The address of a server of a dataset, which who has :data:`TOKEN` may change."""
    with serving(lambda: Served(ThreadAsker(dataset, timeout), Writer(dataset, TOKEN), None)) as address:
        yield address
