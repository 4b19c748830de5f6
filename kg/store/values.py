"""Things as a query lists them behind VALUES."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_MANY = 500


def nodes(iris: Iterable[str]) -> str:
    """IRIs as VALUES of a query lists them.

    >>> nodes(["urn:b", "urn:a"])
    '<urn:b> <urn:a>'
    """
    return " ".join(f"<{iri}>" for iri in iris)


def listed(iris: Iterable[str]) -> Iterator[str]:
    """IRIs in order, as VALUES of a query lists them, in lots that an engine takes well.

    >>> list(listed(["urn:b", "urn:a"]))
    ['<urn:a> <urn:b>']
    """
    ordered = sorted(iris)
    for start in range(0, len(ordered), _MANY):
        yield nodes(ordered[start : start + _MANY])
