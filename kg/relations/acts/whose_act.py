"""Whose an act of saying is, and who proposes or supports what must be done."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import HOME, Entry, alternatives, words_of
from kg.model import EntityType, Predicate
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import is_spokesperson, tells_for_others
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading, is_actor, is_actor_or_meeting
from kg.relations.sentence.subjects import actors_before, subject_of

# What people say, and states seldom.
_OF_PERSONS = words_of("said_by_people")
NEEDS = (*words_of("words_of_need"), "จำเป็น")
AGREES = words_of("verbs_of_agreeing")
# What should be done is proposed by whoever says so; what must be done he is for.
_ARE = expression(f" ?(?:ต่าง)?(?:มีความ(?:สัมพันธ์|ร่วมมือ)|{alternatives('copulas')})")
_SHOULD = "ควร"
# ``โดยต่างเน้นย้ำความสำคัญของ X``: each of those who talk does, though nobody is named.
_EACH = ("ต่าง", "ต่างก็", "ต่างได้", "ต่างยัง", "ต่างมี")


def heads(actors: list[Draft]) -> list[Draft]:
    """Who acts of many: states and bodies each for itself, but of a delegation its head."""
    if len(actors) <= 2 or all(draft.type is not EntityType.PERSON for draft in actors):
        return actors
    return actors[:1]


def who_acts(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """Whose an act of saying is: of the talk where its two sides agree unnamed, else of who says so."""
    folded, at = reading.scan.folded, clause.items[index].start
    agrees = folded.startswith(AGREES, at)
    if reading.carried and reading.talk is not None and folded.endswith(_EACH, clause.start, at):
        return [reading.talk]
    if agrees and reading.carried and reading.talk is not None and len(subject) > 1:
        # ``ทั้งนี้ เห็นพ้องที่จะ…``: who agree unnamed are the two sides of the talk.
        subject = [reading.talk]
    if reading.carried and reading.talk is not None and subject == [reading.talk]:
        subject = _who_asks(reading, clause.items[index]) or subject
    return _who_speaks(reading, clause, clause.items[index], subject)


def _who_asks(reading: Reading, verb: Item) -> list[Draft]:
    """``ทั้งสองฝ่ายยินดีต่อ X พร้อมเชิญชวนให้…``: one side alone asks, and it is whose release it is."""
    if verb.value != "propose" or "ผลักดัน" in reading.scan.folded[verb.start : verb.end]:
        return []
    return [who for who in reading.principals if not any(_is_abroad(post.country) for post in who.posts)][:1]


def _is_abroad(state: Entry | None) -> bool:
    return state is not None and state.id != HOME


def _only_are(folded: str, clause: Clause, verb: Item) -> bool:
    """Whether states only are something to each other, and say nothing: ``โดยไทยและลาวต่างเป็นมิตรประเทศที่ดี``."""
    if not folded.startswith(("พร้อม", " พร้อม"), verb.start) and not folded.endswith(
        (" พร้อม", " พร้อมขอ", " พร้อมทั้ง"), clause.start, verb.start
    ):
        return False
    before = [item for item in clause.items if item.end <= verb.start]
    if any(item.kind == "verb" for item in before):
        return False
    return any(item.kind == "country" and _ARE.match(folded, item.end) for item in before[:3])


def _who_speaks(reading: Reading, clause: Clause, verb: Item, subject: list[Draft]) -> list[Draft]:
    """``ก กล่าวว่า ไทยพร้อมช่วยเหลือ นอกจากนี้ ชื่นชม X``: it is who speaks in the paragraph that praises besides."""
    folded = reading.scan.folded
    if not subject or reading.person is None or subject[0].type is not EntityType.COUNTRY:
        return subject
    if not all(d.type is EntityType.COUNTRY for d in subject):
        return subject
    besides = folded.startswith(_OF_PERSONS, verb.start) and (
        reading.carried or not actors_before(reading, clause, clause.items.index(verb))
    )
    if not besides and not _only_are(folded, clause, verb):
        return subject
    told_here = reading.person_at > folded.rfind("\n", 0, verb.start)
    return [reading.person] if told_here and not is_spokesperson(reading.person) else subject


def whose_need(reading: Reading, clause: Clause, index: int) -> tuple[list[Draft], Predicate] | None:
    """Who proposes or supports what must be done; None where nobody does: the meeting talks of it.

    Whoever holds a speech urges what he says must be done: ``เราควร…``. What others say should be done they
    propose, what they say must be done, or agree on, they are for.
    """
    agreed = _agreed_before(reading, clause, index)
    if agreed:
        return agreed, "supported"
    orator = reading.voice.orator or next(iter(reading.lists.proposers), None)
    if orator is not None:
        return [orator], "proposed"
    who = _who_says(reading, clause, index)
    if who is None:
        return None
    should = reading.scan.folded.startswith(_SHOULD, clause.items[index].start)
    return [who], "proposed" if should else "supported"


def _agreed_before(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A และ B เห็นพ้องว่า ควรส่งเสริม X``: whoever agrees what must be done is for it."""
    folded = reading.scan.folded
    for back, item in enumerate(clause.before(index), 1):
        if item.kind == "verb" and item.value == "support" and folded.startswith(AGREES, item.start):
            return [d for d in subject_of(reading, clause, index - back)[0] if is_actor_or_meeting(d)]
        if item.kind == "verb" and not folded.startswith(NEEDS, item.start):
            break
    return []


def _who_says(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """``นายกรัฐมนตรีเห็นว่า ทั้งสองฝ่ายควรส่งเสริม X``: whoever says what must be done, and not for others."""
    said = clause.said_before(index)
    if said < 0 or not reading.scan.folded.endswith("ว่า", 0, clause.items[said].end):
        return None
    who = next(iter(subject_of(reading, clause, said)[0]), None)
    return who if is_actor(who) and who is not None and not tells_for_others(who) else None
