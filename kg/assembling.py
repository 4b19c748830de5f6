"""From what was read to claims: which facts stand, and which of them are one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from kg.confidence import confidence
from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, signatures
from kg.model import (
    Assertion,
    DateValue,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Modality,
    Naming,
    Predicate,
    Relation,
)
from kg.relations.meetings.retinue import is_anybody
from kg.relations.named import only_named
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.signs import LASTING
from kg.text import Span

# How many characters of the words behind a refused fact the report shows.
_QUOTED = 120
# How many years back the news of a document reaches, how many its memory, and how many ahead its plans.
_LONGEST_NEWS = 3
_LONGEST_MEMORY = 80
_LONGEST_PLAN = 10
# Words that tell of a proposal already made.
_SAID_NOW = expression(
    f"(?<!จะ)ได้(?:ร่วม)?(?:{alternatives('lays_before')}|ผลักดัน)|{alternatives('asks_of_others')}"
)


def assemble(*readings: Reading) -> Extraction:
    """Relations to assertions: one claim however often it is read, with all its evidence.

    ``readings`` are those of the matters of one document, which share its register.
    """
    reading = readings[0]
    document = reading.document
    relations: list[Relation] = []
    refused: list[tuple[str, str]] = []
    for matter in readings:
        stand, fall = _standing(matter)
        relations += stand
        refused += fall
    used = {r.subject for r in relations}
    used.update(r.object for r in relations if not r.literal)
    named = {draft.id: span for draft, span in only_named(readings, used)}
    entities = reading.register.finished(used | named.keys())
    keys = {e.id: e.key for e in entities}
    pooled: dict[tuple[str, str, str, bool], list[Relation]] = {}
    met: dict[frozenset[str], tuple[str, str]] = {}
    for r in relations:
        subject, predicate, object_, _, _, _, _, literal = r
        if predicate == "metWith":
            # Two people met each other once, whichever of them the text names first.
            subject, object_ = met.setdefault(frozenset((subject, object_)), (subject, object_))
        claim = (keys[subject], predicate, object_ if literal else keys[object_], literal)
        group = pooled.get(claim)
        if group is None:
            pooled[claim] = [r]
        else:
            group.append(r)
    places: dict[tuple[int, int], tuple[Span, str]] = {}
    assertions = tuple(_assertion(document, claim, group, places) for claim, group in pooled.items())
    told = {keys[id_] for id_ in used}
    first: dict[str, Span] = {}
    for id_, span in named.items():
        if keys[id_] not in told:
            first.setdefault(keys[id_], span)
    namings = tuple(Naming(key, *_place(document, span, places)) for key, span in first.items())
    return Extraction(document, tuple(_merged(entities)), assertions, tuple(refused), namings)


def _standing(reading: Reading) -> tuple[list[Relation], list[tuple[str, str]]]:
    """The relations that stand, and the words of those that a check refuses, each with the reason."""
    document = reading.document
    drafts = reading.register.drafts
    relations = _settled(reading)
    dates: dict[str, set[str]] = defaultdict(set)
    for r in relations:
        if r.predicate == "heldOn":
            dates[r.subject].add(r.object)
    standing: list[Relation] = []
    refused: list[tuple[str, str]] = []
    for r in relations:
        if is_anybody(drafts[r.subject]) or (not r.literal and is_anybody(drafts[r.object])):
            # What is told of ministers or ambassadors as such is told of nobody in particular.
            continue
        fault = _misfit(r.predicate, drafts[r.subject].type, None if r.literal else drafts[r.object].type)
        if r.predicate == "heldOn":
            # Of two dates of one thing that agree stands the one that says more: a day before its year.
            if any(_says_more(date, r.object) for date in dates[r.subject]):
                continue
            fault = fault or _untimely(r, drafts, document.published)
        if fault:
            refused.append((fault, r.evidence.of(document.text)[:_QUOTED]))
        else:
            standing.append(r)
    return standing, refused


def _merged(entities: list[Entity]) -> list[Entity]:
    """One entity a key: two drafts may have come to the same name."""
    found: dict[str, Entity] = {}
    for entity in entities:
        known = found.setdefault(entity.key, entity)
        if known is not entity:
            found[entity.key] = known._replace(
                aliases=tuple(dict.fromkeys((*known.aliases, *entity.aliases))),
                refs=tuple(dict.fromkeys((*known.refs, *entity.refs))),
            )
    return list(found.values())


def _assertion(
    document: Document,
    claim: tuple[str, str, str, bool],
    group: list[Relation],
    places: dict[tuple[int, int], tuple[Span, str]],
) -> Assertion:
    """The claim that all of ``group`` make; ``places`` keeps what was mapped to the raw text already."""
    subject, predicate, object_, literal = claim
    if len(group) == 1:
        _, _, _, span, found_by, modality, signs, _ = group[0]
        raw, quote = _place(document, span, places)
        only = Evidence(document.id, raw, quote, found_by, confidence(signs), signs)
        return Assertion(subject, predicate, object_, literal, modality, (only,))
    evidence: dict[tuple[int, int, str], Evidence] = {}
    for _, _, _, span, found_by, _, signs, _ in group:
        raw, quote = _place(document, span, places)
        key = (raw.start, raw.end, found_by)
        if key not in evidence:
            evidence[key] = Evidence(document.id, raw, quote, found_by, confidence(signs), signs)
    told = tuple(evidence.values() if len(evidence) == 1 else map(evidence.__getitem__, sorted(evidence)))
    return Assertion(subject, predicate, object_, literal, _mood(group), told)


def _place(
    document: Document, span: Span, places: dict[tuple[int, int], tuple[Span, str]]
) -> tuple[Span, str]:
    """Where in the raw text a stretch stands, and its words there."""
    where = (span.start, span.end)
    place = places.get(where)
    if place is None:
        raw = document.offsets.to_raw(span)
        place = places[where] = (raw, raw.of(document.raw))
    return place


def _mood(group: list[Relation]) -> Modality:
    """A claim that is denied anywhere is denied; one that has happened anywhere has happened."""
    moods = {r.modality for r in group}
    return next(m for m in (Modality.NEGATED, Modality.ACTUAL, Modality.PLANNED) if m in moods)


@cache
def _misfit(predicate: Predicate, subject: EntityType, object_: EntityType | None) -> str:
    """Why a property cannot stand between two types by the ontology; empty where it can.

    ``object_`` is None for a literal.
    """
    if predicate not in signatures():
        return f"{predicate}: the ontology has no such property"
    domains, ranges = signatures()[predicate]
    if domains and subject not in domains:
        return f"{predicate}: {_one(subject)} cannot be its subject"
    if object_ is None or not ranges or object_ in ranges:
        return ""
    return f"{predicate}: {_one(object_)} cannot be its object"


def _untimely(relation: Relation, drafts: Mapping[str, Draft], published: DateValue | None) -> str:
    """Why a date cannot be that of the event; empty where it can.

    A document tells of meetings without a name (talks, calls) as news: a year that lies far from its
    own belongs to something else that the sentence names, an anniversary or an agenda. A meeting
    with a name may be remembered after long, but is not announced decades ahead.
    """
    if published is None:
        return ""
    ahead = int(relation.object[:4]) - int(published.start[:4])
    past = _LONGEST_NEWS if not drafts[relation.subject].named else _LONGEST_MEMORY
    if -past <= ahead <= _LONGEST_PLAN:
        return ""
    return f"heldOn: {relation.object} lies too far from the document's own date, {published.start}"


def _one(type_: EntityType) -> str:
    return f"an {type_}" if type_[0] in "AEIOU" else f"a {type_}"


def _says_more(date: str, than: str) -> bool:
    start, _, until = date.partition("/")
    if "/" in than or date == than:
        return False
    if until and len(than) == len(start):
        return start <= than <= until
    return len(start) > len(than) and start.startswith(than)


def _meetings_of_two(reading: Reading) -> dict[frozenset[str], set[str]]:
    """The events at which two people met: those to which both came."""
    people: dict[str, set[str]] = defaultdict(set)
    for relation in reading.relations:
        if relation.predicate == "attended":
            people[relation.object].add(relation.subject)
    found: dict[frozenset[str], set[str]] = {}
    for relation in reading.relations:
        if relation.predicate == "metWith":
            pair = frozenset({relation.subject, relation.object})
            both = {event for event, who in people.items() if pair <= who}
            found[pair] = both or {""}
    return found


def _is_said_now(reading: Reading, relation: Relation) -> bool:
    """``ประเด็นที่ไทยได้ผลักดัน``, ``เห็นว่าควร…``, ``ขอให้…``: proposed already, whatever is still to come."""
    words = reading.text(relation.evidence.start, relation.evidence.end)
    return relation.found_by.startswith("urge") or _SAID_NOW.search(words) is not None


def _settled(reading: Reading) -> list[Relation]:
    """A coming event is planned in all that happens at it; one whose date has passed keeps its mood."""
    coming = {event for event, dates in reading.known.dates.items() if all(map(reading.is_coming, dates))}
    coming |= reading.known.coming - reading.known.dates.keys()
    if not coming:
        return reading.relations
    at_event = reading.event is not None and reading.event.id in coming
    meetings = _meetings_of_two(reading)
    settled = []
    for relation in reading.relations:
        if relation.predicate not in LASTING and relation.modality is Modality.ACTUAL:
            ahead = relation.subject in coming or relation.object in coming
            if relation.predicate == "metWith":
                ahead = meetings.get(frozenset({relation.subject, relation.object}), {""}) <= coming
            proposed_there = at_event and relation.predicate in ("proposed", "launched")
            if ahead or (proposed_there and not _is_said_now(reading, relation)):
                settled.append(relation._replace(modality=Modality.PLANNED))
                continue
        settled.append(relation)
    return settled
