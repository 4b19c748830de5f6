"""The day that a text is on, and the dates of a journey; texts made for the purpose."""

from __future__ import annotations

import pytest
from test_relations import all_facts, facts_of, read

PM = "นางสาวอรทัย มั่นคง นายกรัฐมนตรี"
ONE = "นายเคน โอตะ นายกรัฐมนตรีญี่ปุ่น"
TWO = "นายลี มินจุน ประธานาธิบดีสาธารณรัฐเกาหลี"


def test_what_follows_on_the_same_day_has_its_date() -> None:
    text = f"เมื่อวันที่ 5 มีนาคม 2567 {PM} หารือกับ{ONE} จากนั้น {PM} หารือกับ{TWO}"
    assert {o for _, o, _ in facts_of(text, "heldOn")} == {"2024-03-05"}
    assert len({a.subject for a in read(text).assertions if a.predicate == "heldOn"}) == len(("one", "two"))


def test_a_talk_of_long_ago_is_not_of_the_day() -> None:
    text = f"เมื่อวันที่ 5 มีนาคม 2567 {PM} หารือกับ{ONE} โดยที่ผ่านมา {PM} ได้หารือกับ{TWO}"
    assert len({a.subject for a in read(text).assertions if a.predicate == "heldOn"}) == 1


@pytest.mark.parametrize(
    ("visit", "places"),
    [("เยือนกรุงโซล สาธารณรัฐเกาหลี", {"โซล", "เกาหลีใต้"}), ("เยือนสาธารณรัฐเกาหลี", {"เกาหลีใต้"})],
)
def test_what_is_planned_on_a_journey_is_held_on_it(visit: str, places: set[str]) -> None:
    text = f"{PM} มีกำหนด{visit} ระหว่างวันที่ 3 - 5 เมษายน 2567\n\nสำหรับการเยือนครั้งนี้ {PM} มีกำหนดหารือกับ{TWO}"
    facts = {(p, o, m) for _, p, o, m in all_facts(read(text))}
    assert ("heldOn", "2024-04-03/2024-04-05", "Planned") in facts
    assert {o for p, o, _ in facts if p == "heldAt"} == places
