"""Talks whose two sides are named together, behind the verb or the noun that tells of them."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.model import EntityType, Modality
from kg.relations.meetings.governed import AND
from kg.relations.meetings.which_talk import met_of_side, talk_between
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of

_BETWEEN = expression(" ?(?:ทวิภาคี)? ?(?:ระหว่าง|ร่วมกันระหว่าง)? ?")
_PAIRED = expression(" ?(?:-|–|กับ|และ) ?")


def talk_of_people(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """Whether a talk named in passing has its sides behind it and is read: ``การหารือระหว่างนาย ก กับนาย ข``."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if verb.value != "discuss" or not folded.endswith("การ", clause.start, verb.start):
        return False
    between = _BETWEEN.match(folded, verb.end, clause.end)
    leads = between is not None and between.group().strip() and next(iter(clause.after(index)), None)
    if not leads or leads.kind not in PEOPLE or reading.paragraph.retelling:
        return False
    with reading.aside(beside=reading.talk is not None):
        return sides_behind(reading, clause, index, mood)


def sides_behind(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """Whether the two sides stand behind the verb together, and are read: ``การหารือระหว่างไทยกับลาว``."""
    verb = clause.items[index]
    folded = reading.scan.folded
    sides: list[Draft] = []
    edge = verb.end
    second: Item | None = None
    for item in clause.after(index):
        gap = folded[edge : item.start]
        if second is not None and item.kind in PEOPLE:
            break
        if item.kind not in ACTORS or not (_PAIRED if sides else _BETWEEN).fullmatch(gap):
            break
        if not sides and not gap.strip() and item.qualifies != "pair":
            break
        sides += [d for d in actors_of(reading, item) or _pair(reading, item) if d not in sides]
        edge = item.end
        second = item if len(sides) > 1 else None
    if len(sides) != 2:
        return False
    people = all(draft.type is EntityType.PERSON for draft in sides)
    if reading.talk is not None and not people:
        event = reading.talk
    else:
        event, _ = talk_between(reading, clause, verb, sides[:1], sides[1:], edge, mood)
    come = and_others(reading, clause, second)[0] if people and second is not None else []
    for draft in dict.fromkeys((*sides, *come)):
        reading.say(draft, "attended", event, clause, "between.v1", mood)
    if people:
        for other in met_of_side(clause, index, sides[0], [sides[1], *come]):
            reading.say(sides[0], "metWith", other, clause, "between.v1", mood)
    return True


def _pair(reading: Reading, item: Item) -> list[Draft]:
    """The state that stands in a pair of states."""
    draft = draft_of(item, reading.register) if item.kind == "country" else None
    return [draft] if draft is not None else []


def and_others(reading: Reading, clause: Clause, first_: Item) -> tuple[list[Draft], int]:
    """The people of a list that begins with ``first_``, and where it ends."""
    found = list(actors_of(reading, first_))
    edge = first_.end
    for item in clause.after(clause.items.index(first_)):
        if item.kind not in PEOPLE or not AND.fullmatch(reading.scan.folded, edge, item.start):
            break
        found += [d for d in actors_of(reading, item) if d not in found]
        edge = item.end
    return found, edge
