"""A store filled from a file in one go: as fast as the engine loads, in the memory of one batch.

What holds across documents and the merges are taken from the file as they are; only the view is worked
out, statement by statement, since all but a few of them stand in it as they stand in their documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import StoreError
from kg.merging.folding import (
    AS_IT_IS,
    CLAIM_ROWS,
    ENTITY_ROWS,
    EVIDENCE,
    Fold,
    claim_rows,
    entity_rows,
    parts_of,
)
from kg.rdf import read_graph
from kg.rdf.literals import term
from kg.rdf.terms import plain
from kg.store.linking import Clusters
from kg.vocab import RDF, Minter

_BATCH = 100_000  # statements held at a time
_ENDS = (term(RDF + "subject"), term(RDF + "object"))


def fill(store: Store, path: Path, minter: Minter) -> None:
    """Load a file of graphs that :func:`kg.build.build` wrote into an empty store, and work out the view.

    Args:
        store: an empty store.
        path: a file with graphs (``.nq``, ``.trig``), one a document, and those beyond documents.
        minter: the one that the graphs were made with.

    Raises:
        GraphError: the file cannot be read, or is malformed.
        StoreError: it has statements without a graph, or none of the graphs beyond documents.
    """
    for batch in _batches(read_graph(path)):
        loose = next((quad for quad in batch if isinstance(quad.graph_name, DefaultGraph)), None)
        if loose is not None:
            raise StoreError(
                f"{path}: {loose.triple} is in no graph: a store is filled from a file in which each "
                "document has a graph of its own, as kg build -o graph.nq writes it"
            )
        store.bulk_extend(batch)
    entities = NamedNode(minter.shared("entities"))
    if len(store) and not store.contains_named_graph(entities):
        raise StoreError(f"{path} lacks the graph {entities}: it was not written by kg build")
    _fill_view(store, path, minter)


def base_in(path: Path) -> str:
    """The base of the IRIs in a file of graphs, found out from the first name of a graph; empty without one.

    Raises:
        GraphError: the file cannot be read, or is malformed.
    """
    for quad in read_graph(path):
        name = quad.graph_name
        for kind in ("/doc/", "/graph/"):
            if isinstance(name, NamedNode) and kind in name.value:
                return name.value.rpartition(kind)[0] + "/"
    return ""


def _fill_view(store: Store, path: Path, minter: Minter) -> None:
    clusters = Clusters.stored(store, minter)
    fold = Fold(clusters.canonical, clusters.trust, minter)
    claims, doubts = _moved(store, clusters, fold)
    for batch in _batches(read_graph(path)):
        store.bulk_extend(_seen(batch, fold, claims, clusters))
    rows: list[Quad] = []
    for chosen, members in sorted(clusters.members.items()):
        about = [quad for iri in sorted(members) for quad in _named(store, iri)]
        rows += entity_rows(chosen, [quad for quad in about if quad.predicate.value in ENTITY_ROWS])
    rows += _pooled(store, claims, doubts, minter)
    store.bulk_extend(rows)


def _seen(batch: Iterable[Quad], fold: Fold, claims: dict[str, str], clusters: Clusters) -> Iterator[Quad]:
    merged, moved = {*clusters.canonical, *clusters.members}, {*claims, *claims.values()}
    for quad in batch:
        subject, predicate = plain(quad.subject), quad.predicate.value
        if predicate in AS_IT_IS:
            yield Quad(quad.subject, quad.predicate, quad.object)
        elif not (predicate in ENTITY_ROWS and subject in merged) and not (
            predicate in CLAIM_ROWS and subject in moved
        ):
            yield fold.quad(quad, claims)


def _moved(store: Store, clusters: Clusters, fold: Fold) -> tuple[dict[str, str], dict[str, float]]:
    """The names in the view of the claims whose ends are in a merge, and how sure they are of them."""
    found: dict[str, str] = {}
    doubts: dict[str, float] = {}
    for iri in clusters.canonical:
        for end in _ENDS:
            for quad in store.quads_for_pattern(None, end, NamedNode(iri), None):
                claim = plain(quad.subject)
                if claim not in found:
                    said = parts_of(store.quads_for_pattern(quad.subject, None, None, quad.graph_name))
                    if said is not None:
                        found[claim], doubts[claim] = fold.claim(said), fold.sure(said)
    return found, doubts


def _pooled(store: Store, claims: dict[str, str], doubts: dict[str, float], minter: Minter) -> Iterator[Quad]:
    """How sure the claims are that stand under another name, or for others."""
    by_group: dict[str, set[str]] = defaultdict(set)
    for claim, group in claims.items():
        by_group[group].add(claim)
    for group, members in sorted(by_group.items()):
        evidence, about = [], []
        for claim in sorted({group, *members}):
            for predicate in map(term, sorted(EVIDENCE)):
                for quad in store.quads_for_pattern(NamedNode(claim), predicate, None, None):
                    if isinstance(quad.graph_name, DefaultGraph):
                        continue
                    evidence.append(Quad(NamedNode(group), predicate, quad.object))
                    about += _named(store, plain(quad.object))
                    about += _named(store, quad.graph_name.value)
        yield from claim_rows(evidence, dict.fromkeys(about), doubts, minter)


def _named(store: Store, iri: str) -> list[Quad]:
    """What the graphs say of ``iri``; the view is passed over."""
    rows = store.quads_for_pattern(NamedNode(iri), None, None, None)
    return [quad for quad in rows if not isinstance(quad.graph_name, DefaultGraph)]


def _batches(quads: Iterator[Quad]) -> Iterator[list[Quad]]:
    while batch := list(islice(quads, _BATCH)):
        yield batch
