"""The catalogue of a store, kept up with each change: only the numbers that change are written anew.

It stands in ``graph/catalogue`` beside what it counts, is no part of the view, and leaves with an export
only where that asks for one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.catalogue import Counts, catalogue_quads, claims_in, made_by, part_of, totals
from kg.rdf.literals import term
from kg.store.rows import rows_of
from kg.vocab import PROV, RDF, THUT, VOID, Minter

_ASSERTION, _CONFIDENCE, _MERGE = THUT + "Assertion", THUT + "confidence", THUT + "Merge"
_DOCUMENT = THUT + "SourceDocument"
_TYPE, _TRIPLES, _ENTITIES, _USED = (
    term(iri) for iri in (RDF + "type", VOID + "triples", VOID + "entities", PROV + "used")
)
_MADE = term(PROV + "wasGeneratedBy")
_GROUPED = {
    "graphs": ("?g", "?s ?p ?o"),
    "classes": ("?class", f"?s {_TYPE} ?class"),
    "properties": ("?p", "?s ?p ?o"),
    "documents": ("?document", f"?document {_TYPE} <{_DOCUMENT}>"),
}
"""What the engine counts for each of the fields of :class:`kg.catalogue.Counts`."""


class StoreCatalogue:
    """The catalogue of a store.

    Args:
        store: the store.
        minter: the one that its graphs were made with.
    """

    def __init__(self, store: Store, minter: Minter) -> None:
        self._store = store
        self._minter = minter
        self.name = NamedNode(minter.shared("catalogue"))
        self._dataset = NamedNode(minter.catalogue("dataset"))

    def is_current(self) -> bool:
        """Whether there is a catalogue by this version of the software, or nothing to be catalogued."""
        made = made_by(self._minter)
        if any(True for _ in self._store.quads_for_pattern(self._dataset, _MADE, made, self.name)):
            return True
        return next(self._store.named_graphs(), None) is None

    def of(self, held: Counts | Iterable[Quad]) -> list[Quad]:
        """The catalogue of all that a store holds; the view, and a catalogue before, are passed over."""
        counts = held if isinstance(held, Counts) else Counts.of(filter(self._counts, held))
        return catalogue_quads(counts, self._minter.base) if counts.triples else []

    def counted(self) -> Counts:
        """The counts of all that the store holds, by the engine; the view and the catalogue passed over."""
        return Counts.from_json({name: self._grouped(*by) for name, by in _GROUPED.items()})

    def _grouped(self, what: str, pattern: str) -> dict[str, int]:
        where = f"GRAPH ?g {{ {pattern} }} FILTER(?g != {self.name})"
        rows = rows_of(self._store, f"SELECT {what} (COUNT(*) AS ?n) {{ {where} }} GROUP BY {what}")
        return {iri.value: int(n.value) for iri, n in rows if isinstance(iri, NamedNode)}

    def rows(self) -> list[Quad]:
        """The catalogue as it stands."""
        return list(self._store.quads_for_pattern(None, None, None, self.name))

    def changed(self, gone: Iterable[Quad], come: Iterable[Quad]) -> tuple[list[Quad], list[Quad]]:
        """What leaves the catalogue and what comes into it, where these statements leave and come."""
        old, new = (Counts.of(filter(self._counts, quads)) for quads in (gone, come))
        triples = self._number(self._dataset, _TRIPLES)
        if not triples:
            return [], self.of(new)
        if triples + new.triples - old.triples <= 0:
            return self.rows(), []
        net = {name: _net(old, new, name) for name in ("graphs", "classes", "properties", "documents")}
        properties = self._numbers("property", {*net["properties"], _CONFIDENCE})
        classes = self._numbers("class", {*net["classes"], _MERGE, _ASSERTION})
        now_properties, now_classes = _sum(properties, net["properties"]), _sum(classes, net["classes"])
        claims = claims_in(now_properties, now_classes)
        now_classes[_ASSERTION] = (
            claims if claims > 0 else self._typed(None, _ASSERTION) + (net["classes"][_ASSERTION])
        )
        graphs = self._numbers("graph", net["graphs"])
        before = [*self._rows("property", properties), *self._rows("class", classes)]
        after = [*self._rows("property", now_properties), *self._rows("class", now_classes)]
        before += self._rows("graph", graphs)
        after += self._rows("graph", _sum(graphs, net["graphs"]))
        activity = made_by(self._minter)
        for iri, more in net["documents"].items():
            told, used = self._typed(iri, _DOCUMENT), Quad(activity, _USED, NamedNode(iri), self.name)
            before += [used] if told > 0 else []
            after += [used] if told + more > 0 else []
        kinds, names = (
            sum(number > 0 for number in now.values()) - sum(number > 0 for number in was.values())
            for now, was in ((now_classes, classes), (now_properties, properties))
        )
        most = (triples, self._total("classes"), self._total("properties"))
        before += self._named(totals(self._dataset, *most))
        now = (triples + new.triples - old.triples, most[1] + kinds, most[2] + names)
        after += self._named(totals(self._dataset, *now))
        kept = set(before) & set(after)
        return [q for q in before if q not in kept], [q for q in after if q not in kept]

    def _counts(self, quad: Quad) -> bool:
        return not isinstance(quad.graph_name, DefaultGraph) and quad.graph_name != self.name

    def _numbers(self, kind: str, iris: Iterable[str]) -> dict[str, int]:
        """How many there are of each of some classes, properties or graphs, as the catalogue has it."""
        counted = _ENTITIES if kind == "class" else _TRIPLES
        nodes = {iri: iri if kind == "graph" else self._minter.catalogue(kind, iri) for iri in sorted(iris)}
        return {iri: self._number(NamedNode(node), counted) for iri, node in nodes.items()}

    def _number(self, node: NamedNode, counted: NamedNode) -> int:
        for quad in self._store.quads_for_pattern(node, counted, None, self.name):
            if isinstance(quad.object, Literal):
                return int(quad.object.value)
        return 0

    def _total(self, what: str) -> int:
        return self._number(self._dataset, term(VOID + what))

    def _typed(self, iri: str | None, kind: str) -> int:
        """In how many graphs something, or this thing, is said to be of a kind."""
        node = None if iri is None else NamedNode(iri)
        return sum(map(self._counts, self._store.quads_for_pattern(node, _TYPE, term(kind), None)))

    def _rows(self, kind: str, numbers: Mapping[str, int]) -> list[Quad]:
        return [
            quad
            for iri, number in numbers.items()
            for quad in self._named(part_of(self._dataset, kind, iri, number, self._minter))
        ]

    def _named(self, triples: Iterable[tuple[NamedNode, NamedNode, NamedNode | Literal]]) -> Iterator[Quad]:
        return (Quad(subject, predicate, value, self.name) for subject, predicate, value in triples)


def _net(old: Counts, new: Counts, name: str) -> Counter[str]:
    found = Counter(dict(getattr(new, name)))
    found.subtract(dict(getattr(old, name)))
    return Counter({iri: number for iri, number in found.items() if number})


def _sum(numbers: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    return {iri: number + more.get(iri, 0) for iri, number in numbers.items()}
