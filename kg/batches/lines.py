"""The lines of a report, packed: a line takes a kilobyte of memory instead of ten."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, overload

from kg.report import DocumentLine

_FIELDS: Final = tuple(field.name for field in fields(DocumentLine))
_SETS: Final = frozenset({"entities", "facts"})
_LEVEL: Final = 1  # what a higher one saves is not worth its time
_KEPT: Final = 16  # batches whose lines are kept unpacked while all are looked at in order


def pack(lines: Iterable[DocumentLine]) -> bytes:
    """Lines as bytes; the same lines in the same order give the same bytes."""
    held = list(lines)
    names = [(line.source, line.id) for line in held]
    rows = [[sorted(value) if name in _SETS else value for name, value in _parts(line)] for line in held]
    # Apart, since to put all lines in order nothing but their names need be read. JSON holds no line end.
    text = "\n".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (names, rows))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(packed: bytes) -> list[DocumentLine]:
    """The lines that :func:`pack` packed.

    >>> unpack(pack([]))
    []
    """
    return [DocumentLine(*_values(row)) for row in json.loads(_halves(packed)[1])] if packed else []


def _halves(packed: bytes) -> tuple[bytes, bytes]:
    """What tells the names, and what tells the rest."""
    names, _, rows = zlib.decompress(packed).partition(b"\n")
    return names, rows


class PackedLines(Sequence[DocumentLine]):
    """Lines of many batches in the order of their documents' names, unpacked as they are looked at."""

    def __init__(self, packed: Iterable[bytes]) -> None:
        self._packed: list[bytes] = []
        self._index: list[tuple[str, str, int, int]] = []
        for each in packed:
            number = len(self._packed)
            names = json.loads(_halves(each)[0]) if each else []
            found = [(source, name, number, at) for at, (source, name) in enumerate(names)]
            if found:
                self._packed.append(each)
                self._index.extend(found)
        self._index.sort()
        self._unpacked = lru_cache(maxsize=_KEPT)(lambda number: unpack(self._packed[number]))

    def __len__(self) -> int:
        return len(self._index)

    @overload
    def __getitem__(self, at: int) -> DocumentLine: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[DocumentLine, ...]: ...
    def __getitem__(self, at: int | slice) -> DocumentLine | tuple[DocumentLine, ...]:
        if isinstance(at, slice):
            return tuple(map(self._line, self._index[at]))
        return self._line(self._index[at])

    def __iter__(self) -> Iterator[DocumentLine]:
        return map(self._line, self._index)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]  # compared by what it holds, as a list is

    def _line(self, place: tuple[str, str, int, int]) -> DocumentLine:
        return self._unpacked(place[2])[place[3]]


def _same(one: DocumentLine, other: object) -> bool:
    return one == other


def _parts(line: DocumentLine) -> Iterator[tuple[str, Any]]:
    return zip(_FIELDS, attrgetter(*_FIELDS)(line), strict=True)


def _values(row: list[Any]) -> Iterator[Any]:
    for name, value in zip(_FIELDS, row, strict=True):
        if isinstance(value, list):
            inner = map(tuple, value)
            yield frozenset(inner) if name in _SETS else tuple(inner)
        else:
            yield value
