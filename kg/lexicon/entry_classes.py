"""Entries of which the grammar knows more than their names: ``ontology/tables/entry_classes.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.errors import LexiconError
from kg.lexicon.tables import read_table


def entries_of(name: str) -> frozenset[str]:
    """The ids of the entries of a class.

    >>> "post-dpm" in entries_of("held_besides_another")
    True

    Raises:
        LexiconError: the table has no such class.
    """
    known = _classes()
    if name not in known:
        raise LexiconError(f"table entry_classes has no class {name!r}; it has {', '.join(sorted(known))}")
    return known[name]


def sole_entry_of(name: str) -> str:
    """The id of the one entry of a class.

    >>> sole_entry_of("asean")
    'body-asean'

    Raises:
        LexiconError: the table has no such class, or more than one entry of it.
    """
    entries = entries_of(name)
    if len(entries) > 1:
        raise LexiconError(f"table entry_classes has {len(entries)} entries of {name!r}, where one is meant")
    return next(iter(entries))


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("entry_classes"):
        found.setdefault(row["class"], set()).add(row["entry"])
    return MappingProxyType({name: frozenset(entries) for name, entries in found.items()})
