"""Which things are one, with the records of all things on disk.

What is alike is looked for key by key: only the records under one key are at hand at once. What comes
of records that hang together by likeness depends on no others, so that they are taken group by group.
Four bytes a thing are held in memory.
"""

from __future__ import annotations

import json
import pickle
from array import array
from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations, groupby
from operator import attrgetter
from typing import BinaryIO, NamedTuple

from kg.across.runs import Chunk, Sorter, Workshop
from kg.merging import Likeness, Record, compare, merges_quads
from kg.merging.decisions import Pair, pair
from kg.merging.keys import keys
from kg.merging.profiles import forget
from kg.merging.resolve import resolution_of
from kg.rdf.literals import escaped
from kg.rdf.write import sorted_lines
from kg.vocab import Minter

_TAKEN = 1 << 11  # records after which what was worked out of them is let go
_READ = 1 << 13  # records that are at hand when they are compared


class _Place(NamedTuple):
    """The number of a record, and where it is on disk."""

    number: int
    at: int
    size: int


class _Kept(NamedTuple):
    record: Record
    keys: frozenset[str]


_values = attrgetter(*(field.name for field in fields(Record)))


class Linking:
    """Takes records, in any order, and works out the merges.

    Args:
        workshop: where to put what does not fit into memory.
        minter: the one that the documents' graphs were made with.
    """

    def __init__(self, workshop: Workshop, minter: Minter) -> None:
        self._workshop = workshop
        self._minter = minter
        self._keys = Sorter(workshop)
        self._path = workshop.path("records")
        self._out: BinaryIO = self._path.open("wb")
        self._at = 0  # how many bytes of records there are
        self._above = array("I")  # of each record one that hangs together with it, or itself

    def add(self, record: Record) -> None:
        """Take a record.

        Raises:
            OSError: the disk is full.
        """
        found = keys(record)
        # As plain values: a frozen dataclass with slots takes four times as long.
        data = pickle.dumps((_values(record), found), pickle.HIGHEST_PROTOCOL)
        number = len(self._above)
        place = f"\t{number}\t{self._at}\t{len(data)}\n"
        self._out.write(data)
        self._at += len(data)
        self._above.append(number)
        if not len(self._above) % _TAKEN:
            forget()
        for key in found:
            self._keys.add(f"{escaped(key)}{place}".encode())

    def merges(self) -> Iterator[Chunk]:
        """The lines of the graph of merges, sorted, with their ends; to be asked for once.

        Raises:
            OSError: the disk is full.
        """
        self._out.close()
        found = Sorter(self._workshop)
        with self._path.open("rb") as file:
            records = _Records(file)
            for group in self._groups(records):
                for line in self._resolved(group, records):
                    found.add(line)
        self._path.unlink()
        return found.chunks()

    def close(self) -> None:
        """Let go of all files."""
        self._out.close()

    def _groups(self, records: _Records) -> Iterator[list[bytes]]:
        """Likenesses, those that hang together at a time."""
        alike = self._workshop.path("alike")
        with alike.open("wb") as file:
            for first, second, likeness in self._alike(records):
                self._join(first.number, second.number)
                file.write(_line(first, second, likeness))
        grouped = Sorter(self._workshop)
        with alike.open("rb") as file:
            for line in file:
                grouped.add(b"%d\t%b" % (self._head(json.loads(line)[0][0]), line))
        alike.unlink()
        for _, lines in groupby(grouped.lines(), key=_key_of):
            yield [line.partition(b"\t")[2] for line in lines]

    def _alike(self, records: _Records) -> Iterator[tuple[_Place, _Place, Likeness]]:
        for key, lines in groupby(self._keys.lines(), key=_key_of):
            found = list(lines)
            if len(found) < 2:  # noqa: PLR2004 - two make a pair
                continue
            places = [_Place(*map(int, line.split(b"\t")[1:])) for line in found]
            held = [(place, records.get(place)) for place in places]
            for (first, a), (second, b) in combinations(held, 2):
                # Of the keys that they share, one alone brings them together.
                if escaped(min(a.keys & b.keys)).encode() != key:
                    continue
                likeness = compare(a.record, b.record)
                if likeness is not None:
                    yield first, second, likeness

    def _resolved(self, lines: list[bytes], records: _Records) -> Iterator[bytes]:
        group: dict[str, Record] = {}
        likenesses: dict[Pair, Likeness] = {}
        for line in lines:
            *places, (reason, score, because, leans) = json.loads(line)
            a, b = (records.get(_Place(*place)).record for place in places)
            group[a.iri], group[b.iri] = a, b
            likenesses[pair(a.iri, b.iri)] = Likeness(reason, score, tuple(because), leans)
        resolution = resolution_of(group, likenesses)
        for text in sorted_lines(merges_quads(resolution, self._minter)):
            yield f"{text}\n".encode()

    def _head(self, number: int) -> int:
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def _join(self, one: int, other: int) -> None:
        heads = sorted((self._head(one), self._head(other)))
        self._above[heads[1]] = heads[0]


class _Records:
    """Records on disk, of which some that were asked for of late are at hand."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._kept: dict[int, _Kept] = {}

    def get(self, place: _Place) -> _Kept:
        kept = self._kept.get(place.number)
        if kept is not None:
            return kept
        if len(self._kept) >= _READ:
            # With all that was worked out of them, which is the most of it.
            self._kept.clear()
            forget()
        self._file.seek(place.at)
        values, found = pickle.loads(self._file.read(place.size))  # noqa: S301 - our own, of a moment ago
        kept = self._kept[place.number] = _Kept(Record(*values), found)
        return kept


def _key_of(line: bytes) -> bytes:
    return line[: line.index(b"\t")]


def _line(first: _Place, second: _Place, likeness: Likeness) -> bytes:
    said = [first, second, [likeness.reason, likeness.score, likeness.because, likeness.leans]]
    return f"{json.dumps(said)}\n".encode()
