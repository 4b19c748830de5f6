"""What read a document: a digest of the rules, tables and lexicon, which an upgrade changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from kg.installed import declared
from kg.lexicon import ontology_path

_PACKAGE = Path(__file__).parent
# What a document's graph depends on, and what the merges do. Whole packages: an upgrade changes most of them,
# and a module that is added to one counts from the first day.
_BOTH = (
    "entities", "lexicon", "mentions", "rdf", "values", "expressions.py", "model.py", "text.py", "vocab.py",
)  # fmt: skip
_READING = ("documents", "relations", "assembling.py", "confidence.py", "extract.py")
_LINKING = ("merging", "store")
_BATCHING = ("across", "batches", "coverage.py", "errors.py", "failures.py", "report.py")
_KNOWLEDGE = ("lexicon", "tables", "thut.ttl")


@cache
def reading_stamp(reader: str, extractor: str) -> str:
    """A digest of all that a document's graph depends on, besides the document.

    Args:
        reader: the name of the reader.
        extractor: the name of the extractor; of a package other than Thut its version counts.
    """
    others = (_package(group, name) for group, name in (("readers", reader), ("extractors", extractor)))
    return _digest(_code(_READING), (reader, extractor, *others, _foundation()))


@cache
def batch_stamp(reader: str, extractor: str) -> str:
    """A digest of all that the graphs of documents and their report depend on, besides the documents.

    Args:
        reader: as for :func:`reading_stamp`.
        extractor: likewise.
    """
    return _digest(_code(_BATCHING), (reading_stamp(reader, extractor),))


@cache
def linking_stamp() -> str:
    """A digest of all that merges depend on, besides the documents' graphs."""
    return _digest(_code(_LINKING), (_foundation(),))


@cache
def _foundation() -> str:
    """A digest of what reading and merging both depend on: code, and the tables and the lexicon."""
    return _digest(chain(_code(_BOTH), _files(ontology_path(), _KNOWLEDGE, "")), ())


def _digest(files: Iterable[Path], named: Iterable[str]) -> str:
    found = hashlib.sha256()
    for name in named:
        found.update(f"{name}\0".encode())
    for path in files:
        found.update(path.name.encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _code(names: Iterable[str]) -> Iterator[Path]:
    return _files(_PACKAGE, names, ".py")


def _files(root: Path, names: Iterable[str], suffix: str) -> Iterator[Path]:
    for name in names:
        path = root / name
        yield from [path] if path.is_file() else _inside(path, suffix)


def _inside(folder: Path, suffix: str) -> Iterator[Path]:
    """The files of a folder and of the folders in it, in order; ``Path.rglob`` takes ten times as long."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(suffix):
                yield Path(place, name)


def _package(group: str, name: str) -> str:
    """The package that declares a component, with its version."""
    found = sorted(point for point in declared(f"kg.{group}") if point.name == name)
    return ", ".join(point.package for point in found if point.package)
