"""What the user decides of merges, against whatever the rules say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.errors import MergeError
from kg.sources import AnyPath
from kg.upkeep.opening import writer_of
from kg.vocab import CLASSES, THUT

if TYPE_CHECKING:
    from kg.merges import DecisionShown
    from kg.store import GraphStore


def decide(store: AnyPath, verdict: str, things: Iterable[str], why: str = "") -> tuple[str, str]:
    """Decide that two things are the same or not, against whatever the rules of merging say.

    The decision is a line of the store's ``decisions.tsv``, which outlives every rebuild; take the line
    out, and the rules decide again.

    Args:
        store: the folder of the store.
        verdict: ``same``, ``not-same``, or ``forget`` for what was decided before.
        things: two names or IRIs, or the identifier of one merge or decision, or its beginning.
        why: the reason, for people.

    Returns:
        The IRIs of the two.

    Raises:
        QueryError: the things are not found, or mean several.
        MergeError: it contradicts another decision, or the two are of different classes.
        StoreError: there is no store, or another process writes to it.

    >>> from tempfile import TemporaryDirectory
    >>> from kg import add, merges
    >>> with TemporaryDirectory() as store:
    ...     _ = add(store, samples=True)
    ...     first, second = decide(store, "not-same", [merges(store).merges[0].identifier])
    ...     print(len(merges(store)), len(decisions(store)))
    0 1
    """
    from kg.merges import pair_of  # noqa: PLC0415 - the store loads when there is work on it
    from kg.merging.decisions import decided, decision_lines  # noqa: PLC0415
    from kg.rdf.atomic import write_bytes  # noqa: PLC0415
    from kg.store import open_graph  # noqa: PLC0415
    from kg.store.folder import opened  # noqa: PLC0415

    folder = opened(store)
    before = folder.decisions.read_text(encoding="utf-8") if folder.decisions.exists() else ""
    graph = open_graph(folder.path)
    first, second = pair_of(graph, things, [pair for _, pair, _ in decision_lines(before)])
    if verdict == "same":
        _refuse_unlike(graph, first, second)
    after = decided(before, verdict, (first, second), why, str(folder.decisions))
    write_bytes(folder.decisions, [after.encode("utf-8")])
    with writer_of(folder.path, folder.base):
        # The merges follow the decisions as a writer opens.
        return first, second


def decisions(store: AnyPath) -> tuple[DecisionShown, ...]:
    """What was decided in a store, in the order in which it was.

    Raises:
        StoreError: there is no store.
        MergeError: a line of ``decisions.tsv`` cannot be read; says which.

    >>> from tempfile import TemporaryDirectory
    >>> from pathlib import Path
    >>> from kg import add
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "visit.txt").write_text("นายสมชาย ใจดี เดินทางเยือนญี่ปุ่น", "utf-8")
    ...     _ = add(f"{folder}/archive", f"{folder}/visit.txt")
    ...     print(decisions(f"{folder}/archive"))
    ()
    """
    from kg.merges import decided  # noqa: PLC0415 - the store loads when there is work on it
    from kg.store import open_graph  # noqa: PLC0415
    from kg.store.folder import opened  # noqa: PLC0415

    folder = opened(store)
    if not folder.decisions.exists():
        return ()
    text = folder.decisions.read_text(encoding="utf-8")
    return decided(open_graph(folder.path), text, str(folder.decisions))


def _refuse_unlike(graph: GraphStore, first: str, second: str) -> None:
    """A person is no framework, whoever decides so."""
    from kg.rdf.ontology import kinds_of  # noqa: PLC0415 - the store loads when there is work on it

    kinds = {
        iri: {
            cls
            for row in graph.query(f"SELECT DISTINCT ?c {{ GRAPH ?d {{ <{iri}> dcterms:type ?c }} }}").rows
            for cls in CLASSES
            if row[0].removeprefix(THUT) in kinds_of(cls)
        }
        for iri in (first, second)
    }
    if not kinds[first] & kinds[second]:
        said = " and ".join(
            f"<{iri}> is {'/'.join(sorted(of)) or 'in no document'}" for iri, of in kinds.items()
        )
        raise MergeError(f"{said}: they cannot be the same")
