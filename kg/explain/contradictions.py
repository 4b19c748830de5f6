"""Which claims cannot be so at once: what the shipped query ``conflicts`` lists, for the claims at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from kg.explain.claims import ExplainedClaim
from kg.explain.lookup import rows
from kg.store import GraphStore, plain
from kg.vocab import THUT

_SINGLE = ("heldOn", "heldAt", "ordinal", "mode")
# A name that is held on more days than these, or has more numbers, is that of a series, such as a weekly
# cabinet; one that is numbered is one meeting, however many days are told of it.
_SERIES = 3
_HYBRID = THUT + "Hybrid"
_PLACES = frozenset(THUT + name for name in ("Country", "Province", "City"))

_PARTS = """
SELECT ?subject ?predicate ?mood {
  VALUES ?claim { %(things)s }
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate .
  OPTIONAL { ?claim thut:modality ?mood }
}"""
# All of a subject at once: it may have thousands of claims, each of which would look through the others.
_VALUES = f"""
SELECT ?rival {{
  VALUES ?subject {{ %(things)s }}
  VALUES ?predicate {{ {" ".join(f"thut:{name}" for name in _SINGLE)} }}
  ?rival rdf:subject ?subject ; rdf:predicate ?predicate .
}}"""
_DENIALS = """
SELECT ?rival { VALUES ?subject { %(things)s } ?rival rdf:subject ?subject ; thut:modality thut:Negated }"""
_DENIED = "SELECT ?rival { VALUES ?subject { %(things)s } ?rival rdf:subject ?subject }"
_SPANS = """
SELECT ?thing ?from ?until {
  VALUES ?thing { %(things)s }
  ?end rdf:subject ?thing ; rdf:predicate thut:heldUntil ; rdf:object ?until ; prov:wasDerivedFrom ?span .
  ?begin prov:wasDerivedFrom ?span ; rdf:predicate thut:heldOn ; rdf:subject ?thing ; rdf:object ?from .
}"""
_HELD_AGAIN = f"""
SELECT ?thing {{
  VALUES ?thing {{ %(things)s }}
  ?thing thut:heldOn ?day .
  FILTER NOT EXISTS {{ ?thing thut:ordinal ?number }}
}} GROUP BY ?thing HAVING (COUNT(DISTINCT ?day) > {_SERIES})"""
_TYPES = "SELECT ?thing ?type { VALUES ?thing { %(things)s } ?thing a ?type }"


def rivals_of(store: GraphStore, claims: Collection[str]) -> set[str]:
    """Claims among which are all that contradict one of ``claims``."""
    parts = [tuple(map(plain, row)) for row in rows(store, _PARTS, claims)]
    asked = (
        (_VALUES, {subject for subject, predicate, _ in parts if predicate.removeprefix(THUT) in _SINGLE}),
        (_DENIALS, {subject for subject, _, _ in parts}),
        (_DENIED, {subject for subject, _, mood in parts if mood == THUT + "Negated"}),
    )
    return {plain(row[0]) for query, subjects in asked for row in rows(store, query, subjects)}


def contradictions(store: GraphStore, claims: Collection[ExplainedClaim]) -> dict[str, list[ExplainedClaim]]:
    """For each claim, by IRI, the claims among ``claims`` that cannot be so if it is; in their order."""
    groups: dict[tuple[str, str], list[ExplainedClaim]] = defaultdict(list)
    for claim in claims:
        groups[claim.subject, claim.predicate].append(claim)
    several = [group for group in groups.values() if len(group) > 1]
    dated = {c.subject for group in several for c in group if c.predicate == "heldOn"}
    single = {c.subject for group in several for c in group if c.predicate in _SINGLE}
    placed = {c.object for group in several for c in group if c.predicate == "heldAt"}
    spans: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for thing, begin, end in rows(store, _SPANS, dated):
        spans[plain(thing)].add((plain(begin), plain(end)))
    held_again = {plain(row[0]) for row in rows(store, _HELD_AGAIN, single)}
    levels = {plain(thing): plain(level) for thing, level in rows(store, _TYPES, placed)}
    found: dict[str, list[ExplainedClaim]] = {}
    for group in several:
        numbers = group[0].predicate == "ordinal"
        many = len({claim.object for claim in group}) > _SERIES
        series = many if numbers else group[0].subject in held_again
        for claim in group:
            against = [
                other
                for other in group
                if _denied(claim, other)
                or (not series and _differ(claim, other, spans[claim.subject], levels))
            ]
            if against:
                found[claim.assertion] = against
    return found


def _denied(claim: ExplainedClaim, other: ExplainedClaim) -> bool:
    return (
        claim.object == other.object
        and (claim.modality == "Negated") != (other.modality == "Negated")
        and not _words(claim) & _words(other)
    )


def _differ(
    claim: ExplainedClaim,
    other: ExplainedClaim,
    spans: Collection[tuple[str, str]],
    levels: Mapping[str, str],
) -> bool:
    """Whether a meeting cannot have both values."""
    values = sorted((claim.object, other.object))
    if (
        claim.predicate not in _SINGLE
        or claim.object == other.object
        or "Negated" in {claim.modality, other.modality}
        # Words that state both, as a list does, unless they tell the one as planned and the other as done.
        or (claim.modality == other.modality and _words(claim) & _words(other))
    ):
        return False
    documents = {document for document, _, _ in _words(claim) | _words(other)}
    if len(documents) == 1 and claim.modality == other.modality:
        return False  # what one document tells alike of two days is told of two occasions
    if claim.predicate == "heldOn":
        # Unless the one only says less, or some words say that a meeting lasts over both.
        return not values[1].startswith(values[0]) and not any(
            begin <= values[0] and values[1] <= f"{end}~" for begin, end in spans
        )
    if claim.predicate == "heldAt":
        # A hall, its city and its country are three places.
        level = {levels.get(value, "") for value in values}
        return len(level) == 1 and level <= _PLACES
    # What is hybrid is online, too, for those who are not there.
    return claim.predicate == "ordinal" or _HYBRID not in values


def _words(claim: ExplainedClaim) -> set[tuple[str, int, int]]:
    return {(q.document, q.start, q.end) for q in claim.quotations}
