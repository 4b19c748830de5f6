"""Clauses whose subject is something or somebody unnamed: what they tell is no act of whoever acted last."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.reading import Reading, first

# ``ซึ่งจะช่วยสนับสนุน X``: what was told just before does it.
_THING = expression(
    r" ?(?:ซึ่ง|อัน|โดย|นอกจากนี้|ทั้งนี้)? ?"
    rf"(?:{any_of('what_was_told')}|ทั้งสาม[ก-ฺเ-๎]*?)?(?:นี้)? ?"
    rf"(?:(?:(?:ก็)?จะ)?{any_of('predicates_of_things', 'copulas')}|(?:ก็)?จะ(?:สนับสนุน|นำ)|ได้เป็น|นอกจากจะ)"
)
_PEOPLE = (
    *("people_of_business", "people_by_what_they_do", "people_at_large", "the_public"),
    *("houses_of_business", "all_or_many", "royalty"),
)
# People and bodies of whom none is named, and things: at the head of a clause they are its subject.
_OTHERS = expression(
    r" ?(?:\d{1,2}[.)] ?)?(?:โดย|ซึ่ง|และ)?(?:ที่ผ่านมา ?)?"
    rf"(?:{any_of(*_PEOPLE)}|ภาคประชา|ผู้(?:เข้าร่วม|นำประเทศ|ก่อตั้ง|ทรง)|"
    r"ผลงาน|โครงการ|หน่วยงาน|องค์กร|มหาวิทยาลัย|กองทัพ|สภา(?!พ))"
)
# ``สำหรับการหารือในวันนี้ ภาคธุรกิจลาวได้ชื่นชม X``: behind what a clause opens with, right before what they do.
_OTHERS_BEFORE = expression(rf" (?:{any_of(*_PEOPLE)})[^ \n]{{0,30}}(?<!ที่)(?<!ให้)$")
_BEFORE = 48
_JUST_HELPS = (*words_of("only_helps"), "ช่วยกัน")
# Acts of people with each other, or with a place; and what else only people do.
BY_TWO = frozenset({"meet", "call", "courtesy", "receive", "visit"})
_BY_PEOPLE = BY_TWO | {"attend", "attend-noun", "chair", "chair-noun", "sign"}
_WHICH = ("ซึ่ง", "ซึ่งมี")
# What an opening tells of a thing may reach into the verb itself: ``ซึ่งจะสนับสนุน``.
_REACH = len("สนับสนุน")
_COMES = frozenset({"attend", "attend-noun", "visit", "tour"})
# ``A คัดเลือกเยาวชนไทย | เข้าร่วม M``: behind whom somebody sends, up to what they do there.
_SENDS = expression(
    rf"(?:^|[ )]|ได้|จะ|ซึ่ง|มี(?:การ)?){any_of('sends_others', 'asks_to_do')}"
    r"(?:(?!และ|แล้ว|พร้อม|เพื่อ|ก่อน|หลัง|จาก|โดย|ซึ่ง|ว่า|ได้|ด้วยตน|ขณะ|ระหว่าง|ใน(?:โอกาส|การ|ช่วง|ห้วง))[^\n])"
    r"{2,60}?(?:ได้|จะ|เพื่อ)?(?:ไป|มา)? ?$"
)
_SENDS_REACH = 90
# In whose frame something is done.
_FRAME_OF = tuple(
    f"{word} "
    for word in (
        *("ใน", "ของ", "และ", "กับ", "ภายใต้", "สมาชิก", "ประชุม"),
        *words_of("words_for_mechanisms"),
    )
)
# ``ย้ำความมุ่งมั่นของไทยในการส่งเสริม X``: whose resolve it is to do something.
RESOLVES = words_of("nouns_of_resolve")
# Acts that one does for himself.
SAID_ALONE = frozenset({"support", "propose", "launch", "speak", "thank"})
# Whoever says these speaks for himself, whatever the clause began with.
_OWN_STANCES = words_of("stances_of_a_speaker", "wishes_of_a_speaker")


def opens_with_others(reading: Reading, clause: Clause, verb: Item) -> bool:
    """Whether a clause opens with people, bodies or royalty of whom none was recognized, before ``verb``."""
    begin = clause.start + len(clause.opener)
    return _OTHERS.match(reading.scan.folded, begin, verb.start) is not None


def is_by_others(reading: Reading, clause: Clause, verb: Item, subject: list[Draft]) -> bool:
    """Whether people do something whom a clause opens with, and nobody carried over."""
    return (
        (reading.carried or not subject)
        and verb.value in _BY_PEOPLE
        and opens_with_others(reading, clause, verb)
    )


def who_comes(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """Whoever goes or comes himself, of the ``subject`` of a verb of coming: not a person who sends others.

    A state or a body comes by those whom it sends: ``ไทยส่งผู้แทนเข้าร่วม M``.
    """
    verb = clause.items[index]
    if verb.value not in _COMES or first(subject, EntityType.PERSON) is None:
        return subject
    named = next((item.end for item in clause.before(index) if item.kind in PEOPLE and not item.qualifies), 0)
    begin = max(clause.start, named, verb.start - _SENDS_REACH)
    if not _SENDS.search(reading.scan.folded[begin : verb.start]):
        return subject
    return [draft for draft in subject if draft.type is not EntityType.PERSON]


def is_of_unnamed(reading: Reading, clause: Clause, verb: Item, subject: list[Draft]) -> bool:
    """Whether an act with a carried ``subject`` is of what the clause before told, or of unnamed people."""
    folded = reading.scan.folded
    begin = clause.start + len(clause.opener)
    if opens_with_others(reading, clause, verb):
        return True
    if _OTHERS_BEFORE.search(folded, max(begin, verb.start - _BEFORE), verb.start):
        return True
    if folded.startswith("ให้ความสำคัญ", verb.start):
        return first(subject, EntityType.PERSON) is not None
    if folded.startswith(_OWN_STANCES, verb.start):
        return False
    if folded.endswith(_JUST_HELPS, clause.start, verb.start):
        return True
    if clause.opener in _WHICH and folded.startswith("สนับสนุน", verb.start):
        return True
    return clause.opener in ("ซึ่ง", "") and _THING.match(folded, begin, verb.start + _REACH) is not None


def acts_itself(folded: str, clause: Clause, index: int, framework: Item) -> bool:
    """Whether a mechanism that begins a sentence acts, and not who tells it: ``… ว่า เอเปคพร้อมสนับสนุน X``."""
    verb = clause.items[index]
    if verb.value not in SAID_ALONE or verb.start - framework.end > 1:
        return False
    return folded[framework.start - 1] in " \n" and not folded.endswith(_FRAME_OF, 0, framework.start)


def is_come_to(folded: str, clause: Clause, position: int, meeting: Item) -> bool:
    """Whether somebody comes to a meeting, which so does nothing itself: ``B ซึ่งมาเพื่อเข้าร่วม M ชื่นชม…``."""
    last = clause.last_verb(position)
    comes = last >= 0 and clause.items[last].value.startswith("attend")
    near = comes and meeting.start - clause.items[last].end <= len(" ใน")
    return near and folded.find("ที่ประชุม", meeting.start, meeting.start + len("ที่ประชุม")) < 0
