"""Whose a talk is that is told without its own subject: by a noun, or carried over from the one before."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.model import EntityType
from kg.relations.meetings.own_state import is_of_this_state
from kg.relations.meetings.programme import PROGRAMME
from kg.relations.meetings.sides import opens_with_talk
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import PEOPLE
from kg.relations.sentence.reading import Reading, first


def told_by_noun(
    reading: Reading, clause: Clause, index: int, own: list[Draft], others: list[Draft]
) -> list[Draft]:
    """Whose talk is told of by a noun, which has no subject of its own: his who was last to act.

    Where the noun opens the sentence nobody acts before it: releases tell of whom their own officials met.
    """
    folded, verb = reading.scan.folded, clause.items[index]
    told_of = own and not reading.carried and folded.endswith("มีการ", 0, verb.start)
    noun = folded.endswith("การ", 0, verb.start) and not folded.endswith(PROGRAMME, 0, verb.start)
    if not noun or told_of:
        return own
    who, opens = reading.person, opens_with_talk(reading, clause, verb)
    by_host = opens and reading.host is not None
    if first(own, EntityType.PERSON) is not None and not (by_host and reading.carried):
        return own
    if not others and not opens:
        # ``ในการพบปะกับภาคเอกชน``: of the meeting that is on, as often.
        return own
    if by_host:
        who = reading.host
    elif reading.principals and who is reading.principals[1]:
        # Whom somebody met last does not hold the next talk: who met him does.
        who = reading.principals[0]
    return [who] if who is not None and who not in others else []


def who_reports(reading: Reading, own: list[Draft], others: list[Draft]) -> list[Draft]:
    """Whose talk a sentence without a subject tells of: not of the guest before with the next guest.

    ``A พบ B … นอกจากนี้ยังได้หารือกับ C``: releases tell of whom their own officials met.
    """
    host = reading.host
    if not reading.carried or host is None or host in own or host in others:
        return own
    people = [d for d in own if d.type is EntityType.PERSON]
    met = first(others, EntityType.PERSON)
    abroad = (met is not None and bool(met.posts)) or others[0].name.startswith("บริษัท")
    abroad = abroad and not any(is_of_this_state(reading, d) for d in (*people, *others))
    return [host] if people and abroad and all(d.posts for d in people) else own


def is_part_of_another(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a talk is only where somebody plays his part: ``ชื่นชมบทบาทของเอกอัครราชทูต ก ในการหารือกับ ข``."""
    folded, verb = reading.scan.folded, clause.items[index]
    who = next(clause.before(index), None)
    return (
        who is not None
        and who.kind in PEOPLE
        and folded.endswith("ของ", clause.start, who.start)
        and folded[who.end : verb.start].strip() == "ในการ"
    )
