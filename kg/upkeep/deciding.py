"""What the user decides of merges, against whatever the rules say."""

from __future__ import annotations

from collections.abc import Iterable

from kg.upkeep.opening import Paths, writer_of


def decide(store: Paths, verdict: str, things: Iterable[str], why: str = "") -> tuple[str, str]:
    """Decide that two things are the same or not, against whatever the rules of merging say.

    The decision is a line of the store's ``decisions.tsv``, which outlives every rebuild; take the line
    out, and the rules decide again.

    Args:
        store: the folder of the store.
        verdict: ``same``, ``not-same``, or ``forget`` for what was decided before.
        things: two names or IRIs, or the identifier of one merge.
        why: the reason, for people.

    Returns:
        The IRIs of the two.

    Raises:
        QueryError: the things are not found, or mean several.
        MergeError: it contradicts another decision.
        StoreError: there is no store, or another process writes to it.
    """
    from kg.merges import pair_of  # noqa: PLC0415 - the store loads when there is work on it
    from kg.merging.decisions import decided  # noqa: PLC0415
    from kg.rdf.atomic import write_bytes  # noqa: PLC0415
    from kg.store import open_graph  # noqa: PLC0415
    from kg.store.folder import opened  # noqa: PLC0415

    folder = opened(store)
    first, second = pair_of(open_graph(folder.path), things)
    before = folder.decisions.read_text(encoding="utf-8") if folder.decisions.exists() else ""
    after = decided(before, verdict, (first, second), why, str(folder.decisions))
    write_bytes(folder.decisions, [after.encode("utf-8")])
    with writer_of(folder.path, folder.base):
        # The merges follow the decisions as a writer opens.
        return first, second
