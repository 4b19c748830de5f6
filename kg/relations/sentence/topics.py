"""What a phrase or a line names as a subject of talk, without how well and how far it is to go."""

from __future__ import annotations

from functools import cache

from kg.expressions import expression
from kg.lexicon import Opening, alternatives, any_of, pattern_of, read_table, words_of
from kg.relations.sentence.reading import Reading
from kg.text import Span

FIELDS = any_of("fields_of_talk")
WAYS = any_of("ways_of_doing", "ways_on_all_sides")
LETTER = "(?=[ก-ฮเ-ไ])"
LONGEST_TOPIC = 170  # characters

# Who promotes a thing is told to be for it: the thing is what is spoken of. To add to it and to mend it
# are spoken of themselves: ``แก้ปัญหาหมอกควัน``.
_CARRIED_ON = any_of("verbs_of_promoting", "verbs_of_changing", "verbs_of_taking_up")
_PROMOTED = expression(
    rf"(?:ร่วมกัน|เร่ง)?(?:(?!เพิ่ม(?!พูน)|แก้){_CARRIED_ON}(?:และ)?)+"
    rf"(?={alternatives('deeds_to_promote')})|"
    r"(?:พัฒนา|เพิ่ม|ขยาย)(?=ความ(?:ร่วมมือ|สัมพันธ์|เป็นหุ้นส่วน))|(?:ให้)?(?:เกิด|มี)(?=การ|ความ)"
)
_RAISED = "ยกระดับ"
# ``…, ในด้านการศึกษา``: the field, and not where.
_WITHIN_BEGINS = ("ด้าน", "ใน")
_WITHIN = expression(rf"(?:ใน)?ด้าน{LETTER}|ใน{FIELDS}(?:ของ)?{LETTER}")
# How well or how far something is to be done is no part of what it is: ``ให้มีความแน่นแฟ้นต่อไป``,
# ``อย่างใกล้ชิดมากยิ่งขึ้น``.
_MORE = rf"(?<!ที่){any_of('degrees')}{{1,3}}ขึ้น"
_MANNER = expression(
    rf" ?(?:ให้(?:มีความ|มี|เกิดความ)?{any_of('qualities_brought_about')}.{{0,600}}|"
    rf"(?: ?(?:(?:และ|มา)?อย่าง{WAYS}|{_MORE}|{alternatives('ends_of_telling')}|แล้ว)|"
    r"(?<!ว่า)ด้วย|(?:ด้วย)?ว่า){1,9})$"
)
# How the manner of doing something can end; what is told with ``ให้`` runs on to any end.
_MANNER_ENDS = (
    "\n",
    *words_of("ways_of_doing", "ways_on_all_sides", "ends_of_telling"),
    "ขึ้น",
    "แล้ว",
    "ด้วย",
    "ว่า",
)
# Its words follow each other to the end of a phrase: where the row of them begins is seldom farther off.
_MANNER_REACH = 70
_LONGEST_MANNER = 30
# ``ความสัมพันธ์ไทย-ลาว | ที่มีมาอย่างยาวนาน``: how good what two sides have is and since when, told behind it.
_TIES = words_of("ties_of_states")
_HOW_GOOD = expression(
    rf" ?(?:ที่|ซึ่ง|อัน)(?:ดำเนิน|ดำรง|พัฒนา)?(?:ต่าง|ได้)?(?:มี)?(?:ความ)?{any_of('qualities_of_ties')}"
)
_WHOSE = ("ระหว่าง", "ของ", "กับ", "ด้าน")
_SHORTEST_TIES = 14
_SHORTEST_TOPIC = 6
_UNFINISHED = words_of("ends_unfinished")
_MAX_LINE = 120
_LINE_END = expression(rf" {any_of('begins_detail', 'leads_to_list')}|นั้น |[:：] ?")


# ``ขอให้ปฏิบัติงานอย่างเต็มความสามารถ``: asked of anybody in courtesy, whoever it is.
_COURTESY = expression(f" ?{any_of('wished_of_anybody')}")


@cache
def begins_no_topic() -> Opening:
    """What begins no topic: the table ``no_topics``, and a date."""
    forms = [f"วัน{any_of('weekdays')}?ที่ ?[0-9]", "ปี ?[0-9]"]
    forms += [pattern_of("no_topics", row) for row in read_table("no_topics")]
    return Opening("|".join(forms))


def promoted(folded: str, span: Span) -> Span:
    """What a phrase promotes, and not how much: ``กระชับความร่วมมือด้าน… ให้แน่นแฟ้น`` is of the cooperation."""
    start = span.start
    if folded.startswith(_WITHIN_BEGINS, start):
        within = _WITHIN.match(folded, start, span.end)
        start = within.end() if within else start
    verb = _PROMOTED.match(folded, start, span.end)
    if verb is not None and not verb.group().endswith(_RAISED):
        start = verb.end()
    return without_manner(folded, span if start == span.start else Span(start, span.end))


def without_manner(folded: str, span: Span) -> Span:
    """A phrase up to where it tells how well or how far something is to be done, or how good it is."""
    span = _without_praise(folded, span)
    start, end = span.start + _SHORTEST_TOPIC, span.end
    if not folded.endswith(_MANNER_ENDS, start, end) and folded.find("ให้", start, end) < 0:
        return span
    near = max(start, end - _MANNER_REACH)
    if near > start and folded.find("ให้", start, near + len("ให้")) < 0:
        manner = _MANNER.search(folded, near, end)
        if manner is None or manner.start() > near + _LONGEST_MANNER:
            return Span(span.start, manner.start()) if manner else span
    manner = _MANNER.search(folded, start, end)
    return Span(span.start, manner.start()) if manner else span


def _without_praise(folded: str, span: Span) -> Span:
    """What two sides have, up to where it is told how good it is or since when."""
    if not folded.startswith(_TIES, span.start):
        return span
    praise = _HOW_GOOD.search(folded, span.start + _SHORTEST_TIES, span.end)
    if praise is None or any(folded.find(word, praise.end(), span.end) >= 0 for word in _WHOSE):
        return span
    return Span(span.start, praise.start())


def line_topic(reading: Reading, start: int, end: int) -> Span | None:
    """What a line of a list names: the line, up to where it begins to tell of it."""
    stop = _LINE_END.search(reading.scan.folded, start + 3, end)
    last = min(stop.start() if stop else end, end)
    while last > start and reading.scan.folded[last - 1] in " .,;":
        last -= 1
    field = _WITHIN.match(reading.scan.folded, start, last)
    start = field.end() if field else start
    if start >= last or last - start > _MAX_LINE:
        return None
    span = Span(start, last)
    return span if speaks(reading.scan.folded, span) else None


def wishes_well(folded: str, span: Span) -> bool:
    """Whether what is asked for is asked of anybody in courtesy: to work well, to be well, to trust."""
    return _COURTESY.match(folded, span.start, span.end) is not None


def speaks(folded: str, span: Span) -> bool:
    """Whether a phrase names a subject, and is no courtesy, no bare word of joining, no person."""
    start, end = span.start, span.end
    if not 4 <= end - start <= LONGEST_TOPIC or folded.endswith(_UNFINISHED, start, end):
        return False
    return not begins_no_topic().stands(folded, start, end) and not wishes_well(folded, span)
