"""Acts told in front of what follows them, by who does that: ``ภายหลังเข้าร่วม M A กล่าวว่า…``."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading

# With these an act opens a clause, and tells when what follows was done.
_FRONT = expression(
    rf" ?(?:ใน)?{any_of('in_the_course', 'opens_with_an_act')}(?:จาก|ที่|ของ)?(?:การ|ได้)?(?:การ)?"
)
_THEN = expression(" (?:แล้ว )?")


def who_acts_behind(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """Who does ``clause.items[index]``, where it opens a clause and tells when he did what follows.

    He stands right before the next verb, apart from what the first one governs; empty where nobody does.
    """
    verb = clause.items[index]
    folded = reading.scan.folded
    if index != clause.first_verb or not _FRONT.fullmatch(folded, clause.start, verb.start):
        return []
    governed: list[Item] = []
    for item in clause.after(index):
        if item.kind == "verb":
            break
        governed.append(item)
    else:
        return []
    people = [
        at for at, item in enumerate(governed) if item.kind in ("person", "role") and not item.qualifies
    ]
    if not people or not people[-1]:
        return []
    actor, before = governed[people[-1]], governed[people[-1] - 1]
    apart = _THEN.fullmatch(folded, before.end, actor.start) is not None
    return actors_of(reading, actor) if apart else []
