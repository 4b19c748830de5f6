"""What stands behind a node that merges put together: entities of documents, their names, the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from kg.store import listed
from kg.vocab import OWL, RDFS, SCHEMA

if TYPE_CHECKING:
    from kg.store import GraphStore

_SAME_AS, _NAME, _LABEL = OWL + "sameAs", SCHEMA + "name", RDFS + "label"
_SAME = "SELECT ?member ?chosen { ?member owl:sameAs ?chosen }"
_NAMES = "SELECT ?thing ?name { VALUES ?thing { %s } GRAPH ?document { ?thing schema:name ?name } }"

Called = Mapping[str, Collection[str]]
"""The names of entities in their documents."""


class Quad(Protocol):
    """A statement, as pyoxigraph gives it: terms with ``value``, literals with ``datatype`` besides."""

    @property
    def subject(self) -> Any: ...  # noqa: D102, ANN401 - pyoxigraph's terms have no common type
    @property
    def predicate(self) -> Any: ...  # noqa: D102, ANN401
    @property
    def object(self) -> Any: ...  # noqa: D102, ANN401


@dataclass(frozen=True, slots=True)
class MergedNode:
    """Entities of documents that are one node.

    ``members`` are their IRIs, sorted, that of the node among them. ``names`` are those that documents use,
    each with how many members bear it, the most borne first; none where only the view is at hand.
    ``reasons`` are rungs of ``ontology/tables/merge_rungs.tsv``, each with the confidence of the least sure
    merge that it stands for, the surest first; none where the graph gives none.
    """

    members: tuple[str, ...]
    names: tuple[tuple[str, int], ...] = ()
    reasons: tuple[tuple[str, float], ...] = ()


def merged_nodes(
    same: Mapping[str, str], merges: Iterable[tuple[str, str, float]], called: Called
) -> dict[str, MergedNode]:
    """What stands behind each node that was put together, by the node.

    Args:
        same: the node that stands for each entity that is none itself.
        merges: one of the two entities of a merge, its reason, and how sure it is.
        called: the names of entities in their documents.

    >>> found = merged_nodes({"e:b": "e:a"}, [("e:b", "name-letter", 0.92)], {"e:a": ["ลาว"], "e:b": ["ลาว"]})
    >>> found["e:a"].names, found["e:a"].reasons
    ((('ลาว', 2),), (('name-letter', 0.92),))
    """
    members: dict[str, set[str]] = defaultdict(set)
    for member, chosen in same.items():
        members[chosen] |= {member, chosen}
    reasons: dict[str, dict[str, float]] = defaultdict(dict)
    for side, reason, confidence in merges:
        of = reasons[same.get(side, side)]
        of[reason] = min(confidence, of.get(reason, confidence))
    found = {}
    for chosen, behind in members.items():
        names = Counter(name for member in behind for name in set(called.get(member, ())))
        why = sorted(reasons[chosen].items(), key=lambda item: (-item[1], item[0]))
        found[chosen] = MergedNode(
            tuple(sorted(behind)),
            tuple(sorted(names.items(), key=lambda item: (-item[1], item[0]))),
            tuple(why),
        )
    return found


def names_of_members(quads: Collection[Quad]) -> dict[str, set[str]]:
    """How documents call the entities that are merged, from all graphs: the view tells them no more apart.

    An entity that no document names has its labels for names.
    """
    merged = {end.value for q in quads if q.predicate.value == _SAME_AS for end in (q.subject, q.object)}
    names: dict[str, dict[str, set[str]]] = {_NAME: defaultdict(set), _LABEL: defaultdict(set)}
    for quad in quads if merged else ():
        kept = names.get(quad.predicate.value)
        if kept is not None and quad.subject.value in merged:
            kept[quad.subject.value].add(quad.object.value)
    return {**names[_LABEL], **names[_NAME]}


def names_in(store: GraphStore) -> dict[str, set[str]]:
    """How the documents of a store call the entities that are merged."""
    merged = {iri for row in store.query(_SAME).rows for iri in row[:2]}
    found: dict[str, set[str]] = defaultdict(set)
    for nodes in listed(merged):
        for thing, name in store.query(_NAMES % nodes).rows:
            found[thing].add(name)
    # A file of triples has no graphs to ask.
    return found if found or not merged else names_of_members(list(store.quads()))
