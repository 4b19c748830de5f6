"""Who speaks at a meeting, be it named as the place where he does or the one that is on: he comes to it."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality
from kg.relations.meetings.retinue import come_along, is_anybody
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, is_spokesperson
from kg.relations.sentence.items import ACTORS, PEOPLE, SETTING, Item
from kg.relations.sentence.mood import mood_before
from kg.relations.sentence.reading import Reading, is_of_cabinet
from kg.text import spaced_behind

# Acts of a speaker; what he has others do need not be done there.
_SAID_THERE = frozenset({"speak", "stress", "propose", "support", "discuss", "thank"})
# What leads to the meeting, and not to one that is spoken of: ``กล่าวถึงการประชุม M``.
_AT = expression(rf"(?:^|[ \n]|โดย|ซึ่ง|และ|ว่า)(?:ใน|ใน{any_of('in_the_course')}|ระหว่าง) ?$")
_AT_REACH = 16
_SPEAKS_UP = tuple(
    f"{small}{verb}" for small in ("", "ได้", "ขอ") for verb in words_of("verbs_of_speaking_up")
)
# Of what somebody only speaks need not be where he does: ``กล่าวว่า ในการประชุม M…``, ``กล่าวถึง M``.
_SPEAKS_OF = ("ว่า", "ถึง", "ให้")
_OF_MATTERS = expression("(?<!ระห)ว่า(?!ด้วย|การ|ที่)|ถึง|เพื่อ|ที่จะ")
_THERE = rf"(?:ภายใน|(?:ใน)?{any_of('in_the_course')}|ใน|บน(?=เวที)) ?"
_SPOKEN_THERE = expression(rf"{_THERE}$")
_SPOKEN_THERE_REACH = 160
_RIGHT_THERE = expression(rf" ?{_THERE}")
# Of whom nobody is named; ``หัวหน้าคณะผู้แทนไทย``, ``A ในฐานะผู้แทนไทย`` is somebody.
_AS_DELEGATE = tuple(
    f"{word}{of}" for word in ("ในฐานะ", "หัวหน้า", "เป็น") for of in ("", "ผู้แทน", "คณะ", "คณะผู้แทน")
)
_DELEGATES = ("ผู้แทน", "ผู้แทนประเทศ", "ผู้แทนของ", "คณะผู้แทน")
_SPEECHES = words_of("kinds_of_speeches")
_SPEECH_OF = spaced_behind(*(f"{speech}ของ" for speech in _SPEECHES))
_SIGNED_THERE_REACH = 300
_SIGNED_THERE = expression(rf"(?:ใน|ระหว่าง|(?:ใน)?{any_of('in_the_course')}(?:ของ)?) ?$")
_SIGNS_AGAIN = ("ผู้", "ผู้แทน", "ผู้ร่วม")
SIGNINGS = ("การลงนาม", "พิธีลงนาม")
_WITH = words_of("there_being")
_BETWEEN = SETTING | ACTORS | {"mood", "speaker"}


def speaks_there(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``ในการประชุม M S ได้กล่าวถ้อยแถลงว่า…``, ``โดยมี S กล่าวรายงาน``: S, whom the clause names, attends."""
    if clause.items[index].value not in _SAID_THERE:
        return
    if clause.opener in _WITH and index == clause.first_verb and not reading.paragraph.retelling:
        come_along(reading, clause, index, _there(reading, clause, index, subject), mood)
        return
    meeting, named = _at_which(reading, clause, index)
    present = [draft for item in named for draft in actors_of(reading, item) if draft in subject]
    if meeting is None:
        meeting, present = _behind(reading, clause, index), subject
    if meeting is None:
        return
    _come_to_speak(reading, clause, present, meeting, mood)


def _come_to_speak(
    reading: Reading, clause: Clause, people: list[Draft], meeting: Draft, mood: Modality
) -> None:
    for draft in people:
        if draft.type is EntityType.PERSON and not (is_anybody(draft) or is_spokesperson(draft)):
            reading.say(draft, "attended", meeting, clause, "speaks-there.v1", mood)


def signs_there(reading: Reading, clause: Clause, index: int, signers: list[Draft], mood: Modality) -> None:
    """``S ลงนามใน X ในการประชุม M``: the people and states that sign at a meeting come to it."""
    meeting, named = _at_which(reading, clause, index)
    own = [draft for item in named for draft in actors_of(reading, item)]
    come = [draft for draft in signers if draft in own]
    if meeting is None:
        meeting, come = _signed_at(reading, clause, index) or _signing_on(reading, clause, index), signers
    if meeting is None or is_of_cabinet(meeting):
        return
    for draft in come:
        if draft.type in (EntityType.PERSON, EntityType.COUNTRY) and not is_anybody(draft):
            reading.say(draft, "attended", meeting, clause, "speaks-there.v1", mood)


def _signing_on(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """The signing that is on, told again without a name: ``โดยมี A และ B เป็นผู้ลงนาม``."""
    on = reading.anchor[0] if reading.anchor else reading.event
    again = reading.scan.folded.endswith(_SIGNS_AGAIN, clause.start, clause.items[index].start)
    return on if on is not None and again and not reading.carried and on.name.startswith(SIGNINGS) else None


def _signed_at(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """The meeting behind a document, at which that is signed: ``ลงนามใน X ระหว่างการประชุม M``."""
    edge = clause.items[index].end
    for item in clause.after(index):
        if item.start - clause.items[index].end > _SIGNED_THERE_REACH:
            break
        if item.kind == "meeting":
            return item.draft if _SIGNED_THERE.search(reading.scan.folded, edge, item.start) else None
        acts = item.kind == "verb" and item.value != "-" and item.start > clause.items[index].end
        if acts or item.kind == "mood":
            break
        edge = item.end
    return None


def speeches_of(reading: Reading, clause: Clause) -> None:
    """``ชื่นชมการกล่าวถ้อยแถลงของ A ในการประชุม M``: whose speech at a meeting is told of comes to it.

    So does a state whose delegates are told to be there: ``ข้อเสนอของผู้แทนไทยในการประชุม M``.
    """
    folded = reading.scan.folded
    for item, following in pairwise(clause.items):
        if following.kind != "meeting" or following.draft is None or is_of_cabinet(following.draft):
            continue
        if not _RIGHT_THERE.fullmatch(folded, item.end, following.start):
            continue
        mood = mood_before(reading, item.start)
        state = _state_there(reading, item)
        if state is not None:
            reading.say(state, "attended", following.draft, clause, "speaks-there.v1", mood)
        elif item.kind in PEOPLE and folded.endswith(_SPEECH_OF, 0, item.start):
            _come_to_speak(reading, clause, actors_of(reading, item), following.draft, mood)


def _state_there(reading: Reading, item: Item) -> Draft | None:
    """The state whose delegates or whose speech an item tells of: ``คณะผู้แทนไทย``, ``ถ้อยแถลงของไทย``."""
    scan = reading.scan
    if item.kind == "country":
        told = scan.folded.startswith(_DELEGATES, item.start)
        told = told or scan.folded.endswith((*_DELEGATES, *_SPEECH_OF), 0, item.start)
        told = told and not scan.folded.endswith(_AS_DELEGATE, 0, item.start)
        return next(iter(actors_of(reading, item)), None) if told else None
    if item.kind != "thing" or not scan.folded.startswith(_SPEECHES, item.start):
        return None
    last = next(iter(reversed(scan.names_within(item.start, item.end))), None)
    if last is None or last.type != "Country" or last.end != item.end:
        return None
    told = scan.folded.endswith((*_SPEECH_OF, *_DELEGATES), item.start, last.start)
    return reading.register.entry(last.entry) if told else None


def _behind(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """The meeting behind a verb that tells where something is said: ``A กล่าวชื่นชมไทยในการประชุม M``."""
    folded, verb = reading.scan.folded, clause.items[index]
    spoken = folded.startswith(_SPEAKS_UP, verb.start) and not folded.endswith(_SPEAKS_OF, 0, verb.end)
    if not spoken or folded.endswith("การ", clause.start, verb.start):
        return None
    for item in clause.after(index):
        goes_on = item.kind == "verb" and item.start - verb.end <= 1
        if item.kind == "meeting":
            draft = item.draft
            if draft is None or is_of_cabinet(draft) or item.start - verb.end > _SPOKEN_THERE_REACH:
                return None
            there = _SPOKEN_THERE.search(folded, verb.end, item.start) is not None
            return draft if there and _OF_MATTERS.search(folded, verb.end, item.start) is None else None
        if item.kind in PEOPLE or (item.kind == "verb" and not goes_on):
            break
    return None


def _there(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """``โดยมี A กล่าวรายงาน``: the people who are told of by that word, but for who only tells of it."""
    near = clause.start + len(clause.opener) + 1
    led = next((i for i in clause.items[:index] if i.kind in ACTORS and not i.qualifies), None)
    if led is None or not (led.start <= near or reading.scan.folded.endswith("และ", near, led.start)):
        return []
    people = [draft for draft in subject if draft.type is EntityType.PERSON]
    return people if led.kind in PEOPLE and not any(map(is_spokesperson, people)) else []


def _at_which(reading: Reading, clause: Clause, index: int) -> tuple[Draft | None, list[Item]]:
    """The meeting before a verb that tells where it is done, None for none, and the people named between."""
    named: list[Item] = []
    for item in clause.before(index):
        if item.kind == "meeting":
            begin = max(0, item.start - _AT_REACH)
            there = _AT.search(reading.scan.folded, begin, item.start) is not None
            return item.draft if there and named else None, named
        if item.kind not in _BETWEEN:
            break
        named += [item] if item.kind in PEOPLE and not item.qualifies else []
    return None, []
