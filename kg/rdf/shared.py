"""What holds across documents, worked out from the graphs of the documents.

Three graphs: ``graph/entities`` (one type and one label a language for each entity, its other
names, the status of meetings), ``graph/claims`` (how sure a claim is, over all the documents that
state it, and how many of them speak for themselves) and ``graph/lexicon`` (what the lexicon knows
of the entities that occur).

Each line depends on what documents tell of one thing, or on how they state one claim: so they can be
worked out thing by thing and claim by claim, from a graph in memory here, from sorted rows on disk in
:mod:`kg.across`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import prod

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.entities.meeting_names import names_a_meeting
from kg.lexicon import Entry
from kg.rdf.independence import independent_groups
from kg.rdf.literals import escaped, integer_literal, thut
from kg.rdf.ontology import kinds_of
from kg.rdf.rows import TIMELESS, mood_told, moods_settled
from kg.rdf.spelt import share
from kg.vocab import DCTERMS, NIF, PROV, RDF, RDFS, SCHEMA, SKOS, THUT, Minter

MOST_CERTAIN = 0.99
"""No number of documents makes a claim surer than this."""

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
_TYPE, _PREDICATE = f"<{RDF}type>", RDF + "predicate"
_SURE, _SUPPORT = str(thut("confidence")), str(thut("support"))
_STATUS, _HELD, _PLANNED = (str(thut(name)) for name in ("status", "Held", "Planned"))
_LABEL, _OTHER_LABEL, _MATCH = f"<{RDFS}label>", f"<{SKOS}altLabel>", f"<{SKOS}exactMatch>"


@dataclass(slots=True)
class Thing:
    """What documents tell of a thing: how many call it what.

    ``classes`` are IRIs; ``firsts`` are its first names and ``others`` its other names, by language;
    ``moods`` are the modalities (local names) of claims about it that tell whether it was held.
    """

    classes: dict[str, int] = field(default_factory=dict)
    firsts: dict[str, dict[str, int]] = field(default_factory=dict)
    others: dict[str, dict[str, int]] = field(default_factory=dict)
    moods: set[str] = field(default_factory=set)

    def hold(self, cls: str) -> None:
        """One more document says that it is of a class."""
        self.classes[cls] = self.classes.get(cls, 0) + 1

    def call(self, name: str, language: str, *, first: bool) -> None:
        """One more document calls it so."""
        counted = (self.firsts if first else self.others).setdefault(language or "th", {})
        counted[name] = counted.get(name, 0) + 1


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
    stated: dict[str, list[str]] = defaultdict(list)  # claims, with the documents that state them
    shared = f"{minter.base}graph/"
    for quad in quads:
        if quad.predicate.value not in _READ or not isinstance(quad.subject, NamedNode):
            continue
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(shared):
            continue
        if isinstance(quad.object, NamedNode | Literal):
            rows[quad.predicate.value].append((quad.subject.value, quad.object))
        if quad.predicate.value == _PREDICATE:
            stated[quad.subject.value].append(str(quad.graph_name))
    things = _things(rows, stated)
    known = {iri: entry for entry in entries if (iri := minter.entity(f"lex:{entry.id}")) in things}
    lines: list[str] = []
    for iri, thing in things.items():
        lines += thing_lines(iri, thing, known.get(iri), minter)
    lines += _claims(rows, minter)
    return list(parse("".join(lines), format=RdfFormat.N_QUADS))


def thing_lines(iri: str, thing: Thing, entry: Entry | None, minter: Minter) -> list[str]:
    """The lines of N-Quads about one thing in the graphs of entities and of the lexicon, with their ends.

    Args:
        iri: the thing.
        thing: what documents tell of it.
        entry: what the lexicon knows of it.
        minter: the one that the document graphs were made with.
    """
    head, end = f"<{iri}> ", _end("entities", minter.base)
    lines = [f"{head}{predicate} {value}{end}" for predicate, value in _described(thing, entry)]
    if entry is not None:
        end = _end("lexicon", minter.base)
        lines += [f"{head}{predicate} {value}{end}" for predicate, value in _known(entry)]
    return lines


def claim_lines(
    iri: str, sure: Mapping[str, float], groups: Collection[Collection[str]], minter: Minter
) -> list[str]:
    """The lines of N-Quads about one claim in the graph of claims, with their ends.

    How sure it is, and on how many documents that rest on no other: those alone add up.

    Args:
        iri: the claim.
        sure: by document, how sure the claim is there.
        groups: the documents in groups, of which each counts once.
        minter: the one that the document graphs were made with.
    """
    # Sorted, since a product of floats depends on their order in the last digit.
    best = sorted([max([sure[document] for document in group]) for group in groups])
    pooled, support = _pooled(tuple(best), minter.base)
    return [f"<{iri}> {pooled}", f"<{iri}> {support}"]


@lru_cache
def _end(name: str, base: str) -> str:
    """How a line in a graph beyond documents ends."""
    return f" <{Minter(base).shared(name)}> .\n"


@lru_cache(1 << 10)
def _pooled(best: tuple[float, ...], base: str) -> tuple[str, str]:
    """What is said of a claim by how sure it is in each of some groups of documents."""
    pooled = 1 - prod([1 - confidence for confidence in best])
    end = _end("claims", base)
    return (
        f"{_SURE} {share(min(pooled, MOST_CERTAIN))[0]}{end}",
        f"{_SUPPORT} {integer_literal(len(best))}{end}",
    )


def _described(thing: Thing, entry: Entry | None) -> Iterator[tuple[str, str]]:
    # The class that most documents give; of two that are level, the first by name.
    chosen = min(thing.classes, key=lambda cls: (-thing.classes[cls], cls))
    yield _TYPE, f"<{chosen}>"
    firsts, others = thing.firsts, thing.others
    taken = {(language, text) for language, text in entry.labels} if entry else set()
    listed = {(language, text) for text, language in entry.aliases} if entry else set()
    have = {language for language, _ in taken}
    for language in {*firsts, *others} - have:
        names = firsts.get(language) or others[language]
        if language == "en" and chosen in _meetings():
            # In Latin letters a meeting often goes by its framework alone, which is another thing.
            names = {name: count for name, count in names.items() if names_a_meeting(name)}
        if names:
            label = _fullest(names)
            taken.add((language, label))
            yield _LABEL, _literal(label, language)
    for by_language in (firsts, others):
        for language, told in by_language.items():
            for text in told:
                if (language, text) not in taken and (language, text) not in listed:
                    taken.add((language, text))
                    yield _OTHER_LABEL, _literal(text, language)
    if not _meetings().isdisjoint(thing.classes):
        # Held where a document states something of a meeting as done, else planned where one plans it.
        if "Actual" in thing.moods:
            yield _STATUS, _HELD
        elif "Planned" in thing.moods:
            yield _STATUS, _PLANNED


def _known(entry: Entry) -> Iterator[tuple[str, str]]:
    labels = set(entry.labels)
    for language, text in labels:
        yield _LABEL, _literal(text, language)
    for text, language in entry.aliases:
        if (language, text) not in labels:
            yield _OTHER_LABEL, _literal(text, language or "th")
    if entry.wikidata:
        yield _MATCH, f"<{entry.wikidata}>"


def _literal(text: str, language: str) -> str:
    return f'"{escaped(text)}"@{language}'


@cache
def _meetings() -> frozenset[str]:
    return frozenset(thut(kind).value for kind in kinds_of("Meeting"))


def _fullest(names: Mapping[str, int]) -> str:
    """The name with most letters; of those that differ in spaces alone the one that most documents give."""
    if len(names) == 1:
        return next(iter(names))
    return min(names, key=lambda name: (-len("".join(name.split())), -names[name], name))


def _things(rows: Rows, stated: Mapping[str, Sequence[str]]) -> dict[str, Thing]:
    things: dict[str, Thing] = defaultdict(Thing)
    for subject, value in rows[DCTERMS + "type"]:
        things[subject].hold(value.value)
    for predicate in ("name", "alternateName"):
        for subject, value in rows[SCHEMA + predicate]:
            language = value.language if isinstance(value, Literal) else None
            if subject in things:
                things[subject].call(value.value, language or "", first=predicate == "name")
    predicates = {s: o.value.removeprefix(THUT) for s, o in rows[RDF + "predicate"]}
    moods = {s: o.value.removeprefix(THUT) for s, o in rows[thut("modality").value]}
    told: dict[tuple[str, str], set[str]] = defaultdict(set)  # by the thing and the document
    for part in ("subject", "object"):
        for claim, value in rows[RDF + part]:
            if not isinstance(value, NamedNode) or value.value not in things or predicates[claim] in TIMELESS:
                continue
            for document in stated[claim]:
                told[value.value, document].add(mood_told(predicates[claim], moods[claim]))
    for (thing, _), own in told.items():
        things[thing].moods |= moods_settled(own)
    return things


def _claims(rows: Rows, minter: Minter) -> Iterator[str]:
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
        yield from claim_lines(claim, documents, groups, minter)
