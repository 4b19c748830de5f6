"""What a graph holds, told in its own terms: VoID for the numbers, DCAT for the files, PROV-O for the making.

The catalogue is a graph, ``graph/catalogue``, made from counts alone; counts add up, so that a store
keeps its own by what each change brings and takes away. No clock: when things
were read is not of the graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import GraphError
from kg.installed import thut_version
from kg.rdf.formats import FORMATS
from kg.rdf.literals import integer_literal, term
from kg.vocab import BASE, DCAT, DCTERMS, FOAF, PROV, RDF, SCHEMA, THUT, VOID, Minter, checked

_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_DOCUMENT, _ASSERTION = THUT + "SourceDocument", THUT + "Assertion"
_FIELDS = ("graphs", "classes", "properties", "documents")

Numbers = tuple[tuple[str, int], ...]
"""How many of each, by IRI, in the order of the IRIs."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much one graph holds, or several: statements by graph, nodes by class, statements by property.

    ``graphs`` has named graphs only, ``documents`` the documents that are described. Counts add up
    and are taken away from each other; those of a graph are the sum of those of its parts.

    >>> doc = Counts(graphs=(("http://e/doc/1", 12),), properties=(("http://e/p", 12),))
    >>> (doc + Counts(properties=(("http://e/p", 1),)) - doc).properties
    (('http://e/p', 1),)
    """

    graphs: Numbers = ()
    classes: Numbers = ()
    properties: Numbers = ()
    documents: Numbers = ()

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Counts:
        """The counts of ``quads``; a statement that stands in two graphs counts in both."""
        counted: dict[str, Counter[str]] = {name: Counter() for name in _FIELDS}
        for quad in quads:
            if not isinstance(quad.graph_name, DefaultGraph):
                counted["graphs"][quad.graph_name.value] += 1
            counted["properties"][quad.predicate.value] += 1
            if quad.predicate.value == RDF + "type" and isinstance(quad.object, NamedNode):
                counted["classes"][quad.object.value] += 1
                if quad.object.value == _DOCUMENT and isinstance(quad.subject, NamedNode):
                    counted["documents"][quad.subject.value] += 1
        return _counts(counted)

    @classmethod
    def total(cls, many: Iterable[Counts]) -> Counts:
        """The sum of many, faster than adding them one by one."""
        counted: dict[str, Counter[str]] = {name: Counter() for name in _FIELDS}
        for each in many:
            for name in _FIELDS:
                counted[name].update(dict(getattr(each, name)))
        return _counts(counted)

    @classmethod
    def from_json(cls, saved: Mapping[str, Mapping[str, int]]) -> Counts:
        """The counts that :meth:`to_json` gave."""
        return _counts({name: Counter(saved.get(name, {})) for name in _FIELDS})

    def to_json(self) -> dict[str, dict[str, int]]:
        """The counts as JSON holds them."""
        return {name: dict(getattr(self, name)) for name in _FIELDS}

    @property
    def triples(self) -> int:
        """How many statements there are."""
        return sum(number for _, number in self.properties)

    def __add__(self, other: Counts) -> Counts:
        return Counts.total((self, other))

    def __sub__(self, other: Counts) -> Counts:
        """The counts without those of ``other``.

        Raises:
            GraphError: ``other`` has more of something than there is.
        """
        counted = {name: Counter(dict(getattr(self, name))) for name in _FIELDS}
        for name in _FIELDS:
            counted[name].subtract(dict(getattr(other, name)))
            for iri, number in counted[name].items():
                if number < 0:
                    raise GraphError(
                        f"counts: {-number} more of <{iri}> would be taken away than were counted; "
                        "count the graph again"
                    )
        return _counts(counted)


def _counts(counted: Mapping[str, Counter[str]]) -> Counts:
    kept = {name: tuple(sorted((+counted[name]).items())) for name in _FIELDS}
    return Counts(kept["graphs"], kept["classes"], kept["properties"], kept["documents"])


def catalogue_quads(
    held: Counts | Iterable[Quad],
    base: str = BASE,
    *,
    version: str = "",
    components: Sequence[tuple[str, str]] = (),
    licence: str = "",
    title: str = "",
    formats: Sequence[str] = tuple(FORMATS),
) -> list[Quad]:
    """The catalogue of a graph, as quads of ``graph/catalogue``.

    A dataset (``void:Dataset``, ``dcat:Dataset``) with how many statements it has, how many things of
    each class (a claim counts once, however many documents make it) and statements of each property;
    a subset for each named graph; a distribution for each format; and the activity that made it, with
    the software, its components and the documents used.

    Args:
        held: the counts of a graph, or its quads; a catalogue among them is passed over.
        base: what IRIs of entities start with.
        version: that of the software that made the graph; that of this one when not given.
        components: role and name of what read the documents, such as ``("extractor", "rules.v1")``.
        licence: the IRI of the licence under which the graph is given away.
        title: what the dataset is called.
        formats: the formats that it is given away in.

    Raises:
        GraphError: ``licence`` is no IRI.
    """
    minter = Minter(base)
    name = NamedNode(minter.shared("catalogue"))
    if not isinstance(held, Counts):
        held = Counts.of(quad for quad in held if quad.graph_name != name)
    dataset = NamedNode(minter.catalogue("dataset"))
    triples = [
        *_numbers(dataset, held, minter),
        *_files(dataset, formats, minter, licence, title),
        *_making(dataset, held, minter, version or thut_version(), components),
    ]
    return [Quad(subject, predicate, value, name) for subject, predicate, value in triples]


def catalogued(quads: Iterable[Quad], base: str = BASE, *, licence: str = "", title: str = "") -> list[Quad]:
    """``quads`` with their catalogue, made anew; see :func:`catalogue_quads`.

    Raises:
        GraphError: ``licence`` is no IRI.
    """
    name = NamedNode(Minter(base).shared("catalogue"))
    kept = [quad for quad in quads if quad.graph_name != name]
    return [*kept, *catalogue_quads(kept, base, licence=licence, title=title)]


_Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def _numbers(dataset: NamedNode, held: Counts, minter: Minter) -> Iterator[_Triple]:
    classes = _things(held)
    yield dataset, term(RDF + "type"), term(VOID + "Dataset")
    yield dataset, term(VOID + "uriSpace"), Literal(minter.base)
    yield dataset, term(VOID + "vocabulary"), term(THUT.removesuffix("#"))
    yield from totals(dataset, held.triples, len(classes), len(held.properties))
    for kind, numbers in (("class", classes.items()), ("property", held.properties), ("graph", held.graphs)):
        for iri, number in numbers:
            yield from part_of(dataset, kind, iri, number, minter)


def totals(dataset: NamedNode, triples: int, classes: int, properties: int) -> Iterator[_Triple]:
    """How many statements, classes and properties there are in all."""
    yield dataset, term(VOID + "triples"), integer_literal(triples)
    yield dataset, term(VOID + "classes"), integer_literal(classes)
    yield dataset, term(VOID + "properties"), integer_literal(properties)


def part_of(dataset: NamedNode, kind: str, iri: str, number: int, minter: Minter) -> Iterator[_Triple]:
    """What a catalogue says of one ``class``, ``property`` or ``graph``; nothing where there is none."""
    if number < 1:
        return
    if kind == "graph":
        yield dataset, term(VOID + "subset"), NamedNode(iri)
        yield NamedNode(iri), term(RDF + "type"), term(VOID + "Dataset")
        yield NamedNode(iri), term(VOID + "triples"), integer_literal(number)
        return
    part = NamedNode(minter.catalogue(kind, iri))
    yield dataset, term(VOID + f"{kind}Partition"), part
    yield part, term(VOID + kind), NamedNode(iri)
    yield part, term(VOID + ("entities" if kind == "class" else "triples")), integer_literal(number)


def claims_in(properties: Mapping[str, int], classes: Mapping[str, int]) -> int:
    """How many claims there are: what several documents state is one, typed in the graph of each.

    It has one confidence; so has a merge.
    """
    return properties.get(THUT + "confidence", 0) - classes.get(THUT + "Merge", 0)


def _things(held: Counts) -> dict[str, int]:
    """How many things there are of each class."""
    classes = dict(held.classes)
    claims = claims_in(dict(held.properties), classes)
    if claims > 0 and _ASSERTION in classes:
        classes[_ASSERTION] = claims
    return classes


def _files(
    dataset: NamedNode, formats: Sequence[str], minter: Minter, licence: str, title: str
) -> Iterator[_Triple]:
    yield dataset, term(RDF + "type"), term(DCAT + "Dataset")
    if title:
        yield dataset, term(DCTERMS + "title"), Literal(title)
    if licence:
        yield dataset, term(DCTERMS + "license"), NamedNode(_licence(licence))
    for each in formats:
        part = NamedNode(minter.catalogue("distribution", each))
        media_type = FORMATS[each].media_type
        yield dataset, term(DCAT + "distribution"), part
        yield part, term(RDF + "type"), term(DCAT + "Distribution")
        yield part, term(DCAT + "mediaType"), NamedNode(_MEDIA_TYPES + media_type)
        yield part, term(DCTERMS + "format"), Literal(media_type)


def _licence(licence: str) -> str:
    try:
        return checked(licence)
    except GraphError as error:
        raise GraphError(
            f"licence {licence!r} is no IRI: want such as https://creativecommons.org/licenses/by/4.0/"
        ) from error


def _making(
    dataset: NamedNode, held: Counts, minter: Minter, version: str, components: Sequence[tuple[str, str]]
) -> Iterator[_Triple]:
    activity = made_by(minter, version, components)
    yield dataset, term(PROV + "wasGeneratedBy"), activity
    yield activity, term(RDF + "type"), term(PROV + "Activity")
    agents = [("software", "thut", version), *((role, name, "") for role, name in components)]
    for role, name, number in agents:
        agent = NamedNode(minter.catalogue("agent", role, name, number))
        yield activity, term(PROV + "wasAssociatedWith"), agent
        yield agent, term(RDF + "type"), term(PROV + "SoftwareAgent")
        # Not rdfs:label, by which the things of the graph are found.
        yield agent, term(FOAF + "name"), Literal(name)
        yield agent, term(DCTERMS + "description"), Literal(role, language="en")
        if number:
            yield agent, term(SCHEMA + "softwareVersion"), Literal(number)
    for iri, _ in held.documents:
        yield activity, term(PROV + "used"), NamedNode(iri)


def made_by(minter: Minter, version: str = "", components: Sequence[tuple[str, str]] = ()) -> NamedNode:
    """The activity that made a graph, with this version of the software when none is given."""
    named = (f"{role}={name}" for role, name in components)
    return NamedNode(minter.catalogue("activity", version or thut_version(), *named))


__all__ = ["Counts", "Numbers", "catalogue_quads", "catalogued", "claims_in", "made_by", "part_of", "totals"]
