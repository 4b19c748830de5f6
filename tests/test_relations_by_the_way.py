"""What a text tells by the way, and who it goes on with; no person in it exists."""

from __future__ import annotations

import pytest
from reading import FM, GUEST, KEN, ORATHAI, OTHER, PLANNED, PM, SUMMIT, pairs, persons_in, read, told

from kg.documents import document_from_text
from kg.mentions.meetings import recognize_meetings
from kg.mentions.persons import recognize_persons
from kg.mentions.scan import Scan

TALK = f"{PM} หารือกับ{GUEST}"


def names(text: str) -> list[str]:
    document = document_from_text(text)
    return [m.span.of(text) for m in recognize_meetings(Scan(document), 0, len(document.text))]


@pytest.mark.parametrize(
    "passing",
    [
        f"นายกรัฐมนตรียินดีที่ได้พบหารือกับ{OTHER} ในการประชุมพลังงานโลก ครั้งที่ 3",
        f"ทั้งนี้ นายกรัฐมนตรีได้มีโอกาสหารือกับ{OTHER} เรื่องการประมง",
        f"ทั้งนี้ ล่าสุดนายกรัฐมนตรีได้หารือกับ{OTHER} เรื่องการประมง",
        "ฝ่ายญี่ปุ่นรับฟังความเห็นเพื่อนำไปหารือกับกระทรวงศึกษาธิการของญี่ปุ่น",
    ],
)
def test_a_talk_told_in_passing_is_not_the_one_that_is_on(passing: str) -> None:
    text = f"{TALK}\n{passing}\nทั้งสองฝ่ายเห็นพ้องส่งเสริมความร่วมมือด้านพลังงานสะอาด"
    supported = {s for s, o in pairs(text, "supported") if "พลังงานสะอาด" in o}
    came = {s for s, o in pairs(text, "attended")}
    assert supported == {"~"}
    assert {ORATHAI, KEN} <= came
    assert pairs(f"{TALK}\nทั้งสองฝ่ายเห็นพ้องส่งเสริมความร่วมมือด้านพลังงานสะอาด", "supported") <= pairs(
        text, "supported"
    )


def test_what_is_taken_along_has_not_been_talked_of() -> None:
    text = f"{TALK}\nฝ่ายญี่ปุ่นรับฟังความเห็นเพื่อนำไปหารือกับกระทรวงศึกษาธิการของญี่ปุ่น"
    assert pairs(text, "attended") == pairs(TALK, "attended")


def test_whoever_acts_as_chair_of_a_body_is_called_by_it() -> None:
    text = f"{GUEST} ในฐานะประธานอาเซียน หารือกับ{PM} โดยประธานอาเซียนได้ให้ความสำคัญต่อความมั่นคงทางอาหาร"
    assert (KEN, "ประธานอาเซียน") in pairs(text, "holdsPosition")
    assert (KEN, "ความมั่นคงทางอาหาร") in pairs(text, "supported")
    assert {s for s, _ in pairs(text, "participatesIn")} == {"ญี่ปุ่น"}


def test_a_chair_read_as_one_title_has_its_state() -> None:
    text = f"{PM} แสดงความยินดีต่อความสำเร็จในการปฏิบัติหน้าที่ประธานอาเซียนของกัมพูชา"
    assert {s for s, _ in pairs(text, "participatesIn")} == {"กัมพูชา"}


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("ขอบคุณลาวที่สนับสนุนการเป็นเจ้าภาพการประชุมเอเปคของไทย", {("ไทย", "การประชุมเอเปค")}),
        ("ไทยจะเป็นเจ้าภาพเอเปคในปี 2575", {("ไทย", "เอเปคในปี 2575")}),
        ("ไทยเคยเป็นเจ้าภาพเอเปคเมื่อปี ๒๕๓๕", {("ไทย", "เอเปคเมื่อปี ๒๕๓๕")}),
        ("ไทยจะดำรงตำแหน่งเจ้าภาพเอเปคในปี 2575", set()),
    ],
)
def test_whose_turn_it_is_to_host(text: str, hosts: set[tuple[str, str]]) -> None:
    assert pairs(text, "hosted") == hosts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ชื่นชมการประชุมสุดยอดอาเซียนของกัมพูชา", ["การประชุมสุดยอดอาเซียน"]),
        ("ชื่นชมการประชุมเอเปคที่สามารถทำหน้าที่ได้ดี", ["การประชุมเอเปค"]),
        ("พบกันในการประชุมสุดยอดอาเซียนที่ สปป.ลาว", ["การประชุมสุดยอดอาเซียน"]),
        (
            "ในการประชุมคณะกรรมการน้ำร่วมไทย – ลาว  (JWC) ครั้งที่ 15 ที่กรุงเทพฯ",
            ["การประชุมคณะกรรมการน้ำร่วมไทย – ลาว  (JWC) ครั้งที่ 15"],
        ),
        ("ลดความล่าช้าของพิธีการศุลกากรและการขนส่งที่ชายแดน", []),
    ],
)
def test_the_name_of_a_meeting_ends_before_what_is_told_of_it(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_how_some_come_is_not_how_it_is_held() -> None:
    text = (
        f"{SUMMIT} จัดขึ้นด้วยรูปแบบไฮบริด โดยมีออสเตรเลียเข้าร่วมประชุม ส่วนบรูไนดารุสซาลาม แคนาดา และจีน เข้าร่วมรูปแบบออนไลน์"
    )
    assert {o for _, o in pairs(text, "mode")} == {"hybrid"}
    assert {s for s, _ in pairs(text, "attended")} == {"ออสเตรเลีย", "บรูไน", "แคนาดา", "จีน"}


@pytest.mark.parametrize("acts", ["พร้อมสนับสนุน", "ยืนยันสนับสนุน", "ก็พร้อมสนับสนุน"])
def test_a_state_that_acts_begins_a_clause(acts: str) -> None:
    text = (
        f"{TALK}\nทั้งสองฝ่ายเห็นพ้องส่งเสริมความร่วมมือทางวิชาการระหว่างกันอย่างต่อเนื่อง และไทย{acts}โครงการพัฒนาถนนบ้านทราย"
    )
    assert pairs(text, "supported") == {
        ("~", "ความร่วมมือทางวิชาการระหว่างกัน"),
        ("ไทย", "โครงการพัฒนาถนนบ้านทราย"),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lord Peter Example of Westbridge CBE รัฐมนตรีว่าการกระทรวงพลังงาน", "Peter Example of Westbridge CBE"),
        ("เจ้าชายซาบิร บิน นาดีม บิน ราชิด อัลมารี (H.R.H. Prince Sabir)", "ซาบิร บิน นาดีม บิน ราชิด อัลมารี"),
        ("นายกรัฐมนตรีพบ Mr. Peter Example ที่กรุงเทพฯ", "Peter Example"),
    ],
)
def test_a_name_goes_on_with_its_seat_and_fathers(text: str, name: str) -> None:
    document = document_from_text(text)
    assert [person.name for person in recognize_persons(Scan(document), 0, len(text))] == [name]


def test_by_his_offices_a_prince_is_told() -> None:
    text = f"{PM} หารือกับเจ้าชายซาบิร บิน นาดีม มกุฎราชกุมารและนายกรัฐมนตรีบาห์เรน"
    assert {o for s, o in pairs(text, "holdsPosition") if s.startswith("ซาบิร")} == {
        "มกุฎราชกุมาร",
        "นายกรัฐมนตรีบาห์เรน",
    }


@pytest.mark.parametrize(
    "to_what_end",
    [
        "เพื่อเป็นประเด็นให้นายกรัฐมนตรีได้นำไปเป็นข้อหารือร่วมกับประธานาธิบดีสาธารณรัฐเกาหลี",
        "เพื่อให้นายกรัฐมนตรีนำไปหารือกับประธานาธิบดีสาธารณรัฐเกาหลี",
    ],
)
def test_whoever_takes_along_what_others_made_ready_is_yet_to_talk_of_it(to_what_end: str) -> None:
    text = f"{FM} ประชุมร่วมกับหน่วยงานด้านพลังงาน และได้จัดทำแนวทางความร่วมมือ {to_what_end}"
    pm, guest = "นายกรัฐมนตรี", "ประธานาธิบดีสาธารณรัฐเกาหลี"
    assert told(text, "metWith") == {(pm, guest, PLANNED)}
    assert {(who, mood) for who, _, mood in told(text, "attended")} == {(pm, PLANNED), (guest, PLANNED)}


def test_who_sets_a_thing_up_does_not_launch_what_is_named_beside_it() -> None:
    text = f'{PM} จัดตั้งศูนย์ทะเลสีคราม เพื่อดูแลผู้ใช้ระบบ "ปลาทอง" และชาวประมง'
    assert {o for _, o in pairs(text, "launched")} == {"ศูนย์ทะเลสีคราม"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("เมื่อวันที่ 3 มีนาคม 2565 กระทรวงคมนาคมได้จัดตั้งศูนย์ทะเลสีคราม", {"2022-03-03"}),
        ("ตามมติคณะรัฐมนตรีเมื่อวันที่ 3 มีนาคม 2565 กระทรวงคมนาคมได้จัดตั้งศูนย์ทะเลสีคราม", set()),
        ("เนื่องในโอกาสครบรอบ 10 ปี วันที่ 3 มีนาคม 2565 กระทรวงคมนาคมได้จัดตั้งศูนย์ทะเลสีคราม", set()),
    ],
)
def test_the_day_of_a_resolution_or_a_feast_is_not_that_of_a_launch(text: str, days: set[str]) -> None:
    assert {day for thing, day in pairs(text, "heldOn") if "ศูนย์" in thing} == days


@pytest.mark.parametrize(
    "asked",
    [
        f"{PM} ได้นัดหารือกับ{GUEST}",
        f"{PM} ต้องหารือกับ{GUEST}",
        f"กระทรวงการคลังสั่งการให้{PM} ไปหารือกับ{GUEST}",
    ],
)
def test_a_talk_that_somebody_is_to_have_is_not_held_yet(asked: str) -> None:
    assert told(asked, "metWith") == {(ORATHAI, KEN, PLANNED)}


def test_who_says_words_of_welcome_receives_nobody() -> None:
    assert pairs(f'{PM} กล่าวต้อนรับว่า "ประเทศไทยพร้อมเป็นเจ้าภาพ"', "attended") == set()


@pytest.mark.parametrize(
    ("opened", "whole"),
    [
        ("พิธีเปิด", {SUMMIT}),
        ("พิธีเปิดการประชุม", {SUMMIT}),
        ("พิธีเปิดการประชุมอย่างเป็นทางการ", {SUMMIT}),
        ("พิธีเปิดงาน", {SUMMIT}),
        ("พิธีเปิดสำนักงานการค้า", set()),
    ],
)
def test_the_opening_of_what_is_no_event_is_no_part_of_the_meeting(opened: str, whole: set[str]) -> None:
    text = f"{PM} เข้าร่วม{SUMMIT}\nนายกรัฐมนตรีเป็นประธานใน{opened}"
    assert {o for s, o in pairs(text, "partOf") if s.startswith("พิธีเปิด")} == whole


@pytest.mark.parametrize(
    ("approved", "adopters"),
    [
        ("แผนแม่บทว่าด้วยทะเลสีคราม ซึ่งได้รับการรับรองโดยอาเซียน", {"อาเซียน"}),
        ("กรมศิลปากรเตรียมแผนแม่บทว่าด้วยทะเลสีคราม เพื่อดูแลอุทยานทั้งสองแห่งของจังหวัดสตูล ซึ่งได้รับการรับรองโดยอาเซียน", set()),
        ("แผนแม่บทว่าด้วยทะเลสีคราม ซึ่งได้รับการรับรองเป็นมรดกของอาเซียน", set()),
    ],
)
def test_only_a_document_that_is_approved_itself_is_adopted(approved: str, adopters: set[str]) -> None:
    assert {s for s, o in pairs(approved, "adopted") if "แผนแม่บท" in o} == adopters


def test_the_number_of_a_publication_makes_no_declaration() -> None:
    text = "หลักสูตรการบินจัดทำตาม DOC 9941 เพื่อให้ผู้เข้าอบรมนำไปใช้ได้ในอาเซียน"
    assert not any("ทะเลจีนใต้" in entity.name for entity in read(text).entities)


@pytest.mark.parametrize(
    "name",
    [
        "การประชุมคณะกรรมการกำกับการแก้ไขหนี้สินของประชาชน",
        "การประชุมเตรียมความพร้อมด้านการแพทย์",
        "การประชุมติดตามงานในพื้นที่ภาคใต้",
        "การประชุมติดตามงานในพื้นที่จังหวัดเชียงใหม่",
        "การประชุมคณะอนุกรรมการเร่งรัดและติดตาม",
        "การประชุมคณะกรรมการนโยบายมันสำปะหลัง",
        "การประชุมสมัชชาทหารผ่านศึกโลก",
    ],
)
def test_a_word_that_holds_the_end_of_a_name_does_not_end_it(name: str) -> None:
    assert names(f"{PM} เป็นประธาน{name} ครั้งที่ 2 โดยมีผู้แทนเข้าร่วม") == [f"{name} ครั้งที่ 2"]


def test_a_company_goes_on_over_a_word_that_holds_the_end_of_its_name() -> None:
    (body,) = {s for s, _ in pairs("สมาคมผู้ประกอบการรถโดยสารไทยเข้าร่วมการประชุมคมนาคมโลก", "attended")}
    assert body == "สมาคมผู้ประกอบการรถโดยสารไทย"


@pytest.mark.parametrize(
    "text",
    [
        f"{PM} ให้กำลังใจผู้ใช้แรงงานเนื่องในวันแรงงานแห่งชาติ",
        f"{PM} พบเพื่อนร่วมงานในสถานีรถไฟ",
        "ประชาชนเข้าร่วมงานจำนวนมากจนแน่น",
        "กรมการค้าภายในจัดงานระหว่างเดือนตุลาคมถึงพฤศจิกายน",
        f"{PM} ร่วมเปิดงาน กับสมาคมธนาคารไทย",
    ],
)
def test_the_last_letters_of_a_word_and_a_bare_noun_name_no_event(text: str) -> None:
    assert names(text) == []


def test_a_name_that_ends_as_a_venue_begins_has_no_venue_behind_it() -> None:
    text = f"{PM} เข้าร่วม{SUMMIT} โดยมีนายโสภณ วชิรวาที ให้การต้อนรับ"
    assert pairs(text, "heldAt") == set()


def test_the_full_stop_of_a_short_word_belongs_to_it() -> None:
    assert {o for _, o in pairs(f"{PM} เสนอความร่วมมือกับกระทรวง พม. ต่อไป", "proposed")} == {
        "ความร่วมมือกับกระทรวง พม."
    }


@pytest.mark.parametrize("told_of", ["ตั้งแต่วันที่ 3 มีนาคม", "ไปยังจังหวัดอื่น", "ไม่ทั่วถึง", "จากเดิม 3 ปี"])
def test_what_is_told_right_behind_the_noun_of_a_project_is_no_name(told_of: str) -> None:
    assert pairs(f"กรมการค้าภายในดำเนินโครงการ{told_of}", "launched") == set()


@pytest.mark.parametrize("led_on", ["แก่ผู้เข้าร่วมโครงการ", "ตามได้จัดขึ้น"])
def test_a_name_does_not_end_with_a_word_that_leads_on(led_on: str) -> None:
    assert names(f"{PM} เป็นประธานพิธีมอบเกียรติบัตร{led_on}") == ["พิธีมอบเกียรติบัตร"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("นางสาวอรทัย ยืนยันว่าเศรษฐกิจดีขึ้น", ["อรทัย"]),
        ("นางสาวอรทัยจึงเสนอให้ลดภาษี", ["อรทัย"]),
        ("นายเสรี มั่นคง เคยเป็นครู", ["เสรี มั่นคง"]),
        ("นายทหารยศพันโทขึ้นไป เข้าร่วมพิธี", []),
    ],
)
def test_what_somebody_does_is_no_part_of_his_name(text: str, persons: list[str]) -> None:
    assert [person.name for person in persons_in(text)] == persons


@pytest.mark.parametrize("act", ["เข้าร่วม", "ได้เข้าร่วม"])
def test_a_line_broken_by_hand_goes_on_with_whom_it_ended(act: str) -> None:
    text = f"วันที่ 3 มีนาคม 2567 {PM}\n{act}{SUMMIT}"
    assert pairs(text, "attended") == {(ORATHAI, SUMMIT)}
    assert pairs(text, "heldOn") == {(SUMMIT, "2024-03-03")}


def test_a_line_that_tells_of_an_act_is_not_gone_on_with() -> None:
    assert pairs(f"{GUEST} เยือนลาวพร้อม{PM}\nเข้าร่วม{SUMMIT}", "attended") == {(KEN, SUMMIT)}


@pytest.mark.parametrize(
    "chaired",
    [
        f" (มี{PM} เป็นประธาน) ได้มีมติเห็นชอบ",
        f" [{PM} เป็นประธาน] มีมติเห็นชอบ",
        f" โดยมี{PM} เป็นประธาน ได้มีมติเห็นชอบ",
        f" โดยมี{PM} เป็นประธาน รับทราบผลการศึกษา",
    ],
)
def test_a_meeting_has_a_chair_before_what_it_resolves(chaired: str) -> None:
    assert pairs(f"ใน{SUMMIT} เมื่อวันที่ 3 มีนาคม 2567{chaired}", "chaired") == {(ORATHAI, SUMMIT)}


def test_two_chair_together() -> None:
    text = f"{SUMMIT} ซึ่งมี{PM} และ{GUEST} เป็นประธานร่วมกัน"
    assert {who for who, _ in pairs(text, "chaired")} == {ORATHAI, KEN}


@pytest.mark.parametrize("opened", ["พิธีปิดการประชุม", "พิธีเปิดการประชุมอย่างเป็นทางการ"])
def test_an_opening_behind_a_call_is_that_of_the_meeting_before(opened: str) -> None:
    text = f"{PM} เข้าร่วม{SUMMIT} ทั้งนี้ ได้เข้าเยี่ยมคารวะ{GUEST} ซึ่งได้มาเป็นประธานใน{opened}"
    assert {pair for pair in pairs(text, "partOf") if pair[0] == opened} == {(opened, SUMMIT)}


def test_several_meetings_are_parts_of_another() -> None:
    text = f"การประชุม Oil Talk และการประชุม Gas Talk เป็นส่วนหนึ่งของ{SUMMIT}"
    assert pairs(text, "partOf") == {("การประชุม Oil Talk", SUMMIT), ("การประชุม Gas Talk", SUMMIT)}


def test_who_gives_a_meal_is_no_part_of_its_name() -> None:
    assert names(f"{PM} เข้าร่วมงานเลี้ยงอาหารค่ำที่เจ้าภาพจัดขึ้น") == ["งานเลี้ยงอาหารค่ำ"]
