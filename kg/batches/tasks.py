"""What goes to a worker and what comes back; small values that can be sent anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from kg.across import Batch
from kg.errors import DocumentError, ForeignDocumentError
from kg.failures import Failure
from kg.protocols import Extractor, Reader
from kg.vocab import BASE

SECONDS = 60.0
"""How long one document may take."""

# What a failure keeps of an error is the name of its class.
_REPEATABLE = frozenset(error.__name__ for error in (DocumentError, ForeignDocumentError))


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all batches of a build.

    ``seconds`` is how long one document may take, ``memory`` how many bytes a worker process may take beyond
    those with which it starts; 0 for no limit.
    """

    reader: Reader | str
    extractor: Extractor | str
    base: str = BASE
    seconds: float = SECONDS
    memory: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One document to read: its name among the sources, where it lies, its bytes and their digest.

    ``named`` says that somebody asked for it by name: then it is a failure that it is in another language.
    """

    name: str
    location: str
    data: bytes
    digest: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A batch of documents to read; ``key`` names them, with their bytes."""

    key: str
    items: tuple[Item, ...]

    @classmethod
    def of(cls, items: Sequence[Item]) -> Task:
        """The task to read ``items``."""
        key = sha256()
        for item in items:
            key.update(repr((item.name, item.location, item.digest, item.named)).encode("utf-8"))
        return cls(key.hexdigest(), tuple(items))

    def alone(self) -> list[Task]:
        """Each document as a task of its own."""
        return [replace(self, key=f"{self.key}.{at}", items=(item,)) for at, item in enumerate(self.items)]

    def without(self, at: int) -> Task:
        """The task without its document number ``at``."""
        return replace(self, key=f"{self.key}-{at}", items=self.items[:at] + self.items[at + 1 :])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a batch gave: a file of statements (None where no document could be read), lines, failures.

    ``lines`` are the lines of the report, packed (see :mod:`kg.batches.lines`); ``packed`` is the file
    itself where it comes from a machine whose disk is not ours.
    """

    batch: Batch | None = None
    lines: bytes = b""
    failures: tuple[Failure, ...] = ()
    packed: bytes = b""

    @property
    def final(self) -> bool:
        """Whether reading the same bytes again would give the same; not so where time or memory ran out."""
        return all(failure.kind in _REPEATABLE for failure in self.failures)


@dataclass(frozen=True, slots=True)
class Died:
    """The process that read a batch ended in the middle of it.

    ``reason`` says how; ``at`` is the number of the document that it was reading, -1 where that is not
    known. ``overdue`` means that it was ended, since that document took too long.
    """

    reason: str
    at: int = -1
    overdue: bool = False
