"""A graph against the shapes of the ontology, with pySHACL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import rdflib
import rdflib.collection
from pyshacl import validate as run_shacl

from kg.errors import GraphError
from kg.lexicon import ontology_path
from kg.rdf.bridge import rdflib_triples
from kg.store import GraphStore, is_iri, plain
from kg.validate.report import Problem
from kg.vocab import RDF, RDFS, SH, SKOS, THUT

if TYPE_CHECKING:
    from pyoxigraph import Quad

Progress = Callable[[int, int], None]
"""Called with how many statements are checked, of how many."""

_BATCH = 30_000  # statements; enough that reading the shapes again for each batch does not show
_IDENTITY = frozenset((RDF + "type", RDFS + "label", SKOS + "altLabel", SKOS + "exactMatch"))
_CLAIM = THUT + "Assertion"
_NOT_ENTITIES = frozenset(THUT + name for name in ("Assertion", "SourceDocument", "Merge"))


def check_shapes(store: GraphStore, progress: Progress | None) -> Iterator[Problem]:
    """What breaks a shape; each subject is checked with all that is said of it, in batches of subjects."""
    about: dict[str, list[Quad]] = defaultdict(list)
    looked_at = _looked_at()
    for quad in store.view():
        if quad.predicate.value in looked_at or not looked_at:
            about[plain(quad.subject)].append(quad)
    total = sum(map(len, about.values()))
    done = 0
    for subjects in _batches(about):
        data = rdflib.Graph()
        own = [quad for subject in subjects for quad in about[subject]]
        for triple in rdflib_triples([*own, *_context(own, set(subjects), about)]):
            data.add(triple)
        yield from _run(data)
        done += len(own)
        if progress:
            progress(done, total)


def _batches(about: dict[str, list[Quad]]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for subject in sorted(about):
        batch.append(subject)
        size += len(about[subject])
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _context(own: Iterable[Quad], subjects: set[str], about: dict[str, list[Quad]]) -> Iterator[Quad]:
    """What the shapes look at beyond a batch: the types and names of what its statements lead to."""
    values = {plain(quad.object) for quad in own if is_iri(quad.object)}
    for value in sorted(values - subjects):
        statements = about.get(value, [])
        if any(plain(quad.object) == _CLAIM for quad in statements if quad.predicate.value == RDF + "type"):
            continue  # it would be checked here too, without what it leads to
        entity = _is_entity(statements)
        yield from (quad for quad in statements if not entity or quad.predicate.value in _IDENTITY)


def _is_entity(statements: list[Quad]) -> bool:
    types = {plain(quad.object) for quad in statements if quad.predicate.value == RDF + "type"}
    return any(cls.startswith(THUT) for cls in types - _NOT_ENTITIES)


def _run(data: rdflib.Graph) -> Iterator[Problem]:
    shapes, kinds = _shapes()
    for triple in kinds:
        data.add(triple)
    conforms, report, text = run_shacl(data, shacl_graph=shapes, inference="none", inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise GraphError(f"the shapes cannot be checked: {text}; install thut again")
    if conforms:
        return
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        yield _problem(report, result)


def _problem(report: rdflib.Graph, result: Any) -> Problem:  # noqa: ANN401 - rdflib's node
    def part(name: str) -> str:
        return str(report.value(result, rdflib.URIRef(SH + name)) or "")

    messages = sorted(
        (getattr(message, "language", None) != "en", str(message))
        for message in report.objects(result, rdflib.URIRef(SH + "resultMessage"))
    )
    return Problem(
        "shape", part("focusNode"), part("resultPath"), messages[0][1] if messages else "", part("value")
    )


@cache
def _shapes() -> tuple[rdflib.Graph, tuple[Any, ...]]:
    """The shapes, and what the ontology says of subclasses; read once a process."""
    folder = ontology_path()
    shapes, ontology = rdflib.Graph(), rdflib.Graph()
    for graph, name in ((shapes, "shapes.ttl"), (ontology, "thut.ttl")):
        try:
            graph.parse(folder / name, format="turtle")
        except Exception as error:
            raise GraphError(f"{folder / name}: cannot be read: {error}; install thut again") from error
    _hoist(shapes)
    kinds = [*ontology.triples((None, rdflib.RDFS.subClassOf, None)), *_join_classes(shapes)]
    return shapes, tuple(kinds)


@cache
def _looked_at() -> frozenset[str]:
    """The properties that some shape speaks of; empty where a shape looks at all of them."""
    shapes, _ = _shapes()
    if any(shapes.subjects(rdflib.URIRef(SH + "closed"), rdflib.Literal(True))):
        return frozenset()
    named = {str(node) for triple in shapes for node in triple if isinstance(node, rdflib.URIRef)}
    return frozenset((*named, RDF + "type", RDFS + "subClassOf"))


def _hoist(shapes: rdflib.Graph) -> None:
    """Give property shapes the targets of the shape that they hang on.

    It means the same, but pySHACL then reads a property shape once for all nodes instead of once
    for each, which takes half the time. A shape that others refer to stays as it is.
    """
    targets = [rdflib.URIRef(SH + f"target{kind}") for kind in ("Class", "Node", "SubjectsOf", "ObjectsOf")]
    hangs = rdflib.URIRef(SH + "property")
    for node, part in sorted(shapes.subject_objects(hangs)):
        aims = [(target, aim) for target in targets for aim in shapes.objects(node, target)]
        if aims and not any(shapes.subjects(None, node)):
            for target, aim in aims:
                shapes.add((part, target, aim))
            shapes.remove((node, hangs, part))


def _join_classes(shapes: rdflib.Graph) -> Iterator[tuple[Any, ...]]:
    """Put one class above those that an ``sh:or`` of classes allows; gives the statements that say so.

    It means the same. pySHACL tries every alternative of an ``sh:or`` on every node and writes a
    message for each that fails, which took most of the time.
    """
    either, of_class = rdflib.URIRef(SH + "or"), rdflib.URIRef(SH + "class")
    for number, (shape, alternatives) in enumerate(sorted(shapes.subject_objects(either))):
        members = list(rdflib.collection.Collection(shapes, alternatives))
        said = [list(shapes.predicate_objects(member)) for member in members]
        if not all(len(pairs) == 1 and pairs[0][0] == of_class for pairs in said):
            continue
        joined = rdflib.URIRef(f"urn:thut:one-of:{number}")
        shapes.remove((shape, either, alternatives))
        shapes.add((shape, of_class, joined))
        yield from ((pairs[0][1], rdflib.RDFS.subClassOf, joined) for pairs in said)
