"""Clauses of a paragraph, and who their subject is."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.relations.items import Item
from kg.relations.reading import REACH, Clause, Reading, is_actor
from kg.relations.referents import draft_of, role_draft

# How many characters before a verb may tell of the company in which its subject comes.
_FAR = 1500
ACTORS = frozenset({"person", "role", "country", "body"})
_CAPACITY = "ในฐานะ"
_LONGEST_CAPACITY = 40
# ``ความสัมพันธ์ระหว่างไทยกับจีน``, ``โดยเฉพาะสาธารณรัฐเกาหลี และญี่ปุ่น``: states that only tell of what.
_OF_PAIR = re.compile("ระหว่าง(?:ประเทศ|รัฐบาล)?[ก-ฺเ-๎.]{2,24} ?(?:กับ|และ) ?(?:ประเทศ)?$")
_EXAMPLE = re.compile("โดยเฉพาะ(?:อย่างยิ่ง)? ?(?:ประเทศ)?(?:[ก-ฺเ-๎.]{2,24} (?:และ ?)?)?$")
# Words that lead to an actor who is then no subject; a space may part them from it.
_LEADING_AWAY = tuple("ตัวแทน แทน ผู้แทน ของ ต่อ จาก ณ ใน ที่ ถึง สู่ ด้าน ประจำ เพื่อ ภายใต้ ระหว่าง ผ่าน แก่".split())
_LEADING_AWAY += tuple(f"{word} " for word in _LEADING_AWAY)
# ``ภายหลังจากนายกรัฐมนตรีให้การต้อนรับ…``: a clause follows, and its subject.
_AFTER = ("หลังจาก", "หลังจาก ", "หลังจากที่", "หลังที่")
# The runs are possessive: a long row of commas is then tried in one way only.
_BETWEEN = re.compile(
    r"[ ,]*+(?:ใน(?:ขณะ|เวลา)นั้น)?(?:ในฐานะ[^ ]{0,40})?[ ,]*+"
    r"(?:และ|กับ|พร้อมด้วย|พร้อมทั้ง|รวมทั้ง|ตลอดจน|ร่วมกับ|คณะ)?[ ,]*+$"
)
_LIGHT = re.compile(
    r" *+(?:ที่เกี่ยวข้อง|เป็นผู้แทน|เป็นตัวแทน|เพื่อ|เดินทาง|ที่|แล้ว|มา|ไป|ได้|ยังได้|ยังคง|ยัง|ก็|จึง|ต่างก็|ต่าง|ร่วมกัน|ร่วม|"
    r"จะ|พร้อม|เป็น|เคย|ขอ|กล่าว|แสดง|คณะ|\d+|และคณะ|และภริยา|ด้วย)*+ *+"
)
# Behind a person a name belongs to his title unless such a word comes before it.
_APART = re.compile(r"(?:และ|กับ|รวมทั้ง|รวมถึง|ตลอดจน|พร้อมด้วย|พร้อม|ระหว่าง|ว่า|โดย|ซึ่ง|ให้|,|อาทิ|ได้แก่|ทั้ง) *+$")
_TITLE_REACH = 40
# A title in Latin letters may be longer: ``H.E. X, Minister Delegate attached to … ประเทศกัมพูชา``.
_LATIN_TITLE_REACH = 200
_OF_TITLES = frozenset({"country", "body"})
# A capacity in which somebody acts runs on over this many characters at most.
_CAPACITY_REACH = 60
_COMPANY = re.compile("พร้อมด้วย|พร้อมคณะ|นำคณะ|อาทิ|ได้แก่|ประกอบด้วย")


def split_clauses(items: list[Item], start: int, end: int, folded: str) -> list[Clause]:
    """The clauses of a paragraph, in order; they cover it."""
    clauses: list[Clause] = []
    at = start
    opener = ""
    group: list[Item] = []
    verb = -1
    for item in items:
        if item.kind == "connective":
            if group or item.start > at:
                clauses.append(Clause(at, item.start, group, opener, verb))
            at, opener, group, verb = item.start, folded[item.start : item.end], [], -1
            continue
        if verb < 0 and item.kind == "verb":
            verb = len(group)
        group.append(item)
    clauses.append(Clause(at, end, group, opener, verb))
    return clauses


def resolve(reading: Reading, item: Item) -> list[Draft]:
    """The entities that an actor item stands for; both principals for ``ทั้งสองฝ่าย``."""
    if item.kind == "role":
        draft = role_draft(item, reading.register, reading.document.text)
        return [draft] if draft is not None else []
    if item.kind in ("person", "country", "body"):
        draft = draft_of(item, reading.register)
        return [draft] if is_actor(draft) and draft is not None else []
    return []


def is_modifier(reading: Reading, item: Item, clause_start: int) -> bool:
    """Whether an actor only qualifies another word: ``ภาคเอกชนไทย``, ``ไทย-ลาว``, ``ของไทย``."""
    if item.qualifies:
        return True
    if item.kind == "person":
        return False
    if item.kind == "role" and reading.scan.folded.endswith(("เป็น", "หน้าที่", "ในฐานะ"), 0, item.start):
        return True
    folded = reading.scan.folded
    if folded[item.start - 1 : item.start] == "(" and folded[item.end : item.end + 1] == ")":
        return True
    left = folded[max(clause_start, item.start - 48) : item.start]
    if item.kind == "country" and (_OF_PAIR.search(left) or _EXAMPLE.search(left)):
        return True
    if item.kind in ("country", "role") and left.endswith("ที่"):
        scan = reading.scan
        return not (
            scan.word_at("moods", item.end)
            or scan.word_at("verbs", item.end)
            or folded.startswith(("ได้", "มี", "อยาก", "เห็นว่า", "ให้ความสำคัญ", "และ", " และ"), item.end)
        )
    if left.endswith(_LEADING_AWAY) and not left.endswith((*_AFTER, "ตามที่", "ตามที่ ")):
        return True
    capacity = left.rpartition(_CAPACITY)
    return bool(capacity[1]) and " " not in capacity[2] and len(capacity[2]) <= _LONGEST_CAPACITY


def titled(reading: Reading, clause: Clause, index: int) -> Item | None:
    """Whose title a state or body goes on with; None for an actor of its own.

    ``นาย ก รัฐมนตรีช่วยว่าการกระทรวง ข และผู้บังคับการสำนักงาน ค ประเทศ ง``: what no word parts from the
    person is read as one title.
    """
    item = clause.items[index]
    if item.kind not in _OF_TITLES:
        return None
    edge = item.start
    for left in clause.before(index):
        gap = reading.scan.folded[left.end : edge]
        if (
            len(gap) > (_LATIN_TITLE_REACH if gap.isascii() else _TITLE_REACH)
            or "\n" in gap
            or _APART.search(gap)
        ):
            return None
        if left.kind in ("person", "role"):
            return left
        inner = left.qualifies == "adjective" or gap == " (" or item.kind == "country"
        if left.kind not in ("country", "body", "place") or not inner:
            return None
        edge = left.start
    return None


def subject_of(reading: Reading, clause: Clause, index: int) -> tuple[list[Draft], bool]:
    """The subject of the verb ``clause.items[index]`` and whether it stands in the clause itself."""
    company = _company(reading, clause, index)
    if company:
        return company, True
    near = actors_before(reading, clause, index)
    if near is None:
        return [], True
    near = near or _spoken_before(reading, clause, index)
    if near:
        return near, True
    errand = _errand_of(reading, clause, index)
    if errand is not None:
        return subject_of(reading, clause, errand)
    lead: list[Draft] = []
    said = _said(clause, index)
    reported = clause.items[said + 1 : index] if said >= 0 else []
    if any(item.kind == "verb" for item in reported):
        reported = reported[: next(i for i, item in enumerate(reported) if item.kind == "verb")]
    leading = reported or clause.items[max(0, clause.first_verb - REACH) : clause.first_verb]
    at = clause.items.index(leading[0]) if leading else 0
    for position, item in enumerate(leading, at):
        if item.kind in _OF_TITLES and titled(reading, clause, position) is not None:
            continue
        if item.kind in ACTORS and not is_modifier(reading, item, clause.start):
            lead += [d for d in resolve(reading, item) if d not in lead]
        elif item.kind == "speaker":
            lead += [d for d in spoken_for(reading, item) if d not in lead]
    if not lead and reported:
        lead, _ = subject_of(reading, clause, said)
    if lead and not (said >= 0 and all(is_spokesperson(draft) for draft in lead)):
        return lead, True
    return list(reading.subject), False


def _spoken_before(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """Whom ``ทั้งสองฝ่าย`` before an earlier act stands for: ``ทั้งสองฝ่ายยินดี… และเห็นพ้อง…``."""
    verb: Item | None = None
    for item in clause.before(index):
        if item.kind == "verb":
            verb = item
        elif verb is not None and _is_light(reading.scan.folded[item.end : verb.start]):
            if item.kind == "speaker" and item.value in ("both", "meeting", "event"):
                return spoken_for(reading, item)
            if item.kind in ACTORS:
                break
    return []


def _errand_of(reading: Reading, clause: Clause, index: int) -> int | None:
    """What an act is the errand of: whoever travels or is sent does it.

    ``X เดินทางเยือน S เพื่อเข้าร่วม M``, ``X ได้รับมอบหมายจาก Y ให้เข้าร่วม M``.
    """
    said = _said(clause, index)
    if said >= 0 and _BY_ORDER.match(reading.scan.folded, clause.items[said].start):
        return said
    if not reading.scan.folded.endswith(("เพื่อ", "เพื่อที่จะ"), clause.start, clause.items[index].start):
        return None
    for back, item in enumerate(clause.before(index), 1):
        if item.kind == "verb":
            return index - back if item.value == "visit" else None
    return None


def is_spokesperson(draft: Draft) -> bool:
    """Whether somebody only speaks for others, who are then the ones that act."""
    return bool(draft.posts) and all("spokesperson" in post.head.id for post in draft.posts)


def reported(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether what somebody said (``กล่าวว่า``) holds the verb ``clause.items[index]``."""
    said = _said(clause, index)
    return said >= 0 and reading.scan.folded.endswith("ว่า", 0, clause.items[said].end)


def _said(clause: Clause, index: int) -> int:
    """The nearest verb of saying before a verb, as an index of the clause's items; -1 where none is."""
    if index > clause.first_verb:
        for back, item in enumerate(clause.before(index), 1):
            if item.kind == "verb" and item.value == "speak":
                return index - back
    return -1


# ``ผู้แทนจากหน่วยงานที่เกี่ยวข้องของไทย``: people of whom nobody is named, and not their state.
_GROUP_OF = re.compile(
    "(?:ผู้แทน|หน่วยงาน|ผู้ประกอบการ|นักลงทุน|ผู้เชี่ยวชาญ|เจ้าหน้าที่|บริษัท|ประชาชน|นักท่องเที่ยว|ผู้บริหาร|นักธุรกิจ|แรงงาน)"
    "[^ \n]{0,40}$"
)
# How far before a group it may be told who leads it.
_LED = 30
# A delegation that comes with its head is not its state.
# Acts that one does for himself, and what begins a sentence about him behind the title of another.
_SAID_ALONE = frozenset({"support", "propose", "launch", "speak", "thank"})
_NEW_SUBJECT = ("role", "country")
_DELEGATION = ("คณะผู้แทน", "ทีม")
# How far before a verb ``และคณะ`` may stand.
_SUITE_REACH = 40
_BY_ORDER = re.compile("(?:ได้)?รับมอบหมาย")
_MEETING_ACTS = frozenset({"adopt", "support", "discuss"})


def _company(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``X พร้อมด้วย Y และ Z เข้าร่วม``: everybody named before the verb, but for who gave the order."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if verb.value not in ("attend", "attend-noun", "meet", "receive", "courtesy", "sign"):
        return []
    begin = max(clause.start, verb.start - _FAR)
    if not (
        _COMPANY.search(folded, begin, verb.start) or folded.startswith(("โดยมี", "ซึ่งมี"), begin, verb.start)
    ):
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
            told = found
            found = found if _BY_ORDER.match(folded, item.start) else []
            giver = bool(found)
        if item.kind == "speaker" and item.value == "self":
            found += told[:1]
        if item.kind not in ACTORS or is_modifier(reading, item, clause.start):
            continue
        if giver or (goal and item.kind == "country") or titled(reading, clause, position) is not None:
            giver = goal = False
            continue
        goal = False
        if found and item.kind == "country" and folded.startswith(_DELEGATION, item.start):
            continue
        found += [d for d in resolve(reading, item) if d not in found]
    return found


def with_company(reading: Reading, clause: Clause, index: int, people: list[Draft]) -> list[Draft]:
    """``A และคณะ``: with whom A came before comes again; ``A พร้อมด้วย B`` is kept for it."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if len(people) > 1 and folded.find("พร้อมด้วย", clause.start, verb.start) >= 0:
        reading.company.setdefault(people[0].id, people[1:])
    if len(people) != 1 or people[0].id not in reading.company:
        return people
    if folded.find("และคณะ", max(clause.start, verb.start - _SUITE_REACH), verb.start) < 0:
        return people
    return [*people, *(d for d in reading.company[people[0].id] if d not in people)]


def actors_before(  # noqa: C901, PLR0912 - the cases of one walk to the left, which share its edge
    reading: Reading, clause: Clause, index: int
) -> list[Draft] | None:
    """The actors right before the verb ``items[index]``, joined to it; None for words of nobody known."""
    folded = reading.scan.folded
    edge = clause.items[index].start
    found: list[list[Draft]] = []
    started = unknown = False
    begins = ""
    for back, item in enumerate(clause.before(index), 1):
        holder = titled(reading, clause, index - back) if item.kind in _OF_TITLES else None
        if holder is not None:
            gap = folded[item.end : edge]
            if item.qualifies or _is_light(gap) or (started and _BETWEEN.match(gap)):
                edge = holder.end
            continue
        if item.kind == "mood":
            if _is_light(folded[item.end : edge]):
                edge = item.start
                continue
            break
        gap = folded[item.end : edge]
        if item.kind == "meeting" and not started and item.draft is not None and _is_light(gap):
            return [item.draft] if clause.items[index].value in _MEETING_ACTS else []
        if item.kind in ACTORS or item.kind == "speaker":
            if not (_BETWEEN.match(gap) if started else _is_light(gap)):
                break
            if not started and item.kind == "country" and gap.strip().startswith("เพื่อ"):
                break
            if gap == " " and _begins_anew(clause.items[index], item, begins):
                break
            if not started and not gap and _others_travel(reading, clause, index, item):
                return None
            if is_modifier(reading, item, clause.start):
                capacity = folded.rfind("ในฐานะ", max(clause.start, item.start - 60), item.start)
                if capacity < 0 or started:
                    if started or not _of_a_group(folded, clause, item):
                        break
                    return None
                edge = capacity
                continue
            drafts = spoken_for(reading, item) if item.kind == "speaker" else resolve(reading, item)
            if drafts:
                found.append(drafts)
            elif item.kind == "speaker" and not started:
                return None
            unknown = unknown or not drafts
            started = True
            edge, begins = item.start, item.kind
            if item.kind == "speaker" and item.value == "both":
                break
            continue
        if item.kind == "membership" and started:
            continue
        if item.kind in ("date", "places", "mode") and not started and not gap.strip():
            edge = item.start
            continue
        break
    result = list(dict.fromkeys(draft for drafts in reversed(found) for draft in drafts))
    return None if unknown and not result else result


def _of_a_group(folded: str, clause: Clause, item: Item) -> bool:
    """Whether an item only tells of which state or body a group of people is."""
    return _GROUP_OF.search(folded, max(clause.start, item.start - 60), item.start) is not None


def _begins_anew(verb: Item, item: Item, begins: str) -> bool:
    """``… พบ B นายกรัฐมนตรีกัมพูชา นายกรัฐมนตรีสนับสนุน``: behind a space somebody else begins."""
    return verb.value in _SAID_ALONE and begins in _NEW_SUBJECT and item.kind in ("person", "role")


def _others_travel(reading: Reading, clause: Clause, index: int, item: Item) -> bool:
    """``แรงงานไทยเดินทางไป…``: people of whom nobody is named; but ``นำคณะนักธุรกิจไทยเยือน…`` has a head."""
    if item.qualifies != "adjective" or clause.items[index].value != "visit":
        return False
    return reading.scan.folded.find("นำ", max(clause.start, item.start - _LED), item.start) < 0


def _is_light(gap: str) -> bool:
    """Whether nothing but small words stands between a subject and its verb, or a capacity besides them."""
    if not gap:
        return True
    if _LIGHT.fullmatch(gap):
        return True
    first, last = gap.find(_CAPACITY), gap.rfind(_CAPACITY)
    if first < 0 or not _LIGHT.fullmatch(gap, 0, first):
        return False
    begin = last + len(_CAPACITY)
    return any(_LIGHT.fullmatch(gap, at) for at in range(begin, min(len(gap), begin + _CAPACITY_REACH) + 1))


def spoken_for(reading: Reading, item: Item) -> list[Draft]:
    """Whom a word like ``ที่ประชุม``, ``ทั้งสองฝ่าย`` or ``เรา`` stands for here."""
    if item.value == "both":
        talk = reading.talk or reading.event
        return [talk] if talk is not None else []
    if item.value in ("meeting", "event"):
        return [reading.event] if reading.event is not None else []
    if item.value == "self":
        if reading.orator is not None:
            return [reading.orator]
        if reading.speaker_country is not None:
            return [reading.speaker_country]
        if reading.teller is not None:
            return [reading.teller]
        return list(reading.subject)
    return []
