"""What is proposed, supported and talked of, in texts made for the purpose; no person in them exists."""

from __future__ import annotations

import pytest
from test_relations import all_facts, read

ORATHAI = "อรทัย มั่นคง"
DPM = "นางสาวอรทัย มั่นคง รองนายกรัฐมนตรี"
ENVOY = "นายเคน โอตะ เอกอัครราชทูตญี่ปุ่นประจำประเทศไทย"
TALK = f"{DPM} หารือกับ{ENVOY} ที่ทำเนียบรัฐบาล\n"
SUMMIT = "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 12"
THERE = f"{DPM} เข้าร่วม{SUMMIT} ณ กรุงฮานอย\n"


def stands(text: str, predicate: str, headline: str = "ข่าวกระทรวงพลังงาน") -> set[tuple[str, str]]:
    found = all_facts(read(f"{headline}\n5 มีนาคม 2567\n{text}"))
    return {(s, o) for s, p, o, _ in found if p == predicate}


@pytest.mark.parametrize(
    ("said", "supported"),
    [
        ("เอกอัครราชทูตญี่ปุ่นฯ ยืนยันความตั้งใจของญี่ปุ่นที่จะส่งเสริมการเลี้ยงไหม", {("ญี่ปุ่น", "การเลี้ยงไหม")}),
        ("รองนายกรัฐมนตรีกล่าวว่า รัฐบาลให้ความสำคัญกับการพัฒนาท่าเรือสีเขียว", {("ไทย", "การพัฒนาท่าเรือสีเขียว")}),
        ("เอกอัครราชทูตญี่ปุ่นฯ กล่าวว่า รัฐบาลให้ความสำคัญกับการพัฒนาท่าเรือสีเขียว", set()),
        (
            "รองนายกรัฐมนตรีขอบคุณญี่ปุ่นที่ส่งเสริมการเลี้ยงไหมในภาคเหนือ",
            {("ญี่ปุ่น", "การเลี้ยงไหมในภาคเหนือ")},
        ),
        ("รองนายกรัฐมนตรีกล่าวยินดีกับเอกอัครราชทูตญี่ปุ่นฯ ในโอกาสเข้ารับหน้าที่", set()),
        ("ทั้งนี้ มีการจัดตั้งหน่วยงานเพื่อสนับสนุนการเลี้ยงไหม", set()),
        ("รองนายกรัฐมนตรีเน้นย้ำความมุ่งมั่นที่จะขับเคลื่อนการเลี้ยงไหมในภาคเหนือ", {(ORATHAI, "การเลี้ยงไหมในภาคเหนือ")}),
        (
            "รองนายกรัฐมนตรีพร้อมให้การสนับสนุนและอำนวยความสะดวกแก่ผู้เลี้ยงไหม",
            {(ORATHAI, "อำนวยความสะดวกแก่ผู้เลี้ยงไหม")},
        ),
        ("ซึ่งจะช่วยสนับสนุนการเลี้ยงไหมในภาคเหนือ", set()),
    ],
)
def test_who_supports_what(said: str, supported: set[tuple[str, str]]) -> None:
    assert stands(TALK + said, "supported") == supported


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (
            "รองนายกรัฐมนตรีเสนอ 2 แนวทาง ดังนี้\n1. การเลี้ยงไหมในภาคเหนือ\n2. การค้าปลาน้ำจืด",
            {(ORATHAI, "การเลี้ยงไหมในภาคเหนือ"), (ORATHAI, "การค้าปลาน้ำจืด")},
        ),
        ("รองนายกรัฐมนตรีชื่นชมญี่ปุ่นที่ได้จัดอบรมเพื่อผลักดันการเลี้ยงไหม", set()),
        ("รวมถึงศักยภาพของไทย ที่จะช่วยผลักดันการเลี้ยงไหม", set()),
        (
            "ทั้งสองฝ่ายยินดีต่อการค้าปลาน้ำจืด\nทั้งนี้ ได้เชิญชวนให้ญี่ปุ่นลงทุนเลี้ยงไหมในภาคเหนือ",
            {(ORATHAI, "ลงทุนเลี้ยงไหมในภาคเหนือ")},
        ),
    ],
)
def test_who_proposes_what(said: str, proposed: set[tuple[str, str]]) -> None:
    assert stands(TALK + said, "proposed") == proposed


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("ทั้งนี้ ที่ประชุมได้มีการรายงานความคืบหน้าของโครงการสายส่งใต้ทะเล", {"โครงการสายส่งใต้ทะเล"}),
        ("โดยไทยได้รายงานผลการดำเนินงานด้านพลังงานลม", {"การดำเนินงานด้านพลังงานลม"}),
        ("โดยที่ประชุมได้หารือความร่วมมือด้านพลังงานลม", {"ความร่วมมือด้านพลังงานลม"}),
        ("ทั้งนี้ ไทยกำลังพิจารณาการลดภาษีกังหันลม", set()),
        ("รัฐมนตรีพลังงานประเทศสมาชิก จะมีการพิจารณาการลดภาษีกังหันลม", {"การลดภาษีกังหันลม"}),
        ("ที่ประชุมได้หารือในประเด็นที่เป็นประโยชน์ร่วมกัน", set()),
        ("นอกจากนี้ ยังได้หารือเพิ่มเติม", set()),
    ],
)
def test_what_a_meeting_treats_of(said: str, topics: set[str]) -> None:
    assert {o for _, o in stands(THERE + said, "discussed")} == topics


def test_to_what_end_a_meeting_just_named_is_held_is_told_of_that_one() -> None:
    other = "การประชุมรัฐมนตรีเกษตรอาเซียน ครั้งที่ 40"
    said = f"นอกจากนี้ จะมี{other} ซึ่งมาเลเซียจะเป็นเจ้าภาพ ณ กรุงกัวลาลัมเปอร์ เพื่อหารือความร่วมมือด้านการเลี้ยงไหม"
    assert stands(THERE + said, "discussed") == {(other, "ความร่วมมือด้านการเลี้ยงไหม")}


@pytest.mark.parametrize(
    ("headline", "supported"),
    [
        (
            "ไทย – ญี่ปุ่น พร้อมกระชับความร่วมมือด้านการเลี้ยงไหม",
            {("ไทย", "ความร่วมมือด้านการเลี้ยงไหม"), ("ญี่ปุ่น", "ความร่วมมือด้านการเลี้ยงไหม")},
        ),
        ("ไทย – ญี่ปุ่น ความสัมพันธ์แน่นแฟ้น พร้อมกระชับความร่วมมือด้านการเลี้ยงไหม", set()),
    ],
)
def test_two_states_that_a_headline_opens_with(headline: str, supported: set[tuple[str, str]]) -> None:
    found = stands(f"วันที่ 5 มีนาคม 2567 {TALK}", "supported", headline)
    assert {pair for pair in found if pair[0] != ORATHAI} == supported


@pytest.mark.parametrize(
    "told",
    [
        "โดยมีหัวข้อหลักคือ “ลมทะเลเพื่อทุกคน”",
        "ภายใต้กรอบแนวคิด “ลมทะเลเพื่อทุกคน”",
        "ร่วมอภิปรายในหัวข้อ “ลมทะเลเพื่อทุกคน”",
        "ซึ่งมีวาระการประชุมที่สำคัญ คือ ลมทะเลเพื่อทุกคน",
    ],
)
def test_themes_and_agendas_are_talked_of(told: str) -> None:
    assert {topic.strip("“”") for _, topic in stands(f"{THERE}{SUMMIT} {told}", "discussed")} == {
        "ลมทะเลเพื่อทุกคน"
    }


def test_spaces_part_what_is_named_in_particular() -> None:
    text = TALK + "รองนายกรัฐมนตรีเสนอความร่วมมือด้านพลังงาน โดยเฉพาะไฮโดรเจน กังหันลม และเขื่อนขนาดเล็ก"
    assert {"ไฮโดรเจน", "กังหันลม", "เขื่อนขนาดเล็ก"} <= {thing for _, thing in stands(text, "proposed")}


def test_a_list_in_a_release_of_the_cabinet_is_of_the_meeting_with_which_it_is_announced() -> None:
    text = (
        "ที่ประชุมคณะรัฐมนตรีเห็นชอบร่างเอกสารผลลัพธ์\n"
        f"{SUMMIT} มีกำหนดจัดขึ้นที่กรุงฮานอย โดยมีประเด็นสำคัญ อาทิ\n1. กังหันลม\n2. ไฟฟ้าข้ามแดน\n"
    )
    assert stands(text, "discussed") == {(SUMMIT, "กังหันลม"), (SUMMIT, "ไฟฟ้าข้ามแดน")}
