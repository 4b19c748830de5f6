"""What documents state of one entity, as far as merging asks for it.

A record is read from the graphs of documents alone and speaks of other entities by the IRIs that
documents give them, so that no merge changes it: it can be kept until a document that speaks of the
entity comes or goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from pyoxigraph import Literal, NamedNode, Quad

from kg.entities.keys import entity_key
from kg.merging.dates import Days, from_to
from kg.merging.known import entry_of
from kg.model import EntityType
from kg.rdf.ontology import kinds_of
from kg.vocab import CLASSES, DCTERMS, RDF, SCHEMA, THUT, Minter, digest


class Statements(Protocol):
    """What documents state: the quads of their graphs, and of no other graph."""

    def about(self, iri: str) -> Iterable[Quad]:
        """The quads with subject ``iri``; the name of each quad's graph is the document."""
        ...

    def of(self, iri: str) -> Iterable[Quad]:
        """The quads with object ``iri``."""
        ...

    def states(self, document: str, iri: str) -> bool:
        """Whether that document, or any, has ``iri`` as a subject; documents are asked in this order."""
        ...

    def issued(self, document: str) -> str:
        """When the document of that IRI was published (ISO, maybe only the year); empty where unknown."""
        ...


class Fact(NamedTuple):
    """One thing that one document states of an entity: what, and the claim that states it."""

    document: str
    value: str
    claim: str


Facts = tuple[Fact, ...]


class Record(NamedTuple):
    """An entity as its documents tell of it.

    ``type`` is one of the nine classes, ``kinds`` what documents call it (``CourtesyCall``); ``called`` are
    its first names, ``names`` these and all others; ``named`` is false for what has a description only (a
    person known by post, a talk without a name); ``entry`` is its id in the lexicon. ``documents`` are
    pairs of a document and its date, in order. The facts are in the words and IRIs of the documents:
    ``posts`` and ``represents`` of a person; ``starts``, ``ends``, ``places``, ``parties``, ``ordinals``,
    ``frameworks`` and ``wholes`` (what it is part of) of a meeting; ``parties`` and ``frameworks`` also of
    documents and initiatives.
    """

    iri: str
    type: str
    names: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    named: bool = True
    entry: str = ""
    kinds: frozenset[str] = frozenset()
    documents: tuple[tuple[str, str], ...] = ()
    posts: Facts = ()
    represents: Facts = ()
    starts: Facts = ()
    ends: Facts = ()
    places: Facts = ()
    parties: Facts = ()
    ordinals: Facts = ()
    frameworks: Facts = ()
    wholes: Facts = ()


_TYPE, _NAME, _OTHER_NAME = DCTERMS + "type", SCHEMA + "name", SCHEMA + "alternateName"
FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "Person": {"holdsPosition": "posts", "represents": "represents"},
    "Meeting": {
        "heldOn": "starts",
        "heldUntil": "ends",
        "heldAt": "places",
        "ordinal": "ordinals",
        "underFramework": "frameworks",
        "partOf": "wholes",
    },
    "Initiative": {"underFramework": "frameworks", "partOf": "wholes"},
    "OutcomeDocument": {"underFramework": "frameworks", "partOf": "wholes"},
}
"""By type, the fields of a record by the property that fills them, where the entity is the subject."""

WITH_PARTIES: Final = frozenset(("Meeting", "Initiative", "OutcomeDocument"))
"""The types whose parties are asked for: everybody who does something with it."""

_NEGATED = THUT + "Negated"

ASKED_FOR = frozenset(
    (
        _TYPE,
        _NAME,
        _OTHER_NAME,
        *(RDF + name for name in ("subject", "predicate", "object")),
        *(THUT + name for fields in FIELDS.values() for name in fields),
        THUT + "modality",
    )
)
"""The properties that records are read from; statements may be without all others."""


def record(iri: str, statements: Statements) -> Record:
    """The record of one entity.

    What the lexicon knows is told by the lexicon: its names are read there, and documents, of which
    there may be very many, are not asked.

    Args:
        iri: an entity, under any base.
        statements: what documents state.
    """
    known = lexicon_record(iri)
    if known is not None:
        return known
    about = list(statements.about(iri))
    classes: Counter[str] = Counter()
    called, others, documents = set(), set(), set()
    for quad in about:
        predicate, value = quad.predicate.value, quad.object
        if not isinstance(value, Literal | NamedNode):
            continue
        if predicate == _TYPE:
            documents.add(_graph(quad))
            classes[value.value.removeprefix(THUT)] += 1
        elif predicate == _NAME:
            called.add(value.value)
        elif predicate == _OTHER_NAME:
            others.add(value.value)
    type_ = type_of(classes)
    fields = FIELDS.get(type_)
    facts = _stated(iri, about, fields, statements) if fields else {}
    if type_ in WITH_PARTIES:
        facts["parties"] = _parties(iri, statements)
    dates = {document: statements.issued(document) for document in documents}
    return document_record(iri, type_, classes, called, others, documents=dates, facts=facts)


def lexicon_record(iri: str) -> Record | None:
    """The record of what the lexicon knows; None for all else."""
    entry = entry_of(iri)
    if entry is None:
        return None
    names = frozenset(entry.surfaces)
    return Record(iri, type_of({entry.cls: 1}), names, frozenset((entry.name("th"),)), entry=entry.id)


def document_record(
    iri: str,
    type_: str,
    kinds: Iterable[str],
    called: Collection[str],
    others: Collection[str],
    *,
    documents: Mapping[str, str],
    facts: Mapping[str, Facts],
) -> Record:
    """The record of what documents alone tell of.

    Args:
        iri: the entity.
        type_: its type, as :func:`type_of` tells it.
        kinds: the classes that documents give it (local names).
        called: its first names.
        others: its other names.
        documents: those that tell of it, and their dates.
        facts: by the fields of a record; those that :data:`FIELDS` and :data:`WITH_PARTIES` tell of.
    """
    return Record(
        iri,
        type_,
        frozenset((*called, *others)),
        frozenset(called),
        len(documents) > 1 or bool(facts.get("ordinals")) or is_named(iri, type_, called, documents),
        kinds=frozenset(kinds),
        documents=tuple(sorted(documents.items())),
        posts=facts.get("posts", ()),
        represents=facts.get("represents", ()),
        starts=facts.get("starts", ()),
        ends=facts.get("ends", ()),
        places=facts.get("places", ()),
        parties=facts.get("parties", ()),
        ordinals=facts.get("ordinals", ()),
        frameworks=facts.get("frameworks", ()),
        wholes=facts.get("wholes", ()),
    )


def type_of(classes: Mapping[str, int]) -> str:
    """The one of the nine classes that most documents mean; of two that are level, the first by name.

    >>> type_of({"Summit": 1, "Conference": 1, "Person": 1})
    'Meeting'
    """
    return _type_of(tuple(sorted(classes.items())))


@lru_cache(maxsize=1 << 10)
def _type_of(classes: tuple[tuple[str, int], ...]) -> str:
    votes: Counter[str] = Counter()
    for name, count in classes:
        votes[_above(name)] += count
    return min(votes, key=lambda name: (-votes[name], name)) if votes else ""


def _above(name: str) -> str:
    return next((above for above in CLASSES if name in kinds_of(above)), name)


def is_named(iri: str, type_: str, called: Iterable[str], documents: Iterable[str] = ()) -> bool:
    """Whether an entity has a name of its own, and not only a description.

    Documents share names of persons; a meeting may have its name in one document alone.
    """
    if type_ not in {"Person", "Meeting"}:
        return True
    scopes = ["", *(document.rpartition("/")[2] for document in documents if type_ == "Meeting")]
    kind = EntityType(type_)
    keys = (entity_key(kind, name, scope=scope) for name in called for scope in scopes)
    end = iri.rpartition("/")[2].rpartition("-")[2]
    return any(digest([key], 10) == end for key in keys)


def held_on(found: Record, longest: int) -> tuple[Days, ...]:
    """The runs of days on which a meeting is held, as its documents give them.

    Args:
        found: a record of a meeting.
        longest: how many days there may be from a first day to a last one.
    """
    starts, ends = ([(fact.document, fact.value) for fact in facts] for facts in (found.starts, found.ends))
    return from_to(starts, ends, longest)


def _graph(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def _stated(
    iri: str, about: Iterable[Quad], fields: Mapping[str, str], statements: Statements
) -> dict[str, Facts]:
    """What describes an entity: its plain triples stand in the graph of each document that states them."""
    found: dict[str, set[Fact]] = {field: set() for field in fields.values()}
    claims: dict[Quad, str] = {}
    for quad in about:
        name = quad.predicate.value.removeprefix(THUT)
        value = quad.object
        if name in fields and isinstance(value, Literal | NamedNode):
            triple = Quad(quad.subject, quad.predicate, value)
            if triple not in claims:
                claims[triple] = _claim(iri, name, value, _graph(quad), statements)
            found[fields[name]].add(Fact(_graph(quad), value.value, claims[triple]))
    return {field: tuple(sorted(facts)) for field, facts in found.items()}


def _claim(iri: str, name: str, value: Literal | NamedNode, document: str, statements: Statements) -> str:
    """The claim behind a plain triple; the document itself where it has none."""
    base, found, _ = document.partition("doc/")
    if not found:
        return document
    minter = Minter(base)
    for modality in ("Actual", "Planned"):
        claim = minter.assertion(f"<{iri}>", name, str(value), modality)
        if statements.states(document, claim):
            return claim
    return document


def _parties(iri: str, statements: Statements) -> Facts:
    """Who takes part in it, or does something with it; planned or done, but not where it is denied."""
    found: set[Fact] = set()
    for quad in statements.of(iri):
        if quad.predicate.value != RDF + "object" or not isinstance(quad.subject, NamedNode):
            continue
        claim = quad.subject.value
        told = {q.predicate.value: q.object for q in statements.about(claim) if _graph(q) == _graph(quad)}
        subject, modality = told.get(RDF + "subject"), told.get(THUT + "modality")
        if isinstance(subject, NamedNode) and getattr(modality, "value", "") != _NEGATED:
            found.add(Fact(_graph(quad), subject.value, claim))
    return tuple(sorted(found))
