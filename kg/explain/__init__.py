"""Where a fact comes from: the sentences that state it, and the documents that they stand in."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from kg.errors import QueryError
from kg.explain.claims import ExplainedClaim, Quotation, Source
from kg.explain.explanation import Explanation
from kg.explain.targets import (
    claims_of_fact,
    claims_of_rows,
    claims_of_things,
    things_in_rows,
    with_what_stands_for,
)
from kg.explain.telling import is_mention, mentions, told
from kg.store import GraphStore, Results, find_things, open_graph


def explain(
    graph: GraphStore | str | Path,
    target: str | tuple[str, str, str] | Results,
    documents: Collection[str] = (),
    *,
    row: int | None = None,
    asked: str = "",
) -> Explanation:
    """The sentences that state a fact, or all that is stated of a thing.

    Args:
        graph: a store, or the file of a graph.
        target: the IRI of an assertion or of an entity, or any name of an entity (honorifics and
            spaces do not matter); a fact as subject, predicate, object (names or IRIs, the property
            by its local name); or the results of a query, whose rows are explained.
        documents: only quotations from these (name among the sources, or IRI); all when empty.
        row: of the results of a query only this row, counted from 1.
        asked: what the explanation calls what was asked for; the target itself when not given.

    Returns:
        The claims with their quotations, how sure they are, how many documents state them
        independently, and what contradicts them; behind those about a thing, where documents name it and
        tell nothing of it; as text, JSON or a page (see :class:`Explanation`).

    Raises:
        QueryError: nothing is called so, or nothing is stated of it.
        UsageError: there is no such row.
        GraphError: the graph cannot be read, or a claim in it is incomplete.

    >>> from kg import build
    >>> from kg.store import MemoryStore
    >>> graph = MemoryStore(build(samples=True).quads)
    >>> explain(graph, ("กัมพูชา", "participatesIn", "ACMECS")).claims[0].quotations[0].quote
    'ACMECS เป็นกรอบความร่วมมือของ 5 ประเทศ ได้แก่ กัมพูชา สปป. ลาว เมียนมา เวียดนาม และไทย'
    """
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    within = frozenset(documents)
    explained: list[ExplainedClaim]
    if isinstance(target, Results):
        said = "the rows of the query" if row is None else f"row {row} of the query"
        claims, cells = claims_of_rows(store, target, row), things_in_rows(target, row)
        # Where a thing is only named is no claim: rows without one are of that, in the documents they have.
        here = {cell for cell in cells if "/doc/" in cell}
        explained = told(store, claims, within) if claims else mentions(store, cells, within, here)
    elif isinstance(target, tuple):
        said = " ".join(target)
        if is_mention(target[1]):
            things = with_what_stands_for(store, find_things(store, target[0]))
            explained = mentions(store, things, within, target[2:])
        else:
            explained = told(store, claims_of_fact(store, *target), within)
    else:
        said, found = target, find_things(store, target)
        explained = told(store, claims_of_things(store, found), within)
        explained += mentions(store, with_what_stands_for(store, found), within)
    if not explained:
        where = f" in {', '.join(sorted(documents))}" if documents else ""
        raise QueryError(
            f"no claim is made about {said}{where}; kg query GRAPH evidence rows=all lists every claim"
        )
    return Explanation(asked or said, tuple(explained))


__all__ = ["ExplainedClaim", "Explanation", "Quotation", "Source", "explain"]
