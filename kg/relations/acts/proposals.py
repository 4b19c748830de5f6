"""Proposals told by a noun or in passing: ``ข้อเสนอของ X``, ``แนวคิดของ X``, ``ตามที่ X เสนอ``."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, cue, words_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import Item
from kg.relations.sentence.objects import PROPOSAL, PROPOSAL_OF, object_of, thing_in
from kg.relations.sentence.phrases import phrases_at
from kg.relations.sentence.reading import LINE_MARK, LISTING, Reading
from kg.relations.sentence.referents import draft_of
from kg.relations.sentence.topics import line_topic
from kg.text import Span, spaced_behind
from kg.values.calendar_words import NUMERAL_WORDS

_ON_WHAT = expression(f" ?(?:ในการ|ที่จะ|ให้|{alternatives('about')})")
_ON_WHAT_REACH = 60
_QUOTED_BEHIND = 80
_LAYS_BEFORE = words_of("verbs_of_laying_before")
_AS = spaced_behind("ตามที่")
_NOTHING = expression(r" |$|\n|และ")
# Not more than so many things are decided in one clause.
_DECIDED_LATELY = 12
# A noun of the verb, and whoever only helps.
_NOT_PROPOSED = words_of("no_act_of_proposing", "who_only_helps")
_TO_WHAT_END = words_of("to_what_end")
# Asked of the public, or to believe something.
_TO_EVERYBODY = expression(f" ?(?:{alternatives('the_public')}|(?:ได้)?{any_of('verbs_of_trust')})")
_IDEAS = words_of("nouns_of_ideas")
_IDEA_WORDS = cue(*_IDEAS)
_OF = expression(f" ?ของ ?{any_of('leads_to_state')}?")


# ``ได้เสนอ 3 แนวทาง``: how many things are proposed; which, the lines behind it tell.
_HOW_MANY = expression(rf"[^\n]{{0,90}}?(?:\d{{1,2}}|{NUMERAL_WORDS}) ?{any_of('points')}[^\n]{{0,90}}")
_WHICH_POINT = expression(rf"\s*{any_of('points')}(?:แรก|ที่(?:สุดท้าย| ?\d|{NUMERAL_WORDS})|สุดท้าย) ?(?:คือ)? ?")
# ``อาเซียนควรเพิ่มพูนความสัมพันธ์``: what must be done is what is proposed, and not by whom.
_SHOULD = expression(rf"(?:[ก-ฺเ-๎]{{2,24}}?)?{any_of('words_of_need')}(?:ร่วมกัน|เร่ง(?!รัด))?(?=[ก-ฮเ-ไ])")


def note_proposers(reading: Reading, clause: Clause, start: int, actors: list[Draft]) -> None:
    """Note who proposes several things at the end of a paragraph, of which the next lines tell one each."""
    folded = reading.scan.folded
    many = _HOW_MANY.match(folded, start, reading.paragraph.end)
    if many is None or folded[many.end() : reading.paragraph.end].strip():
        return
    if (
        folded[start : reading.paragraph.end].rstrip().endswith(LISTING)
        or clause.end >= reading.paragraph.end - 1
    ):
        _announce(reading, actors)


def announced_last(reading: Reading) -> None:
    """Note who proposes what the next lines tell, where his act is the last before they are announced."""
    if reading.acts and all(predicate == "proposed" for _, predicate in reading.acts[-1].said):
        _announce(reading, [actor for actor, _ in reading.acts[-1].said])


def _announce(reading: Reading, actors: list[Draft]) -> None:
    """Let the lines that follow each tell what ``actors`` propose."""
    reading.lists.proposers, reading.lists.gone_on = actors, False


def enumerated(reading: Reading, start: int, end: int, told: int) -> bool:
    """Whether a line is one of the proposals that were announced: its subject up to ``told`` is proposed."""
    announced = reading.lists
    if not announced.proposers:
        return False
    folded = reading.scan.folded
    mark = _WHICH_POINT.match(folded, start, end) or LINE_MARK.match(folded, start, end)
    if mark is None:
        # One paragraph may go on with the line before it, and the next line follows.
        announced.proposers = [] if announced.gone_on else announced.proposers
        announced.gone_on = bool(announced.proposers)
        return False
    announced.gone_on = False
    should = _SHOULD.match(folded, mark.end(), end)
    begin = should.end() if should else mark.end()
    span = line_topic(reading, begin, told) if begin < told else None
    if span is not None:
        thing = object_of(reading, span)
        for actor in announced.proposers:
            reading.say(actor, "proposed", thing, Span(start, span.end), "enumerated.v1")
    return True


def owned(reading: Reading, start: int, end: int) -> None:
    """``ข้อเสนอของ X ในการ…``: what is called somebody's proposal was proposed by him."""
    scan = reading.scan
    if not scan.cued(PROPOSAL_OF, start, end):
        return
    for match in PROPOSAL.finditer(scan.folded, start, end):
        hit = scan.names_at.get(match.end())
        if hit is None or hit.type not in ("Country", "Organization"):
            continue
        rest = _ON_WHAT.match(scan.folded, hit.end, end)
        if rest is None:
            continue
        thing = thing_in(reading, rest.end(), min(end, rest.end() + _ON_WHAT_REACH), end)
        if thing is None:
            spans = phrases_at(reading, rest.end(), end)
            thing = object_of(reading, spans[0]) if spans else None
        if thing is not None:
            reading.say(
                reading.register.entry(hit.entry),
                "proposed",
                thing,
                Span(match.start(), min(end, rest.end() + _QUOTED_BEHIND)),
                "proposal.v1",
            )


def ideas(reading: Reading, items: list[Item]) -> None:
    """``แนวคิด "บ้าน 5 หลัง" ของ X``: whose idea something is called has proposed it."""
    folded = reading.scan.folded
    if not items or not reading.scan.cued(_IDEA_WORDS, items[0].start, items[-1].end):
        return
    for thing, owner in pairwise(items):
        if (
            thing.kind != "thing"
            or owner.kind not in ("person", "role", "country")
            or not folded.startswith(_IDEAS, thing.start)
            or not _OF.fullmatch(folded, thing.end, owner.start)
        ):
            continue
        idea = draft_of(thing, reading.register)
        for draft in actors_of(reading, owner):
            if idea is not None:
                reading.say(draft, "proposed", idea, Span(thing.start, owner.end), "idea-of.v1")


def is_no_proposal(folded: str, clause: Clause, index: int) -> bool:
    """Whether what looks like a proposal is said to everybody, or to what end one acts.

    ``ขอเชิญชวนประชาชน…``, ``ขอให้มั่นใจว่า…``, ``เพื่อผลักดัน X``.

    But a vision leads where it says: ``ประกาศวิสัยทัศน์เพื่อผลักดัน X``.
    """
    verb = clause.items[index]
    if folded.endswith(_NOT_PROPOSED, 0, verb.start):
        return True
    pushes = folded.startswith("ผลักดัน", verb.start)
    if folded.startswith("ขอความร่วมมือ", verb.start):
        return False
    if not pushes:
        return _TO_EVERYBODY.match(folded, verb.end) is not None
    return folded.endswith(_TO_WHAT_END, 0, verb.start) and not any(
        item.kind == "verb" and item.value == "launch" for item in clause.before(index)
    )


def is_as_proposed(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether ``ตามที่ S เสนอ`` stands behind what somebody else has decided."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if folded[verb.start : verb.end] not in _LAYS_BEFORE or not _NOTHING.match(folded, verb.end):
        return False
    actor = next(clause.before(index), None)
    return actor is not None and folded.endswith(_AS, clause.start, actor.start)


def as_proposed(reading: Reading, clause: Clause, actors: list[Draft]) -> None:
    """``คณะรัฐมนตรีเห็นชอบ X ตามที่ S เสนอ``: S has proposed what was decided."""
    decided = [
        relation
        for relation in reversed(reading.relations[-_DECIDED_LATELY:])
        if relation.predicate in ("adopted", "discussed", "supported")
        and clause.start <= relation.evidence.start < clause.end
    ]
    for relation in reversed(decided):
        thing = reading.register.drafts[relation.object]
        for actor in actors:
            reading.say(actor, "proposed", thing, clause, "as-proposed.v1")
