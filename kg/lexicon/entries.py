"""What the lexicon knows of a named thing, read from ``ontology/lexicon/*.ttl``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import LexiconError
from kg.vocab import LEX, RDF, RDFS, SKOS, THUT

HOME: Final = "country-th"
"""The state whose releases are read, by its id: a post of no named state is its own."""

_LABEL, _TYPE = f"<{RDFS}label>", f"<{RDF}type>"
_LINES = ox.RdfFormat.N_TRIPLES
_ENTRY, _CLASS = f"<{LEX}", f"<{THUT}"

Facts = dict[str, list[str]]
"""The objects of an entry by predicate, as lines of N-Triples have them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, body, framework, post, meeting level or place of the lexicon.

    ``id`` is the local name of its IRI (``country-th``); ``cls`` its ontology class (``Country``);
    ``labels`` maps a language to the name used first; ``aliases`` are the other names with their
    language. ``ambiguous`` names count only beside a cue; ``shadows`` are words in which a name of
    it hides. ``parent`` is the body that it belongs to, ``country`` the state it lies in or serves,
    both as ids. ``carries`` (posts) says whom a holder represents: ``state`` (``state-if-named``,
    ``state-if-foreign``: only then), ``body`` or ``none``; ``leads`` whether he heads a state or its
    government; ``general`` whether the word stands for whoever holds any such office, ``alone`` whether its
    words tell by themselves whose it is; ``of_mission`` whether the mission of its holder follows it;
    ``former`` whether he has left the office; ``spokesperson`` whether he tells what others do.
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
    carries: str = ""
    takes_state: bool = False
    leads: bool = False
    general: bool = False
    alone: bool = False
    of_mission: bool = False
    former: bool = False
    spokesperson: bool = False

    def name(self, language: str = "th") -> str:
        """The name used first in ``language``, else in any language."""
        return next((name for known, name in self.labels if known == language), self.labels[0][1])

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every name of it, in every language."""
        return tuple(dict.fromkeys([*(text for _, text in self.labels), *(text for text, _ in self.aliases)]))


def read_entries(files: Iterable[Path]) -> dict[str, Entry]:
    """The entries of some lexicon files, by id, in the order of their ids.

    Raises:
        LexiconError: a file is not Turtle, or an entry lacks its class or its name.
    """
    facts: dict[str, Facts] = {}
    for file in sorted(files):
        try:
            # Lines of text are read in half the time of as many objects.
            lines = ox.serialize(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE), format=_LINES) or b""
        except (SyntaxError, OSError) as error:
            raise LexiconError(f"{file}: not a lexicon file in Turtle: {error}") from error
        for line in lines.decode("utf-8").split("\n")[:-1]:
            if line.startswith(_ENTRY):
                subject, predicate, value = line.split(" ", 2)
                about = facts.get(subject)
                if about is None:
                    about = facts[subject] = {}
                about.setdefault(predicate, []).append(value[:-2])
    named = {subject[len(_ENTRY) : -1]: about for subject, about in facts.items()}
    return {name: _entry(name, named[name]) for name in sorted(named)}


def _entry(name: str, facts: Facts) -> Entry:
    read = {
        field: _READ[field](facts[predicate]) for predicate, field in _FIELDS.items() if predicate in facts
    }
    if not read.get("cls") or not read.get("labels"):
        raise LexiconError(f"lexicon entry {name!r} needs a class of the ontology and an rdfs:label")
    return Entry(name, **read)


def _texts(values: Iterable[str]) -> list[tuple[str, str]]:
    """The texts among some objects, each with its language."""
    found = []
    for value in values:
        text, mark, language = value.rpartition('"@')
        if mark and "\\" not in text:
            found.append((text[1:], language))
        elif value[0] == '"':
            found.append(_text(value))
    return found


def _text(value: str) -> tuple[str, str]:
    """A text as a line has it, whatever it is, and its language."""
    for quad in ox.parse(f"<{LEX}> <{LEX}> {value} .", format=_LINES):
        if isinstance(quad.object, ox.Literal):
            return quad.object.value, quad.object.language or ""
    raise AssertionError(value)


def _words(values: Iterable[str]) -> tuple[str, ...]:
    return tuple([text for text, _ in _texts(values)])


def _labels(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted([(language, text) for text, language in _texts(values)]))


def _iri(values: Iterable[str]) -> str:
    return next((value[1:-1] for value in values if value[0] == "<"), "")


def _id(values: Iterable[str]) -> str:
    return next((value[len(_ENTRY) : -1] for value in values if value.startswith(_ENTRY)), "")


def _is_true(values: Iterable[str]) -> bool:
    return _words(values) == ("true",)


def _class(values: Iterable[str]) -> str:
    return min((value[len(_CLASS) : -1] for value in values if value.startswith(_CLASS)), default="")


_FIELDS: Final = {
    _TYPE: "cls",
    _LABEL: "labels",
    f"<{SKOS}altLabel>": "aliases",
    f"<{SKOS}exactMatch>": "wikidata",
    f"<{THUT}ambiguous>": "ambiguous",
    f"<{THUT}shadow>": "shadows",
    f"<{THUT}parentBody>": "parent",
    f"<{THUT}inCountry>": "country",
    f"<{THUT}carries>": "carries",
    f"<{THUT}takesState>": "takes_state",
    f"<{THUT}leads>": "leads",
    f"<{THUT}general>": "general",
    f"<{THUT}alone>": "alone",
    f"<{THUT}ofMission>": "of_mission",
    f"<{THUT}former>": "former",
    f"<{THUT}spokesperson>": "spokesperson",
}
"""The fields of an entry by the property that fills them."""

_READ: Final[Mapping[str, Callable[[list[str]], Any]]] = {
    "cls": _class,
    "labels": _labels,
    "aliases": lambda values: tuple(_texts(values)),
    "wikidata": _iri,
    "ambiguous": _words,
    "shadows": _words,
    "parent": _id,
    "country": _id,
    "carries": lambda values: next(iter(_words(values)), ""),
    "takes_state": _is_true,
    "leads": _is_true,
    "general": _is_true,
    "alone": _is_true,
    "of_mission": _is_true,
    "former": _is_true,
    "spokesperson": _is_true,
}
"""How each is read."""
