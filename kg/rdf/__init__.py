"""Extractions as RDF, and RDF in files."""

from kg.rdf.formats import FORMATS, format_of
from kg.rdf.mapping import DocumentGraph, document_graph, document_lines, document_quads, to_quads
from kg.rdf.nesting import refuse_too_deep
from kg.rdf.read import decode, read_graph
from kg.rdf.reifiers import reifiers
from kg.rdf.service import Counts, Service, service_quads
from kg.rdf.shared import shared_quads
from kg.rdf.write import encode, write_graph, write_lines

__all__ = [
    "FORMATS",
    "Counts",
    "DocumentGraph",
    "Service",
    "decode",
    "document_graph",
    "document_lines",
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
