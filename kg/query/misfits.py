"""Why a question finds nothing: it is about a thing of another kind, or uses a word that means nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from pathlib import Path

from kg.query.shipped import Parameter, shipped_queries
from kg.rdf.ontology import kinds_of, ontology
from kg.rdf.terms import plain
from kg.store import GraphStore, find_things
from kg.store.names import kinds_in
from kg.store.tokens import Token, tokens, unescaped
from kg.vocab import CLASSES, THUT


def misfits(graph: GraphStore, question: str | Path, parameters: Mapping[str, str]) -> tuple[str, ...]:
    """What to say of the things that a shipped question, which found nothing, was asked about.

    Args:
        graph: the store that was asked.
        question: the name of the query; of SPARQL there is nothing to say.
        parameters: what it was asked about.

    Returns:
        A line for each thing of another kind than the parameter means, with the questions that are about
        its kind; where a thing of the right kind is all that was given, that nothing is known of it.

    Raises:
        QueryError: nothing is called so.
    """
    shipped = shipped_queries().get(str(question))
    if shipped is None:
        return ()
    lines = []
    for parameter in shipped.parameters:
        value = parameters.get(parameter.name)
        if value is None or parameter.kind != "entity":
            continue
        stated = kinds_in(graph, find_things(graph, value))
        kinds = [name for name in CLASSES if stated & kinds_of(name)]
        said = f"{value!r} is {_either(kinds) or 'nothing'} here"
        if parameter.classes and not set(kinds).intersection(parameter.classes):
            others = [f"{name} {about.name}=…" for name, about in _about(kinds)]
            hint = f"; of that ask {', '.join(others)}" if others else ""
            lines.append(f"{said}; {parameter.name}= wants {_either(parameter.classes)}{hint}")
        elif len(parameters) == 1:
            lines.append(f"{said}; {shipped.none}")
    return tuple(lines)


def _about(kinds: list[str]) -> list[tuple[str, Parameter]]:
    """The shipped questions about things of these kinds, each with the parameter that takes them."""
    return [
        (shipped.name, parameter)
        for shipped in shipped_queries().values()
        for parameter in shipped.parameters
        if set(kinds).intersection(parameter.classes)
    ]


def _either(kinds: tuple[str, ...] | list[str]) -> str:
    return " or ".join(f"{'an' if kind[0] in 'AEIOU' else 'a'} {kind}" for kind in kinds)


def unknown_terms(sparql: str) -> tuple[str, ...]:
    """A line for each name under ``thut:`` that is no term of the ontology, with the one that it is like.

    >>> unknown_terms("SELECT ?p { ?p a thut:Persn ; thut:heldOn ?day }")
    ('thut:Persn is no term of the ontology; thut:Person?',)
    """
    lines = []
    for name in dict.fromkeys(_named(list(tokens(unescaped(sparql))))):
        if name not in _terms():
            near = "".join(f"; thut:{one}?" for one in get_close_matches(name, _terms(), 1))
            lines.append(f"thut:{name} is no term of the ontology{near}")
    return tuple(lines)


def _named(found: list[Token]) -> Iterable[str]:
    """The names under ``thut:``; none where a question means something else by that prefix."""
    for one, after in pairwise(found):
        if one.text == "thut:" and after.kind == "iri" and after.text != f"<{THUT}>":
            return
    for token in found:
        name = token.text.removeprefix("thut:").rstrip(".")
        if token.kind == "name" and token.text.startswith("thut:") and name:
            yield name
        elif token.kind == "iri" and token.text.startswith(f"<{THUT}") and token.text != f"<{THUT}>":
            yield token.text[len(THUT) + 1 : -1]


@cache
def _terms() -> tuple[str, ...]:
    """The local names of the ontology's terms."""
    named = {plain(quad.subject) for quad in ontology()}
    return tuple(iri.removeprefix(THUT) for iri in sorted(named) if iri.startswith(THUT))
