"""One thing told of in many documents becomes one node: pure functions over what documents state.

``resolve`` and ``keys`` stand in the modules of their names.
"""

from kg.merging.decisions import NONE, Decisions, parse_decisions, read_decisions
from kg.merging.ladder import compare, conflict
from kg.merging.likeness import Likeness, rungs
from kg.merging.records import Fact, Record, Statements, record
from kg.merging.resolve import Merge, Resolution, merges_quads, resolve_all

__all__ = [
    "NONE",
    "Decisions",
    "Fact",
    "Likeness",
    "Merge",
    "Record",
    "Resolution",
    "Statements",
    "compare",
    "conflict",
    "merges_quads",
    "parse_decisions",
    "read_decisions",
    "record",
    "resolve_all",
    "rungs",
]
