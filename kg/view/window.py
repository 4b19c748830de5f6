"""Parts of a graph for a page that loads as it goes: entities, all their claims, what these lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx

from kg.naming import by_kind, compared, forms
from kg.view.communities import communities
from kg.view.payload import Payload, payload
from kg.view.selection import named_first, names_of

_HOLDS, _WORDS = 2, 3  # the ranks of what holds the text, and of what holds its words in another order
_ALIKE, _NEAREST, _LEAST_PAIRS = 0.6, 5, 2


class Window:
    """A graph that pages look into.

    Args:
        graph: the whole graph, as :func:`kg.graph.project` gives it.

    >>> graph = nx.MultiDiGraph([("e:th", "e:asean"), ("e:la", "e:asean")])
    >>> window = Window(graph)
    >>> window.around(["e:th"]).graph["nodes"]["iri"]
    ['e:asean', 'e:th']
    >>> window.around(["e:th"]).graph["nodes"]["all"]
    [2, 1]
    """

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        self.graph = graph
        self.member_of = communities(graph)
        self._names: list[tuple[str, str]] | None = None

    @property
    def totals(self) -> dict[str, Any]:
        """The size of the whole graph, for a page that has a part of it."""
        sizes = Counter(community for community in self.member_of.values() if community >= 0)
        return {
            "entities": self.graph.number_of_nodes(),
            "claims": self.graph.number_of_edges(),
            "communities": [sizes[community] for community in range(len(sizes))],
        }

    def around(self, nodes: Iterable[str]) -> Payload:
        """The claims and facts of these entities, all of them, and the entities that they lead to.

        Entities that the graph does not have are passed over. In the columns of nodes, ``all`` is how
        many claims an entity takes part in, and ``whole`` whether they are all here.
        """
        whole = {node for node in nodes if node in self.graph}
        return self.columns(self.part(whole), whole)

    def among(self, nodes: Iterable[str]) -> Payload:
        """These entities and the claims between them; what else is said of them is left for later."""
        inner = self.graph.subgraph(nodes)
        return self.columns(self._cut(sorted(inner), inner.edges(keys=True)), set())

    def part(self, whole: Iterable[str]) -> nx.MultiDiGraph[str]:
        """The entities, their neighbours, and the claims of the former; all in an order of their own."""
        named = set(whole)
        reached = named | {n for node in named for n in nx.all_neighbors(self.graph, node)}
        claims = set(self.graph.out_edges(named, keys=True)) | set(self.graph.in_edges(named, keys=True))
        return self._cut(sorted(reached), claims)

    def _cut(self, nodes: list[str], claims: Iterable[tuple[str, str, str]] = ()) -> nx.MultiDiGraph[str]:
        """Entities, in the order that they have here, and claims as a graph of their own."""
        part: nx.MultiDiGraph[str] = nx.MultiDiGraph(left_out=self.graph.graph.get("left_out", 0))
        part.add_nodes_from((node, self.graph.nodes[node]) for node in nodes)
        part.add_edges_from((a, b, key, self.graph.edges[a, b, key]) for a, b, key in sorted(claims))
        return part

    def find(self, text: str, most: int) -> tuple[Payload, int]:
        """Entities that a text may mean, the best first as the page ranks them, and how many there are."""
        wanted = forms(text)
        ranks: dict[str, int] = {}
        for form in wanted:
            for node, rank in self._ranks(form).items():
                ranks.setdefault(node, rank)
        # A word for what a thing is counts where nothing is called so, or begins so, with the word.
        if min(ranks.values(), default=_HOLDS) == _HOLDS:
            for rest, kind in by_kind(wanted):
                ranks.update((n, r) for n, r in self._ranks(rest).items() if r < _HOLDS and self._is(n, kind))
        words = [word for word in map(compared, text.split()) if word]
        if len(words) > 1:
            for node, names in self._folded():
                if all(word in names for word in words):
                    ranks.setdefault(node, _WORDS)
        found = (
            sorted(ranks, key=lambda node: self._order(node, ranks[node])) if ranks else self._near(wanted)
        )
        return self.columns(self._cut(found[:most]), set()), len(found)

    def _order(self, node: str, rank: int) -> tuple[int, int, int, str]:
        return rank, 0 if rank else named_first(self.graph, node), -self.graph.degree(node), node

    def _is(self, node: str, kind: str) -> bool:
        return str(self.graph.nodes[node].get("type", "")) == kind

    def _near(self, wanted: Sequence[str]) -> list[str]:
        """Entities with a name that shares most pairs of letters with what was asked (Dice's coefficient)."""
        bare = [*wanted[-1:], *(rest for rest, _ in by_kind(wanted[-1:]))]
        asked = [pairs for pairs in map(_pairs, bare) if len(pairs) >= _LEAST_PAIRS]
        if not asked:
            return []
        longest = len(wanted[0])
        alike = []
        for node, names in self._folded():
            close = [n for n in names.split("\n") if abs(len(n) - longest) <= longest / 2]
            found = [_pairs(name) for name in close]
            likeness = (2 * len(one & p) / (len(one) + len(p)) for one in asked for p in found)
            best = max(likeness, default=0.0)
            if best >= _ALIKE:
                alike.append((-best, -self.graph.degree(node), node))
        return [node for _, _, node in sorted(alike)[:_NEAREST]]

    def columns(self, part: nx.MultiDiGraph[str], whole: set[str]) -> Payload:
        """A part of the graph for the page; of the entities in ``whole`` all claims are in it."""
        found = payload(part, self.member_of)
        found.graph["nodes"]["all"] = [self.graph.degree(node) for node in part]
        found.graph["nodes"]["whole"] = [int(node in whole) for node in part]
        return found

    def _ranks(self, wanted: str) -> dict[str, int]:
        """Entities called so (0), beginning so (1), holding it (2)."""
        return {
            node: 0 if f"\n{wanted}\n" in names else 1 if f"\n{wanted}" in names else 2
            for node, names in (self._folded() if wanted else ())
            if wanted in names
        }

    def ways(self, one: str, other: str) -> Sequence[str]:
        """The entities on the shortest ways between two; none where no way leads from one to the other."""
        flat = self.graph.to_undirected(as_view=True)
        if one not in flat or other not in flat:
            return []
        from_one = nx.single_source_shortest_path_length(flat, one)
        if other not in from_one:
            return []
        length = from_one[other]
        from_other = nx.single_source_shortest_path_length(flat, other, cutoff=length)
        return sorted(n for n, steps in from_other.items() if from_one.get(n, length + 1) + steps == length)

    def _folded(self) -> list[tuple[str, str]]:
        if self._names is None:
            self._names = [
                (node, "\n" + "\n".join(compared(name) for name in names_of(attributes)) + "\n")
                for node, attributes in self.graph.nodes(data=True)
            ]
        return self._names


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
