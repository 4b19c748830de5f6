"""Who meets whom: sides, company, guests and reporters of a talk; texts made for the purpose."""

from __future__ import annotations

import pytest
from reading import ACTUAL, PLANNED, all_facts, facts_of, read, told

from kg.model import EntityType, Extraction

MIN = "นายธนดล รุ่งเรืองกิจ รัฐมนตรีว่าการกระทรวงวัฒนธรรม"
AMB = "นางมาร์ธา คอนราด เอกอัครราชทูตสหพันธ์สาธารณรัฐเยอรมนีประจำประเทศไทย"
SPOKES = "นายปกรณ์ ศรีไพศาล โฆษกประจำสำนักนายกรัฐมนตรี"
PM = "นางสาวอรทัย มั่นคง นายกรัฐมนตรี"
THANADON, MARTHA, PAKORN, ORATHAI = "ธนดล รุ่งเรืองกิจ", "มาร์ธา คอนราด", "ปกรณ์ ศรีไพศาล", "อรทัย มั่นคง"


def attendants(text: str) -> set[str]:
    return {s for s, _, _ in facts_of(text, "attended")}


def talks(extraction: Extraction) -> int:
    return sum(1 for e in extraction.entities if e.type is EntityType.MEETING and not e.named)


def test_a_long_title_is_of_one_person() -> None:
    guest = "นายคาร์ล โฮลม์ รัฐมนตรีช่วยว่าการกระทรวงความมั่นคง และผู้อำนวยการสำนักงานข่าวกรองแห่งชาติ ราชอาณาจักรสวีเดน"
    assert attendants(f"{guest} เข้าเยี่ยมคารวะ{MIN}") == {"คาร์ล โฮลม์", THANADON}


def test_who_reports_is_not_of_the_company() -> None:
    text = f"{SPOKES} กล่าวว่า วันนี้ {MIN} นำคณะเข้าร่วมการประชุมรัฐมนตรีวัฒนธรรมอาเซียน ครั้งที่ 9"
    assert attendants(text) == {THANADON}


def test_who_gives_the_order_does_not_come() -> None:
    text = f"{PM} ได้มอบหมายให้ {MIN} เป็นผู้แทนให้การต้อนรับ{AMB}"
    assert attendants(text) == {THANADON, MARTHA}


@pytest.mark.parametrize(
    "gives",
    [
        "มอบแจกันดอกไม้แก่นายวีระ ทองแท้ เอกอัครราชทูตลาวประจำประเทศไทย ก่อน",
        "มอบของที่ระลึกแด่ นายวีระ ทองแท้ และนางแก้ว คำดี พร้อมกล่าวแสดงความยินดี และ",
        "มอบของที่ระลึกจากปลัดกระทรวงพลังงาน (นายวีระ ทองแท้) แด่นางแก้ว คำดี และ",
    ],
)
def test_who_is_given_something_does_not_do_what_is_told_behind_it(gives: str) -> None:
    text = f"นางสาวอรทัย มั่นคง รองปลัดกระทรวงพลังงาน {gives}เข้าร่วมการประชุมพลังงานโลก ครั้งที่ 3"
    assert attendants(text) == {"อรทัย มั่นคง"}


BANK, TRADE = "ธนาคารแห่งประเทศไทย", "สภาอุตสาหกรรมแห่งประเทศไทย"


@pytest.mark.parametrize(
    "behind",
    [
        f"คณะผู้แทนจาก{BANK} (ธปท.) และ{TRADE} (Federation: FTI) นำโดยหัวหน้าคณะ นายเคน โอตะ",
        "คณะผู้แทนจากธนาคารแห่งประเทศไทย (Bank of Thailand: BOT) และสภาอุตสาหกรรมแห่งประเทศไทย นำโดย นายเคน โอตะ",
        "คณะจากธนาคารแห่งประเทศไทย และสภาอุตสาหกรรมแห่งประเทศไทย (ส.อ.ท.) นำโดยนายเคน โอตะ",
        f"นายเคน โอตะ ที่ปรึกษาของรัฐมนตรีว่าการกระทรวงพลังงานลาว และคณะผู้แทน{BANK} และ{TRADE}",
    ],
)
def test_bodies_and_who_leads_their_people_are_the_other_side(behind: str) -> None:
    text = f"{MIN} ให้การต้อนรับ{behind} ณ กระทรวงวัฒนธรรม"
    assert attendants(text) == {THANADON, "เคน โอตะ", BANK, TRADE}
    assert facts_of(text, "metWith") == {(THANADON, "เคน โอตะ", "Actual")}


@pytest.mark.parametrize(
    "text",
    [
        f"ธนาคารแห่งประเทศไทย นำโดยนายเคน โอตะ รองผู้ว่าการ เข้าเยี่ยมคารวะ{MIN}",
        f"คณะผู้แทนจากธนาคารแห่งประเทศไทย (ธปท.) นำโดย นายเคน โอตะ เข้าพบ{MIN}",
        f"คณะผู้บริหารธนาคารแห่งประเทศไทย นำโดยนายเคน โอตะ เข้าพบ{MIN}",
        f"{MIN} ให้ธนาคารแห่งประเทศไทย นำโดย นายเคน โอตะ เข้าเยี่ยมคารวะ",
        f"เนื่องในโอกาสที่ธนาคารแห่งประเทศไทย นำโดยนายเคน โอตะ เข้าเยี่ยมคารวะ{MIN}",
    ],
)
def test_the_body_whose_people_somebody_leads_comes_with_him(text: str) -> None:
    assert attendants(text) == {THANADON, "เคน โอตะ", BANK}


def test_a_body_alone_is_let_in_too_and_who_acts_for_one_is_not_let_in() -> None:
    assert attendants(f"{MIN} ให้ธนาคารแห่งประเทศไทย เข้าเยี่ยมคารวะ") == {THANADON, BANK}
    led = f"{MIN} ให้{AMB} พร้อมด้วยผู้แทนธนาคารแห่งประเทศไทย และคณะ เข้าพบ"
    assert {THANADON, MARTHA} <= attendants(led)


def test_whom_a_list_names_has_not_been_given_something() -> None:
    text = "นางสาวอรทัย มั่นคง และคณะ ได้แก่ นายวีระ ทองแท้ เข้าร่วมการประชุมพลังงานโลก ครั้งที่ 3"
    assert attendants(text) == {"อรทัย มั่นคง", "วีระ ทองแท้"}


def test_who_speaks_of_himself_is_of_the_company() -> None:
    text = f"{MIN} เปิดเผยว่า ตนพร้อมด้วย นายสุเมธ แก้วกาญจน์ ปลัดกระทรวงวัฒนธรรม ได้หารือร่วมกับ{AMB}"
    assert attendants(text) == {THANADON, "สุเมธ แก้วกาญจน์", MARTHA}
    assert facts_of(text, "metWith") == {(THANADON, MARTHA, "Actual")}


def test_a_spokesperson_does_not_travel() -> None:
    text = f"{PM} หารือกับ{AMB} ต่อมา {SPOKES} กล่าวว่า ในวันพรุ่งนี้จะเดินทางเยือนประเทศสวีเดน"
    assert {s for s, _, _ in facts_of(text, "visited")} == {ORATHAI}


@pytest.mark.parametrize(
    "text",
    [
        f"{MIN} เปิดเผยภายหลังการหารือกับ{AMB} ว่า ความสัมพันธ์แน่นแฟ้น",
        f"{MIN} เข้าเยี่ยมคารวะและแสดงความยินดีกับ{AMB}",
        f"{MIN} กล่าวภายหลังที่{AMB} เข้าเยี่ยมคารวะว่า ทั้งสองฝ่ายยินดี",
    ],
)
def test_a_talk_told_by_a_noun_or_a_joined_act(text: str) -> None:
    assert attendants(text) == {THANADON, MARTHA}
    assert {frozenset((s, o)) for s, o, _ in facts_of(text, "metWith")} == {frozenset((THANADON, MARTHA))}


def test_welcome_and_talk_of_the_same_two_are_one_unless_parted() -> None:
    one = f"{MIN} ให้การต้อนรับ{AMB} โดย {MIN} หารือกับ{AMB} เกี่ยวกับการศึกษา"
    assert talks(read(one)) == 1
    two = f"{MIN} ให้การต้อนรับ{AMB} ณ ทำเนียบรัฐบาล จากนั้น {MIN} หารือกับ{AMB} เกี่ยวกับการศึกษา"
    assert talks(read(two)) == len(("welcome", "talk"))


def test_the_company_named_behind_a_talk_attends_it() -> None:
    text = (
        f"{MIN} ให้การต้อนรับ{AMB} โดยมี นายสุเมธ แก้วกาญจน์ ปลัดกระทรวงวัฒนธรรม "
        "และนางวรรณา ใจดี อธิบดีกรมศิลปากร ร่วมให้การต้อนรับ"
    )
    assert attendants(text) == {THANADON, MARTHA, "สุเมธ แก้วกาญจน์", "วรรณา ใจดี"}
    assert talks(read(text)) == 1
    assert facts_of(text, "metWith") == {(THANADON, MARTHA, "Actual")}


def test_the_states_that_a_list_names_attend() -> None:
    text = "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 7 มีประเทศสมาชิกเข้าร่วม 3 ประเทศ ได้แก่ ลาว กัมพูชา และเวียดนาม"
    assert attendants(text) == {"ลาว", "กัมพูชา", "เวียดนาม"}


def test_leaders_of_a_list_of_states() -> None:
    text = f"{PM} ได้พบหารือกับผู้นำหลายประเทศ ได้แก่ ลาว และเวียดนาม"
    assert attendants(text) == {ORATHAI, "ผู้นำลาว", "ผู้นำเวียดนาม"}


def test_who_comes_on_the_occasion_of_a_visit_is_the_guest() -> None:
    guest = "นายโยฮัน เบิร์ก รัฐมนตรีวัฒนธรรมสวีเดน"
    text = f"{MIN} ให้การต้อนรับ{guest} ในโอกาสเดินทางเยือนไทยเพื่อเข้าร่วมการประชุมวัฒนธรรมโลก ครั้งที่ 2"
    assert facts_of(text, "visited") == {("โยฮัน เบิร์ก", "ไทย", "Actual")}
    assert ("โยฮัน เบิร์ก", "attended", "การประชุมวัฒนธรรมโลก ครั้งที่ 2", "Actual") in all_facts(read(text))
    assert (THANADON, "attended", "การประชุมวัฒนธรรมโลก ครั้งที่ 2", "Actual") not in all_facts(read(text))


def test_the_visit_of_somebody() -> None:
    text = f"การเยือนญี่ปุ่นอย่างเป็นทางการของ{PM} เป็นไปด้วยดี"
    assert facts_of(text, "visited") == {(ORATHAI, "ญี่ปุ่น", "Actual")}


def test_who_leads_a_guest_is_not_the_one_who_calls() -> None:
    text = f"{AMB} นำนายเอริก วัลเดน (Mr. Erik Walden) เข้าเยี่ยมคารวะ{MIN}"
    assert {frozenset((s, o)) for s, o, _ in facts_of(text, "metWith")} == {
        frozenset(("เอริก วัลเดน", THANADON))
    }


def test_a_guest_known_by_a_latin_name_alone_is_no_thai() -> None:
    text = (
        f"นายเอริก วัลเดน (Mr. Erik Walden) เลขาธิการสมาคมพิพิธภัณฑ์ เข้าเยี่ยมคารวะ{MIN} "
        "ในโอกาสที่เดินทางเยือนไทยเพื่อเข้าร่วมการประชุมพิพิธภัณฑ์โลก ครั้งที่ 5"
    )
    assert facts_of(text, "visited") == {("เอริก วัลเดน", "ไทย", "Actual")}
    facts = all_facts(read(text))
    assert ("การประชุมพิพิธภัณฑ์โลก ครั้งที่ 5", "heldAt", "ไทย", "Actual") not in facts
    assert (THANADON, "attended", "การประชุมพิพิธภัณฑ์โลก ครั้งที่ 5", "Actual") not in facts


def test_joined_acts_are_planned_together() -> None:
    text = f"{PM} มีกำหนดเข้าร่วมการประชุมสุดยอดพลังงานโลก ครั้งที่ 4 และหารือกับ{AMB}"
    assert {m for _, _, m in facts_of(text, "attended")} == {"Planned"}


def test_a_headline_does_not_make_a_plan_a_fact() -> None:
    text = f"{PM} เยือนญี่ปุ่น\n\n{PM} มีกำหนดเยือนญี่ปุ่นอย่างเป็นทางการ"
    assert facts_of(text, "visited") == {(ORATHAI, "ญี่ปุ่น", "Planned")}


def test_a_clause_after_after_has_its_own_subject() -> None:
    text = f"{SPOKES} เปิดเผยว่าภายหลังจากรัฐมนตรีว่าการกระทรวงวัฒนธรรมลาว ให้การต้อนรับ{AMB} สองฝ่ายยินดี"
    assert attendants(text) == {"รัฐมนตรีว่าการกระทรวงวัฒนธรรมลาว", MARTHA}


def test_a_mission_glued_to_the_verb_is_the_other_side() -> None:
    text = f"{MIN} เดินทางไปหารือกับสถานเอกอัครราชทูต ณ กรุงเวลลิงตัน เรื่องแรงงาน"
    assert attendants(text) == {THANADON, "สถานเอกอัครราชทูต ณ กรุงเวลลิงตัน"}


def test_a_talk_between_two_states() -> None:
    assert attendants("ดีอี หารือทวิภาคี ไทย-ฟินแลนด์ ด้านความปลอดภัย") == {"ไทย", "ฟินแลนด์"}


def test_a_talk_between_two_people() -> None:
    text = f"ผลจากการพบหารือระหว่าง{MIN} กับ{AMB} เป็นที่น่าพอใจ"
    assert attendants(text) == {THANADON, MARTHA}


def test_guests_without_a_name_come_to_where_and_when_the_host_receives_them() -> None:
    text = f"วันนี้ (3 มีนาคม 2566) ณ ห้องสีม่วง ตึกไทยคู่ฟ้า ทำเนียบรัฐบาล {MIN} ให้การต้อนรับคณะผู้ได้รับรางวัลวรรณกรรม"
    assert attendants(text) == {THANADON}
    assert {o for _, o, _ in facts_of(text, "heldOn")} == {"2023-03-03"}
    assert len(facts_of(text, "heldAt")) == 1


def test_the_venue_of_a_report_is_that_of_the_talk() -> None:
    text = (
        f"วันนี้ (3 มีนาคม 2566) เวลา 10.00 น. ณ ห้องสีม่วง ตึกไทยคู่ฟ้า ทำเนียบรัฐบาล {SPOKES} เปิดเผยว่า "
        f"{PM} พบหารือกับ{AMB}"
    )
    assert len(facts_of(text, "heldAt")) == 1
    assert {o for _, o, _ in facts_of(text, "heldOn")} == {"2023-03-03"}


def test_a_ministry_behind_the_hour_is_the_venue() -> None:
    text = f"วันนี้ (3 มีนาคม 2566) เวลา 10.00 น. ที่กระทรวงวัฒนธรรม {MIN} ให้การต้อนรับ{AMB}"
    assert {o for _, o, _ in facts_of(text, "heldAt")} == {"กระทรวงวัฒนธรรม"}


def test_only_who_is_posted_abroad_bears_a_place_in_the_title() -> None:
    text = f"{AMB} เข้าเยี่ยมคารวะ{PM} ณ ทำเนียบรัฐบาล"
    assert {o for s, o, _ in facts_of(text, "holdsPosition") if s == ORATHAI} == {"นายกรัฐมนตรี"}
    assert {o for _, o, _ in facts_of(text, "heldAt")} == {"ทำเนียบรัฐบาล"}


def test_participants_of_a_list_attend() -> None:
    text = f"{MIN} เป็นประธานการประชุมพลังงานโลก ครั้งที่ 3 โดยมีผู้เข้าร่วมประชุม ประกอบด้วย ลาว และกัมพูชา"
    assert attendants(text) == {THANADON, "ลาว", "กัมพูชา"}


def test_with_whom_somebody_came_comes_again() -> None:
    text = (
        f"{MIN} พร้อมด้วย นายสุเมธ แก้วกาญจน์ ปลัดกระทรวงวัฒนธรรม หารือกับ{AMB} "
        "จากนั้น รัฐมนตรีว่าการกระทรวงวัฒนธรรม และคณะ เข้าพบนายคาร์ล โฮลม์ อธิการบดีมหาวิทยาลัยอุปซอลา"
    )
    met = [a.object for a in read(text).assertions if a.predicate == "attended" and "สุเมธ" in a.subject]
    assert len(set(met)) == len(("first", "second"))


def test_self_is_whoever_tells() -> None:
    text = (
        f"{MIN} เปิดเผยหลังการหารือกับ{AMB} โดยมี นายสุเมธ แก้วกาญจน์ ปลัดกระทรวงวัฒนธรรม เข้าร่วมการหารือด้วย "
        "ว่า เป็นผลจากการเยือนประเทศเยอรมนีของตน"
    )
    assert {(s, o) for s, o, _ in facts_of(text, "visited")} == {(THANADON, "เยอรมนี")}
    assert "สุเมธ แก้วกาญจน์" in attendants(text)


def test_who_is_honoured_comes_to_the_banquet() -> None:
    text = f"เมื่อวันที่ 3 มีนาคม 2566 {PM} เป็นเจ้าภาพงานเลี้ยงอาหารค่ำเพื่อเป็นเกียรติแก่{AMB}"
    assert attendants(text) == {MARTHA}
    assert {s for s, _, _ in facts_of(text, "hosted")} == {ORATHAI}


def test_a_state_with_which_the_next_sentence_begins_is_no_guest() -> None:
    text = f"{PM} ต้อนรับเอกอัครราชทูตเยอรมนีฯ ไทยและเยอรมนีมีมิตรไมตรีที่แน่นแฟ้น"
    assert attendants(text) == {ORATHAI, "เอกอัครราชทูตเยอรมนี"}


def test_with_whom_a_meeting_is_put_on_comes_to_it() -> None:
    others = "นายเคน โอตะ นายกรัฐมนตรีญี่ปุ่น และนายหลี่ ต้าเหว่ย นายกรัฐมนตรีสิงคโปร์"
    text = f"ไทยได้เป็นเจ้าภาพจัดการประชุมอาหารโลก ครั้งที่ 3 ร่วมกับ{others} ผ่านระบบการประชุมทางไกล"
    assert attendants(text) == {"เคน โอตะ", "หลี่ ต้าเหว่ย"}
    assert {s for s, _, _ in facts_of(text, "hosted")} == {"ไทย"}


@pytest.mark.parametrize("gives", ["เป็นเจ้าภาพ", "ได้ประชุมหารือร่วมกันและเป็นเจ้าภาพ"])
def test_two_who_give_a_meal_together_host_it(gives: str) -> None:
    text = f"{PM} และนางแก้ว คำดี รองนายกรัฐมนตรี {gives}เลี้ยงอาหารกลางวันแก่{AMB}"
    assert {s for s, _, _ in facts_of(text, "hosted")} == {ORATHAI, "แก้ว คำดี"}


@pytest.mark.parametrize(
    "couple",
    [
        "พระบาทสมเด็จพระเจ้าอยู่หัว และสมเด็จพระนางเจ้าฯ พระบรมราชินี",
        "พระบาทสมเด็จพระเจ้าอยู่หัวและสมเด็จพระนางเจ้า ฯ พระบรมราชินี",
        "สมเด็จพระราชาธิบดีแห่งบรูไนและสมเด็จพระราชินี",
    ],
)
def test_an_audience_of_a_king_and_his_queen_is_one_of_both(couple: str) -> None:
    assert len(facts_of(f"{PM} เข้าเฝ้าฯ {couple}", "metWith")) == 2


def test_a_meeting_named_before_its_verb_is_attended() -> None:
    text = f"ในการประชุมพลังงานโลก ครั้งที่ 3 ณ กรุงโซล {MIN} ได้เข้าร่วม และมีบทบาทสำคัญ"
    assert attendants(text) == {THANADON}


def test_who_comes_with_somebody_and_has_no_name() -> None:
    text = f"{PM} ให้การต้อนรับนายเคน โอตะ นายกรัฐมนตรีญี่ปุ่น และภริยา ในโอกาสเยือนประเทศไทย"
    assert attendants(text) == {ORATHAI, "เคน โอตะ", "ภริยา"}
    assert facts_of(text, "metWith") == {(ORATHAI, "เคน โอตะ", "Actual")}


def test_workers_who_travel_are_nobody_named() -> None:
    text = f"{MIN} กล่าวว่า ปัจจุบันมีแรงงานไทยเดินทางมาทำงานในประเทศญี่ปุ่นจำนวนมาก"
    assert facts_of(text, "visited") == set()


def test_whoever_travels_with_a_body_to_a_talk() -> None:
    text = f"{MIN} เดินทางไปยังญี่ปุ่น พร้อมด้วยกระทรวงศึกษาธิการ เพื่อหารือกับ{AMB}"
    assert attendants(text) == {THANADON, "กระทรวงศึกษาธิการ", MARTHA}


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("ไทยเป็นเจ้าภาพจัดการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9", {"ไทย"}),
        (f"{MIN} กล่าวถึงการเป็นเจ้าภาพการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 ของสิงคโปร์", {"สิงคโปร์"}),
        (f"{MIN} ชื่นชมความสำเร็จในการจัดการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9", set()),
    ],
)
def test_who_hosts_is_told_right_there(text: str, hosts: set[str]) -> None:
    assert {s for s, _, _ in facts_of(text, "hosted")} == hosts


@pytest.mark.parametrize(
    ("text", "came"),
    [
        (
            "ไทยจัดการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 โดยมีผู้แทนจาก 3 ประเทศ ได้แก่ ลาว กัมพูชา และเวียดนาม เข้าร่วม",
            {"ลาว", "กัมพูชา", "เวียดนาม"},
        ),
        (
            "พิธีเปิดศูนย์ความร่วมมือแม่โขง-ล้านช้าง จัดขึ้นที่กรุงเทพฯ โดยมีผู้แทนจากสภากาชาดไทย และกระทรวงศึกษาธิการ เข้าร่วม",
            {"สภากาชาดไทย", "กระทรวงศึกษาธิการ"},
        ),
    ],
)
def test_the_first_of_those_who_send_somebody_comes_like_the_others(text: str, came: set[str]) -> None:
    assert attendants(text) == came


@pytest.mark.parametrize(
    "act", ["เยือนเกาหลีใต้ เข้าร่วม", "เดินทางเยือนประเทศเกาหลีใต้เพื่อเข้าร่วม", "เป็นผู้แทนประเทศไทยใน", "เป็นผู้แทนไทยใน"]
)
def test_whoever_travels_or_is_sent_comes_and_no_state_that_is_named(act: str) -> None:
    text = f"นายบดินทร์ กล้าหาญ อธิบดีกรมประมง {act}การประชุมประมงอาเซียน ครั้งที่ 3"
    assert attendants(text) == {"บดินทร์ กล้าหาญ"}


SENIOR, MINISTERS = "การประชุมเจ้าหน้าที่พลังงานโลก ครั้งที่ 20", "การประชุมรัฐมนตรีพลังงานโลก ครั้งที่ 11"


@pytest.mark.parametrize(
    ("text", "host", "mood"),
    [
        (f"{SENIOR} และ{MINISTERS} จะจัดขึ้นในเดือนตุลาคม 2567 โดยมีมาเลเซียเป็นเจ้าภาพ", "มาเลเซีย", PLANNED),
        (f"{PM} เข้าร่วม{SENIOR} และ{MINISTERS} ซึ่งมาเลเซียเป็นเจ้าภาพ", "มาเลเซีย", ACTUAL),
        (f"กระทรวงพลังงานกำหนดจัด{SENIOR} และ{MINISTERS} ณ กรุงเทพฯ", "กระทรวงพลังงาน", PLANNED),
        (f"สมาคมครูลาว ในพระบรมราชูปถัมภ์ กำหนดเป็นเจ้าภาพ{SENIOR} และ{MINISTERS}", "สมาคมครูลาว", PLANNED),
        (f"สมาคมครูลาว ในฐานะเจ้าภาพจัดการประชุมประจำปี ได้จัด{SENIOR} และ{MINISTERS}", "สมาคมครูลาว", ACTUAL),
    ],
)
def test_who_hosts_several_meetings_hosts_each(text: str, host: str, mood: str) -> None:
    assert {(host, SENIOR, mood), (host, MINISTERS, mood)} <= told(text, "hosted")


def test_who_is_praised_for_hosting_has_done_it() -> None:
    fair = "งานแสดงสินค้าน้ำโลก ครั้งที่ 17"
    text = f"{MIN} เข้าร่วม{fair} และขอชื่นชมลาวที่ได้ร่วมจัดงานแสดงสินค้าครั้งนี้ขึ้น"
    assert told(text, "hosted") == {("ลาว", fair, ACTUAL)}
    assert told(f"{MIN} เสนอให้ลาวเป็นเจ้าภาพ{fair}", "hosted") == {("ลาว", fair, PLANNED)}


@pytest.mark.parametrize("told_in", ["", " (Co-Chair) ", "(Co-chair)"])
def test_who_chairs_with_somebody_stands_behind_a_bracket_too(told_in: str) -> None:
    text = f"ไทยจัดการประชุมวัฒนธรรมโลก ครั้งที่ 3 โดยมี{PM} เป็นประธานร่วม{told_in}กับ{MIN}"
    assert {s for s, _, _ in facts_of(text, "chaired")} == {ORATHAI, THANADON}


def test_a_good_host_puts_no_meeting_on() -> None:
    text = "ไทย ลาว และเวียดนามเข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 จึงขอเชิญชวนประชาชนร่วมกันเป็นเจ้าภาพที่ดี"
    assert facts_of(text, "hosted") == set()


def test_who_is_asked_to_host_does_not_yet() -> None:
    text = f"{MIN} เสนอให้เวียดนามเป็นเจ้าภาพจัดการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9"
    assert {(s, m) for s, _, m in facts_of(text, "hosted")} == {("เวียดนาม", "Planned")}


def test_what_somebody_sets_out_for_is_still_to_come() -> None:
    text = f"{PM} ออกเดินทางเยือนกรุงสตอกโฮล์ม เพื่อเข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9"
    assert {(s, m) for s, _, m in facts_of(text, "attended")} == {(ORATHAI, "Planned")}


def test_the_errand_is_of_whoever_travels() -> None:
    text = f"{MIN} แสดงความยินดีที่{PM} เดินทางเยือนสวีเดนเพื่อเข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9"
    assert attendants(text) == {ORATHAI}


def test_who_thanks_for_a_welcome_receives_nobody() -> None:
    text = f"{MIN} ขอบคุณรัฐบาลสวีเดนที่ให้การต้อนรับนายสุเมธ แก้วกาญจน์ ปลัดกระทรวงวัฒนธรรม"
    assert THANADON not in attendants(text)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "H.E. Marta Lindgren รัฐมนตรีว่าการกระทรวงการคลัง เข้าเยี่ยมคารวะ" + MIN + " ที่ประเทศไทย",
            {(THANADON, "ไทย")},
        ),
        ("ไทยขอบคุณที่รัฐมนตรีให้การสนับสนุน", set()),
    ],
)
def test_no_title_makes_a_foreigner_a_thai(text: str, states: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, o, _ in facts_of(text, "represents")} == states


def test_whoever_applies_is_still_to_become_a_member() -> None:
    text = f"{MIN} ชื่นชมความตั้งใจของสวีเดนในการเข้าเป็นหุ้นส่วนเพื่อการพัฒนาของ ACMECS"
    assert {(s, told) for s, _, told in facts_of(text, "participatesIn")} == {("สวีเดน", "Planned")}
    assert facts_of("สวีเดนสนับสนุนการสมัครเป็นสมาชิก OECD ของไทย", "participatesIn") == {
        ("ไทย", "องค์การเพื่อความร่วมมือทางเศรษฐกิจและการพัฒนา", "Planned")
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("สวีเดนพร้อมสนับสนุนการเป็นเจ้าภาพเอเปคของไทย", "Actual"),
        ("ไทยจะร่วมมือเพื่อเตรียมความพร้อมสำหรับการเป็นเจ้าภาพเอเปคของไทยในปี 2575", "Actual"),
        ("ไทยจะดำรงตำแหน่งเจ้าภาพเอเปคในปี 2575", "Planned"),
    ],
)
def test_a_host_is_a_member_whatever_is_to_be_done_about_its_year(text: str, told: str) -> None:
    assert {(s, mood) for s, _, mood in facts_of(text, "participatesIn")} == {("ไทย", told)}


def test_a_date_of_a_month_is_not_of_a_talk() -> None:
    text = f"{MIN} หารือกับ{AMB} ถึงการเปิดด่านชายแดน เมื่อเดือนสิงหาคม 2567"
    assert facts_of(text, "heldOn") == set()


def test_what_both_sides_do_after_their_first_act_is_theirs() -> None:
    text = f"{MIN} หารือกับ{AMB} ทั้งสองฝ่ายยินดีต่อพัฒนาการของความสัมพันธ์ และเห็นพ้องส่งเสริมการท่องเที่ยว"
    supporters = {s for s, _, _ in facts_of(text, "supported")}
    assert len(supporters) == 1
    assert not supporters & {THANADON, MARTHA}


def test_a_talk_about_something_is_of_the_meeting_spoken_of() -> None:
    text = "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 จะมีการหารือถึงการลดหมอกควันข้ามแดน"
    assert {(o, m) for _, o, m in facts_of(text, "discussed")} == {("การลดหมอกควันข้ามแดน", "Planned")}


def test_a_cabinet_meeting_does_not_treat_of_what_its_papers_say() -> None:
    text = (
        "คณะรัฐมนตรี (ครม.) ประชุมเมื่อวันที่ 4 มีนาคม 2568\n\nการประชุมคณะรัฐมนตรี เห็นชอบร่างปฏิญญาพลังงานอาเซียน\n\n"
        "ร่างปฏิญญาดังกล่าวมุ่งเน้นการลดหมอกควันข้ามแดน"
    )
    assert facts_of(text, "discussed") == set()


def test_a_latin_name_may_be_followed_by_its_thai_reading() -> None:
    text = (
        f"{MIN} พบหารือกับ Mr. Mark Peterson (มาร์ก ปีเตอร์สัน) เอกอัครราชทูตแคนาดาประจำประเทศไทย เมื่อวันที่ 3 มีนาคม 2566"
        "\n\nนายมาร์ก ปีเตอร์สัน กล่าวสนับสนุนการค้าชายแดน"
    )
    assert facts_of(text, "holdsPosition") >= {("Mark Peterson", "เอกอัครราชทูตแคนาดาประจำประเทศไทย", "Actual")}
    assert facts_of(text, "supported") == {("Mark Peterson", "การค้าชายแดน", "Actual")}


def test_an_audience_is_a_courtesy_call() -> None:
    text = f"{MIN} เข้าเฝ้าสมเด็จพระราชาธิบดีแห่งภูฏาน เมื่อวันที่ 3 มีนาคม 2566"
    assert attendants(text) == {THANADON, "สมเด็จพระราชาธิบดีแห่งภูฏาน"}


def test_a_new_year_is_no_guest() -> None:
    assert attendants(f"{MIN} ต้อนรับศักราชใหม่ด้วยความยินดี") == set()


def test_a_date_is_not_what_is_talked_about() -> None:
    text = f"{MIN} จะหารือวันที่ 3 มีนาคม 2566 กับ{AMB}"
    assert facts_of(text, "discussed") == set()
    assert attendants(text) == {THANADON, MARTHA}


def test_the_outcome_that_a_cabinet_is_told_of_is_of_the_other_meeting() -> None:
    text = (
        "การประชุมคณะรัฐมนตรี เมื่อวันที่ 4 มีนาคม 2568 ที่ประชุมรับทราบผลการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 "
        f"เมื่อวันที่ 9 มกราคม 2568 ที่จังหวัดภูเก็ต โดยมี{PM} เป็นประธานการประชุม"
    )
    assert facts_of(text, "chaired") == {(ORATHAI, "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9", "Actual")}


def test_no_state_is_a_member_of_a_ministry() -> None:
    text = "กระทรวงแรงงานมีสำนักงานดูแล 3 ประเทศ ได้แก่ กาตาร์ โอมาน และอิหร่าน"
    assert facts_of(text, "participatesIn") == set()


@pytest.mark.parametrize(
    "text",
    [
        "เป็นการประชุมครั้งแรกผ่านระบบทางไกล",
        "กรอบการประชุมที่ส่งผลให้เกิดความร่วมมือ เมื่อวันที่ 3 มีนาคม 2566",
        "ไทยพร้อมที่จะร่วมงานกับนิวซีแลนด์และทุกเขตเศรษฐกิจในปี 2565",
        "การประชุมสุดยอดอื่นๆ ที่เกี่ยวข้อง ในเดือนตุลาคม 2564",
        "ที่ประชุมรับรองผลการประชุมคณะทำงานด้านการขนส่งสาขาต่าง ๆ",
    ],
)
def test_what_only_tells_of_meetings_is_no_meeting(text: str) -> None:
    assert all_facts(read(text)) == set()


def test_several_places_are_no_place_of_a_talk() -> None:
    text = f"{MIN} หารือกับ{AMB} ตนและคณะได้เดินทางไปเยือน ณ พื้นที่ต่าง ๆ ในประเทศไทย"
    assert facts_of(text, "heldAt") == set()


def test_the_joint_statement_of_a_meeting_brings_nobody_to_it() -> None:
    text = "คณะรัฐมนตรีเห็นชอบร่างแถลงการณ์ร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9"
    assert attendants(text) == set()


def test_who_shows_something_proposes_nothing() -> None:
    assert facts_of(f"{MIN} นำเสนอข้อมูลการลงทุนของไทย", "proposed") == set()
    assert {o for _, o, _ in facts_of(f"{MIN} นำเสนอแนวทางการลงทุนร่วม", "proposed")} == {"แนวทางการลงทุนร่วม"}


def test_after_a_welcome_the_two_sides_hold_a_talk_of_its_own() -> None:
    text = (
        "วันนี้ ณ บริเวณหน้าตึกไทยคู่ฟ้า นางสาวมาลี ใจดี นายกรัฐมนตรี ให้การต้อนรับนายสอน ใจงาม นายกรัฐมนตรีลาว "
        "จากนั้น ผู้นำทั้งสองหารือทวิภาคีเต็มคณะ ณ ห้องสีม่วง ตึกสันติไมตรี"
    )
    assert len(facts_of(text, "heldAt")) == len(("welcome", "talk"))
    assert talks(read(text)) == len(("welcome", "talk"))


def test_people_of_whom_nobody_is_named_are_met_too() -> None:
    text = (
        "เมื่อวันที่ 3 มีนาคม 2566 นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงแรงงาน พร้อมด้วยนางพัชรี ใจงาม ปลัดกระทรวงแรงงาน "
        "ร่วมพบปะพูดคุยและมอบเกียรติบัตรแก่ผู้แทนแรงงานไทยในเกาหลี ณ สถานเอกอัครราชทูต ณ กรุงโซล"
    )
    assert {s for s, _, _ in facts_of(text, "attended")} == {"สมชาย ใจดี", "พัชรี ใจงาม"}


def test_whoever_came_to_the_talk_is_welcomed_there_and_not_at_another() -> None:
    text = (
        "วันนี้ (14 มิถุนายน 2567) นายจอห์น สมิธ เอกอัครราชทูตฝรั่งเศสประจำประเทศไทย นำนายปีแยร์ เปอตี อดีตนักฟุตบอล "
        "เข้าเยี่ยมคารวะนายสมชาย ใจดี นายกรัฐมนตรี\n\nนายกรัฐมนตรีกล่าวต้อนรับนายเปอตี และหารือเกี่ยวกับการพัฒนากีฬา"
    )
    assert talks(read(text)) == 1


def test_who_held_an_office_at_that_time_chairs_with_the_next() -> None:
    text = (
        "อินเดียเป็นเจ้าภาพจัดการประชุมคณะกรรมาธิการร่วมไทย - อินเดีย ครั้งที่ 10 ณ กรุงนิวเดลี "
        "โดยมีรองนายกรัฐมนตรี (นายสมชาย ใจดี) และรัฐมนตรีว่าการกระทรวงการต่างประเทศ ในขณะนั้น "
        "และรัฐมนตรีว่าการกระทรวงการต่างประเทศอินเดียเป็นประธานร่วม"
    )
    assert {s for s, _, _ in facts_of(text, "chaired")} == {
        "สมชาย ใจดี",
        "รัฐมนตรีว่าการกระทรวงการต่างประเทศอินเดีย",
    }


def test_who_cannot_come_keeps_no_meeting_from_its_place() -> None:
    text = (
        "ประธานาธิบดีสมิธไม่สามารถเดินทางร่วมประชุมผู้นำเขตเศรษฐกิจเอเปค ที่กรุงเทพฯ "
        "แต่คาดว่าจะได้พบกันระหว่างการประชุมสุดยอดอาเซียนที่กัมพูชา"
    )
    assert {(o, m) for _, o, m in facts_of(text, "heldAt")} == {
        ("กรุงเทพมหานคร", "Planned"),
        ("กัมพูชา", "Planned"),
    }
    assert facts_of(text, "partOf") == set()


def test_who_comes_along_with_the_other_side_is_no_part_of_what_a_talk_is_called() -> None:
    extraction = read(f"{MIN} ให้การต้อนรับ {AMB} พร้อมด้วยนายคาร์ล โฮลม์ ประธานหอการค้าเยอรมัน-ไทย")
    (talk,) = (e for e in extraction.entities if e.type is EntityType.MEETING)
    assert talk.name == f"ให้การต้อนรับ {AMB}"


@pytest.mark.parametrize("end", ["", " ณ ห้องรับรอง กระทรวงวัฒนธรรม", "\n"])
def test_who_stands_before_along_with_them_comes_to_the_talk(end: str) -> None:
    company = "นายวีระ ทองแท้ ปลัดกระทรวงวัฒนธรรม นายสมคิด มาดี อธิบดีกรมศิลปากร"
    text = f"{MIN} หารือกับ{AMB}\n\nการหารือในครั้งนี้ {company} ร่วมด้วย{end}"
    assert attendants(text) == {THANADON, MARTHA, "วีระ ทองแท้", "สมคิด มาดี"}


def test_along_before_a_name_is_no_act_of_those_before_it() -> None:
    text = f"{MIN} เข้าร่วมการประชุมรัฐมนตรีวัฒนธรรมอาเซียน ครั้งที่ 9 ร่วมด้วย นายวีระ ทองแท้ อธิบดีกรมศิลปากร"
    assert attendants(text) == {THANADON, "วีระ ทองแท้"}


def test_a_centre_that_helps_along_has_that_name() -> None:
    text = f"{MIN} จัดตั้งศูนย์อาสา ร่วมด้วยช่วยประชาชน"
    assert {o for _, o, _ in facts_of(text, "launched")} == {"ศูนย์อาสา ร่วมด้วยช่วยประชาชน"}


@pytest.mark.parametrize("ready", ["พร้อมให้การต้อนรับ ", "จะให้การต้อนรับ ", "เตรียมต้อนรับ "])
def test_who_gets_ready_to_welcome_a_guest_is_to_meet_him(ready: str) -> None:
    text = f"{PM} {ready}นายคาร์ล โฮลม์ นายกรัฐมนตรีสวีเดน ในโอกาสเยือนประเทศไทยอย่างเป็นทางการ"
    assert facts_of(text, "metWith") == {(ORATHAI, "คาร์ล โฮลม์", "Planned")}


def test_a_welcome_that_is_hoped_for_or_said_in_a_talk_is_no_plan_to_meet() -> None:
    guest = "นายคาร์ล โฮลม์ นายกรัฐมนตรีสวีเดน ที่ประเทศไทย"
    assert facts_of(f"{PM} หวังว่าจะได้ต้อนรับ{guest}", "metWith") == set()
    talk = f"{AMB} เข้าเยี่ยมคารวะ{PM}\n\nนายกรัฐมนตรีกล่าวว่า พร้อมให้การต้อนรับ{guest}"
    assert {(a, b) for a, b, _ in facts_of(talk, "metWith")} == {(MARTHA, ORATHAI)}


@pytest.mark.parametrize(
    "said", ["เชื่อมั่นว่าทุกฝ่ายจะร่วมมือกัน", " กล่าวว่า ทุกฝ่ายจะร่วมมือกัน", "ได้กล่าวว่าทุกฝ่ายจะร่วมมือกัน"]
)
def test_who_speaks_as_chair_of_the_meeting_that_is_on_chairs_it(said: str) -> None:
    ninth = "การประชุมรัฐมนตรีวัฒนธรรมอาเซียน ครั้งที่ 9"
    text = f"วันที่ 5 มีนาคม 2567 {MIN} เข้าร่วม{ninth}\n\nนายกรัฐมนตรีสวีเดนในฐานะประธานการประชุม{said}"
    assert facts_of(text, "chaired") == {("นายกรัฐมนตรีสวีเดน", ninth, "Actual")}
    assert attendants(text) == {THANADON, "นายกรัฐมนตรีสวีเดน"}


def test_who_acts_as_chair_of_a_meeting_that_is_named_chairs_that_one() -> None:
    ninth = "การประชุมรัฐมนตรีวัฒนธรรมอาเซียน ครั้งที่ 9"
    text = f"วันที่ 5 มีนาคม 2567 {MIN} ในฐานะประธาน{ninth} เสนอแผนความร่วมมือด้านศิลปะ"
    assert {(who, what) for who, what, _ in facts_of(text, "chaired")} == {(THANADON, ninth)}
    assert {who for who, _, _ in facts_of(text, "proposed")} == {THANADON}


@pytest.mark.parametrize("said", ["กล่าวรายงาน", "ร่วมกล่าวถ้อยแถลง", "เป็นผู้กล่าวรายงาน"])
def test_who_is_there_to_speak_comes_to_the_meeting(said: str) -> None:
    text = f"{MIN} เข้าร่วมการประชุมรัฐมนตรีวัฒนธรรมอาเซียน ครั้งที่ 9 โดยมีนายวีระ ทองแท้ ปลัดกระทรวงวัฒนธรรม {said}"
    assert attendants(text) == {THANADON, "วีระ ทองแท้"}


def test_who_only_tells_of_a_meeting_and_a_house_that_has_a_part_do_not_come_to_it() -> None:
    come = f"{MIN} เข้าร่วมการประชุมรัฐมนตรีวัฒนธรรมอาเซียน ครั้งที่ 9 "
    assert attendants(f"{come}โดยมี{SPOKES} กล่าวว่า ที่ประชุมมีมติร่วมกัน") == {THANADON}
    assert attendants(f"{come}โดยมีกระทรวงวัฒนธรรมเสนอแผนความร่วมมือด้านศิลปะ") == {THANADON}
