"""Who is told to be there: guests who are awaited."""

from __future__ import annotations

import pytest
from reading import PLANNED, told

_GUEST = "นายหลี่ ต้าเหว่ย นายกรัฐมนตรีสิงคโปร์"
_MEETING = "การประชุมสุดยอดผู้นำแม่น้ำ ครั้งที่ 4"


def came(*paragraphs: str) -> set[tuple[str, str, str]]:
    return told("\n".join(paragraphs), "attended")


@pytest.mark.parametrize(
    "awaits",
    [
        f"กล่าวว่า หวังว่าจะได้มีโอกาสต้อนรับ{_GUEST} ในการเดินทางมาเยือนไทยเพื่อเข้าร่วม{_MEETING}",
        f"กล่าวว่า หวังว่าจะได้ต้อนรับ{_GUEST}ที่ไทยใน{_MEETING}",
        f"กล่าวว่า ไทยพร้อมต้อนรับ{_GUEST} ในระหว่าง{_MEETING}",
    ],
)
def test_whoever_is_awaited_at_a_meeting_is_to_come_to_it(awaits: str) -> None:
    text = f"นายสมชาย ใจดี นายกรัฐมนตรี {awaits}"
    assert came(text) == {("หลี่ ต้าเหว่ย", _MEETING, PLANNED)}


def test_the_journey_of_an_awaited_guest_is_still_to_come() -> None:
    text = f"นายสมชาย ใจดี นายกรัฐมนตรี หวังว่าจะได้ต้อนรับ{_GUEST} ในโอกาสเดินทางมาเยือนไทยเพื่อเข้าร่วม{_MEETING}"
    assert told(text, "visited") == {("หลี่ ต้าเหว่ย", "ไทย", PLANNED)}
