"""Documents that somebody signs, and ceremonies held for it."""

from __future__ import annotations

import re

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.mentions.things import read_thing
from kg.model import EntityType, Modality
from kg.relations.acts.adopting import last_document
from kg.relations.acts.signed_documents import JOINED, between_whom, document_told_of, documents_after
from kg.relations.meetings.own_state import is_of_this_state
from kg.relations.meetings.speakers import SIGNINGS, signs_there
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.mood import mood_before
from kg.relations.sentence.parties import parties_from, two_parties
from kg.relations.sentence.phrases import paragraph_end
from kg.relations.sentence.reading import Reading, is_actor
from kg.relations.sentence.referents import draft_of
from kg.relations.sentence.resolved import Resolved
from kg.text import Span, spaced_behind

# Before the verb: a signing is told by a noun.
_NOUNS = ("การ", "พิธี")
_SIGNING_AGAIN = expression(rf"(?:ฯ|ดังกล่าว|{any_of('this_turn')})? ?(?:ได้|จะ)?(?:มีขึ้น|จัดขึ้น|เกิดขึ้น)")
_BETWEEN = "ระหว่าง"
_PEOPLE = words_of("pairs_of_people")
# A cabinet agrees to what others sign.
_CABINET = "คณะรัฐมนตรี"
# ``อนุมัติให้ A (หรือผู้แทน) เป็นผู้ลงนาม``: whom others let sign has not signed yet; what made him sign is told of it.
_LETS = expression(rf"{any_of('lets_others_act', 'permits_acts')}[^\n]{{0,80}}$")
_TOLD_TO = spaced_behind("ให้")
_MADE_TO = words_of("makes_others_act")
_LET_SIGN = expression(r"ให้ ?(?:มี(?:การ|พิธี)|(?:ร่วม)?เป็น(?:ผู้แทน(?:ไทย)?|ผู้)?(?:ใน)?(?:การ)?|ร่วม)? ?$")
_HAS_SIGNED = words_of("has_signed")
_PARTIES = expression(r"ระหว่าง(?!วันที่|การ|\d)")
# How far after ``ระหว่าง`` the parties to a document are looked for.
_PARTIES_REACH = 200
# How far before whom they let stands who lets.
_LET_REACH = 100
# What tells that a signing takes place, and what that it is only wished for.
_TAKES_PLACE = words_of("takes_place")
_WISHED = expression(alternatives("wished_for"))
_WISH_REACH = 20
_SEVERAL = expression(
    r"[^\n]{0,60}?(?:จำนวน|รวม)? ?\d{1,2} ฉบับ[^\n]{0,60}?"
    rf"{any_of('as_follows', 'leads_to_list', 'that_is')}? ?:?\s*$",
    re.MULTILINE,
)
_HAS_IT_DONE = expression(" ?(?:ก็|ยัง)?(?:จะ|ได้|ต่าง)?(?:มีการ|มีพิธี)")
# With whom something is signed, and what tells of it and not with whom.
_WITH = expression("".join(f"(?<!{word})" for word in words_of("no_partner_behind")) + "กับ ?")
_TELLS_ON = expression("\n|ระหว่าง|ซึ่ง|เพื่อ|โดย|ภายใต้")
_MOST_PARTIES = 4
# Between them stands at most so much before the first person: an honorific.
_BETWEEN_REACH = 16


def ceremony(reading: Reading, meeting: Draft, span: Span, end: int) -> None:
    """``พิธีลงนาม X ระหว่าง A กับ B``: the parties sign what the ceremony is for."""
    scan = reading.scan
    at = scan.folded.find("ลงนาม", span.start, span.end)
    if at < 0:
        return
    noun = next((w for w in scan.within("nouns", at, span.end) if w.value == "OutcomeDocument"), None)
    if noun is None:
        return
    if _SEVERAL.match(scan.folded, noun.end, end):
        # ``พิธีลงนามความตกลง 5 ฉบับ ได้แก่``: the lines that follow name each of them.
        reading.lists.resolved = Resolved(
            (), "signed", counted=True, at=meeting, mood=mood_before(reading, span.start)
        )
        return
    thing = read_thing(scan, noun, end)
    if thing is None or not thing.named:
        return
    surface = thing.surface
    document = reading.register.thing(EntityType.DOCUMENT, surface, thing.cls)
    reading.last_document = Item(thing.span.start, thing.span.end, "thing", document, value="OutcomeDocument")
    parties = _PARTIES.search(scan.folded, noun.end, end)
    if parties is None:
        return
    mood = mood_before(reading, span.start)
    for draft in two_parties(reading, parties.end(), min(end, parties.end() + 200)):
        reading.say(
            draft,
            "signed",
            document,
            Span(span.start, min(end, parties.end() + 200)),
            "ceremony.v1",
            mood,
        )


def sign(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S ลงนามใน X``; after a noun (``การลงนามใน X ระหว่าง A กับ B``) the parties that are named sign."""
    verb = clause.items[index]
    folded = reading.scan.folded
    let = _let(reading, clause, index) if mood is Modality.ACTUAL else None
    if let is not None:
        mood = Modality.PLANNED
        subject = subject if set(let) <= set(subject) else let
    if folded.startswith("โดย", verb.end):
        _signed_by(reading, clause, index, mood)
        return
    if _signed_before(reading, clause, index, mood):
        return
    if _SIGNING_AGAIN.match(folded, verb.end) and folded.endswith(_NOUNS, 0, verb.start):
        # ``การลงนามมีขึ้นที่ X โดยมี A เข้าร่วม``: what follows tells of the signing told of before.
        again = reading.register.meetings.told_last(SIGNINGS)
        reading.anchor = [again] if again is not None else reading.anchor
        return
    documents = documents_after(reading, clause, index)
    noun = folded.endswith(_NOUNS, 0, verb.start)
    if documents:
        signers = _signers(reading, clause, index, subject)
    else:
        signers = [] if noun or reading.carried else subject
    for document in documents:
        for draft in signers:
            reading.say(draft, "signed", document, clause, "sign.v1", mood)
    signs_there(reading, clause, index, signers, mood)


def _signers(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """Who signs what stands behind the verb."""
    verb = clause.items[index]
    if reading.scan.folded.endswith(_NOUNS, 0, verb.start):
        return (
            _people_after(reading, clause, index)
            or _parties_after(reading, verb.end, paragraph_end(reading, clause))
            or _told_before(reading, clause, index)
            or _two_sides(reading, clause, index)
            or _of_the_talk(reading, clause, index)
        )
    both = _both_do(clause, index)
    if reading.talk is not None and (subject == [reading.talk] or both):
        return _two_sides(reading, clause, index)
    if both and (sides := _two_sides(reading, clause, index)):
        return sides
    if _who_does(clause, index) == "meeting":
        # ``A จะเข้าร่วม M คาดว่าที่ประชุมจะรับรอง X และลงนาม Y``: who signs for whom is not told.
        return []
    told = [d for d in subject if is_actor(d)]
    signers = [d for d in told if not d.name.startswith(_CABINET)]
    if told:
        with_whom = (*_parties_named(reading, clause, index), *_signs_with(reading, clause, index))
        signers += [d for d in dict.fromkeys(with_whom) if d not in signers]
    return signers


def _signed_by(reading: Reading, clause: Clause, index: int, mood: Modality) -> None:
    """``X ลงนามโดย A และ B``: whoever is named after it signs the document before it."""
    thing = next((i for i in clause.before(index) if i.kind == "thing"), reading.last_document)
    document = last_document(reading, clause, index)
    if document is None or thing is None:
        return
    behind = list(clause.after(index))
    both = any(item.kind == "speaker" and item.value == "both" for item in behind)
    # ``ลงนามโดยรัฐมนตรีของทั้งสองประเทศ``: those between whom it is, or the two states.
    signers = (between_whom(reading, thing) or _states_of(reading, _principals(reading))) if both else []
    for draft in signers or [d for item in behind for d in actors_of(reading, item)]:
        reading.say(draft, "signed", document, clause, "signed-by.v1", mood)


def _let(reading: Reading, clause: Clause, index: int) -> list[Draft] | None:
    """``คณะรัฐมนตรีมอบอำนาจให้ A ลงนามใน X``: whom others let sign, empty where he is not named.

    None where nobody is let, or it is told that he has signed.
    """
    folded, at = reading.scan.folded, clause.items[index].start
    if folded.endswith(_HAS_SIGNED, clause.start, at):
        return None
    begin = max(clause.start, at - _LET_REACH)
    direct = _LET_SIGN.search(folded, begin, at)
    if direct is not None:
        return [] if _LETS.search(folded, begin, direct.start()) else None
    acted = False
    for item in clause.before(index):
        acted = acted or item.kind == "verb"
        if item.kind in ACTORS and folded.endswith(_TOLD_TO, clause.start, item.start):
            left = folded[max(clause.start, item.start - _LET_REACH) : item.start].rstrip().removesuffix("ให้")
            told = not left.endswith(_MADE_TO) and (not acted or _LETS.search(left))
            return actors_of(reading, item) if told else None
    return None


def _signed_before(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """``X ที่ A และ B ลงนามไว้``, ``X ระหว่าง A กับ B ซึ่งลงนามเมื่อปี…``: who has signed X; whether it is told so."""
    found = document_told_of(reading, clause, index)
    if found is None:
        return False
    thing, actors = found
    document = draft_of(thing, reading.register)
    signers: list[Draft] = []
    for actor in actors:
        both = actor.kind == "speaker"
        signers += _two_sides(reading, clause, index) if both else actors_of(reading, actor)
    if not actors:
        signers = between_whom(reading, thing)
    for draft in dict.fromkeys(signers):
        if document is not None:
            reading.say(draft, "signed", document, Span(thing.start, clause.end), "signed-before.v1", mood)
    return bool(signers)


def _two_sides(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``ทั้งสองฝ่ายลงนามใน X``: the two states that talk sign; the people only where it says so.

    ``ผู้นำไทยและลาวเป็นสักขีพยานในการลงนาม X``: where both witness it, their states sign.
    """
    both = next((item for item in clause.before(index) if item.kind in ("speaker", *ACTORS)), None)
    witnessed = any(clause.items[verb].value == "witness" for verb in clause.verbs_before(index))
    several = sum(item.kind in ACTORS for item in clause.before(index)) > 1
    end = min(paragraph_end(reading, clause), clause.items[index].end + _PARTIES_REACH)
    told = _PARTIES.search(reading.scan.folded, clause.start, end) if witnessed and several else None
    witnessed = witnessed and several and told is None
    people = _principals(reading)
    if both is None or (both.value != "both" and not witnessed) or len(people) < 2:
        return []
    if not witnessed and reading.scan.folded.startswith(_PEOPLE, both.start):
        return people
    return _states_of(reading, people)


def _principals(reading: Reading) -> list[Draft]:
    """The two who talk; where there is no talk, the two who chair the meeting that is on."""
    if reading.talk is not None or reading.event is None:
        return list(reading.principals)
    on = reading.event.id
    chairs = [r.subject for r in reading.relations if r.predicate == "chaired" and r.object == on]
    drafts = [reading.register.drafts[chair] for chair in dict.fromkeys(chairs)]
    people = [draft for draft in drafts if draft.type is EntityType.PERSON]
    return people if len(people) == 2 else []


def _states_of(reading: Reading, people: list[Draft]) -> list[Draft]:
    """The two states for which the ``people`` of both sides stand; empty where it is not told."""
    sides = {person.id: "" for person in people}
    for relation in reading.relations:
        if relation.predicate == "represents" and relation.subject in sides:
            sides[relation.subject] = relation.object
    states = [
        # A title at home names no state, and a text may never do.
        reading.register.drafts[side] if side else reading.register.home()
        for person in people
        if (side := sides[person.id]) or is_of_this_state(reading, person)
    ]
    states = list(dict.fromkeys(states))
    return states if len(states) == 2 else []


def _both_do(clause: Clause, index: int) -> bool:
    """``A ยินดีที่ทั้งสองฝ่ายลงนาม X``: whether both sides stand right before the verb as those who act."""
    return _who_does(clause, index) == "both"


def _who_does(clause: Clause, index: int) -> str:
    """What the word stands for that is told last before a verb of those who act; empty for a name."""
    nearest = next((item for item in clause.before(index) if item.kind in ("speaker", *ACTORS)), None)
    return nearest.value if nearest is not None and nearest.kind == "speaker" else ""


def _told_before(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``ฝ่ายไทยและฝ่ายลาวได้มีการลงนาม X``: several who are named before it sign what is told to be signed."""
    if not reading.scan.folded.endswith(_TAKES_PLACE, clause.start, clause.items[index].start):
        return []
    named: list[Draft] = []
    edge = clause.items[index].start
    for item in clause.before(index):
        gap = reading.scan.folded[item.end : edge]
        if item.kind not in ("country", "body") or not (JOINED if named else _HAS_IT_DONE).fullmatch(gap):
            break
        named += [d for d in actors_of(reading, item) if d not in named]
        edge = item.start
    return named[::-1] if len(named) > 1 else []


def _of_the_talk(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``รวมถึงมีการลงนาม X``, told of a talk: the states of the two who talk sign, where it was no wish."""
    folded, verb = reading.scan.folded, clause.items[index]
    left = folded[max(clause.start, verb.start - _WISH_REACH) : verb.start]
    talk = reading.talk
    if talk is None or (talk is not reading.event and talk not in reading.anchor) or _WISHED.search(left):
        return []
    if not left.endswith(_TAKES_PLACE):
        return []
    return _states_of(reading, reading.principals)


def _people_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The two persons whom ``ระหว่าง … กับ`` joins behind a signing told by a noun."""
    between = reading.scan.folded.find(_BETWEEN, clause.items[index].end, clause.end)
    if between < 0:
        return []
    people: list[Draft] = []
    for item in clause.starting(between):
        if item.kind == "person" and not people and item.start - between > _BETWEEN_REACH:
            return []
        if item.kind == "person":
            people += [d for d in actors_of(reading, item) if d not in people]
        elif item.kind == "verb":
            break
    return people[:2] if len(people) > 1 else []


def _parties_after(reading: Reading, start: int, end: int) -> list[Draft]:
    """The two states or bodies after ``ระหว่าง``, for a signing that is told by a noun."""
    between = reading.scan.folded.find(_BETWEEN, start, end)
    if between < 0:
        return []
    begin = between + len(_BETWEEN)
    told = two_parties(reading, begin, min(begin + _PARTIES_REACH, end))
    if told:
        return told
    named = reading.scan.names_within(begin, min(begin + _PARTIES_REACH, end))
    parties = [hit.entry for hit in named if hit.type in ("Country", "Organization")]
    return [reading.register.entry(entry) for entry in parties[:2]]


def _parties_named(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A ลงนามบันทึกความเข้าใจระหว่างกรม ก กับกระทรวง ข``: those between whom it is sign it through him."""
    first_ = next((item for item in clause.after(index) if item.kind == "thing"), None)
    if first_ is None:
        return []
    end = min(paragraph_end(reading, clause), first_.end + _PARTIES_REACH)
    between = reading.scan.folded.find(_BETWEEN, first_.start, end)
    if between < 0 or reading.scan.within("verbs", first_.end, between):
        return []
    begin = between + len(_BETWEEN)
    return two_parties(reading, begin, min(begin + _PARTIES_REACH, paragraph_end(reading, clause)))


def _signs_with(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A ลงนามบันทึกความเข้าใจว่าด้วย X ร่วมกับ B``: who stands behind the document signs it too."""
    verb, folded = clause.items[index], reading.scan.folded
    end = min(paragraph_end(reading, clause), verb.end + _PARTIES_REACH)
    other = next((item.start for item in clause.after(index) if item.kind == "verb"), end)
    stop = _TELLS_ON.search(folded, verb.end, min(end, other))
    for with_whom in _WITH.finditer(folded, verb.end, stop.start() if stop else min(end, other)):
        at = with_whom.end()
        person = next((item for item in clause.after(index) if at <= item.start <= at + 1), None)
        if person is not None and person.kind in PEOPLE and not person.qualifies:
            return actors_of(reading, person)
        parties = parties_from(reading, at, end, _MOST_PARTIES)
        if parties:
            return parties
    return []
