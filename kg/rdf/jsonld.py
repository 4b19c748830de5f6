"""JSON-LD for people and programs: short names, IRIs relative to the base, a node a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import GraphError
from kg.expressions import expression
from kg.rdf.context import IRI, TONGUES, compact, context, terms
from kg.vocab import PREFIXES, RDF, XSD

# A colon would make an absolute IRI of it.
_RELATIVE = expression(r"[a-z]+/[!#-9;=?-\[\]_a-z~]*")
_WHOLE = expression(r"0|-?[1-9][0-9]{0,14}")
_TYPE, _STRING, _INTEGER = RDF + "type", XSD + "string", XSD + "integer"

_Subject = NamedNode | BlankNode | Triple
_Term = _Subject | Literal
_Said = dict[str, dict[str, set[_Term]]]  # by subject as it is written, by predicate


def jsonld(quads: Iterable[Quad], base: str) -> Iterator[str]:
    """The quads as JSON-LD 1.1 with their context, in pieces; a line a node, sorted.

    Raises:
        GraphError: a quad speaks of a triple (RDF 1.2), for which JSON-LD has no way, or an IRI has
            a prefix of the context for its scheme.
    """
    writer = _Writer(base)
    graphs: dict[str, _Said] = {}
    for quad in quads:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else writer.name(quad.graph_name)
        said = graphs.setdefault(name, {}).setdefault(writer.name(quad.subject), {})
        said.setdefault(quad.predicate.value, set()).add(quad.object)
    head = {"@base": base, **context()}
    yield f'{{"@context": {json.dumps(head, ensure_ascii=False, indent=1)},\n"@graph": [\n'
    yield from _joined(writer.graph(name, said) for name, said in sorted(graphs.items()))
    yield "\n]}\n"


def _joined(parts: Iterable[Iterable[str]]) -> Iterator[str]:
    """The parts with commas between them."""
    for number, part in enumerate(parts):
        if number:
            yield ",\n"
        yield from part


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Writer:
    """Names and nodes as the context has them."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._names: dict[str, str] = {}

    def name(self, term: object) -> str:
        """The IRI of a node, relative to the base or with a prefix where it can be."""
        if isinstance(term, BlankNode):
            return str(term)
        if not isinstance(term, NamedNode):
            raise GraphError(
                f"{term}: JSON-LD has no way to speak of a triple; write .ttl, .trig, .nt or .nq"
            )
        iri = term.value
        if iri.startswith(self._base) and _RELATIVE.fullmatch(iri, len(self._base)):
            return iri[len(self._base) :]
        known = self._names.get(iri)
        if known is None:
            known = self._names[iri] = compact(iri)
            if known == iri and iri.partition(":")[0] in PREFIXES:
                raise GraphError(f"<{iri}>: its scheme is a prefix in JSON-LD; write .ttl or .nq")
        return known

    def graph(self, name: str, said: _Said) -> Iterator[str]:
        """The nodes of a graph; those of the default graph stand by themselves."""
        nodes = _joined([self.node(subject, said[subject])] for subject in sorted(said))
        if not name:
            yield from nodes
            return
        yield f'{{"@id": {_text(name)}, "@graph": [\n'
        yield from nodes
        yield "]}"

    def node(self, subject: str, said: dict[str, set[_Term]]) -> str:
        """One node with all that is said of it."""
        made: dict[str, Any] = {"@id": subject}
        types = said.get(_TYPE, set())
        if types and all(isinstance(each, NamedNode | BlankNode) for each in types):
            made["@type"] = _one_or_all(sorted(self._type(each) for each in types))
            said = {predicate: values for predicate, values in said.items() if predicate != _TYPE}
        pairs = [pair for predicate in said for pair in self._values(predicate, said[predicate])]
        return _text({**made, **dict(sorted(pairs))})

    def _type(self, term: object) -> str:
        named = terms().get(term.value) if isinstance(term, NamedNode) else None
        return named[0] if named else self.name(term)

    def _values(self, predicate: str, values: set[_Term]) -> Iterator[tuple[str, Any]]:
        """The key of a property with its values; what its term has no place for stands under its IRI."""
        name, kind = terms().get(predicate, ("", ""))
        ordered = sorted(values, key=str)
        if kind == TONGUES:
            texts = [value for value in ordered if _in_a_language(value)]
            tongues: dict[str, list[str]] = {}
            for text in texts:
                tongues.setdefault(text.language or "", []).append(text.value)  # type: ignore[union-attr]
            if tongues:
                yield name, {tongue: _one_or_all(tongues[tongue]) for tongue in sorted(tongues)}
            ordered = [value for value in ordered if value not in texts]
            name = predicate
        if ordered:
            key = name or self.name(NamedNode(predicate))
            yield key, _one_or_all([self._value(value, "" if kind == TONGUES else kind) for value in ordered])

    def _value(self, value: _Term, kind: str) -> Any:  # noqa: ANN401 - JSON
        if not isinstance(value, Literal):
            written = self.name(value)
            return written if kind == IRI else {"@id": written}
        datatype = value.datatype.value
        if value.language:
            tongue = {"@value": value.value, "@language": value.language}
            return {**tongue, "@direction": str(value.direction)} if value.direction else tongue
        if datatype == _INTEGER and kind in {"", _INTEGER} and _WHOLE.fullmatch(value.value):
            return int(value.value)
        if datatype == (kind or _STRING):
            return value.value
        if datatype == _STRING:
            return {"@value": value.value}
        return {"@value": value.value, "@type": self.name(value.datatype)}


def _in_a_language(value: _Term) -> bool:
    return isinstance(value, Literal) and bool(value.language) and not value.direction


def _one_or_all(values: list[Any]) -> Any:  # noqa: ANN401 - JSON
    return values[0] if len(values) == 1 else values
