"""The formats of a graph, by the suffix of a file."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat

from kg.errors import FormatError

FORMATS: dict[str, RdfFormat] = {
    "ttl": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
"""Suffix to format."""

_ALSO = {
    "turtle": "ttl",
    "ntriples": "nt",
    "nquads": "nq",
    "json-ld": "jsonld",
    "xml": "rdf",
    "rdfxml": "rdf",
}


def format_of(path: str | Path, name: str | None = None) -> str:
    """The format of a file (``ttl trig nt nq jsonld rdf``), by ``name`` if given, else by its suffix.

    >>> format_of("graph.TTL"), format_of("-", "turtle")
    ('ttl', 'ttl')

    Raises:
        FormatError: neither says which.
    """
    wanted = (name or ("" if str(path) == "-" else Path(path).suffix)).lower().lstrip(".")
    wanted = _ALSO.get(wanted, wanted)
    if wanted in FORMATS:
        return wanted
    known = " ".join(f".{suffix}" for suffix in FORMATS)
    if str(path) == "-" and not name:
        raise FormatError(f"standard input and output have no suffix: name the format, one of {known}")
    said = f"format {name!r}" if name else f"{path}: suffix {Path(path).suffix!r}"
    raise FormatError(f"{said} names no format of a graph; want one of {known}")
