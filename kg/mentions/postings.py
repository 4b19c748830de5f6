"""Whom the holder of a post stands for, and where he serves."""

from __future__ import annotations

from typing import NamedTuple

from kg.expressions import THAI, expression
from kg.lexicon import HOME, Entry, NameHit, alternatives, any_of, entries_of
from kg.mentions.bodies import body_at, company_at
from kg.mentions.missions import mission_end
from kg.mentions.scan import Scan

# Before a state's name these tell where the holder of a post serves, not whom for.
_STATIONED = ("ประจำ", "ประจำประเทศ", "ประจำ ", "ประเทศ")
_AT_STATE = ("ณ ", "ณ ประเทศ")
_STATIONED_REACH = 12
_SHORTENED = expression(r" (?:[ก-ฮ]{1,3}\.){1,4}(?=[ ,)]|$)")
_PART = expression(any_of("parts_of_offices"))
_HOUSE_OF_PARTS = expression(alternatives("houses_of_parts"))
_MEMBERS_OF_PARLIAMENT = entries_of("members_of_parliament")
_PARTY = expression(rf" พรรค[{THAI}]{{3,24}}?(?=[ ,)\n]|และ|$)")
_COMPANY = "บริษัท"
_NOUN = expression(any_of("heads_of_bodies", "heads_of_groups"))
_LONGEST_NOUN = 24
# ``สถาบัน Lumen Institute for Change``: the name of a house in Latin letters, behind its noun.
_LATIN = expression(
    r" [A-Z][A-Za-z0-9&.'’-]{1,40}(?: (?:(?:of|for|and|the|in|&) ){0,2}[A-Z][A-Za-z0-9&.'’-]{0,40}){0,8}"
)


class NamedPart(NamedTuple):
    """A name in a title: its class, its entry, and where it begins, with the word that leads to it."""

    type: str
    entry: Entry
    start: int


def part_of(hit: NameHit, start: int = -1) -> NamedPart:
    """The part of a title that a name is; it begins at ``start``, if that is told, and not with the name."""
    return NamedPart(hit.type, hit.entry, hit.start if start < 0 else start)


SENT_TO_BODIES = entries_of("sent_to_bodies")
# Their seat stands behind the body, or the bodies, that they are sent to.
_SEAT = expression(
    r"(?: ?และ(?:องค์การ|องค์กร)ระหว่างประเทศ(?:อื่น ?ๆ?)?)? ?ณ {0,2}"
    rf"(?P<city>{any_of('nouns_of_cities')})"
)


def places_of(folded: str, names: list[NamedPart]) -> tuple[Entry | None, Entry | None, Entry | None]:
    """The state, body and city of a title; after ``ประจำ`` stands where its holder serves, not whom for."""
    country = body = city = None
    for kind, entry, start in names:
        before = folded[max(0, start - _STATIONED_REACH) : start]
        stationed = "ประจำ" in before and before.endswith(_STATIONED)
        # The state after a city is where the city lies: ``เอกอัครราชทูต ณ กรุงพนมเปญ ราชอาณาจักรกัมพูชา``.
        if kind == "Country" and before.endswith(_AT_STATE):
            continue
        if kind == "Country" and country is None and city is None and not stationed:
            country = entry
        elif kind == "Organization" and body is None:
            body = entry
        elif kind == "Place" and city is None and not stationed:
            city = entry
    return country, body, city


def house_end(scan: Scan, start: int, at: int) -> int:
    """Where the name of a house ends whose noun ends a title at ``at``; ``at`` for none.

    ``ประธานบริษัท Lumen Global``, ``ประธานเจ้าหน้าที่บริหารบริษัท ก จำกัด``: without it the title says not of what.
    """
    folded = scan.folded
    if folded.endswith(_COMPANY, start, at):
        if folded.startswith(" และ", at):
            # ``กรรมการบริษัท และกรรมการผู้จัดการ บริษัท ก จำกัด``: another office of the same house.
            return at
        company = company_at(scan, at - len(_COMPANY), len(folded))
        return company.span.end if company is not None else at
    latin = _LATIN.match(scan.document.text, at)
    if latin is None:
        return at
    noun = any(hit.end() == at for hit in _NOUN.finditer(folded, max(start, at - _LONGEST_NOUN), at))
    return latin.end() if noun else at


def seat_end(scan: Scan, start: int, at: int, head: Entry, *, alone: bool) -> int:
    """Where the house of an office ends behind a space; ``at``, where its title ends, for none.

    ``ผู้อำนวยการกอง ก สำนักงานปลัดกระทรวง ข``, ``ผู้อำนวยการใหญ่ องค์การ ก``: an office told ``alone`` is of
    whatever body follows, a part of a house of one that has parts, an envoy of a mission, a member of
    parliament of a party.
    """
    folded = scan.folded
    if not folded.startswith(" ", at):
        return at
    if head.id in _MEMBERS_OF_PARLIAMENT:
        party = _PARTY.match(folded, at)
        return party.end() if party is not None else at
    if head.of_mission:
        end = mission_end(scan, at + 1)
        return end if end > at + 1 else at
    hit = scan.names_at.get(at + 1)
    if hit and hit.type == "Organization" and (alone or hit.entry.country == HOME):
        return hit.end
    end = mission_end(scan, at + 1)
    if end > at + 1:
        return end
    part = _PART.search(folded, start, at) and "กระทรวง" not in folded[start:at]
    if not alone and not (part and _HOUSE_OF_PARTS.match(folded, at + 1)):
        return at
    body = body_at(scan, at + 1, len(folded))
    if body is None:
        noun = _NOUN.match(folded, at + 1)
        house = house_end(scan, at + 1, noun.end()) if noun is not None else at
        return house if noun is not None and house > noun.end() else at
    short = _SHORTENED.match(folded, at + 1 + len(body.surface))
    return short.end() if short else at + 1 + len(body.surface)


def city_end(scan: Scan, at: int, head: Entry) -> int:
    """Where the city ends in which somebody is sent to bodies; ``at``, where their names end, for none.

    ``ผู้แทนถาวรประจำสหประชาชาติ และองค์การระหว่างประเทศอื่น ๆ ณ นครเจนีวา``: and no venue.
    """
    seat = _SEAT.match(scan.folded, at) if head.id in SENT_TO_BODIES else None
    if seat is None:
        return at
    city = scan.names_at.get(seat.end()) or scan.names_at.get(seat.start("city"))
    return city.end if city is not None and city.type == "Place" else at
