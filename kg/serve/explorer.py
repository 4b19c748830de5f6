"""The page of the graph, and the parts that it asks for when it holds only what it opens with."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import networkx as nx
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kg.errors import GraphError
from kg.serve.refusals import Refused
from kg.serve.requests import body, in_json, media_type, query_fields, values
from kg.view.opening import page_of, served_page_of
from kg.view.payload import Payload, payload
from kg.view.settings import Settings
from kg.view.window import Window

_HITS = 30
_KEPT = 8  # pages, each of a few megabytes
_NODES = 2_000  # entities that one question may name
_BODY = 1_000_000  # bytes of one question
_FOCUS = 2_000  # characters of a name or an IRI


class Explorer:
    """The routes of the page; the work is done off the loop of the server.

    Args:
        load: gives the projection of the graph.
        changed: whether the graph has changed since it was last asked, and must be loaded anew.
        settings: what the page calls itself and how it opens.
        whole: up to how many entities the graph is in the page as a whole.
    """

    def __init__(
        self,
        load: Callable[[], nx.MultiDiGraph[str]],
        changed: Callable[[], bool],
        settings: Settings,
        whole: int,
    ) -> None:
        self._load, self._changed = load, changed
        self._settings, self._whole = settings, whole
        self._turn = asyncio.Lock()
        self._now = self._loaded()
        self.routes = [
            Route("/", self.page, methods=["GET"]),
            Route("/page/claims", self.claims, methods=["POST"]),
            Route("/page/search", self.search, methods=["POST"]),
            Route("/page/ways", self.ways, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """The page, on an overview or on what ``?focus=`` names; the last few are kept."""
        try:
            # One at a time: whoever waits for the same page finds it made, and keeps no thread from others.
            async with self._turn:
                text = await run_in_threadpool(self._made, _focus(request))
        except GraphError as error:
            said = (error.thai if self._settings.language == "th" else "", str(error))
            raise Refused(404, "\n".join(filter(None, said))) from error
        # Its own policy stands in it; this is what a page cannot say of itself.
        return HTMLResponse(text, headers={"Content-Security-Policy": "frame-ancestors 'none'"})

    async def claims(self, request: Request) -> Response:
        """All claims of the entities named, and what they lead to."""
        nodes = await _nodes(request)
        return _part(await run_in_threadpool(self._window.around, nodes))

    async def search(self, request: Request) -> Response:
        """The first entities that a text may mean, and how many there are."""
        text = (await _question(request)).get("text")
        if not isinstance(text, str):
            raise Refused(400, "`text` must be a string")
        found, total = await run_in_threadpool(self._window.find, text, _HITS)
        return _part(found, total=total)

    async def ways(self, request: Request) -> Response:
        """All that stands on the shortest ways between two entities, and the claims that make them."""
        nodes = await _nodes(request)
        if len(nodes) != 2:  # noqa: PLR2004 - a way has two ends
            raise Refused(400, f"`nodes` names {len(nodes)} entities: a way has two ends")
        window = self._window
        between = await run_in_threadpool(window.ways, *nodes)
        return _part(await run_in_threadpool(window.among, between))

    @property
    def _window(self) -> Window:
        window = self._now[1]
        if window is None:
            raise Refused(404, "the page of this graph holds all of it")
        return window

    def _made(self, focus: str | None) -> str:
        if self._changed():
            self._now = self._loaded()
        make, _ = self._now
        return make(focus)

    def _loaded(self) -> tuple[Callable[[str | None], str], Window | None]:
        """What makes a page, and where it asks for more of the graph; what takes long is done once."""
        graph = self._load()
        settings = self._settings
        if graph.number_of_nodes() <= self._whole:
            data = payload(graph)
            return lru_cache(_KEPT)(lambda focus: page_of(graph, focus, settings, data)), None
        window = Window(graph)
        return lru_cache(_KEPT)(lambda focus: served_page_of(window, focus, settings)), window


def _focus(request: Request) -> str | None:
    focus = (values(query_fields(request), "focus") or [""])[0]
    if len(focus) > _FOCUS:
        raise Refused(400, f"`focus` has {len(focus)} characters: nothing in a graph is called so")
    return focus or None


def _part(part: Payload, **more: int) -> Response:
    return JSONResponse({"graph": part.graph, "words": part.words, **more})


async def _nodes(request: Request) -> list[str]:
    nodes = (await _question(request)).get("nodes")
    if not isinstance(nodes, list) or not all(isinstance(node, str) for node in nodes):
        raise Refused(400, "`nodes` must be a list of IRIs")
    if len(nodes) > _NODES:
        raise Refused(400, f"`nodes` names {len(nodes)} entities: ask for {_NODES} at a time")
    return nodes


async def _question(request: Request) -> dict[str, Any]:
    if media_type(request) != "application/json":
        raise Refused(400, "the question must be JSON")  # and so no form of a foreign page can ask
    return in_json(await body(request, _BODY), "the question")
