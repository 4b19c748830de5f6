"""The text of one matter of several: who resolves on it, and who laid it before him.

``คณะรัฐมนตรีมีมติเห็นชอบร่างความตกลง ก ตามที่กระทรวง ข เสนอ``: the cabinet adopts the draft, the ministry
proposed it. Whatever else a paragraph tells is read as anywhere, with nobody carried into it.
"""

from __future__ import annotations

from itertools import islice

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.phrases import phrase_end
from kg.mentions.scan import Scan, Word
from kg.mentions.things import read_thing
from kg.model import EntityType, Modality, Predicate
from kg.relations.acts.whose_act import NEEDS
from kg.relations.sentence.clause import REACH, Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import ACTORS, Item, index_at
from kg.relations.sentence.reading import LINE_MARK, LISTING, Reading
from kg.relations.sentence.referents import cabinet
from kg.relations.sentence.resolved import Laid, Resolved
from kg.text import Span, spaced_behind

_LETS = spaced_behind("ให้")
_CABINET = ("คณะรัฐมนตรี", "ครม")
# Acts of the resolution, which are read here.
_OF_RESOLUTION = frozenset({"adopt", "support", "propose", "launch", "launch-net", "discuss"})
_LAID_AS = "ตามที่"
_JOINS = expression(r"[ ,]*+(?:\([^()\n]{1,60}\))?[ ,]*+(?:และ|กับ|ร่วมกับ|โดย)?[ ,]*+")
_BEFORE_OBJECT = expression(
    r" ?(?:(?:ใน|เป็น)?หลักการ(?:และรายละเอียด)?(?:ของ|ต่อ)?|ต่อ|การ(?=ร่าง)|ให้|กับ)?"
    r"(?:(?:สาระสำคัญ|สารัตถะ|เนื้อหา)ของ)? ?"
)
_DRAFT = expression(r"\(?ร่าง\)? ?(?!กาย|ทรง)(?=[ก-ฮเ-ไ])")  # ร่างกาย, ร่างทรง: a body, a medium
# What is asked of whom one lays a matter before, and how far behind that it is told.
_TO_RESOLVE = (*words_of("asks_to_resolve"), *_CABINET)
_ASKED_REACH = 120
_HEARER_REACH = 24
# How far behind its mark the verb of a point stands.
_OPENING = 12
_NO_OBJECT = words_of("no_object_of_agreeing")
_WAS = words_of("done_before")
_ONLY_TOLD = words_of("only_tells_of_agreeing")
# ``เป็นผู้ลงนาม``: somebody is let sign, or two where he has two posts.
_AS_SIGNER = words_of("as_signers")
_TO_SIGNER = words_of("to_signers")
_MOST_SIGNERS = 2
_SHORTEST_NAME = 10
# So much of a resolution is quoted that goes on without naming what it is on.
_QUOTED = 160
_ACT = f"(?:{any_of('agrees_to', 'hears_of')})"
# How a paragraph begins that tells a resolution, or a point of one.
_RESOLUTION = expression(
    rf"\s*+(?:\(?\d{{1,2}}(?:\.\d{{1,2}})*+[.)]? *+)?"
    rf"(?P<who>{any_of('resolvers')})? ?(?:\([^()\n]{{2,12}}\) ?)?"
    rf"(?:ได้|ก็|จึง)?(?P<rules>มีมติ)? ?(?P<acts>(?:{_ACT}(?: ?(?:และ|,|/|รวมทั้ง) ?(?={_ACT}))?)*)"
)
_AGREEING = expression(any_of("agrees_to"))
_LAYING = expression(any_of("lays_before"))


def resolved(reading: Reading, laid: Laid, items: list[Item], start: int, end: int) -> list[Item]:
    """Read what a paragraph of a matter resolves; the items that are left to be read as anywhere."""
    folded = reading.scan.folded
    reading.subject = []
    reading.event = laid.event
    reading.to_come = False
    for item in items:
        if item.kind == "thing" and item.draft is None:
            item.draft = laid.told_at(folded, item.start)
    told = _RESOLUTION.match(folded, start, end)
    if told is None:
        return items
    numbered = LINE_MARK.match(folded, start, end) is not None
    if told["who"] is not None and (told["rules"] or told["acts"]):
        resolver = _who(reading, laid, told["who"])
    elif laid.pointed and told["acts"] and numbered:
        resolver = laid.resolver
    else:
        # The points of a resolution are numbered lines, of what is to be done: another paragraph ends them.
        reading.to_come = laid.pointed and numbered
        reading.laid = laid._replace(pointed=reading.to_come)
        return items
    if resolver is None:
        return items
    is_point = told["who"] is None
    if not is_point:
        # What is only heard of (``รับทราบผลการประชุม ดังนี้``) has points of its own, and no resolution has.
        hears = told["acts"] and _AGREEING.search(told["acts"]) is None
        pointed = not hears and folded[start:end].rstrip().endswith(LISTING)
        reading.laid = laid._replace(resolver=resolver, pointed=pointed)
        if pointed:
            # Of the points, those that are a document and no more are adopted too.
            actors = [(resolver, Modality.ACTUAL)]
            actors += [(laid.adopts, Modality.PLANNED)] if laid.adopts is not None else []
            reading.lists.resolved = Resolved(tuple(actors), "adopted", counted=False)
    _tell(reading, laid, resolver, items, Span(told.end("acts"), end), told["acts"], start, is_point=is_point)
    # What is agreed to is still to be done.
    reading.to_come = _AGREEING.search(folded, start, told.end()) is not None
    signed = _signers(reading, laid, items, start, end)
    return [_settled(item, signed) for item in items]


def _settled(item: Item, signed: set[int]) -> Item:
    """An act of the resolution, which was read: it only parts whoever stands before it from what follows."""
    if item.kind != "verb" or not (item.value in _OF_RESOLUTION or item.start in signed):
        return item
    return Item(item.start, item.end, item.kind, item.draft, "resolved", item.payload)


def _signers(reading: Reading, laid: Laid, items: list[Item], start: int, end: int) -> set[int]:
    """``อนุมัติให้รัฐมนตรี ก เป็นผู้ลงนามในร่าง ข``: who is to sign; where the verbs stand that were read."""
    folded = reading.scan.folded
    read: set[int] = set()
    for at, verb in enumerate(items):
        if verb.kind != "verb" or verb.value != "sign" or not folded.endswith(_AS_SIGNER, start, verb.start):
            continue
        read.add(verb.start)
        signers = (
            []
            if folded.endswith(_TO_SIGNER, start, verb.start)
            else _let(reading, items[max(0, at - REACH) : at], start)
        )
        found = _named(reading, laid, verb.end + folded.startswith("ใน", verb.end) * len("ใน"), end)
        documents = [found[0]] if found is not None else list(laid.things)
        for signer in signers:
            for document in documents:
                if document.type is EntityType.DOCUMENT:
                    told = Span(start, min(end, (found[1] if found is not None else verb.end)))
                    reading.say(signer, "signed", document, told, "sign.v1", Modality.PLANNED)
    return read


def _let(reading: Reading, before: list[Item], start: int) -> list[Draft]:
    """Whom ``ให้`` names that somebody lets do a thing, the nearest; empty where nobody is let."""
    folded = reading.scan.folded
    named: list[Draft] = []
    for item in reversed(before):
        if item.kind in ACTORS:
            named = [*(draft for draft in actors_of(reading, item) if draft not in named), *named]
            if folded.endswith(_LETS, start, item.start):
                return named[:_MOST_SIGNERS]
    return []


def _who(reading: Reading, laid: Laid, words: str) -> Draft | None:
    """Who resolves: the cabinet where it is named, else whoever the matter lay before."""
    if any(word in words for word in _CABINET):
        return cabinet(reading.register)
    return laid.resolver


def thing_at(scan: Scan, at: int, end: int) -> tuple[bool, Word | None]:
    """Whether the words at ``at`` name a draft, and the head noun there, or behind the word for a draft."""
    draft = _DRAFT.match(scan.folded, at, end)
    return draft is not None, scan.word_at("nouns", at) or (
        scan.word_at("nouns", draft.end()) if draft is not None else None
    )


def _tell(
    reading: Reading,
    laid: Laid,
    resolver: Draft,
    items: list[Item],
    rest: Span,
    acts: str,
    start: int,
    *,
    is_point: bool,
) -> None:
    """Say who adopts or agrees to what, and who proposed it."""
    folded = reading.scan.folded
    proposers, until = _proposers(reading, items, rest.start, rest.end)
    agrees = _AGREEING.search(acts) is not None
    found = _named(reading, laid, rest.start, rest.end)
    named = [found] if found is not None else []
    if not named and not is_point:
        edge = until if proposers else min(rest.end, rest.start + _QUOTED)
        named = [(thing, edge) for thing in laid.things]
    for thing, edge in named:
        told = Span(start, edge)
        if agrees:
            predicate: Predicate = "adopted" if thing.type is EntityType.DOCUMENT else "supported"
            reading.say(resolver, predicate, thing, told, "resolution.v1")
        for proposer in proposers:
            reading.say(proposer, "proposed", thing, Span(start, max(until, told.end)), "as-proposed.v1")
    seen = {thing.id for thing, _ in named}
    for act in _AGREEING.finditer(folded, rest.start, rest.end):
        more = _named(reading, laid, act.end(), rest.end)
        if (
            more is not None
            and more[0].id not in seen
            and more[0].type is EntityType.DOCUMENT
            and not _only_told(folded, act.start())
        ):
            seen.add(more[0].id)
            reading.say(resolver, "adopted", more[0], Span(start, more[1]), "resolution.v1")


def _only_told(folded: str, at: int) -> bool:
    """Whether an act is only told of: ``ที่ได้รับอนุมัติ``, ``เพื่อพิจารณาอนุมัติ``."""
    return folded.endswith(_ONLY_TOLD, 0, at)


def _named(reading: Reading, laid: Laid, at: int, end: int) -> tuple[Draft, int] | None:
    """What a verb governs, and where its words end: a thing of the title, or another document."""
    scan = reading.scan
    lead = _BEFORE_OBJECT.match(scan.folded, at, end)
    at = lead.end() if lead is not None else at
    limit = phrase_end(scan, at, end)
    thing = laid.told_at(scan.folded, at)
    if thing is not None:
        return thing, limit
    is_draft, noun = thing_at(scan, at, end)
    if noun is not None and noun.value == "OutcomeDocument":
        read = read_thing(scan, noun, end)
        if read is None or not read.named:
            return None
        name = reading.text(at, read.span.start) + read.surface
        return reading.register.mentioned(read, name), read.span.end
    if not is_draft or limit - at < _SHORTEST_NAME:
        return None
    return reading.register.thing(EntityType.DOCUMENT, reading.text(at, limit)), limit


def _proposers(reading: Reading, items: list[Item], start: int, end: int) -> tuple[list[Draft], int]:
    """``ตามที่ A และ B เสนอ``: who laid it there, and where that is told to its end."""
    folded = reading.scan.folded
    at = folded.find(_LAID_AS, start, end)
    while at >= 0:
        edge = at + len(_LAID_AS)
        found: list[Draft] = []
        for item in islice(items, index_at(items, edge), None):
            if item.kind not in ACTORS or not _JOINS.fullmatch(folded, edge, item.start):
                break
            found += [draft for draft in actors_of(reading, item) if draft not in found]
            edge = item.end
        joined = _JOINS.match(folded, edge, end)
        lays = _LAYING.match(folded, joined.end() if joined else edge, end)
        if found and lays is not None:
            return found, lays.end()
        at = folded.find(_LAID_AS, at + len(_LAID_AS), end)
    return [], start


def acts_here(
    reading: Reading, laid: Laid, clause: Clause, index: int, subject: list[Draft], *, explicit: bool
) -> bool:
    """Whether an act that a matter tells of is done by whoever is told before it.

    The points of a paper name nobody whose act they are; what somebody is told or asks another to do he does
    not do himself (``ให้กระทรวง ก เสนอ ข``, ``กระทรวง ก เสนอคณะรัฐมนตรีพิจารณาเห็นชอบร่าง ข``).
    """
    verb, folded = clause.items[index], reading.scan.folded
    if verb.value not in _OF_RESOLUTION:
        return True
    if verb.value == "discuss":
        if (
            folded.startswith(NEEDS, verb.start)
            or _is_asked(folded, clause, index)
            or _hears(folded, clause, verb)
        ):
            return False
        if explicit:
            return laid.event is not None or any(draft.type is EntityType.MEETING for draft in subject)
        # ``2.3 ร่วมพิจารณา X``: a point of what the meeting of the title did.
        opens = 0 <= verb.start - reading.paragraph.mark <= _OPENING if reading.paragraph.mark >= 0 else False
        return laid.event is not None and (opens or any(map(_is_meeting, clause.before(index))))
    if verb.value == "propose" and (
        folded.startswith("ว่า", verb.end) or folded.endswith("ว่า", verb.start, verb.end)
    ):
        # What somebody lays before another ``ว่า…`` he only tells.
        return False
    if verb.value == "adopt":
        lead = _BEFORE_OBJECT.match(folded, verb.end)
        if _is_asked(folded, clause, index) or folded.startswith(
            _NO_OBJECT, lead.end() if lead else verb.end
        ):
            return False
        return explicit or laid.event is not None or any(map(_is_meeting, clause.after(index)))
    return explicit and not _is_told_to(folded, clause, index)


def _is_meeting(item: Item) -> bool:
    return item.kind == "meeting" or (item.kind == "speaker" and item.value in ("meeting", "event"))


def _hears(folded: str, clause: Clause, verb: Item) -> bool:
    """``เมื่อคณะรัฐมนตรีพิจารณา X แล้ว``: whether it is the cabinet that weighs it, and not a meeting."""
    left = folded[max(clause.start, verb.start - _HEARER_REACH) : verb.start]
    return any(word in left for word in _CABINET)


def _is_told_to(folded: str, clause: Clause, index: int) -> bool:
    """``ให้กระทรวง ก เสนอ ข``: whether whoever stands before an act is told to do it."""
    actor = next((item for item in clause.before(index) if item.kind in ACTORS), None)
    return actor is not None and folded.endswith(_LETS, clause.start, actor.start)


def plan_signatures(reading: Reading) -> None:
    """Make planned what a matter asks somebody to sign: he has not signed it yet."""
    things = reading.laid.things if reading.laid is not None else ()
    for at, told in enumerate(reading.relations):
        if told.predicate != "signed" or told.modality is not Modality.ACTUAL:
            continue
        document = reading.register.drafts[told.object]
        if document in things or _DRAFT.match(document.name):
            words = reading.text(told.evidence.start, told.evidence.end)
            if not any(word in words for word in _WAS):
                reading.relations[at] = told._replace(modality=Modality.PLANNED)


def _is_asked(folded: str, clause: Clause, index: int) -> bool:
    """Whether somebody lays before another what he is to agree to."""
    at = clause.items[index].start
    return any(
        clause.items[place].value == "propose"
        and at - clause.items[place].end <= _ASKED_REACH
        and any(word in folded[clause.items[place].start : at] for word in _TO_RESOLVE)
        for place in clause.verbs_before(index)
    )
