"""What a headline tells: all its acts are of whom it opens with, in short for what stands below."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives
from kg.model import EntityType, Predicate
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import SPEAKING, actors_of, is_modifier, is_spokesperson
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.objects import object_of
from kg.relations.sentence.phrases import phrases_at
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.subjects import actors_before
from kg.text import Span

# So many of the letters of a name must be those of another.
_HALF = 0.5
_MET = frozenset({"meet", "call", "courtesy", "receive", "discuss"})
_SIDES = ("ฝ่าย", "ทั้งสอง")
_SAID: tuple[Predicate, ...] = ("supported", "proposed", "discussed")


# ``"สมชาย" เยือน…``: a headline calls whom it opens with by the first name.
_BY_FIRST_NAME = expression(r"[\s\u200b]*[\"'‘’“”]([ก-ฺเ-๎]{3,16})[\"'‘’“”]")
# ``นายกฯ หารือเอกอัครราชทูต สานต่อความร่วมมือ…``: in a headline a bare act tells what somebody is for.
_BARE_ACT = expression(
    rf"[ ฯ\"](?:เร่ง|ร่วม|มุ่ง)?(?:เดินหน้า|{alternatives('verbs_of_promoting', 'verbs_of_changing')})+"
    r"(?=ความ(?!รู้)|การ|หุ้นส่วน|มูลค่า)"
)


def of_title(reading: Reading, items: list[Item], start: int, end: int) -> list[Item]:
    """The items of a headline that count, with the person whose first name in quotation marks opens it."""
    items = [item for item in items if not _only_in_title(reading, item, start, end)]
    name = _BY_FIRST_NAME.match(reading.scan.folded, start, end)
    if name is None:
        return items
    # Letters that would tell a mood are a part of the name.
    behind = [item for item in items if item.start >= name.end() or item.kind != "mood"]
    if not behind or behind[0].start < name.end():
        return items
    person = reading.register.persons.called(name.group(1))
    known = person is not None and person.first == name.group(1)
    acts = behind[0].kind == "verb" and behind[0].start - name.end() <= 1
    if not known and not acts:
        return items
    # What somebody does whom the text does not know by that name is nobody else's act.
    return [Item(name.start(1), name.end(), "person", person if known else None), *behind]


def _only_in_title(reading: Reading, item: Item, start: int, end: int) -> bool:
    """Whether a headline alone names a meeting, while the text below has meetings of its own."""
    if item.kind != "meeting" or item.draft is None or reading.event is None:
        return False
    mentions = reading.register.meetings.mentions_of(item.draft)
    own = {hit.entry.id for m in mentions for hit in m.names}
    others = {
        hit.entry.id
        for draft in reading.register.meetings.recent()
        if draft.id != item.draft.id
        for m in reading.register.meetings.mentions_of(draft)
        for hit in m.names
    }
    return bool(own & others or not own) and all(start <= m.span.start < end for m in mentions)


def headliner(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``นายกฯ หารือเอกอัครราชทูต ย้ำ…``: whom a headline opens with does all that it tells of."""
    if not reading.paragraph.headline:
        return []
    opens = reading.paragraph.headline[0]
    verb = clause.items[index]
    if pair := _two_states(reading, clause, index):
        return pair
    if opens.kind not in ("person", "role", "country") or opens.qualifies or opens.start >= verb.start:
        return []
    folded = reading.scan.folded
    others = any(folded.find(side, opens.end, verb.start) >= 0 for side in _SIDES)
    if others or is_modifier(reading, opens, opens.start):
        return []
    named = actors_before(reading, clause, index) or []
    whom = actors_of(reading, opens)
    begins = next((item for item in clause.items if item.kind in ACTORS), None)
    if named and begins is not None and begins is not opens and begins.draft in named and clause.opener:
        # ``โดยเอกอัครราชทูตฯ ชื่นชม…``: a clause of its own has its own subject.
        return named
    if named and (all(d.type is EntityType.COUNTRY for d in named) or all(map(is_spokesperson, whom))):
        return named
    return whom


def _two_states(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``ไทย – จีน พร้อมกระชับความร่วมมือ``: two states that a headline opens with, if nobody else is named."""
    opens = reading.paragraph.headline[:2]
    folded = reading.scan.folded
    if len(opens) != 2 or any(o.kind != "country" or o.qualifies != "pair" for o in opens):
        return []
    first, second = opens
    apart = folded[first.end : second.start].strip(" -–") or not folded.startswith(" ", second.end)
    of_both = folded.startswith(("ความ", "การ"), second.end + 1)
    if (
        apart
        or of_both
        or any(item.kind in SPEAKING and item.start > second.start for item in clause.before(index))
    ):
        return []
    return [*actors_of(reading, first), *actors_of(reading, second)]


def bare_acts(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """What a headline tells by acts that have no other word with them."""
    opens = items[0] if items else None
    met = next((item for item in items if item.kind == "verb"), None)
    if opens is None or met is None or met.value not in _MET or opens.kind not in PEOPLE:
        return
    folded = reading.scan.folded
    if opens.qualifies or opens.start - start > len("รัฐบาล") or is_modifier(reading, opens, start):
        return
    for match in _BARE_ACT.finditer(folded, met.end, end):
        if any(folded.find(side, met.end, match.start()) >= 0 for side in _SIDES):
            return
        if any(item.start <= match.start() + 1 < item.end for item in items if item.kind == "verb"):
            continue
        for span in phrases_at(reading, match.end(), end):
            thing = object_of(reading, span)
            if told_below(reading, "supported", thing):
                continue
            for actor in actors_of(reading, opens):
                reading.say(actor, "supported", thing, Span(start, span.end), "headline.v1")


def told_below(reading: Reading, predicate: Predicate, thing: Draft) -> bool:
    """Whether the text tells what its headline shortens: the same of a thing with half of its letters.

    Whose act it is the text tells and not the headline, and whether somebody is for it or it was talked of.
    """
    drafts = reading.register.drafts
    name = _pairs(thing.name)
    likewise = _SAID if predicate == "supported" else (predicate,)
    for relation in reading.relations:
        if relation.predicate in likewise and not relation.literal:
            other = _pairs(drafts[relation.object].name)
            if name <= other or len(name & other) >= _HALF * min(len(name), len(other)):
                return True
    return False


def _pairs(name: str) -> set[str]:
    return {a + b for a, b in pairwise(name) if a != " " != b}
