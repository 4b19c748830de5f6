"""A graph that answers: union of its graphs, reading only, errors that help."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade import SOM, SUMMIT, first, second
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import FormatError, GraphError, QueryError
from kg.rdf import FORMATS, decode, to_quads, write_graph
from kg.store import GraphStore, MemoryStore, find_things, open_graph
from kg.store.engine import change
from kg.vocab import PREFIXES, Minter

QUADS = to_quads([first(), second()])


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    return MemoryStore(QUADS)


def test_it_is_a_store(store: MemoryStore) -> None:
    assert isinstance(store, GraphStore)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_any_format_opens(name: str, tmp_path: Path) -> None:
    write_graph(QUADS, tmp_path / f"graph.{name}")
    opened = open_graph(tmp_path / f"graph.{name}")
    meetings = sorted((Minter().entity(key),) for key in (SOM, SUMMIT))
    assert opened.query("SELECT ?m { ?m a thut:Meeting } ORDER BY ?m").rows == meetings


def test_a_triple_of_two_documents_counts_once(store: MemoryStore) -> None:
    triples = {q.triple for q in QUADS}
    assert store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [(str(len(triples)),)]
    assert len(store) == len(QUADS)
    assert set(store.quads()) == set(QUADS) == set(store)


def test_the_graph_of_a_document_can_be_asked_and_taken(store: MemoryStore) -> None:
    name = NamedNode("https://w3id.org/thut/id/doc/som-17-again")
    expected = {q for q in QUADS if q.graph_name == name}
    assert set(store.quads(name)) == expected
    (count,) = store.query("SELECT (COUNT(*) AS ?n) { GRAPH <doc/som-17-again> { ?s ?p ?o } }").rows
    assert count == (str(len(expected)),)


def test_triples_without_a_graph_are_kept_beside_those_with_one(tmp_path: Path) -> None:
    bare = Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal("x"))
    mixed = MemoryStore([*QUADS, bare])
    assert set(mixed.quads()) == {*QUADS, bare}
    mixed.dump(tmp_path / "a.nq")
    write_graph([bare, *QUADS], tmp_path / "b.nq")
    assert (tmp_path / "a.nq").read_bytes() == (tmp_path / "b.nq").read_bytes()


def test_ask_and_construct_answer_in_kind(store: MemoryStore) -> None:
    assert store.query("ASK { ?m a thut:Meeting }").answer is True
    found = store.query("CONSTRUCT { ?m a thut:Meeting } WHERE { ?m a thut:Meeting }")
    assert found.triples is not None
    assert len(found) == 2


def test_a_base_of_ones_own_is_found_out() -> None:
    minter = Minter("http://example.org/kg/")
    assert MemoryStore(to_quads([first()], (), minter)).base == "http://example.org/kg/"


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { service silent ?g { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }",
        "PREFIX x: <http://e/> SELECT * { ?s x:a\\#b ?o . SERVICE <http://e/> { ?s ?p ?o } }",
        "PREFIX x: <http://e/> SELECT * { ?s x:a\\'b ?o . SERVICE <http://e/> { ?s ?p ?o } } # '",
        "SELECT * { ?s ?p ?o FILTER(?o<3)SERVICE<http://e/>{?s ?p ?o} }",
        "INSERT DATA { <http://a> <http://b> <http://c> }",
        "PREFIX x: <http://e/> DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL",
        "DROP GRAPH <http://e/>",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    ],
)
def test_what_does_more_than_read_is_refused(store: MemoryStore, sparql: str) -> None:
    with pytest.raises(QueryError, match="is refused"):
        store.query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service rdfs:label 'SERVICE <http://e/> { LOAD }' } # INSERT SERVICE",
        "PREFIX service: <http://service/load#> SELECT * { ?s service:load ?o }",
        'SELECT * { ?load ?delete """SERVICE "quoted" FROM""" }',
        "SELECT * { ?s <http://e/SERVICE> ?o }",
    ],
)
def test_words_that_only_look_like_it_are_let_through(store: MemoryStore, sparql: str) -> None:
    assert store.query(sparql).terms == ()


@pytest.mark.parametrize(
    ("sparql", "hint"),
    [
        ("SELECT ?s { ?s ?p ?o", "1 opening and 0 closing braces"),
        ("SELECT ?s { ?s foo:bar ?o }", "declare the prefix"),
        ("?s ?p ?o", "begin with SELECT"),
        ('SELECT ?s { ?s ?p "x }', "quotation mark is open"),
        ("SELECT ?s {\n ?s ?p ?o .\n FILTER }", r"line 3, column 10:\n   FILTER \}"),
    ],
)
def test_a_malformed_query_is_shown_where_and_why(store: MemoryStore, sparql: str, hint: str) -> None:
    with pytest.raises(QueryError, match=hint):
        store.query(sparql)


def test_a_query_that_takes_too_long_is_given_up(store: MemoryStore) -> None:
    assert store.query("ASK { ?s ?p ?o }", timeout=30).answer is True
    slow = (
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i && ?c != ?i) }"
    )
    with pytest.raises(QueryError, match=r"took longer than 0\.05 s"):
        store.query(slow, timeout=0.05)


def test_an_error_within_the_time_is_the_same_error(store: MemoryStore) -> None:
    with pytest.raises(QueryError, match="begin with SELECT"):
        store.query("?s", timeout=30)


def test_the_folder_of_a_graph_opens_by_the_graph_in_it(store: MemoryStore, tmp_path: Path) -> None:
    store.dump(tmp_path / "graph.ttl")
    assert set(open_graph(tmp_path).view()) == set(open_graph(tmp_path / "graph.ttl").view())


def test_files_that_are_no_graph_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        open_graph(tmp_path / "none.ttl")
    with pytest.raises(GraphError, match="none: no such file"):
        open_graph(tmp_path / "none")
    with pytest.raises(GraphError, match=r"is neither a store .* nor the folder of a graph with graph\.ttl"):
        open_graph(tmp_path)
    with pytest.raises(FormatError, match="names no format"):
        open_graph(tmp_path / "none.docx")
    (tmp_path / "bad.ttl").write_text("@prefix", encoding="utf-8")
    with pytest.raises(GraphError, match=r"bad\.ttl, line 1"):
        open_graph(tmp_path / "bad.ttl")


@pytest.mark.parametrize(
    "name",
    [
        "วิชาวัฒน์ อิศรภักดี",
        "วิชาวัฒน์อิศรภักดี",
        "นายวิชาวัฒน์ อิศรภักดี",
        "ฯพณฯ นาย วิชาวัฒน์  อิศรภักดี",
        "วิชา\u200bวัฒน์ อิศรภักดี",
        "vijavat isarabhakdi",
        "Mr. Vijavat Isarabhakdi",
    ],
)
def test_a_person_goes_by_any_name(store: MemoryStore, name: str) -> None:
    (found,) = find_things(store, name)
    assert "/person/wichawath" in found


def test_thai_and_arabic_digits_are_one(store: MemoryStore) -> None:
    one = find_things(store, "การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔")
    assert one == find_things(store, "การประชุมสุดยอดอาเซียน–รัสเซีย ครั้งที่ 4")


@pytest.mark.parametrize("name", ["วิชาวัฒน์", "นายวิชาวัฒน์", "อิศรภักดี"])
def test_a_person_goes_by_first_name_or_surname(store: MemoryStore, name: str) -> None:
    assert find_things(store, name) == find_things(store, "วิชาวัฒน์ อิศรภักดี")


def test_names_that_differ_by_a_tone_mark_are_not_confused() -> None:
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    names = ("ข่าว", "ข้าว", "ขาว")
    quads = [Quad(NamedNode(f"http://e/{n}"), label, Literal(t, language="th")) for n, t in enumerate(names)]
    store = MemoryStore(quads)
    assert [find_things(store, name) for name in names] == [[f"http://e/{n}"] for n in range(3)]


def test_a_word_before_a_name_says_what_is_meant_by_it(store: MemoryStore) -> None:
    assert find_things(store, "ประเทศไทย") == find_things(store, "ประเทศ ไทย") == find_things(store, "ไทย")
    with pytest.raises(QueryError, match=r"close to it: .*อาเซียน"):
        find_things(store, "ประเทศอาเซียน")


def test_an_unknown_name_brings_up_those_within_it(store: MemoryStore) -> None:
    with pytest.raises(QueryError, match="close to it: รัสเซีย"):
        find_things(store, "ความสัมพันธ์อันยาวนานของรัสเซียและมิตร")


def test_an_unknown_name_brings_up_those_like_it(store: MemoryStore) -> None:
    with pytest.raises(QueryError, match=r"close to it: .*วิชาวัฒน์"):
        find_things(store, "วิชาวัตน์ อิศรภักดี")
    with pytest.raises(QueryError, match="is no name"):
        find_things(store, " \u200b ")


def test_a_misspelt_part_of_a_name_brings_up_who_bears_it_once_by_the_main_name() -> None:
    heads = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    text = f"""<x:p> a thut:Person ; rdfs:label "ศรัณยา เมฆาลัย"@th , "Saranya Mekhalai"@en ;
            skos:altLabel "นางศรัณยา เมฆาลัย"@th , "ศรัณยา"@th .
        <x:t> a thut:Topic ; rdfs:label "ศรัณย์ยา"@th .
        <x:m> a thut:Meeting ; rdfs:label "เวที{"ยาว" * 20}"@th .
        <x:n> a thut:Meeting ; rdfs:label "งาน{"ไกล" * 80}"@th ."""
    store = MemoryStore(decode((heads + text).encode(), "ttl", "x:"))
    for wanted, close in [
        ((), "ศรัณย์ยา, ศรัณยา เมฆาลัย"),
        (("Topic",), "ศรัณย์ยา, ศรัณยา เมฆาลัย"),
        (("Person",), "ศรัณยา เมฆาลัย, ศรัณย์ยา"),
    ]:
        with pytest.raises(QueryError, match=f"; close to it: {close}$"):
            find_things(store, "ศรัณย์", wanted)
    with pytest.raises(QueryError, match=r"close to it: ศรัณยา เมฆาลัย$"):
        find_things(store, "เมฆาไลย")
    with pytest.raises(QueryError, match=f"close to it: เวที{'ยาว' * 20}$"):  # whole, to be copied
        find_things(store, "เวทียาว")
    with pytest.raises(QueryError, match=f"close to it: งาน{'ไกล' * 52}…$"):
        find_things(store, "งานไกล")
    with pytest.raises(
        QueryError, match=r"search for it on the page \(kg serve, kg view\), or give the Thai"
    ):
        find_things(store, "Xyz")


ONE, TWO = (f"https://w3id.org/thut/id/doc/{name}" for name in ("som-17", "som-17-again"))
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def test_a_dataset_of_some_graphs_is_their_union_and_holds_nothing_else(store: MemoryStore) -> None:
    wanted = {q.triple for q in QUADS if str(q.graph_name) in {f"<{ONE}>", f"<{TWO}>"}}
    assert store.query(COUNT, default_graphs=[ONE, TWO]).rows == [(str(len(wanted)),)]
    assert store.query(f"ASK {{ GRAPH <{ONE}> {{ ?s ?p ?o }} }}", default_graphs=[ONE, TWO]).answer is False
    only = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", named_graphs=[TWO])
    assert only.rows == [(TWO,)]
    assert store.query(COUNT, named_graphs=[TWO]).rows == [("0",)]


def test_from_names_graphs_that_there_are_and_a_dataset_wins_over_it(store: MemoryStore) -> None:
    said = COUNT.replace("{", f"FROM <{ONE}> FROM doc:som-17-again FROM NAMED <doc/som-17> {{")
    sparql = f"PREFIX doc: <https://w3id.org/thut/id/doc/> {said}"
    assert store.query(sparql).rows == store.query(COUNT, default_graphs=[ONE, TWO]).rows
    assert store.query(sparql, default_graphs=[TWO]).rows == store.query(COUNT, default_graphs=[TWO]).rows
    with pytest.raises(QueryError, match=r"<http://e/none> is refused: there is no such graph"):
        store.query(COUNT.replace("{", "FROM <http://e/none> {"))
    with pytest.raises(QueryError, match="'doc' is not declared"):
        store.query(said)


def test_a_name_that_is_no_iri_is_told(store: MemoryStore) -> None:
    with pytest.raises(QueryError, match="cannot name a graph"):
        store.query(COUNT, default_graphs=["no iri> } #"])


def changed(update: str, **dataset: list[str]) -> set[str]:
    """What stands in <http://e/out> after an update of two graphs that each hold a triple."""
    store = Store()
    for name in ("a", "b"):
        thing = NamedNode(f"http://e/{name}")
        store.add(Quad(thing, NamedNode("http://e/p"), Literal(name), thing))
    change(store, update, "http://e/", **dataset)
    out = list(store.quads_for_pattern(None, None, None, NamedNode("http://e/out")))
    return {quad.object.value for quad in out} | {f"left {len(store) - len(out)}"}


@pytest.mark.parametrize(
    ("update", "dataset", "expected"),
    [
        ("INSERT { GRAPH <out> { ?s <p> ?o } } WHERE { ?s ?p ?o }", {}, {"left 2"}),
        (
            "INSERT { GRAPH <out> { ?s <p> ?o } } WHERE { ?s ?p ?o { SELECT * WHERE { ?s ?p ?o } } }",
            {"default_graphs": ["http://e/a"]},
            {"a", "left 2"},
        ),
        (
            "INSERT { GRAPH <out> { ?s <p> ?o } } WHERE { GRAPH ?g { ?s ?p ?o } } ; CLEAR GRAPH <b>",
            {"named_graphs": ["http://e/b"]},
            {"b", "left 1"},
        ),
        (
            "INSERT { GRAPH <out> { ?s <p> 'WHERE {' } } WHERE { ?s ?p ?o } # WHERE",
            {"named_graphs": ["http://e/b"]},
            {"left 2"},
        ),
        ("DELETE WHERE { GRAPH <a> { ?s ?p ?o } }", {"named_graphs": ["http://e/a"]}, {"left 1"}),
        ("DELETE WHERE { GRAPH <a> { ?s ?p ?o } }", {"named_graphs": ["http://e/b"]}, {"left 2"}),
    ],
)
def test_an_update_matches_the_graphs_that_it_is_given(
    update: str, dataset: dict[str, list[str]], expected: set[str]
) -> None:
    assert changed(update, **dataset) == expected


@pytest.mark.parametrize(
    ("update", "dataset", "says"),
    [
        ("LOAD <file:///etc/passwd>", {}, "LOAD is refused"),
        ("LOAD SILENT <http://127.0.0.1/>", {}, "LOAD is refused"),
        ("\\u004cOAD <file:///etc/passwd>", {}, "LOAD is refused"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://e/> { ?s ?p ?o } }", {}, "SERVICE is refused"),
        ("INSERT { ?s ?p ?o } USING <a> WHERE { ?s ?p ?o }", {"default_graphs": ["http://e/a"]}, "leave one"),
        ("WITH <a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", {"named_graphs": ["http://e/a"]}, "leave one"),
        ("INSERT { ?s ?p ?o } \\u0057HERE { ?s ?p ?o }", {"default_graphs": ["http://e/a"]}, "with escapes"),
        ("CLEAR ALL", {"default_graphs": ["> CLEAR ALL #"]}, "cannot name a graph"),
        ("CLEAR XYZ", {}, "not valid SPARQL"),
    ],
)
def test_an_update_that_reaches_out_or_contradicts_itself_is_refused(
    update: str, dataset: dict[str, list[str]], says: str
) -> None:
    with pytest.raises(QueryError, match=says):
        changed(update, **dataset)
