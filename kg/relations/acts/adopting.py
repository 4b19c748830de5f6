"""Documents that somebody adopts: told by a verb or by a noun, one by one or in a list."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.model import EntityType, Modality, Predicate
from kg.relations.acts.document_lists import PRESS, TEXT, adopting_meeting, documents_named, vouched
from kg.relations.acts.signed_documents import ON_A_DAY, document_told_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, tells_for_others
from kg.relations.sentence.items import ACTORS, Item
from kg.relations.sentence.objects import object_of
from kg.relations.sentence.phrases import paragraph_end, phrases_after, spanned
from kg.relations.sentence.reading import Reading, first, is_actor_or_meeting, is_of_cabinet
from kg.relations.sentence.referents import cabinet, draft_of
from kg.relations.sentence.resolved import Resolved
from kg.text import Span, spaced_behind, without_brackets

# ``เอกสารผลลัพธ์ 4 ฉบับ ดังนี้``: each line of the list that follows is a document.
_COUNTED = expression(rf"\d ?ฉบับ ?{any_of('as_follows', 'leads_to_list', 'that_is')} ?")
_COUNT_REACH = 60
# ``เอกสารสำคัญ 2 ฉบับ ได้แก่ X และ Y``: behind it stand the documents, in the same sentence.
_NAMED_BEHIND = expression(
    r" ?(?:ร่าง)?(?:เอกสาร|(?:(?!ซึ่ง|โดย|ได้แก่|อาทิ)[^\n()]){0,90}?(?:และเอกสาร|\d ฉบับ))"
    rf"(?:(?!ซึ่ง|โดย)[^\n()]){{0,80}}?{any_of('leads_to_list', 'that_is')} ?(?=[^\s])"
)
_QUOTED = expression(r' ?"[^"\n]{6,90}"(?: ?\([^()\n]{2,80}\))?')
_IN_MEETING = rf"ใน{any_of('in_the_course')}?การประชุม"
_WHICH = expression(rf"(?:ร่าง)?เอกสาร(?:ผลลัพธ์)? ?(?:ที่จะ|{_IN_MEETING})")
_BY_KIND = expression(
    rf"(?:ร่าง)?(?P<kind>{alternatives('kinds_of_documents')})"
    rf"(?:และเอกสาร(?:ที่เกี่ยวข้อง|อื่น)| ?ฯ|ดังกล่าว|ฉบับนี้| ?{_IN_MEETING}|[ ]?$)"
)
_THIS_ONE = ("ฉบับนี้", "ฉบับดังกล่าว")
_TEXTS = words_of("heads_of_texts")
_TOLD_OF = words_of("points_back")
_AT = (*spaced_behind("ใน"), "ณ ", "ที่", "ระหว่าง", *(f"ใน{while_}" for while_ in words_of("in_the_course")))
_NO_ACT = words_of("no_act_of_adopting")
# What joins a document to the verb behind it: ``X ซึ่งเราจะร่วมกันรับรองในวันนี้``.
_WHICH_IS = expression(
    rf' ?(?:\([^()\n]{{2,120}}\))?"? ?(?:ที่|ซึ่ง)(?:{any_of("members_of_meetings")}[^ \n]{{0,24}}?)?'
    rf"(?:จะ|ได้)?{any_of('does_together')}*"
)
# A document that is brought before a meeting: ``X ไปรับรองในการประชุม M``, ``X ที่จะเสนอให้ผู้นำรับรองในการประชุม M``.
_IS_BROUGHT = expression(
    r" ?(?:\([^()\n]{2,120}\))? ?(?:\d{1,2} ฉบับ)?(?:ดังกล่าว)? ?(?:ที่|ซึ่ง)?(?:จะ)?(?:มีการ)?(?:นำ)?"
    r"(?:ไป|(?:เข้า|เสนอ|นำเสนอ)(?:สู่|ต่อ|ให้|แก่)?[^ \n]{0,40}? ?(?:เพื่อ)?)(?:พิจารณา)?(?:ให้การ)?"
)
_AT_IT = expression("ที่ประชุม(?:ฯ| ฯ)? ?(?:ได้|จะ|ยัง)?มีการ(?:ให้การ)?$")
_AND = "และ"
_AND_MEETING = expression(r" ?(?:,|และ) ?")
_NOTHING_BEHIND = expression(
    rf" ?(?:และรับทราบ)?(?:ใน(?={alternatives('occasions')})|ระหว่าง(?=การประชุม)|ณ |$|\n|[ ]|แล้ว|ไป)"
)
_AT_MEETING = expression(rf"(?:เอกสาร)? ?(?:ใน|ระหว่าง){any_of('in_the_course')}?(?:ที่|การ)ประชุม")
_CABINET = expression(
    r"(?:มติ|ที่ประชุม) ?(?:คณะรัฐมนตรี|ครม\.?) ?(?:\([^()\n]{2,40}\))? *(?:ครั้งที่ ?\d+ ?)?(?:เมื่อวันที่ [^\n]{4,30} ?)?"
    r"(?:ได้|ก็|จึง)?(?:มีมติ)? ?$"
)
_CABINET_REACH = 110
# ``เอกสารผลลัพธ์ 6 ฉบับ ปูทางสู่…``: behind the number another thing is told.
_COPIES = expression(r"\d ฉบับ(?= )")
# An adoption that is told by a noun, and not asked for or supported: after a word of happening, in a list.
_BY_NOUN = expression(
    rf"(?:และ|{alternatives('before_nouns_of_doing', 'leads_to_list', 'that_is', 'joins_more')}|"
    r"[)\n•*.-]|(?<!เรื่อง)  |^) ?การ(?:ให้การ)?$"
)
_NOUN_REACH, _AT_IT_REACH = 16, 26
_IN_LIST = expression(r"(?:[)\n•*.-] ?|  )การ(?:ให้การ)?$")
_PASSIVE = spaced_behind("ได้รับการ", "มีการ", "ได้รับความ", "ผ่านความ", "ได้รับ")
# ``X ยังไม่ได้รับความเห็นชอบจาก S``, ``X มิได้ผ่านความเห็นชอบจาก S``
_NOT_PASSED = expression(r"(?:ไม่|มิ)(?:เคย|ได้|ยอม| ){0,3}(?:ได้รับ(?:การ|ความ)?|มีการ|ผ่านความ) ?$")
_NOT_REACH = 36
_ON_CONDITION = expression(rf"(?:{alternatives('conditions')})(?!แต่)")
# So much stands at most between a document and ``ได้รับการรับรองโดย``: further on something else is approved.
_PASSED_REACH = 40
_AGREES = words_of("verbs_of_approving", "verbs_of_agreeing")


def adopt(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S รับรอง X``, or ``X ได้รับการรับรองโดย S``; what is no document is agreed to, and so supported."""
    verb = clause.items[index]
    folded = reading.scan.folded
    told_after = _is_told_by_noun(folded, verb) and _is_document(reading, verb.end)
    if not told_after and folded.endswith(_PASSIVE, clause.start, verb.start):
        _adopted_by(reading, clause, index, mood)
        return
    if _told_of_it(reading, clause, index, mood):
        return
    actors = _adopters(reading, clause, index, subject, told_after=told_after)
    if actors is None or _told_before(reading, clause, index, actors, mood):
        return
    if actors and _adopt_named(reading, clause, index, actors, mood):
        return
    for phrase in phrases_after(reading, clause, verb.end):
        if folded.startswith(("การประชุม", "ที่ประชุม"), phrase.start):
            continue
        copies = _COPIES.search(folded, phrase.start, phrase.end)
        span = Span(phrase.start, copies.end() if copies is not None else phrase.end)
        _adopt_one(reading, clause, index, actors, span, mood)


def _adopters(
    reading: Reading, clause: Clause, index: int, subject: list[Draft], *, told_after: bool
) -> list[Draft] | None:
    """Who adopts what a verb governs; None where its noun tells of no adoption."""
    verb, folded = clause.items[index], reading.scan.folded
    actors = _cabinet(reading, clause, index) or [
        d for d in subject if is_actor_or_meeting(d) and not tells_for_others(d)
    ]
    listing = reading.lists.listing
    on = (listing.event if listing is not None else None) or adopting_meeting(reading) or reading.event
    behind = _meetings_behind(reading, clause, index) if told_after else []
    if behind:
        actors = behind
    elif told_after and _AT_IT.search(folded, max(clause.start, verb.start - _AT_IT_REACH), verb.start):
        # ``ที่ประชุมมีการรับรอง X``: the meeting that the text is on, whatever others it has named.
        actors = [d for d in subject if d.type is EntityType.MEETING] or ([] if on is None else [on])
    elif told_after and on is not None and not (is_of_cabinet(on) or on.name.startswith(PRESS)):
        # ``ในห้วงการประชุมฯ จะมีการรับรอง X``: the meeting adopts it; of a list the one that it was announced at.
        left = folded[max(0, verb.start - _NOUN_REACH) : verb.start]
        named = None if _IN_LIST.search(left) else first(reading.anchor, EntityType.MEETING)
        actors = [named if named is not None and named.named else on]
    elif folded.endswith(_NO_ACT, 0, verb.start):
        return None
    elif not actors and _vouches(folded, verb):
        # ``ผู้นำอาเซียนได้รับรอง X``: whom no name tells adopt it at the meeting that is on.
        actors = _where_adopted(reading, clause, index)
    return [reading.whole_of(draft) for draft in actors]


def _cabinet(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``แถลงมติคณะรัฐมนตรี (9 พฤษภาคม) เห็นชอบ X``: the cabinet, which stands right before the verb."""
    folded, start = reading.scan.folded, clause.items[index].start
    hit = _CABINET.search(folded[max(clause.start, start - _CABINET_REACH) : start])
    return [cabinet(reading.register)] if hit else []


def _told_of_it(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """``X ซึ่งคณะรัฐมนตรีเห็นชอบไปแล้ว``: who is told of X to adopt it; whether it is told so."""
    folded, end = reading.scan.folded, clause.items[index].end
    if not (_NOTHING_BEHIND.match(folded, end) or folded.startswith(ON_A_DAY, end)):
        return False
    thing, actors = document_told_of(reading, clause, index) or (None, [])
    document = draft_of(thing, reading.register) if thing is not None else None
    adopters = [d for actor in actors for d in actors_of(reading, actor)]
    adopters += [actor.draft for actor in actors if actor.kind == "meeting" and actor.draft is not None]
    if thing is None or document is None:
        return False
    for adopter in adopters:
        reading.say(adopter, "adopted", document, Span(thing.start, clause.end), "adopt-before.v1", mood)
    return bool(adopters)


def _told_before(reading: Reading, clause: Clause, index: int, actors: list[Draft], mood: Modality) -> bool:
    """``X ที่ผู้นำจะรับรองในการประชุม M``: what stands before the verb is adopted; whether it is told so."""
    verb, folded = clause.items[index], reading.scan.folded
    if not _vouches(folded, verb) or not _NOTHING_BEHIND.match(folded, verb.end):
        return False
    thing = next((item for item in clause.before(index) if item.kind == "thing"), reading.last_document)
    if thing is None or thing.value != "OutcomeDocument":
        return False
    brought = _IS_BROUGHT.fullmatch(folded, thing.end, verb.start) is not None
    brought = brought and bool(_meetings_behind(reading, clause, index))
    if not (brought or _WHICH_IS.fullmatch(folded, thing.end, verb.start)):
        return False
    document = draft_of(thing, reading.register)
    mood = Modality.PLANNED if brought else mood
    for actor in _where_adopted(reading, clause, index) or actors:
        if document is not None:
            reading.say(actor, "adopted", document, Span(thing.start, clause.end), "adopt-before.v1", mood)
    return True


def _adopt_one(
    reading: Reading, clause: Clause, index: int, actors: list[Draft], span: Span, mood: Modality
) -> None:
    """Say of one thing that a verb governs who adopts it, or agrees to it."""
    verb, folded = clause.items[index], reading.scan.folded
    by_meeting = any(draft.type is EntityType.MEETING for draft in actors)
    thing = (
        _told_earlier(reading, span)
        or _adopted_text(reading, verb, span, by_meeting=by_meeting)
        or object_of(reading, span)
    )
    predicate: Predicate = "adopted" if thing.type is EntityType.DOCUMENT else "supported"
    by_people = all(draft.type is EntityType.PERSON for draft in actors)
    if predicate == "adopted" and actors and by_people:
        actors = _where_adopted(reading, clause, index) or actors
    if _speaks_of_documents(folded, span):
        reach = min(span.end + _COUNT_REACH, paragraph_end(reading, clause))
        counted = _COUNTED.search(folded, span.start, reach)
        reading.lists.resolved = Resolved(tuple((d, mood) for d in actors), "adopted", counted is not None)
        vouched(reading, actors, mood, span.start)
        if _WHICH.match(folded, span.start) or (
            counted is not None and folded.startswith("\n", counted.end())
        ):
            # What they are together is told, and the lines that follow name each of them.
            return
    # Goods and lots are approved, too; and what is still to be agreed to is only put before somebody.
    agreed = mood is not Modality.PLANNED and folded.startswith(_AGREES, verb.start)
    if predicate == "supported" and (not agreed or folded.endswith(_THIS_ONE, span.start, span.end)):
        return
    for actor in actors:
        reading.say(actor, predicate, thing, spanned(clause, span), "adopt.v1", mood)


def _vouches(folded: str, verb: Item) -> bool:
    """Whether a verb says of a text that it is adopted, and not that something is agreed to."""
    return folded.find("รับรอง", verb.start, verb.end) >= 0


def _is_told_by_noun(folded: str, verb: Item) -> bool:
    """``จะมีการรับรอง X``, ``3) การรับรอง X``: whether a noun of the verb tells that X is adopted."""
    left = folded[max(0, verb.start - _NOUN_REACH) : verb.start]
    return left.endswith("การ") and _BY_NOUN.search(left) is not None


def _adopt_named(reading: Reading, clause: Clause, index: int, actors: list[Draft], mood: Modality) -> bool:
    """Whether each of several named documents is adopted, and not what tells of them together; read then.

    ``S รับรองเอกสาร 2 ฉบับ ได้แก่ X และ Y``.
    """
    verb = clause.items[index]
    end = paragraph_end(reading, clause)
    told = _NAMED_BEHIND.match(reading.scan.folded, verb.end, end)
    if told is None:
        return False
    documents = documents_named(reading, told.end(), end, texts=_vouches(reading.scan.folded, verb))
    if not documents:
        return False
    if all(draft.type is EntityType.PERSON for draft in actors):
        actors = _where_adopted(reading, clause, index) or actors
    for document, span in documents:
        for actor in actors:
            reading.say(actor, "adopted", document, spanned(clause, span), "adopt-listed.v1", mood)
    return True


def _told_earlier(reading: Reading, span: Span) -> Draft | None:
    """``รับรองร่างปฏิญญาและเอกสารที่เกี่ยวข้อง``: by its kind alone, the document of that kind named last."""
    kind = _BY_KIND.match(reading.scan.folded, span.start)
    if kind is None:
        return None
    drafts = reversed(reading.register.drafts.values())
    return next((d for d in drafts if d.type is EntityType.DOCUMENT and kind["kind"] in d.name), None)


def _adopted_text(reading: Reading, verb: Item, span: Span, *, by_meeting: bool) -> Draft | None:
    """``รับรองกรอบการฟื้นฟู``, ``รับรอง "เป้าหมาย ก"``: a text that is one by being adopted."""
    folded = reading.scan.folded
    if not _vouches(folded, verb):
        return None
    quoted = _QUOTED.match(folded, span.start, span.end) is not None and by_meeting
    if not (TEXT.match(folded, span.start, span.end) or quoted) or folded.endswith(_TOLD_OF, 0, span.end):
        return None
    noun = reading.scan.word_at("nouns", span.start)
    if noun is not None and noun.value in ("OutcomeDocument", "Initiative"):
        return None
    title = " ".join(reading.text(span.start, span.end).split())
    return reading.register.thing(EntityType.DOCUMENT, title.strip('"“”'))


def _where_adopted(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``ผู้นำได้รับรอง X ในการประชุม M``: what people adopt at a meeting is adopted by it."""
    told = _meetings_behind(reading, clause, index)
    on = None if told else adopting_meeting(reading)
    return [on] if on is not None else told


def _meetings_behind(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The meetings at which a verb tells, behind it, that it is done: ``ในการประชุม M และการประชุม N``."""
    folded = reading.scan.folded
    found: list[Draft] = []
    edge = clause.items[index].end
    for item in clause.after(index):
        if item.kind == "verb" and not (item.start - edge == len(_AND) and folded.startswith(_AND, edge)):
            break
        if item.kind != "meeting" or item.draft is None:
            continue
        if found and not _AND_MEETING.fullmatch(folded, edge, item.start):
            break
        if found or folded.endswith(_AT, 0, item.start):
            found.append(item.draft)
            edge = item.end
    return found


def _speaks_of_documents(folded: str, span: Span) -> bool:
    """Whether a phrase tells of documents that a list may name: ``ร่างเอกสาร … จำนวน 5 ฉบับ``."""
    counted = folded.find("ฉบับ", span.start, span.end + _COUNT_REACH) >= 0
    return counted or folded.startswith(_TEXTS, span.start)


def _is_document(reading: Reading, at: int) -> bool:
    """Whether a document is named at ``at``, a space aside."""
    at += reading.scan.folded.startswith(" ", at)
    noun = reading.scan.word_at("nouns", at)
    return noun is not None and noun.value == "OutcomeDocument"


def _adopted_by(reading: Reading, clause: Clause, index: int, mood: Modality) -> None:
    document = last_document(reading, clause, index)
    folded = reading.scan.folded
    if _vouches(folded, clause.items[index]) and _AT_MEETING.match(folded, clause.items[index].end):
        # ``เอกสารซึ่งจะมีการรับรองในการประชุม``: which, is told behind.
        vouched(reading, _where_adopted(reading, clause, index), mood, clause.start)
    at = clause.items[index].start
    if document is None or _ON_CONDITION.search(folded, clause.start, at):
        # ``หาก X ได้รับความเห็นชอบจาก S``: whether it does so is not told.
        return
    if _NOT_PASSED.search(folded[max(clause.start, at - _NOT_REACH) : at]):
        mood = Modality.NEGATED
    for item in clause.after(index):
        if item.kind in ("verb", "mood"):
            break
        if item.kind == "meeting" and item.draft is not None and folded.endswith(_AT, 0, item.start):
            # ``X ซึ่งได้รับการรับรองในการประชุม M ที่ไทยเป็นประธาน``: M adopts it, and who stands behind M does not.
            reading.say(item.draft, "adopted", document, clause, "adopted-by.v1", mood)
            break
        if item.kind in ACTORS and not item.qualifies:
            if folded.find(")", clause.items[index].end, item.start) > 0 or not _is_passed(
                reading, clause, index
            ):
                break
            for draft in actors_of(reading, item):
                reading.say(draft, "adopted", document, clause, "adopted-by.v1", mood)


def _is_passed(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether it is the document that is approved, and no site or person: ``X ได้รับการรับรองเป็น Y``."""
    verb, document = clause.items[index], _document_before(reading, clause, index)
    if document is None or reading.scan.folded.startswith(("เป็น", "ให้เป็น"), verb.end):
        return False
    return len(without_brackets(reading.scan.folded[document.end : verb.start])) <= _PASSED_REACH


def last_document(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """The document named before a verb: in its clause, else the one that the text named last."""
    document = _document_before(reading, clause, index)
    return draft_of(document, reading.register) if document is not None else None


def _document_before(reading: Reading, clause: Clause, index: int) -> Item | None:
    named = (i for i in clause.before(index) if i.kind == "thing" and i.value == "OutcomeDocument")
    return next(named, reading.last_document)
