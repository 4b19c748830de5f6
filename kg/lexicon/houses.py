"""How a post of one house is written: each way to say the office before each way to say the house."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, product, starmap

from kg.lexicon.entries import Entry
from kg.lexicon.entry_classes import entries_of

_FAMILIES = ("offices_of_ministers", "offices_of_deputies")
_HOUSE = "กระทรวง"


def ways_of_writing(entries: Mapping[str, Entry]) -> dict[str, tuple[str, ...]]:
    """All the names of the posts of single houses, by id: ``รมต.คลัง`` is the ``รัฐมนตรีว่าการกระทรวงการคลัง``.

    The name of such a post begins with that of one whose house follows. What stands behind it in any of its
    names is the house, long or short; any house is written behind any name of the office.
    """
    found: dict[str, tuple[str, ...]] = {}
    for family in _FAMILIES:
        general = [entries[id_] for id_ in sorted(entries_of(family)) if id_ in entries]
        offices = [name for entry in general for name in _thai(entry) if not name.endswith("ฯ")]
        offices += [f"{name}{_HOUSE}" for name in offices if name.endswith(".")]
        longest = sorted(offices, key=len, reverse=True)
        heads = tuple(name for name in offices if name.endswith(_HOUSE))
        for entry in entries.values():
            if entry.cls == "Post" and entry not in general and entry.name("th").startswith(heads):
                houses = dict.fromkeys(filter(None, (_house(name, longest) for name in _thai(entry))))
                written = chain.from_iterable(starmap(_joined, product(offices, houses)))
                found[entry.id] = tuple(dict.fromkeys(written))
    return found


def _thai(entry: Entry) -> list[str]:
    return [name for name in entry.surfaces if not name.isascii()]


def _house(name: str, offices: list[str]) -> str:
    """What stands behind the name of an office; empty where another name stands there."""
    office = next((office for office in offices if name.startswith(office)), None)
    return "" if office is None else name[len(office) :].lstrip()


def _joined(office: str, house: str) -> list[str]:
    """An office and its house; two letters stand only behind what they can be told from, spaced or not."""
    if not house.endswith("."):
        return [f"{office}{house}"]
    return [f"{office}{house}", f"{office} {house}"] if office.endswith((".", _HOUSE)) else []
