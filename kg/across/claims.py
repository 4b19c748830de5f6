"""From rows of claims, sorted: how sure each claim is, and on how many documents that rest on no other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.errors import GraphError
from kg.rdf.independence import independent_groups
from kg.rdf.rows import ClaimRow, claim_of, claim_rows, text_of
from kg.rdf.shared import claim_lines
from kg.vocab import Minter

_OPEN = 64  # files
_ASKED = 1 << 12  # documents of which is known what was asked for
_ALONE = [[""]]  # the documents of a claim, where it does not matter which one it is
_ANY = "\0"  # where a claim is named, whichever it is: no IRI holds it


class _Known(NamedTuple):
    """Where the words of a document begin, in which file, and its title."""

    file: int
    at: int
    title: str


class Words:
    """The titles and the words of documents, found where batches have them.

    Args:
        path: a new file, for what is known of documents.
    """

    def __init__(self, path: Path) -> None:
        self._paths: list[Path] = []
        self._files: dict[int, BinaryIO] = {}
        self._asked: dict[str, _Known] = {}
        self._known = sqlite3.connect(path, isolation_level=None)
        # The file is gone with the work: nothing is lost when it breaks.
        self._known.execute("PRAGMA journal_mode = OFF")
        self._known.execute("PRAGMA synchronous = OFF")
        self._known.execute(
            "CREATE TABLE documents (name TEXT PRIMARY KEY, file INTEGER, at INTEGER, title TEXT)"
        )

    def add(self, quads: Path, rows: Iterable[bytes]) -> None:
        """Take in the documents of a batch: its file of statements, and its rows of documents.

        Raises:
            GraphError: another batch has one of them.
        """
        number = len(self._paths)
        self._paths.append(quads)
        self._known.execute("BEGIN")
        for row in rows:
            name, at, title = row[:-1].decode("utf-8").split("\t")
            known = (name, number, int(at), text_of(f'"{title}"')[0])
            try:
                self._known.execute("INSERT INTO documents VALUES (?, ?, ?, ?)", known)
            except sqlite3.IntegrityError as error:
                other = self._paths[self._of(name).file]
                raise GraphError(
                    f"document {name} is in two batches, {other} and {quads}: read it in one"
                ) from error
        self._known.execute("COMMIT")

    def groups(self, rows: Iterable[ClaimRow]) -> list[list[str]]:
        """The documents that state a claim, in groups that are independent of each other."""
        said: dict[str, set[str]] = {}
        titles: dict[str, str] = {}
        for row in rows:
            known = self._of(row.document)
            file = self._file(known.file)
            quotes = said.setdefault(row.document, set())
            for at, size in row.words:
                file.seek(known.at + at)
                quotes.add(text_of(file.read(size).decode("utf-8"))[0])
            titles[row.document] = known.title
        return independent_groups(said, titles)

    def close(self) -> None:
        """Let go of all files."""
        self._known.close()
        self._let_go()

    def _let_go(self) -> None:
        for file in self._files.values():
            file.close()
        self._files.clear()

    def _of(self, document: str) -> _Known:
        known = self._asked.get(document)
        if known is None:
            row = self._known.execute("SELECT file, at, title FROM documents WHERE name = ?", (document,))
            if len(self._asked) >= _ASKED:
                self._asked.clear()
            known = self._asked[document] = _Known(*row.fetchone())
        return known

    def _file(self, number: int) -> BinaryIO:
        if number not in self._files:
            if len(self._files) >= _OPEN:
                self._let_go()
            self._files[number] = self._paths[number].open("rb", buffering=0)
        return self._files[number]


def stated(rows: Iterable[bytes], words: Words, minter: Minter) -> Iterator[bytes]:
    """The lines about each claim in the graph of claims, a claim at a time.

    Args:
        rows: of claims, sorted, with their ends; see :mod:`kg.rdf.rows`.
        words: of all their documents.
        minter: the one that the documents' graphs were made with.
    """
    # What one document alone states needs no words to be told apart: by how sure it is, once for all claims.
    alone: dict[bytes, list[bytes]] = {}
    for claim, own in groupby(rows, key=claim_of):
        stating = list(own)
        if len(stating) > 1:
            told = list(claim_rows(stating))
            sure = {row.document: row.confidence for row in told}
            yield _lines(claim.decode("ascii"), sure, words.groups(told), minter)
            continue
        share = stating[0].split(b"\t", 2)[1]
        if share not in alone:
            alone[share] = _lines(_ANY, {"": float(share)}, _ALONE, minter).split(_ANY.encode())
        yield claim.join(alone[share])


def _lines(claim: str, sure: Mapping[str, float], groups: list[list[str]], minter: Minter) -> bytes:
    return "".join(claim_lines(minter.claim(claim), sure, groups, minter)).encode()
