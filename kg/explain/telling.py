"""Claims with all that is known of them: names, quotations, how sure, what contradicts them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.errors import GraphError
from kg.explain.claims import ExplainedClaim, Quotation
from kg.explain.contradictions import contradictions, rivals_of
from kg.explain.lookup import EVERYWHERE, SINGLE, rows
from kg.explain.sentences import sentence
from kg.store import GraphStore, Term, is_iri, plain
from kg.vocab import THUT

_PARTS = """
SELECT DISTINCT ?claim ?subject ?predicate ?object ?modality ?confidence ?support WHERE {
  VALUES ?claim { %(things)s }
  %(within)s{
    ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
    OPTIONAL { ?claim thut:modality ?modality }
  }
  OPTIONAL { ?claim thut:confidence ?confidence }
  OPTIONAL { ?claim thut:support ?support }
}"""
_QUOTATIONS = """
SELECT ?claim ?phrase ?document ?start ?end ?quote ?name ?title ?issued ?url WHERE {
  VALUES ?claim { %(things)s }
  %(within)s{
    ?claim prov:wasDerivedFrom ?phrase .
    ?phrase nif:referenceContext ?document ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?quote .
    OPTIONAL { ?document dcterms:identifier ?name }
    OPTIONAL { ?document dcterms:title ?title }
    OPTIONAL { ?document dcterms:issued ?issued }
    OPTIONAL { ?document dcterms:source ?url }
  }
}"""
_STEPS = """
SELECT ?claim ?phrase ?confidence ?rule WHERE {
  VALUES ?claim { %(things)s }
  %(within)s{
    ?claim prov:qualifiedDerivation ?step . ?step prov:entity ?phrase .
    OPTIONAL { ?step nif:confidence ?confidence }
    OPTIONAL { ?step thut:rule ?rule }
  }
}"""
_LABELS = (
    "SELECT DISTINCT ?thing ?label { VALUES ?thing { %(things)s } %(within)s{ ?thing rdfs:label ?label } }"
)
_NAMES = (
    "SELECT DISTINCT ?thing ?label { VALUES ?thing { %(things)s } %(within)s{ ?thing schema:name ?label } }"
)
_KINDS = "SELECT ?thing ?kind { VALUES ?thing { %(things)s } ?thing a ?kind }"

_MENTION = "mentionedIn"
_MENTIONED = "SELECT ?thing ?document { VALUES ?thing { %(things)s } ?thing thut:mentionedIn ?document }"

# How documents call what stands for something else there.
_CALLED = """
SELECT DISTINCT ?thing ?document ?name WHERE {
  VALUES ?thing { %(things)s }
  ?member owl:sameAs ?thing .
  GRAPH ?document { ?member schema:name ?name }
}"""

_Row = tuple[Term | None, ...]
_Names = dict[str, dict[str, str]]


def told(store: GraphStore, claims: Collection[str], documents: frozenset[str]) -> list[ExplainedClaim]:
    """The claims in the order of their subjects, each with the claims that contradict it.

    Raises:
        GraphError: a claim has two subjects, predicates or objects.
    """
    every = {*claims, *rivals_of(store, claims)}
    described = _described(store, every, documents)
    against = contradictions(store, described)
    return [
        replace(claim, contradicted_by=tuple(against.get(claim.assertion, ())))
        for claim in described
        if claim.assertion in claims
    ]


def is_mention(predicate: str) -> bool:
    """Whether a property leads to where a document only names a thing, which is no claim.

    >>> is_mention("thut:mentionedIn"), is_mention("attended")
    (True, False)
    """
    return predicate.removeprefix("thut:").removeprefix(THUT) == _MENTION


def mentions(
    store: GraphStore, things: Collection[str], documents: frozenset[str], wanted: Collection[str] = ()
) -> list[ExplainedClaim]:
    """Where documents only name things, each with the words that do: like claims, but for their IRI.

    Args:
        store: the graph.
        things: the IRIs of the things.
        documents: only these (name among the sources, or IRI); all when empty.
        wanted: and only these, by IRI, title or name; all when empty.
    """
    mentioned = {(plain(thing), plain(document)) for thing, document in rows(store, _MENTIONED, things)}
    names = _names(store, {thing for thing, _ in mentioned})
    words: dict[tuple[str, str], list[Quotation]] = {}
    for thing, quotations in _quotations(store, {thing for thing, _ in mentioned}, EVERYWHERE).items():
        for q in quotations:
            if (thing, q.document) in mentioned and (not documents or documents & {q.name, q.document}):
                words.setdefault((thing, q.document), []).append(q)
    told_of = (_mention(thing, q, names) for (thing, _), q in words.items() if _is_one_of(wanted, q[0]))
    return sorted(
        told_of, key=lambda c: (c.subject_label, c.subject, c.quotations[0].issued, c.object_label, c.object)
    )


def _is_one_of(wanted: Collection[str], quotation: Quotation) -> bool:
    return not wanted or not {quotation.document, quotation.title, quotation.name}.isdisjoint(wanted)


def _mention(thing: str, words: list[Quotation], names: _Names) -> ExplainedClaim:
    first = words[0]
    title = first.title or first.name or first.document
    thai, english = (_called(names, thing, language) for language in ("th", "en"))
    return ExplainedClaim(
        assertion="",
        subject=thing,
        subject_label=thai,
        predicate=_MENTION,
        object=first.document,
        object_label=title,
        modality="Actual",
        confidence=None,
        quotations=tuple(sorted(words, key=lambda q: (q.start, q.end))),
        documents=1,
        subject_label_en=english,
        object_label_en=title,
        sentence_th=sentence(thai, _MENTION, title, "Actual", "th"),
        sentence_en=sentence(english, _MENTION, title, "Actual", "en"),
    )


def _described(store: GraphStore, claims: Collection[str], documents: frozenset[str]) -> list[ExplainedClaim]:
    parts = list(rows(store, _PARTS, claims))
    quotations = _quotations(store, claims, EVERYWHERE)
    # What was merged into another claim stands in the graphs of its documents alone.
    merged = set(claims) - {plain(row[0]) for row in parts}
    if merged:
        parts += rows(store, _PARTS, merged, SINGLE)
        quotations |= _quotations(store, merged, SINGLE)
    names = _names(store, {plain(term) for row in parts for term in (row[1], row[3]) if is_iri(term)})
    called = _called_in(store, names)
    places = {plain(row[3]) for row in parts if plain(row[2]) == THUT + "heldAt" and is_iri(row[3])}
    # Of several classes, which a graph of others may have, the last by name, whatever the order of rows.
    kinds = dict(sorted((plain(thing), plain(kind)) for thing, kind in rows(store, _KINDS, places)))
    described: dict[str, ExplainedClaim] = {}
    for row in parts:
        claim = plain(row[0])
        if claim in described:
            raise GraphError(
                f"<{claim}> has two subjects, predicates or objects; kg validate lists such claims"
            )
        kept = [q for q in quotations.get(claim, ()) if not documents or documents & {q.name, q.document}]
        if kept or not documents:
            kept.sort(key=lambda q: (q.issued, q.name, q.document, q.start, q.end, q.rule))
            ends = [plain(term) for term in (row[1], row[3])]
            told_so = (replace(q, called=_otherwise(called, q.document, ends)) for q in kept)
            described[claim] = _claim(row, names, kinds, tuple(told_so))
    return sorted(
        described.values(),
        key=lambda c: (
            c.subject_label, c.subject, c.predicate, c.object_label, c.object, c.modality, c.assertion,
        ),
    )  # fmt: skip


def _called_in(store: GraphStore, things: Collection[str]) -> dict[tuple[str, str], set[str]]:
    """How documents call things that other entities of documents stand for; by thing and document."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows(store, _CALLED, things):
        thing, document, name = map(plain, row)
        found.setdefault((thing, document), set()).add(name)
    return found


def _otherwise(
    called: dict[tuple[str, str], set[str]], document: str, ends: Iterable[str]
) -> tuple[str, ...]:
    return tuple(sorted({name for end in ends for name in called.get((end, document), ())}))


def _claim(
    row: _Row, names: _Names, kinds: Mapping[str, str], quotations: tuple[Quotation, ...]
) -> ExplainedClaim:
    claim, subject, predicate, value, modality, confidence, support = map(plain, row)
    predicate, modality = predicate.removeprefix(THUT), modality.removeprefix(THUT)
    kind = kinds.get(value, "").removeprefix(THUT)
    sentences = {
        language: sentence(
            _called(names, subject, language),
            predicate,
            _called(names, value, language),
            modality,
            language,
            kind=kind,
        )
        for language in ("th", "en")
    }
    return ExplainedClaim(
        assertion=claim,
        subject=subject,
        subject_label=_called(names, subject, "th"),
        predicate=predicate,
        object=value,
        object_label=_called(names, value, "th").removeprefix(THUT),
        modality=modality,
        confidence=float(confidence) if confidence else None,
        quotations=quotations,
        support=int(support) if support else None,
        documents=len({quotation.document for quotation in quotations}),
        subject_label_en=_called(names, subject, "en"),
        object_label_en=_called(names, value, "en").removeprefix(THUT),
        sentence_th=sentences["th"],
        sentence_en=sentences["en"],
    )


def _called(names: _Names, thing: str, language: str) -> str:
    """What a thing is called in a language, else in another; a value is itself."""
    known = names.get(thing, {})
    return known.get(language) or min(known.items(), default=("", thing), key=lambda pair: pair[0] != "th")[1]


def _quotations(store: GraphStore, claims: Collection[str], within: str) -> dict[str, list[Quotation]]:
    steps: dict[tuple[str, str], set[tuple[float | None, str]]] = {}
    for row in rows(store, _STEPS, claims, within):
        claim, phrase, confidence, rule = map(plain, row)
        steps.setdefault((claim, phrase), set()).add((float(confidence) if confidence else None, rule))
    found: dict[str, dict[str, list[Quotation]]] = {}
    for row in rows(store, _QUOTATIONS, claims, within):
        claim, phrase, document, start, end, quote, name, title, issued, url = map(plain, row)
        # A document with two titles gives two rows: the first in order speaks for it.
        ways = [
            Quotation(document, int(start), int(end), quote, name, title, issued, url, confidence, rule)
            for confidence, rule in sorted(steps.get((claim, phrase), [(None, "")]), key=_surer)
        ]
        of_claim = found.setdefault(claim, {})
        of_claim[phrase] = min(
            of_claim.get(phrase, ways), ways, key=lambda q: (q[0].title, q[0].issued, q[0].url)
        )
    return {claim: [q for ways in phrases.values() for q in ways] for claim, phrases in found.items()}


def _surer(way: tuple[float | None, str]) -> tuple[bool, float, str]:
    """The order of ways in which words were read: those of unknown confidence, then the surer the later."""
    confidence, rule = way
    return confidence is not None, confidence or 0.0, rule


def _names(store: GraphStore, things: set[str]) -> _Names:
    """Names by language; of what was merged into another, those that its documents give it."""
    names: _Names = {}
    for query, within in ((_LABELS, EVERYWHERE), (_LABELS, SINGLE), (_NAMES, SINGLE)):
        for thing, language, text in _labelled(store, query, things - set(names), within):
            known = names.setdefault(thing, {})
            known[language] = min(known.get(language, text), text)
    return names


def _labelled(
    store: GraphStore, query: str, things: Collection[str], within: str
) -> Iterator[tuple[str, str, str]]:
    """Thing, language and name; all at once, since names found are not looked for again."""
    found = [(plain(row[0]), str(getattr(row[1], "language", None) or ""), plain(row[1]))
             for row in rows(store, query, things, within)]  # fmt: skip
    yield from found
