"""Who belongs together: communities of the graph, from what hangs together more than with the rest."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

import networkx as nx

_SEED = 20
_THRESHOLD = 1e-3  # what a further round of Louvain must gain in modularity


def communities(graph: nx.MultiDiGraph[str]) -> dict[str, int]:
    """The community of each node, numbered from the largest; a node without neighbours is in none (-1).

    Two steps, since the better way alone takes minutes on 50,000 nodes: label propagation finds small
    groups (Traag and Šubelj, "Large network community detection by fast label propagation", 2023), and
    the Louvain method (Blondel et al., 2008) joins them. A line weighs less the more of them meet at
    its ends, or whatever touches a hub would be one community. The same graph gives the same numbers.

    >>> graph = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("x", "y")])
    >>> graph.add_node("z")
    >>> communities(graph)
    {'a': 0, 'b': 0, 'c': 0, 'x': 1, 'y': 1, 'z': -1}
    """
    nodes = list(graph)
    flat = _flat(graph)
    small = nx.community.fast_label_propagation_communities(flat, weight="weight", seed=_SEED)
    # Numbers that do not depend on the order in which sets give their members.
    group_of = {node: number for number, members in enumerate(sorted(map(sorted, small))) for node in members}
    joined = nx.community.louvain_communities(_quotient(flat, group_of), seed=_SEED, threshold=_THRESHOLD)
    large = {group: number for number, groups in enumerate(sorted(map(sorted, joined))) for group in groups}
    member_of = {node: large[group] for node, group in group_of.items()}
    sizes = Counter(member_of.values())
    first: dict[int, int] = {}
    for node in range(len(nodes)):
        if node in member_of:
            first.setdefault(member_of[node], node)
    ranked = {c: rank for rank, c in enumerate(sorted(sizes, key=lambda c: (-sizes[c], first[c])))}
    return {name: ranked[member_of[i]] if i in member_of else -1 for i, name in enumerate(nodes)}


def _flat(graph: nx.MultiDiGraph[str]) -> nx.Graph[int]:
    """One line between two nodes, however many claims join them; nodes by number, none without a line."""
    number = {node: i for i, node in enumerate(graph)}
    pairs = {(min(number[a], number[b]), max(number[a], number[b])) for a, b in graph.edges() if a != b}
    flat: nx.Graph[int] = nx.Graph()
    flat.add_nodes_from(sorted({end for pair in pairs for end in pair}))
    flat.add_edges_from(sorted(pairs))
    for a, b, attributes in flat.edges(data=True):
        attributes["weight"] = 1.0 / math.sqrt(min(flat.degree(a), flat.degree(b)))
    return flat


def _quotient(flat: nx.Graph[int], group_of: dict[int, int]) -> nx.Graph[int]:
    """The groups as nodes, joined by the weight of the lines between and inside them."""
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for a, b, weight in flat.edges(data="weight"):
        one, other = group_of[a], group_of[b]
        weights[min(one, other), max(one, other)] += weight
    quotient: nx.Graph[int] = nx.Graph()
    quotient.add_nodes_from(range(len(set(group_of.values()))))
    quotient.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(weights.items()))
    return quotient
