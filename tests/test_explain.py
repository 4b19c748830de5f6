"""From a thing, a fact or a row to the sentences that state it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import RUSSIA, first, second
from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.errors import GraphError, QueryError, UsageError
from kg.explain import explain
from kg.query import query, rows_of, shipped_queries
from kg.rdf import read_graph, to_quads, write_graph
from kg.store import MemoryStore
from kg.vocab import NIF, OWL, PROV, THUT

NAME = "วิชาวัฒน์ อิศรภักดี"


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    return MemoryStore(to_quads([first(), second()]))


@pytest.mark.parametrize("target", [NAME, "นายวิชาวัฒน์อิศรภักดี", "Vijavat Isarabhakdi"])
def test_a_thing_is_explained_by_every_claim_about_it(store: MemoryStore, target: str) -> None:
    claims = explain(store, target).claims
    assert [c.predicate for c in claims] == ["attended", "chaired", "holdsPosition", "metWith", "represents"]
    attended = claims[0]
    assert (attended.confidence, attended.modality) == (0.96, "Actual")
    assert [(q.name, q.start, q.end, q.confidence, q.rule, q.issued) for q in attended.quotations] == [
        ("som-17.txt", 47, 279, 0.8, "chair-attends", "2021-08-04"),
        ("som-17-again.txt", 0, 80, 0.8, "by-hand", "2021-08-06"),
    ]
    raw = first().document.raw
    assert attended.quotations[0].quote == raw[47:279]


def test_claims_of_which_it_is_the_object_count_too(store: MemoryStore) -> None:
    assert {c.predicate for c in explain(store, "อาเซียน").claims} == {"underFramework", "participatesIn"}


@pytest.mark.parametrize(
    "fact",
    [
        (NAME, "chaired", "ASEAN-Russia SOM"),
        (NAME, "thut:chaired", "การประชุมเจ้าหน้าที่อาวุโสอาเซียน-รัสเซีย ครั้งที่ 17"),
        ("ASEAN-Russia SOM", "heldOn", "2021-08-05"),
        ("ASEAN-Russia SOM", "mode", "Online"),
        ("ASEAN-Russia SOM", "ordinal", "17"),
    ],
)
def test_a_fact_is_explained_by_its_claim(store: MemoryStore, fact: tuple[str, str, str]) -> None:
    (claim,) = explain(store, fact).claims
    assert claim.predicate == fact[1].removeprefix("thut:")
    assert claim.quotations


def test_a_claim_is_explained_by_its_iri(store: MemoryStore) -> None:
    (claim,) = explain(store, (NAME, "chaired", "ASEAN-Russia SOM")).claims
    assert explain(store, claim.assertion).claims == (claim,)


def test_a_denial_and_a_plan_say_that_they_are(store: MemoryStore) -> None:
    text = explain(store, "รัสเซีย").text()
    assert "— hosted — การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔ [negated]" in text
    assert "— attended — การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔ [planned]" in text


def test_rows_are_explained_by_the_claims_that_they_name(store: MemoryStore) -> None:
    (claim,) = explain(store, query(store, "said-more-than-once")).claims
    assert len(claim.quotations) == 2


def test_rows_of_things_are_explained_by_the_claims_between_them(store: MemoryStore) -> None:
    rows = query(store, "SELECT ?p ?m { ?p thut:chaired ?m }")
    assert {c.predicate for c in explain(store, rows).claims} == {"chaired", "attended"}
    dated = query(store, "SELECT ?m ?d { ?m thut:heldOn ?d FILTER(STR(?d) = '2021-08-05') }")
    assert [c.object for c in explain(store, dated).claims] == ["2021-08-05"]
    made = query(store, "CONSTRUCT { ?p thut:chaired ?m } WHERE { ?p thut:chaired ?m }")
    assert explain(store, made).claims == explain(store, rows).claims


def test_one_row_of_a_query_is_explained_alone(store: MemoryStore) -> None:
    rows = query(store, "SELECT ?p ?m { ?p thut:attended ?m } ORDER BY ?p")
    every = explain(store, rows).claims
    for number, (person, meeting) in enumerate(rows.rows, 1):
        alone = explain(store, rows, row=number)
        assert alone.target == f"row {number} of the query"
        assert alone.claims == tuple(c for c in every if (c.subject, c.object) == (person, meeting))
    for number in (0, 3):
        with pytest.raises(UsageError, match=f"row {number}: the query gives 2 rows"):
            explain(store, rows, row=number)


@pytest.mark.parametrize("name", shipped_queries())
def test_the_rows_of_every_shipped_query_can_be_explained(store: MemoryStore, name: str) -> None:
    shown, full = query(store, name), query(store, name, things=True)
    assert full.columns[: len(shown.columns)] == shown.columns
    assert {line[: len(shown.columns)] for line in full.terms} == set(shown.terms)
    if not shown.terms:
        return
    every = {claim.assertion for claim in explain(store, full).claims}
    for number in range(1, len(shown) + 1):
        one = explain(store, rows_of(store, name, row=number)).claims
        assert {claim.assertion for claim in one} <= every
    with pytest.raises(UsageError, match="row 999: the query gives"):
        rows_of(store, name, row=999)


def test_a_meeting_at_several_places_is_explained_by_what_states_each() -> None:
    said = first()
    there = next(claim for claim in said.assertions if claim.predicate == "heldAt")
    also = there._replace(object=RUSSIA)
    graph = MemoryStore(to_quads([replace(said, assertions=(*said.assertions, also))]))
    assert len(query(graph, "planned-meetings")) == 1
    claims = explain(graph, rows_of(graph, "planned-meetings", row=1)).claims
    assert {c.object_label for c in claims if c.predicate == "heldAt"} == {"กรุงมะนิลา", "รัสเซีย"}


def folded(store: MemoryStore, old: str, new: str) -> MemoryStore:
    """A store whose default graph has ``new`` for ``old``, while each document says what it says."""
    made = MemoryStore(store.quads(), store.base)
    old_claims = {q.subject for q in made.quads() if old in {q.subject.value, getattr(q.object, "value", "")}}
    for quad in list(made._store.quads_for_pattern(None, None, None, DefaultGraph())):
        if quad.subject in old_claims:
            made._store.remove(quad)
    same = Quad(
        NamedNode(old), NamedNode(OWL + "sameAs"), NamedNode(new), NamedNode(f"{store.base}graph/merges")
    )
    made._store.add(same)
    return made


def test_a_claim_that_was_merged_into_another_is_explained_by_its_documents(store: MemoryStore) -> None:
    (claim,) = explain(store, (NAME, "chaired", "ASEAN-Russia SOM")).claims
    merged = folded(store, claim.subject, explain(store, "รัสเซีย").claims[0].subject)
    assert not merged.query(f"ASK {{ <{claim.assertion}> ?p ?o }}").answer
    (again,) = explain(merged, claim.assertion).claims
    assert again.quotations == claim.quotations
    assert (again.subject_label, again.sentence_th) == (claim.subject_label, claim.sentence_th)


def test_a_claim_is_found_by_its_iri_as_tables_show_it(store: MemoryStore) -> None:
    claim = explain(store, "รัสเซีย").claims[0]
    shown = claim.assertion.removeprefix(store.base)
    assert shown.startswith("assertion/")
    assert explain(store, shown).claims == (claim,)
    with pytest.raises(QueryError, match="nothing in the graph is called"):
        explain(store, "assertion/none")


def test_a_thing_that_was_merged_into_another_is_explained_by_that(store: MemoryStore) -> None:
    russia = next(c.subject for c in explain(store, "รัสเซีย").claims if c.subject_label == "รัสเซีย")
    member = explain(store, NAME).claims[0].subject
    merged = folded(store, member, russia)
    assert explain(merged, member).claims == explain(merged, russia).claims
    (fact,) = explain(merged, (member, "supported", "ปีแห่งความร่วมมือด้านวิทยาศาสตร์")).claims
    assert fact.subject == russia


def test_documents_can_be_chosen(store: MemoryStore) -> None:
    claims = explain(store, NAME, documents=["som-17-again.txt"]).claims
    assert [(c.predicate, len(c.quotations)) for c in claims] == [("attended", 1)]
    with pytest.raises(QueryError, match=r"no claim is made about .* in nowhere\.txt"):
        explain(store, NAME, documents=["nowhere.txt"])


def test_text_and_json_say_the_same(store: MemoryStore) -> None:
    explained = explain(store, NAME)
    text, parsed = explained.text(), json.loads(explained.json())
    for claim in parsed["claims"]:
        for quotation in claim["quotations"]:
            assert " ".join(quotation["quote"].split()) in text
            assert f"{quotation['start']}-{quotation['end']}" in text


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("ไม่มีใคร", "nothing in the graph is called"),
        ((NAME, "is a", "x"), "is no property"),
        ((NAME, "visited", "รัสเซีย"), "no claim is made about"),
        ("https://example.org/nothing", "no claim is made about"),
    ],
)
def test_what_nobody_states_is_said_to_be_unstated(
    store: MemoryStore, target: str | tuple[str, str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        explain(store, target)


def test_rows_of_mere_words_cannot_be_explained(store: MemoryStore) -> None:
    with pytest.raises(QueryError, match="no IRI to explain"):
        explain(store, query(store, "SELECT ?l { ?s rdfs:label ?l }"))


def test_a_graph_with_no_more_than_the_contract_will_do(tmp_path: Path) -> None:
    more = {
        PROV + "qualifiedDerivation",
        PROV + "entity",
        NIF + "confidence",
        THUT + "rule",
        THUT + "confidence",
    }
    quads = [q for q in to_quads([first()]) if q.predicate.value not in more]
    write_graph(quads, tmp_path / "graph.ttl")
    explained = explain(tmp_path / "graph.ttl", NAME)
    claim = explained.claims[0]
    assert (claim.confidence, claim.quotations[0].confidence, claim.quotations[0].rule) == (None, None, "")
    assert "(-1)" not in explained.text()
    assert "None" not in explained.text()
    told = json.loads(explained.json())["claims"][0]
    assert (told["confidence"], told["quotations"][0]["confidence"], told["quotations"][0]["rule"]) == (
        None,
    ) * 3


def test_a_claim_of_two_objects_is_an_error(store: MemoryStore) -> None:
    predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object"
    quads = list(store.quads())
    objects = [q for q in quads if q.predicate.value == predicate]
    other = next(q.object for q in objects if q.object != objects[0].object)
    spoilt = type(objects[0])(objects[0].subject, objects[0].predicate, other, objects[0].graph_name)
    with pytest.raises(GraphError, match="two subjects, predicates or objects"):
        explain(MemoryStore([*quads, spoilt]), objects[0].subject.value)


def test_any_format_explains_alike(store: MemoryStore, tmp_path: Path) -> None:
    write_graph(store.quads(), tmp_path / "graph.ttl")
    assert explain(tmp_path / "graph.ttl", NAME) == explain(store, NAME)
    assert list(read_graph(tmp_path / "graph.ttl"))
