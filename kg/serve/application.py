"""What the server answers: the page, and parts of its graph."""

from __future__ import annotations

import json
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
from kg.view.payload import Payload
from kg.view.window import Window

_HITS = 30
_NODES = 2_000  # entities that one question may name
_BODY = 1_000_000  # bytes of one question
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def application(
    graph: nx.MultiDiGraph[str], *, host: str, title: str, language: str, limit: int, whole: int
) -> Starlette:
    """The server of one graph's page, which never changes the graph.

    Only requests that name this machine, or ``host``, are answered: a foreign page whose name was
    made to point here (DNS rebinding) names itself.
    """
    pages = _Pages(graph, title, language, limit, whole)
    return Starlette(
        routes=[
            Route("/", pages.page, methods=["GET"]),
            Route("/page/claims", pages.claims, methods=["POST"]),
            Route("/page/search", pages.search, methods=["POST"]),
            Route("/page/ways", pages.ways, methods=["POST"]),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]", host]),
            Middleware(GZipMiddleware),
        ],
        exception_handlers={_Refused: _refusal},
    )


class _Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """A question that is not answered, with what is wrong with it."""


class _Pages:
    """The page of a window, and the parts that it asks for; the work is done off the loop of the server."""

    def __init__(
        self, graph: nx.MultiDiGraph[str], title: str, language: str, limit: int, whole: int
    ) -> None:
        self.window = Window(graph)
        self.is_whole = graph.number_of_nodes() <= whole
        self.settings: dict[str, Any] = {"title": title, "language": language, "limit": limit}

    async def page(self, request: Request) -> Response:
        """The page, on an overview or on what ``focus`` names."""
        focus = request.query_params.get("focus") or None
        try:
            if self.is_whole:
                text = await run_in_threadpool(page_of, self.window.graph, focus=focus, **self.settings)
            else:
                text = await run_in_threadpool(served_page_of, self.window, focus=focus, **self.settings)
        except GraphError as error:
            return PlainTextResponse(f"{error}\n", 404, headers=_HEADERS)
        return HTMLResponse(text, headers=_HEADERS)

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
        """All that stands on the shortest ways between two entities, with all its claims."""
        nodes = await _nodes(request)
        if len(nodes) != 2:  # noqa: PLR2004 - a way has two ends
            raise _Refused(f"`nodes` names {len(nodes)} entities: a way has two ends")
        between = await run_in_threadpool(self.window.ways, *nodes)
        return _part(await run_in_threadpool(self.window.around, between[:_NODES]))


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
