"""Sites that people go to see: a factory, a port, a museum, or a list of them behind a verb of seeing."""

from __future__ import annotations

from collections.abc import Iterator

from kg.expressions import expression
from kg.lexicon import alternatives, any_of
from kg.mentions.places import Chain, PlaceMention, venue_at
from kg.mentions.scan import Scan
from kg.text import spaced_behind

# What people go to see; a name of some length follows.
_SITE = expression(alternatives("heads_of_houses", "heads_of_sites"))
_SHORTEST = 7
# What is seen of a site is told before it: ``การดำเนินงานของโรงงาน ก``.
_WORK_OF = expression(rf"{any_of('work_of_sites')}(?:ของ)? ?(?={_SITE.pattern})")
_LATIN_SITE = expression(
    r" ?(?:และ ?)?(?P<name>(?:[A-Z][A-Za-z'’.&-]* (?:of |the |and )?){1,6}"
    rf"{any_of('latin_sites')})(?![A-Za-z])"
)
_NEXT = expression(rf"(?: |และ)(?=({_SITE.pattern}))")
_TO_NEXT = spaced_behind("และ", "ณ")


def sites_at(scan: Scan, start: int, limit: int) -> list[PlaceMention]:
    """The sites that somebody goes to see, named right at ``start``: ``(เยี่ยมชม)โรงงานผลิตยา ก และท่าเรือ ข``."""
    at = start + scan.folded.startswith(" ", start)
    work = _WORK_OF.match(scan.folded, at, limit)
    at = work.end() if work is not None else at
    head = _SITE.match(scan.folded, at, limit)
    if head is None:
        return list(_in_latin(scan, at, limit))
    chain = Chain(scan, at, joined=_SITE)
    chain.read(limit)
    known = scan.names_at.get(at) is not None
    begins = at + _SHORTEST if known else max(at + _SHORTEST, head.end())
    sites = [place for place in chain.places[:1] if place.span.end > begins]
    others = [p for p in chain.places[1:] if scan.folded.endswith(_TO_NEXT, at, p.span.start)]
    return [site for place in sites for site in _apart(scan, place, listed=bool(others))] + others


def _in_latin(scan: Scan, start: int, limit: int) -> Iterator[PlaceMention]:
    """The sites named in Latin letters at ``start``: ``(เยี่ยมชม) Northern Port และ City Museum``."""
    site = _LATIN_SITE.match(scan.document.text, start, limit)
    while site is not None:
        yield venue_at(scan, *site.span("name"))
        site = _LATIN_SITE.match(scan.document.text, site.end(), limit)


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
