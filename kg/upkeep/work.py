"""The work on a store: sources come in, documents go out, one at a time."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.documents import SourceFailure, SourceFile
from kg.documents.read import document_id
from kg.errors import ForeignDocumentError, SourceError
from kg.failures import Failure, failure_of
from kg.installed import thut_version
from kg.rdf import document_quads
from kg.registry import component
from kg.stamp import reading_stamp
from kg.store.ledger import LedgerEntry, now
from kg.store.writer import Change
from kg.upkeep.result import UpkeepResult

if TYPE_CHECKING:
    from kg.protocols import Extractor, Reader
    from kg.store.writer import StoreWriter

_UP_TO_DATE: Final = "read"
# What comes in one transaction: more would not be cheaper by much, and would wait longer for the first.
_TOGETHER: Final = 24
_STATEMENTS: Final = 15_000


@dataclass(slots=True)
class Upkeep:
    """The work on a store: what the sources give, one at a time."""

    writer: StoreWriter
    reader: str
    extractor: str
    asked_for: frozenset[str] = frozenset()
    root: str = ""
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    _held: dict[str, str] = field(default_factory=dict)
    _waiting: dict[str, Change] = field(default_factory=dict)
    _read: Reader | None = None
    _extract: Extractor | None = None
    _stamp: str = ""

    def __post_init__(self) -> None:
        self._held = self.writer.documents()
        self._read = component("readers", self.reader)
        self._extract = component("extractors", self.extractor)
        self._stamp = reading_stamp(self.reader, self.extractor)

    def take(self, found: SourceFile | SourceFailure) -> None:
        """Read a source, unless the store has it just so; it may wait for others to be stored with."""
        if found.name in self._waiting:
            self.store()
        if isinstance(found, SourceFailure):
            if self.root and _is_empty_root(found, self.root):
                return
            self._keep(Failure(found.name, found.reason, SourceError.__name__, found.skipped), found.location)
            return
        place = _place(found)
        try:
            data = found.read()
        except SourceError as error:
            self._keep(failure_of(found.name, error), place)
            return
        digest = hashlib.sha256(data).hexdigest()
        known = self.writer.ledger.entry(found.name)
        entry = self._entry(found.name, place, digest)
        if known and known.status == _UP_TO_DATE and found.name in self._held and known.sha256 == digest:
            if known.stamp == self._stamp:
                self.unchanged.append(found.name)
                if (known.location, known.root) != (place, entry.root):
                    self.writer.ledger.write([replace(known, location=place, root=entry.root)])
                return
        elif (
            known
            and known.sha256 not in {"", digest}
            and known.location != place
            and _is_there(known.location)
        ):
            reason = (
                f"{place} would take the place of {known.location}, which bears the name {found.name!r} in "
                "the store and is another document: rename one, or add the folder that holds both"
            )
            self.failures.append(Failure(found.name, reason, SourceError.__name__))
            return
        self._put(found, data, entry)

    def store(self) -> None:
        """Put what waits into the store, in one transaction."""
        waiting = list(self._waiting.items())
        self._waiting.clear()
        for (name, change), changed in zip(
            waiting, self.writer.put_all([change for _, change in waiting]), strict=True
        ):
            had = name in self._held
            self._held[name] = change.graph
            (self.changed if had and changed else self.unchanged if had else self.added).append(name)

    def leave(self, name: str, document: str) -> None:
        """Take a document out, and forget it."""
        self._leave({name: document})

    def _leave(self, documents: dict[str, str]) -> None:
        self.store()
        there = {name: document for name, document in documents.items() if document}
        self.writer.remove_all(there.values())
        self.removed.extend(there)
        for name in documents:
            self._held.pop(name, None)
            self.writer.ledger.wipe(name)

    def leave_vanished(self) -> None:
        """Take out what came from the folder and is there no longer."""
        self.store()
        seen = {*self.added, *self.changed, *self.unchanged, *self.kept, *(f.source for f in self.failures)}
        closed = [f"{failure.source}/" for failure in self.failures if not failure.skipped]
        gone = {}
        for entry in self.writer.ledger.entries():
            if entry.root != self.root or entry.name in seen:
                continue
            # In a folder that cannot be listed nothing is known to have vanished.
            if any(entry.name.startswith(folder) for folder in closed):
                self.kept.append(entry.name)
            else:
                gone[entry.name] = self._held.get(entry.name, "")
        self._leave(gone)

    def result(self) -> UpkeepResult:
        """What was done, once it is."""
        self.store()
        return UpkeepResult(
            documents=len(self._held),
            added=tuple(sorted(self.added)),
            changed=tuple(sorted(self.changed)),
            unchanged=tuple(sorted(self.unchanged)),
            removed=tuple(sorted(self.removed)),
            kept=tuple(sorted(self.kept)),
            failures=tuple(sorted(self.failures)),
            elsewhere=self._elsewhere() if self.root else 0,
        )

    def _elsewhere(self) -> int:
        followed = {entry.name for entry in self.writer.ledger.entries() if entry.root == self.root}
        return len(self._held.keys() - followed)

    def _put(self, found: SourceFile, data: bytes, entry: LedgerEntry) -> None:
        assert self._read is not None  # noqa: S101 - set as the work begins
        assert self._extract is not None  # noqa: S101
        try:
            document = self._read(data, found.name, found.location)
            quads = document_quads(self._extract(document), self.writer.minter)
            entry = replace(entry, document=self.writer.minter.document(document.id))
        except ForeignDocumentError as error:
            passed_over = os.path.realpath(found.path or found.location) not in self.asked_for
            self._refuse(replace(failure_of(found.name, error), skipped=passed_over), entry)
            return
        except Exception as error:  # noqa: BLE001 - the border of the batch: the next document is another's work
            self._refuse(failure_of(found.name, error), entry)
            return
        if any(change.graph == entry.document for change in self._waiting.values()):
            self.store()
        self._waiting[found.name] = Change(entry.document, quads, entry, document.raw)
        together = sum(len(change.quads) for change in self._waiting.values())
        if len(self._waiting) >= _TOGETHER or together >= _STATEMENTS:
            self.store()

    def _refuse(self, failure: Failure, entry: LedgerEntry) -> None:
        """A source whose bytes give no document: what the store holds of other bytes of that name goes."""
        self.failures.append(failure)
        known = self.writer.ledger.entry(failure.source)
        if failure.source in self._held:
            if known and known.sha256 == entry.sha256 and known.status == _UP_TO_DATE:
                self.kept.append(failure.source)
                return
            self.leave(failure.source, entry.document)
        status = "skipped" if failure.skipped else "failed"
        self.writer.ledger.write([replace(entry, status=status, reason=failure.reason, error=failure.kind)])

    def _keep(self, failure: Failure, place: str) -> None:
        """A source that cannot be opened: what the store holds of it stays."""
        self.failures.append(failure)
        if failure.source in self._held:
            self.kept.append(failure.source)
        elif not failure.skipped and Path(place.partition("!")[0]).is_file():
            entry = self._entry(failure.source, place, "")
            self.writer.ledger.write(
                [replace(entry, status="failed", reason=failure.reason, error=failure.kind)]
            )

    def _entry(self, name: str, place: str, digest: str) -> LedgerEntry:
        known = self.writer.ledger.entry(name)
        return LedgerEntry(
            name=name,
            document=self.writer.minter.document(document_id(name)),
            location=place,
            root=self.root or (known.root if known else ""),
            sha256=digest,
            stamp=self._stamp,
            version=f"thut {thut_version()}, {self.reader}, {self.extractor}",
            read_at=now(),
        )


def _place(found: SourceFile) -> str:
    """Where a source lies, in a way that does not depend on where the command was given."""
    if found.path:
        return os.path.realpath(found.path)
    archive, mark, member = found.location.partition("!")
    return f"{os.path.realpath(archive)}!{member}" if mark else found.location


def _is_there(place: str) -> bool:
    return place == "-" or Path(place.partition("!")[0]).exists()


def _is_empty_root(found: SourceFailure, root: str) -> bool:
    """Whether the folder to follow can be listed and holds no document: then there is nothing to read."""
    if os.path.realpath(found.location) != root or not Path(root).is_dir():
        return False
    try:
        os.scandir(root).close()
    except OSError:
        return False
    return True
