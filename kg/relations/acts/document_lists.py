"""Lists of documents: in a sentence, behind what tells of them together, and line by line."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import after, alternatives, any_of, words_of
from kg.mentions.phrases import phrase_end
from kg.mentions.things import read_thing
from kg.model import EntityType, Modality
from kg.relations.sentence.items import Item
from kg.relations.sentence.notes import Voucher
from kg.relations.sentence.parties import two_parties
from kg.relations.sentence.reading import Reading, is_of_cabinet
from kg.relations.sentence.resolved import Resolved
from kg.relations.sentence.topics import line_topic
from kg.text import Span

# Texts that need not be adopted, and are documents where they are.
TEXT = expression(rf"(?:ร่าง)?{any_of('kinds_of_texts')}(?=[ก-ฮเ-ไ \"])")
TEXT_BEGINS = expression(rf"(?:(?<=[ ,)])|(?<=และ)|{after('joins_more')})(?={TEXT.pattern})")
_LIST_ENDS = expression(rf" {any_of('opens_anew')}|\n")
# In a line that is nothing but its name a document may be told to some end: ``ปฏิญญา ก เพื่อส่งเสริมการค้า``.
_LINE_GOES_ON = expression(
    r" (?:เพื่อ|และ)(?!จะ|ได้|ให้)(?:(?! อัน)[^\n()]){3,110}?"
    rf"(?=$| +{any_of('opens_anew', 'acts_of_documents')})"
)
_ITEM_BEGINS = expression(rf"(?:^|[ ,)]|และ|{alternatives('joins_more')})$")
_BETWEEN = "ระหว่าง"
PRESS = words_of("press_conferences")
_SHORTEST_TITLE = 10
_NO_TITLE = (*words_of("points_back"), "เรื่อง")
# ``เอกสารภาคผนวก 2 ฉบับ``: of which it is told behind what they are.
_SEVERAL = expression(r"(?:ร่าง)?เอกสาร.{0,40}\d ฉบับ")
# The Latin name of a document, told in a bracket at the end of its line.
_ITS_LATIN = expression(r" ?\([A-Z0-9][^ก-๙]{12,300}\)$")
# ``ร่างเอกสารทั้ง 8 ฉบับ … มีรายละเอียดดังนี้``: documents that were told of before are listed.
_ANNOUNCES = expression(r"เอกสาร[^\n]{0,40}?\d{1,2} ฉบับ[^\n]{0,700}$")
_POINTS, _OPENER = expression("(?<!เอกสาร)(?:ประเด็น|สาระ)"), 60
# What was agreed to so far before is another matter.
_VOUCHED_REACH = 3000
_TO_BE_ADOPTED = expression(
    rf"เอกสาร[^\n]{{0,24}}?(?:ที่|ซึ่ง)[^ \n]{{0,24}}?(?:จะ|ได้)?{any_of('does_together')}*รับรอง"
    rf"(?:(?!ซึ่ง|โดย)[^\n]){{0,60}}? ?{any_of('leads_to_list', 'that_is')} ?(?=[^\s])"
)


def documents_named(reading: Reading, start: int, end: int, *, texts: bool) -> list[tuple[Draft, Span]]:
    """The documents of a list within a sentence that begins at ``start``, and where each is named.

    With ``texts`` what is none elsewhere (``คู่มือ…``, ``หลักการ…``) is one as well.
    """
    scan = reading.scan
    found: list[tuple[Draft, Span]] = []
    edge = start
    places = {noun.start for noun in scan.within("nouns", start, end) if noun.value == "OutcomeDocument"}
    if texts:
        places |= {match.start() for match in TEXT_BEGINS.finditer(scan.folded, start, end)}
    for place, following in pairwise([*sorted(places), end]):
        if place < edge:
            continue
        if _LIST_ENDS.search(scan.folded, edge, place):
            break
        if not _ITEM_BEGINS.search(scan.folded[max(start, place - 8) : place]):
            continue
        named = document_at(reading, place, end, following)
        if named is not None:
            found.append(named)
            edge = named[1].end
    return found


def document_at(reading: Reading, at: int, end: int, following: int) -> tuple[Draft, Span] | None:
    """The document that a list names at ``at``, and its place; ``following`` is where the next may begin."""
    noun = reading.scan.word_at("nouns", at)
    if noun is None or noun.value != "OutcomeDocument":
        span = Span(at, phrase_end(reading.scan, at, following))
        title = " ".join(reading.text(span.start, span.end).split())
        told = len(span) >= _SHORTEST_TITLE and not title.endswith(_NO_TITLE)
        return (reading.register.thing(EntityType.DOCUMENT, title), span) if told else None
    thing = read_thing(reading.scan, noun, following if reading.scan.folded[following - 1] == " " else end)
    if thing is None or not thing.named or _SEVERAL.fullmatch(thing.surface):
        return None
    return reading.register.mentioned(thing), thing.span


def listed_document(reading: Reading, start: int, end: int) -> bool:
    """Read a line of a list of documents that somebody adopts or signs; whether it is one."""
    told = reading.lists.resolved
    named = _line(reading, start, end, counted=told.counted) if told is not None else None
    if told is None or named is None:
        return False
    document, span = named
    for actor, mood in told.actors or _signers(reading, told, start, end):
        reading.say(actor, told.predicate, document, span, "listed-document.v1", mood)
    return True


def _line(reading: Reading, start: int, end: int, *, counted: bool) -> tuple[Draft, Span] | None:
    """The document that a line of a list names; of a list that was counted each line is one."""
    noun = reading.scan.word_at("nouns", start)
    span = line_topic(reading, start, end)
    if noun is not None and noun.value == "OutcomeDocument":
        thing = read_thing(reading.scan, noun, end)
        if thing is None or not thing.named:
            return None
        goes_on = _LINE_GOES_ON.match(reading.scan.folded, thing.span.end, end)
        if goes_on is None:
            return reading.register.mentioned(thing), thing.span
        span = Span(thing.span.start, goes_on.end())
        title = " ".join(reading.text(span.start, span.end).split())
        return reading.register.mentioned(thing, title), span
    if span is None or not counted:
        return None
    bracket = _ITS_LATIN.search(reading.scan.folded, span.start, span.end)
    title = " ".join(reading.text(span.start, bracket.start() if bracket else span.end).split())
    return reading.register.thing(EntityType.DOCUMENT, title), span


def _signers(reading: Reading, told: Resolved, start: int, end: int) -> list[tuple[Draft, Modality]]:
    """Who signs a document of a list: its parties, else the states of the two who witness it."""
    between = reading.scan.folded.find(_BETWEEN, start, end)
    parties = two_parties(reading, between + len(_BETWEEN), end) if between >= 0 else []
    if between < 0 and told.at is not None:
        come = {r.subject for r in reading.relations if (r.predicate, r.object) == ("attended", told.at.id)}
        sides = (r.object for r in reading.relations if r.predicate == "represents" and r.subject in come)
        states = [reading.register.drafts[side] for side in dict.fromkeys(sides)]
        parties = states if len(states) == 2 else []
    return [(party, told.mood) for party in parties]


def note_documents(reading: Reading, start: int, end: int) -> None:
    """``ร่างเอกสารทั้ง 8 ฉบับ ประกอบด้วย``, at the end of a paragraph: what was agreed to together is listed."""
    told = reading.lists.resolved
    is_line = reading.paragraph.mark >= 0
    if (
        told is not None
        and told.counted
        and not is_line
        and _POINTS.search(reading.scan.folded, max(start, end - _OPENER), end)
    ):
        # What a document is about is listed, and not what there is besides it.
        reading.lists.resolved = None
        return
    signed = told is not None and told.predicate != "adopted"
    vouchers = reading.lists.vouchers
    if not vouchers or signed or _ANNOUNCES.search(reading.scan.folded, start, end) is None:
        return
    near = tuple((each.who, each.mood) for each in vouchers if start - each.at <= _VOUCHED_REACH)
    if near:
        reading.lists.resolved = Resolved(near, "adopted", counted=True)


def vouched(reading: Reading, actors: list[Draft], mood: Modality, at: int) -> None:
    """Keep in mind who adopts documents that are told of together, until each is named."""
    again = {draft.id for draft in actors}
    others = [each for each in reading.lists.vouchers if each.who.id not in again]
    reading.lists.vouchers = others + [Voucher(draft, mood, at) for draft in actors]


def to_be_adopted(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """``เอกสารที่จะมีการรับรองในการประชุมครั้งนี้ ได้แก่ X และ Y``: the meeting that is on adopts each."""
    folded = reading.scan.folded
    if folded.find("รับรอง", start, end) < 0:
        return
    told = _TO_BE_ADOPTED.search(folded, start, end)
    if told is None:
        return
    inside = next((i for i in items if i.kind == "meeting" and told.start() < i.start < told.end()), None)
    meeting = inside.draft if inside is not None and inside.draft is not None else adopting_meeting(reading)
    if meeting is None:
        return
    mood = Modality.PLANNED if folded.find("จะ", told.start(), told.end()) >= 0 else Modality.ACTUAL
    for document, span in documents_named(reading, told.end(), end, texts=True):
        reading.say(meeting, "adopted", document, Span(told.start(), span.end), "to-be-adopted.v1", mood)


def adopting_meeting(reading: Reading) -> Draft | None:
    """The meeting that documents are for: the one that is on, and not the cabinet's that agreed to them."""
    for draft in (reading.event, *reading.anchor, reading.named_last):
        is_named = draft is not None and draft.type is EntityType.MEETING and draft.named
        if draft is not None and is_named and not (draft.name.startswith(PRESS) or is_of_cabinet(draft)):
            return draft
    return None
