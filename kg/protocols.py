"""The signatures of the stages: what a component of your own has to look like.

A component is a plain callable; no base class, nothing to inherit. Give one as an object where a
function takes a component, or declare it as an entry point (see :mod:`kg.registry`) and name it.
Low in the house: knows only :mod:`kg.model`.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from kg.model import Document, Extraction


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
class Extractor(Protocol):
    """Reads a whole document: mentions, entities, relations and claims.

    Must hold: each piece of evidence quotes the raw text, ``document.raw[span] == quote``; the same
    document gives an equal extraction, in any process.
    """

    def __call__(self, document: Document, /) -> Extraction:
        """All that was read out of ``document``."""
        ...
