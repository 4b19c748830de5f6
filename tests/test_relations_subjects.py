"""Whose act it is, and what is agreed, stressed or asked for: sentences of press releases, made for it."""

from __future__ import annotations

import pytest
from reading import facts, facts_of

_TALK = (
    "เมื่อวันที่ 5 มีนาคม 2567 นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงการต่างประเทศ หารือทวิภาคีกับ"
    "นายเอริก ลินด์ (H.E. Mr. Erik Lind) รัฐมนตรีว่าการกระทรวงการต่างประเทศนอร์เวย์"
)
_SOMCHAI, _ERIK = "สมชาย ใจดี", "เอริก ลินด์"


def soft(*paragraphs: str) -> set[tuple[str, str, str]]:
    found = facts(_TALK, *paragraphs)
    return {(s, p, o) for s, p, o, _ in found if p in ("proposed", "supported", "discussed")}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("นายสมชายเน้นย้ำการค้าชายแดน", (_SOMCHAI, "supported", "การค้าชายแดน")),
        ("ด้านนายเอริก ลินด์ ชื่นชมนโยบายป่าไม้ของไทย", (_ERIK, "supported", "นโยบายป่าไม้ของไทย")),
        ("ซึ่งนายเอริก ลินด์ ยินดีที่จะผลักดันความร่วมมือด้านการประมง", (_ERIK, "supported", "ความร่วมมือด้านการประมง")),
        ("ทั้งสองฝ่ายเห็นพ้องว่า ควรส่งเสริมการท่องเที่ยว", ("~", "supported", "การท่องเที่ยว")),
        (
            "ไทยก็ลงทุนเช่นกัน นายสมชาย ใจดี เชิญชวนให้นอร์เวย์ลงทุนในไทย พร้อมเสนอให้ทั้งสองฝ่ายแลกเปลี่ยนผลวิจัยป่าไม้",
            (_SOMCHAI, "proposed", "แลกเปลี่ยนผลวิจัยป่าไม้"),
        ),
        (
            "นายเอริก ลินด์ พร้อมสนับสนุนการลงทุนในไทย ต่อไป โดยเฉพาะความมั่นคงทางอาหาร",
            (_ERIK, "supported", "ความมั่นคงทางอาหาร"),
        ),
        ("ทั้งสองฝ่ายหารือแลกเปลี่ยนความคิดเห็นในเรื่องการลดหมอกควัน", ("~", "discussed", "การลดหมอกควัน")),
        ("นายสมชาย ใจดี สนับสนุนอาเซียนแก้ไขปัญหาหมอกควัน", (_SOMCHAI, "supported", "แก้ไขปัญหาหมอกควัน")),
    ],
)
def test_the_act_is_of_whoever_speaks_and_of_the_thing_itself(
    sentence: str, fact: tuple[str, str, str]
) -> None:
    assert fact in soft(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "นายเอริกเห็นพ้องว่า ชาวนอร์เวย์เดินทางมาเที่ยวไทยมากขึ้น",
        "นายสมชายขอให้กำลังใจผู้ประสบภัย",
        "พิธีมีหน่วยงานที่ให้การสนับสนุน อาทิ สภากาชาดไทย และหอการค้าไทย",
        "ทั้งสองฝ่ายหารือในประเด็นที่แต่ละฝ่ายให้ความสนใจ",
        "นายเอริกยืนยันว่า นอร์เวย์เป็นมิตรของไทย",
        "นายสมชายสนับสนุนไทยเต็มที่",
        "ทั้งสองฝ่ายหารือแลกเปลี่ยนความคิดเห็นในประเด็นสำคัญร่วมกัน",
    ],
)
def test_what_names_no_subject(sentence: str) -> None:
    assert soft(sentence) == set()


def test_drafts_in_a_row_are_several():
    found = soft("ที่ประชุมพิจารณาร่างปฏิญญาว่าด้วยป่าไม้ ร่างแผนปฏิบัติการด้านน้ำ และร่างแถลงการณ์ร่วมว่าด้วยดิน")
    assert {o for _, _, o in found} == {
        "ร่างปฏิญญาว่าด้วยป่าไม้",
        "ร่างแผนปฏิบัติการด้านน้ำ",
        "ร่างแถลงการณ์ร่วมว่าด้วยดิน",
    }


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("การประชุมถือเป็นบทสรุปของการดำรงตำแหน่งประธานอาเซียนของกัมพูชา", {"กัมพูชา"}),
        ("นายสมชาย กล่าวว่า มาเลเซียในฐานะประธานอาเซียนได้ประสานงานอย่างดี", {"มาเลเซีย"}),
        ("รัฐมนตรีเกษตรประเทศสมาชิกอาเซียน ได้แก่ ลาว และเวียดนาม เข้าร่วมด้วย", {"ลาว", "เวียดนาม"}),
        ("นอร์เวย์แสดงความสนใจเข้าร่วมเป็นสมาชิก APEC", set()),
    ],
)
def test_who_takes_part_in_a_mechanism(sentence: str, states: set[str]) -> None:
    found = facts(sentence)
    assert {s for s, p, _, _ in found if p == "participatesIn"} == states


def test_a_state_that_is_to_do_something_ends_no_title_before_it() -> None:
    text = "การเดินทางเยือนของประธานาธิบดีเยอรมนีเป็นโอกาสที่ไทยจะได้ผลักดันพลังงานสะอาด"
    found = facts_of(f"นางสาวอรทัย มั่นคง นายกรัฐมนตรี พบหารือกับนายทอม เกรย์ ประธานาธิบดีเยอรมนี\n{text}", "proposed")
    assert {(who, what) for who, what, _ in found} == {("ไทย", "พลังงานสะอาด")}
