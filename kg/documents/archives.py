"""The members of ZIP and tar archives, read in order, within limits that a hostile archive cannot pass."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

from kg.documents.files import ArchiveLimits, open_regular
from kg.errors import SourceError

_BROKEN = (
    tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError,
    EOFError, OSError, RuntimeError, NotImplementedError, ValueError,
    struct.error, LookupError, OverflowError,
)  # fmt: skip
_UTF8_NAME = 0x800  # the flag of a ZIP member whose name is in UTF-8
_ENCRYPTED = 0x1
_LONGEST_HEADER = 2**20


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; ``data`` is None where the caller did not want it."""

    name: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A member that cannot be read, or (where ``name`` is empty) the archive."""

    name: str
    reason: str


def members(
    path: str, limits: ArchiveLimits, max_bytes: int, wanted: Callable[[str], bool]
) -> Iterator[Member | Unreadable]:
    """The files in the archive at ``path``, one at a time; folders are passed over.

    Args:
        path: the archive.
        limits: what it may hold; beyond them reading stops with an :class:`Unreadable`.
        max_bytes: the size above which a member is refused.
        wanted: whether a member of this name is to be read.
    """
    read = _zip if path.lower().endswith(".zip") else _tar
    try:
        with open_regular(path) as file:
            yield from read(file, _Meter(path, limits), max_bytes, wanted)
    except SourceError as error:
        yield Unreadable("", str(error))
    except _BROKEN as error:
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        yield Unreadable("", f"the archive {shown} is broken ({error}): fetch or pack it again")


class _Meter:
    """Counts what an archive unpacks to, and raises SourceError when it is too much."""

    def __init__(self, path: str, limits: ArchiveLimits) -> None:
        self._path = os.fsencode(path).decode("utf-8", "backslashreplace")
        self._limits = limits
        self._packed = max(Path(path).stat().st_size, 1)
        self._bytes = self._members = 0

    def add(self, size: int) -> None:
        self._bytes += size
        self._members += 1
        limits = self._limits
        problem = ""
        if self._members > limits.members:
            problem = f"more than {limits.members:,} members"
        elif self._bytes > limits.total_bytes:
            problem = f"more than {limits.total_bytes / 2**30:,.1f} GB unpacked"
        elif self._bytes > max(limits.ratio * self._packed, 2**20):
            problem = f"it unpacks to more than {limits.ratio} times its {self._packed:,} bytes"
        if problem:
            raise SourceError(
                f"the archive {self._path} is too large, {problem}: "
                "unpack it yourself and give the folder, if you trust it"
            )


def _unsafe(name: str) -> str:
    """Why a member's name is not taken, or nothing."""
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or (len(name) > 1 and name[1] == ":"):
        return f"the member {name!r} has an absolute path: it is not read"
    if ".." in parts.parts:
        return f"the member {name!r} points out of the archive ('..'): it is not read"
    return ""


def _tidy(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).as_posix()


def _large(name: str, size: int, max_bytes: int) -> Unreadable:
    sizes = f"{size / 2**20:,.1f} MB, the limit is {max_bytes / 2**20:,.0f} MB"
    return Unreadable(name, f"the member {name!r} is too large for a document: {sizes}")


def _take(file: IO[bytes], name: str, max_bytes: int) -> Member | Unreadable:
    data = file.read(max_bytes + 1)
    return Member(name, data) if len(data) <= max_bytes else _large(name, len(data), max_bytes)


def _zip(
    packed: IO[bytes], meter: _Meter, max_bytes: int, wanted: Callable[[str], bool]
) -> Iterator[Member | Unreadable]:
    with zipfile.ZipFile(packed) as archive:
        entries = [(_zip_name(info), info) for info in archive.infolist() if not info.filename.endswith("/")]
        for name, info in sorted(entries, key=lambda entry: entry[0]):
            meter.add(info.file_size)
            unsafe = _unsafe(name)
            if unsafe:
                yield Unreadable(name, unsafe)
            elif stat.S_ISLNK(info.external_attr >> 16):
                yield Unreadable(_tidy(name), f"the member {name!r} is a link: it is not read")
            elif not wanted(name):
                yield Member(_tidy(name), None)
            elif info.flag_bits & _ENCRYPTED:
                yield Unreadable(_tidy(name), f"the member {name!r} is encrypted: unpack the archive first")
            elif info.file_size > max_bytes:
                yield _large(_tidy(name), info.file_size, max_bytes)
            else:
                try:
                    with archive.open(info) as file:
                        yield _take(file, _tidy(name), max_bytes)
                except _BROKEN as error:
                    yield Unreadable(_tidy(name), f"the member {name!r} is broken ({error}): pack it again")


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The member's name; Thai Windows writes it in CP874, which Python reads as CP437."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        packed = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "cp874"):
        try:
            return packed.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


class _Unpacked:
    """What a tar reads from: an unpacked stream that gives at most ``most`` bytes for each member.

    The header of a member may say that a name of any length follows, which would all be kept.
    """

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file, self._most = file, most
        self._given = 0
        self._last = b""
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        self._given += size
        if size < 0 or self._given > self._most:
            most = f"{self._most:,} bytes"
            raise SourceError(f"a header says that more than {most} belong to it: pack the archive again")
        self._last = self._file.read(size)
        return self._last

    def turn_to_next(self) -> None:
        """Allow another member as much."""
        self._given = 0

    def ends_well(self) -> bool:
        """Whether what was read last is no header that tarfile passed over without a word."""
        return not self._last.strip(b"\0")


def _unpacked(packed: IO[bytes]) -> IO[bytes]:
    begin = packed.read(6)
    packed.seek(0)
    if begin.startswith(b"\x1f\x8b"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=packed))
    if begin.startswith(b"BZh"):
        return bz2.BZ2File(packed)
    return lzma.LZMAFile(packed) if begin == b"\xfd7zXZ\x00" else packed


def _tar_name(name: str) -> str:
    """The member's name; where it is no UTF-8 it is Thai Windows', or its bytes are shown."""
    if name.isascii() or not any("\udc80" <= char <= "\udcff" for char in name):
        return name
    try:
        return name.encode("utf-8", "surrogateescape").decode("cp874")
    except UnicodeDecodeError:
        return "".join(f"%{ord(c) - 0xDC00:02X}" if "\udc80" <= c <= "\udcff" else c for c in name)


def _tar(
    packed: IO[bytes], meter: _Meter, max_bytes: int, wanted: Callable[[str], bool]
) -> Iterator[Member | Unreadable]:
    stream = _Unpacked(_unpacked(packed), max_bytes + _LONGEST_HEADER)
    with tarfile.open(fileobj=cast("IO[bytes]", stream), mode="r:", errors="surrogateescape") as archive:
        for info in archive:
            stream.turn_to_next()
            if info.size < 0:
                # Python before 3.11.14 would read the same header for ever.
                raise SourceError(f"the member {info.name!r} has a size below zero: pack the archive again")
            if info.isdir():
                continue
            name = _tar_name(info.name)
            meter.add(info.size)
            unsafe = _unsafe(name)
            if unsafe:
                yield Unreadable(name, unsafe)
            elif not info.isreg():
                kind = "a link" if info.islnk() or info.issym() else "not a regular file"
                yield Unreadable(_tidy(name), f"the member {name!r} is {kind}: it is not read")
            elif not wanted(name):
                yield Member(_tidy(name), None)
            elif info.size > max_bytes:
                yield _large(_tidy(name), info.size, max_bytes)
            else:
                file = archive.extractfile(info)
                if file is not None:
                    yield _take(file, _tidy(name), max_bytes)
    if not stream.ends_well():
        raise SourceError("what follows its last readable member is none: pack the archive again")
