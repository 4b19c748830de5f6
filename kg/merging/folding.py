"""The view through the merges: each thing one node, each claim one assertion.

The documents' graphs are never edited. The view is worked out from them: each member of a merge gives
way to the entity that stands for it, and claims that come to say the same become one assertion with
the evidence of all. Take the merges away, and the view is the plain union again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import prod

from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf.literals import term, thut
from kg.rdf.shared import shared_quads
from kg.rdf.terms import Term, plain
from kg.vocab import BASE, NIF, OWL, PROV, RDF, RDFS, SKOS, THUT, Minter

Parts = tuple[NamedNode, str, Term, str]
"""A claim's subject, the local name of its predicate, its object, the local name of its modality."""

ENTITY_ROWS = frozenset(
    (RDF + "type", RDFS + "label", SKOS + "altLabel", SKOS + "exactMatch", THUT + "status")
)
"""What is worked out for a thing over all documents: a merged thing has it anew."""

CLAIM_ROWS = frozenset((THUT + "confidence", THUT + "support"))
"""What is worked out for a claim over all documents."""

_SAME_AS = OWL + "sameAs"
_MERGES, _SCORE = THUT + "merges", THUT + "confidence"
_STEP_SCORE = NIF + "confidence"
AS_IT_IS = frozenset((_SAME_AS, THUT + "merges"))
"""What tells of merges: it names things as documents do, in the view too."""

_PART = {RDF + "subject": 0, RDF + "predicate": 1, RDF + "object": 2, THUT + "modality": 3}
CLAIM_PARTS = frozenset(_PART)
"""What tells of what to what: from a claim to its parts."""
EVIDENCE = frozenset((PROV + "wasDerivedFrom", PROV + "qualifiedDerivation"))
"""From a claim to its words, and to the step from the one to the other, which says how sure it is."""
_HELD, _PLANNED = thut("Held"), thut("Planned")


class Fold:
    """Where things and claims of documents stand in the view.

    Args:
        canonical: the entity that stands for each member of a merge, by IRI.
        trust: how sure it is that a member is what stands for it.
        minter: the one that the graphs were made with.
    """

    def __init__(self, canonical: Mapping[str, str], trust: Callable[[str], float], minter: Minter) -> None:
        self.canonical = canonical
        self._trust = trust
        self._minter = minter

    def entity(self, iri: str) -> str:
        """The entity that stands for ``iri``; itself where it is in no merge."""
        return self.canonical.get(iri, iri)

    def moves(self, claim: Parts) -> bool:
        """Whether a claim stands under another name in the view."""
        subject, _, value, _ = claim
        return subject.value in self.canonical or (
            isinstance(value, NamedNode) and value.value in self.canonical
        )

    def claim(self, claim: Parts) -> str:
        """The IRI of a claim in the view: that of the same claim about what stands for its ends."""
        subject, predicate, value, modality = claim
        return self._minter.assertion(str(self.term(subject)), predicate, str(self.term(value)), modality)

    def sure(self, claim: Parts) -> float:
        """How sure it is that a claim is about what it is about in the view."""
        ends = (plain(end) for end in (claim[0], claim[2]))
        return prod(self._trust(iri) for iri in ends if iri in self.canonical)

    def term(self, value: Term) -> Term:
        """A term in the view."""
        if isinstance(value, NamedNode) and value.value in self.canonical:
            return NamedNode(self.canonical[value.value])
        return value

    def quad(self, quad: Quad, claims: Mapping[str, str]) -> Quad:
        """A statement in the view; ``claims`` gives the names of the claims that move."""
        subject = quad.subject
        iri = plain(subject)
        moved = claims.get(iri) or self.canonical.get(iri)
        return Quad(NamedNode(moved) if moved else subject, quad.predicate, self.term(quad.object))


def canonical_of(quads: Iterable[Quad], base: str) -> dict[str, str]:
    """The entity that stands for each member of a merge: ``owl:sameAs`` between entities of ``base``."""
    found = {}
    for quad in quads:
        if quad.predicate.value == _SAME_AS and isinstance(quad.object, NamedNode):
            member, chosen = plain(quad.subject), quad.object.value
            if member != chosen and member.startswith(base) and chosen.startswith(base):
                found[member] = chosen
    return found


def trust_of(merges: Iterable[tuple[str, float]]) -> dict[str, float]:
    """How sure it is that an entity is what stands for it: as sure as the surest merge that it is in.

    Args:
        merges: an entity, and how sure a merge is that it is in.
    """
    found: dict[str, float] = {}
    for iri, score in merges:
        found[iri] = max(found.get(iri, 0.0), score)
    return found


def _trusted(quads: Iterable[Quad]) -> dict[str, float]:
    merged = [quad for quad in quads if quad.predicate.value == _MERGES]
    nodes = {quad.subject for quad in merged}
    scores = {
        quad.subject: float(plain(quad.object))
        for quad in quads
        if quad.subject in nodes and quad.predicate.value == _SCORE
    }
    return trust_of((plain(quad.object), scores.get(quad.subject, 1.0)) for quad in merged)


def parts_of(about: Iterable[Quad]) -> Parts | None:
    """The parts of a claim, from the statements about it; None where one is missing."""
    parts: list[Term | None] = [None] * 4
    for quad in about:
        place = _PART.get(quad.predicate.value)
        if place is not None:
            parts[place] = quad.object
    subject, predicate, value, modality = parts
    if not isinstance(subject, NamedNode) or predicate is None or value is None or modality is None:
        return None
    return subject, plain(predicate).removeprefix(THUT), value, plain(modality).removeprefix(THUT)


def seen(quads: Iterable[Quad]) -> Iterable[Quad]:
    """The view of quads whose base is not known: the quads themselves where nothing is merged."""
    held = list(quads)
    if not any(quad.predicate.value == _SAME_AS for quad in held):
        return held
    return folded(held, Minter(base_of(held)))


def base_of(quads: Iterable[Quad]) -> str:
    """The base of the IRIs of quads, found out from their documents; the usual one where there are none."""
    documents = (
        plain(quad.subject)
        for quad in quads
        if quad.predicate.value == RDF + "type" and plain(quad.object) == THUT + "SourceDocument"
    )
    head, found, _ = min(documents, default="").rpartition("/doc/")
    return f"{head}/" if found else BASE


def folded(quads: Iterable[Quad], minter: Minter) -> list[Quad]:
    """The view of a dataset, as quads of the default graph, each once and in no order.

    Args:
        quads: all graphs of the dataset, that of the merges among them.
        minter: the one that the graphs were made with.
    """
    held = quads if isinstance(quads, list) else list(quads)
    canonical = canonical_of(held, minter.base)
    if not canonical:
        return list(dict.fromkeys(Quad(q.subject, q.predicate, q.object) for q in held))
    trusted = _trusted(held)
    fold = Fold(canonical, lambda iri: trusted.get(iri, 1.0), minter)
    claims, doubts = moved(held, fold)
    clusters = {*fold.canonical, *fold.canonical.values()}
    rows: dict[str, list[Quad]] = defaultdict(list)
    evidence: list[Quad] = []
    groups = set(claims.values())
    moved_or_met = {*claims, *groups}
    found: dict[Quad, None] = {}
    for quad in held:
        subject, predicate = plain(quad.subject), quad.predicate.value
        if predicate in AS_IT_IS:
            found[Quad(quad.subject, quad.predicate, quad.object)] = None
        elif predicate in ENTITY_ROWS and subject in clusters:
            rows[fold.entity(subject)].append(quad)
        elif subject in moved_or_met:
            if predicate in CLAIM_ROWS:
                continue
            shown = fold.quad(quad, claims)
            found[shown] = None
            if predicate in EVIDENCE:
                evidence.append(shown)
        else:
            found[fold.quad(quad, claims)] = None
    for iri, about in rows.items():
        found.update(dict.fromkeys(entity_rows(iri, about)))
    found.update(dict.fromkeys(claim_rows(evidence, _by_subject(held, evidence), doubts, minter)))
    return list(found)


def entity_rows(iri: str, rows: Iterable[Quad]) -> Iterator[Quad]:
    """What is known of a merged thing over all documents.

    Args:
        iri: the entity that stands for the others.
        rows: the statements of :data:`ENTITY_ROWS` about it and all that it stands for.
    """
    node = NamedNode(iri)
    own: dict[str, set[Term]] = defaultdict(set)
    others: dict[str, set[Term]] = defaultdict(set)
    for quad in rows:
        (own if plain(quad.subject) == iri else others)[quad.predicate.value].add(quad.object)
    kinds = own[RDF + "type"] or set(sorted(others[RDF + "type"], key=str)[:1])
    for kind in kinds:
        yield Quad(node, term(RDF + "type"), kind)
    names = {*own[RDFS + "label"], *others[RDFS + "label"]}
    labels = dict(_labels(own[RDFS + "label"], others[RDFS + "label"]))
    for name in labels.values():
        yield Quad(node, term(RDFS + "label"), name)
    for name in {*names, *own[SKOS + "altLabel"], *others[SKOS + "altLabel"]} - set(labels.values()):
        yield Quad(node, term(SKOS + "altLabel"), name)
    for match in own[SKOS + "exactMatch"] | others[SKOS + "exactMatch"]:
        yield Quad(node, term(SKOS + "exactMatch"), match)
    statuses = own[THUT + "status"] | others[THUT + "status"]
    if statuses:
        # What one document announces and another reports has been held.
        held = next((status for status in (_HELD, _PLANNED) if status in statuses), min(statuses, key=str))
        yield Quad(node, thut("status"), held)


def _labels(own: set[Term], others: set[Term]) -> Iterator[tuple[str, Term]]:
    """One name a language: its own, else the fullest of those that it stands for."""
    for language in sorted({_language(name) for name in own | others}):
        names = [n for n in own if _language(n) == language] or [
            n for n in others if _language(n) == language
        ]
        yield language, min(names, key=lambda name: (-len("".join(plain(name).split())), plain(name)))


def _language(name: Term) -> str:
    return (name.language or "") if isinstance(name, Literal) else ""


def claim_rows(
    evidence: Iterable[Quad], about: Iterable[Quad], doubts: Mapping[str, float], minter: Minter
) -> Iterator[Quad]:
    """How sure claims of the view are.

    What a document says of one that is only likely to be the one that is meant is as much less sure.

    Args:
        evidence: from each claim to its words and its steps.
        about: all that is said of those words and steps, and of their documents.
        doubts: how sure it is, of each claim of a document that moves, that it is about what it is about in
            the view; see :meth:`Fold.sure`.
        minter: the one that the graphs were made with.
    """
    name = minter.shared("claims")
    by_end = {claim.rpartition("/")[2]: sure for claim, sure in doubts.items() if sure < 1}
    rows = [*evidence, *(_doubted(quad, by_end) for quad in about)]
    for quad in shared_quads(rows, (), minter):
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value == name:
            yield Quad(quad.subject, quad.predicate, quad.object)


def _doubted(quad: Quad, by_end: Mapping[str, float]) -> Quad:
    if quad.predicate.value != _STEP_SCORE:
        return quad
    sure = by_end.get(plain(quad.subject).rpartition(";claim=")[2])
    if sure is None:
        return quad
    return Quad(quad.subject, quad.predicate, Literal(repr(float(plain(quad.object)) * sure)))


def moved(quads: Iterable[Quad], fold: Fold) -> tuple[dict[str, str], dict[str, float]]:
    """The names in the view of the claims whose ends are in a merge, and how sure they are of them.

    Args:
        quads: what is said of claims, among others.
        fold: where things stand.
    """
    parts: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        if quad.predicate.value in _PART:
            parts[plain(quad.subject)].append(quad)
    found, doubts = {}, {}
    for claim, about in parts.items():
        said = parts_of(about)
        if said is not None and fold.moves(said):
            found[claim] = fold.claim(said)
            doubts[claim] = fold.sure(said)
    return found, doubts


def _by_subject(quads: Iterable[Quad], evidence: Iterable[Quad]) -> list[Quad]:
    wanted = {plain(quad.object) for quad in evidence}
    wanted |= {iri.partition("#")[0] for iri in wanted}
    return [quad for quad in quads if plain(quad.subject) in wanted] if wanted else []
