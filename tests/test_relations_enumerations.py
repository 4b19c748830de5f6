"""What is proposed, supported or talked of in several points, however they are announced and counted."""

from __future__ import annotations

import pytest
from reading import pairs

PM = "นายสมหมาย ใจเพชร นายกรัฐมนตรี"
TRADE, SKILLS, RAIL = "การส่งเสริมการค้าชายแดน", "การพัฒนาทักษะแรงงาน", "การเชื่อมโยงระบบราง"
BY_FIGURES = f"1) {TRADE} 2) {SKILLS} และ 3) {RAIL}"
IN_BRACKETS = f"(1) {TRADE} (2) {SKILLS} และ (3) {RAIL}"
BY_POINTS = f"ประการแรก {TRADE} ประการที่สอง {SKILLS} และประการที่สาม {RAIL}"
BY_WORDS = f"หนึ่ง {TRADE} สอง {SKILLS} และสาม {RAIL}"


def _topics(text: str, predicate: str) -> set[str]:
    return {topic for _, topic in pairs(text, predicate)}


@pytest.mark.parametrize("items", [BY_FIGURES, IN_BRACKETS, BY_POINTS, BY_WORDS])
@pytest.mark.parametrize(
    "announced",
    [
        "เสนอแนวทาง 3 ประการ ดังนี้",
        "เสนอแนวทาง 3 ประการ คือ",
        "เสนอแนวทาง 3 ประการ ได้แก่",
        "เสนอข้อเสนอ 3 ข้อ ดังต่อไปนี้",
    ],
)
def test_points_are_proposed_however_they_are_counted(announced: str, items: str) -> None:
    assert _topics(f"{PM} {announced} {items}", "proposed") == {TRADE, SKILLS, RAIL}


@pytest.mark.parametrize("items", [BY_FIGURES, IN_BRACKETS, BY_POINTS])
def test_a_head_that_counts_nothing_announces_its_points_with_as_follows(items: str) -> None:
    assert _topics(f"{PM} เสนอแนวทาง ดังนี้ {items}", "proposed") == {TRADE, SKILLS, RAIL}


@pytest.mark.parametrize("leads", ["คือ", "ได้แก่", "ดังนี้"])
def test_points_that_are_stressed_are_supported(leads: str) -> None:
    assert _topics(f"{PM} เน้นย้ำ 3 ประเด็นสำคัญ {leads} {IN_BRACKETS}", "supported") == {TRADE, SKILLS, RAIL}


def test_points_that_are_talked_of_are_topics_of_the_meeting() -> None:
    text = f"ที่ประชุมรัฐมนตรีน้ำโลก ครั้งที่ 2 ได้หารือในประเด็นสำคัญ ดังนี้ {BY_FIGURES}"
    assert _topics(text, "discussed") == {TRADE, SKILLS, RAIL}


def test_a_number_at_the_end_of_a_name_counts_nothing() -> None:
    assert _topics("กระทรวงการคลังสนับสนุนโครงการบ้านริมน้ำ หนึ่ง", "supported") == {"โครงการบ้านริมน้ำ หนึ่ง"}


@pytest.mark.parametrize("so", ["จึง", "จึงได้", "จึงขอ", "ก็ได้", "ยังได้"])
def test_a_title_ends_where_it_is_told_what_its_holder_did_for_that(so: str) -> None:
    text = f"{PM} เข้าร่วมการประชุมน้ำโลก ครั้งที่ 3 นายกรัฐมนตรี{so}เสนอ{TRADE}"
    assert pairs(text, "proposed") == {("สมหมาย ใจเพชร", TRADE)}
