"""Whether the words of a verb state an act of its subject, or only name, ask for or entitle one."""

from __future__ import annotations

from kg.lexicon import words_of
from kg.relations.acts.saying import PART_IN
from kg.relations.meetings.sides import opens_with_talk
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.company import TALKED
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading

# Verbs of saying: those of talking, proposing, supporting, launching, and not the properties they state.
OF_SAYING = frozenset({"discuss", "discuss-noun", "propose", "support", "launch"})
# How many characters may stand between asking and what is asked.
_ASKED_REACH = 50
_NOMINALIZERS = words_of("makes_a_noun")
# ``ภายหลังการหารือกับ…`` tells that the talk was held.
_WAS_HELD = words_of("tells_it_was_held")
_STILL_ACTS = (*words_of("acts_told_by_nouns"), *PART_IN)


def unstated(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether an act of saying is only asked for, named in a title, or the subject of a headline's talk."""
    act = clause.items[index].value
    if act not in OF_SAYING:
        return False
    if reading.paragraph.heading and act == "discuss":
        return True
    return is_asked(reading, clause, index) or of_document(reading, clause, index)


def of_document(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a verb is of the name of a document in a list: ``บันทึกความเข้าใจ… เพื่อสนับสนุนสินเชื่อ``."""
    first_ = clause.items[0]
    return (
        first_.kind == "thing"
        and first_.value == "OutcomeDocument"
        and reading.scan.folded[first_.start - 1 : first_.start] in ("", "\n")
        and reading.scan.folded.endswith("เพื่อ", clause.start, clause.items[index].start)
    )


def is_asked(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether an act is only asked of somebody, who has not done it: ``ขอให้ไทยพิจารณา X``."""
    start = clause.items[index].start
    folded = reading.scan.folded
    for place in clause.verbs_before(index):
        verb = clause.items[place]
        if folded.startswith("พิจารณา", verb.start):
            # ``ขอให้ไทยพิจารณาสนับสนุน X``: what is to be considered is asked for, too.
            continue
        asks = verb.value == "propose" and (
            folded.endswith("ให้", verb.start, verb.end) or folded.startswith("ให้", verb.end)
        )
        # ``… พร้อมเสนอ Y``: what he is ready for besides is his own act again.
        asks = asks and not folded.startswith(" พร้อม", start - 1)
        return asks and start - verb.end <= _ASKED_REACH and " และ" not in folded[verb.end : start]
    return False


def nominal(reading: Reading, clause: Clause, item: Item) -> bool:
    """Whether a verb is made a noun (``การเข้าร่วม``) and so states no act of the subject."""
    folded, start, end = reading.scan.folded, clause.start, item.start
    if not folded.endswith(_NOMINALIZERS, start, end) or folded.endswith(_STILL_ACTS, start, end):
        return False
    if item.value in ("visit", "sign", "adopt") or item.value.startswith("host"):
        return False
    if item.value in TALKED:
        held = folded.endswith(_WAS_HELD, start, end - len("การ"))
        return not (held or opens_with_talk(reading, clause, item))
    return not (item.value == "discuss" and folded.endswith("ในการ", start, end))
