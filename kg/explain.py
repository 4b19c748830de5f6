"""Where a fact comes from: the sentences that state it, and the documents that they stand in."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import GraphError, QueryError
from kg.store import GraphStore, Results, Term, find_property, find_things, open_graph, plain
from kg.vocab import THUT

_CHUNK = 500

_PARTS = """
SELECT ?claim ?subject ?predicate ?object ?modality ?confidence WHERE {
  VALUES ?claim { %s }
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  OPTIONAL { ?claim thut:modality ?modality }
  OPTIONAL { ?claim thut:confidence ?confidence }
}"""
_QUOTATIONS = """
SELECT ?claim ?phrase ?document ?start ?end ?quote ?name ?title ?issued ?url WHERE {
  VALUES ?claim { %s }
  ?claim prov:wasDerivedFrom ?phrase .
  ?phrase nif:referenceContext ?document ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?quote .
  OPTIONAL { ?document dcterms:identifier ?name }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:issued ?issued }
  OPTIONAL { ?document dcterms:source ?url }
}"""
_STEPS = """
SELECT ?claim ?phrase ?confidence ?rule WHERE {
  VALUES ?claim { %s }
  ?claim prov:qualifiedDerivation ?step . ?step prov:entity ?phrase .
  OPTIONAL { ?step nif:confidence ?confidence }
  OPTIONAL { ?step thut:rule ?rule }
}"""
_LABELS = "SELECT ?thing ?label { VALUES ?thing { %s } ?thing rdfs:label ?label }"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that state a claim, ``raw[start:end] == quote``, and the document that they stand in.

    ``document`` is its IRI, ``name`` its name among the sources; ``confidence`` (-1 where the graph
    does not say) and ``rule`` tell how the words were read.
    """

    document: str
    start: int
    end: int
    quote: str
    name: str = ""
    title: str = ""
    issued: str = ""
    url: str = ""
    confidence: float = -1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim in words and in IRIs, with every quotation that states it.

    ``object`` is an IRI, or the value of a literal; ``confidence`` is -1 where the graph has none.
    """

    assertion: str
    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    modality: str
    confidence: float
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The claims about what was asked for; in an order that depends on the graph alone."""

    target: str
    claims: tuple[ExplainedClaim, ...]

    def text(self) -> str:
        """For people: a paragraph a claim, a line or two a quotation."""
        lines: list[str] = []
        for claim in self.claims:
            mood = "" if claim.modality == "Actual" else f" [{claim.modality.lower()}]"
            sure = f" ({claim.confidence:g})" if claim.confidence >= 0 else ""
            lines.append(f"{claim.subject_label} — {claim.predicate} — {claim.object_label}{mood}{sure}")
            for quotation in claim.quotations:
                lines.append(f"  “{' '.join(quotation.quote.split())}”")
                lines.append(f"    {_source(quotation)}")
            lines.append("")
        return "\n".join(lines).rstrip("\n") + "\n"

    def json(self) -> str:
        """For programs: the same, with IRIs."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


def explain(
    graph: GraphStore | str | Path,
    target: str | tuple[str, str, str] | Results,
    documents: Collection[str] = (),
) -> Explanation:
    """The sentences that state a fact, or all that is stated of a thing.

    Args:
        graph: a store, or the file of a graph.
        target: the IRI of an assertion or of an entity, or any name of an entity (honorifics and
            spaces do not matter); a fact as subject, predicate, object (names or IRIs, the property
            by its local name); or the results of a query, whose rows are explained.
        documents: only quotations from these (name among the sources, or IRI); all when empty.

    Example:
        ``explain("graph.ttl", ("สมชาย ใจดี", "chaired", "ASEAN-Russia SOM")).text()``

    Raises:
        QueryError: nothing is called so, or nothing is stated of it.
        GraphError: the graph cannot be read, or a claim in it is incomplete.
    """
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    if isinstance(target, Results):
        said, claims = "the rows of the query", _claims_of_rows(store, target)
    elif isinstance(target, tuple):
        said, claims = " ".join(target), _claims_of_fact(store, *target)
    else:
        said, claims = target, _claims_of_thing(store, target)
    explained = _explained(store, sorted(claims), frozenset(documents))
    if not explained:
        where = f" in {', '.join(sorted(documents))}" if documents else ""
        raise QueryError(f"no claim is made about {said}{where}; kg query GRAPH evidence lists every claim")
    return Explanation(said, tuple(explained))


def _claims_of_thing(store: GraphStore, target: str) -> set[str]:
    nodes = _nodes(find_things(store, target))
    found = _column(store, f"SELECT ?claim {{ VALUES ?claim {{ {nodes} }} ?claim rdf:predicate ?p }}")
    found |= _column(store, f"SELECT ?claim {{ VALUES ?x {{ {nodes} }} ?claim rdf:subject|rdf:object ?x }}")
    return found


def _claims_of_fact(store: GraphStore, subject: str, predicate: str, value: str) -> set[str]:
    stated = find_property(store, predicate)
    subjects = _nodes(find_things(store, subject))
    claims = f"VALUES ?s {{ {subjects} }} ?claim rdf:subject ?s ; rdf:predicate {stated}"
    found = set()
    for claim, obj in store.query(f"SELECT ?claim ?o {{ {claims} ; rdf:object ?o }}").terms:
        if value in {plain(obj), plain(obj).removeprefix(THUT)}:
            found.add(plain(claim))
    if found:
        return found
    objects = _nodes(find_things(store, value))
    return _column(store, f"SELECT ?claim {{ VALUES ?o {{ {objects} }} {claims} ; rdf:object ?o }}")


def _claims_of_rows(store: GraphStore, rows: Results) -> set[str]:
    """The claims that a row names, else those between two things of one row."""
    if rows.triples is not None:
        lines: list[tuple[Term | None, ...]] = [(t.subject, t.object) for t in rows.triples]
    else:
        lines = list(rows.terms)
    cells = {plain(term) for row in lines for term in row if _is_iri(term)}
    if not cells:
        raise QueryError(
            "the rows hold no IRI to explain; select the things themselves, not only their names"
        )
    known = set()
    for nodes in _chunks(cells):
        known |= _column(store, f"SELECT ?claim {{ VALUES ?claim {{ {nodes} }} ?claim rdf:predicate ?p }}")
    if known:
        return known
    ends: dict[str, list[tuple[str, str]]] = {}
    for nodes in _chunks(cells):
        found = store.query(
            f"SELECT ?claim ?s ?o {{ VALUES ?s {{ {nodes} }} ?claim rdf:subject ?s ; rdf:object ?o }}"
        )
        for claim, subject, value in found.rows:
            ends.setdefault(subject, []).append((value, claim))
    claims: set[str] = set()
    for row in lines:
        values = {plain(term) for term in row if term is not None}
        claims.update(claim for value in values for other, claim in ends.get(value, ()) if other in values)
    return claims


def _explained(store: GraphStore, claims: list[str], documents: frozenset[str]) -> list[ExplainedClaim]:
    quotations = _quotations(store, claims)
    parts = [row for nodes in _chunks(claims) for row in store.query(_PARTS % nodes).terms]
    ends = {plain(term) for row in parts for term in (row[1], row[3]) if _is_iri(term)}
    labels = _labels(store, ends)
    explained = {}
    for row in parts:
        claim, subject, predicate, value, modality, confidence = map(plain, row)
        if claim in explained:
            raise GraphError(
                f"<{claim}> has two subjects, predicates or objects; kg validate lists such claims"
            )
        kept = [q for q in quotations.get(claim, ()) if not documents or documents & {q.name, q.document}]
        if kept or not documents:
            explained[claim] = ExplainedClaim(
                assertion=claim,
                subject=subject,
                subject_label=labels.get(subject, subject),
                predicate=predicate.removeprefix(THUT),
                object=value,
                object_label=labels.get(value, value.removeprefix(THUT)),
                modality=modality.removeprefix(THUT),
                confidence=float(confidence) if confidence else -1.0,
                quotations=tuple(
                    sorted(kept, key=lambda q: (q.issued, q.name, q.document, q.start, q.end, q.rule))
                ),
            )
    return sorted(
        explained.values(),
        key=lambda c: (
            c.subject_label,
            c.subject,
            c.predicate,
            c.object_label,
            c.object,
            c.modality,
            c.assertion,
        ),
    )


def _quotations(store: GraphStore, claims: list[str]) -> dict[str, list[Quotation]]:
    steps: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for nodes in _chunks(claims):
        for claim, phrase, confidence, rule in store.query(_STEPS % nodes).rows:
            steps.setdefault((claim, phrase), []).append((float(confidence) if confidence else -1.0, rule))
    found: dict[str, dict[str, list[Quotation]]] = {}
    for nodes in _chunks(claims):
        for claim, phrase, document, start, end, quote, name, title, issued, url in store.query(
            _QUOTATIONS % nodes
        ).rows:
            # A document with two titles gives two rows: the first in order speaks for it.
            ways = [
                Quotation(document, int(start), int(end), quote, name, title, issued, url, confidence, rule)
                for confidence, rule in steps.get((claim, phrase), [(-1.0, "")])
            ]
            of_claim = found.setdefault(claim, {})
            of_claim[phrase] = min(
                of_claim.get(phrase, ways), ways, key=lambda q: (q[0].title, q[0].issued, q[0].url)
            )
    return {claim: [q for ways in phrases.values() for q in ways] for claim, phrases in found.items()}


def _labels(store: GraphStore, things: set[str]) -> dict[str, str]:
    """Names for people: Thai where there is one."""
    labels: dict[str, tuple[bool, str]] = {}
    for nodes in _chunks(things):
        for thing, label in store.query(_LABELS % nodes).terms:
            rank = (getattr(label, "language", None) != "th", plain(label))
            labels[plain(thing)] = min(labels.get(plain(thing), rank), rank)
    return {thing: label for thing, (_, label) in labels.items()}


def _source(quotation: Quotation) -> str:
    parts = [quotation.title or quotation.name or quotation.document, quotation.issued, quotation.url]
    parts.append(f"{quotation.name or quotation.document} {quotation.start}-{quotation.end}")
    if quotation.rule:
        parts.append(f"{quotation.rule} {quotation.confidence:g}")
    return " · ".join(part for part in parts if part)


def _column(store: GraphStore, sparql: str) -> set[str]:
    return {row[0] for row in store.query(sparql).rows}


def _is_iri(term: Term | None) -> bool:
    return type(term).__name__ == "NamedNode"


def _nodes(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _chunks(iris: Collection[str]) -> Iterable[str]:
    ordered = sorted(iris)
    for start in range(0, len(ordered), _CHUNK):
        yield _nodes(ordered[start : start + _CHUNK])
