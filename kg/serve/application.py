"""What the server answers: the page, and parts of its graph."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import networkx as nx
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import GraphError
from kg.view.opening import page_of, served_page_of
from kg.view.payload import Payload, payload
from kg.view.settings import Settings
from kg.view.window import Window

_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - the default is this machine alone; who asks for more gets it
_HITS = 30
_KEPT = 8  # pages, each of a few megabytes
_NODES = 2_000  # entities that one question may name
_BODY = 1_000_000  # bytes of one question
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def application(graph: nx.MultiDiGraph[str], host: str, settings: Settings, whole: int) -> Starlette:
    """The server of one graph's page, which never changes the graph.

    Of a graph of up to ``whole`` entities the page holds all; of a larger one it asks for more as it goes.
    Only requests that name this machine, or ``host``, are answered: a foreign page whose name was
    made to point here (DNS rebinding) names itself. Who listens on every address has no name to hold to.
    """
    routes = (
        _whole(graph, settings)
        if graph.number_of_nodes() <= whole
        else _Pages(Window(graph), settings).routes
    )
    allowed = ["*"] if host in _EVERYWHERE else ["127.0.0.1", "localhost", "[::1]", host]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=allowed),
            Middleware(GZipMiddleware),
        ],
        exception_handlers={_Refused: _refusal},
    )


def _whole(graph: nx.MultiDiGraph[str], settings: Settings) -> list[Route]:
    """The page of a graph that is in it as a whole; what takes long is done once."""
    data = payload(graph)
    return [_page_route(lambda focus: page_of(graph, focus, settings, data))]


def _page_route(make: Callable[[str | None], str]) -> Route:
    """The page, on an overview or on what ``?focus=`` names; the last few are kept."""
    made = lru_cache(_KEPT)(make)

    async def page(request: Request) -> Response:
        try:
            text = await run_in_threadpool(made, request.query_params.get("focus") or None)
        except GraphError as error:
            return PlainTextResponse(f"{error}\n", 404, headers=_HEADERS)
        return HTMLResponse(text, headers=_HEADERS)

    return Route("/", page, methods=["GET"])


class _Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """A question that is not answered, with what is wrong with it."""


class _Pages:
    """The page of a window, and the parts that it asks for; the work is done off the loop of the server."""

    def __init__(self, window: Window, settings: Settings) -> None:
        self.window = window
        self.routes = [
            _page_route(lambda focus: served_page_of(window, focus, settings)),
            Route("/page/claims", self.claims, methods=["POST"]),
            Route("/page/search", self.search, methods=["POST"]),
            Route("/page/ways", self.ways, methods=["POST"]),
        ]

    async def claims(self, request: Request) -> Response:
        """All claims of the entities named, and what they lead to."""
        nodes = await _nodes(request)
        return _part(await run_in_threadpool(self.window.around, nodes))

    async def search(self, request: Request) -> Response:
        """The first entities that a text may mean, and how many there are."""
        text = (await _question(request)).get("text")
        if not isinstance(text, str):
            raise _Refused("`text` must be a string")
        found, total = await run_in_threadpool(self.window.find, text, _HITS)
        return _part(found, total=total)

    async def ways(self, request: Request) -> Response:
        """All that stands on the shortest ways between two entities, and the claims that make them."""
        nodes = await _nodes(request)
        if len(nodes) != 2:  # noqa: PLR2004 - a way has two ends
            raise _Refused(f"`nodes` names {len(nodes)} entities: a way has two ends")
        between = await run_in_threadpool(self.window.ways, *nodes)
        return _part(await run_in_threadpool(self.window.among, between))


def _part(part: Payload, **more: int) -> Response:
    return JSONResponse({"graph": part.graph, "words": part.words, **more}, headers=_HEADERS)


async def _nodes(request: Request) -> list[str]:
    nodes = (await _question(request)).get("nodes")
    if not isinstance(nodes, list) or not all(isinstance(node, str) for node in nodes):
        raise _Refused("`nodes` must be a list of IRIs")
    if len(nodes) > _NODES:
        raise _Refused(f"`nodes` names {len(nodes)} entities: ask for {_NODES} at a time")
    return nodes


async def _question(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").split(";")[0] != "application/json":
        raise _Refused("the question must be JSON")  # and so no form of a foreign page can ask
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _BODY:
            raise _Refused(f"the question is longer than {_BODY} bytes")
    try:
        question = json.loads(body)
    except ValueError as error:
        raise _Refused("the question is no JSON") from error
    if not isinstance(question, dict):
        raise _Refused("the question must be an object")
    return question


def _refusal(request: Request, error: Exception) -> Response:  # noqa: ARG001 - starlette's signature
    return PlainTextResponse(f"{error}\n", 400, headers=_HEADERS)
