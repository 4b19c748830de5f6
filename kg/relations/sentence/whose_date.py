"""Whose a date is: of a meeting, or of what else the words before it tell."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import any_of, not_after, words_of
from kg.model import is_day, is_year
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import LINE_MARK, Reading

# Who chairs something does so for a year.
_CHAIRS = "เป็นประธาน"
# Words before a date that make it the date of something else than the meeting spoken of.
_DATED = "|".join(
    (
        any_of("limits_of_time", "dated_without_meeting", "leads_to_nowadays"),
        # ``ครบรอบ 40 ปี ในปี 2560``, ``เป็นประธาน ก ปี 2562``, ``ผลการดำเนินงานประจำปี 2562``
        r"ครบรอบ(?: ?\d{1,6} ?ปี ?(?:ใน)?)?",
        rf"{_CHAIRS}(?: ?[A-Z][A-Za-z-]*)?",
        r"ผลการดำเนิน\S{0,60}",
        # ``มูลค่าการค้าของปี 2562``; not ``ช่วงบ่ายของวันที่ 5``
        f"{not_after('times_of_day')}ของ",
        # ``2 ล้านดอลลาร์สหรัฐในปี 2562``, ``ร้อยละ 5.4 ในปี 2562``
        rf"{any_of('units_of_amounts')}(?:สหรัฐ|ฯ)*|ร้อยละ ?[\d.]{{1,15}}|[\d.]{{1,15}} ?%",
        # ``ก เปิดเผยวันนี้ว่า``, ``แถลงข่าวเมื่อวันที่ 5 ว่า``: when it is told.
        f"{any_of('verbs_of_telling')}(?:ข่าว)?",
    )
)
_OTHER_DATE = expression(rf"(?:{_DATED})(?: ?\()?(?: ?ใน)?(?:เมื่อ)?(?:วันที่|ปี|เดือน| )*$")
# ``ข้อเสนอแนะจากการประชุมในวันนี้``: the day of the meeting that something comes of, not of the one named next.
_OF_SOURCE = expression(rf"(?:จาก|ผล){any_of('nouns_of_meetings')} ?(?:ใน|เมื่อ)? ?$")
_OTHER_REACH = 80
_SOURCE_REACH = 24
# ``ตั้งแต่วันที่ 3-4 เมษายน``: with its end told, it is when something takes place.
_FROM = ("ตั้งแต่วันที่", "ตั้งแต่")
# What leads to a date.
_LEAD = expression(
    rf"(?:(?:ใน|เมื่อ|{any_of('in_the_course', 'edges_of_times', 'times_of_day')}|ของ|วันที่|เดือน){{1,4}} ?)?$"
)
_LEAD_REACH = 60
_OPENERS = frozenset(
    ("และ", "แต่", "ส่วน", "สำหรับ", "(", *words_of("begins_sentence", "begins_new_scene", "and_then"))
)
# With these verbs it is told that a meeting is held.
_OF_MEETINGS = frozenset(
    "attend attend-noun call chair chair-noun courtesy held host host-noun hosted-by meal meet press receive "
    "visit witness".split()
)
_IS_HELD = expression(rf"(?:มี|จัด)ขึ้น|จัด(?!{any_of('arranges_otherwise')})|ประชุม")
_TALK = "หารือ"
# ``รายงานประจำปี 2565``: what such a year stands behind is of that year.
_OF_YEAR = "ประจำปี"
# Of what is handed over besides such a year is, and not of the meeting: ``M และมอบรางวัล ก ประจำปี 2565``.
_BESIDES = expression(rf"(?:และ|พร้อม)(?:การ|พิธี)?{any_of('verbs_of_handing_over')}")
# Between a body and the day on which it resolved.
_WHEN_IT_RESOLVED = expression(r"\)? ?(?:\([^()\n]{2,40}\))? ?(?:(?:ได้)?มีมติ)? ?(?:เมื่อ|ใน)? ?\(?")
_WAITING = 40  # dates and places, far more than any text tells before the meeting that they are of


def is_when(reading: Reading, item: Item, clause: Clause) -> bool:
    """Whether a date tells when something takes place, and not since when or of which anniversary."""
    start, folded = max(clause.start, item.start - _OTHER_REACH), reading.scan.folded
    before = folded[start : item.start]
    if "/" in item.value and before.rstrip().endswith(_FROM):
        return True
    for name in reading.scan.names_within(start, item.start)[-1:]:
        chairs = folded[start : name.start].rstrip()
        if chairs.endswith(_CHAIRS):
            # What is chaired stands between that and the year.
            before = chairs + folded[name.end : item.start]
    return bool(item.value) and _OTHER_DATE.search(before) is None


def is_of_source(reading: Reading, item: Item, clause: Clause) -> bool:
    """``ข้อเสนอแนะจากการประชุมในวันนี้``: whether a date tells of a meeting without a name that lies before."""
    start = max(clause.start, item.start - _SOURCE_REACH)
    return _OF_SOURCE.search(reading.scan.folded, start, item.start) is not None


def stands_behind(reading: Reading, clause: Clause, item: Item) -> bool:
    """Whether something is told before a date in its clause, which is then the date of that."""
    if item.kind != "date" or not clause.start <= item.start < clause.end:
        return False
    word = _word_before(reading, clause, item)
    if word:
        return word not in _OPENERS and not word.endswith("ว่า") and LINE_MARK.fullmatch(word) is None
    return any(
        other.kind == "verb" and other.start < item.start and other.value != "speak" for other in clause.items
    )


def _word_before(reading: Reading, clause: Clause, item: Item) -> str:
    """What a date follows without a space, but for what leads to it; empty where it begins anew."""
    before = reading.scan.folded[max(clause.start, item.start - _LEAD_REACH) : item.start]
    lead = _LEAD.search(before)
    told = before[: lead.start()] if lead is not None else before
    return "" if told[-1:].isspace() else (told.split() or [""])[-1]


def is_of_clause(reading: Reading, clause: Clause, item: Item) -> bool:
    """``ซึ่งในปีนี้ ไทยจะเสนอ…``: whether a date opens a clause, and is of what that goes on to tell."""
    if item is not clause.items[0]:
        return False
    return is_year(item.value) or (clause.first_verb >= 0 and not stands_behind(reading, clause, item))


def is_of_act(reading: Reading, clause: Clause, item: Item) -> bool:
    """``การสัมมนา M เรื่องความตกลงที่ไทยลงนามเมื่อเดือนก่อน``: whether a date tells when something else was done.

    What is done in the course of several days is done at a meeting that lasts as long; a month or a year is
    that of a meeting told of before only where it is told to be held then.
    """
    if "/" in item.value:
        return False
    folded = reading.scan.folded
    of_year = folded.startswith(_OF_YEAR, item.start)
    word = _OF_YEAR if of_year else _word_before(reading, clause, item)
    if _IS_HELD.search(word):
        return False
    talk = not reading.anchor[0].named or _TALK in reading.anchor[0].name
    if word.endswith(_TALK):
        return not talk
    before = [other for other in reversed(clause.items) if other.end <= item.start]
    vague = not is_day(item.value) and not any(other.kind == "meeting" for other in before)
    told = next((other for other in before if other.kind in ("verb", "meeting", "date")), None)
    if told is None or told.kind != "verb":
        besides = told is not None and of_year and _BESIDES.search(folded, told.end, item.start)
        return vague or bool(besides)
    if told.value in _OF_MEETINGS or (talk and told.value == "discuss"):
        return False
    return vague or bool(word)


def is_of_resolution(reading: Reading, clause: Clause, index: int) -> bool:
    """``คณะรัฐมนตรี (ครม.) เมื่อวันที่ 5 เห็นชอบร่าง…``: whether a day is that on which a body resolved.

    ``ที่ประชุมคณะรัฐมนตรี (ครม.) เมื่อวันที่ 5`` is a meeting on that day.
    """
    date, act = clause.items[index], next(clause.after(index), None)
    if date.kind != "date" or act is None or act.value != "adopt":
        return False
    folded, edge = reading.scan.folded, date.start
    for body in clause.before(index):
        if body.kind != "body" or _WHEN_IT_RESOLVED.fullmatch(folded, body.end, edge) is None:
            return edge < date.start and body.kind != "meeting"
        edge = body.start
    return edge < date.start


def corrected(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a day is the report's, and what happened has the next: ``วันนี้ (14 พ.ย. 2567) เมื่อวันที่ 13``."""
    date = clause.items[index]
    following = next(iter(clause.after(index)), None)
    if date.kind != "date" or following is None or following.kind != "date":
        return False
    between = reading.scan.folded[date.end : following.start + len("เมื่อ")]
    return between.strip(" )").startswith("เมื่อ")


def will_be(reading: Reading, clause: Clause, item: Item) -> bool:
    """``M จะดำเนินต่อไปในวันที่ 5``: whether a date is of what is still to come, be its verb in no table."""
    return _word_before(reading, clause, item).startswith("จะ")


def carried_on(reading: Reading, clause: Clause) -> list[Item]:
    """What still waits behind a clause: of its dates those that open it, if no event is on.

    ``A พบ B เมื่อต้นปี ซึ่งการประชุม M จะ…``: a date behind what a clause tells is of that. So many wait, the
    last ones: each clause looks at all of them, and a page may consist of dates.
    """
    return [
        item
        for item in reading.pending[-_WAITING:]
        if not (item.kind == "date" and clause.start <= item.start < clause.end)
        or not (reading.anchor or stands_behind(reading, clause, item))
    ]
