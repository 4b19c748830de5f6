"""With whom somebody does something: those named beside him, and who came with him before."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, cue, words_of
from kg.model import EntityType
from kg.relations.sentence.clause import REACH, Clause
from kg.relations.sentence.clauses import actors_of, goal_end, is_modifier, spoken_for, titled
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading
from kg.text import spaced_behind

# How many characters before a verb may tell of the company in which its subject comes.
_FAR = 1500
# What several people who are named one after another do together.
_WITH_COMPANY = frozenset(
    {"attend", "attend-noun", "meet", "receive", "courtesy", "sign", "witness", "press", "visit", "tour"}
)
# ``A นำนาย B เข้าเยี่ยมคารวะ C``: who leads another there comes as well.
_COME_ALONG = words_of("comes_along")
_IN_COMPANY = ("comes_along", "leads_to_list")
_COMPANY = expression(
    f"นำคณะ|{any_of(*_IN_COMPANY)}|(?: |ได้|จะ)นำ ?(?=เอกอัครราชทูต|{any_of('common_styles')})"
)
_THERE_BEING = words_of("there_being")
_COMPANY_WORDS = cue(*words_of(*_IN_COMPANY), "นำคณะ", " นำ", "ได้นำ", "จะนำ", *_THERE_BEING)
_COMING = frozenset({"attend", "attend-noun"})
_HAVING = expression(" ?(?:ยัง|จะ|ได้)?มี(?=[ ก-ฮเ-ไ])(?!การ|ความ|กำหนด|โอกาส|มติ)")
_LEADS = spaced_behind("นำ")
# ``ผู้แทนจากสภากาชาดไทย และหอการค้าไทย เข้าร่วม``: the first of a list comes like the others.
_HEADS_LIST = expression(f"(?:ผู้แทน(?:จาก|ของ)?|{any_of('leads_to_list')}) ?$")
_HEAD_REACH = 24
_DELEGATION = words_of("delegations")
# How far before a verb ``และคณะ`` may stand.
_SUITE_REACH = 40
BY_ORDER = expression("(?:ได้)?รับมอบหมาย")
# Verbs before a journey that tell of nothing else done: who reports it, who goes and by whose order.
_NO_ACT = frozenset({"speak", "assign", "visit"})
_JOURNEYS = ("visit", "tour")
# Acts of two people with each other.
TALKED = frozenset({"meet", "call", "courtesy"})
# Whoever comes for a body.
_SENT = expression(f"(?:คณะ)?{any_of('come_for_a_body', 'staff_of_bodies')}(?:ระดับสูง)?(?:จาก|ของ)?$")
_SENT_REACH = 30
# Bodies whose people somebody leads to where they come.
_LED_BY, _LED_REACH = "นำโดย", 400
_COMES_LED = frozenset({"attend", "attend-noun", "meet", "courtesy"})
_BRACKET = expression(r"\([^()\n]{1,80}\)")
# People of whom nobody is named, right before what they do.
_UNNAMED = (
    *("people_of_business", "people_by_what_they_do", "people_at_large", "the_public", "staff_of_bodies"),
    "houses_of_business",
)
_STRANGERS = expression(
    rf"(?:^|[ ]|(?<= )และ|โดยมี|โดย|ซึ่ง|แต่|นำ|ส่ง|มอบหมาย)(?:{any_of(*_UNNAMED)}(?:จาก|ของ)?|"
    "ผู้แทน(?!การค้า|พิเศษ)|ผู้เข้าร่วม|คณะเล็ก|สมเด็จ)"
    "(?:(?!และ|รวม|พร้อม|เพื่อ|ก่อน|หลัง|จาก|ตลอดจน|โดย|ซึ่ง|\\n).){0,40}$"
)
_STRANGERS_REACH = 70
_OF_PEOPLE = frozenset({"attend", "attend-noun", "meet", "receive", "courtesy", "visit", "tour", "sign"})
_TWO_LEADERS = expression(
    r"ผู้นำ(?:ของ)?(?:ประเทศ)?[ก-ฺเ-๎.]{2,20} ?(?:และ|กับ|-) ?"
    r"(?:ประเทศ|สปป\. ?)?[ก-ฺเ-๎.]{2,20}?(?:ต่าง|ได้|จะ|ยัง|ร่วมกัน)*+ ?$"
)
_TWO_LEADERS_REACH = 70
_TWO = 2
_AND = ("และ", "กับ", " และ", "-")
_INVITED = expression("(?:ตาม)?(?:ได้)?(?:ตอบ)?(?:รับ)?(?:การ|คำ)?เชิญ(?:อย่างเป็นทางการ)?(?:ของ|จาก|โดย) ?$")
_INVITERS = spaced_behind("ของ", "จาก", "โดย")
_INVITED_REACH, _CAPACITY_REACH = 40, 60
# ``รัฐบาลภายใต้การนำของ ก``: the government does it, and not who leads it.
_UNDER_LEADER = expression(rf" ?{any_of('under_leadership')}(?:ของ|โดย)? ?$")
# A delegation that somebody leads he is in; a government that he leads does what it does.
_LEADS_GOVERNMENT = expression(r"รัฐบาล[^ \n]{0,30}?((?:ที่|ซึ่ง)นำโดย ?)$")
_FOR_WHICH = ("ที่", "ที่ได้", "ที่ให้", "ที่ให้การ", "สำหรับการ", "ในการ")
_AT_MEETING = expression("(?:ใน)? ?(?:การ)?ประชุม(?:เพื่อ)?")
_IN_ORDER_TO = ("เพื่อ", "เพื่อที่จะ")
# ``ได้แก่`` leads to a list.
_GIVEN_TO, _FROM = expression("(?:(?<!ได้)แก่|แด่) ?$"), spaced_behind("จาก")
_GIVEN_REACH = 8
_AND_COMES = expression(" ?และ(?:จะ|ได้|เพื่อ)? ?")
_AWAITS = expression("(?:พร้อม|รอ|จะ|จะได้|โอกาส)(?:ที่จะ|ให้การ)?$")
# Who wants something of somebody does not do it with him: ``A เชิญ B เข้าร่วม M``.
_OF_OTHERS = words_of("wants_of_others")
# So far before what is wanted stands who wants it: ``A ได้เรียนเชิญ B``.
_WANTS_REACH = 12


def company_of(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``X พร้อมด้วย Y และ Z เข้าร่วม``: everybody named before the verb, but for who gave the order."""
    verb = clause.items[index]
    folded = reading.scan.folded
    joins_talk = verb.value == "discuss" and folded.startswith("ร่วม", verb.start)
    if verb.value not in _WITH_COMPANY and not joins_talk:
        return []
    begin = max(clause.start, verb.start - _FAR)
    cued = reading.scan.cued(_COMPANY_WORDS, begin, verb.start)
    there = cued and folded.startswith(_THERE_BEING, begin, verb.start)
    if not (there or there_are(folded, clause, index)) and not (
        cued and _COMPANY.search(folded, begin, verb.start)
    ):
        return []
    if (verb.value in _JOURNEYS and not _sets_out(clause, index)) or _meets_on(clause, index):
        return []
    found: list[Draft] = []
    begin = max(0, index - REACH)
    giver = goal = False
    told: list[Draft] = []
    for position, item in enumerate(clause.items[begin:index], begin):
        if item.kind == "verb" and item.value == "visit":
            goal = True
            continue
        if item.kind == "verb":
            # Who reports and who gives the order are not of the company.
            told_last, told = told, found
            found = (found or told_last) if BY_ORDER.match(folded, item.start) else []
            giver = bool(found)
        if item.kind == "speaker" and item.value == "self":
            found += told[:1] or [d for d in spoken_for(reading, item)[:1] if d.type is EntityType.PERSON]
        if item.kind not in ACTORS:
            continue
        if is_modifier(reading, item, clause.start) and not (
            heads_list(folded, clause, item) or sent_by_body(folded, clause, item) >= 0
        ):
            continue
        giver = giver and not folded.endswith(_LEADS, 0, item.start)
        if giver or (goal and item.kind == "country") or titled(reading, clause, position) is not None:
            giver = goal = False
            continue
        goal = False
        if found and item.kind == "country" and folded.startswith(_DELEGATION, item.start):
            continue
        found += [d for d in actors_of(reading, item) if d not in found]
    return found


def there_are(folded: str, clause: Clause, index: int) -> bool:
    """``ทั้งนี้ มี A B และคณะผู้แทนจากหลายประเทศ เข้าร่วม``: whether a clause opens with who comes, its first act."""
    if index != clause.first_verb or clause.items[index].value not in _COMING:
        return False
    return _HAVING.match(folded, clause.start + len(clause.opener), clause.items[index].start) is not None


def sent_by_body(folded: str, clause: Clause, item: Item) -> int:
    """Where it begins that people come for a body: ``ผู้แทนกรม ก เข้าร่วม``; -1 where it is not told so."""
    if item.kind != "body" or item.qualifies == "pair":
        return -1
    sent = _SENT.search(folded, max(clause.start, item.start - _SENT_REACH), item.start)
    return sent.start() if sent is not None else -1


def _led_bodies(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``สมาคม ก (สก.) นำโดยนาย ข เข้าพบ``: the body whose people somebody leads comes with him."""
    folded, verb = reading.scan.folded, clause.items[index]
    if verb.value not in _COMES_LED:
        return []
    begin = max(clause.start, verb.start - _LED_REACH)
    word = folded.rfind(_LED_BY, begin, verb.start)
    if word < 0 or any(item.kind == "verb" and item.start > word for item in clause.before(index)):
        return []
    for item in clause.before(index):
        if item.end > word or folded.endswith("(", 0, item.start):
            continue
        of_group = item.qualifies and sent_by_body(folded, clause, item) < 0
        if item.kind != "body" or of_group or titled(reading, clause, clause.items.index(item)) is not None:
            return []
        return [] if _BRACKET.sub("", folded[item.end : word]).strip() else actors_of(reading, item)
    return []


def _sets_out(clause: Clause, index: int) -> bool:
    """Whether a journey is the first act of its clause: ``A พร้อมคณะ ได้แก่ B และ C เดินทางเยือน S``."""
    return all(clause.items[verb].value in _NO_ACT for verb in clause.verbs_before(index))


def _meets_on(clause: Clause, index: int) -> bool:
    """Whether one talk follows another, whose list is no company at it: ``พบกับ B ได้แก่ C และ D และพบกับ E``."""
    last = clause.last_verb(index)
    return last >= 0 and clause.items[index].value in TALKED and clause.items[last].value in TALKED


def heads_list(folded: str, clause: Clause, item: Item) -> bool:
    """Whether an item is the first of those who are told to send somebody."""
    return (
        not item.qualifies
        and item.kind in ("country", "body")  # who stands in for a person is somebody else
        and _HEADS_LIST.search(folded, max(clause.start, item.start - _HEAD_REACH), item.start) is not None
    )


def some_come_along(folded: str, start: int, end: int) -> bool:
    """Whether it is told in ``[start, end)`` that somebody comes with another: ``A พร้อมด้วย B``."""
    return any(folded.find(word, start, end) >= 0 for word in _COME_ALONG)


def with_company(reading: Reading, clause: Clause, index: int, people: list[Draft]) -> list[Draft]:
    """``A และคณะ``: with whom A came before comes again; ``A พร้อมด้วย B`` is kept for it."""
    verb = clause.items[index]
    folded = reading.scan.folded
    led = [draft for draft in _led_bodies(reading, clause, index) if people and draft not in people]
    if led:
        return [*people, *led]
    if len(people) > 1 and some_come_along(folded, clause.start, verb.start):
        reading.company.setdefault(people[0].id, people[1:])
    if len(people) != 1 or people[0].id not in reading.company:
        return people
    if folded.find("และคณะ", max(clause.start, verb.start - _SUITE_REACH), verb.start) < 0:
        return people
    return [*people, *(d for d in reading.company[people[0].id] if d not in people)]


def of_strangers(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether people whom the text does not name do this, and not the subject of the sentence before.

    ``ภาคเอกชนไทยจะได้เข้าร่วมสัมมนา``.
    """
    verb = clause.items[index]
    if verb.value not in _OF_PEOPLE:
        return False
    last = clause.last_verb(index)
    begin = max(
        clause.start, verb.start - _STRANGERS_REACH, clause.items[last].end if last >= 0 else clause.start
    )
    return _STRANGERS.search(reading.scan.folded, begin, verb.start) is not None


def others_do(reading: Reading, clause: Clause, index: int) -> bool:
    """``A กล่าวว่า เจ้าหน้าที่ได้ลงพื้นที่ไปพบ B``: whether people without a name do what somebody tells of."""
    said = clause.said_before(index)
    return any(of_strangers(reading, clause, verb) for verb in clause.verbs if said < verb <= index)


def as_talk(reading: Reading, clause: Clause, index: int, near: list[Draft]) -> list[Draft]:
    """``ผู้นำไทยและมาเลเซียเห็นพ้อง``, of a talk that is on: its two sides, who are the talk itself."""
    if near and reading.talk is not None:
        folded, start = reading.scan.folded, clause.items[index].start
        begin = folded.find("ผู้นำ", max(clause.start, start - _TWO_LEADERS_REACH), start)
        led = begin >= 0 and _TWO_LEADERS.match(folded, begin, start) is not None
        if led or _hold_one_office(reading, clause, index):
            return [reading.talk]
    return near


def _hold_one_office(reading: Reading, clause: Clause, index: int) -> bool:
    """``นายกรัฐมนตรีไทยและลาว``: whether the office of two states stands before a verb, and no state itself."""
    actors = [item for item in clause.before(index) if item.kind in ACTORS][:2]
    if len(actors) < _TWO or [item.kind for item in actors] != ["country", "role"]:
        return False
    state, office = actors
    of = reading.scan.name_over(office.end - 1)
    joined = reading.scan.folded[office.end : state.start] in _AND
    return joined and of is not None and of.type == "Country" and of.start > office.start


def invited_by(folded: str, item: Item) -> int:
    """Where ``ได้รับเชิญจาก A``, ``ตามคำเชิญของ A`` begins: who invites does not come; -1 for none."""
    begin = max(0, item.start - _INVITED_REACH)
    if not folded.endswith(_INVITERS, begin, item.start) or folded.find("เชิญ", begin, item.start) < 0:
        return -1
    found = _INVITED.search(folded, begin, item.start)
    return found.start() if found else -1


def led_by(folded: str, item: Item) -> int:
    """Where ``ภายใต้การนำของ A`` begins: whoever leads others is not who acts; -1 for none."""
    begin = max(0, item.start - _INVITED_REACH)
    found = _UNDER_LEADER.search(folded, begin, item.start)
    if found is not None:
        return found.start()
    of = _LEADS_GOVERNMENT.search(folded, begin, item.start)
    return of.start(1) if of is not None else -1


def is_of_others(folded: str, item: Item) -> bool:
    """Whether somebody only invites or leads those who act."""
    return invited_by(folded, item) >= 0 or led_by(folded, item) >= 0


def set_apart(folded: str, clause: Clause, item: Item) -> int:
    """Where what is told of somebody by the way begins: ``ในฐานะ A``, ``ตามคำเชิญของ A``; -1 for none."""
    begin = max(clause.start, item.start - _CAPACITY_REACH)
    return max(invited_by(folded, item), led_by(folded, item), folded.rfind("ในฐานะ", begin, item.start))


def is_thanked_for(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether the act is of somebody who is thanked for it: ``ขอบคุณ A ที่สนับสนุน X``."""
    if not reading.scan.folded.endswith(_FOR_WHICH, clause.start, clause.items[index].start):
        return False
    for item in clause.before(index):
        if item.kind == "verb":
            return item.value == "thank"
    return False


def those_thanked(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``ขอบคุณ A ที่จัดการประชุม``: A, whose the act is; nobody where none is thanked for it."""
    if not is_thanked_for(reading, clause, index):
        return []
    named: list[Draft] = []
    for item in clause.before(index):
        if item.kind == "verb":
            break
        if item.kind in ACTORS and not item.qualifies:
            named = [*actors_of(reading, item), *named]
    return named


def errand_of(reading: Reading, clause: Clause, index: int, said: int) -> int | None:
    """What an act behind what is ``said`` is the errand of: whoever travels or is sent does it.

    ``X เดินทางเยือน S เพื่อเข้าร่วม M``, ``X เดินทางมาเข้าร่วม M``, ``X ได้รับมอบหมายจาก Y ให้เข้าร่วม M``.
    Whoever chairs what has no name does what is done there: ``Y มอบหมายให้ X เป็นประธานการประชุมหารือกับ Z``.
    """
    if said >= 0 and BY_ORDER.match(reading.scan.folded, clause.items[said].start):
        return said
    last, start = clause.last_verb(index), clause.items[index].start
    if last >= 0 and clause.items[last].value.startswith("chair"):
        meets = _AT_MEETING.fullmatch(reading.scan.folded, clause.items[last].end, start)
        return last if meets is not None else None
    if last < 0 or clause.items[last].value != "visit":
        return None
    at_once = clause.items[last].end == start or _comes_besides(reading, clause, index, last)
    return last if at_once or reading.scan.folded.endswith(_IN_ORDER_TO, clause.start, start) else None


def is_given(folded: str, clause: Clause, position: int) -> bool:
    """Whether an item tells to whom something is given, or from whom: ``A มอบกระเช้าจากปลัด (นาย B) แด่ C``."""
    item = clause.items[position]
    if item.kind not in PEOPLE:
        return False
    before = clause.items[position - 1] if position else None
    sends = before is not None and before.kind == "role" and folded[before.end : item.start].strip() == "("
    given = _GIVEN_TO.search(folded, max(0, item.start - _GIVEN_REACH), item.start) is not None
    return given or (sends and before is not None and folded.endswith(_FROM, 0, before.start))


def _comes_besides(reading: Reading, clause: Clause, index: int, visit: int) -> bool:
    """``A พร้อมต้อนรับ B เยือนไทย และเข้าร่วม M``: whether whoever is received comes to a meeting as well.

    Behind a space who receives him may go on, where he has come already.
    """
    folded, act = reading.scan.folded, clause.items[index]
    receives = clause.last_verb(visit)
    if act.value not in _COMING or receives < 0 or clause.items[receives].value != "receive":
        return False
    joined = _AND_COMES.fullmatch(folded, goal_end(clause, visit), act.start)
    begin = max(clause.start, clause.items[receives].start - _WANTS_REACH)
    awaited = _AWAITS.search(folded, begin, clause.items[receives].start) is not None
    return joined is not None and (awaited or not joined.group().startswith(" "))


def ordered_by(reading: Reading, clause: Clause, said: int, near: list[Draft]) -> int | None:
    """``X ได้รับมอบหมายจาก Y เข้าร่วม M``: Y, right before the act, has sent X; where it is told."""
    folded = reading.scan.folded
    if not BY_ORDER.match(folded, clause.items[said].start):
        return None
    if not folded.startswith("จาก", clause.items[said].end):
        return None
    giver = next((item for item in clause.after(said) if item.kind in PEOPLE), None)
    sent = giver is not None and all(draft in actors_of(reading, giver) for draft in near)
    return said if sent else None


def is_wanted(folded: str, item: Item) -> bool:
    """Whether a mood tells that something is wanted of whoever follows it: ``A เชิญ B``, ``A หวังว่า B``."""
    return item.kind == "mood" and folded.startswith(_OF_OTHERS, item.start)


def wants_of_next(reading: Reading, clause: Clause, position: int) -> bool:
    """Whether something is wanted of who is named next: he does it alone (``A เชิญ B เยือน X และเข้าร่วม M``)."""
    item = clause.items[position]
    following = next(clause.after(position), None)
    next_to_it = following is not None and following.kind in ACTORS and following.start - item.end <= 1
    return next_to_it and is_wanted(reading.scan.folded, item)


def who_wants(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """Who wants of others what a verb tells, and goes on acting behind it; empty where nobody is told to."""
    for position in range(index - 1, 0, -1):
        if wants_of_next(reading, clause, position):
            before = next(clause.before(position), None)
            near = before is not None and clause.items[position].start - before.end <= _WANTS_REACH
            return actors_of(reading, before) if before is not None and near and before.kind in ACTORS else []
        if clause.items[position].kind == "verb":
            break
    return []
