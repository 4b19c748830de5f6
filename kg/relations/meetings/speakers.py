"""Who speaks at a meeting, be it named as the place where he does or the one that is on: he comes to it."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality
from kg.relations.meetings.retinue import come_along, is_anybody
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, is_spokesperson
from kg.relations.sentence.items import ACTORS, PEOPLE, SETTING, Item
from kg.relations.sentence.reading import Reading

# Acts of a speaker; what he has others do need not be done there.
_SAID_THERE = frozenset({"speak", "stress", "propose", "support", "discuss", "thank"})
# What leads to the meeting, and not to one that is spoken of: ``กล่าวถึงการประชุม M``.
_AT = expression(rf"(?:^|[ \n]|โดย|ซึ่ง|และ|ว่า)(?:ใน|ใน{any_of('in_the_course')}|ระหว่าง) ?$")
_AT_REACH = 16
_WITH = words_of("there_being")
_BETWEEN = SETTING | ACTORS | {"mood", "speaker"}


def speaks_there(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``ในการประชุม M S ได้กล่าวถ้อยแถลงว่า…``, ``โดยมี S กล่าวรายงาน``: S, whom the clause names, attends."""
    if clause.items[index].value not in _SAID_THERE:
        return
    if clause.opener in _WITH and index == clause.first_verb and not reading.paragraph.retelling:
        come_along(reading, clause, index, _there(reading, clause, index, subject), mood)
        return
    meeting, named = _at_which(reading, clause, index)
    if meeting is None:
        return
    present = [draft for item in named for draft in actors_of(reading, item) if draft in subject]
    for draft in present:
        if not (is_anybody(draft) or is_spokesperson(draft)):
            reading.say(draft, "attended", meeting, clause, "speaks-there.v1", mood)


def _there(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """``โดยมี A กล่าวรายงาน``: the people who are told of by that word, but for who only tells of it."""
    near = clause.start + len(clause.opener) + 1
    led = next((i for i in clause.items[:index] if i.kind in ACTORS and not i.qualifies), None)
    if led is None or not (led.start <= near or reading.scan.folded.endswith("และ", near, led.start)):
        return []
    people = [draft for draft in subject if draft.type is EntityType.PERSON]
    return people if led.kind in PEOPLE and not any(map(is_spokesperson, people)) else []


def _at_which(reading: Reading, clause: Clause, index: int) -> tuple[Draft | None, list[Item]]:
    """The meeting before a verb that tells where it is done, None for none, and the people named between."""
    named: list[Item] = []
    for item in clause.before(index):
        if item.kind == "meeting":
            begin = max(0, item.start - _AT_REACH)
            there = _AT.search(reading.scan.folded, begin, item.start) is not None
            return item.draft if there and named else None, named
        if item.kind not in _BETWEEN:
            break
        named += [item] if item.kind in PEOPLE and not item.qualifies else []
    return None, []
