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


def test_words_that_state_both_contradict_nothing() -> None:
    source = document("d", "การประชุมครั้งที่ 44 และ 45")
    claims = tuple(claim(source, SOM, "ordinal", number, source.raw, literal=True) for number in ("44", "45"))
    assert (
        query(MemoryStore(to_quads([Extraction(source, (ENTITIES[SOM],), claims)])), "conflicts").rows == []
    )
