"""Who went where: sites that are seen, visits with a suite, arrivals that are none."""

from __future__ import annotations

import pytest
from reading import ACTUAL, NEGATED, PLANNED, told

_SOMCHAI = "นายสมชาย ใจดี นายกรัฐมนตรี"


def visits(*paragraphs: str) -> set[tuple[str, str, str]]:
    return told("\n".join(paragraphs), "visited")


@pytest.mark.parametrize(
    ("told", "site", "mood"),
    [
        ("ได้เยี่ยมชมโรงงานผลิตกระดาษบ้านไผ่", "โรงงานผลิตกระดาษบ้านไผ่", ACTUAL),
        ("จะเดินทางไปวางพวงมาลา ณ อนุสาวรีย์เสรีชน", "อนุสาวรีย์เสรีชน", PLANNED),
        ("เดินทางต่อไปยังอุทยานแห่งชาติเขาทราย", "อุทยานแห่งชาติเขาทราย", ACTUAL),
        ("จะตรวจเยี่ยมเขื่อนลำน้ำใสในวันพรุ่งนี้", "เขื่อนลำน้ำใส", PLANNED),
    ],
)
def test_who_goes_to_see_a_site_visits_it(told: str, site: str, mood: str) -> None:
    assert visits(f"{_SOMCHAI} {told}") == {("สมชาย ใจดี", site, mood)}


@pytest.mark.parametrize(
    "told",
    [
        "ได้เยี่ยมชมนิทรรศการผ้าไหม",
        "กล่าวถึงการเยี่ยมชมโรงงานผลิตกระดาษบ้านไผ่",
        "เดินทางถึงท่าอากาศยานดอนเมือง กรุงเทพฯ",
        "หารือเรื่องการเดินทางไปเที่ยวญี่ปุ่น",
    ],
)
def test_what_is_no_visit(told: str) -> None:
    assert visits(f"{_SOMCHAI} {told}") == set()


_KEN = "นายเคน โอตะ นายกรัฐมนตรีญี่ปุ่น"


@pytest.mark.parametrize("leads", ["ให้การต้อนรับ", "หารือกับ"])
def test_whom_a_relative_clause_tells_of_stands_right_before_it(leads: str) -> None:
    assert visits(f"{_SOMCHAI} {leads}{_KEN} ซึ่งเดินทางเยือนประเทศไทย") == {("เคน โอตะ", "ไทย", ACTUAL)}


def test_what_two_agree_on_is_not_told_of_the_one_named_last() -> None:
    text = f"{_SOMCHAI} หารือกับ{_KEN} ซึ่งได้เห็นพ้องร่วมกันในการส่งเสริมการท่องเที่ยว"
    assert "เคน โอตะ" not in {s for s, _, _ in told(text, "supported")}


@pytest.mark.parametrize("comes", ["ในโอกาสเดินทางเยือนประเทศไทย", "ที่เดินทางเยือนประเทศไทย"])
def test_who_is_named_with_a_guest_visits_as_he_does(comes: str) -> None:
    found = visits(f"{_SOMCHAI} ให้การต้อนรับ{_KEN} และภริยา {comes}")
    assert {s for s, _, _ in found} == {"เคน โอตะ", "ภริยา"}


@pytest.mark.parametrize("before", ["ก่อนเดินทางเยือน", "ก่อนออกเดินทางเยือน", "ก่อนที่จะเดินทางเยือน"])
def test_a_journey_before_which_somebody_speaks_is_still_to_come(before: str) -> None:
    assert visits(f"{_SOMCHAI} ให้สัมภาษณ์{before}ญี่ปุ่น") == {("สมชาย ใจดี", "ญี่ปุ่น", PLANNED)}


@pytest.mark.parametrize(
    ("told", "mood"),
    [
        ("ถูกยกเลิก", NEGATED),
        ("ซึ่งเดิมมีกำหนดในวันที่ 3 มีนาคม 2569 ได้ถูกเลื่อนออกไปอย่างไม่มีกำหนด", NEGATED),
        ("ถูกเลื่อนไปเป็นวันที่ 20 มีนาคม 2569", PLANNED),
        ("ประสบความสำเร็จ", ACTUAL),
        ("ทำให้การประชุมคณะกรรมาธิการร่วมไทย-ลาวถูกเลื่อนออกไป", ACTUAL),
    ],
)
def test_a_journey_that_is_called_off_is_not_made(told: str, mood: str) -> None:
    assert visits(f"การเยือนไทยของ{_KEN} {told}") == {("เคน โอตะ", "ไทย", mood)}


def test_who_does_not_go_has_nothing_of_it_in_his_title() -> None:
    text = "ประธานาธิบดีฝรั่งเศสตัดสินใจเลื่อนกำหนดการเยือนไทย"
    assert visits(text) == {("ประธานาธิบดีฝรั่งเศส", "ไทย", NEGATED)}


@pytest.mark.parametrize("how", ["อีกครั้ง", "เป็นครั้งแรก", "หลายครั้ง", "ตั้งแต่วันที่ 3 มีนาคม 2567", "อย่างเป็นทางการ"])
def test_how_often_and_since_when_is_no_part_of_the_name_of_a_place(how: str) -> None:
    assert {place for _, place, _ in visits(f"{_SOMCHAI} เดินทางเยือนเกาะทราย{how}")} == {"เกาะทราย"}
