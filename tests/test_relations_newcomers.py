"""What a newcomer's own texts told wrongly: who and whose is meant; no person in them exists."""

from __future__ import annotations

import pytest
from reading import ACTUAL, FM, GUEST, KEN, NEGATED, WEERA, facts_of, pairs

DRAFT = "ร่างความตกลงการค้าเสรีไทย-เปรู"


@pytest.mark.parametrize(
    "post",
    [
        "เลขาธิการสหประชาชาติ",
        "เลขาธิการอาเซียน",
        "ประธานธนาคารโลก",
        "ข้าหลวงใหญ่สิทธิมนุษยชนแห่งสหประชาชาติ",
        "ประธานคณะมนตรียุโรป",
    ],
)
def test_who_serves_several_states_comes_to_thailand_and_stands_for_none(post: str) -> None:
    text = f"นายเคน โอตะ {post} เดินทางเยือนไทย"
    assert pairs(text, "visited") == {("เคน โอตะ", "ไทย")}
    assert pairs(text, "represents") == set()


def test_who_is_known_by_the_office_alone_comes_to_thailand_too() -> None:
    assert pairs("เลขาธิการสหประชาชาติเดินทางเยือนไทย", "visited") == {("เลขาธิการสหประชาชาติ", "ไทย")}


@pytest.mark.parametrize("act", ["ยังฝากความปรารถนาดีมายัง", "ฝากความระลึกถึงไปยัง", "เคยดำรงตำแหน่ง", "เคยเป็น"])
def test_what_somebody_does_is_no_part_of_his_name(act: str) -> None:
    assert pairs(f"นายโอตะ{act}นายกรัฐมนตรีไทย", "holdsPosition") == set()


def test_the_chief_of_a_body_and_the_head_of_a_state_are_two_people() -> None:
    text = f"{FM} พบหารือกับนายเคน โอตะ เลขาธิการสหประชาชาติ และประธานาธิบดีศรีลังกา"
    assert (KEN, "เลขาธิการสหประชาชาติ") in pairs(text, "holdsPosition")
    assert (KEN, "ศรีลังกา") not in pairs(text, "represents")


@pytest.mark.parametrize(("side", "state"), [("ไทย", "ไทย"), ("เวียดนาม", "เวียดนาม")])
@pytest.mark.parametrize("between", ["", " เพื่อกระชับความสัมพันธ์"])
def test_the_side_that_is_named_acts_and_not_whoever_is_named_before(
    side: str, state: str, between: str
) -> None:
    text = (
        f"{FM} หารือกับนายเหงียน วัน รัฐมนตรีว่าการกระทรวงการต่างประเทศเวียดนาม{between} ฝ่าย{side}เสนอโครงการเมืองคู่แฝด"
    )
    assert pairs(text, "proposed") == {(state, "โครงการเมืองคู่แฝด")}
    assert pairs(text, "holdsPosition") >= {("เหงียน วัน", "รัฐมนตรีว่าการกระทรวงการต่างประเทศเวียดนาม")}


def test_the_journey_of_somebody_unknown_is_not_that_of_whom_one_talks_with() -> None:
    text = f"{FM} หารือกับนายเคน โอตะ เกี่ยวกับการเยือนไทยของผู้เสนอรายงานพิเศษ"
    assert pairs(text, "visited") == set()


@pytest.mark.parametrize("when", ["ในปี 2569", "ในวันที่ 4 มีนาคม 2569"])
def test_when_somebody_is_asked_to_come_is_not_when_he_is_asked(when: str) -> None:
    ceremony = "พิธีลงนามบันทึกความเข้าใจด้านเกษตร"
    text = f"{FM} และ{GUEST} ได้ร่วมเป็นสักขีพยานใน{ceremony} นายโอตะได้เชิญนายวีระ ทองแท้ เยือนญี่ปุ่น{when}"
    assert pairs(text, "heldOn") == set()
    assert pairs(text, "visited") == {(WEERA, "ญี่ปุ่น")}


@pytest.mark.parametrize(
    ("approval", "mood"),
    [
        ("ยังไม่ได้รับความเห็นชอบจาก", NEGATED),
        ("ไม่ผ่านความเห็นชอบจาก", NEGATED),
        ("มิได้รับความเห็นชอบจาก", NEGATED),
        ("ได้รับความเห็นชอบจาก", ACTUAL),
        ("ผ่านความเห็นชอบจาก", ACTUAL),
    ],
)
def test_an_approval_that_is_denied_is_none(approval: str, mood: str) -> None:
    assert facts_of(f"{DRAFT} {approval}รัฐสภา", "adopted") == {("รัฐสภา", DRAFT, mood)}


def test_what_is_to_follow_an_approval_does_not_tell_that_it_was_given() -> None:
    text = f"หาก{DRAFT} ได้รับความเห็นชอบจากคณะรัฐมนตรี ไทยจะลงนามในปีหน้า"
    assert pairs(text, "adopted") == set()


@pytest.mark.parametrize("how", ["สอดคล้อง", "สอดรับ", "ควบคู่", "เกี่ยว"])
def test_with_what_something_that_is_signed_agrees_does_not_sign(how: str) -> None:
    text = f"ไทยลงนามความตกลงด้านแรงงาน {how}กับอาเซียนและจีน"
    assert {signs for signs, _ in pairs(text, "signed")} <= {"ไทย"}
    assert {s for s, _ in pairs("ไทยลงนามความตกลงด้านแรงงาน กับจีน", "signed")} == {"ไทย", "จีน"}


@pytest.mark.parametrize(
    ("text", "proposes"),
    [
        (
            "คณะกรรมการมีหน้าที่เสนอแนะนโยบาย และนายกรัฐมนตรีเสนอให้จัดตั้งกองทุนพัฒนาชายแดน",
            {("นายกรัฐมนตรี", "กองทุนพัฒนาชายแดน")},
        ),
        ("คณะกรรมการปะการังมีหน้าที่เสนอให้จัดตั้งกองทุนพัฒนาชายแดน", set()),
    ],
)
def test_only_who_may_do_something_has_not_done_it_yet(text: str, proposes: set[tuple[str, str]]) -> None:
    assert pairs(text, "proposed") == proposes


@pytest.mark.parametrize("name", ["John Speaker", "Grace Mayor"])
def test_an_office_behind_a_single_word_is_a_surname(name: str) -> None:
    assert pairs(f"Mr. {name} ประธานธนาคารโลก เข้าพบนายกรัฐมนตรี", "holdsPosition") == {
        (name, "ประธานธนาคารโลก")
    }
