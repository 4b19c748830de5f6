"""A store on disk kept up to date, document by document: add, remove, sync."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.build import EXTRACTOR, READER, SAMPLES
from kg.documents import SourceFailure, SourceFile, find_sources
from kg.documents.read import document_id
from kg.errors import ForeignDocumentError, SourceError, UsageError
from kg.rdf import document_quads
from kg.registry import component
from kg.report import Failure, failure_of
from kg.stamp import linking_stamp, reading_stamp, thut_version
from kg.store.ledger import LedgerEntry, now

if TYPE_CHECKING:
    from kg.protocols import Extractor, Reader
    from kg.store.writer import StoreWriter

Paths = str | os.PathLike[str]
Progress = Callable[[int, str], None]
"""Called before each source with how many came before it, and its name."""

_UP_TO_DATE: Final = "read"
_GRAPHS: Final = (".nq", ".trig")


@dataclass(frozen=True, slots=True)
class UpkeepResult:
    """What was done to a store; names of documents, in order.

    ``unchanged`` are those that the store had just so, ``kept`` those whose file could not be opened and of
    which the store holds what it held. ``documents`` is how many documents it holds now.
    """

    documents: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def failed(self) -> tuple[Failure, ...]:
        """The failures that count: all but the files that were passed over."""
        return tuple(failure for failure in self.failures if not failure.skipped)

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not self.failed


def add(
    store: Paths,
    sources: Paths | Iterable[Paths] = (),
    *,
    base: str = "",
    samples: bool = False,
    reader: str = READER,
    extractor: str = EXTRACTOR,
    progress: Progress | None = None,
) -> UpkeepResult:
    """Read documents into a store; those that it has just so are not read again.

    A document is known by its name among the sources. One whose content has changed takes the place of
    what the store held of it. Each document is one transaction: whatever interrupts the work, the store
    holds whole documents, and the same call again does the rest.

    Args:
        store: the folder of the store; made where there is none.
        sources: files, folders, archives; ``-`` is standard input. One file of graphs, as
            ``kg build -o graph.nq`` writes it, fills a new store in one go.
        base: IRIs of entities start with it, where the store is made.
        samples: whether to read the sample documents too.
        reader: the name of a reader.
        extractor: the name of an extractor.
        progress: called before each source.

    Raises:
        UsageError: no sources are named.
        StoreError: the folder is no store and cannot become one, or another process writes to it.
        ComponentError: there is no reader or extractor of that name.

    Example:
        ``add("archive", "reports/").added``
    """
    named = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
    paths = [os.fspath(path) for path in named] + ([str(SAMPLES)] if samples else [])
    if not paths:
        raise UsageError("no sources: name files or folders of documents, or ask for the samples")
    if any(Path(path).suffix.lower() in _GRAPHS for path in paths):
        return _filled(Path(store), paths, base)
    with _writer(store, base) as writer:
        work = _Upkeep(writer, reader, extractor, frozenset(map(os.path.realpath, paths)))
        for number, found in enumerate(find_sources(paths)):
            if progress:
                progress(number, found.name)
            work.take(found)
        return work.result()


def remove(store: Paths, documents: str | Iterable[str]) -> UpkeepResult:
    """Take documents out of a store, and all that only they stated.

    Args:
        store: the folder of the store.
        documents: names, IRIs, or places of files.

    Raises:
        StoreError: there is no store, or another process writes to it.
        UsageError: the store has no such document; then none is removed.
    """
    from kg.store.folder import opened  # noqa: PLC0415 - the store loads when there is work on it

    wanted = [documents] if isinstance(documents, str) else list(documents)
    folder = opened(store)
    with _writer(folder.path, folder.base) as writer:
        held = writer.documents()
        entries = list(writer.ledger.entries())
        known = {iri: name for name, iri in held.items()}
        places = {entry.location: entry.name for entry in entries}
        listed = {entry.name for entry in entries}
        found = []
        for said in wanted:
            name = said if said in held or said in listed else known.get(said) or _at(said, places)
            if not name:
                raise UsageError(f"{store} has no document {said!r}: kg ledger {store} lists those it has")
            found.append(name)
        work = _Upkeep(writer, READER, EXTRACTOR)
        for name in sorted(set(found)):
            work.leave(name, held.get(name, ""))
        return work.result()


def sync(
    store: Paths,
    folder: Paths,
    *,
    base: str = "",
    reader: str = READER,
    extractor: str = EXTRACTOR,
    progress: Progress | None = None,
) -> UpkeepResult:
    """Make a store hold what a folder holds: new and changed files are read, vanished ones leave.

    Files are compared by content. What the rules, tables or lexicon of another version read is read again.
    Documents that came by another way stay. A file that cannot be opened leaves what the store holds of it;
    one that is no Thai document any more leaves the store, and is listed.

    Args:
        store: the folder of the store; made where there is none.
        folder: the folder (or archive) to follow.
        base: IRIs of entities start with it, where the store is made.
        reader: the name of a reader.
        extractor: the name of an extractor.
        progress: called before each source.

    Raises:
        UsageError: the folder is not there: an unmounted disk must not empty a store.
        StoreError: the store cannot be used, or another process writes to it.
        ComponentError: there is no reader or extractor of that name.
    """
    path = os.fspath(folder)
    if not Path(path).exists():
        raise UsageError(f"{path} does not exist: nothing is removed from {store}; check the path")
    root = os.path.realpath(path)
    with _writer(store, base) as writer:
        work = _Upkeep(writer, reader, extractor, root=root)
        for number, found in enumerate(find_sources([path])):
            if progress:
                progress(number, found.name)
            work.take(found)
        work.leave_vanished()
        return work.result()


def _filled(store: Path, paths: list[str], base: str) -> UpkeepResult:
    """A new store with the graphs of a file; made beside its place, so that it is there whole or not."""
    from kg.store.filling import base_in  # noqa: PLC0415 - the store loads when there is work on it

    if len(paths) > 1:
        raise UsageError(
            f"{', '.join(paths)}: a file of graphs fills a new store alone, with no other source"
        )
    if store.exists() and (not store.is_dir() or any(store.iterdir())):
        raise UsageError(
            f"{paths[0]} fills a new store, and {store} is there: name another place, or add documents"
        )
    path = Path(paths[0])
    place = Path(tempfile.mkdtemp(prefix=f".{store.name}.", suffix=".part", dir=store.parent))
    try:
        with _writer(place / "store", base or base_in(path)) as writer:
            writer.fill(path)
            names = tuple(sorted(writer.documents()))
        (place / "store").replace(store)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return UpkeepResult(documents=len(names), added=names)


def decide(store: Paths, verdict: str, things: Iterable[str], why: str = "") -> tuple[str, str]:
    """Decide that two things are the same or not, against whatever the rules of merging say.

    The decision is a line of the store's ``decisions.tsv``, which outlives every rebuild; take the line
    out, and the rules decide again.

    Args:
        store: the folder of the store.
        verdict: ``same``, ``not-same``, or ``forget`` for what was decided before.
        things: two names or IRIs, or the identifier of one merge.
        why: the reason, for people.

    Returns:
        The IRIs of the two.

    Raises:
        QueryError: the things are not found, or mean several.
        MergeError: it contradicts another decision.
        StoreError: there is no store, or another process writes to it.
    """
    from kg.merges import pair_of  # noqa: PLC0415 - the store loads when there is work on it
    from kg.merging.decisions import decided  # noqa: PLC0415
    from kg.rdf.atomic import write_bytes  # noqa: PLC0415
    from kg.store import open_graph  # noqa: PLC0415
    from kg.store.folder import opened  # noqa: PLC0415

    folder = opened(store)
    first, second = pair_of(open_graph(folder.path), things)
    before = folder.decisions.read_text(encoding="utf-8") if folder.decisions.exists() else ""
    after = decided(before, verdict, (first, second), why, str(folder.decisions))
    write_bytes(folder.decisions, [after.encode("utf-8")])
    with _writer(folder.path, folder.base):
        # The merges follow the decisions as a writer opens.
        return first, second


def _writer(store: Paths, base: str) -> StoreWriter:
    from kg.store.writer import StoreWriter  # noqa: PLC0415 - the store loads when there is work on it

    return StoreWriter(os.fspath(store), base, linking=linking_stamp())


def _at(said: str, places: dict[str, str]) -> str:
    return places.get(os.path.realpath(said), "")


@dataclass(slots=True)
class _Upkeep:
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
    _read: Reader | None = None
    _extract: Extractor | None = None
    _stamp: str = ""

    def __post_init__(self) -> None:
        self._held = self.writer.documents()
        self._read = component("readers", self.reader)
        self._extract = component("extractors", self.extractor)
        self._stamp = reading_stamp(self.reader, self.extractor)

    def take(self, found: SourceFile | SourceFailure) -> None:
        """Read a source, unless the store has it just so."""
        if isinstance(found, SourceFailure):
            self._keep(Failure(found.name, found.reason, "SourceError", found.skipped), found.location)
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
            self.failures.append(Failure(found.name, reason, "SourceError"))
            return
        self._put(found, data, entry)

    def leave(self, name: str, document: str) -> None:
        """Take a document out, and forget it."""
        if document:
            self.writer.remove(document)
            self.removed.append(name)
            self._held.pop(name, None)
        self.writer.ledger.wipe(name)

    def leave_vanished(self) -> None:
        """Take out what came from the folder and is there no longer."""
        seen = {*self.added, *self.changed, *self.unchanged, *self.kept, *(f.source for f in self.failures)}
        closed = [f"{failure.source}/" for failure in self.failures if not failure.skipped]
        for entry in self.writer.ledger.entries():
            if entry.root != self.root or entry.name in seen:
                continue
            # In a folder that cannot be listed nothing is known to have vanished.
            if any(entry.name.startswith(folder) for folder in closed):
                self.kept.append(entry.name)
            else:
                self.leave(entry.name, self._held.get(entry.name, ""))

    def result(self) -> UpkeepResult:
        """What was done."""
        return UpkeepResult(
            documents=len(self._held),
            added=tuple(sorted(self.added)),
            changed=tuple(sorted(self.changed)),
            unchanged=tuple(sorted(self.unchanged)),
            removed=tuple(sorted(self.removed)),
            kept=tuple(sorted(self.kept)),
            failures=tuple(sorted(self.failures)),
        )

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
        had = found.name in self._held
        changed = self.writer.put(entry.document, quads, entry, document.raw)
        self._held[found.name] = entry.document
        (self.changed if had and changed else self.unchanged if had else self.added).append(found.name)

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
        elif not failure.skipped:
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


__all__ = ["UpkeepResult", "add", "decide", "remove", "sync"]
