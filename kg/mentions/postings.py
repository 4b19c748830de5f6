"""Whom the holder of a post stands for, and where he serves."""

from __future__ import annotations

from kg.lexicon import Entry

# Before a state's name these tell where the holder of a post serves, not whom for.
_STATIONED = ("ประจำ", "ประจำประเทศ", "ประจำ ", "ประเทศ")
_AT_STATE = ("ณ ", "ณ ประเทศ")


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
