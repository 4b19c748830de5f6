"""Fairs, meals, press conferences and openings, and where and when they are; no person in them exists."""

from __future__ import annotations

import pytest
from reading import GUEST, KEN, ORATHAI, PM, SUMMIT, names_of_meetings, pairs


@pytest.mark.parametrize(
    "name",
    [
        "งาน Silk & Rice 2030",
        "งาน SILKA",
        "งาน Laos - Japan Rice Forum",
        "นิทรรศการ Rice Tomorrow",
        "งานพืชสวนโลก 2030 (EXPO 2030 Green Ayutthaya)",
        "ซีเกมส์ ครั้งที่ 40",
        "การประชุม JC เศรษฐกิจไทย - ลาว ครั้งที่ 7",
        "การประชุมคณะกรรมการเขตแดนร่วม ครั้งต่อไป",
        "งานแข่งขันประดิษฐ์เครื่องบิน The Great Kite Fair 2030",
    ],
)
def test_fairs_games_and_the_next_of_a_series_have_names(name: str) -> None:
    assert names_of_meetings(f"หวังว่า{name} จะประสบความสำเร็จ") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("มีการหารือกันในการประชุม SILK ในเร็ว ๆ นี้", "การประชุม SILK"),
        ("เป็นประธานในพิธีเปิด และพิธีมอบรางวัลผ้าไทย", "พิธีเปิด"),
        ("จัดงานเนื่องในวันผ้าไทยแห่งชาติมาอย่างต่อเนื่อง", "งานเนื่องในวันผ้าไทยแห่งชาติ"),
    ],
)
def test_a_name_is_no_longer_than_it_is(text: str, name: str) -> None:
    assert names_of_meetings(text)[0] == name


@pytest.mark.parametrize("text", ["ผู้แทนไทยได้เข้าร่วมงาน Big rice fair ที่กรุงเทพฯ", "มีการหารือร่วมกันในหลายประเด็น"])
def test_what_goes_on_in_small_letters_or_is_done_together_is_no_name(text: str) -> None:
    assert names_of_meetings(text) == []


def test_meetings_of_two_mechanisms_are_two() -> None:
    text = f"{PM} เข้าร่วมการประชุมสุดยอดผู้นำจี 7 และการประชุมสุดยอดผู้นำจี 20"
    assert len({o for _, o in pairs(text, "attended")}) == len(("G7", "G20"))


@pytest.mark.parametrize(
    ("text", "came"),
    [
        (f"{PM} ได้แถลงข่าวผลการประชุมพลังงานโลก", {ORATHAI}),
        (f"{PM} แถลงข่าวว่า ไทยพร้อมสนับสนุนพลังงานสะอาด", set()),
        (f"{PM} เห็นชอบร่างแถลงข่าวร่วมการประชุมพลังงานโลก", set()),
        (f"{PM} รับประทานอาหารค่ำร่วมกับ{GUEST}", {ORATHAI, KEN}),
        (f"{PM} และ{GUEST} ร่วมรับประทานอาหารกลางวัน", {ORATHAI, KEN}),
        (f"{PM} ได้พบปะนักธุรกิจรายใหญ่", {ORATHAI}),
        (f"{PM} ได้พูดคุยกับเกษตรกรในพื้นที่", {ORATHAI}),
        (f"{PM} ระบุว่า ได้พบแรงงานผิดกฎหมาย", set()),
    ],
)
def test_who_comes_to_what_has_no_name(text: str, came: set[str]) -> None:
    assert {s for s, _ in pairs(text, "attended")} == came


def test_where_a_clause_opens_all_is_held_that_it_tells_of() -> None:
    text = f"วันนี้ ณ ตึกบุษบา {PM} เข้าร่วมพิธีต้อนรับอย่างเป็นทางการ และหารือกับ{GUEST}"
    assert len(pairs(text, "heldAt")) == len(("welcome", "talk"))


def test_the_state_of_a_city_may_stand_right_behind_it() -> None:
    assert {o for _, o in pairs(f"{PM} หารือกับ{GUEST} ณ กรุงโตเกียวญี่ปุ่น", "heldAt")} == {"โตเกียว", "ญี่ปุ่น"}


@pytest.mark.parametrize(
    "text",
    [
        "ในปี 2567 ไทยจะผลักดันให้เป็นปีแห่งผ้าไทยสากล",
        "ประกาศปี 2567 เป็น “ปีแห่งผ้าไทยสากล”",
        "ไทยร่วมเฉลิมฉลองปีแห่งผ้าไทยสากล ในปี 2567",
    ],
)
def test_an_observance_has_its_year(text: str) -> None:
    assert {o for _, o in pairs(text, "heldOn")} == {"2024"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (f"{SUMMIT} ในปี 2567 ที่กรุงเทพฯ ทั้งนี้ {SUMMIT} จะจัดขึ้นในเดือนมิถุนายน 2567", {"2024-06"}),
        (f"วันที่ 6 มีนาคม 2567 เป็น{SUMMIT}", {"2024-03-06"}),
        (f"วันนี้ (5 มีนาคม 2567) {PM} ออกเดินทางเพื่อเข้าร่วม{SUMMIT}", set()),
    ],
)
def test_which_day_is_a_meetings_own(text: str, days: set[str]) -> None:
    assert {o for _, o in pairs(text, "heldOn")} == days


def test_an_initiative_that_is_known_bears_the_bodys_name() -> None:
    text = f"{PM} สนับสนุนการจัดตั้งกองทุนอาเซียนเพื่อรับมือกับโควิด-19"
    assert {o for _, o in pairs(text, "underFramework")} == {"อาเซียน"}


def test_a_bilateral_talk_is_of_the_two_who_hold_it() -> None:
    guest = "รัฐมนตรีว่าการกระทรวงการคลังญี่ปุ่น"
    assert {s for s, _ in pairs(f"{PM} มีกำหนดการหารือทวิภาคีกับ{guest}", "attended")} == {ORATHAI, guest}


def test_a_host_may_hold_the_meeting_without_its_noun() -> None:
    text = "ประเทศไทยเป็นเจ้าภาพจัดประชุมรัฐมนตรีคลังอาเซียน ครั้งที่ 14 ณ กรุงเทพฯ"
    assert {s for s, _ in pairs(text, "hosted")} == {"ไทย"}


def test_a_press_conference_on_a_meeting_is_a_part_of_it_and_one_that_announces_it_is_not() -> None:
    meeting = "การประชุมผู้นำเมฆา ครั้งที่ 6"
    for on in ("", "ผล"):
        assert {whole for _, whole in pairs(f"{PM} แถลงข่าว{on}{meeting}", "partOf")} == {meeting}
    assert pairs(f"{PM} แถลงข่าวการจัด{meeting}", "partOf") == set()
