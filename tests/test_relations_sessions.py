"""Sessions, side events and meals that go under the name of the meeting whose they are."""

from __future__ import annotations

import pytest
from reading import GUEST, KEN, ORATHAI, PM, SUMMIT, facts_of, pairs


@pytest.mark.parametrize(
    "session",
    [
        f"การประชุมเต็มคณะของ{SUMMIT}",
        f"การประชุมแบบเต็มคณะ (Plenary) ใน{SUMMIT}",
        f"การประชุมอย่างไม่เป็นทางการ (Retreat) ของ{SUMMIT}",
        f"งานเลี้ยงอาหารค่ำของ{SUMMIT}",
        f"งานเลี้ยงอาหารค่ำสำหรับผู้นำที่เข้าร่วม{SUMMIT}",
        f"งานเลี้ยงรับรองแก่หัวหน้าคณะผู้แทนที่มาเข้าร่วม{SUMMIT}",
        f"พิธีปิด{SUMMIT}",
    ],
)
def test_a_session_is_a_part_of_the_meeting_that_its_name_ends_with(session: str) -> None:
    text = f"{PM} เข้าร่วม{session}"
    assert {whole for _, whole in pairs(text, "partOf")} == {SUMMIT}
    assert not any(meeting == SUMMIT for _, meeting in pairs(text, "attended"))


@pytest.mark.parametrize(
    "meeting",
    ["การประชุมเต็มคณะของผู้ว่าการธนาคารโลก", "งานเลี้ยงอาหารค่ำในโอกาสเยือนเวียดนาม", "งานเลี้ยงรับรองของกระทรวงวัฒนธรรม"],
)
def test_a_session_of_no_meeting_is_a_part_of_none(meeting: str) -> None:
    assert pairs(f"{PM} เข้าร่วม{meeting}", "partOf") == set()


def test_a_meeting_is_not_held_where_its_guests_are_given_a_meal() -> None:
    meal = f"{PM} เข้าร่วมงานเลี้ยงอาหารค่ำของ{SUMMIT} ณ โรงแรมดอกบัว"
    assert not any(meeting == SUMMIT for meeting, _, _ in facts_of(meal, "heldAt"))
    opening = f"{PM} เข้าร่วมพิธีเปิด{SUMMIT} ณ โรงแรมดอกบัว"
    assert any(meeting == SUMMIT for meeting, _, _ in facts_of(opening, "heldAt"))


@pytest.mark.parametrize(
    "text",
    [
        f"{PM} หารือทวิภาคีนอกรอบ{SUMMIT} กับ{GUEST}",
        f"{PM} พบหารือในห้วง{SUMMIT}กับ{GUEST}",
        f"{PM} พบหารือระหว่าง{SUMMIT} กับ{GUEST}",
        f"{PM} หารือกับ{GUEST} ระหว่างเข้าร่วม{SUMMIT}",
        f"{PM} หารือกับ{GUEST} ในห้วงการเดินทางเข้าร่วม{SUMMIT}",
        f"{PM} หารือกับ{GUEST} ในช่วงที่เดินทางไปร่วม{SUMMIT}",
        f"{PM} หารือกับ{GUEST} เมื่อครั้งเดินทางมาเข้าร่วม{SUMMIT}",
    ],
)
def test_a_talk_held_while_a_meeting_is_on_is_a_part_of_it(text: str) -> None:
    assert {whole for _, whole in pairs(text, "partOf")} == {SUMMIT}
    assert pairs(text, "metWith") == {(ORATHAI, KEN)}


@pytest.mark.parametrize("before", ["ก่อนเข้าร่วม", "ภายหลังเข้าร่วม", "และเข้าร่วม", "เพื่อเตรียมเข้าร่วม"])
def test_a_talk_before_or_behind_a_meeting_is_no_part_of_it(before: str) -> None:
    assert pairs(f"{PM} หารือกับ{GUEST} {before}{SUMMIT}", "partOf") == set()
