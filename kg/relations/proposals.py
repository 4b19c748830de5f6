"""Proposals told by a noun or in passing: ``ข้อเสนอของ X``, ``แนวคิดของ X``, ``ตามที่ X เสนอ``."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.entities.register import Draft
from kg.relations.clauses import resolve
from kg.relations.items import Item
from kg.relations.objects import PROPOSAL, object_of, phrases_at, thing_in
from kg.relations.reading import Clause, Reading
from kg.relations.referents import draft_of
from kg.text import Span

_ON_WHAT = re.compile(r" ?(?:ในการ|ที่จะ|เรื่อง|เกี่ยวกับ|ให้|ว่าด้วย)")
_AS = ("ตามที่", "ตามที่ ")
_NOTHING = re.compile(r" |$|\n|และ")
# Not more than so many things are decided in one clause.
_DECIDED_LATELY = 12
_IDEAS = ("แนวคิด", "ข้อริเริ่ม", "ความริเริ่ม", "วิสัยทัศน์")
_OF = re.compile(" ?ของ ?(?:ประเทศ|รัฐบาล)?")


def owned(reading: Reading, start: int, end: int) -> None:
    """``ข้อเสนอของ X ในการ…``: what is called somebody's proposal was proposed by him."""
    scan = reading.scan
    for match in PROPOSAL.finditer(scan.folded, start, end):
        hit = scan.names_at.get(match.end())
        if hit is None or hit.type not in ("Country", "Organization"):
            continue
        rest = _ON_WHAT.match(scan.folded, hit.end, end)
        if rest is None:
            continue
        thing = thing_in(reading, rest.end(), min(end, rest.end() + 60), end)
        if thing is None:
            spans = phrases_at(reading, rest.end(), end)
            thing = object_of(reading, spans[0]) if spans else None
        if thing is not None:
            reading.say(
                reading.register.entry(hit.entry),
                "proposed",
                thing,
                Span(match.start(), min(end, rest.end() + 80)),
                "proposal.v1",
            )


def ideas(reading: Reading, items: list[Item]) -> None:
    """``แนวคิด "บ้าน 5 หลัง" ของ X``: whose idea something is called has proposed it."""
    folded = reading.scan.folded
    for thing, owner in pairwise(items):
        if (
            thing.kind != "thing"
            or owner.kind not in ("person", "role", "country")
            or not folded.startswith(_IDEAS, thing.start)
            or not _OF.fullmatch(folded, thing.end, owner.start)
        ):
            continue
        idea = draft_of(thing, reading.register)
        for draft in resolve(reading, owner):
            if idea is not None:
                reading.say(draft, "proposed", idea, Span(thing.start, owner.end), "idea-of.v1")


def is_as_proposed(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether ``ตามที่ S เสนอ`` stands behind what somebody else has decided."""
    verb = clause.items[index]
    folded = reading.scan.folded
    if folded[verb.start : verb.end] not in ("เสนอ", "ได้เสนอ", "นำเสนอ") or not _NOTHING.match(
        folded, verb.end
    ):
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
