"""The first picture, through pyvis: nodes and options as vis-network takes them.

pyvis pastes what it is given into markup and script, so it gets no word of a document: numbers
stand for nodes, and the page looks their names up in the embedded data.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from kg.view.layout import positions

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False, "tooltipDelay": 10000,
        "multiselect": False, "keyboard": {"enabled": False},
    },
    "nodes": {"shape": "dot", "borderWidth": 1.5, "borderWidthSelected": 3, "shadow": False},
    "edges": {
        "smooth": False, "shadow": False, "width": 1, "hoverWidth": 0, "selectionWidth": 0,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
    },
}  # fmt: skip


def first_picture(
    graph: nx.MultiDiGraph[str], shown: Sequence[str], group_of: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """What vis-network draws first.

    Args:
        graph: the whole graph; a node's number is its place among its nodes.
        shown: the nodes to draw.
        group_of: the group of each node, where those of a group shall stand together.

    Returns:
        ``nodes`` (``id`` like ``n12``, place) and ``options``; the lines between them are drawn from
        the embedded claims, since they follow the reader's filters.
    """
    number = {node: i for i, node in enumerate(graph)}
    inner = graph.subgraph(shown)
    flat: nx.Graph[str] = nx.Graph()
    flat.add_nodes_from(sorted(shown))
    flat.add_edges_from((a, b) for a, b in inner.edges() if a != b)
    places = positions(flat, group_of)
    opaque: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(shown, key=number.__getitem__):
        x, y = places[node]
        opaque.add_node(f"n{number[node]}", x=x, y=y)
    return _through_pyvis(opaque)


def vis_network() -> str:
    """The source of vis-network as pyvis ships it, with its licence at the top."""
    with _quiet():
        import pyvis  # noqa: PLC0415 - slow to load, and only the page needs it
    folder = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2"
    source = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    # A map beside the page would be a request.
    return (
        source.replace("\r\n", "\n").replace("//# sourceMappingURL=vis-network.min.js.map", "").rstrip()
        + "\n"
    )


def _through_pyvis(opaque: nx.MultiDiGraph[str]) -> dict[str, Any]:
    with _quiet():
        from pyvis.network import Network  # noqa: PLC0415 - as above
    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    network.from_nx(opaque)
    nodes, _, _, _, _, options = network.get_network_data()
    return {
        "nodes": [{key: node[key] for key in ("id", "x", "y")} for node in nodes],
        "options": json.loads(options),
    }


def _quiet() -> warnings.catch_warnings[None]:
    """A stretch in which what pyvis drags in (IPython) may warn of its own old habits."""
    return warnings.catch_warnings(action="ignore")
