"""What tests of contradictions share: stores of claims that contradict each other, or only say more."""

from __future__ import annotations

from handmade import ENTITIES, RUSSIA, SOM, SUMMIT, THAILAND, claim, document, entity

from kg.model import EntityType, Extraction, Modality
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
    HELD_AGAIN := [(SOM, "heldOn", f"2021-08-0{day}", ACTUAL) for day in range(1, 5)],
    [*HELD_AGAIN, (SOM, "heldAt", MOSCOW, ACTUAL), (SOM, "heldAt", SOCHI, ACTUAL)],
    [(SOM, "heldOn", "2021-08-04", ACTUAL), (SUMMIT, "heldOn", "2021-08-05", ACTUAL)],
]


def told(*stated: tuple[str, Modality, str]) -> MemoryStore:
    """A store of one document that tells of the days of one meeting: the day, the modality and the words."""
    source = document("d", " ".join(words for _, _, words in stated))
    claims = (claim(source, SOM, "heldOn", day, words, mood, literal=True) for day, mood, words in stated)
    return MemoryStore(to_quads([Extraction(source, (ENTITIES[SOM],), tuple(claims))]))
