"""In which mood a verb stands: done, still to come, or denied."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, cue, words_of
from kg.mentions.scan import Word
from kg.model import Modality
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.hearsay import is_refuted
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading

_NOT_DONE = expression(f"(?:{alternatives('small_verbs')}| )*+")
_STILL_TO_COME = words_of("still_to_come")
# A verb that such a word joins to the one before it stands in the same mood.
_COORDINATE = tuple(
    f"{word}{more}" for word in words_of("joins_acts", "joins_more") for more in ("", "เข้า", "ร่วม", "การ")
)
# The theme of a meeting stands in the mood of what is told of that: ``มีกำหนดเข้าร่วม M ภายใต้หัวข้อ…``.
_THEMES = tuple(f"{lead}{noun}" for lead in ("ภายใต้", "มี", "") for noun in words_of("words_for_themes"))
# Who makes no journey does not do what it was to be for.
_IN_ORDER_TO = tuple(f"เพื่อ{more}" for more in ("", "เข้า", "ร่วม"))
# What a guest comes for is told in the mood of his reception: ``หวังว่าจะได้ต้อนรับ A ในโอกาสเยือน X``.
_AS_GUEST = expression(r"ใน(?:โอกาส(?:ที่)?(?:จะ)?(?:การ)?|การ)(?:เดินทาง)?(?:มา)?(?:เพื่อ)?(?:เข้า|ร่วม)?$")
_AS_GUEST_REACH = 40
_GUEST_COMES = expression("[ ฯ]*(?:ที่|ซึ่ง)?(?:จะ|ได้|มา|เดินทาง)*")
# A mood stands at most so many characters before its verb.
_MOOD_REACH = 60
_LONGEST_MOOD = 40
# A verb that ends so far before another has a mood of its own.
_APART = 30
_SOFT = frozenset({"support", "propose", "discuss"})
# What somebody is in the course of is done while it goes on: ``อยู่ระหว่างการเยือน X``, not ``…การลงนาม X``.
_GOING_ON = frozenset({"visit", "tour", "attend", "attend-noun", "meet"})
# What somebody is for or stands ready to do he is and says now: a mood must stand right before it.
_STANCES = (*words_of("stances_of_a_speaker"), "ขอ")
_RIGHT_BEFORE = 8
# ``จะเป็นโอกาสให้ผู้นำทั้งสองประเทศได้หารือ``: for what there is to be a chance is still to come.
_IS_TO_BE = expression(
    rf"จะ(?:ถือ|นับ)?(?:ว่า)?เป็น(?:โอกาส|เวที){any_of('qualities_of_chances')}? ?(?:อย่างยิ่ง)?"
    r"(?:ให้|ที่|สำหรับ|ในการ|ของ)"
)
# ``ในการเตรียมการต้อนรับ A เยือน B เมื่อเดือนพฤศจิกายนที่ผ่านมา``: what was prepared for is over.
_WAS = expression(rf"[^\n]{{0,150}}?เมื่อ{any_of('spans_of_time', 'edges_of_times')}[^\n]{{0,40}}ที่ผ่านมา")
_CHANCE_REACH = 150
# ``คณะรัฐมนตรีเห็นชอบให้ | A เข้าร่วม M``: he has not done yet what he is allowed to.
_ALLOWED = expression(rf"{any_of('permits_acts')}(?:ใน)?(?:หลักการ)? ?ให้ ?$")
_ALLOWED_REACH = 30
_STILL_TO_DO = words_of("still_to_be_done")
_CHANCES = cue("เป็นโอกาส", "เป็นเวที")
# What is hoped for or asked of somebody is still to come, whoever is named between.
_OF_OTHERS = words_of("wants_of_others")
# Over this many verbs, each joined to the one before, its mood goes on.
_CHAIN = 8


def mood_of(reading: Reading, clause: Clause, index: int, chain: int = _CHAIN) -> Modality:
    """The mood of a verb: what stands before it in the clause, back to the verb before the last.

    A verb that is joined to another has the other's, through ``chain`` of them. What others say is denied
    where the paragraph calls it untrue.
    """
    if is_refuted(reading, clause.items[index].start):
        return Modality.NEGATED
    return _mood_told(reading, clause, index, chain)


def _mood_told(reading: Reading, clause: Clause, index: int, chain: int) -> Modality:
    verb = clause.items[index]
    folded = reading.scan.folded
    soft = verb.value in _SOFT
    stance = soft and folded.startswith(_STANCES, verb.start)
    planned = verb.value == "held" and folded.startswith(_STILL_TO_COME, verb.start)
    words = reading.scan.starting("moods", clause.start, verb.start)
    if not planned and index == clause.first_verb:
        # ``ซึ่งจะมี A B และ C เข้าร่วม``: the mood that a clause opens with is that of its first verb.
        opens = clause.start + len(clause.opener)
        planned = folded.startswith(("จะมี", "จะได้มี", "คาดว่าจะมี"), opens)
    start = _reach(clause, index, stance=stance) if words else 0
    for word in reversed(words):
        if word.value == "disowned" and not _told_behind(clause, index, word):
            return Modality.NEGATED
        if word.value == "departing":
            planned = True
            continue
        if word.start < start or (soft and _is_of_another(reading, clause, index, word)):
            continue
        if word.value == "under-way" and verb.value in _GOING_ON:
            continue
        if word.value == "negated":
            if verb.start - word.end <= 3 or _NOT_DONE.fullmatch(folded, word.end, verb.start):
                return Modality.NEGATED
        elif verb.start - word.end <= _MOOD_REACH:
            planned = True
    planned = planned or (not stance and _has_a_chance(reading, clause, verb.start))
    last = clause.last_verb(index)
    # ``A มอบหมายให้ B จัดตั้ง X``: what somebody is told to set up is not set up.
    tasked = verb.value == "launch" and last >= 0 and clause.items[last].value == "assign"
    # ``A ต้องเดินทางไป X``, ``A อาจเข้าร่วม M``
    tasked = tasked or (verb.value in _GOING_ON and folded.endswith(_STILL_TO_DO, clause.start, verb.start))
    planned = planned or tasked or _is_listed(reading, verb) or _is_allowed(reading, clause, index)
    joined_to = folded.endswith(_COORDINATE, clause.start, verb.start) or _is_as_guest(reading, clause, index)
    joined_to = joined_to or folded.startswith(_THEMES, verb.start)
    if not stance and chain and joined_to:
        joined = _mood_told(reading, clause, last, chain - 1) if last >= 0 else Modality.ACTUAL
        if joined is Modality.NEGATED and _is_journey_for(reading, clause, last, verb.start):
            return joined
        planned = planned or joined is Modality.PLANNED
    planned = planned and (soft or _WAS.match(folded, verb.end, clause.end) is None)
    return Modality.PLANNED if planned else Modality.ACTUAL


def _told_behind(clause: Clause, index: int, word: Word) -> bool:
    """Whether somebody says something else behind a denial: ``ปฏิเสธข่าวว่า… แต่ยืนยันว่าจะเยือน X``."""
    said = clause.said_before(index)
    return said >= 0 and clause.items[said].start >= word.end


def _is_journey_for(reading: Reading, clause: Clause, index: int, at: int) -> bool:
    """Whether a journey was to be for what a verb at ``at`` tells: ``ไม่ได้เดินทางไป X เพื่อเข้าร่วม M``."""
    return clause.items[index].value == "visit" and reading.scan.folded.endswith(_IN_ORDER_TO, 0, at)


def _is_as_guest(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a verb tells for what somebody comes who is received: ``ต้อนรับ A ในโอกาสเข้าร่วม M``."""
    last, at = clause.last_verb(index), clause.items[index].start
    if last < 0 or clause.items[last].value != "receive":
        return False
    guest = clause.items[index - 1]
    comes = clause.items[index].value == "visit" and guest.kind in PEOPLE
    if comes and _GUEST_COMES.fullmatch(reading.scan.folded, guest.end, at):
        # ``พร้อมต้อนรับ A เยือน X``, ``จะต้อนรับ A ที่มาเยือน X``.
        return True
    begin = max(clause.start, at - _AS_GUEST_REACH)
    return _AS_GUEST.search(reading.scan.folded, begin, at) is not None


def _reach(clause: Clause, index: int, *, stance: bool) -> int:
    """From where on a mood may be that of a verb: behind the last one before it that stands apart."""
    at = clause.items[index].start
    start = clause.start
    for before in clause.verbs_before(index):
        if at - clause.items[before].end > _APART:
            start = clause.items[before].end
            break
    return max(start, at - (_RIGHT_BEFORE if stance else _MOOD_REACH + _LONGEST_MOOD))


def _is_listed(reading: Reading, verb: Item) -> bool:
    """Whether a line of a list opens with an act announced as still to come: ``2. การหารือกับนาย ก``."""
    opens = 0 <= reading.paragraph.mark <= verb.start <= reading.paragraph.mark + len("การ")
    return opens and reading.lists.listing is not None and reading.lists.listing.mood is Modality.PLANNED


def _is_allowed(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether somebody is allowed to go, come or meet others: ``อนุมัติให้ A เข้าร่วม M``."""
    actor = next(clause.before(index), None)
    if clause.items[index].value not in _GOING_ON or actor is None or actor.kind not in ACTORS:
        return False
    begin = max(clause.start, actor.start - _ALLOWED_REACH)
    return _ALLOWED.search(reading.scan.folded, begin, actor.start) is not None


def _has_a_chance(reading: Reading, clause: Clause, at: int) -> bool:
    """Whether something is to be the chance for what a verb at ``at`` tells."""
    begin = max(clause.start, at - _CHANCE_REACH)
    if not reading.scan.cued(_CHANCES, begin, at):
        return False
    return _IS_TO_BE.search(reading.scan.folded, begin, at) is not None


def _is_of_another(reading: Reading, clause: Clause, index: int, word: Word) -> bool:
    """Whether somebody named behind a mood acts in one of his own: ``ซึ่งจะช่วยให้… รวมทั้งไทยสนับสนุน X``.

    ``ขอเชิญชวนให้ A ร่วมมือ``: the inviting itself is done, and no mood of its own verb.
    """
    verb = clause.items[index]
    folded = reading.scan.folded
    if word.end > verb.start:
        return folded.startswith("ขอเชิญ", word.start)
    if folded.startswith(_OF_OTHERS, word.start):
        return False
    actor = next(clause.before(index), None)
    return (
        actor is not None
        and actor.kind in ACTORS
        and not actor.qualifies
        and actor.start >= word.end
        and verb.start - actor.end <= _RIGHT_BEFORE
        and not folded.endswith(("กับ", "กับ "), 0, actor.start)
    )


def mood_before(reading: Reading, at: int) -> Modality:
    """The mood of what a noun at ``at`` tells of: ``จะร่วมเป็นสักขีพยานในพิธีลงนาม…`` is still to come."""
    begin = max(reading.scan.folded.rfind("\n", 0, at) + 1, at - _MOOD_REACH)
    planned = any(word.value == "planned" for word in reading.scan.starting("moods", begin, at))
    return Modality.PLANNED if planned else Modality.ACTUAL
