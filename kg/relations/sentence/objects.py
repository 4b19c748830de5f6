"""The things that phrases name: documents, initiatives, mechanisms, topics."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, cue
from kg.mentions.things import read_thing
from kg.model import EntityType
from kg.relations.sentence.reading import Reading
from kg.text import Span

_IN_BRACKET = expression(r" ?\([^()\n]{2,80}\) ?")
# What is named besides what is talked of or supported.
NO_TOPIC = frozenset({EntityType.COUNTRY, EntityType.PERSON, EntityType.PLACE})
PROPOSAL_OF = cue("ข้อเสนอของ")
PROPOSAL = expression(r"ข้อเสนอ(?:ของ)(?:ประเทศ|ฝ่าย)?")
# What is done to a document or an initiative does not change which one is spoken of, nor how far it has come:
# ``การจัดทำความตกลง``, ``ความคืบหน้าของการเจรจาความตกลง``.
_WRAPPER = expression(
    rf"(?:(?:การ)?{any_of('deeds_upon_plans')}|"
    r"(?:กระบวนการ|แนวทาง)(?=การ|เจรจา|จัดทำ|พัฒนา)|"
    rf"{any_of('states_of_plans')}(?:ของ|เกี่ยวกับ|ใน)?|ผล(?:สำเร็จ)?ของ|"
    r"ให้มี|มี|ข้อเสนอ(?=โครงการ)|กรอบ(?=ความตกลง))+ ?"
)


def thing_in(reading: Reading, start: int, stop: int, end: int) -> Draft | None:
    """The first document or initiative named between ``start`` and ``stop``."""
    for noun in reading.scan.within("nouns", start, stop):
        if noun.value in ("OutcomeDocument", "Initiative"):
            thing = read_thing(reading.scan, noun, end)
            if thing is not None and thing.named:
                return reading.register.thing(EntityType(thing.type), thing.surface, thing.cls)
    return None


def object_of(reading: Reading, span: Span) -> Draft:
    """What a phrase names: a document or an initiative by its head noun, a lexicon name, else a topic."""
    scan, register = reading.scan, reading.register
    text = reading.document.text
    laid = reading.laid.told_at(scan.folded, span.start) if reading.laid is not None else None
    if laid is not None:
        return laid
    surface = " ".join(span.of(text).split())
    if scan.folded.startswith("ข้อเสนอของ", span.start):
        proposed = thing_in(reading, span.start + 6, span.end + 24, min(len(text), span.end + 160))
        if proposed is not None:
            return proposed
    wrapper = _WRAPPER.match(scan.folded, span.start, span.end)
    start = wrapper.end() if wrapper else span.start
    known = scan.names_at.get(start)
    if known is not None and known.type in ("OutcomeDocument", "Initiative"):
        return register.entry(known.entry, reading.text(start, known.end))
    noun = scan.word_at("nouns", start)
    if noun is not None and noun.value in ("OutcomeDocument", "Initiative"):
        thing = read_thing(scan, noun, span.end)
        if thing is not None and thing.named:
            return register.mentioned(thing)
    hit = scan.names_at.get(span.start)
    if (
        hit is not None
        and hit.type in ("Framework", "Organization")
        and (span.end - hit.end <= 1 or _IN_BRACKET.fullmatch(scan.folded, hit.end, span.end))
    ):
        return register.entry(hit.entry, surface)
    if (
        hit is None
        and wrapper
        and (inner := scan.names_at.get(start)) is not None
        and inner.type == "Framework"
    ):
        return register.entry(inner.entry, reading.text(inner.start, inner.end))
    bound = register.bound(surface)
    if bound is not None:
        return bound
    return register.thing(EntityType.TOPIC, surface)


def unwrapped(folded: str, start: int, end: int) -> int:
    """Where a phrase names what something is done to: ``การจัดทำความตกลง ก`` is the agreement."""
    wrapper = _WRAPPER.match(folded, start, end)
    return wrapper.end() if wrapper else start
