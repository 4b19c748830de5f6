"""What the text turns to: fields and issues at the head of a paragraph or a clause, whom it opens with."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.model import EntityType
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import SPEAKING, actors_of, is_modifier, spoken_for
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.objects import object_of
from kg.relations.sentence.reading import Reading, is_of_cabinet
from kg.relations.sentence.referents import draft_of
from kg.relations.sentence.topics import speaks
from kg.text import Span

_SUBJECT = alternatives("subjects_of_talks")
_TOPIC_HEAD = expression(
    # ``ด้านการเกษตร``, ``ความร่วมมือด้านพลังงาน``
    rf"\s*(?:[-•]|\(?\d{{1,2}}[.)])? ?(?:ใน|สำหรับ)?(?:{any_of('fields_of_talk')}(?=[ก-ฮเ-ไ])|(?={_SUBJECT}))|"
    # ``2) การศึกษา``, ``>> พลังงาน``
    r"\s*\(?\d{1,2}[.)] ?(?=การ|ความ|ปัญหา)|\s*>{1,2} ?(?=[ก-ฮเ-ไ])"
)
# In a list of subjects that was announced, whatever a paragraph opens with.
_ANY_HEAD = expression(
    rf"\s*(?:[-•>]{{1,2}}|\(?\d{{1,2}}[.)])? ?(?=[ก-ฮเ-ไ])(?!{alternatives('opens_no_subject')})"
)
_LONGEST_HEAD = 70
_LONGEST_LINE = 100
_FIELDS = expression("[ก-ฺเ-๎]{3,90}(?: (?:และ)?[ก-ฺเ-๎]{3,40}){0,3} ?")
_OWN_HEADS = expression(" (?:และ)?(?:การ|ความ)")
_BETWEEN_FIELDS = expression(" (?!ที่|ใน|ณ)(?:และ)?")
# ``ประเด็นอาหาร``: what such a word names, unless it only tells which one it is (``ประเด็นนี้``).
_NAMED_SO = f"(?:(?<=ประเด็น)|(?<=เรื่อง))(?!{alternatives('which_one')})"
_NO_DOING = f"(?!{alternatives('doings_of_diplomats')}|จัด|เข้า|แถลง|ดำเนินการ(?: |นั้น))"
_TURNED_TO = expression(
    rf" ?(?:ใน)?(?:ประเด็น|เรื่อง)?(?P<subject>(?:{_SUBJECT}|การ{_NO_DOING}|{_NAMED_SO})"
    r"(?:(?!นี้|จะ|ได้|(?<!เ)มี(?!ส่วน)|วันที่|หารือ)(?:[^ \n\"]| [-–] )){5,70}?)(?:นั้น| (?!ๆ))"
)
_FIELD = expression(rf" ?(?P<subject>(?:การ|ความ|{alternatives('fields_of_policy')})[ก-ฺเ-๎ ]{{0,60}}?) ")
TURNS = {**dict.fromkeys(words_of("turns_to"), _TURNED_TO), "ด้าน": _FIELD}


_AT_TALKS = frozenset({"support", "propose", "discuss"})
_SUBJECTS_OF_TALK = expression(
    rf"{any_of('verbs_of_talking')}[^\n]{{0,50}}?(?:ประเด็น|ความร่วมมือ|เรื่อง)[^\n]{{0,110}}?"
    rf"(?:{alternatives('as_follows', 'leads_to_list', 'that_is')}|:)\s*$"
)
_CLOSING = 200
# What a state or a body does besides or has on hand is told of it.
_HAS = expression(f" ?(?:เอง)?(?:ก็)?(?:ยัง|ได้|จะ)*มี(?=การ|{alternatives('policies')}|ความ(?!สำคัญ))")
_GOES_ON = ("โดย", "ซึ่ง")


def announces_fields(reading: Reading, start: int, end: int) -> bool:
    """Whether the next paragraphs open with a subject each: ``ทั้งสองฝ่ายได้หารือในประเด็นความร่วมมือ ดังนี้``."""
    return _SUBJECTS_OF_TALK.search(reading.scan.folded, max(start, end - _CLOSING), end) is not None


def topic_head(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """``ด้านการเกษตร นายกรัฐมนตรียินดี…``: a paragraph that opens with a field has it for its subject.

    Several fields may stand one after another: ``ด้านเศรษฐกิจ การค้าการลงทุน เอกอัครราชทูตฯ กล่าวว่า``.
    """
    folded = reading.scan.folded
    head = _TOPIC_HEAD.match(folded, start, end)
    if head is None and reading.lists.fields:
        head = _ANY_HEAD.match(folded, start, end)
    event = reading.talk or reading.event
    if head is None or event is None or reading.paragraph.retelling:
        return
    if _headed_by_thing(reading, event, items, head.end()):
        return
    follower = _who_follows(reading, items, head.end())
    longest = _LONGEST_LINE if reading.lists.fields else _LONGEST_HEAD
    if follower is None or follower.start - head.end() > longest:
        return
    is_field = "ด้าน" in head.group() or reading.lists.fields
    if follower.kind not in SPEAKING and not (
        is_field and follower.kind == "verb" and follower.value in _AT_TALKS
    ):
        return
    if not folded.startswith(" ", follower.start - 1) or not _FIELDS.fullmatch(
        folded, head.end(), follower.start
    ):
        return
    at, stated = head.end(), _told_to(items, follower)
    fields = folded[at : follower.start].rstrip().removesuffix("นั้น")
    # ``ความร่วมมือด้านวิทยาศาสตร์ เทคโนโลยี และนวัตกรรม`` is one: its fields share their head.
    whole = "ด้าน" in fields and "และ" in fields and not _OWN_HEADS.search(fields)
    for field in [fields] if whole else _BETWEEN_FIELDS.split(fields):
        if not field:
            continue
        topic = reading.register.thing(EntityType.TOPIC, reading.text(at, at + len(field)))
        reading.say(event, "discussed", topic, Span(at, min(end, stated)), "topic-head.v1")
        joined = _BETWEEN_FIELDS.match(folded, at + len(field))
        at = joined.end() if joined else at + len(field)


def _headed_by_thing(reading: Reading, event: Draft, items: list[Item], start: int) -> bool:
    """Whether a thing heads its paragraph in a list of subjects: ``โครงการ ก นายกรัฐมนตรีกล่าวว่า``."""
    thing, follower = (*[item for item in items if item.start >= start], None, None)[:2]
    if not reading.lists.fields or thing is None or thing.kind != "thing" or thing.start > start:
        return False
    if follower is None:
        return False
    gap = reading.scan.folded[thing.end : follower.start]
    if follower.kind not in SPEAKING or gap not in (" ", " โดย"):
        return False
    draft = draft_of(thing, reading.register)
    if draft is not None:
        reading.say(event, "discussed", draft, Span(start, _told_to(items, follower)), "topic-head.v1")
    return draft is not None


def _told_to(items: list[Item], follower: Item) -> int:
    """Where the words end that tell of a subject: with the act of whoever follows it, where it is near."""
    act = next((item for item in items if item.kind == "verb" and item.start >= follower.start), follower)
    return act.end if act.start - follower.end <= _LONGEST_LINE else follower.end


def _who_follows(reading: Reading, items: list[Item], start: int) -> Item | None:
    """Who speaks behind the subject that a paragraph opens with; in a list it may hold states."""
    for item in items:
        if item.start < start:
            continue
        within = reading.lists.fields and item.kind in ("country", "place")
        if not (within and reading.scan.folded[item.start - 1] not in " \n"):
            return item
    return None


def turned_to(reading: Reading, clause: Clause) -> None:
    """``สำหรับสถานการณ์ในทะเลนั้น ไทยเห็นว่า…``: what the text turns to is talked of."""
    event = reading.talk or reading.event
    pattern = TURNS.get(clause.opener)
    if event is None or pattern is None or reading.paragraph.retelling or is_of_cabinet(event):
        return
    head = pattern.match(reading.scan.folded, clause.start + len(clause.opener), clause.end)
    if head is None:
        return
    follower = next((item for item in clause.items if item.start >= head.start("subject")), None)
    if follower is not None and follower.kind == "meeting" and follower.start < head.end():
        return
    if pattern is _FIELD:
        acts_next = follower is not None and follower.kind in ACTORS and follower.start == head.end()
        if not acts_next:
            return
    span = Span(*head.span("subject"))
    topic = object_of(reading, span)
    if topic.type is EntityType.TOPIC and speaks(reading.scan.folded, span):
        reading.say(event, "discussed", topic, clause, "turned-to.v1")


def lead_only(reading: Reading, clause: Clause) -> None:
    """A clause without a verb may still name whom the next one speaks of."""
    leading: list[Draft] = []
    for item in clause.items:
        if item.kind == "speaker":
            drafts = spoken_for(reading, item)
            if drafts:
                reading.subject = drafts
            return
        if item.kind not in PEOPLE or is_modifier(reading, item, clause.start):
            break
        leading += [d for d in actors_of(reading, item) if d not in leading]
    if leading:
        reading.subject = leading


def told_of(reading: Reading, clause: Clause) -> None:
    """``รัฐบาลญี่ปุ่นยังมีการส่งเสริม…``: whoever a sentence opens with is spoken of, though his act is a noun."""
    folded = reading.scan.folded
    for item in clause.items:
        if item.kind == "connective" and not folded.startswith(_GOES_ON, item.start):
            continue
        if item.kind in ("country", "body") and not item.qualifies and _HAS.match(folded, item.end):
            reading.subject = actors_of(reading, item) or reading.subject
        return
