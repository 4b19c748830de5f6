"""The signatures of the stages: what a component of your own has to look like.

A component is a plain callable; no base class, nothing to inherit. Give one as an object where a
function takes a component, or declare it as an entry point (see :mod:`kg.registry`) and name it.
Low in the house: knows only :mod:`kg.model`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from kg.model import Document, Entity, Extraction, Mention


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of a source into a document.

    Must hold: ``raw`` is the decoded source, untouched; every span of ``text`` maps back to ``raw``.
    Raises :class:`kg.errors.DocumentError` for a source that it cannot read, never gives ``None``.
    """

    def __call__(self, data: bytes, name: str, location: str = "", /) -> Document:
        """The document that ``data`` holds; ``name`` is unique in a run, ``location`` is for messages."""
        ...


@runtime_checkable
class Recognizer(Protocol):
    """Finds mentions in a document.

    Must hold: ``document.text[mention.span] == mention.surface``. Mentions may overlap; a recognizer
    sees no other recognizer's mentions.
    """

    def __call__(self, document: Document, /) -> Iterable[Mention]:
        """The mentions in ``document``, in any order."""
        ...


@runtime_checkable
class Linker(Protocol):
    """Says which mentions of a document mean the same thing.

    Must hold: each name among the mentions belongs to one entity at most; ids are distinct.
    """

    def __call__(self, document: Document, mentions: Sequence[Mention], /) -> Iterable[Entity]:
        """The entities that ``mentions`` speak of."""
        ...


@runtime_checkable
class Extractor(Protocol):
    """Reads a whole document: mentions, entities, relations and claims.

    Must hold: each piece of evidence quotes the raw text, ``document.raw[span] == quote``; the same
    document gives an equal extraction, in any process.
    """

    def __call__(self, document: Document, /) -> Extraction:
        """All that was read out of ``document``."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """Writes a graph file in another format.

    Must hold: the same graph gives the same bytes; ``target`` is complete or absent.
    """

    def __call__(self, graph: Path, target: Path, /) -> None:
        """Write ``graph`` to ``target``."""
        ...
