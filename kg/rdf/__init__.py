"""Extractions as RDF, and RDF in files.

Names load when they are first used: who reads, writes or asks waits for none of the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.rdf.formats import FORMATS, format_of
    from kg.rdf.mapping import DocumentGraph, document_graph, document_quads, to_quads
    from kg.rdf.nesting import refuse_too_deep
    from kg.rdf.read import decode, read_graph
    from kg.rdf.reified import reifiers
    from kg.rdf.service import Counts, Service, service_quads
    from kg.rdf.shared import shared_quads
    from kg.rdf.write import encode, write_graph, write_lines

_HOMES = {
    "Counts": "kg.rdf.service",
    "DocumentGraph": "kg.rdf.mapping",
    "FORMATS": "kg.rdf.formats",
    "Service": "kg.rdf.service",
    "decode": "kg.rdf.read",
    "document_graph": "kg.rdf.mapping",
    "document_quads": "kg.rdf.mapping",
    "encode": "kg.rdf.write",
    "format_of": "kg.rdf.formats",
    "read_graph": "kg.rdf.read",
    "refuse_too_deep": "kg.rdf.nesting",
    "reifiers": "kg.rdf.reified",
    "service_quads": "kg.rdf.service",
    "shared_quads": "kg.rdf.shared",
    "to_quads": "kg.rdf.mapping",
    "write_graph": "kg.rdf.write",
    "write_lines": "kg.rdf.write",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type checker reads the imports above
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


__all__ = [
    "FORMATS",
    "Counts",
    "DocumentGraph",
    "Service",
    "decode",
    "document_graph",
    "document_quads",
    "encode",
    "format_of",
    "read_graph",
    "refuse_too_deep",
    "reifiers",
    "service_quads",
    "shared_quads",
    "to_quads",
    "write_graph",
    "write_lines",
]
