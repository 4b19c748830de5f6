"""Where something takes place: the chain of room, building, city and state after ``ณ`` or ``ที่``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon import NameHit
from kg.mentions.scan import Scan
from kg.text import Span

_AT = re.compile(r"ณ ?|ที่(?=กรุง|นคร|เมือง|ประเทศ|จังหวัด|ทำเนียบ|ตึก|โรงแรม|ศูนย์)")
_THAI_BEFORE = re.compile("[ก-ฺเ-๎]")
_CITY_LEAD = re.compile(r"(?:กรุง|นคร|เมือง|จังหวัด|จ\.|รัฐ(?=[ก-ฮ])|มณฑล|เกาะ)")
_SEGMENT = re.compile(r"[^\s()\n,]+")
_BRACKET = re.compile(r" ?\([A-Za-z][^()\n]{0,60}\)")
_STOP = re.compile(
    r"(?:และผ่าน|และทาง|ผ่าน|โดย|ซึ่ง|เพื่อ|เมื่อ|เวลา|วันที่|ในวัน|ใน(?=โอกาส|ช่วง|ระหว่าง|รูปแบบ|ปี|เดือน|ฐานะ|การ)|ระหว่าง|พร้อม|มี|ได้|จะ|"
    r"นั้น|ว่า|ตาม|เป็น|ร่วม|เข้า|หลัง|ก่อน|จาก|ทั้งนี้|และ(?!เมือง|กรุง|นคร|สวน|พิพิธ)|กับ|ด้วย|ครั้ง|ให้|อย่าง|สู่|ของ|สำหรับ|นอกจาก|ภาย|ต้อน|ถึง|เดิน|นำ|ต่อ|แห่งนี้)"
)
_GLUED = re.compile(r"(?:โดย|ซึ่ง|เพื่อ|ระหว่างวันที่|เมื่อวันที่|ในวันที่|ได้|จะ|ครั้งนี้|ว่า|เป็นเจ้าภาพ|ในช่วง|ในโอกาส)")
_DATE = re.compile(r"\d{1,2} ?(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|[ก-ฮ]{1,2}\.)")


_IN_BRACKET = re.compile(r"\(([^()\n]{6,120})\)")
_DATE_TAIL = re.compile(r"(?:ปี ?(?:ค\.ศ\.|พ\.ศ\.)? ?\d{4}|เมื่อวันที่|\d{1,2} [ก-ฮ])")
_NAME = re.compile(r"[ก-ฺเ-๎A-Za-z. ]{3,40}")


_MISSION_AT = re.compile(r"สถาน(?:เอกอัครราช|กงสุล)?\S* ณ (?:กรุง|นคร|เมือง)\S+")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text: a venue as one phrase, a city, or a state as the place of something.

    ``kind`` is ``venue city country``; ``hit`` the lexicon name, where it is one.
    """

    span: Span
    kind: str
    surface: str
    hit: NameHit | None


@dataclass(frozen=True, slots=True)
class PlaceChain:
    """The places that one ``ณ`` governs, and the stretch of text from it to their end."""

    span: Span
    places: tuple[PlaceMention, ...]


def recognize_places(scan: Scan, start: int, end: int) -> list[PlaceChain]:
    """The chains of places in ``[start, end)``, in order."""
    found: list[PlaceChain] = []
    at = start
    for match in _AT.finditer(scan.folded, start, end):
        if match.start() < at or not _governs(scan.folded, match):
            continue
        chain = _read_chain(scan, match.start(), match.end(), end)
        if chain is not None:
            found.append(chain)
            at = chain.span.end
    found += _bracketed(scan, start, end)
    return sorted(found, key=lambda chain: chain.span)


def _governs(folded: str, match: re.Match[str]) -> bool:
    """Whether ``ณ`` is the preposition: not a letter of a word, unless a space follows it."""
    if match.group() != "ณ" or match.start() == 0:
        return True
    return _THAI_BEFORE.match(folded, match.start() - 1) is None


def _bracketed(scan: Scan, start: int, end: int) -> list[PlaceChain]:
    """Places in a bracket before a year, as after the names in a list: ``(มอสโก ปี 2559)``."""
    found = []
    for match in _IN_BRACKET.finditer(scan.folded, start, end):
        date = _DATE_TAIL.search(match.group(1))
        if date is None:
            continue
        places = []
        for part in re.finditer(r"[^,]+", match.group(1)[: date.start()]):
            surface = part.group().strip()
            if not _NAME.fullmatch(surface):
                continue
            begin = match.start(1) + part.start() + len(part.group()) - len(part.group().lstrip())
            span = Span(begin, begin + len(surface))
            places.append(PlaceMention(span, "city", span.of(scan.document.text), scan.names_at.get(begin)))
        if any(p.hit is not None and p.hit.type in ("Place", "Country") for p in places):
            found.append(PlaceChain(Span(match.start(1), places[-1].span.end), tuple(places)))
    return found


def _read_chain(scan: Scan, start: int, at: int, limit: int) -> PlaceChain | None:
    folded, text = scan.folded, scan.document.text
    places: list[PlaceMention] = []
    venue_start = venue_end = -1
    segments = 0
    end = at

    def close_venue() -> None:
        nonlocal venue_start, venue_end
        if venue_start >= 0:
            span = Span(venue_start, venue_end)
            places.append(PlaceMention(span, "venue", span.of(text), scan.names_at.get(venue_start)))
            venue_start = venue_end = -1

    while at < limit and segments < 9:
        bracket = _BRACKET.match(text, at, limit)
        if bracket and (venue_start >= 0 or places):
            if venue_start >= 0:
                venue_end = bracket.end()
            end = at = bracket.end()
            continue
        while at < limit and folded[at] == " ":
            at += 1
        if (
            places
            and folded.startswith("และ", at)
            and (_CITY_LEAD.match(folded, at + 3) or folded.startswith("ประเทศ", at + 3))
        ):
            at += 3
        if at >= limit or folded[at] in "\n,;()" or _ends(scan, at):
            break
        name = scan.names_at.get(at)
        lead = _CITY_LEAD.match(folded, at, limit)
        inner = scan.names_at.get(lead.end()) if lead else None
        if folded.startswith("ประเทศ", at):
            inner = scan.names_at.get(at + len("ประเทศ"))
            if inner is not None and inner.type == "Country":
                close_venue()
                places.append(PlaceMention(Span(at, inner.end), "country", text[at : inner.end], inner))
                end = at = inner.end
                segments += 1
                continue
        if name is not None and name.type == "Country":
            close_venue()
            places.append(PlaceMention(Span(at, name.end), "country", text[at : name.end], name))
            end = at = name.end
        elif name is not None and name.type == "Place" and name.entry.cls in ("City", "Province", "Region"):
            close_venue()
            stop = name.end + (1 if folded.startswith("ฯ", name.end) else 0)
            places.append(PlaceMention(Span(at, stop), "city", text[at:stop], name))
            end = at = stop
        elif lead:
            close_venue()
            stop = inner.end if inner is not None else _segment_end(scan, at, limit)
            places.append(PlaceMention(Span(at, stop), "city", text[at:stop], inner))
            end = at = stop
        else:
            if places and not any(p.kind == "venue" for p in places) and venue_start < 0 and segments > 0:
                break
            stop = _segment_end(scan, at, limit)
            mission = _MISSION_AT.match(folded, at, limit)
            if mission:
                stop = mission.end()
            if stop <= at:
                break
            if venue_start < 0:
                venue_start = at
            venue_end = stop
            end = at = stop
        segments += 1
        if at < limit and folded[at] not in " (":
            break
    close_venue()
    if not places:
        return None
    relative = folded.startswith("ที่", start) and len(places) == 1 and places[0].kind == "country"
    after = end + (folded[end : end + 1] == " ")
    if relative and (
        scan.word_at("moods", after)
        or scan.word_at("verbs", after)
        or folded.startswith(("ได้", "มี", "เป็น", "ให้"), after)
    ):
        return None
    return PlaceChain(Span(start, end), tuple(_with_mission_city(scan, places)))


def _with_mission_city(scan: Scan, places: list[PlaceMention]) -> list[PlaceMention]:
    """A mission ``ณ`` a city is a place in that city: the city stands as a place of its own."""
    found: list[PlaceMention] = []
    for place in places:
        found.append(place)
        if place.kind != "venue" or not place.surface.startswith("สถาน"):
            continue
        at = scan.folded.find(" ณ ", place.span.start, place.span.end)
        if at > 0:
            hit = scan.names_at.get(at + 3)
            lead = _CITY_LEAD.match(scan.folded, at + 3)
            if hit is None and lead:
                hit = scan.names_at.get(lead.end())
            span = Span(at + 3, place.span.end)
            found.append(PlaceMention(span, "city", span.of(scan.document.text), hit))
    return found


def _ends(scan: Scan, at: int) -> bool:
    folded = scan.folded
    if _STOP.match(folded, at) or _DATE.match(folded, at):
        return True
    if at in scan.posts_at or scan.word_at("honorifics", at) or scan.word_at("modes", at):
        return True
    return bool(scan.word_at("verbs", at) or scan.word_at("connectives", at) or scan.word_at("moods", at))


def _segment_end(scan: Scan, at: int, limit: int) -> int:
    match = _SEGMENT.match(scan.folded, at, limit)
    if match is None:
        return at
    for position in range(at + 2, match.end()):
        if _GLUED.match(scan.folded, position):
            return position
        if scan.word_at("honorifics", position) and scan.folded[position - 1] != "่" and position > at + 4:
            word = scan.word_at("honorifics", position)
            if word is not None and word.end - word.start > 4:
                return position
    return match.end()
