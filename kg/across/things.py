"""From rows of things, sorted: what holds of each thing, and its record for merging."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from kg.merging.known import entry_of
from kg.merging.records import (
    FIELDS,
    WITH_PARTIES,
    Fact,
    Facts,
    Record,
    document_record,
    lexicon_record,
    type_of,
)
from kg.rdf.rows import Described, ThingRow, text_of, thing_of, thing_row
from kg.rdf.shared import Thing, thing_lines
from kg.vocab import THUT, Minter


class Told(NamedTuple):
    """What documents tell of one thing: its lines in the graphs beyond documents, and its record."""

    lines: bytes
    record: Record


def told(rows: Iterable[bytes], minter: Minter) -> Iterator[Told]:
    """What holds of each thing.

    Args:
        rows: of things, sorted, with their ends; see :mod:`kg.rdf.rows`.
        minter: the one that the documents' graphs were made with.
    """
    for name, own in groupby(rows, key=thing_of):
        iri = minter.base + name.decode("ascii")
        record = lexicon_record(iri)
        thing, kept = Thing(), []
        for row in map(thing_row, own):
            _add(thing, row)
            # What describes a thing that the lexicon knows is not asked for, and its documents may be many.
            if record is None:
                kept.append(row)
        lines = "".join(sorted(thing_lines(iri, thing, entry_of(iri), minter))).encode()
        yield Told(lines, record or _record(iri, thing, kept, minter))


def _add(thing: Thing, row: ThingRow) -> None:
    fields = row.fields
    for name in fields["T"]:
        thing.hold(THUT + name)
    thing.moods.update(fields["M"])
    for literal in fields["N"]:
        thing.call(*text_of(literal), first=True)
    for literal in fields["O"]:
        thing.call(*text_of(literal), first=False)


def _record(iri: str, thing: Thing, rows: Sequence[ThingRow], minter: Minter) -> Record:
    base = minter.base
    classes = {cls.removeprefix(THUT): votes for cls, votes in thing.classes.items()}
    type_ = type_of(classes)
    fields = FIELDS.get(type_, {})
    facts: dict[str, Facts] = {}
    if fields:
        facts.update(_stated(rows, fields, minter))
    if type_ in WITH_PARTIES:
        parties = {
            Fact(base + row.document, base + subject, minter.claim(claim))
            for row in rows
            for subject, claim in row.parties()
        }
        facts["parties"] = tuple(sorted(parties))
    names = [{name for of in names.values() for name in of} for names in (thing.firsts, thing.others)]
    documents = {base + row.document: row.issued for row in rows}
    return document_record(iri, type_, classes, *names, documents=documents, facts=facts)


def _stated(rows: Iterable[ThingRow], fields: Mapping[str, str], minter: Minter) -> dict[str, Facts]:
    """What describes a thing, with the claim that states it: as done where any document states it so."""
    base = minter.base
    told = [(base + row.document, found) for row in rows for found in row.described()]
    claims: dict[tuple[str, str], Described] = {}
    for _, found in told:
        key = (found.predicate, found.value)
        if key not in claims or found.modality == "Actual":
            claims[key] = found
    facts: dict[str, set[Fact]] = {field: set() for field in fields.values()}
    for document, found in told:
        field = fields.get(found.predicate)
        if field is not None and found.plain:
            claim = claims[found.predicate, found.value].claim
            facts[field].add(Fact(document, _value(found.value), minter.claim(claim)))
    return {field: tuple(sorted(found)) for field, found in facts.items()}


def _value(term: str) -> str:
    return term[1:-1] if term[0] == "<" else text_of(term)[0]
