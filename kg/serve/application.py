"""What the server answers: the page of a graph, its documents, questions to it, and changes where allowed."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute

from kg.serve.asking import Asker
from kg.serve.documents import Documents
from kg.serve.explorer import Explorer
from kg.serve.graph_store import GraphStoreProtocol
from kg.serve.guard import Guard
from kg.serve.pages import static
from kg.serve.protocol import Protocol
from kg.serve.queries import Queries
from kg.serve.refusals import REFUSALS
from kg.serve.unread import Unread
from kg.serve.writing import Writer
from kg.view.settings import Settings

_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - the default is this machine alone; who asks for more gets it
_LEVEL = 5  # of gzip; the highest takes four times as long for a fiftieth less


@dataclass(frozen=True, slots=True)
class Served:
    """Who answers questions, who changes the graph, who makes its page; None for what is not served."""

    asker: Asker | None
    writer: Writer | None
    explorer: Explorer | None


def application(served: Served, host: str, settings: Settings, others: Collection[str] = ()) -> Starlette:
    """The server of one graph. Of what it is not given it has no routes.

    Only requests that name this machine, ``host`` or one of the ``others`` are answered; see
    :class:`kg.serve.guard.Guard`. Who listens at every address is also asked by any address, and by the
    name that the machine has.
    """
    routes: list[BaseRoute] = []
    asker = served.asker
    if served.explorer is not None:
        routes += served.explorer.routes
    if asker is not None:
        routes += Protocol(asker, served.writer).routes
        routes += GraphStoreProtocol(asker, served.writer).routes
        routes += Documents(asker, settings).routes
        routes += Queries(asker, settings).routes
        routes.append(static())

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        if asker is not None:
            await asker.start()
        yield
        if asker is not None:
            await asker.stop()

    everywhere = host in _EVERYWHERE
    own = socket.gethostname() if everywhere else _bracketed(host)
    return Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[
            Middleware(Unread),
            Middleware(Guard, names={"127.0.0.1", "localhost", "[::1]", own, *others}, addresses=everywhere),
            Middleware(GZipMiddleware, compresslevel=_LEVEL),
        ],
        exception_handlers=REFUSALS,
    )


def _bracketed(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host
