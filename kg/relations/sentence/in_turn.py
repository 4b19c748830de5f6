"""Several meetings with a day or a place each: ``M และ N จะจัดขึ้นในวันที่ 9 และวันที่ 11 ตามลำดับ``."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.mentions.places import PlaceChain, PlaceMention
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading

_IN_TURN = "ตามลำดับ"
# How far behind a day or a place the word may stand that shares out a row of them.
_REACH = 160
_AND = "และ"


def each_its_own(
    reading: Reading, events: list[Draft], item: Item, clause: Clause
) -> list[tuple[list[Draft], Item]]:
    """Whose each day or place is: all of ``events`` have ``item``, unless a row of them is shared out.

    Of a row that has more or fewer than the events nobody knows which is whose.
    """
    many = len(events) > 1 and item.kind in ("date", "places")
    end = reading.scan.folded.find(_IN_TURN, item.end, min(clause.end, item.end + _REACH)) if many else -1
    if end < 0:
        return [(events, item)]
    row = [other for other in clause.items if other.kind == item.kind and other.end <= end]
    row = row[_begins(reading, row) :] if item.kind == "date" else row
    if isinstance(item.payload, PlaceChain) and len(row) == 1:
        chains = _parted(reading, item.payload)
        row = [Item(item.start, item.end, item.kind, payload=chain) for chain in chains]
    if len(row) == 1 or (item not in row and item.kind == "date"):
        return [(events, item)]
    shared = list(zip(([event] for event in events), row, strict=False)) if len(row) == len(events) else []
    return [told for told in shared if told[1] is item] if item in row else shared


def _begins(reading: Reading, row: list[Item]) -> int:
    """Where in ``row`` the days begin that stand side by side up to its end."""
    begins = 0
    for index, (before, following) in enumerate(pairwise(row), 1):
        gap = reading.scan.folded[before.end : following.start].replace(_AND, "").replace("ระหว่าง", "")
        begins = index if gap.strip(" ,") not in {"", "ใน"} else begins
    return begins


def _parted(reading: Reading, chain: PlaceChain) -> list[PlaceChain]:
    """The parts of a chain of places that ``และ`` or a comma joins."""
    parts: list[list[PlaceMention]] = []
    for place in chain.places:
        before = reading.scan.folded[parts[-1][-1].span.end : place.span.start] if parts else _AND
        if _AND in before or "," in before:
            parts.append([])
        parts[-1].append(place)
    return [PlaceChain(chain.span, tuple(part)) for part in parts]
