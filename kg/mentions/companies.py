"""Companies as a text lists them behind the first: ``บริษัท Alpha, Beta และ Gamma``."""

from __future__ import annotations

from kg.expressions import expression
from kg.mentions.bodies import company_at
from kg.mentions.scan import Scan
from kg.mentions.things import ThingMention
from kg.text import Span

_LATIN = expression(r"[A-Z][A-Za-z0-9&'-]*(?: [A-Za-z][A-Za-z0-9&'-]*)*")
_NEXT = expression(r" ?(?:\([^()\n]{1,40}\) ?)?(?:[,/] ?(?:และ)?|และ ?|กับ(?=บริษัท))?")
_MARKED = (",", "/")
_WORD = expression(r"(?:[A-Za-z&]{1,2} )?[A-Za-z0-9&'-]+")
_MOST = 12


def companies_listed(scan: Scan, start: int, end: int) -> list[ThingMention]:
    """The companies of the list that begins at ``start``."""
    found: list[ThingMention] = []
    at = start
    while at < end and len(found) < _MOST:
        named = _companies_at(scan, at, end)
        if not named:
            break
        found += named
        following = _NEXT.match(scan.folded, named[-1].span.end, end)
        at = following.end() if following is not None else end
    return found


def _companies_at(scan: Scan, start: int, end: int) -> list[ThingMention]:
    """The company named at ``start``; several where words in Latin letters follow without a mark."""
    text = scan.document.text
    company = company_at(scan, start, end) if scan.folded.startswith("บริษัท", start) else None
    if company is not None:
        return [company]
    run = _LATIN.match(text, start, end)
    known = scan.names_at.get(start)
    if run is None or (known is not None and known.type != "Organization"):
        return []
    several = (
        run.group().count(" ") > 1 and not text.startswith(_MARKED, run.end()) and "&" not in run.group()
    )
    spans = [Span(*w.span()) for w in _WORD.finditer(text, *run.span())] if several else [Span(*run.span())]
    return [ThingMention(s, "Organization", "Organization", s.of(text), (), named=True) for s in spans]
