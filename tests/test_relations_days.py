"""The day that a text is on, and the dates of a journey; texts made for the purpose."""

from __future__ import annotations

import pytest
from reading import all_facts, facts_of, pairs, read

PM = "นางสาวอรทัย มั่นคง นายกรัฐมนตรี"
ONE = "นายเคน โอตะ นายกรัฐมนตรีญี่ปุ่น"
TWO = "นายลี มินจุน ประธานาธิบดีสาธารณรัฐเกาหลี"


def test_what_follows_on_the_same_day_has_its_date() -> None:
    text = f"เมื่อวันที่ 5 มีนาคม 2567 {PM} หารือกับ{ONE} จากนั้น {PM} หารือกับ{TWO}"
    assert {o for _, o, _ in facts_of(text, "heldOn")} == {"2024-03-05"}
    assert len({a.subject for a in read(text).assertions if a.predicate == "heldOn"}) == len(("one", "two"))


def test_a_talk_of_long_ago_is_not_of_the_day() -> None:
    text = f"เมื่อวันที่ 5 มีนาคม 2567 {PM} หารือกับ{ONE} โดยที่ผ่านมา {PM} ได้หารือกับ{TWO}"
    assert len({a.subject for a in read(text).assertions if a.predicate == "heldOn"}) == 1


@pytest.mark.parametrize(
    ("visit", "places"),
    [("เยือนกรุงโซล สาธารณรัฐเกาหลี", {"โซล", "เกาหลีใต้"}), ("เยือนสาธารณรัฐเกาหลี", {"เกาหลีใต้"})],
)
def test_what_is_planned_on_a_journey_is_held_on_it(visit: str, places: set[str]) -> None:
    told = f"\n\nสำหรับการเยือนครั้งนี้ {PM} มีกำหนดหารือกับ{TWO}"
    facts = {(p, o, m) for _, p, o, m in all_facts(read(f"{PM} มีกำหนด{visit} ในวันที่ 3 เมษายน 2567{told}"))}
    assert ("heldOn", "2024-04-03", "Planned") in facts
    assert {o for p, o, _ in facts if p == "heldAt"} == places


def test_on_which_day_of_a_journey_a_talk_is_nobody_knows() -> None:
    text = f"{PM} มีกำหนดเยือนกรุงโซล ระหว่างวันที่ 3 - 5 เมษายน 2567\n\nสำหรับการเยือนครั้งนี้ {PM} มีกำหนดหารือกับ{TWO}"
    assert not facts_of(text, "heldOn")
    assert not facts_of(text, "heldAt")
    assert {m for _, _, m in facts_of(text, "metWith")} == {"Planned"}


def test_a_ceremony_is_on_the_day_that_is_told_of() -> None:
    text = (
        f"วันนี้ (5 มีนาคม 2567) นายเอก ใจดี โฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่า {PM} หารือกับ{ONE}\n\n"
        f"โดย{PM}จะเข้าร่วมพิธีต้อนรับอย่างเป็นทางการ ต่อจากนั้น {PM} เป็นประธานในพิธีเปิดสะพานมิตรภาพ"
    )
    assert len(facts_of(text, "heldOn")) == len(("talk", "welcome", "opening"))
    assert {o for _, o, _ in facts_of(text, "heldOn")} == {"2024-03-05"}


@pytest.mark.parametrize("then", ["ภายหลังเสร็จสิ้นการหารือ", "จากนั้นในเวลา 18.30 น.", "ในโอกาสนี้"])
def test_what_comes_behind_a_talk_is_on_its_day_whatever_years_are_told_between(then: str) -> None:
    text = (
        f"วันนี้ (5 มีนาคม 2567) {PM} หารือทวิภาคีกับ{ONE}\n\n"
        "ทั้งสองฝ่ายยินดีที่ปี 2560 เป็นปีแห่งการท่องเที่ยวระหว่างกัน และเห็นพ้องที่จะส่งเสริมการค้า\n\n"
        f"{then} {PM} เป็นประธานในพิธีเปิดสะพานมิตรภาพ"
    )
    assert ("พิธีเปิดสะพานมิตรภาพ", "2024-03-05", "Actual") in facts_of(text, "heldOn")


def test_what_comes_behind_a_report_is_not_on_the_day_of_the_report() -> None:
    text = f"วันนี้ (5 มีนาคม 2567) {PM} กล่าวถึงผลการเยือนญี่ปุ่น\n\nต่อจากนั้น {PM} ได้เดินทางไปกรุงโซล และหารือกับ{TWO}"
    assert not facts_of(text, "heldOn")


@pytest.mark.parametrize(
    ("place", "held"), [("ณ บริเวณโถงกลาง ตึกเอก ทำเนียบรัฐบาล", False), ("ณ ห้องสีฟ้า ตึกเอก ทำเนียบรัฐบาล", True)]
)
def test_where_the_press_waits_no_meeting_is_held(place: str, held: bool) -> None:
    text = f"วันนี้ (5 มีนาคม 2567) {place} {PM} กล่าวภายหลังการประชุมคณะรัฐมนตรีว่า จะเร่งช่วยเหลือเกษตรกร"
    assert facts_of(text, "heldOn") == {("การประชุมคณะรัฐมนตรี", "2024-03-05", "Actual")}
    assert bool(facts_of(text, "heldAt")) is held


def test_on_the_day_on_which_an_official_is_back_he_does_nothing_abroad() -> None:
    told = f"ในวันที่ 9 เมษายน 2567\n\nสำหรับการเยือนครั้งนี้ {PM} มีกำหนดหารือกับ{TWO}"
    assert not facts_of(f"{PM} มีกำหนดเดินทางถึงประเทศไทย {told}", "heldOn")
    assert {o for _, o, _ in facts_of(f"{PM} มีกำหนดเดินทางถึงกรุงโซล {told}", "heldOn")} == {"2024-04-09"}


def test_who_sets_out_for_a_meeting_tells_nothing_of_its_day() -> None:
    text = f"วันนี้ (5 มีนาคม 2567) {PM} เดินทางถึงกรุงโซล เพื่อเข้าร่วมการประชุมรัฐมนตรีอาเซียนด้านป่าไม้ ครั้งที่ 5"
    assert not facts_of(text, "heldOn")
    assert ("การประชุมรัฐมนตรีอาเซียนด้านป่าไม้ ครั้งที่ 5", "โซล", "Actual") in facts_of(text, "heldAt")


def test_a_meeting_is_held_on_the_day_on_which_it_is_opened() -> None:
    told = f"{PM} เป็นประธานในพิธีเปิดการประชุมรัฐมนตรีอาเซียนด้านป่าไม้ ครั้งที่ 5"
    days = facts_of(f"เมื่อวันที่ 5 มีนาคม 2567 {told}", "heldOn")
    assert ("การประชุมรัฐมนตรีอาเซียนด้านป่าไม้ ครั้งที่ 5", "2024-03-05", "Actual") in days


def test_both_sides_come_to_what_the_programme_of_a_visit_lists() -> None:
    text = (
        f"{ONE} มีกำหนดเยือนประเทศไทยอย่างเป็นทางการ ในวันที่ 3 เมษายน 2567 ตามคำเชิญของ{PM}\n\n"
        "โดยมีกำหนดการสำคัญ ณ ทำเนียบรัฐบาล ได้แก่ พิธีการต้อนรับอย่างเป็นทางการ และการแถลงข่าวร่วม"
    )
    came = facts_of(text, "attended")
    assert {(s, m) for s, _, m in came} == {("เคน โอตะ", "Planned"), ("อรทัย มั่นคง", "Planned")}
    assert len(came) == len(("guest", "host")) * len(("welcome", "press conference"))
    assert {o for _, o, _ in facts_of(text, "heldOn")} == {"2024-04-03"}
    assert {o for _, o, _ in facts_of(text, "heldAt")} == {"ทำเนียบรัฐบาล"}


def test_what_somebody_travels_for_is_held_where_he_goes() -> None:
    text = f"{PM} เดินทางไปยังกรุงโซล เพื่อเข้าร่วมการประชุมพลังงานโลก ครั้งที่ 3"
    assert {o for _, o, _ in facts_of(text, "heldAt")} == {"โซล"}
    there = f"{PM} เดินทางไปยังกรุงโซล เพื่อเข้าร่วมการประชุมพลังงานโลก ครั้งที่ 3 ณ เมืองปูซาน"
    assert "โซล" not in {o for _, o, _ in facts_of(there, "heldAt")}


def test_who_goes_to_see_goes_to_the_very_place() -> None:
    text = f"{PM} มีกำหนดเดินทางลงพื้นที่ชายแดน ณ ด่านหนองคาย จังหวัดหนองคาย"
    assert {(s, m) for s, _, m in facts_of(text, "visited")} == {("อรทัย มั่นคง", "Planned")}
    assert len(facts_of(text, "visited")) == len(("post", "province"))


def test_of_two_days_that_wait_the_one_told_last_is_that_of_the_talk() -> None:
    text = f"วันนี้ (7 มิถุนายน 2564) {PM} กล่าวว่า ซึ่งเมื่อวันที่ 8 มิถุนายน 2564 {PM} ได้หารือกับ{ONE}"
    assert {o for _, o, _ in facts_of(text, "heldOn")} == {"2021-06-08"}


@pytest.mark.parametrize(
    ("where", "places"),
    [
        ("ครั้งที่ 9 ที่เสียมราฐ", {"เสียมราฐ"}),
        ("ครั้งที่ 9 เมื่อวันที่ 5-7 มีนาคม 2567 ที่บาหลี อินโดนีเซีย", {"บาหลี", "อินโดนีเซีย"}),
        ("ครั้งที่ 9 ที่ สปป.ลาว", {"ลาว"}),
    ],
)
def test_behind_a_meeting_it_is_told_where_it_was_held(where: str, places: set[str]) -> None:
    assert {o for _, o, _ in facts_of(f"{PM} เข้าร่วมการประชุมพลังงานโลก {where}", "heldAt")} == places


def test_who_is_met_in_the_margins_is_met_at_a_talk_of_its_own() -> None:
    text = f"{PM} หารือกับ{TWO} โดย{PM} กล่าวว่า ได้มีการหารือกับ{ONE} ในช่วงการประชุมพลังงานโลก ครั้งที่ 3"
    talks = {a.object for a in read(text).assertions if a.predicate == "attended"}
    inner = {a.subject for a in read(text).assertions if a.predicate == "partOf"}
    assert len(talks) == len(("this one", "that in the margins"))
    assert len(inner & talks) == 1


def test_talks_with_two_groups_are_two_talks() -> None:
    text = f"{PM} พบหารือกับนักลงทุนญี่ปุ่น และในช่วงบ่ายจะพบหารือกับภาคเอกชนเกาหลีใต้"
    talks = {a.object for a in read(text).assertions if a.predicate == "attended"}
    assert len(talks) == len(("investors", "companies"))


def test_a_meeting_with_three_more_states_is_under_their_mechanism() -> None:
    text = f"{PM} เข้าร่วมการประชุมรัฐมนตรีอาเซียนบวกสามด้านพลังงาน ครั้งที่ 7 (7th AMEM+3 Meeting)"
    assert {o for _, o, _ in facts_of(text, "underFramework")} == {"อาเซียนบวกสาม"}


def test_where_something_is_proposed_to_be_nobody_talks() -> None:
    text = f"{PM} จะเสนอการพัฒนาระบบศุลกากร ณ จุดผ่านแดน และจะหารือกับ{ONE}"
    assert facts_of(text, "attended")
    assert not facts_of(text, "heldAt")


@pytest.mark.parametrize("joint", [" ", " โดยไทยเป็นเจ้าภาพจัดประชุม"])
def test_the_place_of_a_meeting_told_with_its_planned_day_is_planned(joint: str) -> None:
    text = (
        "นายธนดล รุ่งเรืองกิจ รัฐมนตรีว่าการกระทรวงวัฒนธรรม มีกำหนดเข้าร่วมการประชุมวัฒนธรรมแห่งเอเชีย ครั้งที่ 3 "
        f"ระหว่างวันที่ 9-10 สิงหาคม 2565{joint}ที่กรุงเทพมหานคร"
    )
    assert {mood for _, _, mood in facts_of(text, "heldOn")} == {"Planned"}
    assert {mood for _, _, mood in facts_of(text, "heldAt")} == {"Planned"}


@pytest.mark.parametrize(
    "source", ["ข้อเสนอแนะจากการประชุมในวันที่ 3 สิงหาคม 2564", "ผลการประชุมเมื่อวันที่ 3 สิงหาคม 2564"]
)
def test_the_day_of_the_meeting_that_something_comes_of_is_not_that_of_the_next(source: str) -> None:
    text = f"ลาวจะนำ{source} เสนอในการประชุมวัฒนธรรมแห่งเอเชีย ครั้งที่ 8 ในเดือนตุลาคม 2564 ต่อไป"
    assert {o for s, o, _ in facts_of(text, "heldOn") if "วัฒนธรรม" in s} == {"2021-10"}


def test_a_year_told_of_something_else_is_not_that_of_a_meeting_with_its_own() -> None:
    text = (
        "นายสมชาย ใจดี เอกอัครราชทูตฝรั่งเศสประจำประเทศไทย จะดำรงตำแหน่งประธานในครึ่งปีแรก 2565 "
        "รวมทั้งชื่นชมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 39 ในปี 2564"
    )
    assert {o for s, o, _ in facts_of(text, "heldOn") if s.startswith("การประชุม")} == {"2021"}


def test_what_is_told_of_one_point_of_a_list_is_not_of_the_next() -> None:
    text = (
        "ไทยจะจัดการประชุม 1) การประชุมพลังงานอาเซียน จัดขึ้นวันที่ 3 มีนาคม 2565 โดยมีอธิบดีกรมการข้าวเป็นประธานการประชุม "
        "2) การประชุมแร่ธาตุอาเซียน จัดขึ้นวันที่ 4 เมษายน 2565 โดยมีอธิบดีกรมปศุสัตว์เป็นประธานการประชุม "
        "และ 3) การประชุมป่าไม้อาเซียน จัดขึ้นวันที่ 5 พฤษภาคม 2565"
    )
    assert pairs(text, "chaired") == {
        ("อธิบดีกรมการข้าว", "การประชุมพลังงานอาเซียน"),
        ("อธิบดีกรมปศุสัตว์", "การประชุมแร่ธาตุอาเซียน"),
    }
    assert pairs(text, "heldOn") == {
        ("การประชุมพลังงานอาเซียน", "2022-03-03"),
        ("การประชุมแร่ธาตุอาเซียน", "2022-04-04"),
        ("การประชุมป่าไม้อาเซียน", "2022-05-05"),
    }


_SUMMIT = "การประชุมสุดยอดอาเซียน ครั้งที่ 50"


@pytest.mark.parametrize(
    "text",
    [
        f"{_SUMMIT} ที่กรุงมะนิลาในวันที่ 5 พฤษภาคม 2569 ถูกยกเลิก",
        f"ฟิลิปปินส์ยกเลิก{_SUMMIT} ที่กรุงมะนิลาในวันที่ 5 พฤษภาคม 2569",
        f"ฟิลิปปินส์เลื่อน{_SUMMIT} ที่กรุงมะนิลาในวันที่ 5 พฤษภาคม 2569 ออกไปอย่างไม่มีกำหนด",
        f"{_SUMMIT} มีกำหนดเดิมในวันที่ 5 พฤษภาคม 2569 ที่กรุงมะนิลา แต่ได้เลื่อนออกไป",
    ],
)
def test_what_is_called_off_is_not_held_there_and_then(text: str) -> None:
    assert {m for p in ("heldOn", "heldAt") for _, _, m in facts_of(text, p)} <= {"Negated"}


@pytest.mark.parametrize(
    "text",
    [
        f"{_SUMMIT} ซึ่งเดิมกำหนดจัดในวันที่ 5 พฤษภาคม 2569 ถูกเลื่อนเป็นวันที่ 10 มิถุนายน 2569",
        f"{_SUMMIT} เลื่อนจากวันที่ 5 พฤษภาคม 2569 เป็นวันที่ 10 มิถุนายน 2569",
        f"{_SUMMIT} เลื่อนไปจัดในวันที่ 10 มิถุนายน 2569 จากเดิมวันที่ 5 พฤษภาคม 2569",
    ],
)
def test_what_is_put_off_is_to_be_on_the_day_that_came_instead(text: str) -> None:
    assert {(o, m) for _, o, m in facts_of(text, "heldOn")} == {("2026-06-10", "Planned")}


def test_what_was_put_off_before_is_held_when_it_is_told_to_be() -> None:
    text = f"{PM} เข้าร่วม{_SUMMIT} ที่กรุงมะนิลา เมื่อวันที่ 3 มีนาคม 2567 หลังต้องเลื่อนมาจากเดิมในเดือนมกราคม 2567"
    assert {(o, m) for _, o, m in facts_of(text, "heldOn")} == {("2024-03-03", "Actual")}
