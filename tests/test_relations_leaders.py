"""Who bears which post, who leads a state, which meeting a host has; no person in it exists."""

from __future__ import annotations

import pytest
from reading import GUEST, KEN, ORATHAI, PM, TALK, pairs, told

SUMMIT = "เข้าร่วมการประชุมพลังงานโลก ครั้งที่ 3"


def posts(text: str) -> set[tuple[str, str]]:
    return pairs(f"{text} {SUMMIT}", "holdsPosition")


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("รักษาการอธิบดีกรมยุโรป", {"รักษาการอธิบดีกรมยุโรป"}),
        ("รักษาการผู้เชี่ยวชาญด้านสังคม", {"รักษาการผู้เชี่ยวชาญด้านสังคม"}),
        ("ในฐานะรัฐมนตรีว่าการกระทรวงพลังงาน", {"รัฐมนตรีว่าการกระทรวงพลังงาน"}),
        ("รองปลัดกระทรวงพลังงาน (พน.) ในฐานะหัวหน้าคณะผู้แทนไทย", {"รองปลัดกระทรวงพลังงาน", "หัวหน้าคณะผู้แทนไทย"}),
        ("เลขานุการเอกและรองหัวหน้าแผนกการเมือง", {"เลขานุการเอก", "รองหัวหน้าแผนกการเมือง"}),
        ("คณบดีคณะวิศวกรรมศาสตร์", {"คณบดีคณะวิศวกรรมศาสตร์"}),
        ("เจ้ากรมแผนที่ทหาร", {"เจ้ากรมแผนที่ทหาร"}),
    ],
)
def test_a_post_is_read_with_what_acts_for_it_or_leads_to_it(title: str, held: set[str]) -> None:
    assert posts(f"นางสาวอรทัย มั่นคง {title}") == {(ORATHAI, post) for post in held}


def test_a_capacity_that_says_the_title_again_is_no_other_post() -> None:
    text = f"{GUEST} เยือนประเทศไทย ทั้งนี้ นายเคน โอตะ ในฐานะนายกรัฐมนตรีแห่งญี่ปุ่น"
    assert posts(text) == {(KEN, "นายกรัฐมนตรีญี่ปุ่น")}


def test_a_first_name_that_stands_shortened_acts_in_a_capacity() -> None:
    text = "นางสาวอรทัย มั่นคง ผู้ตรวจราชการกระทรวงพลังงาน เยือนญี่ปุ่น โดยนางสาวอรทัยฯ ในฐานะหัวหน้าคณะผู้แทนไทย"
    assert (ORATHAI, "หัวหน้าคณะผู้แทนไทย") in posts(text)
    assert (ORATHAI, "ไทย") in pairs(f"{text} {SUMMIT}", "represents")


def test_a_post_is_of_whom_it_stands_behind() -> None:
    assert posts("นางสาวอรทัย มั่นคง ผู้อำนวยการกองพลังงาน นายเคน โอตะ") == {(ORATHAI, "ผู้อำนวยการกองพลังงาน")}


def test_a_short_word_between_first_name_and_post_is_a_surname() -> None:
    assert posts("นางสาวอรทัย ร่วมคำ อธิบดีกรมยุโรป") == {("อรทัย ร่วมคำ", "อธิบดีกรมยุโรป")}


def test_an_ambassador_at_a_state_stands_for_his_own() -> None:
    text = "นางสาวอรทัย มั่นคง เอกอัครราชทูตไทย ณ สาธารณรัฐประชาธิปไตยประชาชนลาว (สปป.ลาว)"
    assert pairs(f"{text} {SUMMIT}", "represents") == {(ORATHAI, "ไทย")}


@pytest.mark.parametrize("leaders", ["ผู้นำไทยและญี่ปุ่น", "ผู้นำไทย-ญี่ปุ่น", "ผู้นำไทย – ญี่ปุ่น"])
def test_the_leaders_of_two_states_are_those_whom_the_text_names(leaders: str) -> None:
    text = f"{TALK} จากนั้น {leaders} จะเป็นประธานร่วมกันในพิธีเปิดสะพานมิตรภาพ"
    assert pairs(text, "chaired") == {(ORATHAI, "พิธีเปิดสะพานมิตรภาพ"), (KEN, "พิธีเปิดสะพานมิตรภาพ")}


def test_the_leader_of_a_state_is_whoever_heads_its_government() -> None:
    text = f"{TALK} ทั้งนี้ {PM} ได้เชิญผู้นำญี่ปุ่นเข้าร่วมการประชุมพลังงานโลก ครั้งที่ 3"
    assert (KEN, "การประชุมพลังงานโลก ครั้งที่ 3") in pairs(text, "attended")


def test_a_post_that_the_states_of_a_group_have_is_nobodys() -> None:
    text = (
        "นางสาวอรทัย มั่นคง รัฐมนตรีว่าการกระทรวงกลาโหม แลกเปลี่ยนข้อคิดเห็นกับรัฐมนตรีกลาโหมประเทศสมาชิกอาเซียน "
        "โดยมีนายเคน โอตะ รัฐมนตรีว่าการกระทรวงกลาโหมญี่ปุ่น เข้าร่วมด้วย"
    )
    assert pairs(text, "metWith") == set()


@pytest.mark.parametrize("edition", ["เอเปค 2565", "เอเปคปี 2565", "เอเปคปี พ.ศ. 2565", "เอเปคปี ค.ศ. 2022"])
def test_who_hosts_a_mechanism_of_a_year_hosts_its_meeting(edition: str) -> None:
    found = told(f"{PM} กล่าวถึงการเป็นเจ้าภาพ{edition} ของไทย", "hosted")
    assert {(host, meeting) for host, meeting, _ in found} == {("ไทย", edition)}
    assert pairs(f"{PM} กล่าวถึงการเป็นเจ้าภาพ{edition} ของไทย", "heldOn") == {(edition, "2022")}


def test_a_state_of_a_union_is_a_place_between_city_and_country() -> None:
    text = f"{PM} {SUMMIT} ณ เมืองพอร์ตแลนด์ มลรัฐโอเรกอน สหรัฐอเมริกา"
    places = {place for _, place in pairs(text, "heldAt")}
    assert places == {"เมืองพอร์ตแลนด์", "มลรัฐโอเรกอน", "สหรัฐอเมริกา"}


def test_what_is_streamed_live_is_held_online() -> None:
    assert {mode for _, mode in pairs(f"{PM} {SUMMIT} ผ่านระบบ live stream", "mode")} == {"online"}


def test_a_meeting_that_is_a_talk_about_ways_has_them_as_its_topic() -> None:
    text = f"{TALK}\nการพบปะในครั้งนี้ เป็นการหารือแนวทางการพัฒนาพลังงานสะอาด"
    assert {topic for _, topic in pairs(text, "discussed")} == {"การพัฒนาพลังงานสะอาด"}


@pytest.mark.parametrize(
    ("act", "aim"),
    [
        ("ทั้งสองฝ่ายยืนยันที่จะรักษาความสัมพันธ์ระหว่างกัน", "ความสัมพันธ์ระหว่างกัน"),
        ("ไทยพร้อมทำงานอย่างใกล้ชิด เพื่อยกระดับความเป็นอยู่ของประชาชน", "ยกระดับความเป็นอยู่ของประชาชน"),
    ],
)
def test_who_keeps_up_relations_or_works_closely_for_an_end_is_for_it(act: str, aim: str) -> None:
    assert aim in {topic for _, topic in pairs(f"{TALK}\n{act}", "supported")}


def test_two_offices_of_one_title_are_one_persons_who_is_not_named() -> None:
    met = "มนตรีแห่งรัฐและรัฐมนตรีว่าการกระทรวงการต่างประเทศจีน"
    text = f"รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงพลังงาน ได้หารือกับ{met} ที่ประเทศไทย"
    assert pairs(text, "metWith") == {("รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงพลังงาน", met)}
    assert pairs(text, "represents") >= {(met, "จีน")}


def test_of_several_deputies_the_ministry_tells_which_is_meant() -> None:
    deputies = (
        "นายเอก แสงทอง รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงพลังงาน "
        "และนายโท ดวงดี รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงการคลัง เดินทางถึงกรุงเทพฯ"
    )
    text = f"{deputies}\nรองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงพลังงาน {SUMMIT}"
    assert {who for who, _ in pairs(text, "attended")} == {"เอก แสงทอง"}


@pytest.mark.parametrize("told", ["ฝากความระลึกถึงประธานาธิบดีฝรั่งเศส", "รับมอบตำแหน่งเจ้าภาพจากประธานาธิบดีฝรั่งเศส"])
def test_of_whom_the_title_alone_is_told_stands_for_the_state_in_it(told: str) -> None:
    text = f"{PM} {SUMMIT} และ{told}"
    assert ("ประธานาธิบดีฝรั่งเศส", "ฝรั่งเศส") in pairs(text, "represents")


@pytest.mark.parametrize(
    "told",
    [
        "ได้รับเลือกเป็นประธานาธิบดีฝรั่งเศส",
        "ฝากความระลึกถึงประธานาธิบดีฝรั่งเศสคนใหม่",
        "ฝากความระลึกถึงผู้แทนประธานาธิบดีฝรั่งเศส",
        "ฝากความระลึกถึงผู้นำฝรั่งเศส",
    ],
)
def test_a_title_of_whom_somebody_is_sends_or_will_be_tells_of_nobody_else(told: str) -> None:
    assert "ฝรั่งเศส" not in {state for _, state in pairs(f"{PM} {SUMMIT} และ{told}", "represents")}


@pytest.mark.parametrize("many", ["รัฐมนตรี", "เอกอัครราชทูต"])
def test_a_title_of_many_without_a_state_is_told_of_nobody(many: str) -> None:
    text = f"{PM} หารือกับ{many} ที่ประเทศญี่ปุ่น"
    assert pairs(text, "metWith") == set()
    assert {who for who, _ in pairs(text, "attended")} <= {ORATHAI}


def test_of_a_minister_the_state_may_be_told_by_what_it_is() -> None:
    text = f"{PM} หารือกับรัฐมนตรีของประเทศญี่ปุ่น เรื่องพลังงาน"
    assert pairs(text, "metWith") == {(ORATHAI, "รัฐมนตรีของประเทศญี่ปุ่น")}


def test_an_envoy_told_later_by_his_title_cut_short_is_the_one_of_the_text() -> None:
    text = f"นางสาวอรทัย มั่นคง เอกอัครราชทูต ณ กรุงโตเกียว {SUMMIT}\nอนึ่ง เอกอัครราชทูตฯ ชื่นชมการพัฒนาพลังงานสะอาด"
    assert {who for who, _ in pairs(text, "supported")} == {ORATHAI}


def test_an_office_of_this_state_told_without_it_is_of_who_holds_it() -> None:
    text = f"นางสาวอรทัย มั่นคง ผู้แทนการค้าไทย หารือกับ{GUEST}\nอนึ่ง ผู้แทนการค้าชื่นชมการพัฒนาพลังงานสะอาด"
    assert {who for who, _ in pairs(text, "supported")} == {ORATHAI}
    foreign = text.replace("อนึ่ง ผู้แทนการค้า", "อนึ่ง ผู้แทนการค้าสหรัฐอเมริกา")
    assert ORATHAI not in {who for who, _ in pairs(foreign, "supported")}


def test_who_is_praised_for_a_chair_is_the_one_who_holds_it() -> None:
    meeting = "การประชุมพลังงานโลก ครั้งที่ 3"
    text = f"{TALK}\nนายกรัฐมนตรีญี่ปุ่นชื่นชมบทบาทของไทยเป็นประธาน{meeting}"
    assert pairs(text, "chaired") == {("ไทย", meeting)}


def test_whose_greetings_a_guest_brings_is_not_met() -> None:
    text = f"{GUEST} กล่าวว่า การเข้าเยี่ยมคารวะครั้งนี้ได้นำความปรารถนาดีจากประธานาธิบดีฝรั่งเศส มาด้วย"
    assert pairs(text, "metWith") == set()


@pytest.mark.parametrize(
    ("title", "comes"),
    [
        ("ปลัดกระทรวงพลังงาน", {"ปลัดกระทรวงพลังงาน"}),
        ("รองปลัดกระทรวงพลังงาน", set()),
        ("ปลัดกระทรวงพลังงานกำชับหน่วยงาน", set()),
    ],
)
def test_a_ministry_has_one_permanent_secretary_whom_the_title_tells(title: str, comes: set[str]) -> None:
    assert {who for who, _ in pairs(f"{title} {SUMMIT}", "attended")} == comes


@pytest.mark.parametrize(
    "written",
    [
        "รัฐมนตรีว่ากระทรวงพลังงาน",
        "รัฐมนตรีกระทรวงพลังงาน",
        "รัฐมนตรีว่าการพลังงาน",
        "รัฐมนตรีพลังงาน",
        "เจ้ากระทรวงพลังงาน",
        "รมต.พลังงาน",
        "รมว. พลังงาน",
        "รมว.กระทรวงพลังงาน",
        "รมว.พน.",
        "รมต. พน.",
        "รัฐมนตรีว่าการกระทรวง พน.",
    ],
)
def test_a_minister_is_known_by_each_way_to_write_his_office(written: str) -> None:
    minister = "นางสาวอรทัย มั่นคง รัฐมนตรีว่าการกระทรวงพลังงาน เยือนญี่ปุ่น"
    assert pairs(f"{minister} ต่อมา {written} พบหารือกับ{GUEST}", "metWith") == {(ORATHAI, KEN)}


def test_a_deputy_minister_is_known_by_each_way_to_write_his_office() -> None:
    deputy = "นางสาวอรทัย มั่นคง รัฐมนตรีช่วยว่าการกระทรวงการต่างประเทศ เยือนญี่ปุ่น"
    for written in ("รัฐมนตรีช่วยว่ากระทรวงการต่างประเทศ", "รมช. กต.", "รมช.กระทรวงการต่างประเทศ"):
        assert pairs(f"{deputy} ต่อมา {written} พบหารือกับ{GUEST}", "metWith") == {(ORATHAI, KEN)}


@pytest.mark.parametrize(
    "house",
    [
        "รมว.ศึกษาธิการ วัฒนธรรม กีฬา วิทยาศาสตร์และเทคโนโลยี (ABCD) ของญี่ปุ่น",
        "รมว.ศึกษาธิการ วิทยาศาสตร์และเทคโนโลยีญี่ปุ่น",
        "รัฐมนตรีว่าการกระทรวงศึกษาธิการ วัฒนธรรม กีฬา วิทยาศาสตร์ และเทคโนโลยี ประเทศญี่ปุ่น",
        "รัฐมนตรีว่าการกระทรวงเกษตร ป่าไม้ และประมง (ABC) ญี่ปุ่น",
        "รมว.คมนาคม และกิจการทางทะเลญี่ปุ่น",
        "รัฐมนตรีกระทรวงสาธารณสุข แรงงาน และสวัสดิการญี่ปุ่น",
    ],
)
def test_a_ministry_of_several_fields_is_of_the_state_behind_them(house: str) -> None:
    text = f"นายเคน โอตะ {house} เยือนประเทศไทย"
    assert pairs(text, "represents") == {(KEN, "ญี่ปุ่น")}
    assert pairs(text, "holdsPosition") == {(KEN, house)}


@pytest.mark.parametrize("others", ["และผู้ประกอบการญี่ปุ่น", "และภาคเอกชนญี่ปุ่น", "และคณะ เยือนญี่ปุ่น"])
def test_whoever_comes_with_a_minister_is_no_field_of_his_house(others: str) -> None:
    for office in ("รมว.พลังงาน", "รัฐมนตรีว่าการกระทรวงพลังงาน"):
        assert pairs(f"นางสาวอรทัย มั่นคง {office} {others} {SUMMIT} ณ ประเทศไทย", "represents") == {
            (ORATHAI, "ไทย")
        }


def test_a_prime_minister_of_a_state_in_another_spelling_is_not_this_states() -> None:
    text = "นายกรัฐมนตรีหารือกับนายเคน โอตะ นายกรัฐมนตรีญี่ปุน ณ ประเทศไทย ต่อมา นายกรัฐมนตรีเดินทางเยือนจังหวัดแพร่"
    assert pairs(text, "represents") == {("นายกรัฐมนตรี", "ไทย")}
    assert ("นายกรัฐมนตรี", "แพร่") in {
        (who, place.removeprefix("จังหวัด")) for who, place in pairs(text, "visited")
    }


def test_whom_one_title_places_in_another_state_holds_no_office_of_this_one() -> None:
    text = "นายเคน โอตะ รองนายกรัฐมนตรีญี่ปุ่น เยือนประเทศไทย ต่อมา นายเคน โอตะ รองนายกรัฐมนตรี เข้าพบคณะผู้แทนลาว"
    assert pairs(text, "represents") == {(KEN, "ญี่ปุ่น")}
