"""Companies that somebody meets, as they are named or listed: ``บริษัท ก จำกัด``, ``Alpha Beta และ Gamma``."""

from __future__ import annotations

import re

from kg.mentions.bodies import company_at
from kg.mentions.scan import Scan
from kg.mentions.things import ThingMention
from kg.text import Span

# Where the names begin behind the people or companies that are met.
_NAMED = re.compile(
    r"[^\n]{0,12}?(?:"
    r"(?:บริษัท|เอกชน|นักธุรกิจ|นักลงทุน|ผู้บริหาร)(?:(?!เพื่อ|กิจกรรม|งาน|โครงการ|สินค้า|ประเด็น|เรื่อง)"
    r"[^\nA-Za-z(),]){0,70}?"
    r"(?:อาทิ(?:เช่น)?|เช่น|ได้แก่|ประกอบด้วย) ?|"
    r"(?:ผู้บริหาร|ผู้แทน|ตัวแทน)(?:ระดับสูง)?(?:ของ|จาก)?(?:บริษัท)? ?(?=[A-Z])|"
    r"บริษัท[ก-ฺเ-๎ฯ.]{3,40} (?=[A-Z])|(?=บริษัท))"
)
_LATIN = re.compile(r"[A-Z][A-Za-z0-9&'-]*(?: [A-Za-z][A-Za-z0-9&'-]*)*")
_NEXT = re.compile(r" ?(?:\([^()\n]{1,40}\) ?)?(?:[,/] ?(?:และ)?|และ ?|กับ(?=บริษัท))?")
_MARKED = (",", "/")
_WORD = re.compile(r"(?:[A-Za-z&]{1,2} )?[A-Za-z0-9&'-]+")
_MOST = 12


def companies_met(scan: Scan, start: int, end: int) -> list[ThingMention]:
    """The companies named behind a verb of meeting that ends at ``start``; none where only their kind is."""
    begin = _NAMED.match(scan.document.text, start, end)
    return companies_listed(scan, begin.end(), end) if begin is not None else []


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
