"""Sorted pieces of text in files, put together in order with bounded memory.

A piece is one line or more, with their ends. A run is a file, or a stretch of one, of pieces in order.
Many runs are merged at once, chunk by chunk; of very many, groups are merged into files first, so that
neither open files nor memory grow with their number.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from errno import EIO
from itertools import accumulate, count
from operator import eq
from pathlib import Path
from typing import BinaryIO, NamedTuple

Chunk = list[bytes]
"""Some pieces, in order."""

FAN = 256
"""How many runs are merged at once."""

_CHUNK = 1 << 16  # bytes that are read of a run at a time
_HELD = 1 << 24  # bytes that a sorter holds before it puts a run on disk


class Stretch(NamedTuple):
    """A stretch of a file, in bytes."""

    path: Path
    start: int
    end: int


class Run(NamedTuple):
    """Pieces in order: each a line where there are no ``lengths``, else as long as these say.

    Lengths are a row of numbers of four bytes, the lowest byte first: how many bytes each piece has.
    """

    content: Stretch
    lengths: Stretch | None = None

    def chunks(self) -> Iterator[Chunk]:
        """The pieces, some at a time.

        Raises:
            OSError: the file cannot be read.
        """
        return _lines(self.content) if self.lengths is None else _pieces(self.content, self.lengths)


def merged(sources: Iterable[Iterator[Chunk]]) -> Iterator[Chunk]:
    """The pieces of all sources in order, some at a time.

    >>> list(merged([iter([[b"a", b"c"], [b"d"]]), iter([[b"b"]])]))
    [[b'a', b'b'], [b'c'], [b'd']]
    """
    waiting = [(source, chunk) for source in sources if (chunk := next(source, None))]
    while len(waiting) > 1:
        # Up to the first end of a chunk every piece is at hand.
        border = min(chunk[-1] for _, chunk in waiting)
        part: Chunk = []
        left = []
        for source, chunk in waiting:
            cut = bisect_right(chunk, border)
            if cut:
                part += chunk[:cut]
                rest: Chunk | None = chunk[cut:] or next(source, None)
            else:
                rest = chunk
            if rest:
                left.append((source, rest))
        waiting = left
        part.sort()
        yield part
    for source, chunk in waiting:
        yield chunk
        yield from source


def settled(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    r"""The pieces with all that is about one subject in one piece, its lines sorted, each once.

    What is in a document's words begins as nothing else does, up to the ``#``: that is one subject here.

    >>> list(settled([[b"<a> 1\n<a> 3\n", b"<a> 2\n"], [b"<a> 3\n", b"<b> 1\n"]]))
    [[], [b'<a> 1\n<a> 2\n<a> 3\n'], [b'<b> 1\n']]
    """
    held: Chunk = []
    about = b""
    for chunk in chunks:
        settled_now: Chunk = []
        for piece in chunk:
            if about and piece.startswith(about):
                held.append(piece)
                continue
            if held:
                settled_now.append(held[0] if len(held) == 1 else _put_together(held))
            held = [piece]
            subject = piece[: piece.index(b" ")]
            about = subject[: subject.find(b"#") + 1] or subject + b" "
        yield settled_now
    if held:
        yield [held[0] if len(held) == 1 else _put_together(held)]


def _put_together(pieces: Chunk) -> bytes:
    # Each piece is in order already: sorting them is merging them.
    lines = sorted(b"".join(pieces).splitlines(keepends=True))
    # Hardly a line comes twice: to look takes less than to keep each by itself.
    return b"".join(dict.fromkeys(lines) if any(map(eq, lines, lines[1:])) else lines)


class Workshop:
    """A folder in which runs come and go; whoever made the folder takes it away.

    Args:
        folder: it is there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count()

    def path(self, suffix: str) -> Path:
        """The name of a new file."""
        return self.folder / f"{next(self._numbers)}.{suffix}"

    def put(self, chunks: Iterable[Chunk], *, pieces: bool = False) -> Run:
        """Put pieces in order into a file.

        Args:
            chunks: the pieces.
            pieces: whether they have more than one line.

        Raises:
            OSError: the file cannot be written.
        """
        content, lengths = self.path("run"), self.path("lengths")
        with ExitStack() as files:
            out = files.enter_context(content.open("wb"))
            sizes = files.enter_context(lengths.open("wb")) if pieces else None
            for chunk in chunks:
                out.write(b"".join(chunk))
                if sizes:
                    sizes.write(lengths_of(chunk))
        return Run(whole(content), whole(lengths) if pieces else None)

    def merge(self, runs: Sequence[Run]) -> Iterator[Chunk]:
        """The pieces of all runs in order, some at a time; runs of this folder are gone afterwards."""
        while len(runs) > FAN:
            runs = [
                self.put(self.merge(runs[at : at + FAN]), pieces=runs[at].lengths is not None)
                for at in range(0, len(runs), FAN)
            ]
        yield from merged([run.chunks() for run in runs])
        for run in runs:
            for stretch in filter(None, run):
                if stretch.path.parent == self.folder:
                    stretch.path.unlink(missing_ok=True)


class Sorter:
    r"""Lines in whatever order, to be had in order; what does not fit into memory is put on disk.

    Args:
        workshop: where to.

    >>> sorter = Sorter(Workshop(Path()))
    >>> sorter.add(b"b\n"), sorter.add(b"a\n")
    (None, None)
    >>> list(sorter.lines())
    [b'a\n', b'b\n']
    """

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._held: Chunk = []
        self._size = 0
        self._runs: list[Run] = []

    def add(self, line: bytes) -> None:
        """Take a line, with its end.

        Raises:
            OSError: the disk is full.
        """
        self._held.append(line)
        self._size += len(line)
        if self._size > _HELD:
            self._held.sort()
            self._runs.append(self._workshop.put([self._held]))
            self._held, self._size = [], 0

    def chunks(self) -> Iterator[Chunk]:
        """All lines in order, some at a time; to be asked for once."""
        self._held.sort()
        held, self._held = self._held, []
        if not self._runs:
            return iter([held] if held else [])
        return merged([self._workshop.merge(self._runs), iter([held] if held else [])])

    def lines(self) -> Iterator[bytes]:
        """All lines in order; to be asked for once."""
        for chunk in self.chunks():
            yield from chunk


def whole(path: Path) -> Stretch:
    """All of a file."""
    return Stretch(path, 0, path.stat().st_size)


def lengths_of(pieces: Iterable[bytes]) -> bytes:
    """The lengths of pieces, as :class:`Run` has it."""
    return _little(array("I", map(len, pieces))).tobytes()


def _little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":  # pragma: no cover - machines of another make
        numbers.byteswap()
    return numbers


def _lines(content: Stretch) -> Iterator[Chunk]:
    rest = b""
    for data in _read(content):
        lines = (rest + data).splitlines(keepends=True)
        rest = lines.pop() if not lines[-1].endswith(b"\n") else b""
        if lines:
            yield lines


def _pieces(content: Stretch, lengths: Stretch) -> Iterator[Chunk]:
    numbers = array("I")
    with lengths.path.open("rb") as file:
        file.seek(lengths.start)
        numbers.frombytes(_exactly(file, lengths.end - lengths.start))
    _little(numbers)
    with content.path.open("rb") as file:
        file.seek(content.start)
        for sizes in _shares(numbers):
            ends = list(accumulate(sizes))
            data = _exactly(file, ends[-1])
            yield [data[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def _exactly(file: BinaryIO, size: int) -> bytes:
    data = file.read(size)
    if len(data) < size:
        raise OSError(EIO, "the file is shorter than it was", file.name)
    return data


def _shares(numbers: Iterable[int]) -> Iterator[list[int]]:
    """The numbers in groups that come to some size."""
    share, have = [], 0
    for number in numbers:
        share.append(number)
        have += number
        if have >= _CHUNK:
            yield share
            share, have = [], 0
    if share:
        yield share


def _read(content: Stretch) -> Iterator[bytes]:
    left = content.end - content.start
    with content.path.open("rb") as file:
        file.seek(content.start)
        while left > 0 and (data := file.read(min(left, _CHUNK))):
            left -= len(data)
            yield data
