"""What the page opens on: the most connected of each class, or the neighbourhood of a focus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import networkx as nx

from kg.errors import GraphError
from kg.naming import Names
from kg.rdf.wording import CLASSES

# Of the places, kept for the most connected of a class before the others take the rest: who, which
# states, under what and at what are what a reader asks for first; topics are many and connect little.
_CLASS_SHARES = {"Person": 0.2, "Country": 0.2, "Meeting": 0.15, "Framework": 0.12}
_CLASS_SHARE = 0.04
_LINES_PER_NODE = 4.0
_NAMED_FIRST = ("Country", "Framework", "Organization", "Person")


def overview(graph: nx.MultiDiGraph[str], limit: int) -> list[str]:
    """At most ``limit`` nodes that say most about ``graph``: the most connected, every class among them."""
    ranked = sorted(graph, key=lambda node: (-graph.degree(node), node))
    if len(ranked) <= limit:
        return sorted(ranked)
    by_class: dict[str, list[str]] = defaultdict(list)
    for node in ranked:
        by_class[graph.nodes[node].get("type", "")].append(node)
    chosen = {
        node
        for name in CLASSES
        for node in by_class[name][: max(1, int(limit * _CLASS_SHARES.get(name, _CLASS_SHARE)))]
        if graph.degree(node)
    }
    for node in ranked:
        if len(chosen) >= limit:
            break
        chosen.add(node)
    return sorted(sorted(chosen, key=lambda node: (-graph.degree(node), node))[:limit])


def neighbourhood(graph: nx.MultiDiGraph[str], focus: str, limit: int) -> list[str]:
    """``focus`` and at most ``limit - 1`` nodes around it: the nearest, then the most connected."""
    chosen = {focus}
    ring = [focus]
    while ring and len(chosen) < limit:
        around = {n for node in ring for n in nx.all_neighbors(graph, node)} - chosen
        ring = sorted(around, key=lambda node: (-graph.degree(node), node))[: limit - len(chosen)]
        chosen.update(ring)
        if len(chosen) > limit / _LINES_PER_NODE:
            break
    return sorted(chosen)


def names_of(attributes: Mapping[str, Any]) -> list[str]:
    """Every name that the graph has for a node, whether or not it has each kind.

    >>> names_of({"name_th": "ลาว", "name_en": "", "aliases": ("สปป. ลาว",)})
    ['ลาว', 'สปป. ลาว']
    """
    names = (attributes.get("name_th"), attributes.get("name_en"), *(attributes.get("aliases") or ()))
    return [str(name) for name in names if name]


def named_first(graph: nx.MultiDiGraph[str], node: str) -> int:
    """Which of several of one name comes first: the framework before the summit that has its acronym."""
    kind = graph.nodes[node].get("type", "")
    return _NAMED_FIRST.index(kind) if kind in _NAMED_FIRST else len(_NAMED_FIRST)


def find(graph: nx.MultiDiGraph[str], focus: str) -> str:
    """The node that ``focus`` means: an IRI (also of what was merged into a node), or a name as one says it.

    Names are compared as :class:`kg.naming.Names` does it. Of several of one name a state, framework, body or
    person comes before a meeting; then the most connected.

    Raises:
        GraphError: nothing in the graph is called that; the message offers names that are close.
    """
    if focus in graph:
        return focus
    for node, merged in graph.nodes(data="merged"):
        if merged is not None and focus in merged.members:
            return str(node)
    named = ((n, name) for n, attributes in graph.nodes(data=True) for name in names_of(attributes))
    names = Names(
        named,
        lambda node: [str(graph.nodes[node].get("type", ""))],
        lambda node: names_of(graph.nodes[node])[0],
    )
    found = names.find(focus)
    if found:
        return min(found, key=lambda node: (named_first(graph, node), -graph.degree(node), node))
    raise GraphError(*names.unknown(focus))
