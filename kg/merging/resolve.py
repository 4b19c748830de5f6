"""From likenesses to clusters: which entities are one, in spite of what keeps others apart.

Pairs are taken in the order of their scores. A pair is passed over where it would bring together two
things that can never be one, also through third ones, and where a thing that must find one partner
alone would find two. What comes of a group of things that hang together by likeness depends on that
group alone, so that a store can work it out again group by group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import Literal, NamedNode, Quad

from kg.merging.decisions import NONE, Decisions, Pair, pair, parse_decisions, read_decisions
from kg.merging.keys import keys
from kg.merging.ladder import compare, conflict
from kg.merging.likeness import Likeness, rung
from kg.merging.records import ASKED_FOR, Record, Statements, record
from kg.merging.unions import Unions
from kg.rdf.literals import decimal_literal, term, thut
from kg.vocab import DCTERMS, OWL, PROV, RDF, Minter

__all__ = [
    "NONE",
    "Compare",
    "Conflict",
    "Decisions",
    "Merge",
    "Resolution",
    "merges_quads",
    "parse_decisions",
    "read_decisions",
    "resolve",
    "resolve_all",
]

Compare = Callable[[Record, Record], Likeness | None]
Conflict = Callable[[Record, Record], bool]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two entities that are held to be one, in the order of their IRIs, and why."""

    first: str
    second: str
    reason: str
    score: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which entities are one.

    ``canonical`` leads each member of a cluster but one to that one; ``merges`` are the pairs that were
    joined, with their reasons, in order.
    """

    canonical: dict[str, str]
    merges: tuple[Merge, ...]


def resolve(
    records: Mapping[str, Record],
    pairs: Iterable[Pair] | None = None,
    decisions: Decisions = NONE,
    *,
    alike: Compare = compare,
    apart: Conflict = conflict,
) -> Resolution:
    """Which of ``records`` are one thing.

    Args:
        records: every record by its IRI.
        pairs: the pairs to compare, in any order; all that share a key where not given.
        decisions: what the user decided; it overrides the ladder.
        alike: :func:`kg.merging.ladder.compare`, or what keeps what it gave.
        apart: :func:`kg.merging.ladder.conflict`, or what keeps what it gave.
    """
    asked = pairs_of(records) if pairs is None else {pair(*found) for found in pairs}
    likenesses = dict(_likenesses(records, asked, decisions, alike))
    return resolution_of(records, likenesses, decisions, apart)


def pairs_of(records: Mapping[str, Record]) -> set[Pair]:
    """All pairs of records that share a key."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for iri, found in records.items():
        for key in keys(found):
            by_key[key].append(iri)
    return {pair(a, b) for iris in by_key.values() if len(iris) > 1 for a, b in combinations(iris, 2)}


def _likenesses(
    records: Mapping[str, Record], pairs: Iterable[Pair], decisions: Decisions, alike: Compare
) -> Iterator[tuple[Pair, Likeness]]:
    for first, second in sorted(decisions.same):
        if first in records and second in records:
            yield (first, second), rung("decision")
    for found in sorted(pairs):
        if found in decisions.same or found in decisions.different:
            continue
        a, b = (records.get(iri) for iri in found)
        if a is not None and b is not None and (likeness := alike(a, b)) is not None:
            yield found, likeness


def resolution_of(
    records: Mapping[str, Record],
    likenesses: Mapping[Pair, Likeness],
    decisions: Decisions = NONE,
    apart: Conflict = conflict,
) -> Resolution:
    """Which of ``records`` are one thing, by how alike they are.

    What comes of records that hang together by likeness does not depend on others.

    Args:
        records: by IRI.
        likenesses: of pairs of records that are alike, in any order.
        decisions: what the user decided.
        apart: :func:`kg.merging.ladder.conflict`, or what keeps what it gave.
    """
    unions = Unions(decisions.different)
    merges = []
    kept = _Apart(records, apart)
    ordered = sorted(likenesses.items(), key=lambda item: (-item[1].score, item[0]))
    lost: set[str] = set()
    # Whom a thing leans to, for each score: the surer ones alone decide where it belongs.
    lean: dict[tuple[str, float], set[str]] = defaultdict(set)
    for found, likeness in ordered:
        if likeness.leans:
            lean[likeness.leans, likeness.score].add(found[likeness.leans == found[0]])
    for found, likeness in ordered:
        if likeness.leans:
            partners = lean[likeness.leans, likeness.score]
            if likeness.leans not in lost and _is_torn(unions, kept, likeness.leans, partners):
                lost.add(likeness.leans)
            if lost.intersection(found):
                continue
        decided = likeness.reason == "decision"
        together = unions.root(found[0]) == unions.root(found[1])
        if (together or decided or kept.may_meet(unions, *found)) and unions.join(*found):
            merges.append(Merge(*found, likeness.reason, likeness.score, likeness.because))
    canonical: dict[str, str] = {}
    for members in unions.clusters():
        chosen = min(members, key=lambda iri: _rank(records[iri]))
        canonical.update((iri, chosen) for iri in members if iri != chosen)
    return Resolution(
        dict(sorted(canonical.items())), tuple(sorted(merges, key=lambda m: (m.first, m.second)))
    )


def _is_torn(unions: Unions, apart: _Apart, leaning: str, partners: set[str]) -> bool:
    """Whether those whom a thing leans to can never all be one, or one of them never be the thing."""
    roots = {unions.root(iri): iri for iri in sorted({leaning, *partners})}
    return any(
        not unions.may_join(a, b) or not apart.may_meet(unions, a, b)
        for a, b in combinations(sorted(roots.values()), 2)
    )


class _Apart:
    """Whether two clusters hold things that can never be one; asked once for each two things."""

    def __init__(self, records: Mapping[str, Record], conflict: Conflict) -> None:
        self._records = records
        self._ask = conflict
        self._known: dict[Pair, bool] = {}

    def may_meet(self, unions: Unions, a: str, b: str) -> bool:
        mine, other = sorted(unions.members(a)), sorted(unions.members(b))
        return not any(self._conflict(x, y) for x in mine for y in other)

    def _conflict(self, a: str, b: str) -> bool:
        key = pair(a, b)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._ask(self._records[a], self._records[b])
        return known


def _rank(found: Record) -> tuple[bool, bool, int, int, str]:
    """Who stands for a cluster comes first: known to the lexicon, named, in most documents, fullest name."""
    fullest = max((len(name) for name in found.called), default=0)
    return (not found.entry, not found.named, -len(found.documents), -fullest, found.iri)


def merges_quads(resolution: Resolution, minter: Minter | None = None) -> list[Quad]:
    """The graph of merges: who is whom, and why.

    Args:
        resolution: what :func:`resolve` gave.
        minter: the one that the document graphs were made with.
    """
    minter = minter or Minter()
    name = NamedNode(minter.shared("merges"))
    same = term(OWL + "sameAs")
    quads = [Quad(NamedNode(a), same, NamedNode(b), name) for a, b in resolution.canonical.items()]
    for merge in resolution.merges:
        node = NamedNode(minter.merge(merge.first, merge.second))
        quads.append(Quad(node, term(RDF + "type"), thut("Merge"), name))
        quads.extend(Quad(node, thut("merges"), NamedNode(iri), name) for iri in (merge.first, merge.second))
        quads.append(Quad(node, thut("reason"), Literal(merge.reason), name))
        quads.append(Quad(node, thut("confidence"), decimal_literal(merge.score), name))
        derived = term(PROV + "wasDerivedFrom")
        quads.extend(Quad(node, derived, NamedNode(source), name) for source in merge.because)
    return quads


def resolve_all(
    quads: Iterable[Quad], decisions: Decisions = NONE, minter: Minter | None = None
) -> list[Quad]:
    """The graph of merges for the document graphs in ``quads``; other graphs are passed over.

    Args:
        quads: a whole dataset, in any order.
        decisions: what the user decided.
        minter: the one that the document graphs were made with.
    """
    minter = minter or Minter()
    statements = Held(quads, minter)
    records = {iri: record(iri, statements) for iri in statements.entities()}
    return merges_quads(resolve(records, None, decisions), minter)


class Held(Statements):
    """What documents state, held in memory; of what is never asked for (the words of claims) nothing."""

    def __init__(self, quads: Iterable[Quad], minter: Minter) -> None:
        shared, issued = f"{minter.base}graph/", DCTERMS + "issued"
        self._about: dict[str, list[Quad]] = defaultdict(list)
        self._of: dict[str, list[Quad]] = defaultdict(list)
        self._issued: dict[str, str] = {}
        self._entities: set[str] = set()
        for quad in quads:
            predicate = quad.predicate.value
            if predicate not in ASKED_FOR and predicate != issued:
                continue
            subject, _, value, graph = quad
            if not isinstance(graph, NamedNode) or graph.value.startswith(shared):
                continue
            iri = subject.value
            self._about[iri].append(quad)
            if predicate == RDF + "object":
                self._of[value.value].append(quad)
            elif predicate == DCTERMS + "type":
                self._entities.add(iri)
            elif predicate == issued:
                self._issued[iri] = value.value

    def about(self, iri: str) -> Iterable[Quad]:
        """The quads with subject ``iri``."""
        return self._about.get(iri, ())

    def of(self, iri: str) -> Iterable[Quad]:
        """The quads with object ``iri``."""
        return self._of.get(iri, ())

    def states(self, document: str, iri: str) -> bool:  # noqa: ARG002 - that of all is at hand
        """Whether any document says something of ``iri``."""
        return bool(self._about.get(iri))

    def issued(self, document: str) -> str:
        """The date of a document; empty where it has none."""
        return self._issued.get(document, "")

    def entities(self) -> list[str]:
        """Every entity that a document tells of, in order."""
        return sorted(self._entities)
