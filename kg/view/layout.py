"""Where the first nodes stand: computed here, so that nothing moves by itself in the page."""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx

_SEED = 20
_CELL = (112.0, 76.0)  # the room that a node and its name need, in the units of the picture
_GAP = 90.0
_ROUNDS = 80
_WIDE = 1.2  # how much wider than high the whole is
_FEW = 3
# How much lines within a group, between groups, and the tie to the group count.
_WITHIN, _BETWEEN, _TIE = 2.0, 0.35, 1.2


def positions(graph: nx.Graph[str], group_of: Mapping[str, int] | None = None) -> dict[str, tuple[int, int]]:
    """A place for each node of ``graph``: the same for the same graph, no two names' room overlapping.

    Parts that do not touch are laid out apart and set side by side, the largest first. With
    ``group_of``, nodes of one group are drawn to each other.
    """
    groups = group_of or {}
    tied: nx.Graph[str] = nx.Graph(graph)
    tied.add_weighted_edges_from(_ties(sorted(graph), groups))
    parts = sorted(nx.connected_components(tied), key=lambda part: (-len(part), min(part)))
    blocks = [_spread(_place(graph.subgraph(sorted(part)), groups)) for part in parts]
    return _pack(blocks)


def _place(part: nx.Graph[str], group_of: Mapping[str, int]) -> dict[str, tuple[float, float]]:
    nodes = sorted(part)
    if len(nodes) < _FEW:
        return {node: (i * _CELL[0] * 1.2, 0.0) for i, node in enumerate(nodes)}
    plain: nx.Graph[str] = nx.Graph()  # rebuilt in order, since a subgraph keeps that of its set
    plain.add_nodes_from(nodes)
    plain.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in part.edges() if a != b))
    # Hubs pull everything onto one heap; a line weighs less the more of them meet at its ends.
    for a, b, attributes in plain.edges(data=True):
        attributes["weight"] = 1.0 / math.sqrt(min(plain.degree(a), plain.degree(b)))
        if group_of:
            attributes["weight"] *= _WITHIN if group_of[a] == group_of[b] else _BETWEEN
    plain.add_weighted_edges_from(_ties(nodes, group_of))
    start = {
        node: (math.cos(2.4 * i) * math.sqrt(i + 1), math.sin(2.4 * i) * math.sqrt(i + 1))
        for i, node in enumerate(sorted(nodes, key=lambda node: (-plain.degree(node), node)))
    }
    laid = nx.spring_layout(plain, k=2.2 / math.sqrt(len(nodes)), pos=start, iterations=150, seed=_SEED)
    side = math.sqrt(len(nodes) * _CELL[0] * _CELL[1])
    return {
        node: (float(x) * side * 0.6 * math.sqrt(_WIDE), float(y) * side * 0.6 / math.sqrt(_WIDE))
        for node, (x, y) in laid.items()
    }


def _ties(nodes: list[str], group_of: Mapping[str, int]) -> list[tuple[str, str, float]]:
    """A tie from the first of a group to each of the others, so that the group holds together."""
    first: dict[int, str] = {}
    ties = []
    for node in nodes if group_of else ():
        head = first.setdefault(group_of[node], node)
        if head != node:
            ties.append((head, node, _TIE))
    return ties


def _spread(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Push apart nodes whose room overlaps, a little at a time."""
    nodes = sorted(places)
    xs, ys = ([places[node][axis] for node in nodes] for axis in (0, 1))
    for _ in range(_ROUNDS):
        moved = False
        for i in range(len(nodes)):
            for j in range(i + 1, len(nodes)):
                over_x = _CELL[0] - abs(xs[i] - xs[j])
                over_y = _CELL[1] - abs(ys[i] - ys[j])
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                along, over = (xs, over_x) if over_x / _CELL[0] < over_y / _CELL[1] else (ys, over_y)
                step = math.copysign(over * 0.3 + 0.5, (along[i] - along[j]) or (j - i))
                along[i] += step
                along[j] -= step
        if not moved:
            break
    return {node: (x, y) for node, x, y in zip(nodes, xs, ys, strict=True)}


def _pack(blocks: list[dict[str, tuple[float, float]]]) -> dict[str, tuple[int, int]]:
    """Set the blocks in rows about as wide as the largest, and centre the whole."""
    boxes = []
    for block in blocks:
        left, top = min(x for x, _ in block.values()), min(y for _, y in block.values())
        right, bottom = max(x for x, _ in block.values()), max(y for _, y in block.values())
        boxes.append((left, top, right - left + _GAP, bottom - top + _GAP))
    area = sum(width * height for _, _, width, height in boxes)
    row_width = max([math.sqrt(area * _WIDE), *(width for _, _, width, _ in boxes)], default=0.0)
    placed: dict[str, tuple[int, int]] = {}
    at_x = at_y = row_height = 0.0
    for block, (left, top, width, height) in zip(blocks, boxes, strict=True):
        if at_x and at_x + width > row_width:
            at_x, at_y, row_height = 0.0, at_y + row_height, 0.0
        for node, (x, y) in block.items():
            placed[node] = (round(x - left + at_x), round(y - top + at_y))
        at_x += width
        row_height = max(row_height, height)
    middle_x = (max((x for x, _ in placed.values()), default=0)) // 2
    middle_y = (max((y for _, y in placed.values()), default=0)) // 2
    return {node: (x - middle_x, y - middle_y) for node, (x, y) in sorted(placed.items())}
