"""Rows that the engine picks and puts together: it writes out what is asked for, and not each statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import QuerySolutions, Store


def rows_of(store: Store, select: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a SELECT, each with its terms in the order in which they are asked for.

    Args:
        store: what is asked.
        select: SPARQL with whole IRIs.
    """
    found = store.query(select)
    assert isinstance(found, QuerySolutions)  # noqa: S101 - what a SELECT gives
    return map(tuple, found)
