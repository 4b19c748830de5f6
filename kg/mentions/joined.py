"""Acts that are joined before their object is named: ``พร้อมสนับสนุนและอำนวยความสะดวกแก่นักลงทุน``."""

from __future__ import annotations

import re

from kg.mentions.phrases import clause_follows
from kg.mentions.scan import Scan

_JOINS = ("และ", " และ", "รวมทั้ง", " รวมทั้ง", "ตลอดจน", " ตลอดจน")
_JOINED_ACT = re.compile(
    " ?(?:และ|รวมทั้ง|ตลอดจน)(?:จะ|ได้(?!แก่)|ร่วมกัน|ร่วม(?!มือ))?(?:ความพร้อม(?:ของ(?:ไทย|ประเทศไทย))?ในการ)?"
    "(?!ให้|ช่วย|อนุมัติ|แสดง|ประสานงาน|รับ(?!ทราบ)|ติดตามเป็น|จัดงาน|ความ(?:ช่วย|สำคัญต่อ|พร้อม)|"
    r"ร่วมมือ|เปลี่ยน(?!แปลง|ผ่าน)|ประชาสัมพันธ์|เป็น|เคย)(?=[ก-ฮเ-ไ])(?=[^ \n]{12})"
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
