"""Graphs that answer questions."""

from kg.rdf.terms import Term, plain
from kg.store.memory import MemoryStore, open_graph, open_writable
from kg.store.names import find_property, find_things
from kg.store.protocol import GraphStore, WritableStore
from kg.store.results import Results

__all__ = [
    "GraphStore",
    "MemoryStore",
    "Results",
    "Term",
    "WritableStore",
    "find_property",
    "find_things",
    "open_graph",
    "open_writable",
    "plain",
]
