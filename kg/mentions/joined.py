"""Acts that are joined before their object is named: ``พร้อมสนับสนุนและอำนวยความสะดวกแก่นักลงทุน``."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.mentions.phrases import clause_follows
from kg.mentions.scan import Scan
from kg.text import spaced_before

_JOINS = spaced_before(*words_of("joins_of_acts"))
_JOINED_ACT = expression(
    f" ?{any_of('joins_of_acts')}(?:จะ|ได้(?!แก่)|ร่วมกัน|ร่วม(?!มือ))?(?:ความพร้อม(?:ของ(?:ไทย|ประเทศไทย))?ในการ)?"
    rf"(?!{alternatives('no_joined_acts')})(?=[ก-ฮเ-ไ])(?=[^ \n]{{12}})"
)


def over_joined(scan: Scan, start: int, end: int) -> int:
    """Where the object begins that stands at ``start`` behind a verb.

    Behind a verb without an object of its own the act that is joined to it is the object, and its joining
    word none of it; a clause that says something of its own is no act of that kind.
    """
    folded = scan.folded
    joined = _JOINED_ACT.match(folded, start, end) if folded.startswith(_JOINS, start) else None
    if joined is None:
        return start
    act = joined.end()
    goes_on = folded.startswith("แลกเปลี่ยน", act) or not clause_follows(scan, act, end)
    return act if goes_on else start
