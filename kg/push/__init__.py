"""The graphs of a store to a SPARQL server, through the Graph Store Protocol that most servers have."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.push.journal import Journal
from kg.push.server import GraphServer, RefusedThere, Unreachable
from kg.rdf import encode
from kg.store import GraphStore, open_graph, plain

_NAMES = "SELECT ?graph { GRAPH ?graph {} }"
# So many failures one after another are no longer about one graph.
_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class PushResult:
    """What a push did, by the IRIs of graphs.

    ``sent`` and ``removed`` are changed on the server, ``same`` were there already. ``failed`` has what
    the server refused (or the server itself, where it did not answer) with the reason. ``waiting`` lists
    graphs not attempted because the server was unreachable or earlier graphs failed; the next push retries
    ``failed`` and ``waiting``. ``gone`` are on the server and no longer here, and were left there.
    ``theirs`` are shared graphs that the server works out itself from those of documents, as ``kg serve
    --writable`` does.
    """

    url: str
    sent: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the server has all that it should."""
        return not self.failed and not self.waiting


def push(
    graph: GraphStore | str | Path,
    url: str,
    *,
    token: str = "",
    prune: bool = False,
    again: bool = False,
    state: str | Path | None = None,
    tries: int = 5,
    backoff: float = 0.5,
    timeout: float = 60.0,
    progress: Callable[[int, str], None] | None = None,
) -> PushResult:
    """Bring a SPARQL server to what a store holds: each document's graph, then the shared ones.

    A graph is replaced at one stroke, so the server never has half a document. What was sent is noted
    in a state file with the digest of its content: the same call again sends only what differs, and
    goes on where one was broken off. A server that has lost what it was sent is sent all of it.

    Args:
        graph: a store, or its path: a store on disk, or a file with named graphs (``.trig .nq .jsonld``).
        url: the server's address for graphs, such as ``http://localhost:7878/store`` (Oxigraph) or
            ``https://host/dataset/data`` (Fuseki); a name and a password in it are sent as such.
        token: sent as ``Authorization: Bearer``.
        prune: remove what an earlier push sent and the store no longer has.
        again: send everything, whatever the state file says.
        state: where the state file is; ``pushed.jsonl`` in a store on disk, ``FILE.pushed.jsonl`` beside
            a file, and none for a store in memory, when not given.
        tries: how often one graph is tried while the server is away, busy or failing.
        backoff: seconds before the second try; twice as long before each further one.
        timeout: seconds that one request may take.
        progress: called with a number and the name of each graph before it is looked at.

    Returns:
        What was done and what failed; see :class:`PushResult`. What the server refuses is no exception.

    Raises:
        GraphError: the graph cannot be read, or has no named graphs.
        UsageError: ``url`` is no address of a server.

    Example (it needs the server)::

        kg.push("graph.trig", "http://localhost:7878/store").sent
    """
    server = GraphServer(url, token, tries, backoff, timeout)
    store = open_graph(graph) if isinstance(graph, str | Path) else graph
    names = _in_order(store)
    if not names:
        raise GraphError(
            f"{graph if isinstance(graph, str | Path) else 'the store'}: no named graphs to push; "
            "build or export .trig or .nq, which keep each document in a graph of its own"
        )
    journal = Journal(_state(graph, state), server.address)
    run = _Run(server, journal, f"{store.base}graph/")
    try:
        if again or run.lost():
            journal.forget()
        run.push(store, names, prune, progress or (lambda _number, _name: None))
    finally:
        server.close()
        journal.close()
    return run.result(set(names))


def _in_order(store: GraphStore) -> dict[str, Any]:
    """The named graphs as the store names them, by IRI: those of documents first."""
    found = {plain(row[0]): row[0] for row in store.query(_NAMES).terms}
    shared = f"{store.base}graph/"
    return {name: found[name] for name in sorted(found, key=lambda name: (name.startswith(shared), name))}


def _state(graph: GraphStore | str | Path, state: str | Path | None) -> Path | None:
    if state is not None:
        return Path(state)
    if not isinstance(graph, str | Path) or str(graph) == "-":
        return None
    path = Path(graph)
    return path / "pushed.jsonl" if path.is_dir() else path.with_name(f"{path.name}.pushed.jsonl")


@dataclass(slots=True)
class _Run:
    """One push, as it goes."""

    server: GraphServer
    journal: Journal
    shared: str  # with this the IRIs of shared graphs begin
    sent: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    theirs: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    in_a_row: int = 0
    away: bool = False

    def lost(self) -> bool:
        """Whether the server no longer has the first or the last graph that it was sent."""
        known = list(self.journal.known)
        try:
            return any(not self.server.has(name) for name in dict.fromkeys([*known[:1], *known[-1:]]))
        except RefusedThere:
            return False  # what it lets be done, the push will tell
        except Unreachable as error:
            self.failed.append((self.server.address, str(error)))
            self.away = True
            return False

    def push(
        self, store: GraphStore, names: dict[str, Any], prune: bool, progress: Callable[[int, str], None]
    ) -> None:
        shared = self.shared
        vanished = sorted(set(self.journal.known) - set(names)) if prune else []
        steps: Iterator[tuple[str, Any]] = iter(
            [
                *((name, names[name]) for name in names if not name.startswith(shared)),
                *((name, None) for name in vanished),
                *((name, names[name]) for name in names if name.startswith(shared)),
            ]
        )
        for number, (name, node) in enumerate(steps):
            progress(number, name)
            # Shared graphs speak of documents: not before all of those are there.
            if self.away or (name.startswith(shared) and node and (self.failed or self.waiting)):
                self.waiting.append(name)
            elif node is None:
                self._try(name, self.removed, lambda name=name: self.server.delete(name), "")  # type: ignore[misc]
            else:
                self._replace(store, name, node)

    def _replace(self, store: GraphStore, name: str, node: object) -> None:
        body = b"".join(encode(store.quads(node), "nt"))  # type: ignore[arg-type]
        digest = hashlib.sha256(body).hexdigest()
        if self.journal.known.get(name) == digest:
            self.same.append(name)
        else:
            self._try(name, self.sent, lambda: self.server.put(name, body), digest)

    def _try(self, name: str, done: list[str], act: Callable[[], None], digest: str) -> None:
        try:
            act()
        except RefusedThere as error:
            if error.conflict and name.startswith(self.shared):
                self.theirs.append(name)
                return
            self.failed.append((name, str(error)))
            self.in_a_row += 1
            self.away = error.final or self.in_a_row >= _IN_A_ROW
        except Unreachable as error:
            self.failed.append((name, str(error)))
            self.away = True
        else:
            self.in_a_row = 0
            self.journal.note(name, digest)
            done.append(name)

    def result(self, names: set[str]) -> PushResult:
        return PushResult(
            url=self.server.address,
            sent=tuple(self.sent),
            same=tuple(self.same),
            removed=tuple(self.removed),
            gone=tuple(sorted(set(self.journal.known) - names)),
            waiting=tuple(self.waiting),
            theirs=tuple(self.theirs),
            failed=tuple(self.failed),
        )


__all__ = ["PushResult", "push"]
