"""How news and reports word visits, members, talks, lists of documents and whom somebody stands for."""

from __future__ import annotations

import pytest
from reading import facts_of

SOMCHAI, JOHN = "สมชาย ใจดี", "จอห์น สมิธ"
_SOMCHAI = "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน "
_PREMIER = "นายสมชาย ใจดี นายกรัฐมนตรี "
_JOHN = "นายจอห์น สมิธ รัฐมนตรีพลังงานออสเตรเลีย "
_PRESIDENT = "นายจอห์น สมิธ ประธานาธิบดีเกาหลี "
_WORLD = "การประชุมพลังงานโลก ครั้งที่ 5"
_NINTH = "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9"


def _pairs(text: str, predicate: str) -> set[tuple[str, str]]:
    return {(subject, object_) for subject, object_, _ in facts_of(text, predicate)}


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (f"{_PREMIER}หารือกับ{_PRESIDENT}โดยประธานาธิบดีเกาหลีกล่าวว่า การเยือนไทยครั้งนี้ช่วยการค้า", {(JOHN, "ไทย")}),
        (f"{_SOMCHAI}หารือกับนายจอห์น สมิธ ประธานาธิบดี ระหว่างการเยือนไทย", {(JOHN, "ไทย")}),
        (f"สำหรับการเยือนญี่ปุ่น {_PREMIER}จะได้พบภาคเอกชน", {(SOMCHAI, "ญี่ปุ่น")}),
        (f"ประธานาธิบดีเกาหลีกล่าวขอบคุณ เมื่อครั้งที่{_SOMCHAI}เดินทางเยือนเกาหลี", {(SOMCHAI, "เกาหลีใต้")}),
        (f"{_SOMCHAI}เดินทางไปสหกรณ์โคนมสายธาร จังหวัดลำพูน", {(SOMCHAI, "สหกรณ์โคนมสายธาร")}),
        (f"{_PREMIER}กล่าวว่า การเยือนไทยของภาคเอกชนเพิ่มขึ้น", set()),
    ],
)
def test_a_visit_told_by_a_noun_is_of_whoever_is_not_at_home_there(
    text: str, visits: set[tuple[str, str]]
) -> None:
    assert _pairs(text, "visited") == visits


def test_a_guest_whom_one_is_ready_to_receive_has_yet_to_come() -> None:
    assert facts_of(f"{_SOMCHAI}พร้อมรับ{_JOHN}เยือนไทย", "visited") == {(JOHN, "ไทย", "Planned")}


@pytest.mark.parametrize(
    ("text", "members", "mechanism"),
    [
        ("อาเซียนมีหุ้นส่วนเพื่อการพัฒนา ได้แก่ เยอรมนี ชิลี และนอร์เวย์", {"เยอรมนี", "ชิลี", "นอร์เวย์"}, "อาเซียน"),
        ("อาเซียนบวกสามมีสมาชิก ประกอบไปด้วย จีน และญี่ปุ่น", {"จีน", "ญี่ปุ่น"}, "อาเซียนบวกสาม"),
        (
            "อาเซียนบวกสามมีประเทศสมาชิก ได้แก่ อาเซียน 10 ประเทศ จีน และญี่ปุ่น",
            {"อาเซียน", "จีน", "ญี่ปุ่น"},
            "อาเซียนบวกสาม",
        ),
        ("การประชุมรัฐมนตรีพลังงานอาเซียน มีประเทศสมาชิก ได้แก่ ลาว และเมียนมา", {"ลาว", "เมียนมา"}, "อาเซียน"),
        (
            "การประชุมสุดยอดเอเชียตะวันออก มีประเทศสมาชิก ได้แก่ อาเซียน 10 ประเทศ จีน และญี่ปุ่น",
            {"อาเซียน", "จีน", "ญี่ปุ่น"},
            "การประชุมสุดยอดเอเชียตะวันออก",
        ),
    ],
)
def test_a_list_tells_the_members_of_the_mechanism_before_it(
    text: str, members: set[str], mechanism: str
) -> None:
    assert _pairs(text, "participatesIn") == {(member, mechanism) for member in members}


def test_a_committee_is_made_up_of_the_two_that_its_name_tells() -> None:
    committee = "คณะกรรมการร่วมด้านพลังงานระหว่างไทยกับลาว"
    text = f"การประชุม{committee} ครั้งที่ 5 จัดขึ้นที่กรุงเวียงจันทน์"
    assert _pairs(text, "participatesIn") == {("ไทย", committee), ("ลาว", committee)}
    assert {who for who, _ in _pairs(text, "attended")} == {"ไทย", "ลาว"}


def test_a_meeting_of_ministers_between_two_makes_up_no_mechanism() -> None:
    text = f"{_SOMCHAI}เข้าร่วมการประชุมรัฐมนตรีพลังงานระหว่างไทยกับลาว ครั้งที่ 5"
    assert {who for who, _ in _pairs(text, "attended")} == {SOMCHAI, "ไทย", "ลาว"}
    assert facts_of(text, "participatesIn") == set()


@pytest.mark.parametrize("act", ["ที่ตอบรับเข้าร่วม", "ที่ให้เกียรติเข้าร่วม"])
def test_who_is_thanked_for_coming_comes_and_not_who_thanks(act: str) -> None:
    assert _pairs(f"{_SOMCHAI}ขอบคุณ{_JOHN}{act}{_WORLD}", "attended") == {(JOHN, _WORLD)}


@pytest.mark.parametrize(
    "words",
    ["มีโอกาสเข้าร่วม", "เดินหน้าเข้าร่วม", "(พน.) เข้าร่วม", "แสดงวิสัยทัศน์ใน", "และคณะฯ เข้าร่วม"],
)
def test_words_between_a_subject_and_its_act_hide_nobody(words: str) -> None:
    assert _pairs(f"{_SOMCHAI}{words}{_WORLD}", "attended") == {(SOMCHAI, _WORLD)}


@pytest.mark.parametrize(
    "act", ["เข้าร่วมหารือทวิภาคีกับ", "เข้าร่วมการหารือกับ", "เข้าร่วมประชุมหารือกับ", "เข้าร่วมหารือร่วมกับ"]
)
def test_to_join_a_talk_with_somebody_is_to_meet_him(act: str) -> None:
    assert _pairs(f"{_SOMCHAI}{act}{_JOHN}", "metWith") == {(SOMCHAI, JOHN)}


def test_the_two_who_review_a_guard_are_the_two_sides_of_the_talk_behind() -> None:
    text = f"{_PREMIER}และ{_PRESIDENT}ร่วมตรวจแถวกองเกียรติยศ จากนั้น ทั้งสองฝ่ายได้หารือเต็มคณะ"
    assert _pairs(text, "metWith") == {(SOMCHAI, JOHN)}


def test_the_documents_of_a_list_are_each_adopted() -> None:
    text = (
        f"{_NINTH} รับรองเอกสารผลลัพธ์ จำนวน 2 ฉบับ ดังนี้\n"
        "1. ปฏิญญาเชียงรายว่าด้วยพลังงานสะอาด\n"
        "2. ข้อริเริ่มด้านโครงข่ายไฟฟ้า\n"
        "ไทยสนับสนุนการค้าเสรี\n"
        "3. การท่องเที่ยวชุมชน"
    )
    assert {
        (_NINTH, "ปฏิญญาเชียงรายว่าด้วยพลังงานสะอาด"),
        (_NINTH, "ข้อริเริ่มด้านโครงข่ายไฟฟ้า"),
    } <= _pairs(text, "adopted")
    assert "การท่องเที่ยวชุมชน" not in {thing for _, thing in _pairs(text, "adopted")}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("นายจอห์น สมิธ เอกอัครราชทูตสหภาพยุโรปประจำประเทศไทย", "สหภาพยุโรป"),
        ("นายจอห์น สมิธ (Mr. John Smith) เอกอัครราชทูตสหภาพยุโรป (EU) ประจำประเทศไทย", "สหภาพยุโรป"),
        ("นายจอห์น สมิธ รองปลัดกระทรวงยุติธรรม กระทรวงยุติธรรมญี่ปุ่น", "ญี่ปุ่น"),
    ],
)
def test_a_title_tells_the_body_or_state_that_sends(text: str, state: str) -> None:
    assert (JOHN, state) in _pairs(f"{_SOMCHAI}หารือกับ{text}", "represents")


def test_a_secretary_general_behind_and_is_a_second_person() -> None:
    text = f"{_SOMCHAI}หารือกับ{_JOHN}และเลขาธิการอาเซียน"
    assert {who for who, _ in _pairs(text, "attended")} == {SOMCHAI, JOHN, "เลขาธิการอาเซียน"}


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("นาวาอากาศเอก กล้าหาญ ชาญศึก รัฐมนตรีว่าการกระทรวงพลังงาน ", "กล้าหาญ ชาญศึก"),
        ("นายโทนี วาน เดอ เบิร์ก (Mr. Tony van de Berg) รัฐมนตรีพลังงานออสเตรเลีย ", "โทนี วาน เดอ เบิร์ก"),
    ],
)
def test_ranks_lead_to_a_name_and_a_bracket_tells_where_it_ends(mention: str, name: str) -> None:
    assert _pairs(f"{mention}เข้าร่วม{_WORLD}", "attended") == {(name, _WORLD)}


def test_who_speaks_for_a_ministry_supports_nothing_himself() -> None:
    text = "นายสมชาย ใจดี โฆษกกระทรวงการต่างประเทศ กล่าวว่า ไทยสนับสนุนพลังงานสะอาด และสนับสนุนการค้าเสรี"
    assert {who for who, _ in _pairs(text, "supported")} == {"ไทย"}


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("ณ ห้องบัวหลวง ณ โรงแรมริมน้ำ จังหวัดเชียงราย", {"ห้องบัวหลวง", "โรงแรมริมน้ำ", "เชียงราย"}),
        ("ณ. โรงแรมริมน้ำ (ห้องบัวหลวง ชั้น 2) จังหวัดเชียงราย", {"โรงแรมริมน้ำ (ห้องบัวหลวง ชั้น 2)", "เชียงราย"}),
    ],
)
def test_a_venue_may_be_told_in_steps(place: str, names: set[str]) -> None:
    assert _pairs(f"{_NINTH} จัดขึ้น {place}", "heldAt") == {(_NINTH, name) for name in names}


def test_days_from_one_to_another_are_one_time() -> None:
    text = f"{_SOMCHAI}เข้าร่วม{_NINTH} ตั้งแต่วันที่ 5-7 มีนาคม 2567"
    assert _pairs(text, "heldOn") == {(_NINTH, "2024-03-05/2024-03-07")}


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        (f"{_SOMCHAI}เข้าร่วมการประชุม UNGA78", "การประชุม UNGA78"),
        (f"{_SOMCHAI}เข้าร่วมการประชุมสุดยอดอาเซียนครั้งประวัติศาสตร์", "การประชุมสุดยอดอาเซียนครั้งประวัติศาสตร์"),
    ],
)
def test_meetings_have_short_and_loose_names(text: str, meeting: str) -> None:
    assert _pairs(text, "attended") == {(SOMCHAI, meeting)}


def test_a_meeting_is_put_on_by_each_whom_and_joins() -> None:
    text = f"{_NINTH} จัดโดยกระทรวงพลังงานและสหภาพยุโรป"
    assert {who for who, _ in _pairs(text, "hosted")} == {"กระทรวงพลังงาน", "สหภาพยุโรป"}


@pytest.mark.parametrize(
    ("opener", "mood"),
    [
        ("นายกรัฐมนตรีและผู้นำบิมสเทคได้รับรองเอกสารผลลัพธ์ 2 ฉบับ ได้แก่", "Actual"),
        ("นายกรัฐมนตรีจะร่วมรับรองเอกสารผลลัพธ์ 2 ฉบับ ได้แก่", "Planned"),
    ],
)
def test_what_people_adopt_at_a_meeting_is_adopted_by_the_meeting(opener: str, mood: str) -> None:
    summit = "การประชุมผู้นำบิมสเทค ครั้งที่ 6"
    text = f"{_PREMIER}เข้าร่วม{summit}\n{opener}\n1) ปฏิญญาเชียงรายว่าด้วยพลังงานสะอาด\n2) รายงานเรื่องน้ำสะอาด"
    assert facts_of(text, "adopted") == {
        (summit, "ปฏิญญาเชียงรายว่าด้วยพลังงานสะอาด", mood),
        (summit, "รายงานเรื่องน้ำสะอาด", mood),
    }


def test_behind_a_number_of_documents_another_thing_is_told() -> None:
    text = f"{_NINTH} รับรองเอกสารผลลัพธ์ 6 ฉบับ ปูทางสร้างโอกาสทางเศรษฐกิจ"
    assert _pairs(text, "adopted") == {(_NINTH, "เอกสารผลลัพธ์ 6 ฉบับ")}


@pytest.mark.parametrize("words", ["พร้อมต้อนรับ", "แสดงความพร้อมในการต้อนรับ", "พร้อมให้การต้อนรับ"])
def test_who_is_ready_to_welcome_a_guest_has_not_yet(words: str) -> None:
    assert {mood for _, _, mood in facts_of(f"{_PREMIER}{words}{_JOHN}", "metWith")} <= {"Planned"}
