"""Talks told in passing, and lists of subjects that were announced; no person in the texts exists."""

from __future__ import annotations

import pytest
from reading import FM, GUEST, KEN, LEE, ORATHAI, OTHER, PM, pairs

TALK = f"{GUEST} เข้าเยี่ยมคารวะ{PM} ทั้งสองฝ่ายได้หารือในประเด็นที่ค้างมาจากการเดินทางครั้งก่อนของนายกรัฐมนตรี ดังนี้"


@pytest.mark.parametrize(
    "lead", ["เป็นไปตามผลการหารือ", "ก่อนการหารือ", "ในการหารือ", "ประเด็นนี้สืบเนื่องจากการหารือ", "โดยการหารือร่วมกัน"]
)
@pytest.mark.parametrize("joint", ["กับ", " กับ", "และ"])
def test_a_talk_named_in_passing_has_its_two_sides(lead: str, joint: str) -> None:
    text = f"{FM} กล่าวว่า งานคืบหน้าด้วยดี\n{lead}ระหว่าง{PM}{joint}{GUEST} เมื่อเดือนก่อน"
    assert pairs(text, "metWith") == {(ORATHAI, KEN)}
    assert {who for who, _ in pairs(text, "attended")} == {ORATHAI, KEN}


def test_whoever_stands_beside_the_other_side_was_there() -> None:
    text = f"{FM} กล่าวว่า งานเป็นไปตามผลการหารือระหว่าง{PM}กับ{GUEST} และ{OTHER}"
    assert {who for who, _ in pairs(text, "attended")} == {ORATHAI, KEN, LEE}


def test_a_session_of_leaders_is_no_talk_of_two_people() -> None:
    assert pairs(f"{FM} กล่าวถึงการหารือระหว่างผู้นำอาเซียนกับผู้แทนเยาวชนอาเซียน", "metWith") == set()


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        (
            f"การเพิ่มโควตานำเข้าผลไม้จากไทย ฝ่ายญี่ปุ่นแจ้งว่าจะซื้อเพิ่ม {'และติดตามต่อไป ' * 9}",
            "การเพิ่มโควตานำเข้าผลไม้จากไทย",
        ),
        (
            f"โครงการ Rainbow Bridge นายกรัฐมนตรีกล่าวว่าพร้อมดำเนินการ {'และติดตามต่อไป ' * 9}",
            "โครงการ Rainbow Bridge",
        ),
    ],
)
def test_a_line_of_an_announced_list_opens_with_its_subject(line: str, topic: str) -> None:
    assert topic in {what for _, what in pairs(f"{TALK}\n{line}", "discussed")}


def test_a_topic_ends_before_its_last_small_word() -> None:
    topics = {what for _, what in pairs(f"{FM} สนับสนุนการเปิดเส้นทางบินใหม่ด้วย", "supported")}
    assert topics == {"การเปิดเส้นทางบินใหม่"}


@pytest.mark.parametrize("several", ["ผู้นำทุกท่านของญี่ปุ่น", "เจ้าหน้าที่จากกรมยุโรป", "ผู้นำสำคัญของญี่ปุ่น"])
def test_people_of_whom_none_is_meant_are_no_person(several: str) -> None:
    assert pairs(f"{FM} หารือกับ{several}", "metWith") == set()


@pytest.mark.parametrize(
    "who",
    ["เจ้าหน้าที่ได้ลงพื้นที่ไป", "เจ้าหน้าที่จากยุติธรรมจังหวัดได้", "จะช่วยครอบครัว และเจ้าหน้าที่ของกรมได้ลงพื้นที่ไป"],
)
def test_what_people_without_a_name_do_whoever_tells_of_it_does_not(who: str) -> None:
    text = f"นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงยุติธรรม กล่าวว่า {who}พบนางพรพรรณ ดีงาม เพื่อแสดงความเสียใจ"
    assert pairs(text, "metWith") == pairs(text, "attended") == set()


def test_who_comes_with_officials_is_told_himself() -> None:
    text = "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงยุติธรรม และเจ้าหน้าที่ ได้พบนางพรพรรณ ดีงาม เพื่อแสดงความเสียใจ"
    assert pairs(text, "metWith") == {("สมชาย ใจดี", "พรพรรณ ดีงาม")}
