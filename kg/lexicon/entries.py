"""What the lexicon knows of a named thing, read from ``ontology/lexicon/*.ttl``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import LexiconError

LEX = "https://w3id.org/thut/lexicon/"
THUT = "https://w3id.org/thut/ontology#"
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SKOS = "http://www.w3.org/2004/02/skos/core#"

Term = ox.Literal | ox.NamedNode


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, body, framework, post, meeting level or place of the lexicon.

    ``id`` is the local name of its IRI (``country-th``); ``cls`` its ontology class (``Country``);
    ``labels`` maps a language to the name used first; ``aliases`` are the other names with their
    language. ``ambiguous`` names count only beside a cue; ``shadows`` are words in which a name of
    it hides. ``parent`` is the body that it belongs to, ``country`` the state it lies in or serves,
    both as ids. ``carries`` (posts) says whom a holder represents: ``state``, ``body`` or ``none``.
    """

    id: str
    cls: str
    labels: tuple[tuple[str, str], ...]
    aliases: tuple[tuple[str, str], ...] = ()
    ambiguous: tuple[str, ...] = ()
    shadows: tuple[str, ...] = ()
    wikidata: str = ""
    parent: str = ""
    country: str = ""
    capital_of: str = ""
    carries: str = ""
    takes_state: bool = False

    def name(self, language: str = "th") -> str:
        """The name used first in ``language``, else in any language."""
        names = dict(self.labels)
        return names.get(language) or next(iter(names.values()))

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every name of it, in every language."""
        return tuple(dict.fromkeys([*(text for _, text in self.labels), *(text for text, _ in self.aliases)]))


def read_entries(files: Iterable[Path]) -> dict[str, Entry]:
    """The entries of some lexicon files, by id, in the order of their ids.

    Raises:
        LexiconError: a file is not Turtle, or an entry lacks its class or its name.
    """
    facts: dict[str, dict[str, list[Term]]] = {}
    for file in sorted(files):
        try:
            triples = list(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
        except (SyntaxError, OSError) as error:
            raise LexiconError(f"{file}: not a lexicon file in Turtle: {error}") from error
        for subject, predicate, value, _ in triples:
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.Literal | ox.NamedNode):
                facts.setdefault(subject.value, {}).setdefault(predicate.value, []).append(value)
    begin = len(LEX)
    return {iri[begin:]: _entry(iri[begin:], facts[iri]) for iri in sorted(facts) if iri.startswith(LEX)}


def _entry(name: str, facts: dict[str, list[Term]]) -> Entry:
    classes = _ids(facts.get(_RDF_TYPE, ()), THUT)
    labels = tuple(sorted((language, text) for text, language in _texts(facts.get(_RDFS_LABEL, ()))))
    if not classes or not labels:
        raise LexiconError(f"lexicon entry {name!r} needs a class of the ontology and an rdfs:label")
    exact = [v.value for v in facts.get(_SKOS + "exactMatch", ()) if isinstance(v, ox.NamedNode)]

    def words(local: str) -> tuple[str, ...]:
        return tuple(text for text, _ in _texts(facts.get(THUT + local, ())))

    def other(local: str) -> str:
        return next(iter(_ids(facts.get(THUT + local, ()), LEX)), "")

    return Entry(
        id=name,
        cls=min(classes),
        labels=labels,
        aliases=tuple(_texts(facts.get(_SKOS + "altLabel", ()))),
        ambiguous=words("ambiguous"),
        shadows=words("shadow"),
        wikidata=exact[0] if exact else "",
        parent=other("parentBody"),
        country=other("inCountry"),
        capital_of=other("capitalOf"),
        carries=next(iter(words("carries")), ""),
        takes_state=words("takesState") == ("true",),
    )


def _texts(values: Iterable[Term]) -> list[tuple[str, str]]:
    return [(value.value, value.language or "") for value in values if isinstance(value, ox.Literal)]


def _ids(values: Iterable[Term], space: str) -> list[str]:
    return [
        value.value[len(space) :]
        for value in values
        if isinstance(value, ox.NamedNode) and value.value.startswith(space)
    ]
