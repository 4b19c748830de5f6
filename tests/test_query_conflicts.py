"""Which claims contradict each other, and which only say more, or the same of several occasions."""

from __future__ import annotations

import pytest
from handmade import ENTITIES, RUSSIA, SOM, SUMMIT, THAILAND, claim, document, entity

from kg.model import EntityType, Extraction, Modality
from kg.query import query
from kg.rdf import to_quads
from kg.store import MemoryStore

PLANNED, NEGATED, ACTUAL = Modality.PLANNED, Modality.NEGATED, Modality.ACTUAL
CITY = {
    key: entity(key, EntityType.PLACE, name, cls=cls)
    for key, name, cls in [
        ("place:มอสโก", "มอสโก", "City"),
        ("place:โซชิ", "โซชิ", "City"),
        ("place:ทำเนียบ", "ทำเนียบ", "Venue"),
        ("place:โรงแรม", "โรงแรม", "Venue"),
    ]
}
EVERYTHING = ENTITIES | CITY
MOSCOW, SOCHI, HALL, HOTEL = CITY
THIRD = entity("meeting:เวที", EntityType.MEETING, "เวทีหารือ")
Stated = tuple[str, str, str, Modality]


def store(*stated: Stated) -> MemoryStore:
    """A store of documents, each of which states one thing in words of its own."""
    extractions = []
    for number, (subject, predicate, value, modality) in enumerate(stated):
        literal = value not in EVERYTHING
        source = document(f"d{number}", f"ถ้อยคำที่ {number}", published=f"2021-01-{number + 1:02}")
        one = claim(source, subject, predicate, value, source.raw, modality, literal=literal)
        used = tuple(EVERYTHING[key] for key in {subject, value} & set(EVERYTHING))
        extractions.append(Extraction(source, used, (one,)))
    return MemoryStore(to_quads(extractions))


# Two claims, and the values that the query shows.
CONTRADICTING = [
    ((SOM, "heldOn", "2021-07", ACTUAL), (SOM, "heldOn", "2021-08", ACTUAL), ("2021-07", "2021-08")),
    ((SOM, "heldOn", "2021", PLANNED), (SOM, "heldOn", "2022-09", ACTUAL), ("2021", "2022-09")),
    # A meeting that was put off: what it was planned for is before the days that it was held on.
    ((SOM, "heldOn", "2021-05-27/2021-05-30", PLANNED), (SOM, "heldOn", "2021-08-04/2021-08-05", ACTUAL),
     ("2021-05-27", "2021-08-04")),
    ((SOM, "heldAt", THAILAND, ACTUAL), (SOM, "heldAt", RUSSIA, ACTUAL), {"ไทย", "รัสเซีย"}),
    ((SOM, "heldAt", MOSCOW, ACTUAL), (SOM, "heldAt", SOCHI, PLANNED), {"มอสโก", "โซชิ"}),
    ((SOM, "ordinal", "17", ACTUAL), (SOM, "ordinal", "18", ACTUAL), ("17", "18")),
    ((SOM, "mode", "online", ACTUAL), (SOM, "mode", "in-person", ACTUAL), ("InPerson", "Online")),
    ((RUSSIA, "attended", SOM, NEGATED), (RUSSIA, "attended", SOM, ACTUAL), {EVERYTHING[SOM].name}),
    ((RUSSIA, "hosted", SUMMIT, PLANNED), (RUSSIA, "hosted", SUMMIT, NEGATED), {EVERYTHING[SUMMIT].name}),
]  # fmt: skip
# Claims of which the query shows none.
AGREEING = [
    # The one only says less.
    [(SOM, "heldOn", "2021-08", ACTUAL), (SOM, "heldOn", "2021-08-05", ACTUAL)],
    # A day of several.
    [(SOM, "heldOn", "2021-08-04/2021-08-06", PLANNED), (SOM, "heldOn", "2021-08-05", ACTUAL)],
    # Days that some words say a meeting lasts over, whoever names one of them.
    [(SOM, "heldOn", day, ACTUAL) for day in ("2021-08-03/2021-08-06", "2021-08-04", "2021-08-06")],
    # Who is not in the hall of a hybrid meeting is there online.
    [(SOM, "mode", "hybrid", ACTUAL), (SOM, "mode", "online", ACTUAL)],
    # A hall and its city, a city and its state, two halls.
    [(SOM, "heldAt", MOSCOW, ACTUAL), (SOM, "heldAt", HALL, ACTUAL)],
    [(SOM, "heldAt", MOSCOW, ACTUAL), (SOM, "heldAt", RUSSIA, ACTUAL)],
    [(SOM, "heldAt", HOTEL, ACTUAL), (SOM, "heldAt", HALL, ACTUAL)],
    # What is denied was not stated otherwise.
    [(SOM, "heldOn", "2021-08-04", NEGATED), (SOM, "heldOn", "2021-08-05", ACTUAL)],
    # A plan and what became of it.
    [(RUSSIA, "attended", SOM, PLANNED), (RUSSIA, "attended", SOM, ACTUAL)],
    # The name of a series.
    [(SOM, "heldOn", f"2021-08-0{day}", ACTUAL) for day in range(1, 5)],
    [(SOM, "heldOn", "2021-08-04", ACTUAL), (SUMMIT, "heldOn", "2021-08-05", ACTUAL)],
]


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


def told(*stated: tuple[str, Modality, str]) -> MemoryStore:
    """A store of one document that tells of the days of one meeting: the day, the modality and the words."""
    source = document("d", " ".join(words for _, _, words in stated))
    claims = (claim(source, SOM, "heldOn", day, words, mood, literal=True) for day, mood, words in stated)
    return MemoryStore(to_quads([Extraction(source, (ENTITIES[SOM],), tuple(claims))]))


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
