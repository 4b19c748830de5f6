"""A store on disk kept up to date, document by document: add, remove, sync."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import UsageError
from kg.sources import AnyPath, Progress, named_sources
from kg.upkeep.deciding import decide, decisions
from kg.upkeep.opening import adding, filled, writer_of
from kg.upkeep.result import UpkeepResult

if TYPE_CHECKING:
    from kg.store.ledger import Ledger, LedgerEntry
    from kg.store.writer import StoreWriter
    from kg.upkeep.work import Upkeep

# Reading documents loads when some are to be read: who takes one out waits for none of it.

_GRAPHS: Final = (".nq", ".trig", ".jsonld")
_TRIPLES: Final = (".ttl", ".nt", ".rdf")


def add(
    store: AnyPath,
    sources: AnyPath | Iterable[AnyPath] = (),
    *,
    base: str = "",
    samples: bool = False,
    reader: str = "",
    extractor: str = "",
    progress: Progress | None = None,
) -> UpkeepResult:
    """Read documents into a store; those that it has just so are not read again.

    A document is known by its name among the sources. One whose content has changed takes the place of
    what the store held of it. Documents come in transactions of a few: whatever interrupts the work, the
    store holds whole documents, and the same call again does the rest.

    Args:
        store: the folder of the store; made where there is none, unless no document comes into it.
        sources: files, folders, archives; ``-`` is standard input. One file of graphs (``.nq``, ``.trig``,
            ``.jsonld``), as ``kg build -o graph.nq`` writes it, fills a new store in one go.
        base: IRIs of entities start with it, where the store is made.
        samples: whether to read the sample documents too.
        reader: the name of a reader; the usual one when not given.
        extractor: the name of an extractor; the usual one when not given.
        progress: called before each source.

    Raises:
        UsageError: no sources are named, or one is a graph that does not keep its documents apart.
        StoreError: the folder is no store and cannot become one, or another process writes to it.
        ComponentError: there is no reader or extractor of that name.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     first = add(f"{folder}/archive", samples=True)
    ...     again = add(f"{folder}/archive", samples=True)
    >>> len(first.added), len(again.added), len(again.unchanged)
    (8, 0, 8)
    """
    paths = named_sources(sources, samples)
    for path in paths:
        if Path(path).suffix.lower() in _TRIPLES and Path(path).is_file():
            raise UsageError(
                f"{path} is a graph that does not keep its documents apart, as a store does: build it as "
                f"N-Quads (kg build SOURCE... -o graph.nq) and add that, or add the documents themselves"
            )
    if any(Path(path).suffix.lower() in _GRAPHS for path in paths):
        return filled(Path(store), paths, base)
    with adding(store, base) as writer:
        work = _reading(writer, reader, extractor, frozenset(map(os.path.realpath, paths)))
        _take(work, paths, progress)
        return work.result()


def remove(store: AnyPath, documents: str | Iterable[str]) -> UpkeepResult:
    """Take documents out of a store, and all that only they stated.

    Args:
        store: the folder of the store.
        documents: names, IRIs, or places of files.

    Raises:
        StoreError: there is no store, or another process writes to it.
        UsageError: the store has no such document; then none is removed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "visit.txt").write_text("นายสมชาย ใจดี เดินทางเยือนญี่ปุ่น", "utf-8")
    ...     _ = add(f"{folder}/archive", f"{folder}/visit.txt")
    ...     done = remove(f"{folder}/archive", "visit.txt")
    >>> done.removed, done.documents
    (('visit.txt',), 0)
    """
    from kg.store.folder import opened  # noqa: PLC0415 - the store loads when there is work on it

    wanted = [documents] if isinstance(documents, str) else list(documents)
    folder = opened(store)
    with writer_of(folder.path, folder.base) as writer:
        held = writer.documents()
        known = {iri: name for name, iri in held.items()}
        found = []
        for said in wanted:
            name = said if said in held else known.get(said) or _listed(writer.ledger, said)
            if not name:
                from difflib import get_close_matches  # noqa: PLC0415 - for this message alone

                near = get_close_matches(said, [entry.name for entry in writer.ledger.entries()], 3)
                hint = (
                    f"close to it: {', '.join(near)}"
                    if near
                    else f"kg ledger {shlex.quote(str(store))} lists those it has"
                )
                raise UsageError(f"{store} has no document {said!r}; {hint}")
            found.append(name)
        gone = sorted(set(found))
        writer.remove_all(held[name] for name in gone if name in held)
        for name in gone:
            writer.ledger.wipe(name)
        return UpkeepResult(
            documents=len(held.keys() - gone), removed=tuple(name for name in gone if name in held)
        )


def sync(
    store: AnyPath,
    folder: AnyPath,
    *,
    base: str = "",
    reader: str = "",
    extractor: str = "",
    progress: Progress | None = None,
) -> UpkeepResult:
    """Make a store hold what a folder holds: new and changed files are read, vanished ones leave.

    Files are compared by content. What the rules, tables or lexicon of another version read is read again.
    Documents that came by another way stay, and are counted (``elsewhere``). A file that cannot be opened
    leaves what the store holds of it; one that is no Thai document any more leaves the store, and is listed.

    Args:
        store: the folder of the store; made where there is none.
        folder: the folder (or archive) to follow.
        base: IRIs of entities start with it, where the store is made.
        reader: the name of a reader; the usual one when not given.
        extractor: the name of an extractor; the usual one when not given.
        progress: called before each source.

    Raises:
        UsageError: the folder is not there: an unmounted disk must not empty a store.
        StoreError: the store cannot be used, or another process writes to it.
        ComponentError: there is no reader or extractor of that name.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, TemporaryDirectory() as reports:
    ...     document = Path(reports, "visit.txt")
    ...     _ = document.write_text("นายสมชาย ใจดี เดินทางเยือนญี่ปุ่น", "utf-8")
    ...     print(sync(f"{folder}/archive", reports).added)
    ...     document.unlink()
    ...     print(sync(f"{folder}/archive", reports).removed)
    ('visit.txt',)
    ('visit.txt',)
    """
    path = os.fspath(folder)
    if not Path(path).exists():
        raise UsageError(f"{path} does not exist: nothing is removed from {store}; check the path")
    root = os.path.realpath(path)
    with writer_of(store, base) as writer:
        work = _reading(writer, reader, extractor, root=root)
        _take(work, [path], progress)
        work.leave_vanished()
        return work.result()


def ledger(store: AnyPath) -> tuple[LedgerEntry, ...]:
    """What a store has read, when and with which version, and what failed and why; by name.

    Raises:
        StoreError: there is no store.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "visit.txt").write_text("นายสมชาย ใจดี เดินทางเยือนญี่ปุ่น", "utf-8")
    ...     _ = add(f"{folder}/archive", f"{folder}/visit.txt")
    ...     print([(entry.name, entry.status) for entry in ledger(f"{folder}/archive")])
    [('visit.txt', 'read')]
    """
    from kg.store.folder import opened  # noqa: PLC0415 - the store loads when there is work on it
    from kg.store.ledger import Ledger  # noqa: PLC0415

    return tuple(Ledger(opened(store).ledger, reading=True).entries())


def _reading(
    writer: StoreWriter, reader: str, extractor: str, asked_for: frozenset[str] = frozenset(), root: str = ""
) -> Upkeep:
    from kg.registry import EXTRACTOR, READER  # noqa: PLC0415 - reading loads when there is something to read
    from kg.upkeep.work import Upkeep  # noqa: PLC0415

    return Upkeep(writer, reader or READER, extractor or EXTRACTOR, asked_for, root)


def _take(work: Upkeep, paths: list[str], progress: Progress | None) -> None:
    from kg.documents import find_sources  # noqa: PLC0415 - as above

    for number, found in enumerate(find_sources(paths)):
        if progress:
            progress(number, found.name)
        work.take(found)


def _listed(ledger: Ledger, said: str) -> str:
    """The name of the source of which ``said`` is the name, or the place of its file; empty without one."""
    if ledger.entry(said):
        return said
    place = os.path.realpath(said)
    return next((entry.name for entry in ledger.entries() if entry.location == place), "")


__all__ = ["UpkeepResult", "add", "decide", "decisions", "ledger", "remove", "sync"]
