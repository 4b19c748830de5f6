"""What looks like an act of saying and is none.

So is what a fact bears witness to, what is done along with something, what somebody is entitled to do, and
what others are to see.
"""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import ACTORS
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.subjects import actors_before

# ``สะท้อนถึงความ | มุ่งมั่นที่จะ…``: a noun, but for what somebody has, shows or gives.
_MAKES_A_NOUN = "ความ"
_STILL_ACTS = tuple(f"{has}{gap}ความ" for has in words_of("has_a_quality") for gap in ("", " "))
# ``การลงนาม | ตอกย้ำ | ความร่วมมือ``: what happens drives home what is so; people do where they are its subject.
_DRIVES_HOME = words_of("drives_home")
# ``หารือกับ ก พร้อมสร้างความเข้าใจ``: what is done along with something that nobody said.
_ALONG = frozenset(words_of("done_along"))
_SAID = frozenset({"support", "propose", "speak", "stress", "thank", "onward"})
# ``คณะกรรมการมีอำนาจหน้าที่ | เสนอแนะมาตรการ``: what somebody may do, or has to, he has not done.
_ENTITLED = expression(rf"{any_of('entitles')}(?:(?!จึง|พร้อม|ได้)[^\n]){{0,60}}$")
_ENTITLED_REACH = 80
# ``เน้นย้ำ | ให้ข้าราชการทุกคน | ตระหนักถึงความสำคัญของ X``: others are to see it.
_SEES = words_of("sees_weight")
_TO_SEE = expression(r"ให้(?!การ|ความ)(?:(?!จึง|พร้อม|และ)[^\n]){0,60}$")
_TO_SEE_REACH = 70


def is_entitled(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether somebody only may do, or is there to do, what a verb tells: ``มีสิทธิเสนอ X``."""
    folded, start = reading.scan.folded, clause.items[index].start
    told = _ENTITLED.search(folded, max(clause.start, start - _ENTITLED_REACH), start)
    # ``ก มีหน้าที่… และ ข เสนอ X``: another than whoever may.
    return told is not None and all(
        item.kind not in ACTORS for item in clause.before(index) if item.start > told.start()
    )


def is_for_others_to_see(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether others are to see how weighty something is: ``ทำให้ประชาชนตระหนักถึงความสำคัญของ X``."""
    folded, start = reading.scan.folded, clause.items[index].start
    if not folded.startswith(_SEES, start):
        return False
    return _TO_SEE.search(folded, max(clause.start, start - _TO_SEE_REACH), start) is not None


def is_told_of_things(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a stance is only named, or what a fact shows: ``สะท้อนถึงความมุ่งมั่นที่จะ…``, ``ตอกย้ำ``."""
    folded, start = reading.scan.folded, clause.items[index].start
    if folded.endswith(_MAKES_A_NOUN, clause.start, start):
        return not folded.endswith(_STILL_ACTS, clause.start, start)
    return folded.startswith(_DRIVES_HOME, start) and (
        reading.carried or not actors_before(reading, clause, index)
    )


def is_done_besides(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether `` พร้อม`` joins a deed to an act that is no stance, and tells of no readiness."""
    folded, verb = reading.scan.folded, clause.items[index]
    if folded[verb.start : verb.end] not in _ALONG or not folded.startswith(" ", verb.start - 1):
        return False
    last = clause.last_verb(index)
    if last < 0 or clause.items[last].value in _SAID:
        return False
    return not actors_before(reading, clause, index)
