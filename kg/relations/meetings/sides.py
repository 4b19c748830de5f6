"""The two sides of a talk: who stands before a verb of meeting, and whom it takes behind it."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import HOME, NameHit, any_of, entries_of, words_of
from kg.mentions.posts import Post
from kg.model import EntityType
from kg.relations.meetings.governed import AND, NEXT_NUMBER
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, is_spokesperson, titled
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading, first, is_actor
from kg.relations.sentence.subjects import subject_of
from kg.text import spaced_before, spaced_behind

# The frames of talks; a verb that is one of them has sides of its own.
TALKS = frozenset({"discuss", "discuss-noun", "meet", "call", "courtesy", "receive"})
_LEADERS = entries_of("leaders")
_BESIDES = frozenset({"และ", "พร้อม", "พร้อมกับ", "โดยมี", *words_of("joins_more", "comes_along")})
_JOINED_ACT = expression(r" ?(?:และ|เพื่อ|พร้อม)(?:ได้|ร่วม)? ?")
# How far behind its verb the other side of a talk may stand, and behind a verb that shares it.
_FAR, _NEAR = 40, 6
_AFTER = tuple(
    f"{word}{which}" for word in ("กรณี", "ในโอกาส", *words_of("after")) for which in spaced_behind("", "ที่")
)
_GIVES = expression(
    rf"[ ,]*+(?:(?:ได้)?{any_of('verbs_of_telling')}(?:ว่า)? ?{any_of('after')}(?:ที่)?)?"
    r"(?:(?:ได้)?(?:เปิดโอกาส|อนุญาต|เปิดห้อง(?:ทำงาน)?))?ให้(?:การต้อนรับ)? ?"
)
_GROUP = expression(
    " ?(?:กับ)? ?(?:ภาค|นัก|"
    f"{any_of('people_of_business', 'people_by_what_they_do', 'people_of_the_land', 'houses_of_business')})"
)
# ``หารือกับคณะจากสมาคม ก (สก.) นำโดย นาย ข``: who leads a group is met with it.
# The rest of a name may stand before its bracket: ``สมาคมการค้า ก | เพื่อธุรกิจ (Association: A) นำโดย``.
_LED_BY = expression(r"(?:[ก-ฺเ-๎]{1,40}(?= \())?[ ,]*+(?:\([^()\n]{1,80}\))?[ ,]*+นำโดย ?")
# The short form of a body stands in the bracket behind it: ``คณะจากสมาคม ก (สก.) และกรม ข (กข.)``.
_SHORT_FORM = expression(r" ?\([^()\n]{1,80}\)")
# ``หารือกับนาย ก และคณะผู้แทนจากมูลนิธิ ข``: whose people come as well.
_AND_PEOPLE_OF = expression(
    rf" ?(?:และ|พร้อม(?:ด้วย)?|รวมถึง) ?(?:คณะ)?{any_of('come_for_a_body')}(?:จาก|ของ)? ?"
)
# ``2. การหารือกับ…``, ``สำหรับการหารือกับ…``: the talk is what the sentence or the line goes on to tell of.
_OPENS = expression(
    rf"\s*(?:[-•●*]\s*|\d{{1,2}}[.)](?:\d[.)]?)? ?)?(?:{any_of('turns_to', 'joins_more', 'and_then')} ?)?"
)
# Between a talk and whom it is with: ``หารือทวิภาคี | นอกรอบ | M กับ``.
_IN_MARGINS_OF = expression(rf" ?(?:{any_of('beside_meetings')}|(?:ใน)?{any_of('in_the_course')})(?:ของ)? ?")
_WITH_BEHIND = expression(" ?(?:ร่วม)?กับ")
_LEADS, _LETS = spaced_behind("นำ"), spaced_behind("ให้")
_BETWEEN = spaced_before("ระหว่าง")
_END_OF_GUESTS = expression(f"ในโอกาส|ณ |เพื่อ|ที่|แล้ว|{any_of('in_the_course', 'about', 'greetings_brought')}")


def guests(reading: Reading, clause: Clause, index: int) -> tuple[list[Draft], int]:
    """Whom a verb of meeting takes as its other side, and where their words end."""
    verb = clause.items[index]
    found: list[Draft] = []
    end = edge = verb.end
    reach = _FAR
    folded = reading.scan.folded
    leaders: Post | None = None
    for item in clause.after(index):
        if item.kind not in ACTORS:
            if item.kind == "speaker" or (item.kind in ("mood", "membership") and not found):
                continue
            if not found and _leads_on(folded, verb, item):
                end, edge, reach = item.end, item.end, _NEAR
                continue
            break
        gap = folded[edge : item.start]
        if found and (more := _tells_more(clause, gap, item, edge)) >= 0:
            edge = more
            continue
        if not (_is_joined(reading, gap, item) if found else _is_first(reading, verb, gap, item, reach)):
            break
        if not found and _leads_to_name(reading, clause, item):
            # ``พบหารือผู้บริหารระดับสูงของจีน นายหวัง…``: whose men they are, before the name of one.
            end, edge, reach = item.end, item.end, _NEAR
            continue
        if item.qualifies or (item.kind == "country" and gap.rstrip().endswith("ของ")):
            break
        if found and leaders is None and _begins_with_state(reading, clause, gap, item):
            break
        ends_title = item.kind == "body" or (item.kind == "country" and found and leaders is None)
        if ends_title and titled(reading, clause, clause.items.index(item)) is not None:
            end = edge = item.end
            continue
        if leaders is not None and item.kind == "country":
            found.append(_leader(reading, leaders, item))
        else:
            found += [d for d in actors_of(reading, item) if d not in found]
        leaders = _leaders(leaders, item)
        end = edge = item.end
    return found, end


def _leads_on(folded: str, verb: Item, item: Item) -> bool:
    """Whether whom a talk is with follows behind ``item``: an act of the same, or where the talk is held.

    ``A หารือทวิภาคีนอกรอบ M กับ B``.
    """
    if item.kind == "verb":
        return _shares_guest(folded, verb, item)
    where = item.kind == "meeting" and _IN_MARGINS_OF.fullmatch(folded, verb.end, item.start) is not None
    return where and _WITH_BEHIND.match(folded, item.end) is not None


def _begins_with_state(reading: Reading, clause: Clause, gap: str, item: Item) -> bool:
    """Whether a sentence begins with a state behind a title: ``ต้อนรับทูตลาวฯ ไทยและลาวมีความสัมพันธ์…``.

    Leaders of several states may stand side by side, but none is Thailand's own guest.
    """
    if item.kind != "country" or gap.strip():
        return False
    title = clause.items[clause.items.index(item) - 1].payload
    of_state = isinstance(title, Post) and title.country is not None
    return of_state and (item.value == HOME or reading.scan.folded.endswith("ฯ", 0, item.start - len(gap)))


def _is_first(reading: Reading, verb: Item, gap: str, item: Item, reach: int) -> bool:
    """Whether somebody behind a verb of meeting, ``gap`` between them, is the first of whom it takes.

    ``A ให้การต้อนรับ และ B บรรยายสรุป``: B receives with him.
    """
    if verb.value == "receive" and gap.strip() in _BESIDES:
        return False
    near = len(gap) <= reach and _END_OF_GUESTS.search(gap) is None
    return near and not _begins_sentence(reading, gap, item)


def _tells_more(clause: Clause, gap: str, item: Item, edge: int) -> int:
    """How far the words go that tell more of a guest, whose own end at ``edge``; -1 where another begins.

    A bracket behind him, whose man he is (``ที่ปรึกษาของ | รัฐมนตรี``), ``นำโดย | หัวหน้าคณะ | นาย ก``.
    """
    if gap.rfind("(") > gap.rfind(")"):
        return edge
    if gap.strip(" ") == "ของ":
        return item.end
    following = next(clause.starting(item.end), None)
    if item.kind != "role" or following is None or following.kind != "person":
        return -1
    led = following.start - item.end <= 1 and _LED_BY.fullmatch(gap) is not None
    return item.end if led else -1


def _is_joined(reading: Reading, gap: str, item: Item) -> bool:
    """Whether somebody goes on the guests before him: not who acts next (``พบประธานสภา ข นายกรัฐมนตรีได้…``).

    They may be numbered: ``หารือกับ (1) นาย ก (2) นาย ข และ (3) นาย ค``.
    """
    if not gap.strip() and item.kind == "role" and _acts_next(reading, item):
        return False
    if item.kind == "body" and _AND_PEOPLE_OF.fullmatch(gap):
        return True
    short = _SHORT_FORM.match(gap)
    if short is not None and gap[short.end() :].strip():
        gap = gap[short.end() :]
    if NEXT_NUMBER.fullmatch(gap):
        return not _acts_next(reading, item)
    return bool(AND.match(gap) or _LED_BY.fullmatch(gap))


def _begins_sentence(reading: Reading, gap: str, item: Item) -> bool:
    """Whether somebody acts who follows a group that was met: ``พบกับภาคเอกชน นายกรัฐมนตรีได้ให้ข้อมูล``."""
    if item.kind not in PEOPLE or not gap.endswith(" "):
        return False
    scan = reading.scan
    behind = item.end + scan.folded.startswith(" ", item.end)
    if gap == " " and scan.folded.startswith("กล่าวรายงาน", behind):
        # ``A กล่าวต้อนรับ B กล่าวรายงาน``: each has a part in the ceremony.
        return True
    return _GROUP.match(gap) is not None and _acts_next(reading, item)


def _acts_next(reading: Reading, item: Item) -> bool:
    """Whether what somebody does stands right behind him: ``นายกรัฐมนตรีได้…``, ``นายกรัฐมนตรี กล่าวว่า…``."""
    scan = reading.scan
    behind = item.end + scan.folded.startswith(" ", item.end)
    return (
        scan.folded.startswith(("ได้", "จะ", "ยัง"), behind)
        or behind in scan.verbs_at
        or behind in scan.moods_at
    )


def _leads_to_name(reading: Reading, clause: Clause, item: Item) -> bool:
    """Whether a state ends the words that tell what somebody is who is named next."""
    following = next(clause.starting(item.end), None)
    return (
        item.kind == "country"
        and following is not None
        and following.kind == "person"
        and not reading.scan.folded[item.end : following.start].strip()
    )


def _leaders(known: Post | None, item: Item) -> Post | None:
    """The post that each state of a list has a holder of: ``ผู้นำกัมพูชาและลาว`` are two leaders."""
    if item.kind == "country":
        return known
    post = item.payload
    return post if isinstance(post, Post) and post.head.id in _LEADERS else None


def _leader(reading: Reading, post: Post, item: Item) -> Draft:
    """The leader of a state that a list names behind the leader of another."""
    state = reading.text(item.start, item.end)
    hit = item.payload
    own = post._replace(country=hit.entry if isinstance(hit, NameHit) else None)
    return reading.register.persons.role(own, f"ผู้นำ{state}")


def _shares_guest(folded: str, verb: Item, second: Item) -> bool:
    """Whether what is joined to a verb of meeting has its guest: ``เข้าเยี่ยมคารวะและแสดงความยินดีกับ B``."""
    return (
        _JOINED_ACT.fullmatch(folded, verb.end, second.start) is not None
        and second.value not in TALKS
        and folded.endswith(("กับ", "ต่อ"), second.start, second.end)
    )


def principal(reading: Reading, clause: Clause, index: int, own: list[Draft]) -> Draft | None:
    """The principal of a side: ``A นำ B เข้าเยี่ยมคารวะ C`` is a call of B."""
    for item in clause.before(index):
        if item.kind == "verb":
            break
        led = item.kind == "person" and reading.scan.folded.endswith(_LEADS, clause.start, item.start)
        if led and item.draft in own:
            return item.draft
    return first(own, EntityType.PERSON)


def sides_of(
    reading: Reading, clause: Clause, index: int, subject: list[Draft]
) -> tuple[list[Draft], list[Draft], int]:
    """The two sides of a talk and where the words of the other side end."""
    others, end = guests(reading, clause, index)
    if (
        first(subject, EntityType.PERSON) is None
        and first(others, EntityType.PERSON)
        and reading.person is not None
    ):
        subject = [reading.person]
    # A spokesperson named right after the guests begins the next sentence, which tells of the talk.
    others = [d for d in others if d not in subject and not is_spokesperson(d)]
    own = [d for d in subject if is_actor(d)]
    if not others:
        others = _received(reading, clause, index)
        own = [d for d in own if d not in others]
    return own, others, end


def _received(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A ให้ B เข้าพบ``: the host stands before ``ให้``, the guest between it and the verb.

    The guest may be a body, or who leads its people: ``A ให้สมาคม ก นำโดย B เข้าพบ``.
    """
    folded = reading.scan.folded
    guest: Item | None = None
    begin = -1
    # ``A ให้กรม ก หารือกับ…`` tells it to talk.
    calls = clause.items[index].value == "courtesy" or folded.startswith("เข้าพบ", clause.items[index].start)
    for back, item in enumerate(clause.before(index), 1):
        led = begin >= 0 and _LED_BY.fullmatch(folded, item.end, begin) is not None
        given = calls and guest is None and folded.endswith(_LETS, clause.start, item.start)
        if item.kind == "body" and (led or given) and titled(reading, clause, index - back) is None:
            guest, begin = guest or item, item.start
            continue
        if item.kind not in PEOPLE:
            continue
        if guest is not None and _GIVES.fullmatch(folded, item.end, begin):
            return actors_of(reading, item)
        if guest is not None:
            break
        guest, begin = item, item.start
    if guest is not None and clause.first_verb >= 0 and folded.endswith(_AFTER, 0, guest.start):
        # ``A กล่าวภายหลังที่ B เข้าเยี่ยมคารวะ``: he calls on whoever tells of it.
        return [d for d in subject_of(reading, clause, clause.first_verb)[0] if d.type is EntityType.PERSON]
    return []


def opens_with_talk(reading: Reading, clause: Clause, verb: Item) -> bool:
    """Whether a sentence or a line opens with a talk told by a noun: ``2. การหารือกับนาย ก``."""
    folded, noun = reading.scan.folded, verb.start - len("การ")
    return (
        folded.startswith("การ", noun)
        and _OPENS.fullmatch(folded, clause.start, noun) is not None
        and not folded.startswith(_BETWEEN, verb.end)
    )
