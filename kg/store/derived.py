"""What holds across documents, worked out again for the things and claims that a document changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Store

from kg.merging.folding import EVIDENCE
from kg.merging.known import entry_of
from kg.rdf import shared_quads
from kg.rdf.literals import term, thut
from kg.rdf.ontology import kinds_of
from kg.rdf.terms import plain
from kg.store.revision import Revision
from kg.vocab import DCTERMS, RDF, SCHEMA, THUT, Minter

_NAMES = tuple(term(iri) for iri in (DCTERMS + "type", SCHEMA + "name", SCHEMA + "alternateName"))
_ENDS = (term(RDF + "subject"), term(RDF + "object"))
_MOODS = (term(RDF + "predicate"), thut("modality"))
_ABOUT_THINGS = ("entities", "lexicon")


def things_and_claims(quads: Iterable[Quad]) -> tuple[set[str], set[str]]:
    """The IRIs of the things and of the claims that a document's graph speaks of."""
    things, claims = set(), set()
    for quad in quads:
        # A graph of somebody else's may speak of things without a name.
        if not isinstance(quad.subject, NamedNode):
            continue
        if quad.predicate.value == DCTERMS + "type":
            things.add(quad.subject.value)
        elif quad.predicate.value == RDF + "predicate":
            claims.add(quad.subject.value)
    return things, claims


def derived_quads(
    revision: Revision,
    things: Iterable[str],
    claims: Iterable[str],
    minter: Minter,
) -> dict[Quad, None]:
    """The statements of the graphs beyond documents about ``things`` and ``claims``.

    Args:
        revision: the documents as they will be.
        things: IRIs of entities.
        claims: IRIs of claims.
        minter: the one that the graphs were made with.
    """
    wanted = {*things, *claims}
    read: list[Quad] = []
    for iri in sorted(things):
        # Of a state there is something in every document.
        told = revision.about if entry_of(iri) is None else revision.counted
        named = [quad for predicate in _NAMES for quad in told(iri, predicate)]
        read += named
        if any(_is_meeting(quad) for quad in named):
            read += _moods(revision, iri)
    for claim in sorted(claims):
        read += claim_and_evidence(revision, claim)
    entries = [entry for iri in sorted(wanted) if (entry := entry_of(iri)) is not None]
    return {quad: None for quad in shared_quads(read, entries, minter) if plain(quad.subject) in wanted}


def claim_and_evidence(revision: Revision, claim: str) -> Iterator[Quad]:
    """A claim, and all that is said of its words and of the steps from the one to the other."""
    for stated in list(revision.about(claim, _MOODS[0])):
        # Words and steps belong to the document that states the claim by them.
        name = stated.graph_name
        if isinstance(name, NamedNode):
            yield from revision.stated_in(name.value, name)
        for quad in revision.stated_in(claim, name):
            yield quad
            if quad.predicate.value in EVIDENCE:
                yield from revision.stated_in(plain(quad.object), name)


def stored_rows(
    store: Store, things: Iterable[str], claims: Iterable[str], minter: Minter
) -> dict[Quad, None]:
    """The statements of the graphs beyond documents about ``things`` and ``claims``, as they are."""
    found: dict[Quad, None] = {}
    graphs = [NamedNode(minter.shared(name)) for name in _ABOUT_THINGS]
    for iri in things:
        for name in graphs:
            found.update(dict.fromkeys(store.quads_for_pattern(NamedNode(iri), None, None, name)))
    name = NamedNode(minter.shared("claims"))
    for claim in claims:
        found.update(dict.fromkeys(store.quads_for_pattern(NamedNode(claim), None, None, name)))
    return found


def _is_meeting(quad: Quad) -> bool:
    kind = plain(quad.object)
    return kind.startswith(THUT) and kind.removeprefix(THUT) in kinds_of("Meeting")


def _moods(revision: Revision, iri: str) -> Iterator[Quad]:
    """The claims about a thing, with their predicates and modalities: its status follows from them."""
    for end in _ENDS:
        for quad in revision.of(iri, end):
            yield quad
            for predicate in _MOODS:
                yield from revision.about(plain(quad.subject), predicate)
