"""Where something takes place: the chain of room, building, city and state after ``ณ`` or ``ที่``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kg.expressions import expression
from kg.lexicon import NameHit, alternatives, any_of, cue, not_after, words_of
from kg.mentions.posts import read_posts
from kg.mentions.scan import Scan
from kg.text import LEANING, Span
from kg.values.calendar_words import MONTH_STEMS

# Two patterns that each begin with letters of their own, by which they are quickly found; what may not
# stand before these letters is therefore said behind them.
_CITY = any_of("nouns_of_cities")
# ``ที่กรุง ก``, ``ที่ประเทศ ข``, ``ที่ห้องประชุม ค``, ``ที่โรงแรม ง``
_WHERE = ("nouns_of_cities", "nouns_of_provinces", "nouns_of_states", "heads_of_houses", "airports")
# behind a sentence or a bracket: ``เวลา 10.00 น. ที่กระทรวงการคลัง``
_WHERE_APART = ("houses_of_offices", "heads_of_sites")
_IN = expression(
    rf"ที่{not_after('words_in_thi')}(?={alternatives(*_WHERE)}|"
    rf"(?:(?<=[.)]ที่)|(?<=[.)] ที่)){any_of(*_WHERE_APART)})"
)
# ณ is a preposition where no letter stands before it, or a house behind it; else a letter (``โสภณ``).
_AT = expression(rf"ณ(?:(?<![ก-ฺเ-๎]ณ)|(?= {any_of('heads_of_houses')}))(?: |\.)?")
_IN_WHERE = cue(*(f"ที่{noun}" for noun in words_of(*_WHERE, *_WHERE_APART)))
_LATIN_GOES_ON = expression(r"(?<=[a-z]) [A-Z][a-z]{2,}(?! ?[,)])")
_OF_NO_NAME = frozenset(words_of("nouns_of_states", "nouns_of_cities", "nouns_of_provinces"))
_CITY_LEAD = expression(alternatives("nouns_of_cities", "nouns_of_provinces", "nouns_of_states_within"))
# Where a journey leads that no lexicon need know; the airport at home is where it ends.
_GOAL = expression(
    rf"{any_of('nouns_of_cities', 'nouns_of_provinces')}(?=[ก-ฮเ-ไ])|{any_of('airports')}นานาชาติ"
)
# ``ณ เมือง Port Vila``: a city that stands in Latin letters behind its lead.
_LATIN_CITY = expression(r" [A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,3}")
_HOUSE = expression(rf"{any_of('heads_of_houses')}|ศูนย์(?:การ)?ประชุม")
_SEGMENT = expression(r"[^\s()\n,]+")
_BRACKET = expression(rf" ?\((?:[A-Za-z]|{alternatives('parts_of_houses')})[^()\n]{{0,60}}\)")
_STOP = expression(rf"(?<!ทูต )ณ(?= )|{alternatives('ends_of_places')}")
_GLUED = expression(rf"(?P<held>{alternatives('words_holding_ends')})|{alternatives('glued_to_places')}")
_DATE = expression(rf"\d{{1,2}} ?(?:{MONTH_STEMS}|[ก-ฮ]{{1,2}}\.)")

_IN_BRACKET = expression(r"\(([^()\n]{6,120})\)")
_DATE_TAIL = expression(r"(?:ปี ?(?:ค\.ศ\.|พ\.ศ\.)? ?\d{4}|เมื่อวันที่|\d{1,2} [ก-ฮ])")
_NAME = expression(r"[ก-ฺเ-๎A-Za-z. ]{3,40}")

_MISSION_AT = expression(rf"สถาน(?:เอกอัครราช|กงสุล)?\S* ณ {_CITY}\S+")
_ROOM_OF = expression(
    rf"ห้อง{any_of('uses_of_rooms')} ?{any_of('ministers_shortened', 'heads_shortened')}\.(?:[ก-ฮ]{{1,4}}\.)*"
)
# A mission bears the city where it is in its name.
_MISSIONS = tuple(f"{name}{more} " for name in ("ทูต", "สถานกงสุลใหญ่") for more in ("", "ไทย"))
# After a venue these begin what is talked of.
_DOING = expression(alternatives("heads_of_doings"))
_NO_ONE_PLACE = expression("[ก-ฺเ-๎]{2,12}?(?:ต่าง|อื่น) ?ๆ|(?:จุด|ที่|แห่ง|สถานที่)เดียว")
# How far before ``ที่`` the noun of the meeting may stand, without an act between them.
_HELD_REACH = 70
_MEETING_BEFORE = expression(
    r"(?:การ|ร่วม|เข้า|ที่)ประชุม(?!ที่)(?:(?!เป็น|ครั้งนี้|จะ|ได้|มี)[^ \n()]){2,50}(?: ครั้งที่ \d+)? ?$|จัด(?:ขึ้น)? ?$"
)
# Between a meeting and where it is held there may stand a bracket and a date.
_TO_PLACE = expression(
    rf" ?(?:\([^()\n]{{1,60}}\) ?)?(?:(?:เมื่อ|ใน|ระหว่าง)?{any_of('nouns_of_time')}[^\n]{{0,32}})? ?"
)
# A title whose head lies further back than this has no ณ of its own: ``ผู้แทนถาวรไทยประจำ ก และ ข ณ นคร ค``.
_POST_REACH = 90
# A chain of more places than this is no address.
_MOST_SEGMENTS = 14


class PlaceMention(NamedTuple):
    """A place in the text: a venue as one phrase, a city, or a state as the place of something.

    ``kind`` is ``venue city country``; ``hit`` the lexicon name, where it is one.
    """

    span: Span
    kind: str
    surface: str
    hit: NameHit | None


class PlaceChain(NamedTuple):
    """The places that one ``ณ`` governs, and the stretch of text from it to their end."""

    span: Span
    places: tuple[PlaceMention, ...]


def recognize_places(scan: Scan, start: int, end: int, meeting_ends: Sequence[int] = ()) -> list[PlaceChain]:
    """The chains of places in ``[start, end)``, in order.

    ``meeting_ends`` are where names of meetings end there: behind one, ``ที่`` leads to where it is held.
    """
    found: list[PlaceChain] = []
    at = start
    folded = scan.folded
    leads = [match.span() for match in _AT.finditer(folded, start, end)]
    where = (_IN.match(folded, at, end) for at in scan.places_of(_IN_WHERE, start, end))
    leads += [match.span() for match in where if match]
    leads += _held_at(scan, start, end, meeting_ends)
    for lead, first in sorted(leads):
        if lead < at or folded[first : first + 1] in LEANING:
            continue
        if _NO_ONE_PLACE.match(folded, first, end):
            continue
        if _of_post(scan, lead) or folded.endswith(_MISSIONS, start, lead):
            continue
        chain = _read_chain(scan, lead, first, end)
        if chain is not None:
            found.append(chain)
            at = chain.span.end
    bracketed = _bracketed(scan, start, end)
    return sorted(found + bracketed, key=lambda chain: chain.span) if bracketed else found


def venue_at(scan: Scan, start: int, end: int) -> PlaceMention:
    """The venue that stands at ``[start, end)``."""
    span = Span(start, end)
    return PlaceMention(span, "venue", span.of(scan.document.text), scan.names_at.get(start))


def goal_at(scan: Scan, start: int, limit: int) -> PlaceChain | None:
    """The cities and states that somebody goes to, or the airport: ``(เดินทางไปยัง)เมือง ก ประเทศ ค``."""
    if not _GOAL.match(scan.folded, start, limit) or _NO_ONE_PLACE.match(scan.folded, start, limit):
        return None
    chain = Chain(scan, start)
    chain.read(limit)
    return PlaceChain(Span(start, chain.end), tuple(chain.places)) if chain.places else None


def _held_at(scan: Scan, start: int, end: int, meeting_ends: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Where ``ที่`` and the name of a state or city follow a meeting: ``การประชุมสุดยอดอาเซียนที่กัมพูชา``."""
    folded = scan.folded
    found = []
    for hit in scan.names_within(start, end):
        if (
            folded[hit.start - 1] not in "่ "
            or hit.type not in ("Country", "Place")
            or not folded.endswith(("ที่", "ที่ "), start, hit.start)
        ):
            continue
        lead = folded.rfind("ที่", start, hit.start)
        before = bisect_right(meeting_ends, lead)
        held = before and _TO_PLACE.fullmatch(folded, meeting_ends[before - 1], lead)
        if not held and lead + len("ที่") == hit.start:
            held = _MEETING_BEFORE.search(folded, max(start, lead - _HELD_REACH), lead)
        if held:
            found.append((lead, hit.start))
    return found


def _of_post(scan: Scan, lead: int) -> bool:
    """Whether the ``ณ`` at ``lead`` belongs to a title: ``เอกอัครราชทูต ณ กรุงมอสโก``."""
    for hit in scan.posts_within(lead - _POST_REACH, lead):
        posts = read_posts(scan, hit.start)
        if posts and posts[-1].span.end > lead:
            return True
    return False


def _bracketed(scan: Scan, start: int, end: int) -> list[PlaceChain]:
    """Places in a bracket before a year, as after the names in a list: ``(มอสโก ปี 2559)``."""
    found: list[PlaceChain] = []
    if scan.folded.find("(", start, end) < 0:
        return found
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


class Chain:
    """The places that one ``ณ`` governs, while they are read: ``end`` is where they end so far.

    ``joined`` is how a venue begins that ``และ`` joins to another.
    """

    __slots__ = ("at", "end", "joined", "places", "scan", "segments", "venue")

    def __init__(self, scan: Scan, at: int, joined: re.Pattern[str] = _HOUSE) -> None:
        self.scan = scan
        self.joined = joined
        self.at = self.end = at
        self.places: list[PlaceMention] = []
        self.segments = 0
        # Where a venue that is still going on begins and ends.
        self.venue: tuple[int, int] | None = None

    def read(self, limit: int) -> None:
        """Read place after place up to ``limit``, or to where something else begins."""
        folded = self.scan.folded
        while self.at < limit and self.segments < _MOST_SEGMENTS:
            bracket = _BRACKET.match(self.scan.document.text, self.at, limit)
            if bracket and (self.venue or self.places):
                if self.venue:
                    self.venue = (self.venue[0], bracket.end())
                self.end = self.at = bracket.end()
                continue
            self._skip(limit)
            if self.at >= limit or folded[self.at] in "\n,;()" or _ends(self.scan, self.at):
                break
            stop = 0 if self._is_next_state() else self._named() or self._venue(limit)
            if not stop:
                break
            self.end = self.at = stop
            self.segments += 1
            goes_on = self.at < limit and (self._is_joined() or self._is_glued())
            if self.at < limit and folded[self.at] not in " (" and not goes_on:
                break
        self._close_venue()

    def _is_joined(self) -> bool:
        """Whether an ``และ`` glued to a city joins the next: ``เมือง ก และเมือง ข``."""
        folded = self.scan.folded
        return (
            folded.startswith("และ", self.at) and _CITY_LEAD.match(folded, self.at + len("และ")) is not None
        )

    def _is_glued(self) -> bool:
        """Whether the state of a city stands right behind it, without a space: ``กรุง ก ประเทศ ข``."""
        lead = len("ประเทศ") * self.scan.folded.startswith("ประเทศ", self.at)
        state = self.scan.names_at.get(self.at + lead)
        city = bool(self.places) and not self.venue and self.places[-1].kind == "city"
        return city and state is not None and state.type == "Country"

    def _is_next_state(self) -> bool:
        """``จัดขึ้นที่กัมพูชา ไทยเสนอ…``: whether another state stands behind a state, which lies in none."""
        before, folded = (self.places[-1] if self.places else None), self.scan.folded
        if before is None or before.kind != "country" or self.venue or folded[self.end : self.at].strip():
            return False
        state = self.scan.names_at.get(self.at + len("ประเทศ") * folded.startswith("ประเทศ", self.at))
        same = state is None or (before.hit is not None and before.hit.entry == state.entry)
        return state is not None and state.type == "Country" and not same

    def _skip(self, limit: int) -> None:
        """Go over the space before the next place, and over an ``และ`` that joins a city or state."""
        folded = self.scan.folded
        while self.at < limit and folded[self.at] == " ":
            self.at += 1
        if self.segments and folded.startswith("ณ ", self.at):
            # ``ณ อาคาร ก ณ กรุง ข``: another place begins.
            self._close_venue()
            self.at += len("ณ ")
        joined = self.at + len("และ")
        joined += folded.startswith(" ", joined)
        if (
            self.places
            and folded.startswith("และ", self.at)
            and (_CITY_LEAD.match(folded, joined) or folded.startswith("ประเทศ", joined))
        ):
            self.at = joined
        elif self.venue and folded.startswith("และ", self.at) and self.joined.match(folded, joined):
            # ``ณ โรงแรม ก และโรงแรม ข กรุงเทพฯ``: two houses, both in the city behind them.
            self._close_venue()
            self.at = joined

    def _named(self) -> int:
        """Add the state or city that stands here; where it ends, 0 if there is none."""
        scan, at = self.scan, self.at
        folded = scan.folded
        if folded.startswith("ประเทศ", at):
            state = scan.names_at.get(at + len("ประเทศ"))
            if state is not None and state.type == "Country":
                return self._add("country", state.end, state)
        name = scan.names_at.get(at)
        if name is not None and (
            _LATIN_GOES_ON.match(scan.document.text, name.end) or self._in_latin_house(name)
        ):
            # ``ณ Bangkok Convention Centre``: the city begins the name of the house.
            return 0
        if name is not None and name.type == "Country":
            return self._add("country", name.end, name)
        if name is not None and name.type == "Place" and name.entry.cls in ("City", "Province", "Region"):
            return self._add("city", name.end + folded.startswith("ฯ", name.end), name)
        lead = _CITY_LEAD.match(folded, at)
        if lead:
            inner = scan.names_at.get(lead.end())
            latin = _LATIN_CITY.match(scan.document.text, lead.end())
            if latin is not None:
                return self._add("city", latin.end(), scan.names_at.get(lead.end() + 1))
            if folded.startswith(" ", lead.end()) and inner is None:
                # ``ที่เมือง ซึ่ง…``: of which city, nothing is said.
                return 0
            return self._add("city", inner.end if inner else _segment_end(scan, at, len(folded)), inner)
        return 0

    def _in_latin_house(self, name: NameHit) -> bool:
        """``โรงแรม Hyatt Tokyo กรุงโตเกียว``: whether a city in Latin letters ends the name of the house."""
        text = self.scan.document.text
        house = self.venue is not None and self.at == self.venue[1] + 1 and text[self.venue[1] - 1].isascii()
        return house and text[name.start : name.end].isascii()

    def _venue(self, limit: int) -> int:
        """Take the words that stand here into the venue; where they end, 0 if they are of no venue."""
        if self.segments and not self.venue and not any(place.kind == "venue" for place in self.places):
            return 0
        if not self.venue and self.scan.folded[self.at].isdigit():
            return 0
        if self.segments and _DOING.match(self.scan.folded, self.at, limit):
            return 0
        mission = _MISSION_AT.match(self.scan.folded, self.at, limit)
        mission = mission or _ROOM_OF.match(self.scan.folded, self.at, limit)
        stop = mission.end() if mission else _segment_end(self.scan, self.at, limit)
        if stop <= self.at:
            return 0
        self.venue = (self.venue[0] if self.venue else self.at, stop)
        return stop

    def _add(self, kind: str, stop: int, hit: NameHit | None) -> int:
        self._close_venue()
        span = Span(self.at, stop)
        self.places.append(PlaceMention(span, kind, span.of(self.scan.document.text), hit))
        return stop

    def _close_venue(self) -> None:
        if self.venue and self.scan.folded[slice(*self.venue)].strip() in _OF_NO_NAME:
            # ``ประโยชน์ที่ประเทศได้รับ``: of which state, nothing is said.
            self.venue = None
        if self.venue:
            self.places.append(venue_at(self.scan, *self.venue))
            self.venue = None


def _read_chain(scan: Scan, start: int, at: int, limit: int) -> PlaceChain | None:
    chain = Chain(scan, at)
    chain.read(limit)
    places, folded = chain.places, scan.folded
    if not places:
        return None
    relative = folded.startswith("ที่", start) and len(places) == 1 and places[0].kind == "country"
    after = chain.end + folded.startswith(" ", chain.end)
    if relative and (
        scan.word_at("moods", after)
        or scan.word_at("verbs", after)
        or folded.startswith(("ได้", "มี", "เป็น", "ให้"), after)
    ):
        return None
    return PlaceChain(Span(start, chain.end), tuple(_with_mission_city(scan, places)))


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
    return (
        at in scan.posts_at
        or at in scan.honorifics_at
        or at in scan.verbs_at
        or at in scan.moods_at
        or scan.word_at("connectives", at) is not None
        or scan.word_at("modes", at) is not None
    )


def _segment_end(scan: Scan, at: int, limit: int) -> int:
    match = _SEGMENT.match(scan.folded, at, limit)
    if match is None:
        return at
    glued = _GLUED.search(scan.folded, at + 2, match.end())
    while glued is not None and glued["held"]:
        glued = _GLUED.search(scan.folded, glued.end(), match.end())
    end = min(match.end(), glued.start()) if glued else match.end()
    for word in scan.honorifics_within(at + 5, end):
        if word.end - word.start > 4 and scan.folded[word.start - 1] != "่":
            return word.start
    return end
