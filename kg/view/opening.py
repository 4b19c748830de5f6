"""What a page opens with: the whole graph or a part in it, the first picture, the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from kg.view.page_file import render
from kg.view.payload import Payload, payload
from kg.view.picture import first_picture
from kg.view.selection import find, neighbourhood, overview
from kg.view.settings import Settings
from kg.view.window import Window


def page_of(
    graph: nx.MultiDiGraph[str], focus: str | None, settings: Settings, data: Payload | None = None
) -> str:
    """The page that holds all of ``graph``; ``data`` is its payload, where that is made already.

    Raises:
        GraphError: nothing in the graph is called ``focus``.
    """
    centre, shown = _shown(graph, focus, settings.limit)
    data = data or payload(graph)
    member_of = dict(zip(graph, data.graph["nodes"]["com"], strict=True))
    return render(data, _first(graph, centre, shown, member_of, settings))


def served_page_of(window: Window, focus: str | None, settings: Settings) -> str:
    """The page that holds what it opens with, and asks its server for the rest of the graph.

    Raises:
        GraphError: nothing in the graph is called ``focus``.
    """
    centre, shown = _shown(window.graph, focus, settings.limit)
    part = window.part(shown)
    first = _first(part, centre, shown, window.member_of, settings)
    return render(window.columns(part, set(shown)), {**first, "totals": window.totals})


def _shown(graph: nx.MultiDiGraph[str], focus: str | None, limit: int) -> tuple[str | None, list[str]]:
    centre = None if focus is None else find(graph, focus)
    return centre, overview(graph, limit) if centre is None else neighbourhood(graph, centre, limit)


def _first(
    graph: nx.MultiDiGraph[str],
    centre: str | None,
    shown: list[str],
    member_of: Mapping[str, int],
    settings: Settings,
) -> dict[str, Any]:
    """The first picture, by the numbers that nodes have in ``graph``, which is what is in the page."""
    return {
        # Around a focus what matters is how near a thing is; in an overview, what belongs together.
        **first_picture(graph, shown, member_of if centre is None else None),
        "focus": None if centre is None else list(graph).index(centre),
        "limit": settings.limit,
        "language": settings.language,
        "title": settings.title or "Thut",
        "left_out": graph.graph.get("left_out", 0),
        **({"served": True} if settings.served else {}),
    }
