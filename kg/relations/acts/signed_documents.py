"""Which documents a verb of signing is of: those behind it, or the one that it tells of."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of
from kg.mentions.things import read_thing
from kg.model import EntityType
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import ACTORS, Item
from kg.relations.sentence.parties import two_parties
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import Span

_BETWEEN = "ระหว่าง"
JOINED = expression(f" ?(?:และ|กับ|ร่วมกับ) ?{any_of('leads_to_state')}?")
# A title in Latin letters, and the words by which one is known for a document's.
_LATIN_TITLE = expression(
    r"""(?:ใน)? ?["“]?(?P<title>[A-Z][A-Za-z0-9’'&(),.: -]{5,200}[A-Za-z0-9)])(?=["” \n]|[ก-ฮเ-ไ]|$)"""
)
_LATIN_KIND = expression(f"(?i:{alternatives('latin_kinds_of_documents')})")
# ``X (ABC) ซึ่ง | ไทยและลาว | ได้ร่วมกัน | ลงนาม``; ``X | ที่ได้มีการ | ลงนามเมื่อ…``.
_IN_BRACKET = r" ?(?:\([^()\n]{2,160}\))?[\"”]? ?"
_WHICH_SOMEBODY = expression(rf"{_IN_BRACKET}(?:ที่|ซึ่ง|อัน)?(?:ทาง|ฝ่าย|รัฐบาล(?:ของ)?|ประเทศ)?")
_WHICH_WAS = expression(rf"{_IN_BRACKET}{any_of('was_signed_before')}")
_WHICH_WAS_THEN = expression(rf"{_IN_BRACKET}{any_of('was_signed_before')}?")
ON_A_DAY = ("เมื่อ", " เมื่อ")
_HAS_SIGNED_IT = expression(" ?(?:ก็|จะ|ได้|เคย|เพิ่ง|มีการ|มีมติ|ร่วมกัน|ร่วม){0,4}")
_WITH_WHOM = ("กับ", "ร่วมกับ", " กับ", " ร่วมกับ")
# So far behind the verb, or the document before it, a document is signed.
_NEXT_REACH = 24
_LEADS_IN = expression(r" ?(?:ใน)? ?[\"“]?")


def documents_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The documents that a verb of signing governs; ``ผู้ลงนาม`` and ``ร่วมกันลงนาม`` mean the last one."""
    verb = clause.items[index]
    documents: list[Draft] = []
    end = verb.end
    latin = _latin_title(reading, verb.end, clause.end)
    if latin is not None:
        title = reading.text(latin.start, latin.end).strip()
        return [reading.register.thing(EntityType.DOCUMENT, title)]
    project = _project_signed(reading, verb.end, clause.end)
    if project is not None:
        return [project]
    for item in clause.after(index):
        if item.kind == "thing" and item.value == "OutcomeDocument" and item.start - end <= _NEXT_REACH:
            if reading.scan.folded.endswith("เจรจา", end, item.start):
                # What is still negotiated is not signed.
                break
            draft = draft_of(item, reading.register)
            if draft is not None:
                documents.append(draft)
                end = item.end
        elif item.kind == "verb":
            break
    last = reading.last_document
    folded = reading.scan.folded
    told_again = folded.endswith(("ผู้", "ร่วมกัน"), 0, verb.start)
    if last is not None and folded.startswith(_WITH_WHOM, verb.end):
        # ``พิธีลงนาม X โดยมี A ลงนามร่วมกับ B``: what was told of as signed in the same paragraph.
        told_again = (
            folded.find("\n", last.start, verb.start)
            < 0
            <= folded.find("ลงนาม", max(0, last.start - _NEXT_REACH), last.start)
        )
    if not documents and last is not None and told_again:
        document = draft_of(last, reading.register)
        return [document] if document is not None else []
    return documents


def between_whom(reading: Reading, thing: Item) -> list[Draft]:
    """The two between whom a document is by its name."""
    between = reading.scan.folded.find(_BETWEEN, thing.start, thing.end)
    return two_parties(reading, between + len(_BETWEEN), thing.end) if between >= 0 else []


def document_told_of(reading: Reading, clause: Clause, index: int) -> tuple[Item, list[Item]] | None:
    """The document before a verb that tells of it, and who is named between as signing it."""
    folded, verb = reading.scan.folded, clause.items[index]
    actors: list[Item] = []
    edge = verb.start
    for item in clause.before(index):
        if item.kind == "thing":
            break
        joined = (JOINED if actors else _HAS_SIGNED_IT).fullmatch(folded, item.end, edge)
        if joined is None or item.kind not in (*ACTORS, "speaker", "meeting"):
            return None
        actors.append(item)
        edge = item.start
    thing = next((i for i in clause.before(index) if i.kind == "thing"), reading.last_document)
    if thing is None or thing.value != "OutcomeDocument" or thing.end > edge:
        return None
    told = _WHICH_SOMEBODY if actors else _WHICH_WAS
    if not actors and folded.startswith(ON_A_DAY, verb.end):
        told = _WHICH_WAS_THEN
    return (thing, actors[::-1]) if told.fullmatch(folded, thing.end, edge) else None


def _latin_title(reading: Reading, start: int, end: int) -> Span | None:
    """The document named in Latin letters at ``start``: ``ลงนาม Record of Discussions ระหว่าง A กับ B``."""
    match = _LATIN_TITLE.match(reading.document.text, start, end)
    if match is None or _LATIN_KIND.search(match["title"]) is None:
        return None
    return Span(*match.span("title"))


def _project_signed(reading: Reading, start: int, end: int) -> Draft | None:
    """``ลงนามโครงการ ก``: what elsewhere is an initiative is a document where it is signed."""
    led = _LEADS_IN.match(reading.scan.folded, start, end)
    noun = reading.scan.word_at("nouns", led.end()) if led is not None else None
    if noun is None or noun.value != "Initiative":
        return None
    thing = read_thing(reading.scan, noun, end)
    if thing is None or not thing.named:
        return None
    return reading.register.thing(EntityType.DOCUMENT, thing.surface)
