"""Sources to batches: which documents are read together is decided by the documents alone."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from kg.batches.tasks import Item, Task
from kg.documents import SourceFailure, SourceFile, find_sources
from kg.errors import SourceError
from kg.failures import Failure

LEAST: Final = 20
MOST: Final = 50
"""How many documents a batch has, but for the last one."""

_BYTES: Final = 4 << 20  # a batch is full, however few documents it has
_ENDS: Final = 16  # one document in so many ends a batch that has enough
_DIGEST: Final = 8  # hexadecimal digits that tell two documents of one name apart


class Plan:
    """The batches of what the sources hold; iterate over it once, and it finds, reads and tells apart.

    A batch ends after a document whose digest says so, at the latest after :data:`MOST`: so a document that
    comes or goes changes the batches around it, and not all that follow.

    Args:
        paths: what the user named.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = list(paths)
        self._named = frozenset(map(os.path.realpath, self._paths))
        self.found = 0
        """How many files there were to read, among those that were looked at so far."""
        self.failures: list[Failure] = []
        """What could not be read or is passed over, among the same."""

    def __iter__(self) -> Iterator[Task]:
        items: list[Item] = []
        size = 0
        for item in self._items():
            items.append(item)
            size += len(item.data)
            if len(items) >= MOST or size >= _BYTES or (len(items) >= LEAST and _ends(item)):
                yield Task.of(items)
                items, size = [], 0
        if items:
            yield Task.of(items)

    def _items(self) -> Iterator[Item]:
        for found in _distinct(self._paths, self._named):
            if isinstance(found, SourceFailure):
                self.found += not found.skipped and Path(found.location).is_file()
                self.failures.append(Failure(found.name, found.reason, SourceError.__name__, found.skipped))
                continue
            self.found += 1
            yield found


def _ends(item: Item) -> bool:
    return int(item.digest[-4:], 16) % _ENDS == 0


def _distinct(paths: Iterable[str], named: Container[str]) -> Iterator[Item | SourceFailure]:
    """The documents behind ``paths``, each once, read, and under a name of its own.

    Of two documents of one name the later path's takes a piece of the digest of its content into
    its name; when even the content is the same, it is the same document and is passed over.
    """
    digests: dict[str, bytes] = {}
    files: set[str] = set()
    for path in sorted(set(paths)):
        for found in find_sources([path]):
            if isinstance(found, SourceFailure):
                yield found
                continue
            real = os.path.realpath(found.path or found.location)
            file = real if found.path else found.location
            if file not in files:
                files.add(file)
                yield _told_apart(found, digests, named=real in named)


def _told_apart(found: SourceFile, digests: dict[str, bytes], *, named: bool) -> Item | SourceFailure:
    try:
        data = found.read()
    except SourceError as error:
        return SourceFailure(found.name, str(error), found.location)
    digest = hashlib.sha256(data)
    name = found.name
    if digests.get(name, digest.digest()) != digest.digest():
        path = PurePosixPath(name)
        name = str(path.with_name(f"{path.stem}~{digest.hexdigest()[:_DIGEST]}{path.suffix}"))
    if name in digests:
        reason = f"{found.location} is {name} once more, to the byte"
        return SourceFailure(name, reason, found.location, skipped=True)
    digests[name] = digest.digest()
    return Item(name, found.location, data, digest.hexdigest(), named)
