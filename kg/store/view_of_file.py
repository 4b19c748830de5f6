"""The view of a store that is filled from a file: line by line, since most lines stand in it as they are.

A line loses the name of its graph, and is in the view. Only lines about things that are merged, and about
claims of such things, are taken apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import eq
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.catalogue import Counts
from kg.merging.folding import (
    AS_IT_IS,
    CLAIM_ROWS,
    ENTITY_ROWS,
    EVIDENCE,
    Fold,
    claim_rows,
    entity_rows,
    parts_of,
)
from kg.rdf.literals import term
from kg.rdf.terms import plain
from kg.store.linking import Clusters
from kg.store.refold import can_be_named
from kg.vocab import DCTERMS, NIF, RDF, THUT, Minter

_ENDS = (term(RDF + "subject"), term(RDF + "object"))
_WEIGHED = frozenset(f"<{iri}>".encode() for iri in (NIF + "confidence", NIF + "anchorOf", DCTERMS + "title"))
"""What is read of the words and steps of a claim, and of their documents, to say how sure it is."""
_GRAPH = re.compile(rb'[^<>"]*> \.')
_IRI = re.compile(rb'<[^<>"]*>')
_ODD, _ESCAPES = (b"\t", b"\r"), (b"\\u", b"\\U")
_BEGINS, _NAMELESS = (b"<", b"_:"), (b"_:", b"<<")
_TYPE, _DOCUMENT = (f"<{iri}>".encode() for iri in (RDF + "type", THUT + "SourceDocument"))
_MOVES, _WEIGHS = 1, 2


class _Lines(NamedTuple):
    """Lines of N-Quads in columns: whole, without their graphs, and their parts; a graph with what follows.

    Where lines have another form than Thut gives them, the parts are not what they are called.
    """

    whole: Sequence[bytes]
    bare: Sequence[bytes]
    subjects: Sequence[bytes]
    predicates: Sequence[bytes]
    objects: Sequence[bytes]
    graphs: Sequence[bytes]

    @classmethod
    def of(cls, text: bytes) -> _Lines | None:
        """The lines of a text, but for empty ones; None where one has fewer parts."""
        # One thing is done to all lines at a time: Python does that much faster than all to one line.
        lines = [line for line in text.split(b"\n") if line]
        try:
            bare, _, graphs = zip(*[line.rpartition(b" <") for line in lines], strict=True)
            subjects, predicates, objects = zip(*[line.split(b" ", 2) for line in bare], strict=True)
        except ValueError:
            return None if lines else cls((), (), (), (), (), ())
        return cls(lines, bare, subjects, predicates, objects, graphs)


class ViewOfFile:
    """The view, as the lines of a file come by.

    Args:
        store: a store that holds the graphs of the file, and no view.
        minter: the one that the graphs were made with.
    """

    def __init__(self, store: Store, minter: Minter) -> None:
        self._minter = minter
        self._clusters = Clusters.stored(store, minter)
        self._fold = Fold(self._clusters.canonical, self._clusters.trust, minter)
        self._claims: dict[str, str] = {}
        self._doubts: dict[str, float] = {}
        self._evidence: list[Quad] = []
        self._look_up(store)
        self._groups = {*self._claims, *self._claims.values()}
        self._merged = {*self._clusters.canonical, *self._clusters.members}
        self._moved = frozenset(f"<{iri}>".encode() for iri in self._clusters.canonical)
        weighed = {plain(quad.object) for quad in self._evidence}
        weighed |= {iri.partition("#")[0] for iri in weighed}
        self._marked = {f"<{iri}>".encode(): _WEIGHS for iri in weighed}
        self._marked |= {f"<{iri}>".encode(): _MOVES for iri in self._merged | self._groups}
        self._about: list[bytes] = []
        self._rows: dict[str, list[Quad]] = defaultdict(list)
        self._by_graph: Counter[bytes] = Counter()
        self._by_predicate: Counter[bytes] = Counter()
        self._by_class: Counter[bytes] = Counter()
        self._documents: Counter[bytes] = Counter()

    def of(self, text: bytes) -> bytes:
        """What lines of N-Quads are in the view, as N-Triples; but for what :meth:`rest` gives."""
        odd = any(sign in text for sign in _ODD)
        # Most texts have no escape at all, and one character is found sooner than two.
        odd = odd or (b"\\" in text and any(sign in text for sign in _ESCAPES))
        if odd or (found := self._lines(text)) is None:
            # Written in another way than Thut does: in Thut's, it means the same.
            text = serialize(parse(text, format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS) or b""
            found = self._lines(text)
        assert found is not None  # noqa: S101 - what the engine writes has the form that is read here
        return found

    def rest(self) -> Iterator[Quad]:
        """What is known over all documents of merged things, and how sure claims about them are."""
        for chosen in sorted(self._rows):
            yield from entity_rows(chosen, self._rows[chosen])
        about = parse(b"".join(self._about), format=RdfFormat.N_QUADS)
        yield from claim_rows(self._evidence, about, self._doubts, self._minter)

    def counts(self) -> Counts:
        """How much there was in all the lines."""
        named = {
            "graphs": {graph[:-3].decode("utf-8"): n for graph, n in self._by_graph.items()},
            "properties": {name[1:-1].decode("utf-8"): n for name, n in self._by_predicate.items()},
            "classes": {name[1:-1].decode("utf-8"): n for name, n in self._by_class.items()},
            "documents": {name[1:-1].decode("utf-8"): n for name, n in self._documents.items()},
        }
        return Counts.from_json(named)

    def _look_up(self, store: Store) -> None:
        """The names in the view of the claims whose ends are in a merge, and their words and steps."""
        found = sorted(
            {
                plain(quad.subject)
                for iri in self._clusters.canonical
                for end in _ENDS
                for quad in store.quads_for_pattern(None, end, NamedNode(iri), None)
            }
        )
        for claim in found:
            about = list(store.quads_for_pattern(NamedNode(claim), None, None, None))
            said = parts_of(about)
            if said is not None:
                self._claims[claim], self._doubts[claim] = self._fold.claim(said), self._fold.sure(said)
                self._evidence += _evidence(about, self._claims[claim])
        for group in sorted({*self._claims.values()} - self._claims.keys()):
            about = list(store.quads_for_pattern(NamedNode(group), None, None, None))
            self._evidence += _evidence(about, group)

    def _lines(self, text: bytes) -> bytes | None:
        """See :meth:`of`; None where the text has another form."""
        lines = _Lines.of(text)
        if lines is None:
            return None
        graphs, names, things = Counter(lines.graphs), Counter(lines.predicates), set(lines.subjects)
        heads = {value[:2] for value in lines.objects}
        nameless = not heads.isdisjoint(_NAMELESS) or any(thing.startswith(_NAMELESS) for thing in things)
        if (
            # A space too many stands before a part or behind it.
            any(head.startswith(b" ") for head in heads)
            or b" " in {value[-1:] for value in lines.objects}
            or not all(map(_GRAPH.fullmatch, graphs.keys() - self._by_graph.keys()))
            or not all(map(_IRI.fullmatch, names.keys() - self._by_predicate.keys()))
            or not all(thing.startswith(_BEGINS) for thing in things)
        ):
            return None
        self._by_graph.update(graphs)
        self._by_predicate.update(names)
        if _TYPE in names:
            self._count_types(lines)
        held = []
        if not (things.isdisjoint(self._marked) and self._moved.isdisjoint(lines.objects)):
            held = self._set_apart(lines)
        out = set(held)
        if nameless:
            ends = enumerate(zip(lines.subjects, lines.objects, strict=True))
            out.update(n for n, (s, o) in ends if s.startswith(_NAMELESS) or o.startswith(_NAMELESS))
        seen = [line for n, line in enumerate(lines.bare) if n not in out] if out else lines.bare
        # What stands in two graphs follows itself here, as lines are sorted.
        if any(map(eq, seen, islice(seen, 1, None))):
            seen = list(dict.fromkeys(seen))
        parts = [b" .\n".join(seen), b" .\n" if seen else b""]
        if held:
            moved = parse(b"\n".join([lines.whole[n] for n in held]), format=RdfFormat.N_QUADS)
            triples = (quad.triple for quad in self._seen(moved))
            parts.append(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
        return b"".join(parts)

    def _set_apart(self, lines: _Lines) -> list[int]:
        """Which lines are about what moves; those that say how sure claims are are kept."""
        marked, moved = self._marked, self._moved
        held = []
        for n, subject in enumerate(lines.subjects):
            mark = marked.get(subject)
            if mark == _MOVES or lines.objects[n] in moved:
                held.append(n)
            elif mark == _WEIGHS and lines.predicates[n] in _WEIGHED:
                self._about.append(lines.whole[n] + b"\n")
        return held

    def _count_types(self, lines: _Lines) -> None:
        typed = [
            (lines.subjects[n], lines.objects[n])
            for n, predicate in enumerate(lines.predicates)
            if predicate == _TYPE
        ]
        nodes = [(subject, kind) for subject, kind in typed if kind.startswith(b"<")]
        self._by_class.update(kind for _, kind in nodes)
        self._documents.update(
            subject for subject, kind in nodes if kind == _DOCUMENT and subject.startswith(b"<")
        )

    def _seen(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """What statements about what moves are in the view."""
        for quad in filter(can_be_named, quads):
            subject, predicate = plain(quad.subject), quad.predicate.value
            if predicate in AS_IT_IS:
                yield Quad(quad.subject, quad.predicate, quad.object)
            elif predicate in ENTITY_ROWS and subject in self._merged:
                self._rows[self._fold.entity(subject)].append(quad)
            elif not (predicate in CLAIM_ROWS and subject in self._groups):
                yield self._fold.quad(quad, self._claims)


def _evidence(about: Iterable[Quad], group: str) -> Iterator[Quad]:
    node = NamedNode(group)
    for quad in about:
        if quad.predicate.value in EVIDENCE:
            yield Quad(node, quad.predicate, quad.object)
