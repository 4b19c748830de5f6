"""The two parties that a text names side by side."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.mentions.bodies import body_at
from kg.model import EntityType
from kg.relations.names import foreign_body
from kg.relations.reading import Reading

_AND_PARTY = re.compile(r" ?(?:\([^()]*\))? ?(?:กับ|และ) ?")


def two_parties(reading: Reading, start: int, end: int) -> list[Draft]:
    """The two bodies or states that ``กับ`` or ``และ`` joins from ``start`` on."""
    scan, register = reading.scan, reading.register
    found: list[Draft] = []
    at = start
    for _ in range(2):
        hit = scan.names_at.get(at)
        foreign = foreign_body(scan, hit, end) if hit is not None else None
        body = foreign or (body_at(scan, at, end) if hit is None or hit.type != "Country" else None)
        if body is not None:
            draft = register.thing(EntityType.ORGANIZATION, body.surface, body.cls)
            for name in body.latin:
                register.bind(name, draft)
            at = body.span.end
        elif hit is not None and hit.type in ("Country", "Organization"):
            draft = register.entry(hit.entry)
            at = hit.end
        else:
            break
        found.append(draft)
        joined = _AND_PARTY.match(scan.folded, at, end)
        if joined is None:
            break
        at = joined.end()
    return found if len(found) == 2 else []
