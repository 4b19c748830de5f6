"""What was read already: finished batches in a work folder, so that a build that was ended goes on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from kg.across import open_batch
from kg.batches.tasks import Outcome
from kg.errors import GraphError, UsageError
from kg.failures import Failure

LEDGER: Final = "ledger.sqlite"

_TABLE = """
CREATE TABLE IF NOT EXISTS batches (
    key TEXT PRIMARY KEY, digest TEXT NOT NULL, documents INTEGER NOT NULL, lines BLOB NOT NULL,
    failures TEXT NOT NULL
) WITHOUT ROWID
"""
# The form of the table; one of another form is let go, and what it names is read again.
_FORM = 1


class BatchLedger:
    """The finished batches of a work folder, by their keys; one build at a time has it.

    A batch counts once its file is written and its row is committed; a file whose bytes are not those that
    the row names does not count.

    Args:
        folder: the work folder; made where there is none.
        stamp: what all outcomes depend on besides the documents (rules, tables, versions, the base of IRIs):
            what was noted under another stamp does not count.

    Raises:
        UsageError: another build works there, or the folder cannot be made.
        GraphError: the disk is full or broken.
    """

    def __init__(self, folder: Path, stamp: str) -> None:
        self.folder = folder
        self._stamp = stamp
        self._used: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"{folder} cannot be a work folder: {error.strerror or error}; name another (--work)"
            ) from error
        try:
            self._rows = self._opened()
        except sqlite3.DatabaseError:
            # What a crash of the machine left is no ledger: its batches are read again.
            for path in folder.glob(f"{LEDGER}*"):
                path.unlink()
            self._rows = self._opened()

    def _opened(self) -> sqlite3.Connection:
        rows = sqlite3.connect(self.folder / LEDGER, timeout=0, isolation_level=None)
        try:
            with _told(self.folder):
                # Exclusive: the lock goes with the process, however that ends.
                rows.execute("PRAGMA locking_mode = EXCLUSIVE")
                rows.execute("PRAGMA journal_mode = WAL")
                rows.execute("PRAGMA synchronous = NORMAL")
                if rows.execute("PRAGMA user_version").fetchone() != (_FORM,):
                    rows.execute("DROP TABLE IF EXISTS batches")
                    rows.execute(f"PRAGMA user_version = {_FORM}")
                rows.execute(_TABLE)
        except BaseException:
            rows.close()
            raise
        return rows

    def find(self, key: str) -> Outcome | None:
        """The outcome of a batch that was finished, if its file is whole."""
        with _told(self.folder):
            row = self._rows.execute(
                "SELECT digest, documents, lines, failures FROM batches WHERE key = ?",
                (self._named(key),),
            ).fetchone()
        if row is None:
            return None
        digest, documents, lines, failures = row
        batch = None
        if digest:
            try:
                batch = open_batch(self.folder, digest, documents)
            except GraphError:
                return None
        self._used.add(self._named(key))
        return Outcome(batch, lines, tuple(Failure(*failure) for failure in json.loads(failures)))

    def keep(self, key: str, outcome: Outcome) -> None:
        """Note a batch that is finished, unless reading it again could give something else."""
        if not outcome.final:
            return
        batch = outcome.batch
        failures = [[f.source, f.reason, f.kind, f.skipped] for f in outcome.failures]
        found = (batch.digest, batch.documents) if batch else ("", 0)
        with _told(self.folder):
            self._rows.execute(
                "INSERT OR REPLACE INTO batches VALUES (?, ?, ?, ?, ?)",
                (self._named(key), *found, outcome.lines, json.dumps(failures)),
            )
        self._used.add(self._named(key))

    @property
    def empty(self) -> bool:
        """Whether no batch was finished, in this build or in one before it."""
        with _told(self.folder):
            return self._rows.execute("SELECT 1 FROM batches LIMIT 1").fetchone() is None

    def tidy(self) -> None:
        """Let go of all that was not looked up or kept since the ledger was opened."""
        kept = set()
        with _told(self.folder):
            for key, digest in self._rows.execute("SELECT key, digest FROM batches").fetchall():
                if key in self._used:
                    kept.add(digest or "-")
                else:
                    self._rows.execute("DELETE FROM batches WHERE key = ?", (key,))
        for path in self.folder.iterdir():
            if not path.name.startswith(LEDGER) and path.name.partition(".")[0] not in kept:
                with suppress(OSError):
                    path.unlink()

    def _named(self, key: str) -> str:
        return f"{self._stamp} {key}"

    def close(self) -> None:
        """Let go of the folder."""
        self._rows.close()


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise UsageError(
                f"another build works in {folder}: wait for it, or name another work folder (--work)"
            ) from error
        raise GraphError(f"{folder}: cannot write: {error}") from error
