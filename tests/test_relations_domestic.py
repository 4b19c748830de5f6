"""What the news of our own offices tells: posts by number, audiences, who is told to talk."""

from __future__ import annotations

import pytest
from reading import ORATHAI, PM, facts_of, pairs

KEEPER = "นายสมชาย ใจดี"
MINISTER = "นายวิชัย รักดี รัฐมนตรีว่าการกระทรวงพลังงาน"


@pytest.mark.parametrize(
    ("written", "post"),
    [
        (f"{KEEPER} ผู้อำนวยการสำนักงานชลประทานที่ 12 กล่าวว่า", "ผู้อำนวยการสำนักงานชลประทานที่ 12"),
        (f"{KEEPER} ผู้บัญชาการมณฑลทหารบกที่ 33 กล่าวว่า", "ผู้บัญชาการมณฑลทหารบกที่ 33"),
        (f"{KEEPER} หัวหน้าผู้ตรวจราชการกระทรวงพลังงาน กล่าวว่า", "หัวหน้าผู้ตรวจราชการกระทรวงพลังงาน"),
    ],
)
def test_a_post_is_told_whole(written: str, post: str) -> None:
    assert facts_of(f"{written}\n", "holdsPosition") == {("สมชาย ใจดี", post, "Actual")}


def test_how_many_officers_there_were_is_no_number_of_an_office() -> None:
    text = f"{MINISTER} มอบถุงยังชีพแก่เจ้าหน้าที่ 14 นาย พร้อมทั้งเยี่ยมชมสถานที่\n"
    assert facts_of(text, "holdsPosition") == {("วิชัย รักดี", "รัฐมนตรีว่าการกระทรวงพลังงาน", "Actual")}


def test_who_greets_a_royal_guest_holds_no_talk() -> None:
    text = f"{MINISTER} เข้าเฝ้ารับเสด็จพระบาทสมเด็จพระเจ้าอยู่หัว ณ พระที่นั่งอมรินทรวินิจฉัย\n"
    assert not facts_of(text, "metWith")
    assert facts_of(text.replace("เข้าเฝ้ารับเสด็จ", "เข้าเฝ้า"), "metWith")


def test_who_is_told_to_talk_has_not_talked() -> None:
    text = f"{MINISTER} ได้มอบนโยบายให้หารือร่วมกับนายทาโร ซูซูกิ รัฐมนตรีว่าการกระทรวงการต่างประเทศญี่ปุ่น\n"
    assert not facts_of(text, "metWith")
    assert facts_of(text.replace("ได้มอบนโยบายให้", "ได้"), "metWith")


def test_a_committee_without_a_name_is_no_mechanism() -> None:
    text = f"{MINISTER} เป็นประธานการประชุม{{}} ครั้งที่ 3 ณ กรุงเทพฯ\n"
    assert not facts_of(text.format("คณะทำงาน"), "underFramework")
    named = "คณะทำงานร่วมด้านพลังงานไทย-ลาว"
    assert facts_of(text.format(named), "underFramework")


def test_the_head_of_a_company_stands_for_no_state() -> None:
    text = f"{MINISTER} หารือกับผู้บริหารสูงสุด ณ กรุงเทพฯ ประเทศไทย\n"
    assert {who for who, _, _ in facts_of(text, "represents")} == {"วิชัย รักดี"}


def test_the_mayor_of_a_town_stands_for_no_state() -> None:
    text = f"{MINISTER} และนายสมชาย ใจดี นายกเมืองพัทยา เปิดงานที่พัทยา ประเทศไทย\n"
    assert {who for who, _, _ in facts_of(text, "represents")} == {"วิชัย รักดี"}


@pytest.mark.parametrize("post", ["ปลัดจังหวัดตาก", "ปลัดอำเภอแม่สอด", "รองปลัดกรุงเทพมหานคร", "ผู้นำชุมชนบ้านไผ่"])
def test_an_officer_of_a_province_or_a_town_stands_for_no_state(post: str) -> None:
    text = f"{MINISTER} และนายสมชาย ใจดี {post} เปิดงานที่พัทยา ประเทศไทย\n"
    assert {who for who, _, _ in facts_of(text, "represents")} == {"วิชัย รักดี"}
    assert ("สมชาย ใจดี", post, "Actual") in facts_of(text, "holdsPosition")


SECRETARY = "นายมานะ ดีงาม ปลัดกระทรวงพลังงาน"
DEPUTY = "นายสมหมาย ใจกล้า รองปลัดกระทรวงพลังงาน"


def test_ministers_with_whom_a_minister_chairs_a_meeting_come_to_it_and_do_not_chair_it() -> None:
    board = "การประชุมคณะกรรมการนโยบายพลังงาน ครั้งที่ 2/2566"
    text = f"{PM} เป็นประธาน{board} ร่วมกับนายเอกชัย มั่นคง รัฐมนตรีว่าการกระทรวงการคลัง และ{SECRETARY}"
    assert {who for who, _ in pairs(text, "chaired")} == {ORATHAI}
    assert {who for who, _ in pairs(text, "attended")} == {ORATHAI, "เอกชัย มั่นคง", "มานะ ดีงาม"}


def test_whoever_is_told_to_chair_a_meeting_holds_the_talk() -> None:
    text = f"{SECRETARY} มอบหมายให้{DEPUTY} เป็นประธานการประชุมหารือร่วมกับนายเอกชัย มั่นคง ประธานหอการค้าไทย"
    assert pairs(text, "metWith") == {("สมหมาย ใจกล้า", "เอกชัย มั่นคง")}


def test_whoever_chairs_a_meeting_has_not_met_the_officers_of_his_own_house() -> None:
    text = (
        f"{DEPUTY} เป็นประธานการประชุมเพื่อติดตามความก้าวหน้าของการเจรจาพลังงาน "
        "ร่วมกับนางสาวดวงใจ รักดี ที่ปรึกษาด้านต่างประเทศกระทรวงพลังงาน"
    )
    assert pairs(text, "metWith") == set()
    assert {who for who, _ in pairs(text, "attended")} == {"สมหมาย ใจกล้า", "ดวงใจ รักดี"}


@pytest.mark.parametrize(
    "with_whom", ["ร่วมกับหอการค้าไทย และบริษัท ข้าวใหม่ จำกัด", " กับคณะผู้แทนหอการค้าไทย และบริษัท ข้าวใหม่ จำกัด"]
)
def test_bodies_stand_behind_what_a_talk_with_them_is_about(with_whom: str) -> None:
    text = f"{DEPUTY} หารือเรื่องการส่งออกข้าว{with_whom}"
    chamber = "หอการค้าไทยและสภาหอการค้าแห่งประเทศไทย"
    assert {who for who, _ in pairs(text, "attended")} == {"สมหมาย ใจกล้า", chamber, "บริษัท ข้าวใหม่ จำกัด"}
    assert {topic for _, topic in pairs(text, "discussed")} == {"การส่งออกข้าว"}
