"""Journeys, talks, hosts and signatures in texts made for the purpose; no person in them exists."""

from __future__ import annotations

import pytest
from reading import (
    ACTUAL,
    FM,
    GUEST,
    KEN,
    LEE,
    ORATHAI,
    OTHER,
    PAPER,
    PLANNED,
    PM,
    SUMMIT,
    WEERA,
    facts_of,
    pairs,
    told,
)


def test_who_comes_along_on_a_journey_visits_too() -> None:
    text = f"{PM} พร้อมคณะ ได้แก่ {FM} และนายธีรพล นาคา อธิบดีกรมยุโรป เดินทางเยือนสาธารณรัฐเกาหลี"
    assert {s for s, _ in pairs(text, "visited")} == {ORATHAI, WEERA, "ธีรพล นาคา"}


def test_who_comes_along_to_a_call_paid_on_a_journey_travels_too() -> None:
    envoy = "นางสาวเดือน แจ่มใส เอกอัครราชทูตไทย ณ กรุงโซล"
    text = f"{PM} พร้อมด้วย {FM} และนายธีรพล นาคา อธิบดีกรมยุโรป เข้าพบ{envoy} ในโอกาสเดินทางเยือนสาธารณรัฐเกาหลี"
    assert {s for s, _ in pairs(text, "visited")} == {ORATHAI, WEERA, "ธีรพล นาคา"}


def test_an_envoy_who_comes_along_to_a_call_lives_here() -> None:
    envoy = "นายฮิโรชิ มูราตะ เอกอัครราชทูตญี่ปุ่นประจำประเทศไทย"
    text = f"{GUEST} พร้อมด้วย{envoy} เข้าเยี่ยมคารวะ{PM} ในโอกาสเยือนประเทศไทย"
    assert {s for s, _ in pairs(text, "visited")} == {KEN}


@pytest.mark.parametrize(
    ("journey", "goals"),
    [
        (
            f"{PM} พร้อมคณะ เดินทางถึงท่าอากาศยานนานาชาติบ้านทราย ราชอาณาจักรกัมพูชา",
            {(ORATHAI, "กัมพูชา"), (ORATHAI, "ท่าอากาศยานนานาชาติบ้านทราย")},
        ),
        (f"{PM} พร้อมคณะ เดินทางกลับถึงท่าอากาศยานนานาชาติดอนเมือง", set()),
        (
            f"{PM} เดินทางไปยังเมืองบ้านทรายและเมืองบ้านน้ำ ประเทศกัมพูชา",
            {(ORATHAI, "เมืองบ้านทราย"), (ORATHAI, "เมืองบ้านน้ำ"), (ORATHAI, "กัมพูชา")},
        ),
        (f"{PM} แถลงผลการเยือนประเทศญี่ปุ่นที่ผ่านมา", {(ORATHAI, "ญี่ปุ่น")}),
        (f"{FM} กล่าวถึงการเดินทางเยือนกรุงโซลของ{GUEST}", {(KEN, "โซล")}),
    ],
)
def test_whose_journey_it_is(journey: str, goals: set[tuple[str, str]]) -> None:
    assert pairs(journey, "visited") == goals


@pytest.mark.parametrize(
    ("text", "came"),
    [
        (f"{FM} ได้รับมอบหมายจาก{PM} เข้าร่วม{SUMMIT}", {WEERA}),
        (f"{FM} ได้รับมอบหมายจาก{PM} ให้เข้าร่วม{SUMMIT}", {WEERA}),
        (f"{PM} มอบหมายให้{FM} เข้าร่วม{SUMMIT}", {WEERA}),
        (f"{PM} เข้าร่วม{SUMMIT} โดยมี{FM} กล่าวต้อนรับ นายธีรพล นาคา อธิบดีกรมยุโรป กล่าวรายงาน", {ORATHAI, WEERA}),
    ],
)
def test_who_is_sent_comes_and_not_who_sends_him(text: str, came: set[str]) -> None:
    assert {s for s, _ in pairs(text, "attended")} == came


def test_whom_a_guest_has_met_does_not_go_on_to_the_next() -> None:
    text = f"{PM} เข้าเยี่ยมคารวะ{GUEST} พบหารือ{OTHER}"
    assert pairs(text, "metWith") == {(ORATHAI, KEN), (ORATHAI, LEE)}


def test_who_comes_on_the_occasion_of_a_meeting_attends_it() -> None:
    text = f"{PM} หารือกับ{GUEST} ในโอกาสเข้าร่วม{SUMMIT}"
    assert {s for s, o in pairs(text, "attended") if o == SUMMIT} == {KEN}


def test_a_state_that_ends_a_title_is_no_guest() -> None:
    text = f"{PM} ให้การต้อนรับนายเคน โอตะ รัฐมนตรีต่างประเทศญี่ปุ่นเข้าร่วม{SUMMIT}"
    assert {s for s, _ in pairs(text, "attended")} == {ORATHAI, KEN}


def test_both_sides_before_a_planned_talk_are_its_parties() -> None:
    text = f"{PM} พบกับ{GUEST} โดยทั้งสองฝ่ายจะหารือกันในวันที่ 6 มีนาคม 2567"
    assert told(text, "metWith") == {(ORATHAI, KEN, PLANNED)}
    assert {o for _, o in pairs(text, "heldOn")} == {"2024-03-06"}


def test_a_difficulty_is_not_met_like_a_person() -> None:
    assert not told(f"{PM} กล่าวว่า ไทยพบกับปัญหาและอุปสรรคหลายด้าน", "attended")


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (f"{SUMMIT} ซึ่งไทยเป็นเจ้าภาพ จัดขึ้นที่กรุงเทพฯ", {"ไทย"}),
        (f"{PM} กล่าวว่า ไทยเป็นเจ้าภาพจัด{SUMMIT}", {"ไทย"}),
        (f"ไทย โดยกระทรวงพลังงาน เป็นเจ้าภาพจัด{SUMMIT}", {"ไทย", "กระทรวงพลังงาน"}),
    ],
)
def test_who_hosts_a_meeting(text: str, hosts: set[str]) -> None:
    assert pairs(text, "hosted") == {(host, SUMMIT) for host in hosts}


def test_who_hosts_a_mechanism_takes_part_in_it() -> None:
    text = f"{PM} กล่าวว่า ไทยพร้อมเป็นเจ้าภาพเอเปค"
    assert pairs(text, "participatesIn") == {("ไทย", "ความร่วมมือทางเศรษฐกิจในเอเชีย-แปซิฟิก")}
    assert not told(text, "hosted")


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        (f"{FM} และ{GUEST} ร่วมลงนาม{PAPER}", {WEERA, KEN}),
        (f"ไทยและญี่ปุ่นลงนาม{PAPER}", {"ไทย", "ญี่ปุ่น"}),
    ],
)
def test_who_signs(text: str, signers: set[str]) -> None:
    assert pairs(text, "signed") == {(signer, PAPER) for signer in signers}


@pytest.mark.parametrize("noun", ["ซึ่งเสร็จสิ้นลงด้วยการรับรอง", "ในวันนี้ โดยมีการรับรอง"])
def test_an_adoption_told_by_a_noun(noun: str) -> None:
    text = f"{PM} เข้าร่วม{SUMMIT} {noun}ปฏิญญาบ้านทราย"
    assert told(text, "adopted") == {(SUMMIT, "ปฏิญญาบ้านทราย", ACTUAL)}


@pytest.mark.parametrize(
    "aside",
    [
        "ผู้ดำรงตำแหน่งที่กรุงเวียนนา",
        "เกี่ยวกับบทบาทของสำนักงานพลังงานภูมิภาค ณ กรุงจาการ์ตา",
        "เรื่องการจัดตั้งสถานกงสุลใหญ่ที่กรุงโซล",
        "โดยบริษัทไทยสนใจลงทุนที่กรุงพนมเปญ",
    ],
)
def test_where_something_else_is_no_talk_takes_place(aside: str) -> None:
    assert not told(f"{PM} หารือกับนายอีวาน เปตรอฟ {aside}", "heldAt")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (f"{PM} เข้าร่วม{SUMMIT} มีมูลค่าการค้า 500 ล้านดอลลาร์ในปี 2565", set()),
        (f"เมื่อวันที่ 2 มีนาคม 2567 {PM} กล่าวว่า จะหารือกับ{GUEST}", set()),
        (f"วันที่ 4 มีนาคม 2567 {FM} กล่าวถึง{SUMMIT} เมื่อวันที่ 2 มีนาคม 2567", {"2024-03-02"}),
    ],
)
def test_which_day_a_meeting_has(text: str, days: set[str]) -> None:
    assert {o for _, o in pairs(text, "heldOn")} == days


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("อัครราชทูตที่ปรึกษา สถานเอกอัครราชทูตออสเตรเลียประจำประเทศไทย", "ออสเตรเลีย"),
        ("ผู้ช่วยรัฐมนตรีว่าการกระทรวงพาณิชย์สหรัฐอเมริกา", "สหรัฐอเมริกา"),
        ("ผู้ช่วยรัฐมนตรีว่าการกระทรวงการต่างประเทศสหรัฐอเมริกา", "สหรัฐอเมริกา"),
        ("รัฐมนตรีต่างประเทศสหรัฐฯ", "สหรัฐอเมริกา"),
        ("ที่ปรึกษาด้านความมั่นคงแห่งชาติอินเดีย", "อินเดีย"),
        ("อุปทูตรักษาการแทนเอกอัครราชทูตแคนาดาประจำประเทศไทย", "แคนาดา"),
        ("รัฐมนตรีด้านการค้า กระทรวงเศรษฐกิจ สาธารณรัฐเกาหลี", "เกาหลีใต้"),
    ],
)
def test_for_which_state_a_title_stands(title: str, state: str) -> None:
    found = pairs(f"{FM} หารือกับนางมาเรีย โลเปซ {title}", "represents")
    assert found - {(WEERA, "ไทย")} == {("มาเรีย โลเปซ", state)}


def test_names_with_an_apostrophe_in_their_latin_form() -> None:
    text = f"{PM} หารือกับนายฌอง ดูบัวร์ (H.E. Mr. Jean d’Aubois) นายกรัฐมนตรีฝรั่งเศส"
    assert pairs(text, "represents") - {(ORATHAI, "ไทย")} == {("ฌอง ดูบัวร์", "ฝรั่งเศส")}


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ("งาน Energy Week 2023", set()),
        ("งาน Energy Week 2024 ระหว่างวันที่ 5-7 มีนาคม 2567", {"2024-03-05/2024-03-07"}),
        ("งาน Energy Week 2024 เพื่อประกาศให้ปี 2568 เป็นปีแห่งพลังงาน", set()),
        ("งาน Expo 2020 Ban Sai", set()),
    ],
)
def test_a_year_that_ends_a_latin_name_is_part_of_it(event: str, days: set[str]) -> None:
    found = pairs(f"{PM} เข้าร่วม{event}", "heldOn")
    assert {o for s, o in found if "Energy" in s or "Expo" in s} == days


@pytest.mark.parametrize(
    "others",
    [
        "ภาคเอกชนไทยจะได้เข้าร่วมงานสัมมนาพลังงานสะอาด",
        "มีบริษัทของไทยกว่า 120 บริษัท เข้าร่วมงานสัมมนาพลังงานสะอาด",
        "ชาวญี่ปุ่นจำนวนมากเดินทางมาเยือนไทย",
    ],
)
def test_what_people_do_whom_nobody_names_is_nobodys_act(others: str) -> None:
    text = f"{PM} หารือกับ{GUEST}\nนอกจากนี้ {others}"
    assert not [
        f for f in pairs(text, "attended") | pairs(text, "visited") if "หารือ" not in f[1] and f[1] != "~"
    ]


def test_where_somebody_goes_on_to_is_not_where_he_was() -> None:
    text = (
        f"{PM} เปิดเผยว่า ในระหว่างการประชุมฯ ได้พบกับ{GUEST} และพบปะกับภาคเอกชน "
        "ต่อจากนั้นเดินทางไปที่กรุงเบอร์ลิน เยอรมนี เพื่อร่วมงาน Energy Week 2023"
    )
    assert {s for s, _ in pairs(text, "heldAt")} == {"งาน Energy Week 2023"}
    assert {s for s, _ in pairs(text, "visited")} == {ORATHAI}


@pytest.mark.parametrize("where", ["กรุงโตเกียว", "สิงคโปร์", "ประเทศญี่ปุ่น", "กรุงโซล สาธารณรัฐเกาหลี"])
@pytest.mark.parametrize("title", ["เอกอัครราชทูตไทย ณ", "เอกอัครราชทูต ณ"])
def test_where_an_envoy_is_posted_is_not_whom_he_stands_for(title: str, where: str) -> None:
    text = f"นายสิงห์ ลาภดี {title} {where} หารือกับ{GUEST} เรื่องแรงงานไทย"
    assert ("สิงห์ ลาภดี", "ไทย") in pairs(text, "represents")
    assert pairs(text, "represents") <= {("สิงห์ ลาภดี", "ไทย"), (KEN, "ญี่ปุ่น")}
    assert any(o.startswith(f"{title} {where.split(maxsplit=1)[0]}") for s, o in pairs(text, "holdsPosition"))


@pytest.mark.parametrize(
    ("titles", "posts"),
    [
        ("ในฐานะรัฐมนตรีว่าการกระทรวงพลังงาน", {"รัฐมนตรีว่าการกระทรวงพลังงาน"}),
        (
            "รัฐมนตรีว่าการกระทรวงพลังงาน ในฐานะรัฐมนตรีเกียรติยศประจำนายกรัฐมนตรีมาเลเซีย",
            {"รัฐมนตรีว่าการกระทรวงพลังงาน", "รัฐมนตรีเกียรติยศประจำนายกรัฐมนตรีมาเลเซีย"},
        ),
        (
            "รัฐมนตรีว่าการกระทรวงพลังงาน ในฐานะรัฐมนตรีเกียรติยศประจำ ดร.ยัน เทสตัน",
            {"รัฐมนตรีว่าการกระทรวงพลังงาน", "รัฐมนตรีเกียรติยศ"},
        ),
        ("รัฐมนตรีว่าการกระทรวงพลังงาน ในฐานะประธานการประชุม", {"รัฐมนตรีว่าการกระทรวงพลังงาน"}),
    ],
)
def test_a_capacity_is_a_post_besides(titles: str, posts: set[str]) -> None:
    text = f"นายวีระ ทองแท้ {titles} เข้าร่วม{SUMMIT} ณ ประเทศไทย"
    assert pairs(text, "holdsPosition") == {(WEERA, post) for post in posts}
    assert pairs(text, "represents") == {(WEERA, "ไทย")}


@pytest.mark.parametrize(
    "told_later",
    [
        "ซึ่งในปีนี้ กระทรวงพลังงานจะเสนอร่างเอกสาร",
        "ตามวาระการพัฒนาที่ยั่งยืน ค.ศ. 2030",
        "ก่อนส่งมอบการเป็นประธานอาเซียนในปี 2567",
        "ก่อนส่งมอบการเป็นประธานบิมสเทคในปี 2567",
    ],
)
def test_a_year_of_something_else_is_not_the_meetings(told_later: str) -> None:
    assert not told(f"{PM} เข้าร่วม{SUMMIT} {told_later}", "heldOn")


def test_the_programme_of_a_guest_has_the_talk_with_his_host() -> None:
    text = (
        f"วันนี้ (5 มีนาคม 2567) นายชัย แก้วมา โฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่า {GUEST} "
        f"มีกำหนดเยือนประเทศไทยอย่างเป็นทางการ ตามคำเชิญของ{PM} โดยเป็นการเยือนครั้งแรก\n"
        "สำหรับกำหนดการสำคัญระหว่างการเยือนประเทศไทยของนายกรัฐมนตรีญี่ปุ่น ได้แก่ "
        "การพบหารือทวิภาคีกับนายกรัฐมนตรี และงานเลี้ยงรับรองอาหารกลางวัน"
        "ซึ่งนายกรัฐมนตรีเป็นเจ้าภาพ โดยการหารือจะเน้นพลังงานสะอาด"
    )
    talk = "~"  # a talk without a name
    assert pairs(text, "metWith") == {(KEN, ORATHAI)}
    assert pairs(text, "attended") == {(KEN, talk), (ORATHAI, talk), (KEN, "งานเลี้ยงรับรองอาหารกลางวัน")}
    assert pairs(text, "discussed") == {(talk, "พลังงานสะอาด")}


def test_and_then_at_another_hour_begins_anew() -> None:
    text = (
        f"เวลา 09.45 น. ณ ทำเนียบรัฐบาล {PM} หารือกับ{GUEST} และต่อมาในเวลา 10.25 น. ณ โรงแรมบ้านทราย "
        f"{PM} พบหารือกับ{OTHER}"
    )
    assert {o for s, o in pairs(text, "heldAt") if s == "~"} == {"ทำเนียบรัฐบาล", "โรงแรมบ้านทราย"}
    assert len(pairs(text, "heldAt")) == len(("one", "two"))


@pytest.mark.parametrize(
    ("opener", "visits"),
    [
        ("“อรทัย”", {(ORATHAI, "อิตาลี")}),
        ("‘วีระ’", {(WEERA, "อิตาลี")}),
        ('"ใครก็ไม่รู้"', set()),
    ],
)
def test_a_headline_calls_whom_it_opens_with_by_the_first_name(
    opener: str, visits: set[tuple[str, str]]
) -> None:
    text = (
        f"{opener} เยือนอิตาลี ร่วมประชุมพลังงานสะอาด\n\n5 มีนาคม 2567\n\n"
        f"วันนี้ (5 มีนาคม 2567) {PM} กล่าวถึงพลังงานสะอาด โดยมี{FM} เข้าร่วมด้วย"
    )
    assert {(s, o) for s, o, _ in facts_of(text, "visited")} == visits


def test_between_whom_a_document_is_signs_it_with_who_signs_for_it() -> None:
    paper = "บันทึกความเข้าใจว่าด้วยพลังงานสะอาดระหว่างไทยกับญี่ปุ่น"
    assert {who for who, _ in pairs(f"{FM} ลงนาม{paper}", "signed")} == {WEERA, "ไทย", "ญี่ปุ่น"}


@pytest.mark.parametrize("awaits", ["กล่าวว่า หวังว่าจะได้ต้อนรับ{}ที่ประเทศไทย", "กล่าวว่า ไทยรอต้อนรับการเยือนของ{}"])
def test_whoever_is_awaited_here_is_to_come(awaits: str) -> None:
    assert told(f"{PM} {awaits.format(OTHER)}", "visited") == {(LEE, "ไทย", PLANNED)}


@pytest.mark.parametrize(
    "name",
    [
        "ASEAN Weavers' Retreat",
        "ASEAN Weavers’ Retreat",
        "Weavers’ Guild Meeting",
        "Thailand-Lao Weaving Roundtable",
        "Weaving Consultations",
    ],
)
def test_a_name_in_latin_letters_that_somebody_attends_is_a_meeting_of_its_own(name: str) -> None:
    text = f"{PM} เข้าร่วม{SUMMIT} ก่อนหน้านี้ ได้เข้าร่วม {name} ที่เกาะลังกาวี เมื่อเดือนมกราคม 2568"
    assert facts_of(text, "heldOn") == {(name, "2025-01", "Actual")}
