"""The interactive page: a whole graph in one HTML file that opens with the network unplugged."""

from __future__ import annotations

import html
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from kg.errors import GraphError
from kg.graph import projection
from kg.view.settings import Settings

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["Page", "view"]


class Page(str):
    """The text of a page; a notebook shows it as the page itself."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        # Without allow-same-origin the page cannot reach the notebook that shows it.
        return (
            '<iframe style="width:100%;height:640px;border:1px solid #8888" title="Thut" '
            'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
            f'srcdoc="{html.escape(self)}"></iframe>'
        )


def view(
    graph: nx.MultiDiGraph[str] | str | os.PathLike[str] | Iterable[Quad],
    out: str | os.PathLike[str] | None = None,
    *,
    focus: str | None = None,
    limit: int = 100,
    title: str = "",
    language: str = "th",
) -> Page:
    """Make the interactive page of a graph: all of it in the file, a part that can be read on the screen.

    Args:
        graph: a graph file or a store on disk, a projection (:func:`kg.graph.project`), or quads.
        out: where to write the page; without it, it is only returned.
        focus: an IRI, a name or an alias: the page opens on what surrounds it.
        limit: how many entities the page opens with at most; the reader reaches the others from there.
        title: what the page calls itself.
        language: ``th`` or ``en``: which names and words come first; the reader can switch.

    Returns:
        The page, which is its HTML text, and which a notebook shows.

    Raises:
        GraphError: the graph cannot be read, nothing in it is called ``focus``, or ``out`` cannot be written.
        UsageError: ``limit`` or ``language`` is not supported by the page.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("http://e/th", name_th="ไทย", type="Country")
    >>> view(graph).startswith("<!doctype html>")
    True
    """
    settings = Settings(limit, title, language)
    # What only the making of a page needs loads with the first page.
    from kg.view.opening import page_of  # noqa: PLC0415

    page = Page(page_of(projection(graph), focus, settings))
    if out is not None:
        try:
            Path(out).write_bytes(page.encode("utf-8"))
        except OSError as error:
            raise GraphError(f"cannot write the page to {os.fspath(out)!r}: {error.strerror}") from error
    return page
