"""A graph served on this machine: its page, its documents, and SPARQL for people and programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from kg.errors import ServeError, UsageError

if TYPE_CHECKING:
    import networkx as nx
    from pyoxigraph import Quad

    from kg.store import GraphStore

__all__ = ["serve"]

_PORTS = range(65_536)


def serve(
    graph: nx.MultiDiGraph[str] | GraphStore | str | os.PathLike[str] | Iterable[Quad],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    title: str = "",
    language: str = "th",
    limit: int = 120,
    whole: int = 20_000,
    timeout: float = 30.0,
    workers: int = 2,
    writable: bool = False,
    token: str = "",
    names: Collection[str] = (),
    started: Callable[[str], None] | None = None,
) -> None:
    """Serve a graph until interrupted: for people and, by the SPARQL 1.1 Protocol, for programs.

    ``/`` is the page of :func:`kg.view.view`. Of a graph larger than ``whole`` it holds only what it
    opens with: search, neighbours and paths come from the server, so it opens as quickly on a million
    claims as on a thousand; its counts are then of what is loaded. ``/?focus=NAME`` opens on what
    surrounds an entity. ``/document?id=IRI`` shows a document with the words that are quoted, ``/query``
    is a page to ask in, ``/sparql`` the endpoint, ``/store`` has whole graphs (Graph Store Protocol).

    Queries on a file or a store on disk run in processes that are ended when ``timeout`` is over. On
    quads or a store object they run in threads, which are given up but cannot be ended. A projection
    (:func:`kg.graph.project`) has no quads: it is served as the page alone.

    Args:
        graph: a graph file or a store on disk, a store, a projection, or quads.
        host: the address to listen at; only this machine can reach 127.0.0.1.
        port: the port to listen at; 0 takes a free one.
        title: what the page calls itself.
        language: ``th`` or ``en``: which names and words come first.
        limit: how many entities the page opens with at most.
        whole: up to how many entities a graph is in the page as a whole.
        timeout: seconds that a query may take; it is refused then, never cut short.
        workers: how many queries are worked on at a time; others wait.
        writable: whether ``/update`` and ``/store`` may change the graph, which must be a store.
        token: what a request that changes the graph must bear, ``Authorization: Bearer TOKEN``.
        names: what else the server is called, without a port: by a proxy before it, say. A request that
            asks for another name is refused, since any page could have made that name point here.
        started: called with the address of the page once it can be opened.

    Raises:
        GraphError: the graph cannot be read, or not be changed while it should be.
        UsageError: an argument has an invalid value.
        ServeError: the address is taken or not of this machine.
    """
    if port not in _PORTS:
        raise UsageError(f"port is {port}: ports go from 0 to {_PORTS[-1]}")
    if timeout <= 0 or workers < 1:
        raise UsageError(f"timeout is {timeout:g} and workers {workers}: both must be more than nothing")
    if writable and not token.strip():
        raise UsageError("a graph that may be changed needs a token: who has it may change the graph")
    # The server and its libraries load when there is something to serve.
    from kg.serve.application import application  # noqa: PLC0415
    from kg.serve.server import bound, run  # noqa: PLC0415
    from kg.serve.sources import Limits, served  # noqa: PLC0415
    from kg.view.settings import Settings  # noqa: PLC0415

    settings = Settings(limit, title, language)
    socket = bound(host, port)
    try:
        behind = served(graph, settings, Limits(whole, timeout, workers), token if writable else "")
        app = application(behind, host, settings, names)
        address, number = socket.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        run(app, socket, lambda: started(f"http://{shown}:{number}/") if started else None)
    except OSError as error:  # pragma: no cover - the socket went away while it was served
        raise ServeError(f"the server at {host}:{port} stopped: {error.strerror}") from error
    finally:
        socket.close()
