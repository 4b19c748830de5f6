"""The one that writes to a store: documents' graphs come or go with all that follows from them.

One document, or several, are one transaction: their graphs, what holds across documents, the merges that
they make or break, and the view. Whoever looks at the store sees it before or after, never between.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.errors import StoreError
from kg.lexicon import load
from kg.merging import NONE, Decisions, read_decisions, record, resolve_all
from kg.merging.folding import folded
from kg.merging.keys import keys
from kg.merging.resolve import Held
from kg.rdf import shared_quads
from kg.rdf.terms import GraphName, plain
from kg.store.cataloguing import StoreCatalogue
from kg.store.derived import derived_quads, stored_rows, things_and_claims
from kg.store.folder import StoreFolder, made
from kg.store.ledger import Ledger, LedgerChange, LedgerEntry, now
from kg.store.linking import Clusters, Known, Linking, merge_quads_of
from kg.store.refold import Refold, RowsOf, can_be_named
from kg.store.revision import Revision
from kg.store.rows import rows_of
from kg.store.transactions import opened_for_writing, replaced, write
from kg.vocab import DCTERMS, Minter

if TYPE_CHECKING:
    from kg.store.engine import Graphs


@dataclass(frozen=True, slots=True)
class Change:
    """What the graph of a document is to hold (nothing: the document goes), and what is known of it.

    ``entry`` is what the ledger is to say of it, ``text`` the text of the document as it was decoded.
    """

    graph: str
    quads: Sequence[Quad]
    entry: LedgerEntry | None = None
    text: str | None = None


_FLUSHED = 60_000  # statements; the engine would hold half a gigabyte of them in memory
_LINKED_BY, _DECIDED, _INDEXED = "linked by", "decided", "indexed"


class StoreWriter:
    """A store that is open for writing, which only one process can have at a time.

    Args:
        path: the folder of the store; made where there is none.
        base: the base of its IRIs, where it is made.
        linking: what tells the rules of merging apart from earlier ones: where the store was linked by
            others, all merges are worked out again as it opens.

    Raises:
        StoreError: another process writes to it, or it cannot be read or made.
    """

    def __init__(self, path: str | Path, base: str = "", *, linking: str = "") -> None:
        self.folder: StoreFolder = made(path, base)
        self.minter = Minter(self.folder.base)
        self._store = opened_for_writing(self.folder)
        self.ledger = Ledger(self.folder.ledger)
        self.decisions: Decisions = NONE
        if self.folder.decisions.exists():
            self.decisions = read_decisions(self.folder.decisions)
        self.catalogue = StoreCatalogue(self._store, self.minter)
        self._clusters = Clusters.stored(self._store, self.minter)
        self._known = Known()
        self._written = 0
        linked_by = self.ledger.state(_LINKED_BY)
        # A caller that names no linking rules keeps those the store was linked with.
        self._linked_by = linking or linked_by.removeprefix("by ")
        if linked_by != f"by {self._linked_by}":
            self.settle()
        elif self.ledger.state(_DECIDED) != _written(self.decisions):
            self._decide_anew(self.ledger.state(_DECIDED))
        if not self.catalogue.is_current():
            self._write(self.catalogue.rows(), self.catalogue.of(self._store))
        self.remove_all([entry.document for entry in self.ledger.leaving()])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let others write."""
        self.ledger.close()
        # Else the next to open it would have to read what was last written once more.
        self._store.flush()
        # Oxigraph lets go of its folder when nobody refers to the store.
        del self._store, self.catalogue, self._clusters

    def documents(self) -> dict[str, str]:
        """The documents of the store: IRI by name."""
        asked = f"SELECT ?name ?document {{ GRAPH ?document {{ ?document <{DCTERMS}identifier> ?name }} }}"
        return {plain(name): plain(document) for name, document in rows_of(self._store, asked)}

    def quads(self, graph: str) -> list[Quad]:
        """What a graph holds, in no order."""
        return list(self._store.quads_for_pattern(None, None, None, NamedNode(graph)))

    def put(self, graph: str, quads: Sequence[Quad], entry: LedgerEntry, text: str | None = None) -> bool:
        """Let a document's graph hold ``quads`` and nothing else.

        Args:
            graph: the IRI of the document.
            quads: what it holds, each in that graph.
            entry: what the ledger is to say of it.
            text: the text of the document, as it was decoded.

        Returns:
            Whether the graph changed.

        Raises:
            StoreError: the graph is one of those that the store works out itself, or writing failed.
        """
        return self.put_all([Change(graph, quads, entry, text)])[0]

    def put_all(self, changes: Sequence[Change]) -> list[bool]:
        """Let the graphs of several documents hold other quads, all of them or none.

        What follows from them is worked out once for all: much of it is of things of which many tell.

        Args:
            changes: one for each of the graphs.

        Returns:
            Whether each graph changed.

        Raises:
            StoreError: a graph is one of those that the store works out itself, or writing failed.
        """
        if not changes:
            return []
        for change in changes:
            if change.graph.startswith(f"{self.folder.base}graph/"):
                raise StoreError(f"<{change.graph}> is worked out from the documents: change those")
        graphs = {NamedNode(change.graph): change.quads for change in changes}
        revision = Revision(self._store, self.folder.base, graphs)
        told = [LedgerChange(change.graph, change.entry, change.text) for change in changes]
        touched = {quad.graph_name for quad in revision.old.keys() ^ revision.new.keys()}
        if not touched:
            self.ledger.announce(told, ())
            self.ledger.settle(told, ())
            return [False] * len(changes)
        leaving, coming, clusters, names = self._changes(revision)
        stale = {(key, iri) for iri, own in names.items() for key in self.ledger.keys(iri) if key not in own}
        fresh = sorted((key, iri) for iri, own in names.items() for key in own)
        self.ledger.announce(told, fresh)
        try:
            self._commit(revision, leaving, coming)
        except BaseException:
            self._known = Known()  # of a revision that has not come to be
            raise
        self._clusters = clusters
        self.ledger.settle(told, sorted(stale))
        return [NamedNode(change.graph) in touched for change in changes]

    def remove(self, graph: str) -> bool:
        """Let a document go, and forget it; whether it was there."""
        return self.remove_all([graph])[0]

    def remove_all(self, graphs: Iterable[str]) -> list[bool]:
        """Let several documents go, and forget them; whether each was there."""
        gone = list(graphs)
        known = self.ledger.of_documents(gone)
        entries = {graph: replace(entry, status="leaving") for graph, entry in known.items()}
        return self.put_all([Change(graph, (), entries.get(graph)) for graph in gone])

    def give(self, graph: str, quads: Iterable[Quad]) -> bool:
        """Let a graph hold the triples of ``quads``, whatever they are; whether it changed.

        Such a graph may be empty, and counts as a document that somebody else has read.
        """
        name = NamedNode(graph)
        own = [Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads]
        entry = LedgerEntry(name=graph, document=graph, status="given", read_at=now())
        changed = self.put(graph, own, entry)
        if not own:
            self._store.add_graph(name)
        return changed

    def update(self, sparql: str, default_graphs: Graphs = None, named_graphs: Graphs = None) -> None:
        """Do a SPARQL 1.1 Update, all of it or nothing, then work out anew what follows from the documents.

        Triples that it leaves in the default graph, and that no document states, are kept in a graph of
        their own.

        Raises:
            QueryError: the update is malformed or reaches out of the store.
        """
        from kg.store.engine import change  # noqa: PLC0415 - who adds documents waits for no SPARQL

        before = set(self._store.quads_for_pattern(None, None, None, DefaultGraph()))
        # Should the process end in between, the next that writes works it all out.
        self.ledger.set_state(_LINKED_BY, "")
        change(self._store, sparql, self.folder.base, default_graphs, named_graphs)
        after = set(self._store.quads_for_pattern(None, None, None, DefaultGraph()))
        unnamed = NamedNode(f"{self.folder.base}unnamed")
        gone, come = (
            [Quad(q.subject, q.predicate, q.object, unnamed) for q in quads]
            for quads in (before - after, after - before)
        )
        for quad in gone:
            self._store.remove(quad)
        self._store.extend(come)
        self.settle()

    def fill(self, path: Path) -> None:
        """Fill the store, which is empty, from a file of graphs; what they rest on is taken as it is.

        Raises:
            GraphError: the file cannot be read, or is malformed.
            StoreError: it was not written by a build, or there are documents in the store.
        """
        from kg.store.filling import fill  # noqa: PLC0415 - as above

        if len(self._store):
            raise StoreError(f"{self.folder.path} holds documents already: add to it document by document")
        fill(self._store, path, self.minter, self.catalogue)
        self._clusters = Clusters.stored(self._store, self.minter)
        self.ledger.set_state(_INDEXED, "")
        self.ledger.write(
            LedgerEntry(name=name, document=iri, location=str(path), status="given", read_at=now())
            for name, iri in self.documents().items()
        )

    def settle(self) -> None:
        """Work out from the documents, all of them, what stands beyond them, and the view."""
        documents = list(self._documents())
        beyond: list[Quad] = []
        if documents:  # a new store has none, and waits for no lexicon
            beyond += shared_quads(documents, load(), self.minter)
            beyond += resolve_all(documents, self.decisions, self.minter)
        view = filter(can_be_named, folded([*documents, *beyond], self.minter))
        new = dict.fromkeys((*beyond, *view, *self.catalogue.of([*documents, *beyond])))
        old = {quad: None for quad in self._store if not self._is_of_a_document(quad)}
        if not old:
            self._store.bulk_extend(new)
        else:
            self._write([q for q in old if q not in new], [q for q in new if q not in old])
        self._clusters = Clusters.stored(self._store, self.minter)
        self._index()
        self.ledger.set_state(_DECIDED, _written(self.decisions))
        self.ledger.set_state(_LINKED_BY, f"by {self._linked_by}")

    def _decide_anew(self, before: str) -> None:
        """Work out the merges around the things of which something else was decided before."""
        now_decided = _written(self.decisions)
        old, new = (
            {(verdict, *pair) for verdict, pairs in json.loads(said or "{}").items() for pair in pairs}
            for said in (before, now_decided)
        )
        things = {iri for _, *pair in old ^ new for iri in pair}
        nothing = Revision(self._store, self.folder.base, {})
        leaving, coming, self._clusters, _ = self._changes(nothing, things)
        self._commit(nothing, leaving, coming)
        self.ledger.set_state(_DECIDED, now_decided)

    def _index(self) -> None:
        """Put every entity under its keys."""
        held = Held(self._documents(), self.minter)
        self.ledger.index((key, iri) for iri in held.entities() for key in sorted(keys(record(iri, held))))
        self.ledger.set_state(_INDEXED, "yes")

    def _changes(
        self, revision: Revision, others: Iterable[str] = ()
    ) -> tuple[dict[Quad, None], dict[Quad, None], Clusters, dict[str, frozenset[str]]]:
        """What leaves and what comes besides the document's own graph, the clusters and the keys.

        ``others`` are things that may be merged otherwise though the revision does not tell of them.
        """
        if not self.ledger.state(_INDEXED):
            self._index()
        things, claims = things_and_claims((*revision.old, *revision.new))
        things.update(others)
        new = derived_quads(revision, things, claims, self.minter)
        old = stored_rows(self._store, things, claims, self.minter)
        self._known.forget(things)
        linking = Linking(
            revision,
            self.ledger.entities,
            self._clusters,
            decisions=self.decisions,
            minter=self.minter,
            known=self._known,
        )
        linked = linking.relinked(things)
        merges_old = merge_quads_of(self._store, linked.looked_at, self.minter)
        merges_new = dict.fromkeys(linked.quads)
        rows = RowsOf(self._store, {*things, *claims}, new, self.minter)
        view = Refold(
            self._store,
            revision,
            before=self._clusters,
            after=linked.clusters,
            rows=rows,
            minter=self.minter,
        )
        view.work_out(things, linked.looked_at)
        leaving = {q: None for q in (*old, *merges_old) if q not in new and q not in merges_new}
        coming = {q: None for q in (*new, *merges_new) if q not in old and q not in merges_old}
        for one, other, into in (
            (merges_old, merges_new, view.leaving),
            (merges_new, merges_old, view.coming),
        ):
            into.update((Quad(q.subject, q.predicate, q.object), None) for q in one if q not in other)
        leaving.update((quad, None) for quad in view.leaving if quad not in view.coming)
        coming.update(view.coming)
        return leaving, coming, linked.clusters, dict(linked.keys)

    def _commit(self, revision: Revision, leaving: Iterable[Quad], coming: Iterable[Quad]) -> None:
        gone, come, dropped = replaced(revision)
        leaving, coming = list(leaving), list(coming)
        out, into = self.catalogue.changed(
            [*(quad for quad in revision.old if quad not in revision.new), *leaving],
            [*(quad for quad in revision.new if quad not in revision.old), *coming],
        )
        self._write([*gone, *leaving, *out], [*come, *coming, *into], dropped)

    def _write(self, gone: list[Quad], come: list[Quad], dropped: Iterable[GraphName] = ()) -> None:
        """One transaction."""
        try:
            write(self._store, gone, come, dropped)
            self._written += len(gone) + len(come)
            if self._written > _FLUSHED:
                self._store.flush()
                self._written = 0
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"{self.folder.path} cannot be written: {error}; what it held, it holds"
            ) from error

    def _documents(self) -> Iterator[Quad]:
        return (quad for quad in self._store if self._is_of_a_document(quad))

    def _is_of_a_document(self, quad: Quad) -> bool:
        name = quad.graph_name
        return not isinstance(name, DefaultGraph) and not name.value.startswith(f"{self.folder.base}graph/")


def _written(decisions: Decisions) -> str:
    said = {"same": sorted(decisions.same), "different": sorted(decisions.different)}
    return json.dumps(said, ensure_ascii=True)
