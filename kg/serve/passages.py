"""A document with the passages that its claims quote, and what each passage states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.errors import GraphError
from kg.expressions import expression
from kg.store import GraphStore, is_iri, listed, plain
from kg.vocab import THUT, checked

_ABOUT = """
SELECT ?title ?issued ?source ?identifier WHERE {
  VALUES ?document { <%s> }
  ?document a thut:SourceDocument .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:issued ?issued }
  OPTIONAL { ?document dcterms:source ?source }
  OPTIONAL { ?document dcterms:identifier ?identifier }
}"""
_STATED = """
SELECT ?begin ?end ?quote ?claim ?subject ?predicate ?object ?modality ?confidence WHERE {
  VALUES ?document { <%s> }
  ?phrase nif:referenceContext ?document ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?quote .
  ?claim prov:wasDerivedFrom ?phrase ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  OPTIONAL { ?claim thut:modality ?modality }
  OPTIONAL { ?claim thut:confidence ?confidence }
}"""
_NAMED = """
SELECT ?begin ?end ?quote ?thing WHERE {
  VALUES ?document { <%s> }
  ?thing thut:mentionedIn ?document ; prov:wasDerivedFrom ?phrase .
  ?phrase nif:referenceContext ?document ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?quote .
}"""
_NAMES = (
    "SELECT ?thing ?name ?kind { VALUES ?thing { %s } ?thing rdfs:label ?name OPTIONAL { ?thing a ?kind } }"
)
_GRAPH = "ASK { ?s ?p ?o }"
_PLACE = expression(r"([0-9]{1,9}),([0-9]{1,9})")


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something that a claim is about: its names, and its IRI and class where it is no value."""

    thai: str
    english: str
    iri: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Stated:
    """A claim: ``modality`` and ``predicate`` by their local names; ``confidence`` -1 where unknown.

    That the document only names ``subject`` is no claim: ``claim`` is empty.
    """

    subject: Thing
    predicate: str
    object: Thing
    modality: str
    confidence: float
    claim: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document, ``text[begin:end]`` in code points, and what they state."""

    begin: int
    end: int
    quote: str
    stated: tuple[Stated, ...]

    @property
    def name(self) -> str:
        """What the passage goes by in the address of the page."""
        return f"{self.begin},{self.end}"


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document for readers; ``text`` is None where the graph has quotations only.

    ``graph`` tells whether what the document states stands in a graph of its own.
    """

    iri: str
    title: str
    issued: str
    source: str
    name: str
    text: str | None
    graph: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the passages that it is in, and those that begin here."""

    text: str
    within: tuple[Passage, ...]
    begins: tuple[Passage, ...]


def document_page(store: GraphStore, iri: str) -> ReadDocument | None:
    """A document of the graph; None where the graph has none of this IRI."""
    try:
        checked(iri)
    except GraphError:
        return None
    about = sorted(store.query(_ABOUT % iri).rows)
    if not about:
        return None
    title, issued, source, name = about[0]
    # A document may have two addresses; one of the web is what a reader can follow.
    sources = sorted({row[2] for row in about}, key=lambda url: (not url.startswith("http"), url))
    rows = store.query(_STATED % iri).terms
    named = store.query(_NAMED % iri).rows
    things = {plain(row[at]) for row in rows for at in (4, 6) if is_iri(row[at])}
    names = _names(store, things | {row[3] for row in named})
    passages: dict[tuple[int, int, str], set[Stated]] = {}
    for row in rows:
        begin, end, quote, claim, subject, predicate, value, modality, confidence = map(plain, row)
        stated = Stated(
            names.get(subject, Thing(subject, subject, subject)),
            predicate.removeprefix(THUT),
            names.get(value, Thing(value, value, value)) if is_iri(row[6]) else Thing(value, value),
            modality.removeprefix(THUT) or "Actual",
            float(confidence) if confidence else -1.0,
            claim,
        )
        passages.setdefault((int(begin), int(end), quote), set()).add(stated)
    here = Thing(title or name, title or name)
    for begin, end, quote, thing in named:
        only = Stated(names.get(thing, Thing(thing, thing, thing)), "mentionedIn", here, "Actual", -1.0, "")
        passages.setdefault((int(begin), int(end), quote), set()).add(only)
    return ReadDocument(
        iri, title, issued, sources[0] if sources else source, name, store.text(iri),
        bool(store.query(_GRAPH, default_graphs=[iri]).answer),
        tuple(Passage(*place, tuple(sorted(stated))) for place, stated in sorted(passages.items())),
    )  # fmt: skip


def pieces(text: str, passages: Iterable[Passage]) -> list[Piece]:
    """A text cut where passages begin and end; joined, the pieces are the text.

    >>> one, two = Passage(0, 3, "abc", ()), Passage(1, 2, "b", ())
    >>> [(piece.text, len(piece.within)) for piece in pieces("abcd", [one, two])]
    [('a', 1), ('b', 2), ('c', 1), ('d', 0)]
    """
    standing = sorted(
        (passage for passage in passages if 0 <= passage.begin < passage.end <= len(text)),
        key=lambda passage: (passage.begin, -passage.end),
    )
    cuts = sorted({0, len(text), *(end for one in standing for end in (one.begin, one.end))})
    found: list[Piece] = []
    open_: list[Passage] = []
    coming = list(reversed(standing))
    for begin, end in pairwise(cuts):
        open_ = [passage for passage in open_ if passage.end > begin]
        begins = []
        while coming and coming[-1].begin == begin:
            begins.append(coming.pop())
        open_ += begins
        found.append(Piece(text[begin:end], tuple(open_), tuple(begins)))
    return found


def place(said: str) -> tuple[int, int] | None:
    """What ``char=`` of an address says: where a passage begins and ends.

    >>> place("412,520"), place("x")
    ((412, 520), None)
    """
    found = _PLACE.fullmatch(said)
    return (int(found[1]), int(found[2])) if found else None


def _names(store: GraphStore, things: set[str]) -> dict[str, Thing]:
    found: dict[str, dict[str, str]] = {}
    kinds: dict[str, str] = {}
    for some in listed(things):
        for thing, name, kind in store.query(_NAMES % some).terms:
            # Of several classes, which a graph of others may have, the last by name.
            kinds[plain(thing)] = max(kinds.get(plain(thing), ""), plain(kind).removeprefix(THUT))
            tongue = getattr(name, "language", None) or ""
            names = found.setdefault(plain(thing), {})
            names[tongue] = min(names.get(tongue, plain(name)), plain(name))
    return {
        iri: Thing(
            names.get("th") or names.get("en") or min(names.values()),
            names.get("en") or names.get("th") or min(names.values()),
            iri,
            kinds[iri],
        )
        for iri, names in found.items()
    }
