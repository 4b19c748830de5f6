"""The two parties that a text names side by side."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, entries_of
from kg.mentions.bodies import party_at
from kg.model import EntityType
from kg.relations.sentence.names import foreign_body
from kg.relations.sentence.reading import Reading

_HOME_GOVERNMENT = entries_of("government")
_AND_PARTY = expression(r" ?(?:\([^()]*\))? ?(?:กับ|และ) ?")
# What stands before the name of a state for its government: ``รัฐบาลแห่งราชอาณาจักรไทย``.
_GOVERNMENT = expression(f"(?:รัฐบาลแห่ง|{any_of('leads_to_state')})?")
# A body's short form that the text has told.
_SHORT = expression("[A-Z][A-Za-z0-9&-]+")
# ``สำนักงาน ก แห่งราชอาณาจักรไทย``: of which state a body is.
_OF_STATE = expression(r" ?(?:แห่ง|ของ)?(?:ประเทศ)?")


def two_parties(reading: Reading, start: int, end: int) -> list[Draft]:
    """The two bodies or states that ``กับ`` or ``และ`` joins from ``start`` on."""
    found = parties_from(reading, start, end, 2)
    return found if len(found) == 2 else []


def parties_from(reading: Reading, start: int, end: int, most: int) -> list[Draft]:
    """The bodies and states that ``กับ`` or ``และ`` joins from ``start`` on, at most ``most`` of them."""
    found: list[Draft] = []
    at = start
    for _ in range(most):
        party = _party(reading, at, end)
        if party is None:
            break
        draft, at = party
        found.append(draft)
        joined = _AND_PARTY.match(reading.scan.folded, at, end)
        if joined is None:
            break
        at = joined.end()
    return found


def _party(reading: Reading, start: int, end: int) -> tuple[Draft, int] | None:
    """The body or state named at ``start``, and where its name ends."""
    scan, register = reading.scan, reading.register
    at = start + scan.folded.startswith(" ", start)
    before = _GOVERNMENT.match(scan.folded, at, end)
    if at not in scan.names_at and before is not None:
        at = before.end()
    hit = scan.names_at.get(at)
    foreign = foreign_body(scan, hit, end) if hit is not None else None
    body = foreign or (party_at(scan, at, end) if hit is None or hit.type != "Country" else None)
    if body is not None and (hit is None or body.span.end > hit.end or foreign is not None):
        return register.mentioned(body), body.span.end
    short = _SHORT.match(scan.document.text, at, end) if hit is None else None
    known = register.bound(short.group()) if short is not None else None
    if short is not None and known is not None and known.type is EntityType.ORGANIZATION:
        return known, short.end()
    if hit is None or hit.type not in ("Country", "Organization"):
        return None
    if hit.entry.id in _HOME_GOVERNMENT:
        return register.home(), hit.end
    of = _OF_STATE.match(scan.folded, hit.end, end) if hit.type == "Organization" else None
    state = scan.names_at.get(of.end()) if of is not None else None
    last = state.end if state is not None and state.type == "Country" else hit.end
    return register.entry(hit.entry), last
