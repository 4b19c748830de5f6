"""Whom the holder of a post stands for, and where he serves."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import HOME, Entry, alternatives, any_of
from kg.mentions.bodies import body_at
from kg.mentions.missions import mission_end
from kg.mentions.scan import Scan

# Before a state's name these tell where the holder of a post serves, not whom for.
_STATIONED = ("ประจำ", "ประจำประเทศ", "ประจำ ", "ประเทศ")
_AT_STATE = ("ณ ", "ณ ประเทศ")
_SHORTENED = expression(r" (?:[ก-ฮ]{1,3}\.){1,4}(?=[ ,)]|$)")
_PART = expression(any_of("parts_of_offices"))
_HOUSE_OF_PARTS = expression(alternatives("houses_of_parts"))


def places_of(
    folded: str, names: list[tuple[str, Entry, int]]
) -> tuple[Entry | None, Entry | None, Entry | None]:
    """The state, body and city of a title; after ``ประจำ`` stands where its holder serves, not whom for."""
    country = body = city = None
    for kind, entry, start in names:
        before = folded[max(0, start - 12) : start]
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


def seat_end(scan: Scan, start: int, at: int, *, alone: bool) -> int:
    """Where the house of an office ends behind a space; ``at``, where its title ends, for none.

    ``ผู้อำนวยการกอง ก สำนักงานปลัดกระทรวง ข``, ``ผู้อำนวยการใหญ่ องค์การ ก``: an office told ``alone`` is of
    whatever body follows, a part of a house of one that has parts.
    """
    folded = scan.folded
    if not folded.startswith(" ", at):
        return at
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
        return at
    short = _SHORTENED.match(folded, at + 1 + len(body.surface))
    return short.end() if short else at + 1 + len(body.surface)
