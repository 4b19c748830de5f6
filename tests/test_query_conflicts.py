"""Which claims contradict each other, and which only say more, or the same of several occasions."""

from __future__ import annotations

import pytest
from conflicting import (
    ACTUAL,
    AGREEING,
    CONTRADICTING,
    HALL,
    HOTEL,
    MOSCOW,
    NEGATED,
    PLANNED,
    SOCHI,
    THIRD,
    Stated,
    store,
    told,
)
from handmade import ENTITIES, RUSSIA, SOM, SUMMIT, claim, document

from kg.model import Extraction, Modality
from kg.query import query
from kg.rdf import to_quads
from kg.store import MemoryStore


@pytest.mark.parametrize(("one", "other", "values"), CONTRADICTING)
def test_a_contradiction_shows_both_claims_with_their_words(one: Stated, other: Stated, values) -> None:
    found = query(store(one, other), "conflicts")
    (row,) = (dict(zip(found.columns, cells, strict=True)) for cells in found.rows)
    assert row["predicate"] == one[1]
    both = (row["value"], row["other_value"])
    assert both == values or set(both) == values
    assert {row["quote"], row["other_quote"]} == {"ถ้อยคำที่ 0", "ถ้อยคำที่ 1"}
    assert {row["document_title"], row["other_document_title"]} == {"ถ้อยคำที่ 0", "ถ้อยคำที่ 1"}
    assert {row["issued"], row["other_issued"]} == {"2021-01-01", "2021-01-02"}
    assert {row["modality"], row["other_modality"]} == {one[3].value, other[3].value}
    assert row["claim"] != row["other_claim"]


@pytest.mark.parametrize("stated", AGREEING)
def test_what_agrees_is_no_contradiction(stated: list[Stated]) -> None:
    assert query(store(*stated), "conflicts").rows == []


def test_what_one_document_tells_alike_of_two_days_is_told_of_two_occasions() -> None:
    days = ("2021-07-01", "คราวก่อน"), ("2021-08-04", "คราวนี้")
    assert query(told(*((day, ACTUAL, words) for day, words in days)), "conflicts").rows == []


def test_what_one_document_says_was_planned_for_another_day_is_shown() -> None:
    graph = told(("2021-07-01", PLANNED, "เดิมกำหนดไว้"), ("2021-08-04", ACTUAL, "เลื่อนมา"))
    assert len(query(graph, "conflicts")) == 1


def test_a_numbered_meeting_is_no_series_however_many_days_are_given_for_it() -> None:
    days = [(SOM, "heldOn", f"2021-0{month}-01", ACTUAL) for month in range(1, 5)]
    assert len(query(store(*days), "conflicts")) == 0
    found = query(store(*days, (SOM, "ordinal", "17", ACTUAL)), "conflicts")
    assert [row[found.columns.index("values")] for row in found.rows] == ["4"]


def test_a_meeting_at_many_places_is_no_series_unless_it_is_held_on_as_many_days() -> None:
    at = [(SOM, "heldAt", place, ACTUAL) for place in (MOSCOW, SOCHI, HALL, HOTEL)]
    for held in ([], [(SOM, "heldOn", "2021-08-04", ACTUAL)]):
        (row,) = query(store(*at, *held), "conflicts").rows
        assert {"มอสโก", "โซชิ"} <= set(row)


def test_a_day_against_several_is_told_once_by_the_surest_of_them() -> None:
    days = (("2021-11-01", 0.8), ("2021-11-02", 0.7), ("2021-08-04", 0.9))
    extractions = []
    for number, (day, confidence) in enumerate(days):
        source = document(f"d{number}", f"ถ้อยคำที่ {number}")
        one = claim(source, SOM, "heldOn", day, source.raw, literal=True, confidence=confidence)
        extractions.append(Extraction(source, (ENTITIES[SOM],), (one,)))
    found = query(MemoryStore(to_quads(extractions)), "conflicts")
    (row,) = (dict(zip(found.columns, cells, strict=True)) for cells in found.rows)
    assert (row["value"], row["other_value"], row["values"]) == ("2021-08-04", "2021-11-01", "3")
    assert (row["quote"], row["other_quote"], row["confidence"]) == ("ถ้อยคำที่ 2", "ถ้อยคำที่ 0", "0.8")


def test_each_denial_of_one_thing_is_told() -> None:
    denied = [(RUSSIA, "attended", meeting, mood) for meeting in (SOM, SUMMIT) for mood in (ACTUAL, NEGATED)]
    assert len(query(store(*denied), "conflicts")) == 2


def test_claims_of_two_documents_come_first_and_of_these_the_surest() -> None:
    sure, unsure = (("2021-07", 0.9), ("2021-08", 0.9)), (("2021-09", 0.5), ("2021-10", 0.9))
    extractions = []
    for number, (day, confidence) in enumerate((*unsure, *sure)):
        meeting = (SUMMIT, SOM)[number // 2]
        source = document(f"d{number}", f"ถ้อยคำที่ {number}")
        one = claim(source, meeting, "heldOn", day, source.raw, literal=True, confidence=confidence)
        extractions.append(Extraction(source, (ENTITIES[meeting],), (one,)))
    alone = document("both", "เดิมกำหนดไว้ แล้วเลื่อนมา")
    claims = (
        claim(alone, THIRD.key, "heldOn", "2021-01", "เดิมกำหนดไว้", PLANNED, literal=True, confidence=0.99),
        claim(alone, THIRD.key, "heldOn", "2021-02", "เลื่อนมา", literal=True, confidence=0.99),
    )
    extractions.append(Extraction(alone, (THIRD,), claims))
    found = query(MemoryStore(to_quads(extractions)), "conflicts")
    at = [found.columns.index(name) for name in ("value", "confidence")]
    assert [tuple(row[i] for i in at) for row in found.rows] == [
        ("2021-07", "0.9"), ("2021-09", "0.5"), ("2021-01", "0.99"),
    ]  # fmt: skip


@pytest.mark.parametrize("mood", [ACTUAL, PLANNED])
def test_words_that_state_both_contradict_each_other_where_the_one_was_planned(mood: Modality) -> None:
    source = document("d", "เดิมกำหนดไว้วันที่ 1 กรกฎาคม แล้วเลื่อนมาวันที่ 4 สิงหาคม")
    days = (("2021-07-01", mood), ("2021-08-04", ACTUAL))
    claims = tuple(claim(source, SOM, "heldOn", day, source.raw, mood, literal=True) for day, mood in days)
    found = query(MemoryStore(to_quads([Extraction(source, (ENTITIES[SOM],), claims)])), "conflicts")
    assert len(found) == (mood is PLANNED)


def test_words_that_state_both_contradict_nothing() -> None:
    source = document("d", "การประชุมครั้งที่ 44 และ 45")
    claims = tuple(claim(source, SOM, "ordinal", number, source.raw, literal=True) for number in ("44", "45"))
    assert (
        query(MemoryStore(to_quads([Extraction(source, (ENTITIES[SOM],), claims)])), "conflicts").rows == []
    )
