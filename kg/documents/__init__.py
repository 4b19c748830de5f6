"""Sources to documents: find, decode, clean, and tell the parts of a page."""

from __future__ import annotations

from kg.documents.clean import RULES, Cleaned, clean
from kg.documents.decode import decode
from kg.documents.profiles import Layout, lay_out
from kg.documents.read import document_from_text, document_id, read_document
from kg.documents.sources import MAX_BYTES, READABLE, Found, SourceFailure, SourceFile, find_sources

__all__ = [
    "MAX_BYTES",
    "READABLE",
    "RULES",
    "Cleaned",
    "Found",
    "Layout",
    "SourceFailure",
    "SourceFile",
    "clean",
    "decode",
    "document_from_text",
    "document_id",
    "find_sources",
    "lay_out",
    "read_document",
]
