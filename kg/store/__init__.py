"""Graphs that answer questions.

Names load when they are first used: who reads, writes or asks waits for none of the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.rdf.terms import Term, is_iri, plain
    from kg.store.memory import MemoryStore, open_graph, open_writable
    from kg.store.names import find_property, find_things
    from kg.store.protocol import GraphStore, WritableStore
    from kg.store.results import Results
    from kg.store.values import listed, nodes

_HOMES = {
    "GraphStore": "kg.store.protocol",
    "MemoryStore": "kg.store.memory",
    "Results": "kg.store.results",
    "Term": "kg.rdf.terms",
    "WritableStore": "kg.store.protocol",
    "find_property": "kg.store.names",
    "find_things": "kg.store.names",
    "is_iri": "kg.rdf.terms",
    "listed": "kg.store.values",
    "nodes": "kg.store.values",
    "open_graph": "kg.store.memory",
    "open_writable": "kg.store.memory",
    "plain": "kg.rdf.terms",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type checker reads the imports above
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


__all__ = [
    "GraphStore",
    "MemoryStore",
    "Results",
    "Term",
    "WritableStore",
    "find_property",
    "find_things",
    "is_iri",
    "listed",
    "nodes",
    "open_graph",
    "open_writable",
    "plain",
]
