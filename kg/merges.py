"""What is held to be one thing across documents, and why: to be looked through, and to be overruled."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.lexicon import read_table
from kg.merged import names_in
from kg.merging.decisions import decision_lines
from kg.store import GraphStore, find_things, listed, open_graph, plain
from kg.store.names import spelt
from kg.vocab import NIF, PROV, RDF, Minter

_MERGES = """
SELECT ?merge ?reason ?score ?a ?b WHERE {
  ?merge a thut:Merge ; thut:reason ?reason ; thut:confidence ?score ; thut:merges ?a, ?b .
  FILTER(STR(?a) < STR(?b))
}"""
_BECAUSE = "SELECT ?merge ?source { ?merge a thut:Merge ; prov:wasDerivedFrom ?source }"
_SAME = "SELECT ?member ?chosen { ?member owl:sameAs ?chosen }"
_NAMES = """
SELECT ?thing ?name ?document WHERE {
  VALUES ?thing { %s }
  GRAPH ?document { ?thing schema:name ?name }
}"""
_CALLED = """
SELECT DISTINCT ?thing WHERE {
  VALUES ?name { %s }
  GRAPH ?document { ?thing schema:name|schema:alternateName ?name }
}"""
_DOCUMENTS = "SELECT ?document ?name { VALUES ?document { %s } ?document dcterms:identifier ?name }"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two things of a merge: its IRI, how documents call it, and the documents that do."""

    iri: str
    names: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergeShown:
    """Two things of documents that are held to be one.

    ``chosen`` is the IRI under which both are seen; ``reason`` is a rung of
    ``ontology/tables/merge_rungs.tsv``, ``meaning`` what it says; ``because`` are the claims and documents
    that speak for it.
    """

    identifier: str
    chosen: str
    reason: str
    meaning: str
    score: float
    first: Side
    second: Side
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """What the user decided of two things, and why."""

    identifier: str
    verdict: str
    why: str
    first: Side
    second: Side

    def text(self) -> str:
        """For people: three lines."""
        why = f"  {self.why}" if self.why else ""
        sides = "".join(f"    {_said(side)}\n" for side in (self.first, self.second))
        return f"{self.identifier}  {self.verdict}{why}\n{sides}"


@dataclass(frozen=True, slots=True)
class Merges:
    """Merges, the least sure first."""

    merges: tuple[MergeShown, ...]

    def __len__(self) -> int:
        return len(self.merges)

    def text(self) -> str:
        """For people: three lines a merge."""
        lines = []
        for merge in self.merges:
            lines.append(f"{merge.identifier}  {merge.score:g}  {merge.reason}: {merge.meaning}")
            lines += [f"    {_said(side)}" for side in (merge.first, merge.second)]
        return "".join(f"{line}\n" for line in lines) or "nothing is merged\n"

    def json(self) -> str:
        """For programs."""
        return json.dumps([asdict(merge) for merge in self.merges], ensure_ascii=False, indent=1) + "\n"


def merges(
    graph: GraphStore | str | Path, name: str = "", *, reason: str = "", below: float = 1.01
) -> Merges:
    """The merges of a graph.

    Args:
        graph: a store, or the file of a graph.
        name: only those of what is called so (a name, an IRI, or the identifier of a merge).
        reason: only those for this reason.
        below: only those less sure than this.

    Raises:
        QueryError: nothing is called ``name``, or there is no such reason; names what there is.
        GraphError: the graph cannot be read.

    >>> from kg import build
    >>> from kg.store import MemoryStore
    >>> for merge in merges(MemoryStore(build(samples=True).quads)).merges:
    ...     print(merge.reason, merge.first.names, merge.second.names)
    name-contained ('ปฏิญญาหลวงพระบาง',) ('ปฏิญญาหลวงพระบางว่าด้วยความเชื่อมโยงสีเขียว',)
    """
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    meanings = {row["reason"]: row["en"] for row in read_table("merge_rungs")}
    if reason and reason not in meanings:
        raise QueryError(f"{reason!r} is no reason of a merge: want one of {', '.join(meanings)}")
    chosen = {row[0]: row[1] for row in store.query(_SAME).rows}
    rows = [row for row in store.query(_MERGES).rows if float(row[2]) < below and reason in {"", row[1]}]
    if name and any(_identifier(row[0]) == name for row in rows):
        rows = [row for row in rows if _identifier(row[0]) == name]
    elif name:
        things = set(find_things(store, name))
        rows = [row for row in rows if things & {row[3], row[4], chosen.get(row[3], row[3])}]
    sides = _sides(store, {iri for row in rows for iri in row[3:]})
    sources: dict[str, list[str]] = {}
    for merge, source in store.query(_BECAUSE).rows:
        sources.setdefault(merge, []).append(source)
    found = [
        MergeShown(
            identifier=_identifier(merge),
            chosen=chosen.get(a, a),
            reason=why,
            meaning=meanings.get(why, ""),
            score=float(score),
            first=sides[a],
            second=sides[b],
            because=tuple(sorted(sources.get(merge, ()))),
        )
        for merge, why, score, a, b in rows
    ]
    return Merges(
        tuple(sorted(found, key=lambda m: (m.score, m.reason, m.chosen, m.first.iri, m.second.iri)))
    )


def decisions_json(said: Iterable[DecisionShown]) -> str:
    """Decisions, for programs."""
    return json.dumps([asdict(decision) for decision in said], ensure_ascii=False, indent=1) + "\n"


def decided(graph: GraphStore, text: str, name: str) -> tuple[DecisionShown, ...]:
    """What was decided in a file of decisions, with how documents call the two; in the order of the file.

    Args:
        graph: the store that the decisions are for.
        text: the text of the file.
        name: of the file, for messages.

    Raises:
        MergeError: a line cannot be read.
    """
    lines = decision_lines(text, name)
    sides = _sides(graph, {iri for _, pair, _ in lines for iri in pair})
    return tuple(
        DecisionShown(_identifier(Minter(graph.base).merge(a, b)), verdict, why, sides[a], sides[b])
        for verdict, (a, b), why in lines
    )


def decision(graph: GraphStore, verdict: str, things: tuple[str, str], why: str = "") -> DecisionShown:
    """What was decided of two things, with how documents call them."""
    first, second = things
    sides = _sides(graph, {first, second})
    return DecisionShown(
        _identifier(Minter(graph.base).merge(first, second)), verdict, why, sides[first], sides[second]
    )


def pair_of(graph: GraphStore, said: Iterable[str], known: Iterable[tuple[str, str]] = ()) -> tuple[str, str]:
    """The two things that ``said`` names: the identifier of a pair, or its beginning; or two names or IRIs.

    Of two names that several pairs bear, the pair that is merged, or was decided of, is meant.

    Args:
        graph: the store.
        said: one identifier, or two names or IRIs.
        known: pairs that were decided of.

    Raises:
        QueryError: it is no pair, or several; says what would do.
    """
    words = list(said)
    minter = Minter(graph.base)
    pairs = {(row[3], row[4]) for row in graph.query(_MERGES).rows} | set(known)
    if len(words) == 1:
        by_name = {_identifier(minter.merge(*pair)): pair for pair in pairs}
        found = [pair for name, pair in sorted(by_name.items()) if name.startswith(_identifier(words[0]))]
        if len(found) == 1:
            return found[0]
        what = "begins several merges" if found else "is no merge and no decision"
        raise QueryError(f"{words[0]!r} {what} of this store: kg merges and kg merges --decided list them")
    one, other = (_called(graph, word) for word in words)
    meant = {(min(a, b), max(a, b)) for a in one for b in other if a != b}
    within = _merged_within(graph, one & other, pairs) if words[0] != words[1] else set()
    for choice in (meant & pairs, meant, _seen(graph, one, other), within):
        if len(choice) == 1:
            return next(iter(choice))
    if within:
        raise QueryError(
            f"several merges make one thing of {' and '.join(words)}: give one by its identifier, which "
            "kg merges lists"
        )
    if not meant:
        raise QueryError(f"{' and '.join(words)} are one thing in every document: there is nothing to decide")
    raise QueryError(
        f"several things are called so, name two by their IRIs: {', '.join(sorted(one | other))}"
    )


def _called(graph: GraphStore, word: str) -> set[str]:
    """The things of documents that are called so there; else what the view calls so."""
    if "://" in word:
        return {word.strip("<>")}
    rows = graph.query(_CALLED % spelt(" ".join(word.split()))).rows
    return {row[0] for row in rows} or set(find_things(graph, word))


def _seen(graph: GraphStore, one: set[str], other: set[str]) -> set[tuple[str, str]]:
    """The pair of what stands for all that is called the one and all that is called the other."""
    chosen = {row[0]: row[1] for row in graph.query(_SAME).rows}
    ends = [{chosen.get(iri, iri) for iri in iris} for iris in (one, other)]
    if any(len(end) != 1 for end in ends) or ends[0] == ends[1]:
        return set()
    first, second = sorted(next(iter(end)) for end in ends)
    return {(first, second)}


def _merged_within(graph: GraphStore, things: set[str], pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The merges that make one of the ``things`` what it is, or make it one with another of them."""
    chosen = {row[0]: row[1] for row in graph.query(_SAME).rows}
    return {pair for pair in pairs if {chosen.get(iri, iri) for iri in pair} <= things}


def _sides(store: GraphStore, iris: set[str]) -> dict[str, Side]:
    names: dict[str, dict[str, None]] = {iri: {} for iri in iris}
    graphs: dict[str, set[str]] = {iri: set() for iri in iris}
    for nodes in listed(iris):
        for thing, name, document in sorted(store.query(_NAMES % nodes).rows):
            names[thing][name] = None
            graphs[thing].add(document)
    if iris and not any(names.values()):
        # A file of triples has no graphs of documents to ask.
        for iri, found in names_in(store).items():
            names.setdefault(iri, {}).update(dict.fromkeys(sorted(found)))
        graphs.update(_speaking_of(store, iris))
    called: dict[str, str] = {}
    for nodes in listed({document for of in graphs.values() for document in of}):
        called.update((row[0], row[1]) for row in store.query(_DOCUMENTS % nodes).rows)
    return {
        iri: Side(
            iri, tuple(names[iri]), tuple(sorted(called.get(document, document) for document in graphs[iri]))
        )
        for iri in iris
    }


def _speaking_of(store: GraphStore, iris: set[str]) -> dict[str, set[str]]:
    """The documents whose claims are about these things, from the claims as documents make them."""
    links = {RDF + "subject", RDF + "object", PROV + "wasDerivedFrom", NIF + "referenceContext"}
    ends: dict[str, set[str]] = defaultdict(set)
    to: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads():
        predicate = quad.predicate.value
        if predicate not in links:
            continue
        subject, value = plain(quad.subject), plain(quad.object)
        if not predicate.startswith(RDF):
            to[subject].add(value)
        elif value in iris:
            ends[value].add(subject)
    return {
        iri: {document for claim in ends[iri] for phrase in to[claim] for document in to[phrase]}
        for iri in iris
    }


def _said(side: Side) -> str:
    shown = side.documents[:3]
    more = f" … and {len(side.documents) - len(shown)} more" if len(side.documents) > len(shown) else ""
    documents = f"  [{', '.join(shown)}{more}]" if shown else ""
    return f"{' / '.join(side.names) or side.iri}{documents}"


def _identifier(merge: str) -> str:
    return merge.rsplit("/", 1)[-1]


__all__ = [
    "DecisionShown",
    "MergeShown",
    "Merges",
    "Side",
    "decided",
    "decision",
    "decisions_json",
    "merges",
    "pair_of",
]
