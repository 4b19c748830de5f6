"""Which talk is told of: a new one between two sides, or one that the text has told before."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, entries_of, read_table, words_of
from kg.model import EntityType, Modality
from kg.relations.meetings.sides import TALKS
from kg.relations.sentence.circumstances import introduce, on_the_scene, settle
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.days import undated
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.reading import Reading, first, state_of
from kg.text import spaced_behind

_TALK_KINDS = {
    "discuss": "BilateralTalk",
    "discuss-noun": "BilateralTalk",
    "meet": "BilateralTalk",
    "call": "PhoneCall",
    "courtesy": "CourtesyCall",
    "receive": "BilateralTalk",
}
_EXCHANGED = expression(f"(?:ร่วม|ร่วมกัน)?(?:มุ่งเน้น|{any_of('verbs_of_talking')})")
# So near before its verb a mood is that of the talk, and not of what else is done.
_RIGHT_BEFORE = 16
_LONGEST_NAME = 160
# Behind the words of a talk these tell that there were many, of which none is told.
_HABIT = expression(any_of("again_and_again"))
_HABIT_BEHIND = expression(rf"(?: ?\([^()\n]{{1,60}}\))? ?{any_of('again_and_again')}")
_ALONG = tuple(f" {word}" for word in words_of("comes_along"))
# With these no name of a talk ends: words that lead on, and the style of somebody whose name is cut off.
_COUNTED = "จำนวน"
_STYLES = (row["form"] for row in read_table("honorifics") if row["script"] != "-")
_LOOSE_ENDS = tuple(
    sorted(
        ("ณ", "และ", "กับ", "พร้อม", _COUNTED, *words_of("in_company_with"), *_STYLES), key=len, reverse=True
    )
)
_GOES_ON = frozenset({"โดย", "ซึ่ง", *words_of("there_being")})
# What stands before a meeting that the event just told of, or told next, is a part of.
PART = expression(
    rf"(?:(?:ระหว่าง|ใน{any_of('in_the_course')})(?:ของ|(?:การเดินทาง|การ)?เข้าร่วม)?|"
    rf"ในโอกาส(?:(?:การ)?เข้าร่วม)?|"
    rf"{any_of('beside_meetings')})(?:งาน)? ?$"
)
# ``ในการประชุม M ก หารือทวิภาคีกับ ข``: a talk that is told of there is a part of it.
_AT_IT = frozenset(
    f"{lead}{more}" for lead in words_of("at_a_meeting") for more in ("", *words_of("ways_of_attending"))
) - {"สำหรับ"}
# ``ในห้วงการประชุม M ก หารือกับ ข และได้มีการหารือกับ ค``: one more talk of the same occasion.
_AND_A_TALK = expression(r"และ ?(?:จะ|ได้|ยัง|มี|กำหนด|โอกาส|การ){0,5} ?$")
# With these the next event begins.
NEXT = words_of("and_then")
# ``การหารือวันนี้เป็นโอกาสที่…``: what a talk is the chance for is done at it.
_CHANCE = expression(
    f"(?:ประชุม|หารือ|พบ)[^\n]{{0,30}}?(?:นี้)?(?:จะ)?(?:ถือ)?เป็นโอกาส{any_of('qualities_of_chances')}?(?:ที่|ใน)"
)


# ``รับฟังปัญหาเพื่อนำไปหารือกับ ข``: what is taken along to be talked of has not been talked of.
_TAKES_ALONG = tuple(f"นำไป{as_what}" for as_what in ("", " ", "เป็นข้อ", "เป็นประเด็น", "ใช้ในการ"))
_LETS = spaced_behind("ให้")
_TAKES = expression("(?:ได้|จะ|สามารถ| ){0,4}นำไป[^ \n]{0,16} ?")
TELLS_TO = words_of("tells_to_talk")
# Before a verb or in its clause they tell that a talk with others lies before the one that is on.
_GLAD = words_of("glad_of_a_talk")
_BEFORE = expression(f"ล่าสุด|ขณะนี้|{any_of('told_as_past')}")
_LAST_TIME = expression("[^\n]{0,60}?(?:เมื่อครั้ง|ในครั้งที่|เมื่อสัปดาห์)")
_THEME = tuple(f"{lead}{noun}" for noun in words_of("words_for_themes") for lead in ("ภายใต้", "ใน"))
_THEME_REACH = 220
_END_REACH = 120
_REIGN = entries_of("reign_together")


class Talk(NamedTuple):
    """A talk, and who of its other side is said to come to it."""

    event: Draft
    come: list[Draft]


def takes_along(reading: Reading, clause: Clause, index: int) -> list[Draft] | None:
    """Who is to talk of what others made ready: ``เพื่อเป็นประเด็นให้ ก ได้นำไปเป็นข้อหารือกับ ข``.

    Nobody where it is not told who; None where nothing is taken along.
    """
    folded, verb = reading.scan.folded, clause.items[index]
    if not folded.endswith(_TAKES_ALONG, clause.start, verb.start):
        return None
    who = next((item for item in clause.before(index) if item.kind in PEOPLE), None)
    if who is None or not folded.endswith(_LETS, clause.start, who.start):
        return []
    return actors_of(reading, who) if _TAKES.fullmatch(folded, who.end, verb.start) else []


def told_in_passing(reading: Reading, clause: Clause, index: int, others: list[Draft]) -> bool:
    """Whether the talk that is on speaks of one with others: ``นายกรัฐมนตรียินดีที่ได้พบ ค ในการประชุม M``."""
    verb = clause.items[index]
    if clause.opener in NEXT or any(draft.id in reading.attendants for draft in others):
        return False
    folded = reading.scan.folded
    if folded.endswith(_GLAD, clause.start, verb.start):
        return True
    last = clause.last_verb(index)
    since = clause.items[last].end if last >= 0 else clause.start
    return (
        _BEFORE.search(folded, since, verb.start) is not None
        or _LAST_TIME.match(folded, verb.end, clause.end) is not None
    )


def talk_between(
    reading: Reading,
    clause: Clause,
    verb: Item,
    own: list[Draft],
    others: list[Draft],
    end: int,
    mood: Modality,
    *,
    group: str = "",
) -> Talk:
    """The talk between two sides; the same two sides talk once in a document unless a date parts them.

    ``group`` are the words for people of whom nobody is named, where the other side is such.
    """
    noun = reading.scan.folded.endswith("การ", clause.start, verb.start)
    pairs = [_with_group(reading, own[0], group, noun=noun)] if group else _pairs(own, others)
    # ``จากนั้นหารือกับ ข`` is another talk, ``เมื่อเสร็จสิ้นการหารือกับ ข`` the same.
    another = clause.opener in NEXT and not noun
    event = None if another else next((reading.talks[p] for p in pairs if p in reading.talks), None)
    of_state = None if another or event is not None else _of_state(reading, own, others)
    # Where a state stands for its minister, told of before, nobody else comes.
    come = others if of_state is None else []
    event = event or of_state
    if event is None:
        event = _told(reading, own, others) or _welcomed(reading, verb, own, others)
    surface = _called(reading.text(verb.start, end))
    if event is None:
        event = reading.register.meetings.event(surface, _TALK_KINDS[verb.value])
        event.refs.setdefault(reading.text(verb.start, verb.end))
        reading.talks.update(dict.fromkeys(pairs, event))
        undated(reading, event, clause, mood)
    else:
        event.refs.setdefault(surface)
        if event.id not in reading.known.dates:
            # The title, told again as the first line of the body, had no day yet.
            undated(reading, event, clause, mood)
    introduce(reading, event, clause, mood)
    reading.anchor = [event]
    settle(reading, clause, mood)
    if mood is Modality.ACTUAL:
        on_the_scene(reading, event, clause, mood)
    reading.scene = []
    if mood is not Modality.PLANNED or reading.talk is None:
        reading.talk = reading.talk or event
        if not reading.paragraph.retelling:
            reading.turn_to(event, [*own, *come], mood)
            if mood is Modality.ACTUAL:
                reading.talk = event
    return Talk(event, come)


def _pairs(own: list[Draft], others: list[Draft]) -> list[frozenset[str]]:
    """Between whom a talk is: those whom each side names first, and the first person that it names.

    ``ก หารือกับสมาคม ข นำโดยนาย ค`` is a talk with the body, and with who leads its people.
    """
    one, other = ([side[0], first(side, EntityType.PERSON) or side[0]] for side in (own, others))
    pairs = (frozenset({mine.id, theirs.id}) for mine, theirs in product(one, other))
    return [pair for pair in dict.fromkeys(pairs) if len(pair) > 1]


def _with_group(reading: Reading, one: Draft, group: str, *, noun: bool) -> frozenset[str]:
    """Whose a talk with a group is: that with a group of a like name, if one was told of.

    Told again by a ``noun`` (``เมื่อเสร็จสิ้นการหารือกับภาคเอกชน``) it is that of whoever talked with the group.
    """
    for pair in reading.talks:
        for known in pair - {one.id} if one.id in pair or noun else ():
            if known.startswith(group) or group.startswith(known):
                return pair
    return frozenset({one.id, group})


def is_habit(reading: Reading, start: int, end: int) -> bool:
    """Whether talks are told that were many: ``หารือกับภาคเอกชนมาโดยตลอด``; their words end at ``end``."""
    folded = reading.scan.folded
    return _HABIT_BEHIND.match(folded, end) is not None or _HABIT.search(folded, start, end) is not None


def is_held(reading: Reading, event: Draft) -> bool:
    """Whether somebody is told to have come to an event."""
    return any(
        reading.moods.get((who, "attended", event.id)) is Modality.ACTUAL
        for who in reading.known.came.get(event.id, ())
    )


def _called(surface: str) -> str:
    """What a talk without a name is called: its words, a long row of people cut between two.

    Who comes along with the other side is no part of it.
    """
    along = min((at for word in _ALONG if (at := surface.find(word)) > 0), default=len(surface))
    surface = surface[:along]
    if len(surface) > _LONGEST_NAME:
        gap = surface.rfind(" ", 0, _LONGEST_NAME)
        surface = surface[:gap] if gap > 0 else surface
        opened = surface.rfind("(")
        surface = surface[:opened] if surface.rfind(")") < opened else surface
    surface = surface.rstrip()
    while loose := _loose_end(surface):
        surface = surface[: -len(loose)].rstrip()
    return surface


def _loose_end(surface: str) -> str:
    """The word with which no name ends, at the end of one; empty for none."""
    for word in _LOOSE_ENDS if surface.endswith(_LOOSE_ENDS) else ():
        if surface.endswith(word) and (word == _COUNTED or surface[: -len(word)][-1:].isspace()):
            return word
    return ""


def told_there(reading: Reading, clause: Clause, verb: Item, event: Draft) -> bool:
    """Whether X was brought up at a talk that was held: ``ทั้งสองฝ่ายจะร่วมมือกัน รวมทั้งหารือ X``.

    But not ``ฝ่าย ก ต้องการที่จะหารือ X``, which one side wishes for.
    """
    folded = reading.scan.folded
    if event.named or _EXCHANGED.match(folded, verb.start) is None or not is_held(reading, event):
        return False
    return folded.find("ต้องการ", clause.start, verb.start) < 0


def is_hoped_for(reading: Reading, clause: Clause, verb: Item) -> bool:
    """Whether a matter is left to another talk than the one told: ``ทั้งสองฝ่ายหวังว่าจะได้หารือ X``.

    But not ``การหารือวันนี้เป็นโอกาสที่ทั้งสองฝ่ายจะได้หารือ X``.
    """
    if _CHANCE.search(reading.scan.folded, clause.start, verb.start):
        return False
    words = reading.scan.starting("moods", max(clause.start, verb.start - _RIGHT_BEFORE), verb.start)
    return any(word.value == "planned" for word in words)


def stand_before(reading: Reading, clause: Clause, index: int, people: list[Draft]) -> bool:
    """Whether the two who talk are named right here, and not one as the company of the other."""
    named = {item.draft.id for item in clause.before(index) if item.draft is not None}
    if reading.teller is not None and any(
        item.kind == "speaker" and item.value == "self" for item in clause.before(index)
    ):
        named.add(reading.teller.id)
    folded = reading.scan.folded
    if folded.endswith("การ", clause.start, clause.items[index].start):
        return False
    return all(d.id in named for d in people) and not any(
        folded.find(word, clause.start, clause.items[index].start) >= 0
        for word in ("นำคณะ", "ประธานร่วม", *words_of("comes_along"))
    )


def joint_talk(reading: Reading, clause: Clause, index: int, people: list[Draft], mood: Modality) -> Draft:
    """``A และ B ได้หารือ``: a talk of those who are its subject together."""
    verb = clause.items[index]
    talk, _ = talk_between(reading, clause, verb, people[:1], people[1:], verb.end, mood)
    for draft in people:
        reading.say(draft, "attended", talk, clause, "joint-talk.v1", mood)
    reading.say(people[0], "metWith", people[1], clause, "joint-talk.v1", mood)
    reading.principals = people[:2]
    return talk


def _told(reading: Reading, own: list[Draft], others: list[Draft]) -> Draft | None:
    """A headline or a lead tells again of a talk that the body told: any of its people will do.

    Of several talks it is the one of the most of them.
    """
    if not reading.paragraph.retelling:
        return None
    people = {d.id for d in (*own, *others)}
    pair = max(reading.talks, key=lambda pair: len(pair & people), default=None)
    return reading.talks[pair] if pair is not None and pair & people else None


def _welcomed(reading: Reading, verb: Item, own: list[Draft], others: list[Draft]) -> Draft | None:
    """``นายกรัฐมนตรีกล่าวต้อนรับนาย ก``: whoever has come to the talk that is on is welcomed there."""
    if verb.value != "receive" or reading.talk is None:
        return None
    come = all(draft.id in reading.attendants for draft in (*own, *others))
    return reading.talk if come else None


def _of_state(reading: Reading, own: list[Draft], others: list[Draft]) -> Draft | None:
    """A talk with a state or body is the one with its holder of an office, where such a one was told."""
    other = others[0]
    if other.lexicon is None or other.type is EntityType.PERSON:
        return None
    for pair, event in reading.talks.items():
        if own[0].id not in pair:
            continue
        (known,) = pair - {own[0].id} or pair
        posts = reading.register.drafts[known].posts if known in reading.register.drafts else []
        if any(other.lexicon in (post.country, post.body) for post in posts):
            return event
    return None


def met_of_side(clause: Clause, index: int, mine: Draft, others: list[Draft]) -> list[Draft]:
    """Whom ``mine`` meets: the principal of the other side, and those named beside him.

    Of those known by their titles alone the first of each state; who has no state is of his own side.
    Whoever chairs a meeting with officers of his own house meets none of them.
    """
    principal_ = first(others, EntityType.PERSON) or others[0]
    last = clause.last_verb(index)
    chairs = last >= 0 and clause.items[last].value.startswith("chair")
    found = {state_of(principal_): principal_}
    more = []
    for draft in others:
        state = state_of(draft)
        if draft.type is EntityType.PERSON and state and "" not in found:
            found.setdefault(state, draft)
        foreign = state or any(name.isascii() for name in draft.aliases)
        if draft.type is EntityType.PERSON and draft.named and principal_.named and foreign:
            more.append(draft)
        if _reigns(draft) and _reigns(principal_):
            more.append(draft)
    met = dict.fromkeys([*found.values(), *more])
    return [draft for draft in met if not (chairs and _houses(mine) & _houses(draft))]


def _reigns(draft: Draft) -> bool:
    return any(post.head.id in _REIGN for post in draft.posts)


def _houses(draft: Draft) -> set[str]:
    """The bodies that somebody serves by his titles, and those that they belong to."""
    bodies = [post.body for post in draft.posts if post.body is not None]
    return {house for body in bodies for house in (body.id, body.parent) if house}


def themed(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """``M ภายใต้หัวข้อ X``: a theme is that of the meeting named last before it."""
    verb = clause.items[index]
    to_what_end = reading.scan.folded.endswith("เพื่อ", clause.start, verb.start)
    if not to_what_end and not reading.scan.folded.startswith(_THEME, verb.start):
        return None
    last = next((item for item in clause.before(index) if item.kind == "meeting"), None)
    reach = _END_REACH if to_what_end else _THEME_REACH
    if last is None or last.draft is None or verb.start - last.end > reach:
        return None
    return last.draft if last.draft.named or not to_what_end else None


def just_named(reading: Reading, clause: Clause, verb: Item) -> Draft | None:
    """``M ครั้งที่ 10 โดยมีประเด็นหารือเกี่ยวกับ X``: what goes on to tell of a meeting tells of that one."""
    if reading.talk is not None and reading.scan.folded.startswith("โดยการหารือ", clause.start):
        return reading.talk
    named = reading.anchor[0] if reading.anchor else None
    of_it = reading.carried or reading.scan.folded.endswith("เพื่อ", clause.start, verb.start)
    if named is None or not of_it or clause.opener not in _GOES_ON:
        return None
    return named if named.type is EntityType.MEETING and named.named else None


def _opens_at(reading: Reading, clause: Clause, item: Item) -> bool:
    """Whether a clause opens with where it was: ``ในการประชุม M ก หารือทวิภาคีกับ ข``."""
    lead = reading.scan.folded[clause.start : item.start].strip()
    return lead in _AT_IT and reading.scan.folded.find("ประชุม", item.start, item.end) >= 0


def margins_of(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """The meeting in whose margins a talk is: it stands before it, or before the one it is joined to."""
    verb = clause.items[index]
    before = [at for at in clause.verbs_before(index) if clause.items[at].value in TALKS]
    if before and _AND_A_TALK.search(reading.scan.folded, clause.items[before[0]].end, verb.start):
        return _margins_before(reading, clause, before[-1])
    return _margins_before(reading, clause, index)


def _margins_before(reading: Reading, clause: Clause, index: int) -> Draft | None:
    folded = reading.scan.folded
    for item in clause.before(index):
        if item.kind == "verb":
            break
        before = folded[max(clause.start, item.start - 24) : item.start]
        if item.kind != "meeting" or item.draft is None:
            continue
        if PART.search(before) or _opens_at(reading, clause, item):
            return item.draft if item.draft.named else None
    return None
