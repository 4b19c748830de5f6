"""Does a graph keep its word: the shapes of the ontology, and every quotation against its document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.store import GraphStore, open_graph
from kg.validate.quotations import check_kept, check_lengths, check_quotations
from kg.validate.report import Problem, ValidationReport
from kg.validate.shapes import Progress, check_shapes

_PHRASES = """
SELECT ?phrase ?document ?start ?end ?quote WHERE {
  ?phrase a nif:Phrase .
  OPTIONAL { ?phrase nif:referenceContext ?document }
  OPTIONAL { ?phrase nif:beginIndex ?start }
  OPTIONAL { ?phrase nif:endIndex ?end }
  OPTIONAL { ?phrase nif:anchorOf ?quote }
} ORDER BY ?phrase"""
_DOCUMENTS = """
SELECT ?document ?name ?digest WHERE {
  ?document a thut:SourceDocument .
  OPTIONAL { ?document dcterms:identifier ?name }
  OPTIONAL { ?document schema:sha256 ?digest }
} ORDER BY ?document"""


def validate(
    graph: GraphStore | str | Path,
    texts: str | Path | Iterable[str | Path] | None = None,
    progress: Progress | None = None,
) -> ValidationReport:
    """Check a graph.

    Shapes are checked for every subject, in batches of subjects, so that the time grows with the
    size of the graph and no faster. Quotations are checked for their length and, where ``texts``
    has the document, character by character.

    Args:
        graph: a store, or the file of a graph.
        texts: the sources that the graph was built from (files, folders, archives). A document is
            known by the digest of its bytes, else by its name. Without them quotations are held against
            the texts that a store on disk keeps.
        progress: called after each batch.

    Raises:
        GraphError: the graph cannot be read.

    >>> from kg import build
    >>> from kg.store import MemoryStore
    >>> validate(MemoryStore(build(samples=True).quads)).ok
    True
    """
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    problems = set(check_shapes(store, progress))
    phrases = [tuple(row) for row in store.query(_PHRASES).rows]
    problems.update(check_lengths(phrases))
    documents = store.query(_DOCUMENTS).rows
    if texts is None:
        compared, found = check_kept(phrases, store.text)
    else:
        paths = [texts] if isinstance(texts, str | Path) else texts
        compared, found = check_quotations(phrases, documents, [str(path) for path in paths])
    problems.update(found)
    return ValidationReport(
        statements=len(store),
        documents=len(documents),
        quotations=len(phrases),
        compared=compared,
        problems=tuple(sorted(problems)),
    )


__all__ = ["Problem", "ValidationReport", "validate"]
