"""A store to write to: opened, made, or filled from a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.sources import AnyPath
from kg.stamp import linking_stamp
from kg.upkeep.result import UpkeepResult

if TYPE_CHECKING:
    from kg.store.writer import StoreWriter


def writer_of(store: AnyPath, base: str) -> StoreWriter:
    """The writer of the store at this place, which is made if nothing is there yet."""
    from kg.store.writer import StoreWriter  # noqa: PLC0415 - the store loads when there is work on it

    return StoreWriter(os.fspath(store), base, linking=linking_stamp())


@contextmanager
def adding(store: AnyPath, base: str) -> Iterator[StoreWriter]:
    """The writer of the store at this place; a store that it makes and that gets no document goes again."""
    from kg.store.folder import is_store  # noqa: PLC0415 - the store loads when there is work on it

    place = Path(store)
    new, there = not is_store(place), place.is_dir()
    writer = writer_of(store, base)
    empty = False
    try:
        with writer:
            try:
                yield writer
            finally:
                empty = new and not writer.documents()
    finally:
        if empty:
            import shutil  # noqa: PLC0415 - as below
            import tempfile  # noqa: PLC0415

            gone = Path(tempfile.mkdtemp(prefix=f".{place.name}.", suffix=".part", dir=place.parent))
            place.replace(gone / "store")
            if there:
                place.mkdir()
            shutil.rmtree(gone, ignore_errors=True)


def filled(store: Path, paths: list[str], base: str) -> UpkeepResult:
    """A new store with the graphs of a file; made beside its place, so that it is there whole or not."""
    import shutil  # noqa: PLC0415 - what makes folders costs a hundredth of adding a document, which needs none
    import tempfile  # noqa: PLC0415

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
        with writer_of(place / "store", base or base_in(path)) as writer:
            writer.fill(path)
            names = tuple(sorted(writer.documents()))
        (place / "store").replace(store)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return UpkeepResult(documents=len(names), added=names)
