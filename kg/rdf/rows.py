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
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.expressions import expression

TIMELESS = frozenset(("ordinal", "partOf", "underFramework"))
"""What is said so of a coming meeting too, as being so: it tells nothing of whether the meeting was held."""

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
    """What one document tells of one thing.

    ``names`` and ``others`` are literals of N-Triples, ``moods`` the modalities of the claims about it;
    ``parties`` are pairs of the subject of a claim about it and the claim.
    """

    thing: str
    document: str
    issued: str
    classes: list[str]
    names: list[str]
    others: list[str]
    moods: list[str]
    described: list[Described]
    parties: list[tuple[str, str]]


class ClaimRow(NamedTuple):
    """How one document states one claim: how sure, and where its words stand, with how many bytes."""

    claim: str
    document: str
    confidence: float
    words: list[tuple[int, int]]


def thing_rows(lines: Iterable[bytes], *, whole: bool = True) -> Iterator[ThingRow]:
    """The rows of things behind lines.

    Args:
        lines: with their ends.
        whole: whether descriptions and parties are wanted.
    """
    for line in lines:
        head, issued, *fields = line[:-1].decode("utf-8").split("\t")
        thing, document = head.split("> ")
        row = ThingRow(thing, document, issued, [], [], [], [], [], [])
        simple = {"T": row.classes, "N": row.names, "O": row.others, "M": row.moods}
        for field in fields:
            kept = simple.get(field[0])
            if kept is not None:
                kept.append(field[1:])
            elif not whole:
                continue
            elif field[0] == "F":
                predicate, modality, plain, claim, value = field[1:].split(" ", 4)
                row.described.append(Described(predicate, modality, plain == "1", claim, value))
            else:
                subject, claim = field[1:].split(" ")
                row.parties.append((subject, claim))
        yield row


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
