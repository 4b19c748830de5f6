"""Questions to a graph, in SPARQL or by the name of one that ships."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kg.errors import QueryError, UsageError
from kg.query.formats import RESULT_FORMATS, TRIPLE_FORMATS, render, width
from kg.query.misfits import misfits, unknown_terms
from kg.query.shipped import Parameter, ShippedQuery, bind, most_rows, shipped_queries, with_things
from kg.store import GraphStore, Results, open_graph


def query(
    graph: GraphStore | str | Path,
    question: str | Path,
    parameters: Mapping[str, str] | None = None,
    timeout: float | None = None,
    *,
    things: bool = False,
) -> Results:
    """Ask a graph a question.

    Args:
        graph: a store, or the file of a graph.
        question: SPARQL 1.1, the path of a file with it, or the name of a shipped query. The
            prefixes of :data:`kg.vocab.PREFIXES` need not be declared.
        parameters: for a shipped query: what it is about. An entity goes by any of its names.
        timeout: seconds after which to give up.
        things: of a shipped query, which gives names, give the things and claims behind them, too, in
            further columns; for :func:`kg.explain.explain`.

    Returns:
        Columns and rows; see :class:`kg.store.Results`, and :func:`render` for text.

    Raises:
        QueryError: the question is malformed, unknown, refused or too slow, or a parameter does
            not fit; says where and what would do.
        GraphError: the graph cannot be read.

    >>> from kg import build
    >>> from kg.store import MemoryStore
    >>> graph = MemoryStore(build(samples=True).quads)
    >>> [row[3] for row in query(graph, "members", {"framework": "ACMECS"}).rows]
    ['กัมพูชา', 'ลาว', 'เมียนมา', 'เวียดนาม', 'ไทย']
    >>> query(graph, "ASK { ?meeting a thut:Meeting }").answer
    True
    """
    shipped = shipped_queries().get(str(question))
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    if shipped is not None:
        return _shipped(store, shipped, parameters or {}, timeout, things=things)
    if parameters:
        given, names = ", ".join(parameters), ", ".join(shipped_queries())
        raise QueryError(f"parameters ({given}) go with a shipped query only: {names}")
    return store.query(text_of(question), timeout)


def _shipped(
    store: GraphStore,
    question: ShippedQuery,
    parameters: Mapping[str, str],
    timeout: float | None,
    *,
    things: bool,
) -> Results:
    bound = bind(question, parameters, store)
    sparql, most = most_rows(with_things(bound) if things else bound)
    found = store.query(sparql, timeout)
    if most is None:
        return found
    if len(found) > most:
        return Results(found.columns, found.terms[:most], more=True)
    # Fewer than there might be, if what comes first has no rows: then all are looked at.
    rows = next(parameter.name for parameter in question.parameters if parameter.kind == "rows")
    every = _shipped(store, question, {**parameters, rows: "all"}, timeout, things=things)
    return Results(every.columns, every.terms[:most], more=len(every) > most)


def rows_of(
    graph: GraphStore,
    question: str | Path,
    parameters: Mapping[str, str] | None = None,
    row: int | None = None,
) -> Results:
    """The rows of a question with the things behind them; all, or one, counted from 1 as they are shown.

    Several where several claims come to the one row of names that a shipped query shows.

    Raises:
        UsageError: there is no such row.
        QueryError: as :func:`query`.
    """
    full = query(graph, question, parameters, things=True)
    if row is None:
        return full
    shown = query(graph, question, parameters)
    if not 1 <= row <= len(shown):
        raise UsageError(f"row {row}: the query gives {len(shown)} rows, counted from 1")
    if shown.triples is not None:
        return Results(triples=shown.triples[row - 1 : row])
    chosen = shown.terms[row - 1]
    return Results(full.columns, tuple(line for line in full.terms if line[: len(chosen)] == chosen))


def text_of(question: str | Path) -> str:
    """The SPARQL of a question that is SPARQL, or the path of a file with it.

    Raises:
        QueryError: it is neither, or the file cannot be read.
    """
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
    "misfits",
    "query",
    "render",
    "rows_of",
    "shipped_queries",
    "text_of",
    "unknown_terms",
    "width",
]
