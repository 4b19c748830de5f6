"""The JSON-LD context of a graph: short names for its terms, made from the ontology.

``ontology/context.jsonld`` is the same, for who reads or writes such JSON with other tools; a test
holds it to this.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from pyoxigraph import NamedNode

from kg.rdf.ontology import ontology
from kg.vocab import DCTERMS, NIF, OWL, PREFIXES, PROV, RDF, RDFS, SCHEMA, SKOS, THUT, XSD

IRI, TONGUES = "@id", "@language"
"""Kinds of terms besides datatypes: whose values are IRIs; whose values are texts by language."""

# What a graph uses of other vocabularies, and what stands as its value.
_OTHERS = {
    RDF + "subject": IRI,
    RDF + "predicate": IRI,
    RDF + "object": "",
    RDFS + "label": TONGUES,
    SKOS + "altLabel": TONGUES,
    SKOS + "exactMatch": IRI,
    SCHEMA + "name": TONGUES,
    SCHEMA + "alternateName": TONGUES,
    SCHEMA + "sha256": "",
    SCHEMA + "encodingFormat": "",
    DCTERMS + "title": TONGUES,
    DCTERMS + "issued": "",
    DCTERMS + "source": IRI,
    DCTERMS + "identifier": "",
    DCTERMS + "language": "",
    DCTERMS + "type": IRI,
    PROV + "wasDerivedFrom": IRI,
    PROV + "qualifiedDerivation": IRI,
    PROV + "entity": IRI,
    NIF + "referenceContext": IRI,
    NIF + "beginIndex": XSD + "integer",
    NIF + "endIndex": XSD + "integer",
    NIF + "anchorOf": TONGUES,
    NIF + "confidence": XSD + "decimal",
    OWL + "sameAs": IRI,
}
_CLASSES = (NIF + "Phrase", PROV + "Derivation")


@cache
def terms() -> dict[str, tuple[str, str]]:
    """By IRI the short name of each term, and its kind: :data:`IRI`, :data:`TONGUES`, a datatype, or none."""
    found: dict[str, tuple[str, str]] = {}
    taken: set[str] = set()
    for iri, kind in (*_of_the_ontology(), *_OTHERS.items(), *((iri, "") for iri in _CLASSES)):
        name = iri.rpartition("#")[2].rpartition("/")[2]
        # Two vocabularies may use one word, as nif:confidence and thut:confidence; JSON-LD has "type" itself.
        if name in taken or name == "type":
            name = compact(iri)
        taken.add(name)
        found[iri] = (name, kind)
    return found


@cache
def context() -> dict[str, Any]:
    """The value of ``@context``, without ``@base``."""
    made: dict[str, Any] = {"@version": 1.1, **dict(sorted(PREFIXES.items()))}
    for iri, (name, kind) in sorted(terms().items(), key=lambda item: item[1]):
        short = compact(iri)
        if kind == TONGUES:
            made[name] = {"@id": short, "@container": TONGUES}
        elif kind:
            made[name] = {"@id": short, "@type": kind if kind == IRI else compact(kind)}
        else:
            made[name] = short
    return made


def compact(iri: str) -> str:
    """An IRI with its prefix where it has one.

    >>> compact("http://www.w3.org/2000/01/rdf-schema#label")
    'rdfs:label'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _of_the_ontology() -> list[tuple[str, str]]:
    """Its classes, individuals and properties, with what stands as the value of a property."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in ontology():
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(THUT):
            said[quad.subject.value][quad.predicate.value].add(quad.object.value)  # type: ignore[union-attr]
    found = []
    for iri in sorted(said):
        ranges = said[iri][RDFS + "range"]
        if OWL + "ObjectProperty" in said[iri][RDF + "type"]:
            found.append((iri, IRI))
        elif ranges == {RDF + "langString"}:
            found.append((iri, TONGUES))
        else:
            datatypes = [each for each in ranges if each.startswith(XSD) and each != XSD + "string"]
            found.append((iri, datatypes[0] if len(datatypes) == 1 else ""))
    return found
