"""Committees and commissions of two states: both take part in them."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import NameHit, any_of, cue, words_of
from kg.model import EntityType
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import Span

_HEADS = cue("คณะกรรม", *words_of("joint_committees_shortened"))
# What is called so belongs to two states.
_JOINT = expression(
    rf"คณะกรรม(?:าธิ)?การ{any_of('kinds_of_joint_committees')}|"
    rf"(?<![A-Z]){any_of('joint_committees_shortened')}(?![A-Za-z])"
)
_BETWEEN = expression(rf"[^\n]{{0,12}}?ระหว่าง ?{any_of('leads_to_state')}?")
_AND_STATE = expression(rf" ?(?:[-–]|กับ|และ) ?{any_of('leads_to_state')}?")
_PAIR_BEHIND = expression(r" ?(?:\([^()\n]{1,80}\))? ?")
# What is still to be set up has no members.
_SET_UP = (*words_of("verbs_of_founding"), "จัดทำ")
_KINDS = frozenset({"framework", "body", "meeting"})
# How far behind a name the two states may stand.
_REACH = 90


def joint_bodies(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """``คณะกรรมาธิการร่วมไทย - ลาว``, ``การประชุม JC ระหว่างไทยกับลาว``: both states take part."""
    if not reading.scan.cued(_HEADS, start, end):
        return
    folded = reading.scan.folded
    for item in items:
        if item.kind not in _KINDS or not _JOINT.search(folded, item.start, item.end):
            continue
        if folded.endswith(_SET_UP, 0, item.start):
            continue
        states = _two_states(reading, item)
        mechanism = _mechanism(reading, item) if states else None
        if mechanism is None:
            continue
        evidence = Span(item.start, max(item.end, states[1].end))
        for state in states:
            drafted = reading.register.entry(state.entry)
            reading.say(drafted, "participatesIn", mechanism, evidence, "joint-body.v1")


def _mechanism(reading: Reading, item: Item) -> Draft | None:
    """The committee that an item names, or whose meeting it is."""
    draft = draft_of(item, reading.register)
    if draft is None or draft.type is not EntityType.MEETING:
        return draft
    over = next(
        (r.object for r in reading.relations if r.subject == draft.id and r.predicate == "underFramework"), ""
    )
    above = reading.register.drafts.get(over)
    return above if above is not None and above.type is EntityType.FRAMEWORK else None


def _two_states(reading: Reading, item: Item) -> list[NameHit]:
    """The two states that are named in the name of a committee or right behind it; empty for none."""
    scan = reading.scan
    between = _BETWEEN.match(scan.folded, item.end, item.end + _REACH)
    behind = _PAIR_BEHIND.match(scan.folded, item.end)
    begins = []
    if item.kind != "meeting":
        # In the name of a meeting they tell who comes to it.
        begins += [hit.start for hit in scan.names_within(item.start, item.end) if hit.type == "Country"]
    begins += [found.end() for found in (behind, between) if found is not None]
    for begin in begins:
        first = scan.names_at.get(begin)
        joined = _AND_STATE.match(scan.folded, first.end) if first is not None else None
        second = scan.names_at.get(joined.end()) if joined is not None else None
        if first is not None and second is not None and {first.type, second.type} == {"Country"}:
            return [first, second]
    return []
