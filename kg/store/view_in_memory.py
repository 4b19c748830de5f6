"""What merges change in the view of a graph in memory: few of its statements, and only these are looked at.

:func:`kg.merging.folding.folded` works out the view of a whole dataset; given what stands near merges, and
no more, it says the same of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.merging.folding import (
    CLAIM_PARTS,
    ENTITY_ROWS,
    EVIDENCE,
    Fold,
    canonical_of,
    folded,
    moved,
)
from kg.rdf.literals import term, thut
from kg.rdf.terms import plain
from kg.vocab import OWL, Minter

_SAME_AS, _MERGES, _SCORE = term(OWL + "sameAs"), thut("merges"), thut("confidence")
_UNION = DefaultGraph()
_ENTITY_ROWS = [term(iri) for iri in sorted(ENTITY_ROWS)]


def changes(store: Store, minter: Minter) -> tuple[set[Quad], set[Quad]]:
    """What merges take out of the union of all graphs, and what they put into it.

    Args:
        store: its default graph is the union of all graphs, that of the merges among them.
        minter: the one that the graphs were made with.

    Returns:
        Statements of the default graph that the view has not, and those that it has besides.
    """
    same = list(_stated(store, None, _SAME_AS))
    canonical = canonical_of(same, minter.base)
    moving = set(_of_things(store, canonical))
    ends = [quad for quad in moving if quad.predicate.value in CLAIM_PARTS]
    moving.update(_about(store, {plain(quad.subject) for quad in ends}))
    claims = moved(moving, Fold(canonical, lambda _: 1.0, minter))[0]
    met = set(claims.values()) - claims.keys()
    moving.update(_about(store, met))
    beside = {*same, *_merges(store), *_words(store, moving, {*claims, *met})}
    view = set(folded([*moving, *beside - moving], minter))
    return moving - view, view - moving - beside


def _of_things(store: Store, canonical: dict[str, str]) -> Iterator[Quad]:
    """What is said of and by members of merges, and what is worked out for the things that stand for them."""
    for iri in canonical:
        yield from _stated(store, iri)
        yield from store.quads_for_pattern(None, None, NamedNode(iri), _UNION)
    for iri in set(canonical.values()):
        for predicate in _ENTITY_ROWS:
            yield from _stated(store, iri, predicate)


def _merges(store: Store) -> Iterator[Quad]:
    for quad in _stated(store, None, _MERGES):
        yield quad
        yield from _stated(store, plain(quad.subject), _SCORE)


def _words(store: Store, moving: Iterable[Quad], claims: set[str]) -> Iterator[Quad]:
    """The words of claims, the steps from the one to the other, and the documents of the words."""
    wanted = {
        plain(quad.object)
        for quad in moving
        if quad.predicate.value in EVIDENCE and plain(quad.subject) in claims
    }
    return _about(store, wanted | {iri.partition("#")[0] for iri in wanted})


def _about(store: Store, iris: Iterable[str]) -> Iterator[Quad]:
    for iri in iris:
        yield from _stated(store, iri)


def _stated(store: Store, iri: str | None, predicate: NamedNode | None = None) -> Iterator[Quad]:
    return store.quads_for_pattern(NamedNode(iri) if iri else None, predicate, None, _UNION)
