"""Which things are one, with the records of all things on disk where there are many.

What is alike is looked for key by key: only the records under one key are at hand at once. What comes
of records that hang together by likeness depends on no others, so that they are taken group by group.
Twelve bytes a thing are held in memory.
"""

from __future__ import annotations

import json
import pickle
from array import array
from collections.abc import Iterator
from itertools import combinations, groupby
from operator import itemgetter, methodcaller
from pathlib import Path
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

_AT_HAND = 1 << 13  # records
# A line begins with its key.
_PARTED, _FIRST = methodcaller("partition", b"\t"), itemgetter(0)


class _Kept(NamedTuple):
    record: Record
    keys: frozenset[str]


class Linking:
    """Takes records, in any order, and works out the merges.

    ``merged`` counts the things that were found to be another one, once :meth:`merges` was asked for.

    Args:
        workshop: where to put what does not fit into memory.
        minter: the one that the documents' graphs were made with.
    """

    def __init__(self, workshop: Workshop, minter: Minter) -> None:
        self.merged = 0
        self._workshop = workshop
        self._minter = minter
        self._keys = Sorter(workshop)
        self._records = _Records(workshop.path("records"))
        self._above = array("I")  # of each record one that hangs together with it, or itself

    def add(self, record: Record) -> None:
        """Take a record.

        Raises:
            OSError: the disk is full.
        """
        found = keys(record)
        number = len(self._above)
        self._above.append(number)
        self._records.add(_Kept(record, found))
        for key in found:
            self._keys.add(f"{escaped(key)}\t{number}\n".encode())

    def merges(self) -> Iterator[Chunk]:
        """The lines of the graph of merges, sorted, with their ends; to be asked for once.

        Raises:
            OSError: the disk is full.
        """
        found = Sorter(self._workshop)
        self._records.settle()
        for group in self._groups():
            for line in self._resolved(group):
                found.add(line)
        self._records.close()
        return found.chunks()

    def close(self) -> None:
        """Let go of all files."""
        self._records.close()

    def _groups(self) -> Iterator[list[bytes]]:
        """Likenesses, those that hang together at a time."""
        alike = self._workshop.path("alike")
        with alike.open("wb") as file:
            for first, second, likeness in self._alike():
                self._join(first, second)
                file.write(_line(first, second, likeness))
        grouped = Sorter(self._workshop)
        with alike.open("rb") as file:
            for line in file:
                grouped.add(b"%d\t%b" % (self._head(json.loads(line)[0]), line))
        alike.unlink()
        for _, parted in groupby(map(_PARTED, grouped.lines()), key=_FIRST):
            yield [line for _, _, line in parted]

    def _alike(self) -> Iterator[tuple[int, int, Likeness]]:
        records = self._records
        for key, parted in groupby(map(_PARTED, self._keys.lines()), key=_FIRST):
            found = [int(number) for _, _, number in parted]
            if len(found) < 2:  # noqa: PLR2004 - two make a pair
                continue
            held = [(number, records.get(number)) for number in found]
            for (first, a), (second, b) in combinations(held, 2):
                # Of the keys that they share, one alone brings them together.
                if escaped(min(a.keys & b.keys)).encode() != key:
                    continue
                likeness = compare(a.record, b.record)
                if likeness is not None:
                    yield first, second, likeness

    def _resolved(self, lines: list[bytes]) -> Iterator[bytes]:
        group: dict[str, Record] = {}
        likenesses: dict[Pair, Likeness] = {}
        for line in lines:
            *numbers, (reason, score, because, leans) = json.loads(line)
            a, b = (self._records.get(number).record for number in numbers)
            group[a.iri], group[b.iri] = a, b
            likenesses[pair(a.iri, b.iri)] = Likeness(reason, score, tuple(because), leans)
        resolution = resolution_of(group, likenesses)
        self.merged += len(resolution.canonical)
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
    """Records by number: all at hand where they are few, else on disk but for those asked for of late.

    Args:
        path: a new file, for those on disk.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._starts = array("Q", (0,))  # where each begins that is on disk, and where they end
        self._at_hand: dict[int, _Kept] = {}

    def add(self, kept: _Kept) -> None:
        """Take a record; its number is how many came before it."""
        self._at_hand[len(self._starts) - 1 + len(self._at_hand)] = kept
        if len(self._at_hand) >= _AT_HAND:
            self._put_by()

    def settle(self) -> None:
        """No more come; from now on they can be had."""
        if self._file is not None:
            self._put_by()

    def get(self, number: int) -> _Kept:
        """The record of a number."""
        kept = self._at_hand.get(number)
        if kept is not None:
            return kept
        if len(self._at_hand) >= _AT_HAND:
            self._let_go()
        assert self._file is not None  # noqa: S101 - what is not at hand is on disk
        start, end = self._starts[number : number + 2]
        self._file.seek(start)
        values, found = pickle.loads(self._file.read(end - start))  # noqa: S301 - our own, of a moment ago
        kept = self._at_hand[number] = _Kept(Record(*values), found)
        return kept

    def close(self) -> None:
        """Let go of all."""
        self._let_go()
        if self._file is not None:
            self._file.close()
            self._path.unlink(missing_ok=True)

    def _put_by(self) -> None:
        if self._file is None:
            self._file = self._path.open("w+b")
        end = self._starts[-1]
        for record, found in self._at_hand.values():
            data = pickle.dumps((tuple(record), found), pickle.HIGHEST_PROTOCOL)
            self._file.write(data)
            end += len(data)
            self._starts.append(end)
        self._let_go()

    def _let_go(self) -> None:
        # With all that was worked out of them, which is the most of it.
        self._at_hand.clear()
        forget()


def _line(first: int, second: int, likeness: Likeness) -> bytes:
    said = [first, second, [likeness.reason, likeness.score, likeness.because, likeness.leans]]
    return f"{json.dumps(said)}\n".encode()
