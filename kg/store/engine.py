"""Questions and changes to a store of Oxigraph, in memory or on disk."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QueryTriples, Store

from kg.errors import QueryError
from kg.store.dataset import Clauses, clauses, with_using
from kg.store.ordering import ordered
from kg.store.results import Results
from kg.store.sparql import malformed, refuse_reaching_out, refuse_side_effects, refuse_too_deep
from kg.vocab import PREFIXES

Graphs = Sequence[str] | None


def ask(
    store: Store,
    sparql: str,
    base: str,
    *,
    timeout: float | None = None,
    default_graphs: Graphs = None,
    named_graphs: Graphs = None,
) -> Results:
    """The results of a query that reads.

    Args:
        store: what is asked.
        sparql: SPARQL 1.1, SELECT, ASK, CONSTRUCT or DESCRIBE; the prefixes of
            :data:`kg.vocab.PREFIXES` are known.
        base: what relative IRIs stand under.
        timeout: seconds after which to give up. The engine cannot be stopped: it works on in the
            background until it is done or the process ends.
        default_graphs: the graphs whose union is the default graph; that of the store when neither
            this nor ``named_graphs`` is given.
        named_graphs: the graphs that the query may name. Both win over FROM in the query.

    Raises:
        QueryError: the query is malformed, changes the graph, reaches out of it, or takes too long.
    """
    refuse_side_effects(sparql)
    refuse_too_deep(sparql)
    if timeout is None:
        return _answer(store, sparql, base, default_graphs, named_graphs)
    answers: queue.SimpleQueue[Results | QueryError] = queue.SimpleQueue()

    def work() -> None:
        try:
            answers.put(_answer(store, sparql, base, default_graphs, named_graphs))
        except QueryError as error:
            answers.put(error)

    threading.Thread(target=work, name="kg-query", daemon=True).start()
    try:
        answer = answers.get(timeout=timeout)
    except queue.Empty:
        raise QueryError(
            f"the query took longer than {timeout:g} s; bind more of its variables, add LIMIT, "
            "or allow it more time"
        ) from None
    if isinstance(answer, QueryError):
        raise answer
    return answer


def change(
    store: Store, sparql: str, base: str, default_graphs: Graphs = None, named_graphs: Graphs = None
) -> None:
    """Do a SPARQL 1.1 Update, all of it or nothing.

    Args:
        store: what is changed.
        sparql: the update.
        base: what relative IRIs stand under.
        default_graphs: the graphs whose union is matched where the update names none (USING).
        named_graphs: the graphs that its patterns may name (USING NAMED).

    Raises:
        QueryError: the update is malformed, reaches out of the store, or says USING or WITH
            while ``default_graphs`` or ``named_graphs`` are given.
    """
    refuse_reaching_out(sparql)
    _nodes([*(default_graphs or ()), *(named_graphs or ())])
    text = with_using(sparql, default_graphs, named_graphs)
    try:
        store.update(text, base_iri=base, prefixes=PREFIXES)
    except SyntaxError as error:
        raise malformed(text, str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the update failed: {error}") from error


def _answer(store: Store, sparql: str, base: str, default_graphs: Graphs, named_graphs: Graphs) -> Results:
    """The results, put in order here where that can be."""
    plan = ordered(sparql)
    if plan is not None:
        try:
            found = _ask(store, plan.sparql, base, default_graphs, named_graphs)
        except QueryError:
            # What is wrong is said of the query as it was asked.
            return _ask(store, sparql, base, default_graphs, named_graphs)
        rows = plan.rows(found.columns, found.terms)
        if rows is not None:
            return Results(found.columns[: len(found.columns) - plan.more], rows)
    return _ask(store, sparql, base, default_graphs, named_graphs)


def _ask(store: Store, sparql: str, base: str, default_graphs: Graphs, named_graphs: Graphs) -> Results:
    try:
        dataset = _dataset(store, sparql, base, default_graphs, named_graphs)
        if dataset is None:
            found = store.query(sparql, base_iri=base, prefixes=PREFIXES)
        else:
            default, named = (_nodes(names) for names in (dataset.default, dataset.named))
            one = len(default) < 2  # noqa: PLR2004 - a single graph is no union
            found = (store if one else _merged(store, default, named)).query(
                sparql,
                base_iri=base,
                prefixes=PREFIXES,
                default_graph=[*default] if one else DefaultGraph(),
                named_graphs=[*named],
            )
        if isinstance(found, QueryBoolean):
            return Results(answer=bool(found))
        if isinstance(found, QueryTriples):
            return Results(triples=tuple(sorted(set(found), key=str)))
        columns = tuple(variable.value for variable in found.variables)
        return Results(columns, tuple(tuple(solution) for solution in found))
    except SyntaxError as error:
        raise malformed(sparql, str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error


def _dataset(
    store: Store, sparql: str, base: str, default_graphs: Graphs, named_graphs: Graphs
) -> Clauses | None:
    """The dataset that is asked for; None where it is that of the store."""
    if default_graphs is not None or named_graphs is not None:
        return Clauses(tuple(default_graphs or ()), tuple(named_graphs or ()))
    said = clauses(sparql, base)
    for iri in (*said.default, *said.named) if said else ():
        if not store.contains_named_graph(_node(iri)):
            raise QueryError(
                f"FROM <{iri}> is refused: there is no such graph here, and a query reads no file and no "
                "address; SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists the graphs that there are"
            )
    return said


def _merged(store: Store, default: Iterable[NamedNode], named: Iterable[NamedNode]) -> Store:
    """These graphs alone, the first of them in one.

    Oxigraph can take a union as it queries, but then a triple that stands in two graphs counts twice.
    """
    merged = Store()
    for name in default:
        merged.extend(Quad(*quad.triple) for quad in _quads(store, name))
    for name in named:
        merged.extend(_quads(store, name))
    return merged


def _quads(store: Store, name: NamedNode) -> Iterator[Quad]:
    return store.quads_for_pattern(None, None, None, name)


def _nodes(iris: Iterable[str]) -> list[NamedNode]:
    return [_node(iri) for iri in dict.fromkeys(iris)]


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} cannot name a graph: want an absolute IRI ({error})") from error


__all__ = ["ask", "change"]
