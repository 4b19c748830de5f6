"""The statements that a projection reads, held by predicate and subject in little memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kg.vocab import DCTERMS, NIF, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, THUT

if TYPE_CHECKING:
    from kg.merged import Quad

TYPE = RDF + "type"

# What is read of a subject, by predicate; anything else in the ontology's namespace is a fact.
_READ = frozenset(
    [RDF + name for name in ("type", "subject", "predicate", "object")]
    + [THUT + name for name in ("modality", "confidence", "support", "merges", "reason", "mentionedIn")]
    + [PROV + "wasDerivedFrom", OWL + "sameAs"]
    + [NIF + name for name in ("referenceContext", "beginIndex", "endIndex", "anchorOf")]
    + [DCTERMS + name for name in ("title", "issued", "source", "identifier")]
    + [RDFS + "label", SKOS + "altLabel", SKOS + "exactMatch"]
)

# What is read to see merged things as one, besides: how sure documents are, and how they call things.
_FOLDED = frozenset({PROV + "qualifiedDerivation", NIF + "confidence", SCHEMA + "name"})

Key = tuple[str, str, str]
"""A term: its value, its datatype (empty for an IRI), its language."""


@dataclass(slots=True)
class Statements:
    """Statements by predicate and subject; most have one value, and no set is made for it.

    ``plain`` are those whose predicate is not among what is read of a subject: facts.
    """

    read: defaultdict[str, dict[str, Key | set[Key]]] = field(default_factory=lambda: defaultdict(dict))
    plain: set[tuple[str, str, Key]] = field(default_factory=set)

    def add(self, predicate: str, subject: str, value: Key) -> None:
        """Take a statement, each once."""
        of = self.read[predicate]
        have = of.setdefault(subject, value)
        if isinstance(have, set):
            have.add(value)
        elif have != value:
            of[subject] = {have, value}

    def first(self, predicate: str, subject: str) -> str:
        """The first value in order; empty where there is none."""
        values = self.all(predicate, subject)
        return values[0][0] if values else ""

    def all(self, predicate: str, subject: str) -> list[Key]:
        """The values in order."""
        have = self.read[predicate].get(subject)
        if have is None:
            return []
        return sorted(have) if isinstance(have, set) else [have]

    def each(self, predicate: str) -> Iterator[tuple[str, list[Key]]]:
        """The subjects, each with its values in order."""
        for subject in self.read[predicate]:
            yield subject, self.all(predicate, subject)


def gathered(quads: Iterable[Quad]) -> Statements:
    """The statements of ``quads`` that a projection reads, whatever their graphs."""
    found = Statements()
    nodes: dict[str, Key] = {}

    def node(iri: str) -> Key:
        # One text for all statements about a node: there are ten and more.
        return nodes.get(iri) or nodes.setdefault(iri, (iri, "", ""))

    for quad in quads:
        predicate, term = quad.predicate.value, quad.object
        if not _is_read(predicate, term):
            continue
        datatype = getattr(term, "datatype", None)
        if datatype is None:
            value = node(term.value)
        else:
            value = (term.value, _type_name(datatype.value), term.language or "")
        subject = node(quad.subject.value)[0]
        if predicate in _READ:
            found.add(predicate, subject, value)
        else:
            found.plain.add((subject, predicate, value))
    return found


def matters(quad: Quad) -> bool:
    """Whether a projection depends on a quad, be it through the merges."""
    predicate = quad.predicate.value
    return predicate in _FOLDED or _is_read(predicate, quad.object)


def local_name(iri: str) -> str:
    """The last part of an IRI, percent-decoded.

    >>> local_name("https://w3id.org/thut/ontology#attended")
    'attended'
    """
    return unquote(iri.rstrip("/").rsplit("#", 1)[-1].rsplit("/", 1)[-1])


def _is_read(predicate: str, term: Any) -> bool:  # noqa: ANN401
    if predicate == TYPE:
        # Of classes those of the ontology alone.
        return str(getattr(term, "value", "")).startswith(THUT)
    return predicate in _READ or predicate.startswith(THUT)


@cache
def _type_name(iri: str) -> str:
    return local_name(iri)
