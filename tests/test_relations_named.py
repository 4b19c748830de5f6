"""Facts that named things carry: editions and openings of meetings, funds of a mechanism, its members."""

from __future__ import annotations

import re

import pytest
from reading import ACTUAL, FM, ORATHAI, PLANNED, PM, WEERA, facts, pairs, read

from kg.model import EntityType


def meetings(text: str) -> set[str]:
    extraction = read(f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\n{text}")
    return {entity.name for entity in extraction.entities if entity.type is EntityType.MEETING}


def test_the_ceremony_is_part_of_the_meeting_and_the_ordinal_the_meetings_own():
    found = facts("นายสมชาย ใจดี เป็นประธานในพิธีเปิดการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 ณ กรุงเทพฯ")
    meeting = "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9"
    assert (f"พิธีเปิด{meeting}", "partOf", meeting, ACTUAL) in found
    assert (meeting, "ordinal", "9", ACTUAL) in found
    assert not any(s.startswith("พิธีเปิด") and p == "ordinal" for s, p, _, _ in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("การประชุมสุดยอดผู้นำอาเซียน ครั้งที่ 50", "การประชุมผู้นำอาเซียน"),
        ("การประชุมสุดยอดอาเซียน ครั้งที่ 50", "การประชุมสุดยอดผู้นำอาเซียน"),
        ("การประชุมสุดยอดอาเซียน ครั้งที่ 50", "การประชุม ASEAN Summit"),
        ("การประชุมรัฐมนตรีดาราศาสตร์เมฆา ครั้งที่ 5", "การประชุมการประชุมรัฐมนตรีด้านดาราศาสตร์เมฆา"),
        ("การประชุมคณะกรรมการร่วมเมฆา (Cloud Board: CB) ครั้งที่ 5", "การประชุม CB ครั้งที่ 5"),
        ("การประชุมสุดยอดดาราศาสตร์เมฆา (Cloud Astronomy: CAS Summit) ครั้งที่ 5", "การประชุม CAS ครั้งที่ 5"),
    ],
)
def test_a_series_is_told_by_what_its_words_mean(one: str, other: str):
    told = meetings(f"นายสมชาย ใจดี เข้าร่วม{one} โดย{other}จัดขึ้นที่กรุงเทพมหานคร")
    assert told == {re.sub(r" \([^()]*\)", "", one)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("การประชุมสุดยอดอาเซียน", "การประชุมรัฐมนตรีอาเซียน"),
        ("การประชุมเอเปค", "การประชุม APEC CEO Summit"),
        ("การประชุมสุดยอดอาเซียน", "การประชุมสุดยอดอาเซียน อย่างไม่เป็นทางการ"),
    ],
)
def test_another_level_or_kind_is_another_meeting(one: str, other: str):
    text = f"นายสมชาย ใจดี เข้าร่วม{one} และนายวีระ ทองแท้ เข้าร่วม{other}"
    assert meetings(text) == {one, other}


@pytest.mark.parametrize(
    ("told", "again", "signings"),
    [
        ("ปฏิญญาว่าด้วยพลังงาน", "ปฏิญญาระหว่างไทยกับลาว", 1),
        ("บันทึกความเข้าใจระหว่างไทยกับลาว", "บันทึกความเข้าใจเพื่อส่งเสริมพลังงาน", 1),
        ("บันทึกความเข้าใจ", "บันทึกความเข้าใจว่าด้วยพลังงาน", 1),
        ("บันทึกความเข้าใจว่าด้วยข้าว", "บันทึกความเข้าใจว่าด้วยพลังงาน", 2),
        ("พิธีสารว่าด้วยข้าว", "บันทึกความเข้าใจระหว่างไทยกับลาว", 2),
    ],
)
def test_a_signing_told_by_its_matter_and_by_its_parties_is_one(told: str, again: str, signings: int) -> None:
    text = f"นายสมชาย ใจดี เป็นประธานพิธีลงนาม{told}\nนายวีระ ทองแท้ เข้าร่วมพิธีลงนาม{again}"
    assert len({event for _, event in pairs(text, "attended")}) == signings


def test_two_meetings_held_as_one_have_each_of_them_for_a_part():
    name = "การประชุมสุดยอดอาเซียน ครั้งที่"
    found = facts(
        f"นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน เข้าร่วม{name} 50 และ 51",
        f"ในช่วงเช้า นายสมชาย ใจดี เข้าร่วม{name} 50 และในช่วงบ่าย เข้าร่วม{name} 51 ณ กรุงเทพมหานคร",
    )
    parts = {(s, o) for s, p, o, _ in found if p == "partOf"}
    assert parts == {(f"{name} 50", f"{name} 50 และ 51"), (f"{name} 51", f"{name} 50 และ 51")}
    assert {o for s, p, o, _ in found if p == "ordinal" and s == f"{name} 50"} == {"50"}


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("การประชุมเมฆาวัฒนา ครั้งที่ 9 เป็นเวที", "การประชุมรัฐมนตรีที่กำกับดูแลด้านเมฆาของอาเซียน 10 ประเทศ"),
        ("การประชุมเมฆาวัฒนา ครั้งที่ 9 (9th Mekha Meeting) ซึ่งเป็น", "การประชุมระดับรัฐมนตรี"),
        ("นายสมชาย ใจดี เข้าร่วมการประชุมเมฆาวัฒนา ครั้งที่ 9 โดยการประชุมครั้งนี้ถือเป็น", "การประชุมระดับรัฐมนตรี"),
    ],
)
def test_what_a_meeting_is_said_to_be_is_no_other_meeting(lead: str, kind: str):
    assert meetings(f"{lead}{kind} โดยมีนายวีระ ทองแท้ เข้าร่วม") == {"การประชุมเมฆาวัฒนา ครั้งที่ 9"}


@pytest.mark.parametrize(
    ("name", "count"),
    [("การประชุมสุดยอดนักปลูกดอกไม้โลก", 1), ("การเสวนาโต๊ะกลมระดับรัฐมนตรี", 1), ("พิธีต้อนรับอย่างเป็นทางการ", 2)],
)
def test_a_ceremony_of_another_day_is_another_and_a_summit_is_not(name: str, count: int):
    extraction = read(
        f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\nวันที่ 3 มีนาคม 2567 นายสมชาย ใจดี เข้าร่วม{name}\n"
        f"วันที่ 4 มีนาคม 2567 นายสมชาย ใจดี เข้าร่วม{name}"
    )
    assert [e.name for e in extraction.entities if e.type is EntityType.MEETING] == [name] * count


def test_who_speaks_too_at_a_press_conference_comes_to_that_one():
    found = facts(
        "นายสมชาย ใจดี แถลงข่าวเรื่องการส่งเสริมการท่องเที่ยว โดยมี นายวีระ ทองแท้ และนางสาวมาลี ศรีสุข ร่วมแถลงข่าว"
    )
    events = {s: o for s, p, o, _ in found if p == "attended"}
    assert set(events) == {"สมชาย ใจดี", "วีระ ทองแท้", "มาลี ศรีสุข"}
    assert len(set(events.values())) == 1


def test_what_a_day_is_kept_for_is_a_meeting_of_its_own():
    of_it = "การประชุมเมฆาวัฒนา ครั้งที่ 9"
    text = f"{of_it} วันที่ 4 มีนาคม 2567 เป็นการประชุมระดับรัฐมนตรี โดยมีนายวีระ ทองแท้ เข้าร่วม"
    assert meetings(text) == {of_it, "การประชุมระดับรัฐมนตรี"}


def test_each_year_of_a_series_is_a_meeting_of_its_own():
    found = facts("การประชุมของสมาพันธ์เมฆา ประจำปี 2564 จัดที่ไทย และญี่ปุ่นจะเป็นเจ้าภาพการประชุมสมาพันธ์เมฆาฯ ประจำปี 2569")
    assert ("การประชุมสมาพันธ์เมฆา", "heldOn", "2026", PLANNED) in found
    assert ("การประชุมของสมาพันธ์เมฆา", "heldOn", "2021", ACTUAL) in found


GUEST = "นายเคน โอตะ รัฐมนตรีว่าการกระทรวงการต่างประเทศญี่ปุ่น"
OTHER = "นายลี มินจุน รัฐมนตรีว่าการกระทรวงการต่างประเทศสาธารณรัฐเกาหลี"
HOST = "นายวีระ ทองแท้ รัฐมนตรีว่าการกระทรวงการต่างประเทศ"
MEETING = "การประชุมพลังงานโลก ครั้งที่ 3"


def wholes(text: str) -> list[str]:
    return sorted(o for _, p, o, _ in facts(text) if p == "partOf")


def test_talks_that_are_joined_are_of_one_occasion():
    text = f"ในห้วง{MEETING} {HOST} ได้หารือทวิภาคีกับ{GUEST} และได้มีการหารือทวิภาคีกับ{OTHER}"
    told = read(f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\n{text}").assertions
    assert len({claim.subject for claim in told if claim.predicate == "partOf"}) == 2


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"{GUEST} เข้าเยี่ยมคารวะ{HOST} ในโอกาสเข้าร่วม{MEETING}", []),
        (f"{GUEST} หารือทวิภาคีกับ{HOST} ในโอกาสเข้าร่วม{MEETING}", [MEETING]),
        (f"{HOST} ให้การต้อนรับ{GUEST} ในโอกาส{MEETING}", [MEETING]),
        (f"{HOST} พบหารือกับ{GUEST} ในระหว่าง{MEETING}", [MEETING]),
        (f"ทั้งสองได้พบกันใน{MEETING} เมื่อเดือนมกราคม และในเดือนกุมภาพันธ์ระหว่างการประชุมดาราศาสตร์โลก ครั้งที่ 5", []),
        (f"ไทยจะจัดการประชุมดาราศาสตร์โลก ครั้งที่ 5 คู่ขนานกับ{MEETING}", []),
    ],
)
def test_what_is_a_part_of_a_meeting_and_what_only_comes_with_it(text: str, parts: list[str]):
    assert wholes(text) == parts


def test_the_year_of_an_edition_is_its_date():
    found = facts("ไทยเป็นเจ้าภาพเอเปค 2565 เมื่อปีก่อน")
    assert ("เอเปค 2565", "heldOn", "2022", ACTUAL) in found
    assert ("ไทย", "hosted", "เอเปค 2565", ACTUAL) in found


def test_a_date_of_another_year_is_no_date_of_an_edition():
    found = facts("เมื่อวันที่ 4 มีนาคม 2567 นายสมชาย ใจดี กล่าวว่า ไทยเป็นเจ้าภาพการประชุมเอเปค 2565 อย่างดี")
    assert {o for s, p, o, _ in found if p == "heldOn" and "เอเปค" in s} == {"2022"}


def test_a_line_of_a_list_that_begins_with_a_meeting_tells_of_it():
    found = facts(
        "นายสมชาย ใจดี เข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 ณ กรุงเทพฯ",
        "1.2 การประชุมรัฐมนตรีพลังงานอาเซียนบวกสาม ครั้งที่ 4 โดยที่ประชุมได้หารือเกี่ยวกับไฟฟ้าจากแสงแดด",
    )
    assert ("การประชุมรัฐมนตรีพลังงานอาเซียนบวกสาม ครั้งที่ 4", "discussed", "ไฟฟ้าจากแสงแดด", ACTUAL) in found


def test_nothing_is_treated_of_at_a_formal_act():
    found = facts(
        "นายสมชาย ใจดี นายกรัฐมนตรี จะร่วมพิธีการต้อนรับอย่างเป็นทางการ และการแถลงข่าวร่วม ณ ทำเนียบรัฐบาล",
        "ทั้งนี้ จะหารือเกี่ยวกับการค้าข้าว",
    )
    assert ("สมชาย ใจดี", "attended", "การแถลงข่าวร่วม", PLANNED) in found
    assert not any(p == "discussed" for _, p, _, _ in found)


def test_a_line_that_tells_of_an_appointment_is_no_subject():
    found = facts(
        "นายสมชาย ใจดี เข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 ณ กรุงเทพฯ โดยหารือในประเด็นสำคัญ ดังนี้",
        "1. การลดหมอกควันข้ามแดน",
        "2. การพบหารือกับผู้แทนของญี่ปุ่น",
        "3. วันที่ 5 มกราคม 2569 การประชุมเต็มคณะ",
    )
    assert {o for _, p, o, _ in found if p == "discussed"} == {"การลดหมอกควันข้ามแดน"}


def test_what_is_set_up_somewhere_is_there_from_then_on():
    found = facts("โครงการเยาวชนริมโขง จัดขึ้นระหว่างวันที่ 8 – 11 สิงหาคม 2566 ณ กรุงเทพฯ")
    assert ("โครงการเยาวชนริมโขง", "heldOn", "2023-08-08/2023-08-11", ACTUAL) in found
    assert {o for _, p, o, _ in found if p == "heldAt"} == {"กรุงเทพมหานคร"}


def test_the_retreat_of_a_numbered_meeting_is_a_part_of_it():
    retreat, whole = "การประชุมสุดยอดอาเซียน อย่างไม่เป็นทางการ ครั้งที่ 60", "การประชุมสุดยอดอาเซียน ครั้งที่ 60"
    for first, then in ((whole, retreat), (retreat, whole)):
        found = facts(f"นายสมชาย ใจดี เข้าร่วม{first} และเข้าร่วม{then}")
        assert (retreat, "partOf", whole, ACTUAL) in found
    other = "การประชุมสุดยอดอาเซียน ครั้งที่ 61"
    assert not {f for f in facts(f"นายสมชาย ใจดี เข้าร่วม{other} และ{retreat}") if f[1] == "partOf"}


def test_the_retreat_that_a_programme_has_is_a_session_of_the_meeting_that_is_on():
    found = facts(
        "นายสมชาย ใจดี เดินทางไปกรุงเวียงจันทน์เพื่อเข้าร่วมการประชุมสุดยอดดาราศาสตร์เมฆา ครั้งที่ 7 "
        "จากนั้นวันที่ 7 มีนาคม 2567 นายสมชายจะเข้าร่วมการประชุมอย่างไม่เป็นทางการ (Leaders’ Retreat)",
    )
    whole = "การประชุมสุดยอดดาราศาสตร์เมฆา ครั้งที่ 7"
    assert ("การประชุมอย่างไม่เป็นทางการ", "partOf", whole, ACTUAL) in found


@pytest.mark.parametrize("next_to", ["ต่อเนื่องกับ", "ควบคู่กับ"])
def test_a_meeting_that_another_is_held_next_to_is_not_the_one_that_is_on(next_to: str):
    found = facts(
        "นายสมชาย ใจดี กล่าวว่า กระทรวงพลังงานเป็นเจ้าภาพจัดการประชุมรัฐมนตรีเมฆา ครั้งที่ 5 "
        f"ซึ่งจะจัด{next_to}การประชุมเจ้าหน้าที่อาวุโสเมฆา ครั้งที่ 5 โดยนายสมชายจะเป็นประธานในพิธีเปิดการประชุม",
        "สำหรับการประชุมรัฐมนตรีเมฆา ครั้งที่ 5 จะมีการรับรองปฏิญญาเมฆา",
    )
    wholes = {o for _, p, o, _ in found if p == "partOf"}
    assert "การประชุมเจ้าหน้าที่อาวุโสเมฆา ครั้งที่ 5" not in wholes
    assert ("การประชุมรัฐมนตรีเมฆา ครั้งที่ 5", "adopted", "ปฏิญญาเมฆา", PLANNED) in found


def test_a_meeting_comes_under_the_committee_by_whose_short_form_it_is_called():
    body = "คณะกรรมการร่วมดาราศาสตร์ไทย-ญี่ปุ่น"
    found = facts(
        f"นายสมชาย ใจดี กล่าวถึง{body} (Joint Astronomy Committee: JAC) โดยไทยเป็นเจ้าภาพการประชุม JAC ครั้งที่ 3"
    )
    assert ("การประชุม JAC ครั้งที่ 3", "underFramework", body, ACTUAL) in found
    agency = "สำนักงานดาราศาสตร์แห่งชาติ (National Astronomy Office: NAO)"
    told = facts(f"นายสมชาย ใจดี กล่าวถึง{agency} โดยไทยเป็นเจ้าภาพการประชุม NAO ครั้งที่ 3")
    assert not {f for f in told if f[1] == "underFramework"}


def test_what_comes_under_a_meeting_stands_right_before():
    talk, meeting = "การหารือระดับรัฐมนตรีด้านดาราศาสตร์", "การประชุมรัฐมนตรีเมฆา ครั้งที่ 5"
    near = facts(f"นายสมชาย ใจดี กล่าวว่า ไทยเป็นเจ้าภาพ{talk} ภายใต้{meeting}")
    assert (talk, "partOf", meeting, ACTUAL) in near
    far = facts(f"นายสมชาย ใจดี กล่าวว่า ไทยเป็นเจ้าภาพ{talk} และรายงานผลสำเร็จของโครงการดาราศาสตร์ภายใต้{meeting}")
    assert not {f for f in far if f[1] == "partOf"}


def test_a_turn_that_points_to_a_series_is_one_of_its_own() -> None:
    text = (
        f"{PM} เข้าร่วมการประชุมรัฐมนตรีการค้าอาเซียน ครั้งที่ 5 ณ กรุงไนโรบี "
        "โดยการประชุมฯ ครั้งที่ 6 จะจัดขึ้นที่กรุงเทพฯ ในเดือนมีนาคม 2567"
    )
    fifth, sixth = (f"การประชุมรัฐมนตรีการค้าอาเซียน ครั้งที่ {n}" for n in (5, 6))
    assert pairs(text, "heldAt") == {(fifth, "ไนโรบี"), (sixth, "กรุงเทพมหานคร")}
    assert pairs(text, "underFramework") == {(fifth, "อาเซียน"), (sixth, "อาเซียน")}
    assert pairs(text, "ordinal") == {(fifth, "5"), (sixth, "6")}


def test_a_row_of_turns_is_counted_through() -> None:
    text = "จากข้อมูลในการประชุมคณะกรรมการมรดกทะเล ครั้งที่ 40-43 มีผู้เข้าร่วมประชุมจำนวนมาก"
    assert {number for _, number in pairs(text, "ordinal")} == {"40", "41", "42", "43"}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("การเจรจารอบต่อไป", "การเจรจารอบต่อไป"),
        ("การเจรจารอบที่ 7", "การเจรจา ครั้งที่ 7"),
        ("การเจรจา FTA ไทย-อียู รอบที่ 7", "การเจรจา FTA ไทย-อียู ครั้งที่ 7"),
    ],
)
def test_a_round_of_talks_on_a_treaty_is_a_meeting(told: str, name: str) -> None:
    text = f"ทั้งสองฝ่ายเตรียมจัด{told} ระหว่างวันที่ 23–28 มิถุนายน 2568 ที่กรุงเทพฯ"
    assert pairs(text, "heldAt") == {(name, "กรุงเทพมหานคร")}


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("การเป็นเจ้าภาพเอเปคของไทยในปี 2565", "2022"),
        ("การเป็นเจ้าภาพเอเปคไทยปี 2565", "2022"),
        ("การเป็นเจ้าภาพเอเปคของประเทศไทย ในปี พ.ศ. 2546", "2003"),
    ],
)
def test_the_state_between_a_mechanism_and_a_year_hosts_it_then(told: str, year: str) -> None:
    text = f"{PM} กล่าวถึงผลสำเร็จของ{told}"
    assert {o for _, o in pairs(text, "heldOn")} == {year}
    assert {s for s, _ in pairs(text, "hosted")} == {"ไทย"}
    assert {s for s, _ in pairs(text, "participatesIn")} == {"ไทย"}


@pytest.mark.parametrize("act", ["เห็นชอบ", "มติเห็นชอบ", "อนุมัติ", "รับทราบ", "เสนอต่อรัฐบาลให้ใช้"])
def test_what_a_meeting_does_is_no_part_of_its_name(act: str) -> None:
    assert meetings(f"การประชุมคณะกรรมการดาวอาเซียน ครั้งที่ 5{act}แผนงาน") == {
        "การประชุมคณะกรรมการดาวอาเซียน ครั้งที่ 5"
    }
    assert meetings(f"ที่ประชุมคณะกรรมการดาวอาเซียน{act}แผนงาน") == {"ที่ประชุมคณะกรรมการดาวอาเซียน"}


def test_a_signing_told_by_what_it_is_on_and_by_who_sign_is_one():
    on = "พิธีลงนามแถลงการณ์ร่วมว่าด้วยการขนส่งทางราง"
    between = "พิธีลงนามแถลงการณ์ร่วมระหว่างกระทรวงพลังงานและกระทรวงการค้าญี่ปุ่น"
    for first, then in ((on, between), (between, on)):
        found = facts(f"นายสมชาย ใจดี เข้าร่วม{first}", f"นายสมชาย ใจดี เป็นประธาน{then}")
        assert len({o for _, p, o, _ in found if p == "attended"}) == 1
    other = "พิธีลงนามแถลงการณ์ร่วมว่าด้วยการประมง"
    found = facts(f"นายสมชาย ใจดี เข้าร่วม{on}", f"นายสมชาย ใจดี เข้าร่วม{other}")
    assert {o for _, p, o, _ in found if p == "attended"} == {on, other}


def test_a_programme_named_in_short_is_the_one_named_in_full():
    found = facts(
        "นายสมชาย ใจดี เข้าร่วมการประชุมระดับผู้นำแผนงานการพัฒนาเขตเศรษฐกิจสามฝ่าย อินโดนีเซีย-มาเลเซีย-ไทย ครั้งที่ 17",
        "นายสมชาย ใจดี ยินดีที่ได้เข้าร่วมการประชุมระดับผู้นำแผนงาน IMT-GT",
    )
    assert len({o for _, p, o, _ in found if p == "attended"}) == 1


@pytest.mark.parametrize(
    ("again", "one"),
    [("16th ABC GO - NGO Forum", True), ("17th ABC GO-NGO Forum", False), ("16th Forum", False)],
)
def test_a_numbered_latin_name_is_told_without_what_it_is_on(again: str, one: bool) -> None:
    forum = "การประชุมภาครัฐและเอกชนด้านน้ำ ครั้งที่ 16"
    text = f"{PM} เข้าร่วม{forum} (16th ABC GO-NGO Forum on Water Works) วันที่ 3 มีนาคม 2567\n"
    known = pairs(f"{text}{FM} เข้าร่วมการประชุม {again} ด้วย", "attended")
    assert {who for who, _ in known} == {ORATHAI, WEERA}
    assert (len({meeting for _, meeting in known}) == 1) is one


@pytest.mark.parametrize("name", ["ความตกลงปารีส", "ข้อริเริ่มสายแถบและเส้นทาง"])
def test_a_document_or_an_initiative_of_the_lexicon_is_in_the_graph_where_it_is_named(name: str) -> None:
    extraction = read(f"{FM} กล่าวว่าพลังงานลมจะช่วยให้เป็นไปตามเป้าหมายของ{name} ในอนาคตอันใกล้")
    assert sum(e.type in (EntityType.DOCUMENT, EntityType.INITIATIVE) for e in extraction.entities) == 1


def test_an_unknown_document_that_is_only_named_is_not() -> None:
    extraction = read(f"{FM} กล่าวว่าพลังงานลมจะช่วยให้เป็นไปตามเป้าหมายของความตกลงว่าด้วยลมบก ในอนาคตอันใกล้")
    assert not any(e.type is EntityType.DOCUMENT for e in extraction.entities)


def test_no_meeting_is_found_within_the_name_of_a_centre() -> None:
    name = "ศูนย์อาเซียนเพื่อการศึกษาและการหารือด้านการพัฒนาที่ยั่งยืน"
    extraction = read(f"{FM} สนับสนุน{name}")
    assert {e.type for e in extraction.entities} & {EntityType.MEETING, EntityType.INITIATIVE} == {
        EntityType.INITIATIVE
    }
