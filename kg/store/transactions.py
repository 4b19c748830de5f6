"""The Oxigraph of a store, opened to be written to, and what is written to it at one stroke."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress

from pyoxigraph import DefaultGraph, Quad, Store

from kg.errors import StoreError
from kg.rdf.terms import GraphName
from kg.store.folder import StoreFolder
from kg.store.refold import can_be_named
from kg.store.revision import Revision


def opened_for_writing(folder: StoreFolder) -> Store:
    """The Oxigraph store of a folder.

    Raises:
        StoreError: another process writes to it, or it is broken.
    """
    try:
        store = Store(str(folder.quads))
    except OSError as error:
        if "LOCK" in str(error) or "lock" in str(error):
            raise StoreError(
                f"{folder.path} is being written to by another process: wait until it is done"
            ) from error
        raise StoreError(f"{folder.path} cannot be opened: {error}; restore it from a copy") from error
    # The engine leaves a log of its own at each opening, and would keep a thousand of them: 137 MB.
    for log in folder.quads.glob("LOG.old.*"):
        with suppress(OSError):
            log.unlink()
    return store


def replaced(revision: Revision) -> tuple[list[Quad], list[Quad], list[GraphName]]:
    """What leaves and what comes of the graphs that a revision replaces, and which are dropped before."""
    gone: dict[GraphName, list[Quad]] = defaultdict(list)
    for quad in revision.old:
        if quad not in revision.new:
            gone[quad.graph_name].append(quad)
    kept = {quad.graph_name for quad in revision.new}
    # A statement with a blank node cannot be named, and a graph that is emptied would still be listed.
    dropped = {name for name, quads in gone.items() if name not in kept or not all(map(can_be_named, quads))}
    return (
        [quad for name, quads in gone.items() if name not in dropped for quad in quads],
        [quad for quad in revision.new if quad.graph_name in dropped or quad not in revision.old],
        sorted(dropped, key=str),
    )


def write(store: Store, gone: Iterable[Quad], come: Iterable[Quad], dropped: Iterable[GraphName]) -> None:
    """Change what a store holds, in one transaction."""
    gone, come = list(gone), list(come)
    first = ";\n".join(f"DROP GRAPH {name}" for name in dropped)
    if gone or first:
        steps = [first, _data("DELETE", gone), _data("INSERT", come)]
        store.update(";\n".join(step for step in steps if step))
    else:
        store.extend(come)


def _data(what: str, quads: Iterable[Quad]) -> str:
    """``INSERT DATA`` or ``DELETE DATA``, graph by graph."""
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        by_graph.setdefault(name, []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    parts = []
    for name, lines in by_graph.items():
        body = "\n".join(lines)
        parts.append(f"GRAPH {name} {{\n{body}\n}}" if name else body)
    return f"{what} DATA {{\n" + "\n".join(parts) + "\n}" if parts else ""
