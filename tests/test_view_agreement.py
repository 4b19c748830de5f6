"""The page in headless Chromium says of claims what the graph says: who supports, contradicts, was merged."""

from __future__ import annotations

import networkx as nx
import pytest
from browsing import details, needs_browser, sample, words
from conflicting import (
    ACTUAL,
    AGREEING,
    CONTRADICTING,
    HALL,
    HOTEL,
    MOSCOW,
    PLANNED,
    SOCHI,
    Stated,
    store,
    told,
)
from handmade import ENTITIES, SOM, SUMMIT, claim, document

from kg.graph import Fact, projection
from kg.merged import MergedNode
from kg.model import Extraction
from kg.query import query
from kg.rdf import to_quads
from kg.store import MemoryStore, open_graph
from kg.view.window import Window

pytestmark = needs_browser

SHOWN = "[...Array(thut.graph.size).keys()].flatMap((node) => thut.conflicts(node))"


def in_conflict(graph: MemoryStore, page) -> set[str]:
    """The claims that the page shows in conflict: together those that the shipped query has in one row."""
    groups = {frozenset(group) for group in page.evaluate(SHOWN)}
    found = query(graph, "conflicts")
    at = [found.columns.index(name) for name in ("claim", "other_claim")]
    rows = [{row[place] for place in at} for row in found.rows]
    assert len(groups) == len(rows)
    assert all(any(row <= group for group in groups) for row in rows)
    return set().union(*groups)


@pytest.mark.parametrize(("one", "other"), [case[:2] for case in CONTRADICTING])
def test_what_the_query_finds_to_contradict_stands_side_by_side(opened, one: Stated, other: Stated):
    graph = store(one, other)
    page = opened(projection(graph))
    assert len(in_conflict(graph, page)) == 2
    page.evaluate(
        "thut.explorer.reveal([...Array(thut.graph.size).keys()].find((n) => thut.conflicts(n).length))"
    )
    assert page.locator(".conflict .claim").count() == 2


@pytest.mark.parametrize("stated", AGREEING)
def test_what_agrees_by_the_query_is_no_conflict_on_the_page(opened, stated: list[Stated]):
    graph = store(*stated)
    assert in_conflict(graph, opened(projection(graph))) == set()


def test_a_meeting_at_many_places_is_in_conflict_by_its_cities(opened):
    graph = store(*((SOM, "heldAt", place, ACTUAL) for place in (MOSCOW, SOCHI, HALL, HOTEL)))
    assert len(in_conflict(graph, opened(projection(graph)))) == 2


def test_words_that_state_both_are_no_conflict(opened):
    source = document("d", "การประชุมครั้งที่ 44 และ 45")
    claims = tuple(claim(source, SOM, "ordinal", number, source.raw, literal=True) for number in ("44", "45"))
    graph = MemoryStore(to_quads([Extraction(source, (ENTITIES[SOM],), claims)]))
    assert in_conflict(graph, opened(projection(graph))) == set()


def test_a_day_after_a_meeting_is_against_its_days_and_one_within_them_is_not(opened):
    days = [(SOM, "heldOn", day, ACTUAL) for day in ("2021-08-04/2021-08-06", "2021-08-05", "2021-08-09")]
    graph = store(*days)
    # The last day is against each of the others, which agree.
    assert len(in_conflict(graph, opened(projection(graph)))) == 3


def test_the_end_of_another_telling_is_none_of_the_days_before_it(opened):
    days = ("2021-05-27/2021-05-30", "2021-11-10/2021-11-13", "2021-11", "2021-11-12", "2021-11-13")
    graph = store(*((SOM, "heldOn", day, ACTUAL) for day in days), (SOM, "ordinal", "17", ACTUAL))
    # May is against each of the others, which agree.
    assert len(in_conflict(graph, opened(projection(graph)))) == 5


def test_one_document_that_tells_of_two_days_and_one_that_tells_of_a_plan(opened):
    for mood in (ACTUAL, PLANNED):
        graph = told(("2021-07-01", mood, "คราวก่อน"), ("2021-08-04", ACTUAL, "คราวนี้"))
        assert bool(in_conflict(graph, opened(projection(graph)))) == (mood is PLANNED)


@pytest.mark.parametrize("mood", [ACTUAL, PLANNED])
def test_words_that_state_both_are_a_conflict_where_the_one_was_planned(opened, mood):
    source = document("d", "เดิมกำหนดไว้วันที่ 1 กรกฎาคม แล้วเลื่อนมาวันที่ 4 สิงหาคม")
    days = (("2021-07-01", mood), ("2021-08-04", ACTUAL))
    claims = tuple(claim(source, SOM, "heldOn", day, source.raw, mood, literal=True) for day, mood in days)
    graph = MemoryStore(to_quads([Extraction(source, (ENTITIES[SOM],), claims)]))
    assert bool(in_conflict(graph, opened(projection(graph)))) == (mood is PLANNED)


def test_an_ordinal_is_no_less_said_of_one_that_begins_alike(opened):
    graph = store((SUMMIT, "ordinal", "1", ACTUAL), (SUMMIT, "ordinal", "17", ACTUAL))
    assert in_conflict(graph, opened(projection(graph)))


def test_the_conflicts_of_the_samples_are_those_of_the_query(opened, demo):
    in_conflict(open_graph(demo / "graph.ttl"), opened(demo / "graph.ttl"))


def supported(support: int | None) -> nx.MultiDiGraph:
    graph = sample()
    evidence = (*words("ดอนร่วมประชุม", "ก", document="7"), *words("ดอนไปประชุม", "ค", document="8"))
    graph.add_edge("e:0don", "e:2jp", "e:ind", predicate="represents", evidence=evidence, support=support)
    said = Fact("e:post", "holdsPosition", "ทูต", "langString", "Actual", 0.9, evidence, support)
    graph.nodes["e:0don"]["facts"] = (said,)
    return graph


@pytest.mark.parametrize(("support", "said"), [(5, 5), (None, 2), (1, 0)])
def test_the_documents_that_support_a_claim_are_those_that_the_graph_counts(opened, support, said):
    page = opened(supported(support), language="en")
    for choose in ("thut.explorer.select({kind: 'pair', a: 0, b: 2})", "thut.explorer.reveal(0)"):
        page.evaluate(choose)
        assert ("independent documents" in details(page)) == bool(said)
        assert f"{said} independent documents" in details(page) or not said


def merged() -> nx.MultiDiGraph:
    graph = sample()
    names = (("นายดอน ปรมัตถ์วินัย", 3), ("รัฐมนตรีว่าการฯ", 2))
    reasons = (("person-spelling", 0.97), ("by-hand", 0.5))
    graph.nodes["e:0don"]["merged"] = MergedNode(("e:0don", "e:1", "e:2", "e:3", "e:4"), names, reasons)
    return graph


def test_what_was_put_together_is_said_with_the_names_of_documents_and_the_reasons(opened):
    page = opened(merged())
    page.evaluate("thut.explorer.reveal(0)")
    line = page.locator("#merged")
    assert line.inner_text() == (
        "รวมจาก 5 รายการของเอกสาร: นายดอน ปรมัตถ์วินัย ×3 · รัฐมนตรีว่าการฯ ×2 — "
        "ชื่อและนามสกุลเดียวกัน ต่างกันแค่วรรณยุกต์ การันต์ หรือเว้นวรรค (97%); by-hand (50%)"
    )
    page.click("#language")
    assert line.inner_text().startswith("Put together from 5 entities of documents: ")
    assert "One full name but for tone marks, silent letters or spaces (97%)" in line.inner_text()
    page.evaluate("thut.explorer.reveal(2)")
    assert line.count() == 0


def test_a_name_that_the_node_has_is_not_carried_twice():
    data = Window(merged()).around(["e:0don"]).graph
    assert data["nodes"]["of"][0] == [5, [[2, 3], ["รัฐมนตรีว่าการฯ", 2]], [[0, 97], [1, 50]]]
    assert [reason[0] for reason in data["reasons"]] == ["person-spelling", "by-hand"]
