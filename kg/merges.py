"""What is held to be one thing across documents, and why: to be looked through, and to be overruled."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.lexicon import read_table
from kg.store import GraphStore, find_things, open_graph

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
_DOCUMENTS = "SELECT ?document ?name { VALUES ?document { %s } ?document dcterms:identifier ?name }"
_MANY = 500


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
        QueryError: nothing is called ``name``; names what is called something like it.
        GraphError: the graph cannot be read.
    """
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
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
    meanings = {row["reason"]: row["en"] for row in read_table("merge_rungs")}
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


def pair_of(graph: GraphStore, said: Iterable[str]) -> tuple[str, str]:
    """The two things that ``said`` names: the identifier of a merge, or two names or IRIs.

    Raises:
        QueryError: it is no merge, or a name means several things, or both mean the same.
    """
    words = list(said)
    if len(words) == 1:
        for row in graph.query(_MERGES).rows:
            if words[0] in {_identifier(row[0]), row[0]}:
                return row[3], row[4]
        raise QueryError(f"{words[0]!r} is no merge of this store: kg merges lists those it has")
    things = []
    for word in words:
        found = find_things(graph, word)
        if len(found) != 1:
            raise QueryError(f"{word!r} means several things, name one by its IRI: {', '.join(found)}")
        things.append(found[0])
    if len(things) != 2 or things[0] == things[1]:  # noqa: PLR2004 - a pair
        raise QueryError(
            f"{' and '.join(words)} are one thing already: a merge is withdrawn by its identifier, "
            "see kg merges"
        )
    return min(things), max(things)


def _sides(store: GraphStore, iris: set[str]) -> dict[str, Side]:
    names: dict[str, dict[str, None]] = {iri: {} for iri in iris}
    graphs: dict[str, set[str]] = {iri: set() for iri in iris}
    for nodes in _chunks(iris):
        for thing, name, document in sorted(store.query(_NAMES % nodes).rows):
            names[thing][name] = None
            graphs[thing].add(document)
    called: dict[str, str] = {}
    for nodes in _chunks({document for of in graphs.values() for document in of}):
        called.update((row[0], row[1]) for row in store.query(_DOCUMENTS % nodes).rows)
    return {
        iri: Side(
            iri, tuple(names[iri]), tuple(sorted(called.get(document, document) for document in graphs[iri]))
        )
        for iri in iris
    }


def _said(side: Side) -> str:
    shown = side.documents[:3]
    more = f" … and {len(side.documents) - len(shown)} more" if len(side.documents) > len(shown) else ""
    return f"{' / '.join(side.names) or side.iri}  [{', '.join(shown)}{more}]"


def _identifier(merge: str) -> str:
    return merge.rsplit("/", 1)[-1]


def _chunks(iris: Iterable[str]) -> Iterator[str]:
    ordered = sorted(iris)
    for start in range(0, len(ordered), _MANY):
        yield " ".join(f"<{iri}>" for iri in ordered[start : start + _MANY])


__all__ = ["MergeShown", "Merges", "Side", "merges", "pair_of"]
