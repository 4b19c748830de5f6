"""Sites that somebody goes to see, the provinces of a tour in the field, and who comes along on a journey."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.mentions.places import PlaceChain, site_at
from kg.model import EntityType, Modality
from kg.relations.sentence.circumstances import place_draft
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, goal_end, is_modifier, is_spokesperson
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of

# Who goes to see for himself goes to the very place.
FIELD = "ลงพื้นที่"
# How far behind the tour the province may stand in which it is made, and with what it begins there.
_FIELD_REACH = 70
_PROVINCE = expression(rf"(?:จังหวัด|จ\.)(?=[ก-ฮเ-ไ])(?!{any_of('names_no_province')})")
# Behind the goal of a journey this tells who comes along; between two of them stands no more than this.
_ALONG = expression(r"[ ,]*(?:\([^()\n]{1,40}\) ?)?พร้อม(?:ด้วย|กับ) ?")
_AND = expression(rf"[ ,ฯ]*+(?:และ|{any_of('joins_more', 'in_company_with')})?+[ ,]*+")


def tour(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เยี่ยมชมโรงงาน X``, ``เดินทางไปวางพวงมาลา ณ X``: who goes to see a site visits it."""
    verb = clause.items[index]
    folded = reading.scan.folded
    told_of = folded.endswith(("การ", "ที่"), 0, verb.start) and not folded.endswith(FIELD, 0, verb.start)
    if reading.heading or told_of:
        return
    for person in subject:
        if person.type is EntityType.PERSON and not is_spokesperson(person):
            for place in sites_after(reading, clause, index) or provinces(reading, clause, index):
                reading.say(person, "visited", place, clause, "tour.v1", mood)


def sites_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The site that a verb of seeing has right behind it, or the first place of a chain there."""
    verb = clause.items[index]
    following = next(iter(clause.after(index)), None)
    if following is not None and following.kind == "places" and following.start - verb.end <= 1:
        chain = following.payload
        return [place_draft(reading, p) for p in chain.places[:1]] if isinstance(chain, PlaceChain) else []
    site = site_at(reading.scan, verb.end, clause.end)
    return [place_draft(reading, site)] if site is not None else []


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
    """``A เดินทางไป X พร้อมด้วย B และ C``: the visitors and who is told behind their goal to come along."""
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


def _joined(folded: str, edge: int, item: Item) -> bool:
    """Whether somebody is told right behind another."""
    return item.start >= edge and _AND.fullmatch(folded, edge, item.start) is not None
