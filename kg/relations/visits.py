"""Frames of visits: who went to which state or city."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.mentions.places import PlaceChain
from kg.model import EntityType, Modality
from kg.relations.circumstances import place_draft
from kg.relations.clauses import resolve
from kg.relations.reading import Clause, Reading
from kg.relations.referents import draft_of

_THAT = "ที่"
# ``ได้เชิญนาย ก เยือน`` asks for a visit; who comes ``ตามคำเชิญ`` makes it.
_INVITES = re.compile("(?<!คำ)เชิญ(?!ชวน)")
# How far before the visit an invitation may stand: a name with its posts lies between.
_INVITED = 160
_OCCASION = ("ในโอกาส", "ในโอกาสการ", "ในโอกาสเดินทาง", "ในโอกาสการเดินทาง")


def travelled(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``เดินทางไปร่วมประชุม ณ X`` is a visit to X too."""
    for item in clause.after(index):
        if item.kind == "places" and isinstance(item.payload, PlaceChain):
            for place in item.payload.places:
                if place.kind == "venue":
                    continue
                draft = place_draft(reading, place)
                for person in subject:
                    if person.type is EntityType.PERSON and not own_country(reading, person, draft):
                        reading.say(person, "visited", draft, clause, "travel.v1", mood)
            return


def visit(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เยือน X``: the state or place after the verb; ``ณ`` places of the same clause are visited too."""
    verb = clause.items[index]
    folded = reading.scan.folded
    places = _places_after(reading, clause, index)
    if not places:
        return
    nominal = folded.endswith("การ", 0, verb.start)
    begin = max(clause.start, verb.start - _INVITED)
    if mood is Modality.ACTUAL and _INVITES.search(folded, begin, verb.start):
        mood = Modality.PLANNED
    visitors = [d for d in subject if d.type is EntityType.PERSON]
    if nominal or folded.endswith(_OCCASION, clause.start, verb.start):
        guest = _guest_before(reading, clause, index)
        visitors = [guest] if guest is not None else ([] if nominal else visitors)
    if folded.endswith(_THAT, 0, verb.start):
        visitors = _told_of(reading, clause, index)
    for draft in visitors:
        for place in places:
            if not own_country(reading, draft, place):
                reading.say(draft, "visited", place, clause, "visit.v1", mood)


def _places_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The states and cities that a verb of visiting governs."""
    places: list[Draft] = []
    edge = clause.items[index].end
    for item in clause.after(index):
        if (item.kind == "country" and not item.qualifies and item.start - edge <= 14) or (
            item.kind == "place" and item.start - edge <= 8
        ):
            draft = draft_of(item, reading.register)
            if draft is not None:
                places.append(draft)
                edge = item.end
        elif item.kind == "places" and isinstance(item.payload, PlaceChain):
            places += [
                reading.register.thing(EntityType.PLACE, p.surface)
                for p in item.payload.places
                if p.kind == "city"
            ]
            edge = item.end
        elif item.kind in ("verb", "meeting"):
            break
    return places


def _told_of(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """Whom a relative clause tells of: the person right before ``ที่``, and not the subject of the clause."""
    that = clause.items[index].start - len(_THAT)
    for item in clause.before(index):
        near = item.kind in ("person", "role") and not reading.text(item.end, that).strip()
        return resolve(reading, item) if near and item.end <= that else []
    return []


def _guest_before(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """The last person named before a visit that is told as an occasion."""
    for item in clause.before(index):
        if item.kind in ("person", "role"):
            drafts = resolve(reading, item)
            if drafts:
                return drafts[0]
    return None


def own_country(reading: Reading, draft: Draft, place: Draft) -> bool:
    """Nobody visits the state that he stands for."""
    if place.lexicon is None or place.type is not EntityType.COUNTRY:
        return False
    countries = {(post.country.id if post.country else "") for post in draft.posts}
    if place.lexicon.id in countries:
        return True
    return (
        place.lexicon.id == "country-th"
        and countries == {""}
        and not any(post.country for post in draft.posts)
    )
