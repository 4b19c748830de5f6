"""What a document's graph says that matters beyond it, as rows that can be sorted and put together on disk.

A row begins with what it is about, so that the rows of many documents, sorted, stand together by thing or
by claim, in the order in which lines of N-Quads about them stand. Literals and nodes are those of
N-Triples, whose escapes leave no tab and no line end in them. IRIs are without the base.

    THING> DOCUMENT <tab> its date <tab> FIELD <tab> FIELD …
    CLAIM DOCUMENT <tab> how sure <tab> where in the words of the document, how many bytes <tab> …

A field of a thing is a letter and what it stands for: ``T`` a class, ``N`` a first name, ``O`` another
name, ``M`` the modality of a claim about it, ``P`` who is the subject of a claim about it and which claim
that is, and ``F`` what describes it: the property, the modality, whether its plain triple stands, the claim,
the value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from kg.expressions import expression

TIMELESS = frozenset(("ordinal", "partOf", "underFramework"))
"""What is said so of a coming meeting too, as being so: it tells nothing of whether the meeting was held."""

_SAYS = frozenset(("discussed", "proposed", "supported"))
_SAID, _PLANNED, _ACTUAL = "Said", "Planned", "Actual"


def mood_told(predicate: str, modality: str) -> str:
    """In which mood a claim tells of its things: its own, or ``Said`` of what is spoken of as done.

    >>> mood_told("attended", "Actual"), mood_told("discussed", "Actual"), mood_told("discussed", "Planned")
    ('Actual', 'Said', 'Planned')
    """
    return _SAID if predicate in _SAYS and modality == _ACTUAL else modality


def moods_settled(moods: AbstractSet[str]) -> set[str]:
    """In which moods one document tells of a thing, by those of :func:`mood_told`.

    What is said of a meeting does not tell that it was held where all else that is told there is to come.

    >>> sorted(moods_settled({"Said"})), sorted(moods_settled({"Said", "Planned"}))
    (['Actual'], ['Planned'])
    """
    rest = set(moods) - {_SAID}
    to_come = _PLANNED in rest and _ACTUAL not in rest
    return rest if len(rest) == len(moods) or to_come else rest | {_ACTUAL}


_ESCAPE = expression(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))", re.DOTALL)
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class Described(NamedTuple):
    """What describes a thing: the local name of the property and its value, and which claim says so."""

    predicate: str
    modality: str
    plain: bool
    claim: str
    value: str


class ThingRow(NamedTuple):
    """What one document tells of one thing: its fields, by their letter; and when it was published."""

    document: str
    issued: str
    fields: Mapping[str, list[str]]

    def described(self) -> list[Described]:
        """What describes the thing."""
        told = [field.split(" ", 4) for field in self.fields["F"]]
        return [
            Described(predicate, modality, plain == "1", *rest) for predicate, modality, plain, *rest in told
        ]

    def parties(self) -> list[list[str]]:
        """The subject of each claim about the thing, and the claim."""
        return [field.split(" ") for field in self.fields["P"]]


class ClaimRow(NamedTuple):
    """How one document states one claim: how sure, and where its words stand, with how many bytes."""

    claim: str
    document: str
    confidence: float
    words: list[tuple[int, int]]


def thing_row(line: bytes) -> ThingRow:
    """The row of a thing behind a line, which comes with its end."""
    head, issued, *told = line[:-1].decode("utf-8").split("\t")
    fields: dict[str, list[str]] = defaultdict(list)
    for field in told:
        fields[field[0]].append(field[1:])
    return ThingRow(head.partition("> ")[2], issued, fields)


def thing_of(line: bytes) -> bytes:
    """The thing that a line of things is about."""
    return line[: line.index(b"> ")]


def claim_of(line: bytes) -> bytes:
    """The claim that a line of claims is about."""
    return line[: line.index(b" ")]


def claim_rows(lines: Iterable[bytes]) -> Iterator[ClaimRow]:
    """The rows of claims behind lines, which come with their ends."""
    for line in lines:
        head, confidence, *words = line[:-1].decode("utf-8").split("\t")
        claim, document = head.split(" ")
        places = [(int(at), int(size)) for at, _, size in (place.partition(",") for place in words)]
        yield ClaimRow(claim, document, float(confidence), places)


def text_of(literal: str) -> tuple[str, str]:
    r"""The text and the language of a literal of N-Triples.

    >>> text_of('"a \\"b\\""@en'), text_of('"2021"^^<urn:t>')
    (('a "b"', 'en'), ('2021', ''))
    """
    end = literal.rindex('"')
    text, tail = literal[1:end], literal[end + 1 :]
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    return text, tail[1:] if tail.startswith("@") else ""


def _unescaped(found: re.Match[str]) -> str:
    short, long, letter = found.groups()
    return _ESCAPED.get(letter, letter) if letter else chr(int(short or long, 16))
