"""What a page opens with: the whole graph or a part in it, the first picture, the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.view.page_file import render
from kg.view.payload import Payload, mark, payload
from kg.view.picture import first_picture
from kg.view.selection import find, neighbourhood, overview
from kg.view.window import Window


def page_of(graph: nx.MultiDiGraph[str], *, focus: str | None, limit: int, title: str, language: str) -> str:
    """The page that holds all of ``graph``.

    Raises:
        GraphError: nothing in the graph is called ``focus``.
    """
    centre, shown = _shown(graph, focus, limit)
    data = payload(graph)
    member_of = dict(zip(graph, data.graph["nodes"]["com"], strict=True))
    first = _first(graph, graph, centre, shown, data, member_of)
    return render(data, {**first, "limit": limit, "language": language, "title": title or "Thut"})


def served_page_of(window: Window, *, focus: str | None, limit: int, title: str, language: str) -> str:
    """The page that holds what it opens with, and asks its server for the rest of the graph.

    Raises:
        GraphError: nothing in the graph is called ``focus``.
    """
    centre, shown = _shown(window.graph, focus, limit)
    part = window.part(shown)
    data = window.around(shown)
    first = _first(window.graph, part, centre, shown, data, window.member_of)
    settings = {"limit": limit, "language": language, "title": title or "Thut", "totals": window.totals}
    return render(data, {**first, **settings})


def _shown(graph: nx.MultiDiGraph[str], focus: str | None, limit: int) -> tuple[str | None, list[str]]:
    centre = None if focus is None else find(graph, focus)
    return centre, overview(graph, limit) if centre is None else neighbourhood(graph, centre, limit)


def _first(  # noqa: PLR0917 - private, called twice
    whole: nx.MultiDiGraph[str],
    inside: nx.MultiDiGraph[str],
    centre: str | None,
    shown: Sequence[str],
    data: Payload,
    member_of: Mapping[str, int],
) -> dict[str, Any]:
    """The first picture, by the numbers that nodes have in the graph that is in the page."""
    number = {node: i for i, node in enumerate(inside)}
    return {
        # Around a focus what matters is how near a thing is; in an overview, what belongs together.
        **first_picture(inside, shown, member_of if centre is None else None),
        "focus": None if centre is None else number[centre],
        "left_out": whole.graph.get("left_out", 0),
        "mark": mark(data),
    }
