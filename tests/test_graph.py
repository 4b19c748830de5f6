"""RDF as NetworkX: what becomes a node, an edge, a fact, and with which words."""

from __future__ import annotations

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.errors import GraphError
from kg.graph import Quotation, display_name, project, projection, read
from kg.merged import MergedNode
from kg.rdf import write_graph

PREFIXES = """
@prefix thut: <https://w3id.org/thut/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix e: <https://w3id.org/thut/id/> .
"""
GRAPH = (
    PREFIXES
    + """
e:wichawat a thut:Person ; rdfs:label "วิชาวัฒน์ อิศรภักดี"@th ;
    skos:altLabel "นายวิชาวัฒน์ อิศรภักดี"@th, "วิชาวัฒน์"@th .
e:summit a thut:Summit ; rdfs:label "การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔"@th ;
    thut:status thut:Held ; thut:heldOn "2021-10-28"^^xsd:date .
e:ru a thut:Country ; rdfs:label "สหพันธรัฐรัสเซีย"@th, "Russia"@en ;
    skos:exactMatch <http://www.wikidata.org/entity/Q159> ; thut:participatesIn e:summit .
e:doc1 a thut:SourceDocument ; dcterms:title "ข่าวสารนิเทศ"@th ;
    dcterms:issued "2021-10-29"^^xsd:date ; dcterms:source <https://www.mfa.go.th/th/content/1> .
e:p1 a nif:Phrase ; nif:referenceContext e:doc1 ; nif:beginIndex 12 ; nif:endIndex 25 ;
    nif:anchorOf "นายวิชาวัฒน์ฯ"@th .
e:p2 a nif:Phrase ; nif:referenceContext e:doc1 ; nif:beginIndex 3 ; nif:endIndex 9 ;
    nif:anchorOf "เมื่อวัน"@th .
e:a1 a thut:Assertion ; rdf:subject e:wichawat ; rdf:predicate thut:attended ; rdf:object e:summit ;
    thut:modality thut:Planned ; thut:confidence 0.93 ; thut:support 2 ; prov:wasDerivedFrom e:p1, e:p2 .
e:a2 a thut:Assertion ; rdf:subject e:wichawat ; rdf:predicate thut:attended ; rdf:object e:summit ;
    thut:modality thut:Actual ; thut:confidence 0.8 ; prov:wasDerivedFrom e:p1 .
e:a3 a thut:Assertion ; rdf:subject e:summit ; rdf:predicate thut:heldOn ;
    rdf:object "2021-10-28"^^xsd:date ; thut:modality thut:Actual ; thut:support 1 ;
    prov:wasDerivedFrom e:p2 .
e:a4 a thut:Assertion ; rdf:subject e:summit ; rdf:predicate thut:mode ; rdf:object thut:Online ;
    thut:modality thut:Actual ; prov:wasDerivedFrom e:p2 .
"""
)
CLAIM = """e:c a thut:Assertion ; rdf:subject e:x ; rdf:predicate thut:visited ; rdf:object e:y ;
    thut:confidence 1 ."""
BASE = "https://w3id.org/thut/id/"


def quads(turtle: str = GRAPH) -> list[ox.Quad]:
    return list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    return project(quads())


def test_entities_become_nodes_and_nothing_else_does(graph):
    assert list(graph) == [BASE + "ru", BASE + "summit", BASE + "wichawat"]


def test_a_node_has_its_names_and_its_class_among_the_nine(graph):
    summit, russia = graph.nodes[BASE + "summit"], graph.nodes[BASE + "ru"]
    assert (summit["type"], summit["cls"]) == ("Meeting", "Summit")
    assert (russia["name_th"], russia["name_en"], russia["wikidata"]) == ("สหพันธรัฐรัสเซีย", "Russia", "Q159")
    assert graph.nodes[BASE + "wichawat"]["aliases"] == ("นายวิชาวัฒน์ อิศรภักดี", "วิชาวัฒน์")


def test_parallel_claims_stay_apart_under_the_iri_of_the_claim(graph):
    between = graph[BASE + "wichawat"][BASE + "summit"]
    assert {key: edge["modality"] for key, edge in between.items()} == {
        BASE + "a1": "Planned",
        BASE + "a2": "Actual",
    }
    assert between[BASE + "a1"]["predicate"] == "attended"
    assert between[BASE + "a1"]["confidence"] == pytest.approx(0.93)


def test_an_edge_carries_the_words_that_state_it_in_the_order_of_the_document(graph):
    first, second = graph[BASE + "wichawat"][BASE + "summit"][BASE + "a1"]["evidence"]
    assert first.quote == "เมื่อวัน"
    assert second == Quotation(
        BASE + "doc1", 12, 25, "นายวิชาวัฒน์ฯ", "ข่าวสารนิเทศ", "2021-10-29", "https://www.mfa.go.th/th/content/1"
    )


def test_claims_about_values_become_facts_with_their_evidence(graph):
    facts = {fact.predicate: fact for fact in graph.nodes[BASE + "summit"]["facts"]}
    assert (facts["heldOn"].value, facts["heldOn"].datatype) == ("2021-10-28", "date")
    assert (facts["mode"].value, facts["mode"].datatype) == ("Online", "term")
    assert [q.quote for q in facts["mode"].evidence] == ["เมื่อวัน"]


def test_claims_have_the_number_of_documents_that_support_them_where_the_graph_gives_it(graph):
    between = graph[BASE + "wichawat"][BASE + "summit"]
    assert {key: edge["support"] for key, edge in between.items()} == {BASE + "a1": 2, BASE + "a2": None}
    facts = {fact.predicate: fact.support for fact in graph.nodes[BASE + "summit"]["facts"]}
    assert facts == {"heldOn": 1, "mode": None, "status": None}


def merged_graph() -> list[ox.Quad]:
    """Two documents that call one thing differently, each in a graph of its own, and their merge."""
    trig = """
e:doc1 { e:a schema:name "คณะกรรมการร่วม"@th ; dcterms:type thut:Framework . e:doc1 a thut:SourceDocument . }
e:doc2 { e:b schema:name "คณะกรรมการร่วมฯ"@th ; dcterms:type thut:Framework . e:doc2 a thut:SourceDocument . }
e:entities { e:a a thut:Framework ; rdfs:label "คณะกรรมการร่วม"@th .
    e:b a thut:Framework ; rdfs:label "คณะกรรมการร่วมฯ"@th . }
e:merges { e:b owl:sameAs e:a . e:merge a thut:Merge ; thut:merges e:a, e:b ;
    thut:reason "name-spelling" ; thut:confidence 0.98 . }
"""
    spaces = (
        PREFIXES + "@prefix schema: <https://schema.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> ."
    )
    trig = trig.replace("e:doc", "d:").replace("e:entities", "g:entities").replace("e:merges", "g:merges")
    spaces += f"@prefix d: <{BASE}doc/> . @prefix g: <{BASE}graph/> ."
    return list(ox.parse(spaces + trig, format=ox.RdfFormat.TRIG))


@pytest.mark.parametrize("suffix", ["nq", "ttl"])
def test_a_node_says_what_it_was_put_together_from_wherever_the_graph_is_read(tmp_path, suffix):
    quads = merged_graph()
    expected = MergedNode(
        (BASE + "a", BASE + "b"),
        (("คณะกรรมการร่วม", 1), ("คณะกรรมการร่วมฯ", 1)),
        (("name-spelling", 0.98),),
    )
    write_graph(quads, tmp_path / f"graph.{suffix}")
    for graph in (projection(quads), read(tmp_path / f"graph.{suffix}")):
        assert list(graph) == [BASE + "a"]
        assert graph.nodes[BASE + "a"]["merged"] == expected


def test_what_stands_for_itself_alone_was_put_together_from_nothing(graph):
    assert set(dict(graph.nodes(data="merged")).values()) == {None}


def test_a_bare_value_beside_its_claim_is_no_second_fact(graph):
    assert [fact.predicate for fact in graph.nodes[BASE + "summit"]["facts"]].count("heldOn") == 1


def test_a_value_without_a_claim_is_a_fact_without_evidence(graph):
    status = next(fact for fact in graph.nodes[BASE + "summit"]["facts"] if fact.predicate == "status")
    assert (status.assertion, status.value, status.evidence) == ("", "Held", ())


def test_what_no_document_states_is_left_out_counted_and_there_on_demand(graph):
    assert not graph.has_edge(BASE + "ru", BASE + "summit")
    assert graph.graph["left_out"] == 1
    every = project(quads(), unstated=True)
    (edge,) = every[BASE + "ru"][BASE + "summit"].values()
    assert (edge["stated"], edge["evidence"]) == (False, ())
    assert every.graph["left_out"] == 0


def test_degree_and_documents_are_counted(graph):
    assert graph.nodes[BASE + "wichawat"]["degree"] == 2
    assert graph.nodes[BASE + "wichawat"]["documents"] == 1
    assert graph.nodes[BASE + "ru"]["documents"] == 0


def test_the_order_of_statements_and_their_graphs_change_nothing(graph):
    def shape(g: nx.MultiDiGraph) -> object:
        return list(g.nodes(data=True)), list(g.edges(keys=True, data=True))

    shuffled = quads()
    shuffled = shuffled[::-2] + shuffled[-2::-2]
    placed = [
        ox.Quad(q.subject, q.predicate, q.object, ox.NamedNode(BASE + f"doc/{i % 3}"))
        for i, q in enumerate(shuffled)
    ]
    assert shape(project(placed)) == shape(graph)
    store = ox.Store()
    store.extend(placed)
    assert shape(project(store)) == shape(graph)


@pytest.mark.parametrize("missing", ["rdf:subject e:x ;", "rdf:object e:y ;"])
def test_a_claim_that_lacks_a_part_is_an_error_that_names_it(missing):
    whole = PREFIXES + CLAIM
    with pytest.raises(GraphError, match=r"id/c> has 0 rdf:(subject|object).*kg validate"):
        project(quads(whole.replace(missing, "")))


def test_what_takes_part_in_a_claim_is_a_node_even_without_a_type():
    graph = project(quads(PREFIXES + CLAIM))
    assert list(graph) == [BASE + "x", BASE + "y"]
    assert display_name(BASE + "x", graph.nodes[BASE + "x"]) == "x"


def test_names_that_differ_in_a_mark_stay_apart():
    names = ("ข่าว", "ข้าว", "ขาว")
    turtle = PREFIXES + "".join(
        f'e:t{i} a thut:Topic ; rdfs:label "{name}"@th .\n' for i, name in enumerate(names)
    )
    assert [attributes["name_th"] for _, attributes in project(quads(turtle)).nodes(data=True)] == list(names)


def test_a_second_name_in_one_language_is_an_alias_and_an_untagged_name_goes_by_its_script():
    turtle = PREFIXES + 'e:t a thut:Topic ; rdfs:label "น้ำ", "water", "Wasser"@de, "นํ้า"@th .'
    (attributes,) = (a for _, a in project(quads(turtle)).nodes(data=True))
    assert attributes["name_en"] == "water"
    assert {attributes["name_th"], *attributes["aliases"]} == {"น้ำ", "นํ้า", "Wasser"}


def test_no_statements_give_an_empty_graph():
    assert len(project([])) == 0


def test_a_file_is_read_and_projected(tmp_path, graph):
    file = tmp_path / "กราฟ.ttl"
    file.write_text(GRAPH, encoding="utf-8")
    assert list(read(file).edges(keys=True)) == list(graph.edges(keys=True))
