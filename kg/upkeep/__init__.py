"""A store on disk kept up to date, document by document: add, remove, sync."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from kg.build import EXTRACTOR, READER, SAMPLES
from kg.documents import find_sources
from kg.errors import UsageError
from kg.store.ledger import Ledger, LedgerEntry
from kg.upkeep.deciding import decide, decisions
from kg.upkeep.opening import Paths, filled, writer_of
from kg.upkeep.result import UpkeepResult
from kg.upkeep.work import Upkeep

Progress = Callable[[int, str], None]
"""Called before each source with how many came before it, and its name."""

_GRAPHS: Final = (".nq", ".trig")


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
        return filled(Path(store), paths, base)
    with writer_of(store, base) as writer:
        work = Upkeep(writer, reader, extractor, frozenset(map(os.path.realpath, paths)))
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
    with writer_of(folder.path, folder.base) as writer:
        held = writer.documents()
        entries = list(writer.ledger.entries())
        known = {iri: name for name, iri in held.items()}
        places = {entry.location: entry.name for entry in entries}
        listed = {entry.name for entry in entries}
        found = []
        for said in wanted:
            name = said if said in held or said in listed else known.get(said) or _at(said, places)
            if not name:
                near = get_close_matches(said, sorted(listed), 3)
                hint = (
                    f"something like it: {', '.join(near)}"
                    if near
                    else f"kg ledger {store} lists those it has"
                )
                raise UsageError(f"{store} has no document {said!r}; {hint}")
            found.append(name)
        work = Upkeep(writer)
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
    with writer_of(store, base) as writer:
        work = Upkeep(writer, reader, extractor, root=root)
        for number, found in enumerate(find_sources([path])):
            if progress:
                progress(number, found.name)
            work.take(found)
        work.leave_vanished()
        return work.result()


def ledger(store: Paths) -> tuple[LedgerEntry, ...]:
    """What a store has read, when and with which version, and what failed and why; by name.

    Raises:
        StoreError: there is no store.
    """
    from kg.store.folder import opened  # noqa: PLC0415 - the store loads when there is work on it

    return tuple(Ledger(opened(store).ledger, reading=True).entries())


def _at(said: str, places: dict[str, str]) -> str:
    return places.get(os.path.realpath(said), "")


__all__ = ["UpkeepResult", "add", "decide", "decisions", "ledger", "remove", "sync"]
