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
    """``คณะกรรมาธิการร่วมไทย - ลาว``, ``การประชุม JC ระหว่างไทยกับลาว``: both states take part.

    A committee named without its states is that of the two of whom the paragraph tells with another, else of
    the two who talk: ``ทั้งสองฝ่ายจะใช้กลไกคณะกรรมาธิการเขตแดนร่วม``.
    """
    if not reading.scan.cued(_HEADS, start, end):
        return
    folded = reading.scan.folded
    named = [
        (item, _two_states(reading, item))
        for item in items
        if item.kind in _KINDS
        and _JOINT.search(folded, item.start, item.end)
        and not folded.endswith(_SET_UP, 0, item.start)
    ]
    told = next((states for _, states in named if states), [])
    for item, own in named:
        states = own or ([] if item.kind == "meeting" else told)
        ends = [hit.end for hit in states]
        members = [reading.register.entry(hit.entry) for hit in states]
        if not members and item.kind != "meeting":
            members = _two_sides(reading)
        mechanism = _mechanism(reading, item) if members else None
        if mechanism is None:
            continue
        begins = min([item.start, *(hit.start for hit in states)])
        evidence = Span(begins, max([item.end, *ends]))
        rule = "joint-body.v1" if own else "joint-body-of-two.v1"
        for member in members:
            reading.say(member, "participatesIn", mechanism, evidence, rule)


def _two_sides(reading: Reading) -> list[Draft]:
    """The two states whose people hold the talk that is on, ours and another; empty where it is not told."""
    talking = {draft.id for draft in reading.principals}
    states = {
        relation.object
        for relation in reading.relations
        if relation.predicate == "represents" and relation.subject in talking
    }
    drafts = [reading.register.drafts[state] for state in sorted(states)]
    home = reading.register.home()
    of_two = len(drafts) == len(talking) and home in drafts
    return drafts if of_two and all(draft.type is EntityType.COUNTRY for draft in drafts) else []


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
