"""Clauses of a paragraph, and who their subject is."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import HOME, alternatives, any_of, entries_of, words_of
from kg.mentions.persons import PersonMention
from kg.mentions.posts import Post
from kg.model import EntityType
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading, is_actor
from kg.relations.sentence.referents import draft_of, role_draft
from kg.text import spaced_before, spaced_behind

# Whoever is named, and the words that stand for somebody.
SPEAKING = ACTORS | {"speaker"}
CAPACITY = "ในฐานะ"
# What stands before ``รัฐบาล`` where a sentence about it begins, and behind it where it is told of otherwise.
_TELLS = (" ", "\n", '"', *words_of("begins_sentence"))
_NOT_ALONE = ("ควร", "และ", "ต้อง", "จึง")
_LONGEST_CAPACITY = 40
# ``โดยมี … เป็นประธาน และ 3) การประชุม …``: with the first point a list only begins.
_POINT = expression(r" (?:และ ?)?\(?(?:[2-9]|[1-9]\d)[).] ?$")
_LONGEST_POINT = 12
# A clause is quoted whole, and its verbs look through it; releases have none of more than 2,000 characters.
_LONGEST_CLAUSE = 5_000
# ``ความสัมพันธ์ระหว่างไทยกับจีน``, ``หน่วยงานของไทยและจีน``, ``โดยเฉพาะสาธารณรัฐเกาหลี และญี่ปุ่น``: states that
# only tell of what.
_OF_PAIR = expression(
    "(?:ระหว่าง(?!กัน)(?:ประเทศ|รัฐบาล)?[ก-ฺเ-๎.]{2,24} ?(?:กับ|และ) ?|(?:ของ|จาก)(?:ประเทศ)?[ก-ฺเ-๎.]{2,24}และ)"
    "(?:ประเทศ)?$"
)
# How what stands before the second of two states ends, and what shows one that is an example.
_JOINED = tuple(f"{word}{state}" for word in spaced_behind("กับ", "และ") for state in ("", "ประเทศ"))
_AND = spaced_before("และ")
_OF = spaced_behind("ของ")
_ABOVE_ALL = "โดยเฉพาะ"
_CENTRE = words_of("as_the_centre")
_EXAMPLE = expression(f"{_ABOVE_ALL}(?:อย่างยิ่ง)? ?(?:ประเทศ)?(?:[ก-ฺเ-๎.]{{2,24}} (?:และ ?)?)?$")
# Words that lead to an actor who is then no subject; a space may part them from it.
_LEADING_AWAY = ("ด้าน", *spaced_behind(*words_of("leads_from_subject")))
# Words that end like one of them: what follows behind a space begins anew.
_NOT_LEADING = tuple(
    f"{word} " for word in words_of("whole_words_ending_open", "whole_words_before_subjects")
)
# ``ภายหลังจากนายกรัฐมนตรีให้การต้อนรับ…``: a clause follows, and its subject.
_AFTER = words_of("leads_to_clause")
_BEGINNING = (*_AFTER, *_NOT_LEADING)
# Behind a person a name belongs to his title unless such a word comes before it.
_APART = expression(
    rf"(?:,|{alternatives('parts_from_title', 'joins_more', 'leads_to_list', 'that_is')}|"
    r"(?<=[^ ])(?<!มา)(?<!ไป)ที่)"
    rf" ?(?:(?:คณะ)?{any_of('delegates')}(?:จาก|ของ)?)? *+$"
)
# ``ผู้แทนกรม ก ผู้แทนกรม ข``: behind the people of one house stand those of the next.
_NEXT_SENT = expression(rf"[ ,]++(?:คณะ)?{any_of('delegates')}(?:จาก|ของ)? ?")
# ``ซึ่งช้ากว่าไทย 6 ชั่วโมง``
_COMPARED = ("กว่า", "กว่าประเทศ")
# So far before a name stand what it qualifies and what it is compared with.
_QUALIFIED_REACH = 48
_LOCAL_TIME = "ตามเวลา"
_WHEN = words_of("told_by_the_way")
_TITLE_REACH = 40
# Before the names that a bracket goes on with: ``นาย ก ผู้อำนวยการองค์การ ข (Name of It: NI)``.
_IN_BRACKET = (" (", ": ", " : ", ", ")
# A title in Latin letters may be longer: ``H.E. X, Minister Delegate attached to … ประเทศกัมพูชา``.
_LATIN_TITLE_REACH = 200
# With these an act of a state begins.
_ACTS = words_of("begins_act_of_state")
OF_TITLES = frozenset({"country", "body"})
_WHICH, _SIDE = "ซึ่ง", " ฝ่าย"
# Where a journey can go.
GOALS = frozenset({"country", "place", "places"})
# How far behind the visit ``ของ`` may name whose it is.
_WHOSE_REACH = 90

# Of these a state has several: the title alone tells of none in particular.
_HELD_BY_MANY = entries_of("held_by_many")
_SENT = words_of("come_for_a_body")
_ANOTHER = spaced_before(*words_of("of_another_holder"))


def split_clauses(items: list[Item], start: int, end: int, folded: str) -> list[Clause]:
    """The clauses of a paragraph, in order; they cover it."""
    clauses: list[Clause] = []
    at = start
    opener = ""
    group: list[Item] = []
    verbs: list[int] = []
    for item in items:
        if item.kind == "connective":
            if group or item.start > at:
                clauses.append(Clause(at, item.start, group, opener, verbs))
            at, opener, group, verbs = item.start, folded[item.start : item.end], [], []
            continue
        begin = item.start
        if item.kind == "meeting" and opener and all(before.kind != "meeting" for before in group):
            # What a clause told of the meeting of one point ends before the meeting of the next.
            begin = _point_before(folded, item.start)
        if begin < item.start or begin - at > _LONGEST_CLAUSE:
            clauses.append(Clause(at, begin, group, opener, verbs))
            at, opener, group, verbs = begin, "", [], []
        if item.kind == "verb":
            verbs.append(len(group))
        group.append(item)
    clauses.append(Clause(at, end, group, opener, verbs))
    for before, clause in pairwise(clauses):
        clause.of = _person_before(before, clause, folded)
    return clauses


def _point_before(folded: str, start: int) -> int:
    """Where the number of a further point begins that stands right before ``start``; ``start`` without one.

    >>> _point_before("เป็นประธาน และ 3) การประชุม ก", 18)
    11
    """
    point = _POINT.search(folded, max(0, start - _LONGEST_POINT), start)
    return start if point is None else point.start() + 1


def _person_before(before: Clause, clause: Clause, folded: str) -> Item | None:
    """The person right before ``ซึ่ง``, of whom what follows tells: ``A พบ B ซึ่งเดินทางเยือน X``."""
    last = before.items[-1] if before.items and clause.opener == _WHICH else None
    if last is None or last.kind not in PEOPLE:
        return None
    return last if not folded[last.end : clause.start].strip(" ฯ") else None


def actors_of(reading: Reading, item: Item) -> list[Draft]:
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
    folded = reading.scan.folded
    if item.kind == "role" and folded.endswith(("เป็น", "หน้าที่", "ในฐานะ"), 0, item.start):
        return True
    if folded.endswith("มี", clause_start, item.start) and folded.startswith(_CENTRE, item.end):
        # ``โดยมีอาเซียนเป็นศูนย์กลาง และมุ่งขยายความร่วมมือ``: around whom, and not who does it.
        return item.kind in OF_TITLES
    if _opens(reading, item, clause_start):
        return False
    if folded[item.start - 1 : item.start] == "(" and folded[item.end : item.end + 1] == ")":
        return True
    left = folded[max(clause_start, item.start - _QUALIFIED_REACH) : item.start]
    if item.kind == "country" and (
        left.endswith(_COMPARED)
        or (left.endswith(_JOINED) and _OF_PAIR.search(left))
        or (_ABOVE_ALL in left and _EXAMPLE.search(left))
    ):
        return True
    if item.kind == "country" and _LOCAL_TIME in left and left.rfind(_LOCAL_TIME) > left.rfind(")"):
        # ``(ตามเวลาท้องถิ่นกรุงโตเกียว ญี่ปุ่น ซึ่งเร็วกว่าไทย 2 ชั่วโมง)``
        return True
    if item.kind in ("country", "role", "body") and left.endswith("ที่"):
        scan = reading.scan
        behind = item.end + (item.kind == "role" and folded.startswith(" ", item.end))
        return not (
            scan.word_at("moods", behind)
            or scan.word_at("verbs", behind)
            or folded.startswith((*_ACTS, *_AND), item.end)
        )
    if left.endswith(_LEADING_AWAY) and not left.endswith(_BEGINNING):
        return True
    if CAPACITY not in left:
        return False
    capacity = left.rpartition(CAPACITY)[2]
    return " " not in capacity and len(capacity) <= _LONGEST_CAPACITY


def _opens(reading: Reading, item: Item, clause_start: int) -> bool:
    """Whether nothing but the word that opens the clause stands before an item: ``ด้านเอกอัครราชทูตฯ ยินดี``."""
    scan = reading.scan
    opener = scan.word_at("connectives", clause_start)
    if opener is None or not opener.end <= item.start <= opener.end + 1:
        return False
    if item.kind != "country":
        return True
    # ``ด้านเมียนมา ไทยสนับสนุน…``: a state that no act follows is what is spoken of.
    after = item.end + scan.folded.startswith(" ", item.end)
    return bool(scan.word_at("moods", after) or scan.word_at("verbs", after)) or scan.folded.startswith(
        _ACTS, after
    )


def tells_of_holder(reading: Reading, item: Item) -> bool:
    """Whether a title tells of one who stands for a state, and not what somebody is or was made."""
    post = item.payload
    if not isinstance(post, Post) or post.head.id in _HELD_BY_MANY or is_modifier(reading, item, item.start):
        return False
    scan = reading.scan
    sends = scan.folded.endswith(_SENT, 0, post.span.start)
    if sends or scan.folded.startswith(_ANOTHER, post.span.end) or scan.acts(post.head_end, post.span.end):
        return False
    return post.city is not None or (post.country is not None and post.country.id != HOME)


def titled(reading: Reading, clause: Clause, index: int) -> Item | None:
    """Whose title a state or body goes on with; None for an actor of its own.

    ``นาย ก รัฐมนตรีช่วยว่าการกระทรวง ข และผู้บังคับการสำนักงาน ค ประเทศ ง``: what no word parts from the
    person is read as one title.
    """
    item = clause.items[index]
    if item.kind not in OF_TITLES or _is_side_that_acts(reading, item):
        return None
    edge = item.start
    for left in clause.before(index):
        gap = reading.scan.folded[left.end : edge]
        if (
            len(gap) > (_LATIN_TITLE_REACH if gap.isascii() else _TITLE_REACH)
            or "\n" in gap
            or (gap.strip(" ") and _APART.search(gap))
        ):
            return None
        if left.kind in PEOPLE:
            told = isinstance(left.payload, PersonMention) and left.payload.posts
            # ``นาย ก ปลัดกระทรวง ข ผู้แทนจากกรม ค``: behind somebody's post others are named.
            return None if told and gap.endswith((" ผู้แทนจาก", " คณะผู้แทนจาก")) else left
        if left.kind == "body" and _NEXT_SENT.fullmatch(gap):
            return None
        inner = left.qualifies == "adjective" or gap in _IN_BRACKET or item.kind == "country"
        if left.kind not in ("country", "body", "place") or not inner:
            return None
        edge = left.start
    return None


def _is_side_that_acts(reading: Reading, item: Item) -> bool:
    """``A พบ B ฝ่ายไทยเสนอ X``: the side of a state acts, to which an act is glued, and not B."""
    scan = reading.scan
    if item.kind != "country" or not scan.folded.startswith(_SIDE, item.start - 1):
        return False
    return bool(scan.word_at("moods", item.end) or scan.word_at("verbs", item.end))


def is_spokesperson(draft: Draft) -> bool:
    """Whether somebody only speaks for others, who are then the ones that act."""
    if not draft.posts:
        return False
    return all(post.head.spokesperson for post in draft.posts)


def tells_for_others(draft: Draft) -> bool:
    """Whether somebody is a spokesperson besides his other posts: what he tells of is others' doing."""
    return bool(draft.posts) and any(post.head.spokesperson for post in draft.posts)


def spoken_for(reading: Reading, item: Item) -> list[Draft]:
    """Whom a word like ``ที่ประชุม``, ``ทั้งสองฝ่าย`` or ``เรา`` stands for here."""
    if item.value == "both":
        talk = reading.talk or reading.event
        # Before a talk is told, those who were named together last are the two: not a guest and his wife.
        people = [d for d in reading.subject if d.type is EntityType.PERSON and (d.named or d.posts)]
        people = people if len(people) == 2 else reading.parties[:2]
        return [talk] if talk is not None else (people if len(people) == 2 else [])
    if item.value in ("meeting", "event"):
        return [reading.event] if reading.event is not None else []
    if item.value == "self":
        if reading.voice.orator is not None:
            return [reading.voice.orator]
        if reading.voice.state is not None:
            return [reading.voice.state]
        if reading.teller is not None:
            return [reading.teller]
        return list(reading.subject)
    return []


def own_government(reading: Reading, item: Item) -> list[Draft]:
    """``รัฐบาลให้ความสำคัญกับ X`` without a state: Thailand, unless somebody of another state says so."""
    folded = reading.scan.folded
    if folded.startswith(_NOT_ALONE, item.end) or not folded.endswith(_TELLS, 0, item.start):
        return []
    home = reading.register.home()
    for draft in reading.subject:
        if draft is not home and (
            draft.type is not EntityType.PERSON
            or any(post.country is not None and post.country.id != HOME for post in draft.posts)
        ):
            return []
    return [home]


def told_by_the_way(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a verb only recalls somebody with whom the text does not go on: ``เมื่อครั้งที่ X เดินทางเยือน…``."""
    for item in clause.before(index):
        if item.kind in ACTORS:
            people = item.kind in PEOPLE
            return people and reading.scan.folded.endswith(_WHEN, clause.start, item.start)
    return clause.of is not None


def goal_end(clause: Clause, index: int) -> int:
    """Where the states and places right behind a verb of visiting end."""
    edge = clause.items[index].end
    for item in clause.after(index):
        if item.kind not in GOALS:
            break
        edge = item.end
    return edge


def is_goal(clause: Clause, index: int) -> bool:
    """``เยือนไทย``: whether the item ``index`` is where a verb of visiting right before it leads."""
    last = clause.last_verb(index)
    if last < 0 or clause.items[last].value != "visit":
        return False
    return clause.items[index].start < goal_end(clause, last)


def whose(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``การเยือน X ของ Y``: the visit is of whoever follows ``ของ``."""
    folded = reading.scan.folded
    edge = goal_end(clause, index)
    for item in clause.after(index):
        if item.kind == "verb" or item.start - edge > _WHOSE_REACH:
            return []
        if folded.endswith(_OF, 0, item.start) and folded.rfind("คำเชิญ", edge, item.start) >= 0:
            return []
        if item.kind in ("person", "role", "speaker") and folded.endswith(_OF, 0, item.start):
            return actors_of(reading, item) if item.kind != "speaker" else spoken_for(reading, item)
    return []


def is_short_form(folded: str, clause: Clause, place: int) -> bool:
    """Whether a body is the one before it once more, in the bracket behind: ``กระทรวงพลังงาน (พน.)``."""
    body, before = clause.items[place], clause.items[place - 1]
    if place < 1 or body.kind != "body" or before.value != body.value:
        return False
    return folded[before.end : body.start].strip() == "("
