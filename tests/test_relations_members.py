"""Who is told to be a member, a partner or in the chair of a mechanism, and who is none."""

from __future__ import annotations

import pytest
from reading import ACTUAL, NEGATED, PLANNED, pairs, told


def members(text: str) -> set[str]:
    """Who takes part in anything, by the text."""
    return {state for state, _ in pairs(text, "participatesIn")}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("ไทยและเปรูต่างเป็นสมาชิกเอเปค", {"ไทย", "เปรู"}),
        ("ไทยกับเปรูเป็นสมาชิกเอเปคด้วยกัน", {"ไทย", "เปรู"}),
        ("ไทย เปรู และชิลีล้วนเป็นสมาชิกเอเปค", {"ไทย", "เปรู", "ชิลี"}),
        ("ไทยเป็นหนึ่งในประเทศผู้ก่อตั้งอาเซียน", {"ไทย"}),
        ("ไทยเป็นผู้ร่วมก่อตั้งอาเซียน", {"ไทย"}),
        ("การรับติมอร์-เลสเตเข้าเป็นสมาชิกอาเซียนอย่างสมบูรณ์เป็นก้าวสำคัญ", {"ติมอร์-เลสเต"}),
        ("อาเซียนมีมติรับกัมพูชาเป็นสมาชิกอาเซียน", {"กัมพูชา"}),
        ("ศรีลังกาเป็นประธานหมุนเวียนของ BIMSTEC", {"ศรีลังกา"}),
    ],
)
def test_members_are_told_in_many_words(text: str, states: set[str]) -> None:
    assert members(text) == states


def test_whom_others_only_consider_to_take_in_is_no_member_yet() -> None:
    text = "หลักเกณฑ์การพิจารณารับติมอร์-เลสเตเข้าเป็นสมาชิกอาเซียน"
    assert [mood for _, _, mood in told(text, "participatesIn")] == [PLANNED]


@pytest.mark.parametrize(
    "mechanisms",
    ["ทั้งอาเซียน เอเปค และ BIMSTEC", "ของทั้งอาเซียน เอเปค และ BIMSTEC", "ทั้งในอาเซียน เอเปค และ BIMSTEC"],
)
def test_a_state_is_a_member_of_all_that_are_counted(mechanisms: str) -> None:
    assert len(pairs(f"ไทยเป็นสมาชิก{mechanisms}", "participatesIn")) == 3


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("RCEP ซึ่งไทยเป็นสมาชิก จะช่วยขยายตลาด", {"ไทย"}),
        ("ความตกลง CPTPP ที่ญี่ปุ่นและเปรูเป็นภาคีอยู่ด้วย มีผลใช้บังคับแล้ว", {"ญี่ปุ่น", "เปรู"}),
        ("ที่ประชุมสนับสนุน BIMSTEC โดยมีไทยเป็นประธานในปีนี้", {"ไทย"}),
        ("กรอบความร่วมมือลุ่มน้ำโขง-คงคา (MGC) ที่อินเดียดำรงตำแหน่งประธานอยู่ในขณะนี้", {"อินเดีย"}),
        ("การประชุมทะเลโลก ครั้งที่ 3 ซึ่งไทยเป็นประธาน", set()),
        ("นาย ก กล่าวถึง BIMSTEC ซึ่งนักการเมืองไทยเป็นสมาชิกสภาผู้แทนราษฎร", set()),
        ("อาเซียนหารือกับจีน ซึ่งไทยเป็นประธานหอการค้า", set()),
    ],
)
def test_a_clause_behind_a_mechanism_tells_of_its_members(text: str, states: set[str]) -> None:
    assert members(text) == states


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("ลาวรับตำแหน่งประธานอาเซียนต่อจากอินโดนีเซีย", {"ลาว", "อินโดนีเซีย"}),
        ("ไทยพร้อมทำหน้าที่ประธาน BIMSTEC ต่อจากศรีลังกา", {"ไทย", "ศรีลังกา"}),
        ("อินโดนีเซียส่งมอบตำแหน่งประธานอาเซียนให้ลาว", {"ลาว", "อินโดนีเซีย"}),
        ("ไทยส่งมอบตำแหน่งประธานเอเปคให้แก่สหรัฐอเมริกา", {"ไทย", "สหรัฐอเมริกา"}),
        ("พิธีส่งมอบตำแหน่งประธานอาเซียนจากบรูไนให้แก่กัมพูชา", {"บรูไน", "กัมพูชา"}),
        ("ลาวรับตำแหน่งประธานอาเซียนจากการเสนอของไทย", {"ลาว"}),
    ],
)
def test_a_chair_that_changes_hands_was_that_of_both(text: str, states: set[str]) -> None:
    assert members(text) == states


@pytest.mark.parametrize(
    "text",
    [
        "คาซัคสถานซึ่งไม่ได้เป็นสมาชิกเอเปค",
        "คาซัคสถานยังไม่เคยเป็นสมาชิกเอเปค",
        "คาซัคสถานไม่ใช่ประเทศสมาชิกเอเปค",
        "คาซัคสถานมิได้เป็นภาคีของเอเปคแต่อย่างใด",
        "คาซัคสถานไม่เป็นสมาชิกเอเปค",
    ],
)
def test_who_is_told_to_be_no_member_is_none(text: str) -> None:
    assert [mood for _, _, mood in told(text, "participatesIn")] == [NEGATED]


def test_who_is_no_member_alone_is_one() -> None:
    text = "ไทยไม่เพียงเป็นสมาชิกเอเปคแต่ยังเป็นเจ้าภาพ"
    assert [(state, mood) for state, _, mood in told(text, "participatesIn")] == [("ไทย", ACTUAL)]
