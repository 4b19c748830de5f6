"""The view of a store that is filled from a file: line by line, since most lines stand in it as they are.

A line loses the name of its graph, and is in the view. Only lines about things that are merged, and about
claims of such things, are looked at one by one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import compress, count, islice
from operator import eq

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from kg.catalogue import Counts
from kg.merging.folding import (
    AS_IT_IS,
    CLAIM_PARTS,
    CLAIM_ROWS,
    ENTITY_ROWS,
    EVIDENCE,
    Fold,
    claim_rows,
    entity_rows,
    parts_of,
)
from kg.rdf.terms import plain
from kg.store.linking import Clusters
from kg.store.plain_lines import Columns, PlainLines
from kg.vocab import DCTERMS, NIF, RDF, THUT, Minter


def _node(iri: str) -> bytes:
    return f"<{iri}>".encode()


_WEIGHED = frozenset(map(_node, (NIF + "confidence", NIF + "anchorOf", DCTERMS + "title")))
"""What is read of the words and steps of a claim, and of their documents, to say how sure it is."""
_NAMELESS = (b"_:", b"<<")
_TYPE, _DOCUMENT = map(_node, (RDF + "type", THUT + "SourceDocument"))
_AS_IT_IS, _ENTITY_ROWS, _CLAIM_ROWS = (
    frozenset(map(_node, iris)) for iris in (AS_IT_IS, ENTITY_ROWS, CLAIM_ROWS)
)
_MOVES, _WEIGHS = 1, 2


class ViewOfFile:
    """The view, as the lines of a file come by.

    Args:
        lines: the lines of the file.
        minter: the one that the graphs were made with.
    """

    def __init__(self, lines: PlainLines, minter: Minter) -> None:
        self._lines = lines
        self._minter = minter
        store = Store()
        store.bulk_load(b"\n".join(lines.merges), RdfFormat.N_QUADS)
        self._clusters = Clusters.stored(store, minter)
        self._fold = Fold(self._clusters.canonical, self._clusters.trust, minter)
        moved = {_node(iri): _node(chosen) for iri, chosen in self._clusters.canonical.items()}
        claims: dict[str, str] = {}
        self._doubts: dict[str, float] = {}
        self._evidence: list[Quad] = []
        self._look_up(frozenset(moved), claims)
        self._groups = frozenset(map(_node, {*claims, *claims.values()}))
        self._merged = frozenset(map(_node, {*self._clusters.canonical, *self._clusters.members}))
        weighed = {plain(quad.object) for quad in self._evidence}
        weighed |= {iri.partition("#")[0] for iri in weighed}
        self._marked = dict.fromkeys(map(_node, weighed), _WEIGHS)
        self._marked |= dict.fromkeys(self._merged | self._groups, _MOVES)
        self._marks = frozenset(self._marked)
        self._objects = moved
        self._moved = frozenset(moved)
        self._subjects = moved | {_node(claim): _node(name) for claim, name in claims.items()}
        self._about: list[bytes] = []
        self._rows: list[bytes] = []
        self._by_graph: Counter[bytes] = Counter()
        self._by_predicate: Counter[bytes] = Counter()
        self._by_class: Counter[bytes] = Counter()
        self._documents: Counter[bytes] = Counter()

    def of(self, lines: Iterable[bytes]) -> bytes:
        """What some lines have in the view, as N-Triples; but for what :meth:`rest` gives.

        Raises:
            NotPlainError: a line has another form than Thut gives it.
        """
        columns = self._lines.columns(lines)
        self._count(columns)
        held = []
        if not (self._marks.isdisjoint(columns.subjects) and self._moved.isdisjoint(columns.objects)):
            held = self._set_apart(columns)
        out = {*held, *self._nameless(columns)} if self._lines.checked else set(held)
        seen = [line for n, line in enumerate(columns.bare) if n not in out] if out else list(columns.bare)
        # What stands in two graphs follows itself here, as lines are sorted.
        if any(map(eq, seen, islice(seen, 1, None))):
            seen = list(dict.fromkeys(seen))
        seen += self._seen(columns, held)
        return b" .\n".join(seen) + b" .\n" if seen else b""

    def rest(self) -> Iterator[Quad]:
        """What is known over all documents of merged things, and how sure claims about them are."""
        rows: dict[str, list[Quad]] = defaultdict(list)
        for quad in parse(b"".join(self._rows), format=RdfFormat.N_QUADS):
            rows[self._fold.entity(plain(quad.subject))].append(quad)
        for chosen in sorted(rows):
            yield from entity_rows(chosen, rows[chosen])
        about = parse(b"".join(self._about), format=RdfFormat.N_QUADS)
        yield from claim_rows(self._evidence, about, self._doubts, self._minter)

    def counts(self) -> Counts:
        """How much there was in all the lines."""
        named = {
            "graphs": {graph[: graph.index(b">")].decode("utf-8"): n for graph, n in self._by_graph.items()},
            "properties": {name[1:-1].decode("utf-8"): n for name, n in self._by_predicate.items()},
            "classes": {name[1:-1].decode("utf-8"): n for name, n in self._by_class.items()},
            "documents": {name[1:-1].decode("utf-8"): n for name, n in self._documents.items()},
        }
        return Counts.from_json(named)

    def _look_up(self, moved: frozenset[bytes], claims: dict[str, str]) -> None:
        """The names in the view of the claims whose ends are in a merge, and their words and steps."""
        found = self._lines.claims_at(moved)
        about: dict[str, list[Quad]] = defaultdict(list)
        for quad in _parsed(self._lines.about(found, CLAIM_PARTS | EVIDENCE)):
            about[plain(quad.subject)].append(quad)
        for claim in sorted(about):
            said = parts_of(about[claim])
            if said is not None:
                claims[claim], self._doubts[claim] = self._fold.claim(said), self._fold.sure(said)
                self._evidence += _evidence(about[claim], claims[claim])
        met = {_node(iri) for iri in {*claims.values()} - claims.keys()}
        self._evidence += map(_unnamed, _parsed(self._lines.about(met, EVIDENCE)))

    def _count(self, columns: Columns) -> None:
        names = Counter(columns.predicates)
        self._by_graph.update(columns.graphs)
        self._by_predicate.update(names)
        if _TYPE not in names:
            return
        kinds = Counter(compress(columns.objects, map(_TYPE.__eq__, columns.predicates)))
        self._by_class.update({kind: n for kind, n in kinds.items() if not kind.startswith((b"_:", b'"'))})
        if _DOCUMENT in kinds:
            rows = zip(columns.subjects, columns.predicates, columns.objects, strict=True)
            typed = [s for s, predicate, kind in rows if kind == _DOCUMENT and predicate == _TYPE]
            self._documents.update([s for s in typed if not s.startswith(_NAMELESS)])

    def _set_apart(self, columns: Columns) -> list[int]:
        """Which lines are about what moves; those that say how sure claims are are kept."""
        # One look into a table after the other: few lines of a block are about anything that is marked.
        marks = list(map(self._marked.get, columns.subjects))
        near = list(compress(count(), marks))
        held = {n for n in near if marks[n] == _MOVES}
        held.update(compress(count(), map(self._moved.__contains__, columns.objects)))
        for n in near:
            if n not in held and columns.predicates[n] in _WEIGHED:
                self._about.append(columns.bare[n] + b" <" + columns.graphs[n])
        return sorted(held)

    def _nameless(self, columns: Columns) -> Iterator[int]:
        ends = enumerate(zip(columns.subjects, columns.objects, strict=True))
        return (n for n, (s, o) in ends if s.startswith(_NAMELESS) or o.startswith(_NAMELESS))

    def _seen(self, columns: Columns, held: Iterable[int]) -> Iterator[bytes]:
        """What lines about what moves are in the view."""
        for n in held:
            subject, predicate, value = columns.subjects[n], columns.predicates[n], columns.objects[n]
            if value.startswith(_NAMELESS) or subject.startswith(_NAMELESS):
                continue
            if predicate in _AS_IT_IS:
                yield columns.bare[n]
            elif predicate in _ENTITY_ROWS and subject in self._merged:
                self._rows.append(columns.bare[n] + b" <" + columns.graphs[n])
            elif not (predicate in _CLAIM_ROWS and subject in self._groups):
                yield b" ".join(
                    (self._subjects.get(subject, subject), predicate, self._objects.get(value, value))
                )


def _parsed(text: bytes) -> Iterator[Quad]:
    return iter(parse(text, format=RdfFormat.N_QUADS))


def _unnamed(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)


def _evidence(about: Iterable[Quad], group: str) -> Iterator[Quad]:
    node = NamedNode(group)
    for quad in about:
        if quad.predicate.value in EVIDENCE:
            yield Quad(node, quad.predicate, quad.object)
