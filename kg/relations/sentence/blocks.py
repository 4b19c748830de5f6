"""What a paragraph holds, in order: actors, meetings, places, dates, acts and the words that join them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.entities.register import Register
from kg.expressions import expression
from kg.lexicon import NameHit, alternatives, any_of, cue, entries_of, stands_free, words_of
from kg.mentions.bodies import body_at, places_of_bodies
from kg.mentions.companies import companies_listed
from kg.mentions.double_posts import as_one_title
from kg.mentions.list_marks import POINTS_TOLD
from kg.mentions.meeting_heads import noun_in
from kg.mentions.meeting_mention import MeetingMention
from kg.mentions.persons import PersonMention
from kg.mentions.places import PlaceChain
from kg.mentions.posts import Post, read_posts
from kg.mentions.scan import Scan, Word
from kg.mentions.things import ThingMention, missions_in
from kg.model import EntityType, Mention
from kg.relations.sentence.announced import announcing
from kg.relations.sentence.items import START, Item, Kind, Taken
from kg.relations.sentence.names import named_items
from kg.text import Span, without_brackets

_GROUP_BRACKET = expression(r"[ก-ฺเ-๎ ]{0,24}\((?:กลุ่ม|กรอบ) ?")
_LEADERS = entries_of("leaders")
_HELD_BY_MANY = entries_of("held_by_many")
_BEHIND_NAMES = entries_of("told_behind_names")
# Whose people they are that have an office: of a house.
_BODY_OF = expression(rf"(?:ระดับสูง)?(?:จาก|ของ)? ?{any_of('heads_of_bodies')}")
_OFFICES = words_of("offices_of_ministries")
_BOUND_TO: dict[EntityType, Kind] = {EntityType.ORGANIZATION: "body", EntityType.FRAMEWORK: "framework"}
_MEETING_ON = "การประชุมเมื่อ"
# Before the name of whatever is held: who holds it does so by that. ``ผู้จัดงาน E`` is a word for him, and
# ``การจัดงาน E`` one for what is done.
_PUTS_ON = words_of("verbs_of_putting_on")
_NO_ACT = (*words_of("makes_no_act"), "การ")
_IN_LIST = expression(rf"[ ,]*+(?:และ|{alternatives('joins_more')})?[ ,]*+")
# What somebody stresses as a thing, and not as a sentence.
_NO_DOING = f"(?!{alternatives('doings_of_diplomats')})"
_STRESSED = expression(
    f" ?(?:ถึง)? ?(?:{POINTS_TOLD}|(?:ความสำคัญของ)?"
    f"(?:การ{_NO_DOING}|ความ(?!สำคัญว่า)|{alternatives('stressed_things')}))"
)
# ``เดินหน้าโครงการ``: whoever goes on with a thing is for it; ``เดินหน้าผลักดัน`` only goes on to act.
_ONWARD = expression(f"ความ(?!คืบ)|การ{_NO_DOING}|โครงการ|{alternatives('policies')}")
_LAUNCHED = words_of("things_set_up")
# ``โดยมี A และ B ร่วมด้วย ณ ห้อง ก`` ends with those who come; ``ร่วมด้วย C`` goes on with them.
_ENDS_COMPANY = expression(f"(?<! ) *+(?:$|\\n)| (?:{alternatives('clause_starts')})")
# Verbs that are an act before such words alone, and which act that is.
_ACTS_BEFORE = {"onward": _ONWARD, "along": _ENDS_COMPANY}
_ACTS_AS = {"onward": "support", "along": "attend"}
# Of the most frequent frames the word is the act, with no regard to what follows.
_PLAIN = frozenset("speak support discuss propose attend meet visit launch host chair assign".split())
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("verbs", "verb"),
    ("modes", "mode"),
    ("membership", "membership"),
    ("speakers", "speaker"),
    ("moods", "mood"),
    ("connectives", "connective"),
)
_IN_FRAMEWORK = expression(f"{any_of('words_for_mechanisms')}(?:ความร่วมมือ|ของ)? ?$")
_IN_FRAMEWORK_REACH = 20
# The states of a group have many holders of a post: ``รัฐมนตรีกลาโหมประเทศสมาชิก``.
_OF_MANY = expression(f" ?(?:ของ|จาก)?{any_of('groups_of_states')}")
_MANY_STATES = cue(*words_of("groups_of_states"))
_LEAD_OF_STATES = len(" ของ") + 1
# A minister is one of a government: there are several in ``รัฐมนตรีต่างประเทศ 3 ประเทศ``.
_MINISTER = "รัฐมนตรี"
_OF_SEVERAL = expression(r" ?(?:\d{1,3}|สอง|สาม|หลาย) ?(?:ประเทศ|ชาติ)(?!ไทย)")
# Words before a post that speak of the office, not of whoever holds it.
_NO_HOLDER = words_of("before_offices")
_AND_STATE = expression(" ?[-–] ?|และ ?| และ ?")
_SPOUSE_WORDS = cue(*words_of("spouses"))
_SPOUSE = alternatives("spouses")
_AND_SPOUSE = expression(
    rf" ?และ ?({_SPOUSE})(?![ก-ฮเ-ไ]| (?:นาง|น\.ส\.|ท่าน))|"
    rf" ?และ ?({_SPOUSE})(?={alternatives('goes_on_behind_spouse')})"
)


class Found(NamedTuple):
    """The mentions that recognizers found in one block."""

    persons: Sequence[PersonMention]
    meetings: Sequence[MeetingMention]
    places: Sequence[PlaceChain]
    things: Sequence[ThingMention]
    dates: Sequence[Mention]


def items_of(scan: Scan, found: Found, register: Register, start: int, end: int) -> list[Item]:
    """The items of the block ``[start, end)``, in order, the smaller hidden by the larger."""
    taken = Taken(_persons(found, register), start, end)
    if found.meetings:
        taken.add(_meetings(scan, found, register))
    taken.add([Item(m.span.start, m.span.end, "date", None, m.value, m) for m in found.dates])
    taken.add([Item(c.span.start, c.span.end, "places", None, "", c) for c in found.places])
    if scan.posts_within(start, end):
        taken.add(_roles(scan, taken, start, end))
    taken.add(_spouses(scan, register, taken.items, start, end))
    taken.add(announcing(scan, start, end))
    taken.add(_things(found))
    missions = missions_in(scan, start, end)
    if missions:
        taken.add([Item(m.span.start, m.span.end, "body", payload=m) for m in missions])
    taken.add(_bodies(scan, register, taken, start, end))
    taken.add(named_items(scan, taken, start, end))
    taken.add(_acronyms(scan, register, start, end))
    if found.dates:
        taken.add(_dated(scan, found, register))
    by_table: dict[str, list[Word]] = {table: [] for table, _ in _KINDS}
    for word in scan.words_within(start, end):
        by_table[word.table].append(word)
    if by_table["modes"]:
        by_table["verbs"] = _outside(by_table["verbs"], by_table["modes"])
    taken.add(_put_on(scan, found.meetings))
    for table, kind in _KINDS:
        if by_table[table]:
            taken.add(_words(scan.folded, by_table[table], kind, start))
    taken.items.sort(key=START)
    _within_ministries(scan.folded, taken.items)
    return taken.items


def _outside(verbs: list[Word], modes: list[Word]) -> list[Word]:
    """The verbs that are no part of how something is held: ``หารือแบบพบหน้ากับ A`` tells of one act."""
    inside = {at for mode in modes for at in range(mode.start + 1, mode.end)}
    return [verb for verb in verbs if verb.start not in inside]


def _within_ministries(folded: str, items: Sequence[Item]) -> None:
    """``กรม ก กระทรวง ข ลงนาม``: the ministry tells whose office it is, and does nothing itself."""
    for office, ministry in pairwise(items):
        if (
            ministry.kind == office.kind == "body"
            and not (ministry.qualifies or office.qualifies)
            and folded.startswith("กระทรวง", ministry.start)
            and folded.startswith(_OFFICES, office.start)
            and ministry.start == office.end + 1
            and folded[office.end] == " "
            and _may_be_of(office, ministry)
        ):
            ministry.qualifies = "adjective"


def _may_be_of(office: Item, ministry: Item) -> bool:
    """Whether an office may be the ministry's; of one that the lexicon knows it is told whose it is."""
    known = office.payload
    return not isinstance(known, NameHit) or (known.entry.parent == ministry.value != "")


def _acronyms(scan: Scan, register: Register, start: int, end: int) -> list[Item]:
    """Short forms that the text itself bound to a name: ``สถาบัน… (สดร.)``."""
    items = []
    for surface, draft in register.acronyms():
        kind = _BOUND_TO.get(draft.type)
        if kind is None:
            continue
        at = scan.folded.find(surface, start, end)
        while at >= 0:
            stop = at + len(surface)
            if stands_free(scan.folded, at, stop):
                items.append(Item(at, stop, kind, draft, value=draft.id))
            at = scan.folded.find(surface, stop, end)
    return items


def _dated(scan: Scan, found: Found, register: Register) -> list[Item]:
    """Meetings known only by their date: ``การประชุมเมื่อปีที่ผ่านมา``."""
    items = []
    for date in found.dates:
        start = date.span.start
        begin = start - len(_MEETING_ON)
        if begin >= 0 and scan.folded.startswith(_MEETING_ON, begin):
            draft = register.meetings.dated(scan.document.text[begin : date.span.end])
            items.append(Item(begin, start, "meeting", draft, value="dated"))
    return items


def _words(folded: str, words: list[Word], kind: Kind, start: int) -> list[Item]:
    """The words of a table in a block; a connective counts where a space parts it from what is before."""
    if kind == "connective":
        words = [
            word
            for word in words
            # ``โดยเฉพาะ`` names one of those before it, and opens no clause.
            if (word.start == start or folded[word.start - 1] in " \n")
            and not folded.startswith("เฉพาะ", word.end)
        ]
    elif kind == "verb":
        return [
            Item(word.start, word.end - len(word.more), kind, None, word.value, word)
            if word.value in _PLAIN
            else Item(word.start, _act_end(folded, word), kind, None, _frame(folded, word), word)
            for word in words
            if _is_act(folded, word)
        ]
    return [Item(word.start, word.end, kind, None, word.value, word) for word in words]


def _is_act(folded: str, word: Word) -> bool:
    """Whether a verb does something here, which of some verbs what follows tells."""
    tells = _ACTS_BEFORE.get(word.value)
    return tells is None or tells.match(folded, word.end) is not None


def _frame(folded: str, word: Word) -> str:
    """The frame of a verb: ``เน้นย้ำการค้า`` is for it, ``เน้นย้ำว่า…`` only says so."""
    if word.value != "stress":
        return _ACTS_AS.get(word.value, word.value)
    return "support" if _STRESSED.match(folded, word.end) else "speak"


def _act_end(folded: str, word: Word) -> int:
    """Where the words of an act end; what they lead to (a network, a meeting) is no part of them."""
    if word.value == "launch-net":
        # ``สร้างเครือข่าย``, ``ดำเนินโครงการ``, ``ออกนโยบาย``: the thing itself is launched.
        return max(folded.find(noun, word.start, word.end) for noun in _LAUNCHED)
    if word.value.endswith("-noun"):
        return max(noun_in(folded, word), word.start + 1)
    return word.end - len(word.more)


def _persons(found: Found, register: Register) -> list[Item]:
    return [
        Item(person.whole.start, person.whole.end, "person", register.persons.named(person), payload=person)
        for person in found.persons
    ]


def _put_on(scan: Scan, meetings: Sequence[MeetingMention]) -> list[Item]:
    """``จัดเวทีเสวนา E``, ``ร่วมจัดมหกรรม E``: before whatever is held the verb tells who holds it."""
    items = []
    for meeting in meetings:
        verb = next((verb for verb in _PUTS_ON if scan.folded.endswith(verb, 0, meeting.span.start)), "")
        start = meeting.span.start - len(verb)
        told = scan.verb_to(start) or scan.verb_over(start + 1) or scan.verb_over(meeting.span.start)
        if verb and told is None and not scan.folded.endswith(_NO_ACT, 0, start):
            items.append(Item(start, meeting.span.start, "verb", None, "host"))
    return items


def _meetings(scan: Scan, found: Found, register: Register) -> list[Item]:
    """Meetings; the same words said of the mechanism itself (``ในกรอบ…``) are a mechanism."""
    items: list[Item] = []
    folded = scan.folded
    after_mechanism = -1
    for meeting in found.meetings:
        start, end = meeting.span.start, meeting.span.end
        whole = next(
            (
                h
                for h in meeting.names
                if h.type == "Framework" and h.start <= start + 3 and h.end >= end - 12
            ),
            None,
        )
        gap = without_brackets(folded[after_mechanism:start]) if after_mechanism >= 0 else "-"
        in_list = _IN_LIST.fullmatch(gap) is not None
        if (
            not meeting.ordinals
            and whole is not None
            and (_IN_FRAMEWORK.search(folded, max(0, start - _IN_FRAMEWORK_REACH), start) or in_list)
        ):
            items.append(Item(start, end, "framework", value=whole.entry.id, payload=whole))
            after_mechanism = end
            continue
        if not meeting.ordinals and not meeting.latin and _names_group(scan, end):
            continue
        items.append(Item(start, end, "meeting", register.meetings.named(meeting), payload=meeting))
    return items


def _names_group(scan: Scan, end: int) -> bool:
    """Whether a bracket that names a mechanism as a group follows, over the rest of a long name."""
    match = _GROUP_BRACKET.match(scan.folded, end)
    if match is None:
        return False
    hit = scan.names_at.get(match.end()) or scan.name_over(match.end())
    return hit is not None and hit.type == "Framework"


def _roles(scan: Scan, taken: Taken, start: int, end: int) -> list[Item]:
    """Posts that stand without a name: references to their holders, or persons known by post alone."""
    items: list[Item] = []
    at = start
    for hit in scan.posts_within(start, end):
        if hit.start < at:
            continue
        if hit.end > end:
            break
        if not taken.is_free(hit.start, hit.end) or scan.folded.endswith(_NO_HOLDER, 0, hit.start):
            continue
        for post in as_one_title(read_posts(scan, hit.start)):
            if post.span.end > end:
                break
            if scan.word_at("speakers", post.span.start) is not None:
                # ``นายกรัฐมนตรีทั้งสอง`` are the two sides.
                continue
            if post.head.id in _BEHIND_NAMES or _is_of_many(scan, post) or _is_staff(scan, post):
                continue
            leaders = _two_leaders(scan, post, end) if post.head.id in _LEADERS else []
            items += leaders or [Item(post.span.start, post.span.end, "role", None, post.head.id, post)]
            at = items[-1].end
    return items


def _is_staff(scan: Scan, post: Post) -> bool:
    """``เจ้าหน้าที่กรม ก``, ``ผู้นำระดับสูงของสำนัก ข``: the people of a body, who are many."""
    return post.head.id in _HELD_BY_MANY and _BODY_OF.match(scan.folded, post.head_end) is not None


def _is_of_many(scan: Scan, post: Post) -> bool:
    """Whether a post is held by many: its states are those of a group."""
    end = post.span.end
    if scan.folded.startswith(_MINISTER, post.span.start) and _OF_SEVERAL.match(scan.folded, end):
        return True
    if not scan.cued(_MANY_STATES, post.head_end, end + _LEAD_OF_STATES):
        return False
    within = _OF_MANY.search(scan.folded, post.head_end, end)
    return within is not None or _OF_MANY.match(scan.folded, end) is not None


def _two_leaders(scan: Scan, post: Post, limit: int) -> list[Item]:
    """``ผู้นำไทยและลาว``, ``ผู้นำไทย-ลาว``: the leader of each of the two states; empty where only one is."""
    if post.span.start in scan.act_ends or scan.folded.endswith("กับ", 0, post.span.start):
        # Whom somebody meets is told with the meeting.
        return []
    first = scan.names_at.get(post.head_end)
    joined = _AND_STATE.match(scan.folded, first.end, limit) if first is not None else None
    second = scan.names_at.get(joined.end()) if joined is not None else None
    if first is None or second is None or {first.type, second.type} != {"Country"} or second.end > limit:
        return []
    posts = (
        post._replace(span=Span(post.span.start, first.end), country=first.entry),
        post._replace(span=Span(second.start, second.end), country=second.entry, head_end=second.start),
    )
    # What joins them belongs to the first: behind it the second goes on with the list.
    ends = (second.start, second.end)
    return [
        Item(each.span.start, until, "role", None, each.head.id, each)
        for each, until in zip(posts, ends, strict=True)
    ]


def _one_holder(post: Post) -> bool:
    """Whether a post without a name is one person's: of a state, or the head of a government."""
    return not post.bare or post.head.leads


def _spouses(scan: Scan, register: Register, known: list[Item], start: int, end: int) -> list[Item]:
    """``นาย ก ตำแหน่ง ข และภริยา``: who comes with somebody and has no name of her own."""
    if not scan.cued(_SPOUSE_WORDS, start, end):
        return []
    items = []
    for item in known:
        if item.kind != "person" and not (isinstance(item.payload, Post) and _one_holder(item.payload)):
            continue
        match = _AND_SPOUSE.match(scan.folded, item.end, end)
        if match is not None:
            word = 1 if match.group(1) else 2
            draft = register.persons.spouse(match.group(word))
            items.append(Item(match.start(word), match.end(word), "person", draft))
    return items


def _things(found: Found) -> list[Item]:
    return [
        Item(thing.span.start, thing.span.end, "thing", payload=thing, value=thing.type)
        for thing in found.things
    ]


def _bodies(scan: Scan, register: Register, taken: Taken, start: int, end: int) -> list[Item]:
    """Bodies that the lexicon does not know, by their head noun after a space or a mark."""
    items = []
    for at in places_of_bodies(scan, start, end):
        if at in scan.names_at or scan.name_over(at) is not None:
            continue
        # ``นาย ก ผู้จัดการ ธนาคาร ข (ธข.)``: of the house in a title the short form stands behind it.
        free = taken.is_free(at, at + 1)
        body = body_at(scan, at, end)
        if body is not None and body.latin and (free or taken.is_free(body.span.end - 1, body.span.end)):
            register.mentioned(body)
        if body is not None and free:
            items.append(Item(body.span.start, body.span.end, "body", payload=body))
            if body.surface.startswith("บริษัท"):
                others = companies_listed(scan, body.span.start, end)[1:]
                items += [
                    Item(other.span.start, other.span.end, "body", payload=other)
                    for other in others
                    if scan.folded[other.span.start].isascii() and other.span.start not in scan.names_at
                ]
    return items
