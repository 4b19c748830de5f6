"""The frame of saying: proposing, supporting, launching."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.model import EntityType, Modality, Predicate
from kg.relations.acts.besides import is_done_besides, is_entitled, is_for_others_to_see, is_told_of_things
from kg.relations.acts.gladness import glad_of, glad_that, hoped
from kg.relations.acts.headlines import told_below
from kg.relations.acts.launching import launched_thing
from kg.relations.acts.proposals import as_proposed, is_as_proposed, is_no_proposal, note_proposers
from kg.relations.acts.whose_act import AGREES, heads, who_acts
from kg.relations.meetings.sides import TALKS
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import tells_for_others
from kg.relations.sentence.company import is_thanked_for
from kg.relations.sentence.items import PEOPLE
from kg.relations.sentence.notes import Act
from kg.relations.sentence.objects import NO_TOPIC, object_of
from kg.relations.sentence.phrases import WORKS, phrases_after, spanned
from kg.relations.sentence.reading import NAMED_BELOW, Reading, first, is_actor_or_meeting
from kg.relations.sentence.subjects import actors_before
from kg.relations.sentence.unnamed import RESOLVES, is_of_unnamed
from kg.text import Span

_TO_BE_HELD = expression(rf" ?(?:\([^()]*\))? ?ซึ่ง{any_of('still_to_come')}?จัด")
# ``ชื่นชมการทำงานของเอกอัครราชทูต``, ``ยินดีที่ได้…``, ``ยินดีกับท่าน ก``: a greeting.
_OF_SOMEBODY = any_of("addressed_with_courtesy")
_HIS_WORK = rf"การ{any_of('verbs_of_working')}(?:ของ{_OF_SOMEBODY}|{alternatives('ends_of_telling')})"
_SUPPORT_COURTESY = expression(
    rf" ?(?:{_HIS_WORK}|ที่ได้|ที่|ในโอกาส|ในการเข้ารับ|กับ(?:{_OF_SOMEBODY}|นาย|ประธาน)|ใน(?:วาระ|โอกาส))"
)
# ``ยืนยันว่าจะสนับสนุน X``: what somebody says that he will do he is for now.
_VOWS = words_of("vows")
# ``ย้ำความมุ่งมั่นที่จะกระชับ X``: what somebody is resolved to do, or glad to, he is for.
_TO_DO = (*RESOLVES, "ความยินดี")
# ``แสดงบทบาทในการผลักดัน X``: who plays the part does it; ``ต้องการ`` makes no noun of what follows.
PART_IN = ("ต้องการ", *(f"{noun}ในการ" for noun in ("บทบาท", *words_of("nouns_of_resolve"))))
# ``เพื่อสนับสนุน X``, ``A ที่สนับสนุน X``: to what end something else is done, and who is told of by the way.
_TO_WHAT_END = words_of("to_what_end")
_NO_SUPPORT_BEHIND = (*_TO_WHAT_END, *words_of("who_only_helps"), "เพื่อให้การ", "ทำหน้าที่", "ที่", "ซึ่ง")
# ``แนวทางสนับสนุน X``: what kind of thing it is, and no act.
_OF_WHAT = (*(f"{plan}{of}" for plan in words_of("policies", "guidelines") for of in ("", "การ")), "ด้านการ")
_WEIGHS_THINGS = words_of("weighs_things")
_FOR_IT = words_of("is_for_it")
# ``ก เชื่อมั่นว่าการเยือนครั้งนี้จะช่วยส่งเสริม X``: what helps is what he told of.
_JUST_HELPS = tuple(f"จะ{word}" for word in words_of("only_helps"))
_SURE_OF = expression(rf"{any_of('verbs_of_trust', 'verbs_of_hoping')}ว่า[^\n]{{8,160}}$")
_SURE_REACH = 200
# What is told behind ``ว่า`` as a sentence of its own names no subject.
_STATES = expression(
    rf"{any_of('people_at_large', 'the_public')}[^ \n]{{3,}}?{any_of('doings_of_people')}|"
    rf"{any_of('heads_of_news')}[^\n]{{4,90}}?(?<!ที่)(?<!การ)(?<!ความ){any_of('verbs_of_being')}"
)
_NAMES = expression(f" ?{any_of('leads_to_list', 'that_is')}")
# ``ข้อริเริ่ม``, ``ผู้ก่อตั้ง``: nouns made of the verb.
_NO_LAUNCH = words_of("makes_a_noun_of_launching")
# ``เสนอให้จัดทำโครงการ``: what somebody is asked to set up is set up by nobody yet.
_ASKED = words_of("asked_for")
_TO_DO_IT = expression(" ?(?:ให้)?(?:มี)?(?:การ)?(?:ที่จะ|ร่วมกัน|ร่วม)?")
_TALK = expression(alternatives("words_of_talks"))
# ``หาก ก มีความประสงค์จะ…``: what would be so if somebody wished it is wished by nobody yet.
_ONLY_IF = expression(rf"(?:^|[ \n])(?:แต่|และ|โดย)?{any_of('conditions')}[ก-ฺเ-๎]{{0,40}}$")
_IF_REACH = 12
_SAYS: dict[str, Predicate] = {
    "propose": "proposed",
    "support": "supported",
    "launch": "launched",
    "launch-net": "launched",
}


def soft(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เสนอ / สนับสนุน / เปิดตัว X``."""
    verb = clause.items[index]
    folded = reading.scan.folded
    start = verb.end
    words = folded[verb.start : verb.end]
    predicate = _SAYS[verb.value]
    subject = who_acts(reading, clause, index, subject)
    hoping, asked = hoped(reading, clause, index) if predicate == "supported" else ([], False)
    if hoping:
        subject, predicate, mood = hoping, "proposed" if asked else predicate, Modality.ACTUAL
    actors = heads([d for d in subject if is_actor_or_meeting(d) and not tells_for_others(d)])
    if not actors or not _is_act(reading, clause, index, start, subject):
        return
    if verb.value == "propose":
        if is_as_proposed(reading, clause, index):
            as_proposed(reading, clause, actors)
            return
        note_proposers(reading, clause, start, actors)
    said_of = tuple((actor, _said_of(reading, actor, predicate, words)) for actor in actors)
    reading.acts.append(Act(verb.end, said_of, mood, clause))
    for span in _objects(reading, clause, index, start):
        thing = object_of(reading, span)
        if predicate == "launched":
            launched = launched_thing(reading, clause, thing, span, mood)
            if launched is None:
                continue
            thing = launched
        if thing.type in NO_TOPIC or (words.endswith("ว่า") and _STATES.match(folded, span.start, span.end)):
            continue
        if thing.type is EntityType.INITIATIVE and _TO_BE_HELD.match(folded, span.end):
            reading.anchor = [thing]
        # What somebody is for he is for now, unless he will be; a document waits to be adopted.
        now = predicate == "supported" and thing.type is EntityType.TOPIC and mood is Modality.PLANNED
        now = now and (
            not folded.endswith("จะ", clause.start, verb.start)
            or folded.endswith(_VOWS, clause.start, verb.start)
        )
        told_in = Modality.ACTUAL if now else mood
        if reading.paragraph.retelling and told_below(reading, predicate, thing):
            continue
        for actor, said in said_of:
            reading.say(actor, said, thing, spanned(clause, span), f"{verb.value}.v1", told_in)


def _objects(reading: Reading, clause: Clause, index: int, start: int) -> list[Span]:
    """What is proposed, supported or launched from ``start`` on: phrases, or the whole of a sentence."""
    verb, folded = clause.items[index], reading.scan.folded
    if folded.endswith("ที่", verb.start, verb.end):
        return glad_of(reading, start, clause.end)
    found = phrases_after(reading, clause, start)
    spans = [span for span in found if not folded.startswith(NAMED_BELOW, span.end)]
    if verb.value.startswith("launch"):
        return _set_up(reading, spans)
    if not spans and folded.startswith(AGREES, verb.start) and folded.endswith("ว่า", 0, verb.end):
        return glad_that(reading, start + folded.startswith(" ", start), clause.end)
    return spans


def _set_up(reading: Reading, spans: list[Span]) -> list[Span]:
    """What is set up: the first thing, and what is named beside it, but not what else is done."""
    return spans[:1] + [s for s in spans[1:] if object_of(reading, s).type is not EntityType.TOPIC]


def _said_of(reading: Reading, actor: Draft, predicate: Predicate, words: str) -> Predicate:
    """What an act says of its actor: what a meeting would set up or propose is talked of there."""
    if actor.type is not EntityType.MEETING:
        return predicate
    if actor is reading.talk and predicate == "proposed" and any(word in words for word in _FOR_IT):
        # ``ทั้งสองฝ่ายมุ่งผลักดัน X``, ``ทั้งสองฝ่ายเห็นควรขยาย X``: both are for it.
        return "supported"
    if actor is reading.talk and predicate == "supported":
        return predicate
    weighed = words in _WEIGHS_THINGS or predicate in ("proposed", "launched")
    return "discussed" if weighed else predicate


def _tells_of_talk(folded: str, at: int) -> bool:
    """Whether a headline tells of a talk; else what it praises is told in full below, or is no act."""
    end = folded.find("\n", at)
    return _TALK.search(folded, folded.rfind("\n", 0, at) + 1, end if end >= 0 else len(folded)) is not None


def _is_act(reading: Reading, clause: Clause, index: int, start: int, subject: list[Draft]) -> bool:
    """Whether a verb whose object begins at ``start`` states an act of its subject."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if folded.endswith("การ", 0, verb.start) and not folded.endswith(PART_IN, 0, verb.start):
        return False
    if reading.carried and is_of_unnamed(reading, clause, verb, subject):
        return False
    if _ONLY_IF.search(folded, max(clause.start - _IF_REACH, 0), verb.start):
        return False
    if any(
        is_none(reading, clause, index)
        for is_none in (is_told_of_things, is_done_besides, is_entitled, is_for_others_to_see)
    ):
        return False
    if verb.value == "support" and (
        folded.endswith(_OF_WHAT, clause.start, verb.start)
        or (
            _SUPPORT_COURTESY.match(folded, start)
            and not folded.endswith(WORKS, verb.start, start)
            and not (
                folded.startswith(("ที่จะ", " ที่จะ"), start)
                and (folded.endswith(_TO_DO, verb.start, start) or folded.startswith(AGREES, verb.start))
            )
            and not (folded.startswith("ที่", start) and folded.endswith(RESOLVES, verb.start, start))
        )
        or folded.endswith(_NO_SUPPORT_BEHIND, clause.start, verb.start)
        or (reading.carried and all(draft.type is EntityType.ORGANIZATION for draft in subject))
        or (reading.paragraph.retelling and len(subject) < 2 and not _tells_of_talk(folded, verb.start))
        or (
            folded.endswith(_JUST_HELPS, clause.start, verb.start)
            and _SURE_OF.search(folded, max(0, verb.start - _SURE_REACH), verb.start) is not None
        )
    ):
        return False
    if folded.endswith("ยินดีกับ", verb.start, verb.end):
        greeted = next(clause.after(index), None)
        if greeted is not None and greeted.kind in PEOPLE and greeted.start <= verb.end + 1:
            # Whoever is wished well is met with courtesy, whatever he has been elected to.
            return False
    if folded.endswith("ที่", clause.start, verb.start) and _NAMES.match(folded, start):
        # ``หน่วยงานที่ให้การสนับสนุน อาทิ A และ B``: the list is of those who do it.
        return False
    project = verb.value == "launch-net" and folded.startswith("โครงการ", verb.end)
    if (verb.value == "launch" or project) and (
        folded.endswith(_NO_LAUNCH, 0, verb.start)
        or (project and folded.endswith(_ASKED, 0, verb.start))
        or _is_only_meant(folded, clause, index)
        or (first(subject, EntityType.PERSON) is not None and not actors_before(reading, clause, index))
    ):
        # Who speaks does not set up what he tells was set up.
        return False
    if verb.value == "propose" and (
        is_no_proposal(folded, clause, index) or _is_end_of_talk(reading, clause, index)
    ):
        return False
    return not is_thanked_for(reading, clause, index)


def _is_only_meant(folded: str, clause: Clause, index: int) -> bool:
    """Whether what would be set up is only proposed or supported yet: ``ไทยเสนอจัดตั้งกองทุน ก``."""
    last = clause.last_verb(index)
    before = clause.items[last] if last >= 0 else None
    if before is None or before.value not in ("propose", "support"):
        return False
    return _TO_DO_IT.fullmatch(folded, before.end, clause.items[index].start) is not None


def _is_end_of_talk(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether two sides talk to some end, and so propose nothing: ``A และ B หารือเพื่อผลักดัน X``."""
    if not reading.scan.folded.endswith(_TO_WHAT_END, clause.start, clause.items[index].start):
        return False
    return any(item.kind == "verb" and item.value in TALKS for item in clause.before(index))
