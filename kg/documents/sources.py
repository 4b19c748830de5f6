"""Where documents come from: files, folders, archives and standard input, found one at a time.

A source that cannot be read is handed on as a :class:`SourceFailure`, so that the batch goes on.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.documents.files import ARCHIVES, ArchiveLimits, is_archive, open_regular
from kg.errors import SourceError

MAX_BYTES: Final = 50 * 1024 * 1024
"""The size from which on a file is taken for something else than a document, in bytes."""

READABLE: Final = (".txt",)
"""The file suffixes that Thut reads, in lower case."""

_SHOWN = 3  # file names that a message gives as examples


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document that was found and not yet read.

    ``name`` is its name among the sources: relative, POSIX, unique in one run. ``location`` says
    where it is for a reader of messages (``archive.zip!member`` in an archive, ``-`` for standard
    input). ``path`` is the file; ``data`` its bytes where they had to be read to find it.
    """

    name: str
    location: str
    path: str = ""
    data: bytes | None = None
    max_bytes: int = MAX_BYTES

    def read(self) -> bytes:
        """The bytes of the document.

        Raises:
            SourceError: the file has gone, cannot be opened, has grown too large, or changes as it is read.
        """
        if self.data is not None:
            return self.data
        try:
            with open_regular(self.path) as file:
                before = os.fstat(file.fileno())
                data = file.read(self.max_bytes + 1)
                after = os.fstat(file.fileno())
        except OSError as error:
            raise SourceError(f"{self.location} cannot be read: {_why(error)}") from error
        if len(data) > self.max_bytes:
            raise SourceError(_too_large(self.location, len(data), self.max_bytes))
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            raise SourceError(f"{self.location} changed while it was read: read it again when it is whole")
        return data


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A source that cannot be read, and why.

    ``skipped`` marks a file that nobody asked for by name: it stands in a folder or an archive and
    is of a kind that Thut does not read. Such a file is listed, but is no error.
    """

    name: str
    reason: str
    location: str = ""
    skipped: bool = False

    def error(self) -> SourceError:
        """The failure as an error, to be raised where one source is all there is."""
        return SourceError(self.reason)


Found = SourceFile | SourceFailure


def find_sources(
    paths: Sequence[str],
    *,
    max_bytes: int = MAX_BYTES,
    limits: ArchiveLimits | None = None,
) -> Iterator[Found]:
    """Find the documents behind ``paths``: files, folders, archives and ``-`` (standard input).

    The order of ``paths`` does not matter: they are taken in sorted order, as is what a folder holds
    (recursively, symbolic links to folders not followed). A file that two of the paths lead to is
    given once; of two files that would bear one name the second is a failure. Files are opened one
    at a time, as the iterator advances.

    Args:
        paths: what the user named.
        max_bytes: the size above which a file is refused.
        limits: what an archive may hold.

    Yields:
        A :class:`SourceFile`, or a :class:`SourceFailure` that says what is wrong and the way out.
    """
    names: dict[str, str] = {}
    locations: set[str] = set()
    folders: dict[str, str] = {}
    for path in sorted(set(paths)):
        for found in _find(path, max_bytes, limits or ArchiveLimits()):
            if isinstance(found, SourceFailure):
                yield found
                continue
            identity = _identity(found.path, folders) if found.path else found.location
            if identity in locations:
                continue
            locations.add(identity)
            if found.name in names:
                reason = (
                    f"{found.location} would bear the name {found.name!r}, which {names[found.name]} has: "
                    "rename one, or give the folder that holds both"
                )
                yield SourceFailure(found.name, reason, found.location)
                continue
            names[found.name] = found.location
            yield found


def _identity(path: str, folders: dict[str, str]) -> str:
    """The one path of a file behind all that lead to it; ``folders`` keeps that of each folder."""
    folder, name = os.path.split(path)
    if os.path.islink(path):  # noqa: PTH114 - a folder may hold a hundred thousand files
        return os.path.realpath(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return f"{folders[folder]}/{name}"


def _find(path: str, max_bytes: int, limits: ArchiveLimits) -> Iterator[Found]:
    if path == "-":
        yield _standard_input(max_bytes)
        return
    name = _printable(Path(path).name or path)
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        yield SourceFailure(name, _missing(path, error), _printable(path))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, max_bytes, limits)
    elif is_archive(path) and stat.S_ISREG(mode):
        yield from _archive(path, name, "", max_bytes, limits)
    else:
        yield _file(path, name, max_bytes, asked_for=True)


def _standard_input(max_bytes: int) -> Found:
    data = sys.stdin.buffer.read(max_bytes + 1)
    if len(data) > max_bytes:
        return SourceFailure("stdin", _too_large("standard input", len(data), max_bytes), "-")
    return SourceFile("stdin", "-", data=data, max_bytes=max_bytes)


def _folder(root: str, max_bytes: int, limits: ArchiveLimits) -> Iterator[Found]:
    documents = failures = skipped = 0
    examples: list[str] = []
    for path, relative in _walk(root):
        if isinstance(path, OSError):
            failures += 1
            yield SourceFailure(relative, f"the folder {relative} cannot be listed: {_why(path)}", relative)
            continue
        found: Iterator[Found] = iter((_file(path, relative, max_bytes, asked_for=False),))
        if is_archive(path) and Path(path).is_file():
            found = _archive(path, relative, f"{relative}/", max_bytes, limits)
        for item in found:
            if isinstance(item, SourceFile):
                documents += 1
            elif item.skipped:
                skipped += 1
                examples = [*examples, item.name][:_SHOWN]
            else:
                failures += 1
            yield item
    if not documents and not failures:
        shown = _printable(root)
        others = (
            f"it holds {skipped} other files, such as {', '.join(examples)}" if skipped else "it is empty"
        )
        reason = f"the folder {shown} holds no document (Thut reads {', '.join(READABLE)}); {others}"
        yield SourceFailure(_printable(Path(root).name or root), reason, shown)


def _walk(root: str) -> Iterator[tuple[str | OSError, str]]:
    """The files below ``root`` with their relative names, sorted by name.

    A folder that cannot be listed gives its error instead.
    """
    pending = [(root, "")]
    while pending:
        folder, relative = pending.pop()
        within = f"{relative}/" if relative else ""
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield error, relative or _printable(root)
            continue
        folders = [entry for entry in found if entry.is_dir(follow_symlinks=False)]
        pending += [(entry.path, within + _printable(entry.name)) for entry in reversed(folders)]
        for entry in found:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path, within + _printable(entry.name)


def _file(path: str, name: str, max_bytes: int, *, asked_for: bool) -> Found:
    shown = _printable(path)
    try:
        status = os.stat(path)  # noqa: PTH116 - a folder may hold a hundred thousand files
    except OSError as error:
        return SourceFailure(name, _missing(path, error), shown)
    foreign = _foreign(path, name, status, asked_for=asked_for)
    if foreign:
        return SourceFailure(name, foreign, shown, skipped=not asked_for)
    reason = ""
    if not stat.S_ISREG(status.st_mode):
        reason = f"{shown} is not a regular file: copy its content into one"
    elif status.st_size > max_bytes:
        reason = _too_large(shown, status.st_size, max_bytes)
    elif not os.access(path, os.R_OK):
        reason = f"{shown} cannot be read: permission denied; change its mode"
    return (
        SourceFailure(name, reason, shown) if reason else SourceFile(name, shown, path, max_bytes=max_bytes)
    )


def _foreign(path: str, name: str, status: os.stat_result, *, asked_for: bool) -> str:
    """Why a file is of a kind that Thut does not read, or nothing."""
    base = os.path.basename(path)  # noqa: PTH119 - as above
    if base.startswith(".") and not asked_for:
        return f"{name} is a hidden file: name it if it is a document"
    if stat.S_ISDIR(status.st_mode):
        return f"{name} is a link to a folder: name that folder if it is to be read"
    return "" if base.lower().endswith(READABLE) else _no_reader(name, Path(path).suffix.lower())


def _archive(path: str, name: str, prefix: str, max_bytes: int, limits: ArchiveLimits) -> Iterator[Found]:
    """The documents in the archive at ``path``; ``prefix`` goes before their names."""
    from kg.documents.archives import Unreadable, members  # noqa: PLC0415 - most sources are no archives

    shown = _printable(path)
    documents = failures = skipped = 0
    given: set[str] = set()
    for member in members(path, limits, max_bytes, lambda inner: Path(inner).suffix.lower() in READABLE):
        location = f"{shown}!{member.name}" if member.name else shown
        if isinstance(member, Unreadable):
            failures += 1
            yield SourceFailure(prefix + member.name if member.name else name, member.reason, location)
        elif member.data is None:
            skipped += 1
            suffix = Path(member.name).suffix.lower()
            reason = _no_reader(location, suffix)
            if suffix in ARCHIVES or is_archive(member.name):
                reason = f"{location} is an archive in an archive: unpack the outer one first"
            yield SourceFailure(prefix + member.name, reason, location, skipped=True)
        elif member.name in given:
            failures += 1
            reason = f"{location} stands in the archive twice, and the first is read: leave one out"
            yield SourceFailure(prefix + member.name, reason, location)
        else:
            given.add(member.name)
            documents += 1
            yield SourceFile(prefix + member.name, location, data=member.data, max_bytes=max_bytes)
    if not documents and not failures:
        reason = f"the archive {shown} holds no document ({', '.join(READABLE)}) among {skipped} files"
        yield SourceFailure(name, reason, shown)


def _printable(name: str) -> str:
    """``name`` as text that can be written: bytes that are no UTF-8 are shown as escapes."""
    try:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half of a surrogate pair that stands for no byte
        return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _missing(path: str, error: Exception) -> str:
    shown = _printable(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if Path(path).is_symlink():
            return f"{shown} is a link to a file that is not there"
        near = next((str(p) for p in Path(path).parents if p.exists()), "")
        there = f" ({_printable(near)} is there)" if near and near != "." else ""
        return f"{shown} does not exist{there}: check the path"
    return f"{shown} cannot be read: {_why(error)}"


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _no_reader(name: str, suffix: str) -> str:
    kind = suffix or "files without a suffix"
    return f"no reader for {kind}: {name} (Thut reads {', '.join(READABLE)}; extract the text first)"


def _too_large(name: str, size: int, limit: int) -> str:
    return (
        f"{name} is too large for a document: {size / 2**20:,.1f} MB, the limit is {limit / 2**20:,.0f} MB; "
        "split it, or raise max_bytes"
    )
