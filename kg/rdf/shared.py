"""What holds across documents, worked out from the graphs of the documents.

Three graphs: ``graph/entities`` (one type and one label a language for each entity, its other
names, the status of meetings), ``graph/claims`` (how sure a claim is, over all the documents that
state it, and how many of them speak for themselves) and ``graph/lexicon`` (what the lexicon knows
of the entities that occur).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import prod

from pyoxigraph import Literal, NamedNode, Quad

from kg.entities.meeting_names import names_a_meeting
from kg.lexicon import Entry
from kg.rdf.independence import independent_groups
from kg.rdf.literals import decimal_literal, integer_literal, term, thut
from kg.rdf.ontology import kinds_of
from kg.vocab import DCTERMS, NIF, PROV, RDF, RDFS, SCHEMA, SKOS, Minter

MOST_CERTAIN = 0.99
"""No number of documents makes a claim surer than this."""

# What is said so of a coming meeting too, as being so.
_TIMELESS = frozenset(thut(name).value for name in ("ordinal", "partOf", "underFramework"))

Rows = dict[str, list[tuple[str, NamedNode | Literal]]]
"""Subject and object of each statement, by predicate."""

_READ = frozenset(
    (
        DCTERMS + "type",
        DCTERMS + "title",
        SCHEMA + "name",
        SCHEMA + "alternateName",
        RDF + "subject",
        RDF + "predicate",
        RDF + "object",
        thut("modality").value,
        PROV + "qualifiedDerivation",
        NIF + "confidence",
        NIF + "anchorOf",
    )
)


def shared_quads(
    quads: Iterable[Quad], entries: Iterable[Entry] = (), minter: Minter | None = None
) -> list[Quad]:
    """The graphs beyond documents, for the document graphs in ``quads``.

    Args:
        quads: document graphs, in any order; shared graphs among them are passed over.
        entries: what the lexicon knows; entries of things that do not occur are left out.
        minter: the one that the document graphs were made with.
    """
    minter = minter or Minter()
    rows: Rows = defaultdict(list)
    shared = f"{minter.base}graph/"
    for quad in quads:
        if quad.predicate.value not in _READ or not isinstance(quad.subject, NamedNode):
            continue
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(shared):
            continue
        if isinstance(quad.object, NamedNode | Literal):
            rows[quad.predicate.value].append((quad.subject.value, quad.object))
    classes: dict[str, Counter[str]] = defaultdict(Counter)
    for subject, value in rows[DCTERMS + "type"]:
        classes[subject][value.value] += 1
    known = {iri: entry for entry in entries if (iri := minter.entity(f"lex:{entry.id}")) in classes}
    return [
        *_entities(rows, classes, known, NamedNode(minter.shared("entities"))),
        *_statuses(rows, classes, NamedNode(minter.shared("entities"))),
        *_confidences(rows, NamedNode(minter.shared("claims"))),
        *_lexicon(known, NamedNode(minter.shared("lexicon"))),
    ]


def _entities(
    rows: Rows, classes: dict[str, Counter[str]], known: dict[str, Entry], name: NamedNode
) -> Iterator[Quad]:
    firsts, others = _names(rows[SCHEMA + "name"]), _names(rows[SCHEMA + "alternateName"])
    meetings = {thut(kind).value for kind in kinds_of("Meeting")}
    for iri, votes in classes.items():
        node = term(iri)
        # The class that most documents give; of two that are level, the first by name.
        chosen = min(votes, key=lambda cls: (-votes[cls], cls))
        yield Quad(node, term(RDF + "type"), term(chosen), name)
        entry = known.get(iri)
        taken = {(language, text) for language, text in entry.labels} if entry else set()
        listed = {(language, text) for text, language in entry.aliases} if entry else set()
        have = {language for language, _ in taken}
        for language in sorted({*firsts[iri], *others[iri]} - have):
            names = firsts[iri].get(language) or others[iri][language]
            if language == "en" and chosen in meetings:
                # In Latin letters a meeting often goes by its framework alone, which is another thing.
                names = Counter({name: count for name, count in names.items() if names_a_meeting(name)})
            if not names:
                continue
            label = _fullest(names)
            taken.add((language, label))
            yield Quad(node, term(RDFS + "label"), Literal(label, language=language), name)
        for language in {*firsts[iri], *others[iri]}:
            for text in {*firsts[iri].get(language, ()), *others[iri].get(language, ())}:
                if (language, text) not in taken | listed:
                    yield Quad(node, term(SKOS + "altLabel"), Literal(text, language=language), name)


def _names(rows: list[tuple[str, NamedNode | Literal]]) -> dict[str, dict[str, Counter[str]]]:
    """Names by entity and language, and how many documents give each."""
    names: dict[str, dict[str, Counter[str]]] = defaultdict(dict)
    for subject, value in rows:
        language = value.language if isinstance(value, Literal) else None
        names[subject].setdefault(language or "th", Counter())[value.value] += 1
    return names


def _fullest(names: Counter[str]) -> str:
    """The name with most letters; of those that differ in spaces alone the one that most documents give."""
    return min(names, key=lambda name: (-len("".join(name.split())), -names[name], name))


def _statuses(rows: Rows, classes: dict[str, Counter[str]], name: NamedNode) -> Iterator[Quad]:
    """Held where a document states something of a meeting as done, else planned where one plans it."""
    predicates = {s: o.value for s, o in rows[RDF + "predicate"]}
    moods = {s: o.value for s, o in rows[thut("modality").value]}
    stated: dict[str, set[str]] = defaultdict(set)
    for part in ("subject", "object"):
        for claim, value in rows[RDF + part]:
            known = isinstance(value, NamedNode) and value.value in classes
            if known and predicates[claim] not in _TIMELESS:
                stated[value.value].add(moods[claim])
    meetings = {thut(name).value for name in kinds_of("Meeting")}
    for iri, found in stated.items():
        if not meetings.intersection(classes[iri]):
            continue
        if thut("Actual").value in found:
            yield Quad(term(iri), thut("status"), thut("Held"), name)
        elif thut("Planned").value in found:
            yield Quad(term(iri), thut("status"), thut("Planned"), name)


def _confidences(rows: Rows, name: NamedNode) -> Iterator[Quad]:
    """How sure each claim is, and on how many documents that rest on no other: those alone add up."""
    # Two rules may read one claim out of the same words: the surer one counts.
    sure: dict[str, float] = defaultdict(float)
    for iri, value in rows[NIF + "confidence"]:
        sure[iri] = max(sure[iri], float(value.value))
    words = {s: o.value for s, o in rows[NIF + "anchorOf"]}
    # A document with two titles goes by the first in order.
    titles = dict(sorted(((s, o.value) for s, o in rows[DCTERMS + "title"]), reverse=True))
    claims: dict[str, dict[str, float]] = defaultdict(dict)
    spans: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim, step in rows[PROV + "qualifiedDerivation"]:
        document = step.value.partition("#")[0]
        claims[claim][document] = max(claims[claim].get(document, 0.0), sure[step.value])
        spans[claim][document].add(step.value.partition(";claim=")[0])
    for claim, documents in claims.items():
        groups = [list(documents)]
        if len(documents) > 1:
            said = {document: {words[span] for span in of} for document, of in spans[claim].items()}
            groups = independent_groups(said, titles)
        # Sorted, since a product of floats depends on their order in the last digit.
        best = sorted(max(documents[document] for document in group) for group in groups)
        pooled = 1 - prod(1 - confidence for confidence in best)
        node = term(claim)
        yield Quad(node, thut("confidence"), decimal_literal(min(pooled, MOST_CERTAIN)), name)
        yield Quad(node, thut("support"), integer_literal(len(groups)), name)


def _lexicon(known: dict[str, Entry], name: NamedNode) -> Iterator[Quad]:
    for iri, entry in known.items():
        node = term(iri)
        labels = set(entry.labels)
        for language, text in labels:
            yield Quad(node, term(RDFS + "label"), Literal(text, language=language), name)
        for text, language in entry.aliases:
            if (language, text) not in labels:
                yield Quad(node, term(SKOS + "altLabel"), Literal(text, language=language or "th"), name)
        if entry.wikidata:
            yield Quad(node, term(SKOS + "exactMatch"), term(entry.wikidata), name)
