"""Questions to a graph, in SPARQL or by the name of one that ships."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kg.errors import QueryError
from kg.query.formats import RESULT_FORMATS, TRIPLE_FORMATS, render, width
from kg.query.shipped import Parameter, ShippedQuery, bind, shipped_queries
from kg.store import GraphStore, Results, open_graph


def query(
    graph: GraphStore | str | Path,
    question: str | Path,
    parameters: Mapping[str, str] | None = None,
    timeout: float | None = None,
) -> Results:
    """Ask a graph a question.

    Args:
        graph: a store, or the file of a graph.
        question: SPARQL 1.1, the path of a file with it, or the name of a shipped query. The
            prefixes of :data:`kg.vocab.PREFIXES` need not be declared.
        parameters: for a shipped query: what it is about. An entity goes by any of its names.
        timeout: seconds after which to give up.

    Returns:
        Columns and rows; see :class:`kg.store.Results`, and :func:`render` for text.

    Example:
        ``query("graph.ttl", "meetings-under-framework", {"framework": "ASEAN", "year": "2564"})``

    Raises:
        QueryError: the question is malformed, unknown, refused or too slow, or a parameter does
            not fit; says where and what would do.
        GraphError: the graph cannot be read.
    """
    shipped = shipped_queries().get(str(question))
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    if shipped is not None:
        return store.query(bind(shipped, parameters or {}, store), timeout)
    if parameters:
        given, names = ", ".join(parameters), ", ".join(shipped_queries())
        raise QueryError(f"parameters ({given}) go with a shipped query only: {names}")
    return store.query(_text(question), timeout)


def _text(question: str | Path) -> str:
    written = str(question)
    # SPARQL has braces, which neither the name of a query nor, as a rule, that of a file has.
    if isinstance(question, str) and ("{" in written or "\n" in written):
        return written
    path = Path(written)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not UTF-8 at byte {error.start}; save the query as UTF-8") from error
    except (OSError, ValueError) as error:
        if path.suffix in {".rq", ".sparql"}:
            raise QueryError(f"{path}: no such query file") from error
        if written.strip().split(" ")[0].upper() in {
            "SELECT",
            "ASK",
            "CONSTRUCT",
            "DESCRIBE",
            "PREFIX",
            "BASE",
        }:
            return written
    names = "\n".join(f"  {q.name:<26} {q.english}" for q in shipped_queries().values())
    raise QueryError(
        f"{written!r} is neither SPARQL, nor a file, nor the name of a shipped query; these ship:\n{names}"
    )


__all__ = [
    "RESULT_FORMATS",
    "TRIPLE_FORMATS",
    "Parameter",
    "ShippedQuery",
    "query",
    "render",
    "shipped_queries",
    "width",
]
