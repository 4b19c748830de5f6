"""Those who put on a meeting together: whoever does so with others, and they with him."""

from __future__ import annotations

from collections.abc import Iterable

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import ACTORS, Item
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.subjects import actors_before

# What stands between those who host together: a word that joins them, or a sign of a list.
_BRACKET = r"(?: ?\([^()\n]{1,80}\))?"
_NEXT_HOST = expression(rf"{_BRACKET}[ ,]{{1,2}}")
_WITH_HOST = expression(rf"{_BRACKET}[ ,]{{0,2}}(?:และ|กับ|{any_of('in_company_with', 'joins_more')}) ?")
# Before a partner: ``ร่วมกับ X``, ``โดยความร่วมมือกับ X``; right behind the verb ``(เป็นเจ้าภาพร่วม) | กับ X``.
_WITH = rf"(?:โดย)?(?:{any_of('in_company_with')}|(?:ได้รับ)?ความร่วมมือ(?:กับ|จาก)) ?"
_BEHIND = expression(rf"{_BRACKET}(?:ขึ้น)? ?{_WITH}")
_TOGETHER_WITH = expression(r" ?(?:ร่วม)?กับ ?")
# From the one who leads to his partner.
_LED = expression(rf"{_BRACKET} ?(?:จะ|ได้|ยัง|มีกำหนด| )*{_WITH}")
_JOINS = frozenset({"country", "body"})


def joint_hosts(reading: Reading, after: Iterable[Item]) -> list[Item]:
    """Those who host something together; whom a space alone parts do where a word joins another to them."""
    hosts: list[Item] = []
    sure = 0
    for item in after:
        if item.kind not in ACTORS or item.qualifies:
            continue
        gap = reading.scan.folded[hosts[-1].end : item.start] if hosts else ""
        joined = not hosts or _WITH_HOST.fullmatch(gap) is not None
        if hosts and not ((joined or _NEXT_HOST.fullmatch(gap)) and item.kind in ("country", "body")):
            break
        hosts.append(item)
        sure = len(hosts) if joined else sure
    return hosts[:sure]


def partners_behind(reading: Reading, clause: Clause, index: int) -> list[Item]:
    """The states and bodies with which somebody hosts, behind the verb: ``A จัด M ร่วมกับ B และ C``."""
    folded, verb = reading.scan.folded, clause.items[index]
    edge = verb.end
    for item in clause.after(index):
        if item.kind == "verb":
            break
        if item.kind in _JOINS and not item.qualifies:
            if edge == verb.end and _TOGETHER_WITH.fullmatch(folded, edge, item.start):
                return joint_hosts(reading, clause.starting(item.start))
            together = _BEHIND.fullmatch(folded, edge, item.start)
            return joint_hosts(reading, clause.starting(item.start)) if together is not None else []
        edge = item.end
    return []


def with_leader(reading: Reading, clause: Clause, index: int, hosts: list[Draft]) -> list[Draft]:
    """The hosts with the one who leads them: ``A กระทรวง ก ร่วมกับ B จัด M``, ``A เป็นเจ้าภาพร่วมกับ B จัด M``."""
    folded, items = reading.scan.folded, clause.items
    at = index
    while at and items[at - 1].kind in _JOINS and _is_among(reading, items[at - 1], hosts):
        at -= 1
    if at in (0, index):
        return hosts
    edge, start = items[at - 1].end, items[at].start
    if items[at - 1].kind == "verb":
        joint = items[at - 1].value == "host" and _TOGETHER_WITH.fullmatch(folded, edge, start) is not None
        leads = actors_before(reading, clause, at - 1) if joint else None
        return list(dict.fromkeys((*(leads or []), *hosts)))
    if _LED.fullmatch(folded, edge, start) is None:
        return hosts
    # The ministry of a house stands between it and the one with whom it acts.
    leader = next((item for item in reversed(items[:at]) if not item.qualifies), None)
    if leader is None or leader.kind not in ACTORS:
        return hosts
    return list(dict.fromkeys((*actors_of(reading, leader), *hosts)))


def _is_among(reading: Reading, item: Item, hosts: list[Draft]) -> bool:
    return not item.qualifies and any(draft in hosts for draft in actors_of(reading, item))
