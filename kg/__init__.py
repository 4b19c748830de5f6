"""Thai diplomatic documents as a knowledge graph in which every fact leads to the words that state it.

    import kg
    result = kg.build("reports/", "graph")
    kg.query("graph/graph.ttl", "who-attended")

Names load when they are first used, so that ``import kg`` costs nothing. The functions stand in
modules of their own names; ``kg.query`` is the function, ``from kg.query import …`` reaches into
the module.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.build import BuildResult, build
    from kg.documents import document_from_text, read_document
    from kg.errors import KgError
    from kg.evaluate import Evaluation, evaluate
    from kg.explain import explain
    from kg.export import export
    from kg.extract import extract
    from kg.graph import project
    from kg.merges import merges
    from kg.model import Assertion, Document, Entity, Evidence, Extraction
    from kg.push import push
    from kg.query import query
    from kg.rdf import read_graph, write_graph
    from kg.registry import register
    from kg.report import Report
    from kg.serve import serve
    from kg.upkeep import UpkeepResult, add, decide, decisions, ledger, remove, sync
    from kg.validate import validate
    from kg.view import view

    __version__: str

__all__ = [
    "Assertion",
    "BuildResult",
    "Document",
    "Entity",
    "Evaluation",
    "Evidence",
    "Extraction",
    "KgError",
    "Report",
    "UpkeepResult",
    "__version__",
    "add",
    "build",
    "decide",
    "decisions",
    "document_from_text",
    "evaluate",
    "explain",
    "export",
    "extract",
    "ledger",
    "merges",
    "project",
    "push",
    "query",
    "read_document",
    "read_graph",
    "register",
    "remove",
    "serve",
    "sync",
    "validate",
    "view",
    "write_graph",
]

_HOMES = {
    "Assertion": "kg.model",
    "BuildResult": "kg.build",
    "Document": "kg.model",
    "Entity": "kg.model",
    "Evaluation": "kg.evaluate",
    "Evidence": "kg.model",
    "Extraction": "kg.model",
    "KgError": "kg.errors",
    "Report": "kg.report",
    "UpkeepResult": "kg.upkeep",
    "add": "kg.upkeep",
    "build": "kg.build",
    "decide": "kg.upkeep",
    "decisions": "kg.upkeep",
    "document_from_text": "kg.documents",
    "evaluate": "kg.evaluate",
    "explain": "kg.explain",
    "export": "kg.export",
    "extract": "kg.extract",
    "ledger": "kg.upkeep",
    "merges": "kg.merges",
    "project": "kg.graph",
    "push": "kg.push",
    "query": "kg.query",
    "read_document": "kg.documents",
    "read_graph": "kg.rdf",
    "register": "kg.registry",
    "remove": "kg.upkeep",
    "serve": "kg.serve",
    "sync": "kg.upkeep",
    "validate": "kg.validate",
    "view": "kg.view",
    "write_graph": "kg.rdf",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type checker reads the imports above
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - costs more than the rest of the import

        return version("thut")
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}: it has {', '.join(__all__)}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps ``kg.query`` the function, whichever comes first: its use, or the import of its module.

    Python sets a module as an attribute of its package once it is loaded. An eager
    ``from kg.query import query`` here would win over that, at the price of loading everything.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, ModuleType) and _HOMES.get(name) == value.__name__:
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
