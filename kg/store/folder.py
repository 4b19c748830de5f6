"""The folder of a store: what lies where, and which base its IRIs have."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.vocab import BASE, Minter

FORMAT = 1
"""The layout of a store; raised when an older Thut could not read it."""

_HEAD = "store.json"


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """Where the parts of a store lie.

    ``base`` is what the IRIs of its entities start with.
    """

    path: Path
    base: str = BASE

    @property
    def quads(self) -> Path:
        """The folder that Oxigraph keeps."""
        return self.path / "quads"

    @property
    def ledger(self) -> Path:
        """What was read, when and with which version; the texts; where to look for likenesses."""
        return self.path / "ledger.sqlite"

    @property
    def decisions(self) -> Path:
        """Which entities are the same or not, as the user decided."""
        return self.path / "decisions.tsv"


def is_store(path: str | Path) -> bool:
    """Whether a folder is a store."""
    return (Path(path) / _HEAD).is_file()


def opened(path: str | os.PathLike[str]) -> StoreFolder:
    """The store that is at ``path``.

    Raises:
        StoreError: there is none, or it was made by a later version.
    """
    head = Path(path) / _HEAD
    try:
        said = json.loads(head.read_text(encoding="utf-8"))
        version, base = said["format"], Minter(said["base"]).base
    except NotADirectoryError as error:
        raise StoreError(
            f"{path} is a file, and this wants a store: kg add STORE {path} makes one"
        ) from error
    except FileNotFoundError as error:
        raise StoreError(f"{path} is no store: kg add {path} SOURCE... makes one") from error
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError(f"{head} cannot be read ({error}): restore it from a copy of the store") from error
    if version != FORMAT:
        raise StoreError(
            f"{path} has the layout {version}, this Thut reads {FORMAT}: "
            f"use the version that made it, or build the store anew"
        )
    return StoreFolder(Path(path), base)


def made(path: str | Path, base: str = "") -> StoreFolder:
    """The store at ``path``, made if nothing is there yet.

    Raises:
        StoreError: something else is there, its base is another, or the folder cannot be written.
        GraphError: ``base`` is no base of IRIs.
    """
    folder = Path(path)
    if is_store(folder):
        store = opened(folder)
        if base and base != store.base:
            raise StoreError(f"the IRIs of {path} start with {store.base}, not with {base}: leave --base out")
        return store
    if folder.exists() and (not folder.is_dir() or _holds_something(folder)):
        raise StoreError(f"{path} is there and is no store: name a new folder, or an empty one")
    minter = Minter(base or BASE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "quads").mkdir(exist_ok=True)
        # Last, and at one stroke: a folder is a store once all of it is there.
        part = folder / f".{_HEAD}.part"
        part.write_text(json.dumps({"format": FORMAT, "base": minter.base}) + "\n", encoding="utf-8")
        part.replace(folder / _HEAD)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written: {error.strerror or error}; choose another place"
        ) from error
    return StoreFolder(folder, minter.base)


def _holds_something(folder: Path) -> bool:
    """Whether more is in a folder than what a store leaves that was cut off as it was made."""
    return any(inside.name not in {"quads", f".{_HEAD}.part"} for inside in folder.iterdir())
