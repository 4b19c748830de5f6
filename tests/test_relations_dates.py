"""Whose a date is: of a meeting, or of what else the words before it tell; texts made for the purpose."""

from __future__ import annotations

import pytest
from reading import facts_of, read

PM = "นางสาวอรทัย มั่นคง นายกรัฐมนตรี"
ONE = "นายเคน โอตะ นายกรัฐมนตรีญี่ปุ่น"
COUNCIL = "การประชุมคณะมนตรีการค้าไทย-ญี่ปุ่น ครั้งที่ 3"


def dates_of(text: str) -> dict[str, set[str]]:
    """The dates of each meeting that a text tells of."""
    dates: dict[str, set[str]] = {}
    for meeting, date, _ in facts_of(text, "heldOn"):
        dates.setdefault(meeting, set()).add(date)
    return dates


@pytest.mark.parametrize(
    "told",
    [
        "ไทยและญี่ปุ่นลงนามความตกลงเมื่อปี 2564 ซึ่ง{council} เป็นโอกาสดี",
        "เลขาธิการเยือนประเทศไทยในฐานะแขกของกระทรวงพลังงาน ระหว่างวันที่ 3-5 มีนาคม 2567 โดยเห็นพ้องใน{council}",
        "โครงการจะสิ้นสุดในวันที่ 31 ธันวาคม 2567 ดังนั้น ไทยจะเสนอเรื่องนี้ใน{council}",
    ],
)
def test_a_date_behind_what_its_clause_tells_is_not_that_of_the_next_meeting(told: str) -> None:
    assert not dates_of(told.format(council=COUNCIL))


@pytest.mark.parametrize(
    "opening", ["เมื่อวันที่ 5 มีนาคม 2567", "นางสาวแก้ว ใสสะอาด โฆษกกระทรวงพลังงาน เปิดเผยว่า เมื่อวันที่ 5 มีนาคม 2567"]
)
def test_a_date_that_opens_its_clause_goes_on_to_the_next(opening: str) -> None:
    text = f"{opening} (ตามเวลาท้องถิ่น ซึ่งช้ากว่ากรุงเทพฯ 5 ชั่วโมง) {PM} เข้าร่วม{COUNCIL}"
    assert dates_of(text) == {COUNCIL: {"2024-03-05"}}


def test_the_day_of_what_comes_of_a_meeting_is_not_its_own() -> None:
    text = f"การส่งข้าวในวันที่ 5 มีนาคม 2567 เป็นผลสืบเนื่องจาก{COUNCIL}"
    assert not dates_of(text)


@pytest.mark.parametrize(
    "goes_on",
    [
        "และความร่วมมือที่ผ่านมาทำให้วันที่ 7 มีนาคม 2567 มีผู้เดินทางเพิ่มขึ้น",
        "ซึ่งเมื่อวันที่ 7 มีนาคม 2567 เลขาธิการได้เดินทางไปเยี่ยมโรงเรียน",
        "โดยไทยยินดีกับการก้าวสู่ประเทศพัฒนาแล้วเมื่อเดือนธันวาคม 2566",
        "โดยที่ประชุมรับทราบแผนงานด้านพลังงาน ประจำปี 2568",
        "โดยที่ประชุมเห็นชอบร่างระเบียบว่าด้วยพลังงานสะอาด พ.ศ. 2566",
    ],
)
def test_what_a_text_goes_on_to_tell_gives_the_meeting_no_date(goes_on: str) -> None:
    text = f"เมื่อวันที่ 5 มีนาคม 2567 {PM} เข้าร่วม{COUNCIL} {goes_on}"
    assert dates_of(text) == {COUNCIL: {"2024-03-05"}}


@pytest.mark.parametrize(
    "goes_on",
    [
        "ซึ่งญี่ปุ่นเป็นเจ้าภาพจัดขึ้นเมื่อเดือนมีนาคม 2567",
        "ซึ่งจะจัดในเดือนมีนาคม 2567",
        "ซึ่งไทยหวังว่าญี่ปุ่นจะเป็นเจ้าภาพการประชุมในเดือนมีนาคม 2567",
    ],
)
def test_a_month_in_which_a_meeting_is_told_to_be_held_is_its_own(goes_on: str) -> None:
    assert dates_of(f"{PM} กล่าวถึง{COUNCIL} {goes_on}") == {COUNCIL: {"2024-03"}}


def test_when_something_is_told_it_is_not_held() -> None:
    text = f"นายชัย ใจดี ที่ปรึกษาในฐานะประธาน{COUNCIL} เปิดเผยเมื่อวันที่ 5 มีนาคม 2567 ว่า ราคาข้าวสูงขึ้น"
    assert not dates_of(text)


def test_the_day_of_a_resolution_is_not_that_of_the_meeting_resolved_on() -> None:
    assert not dates_of(f"คณะรัฐมนตรีมีมติ (5 มีนาคม 2567) รับทราบผล{COUNCIL}")


@pytest.mark.parametrize(
    "who", ["คณะรัฐมนตรี (ครม.) เมื่อวันที่ 5 มีนาคม 2567", "คณะรัฐมนตรีเมื่อวันที่ 5 มีนาคม 2567 ", "ครม. วันที่ 5 มี.ค. 67 ได้"]
)
def test_the_day_on_which_a_body_resolved_is_that_of_no_meeting(who: str) -> None:
    assert not dates_of(f"{who}เห็นชอบร่างถ้อยแถลงของ{COUNCIL}")


@pytest.mark.parametrize(
    ("meeting", "day"),
    [
        ("ที่ประชุมคณะรัฐมนตรี", " (ครม.) เมื่อวันที่ 5 มีนาคม 2567"),
        ("ที่ประชุม ครม.", " (5 มี.ค. 67)"),
        ("ที่ประชุมครม.", " เมื่อวันที่ 5 มี.ค. 2567"),
    ],
)
def test_a_meeting_of_the_cabinet_is_on_the_day_told_behind_it(meeting: str, day: str) -> None:
    text = f"{meeting}{day} มีมติเห็นชอบแผนปฏิบัติการด้านพลังงาน ณ จังหวัดน่าน"
    assert dates_of(text) == {meeting: {"2024-03-05"}}
    assert not facts_of(text, "heldAt")
    assert {who for who, _, _ in facts_of(text, "adopted")} == {"คณะรัฐมนตรี"}


def test_the_cabinet_in_short_meets_where_the_cabinet_does() -> None:
    text = "โฆษกเปิดเผยผลการประชุมคณะรัฐมนตรี เมื่อวันที่ 5 มีนาคม 2567 ว่า ที่ประชุม ครม. (5 มี.ค. 67) เห็นชอบแผนพลังงาน"
    assert dates_of(text) == {"การประชุมคณะรัฐมนตรี": {"2024-03-05"}}


FIRST, SECOND = "การประชุมพลังงานโลก ครั้งที่ 4", "การประชุมอาหารโลก ครั้งที่ 2"


@pytest.mark.parametrize(
    "days",
    [
        "ในวันที่ 5 มีนาคม 2567 และวันที่ 9 มีนาคม 2567",
        "วันที่ 5 มีนาคม และ 9 มีนาคม 2567",
        "ในวันที่ ๕ และ ๙ มีนาคม ๒๕๖๗",
    ],
)
def test_of_days_told_in_turn_each_meeting_has_its_own(days: str) -> None:
    text = f"{FIRST} และ{SECOND} ซึ่งมีกำหนดจัดขึ้น{days} ตามลำดับ"
    assert dates_of(text) == {FIRST: {"2024-03-05"}, SECOND: {"2024-03-09"}}


def test_of_more_days_than_meetings_nobody_knows_which_is_whose() -> None:
    days = "วันที่ 3 มีนาคม 2567 วันที่ 5 มีนาคม 2567 และวันที่ 9 มีนาคม 2567"
    assert not dates_of(f"{FIRST} และ{SECOND} จะจัดขึ้น{days} ตามลำดับ")


def test_of_places_told_in_turn_each_meeting_has_its_own() -> None:
    text = f"{FIRST} และ{SECOND} จะจัดขึ้นในเดือนมีนาคม 2567 ที่กรุงเทพฯ ประเทศไทย และกรุงโตเกียว ญี่ปุ่น ตามลำดับ"
    places = {(meeting, place) for meeting, place, _ in facts_of(text, "heldAt")}
    assert places == {
        (FIRST, "กรุงเทพมหานคร"), (FIRST, "ไทย"), (SECOND, "โตเกียว"), (SECOND, "ญี่ปุ่น")
    }  # fmt: skip
    assert dates_of(text) == {FIRST: {"2024-03"}, SECOND: {"2024-03"}}


@pytest.mark.parametrize("opens", [True, False])
def test_the_day_above_a_broadcast_is_that_on_which_it_is_heard(*, opens: bool) -> None:
    lead = f"{PM} ให้สัมภาษณ์ถึงแนวทางแก้ไขปัญหาความไม่เท่าเทียม"
    invites = "ต่อจากนี้ไป ขอเชิญรับฟังรายการของเรา\n" if opens else ""
    text = f"{lead}\nวันเสาร์ที่ 2 มีนาคม 2567\n{invites}{PM} เข้าร่วม{COUNCIL}"
    assert dates_of(text) == ({} if opens else {COUNCIL: {"2024-03-02"}})


def test_a_date_told_before_the_clause_is_less_sure() -> None:
    here = f"เมื่อวันที่ 5 มีนาคม 2567 {PM} เข้าร่วม{COUNCIL}"
    before = f"เมื่อวันที่ 5 มีนาคม 2567 (ตามเวลาท้องถิ่น ซึ่งช้ากว่ากรุงเทพฯ 5 ชั่วโมง) {PM} เข้าร่วม{COUNCIL}"
    sure, less = (
        next(a.evidence[0].confidence for a in read(text).assertions if a.predicate == "heldOn")
        for text in (here, before)
    )
    assert less < sure


def test_a_date_on_which_something_will_go_on_is_planned() -> None:
    text = f"{PM} เข้าร่วม{COUNCIL} โดย{COUNCIL} จะดำเนินต่อไปในวันที่ 5 มีนาคม 2567"
    assert facts_of(text, "heldOn") == {(COUNCIL, "2024-03-05", "Planned")}


@pytest.mark.parametrize(("announced", "mood"), [("มีกำหนดการสำคัญ ดังนี้", "Planned"), ("มีผลสำคัญ ดังนี้", "Actual")])
def test_what_a_programme_lists_is_still_to_come(announced: str, mood: str) -> None:
    text = f"การเดินทางไปต่างประเทศของนายกรัฐมนตรี {announced}\nวันพุธที่ 5 มีนาคม 2568\n10.30 น. {PM} เข้าร่วม{COUNCIL}"
    assert {(p, m) for _, p, m in facts_of(text, "heldOn")} == {("2025-03-05", mood)}
    assert {m for _, _, m in facts_of(text, "attended")} == {mood}
