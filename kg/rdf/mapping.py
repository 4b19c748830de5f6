"""What an extraction looks like as RDF. The only module that knows the shape of the graph.

A document's graph holds all that the document states: the claims with the words that state them,
the plain triples, and the names by which it calls each entity (``schema:name``,
``schema:alternateName``, ``dcterms:type``). What holds across documents (one type and one label an
entity, pooled confidence, status) is worked out from those graphs by :mod:`kg.rdf.shared`, so that
it can be worked out again when one document is added or removed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import GraphError
from kg.lexicon import Entry
from kg.model import Assertion, DateValue, Document, Entity, Evidence, Extraction, Modality
from kg.rdf.literals import date_literal, decimal_literal, integer_literal, term, text_literal, thut
from kg.rdf.ontology import describes
from kg.rdf.shared import shared_quads
from kg.rdf.write import sorted_lines
from kg.vocab import DCTERMS, MODES, NIF, PROV, RDF, SCHEMA, Minter

Term = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Term]
Claim = tuple[NamedNode, str, Term, Modality]

_TYPE = term(RDF + "type")


def to_quads(
    extractions: Iterable[Extraction], entries: Iterable[Entry] = (), minter: Minter | None = None
) -> list[Quad]:
    """The whole dataset: a graph for each document, and the graphs that stand beyond documents.

    Args:
        extractions: what was read, in any order; the result holds the same quads for each order.
        entries: what the lexicon knows (iterate over :func:`kg.lexicon.load`).
        minter: where IRIs live; the default base when not given.

    Raises:
        GraphError: an extraction breaks its contract, or two documents share an id.
    """
    minter = minter or Minter()
    quads: list[Quad] = []
    seen: dict[str, str] = {}
    for extraction in extractions:
        identifier, name = extraction.document.id, extraction.document.source.name
        if identifier in seen:
            raise GraphError(f"two documents have the id {identifier!r}: {seen[identifier]!r} and {name!r}")
        seen[identifier] = name
        quads.extend(document_quads(extraction, minter))
    quads.extend(shared_quads(quads, entries, minter))
    return quads


def document_quads(extraction: Extraction, minter: Minter | None = None) -> list[Quad]:
    """The graph of one document, named by the document. Needs nothing but the extraction.

    Raises:
        GraphError: an assertion speaks of an entity that the extraction does not have, quotes
            another document or other words, has no evidence, or has a value that its predicate
            does not take.
    """
    minter = minter or Minter()
    name = NamedNode(minter.document(extraction.document.id))
    triples = [*_document(extraction.document, name), *_entities(extraction.entities, minter)]
    triples.extend(_claims(extraction, minter))
    # A triple may come up twice (two claims on one sentence); the graph is a set.
    return [Quad(s, p, o, name) for s, p, o in dict.fromkeys(triples)]


def document_lines(extraction: Extraction, minter: Minter | None = None) -> list[str]:
    """The graph of one document as lines of N-Quads without their ends, sorted, each once.

    Raises:
        GraphError: as :func:`document_quads`.
    """
    return list(sorted_lines(document_quads(extraction, minter)))


def _document(document: Document, name: NamedNode) -> Iterable[Triple]:
    yield name, _TYPE, thut("SourceDocument")
    yield name, term(DCTERMS + "identifier"), Literal(document.source.name)
    yield name, term(DCTERMS + "language"), Literal("th")
    yield name, term(SCHEMA + "sha256"), Literal(document.source.sha256)
    yield name, term(SCHEMA + "encodingFormat"), Literal(f"text/plain; charset={document.source.encoding}")
    if document.title:
        yield name, term(DCTERMS + "title"), Literal(document.title, language="th")
    if document.published:
        yield name, term(DCTERMS + "issued"), date_literal(document.published.start)
    if document.url:
        yield name, term(DCTERMS + "source"), _address(document.url)


def _address(url: str) -> Term:
    """The address as an IRI; as text where it is none."""
    try:
        return NamedNode(quote(url, safe=":/?#[]@!$&'()*+,;=%~"))
    except ValueError:
        return Literal(url)


def _entities(entities: Sequence[Entity], minter: Minter) -> Iterable[Triple]:
    for entity in entities:
        node = NamedNode(minter.entity(entity.key))
        yield node, term(DCTERMS + "type"), thut(entity.cls or entity.type.value)
        yield node, term(SCHEMA + "name"), text_literal(entity.name)
        # A description is a name only of what has no other.
        others = entity.aliases if entity.named else (*entity.aliases, *entity.refs)
        for name in others:
            if name and name != entity.name:
                yield node, term(SCHEMA + "alternateName"), text_literal(name)


def _claims(extraction: Extraction, minter: Minter) -> Iterable[Triple]:
    keys = {entity.key for entity in extraction.entities}
    claims: dict[Claim, dict[Evidence, None]] = defaultdict(dict)
    for assertion in extraction.assertions:
        _check(assertion, keys, extraction.document)
        for claim in _read(assertion, minter):
            claims[claim].update(dict.fromkeys(assertion.evidence))
    untils = _untils(claims)
    for claim, evidences in claims.items():
        subject, predicate, value, modality = claim
        node = assertion_iri(claim, minter)
        yield node, _TYPE, thut("Assertion")
        yield node, term(RDF + "subject"), subject
        yield node, term(RDF + "predicate"), thut(predicate)
        yield node, term(RDF + "object"), value
        yield node, thut("modality"), thut(modality.value)
        for evidence in evidences:
            yield from _evidence(evidence, node, minter)
        if _stands(claim) and (predicate != "heldUntil" or untils[subject] == value):
            yield subject, thut(predicate), value


def assertion_iri(claim: Claim, minter: Minter) -> NamedNode:
    """The IRI of a claim: the same in every document that states it."""
    subject, predicate, value, modality = claim
    return NamedNode(minter.assertion(str(subject), predicate, str(value), modality.value))


def _stands(claim: Claim) -> bool:
    """Whether reading the claim as a fact is right."""
    if claim[3] is Modality.NEGATED:
        return False
    return describes(claim[1]) or claim[3] is Modality.ACTUAL


def _untils(claims: dict[Claim, dict[Evidence, None]]) -> dict[NamedNode, Term]:
    """One end for each thing: a plain triple cannot say which beginning an end belongs to."""
    best: dict[NamedNode, tuple[float, str, Term]] = {}
    for (subject, predicate, value, modality), evidences in claims.items():
        if predicate == "heldUntil" and modality is not Modality.NEGATED:
            rank = (-max(e.confidence for e in evidences), value.value, value)
            if subject not in best or rank[:2] < best[subject][:2]:
                best[subject] = rank
    return {subject: value for subject, (_, _, value) in best.items()}


def _evidence(evidence: Evidence, assertion: NamedNode, minter: Minter) -> Iterable[Triple]:
    start, end = evidence.span.start, evidence.span.end
    span = NamedNode(minter.span(evidence.document, start, end))
    yield assertion, term(PROV + "wasDerivedFrom"), span
    yield span, _TYPE, term(NIF + "Phrase")
    yield span, term(NIF + "referenceContext"), NamedNode(minter.document(evidence.document))
    yield span, term(NIF + "beginIndex"), integer_literal(start)
    yield span, term(NIF + "endIndex"), integer_literal(end)
    yield span, term(NIF + "anchorOf"), Literal(evidence.quote, language="th")
    # One sentence states many claims, each by a rule of its own: what belongs to the pair of claim
    # and sentence stands on the step between them.
    step = NamedNode(minter.derivation(evidence.document, start, end, assertion.value))
    yield assertion, term(PROV + "qualifiedDerivation"), step
    yield step, _TYPE, term(PROV + "Derivation")
    yield step, term(PROV + "entity"), span
    yield step, term(NIF + "confidence"), decimal_literal(evidence.confidence)
    yield step, thut("rule"), Literal(evidence.rule)


def _check(assertion: Assertion, keys: set[str], document: Document) -> None:
    where = f"document {document.id!r}, claim {assertion.subject} {assertion.predicate} {assertion.object}"
    ends = (assertion.subject,) if assertion.literal else (assertion.subject, assertion.object)
    for key in ends:
        if key not in keys:
            raise GraphError(f"{where}: no entity of the document has the key {key!r}")
    if not assertion.evidence:
        raise GraphError(f"{where}: no evidence, and a claim without words cannot be checked")
    for evidence in assertion.evidence:
        if evidence.document != document.id:
            raise GraphError(f"{where}: quotes document {evidence.document!r}")
        if evidence.span.of(document.raw) != evidence.quote or not evidence.quote:
            raise GraphError(
                f"{where}: the text at {evidence.span.start}-{evidence.span.end} is "
                f"{evidence.span.of(document.raw)!r}, the quotation {evidence.quote!r}"
            )
        if not 0 <= evidence.confidence <= 1:
            raise GraphError(f"{where}: confidence {evidence.confidence} is not within 0 and 1")


def _read(assertion: Assertion, minter: Minter) -> Iterable[Claim]:
    """The claims of an assertion: one, and a second for the end of an interval."""
    subject = NamedNode(minter.entity(assertion.subject))
    predicate, modality = assertion.predicate, assertion.modality
    if not assertion.literal:
        yield subject, predicate, NamedNode(minter.entity(assertion.object)), modality
    elif predicate == "heldOn":
        date = DateValue(*assertion.object.split("/", 1))
        yield subject, predicate, date_literal(date.start), modality
        if date.until and date.until != date.start:
            yield subject, "heldUntil", date_literal(date.until), modality
    else:
        yield subject, predicate, _value(predicate, assertion.object), modality


def _value(predicate: str, value: str) -> Term:
    if predicate == "mode":
        if value not in MODES:
            raise GraphError(f"{value!r} is no mode of a meeting: want one of {', '.join(MODES)}")
        return thut(MODES[value])
    if predicate == "ordinal":
        if not re.fullmatch("[0-9]+", value):
            raise GraphError(f"{value!r} is no ordinal: want a number in digits 0-9")
        return integer_literal(int(value))
    return text_literal(value)
