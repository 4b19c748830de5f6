"""Sites that somebody goes to see, the provinces of a tour in the field, and who comes along on a journey."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.places import PlaceChain
from kg.mentions.sites import sites_at
from kg.model import EntityType, Modality
from kg.relations.sentence.circumstances import place_draft
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, goal_end, is_modifier, is_spokesperson
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import spaced_behind

# Who goes to see for himself goes to the very place.
FIELD = "ลงพื้นที่"
# How far behind the tour the province may stand in which it is made, and with what it begins there.
_FIELD_REACH = 70
_PROVINCE = expression(rf"(?:จังหวัด|จ\.)(?=[ก-ฮเ-ไ])(?!{any_of('names_no_province')})")
# Behind the goal of a journey this tells who comes along; between two of them stands no more than this.
_ALONG = expression(r"[ ,]*(?:\([^()\n]{1,40}\) ?)?พร้อม(?:ด้วย|กับ) ?")
# Behind these the tour is told of: it is of those before ที่, or nobody's.
_TOLD_OF = tuple(f"{lead}{go}" for lead in ("การ", "ที่") for go in ("", "จะ", "มา", "เดินทางมา", "เดินทางไป"))
# What somebody goes to see may be told by a word for it, and then by examples.
_SUCH_AS = expression(rf"(?!{any_of('shown_to_guests')})[^\n]{{2,80}}? ?{any_of('leads_to_list')} ?")
_SUCH_REACH = 90
_COUNTED = expression(
    rf"(?:ใน|ยัง)? ?\d{{1,2}} ?(?:ประเทศ|เมือง|จังหวัด|แห่ง|พื้นที่)[ก-๎]{{0,8}} ?(?:{any_of('leads_to_list')}|คือ) ?"
)
# How far behind the verb the place may stand in which there is what is seen.
_SEEN_REACH = 70
_AT_SITE = expression(rf"[^ \n]{{2,30}}?(?:ที่|ใน)(?={any_of('heads_of_sites')})")
_TO_SEE = "tour"
_ROOMS = words_of("rooms")
# Before whom somebody follows on his journey.
_FOLLOWING = spaced_behind(*(f"ติดตาม{group}" for group in ("", "คณะ", "คณะของ")))
_AND = expression(rf"[ ,ฯ]*+(?:และ|{any_of('joins_more', 'in_company_with')})?+[ ,]*+")


def tour(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เยี่ยมชมโรงงาน X``, ``เดินทางไปวางพวงมาลา ณ X``: who goes to see a site visits it."""
    verb = clause.items[index]
    folded = reading.scan.folded
    told_of = folded.endswith(_TOLD_OF, 0, verb.start) and not folded.endswith(FIELD, 0, verb.start)
    if reading.paragraph.heading or told_of:
        return
    for person in subject:
        if person.type is EntityType.PERSON and not is_spokesperson(person):
            for place in _toured(reading, clause, index):
                reading.say(person, "visited", place, clause, "tour.v1", mood)


def _toured(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The sites that somebody goes to see; without one the field, and where there is what he sees."""
    sites = sites_after(reading, clause, index)
    return sites or [*provinces(reading, clause, index), *_seen_there(reading, clause, index)]


def goals_begin(reading: Reading, clause: Clause, index: int) -> int:
    """Where the goals of a journey begin, which may be counted first: ``เยือน 3 ประเทศ ได้แก่ ก ข และ ค``."""
    edge = clause.items[index].end
    counted = _COUNTED.match(reading.scan.folded, edge, clause.end)
    return counted.end() if counted is not None else edge


def sites_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The sites that a verb of seeing has right behind it, or the first place of a chain there."""
    verb = clause.items[index]
    following = next(iter(clause.after(index)), None)
    if following is not None and following.kind == "places" and following.start - verb.end <= 1:
        chain = following.payload
        return [place_draft(reading, p) for p in chain.places[:1]] if isinstance(chain, PlaceChain) else []
    sites = sites_at(reading.scan, verb.end, clause.end)
    if not sites:
        begins = following.start if following is not None and following.kind == "verb" else clause.end
        such = _SUCH_AS.match(reading.scan.folded, verb.end, min(begins, verb.end + _SUCH_REACH))
        sites = sites_at(reading.scan, such.end(), clause.end) if such is not None else []
    return [place_draft(reading, site) for site in sites]


def _seen_there(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``เยี่ยมชมสินค้าเกษตร ณ ตลาด ก``, ``เยี่ยมผู้ป่วยที่โรงพยาบาล ข``: where there is what somebody goes to see."""
    verb = clause.items[index]
    for item in clause.after(index) if verb.value == _TO_SEE else ():
        if item.kind in ("verb", "meeting") or item.start - verb.end > _SEEN_REACH:
            break
        if item.kind == "places" and isinstance(item.payload, PlaceChain):
            place = item.payload.places[0]
            return [] if place.surface.startswith(_ROOMS) else [place_draft(reading, place)]
    if verb.value != _TO_SEE:
        return []
    there = _AT_SITE.match(reading.scan.folded, verb.end, min(clause.end, verb.end + _SEEN_REACH))
    sites = sites_at(reading.scan, there.end(), clause.end) if there is not None else []
    return [place_draft(reading, site) for site in sites]


def provinces(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``ลงพื้นที่เยี่ยมชมสถานประกอบการ จังหวัด ก และจังหวัด ข``: where a tour in the field is made."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if folded.find(FIELD, max(clause.start, verb.start - len(FIELD) - 1), verb.end) < 0:
        return []
    places: list[Draft] = []
    edge = verb.end + _FIELD_REACH
    for item in clause.after(index):
        if item.kind in ("verb", "meeting") or item.start > edge:
            break
        draft = draft_of(item, reading.register) if item.kind == "place" else None
        if draft is not None and _PROVINCE.match(folded, item.start):
            places.append(draft)
            edge = item.end + len(" และ ")
    return places


def with_company(reading: Reading, clause: Clause, index: int, visitors: list[Draft]) -> list[Draft]:
    """``A เดินทางไป X พร้อมด้วย B และ C``: the visitors, who follows them, and who is told to come along."""
    visitors = _with_followers(reading, clause, index, visitors)
    folded = reading.scan.folded
    lead = _ALONG.match(folded, goal_end(clause, index), clause.end) if visitors else None
    if lead is None:
        return visitors
    found = list(visitors)
    edge = lead.end()
    for item in clause.starting(edge):
        if item.kind not in PEOPLE or not _joined(folded, edge, item):
            break
        if not is_modifier(reading, item, clause.start):
            found += [draft for draft in actors_of(reading, item) if draft not in found]
        edge = item.end
    return found


def _with_followers(reading: Reading, clause: Clause, index: int, visitors: list[Draft]) -> list[Draft]:
    """``A ติดตาม B เดินทางไป X``: the visitors, and who follows them there."""
    led: Item | None = None
    for item in clause.before(index):
        if item.kind not in PEOPLE:
            continue
        if led is not None:
            follows = reading.scan.folded.endswith(_FOLLOWING, item.end, led.start)
            return [*actors_of(reading, item), *visitors] if follows else visitors
        if any(draft in visitors for draft in actors_of(reading, item)):
            led = item
    return visitors


def _joined(folded: str, edge: int, item: Item) -> bool:
    """Whether somebody is told right behind another."""
    return item.start >= edge and _AND.fullmatch(folded, edge, item.start) is not None
