"""Pairs of entities of different documents, judged one thing or two by a reader; run it for the figures.

    python tests/merged_pairs.py                  precision, recall and B³ of merging, by type
    python tests/merged_pairs.py --graph FILE     over a graph of the corpus (.nq .trig) that is there already
    python tests/merged_pairs.py --wrong          the pairs that come out otherwise than judged

The pairs lie in ``merged_pairs.tsv``. They were drawn from all pairs that share a key and from pairs that
share something looser (a word of a name, a post within a season, a framework and a year, a day and a
side, a run of letters), half of them among the most alike; pairs that a reader of the lists knew for one
thing or for a trap were added. Where verdicts of ``same`` hang together, they are one cluster. Rules
were corrected by the part ``rules`` alone; the part ``held-out`` only measures. The part ``accepted`` was
drawn later from the merges that were made, so that it tells of precision alone.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from corpora import needed
from pyoxigraph import NamedNode, Quad

from kg.merging.unions import Unions
from kg.vocab import DCTERMS, OWL, SCHEMA, Minter

FILE = Path(__file__).with_suffix(".tsv")
COLUMNS = ["type", "document", "name", "document", "name", "verdict", "part", "why"]
SAME, DIFFERENT = "same", "different"
PARTS = ("rules", "held-out", "accepted")
Z = 1.96  # a 95 % interval

Called = tuple[str, str]
"""A document, and what it calls an entity."""


class Pair(NamedTuple):
    """Two entities and what a reader says of them."""

    type: str
    first: Called
    second: Called
    verdict: str
    part: str
    why: str


class Known(NamedTuple):
    """A pair whose entities the graph has: their IRIs, and whether they were merged."""

    pair: Pair
    first: str
    second: str
    merged: bool


class Rate(NamedTuple):
    """So many right of so many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval."""
        if not self.of:
            return 0.0, 1.0
        n, p = self.of, self.share
        middle, spread = (p + Z * Z / (2 * n)), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return (middle - spread) / (1 + Z * Z / n), (middle + spread) / (1 + Z * Z / n)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.share:.3f} ({self.right}/{self.of}, {low:.2f}-{high:.2f})"


def read_pairs(path: Path = FILE) -> list[Pair]:
    """Every judged pair."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=3)
        assert next(rows) == COLUMNS
        return [Pair(t, (d, n), (e, m), verdict, part, why) for t, d, n, e, m, verdict, part, why in rows]


def known_pairs(pairs: Iterable[Pair], quads: Iterable[Quad], minter: Minter | None = None) -> list[Known]:
    """The pairs that the graph has both entities of; ``quads`` with the graph of merges among them."""
    minter = minter or Minter()
    merges = minter.shared("merges")
    canonical: dict[str, str] = {}
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)
    types: dict[str, str] = {}
    for quad in quads:
        if not isinstance(quad.graph_name, NamedNode):
            continue
        if quad.predicate.value == OWL + "sameAs" and quad.graph_name.value == merges:
            canonical[quad.subject.value] = quad.object.value
        elif quad.predicate.value == SCHEMA + "name":
            document = quad.graph_name.value.rpartition("/")[2]
            names[document.partition("-")[0] + "-" + document.split("-")[1]].append(
                (quad.object.value, quad.subject.value)
            )
        elif quad.predicate.value == DCTERMS + "type":
            types[quad.subject.value] = type_of(quad.object.value)
    found = []
    for pair in pairs:
        first, second = (_entity(called, pair.type, names, types) for called in (pair.first, pair.second))
        if first and second and first != second:
            merged = canonical.get(first, first) == canonical.get(second, second)
            found.append(Known(pair, first, second, merged))
    return found


def type_of(cls: str) -> str:
    from kg.merging.records import type_of as above  # noqa: PLC0415 - the rest needs no lexicon
    from kg.vocab import THUT  # noqa: PLC0415

    return above({cls.removeprefix(THUT): 1})


def _entity(
    called: Called, type_: str, names: Mapping[str, list[tuple[str, str]]], types: Mapping[str, str]
) -> str | None:
    document, name = called
    start = name.removesuffix("…")
    found = {
        iri
        for text, iri in names.get(document, ())
        if types.get(iri) == type_ and (text == name or (name != start and text.startswith(start)))
    }
    return found.pop() if len(found) == 1 else None


def pairwise(known: Iterable[Known]) -> tuple[Rate, Rate]:
    """Precision and recall over pairs."""
    known = list(known)
    both = sum(k.merged and k.pair.verdict == SAME for k in known)
    return Rate(both, sum(k.merged for k in known)), Rate(both, sum(k.pair.verdict == SAME for k in known))


def b_cubed(known: Iterable[Known], every: Iterable[Known]) -> tuple[float, float]:
    """B³ precision and recall over the entities of ``known``; what no verdict of ``every`` tells is left out.

    Verdicts tell more than their pairs: what is the same as the same is the same, and clusters of
    which two things are different are different throughout.
    """
    every = list(every)
    unions = Unions()
    for k in every:
        if k.pair.verdict == SAME:
            unions.join(k.first, k.second)
    apart = {
        frozenset((unions.root(k.first), unions.root(k.second))) for k in every if k.pair.verdict == DIFFERENT
    }
    merged = Unions()
    for k in every:
        if k.merged:
            merged.join(k.first, k.second)
    iris = sorted({iri for k in known for iri in (k.first, k.second)})
    precision, recall = [], []
    for iri in iris:
        told = [
            other
            for other in iris
            if unions.root(other) == unions.root(iri)
            or frozenset((unions.root(other), unions.root(iri))) in apart
        ]
        gold = {other for other in told if unions.root(other) == unions.root(iri)}
        mine = {other for other in told if merged.root(other) == merged.root(iri)}
        precision.append(len(gold & mine) / len(mine))
        recall.append(len(gold & mine) / len(gold))
    return sum(precision) / len(precision), sum(recall) / len(recall)


def merged_quads(graph: Path | None = None) -> list[Quad]:
    """The corpus as a graph, with the graph of merges."""
    from kg.build import build  # noqa: PLC0415 - it loads the whole reading
    from kg.merging import resolve_all  # noqa: PLC0415
    from kg.rdf import read_graph  # noqa: PLC0415

    quads = list(read_graph(graph)) if graph else list(build(needed() / "corpus" / "diplomatic").quads)
    merges = Minter().shared("merges")
    quads = [quad for quad in quads if getattr(quad.graph_name, "value", "") != merges]
    return [*quads, *resolve_all(quads)]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--part", choices=PARTS)
    options = parser.parse_args()
    pairs = read_pairs()
    every = known_pairs(pairs, merged_quads(options.graph))
    print(f"{len(every)} of {len(pairs)} judged pairs are in the graph")  # noqa: T201
    parts: list[tuple[str, ...]] = [("rules",), ("held-out",), ("rules", "held-out"), ("accepted",)]
    for chosen in parts if options.part is None else [(options.part,)]:
        part = "both" if len(chosen) > 1 else chosen[0]
        known = [k for k in every if k.pair.part in chosen]
        for type_ in ("", *sorted({k.pair.type for k in known})):
            some = [k for k in known if type_ in {"", k.pair.type}]
            precision, recall = pairwise(some)
            b_precision, b_recall = b_cubed(some, every)
            print(  # noqa: T201
                f"{part:9}{type_ or 'all':16}precision {precision!s:28}recall {recall!s:28}"
                f"B³ {b_precision:.3f} {b_recall:.3f}"
            )
    if options.wrong:
        for k in every:
            if k.merged != (k.pair.verdict == SAME) and options.part in {None, k.pair.part}:
                print(k.pair.verdict, *k.pair.first, "|", *k.pair.second, "|", k.pair.part, k.pair.why)  # noqa: T201


if __name__ == "__main__":
    main()
