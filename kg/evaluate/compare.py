"""Which predicted thing is which annotated one, and which fact is which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from operator import itemgetter
from typing import Final

import networkx as nx

from kg.evaluate.sides import LITERAL, SOFT, Fact, Side, Thing, comparable

ALIKE: Final = {
    "person": 0.85,
    "country": 1.0,
    "body": 0.75,
    "meeting": 0.6,
    "place": 0.6,
    "thing": 0.5,
    "topic": 0.5,
}
"""How alike the names of two things of a group must be, from 0 to 1, for them to be the same."""

_POST_ALIKE = 0.75
_TIE = 1e-6  # what a common value weighs beside a like name: it decides between names that are level
_PARTAKING = frozenset({"attended", "chaired", "hosted"})
_BY_NAME = frozenset(
    {*SOFT, "heldAt", "visited", "underFramework", "participatesIn", "coordinatorOf", "signed", "adopted"}
)
"""Predicates whose object may be typed differently by two readers: there a like name is enough."""


def likeness(one: str, other: str) -> float:
    """How alike two names are: Dice's coefficient over pairs of neighbouring characters.

    >>> likeness("อาเซียน", "อาเซียน"), round(likeness("abcd", "abce"), 2)
    (1.0, 0.67)
    """
    if one == other:
        return 1.0
    pairs, others = (Counter(pairwise(name)) for name in (one, other))
    total = pairs.total() + others.total()
    return 2 * (pairs & others).total() / total if total else 0.0


def _alike(one: Thing, other: Thing) -> float:
    if one.names & other.names:
        return 1.0
    return max((likeness(a, b) for a in one.names for b in other.names), default=0.0)


def align(gold: Side, made: Side) -> dict[str, str]:
    """Predicted thing to annotated thing, one to one.

    By names, so that the whole is as alike as can be; then meetings that are left over, by who took
    part and what else happened at them.
    """
    weights = nx.Graph()
    our_values, their_values = _values(made), _values(gold)
    for ours, thing in sorted(made.things.items(), key=itemgetter(0)):
        for theirs, other in gold.things.items():
            if thing.group == other.group and (alike := _alike(thing, other)) >= ALIKE[thing.group]:
                common = len(our_values[ours] & their_values[theirs])
                weights.add_edge(("made", ours), ("gold", theirs), weight=alike + _TIE * common)
    pairs: dict[str, str] = {}
    for group in nx.connected_components(weights):
        for pair in nx.max_weight_matching(weights.subgraph(sorted(group))):
            sides = dict(pair)
            pairs[sides["made"]] = sides["gold"]
    pairs.update(_by_circumstances(gold, made, pairs))
    return pairs


def _values(side: Side) -> dict[str, set[tuple[str, str]]]:
    """The values that each thing has: dates, numbers, modes."""
    values: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for subject, predicate, value in side.facts:
        if predicate in LITERAL:
            values[subject].add((predicate, value))
    return values


def _by_circumstances(gold: Side, made: Side, pairs: Mapping[str, str]) -> dict[str, str]:
    ours = _circumstances(made, pairs, (i for i in made.things if i not in pairs))
    taken = set(pairs.values())
    theirs = _circumstances(gold, {i: i for i in gold.things}, (i for i in gold.things if i not in taken))
    candidates = []
    for one, happened in ours.items():
        for other, stated in theirs.items():
            common = happened & stated
            if len(common) > 1 and any(predicate in _PARTAKING for predicate, _ in common):
                candidates.append((len(common) / len(happened | stated), other, one))
    found: dict[str, str] = {}
    for _, other, one in sorted(candidates, reverse=True):
        if one not in found and other not in found.values():
            found[one] = other
    return found


def _circumstances(
    side: Side, names: Mapping[str, str], left: Iterable[str]
) -> dict[str, set[tuple[str, str]]]:
    """What is said of each meeting: predicates with the other end, where that is aligned or a value."""
    meetings = {i: set[tuple[str, str]]() for i in left if side.things[i].group == "meeting"}
    for subject, predicate, value in side.facts:
        if predicate == "underFramework":
            continue  # too many meetings share their framework
        for meeting, other in ((subject, value), (value, subject)):
            if meeting in meetings:
                end = f"={other}" if predicate in LITERAL else names.get(other)
                if end is not None:
                    meetings[meeting].add((predicate, end))
    return meetings


def match(gold: Side, made: Side, pairs: Mapping[str, str]) -> dict[Fact, Fact]:
    """Annotated fact to predicted fact, one to one."""
    waiting: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(made.facts):
        waiting[fact.predicate].append(fact)
    found: dict[Fact, Fact] = {}
    for fact in gold.facts:
        for other in waiting[fact.predicate]:
            if _same(fact, other, gold, made, pairs):
                found[fact] = other
                waiting[fact.predicate].remove(other)
                break
    return found


def _same(fact: Fact, other: Fact, gold: Side, made: Side, pairs: Mapping[str, str]) -> bool:
    ends = pairs.get(other.subject), pairs.get(other.object)
    if fact.predicate == "metWith" and ends == (fact.object, fact.subject):
        return True
    if ends[0] != fact.subject:
        return False
    if fact.predicate == "holdsPosition":
        return likeness(comparable(fact.object), comparable(other.object)) >= _POST_ALIKE
    if fact.predicate in LITERAL:
        return fact.object == other.object
    return ends[1] == fact.object or (
        fact.predicate in _BY_NAME
        and other.object not in pairs
        and _alike_enough(gold.things.get(fact.object), made.things.get(other.object))
    )


def _alike_enough(one: Thing | None, other: Thing | None) -> bool:
    return one is not None and other is not None and _alike(one, other) >= ALIKE[one.group]
