"""What a SPARQL endpoint says of itself, in the words of SPARQL Service Description and VoID."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from kg.rdf.literals import integer_literal
from kg.vocab import RDF, SD, VOID

_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
_INPUTS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
_Term = NamedNode | int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is in a dataset: triples of its default graph, in all and by class and property.

    ``graphs`` has the triples of each named graph, by its IRI; ``classes`` the things of each class,
    ``properties`` the triples of each property.
    """

    triples: int = 0
    subjects: int = 0
    objects: int = 0
    documents: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)
    graphs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Service:
    """Where an endpoint is: ``endpoint`` for queries, ``update`` for changes (empty: there are none)."""

    endpoint: str
    update: str = ""


def service_quads(service: Service, counts: Counts) -> list[Quad]:
    """The description of an endpoint and of the dataset behind it; no blank nodes.

    >>> len(service_quads(Service("http://localhost/sparql"), Counts())) > 10
    True
    """
    here, dataset, default = (service.endpoint + part for part in ("#service", "#dataset", "#default-graph"))
    rows: list[tuple[str, str, _Term]] = [
        (here, RDF + "type", NamedNode(SD + "Service")),
        (here, SD + "endpoint", NamedNode(service.endpoint)),
        (here, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Query")),
        *((here, SD + "resultFormat", NamedNode(_FORMATS + name)) for name in _RESULTS),
        (here, SD + "defaultDataset", NamedNode(dataset)),
        (dataset, RDF + "type", NamedNode(SD + "Dataset")),
        (dataset, RDF + "type", NamedNode(VOID + "Dataset")),
        (dataset, SD + "defaultGraph", NamedNode(default)),
        (dataset, VOID + "sparqlEndpoint", NamedNode(service.endpoint)),
        (dataset, VOID + "triples", counts.triples),
        (dataset, VOID + "distinctSubjects", counts.subjects),
        (dataset, VOID + "distinctObjects", counts.objects),
        (dataset, VOID + "documents", counts.documents),
        (dataset, VOID + "classes", len(counts.classes)),
        (dataset, VOID + "properties", len(counts.properties)),
        (default, RDF + "type", NamedNode(SD + "Graph")),
        (default, VOID + "triples", counts.triples),
    ]
    if service.update:
        changes = service.endpoint + "#update"
        rows += [
            (changes, RDF + "type", NamedNode(SD + "Service")),
            (changes, SD + "endpoint", NamedNode(service.update)),
            (changes, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Update")),
            *((changes, SD + "inputFormat", NamedNode(_FORMATS + name)) for name in _INPUTS),
            (changes, SD + "defaultDataset", NamedNode(dataset)),
        ]
    rows += _partitions(dataset, counts)
    rows += _named_graphs(dataset, counts.graphs)
    return [
        Quad(
            NamedNode(subject),
            NamedNode(predicate),
            integer_literal(value) if isinstance(value, int) else value,
        )
        for subject, predicate, value in rows
    ]


def _partitions(dataset: str, counts: Counts) -> list[tuple[str, str, _Term]]:
    rows: list[tuple[str, str, _Term]] = []
    for number, (cls, count) in enumerate(sorted(counts.classes.items()), 1):
        part = f"{dataset}-class-{number}"
        rows.append((dataset, VOID + "classPartition", NamedNode(part)))
        rows += [(part, VOID + "class", NamedNode(cls)), (part, VOID + "entities", count)]
    for number, (name, count) in enumerate(sorted(counts.properties.items()), 1):
        part = f"{dataset}-property-{number}"
        rows.append((dataset, VOID + "propertyPartition", NamedNode(part)))
        rows += [(part, VOID + "property", NamedNode(name)), (part, VOID + "triples", count)]
    return rows


def _named_graphs(dataset: str, graphs: Mapping[str, int]) -> list[tuple[str, str, _Term]]:
    rows: list[tuple[str, str, _Term]] = []
    for number, (name, count) in enumerate(sorted(graphs.items()), 1):
        named = f"{dataset}-graph-{number}"
        rows += [
            (dataset, SD + "namedGraph", NamedNode(named)),
            (named, RDF + "type", NamedNode(SD + "NamedGraph")),
            (named, SD + "name", NamedNode(name)),
            (named, SD + "graph", NamedNode(f"{named}-triples")),
            (f"{named}-triples", RDF + "type", NamedNode(SD + "Graph")),
            (f"{named}-triples", VOID + "triples", count),
        ]
    return rows
