"""The catalogue of a graph: numbers that are right, that add up, and that no clock changes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from handmade import first, second
from hypothesis import given
from hypothesis import strategies as st

from kg.catalogue import Counts, catalogue_quads, catalogued
from kg.errors import FormatError, GraphError
from kg.export import export
from kg.rdf import FORMATS, document_quads, read_graph, shared_quads, to_quads
from kg.store import MemoryStore, open_graph
from kg.validate import validate
from kg.vocab import THUT, Minter

QUADS = to_quads([first(), second()])
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
MADE = (("reader", "text.v1"), ("extractor", "rules.v1"))


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    quads = catalogue_quads(QUADS, version="1.2.3", components=MADE, licence=LICENCE, title="ทูต")
    return MemoryStore([*QUADS, *quads])


def inside(store: MemoryStore, pattern: str, what: str = "*") -> list[tuple[str, ...]]:
    return store.query(f"SELECT {what} {{ GRAPH <graph/catalogue> {{ {pattern} }} }}").rows


def test_it_tells_how_much_there_is_in_all_and_in_each_graph(store: MemoryStore) -> None:
    assert inside(store, "?d a dcat:Dataset ; void:triples ?n", "?n") == [(str(len(QUADS)),)]
    parts = {
        name: int(number) for name, number in inside(store, "?d void:subset ?g . ?g void:triples ?n", "?g ?n")
    }
    for name in {quad.graph_name for quad in QUADS}:
        assert parts.pop(name.value) == sum(quad.graph_name == name for quad in QUADS)
    assert parts == {}


def test_a_thing_counts_once_however_many_documents_speak_of_it(store: MemoryStore) -> None:
    found = dict(inside(store, "?p void:class ?c ; void:entities ?n", "?c ?n"))
    for name in ("Person", "Meeting", "Country", "Assertion", "SourceDocument"):
        rows = store.query(f"SELECT DISTINCT ?x {{ ?x a thut:{name} }}").rows
        assert int(found[THUT + name]) == len(rows), name


def test_properties_are_counted_as_statements(store: MemoryStore) -> None:
    found = dict(inside(store, "?p void:property ?c ; void:triples ?n", "?c ?n"))
    for predicate in {quad.predicate for quad in QUADS}:
        assert int(found[predicate.value]) == sum(quad.predicate == predicate for quad in QUADS)


def test_it_names_what_made_it_from_what_and_under_which_licence(store: MemoryStore) -> None:
    made = "?d prov:wasGeneratedBy ?a . ?a prov:wasAssociatedWith ?w . ?w foaf:name ?name"
    assert {name for (name,) in inside(store, made, "?name")} == {"thut", "text.v1", "rules.v1"}
    assert inside(store, "?w foaf:name 'thut' ; schema:softwareVersion ?v", "?v") == [("1.2.3",)]
    used = inside(store, "?a a prov:Activity ; prov:used ?document", "?document")
    assert sorted(used) == [(store.base + "doc/som-17",), (store.base + "doc/som-17-again",)]
    assert inside(store, "?d dcterms:license ?l ; dcterms:title ?t", "?l ?t") == [(LICENCE, "ทูต")]
    types = {kind for (kind,) in inside(store, "?x a dcat:Distribution ; dcat:mediaType ?m", "?m")}
    assert types == {f"https://www.iana.org/assignments/media-types/{f.media_type}" for f in FORMATS.values()}


def test_counts_of_graphs_add_up_and_can_be_taken_away() -> None:
    parts = [document_quads(first()), document_quads(second())]
    shared = shared_quads([quad for part in parts for quad in part])
    counts = [Counts.of(part) for part in (*parts, shared)]
    whole = Counts.of(QUADS)
    assert Counts.total(counts) == counts[0] + counts[1] + counts[2] == whole
    assert whole - counts[1] == counts[0] + counts[2]
    assert whole.triples == len(QUADS)
    assert Counts.from_json(whole.to_json()) == whole
    with pytest.raises(GraphError, match="would be taken away"):
        counts[0] - whole


NODES = st.sampled_from([ox.NamedNode(f"http://e/{name}") for name in "abcd"])
SOME = st.lists(
    st.builds(ox.Quad, NODES, NODES, NODES, st.one_of(NODES, st.just(ox.DefaultGraph()))), max_size=20
)


@given(SOME, SOME)
def test_counting_is_adding(one: list[ox.Quad], other: list[ox.Quad]) -> None:
    assert Counts.of([*one, *other]) == Counts.of(one) + Counts.of(other)
    assert Counts.of([*one, *other]) - Counts.of(other) == Counts.of(one)


def test_the_same_graph_has_the_same_catalogue() -> None:
    assert catalogue_quads(QUADS) == catalogue_quads(reversed(QUADS)) == catalogue_quads(Counts.of(QUADS))
    assert catalogued(catalogued(QUADS)) == catalogued(QUADS)
    ends = {end for quad in catalogue_quads(QUADS) for end in (quad.subject, quad.object)}
    assert not any(isinstance(end, ox.BlankNode) for end in ends)


def test_it_is_no_part_of_what_it_tells_of(store: MemoryStore) -> None:
    assert validate(store).ok
    assert set(shared_quads(store.quads())) == set(shared_quads(QUADS))
    assert catalogue_quads(store.quads()) == catalogue_quads(QUADS)


@pytest.mark.parametrize("name", ["nq", "trig", "jsonld", "ttl"])
def test_an_export_takes_it_along(name: str, tmp_path: Path) -> None:
    export(MemoryStore(QUADS), tmp_path / f"a.{name}", catalogue=True, licence=LICENCE)
    export(tmp_path / f"a.{name}", tmp_path / f"b.{name}", catalogue=True, licence=LICENCE)
    if name != "ttl":
        assert set(read_graph(tmp_path / f"a.{name}")) == set(catalogued(QUADS, licence=LICENCE))
        assert (tmp_path / f"a.{name}").read_bytes() == (tmp_path / f"b.{name}").read_bytes()
    rows = open_graph(tmp_path / f"a.{name}").query("SELECT ?n { ?d a dcat:Dataset ; void:triples ?n }").rows
    assert rows == [(str(len(QUADS)),)]


def test_other_formats_and_licences_that_are_no_iris_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="csv cannot hold a catalogue"):
        export(MemoryStore(QUADS), tmp_path / "a.csv", catalogue=True)
    with pytest.raises(GraphError, match=r"licence 'CC BY' is no IRI: want such as https://"):
        catalogue_quads(QUADS, licence="CC BY")


def test_ten_thousand_documents_are_quickly_counted_together() -> None:
    one = Counts.of(QUADS)
    many = [Counts(((f"http://e/doc/{n}", 200),), one.classes, one.properties, ()) for n in range(10_000)]
    whole = Counts.total(many)
    assert (whole + many[0] - many[0]) == whole
    assert len(catalogue_quads(whole, Minter().base)) > 30_000
