"""Sites that people go to see: a factory, a port, a museum, or a list of them behind a verb of seeing."""

from __future__ import annotations

from collections.abc import Iterator

from kg.expressions import expression
from kg.lexicon import alternatives
from kg.mentions.places import Chain, PlaceMention, venue_at
from kg.mentions.scan import Scan

# What people go to see; a name of some length follows.
_SITE = expression(alternatives("heads_of_houses", "heads_of_sites"))
_SHORTEST = 7
_NEXT = expression(rf"(?: |และ)(?=({_SITE.pattern}))")
_TO_NEXT = tuple(f"{word}{space}" for word in ("และ", "ณ") for space in ("", " "))


def sites_at(scan: Scan, start: int, limit: int) -> list[PlaceMention]:
    """The sites that somebody goes to see, named right at ``start``: ``(เยี่ยมชม)โรงงานผลิตยา ก และท่าเรือ ข``."""
    at = start + scan.folded.startswith(" ", start)
    if not _SITE.match(scan.folded, at, limit):
        return []
    chain = Chain(scan, at, joined=_SITE)
    chain.read(limit)
    sites = [place for place in chain.places[:1] if place.span.end - at > _SHORTEST]
    others = [p for p in chain.places[1:] if scan.folded.endswith(_TO_NEXT, at, p.span.start)]
    return [site for place in sites for site in _apart(scan, place, listed=bool(others))] + others


def _apart(scan: Scan, place: PlaceMention, *, listed: bool) -> Iterator[PlaceMention]:
    """The sites that stand side by side in what was taken for one: ``ท่าเรือ ก สถานี ข (และตลาด ค)``.

    Where no list goes on behind it, its ``และ`` parts it only before another of its kind.
    """
    folded, start = scan.folded, place.span.start
    for link in _NEXT.finditer(folded, start, place.span.end):
        same = folded.startswith(link.group(1), start) and link.group() != " "
        if (listed or same) and link.start() - start > _SHORTEST:
            yield venue_at(scan, start, link.start())
            start = link.end()
    yield venue_at(scan, start, place.span.end) if start > place.span.start else place
