"""The page of a graph from a server on this machine: a large graph loads as the reader goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

import networkx as nx

from kg.errors import ServeError, UsageError
from kg.graph import Quad, projection
from kg.view.settings import Settings

__all__ = ["serve"]

_PORTS = range(65_536)


def serve(
    graph: nx.MultiDiGraph[str] | str | os.PathLike[str] | Iterable[Quad],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    title: str = "",
    language: str = "th",
    limit: int = 120,
    whole: int = 20_000,
    started: Callable[[str], None] | None = None,
) -> None:
    """Serve the page of a graph until interrupted; nothing in the graph can be changed through it.

    The page is that of :func:`kg.view.view`. Of a graph larger than ``whole`` it holds only what it
    opens with: search, neighbours and paths come from the server, so it opens as quickly on a million
    claims as on a thousand; its counts are then of what is loaded. ``/?focus=NAME`` opens on what
    surrounds an entity.

    Args:
        graph: a graph file or a store on disk, a projection (:func:`kg.graph.project`), or quads.
        host: the address to listen at; only this machine can reach 127.0.0.1.
        port: the port to listen at; 0 takes a free one.
        title: what the page calls itself.
        language: ``th`` or ``en``: which names and words come first.
        limit: how many entities the page opens with at most.
        whole: up to how many entities a graph is in the page as a whole.
        started: called with the address of the page once it can be opened.

    Raises:
        GraphError: the graph cannot be read.
        UsageError: ``port``, ``limit`` or ``language`` is none that there is.
        ServeError: the address is taken or not of this machine.
    """
    if port not in _PORTS:
        raise UsageError(f"port is {port}: ports go from 0 to {_PORTS[-1]}")
    settings = Settings(limit, title, language)
    # The server and its libraries load when there is something to serve.
    from kg.serve.application import application  # noqa: PLC0415
    from kg.serve.server import bound, run  # noqa: PLC0415

    socket = bound(host, port)
    try:
        app = application(projection(graph), host, settings, whole)
        address, number = socket.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        run(app, socket, lambda: started(f"http://{shown}:{number}/") if started else None)
    except OSError as error:  # pragma: no cover - the socket went away while it was served
        raise ServeError(f"the server at {host}:{port} stopped: {error.strerror}") from error
    finally:
        socket.close()
