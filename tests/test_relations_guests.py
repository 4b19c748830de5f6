"""Who comes to an event by a list of guests, in texts made for the purpose; no person in them exists."""

from __future__ import annotations

import pytest
from reading import FM, GUEST, KEN, ORATHAI, PM, SUMMIT, WEERA, facts_of, pairs

AT = f"{PM} เข้าร่วม{SUMMIT}"
OFFICIAL = "นายธีรพล นาคา อธิบดีกรมยุโรป"
COUNCIL = "การประชุมคณะมนตรีน้ำโลก ครั้งที่ 2"


def came(text: str, meeting: str = SUMMIT) -> set[str]:
    return {s for s, o in pairs(text, "attended") if o == meeting}


@pytest.mark.parametrize(
    ("listed", "guests"),
    [
        ("โดยมีผู้แทนจาก 3 ประเทศ ได้แก่ ญี่ปุ่น ลาว และกัมพูชา", {"ญี่ปุ่น", "ลาว", "กัมพูชา"}),
        # Those of whom nobody is known are passed over.
        (
            "โดยมีผู้เข้าร่วมการประชุม ประกอบด้วย รัฐมนตรีพลังงานโลก เลขาธิการอาเซียน และผู้แทนจากญี่ปุ่น",
            {"เลขาธิการอาเซียน", "ญี่ปุ่น"},
        ),
        (
            "โดยคณะผู้แทนไทย ประกอบด้วย ผู้แทนจากกระทรวงยุติธรรม และกระทรวงการต่างประเทศ",
            {"กระทรวงยุติธรรม", "กระทรวงการต่างประเทศ"},
        ),
        # Who takes part in a scheme is not at the meeting that is on.
        ("โดยมีผู้เข้าร่วมโครงการ ได้แก่ เยาวชนจากญี่ปุ่น และลาว", set()),
    ],
)
def test_a_list_of_guests_is_read_wherever_a_clause_tells_who_is_there(listed: str, guests: set[str]) -> None:
    assert came(f"{AT} {listed}") == {ORATHAI, *guests}


def test_who_says_something_behind_a_list_is_none_of_it() -> None:
    assert KEN not in came(f"{AT} โดยมีผู้แทนจาก 2 ประเทศ ได้แก่ ลาว และกัมพูชา {GUEST} กล่าวว่า น่ายินดี")


def test_company_stands_behind_the_meeting_its_place_or_its_day_too() -> None:
    for between in ("", " ณ กรุงโซล", " ระหว่างวันที่ 3 - 4 มีนาคม 2567"):
        assert came(f"{AT}{between} พร้อมด้วย{FM} และ{OFFICIAL}") == {ORATHAI, WEERA, "ธีรพล นาคา"}


def test_who_comes_to_meetings_told_together_comes_to_each() -> None:
    text = f"{PM} เข้าร่วม{SUMMIT} และ{COUNCIL} โดยมี{OFFICIAL} เข้าร่วม"
    assert came(text) == came(text, COUNCIL) == {ORATHAI, "ธีรพล นาคา"}


@pytest.mark.parametrize("ends", ["เข้าร่วม", "ร่วมประชุมฯ ณ กรุงโซล", ""])
def test_a_list_may_tell_of_each_body_whose_people_come(ends: str) -> None:
    sent = "ผู้แทนธนาคารโลก (World Bank) ผู้แทนสำนักงานอัยการสูงสุด และผู้แทนกระทรวงแรงงาน"
    bodies = {"ธนาคารโลก", "สำนักงานอัยการสูงสุด", "กระทรวงแรงงาน"}
    assert came(f"{AT} โดยมี {OFFICIAL} พร้อมด้วย {sent} {ends}") == {ORATHAI, "ธีรพล นาคา", *bodies}


def test_people_of_houses_are_no_fields_of_a_foreign_ministry() -> None:
    mission = "สถานเอกอัครราชทูตลาวประจำประเทศไทย"
    listed = f"โดยมีผู้แทนกระทรวงการคลัง ผู้แทนกระทรวงแรงงาน และผู้แทน{mission} เข้าร่วม"
    assert came(f"{AT} {listed}") == {ORATHAI, "กระทรวงการคลัง", "กระทรวงแรงงาน", mission}


@pytest.mark.parametrize("opens", ["ทั้งนี้ มี", "นอกจากนี้ ยังมี", "โดยมี"])
def test_people_told_with_a_group_of_whom_nobody_is_named_come_too(opens: str) -> None:
    listed = f"{opens}ธนาคารโลก เลขาธิการอาเซียน และคณะผู้แทนจากประเทศสมาชิกอาเซียน เข้าร่วมประชุมดังกล่าว"
    assert came(f"{AT} {listed}") == {ORATHAI, "เลขาธิการอาเซียน", "ธนาคารโลก"}


@pytest.mark.parametrize("group", ["พร้อมผู้นำและผู้แทนสมาชิกอาเซียน", "ร่วมกับรัฐมนตรีประเทศสมาชิก"])
def test_who_is_named_behind_a_group_comes_with_it(group: str) -> None:
    for between in ("", " ผ่านระบบการประชุมทางไกล"):
        assert came(f"{AT}{between} {group} และ{GUEST}") == {ORATHAI, KEN}


def test_who_speaks_at_a_panel_is_there_whatever_he_is_told_to_be() -> None:
    panel = "การเสวนาเรื่อง “มรดกน้ำโลก”"
    listed = f"โดยมี {OFFICIAL} ดร.สายชล นาวา ครูช่างเรือ และนายปิติ คงมั่น ช่างไม้ชั้นครู เป็นวิทยากร"
    assert came(f"กระทรวงแรงงานได้จัด{panel} {listed}", panel) == {"ธีรพล นาคา", "สายชล นาวา", "ปิติ คงมั่น"}


def test_who_is_asked_to_honour_a_meeting_with_his_coming_comes() -> None:
    text = f"{GUEST} ได้เชิญ{FM} และผู้แทนกระทรวงแรงงานให้เกียรติเข้าร่วม{SUMMIT}"
    assert came(text) == {WEERA, "กระทรวงแรงงาน"}


def test_an_office_in_a_meeting_makes_it_not_the_one_that_is_on() -> None:
    text = f"{FM} ในฐานะรองประธานการประชุมเจ้าหน้าที่น้ำโลก (WWM Vice Chair) เข้าร่วม{SUMMIT} ทั้งนี้ "
    assert came(f"{text}มีผู้เข้าร่วมประชุม ประกอบด้วย ญี่ปุ่น และธนาคารโลก") == {WEERA, "ญี่ปุ่น", "ธนาคารโลก"}


def test_nobody_is_at_a_meeting_that_another_only_prepares() -> None:
    prepares = f"การประชุมเตรียมการสำหรับ{SUMMIT} และ{COUNCIL}"
    text = f"{FM} เป็นประธาน{prepares} พร้อมด้วย{OFFICIAL} เข้าร่วมการประชุมฯ"
    assert came(text, prepares) == {WEERA, "ธีรพล นาคา"}
    assert came(text) == came(text, COUNCIL) == set()


def test_a_lawyer_is_no_person_by_the_name_of_his_trade() -> None:
    assert came(f"{AT} พร้อมด้วยผู้แทนสภาทนายความ เข้าร่วม") == {ORATHAI, "สภาทนายความ"}


def test_what_somebody_is_told_to_be_for_a_meeting_brings_nobody_there() -> None:
    assert came(f"{AT} โดยมีผู้แทนกระทรวงแรงงาน เป็นผู้ประสานงาน") == {ORATHAI}


def test_each_who_is_named_beside_the_principal_has_been_met() -> None:
    other = "นางสาวเอมิ ซาโต รัฐมนตรีว่าการกระทรวงพลังงานญี่ปุ่น"
    assert pairs(f"{PM} หารือกับ{GUEST} และ{other}", "metWith") == {(ORATHAI, KEN), (ORATHAI, "เอมิ ซาโต")}


def test_states_behind_a_meetings_name_come_to_it() -> None:
    text = f"{PM} เข้าร่วมการประชุมสุดยอดอาเซียนกับคู่เจรจา ได้แก่ ญี่ปุ่น อินเดีย และแคนาดา"
    assert {s for s, _ in pairs(text, "attended")} == {ORATHAI, "ญี่ปุ่น", "อินเดีย", "แคนาดา"}


@pytest.mark.parametrize(
    ("met", "bodies"),
    [
        ("ผู้บริหารของบริษัท Fjord Energy", {"บริษัท Fjord Energy"}),
        ("ภาคเอกชนชั้นนำ อาทิ Fjord, Nordfarm และ Havn", {"Fjord", "Nordfarm", "Havn"}),
        ("หน่วยงานต่าง ๆ ได้แก่ กระทรวงแรงงาน และกระทรวงวัฒนธรรม", {"กระทรวงแรงงาน", "กระทรวงวัฒนธรรม"}),
        # A row of names without a mark between them cannot be parted, and a state's companies are none.
        ("ภาคเอกชนชั้นนำ อาทิ Fjord Nordfarm Havn Skog Elv", set()),
        ("คณะผู้แทนบริษัทจีน", set()),
    ],
)
def test_bodies_come_to_the_talk_with_their_people(met: str, bodies: set[str]) -> None:
    assert {s for s, _ in pairs(f"{PM} หารือกับ{met}", "attended")} == {ORATHAI, *bodies}


def test_houses_of_which_none_is_named_are_nobody_to_talk_with() -> None:
    assert not pairs(f"{PM} หารือกับหน่วยงานที่เกี่ยวข้อง", "attended")


@pytest.mark.parametrize(
    ("told", "met"),
    [
        (f"{PM} ได้พบ{GUEST}", {(ORATHAI, KEN)}),
        (f"{PM} พบว่า {GUEST} สนใจ", set()),
        (f"{PM} เจรจากับอาเซียน", set()),
        (f"{PM} กล่าวว่า การหารือกับ{GUEST} มีความคืบหน้า", {(ORATHAI, KEN)}),
    ],
)
def test_who_is_met_stands_right_behind_a_bare_verb(told: str, met: set[tuple[str, str]]) -> None:
    assert pairs(told, "metWith") == met


def test_who_puts_on_a_meal_stands_in_a_relative_clause() -> None:
    for puts in ("ที่นายกรัฐมนตรีญี่ปุ่น จัดขึ้น", "ซึ่งนายกรัฐมนตรีญี่ปุ่นเป็นเจ้าภาพ"):
        text = f"{PM} เข้าร่วมงานเลี้ยงอาหารค่ำ {puts} ณ กรุงโตเกียว"
        assert {s for s, _ in pairs(text, "hosted")} == {"นายกรัฐมนตรีญี่ปุ่น"}


def test_who_comes_without_a_meetings_name_comes_to_the_one_that_is_on() -> None:
    text = f"{PM} หารือกับ{GUEST} ทั้งนี้ ในการหารือ {FM} และ{OFFICIAL} พร้อมด้วยข้าราชการ เข้าร่วม"
    assert {s for s, _ in pairs(text, "attended")} == {ORATHAI, KEN, WEERA, "ธีรพล นาคา"}


def test_who_comes_to_a_part_of_a_meeting_does_not_come_to_the_whole() -> None:
    text = f"{AT} ซึ่งจัดขึ้นในห้วง{COUNCIL} โดย{FM} เป็นประธาน"
    assert pairs(text, "chaired") == {(WEERA, SUMMIT)}
    assert came(text, COUNCIL) == set()


def test_who_leads_a_group_is_met_with_the_body_it_is_from() -> None:
    text = f"{PM} หารือกับคณะผู้แทนสมาคมประมงบ้านไผ่ นำโดย {GUEST}"
    assert pairs(text, "metWith") == {(ORATHAI, KEN)}
    assert {s for s, _ in pairs(text, "attended")} == {ORATHAI, KEN, "สมาคมประมงบ้านไผ่"}


def test_who_is_told_behind_a_meeting_comes_too_and_before_a_talk_is_of_the_company() -> None:
    come, their = "ร่วมด้วย นายมานะ ดีงาม ปลัดกระทรวงพลังงาน", "มานะ ดีงาม"
    assert pairs(f"{FM} เป็นประธาน{SUMMIT} {come} ณ กรุงเทพฯ", "attended") == {(WEERA, SUMMIT), (their, SUMMIT)}
    assert pairs(f"{FM} เป็นประธาน{SUMMIT} {come} ณ กรุงเทพฯ", "chaired") == {(WEERA, SUMMIT)}
    talk = f"{FM} {come} ได้หารือกับ{GUEST}"
    assert pairs(talk, "metWith") == {(WEERA, KEN)}
    assert {who for who, _ in pairs(talk, "attended")} == {WEERA, their, KEN}


@pytest.mark.parametrize(
    ("behind", "bodies"),
    [
        ("ร่วมกับผู้แทนจากกระทรวงพลังงาน และองค์การอนามัยโลก", {"กระทรวงพลังงาน", "องค์การอนามัยโลก"}),
        (
            "พร้อมด้วยผู้แทนหน่วยงานที่เกี่ยวข้อง ได้แก่ กระทรวงพลังงาน และกระทรวงแรงงาน",
            {"กระทรวงพลังงาน", "กระทรวงแรงงาน"},
        ),
        ("ร่วมกับผู้แทนจากสมาชิกองค์การอนามัยโลก", set()),
    ],
)
def test_bodies_whose_people_come_along_attend_too(behind: str, bodies: set[str]) -> None:
    assert {s for s, _ in pairs(f"{FM} เข้าร่วม{SUMMIT} {behind}", "attended")} == {WEERA, *bodies}


@pytest.mark.parametrize("numbers", [("(1) ", "(2) ", "(3) "), ("1) ", "2) ", "3) "), ("", "", "")])
def test_guests_of_a_talk_may_be_numbered(numbers: tuple[str, str, str]) -> None:
    one, two, three = numbers
    text = (
        f"{PM} ได้หารือกับ {one}นาย Aro Laine ประธานาธิบดีฟินแลนด์ {two}Shri Devan Patelkar นายกรัฐมนตรีเนปาล "
        f"และ {three}นาย Ion Popa ประธานาธิบดีโรมาเนีย"
    )
    assert {o for _, o in pairs(text, "metWith")} == {"Aro Laine", "Devan Patelkar", "Ion Popa"}


def test_who_acts_behind_the_next_number_is_no_guest() -> None:
    text = f"1. {PM} ได้หารือกับนาย Aro Laine ประธานาธิบดีฟินแลนด์ 2. นาย Ion Popa ประธานาธิบดีโรมาเนีย ได้เยือนไทย"
    assert {o for _, o in pairs(text, "metWith")} == {"Aro Laine"}


@pytest.mark.parametrize("post", ["เอกอัครราชทูต", "เอกอัครราชทูต ", "ออท. ", "ออท.", "กงสุลใหญ่"])
def test_an_envoy_is_named_in_two_words_without_a_style(post: str) -> None:
    told_of = facts_of(f"{post}พิมล ธารใส เข้าเยี่ยมคารวะ{GUEST}", "metWith")
    assert told_of == {("พิมล ธารใส", KEN, "Actual")}


@pytest.mark.parametrize("act", ["ร่วมกับ ทีมประเทศไทย จัดงาน", "นำทีม ธุรกิจไทย เยือนลาว", "เยี่ยมชม โรงงานกระดาษ"])
def test_what_an_envoy_does_is_no_name_of_his(act: str) -> None:
    assert not facts_of(f"ออท. {act}", "holdsPosition")


@pytest.mark.parametrize(
    "announced",
    [
        f"{SUMMIT} จัดขึ้นที่กรุงเทพฯ โดยมีผู้เข้าร่วมประชุม ดังนี้",
        f"{SUMMIT} จัดขึ้นที่กรุงเทพฯ\nรายชื่อผู้เข้าร่วมประชุม",
        f"{SUMMIT} จัดขึ้นที่กรุงเทพฯ\nคณะผู้เข้าร่วมการประชุม:\nฝ่ายไทย",
    ],
)
def test_who_stands_in_the_lines_of_a_list_of_those_who_came_has_come(announced: str) -> None:
    assert came(f"{announced}\n1. {OFFICIAL}\n2. {FM}") == {"ธีรพล นาคา", WEERA}


def test_lines_behind_another_list_name_nobody_who_came() -> None:
    text = f"{SUMMIT} จัดขึ้นที่กรุงเทพฯ และหารือประเด็นต่าง ๆ ดังนี้\n1. {OFFICIAL}\n2. {FM}"
    assert came(text) == set()


@pytest.mark.parametrize(
    "told",
    [
        "ผู้เข้าร่วมการประชุมทะเลโลก ครั้งที่ 3 ประกอบด้วย ผู้แทนจากชิลี เปรู และธนาคารโลก",
        "ประเทศและองค์การที่เข้าร่วมการประชุมทะเลโลก ครั้งที่ 3 ได้แก่ ชิลี เปรู และธนาคารโลก",
        "การประชุมทะเลโลก ครั้งที่ 3 ประกอบด้วยผู้แทนจากชิลี เปรู และธนาคารโลก",
    ],
)
def test_who_comes_to_a_meeting_may_be_listed_behind_its_name(told: str) -> None:
    meeting = "การประชุมทะเลโลก ครั้งที่ 3"
    assert pairs(told, "attended") == {(who, meeting) for who in ("ชิลี", "เปรู", "ธนาคารโลก")}


def test_what_a_committee_that_meets_is_made_of_is_told_of_no_meeting() -> None:
    told = "การประชุมทะเลโลก ครั้งที่ 3 รับทราบคณะกรรมการประกอบด้วยผู้แทนจากชิลีและเปรู"
    assert pairs(told, "attended") == set()


def test_whoever_leads_a_delegation_is_in_it() -> None:
    led = "คณะผู้แทนรัฐสภาลาวซึ่งนำโดยนายคำผาย วงสา ประธานรัฐสภาลาว เดินทางเยือนประเทศไทย"
    assert pairs(led, "visited") == {("คำผาย วงสา", "ไทย")}


def test_what_is_told_behind_another_act_is_not_where_one_signs() -> None:
    signed = "ไทยและลาวลงนามความตกลงด้านการค้า และจะเสนอโครงการใหม่ระหว่างการประชุมสุดยอดอาเซียน ครั้งที่ 40"
    assert pairs(signed, "attended") == set()


def test_from_where_somebody_travels_he_does_not_come_for() -> None:
    told = "นายทาโร โคโนะ รัฐมนตรีต่างประเทศญี่ปุ่น จากลาวมายังไทย เพื่อหารือด้านการค้า"
    assert pairs(told, "represents") == {("ทาโร โคโนะ", "ญี่ปุ่น")}


def test_many_houses_of_a_kind_are_no_body_that_comes() -> None:
    many = "นายสมชาย ใจดี อธิบดีกรมประมง และสำนักงานเมฆาจังหวัด 13 จังหวัด เข้าร่วมการประชุมทะเลโลก ครั้งที่ 3"
    assert {who for who, _ in pairs(many, "attended")} == {"สมชาย ใจดี"}
    one = "นายสมชาย ใจดี อธิบดีกรมประมง และสำนักงานเมฆาจังหวัด เข้าร่วมการประชุมทะเลโลก ครั้งที่ 3"
    assert "สำนักงานเมฆาจังหวัด" in {who for who, _ in pairs(one, "attended")}
