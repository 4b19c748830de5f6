"""The ledger of a store: what was read, when, with which version, and what failed.

It stands beside the graphs, not in them: it knows the clock and the places of files, of which nothing
may get into the graph. Before a document's graph changes the ledger says what is about to happen, and
afterwards that it has: work that was cut off in between is known, and is done again.
"""

from __future__ import annotations

import sqlite3
import weakref
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from urllib.parse import quote

from kg.errors import StoreError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    name TEXT PRIMARY KEY, document TEXT NOT NULL, location TEXT NOT NULL, root TEXT NOT NULL,
    sha256 TEXT NOT NULL, stamp TEXT NOT NULL, version TEXT NOT NULL, read_at TEXT NOT NULL,
    status TEXT NOT NULL, reason TEXT NOT NULL, error TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entries_of ON entries (document);
CREATE TABLE IF NOT EXISTS texts (
    document TEXT NOT NULL, sha256 TEXT NOT NULL, raw BLOB NOT NULL, PRIMARY KEY (document, sha256));
CREATE TABLE IF NOT EXISTS keys (
    key TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS keys_of ON keys (entity);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_MANY = 500  # values that one statement names


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What is known of a source.

    ``status`` is ``read``, ``failed``, ``skipped`` (a file that nobody asked for by name), ``given`` (a
    graph that was handed over as it is), or, where work was cut off, ``reading`` or ``leaving``. ``root``
    is the folder that a sync keeps the document with, empty where it was added by hand. ``stamp`` tells
    the rules and tables that read it, ``version`` names them for people. ``document`` is its IRI,
    ``read_at`` an ISO 8601 time in UTC.
    """

    name: str
    document: str
    location: str = ""
    root: str = ""
    sha256: str = ""
    stamp: str = ""
    version: str = ""
    read_at: str = ""
    status: str = "read"
    reason: str = ""
    error: str = ""


_ROW = attrgetter(*(field.name for field in fields(LedgerEntry)))  # what ``astuple`` gives, without copies


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """What the ledger is to say of a document that comes, changes or leaves, and its text."""

    document: str
    entry: LedgerEntry | None
    text: str | None = None


def now() -> str:
    """The time, in UTC, to the second; for the ledger alone, never for a graph."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, but undoes the half of a change that a killed writer left."""
    where = f"file:{quote(str(path))}"
    for mode in ("rw", "ro"):  # the second in a folder that must not be written to
        found = None
        try:
            found = sqlite3.connect(f"{where}?mode={mode}", uri=True, check_same_thread=False)
            found.execute("SELECT * FROM state LIMIT 1").fetchall()
        except sqlite3.Error as error:
            if found is not None:
                found.close()
            if mode == "ro" or not isinstance(error, sqlite3.OperationalError):
                raise
            continue
        found.execute("PRAGMA query_only = TRUE")
        return found
    raise AssertionError(mode)


def _made(path: Path) -> None:
    """A ledger in which nothing stands yet, there whole or not at all: who reads beside never finds half."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    made = sqlite3.connect(part, isolation_level=None)
    made.execute("PRAGMA journal_mode = OFF")  # a journal would outlive a killed process
    made.executescript(_SCHEMA)
    made.close()
    part.replace(path)


class Ledger:
    """The ledger in a file; one connection.

    Args:
        path: the file.
        reading: open what is there, and change nothing.

    Raises:
        StoreError: the file is no ledger, or cannot be opened.
    """

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        self.path = path
        with self._explained():
            if reading:
                self._db = _opened_to_read(path)
            else:
                if not path.exists():
                    _made(path)
                self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            # Whoever reads a store does not close it: the connection ends with the last who holds the ledger.
            self._end = weakref.finalize(self, self._db.close)
            if not reading:
                self._db.execute("PRAGMA journal_mode = TRUNCATE")
                # A killed process loses nothing so; after a power cut a document may have to be read again.
                self._db.execute("PRAGMA synchronous = NORMAL")
                self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        self._end()

    def entries(self) -> Iterator[LedgerEntry]:
        """All sources, by name."""
        with self._explained():
            rows = self._db.execute("SELECT * FROM entries ORDER BY name").fetchall()
        return (LedgerEntry(*row) for row in rows)

    def leaving(self) -> list[LedgerEntry]:
        """The sources whose documents were about to leave when work was cut off; by name."""
        with self._explained():
            rows = self._db.execute("SELECT * FROM entries WHERE status = 'leaving' ORDER BY name").fetchall()
        return [LedgerEntry(*row) for row in rows]

    def of_documents(self, documents: Iterable[str]) -> dict[str, LedgerEntry]:
        """The sources of some documents, by the IRI of the document."""
        found: dict[str, LedgerEntry] = {}
        for row in self._where("SELECT * FROM entries WHERE document IN", documents):
            entry = LedgerEntry(*row)
            found[entry.document] = entry
        return found

    def entry(self, name: str) -> LedgerEntry | None:
        """The source of this name."""
        with self._explained():
            row = self._db.execute("SELECT * FROM entries WHERE name = ?", (name,)).fetchone()
        return LedgerEntry(*row) if row else None

    def write(self, entries: Iterable[LedgerEntry]) -> None:
        """Put entries in the place of what stood under their names; no graph changes with them."""
        with self._explained(), self._transaction():
            for entry in entries:
                self._put(entry)

    def wipe(self, name: str) -> None:
        """Forget the source of this name."""
        with self._explained():
            self._db.execute("DELETE FROM entries WHERE name = ?", (name,))

    def text(self, document: str, sha256: str) -> str | None:
        """The text of a document as decoded from the bytes of this digest; None where it is not known."""
        with self._explained():
            row = self._db.execute(
                "SELECT raw FROM texts WHERE document = ? AND sha256 = ?", (document, sha256)
            ).fetchone()
        return zlib.decompress(row[0]).decode("utf-8") if row else None

    def announce(self, changes: Iterable[LedgerChange], keys: Iterable[tuple[str, str]]) -> None:
        """Before documents' graphs change: what is to happen, their texts, the new keys of their entities."""
        with self._explained(), self._transaction():
            for change in changes:
                entry = change.entry
                if entry is None:
                    continue
                self._put(entry if entry.status == "leaving" else replace(entry, status="reading"))
                if change.text is not None:
                    raw = zlib.compress(change.text.encode("utf-8"))
                    self._db.execute(
                        "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (change.document, entry.sha256, raw)
                    )
            self._db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", keys)

    def settle(self, changes: Iterable[LedgerChange], keys: Iterable[tuple[str, str]]) -> None:
        """After documents' graphs have changed: that they have, without the keys that hold no longer."""
        with self._explained(), self._transaction():
            self._db.executemany("DELETE FROM keys WHERE key = ? AND entity = ?", keys)
            for change in changes:
                entry = change.entry
                kept = "" if entry is None or entry.status == "leaving" else entry.sha256
                self._db.execute(
                    "DELETE FROM texts WHERE document = ? AND sha256 != ?", (change.document, kept)
                )
                if entry is not None and entry.status == "leaving":
                    self._db.execute("DELETE FROM entries WHERE name = ?", (entry.name,))
                elif entry is not None:
                    self._put(entry)

    def _put(self, entry: LedgerEntry) -> None:
        # A document may have been handed over under its IRI, and then be read under its name.
        self._db.execute("DELETE FROM entries WHERE document = ? AND name != ?", (entry.document, entry.name))
        self._db.execute(
            "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _ROW(entry)
        )

    def keys(self, entity: str) -> set[str]:
        """Under which keys an entity was put."""
        with self._explained():
            return {row[0] for row in self._db.execute("SELECT key FROM keys WHERE entity = ?", (entity,))}

    def entities(self, keys: Iterable[str]) -> set[str]:
        """The entities under any of ``keys``."""
        return {row[0] for row in self._where("SELECT entity FROM keys WHERE key IN", keys)}

    def _where(self, selected: str, values: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """The rows of a statement that ends with IN, for any of some values."""
        wanted = sorted({*values})
        with self._explained():
            for start in range(0, len(wanted), _MANY):
                some = wanted[start : start + _MANY]
                marks = ", ".join("?" * len(some))
                yield from self._db.execute(f"{selected} ({marks})", some)

    def index(self, keys: Iterable[tuple[str, str]]) -> None:
        """Put these keys, with their entities, in the place of all that there were."""
        with self._explained(), self._transaction():
            self._db.execute("DELETE FROM keys")
            self._db.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", keys)

    def version(self) -> int:
        """A number that changes whenever another process has changed the ledger, and so perhaps the store."""
        with self._explained():
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def state(self, name: str) -> str:
        """A value that the store keeps about itself; empty where it has none."""
        with self._explained():
            row = self._db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set_state(self, name: str, value: str) -> None:
        """Keep a value about the store itself."""
        with self._explained():
            self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(
                f"{self.path}: the ledger cannot be used: {error}; "
                "if it is broken, remove it: kg sync or kg add reads the documents again"
            ) from error
