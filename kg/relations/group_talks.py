"""Talks with people of whom nobody is named: companies, traders, communities abroad."""

from __future__ import annotations

import re

from kg.entities.register import Draft
from kg.mentions.companies import companies_met
from kg.mentions.phrases import phrase_end
from kg.model import EntityType, Modality
from kg.relations.items import Item
from kg.relations.reading import Clause, Reading
from kg.relations.subjects import reported
from kg.relations.which_talk import talk_between

_WITH_GROUP = re.compile(
    " ?(?:และ[ก-ฺเ-๎]{3,24}?(?=กับ|แก่))?(?:(?:ร่วม)?กับ|แก่)? ?"
    "(?P<who>คณะ|ผู้บริหาร|ผู้แทน|แรงงาน|นักศึกษา|นักเรียน|เยาวชน|อาสาสมัคร|ตัวแทน|ข้าราชการ|พี่น้อง|"
    "นัก(?:ธุรกิจ|ลงทุน)|ภาค(?:เอกชน|ธุรกิจ)|บริษัท|สมาชิก|"
    "หอการค้า|สมาคม|ชุมชนไทย|คนไทย|"
    "ผู้ประกอบการ|ผู้นำเข้า|เอกชน|ชาวไทย|ทางการ|ภาคส่วน|CEO|ซีอีโอ)"
)


def with_group(reading: Reading, clause: Clause, verb: Item, own: list[Draft], mood: Modality) -> bool:
    """``S พบกับผู้บริหารบริษัทชั้นนำของญี่ปุ่น``: a meeting with people of whom nobody is named, and not with Japan."""
    group = _WITH_GROUP.match(reading.scan.folded, verb.end, clause.end)
    people = [draft for draft in own if draft.type is EntityType.PERSON]
    if (
        group is None
        or not people
        or reading.retelling
        or (reading.teller is not people[0] and reported(reading, clause, clause.items.index(verb)))
    ):
        return False
    on = (reading.event, reading.talk)
    end = phrase_end(reading.scan, group.end(), clause.end)
    who = reading.text(group.start("who"), end)
    event = talk_between(reading, clause, verb, own, own, end, mood, group=who)
    for draft in (*own, *_companies(reading, group.start(), clause.end)):
        reading.say(draft, "attended", event, clause, "group.v1", mood)
    if on[1] is not None:
        reading.event, reading.talk = on
    return True


def _companies(reading: Reading, start: int, end: int) -> list[Draft]:
    """The companies that a verb of meeting takes: ``หารือกับบริษัท ก จำกัด และบริษัท ข จำกัด``."""
    register = reading.register
    known = reading.scan.names_at
    return [
        register.entry(known[company.span.start].entry)
        if company.span.start in known
        else register.thing(EntityType.ORGANIZATION, company.surface, company.cls)
        for company in companies_met(reading.scan, start, end)
    ]
