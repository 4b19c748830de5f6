"""Who comes to an event by a list of guests, in texts made for the purpose; no person in them exists."""

from __future__ import annotations

import pytest
from test_relations_rounds import FM, GUEST, KEN, ORATHAI, PM, SUMMIT, WEERA, pairs

AT = f"{PM} เข้าร่วม{SUMMIT}"
OFFICIAL = "นายธีรพล นาคา อธิบดีกรมยุโรป"
COUNCIL = "การประชุมคณะมนตรีน้ำโลก ครั้งที่ 2"


def came(text: str, meeting: str = SUMMIT) -> set[str]:
    return {s for s, o in pairs(text, "attended") if o == meeting}


@pytest.mark.parametrize(
    ("listed", "guests"),
    [
        ("โดยมีผู้แทนจาก 3 ประเทศ ได้แก่ ญี่ปุ่น ลาว และกัมพูชา", {"ญี่ปุ่น", "ลาว", "กัมพูชา"}),
        # Those of whom nobody is known are passed over.
        (
            "โดยมีผู้เข้าร่วมการประชุม ประกอบด้วย รัฐมนตรีพลังงานโลก เลขาธิการอาเซียน และผู้แทนจากญี่ปุ่น",
            {"เลขาธิการอาเซียน", "ญี่ปุ่น"},
        ),
        (
            "โดยคณะผู้แทนไทย ประกอบด้วย ผู้แทนจากกระทรวงยุติธรรม และกระทรวงการต่างประเทศ",
            {"กระทรวงยุติธรรม", "กระทรวงการต่างประเทศ"},
        ),
        # Who takes part in a scheme is not at the meeting that is on.
        ("โดยมีผู้เข้าร่วมโครงการ ได้แก่ เยาวชนจากญี่ปุ่น และลาว", set()),
    ],
)
def test_a_list_of_guests_is_read_wherever_a_clause_tells_who_is_there(listed: str, guests: set[str]) -> None:
    assert came(f"{AT} {listed}") == {ORATHAI, *guests}


def test_who_says_something_behind_a_list_is_none_of_it() -> None:
    assert KEN not in came(f"{AT} โดยมีผู้แทนจาก 2 ประเทศ ได้แก่ ลาว และกัมพูชา {GUEST} กล่าวว่า น่ายินดี")


def test_company_stands_behind_the_meeting_its_place_or_its_day_too() -> None:
    for between in ("", " ณ กรุงโซล", " ระหว่างวันที่ 3 - 4 มีนาคม 2567"):
        assert came(f"{AT}{between} พร้อมด้วย{FM} และ{OFFICIAL}") == {ORATHAI, WEERA, "ธีรพล นาคา"}


def test_who_comes_to_meetings_told_together_comes_to_each() -> None:
    text = f"{PM} เข้าร่วม{SUMMIT} และ{COUNCIL} โดยมี{OFFICIAL} เข้าร่วม"
    assert came(text) == came(text, COUNCIL) == {ORATHAI, "ธีรพล นาคา"}


def test_each_who_is_named_beside_the_principal_has_been_met() -> None:
    other = "นางสาวเอมิ ซาโต รัฐมนตรีว่าการกระทรวงพลังงานญี่ปุ่น"
    assert pairs(f"{PM} หารือกับ{GUEST} และ{other}", "metWith") == {(ORATHAI, KEN), (ORATHAI, "เอมิ ซาโต")}
