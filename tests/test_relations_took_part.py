"""Who came, who was in the chair and whose meeting it was; no person in these texts exists."""

from __future__ import annotations

import pytest
from reading import FM, GUEST, KEN, LEE, ORATHAI, OTHER, PM, SUMMIT, WEERA, facts_of, pairs

DAY = "เมื่อวันที่ 3 มีนาคม 2567"
MINES = "การประชุมรัฐมนตรีเหมืองแร่อาเซียน ครั้งที่ 6"
SEMINAR = "การสัมมนาปุ๋ยอาเซียน ครั้งที่ 2"


@pytest.mark.parametrize(
    "told",
    [
        f"โดยมี{GUEST} เป็นประธานการประชุม",
        f"ซึ่งมี{GUEST} เป็นประธาน",
        f"โดย{GUEST} เป็นประธานในการประชุม",
    ],
)
def test_who_is_told_to_be_in_the_chair_chairs_the_meeting_told_of(told: str) -> None:
    assert pairs(f"{PM} เข้าร่วม{SUMMIT} {DAY} {told}", "chaired") == {(KEN, SUMMIT)}


@pytest.mark.parametrize("honours", ["ซึ่งได้ให้เกียรติมาเป็นประธานใน", "ซึ่งกรุณาให้เกียรติเป็นประธานใน"])
@pytest.mark.parametrize("opening", ["พิธีเปิดการประชุมดังกล่าว", "พิธีเปิดการประชุมอย่างเป็นทางการ"])
def test_who_honours_a_meeting_by_opening_it_is_in_its_chair_and_not_who_meets_him(
    honours: str, opening: str
) -> None:
    text = f"{PM} เข้าร่วม{MINES} {DAY} และเข้าเยี่ยมคารวะ{GUEST} {honours}{opening}"
    assert {who for who, _ in pairs(text, "chaired")} == {KEN}
    assert {whole for _, whole in pairs(text, "partOf")} == {MINES}


def test_a_state_told_of_as_the_host_hosts_the_meeting_told_of() -> None:
    text = f"{PM} เข้าร่วม{MINES} {DAY} โดยไทยในฐานะประเทศเจ้าภาพได้จัดนิทรรศการ"
    assert pairs(text, "hosted") == {("ไทย", MINES)}


def test_who_is_told_of_before_is_none_of_those_told_to_come() -> None:
    text = f"{GUEST} กล่าวขอบคุณไทย {SUMMIT} จัดขึ้นที่กรุงโซล {DAY} โดยมีผู้แทนหลายประเทศเข้าร่วม"
    assert KEN not in {s for s, _ in pairs(text, "attended")}


def test_who_has_a_programme_comes_to_what_its_lines_name() -> None:
    text = f"{PM} มีกำหนดการ ดังนี้\n09.30 น. - {MINES}\nในช่วงบ่าย {SEMINAR}\n"
    assert pairs(text, "attended") == {(ORATHAI, MINES), (ORATHAI, SEMINAR)}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("อาเซียนประกอบด้วยสมาชิก 2 ประเทศ ได้แก่ ลาว และเวียดนาม", {"ลาว", "เวียดนาม"}),
        ("ลาวในฐานะสมาชิกอาเซียนสนับสนุนการค้า", {"ลาว"}),
        ("ความร่วมมือกับประเทศคู่เจรจาอาเซียน อาทิ อินเดีย และแคนาดา", {"อินเดีย", "แคนาดา"}),
    ],
)
def test_states_told_to_be_of_a_mechanism_take_part_in_it(text: str, members: set[str]) -> None:
    assert pairs(text, "participatesIn") == {(member, "อาเซียน") for member in members}


@pytest.mark.parametrize(
    "named",
    [
        "ประธานาธิบดีวี เหลียงได้",
        "พลโท (อาวุโส) วี เหลียง ประธานาธิบดีลาว ",
        "อดีตนายกรัฐมนตรี วี เหลียง ",
    ],
)
def test_a_name_ends_where_the_act_behind_it_begins(named: str) -> None:
    assert ("วี เหลียง", SUMMIT) in pairs(f"{named}เข้าร่วม{SUMMIT}", "attended")


@pytest.mark.parametrize(
    "told",
    [f"ตามคำเชิญของ{GUEST} เข้าร่วม{SUMMIT}", f"ได้รับเชิญจาก{GUEST} เข้าร่วม{SUMMIT}"],
)
def test_who_invites_is_not_who_comes(told: str) -> None:
    assert pairs(f"{PM} {told}", "attended") == {(ORATHAI, SUMMIT)}


def test_who_is_praised_for_coming_came_and_not_who_praises() -> None:
    assert pairs(f"{PM} ชื่นชมแคนาดาที่เข้าร่วม{SUMMIT}", "attended") == {("แคนาดา", SUMMIT)}


def test_who_is_thanked_for_a_meeting_has_held_it() -> None:
    assert pairs(f"ลาวขอบคุณกัมพูชาที่จัด{SUMMIT}", "hosted") == {("กัมพูชา", SUMMIT)}


@pytest.mark.parametrize(
    "told",
    [
        f"{PM} ยินดีที่นายกรัฐมนตรีญี่ปุ่นเดินทางมาเข้าร่วม{SUMMIT} ที่ไทย",
        f"{PM} ขอบคุณนายกรัฐมนตรีญี่ปุ่นที่เดินทางมาเข้าร่วม{SUMMIT} ที่ไทย",
        f"{PM} แสดงความพร้อมในการต้อนรับนายกรัฐมนตรีญี่ปุ่นที่จะเดินทางมาเข้าร่วม{SUMMIT} ที่ไทย",
        f"โดยนายกรัฐมนตรีญี่ปุ่นจะเดินทางเยือนไทย ในโอกาสเข้าร่วม{SUMMIT}",
    ],
)
def test_who_travels_to_a_meeting_comes_to_it_and_not_who_is_glad_of_it(told: str) -> None:
    text = f"{PM} หารือกับ{GUEST}\n{told}"
    assert {s for s, o in pairs(text, "attended") if o == SUMMIT} == {KEN}
    assert pairs(text, "visited") == {(KEN, "ไทย")}


def test_who_is_thanked_by_no_name_for_taking_an_invitation_is_the_guest() -> None:
    text = f"{PM} หารือกับ{GUEST}\nนายกรัฐมนตรียินดีต่อความสัมพันธ์ พร้อมขอบคุณที่ตอบรับคำเชิญเข้าร่วม{SUMMIT}"
    assert {s for s, o in pairs(text, "attended") if o == SUMMIT} == {KEN}


WEERA_MIN = "นายวีระ ทองแท้ รัฐมนตรีว่าการกระทรวงพลังงาน"


def test_who_stands_beside_the_chair_comes_as_well() -> None:
    text = f"{PM} เป็นประธาน{MINES} {DAY} พร้อมด้วย {WEERA_MIN} และนายธีรพล นาคา ปลัดกระทรวงพลังงาน"
    assert {s for s, _ in pairs(text, "attended")} == {ORATHAI, "วีระ ทองแท้", "ธีรพล นาคา"}
    assert pairs(text, "chaired") == {(ORATHAI, MINES)}


def test_who_comes_beside_somebody_is_not_whom_he_meets() -> None:
    text = f"{PM} เข้าร่วมการหารือทวิภาคีไทย-ลาว พร้อมด้วย {WEERA_MIN}"
    assert pairs(text, "metWith") == set()


@pytest.mark.parametrize(
    "does", ["กล่าวปาฐกถาพิเศษใน", "เป็นวิทยากรใน", "ร่วมอภิปรายใน", "ร่วมเป็นเกียรติใน", "กล่าวถ้อยแถลงต่อที่ประชุมใน"]
)
def test_who_speaks_at_a_meeting_comes_to_it(does: str) -> None:
    assert (ORATHAI, SEMINAR) in pairs(f"{PM} {does}{SEMINAR}", "attended")


def test_a_body_told_to_have_held_a_talk_holds_it() -> None:
    found = pairs(f"กระทรวงพลังงาน ได้มีการหารือทวิภาคีกับ{GUEST}", "attended")
    assert {s for s, _ in found} == {"กระทรวงพลังงาน", KEN}


def test_royal_words_stand_between_a_king_and_what_he_does() -> None:
    found = pairs(f"สมเด็จพระราชาธิบดีแห่งบรูไนทรงเข้าร่วม{SUMMIT}", "attended")
    assert found == {("สมเด็จพระราชาธิบดีแห่งบรูไน", SUMMIT)}


@pytest.mark.parametrize(
    "told",
    [
        f"ซึ่งอยู่ระหว่างการเข้าร่วม{SUMMIT} ได้พบหารือกับ{GUEST}",
        f"อยู่ระหว่างการเข้าร่วม{SUMMIT}",
    ],
)
def test_who_is_in_the_course_of_coming_to_a_meeting_is_there(told: str) -> None:
    assert {(s, o, m) for s, o, m in facts_of(f"{PM} {told}", "attended") if o == SUMMIT} == {
        (ORATHAI, SUMMIT, "Actual")
    }


@pytest.mark.parametrize("told", ["ซึ่งอยู่ระหว่างการเยือนลาว ได้พบหารือกับ", "อยู่ระหว่างการเยือนลาว และพบหารือกับ"])
def test_a_journey_that_goes_on_is_made(told: str) -> None:
    text = f"{PM} {told}{GUEST}"
    assert facts_of(text, "visited") == {(ORATHAI, "ลาว", "Actual")}
    assert {m for _, _, m in facts_of(text, "metWith")} == {"Actual"}


def test_what_is_in_the_course_of_being_signed_is_not_signed_yet() -> None:
    told = facts_of("ไทยและลาวอยู่ระหว่างการลงนามบันทึกความเข้าใจว่าด้วยปุ๋ย", "signed")
    assert "Actual" not in {m for _, _, m in told}


@pytest.mark.parametrize("opener", ["ใน", "โดยในช่วง", "เมื่อวันที่ 3 มีนาคม 2567 ใน"])
@pytest.mark.parametrize(
    "says", ["ได้กล่าวถ้อยแถลงเรื่องปุ๋ย", "กล่าวว่า ไทยพร้อมสนับสนุนการค้าปุ๋ย", "ย้ำความสำคัญของการค้าปุ๋ย"]
)
def test_who_speaks_at_a_meeting_that_opens_the_sentence_is_there(opener: str, says: str) -> None:
    assert pairs(f"{opener}{MINES} {WEERA_MIN} {says}", "attended") == {("วีระ ทองแท้", MINES)}


def test_who_speaks_of_a_meeting_need_not_be_there() -> None:
    assert not pairs(f"{WEERA_MIN} กล่าวถึง{MINES} ว่า {GUEST} กล่าวถ้อยแถลงเรื่องปุ๋ย", "attended")
    assert not pairs(f"ใน{MINES} นายสุชาติ มั่นคง โฆษกประจำสำนักนายกรัฐมนตรี กล่าวว่า ลาวสนับสนุนการค้าปุ๋ย", "attended")


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("ลาวสนับสนุนให้กัมพูชาเข้าร่วมเป็นสมาชิกบริกส์", "Planned"),
        ("ลาวเชิญชวนประเทศกัมพูชาเป็นสมาชิกบริกส์", "Planned"),
        ("การค้าปุ๋ยทำให้กัมพูชาเป็นสมาชิกบริกส์", "Actual"),
        ("ลาวขอให้กัมพูชาในฐานะสมาชิกบริกส์ช่วยดูแลการค้าปุ๋ย", "Actual"),
    ],
)
def test_what_a_state_is_asked_to_join_it_is_not_in_yet(text: str, mood: str) -> None:
    assert facts_of(text, "participatesIn") == {("กัมพูชา", "บริกส์", mood)}


@pytest.mark.parametrize("joins", ["ร่วมหารือ", "เข้าร่วมการหารือ", "เข้าร่วมหารือ"])
def test_who_joins_a_talk_held_at_a_meeting_comes_to_the_talk_and_there_it_is_held(joins: str) -> None:
    text = f"{PM} หารือทวิภาคีกับ{GUEST} ในระหว่าง{SUMMIT} โดยมี{WEERA_MIN} {joins} ณ โรงแรมรุ่งอรุณ"
    came = pairs(text, "attended")
    assert ("วีระ ทองแท้", SUMMIT) not in came
    (talk,) = {o for s, o in came if s == "วีระ ทองแท้"}
    assert (talk, "โรงแรมรุ่งอรุณ") in pairs(text, "heldAt")


@pytest.mark.parametrize(
    ("puts_on", "mood"),
    [
        ("จัดประชุม", "Actual"),
        ("จะจัดประชุม", "Planned"),
        ("มีกำหนดจัดการประชุม", "Planned"),
        ("มีกำหนดจะจัดประชุม", "Planned"),
    ],
)
def test_who_puts_on_a_meeting_hosts_it(puts_on: str, mood: str) -> None:
    text = f"กระทรวงแรงงาน{puts_on}รัฐมนตรีเหมืองแร่อาเซียน ครั้งที่ 6 {DAY} ณ กรุงเทพฯ"
    assert {(s, m) for s, _, m in facts_of(text, "hosted")} == {("กระทรวงแรงงาน", mood)}
    assert {(o, m) for _, o, m in facts_of(text, "heldAt")} == {("กรุงเทพมหานคร", mood)}


def test_the_holding_of_a_meeting_spoken_of_is_no_meeting_besides() -> None:
    text = f"{PM} เข้าร่วม{MINES} {DAY} การจัดประชุมด้านเหมืองแร่ครั้งแรกของไทยมีผู้แทนจากลาวเข้าร่วม"
    assert {o for _, o in pairs(text, "attended")} == {MINES}


@pytest.mark.parametrize(("opened", "also"), [(MINES, {MINES}), ("การแข่งขันกีฬาเหมืองแร่ ครั้งที่ 6", set())])
def test_where_a_meeting_is_opened_it_is_held(opened: str, also: set[str]) -> None:
    text = f"{PM} เป็นประธานในพิธีเปิด{opened} ณ โรงแรมรุ่งอรุณ {DAY}"
    assert {s for s, _ in pairs(text, "heldAt")} == {f"พิธีเปิด{opened}"} | also


def test_a_meeting_with_a_place_of_its_own_is_not_held_where_it_is_opened() -> None:
    text = f"{MINES} จัดขึ้น ณ โรงแรมรุ่งอรุณ {DAY}\n{PM} เป็นประธานในพิธีเปิด{MINES} ณ โรงแรมสายน้ำ"
    assert (MINES, "โรงแรมสายน้ำ") not in pairs(text, "heldAt")


def test_nobody_told_of_before_comes_where_the_nameless_who_do_are_told() -> None:
    founded = "วันที่ 1 มีนาคม 2569 เป็นวันครบรอบ 30 ปี แห่งการก่อตั้งการประชุมเอเชีย-ยุโรป (ASEM)"
    told = "ลาวเปิดตัวระบบสานใจภายใต้กรอบ ASEM ขณะนี้มีสถาบันการศึกษาเข้าร่วมแล้วกว่า 140 แห่ง"
    assert pairs(f"{founded}\n\n{told}", "attended") == set()


@pytest.mark.parametrize("behind", [" สรุปสาระสำคัญ ดังนี้", f"ร่วมกับ{OTHER}", ""])
def test_whoever_is_in_the_chair_chairs_it_whatever_is_told_next(behind: str) -> None:
    text = f"{SUMMIT} จัดขึ้นเมื่อวันที่ 15 เมษายน 2569 โดยมี{FM} เป็นประธาน{behind}"
    chairs = {WEERA, LEE} if OTHER in behind else {WEERA}
    assert {s for s, _ in pairs(text, "chaired")} == chairs
