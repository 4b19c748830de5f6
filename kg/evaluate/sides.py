"""The two sides of a comparison: what the annotators found in a document, and what a graph says of it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from kg.errors import SourceError
from kg.expressions import expression
from kg.lexicon import read_table
from kg.merged import Quad
from kg.model import EntityType
from kg.rdf.ontology import kinds_of
from kg.text import fold
from kg.vocab import MODES, NIF, PROV, RDF, RDFS, SKOS, THUT

HARD: Final = (
    "holdsPosition",
    "represents",
    "attended",
    "chaired",
    "hosted",
    "heldOn",
    "heldAt",
    "mode",
    "ordinal",
    "partOf",
    "underFramework",
    "metWith",
    "visited",
    "participatesIn",
    "coordinatorOf",
    "signed",
    "adopted",
)
"""Predicates whose objects are names, dates and numbers."""

SOFT: Final = ("discussed", "proposed", "supported", "launched")
"""Predicates whose objects are phrases."""

LITERAL: Final = frozenset({"holdsPosition", "heldOn", "mode", "ordinal"})
"""Predicates whose objects are values."""

GROUPS: Final = {
    "Person": "person",
    "Country": "country",
    "Organization": "body",
    "Framework": "body",
    "Meeting": "meeting",
    "Place": "place",
    "Initiative": "thing",
    "OutcomeDocument": "thing",
    "Topic": "topic",
}
"""Classes that two careful readers may confuse share a group, and are compared within it."""

_BESIDE = expression(r"[\s\"'(),\-_/.:·\u200b-\u200f\ufeff]")
_DATE = 10  # characters of an ISO date


class Fact(NamedTuple):
    """A fact between two things, or about a value."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity as it is compared: its class, and its names in the form of :func:`comparable`."""

    type: str
    names: frozenset[str]

    @property
    def group(self) -> str:
        """The group of classes within which it is compared."""
        return GROUPS[self.type]


@dataclass(slots=True)
class Side:
    """The things and the facts (with their modality: ``actual`` or ``planned``) of one document.

    ``claims`` counts the predicted facts, denied ones too, and ``grounded`` those of them whose
    quotation stands in the text.
    """

    things: dict[str, Thing] = field(default_factory=dict)
    facts: dict[Fact, str] = field(default_factory=dict)
    claims: int = 0
    grounded: int = 0


def comparable(name: str, kind: str = "") -> str:
    """A name as it is compared: no honorific before a person's, no space, quotation mark or dash.

    >>> comparable("ฯพณฯ นาย Igor  MORGULOV", "Person")
    'igormorgulov'
    """
    name = fold(name).lower().replace("ํา", "ำ").strip()
    if kind == EntityType.PERSON:
        before = None
        while before != name:
            before, name = name, _without_honorific(name)
    return _BESIDE.sub("", name)


def _without_honorific(name: str) -> str:
    found = _honorific().match(name)
    return name[found.end() :] if found else name


@cache
def _honorific() -> re.Pattern[str]:
    forms = sorted((row["form"].lower() for row in read_table("honorifics")), key=len, reverse=True)
    # A Latin title is a word of its own; a Thai one runs into the name.
    parts = [re.escape(form) + ("(?![a-z])" if "a" <= form[-1] <= "z" else "") for form in forms]
    return re.compile(rf"(?:{'|'.join(parts)})\.?\s*")


def read_annotation(path: Path) -> Side:
    """What the annotators found; facts that the text denies are left out.

    Raises:
        SourceError: the file is no annotation.
    """
    try:
        annotation = json.loads(path.read_text(encoding="utf-8"))
        side = Side(
            {
                entity["id"]: Thing(entity["type"], _annotated_names(entity))
                for entity in annotation["entities"]
                if entity["type"] in GROUPS
            }
        )
        for fact in annotation["facts"]:
            if (modality := fact.get("modality", "actual")) != "negated":
                side.facts[Fact(fact["s"], fact["p"], str(fact["o"]))] = modality
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = f"no {error}" if isinstance(error, KeyError) else str(error)
        wanted = "want JSON with 'entities' and 'facts'"
        raise SourceError(f"{path} is no annotation: {reason}; {wanted}") from error
    return side


def _annotated_names(entity: Mapping[str, Any]) -> frozenset[str]:
    names = [entity["label"], *entity.get("aliases", ())]
    if not entity.get("named", True):
        names += entity.get("refs", ())
    return frozenset(comparable(name, entity["type"]) for name in names) - {""}


Values = Mapping[str, Mapping[str, list[str]]]
"""What a graph says of each node, by predicate."""


def read_statements(quads: Iterable[Quad], raw: str) -> Side:
    """What the graph of one document says; ``raw`` is the document's text."""
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        held = values[quad.subject.value][quad.predicate.value]
        if quad.object.value not in held:
            held.append(quad.object.value)
    side = Side(_things(values))
    predicates = {THUT + kind: name for name in (*HARD, *SOFT) for kind in kinds_of(name)}
    spans: dict[Fact, list[str]] = defaultdict(list)
    moods: dict[Fact, str] = {}
    for claim, row in _claims(values):
        spans[claim] += row[PROV + "wasDerivedFrom"]
        mood = row[THUT + "modality"][0].removeprefix(THUT).lower()
        # One document may plan in its headline what it reports in its body: done outweighs planned.
        moods[claim] = min(mood, moods.get(claim, mood))
    for node, row in values.items():
        for predicate in predicates.keys() & row.keys():
            for value in row[predicate]:
                moods.setdefault(Fact(node, predicate, value), "actual")
    for claim in sorted(claim for claim in moods if claim.predicate in predicates):
        name = predicates[claim.predicate]
        side.claims += 1
        side.grounded += any(_stands(values[span], raw) for span in spans[claim])
        if moods[claim] != "negated":
            until = next(iter(values[claim.subject][THUT + "heldUntil"]), "")
            side.facts[Fact(claim.subject, name, _value(name, claim.object, until))] = moods[claim]
    return side


def _things(values: Values) -> dict[str, Thing]:
    types = {THUT + kind: name for name in GROUPS for kind in kinds_of(name)}
    things = {}
    for node, row in values.items():
        kind = next((types[cls] for cls in row.get(RDF + "type", ()) if cls in types), None)
        if kind is not None:
            names = (name for term in (RDFS + "label", SKOS + "altLabel") for name in row.get(term, ()))
            things[node] = Thing(kind, frozenset(comparable(name, kind) for name in names) - {""})
    return things


def _claims(values: Values) -> Iterator[tuple[Fact, Mapping[str, list[str]]]]:
    for row in values.values():
        if THUT + "Assertion" in row.get(RDF + "type", ()):
            yield Fact(*(row[RDF + part][0] for part in ("subject", "predicate", "object"))), row


def _stands(span: Mapping[str, list[str]], raw: str) -> bool:
    """Whether the quotation of a span stands in the text where the span says."""
    begin, end, quote = (span.get(NIF + name, [""])[0] for name in ("beginIndex", "endIndex", "anchorOf"))
    return begin.isdecimal() and end.isdecimal() and quote != "" and raw[int(begin) : int(end)] == quote


def _value(predicate: str, value: str, until: str) -> str:
    if predicate == "heldOn":
        start, end = value[:_DATE], until[:_DATE]
        return f"{start}/{end}" if end and end != start else start
    if predicate == "mode":
        names = {name: mode for mode, name in MODES.items()}
        return names.get(value.removeprefix(THUT), value)
    return value
