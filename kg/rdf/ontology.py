"""What the ontology says of its own terms: which class or property is a kind of which."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import GraphError
from kg.lexicon import ontology_path
from kg.vocab import DESCRIBING, RDFS, THUT


@cache
def ontology() -> tuple[Quad, ...]:
    """Every statement of ``ontology/thut.ttl``; read once a process.

    Raises:
        GraphError: the file is missing or no Turtle.
    """
    file = ontology_path() / "thut.ttl"
    try:
        return tuple(parse(path=str(file), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise GraphError(f"{file}: cannot read the ontology: {error}; install thut again") from error


@cache
def kinds_of(name: str) -> frozenset[str]:
    """The local names of a class or property and of all that stand below it.

    >>> "Meeting" in kinds_of("Meeting")
    True
    """
    below = _below()
    found, waiting = set(), [THUT + name]
    while waiting:
        iri = waiting.pop()
        if iri not in found:
            found.add(iri)
            waiting.extend(below.get(iri, ()))
    return frozenset(iri.removeprefix(THUT) for iri in found)


@cache
def _below() -> dict[str, set[str]]:
    """What stands right below each class and property."""
    below: dict[str, set[str]] = defaultdict(set)
    for quad in ontology():
        if quad.predicate.value not in {RDFS + "subClassOf", RDFS + "subPropertyOf"}:
            continue
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            below[quad.object.value].add(quad.subject.value)
    return dict(below)


@cache
def describes(predicate: str) -> bool:
    """Whether a property describes, rather than states an act."""
    return any(predicate == name or predicate in kinds_of(name) for name in DESCRIBING)
