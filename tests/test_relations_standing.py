"""Whom somebody stands for, who is a member of what, where a meeting named with its place is held."""

from __future__ import annotations

import pytest
from reading import all_facts, facts_of, pairs, read

ACTUAL, PLANNED = "Actual", "Planned"
_HOST = "นายสมชาย ใจดี นายกรัฐมนตรีไทย พบหารือกับ"


@pytest.mark.parametrize(
    ("guest", "stands_for"),
    [
        ("พลเรือเอก เรซา ซานี ผบ.ทร. มาเลเซีย", "มาเลเซีย"),
        ("นายอันนัน ดีวา รัฐมนตรีว่าการกระทรวงการท่องเที่ยว ศิลปะ และวัฒนธรรมมาเลเซีย", "มาเลเซีย"),
        ("นายหลี่ เหว่ย รัฐมนตรีช่วยว่าการกระทรวงความมั่นคงสาธารณะ", None),
        ("นายทอม เบลล์ ที่ปรึกษาฝ่ายเศรษฐกิจ สถานเอกอัครราชทูตเครือรัฐออสเตรเลียประจำประเทศไทย", "ออสเตรเลีย"),
        ("นายทอม เบลล์ รักษาการอัครราชทูตที่ปรึกษา สถานทูตสหรัฐอเมริกาประจำประเทศไทย", "สหรัฐอเมริกา"),
        ("นางสาวโนริ ชิบะ ผู้ช่วยปลัดกระทรวงยุติธรรม กระทรวงยุติธรรมญี่ปุ่น", "ญี่ปุ่น"),
        ("นายซก เสน ประธานองคมนตรีกัมพูชา", "กัมพูชา"),
        ("นางสาวโนริ ชิบะ โฆษกกระทรวงการต่างประเทศญี่ปุ่น", None),
        ("นางสาวโนริ ชิบะ รองประธานหอการค้าญี่ปุ่น", None),
        ("นางสาวโนริ ชิบะ อดีตที่ปรึกษากระทรวงยุติธรรมญี่ปุ่น", None),
    ],
)
def test_a_title_of_no_thai_office_does_not_stand_for_thailand(guest: str, stands_for: str | None) -> None:
    represented = {o for s, o, _ in facts_of(_HOST + guest, "represents") if s != "สมชาย ใจดี"}
    assert represented == ({stands_for} if stands_for else set())


@pytest.mark.parametrize(
    ("mission", "state"),
    [("สถานเอกอัครราชทูต ณ กรุงย่างกุ้ง", "ไทย"), ("สถานเอกอัครราชทูตจีนประจำเมียนมา", "จีน")],
)
def test_a_mission_stands_for_its_state(mission: str, state: str) -> None:
    facts = facts_of(f"{mission} หารือกับกระทรวงการต่างประเทศเมียนมาเกี่ยวกับคนไทย", "represents")
    assert state in {o for s, o, _ in facts if s.startswith("สถาน")}


@pytest.mark.parametrize(
    ("who", "stands_for"),
    [
        ("นาย Liu Wen อธิบดีกรมแรงงาน จากสาธารณรัฐประชาชนจีน", {("Liu Wen", "จีน")}),
        ("นายทอม เบลล์ และนางแอน ลี จากธนาคารโลก", {("ทอม เบลล์", "ธนาคารโลก"), ("แอน ลี", "ธนาคารโลก")}),
        ("นายทอม เบลล์ ผู้แทนธนาคารโลก", {("ทอม เบลล์", "ธนาคารโลก")}),
        ("นายทอม เบลล์ ผู้แทน บริษัท ลูเมน จำกัด", {("ทอม เบลล์", "บริษัท ลูเมน จำกัด")}),
        ("คณะผู้แทนจากสาธารณรัฐประชาชนจีน นำโดย นาย Liu Wen อธิบดีกรมแรงงาน", {("Liu Wen", "จีน")}),
        ("คณะผู้แทนเวียดนาม นำโดยนายเหงียน วัน", {("เหงียน วัน", "เวียดนาม")}),
        (
            "คณะผู้แทนจากธนาคารโลก (World Bank) และสมาคมลูเมน ซึ่งนำโดยหัวหน้าคณะ นายทอม เบลล์",
            {("ทอม เบลล์", "ธนาคารโลก"), ("ทอม เบลล์", "สมาคมลูเมน")},
        ),
        ("นายวีระ ทองแท้ อธิบดีกรมประมง เป็นผู้แทนประเทศไทย", {("วีระ ทองแท้", "ไทย")}),
        ("นายวีระ ทองแท้ ได้รับมอบหมายให้เป็นผู้แทนกรมประมง", {("วีระ ทองแท้", "กรมประมง")}),
        ("นายวีระ ทองแท้ ผู้ช่วยรัฐมนตรี ในฐานะผู้แทนรัฐมนตรีว่าการกระทรวงแรงงานของไทย", {("วีระ ทองแท้", "ไทย")}),
        ("กรมประมง ในฐานะผู้แทนไทย", {("กรมประมง", "ไทย")}),
        # People of a land or a trade stand for no state.
        ("นายทอม เบลล์ จากสหราชอาณาจักร", set()),
        ("คณะนักธุรกิจจากญี่ปุ่น นำโดย นายเคน โมริ", set()),
        ("นายวีระ ทองแท้ เป็นผู้แทนเยาวชนของประเทศไทย", set()),
    ],
)
def test_on_whose_behalf_somebody_comes_is_told_besides_his_title(
    who: str, stands_for: set[tuple[str, str]]
) -> None:
    text = f"เมื่อวันที่ 5 มีนาคม 2567 {who} เข้าร่วมการประชุมพลังงานโลก ครั้งที่ 3"
    assert pairs(text, "represents") == stands_for


@pytest.mark.parametrize(
    ("who", "guest", "is_so"),
    [
        ("ปลัดกระทรวงแรงงาน", "นายหลี่ เหว่ย รัฐมนตรีว่าการกระทรวงแรงงานจีน", True),
        ("ปลัดกระทรวงแรงงาน", "สมาคมนายจ้าง", False),
        ("รองปลัดกระทรวงแรงงาน", "นายหลี่ เหว่ย รัฐมนตรีว่าการกระทรวงแรงงานจีน", False),
    ],
)
def test_the_permanent_secretary_stands_for_his_state_beside_his_minister_where_foreigners_are_met(
    who: str, guest: str, is_so: bool
) -> None:
    minister = "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงแรงงาน"
    text = f"{minister} พร้อมด้วยนางปลายฟ้า ใจงาม {who} หารือกับ{guest} เรื่องแรงงานไทย"
    assert (("ปลายฟ้า ใจงาม", "ไทย") in pairs(text, "represents")) is is_so


def test_whoever_speaks_of_the_members_is_not_one_by_that() -> None:
    text = "ออสเตรเลียสนับสนุนเงินอุดหนุนแก่ประเทศสมาชิกอาเซียน"
    assert facts_of(text, "participatesIn") == set()
    assert facts_of("ลาวในฐานะประเทศสมาชิกอาเซียนสนับสนุนการค้าเสรี", "participatesIn") == {
        ("ลาว", "อาเซียน", ACTUAL)
    }


def test_the_place_behind_a_meeting_is_no_part_of_its_name() -> None:
    text = "นายสมชาย ใจดี นายกรัฐมนตรี จะเข้าร่วมการประชุมสุดยอดอาเซียนที่กัมพูชา และการประชุมผู้นำเขตเศรษฐกิจเอเปค ที่กรุงเทพฯ"
    assert facts_of(text, "heldAt") == {
        ("การประชุมสุดยอดอาเซียน", "กัมพูชา", PLANNED),
        ("การประชุมผู้นำเขตเศรษฐกิจเอเปค", "กรุงเทพมหานคร", PLANNED),
    }


def test_the_leaders_of_several_states_were_all_met() -> None:
    text = "นายสมชาย ใจดี นายกรัฐมนตรี ได้พบหารือกับผู้นำหลายประเทศ ได้แก่ จีน ลาว และเวียดนาม เมื่อวันที่ 3 มีนาคม 2566"
    assert {o for _, o, _ in facts_of(text, "metWith")} == {"ผู้นำจีน", "ผู้นำลาว", "ผู้นำเวียดนาม"}


def test_an_act_glued_to_whom_it_is_done_to_is_no_surname() -> None:
    text = "นายมาร์ติน เปอตี เข้าเยี่ยมคารวะนายสมชาย ใจดี นายกรัฐมนตรี นายเปอตี ขอบคุณนายกรัฐมนตรีที่ให้การต้อนรับ"
    assert {s for s, _, _ in facts_of(text, "attended")} == {"มาร์ติน เปอตี", "สมชาย ใจดี"}


def test_who_sets_out_visits_where_he_goes_to() -> None:
    text = "นายสมชาย ใจดี นายกรัฐมนตรี จะเดินทางออกจากกรุงเทพฯ ไปยังจังหวัดสงขลา"
    assert facts_of(text, "visited") == {("สมชาย ใจดี", "สงขลา", PLANNED)}
    assert facts_of("นายสมชาย ใจดี นายกรัฐมนตรี เดินไปยังห้องสีม่วง ตึกไทยคู่ฟ้า", "visited") == set()


def test_who_is_sent_comes_and_not_who_sends_him() -> None:
    text = "นายธนดล รุ่งเรืองกิจ รมช.คลัง ได้รับมอบหมายจาก รมว.คลัง ให้เข้าร่วมการประชุมรัฐมนตรีคลังอาเซียน ครั้งที่ 10"
    assert facts_of(text, "attended") == {("ธนดล รุ่งเรืองกิจ", "การประชุมรัฐมนตรีคลังอาเซียน ครั้งที่ 10", ACTUAL)}


def test_a_group_of_a_state_is_not_the_state() -> None:
    text = "นายธนดล รุ่งเรืองกิจ รัฐมนตรีว่าการกระทรวงพาณิชย์ พบกับผู้บริหารบริษัทชั้นนำของญี่ปุ่น เมื่อวันที่ 3 มีนาคม 2566"
    assert facts_of(text, "attended") == {("ธนดล รุ่งเรืองกิจ", "~", ACTUAL)}


def test_what_is_still_negotiated_is_not_signed() -> None:
    text = "ไทยและภูฏานได้ลงนามในเอกสารขอบเขตการค้าเสรี และประกาศเปิดการเจรจาความตกลงการค้าเสรี"
    assert facts_of(text, "signed") == {
        ("ไทย", "เอกสารขอบเขตการค้าเสรี", ACTUAL),
        ("ภูฏาน", "เอกสารขอบเขตการค้าเสรี", ACTUAL),
    }


def test_a_style_in_latin_letters_ends_the_name_and_the_title_follows() -> None:
    text = (
        "ลอร์ดวอลเตอร์ แห่งบริกตัน (The Right Honourable the Lord Walter of Brigton) "
        "รัฐมนตรีว่าการกระทรวงการต่างประเทศสหราชอาณาจักร "
        "เข้าเยี่ยมคารวะนายสมชาย ใจดี นายกรัฐมนตรี"
    )
    held = facts_of(text, "holdsPosition")
    assert ("วอลเตอร์ แห่งบริกตัน", "รัฐมนตรีว่าการกระทรวงการต่างประเทศสหราชอาณาจักร", ACTUAL) in held


def test_the_state_of_a_row_of_titles_is_of_them_all_and_a_khmer_style_is_no_name() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรีไทย เข้าเยี่ยมคารวะสมเด็จอัคคมหาเสนาบดีเดโช สุข เซรี "
        "ประธานวุฒิสภาและประธานองคมนตรีแห่งราชอาณาจักรกัมพูชา"
    )
    assert ("สมชาย ใจดี", "สุข เซรี", ACTUAL) in facts_of(text, "metWith")
    assert {o for s, o, _ in facts_of(text, "represents") if s == "สุข เซรี"} == {"กัมพูชา"}


def test_the_house_of_an_office_behind_a_space_is_of_the_title() -> None:
    text = "นางพิม คีรี ผู้อำนวยการกองการต่างประเทศ สำนักงานปลัดกระทรวงมหาดไทย เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 40"
    assert {o for _, o, _ in facts_of(text, "holdsPosition")} == {
        "ผู้อำนวยการกองการต่างประเทศ สำนักงานปลัดกระทรวงมหาดไทย"
    }


def test_both_leaders_open_what_they_open_together() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรีไทย จะหารือกับนายสุข เซรี นายกรัฐมนตรีกัมพูชา "
        "โอกาสนี้ นายกรัฐมนตรีทั้งสองจะเป็นประธานในพิธีเปิดสะพานมิตรภาพ"
    )
    assert {s for s, o, _ in facts_of(text, "chaired") if o == "พิธีเปิดสะพานมิตรภาพ"} == {"สมชาย ใจดี", "สุข เซรี"}


def test_place_and_date_cover_the_other_meetings_that_are_told_with_one() -> None:
    text = (
        "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงการคลัง ร่วมการประชุมรัฐมนตรีคลังอาเซียน+3 (AFMM+3) ครั้งที่ 26 และการประชุมอื่น ๆ "
        "ที่เกี่ยวข้อง ได้แก่ การประชุมประจำปีสภาผู้ว่าการธนาคารพัฒนาเอเชีย ณ เมืองอินชอน ระหว่างวันที่ 2-5 พฤษภาคม 2566"
    )
    assert len({s for s, _, _ in facts_of(text, "heldOn")}) == len(("คลัง", "ธนาคาร"))
    assert {o for _, o, _ in facts_of(text, "ordinal")} == {"26"}


def test_a_meeting_adopts_what_is_adopted_in_it_and_persons_sign_for_their_states() -> None:
    text = (
        "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงกลาโหม เข้าร่วมการประชุมรัฐมนตรีกลาโหมอาเซียน ครั้งที่ 18 "
        "ซึ่งในห้วงการประชุมฯ จะมีการรับรองร่างแถลงการณ์ร่วมของรัฐมนตรีกลาโหมอาเซียน"
    )
    assert {s for s, _, _ in facts_of(text, "adopted")} == {"การประชุมรัฐมนตรีกลาโหมอาเซียน ครั้งที่ 18"}
    signing = (
        "ไทยและญี่ปุ่นยินดีต่อการลงนามแผนปฏิบัติการร่วมด้านเศรษฐกิจ ระหว่างนายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงการต่างประเทศ "
        "กับนายเคนจิ ทานากะ รัฐมนตรีว่าการกระทรวงการต่างประเทศญี่ปุ่น"
    )
    assert {s for s, _, _ in facts_of(signing, "signed")} == {"สมชาย ใจดี", "เคนจิ ทานากะ"}


@pytest.mark.parametrize(
    ("title", "posts"),
    [
        ("อธิบดีกรมยุโรป เป็นหัวหน้าคณะผู้แทนไทย", {"อธิบดีกรมยุโรป", "หัวหน้าคณะผู้แทนไทย"}),
        ("อธิบดีกรมยุโรป จะเป็นหัวหน้าคณะผู้แทนไทย", {"อธิบดีกรมยุโรป", "หัวหน้าคณะผู้แทนไทย"}),
        ("หัวหน้าคณะผู้แทนไทย (SOM-ABC Leader)", {"หัวหน้าคณะผู้แทนไทย (SOM-ABC Leader)"}),
    ],
)
def test_who_is_head_of_a_delegation_bears_that_title(title: str, posts: set[str]) -> None:
    found = all_facts(read(f"ข่าว\nนายสมชาย ใจดี {title} เข้าร่วมการประชุมพลังงานโลก ครั้งที่ 3"))
    assert {o for s, p, o, _ in found if p == "holdsPosition"} == posts


def test_a_name_glued_to_prime_minister_is_one_of_a_person() -> None:
    text = "นางสาวอรทัย มั่นคง นายกรัฐมนตรี กล่าวว่า นายกรัฐมนตรีมิง ลาซา จะเยือนไทย\nนายกรัฐมนตรีสนับสนุนพลังงานสะอาด"
    found = all_facts(read(f"ข่าว\n5 มีนาคม 2567\n{text}"))
    held = {(s, o) for s, p, o, _ in found if p == "holdsPosition"}
    assert held == {("อรทัย มั่นคง", "นายกรัฐมนตรี"), ("มิง ลาซา", "นายกรัฐมนตรี")}
    assert {s for s, p, _, _ in found if p == "represents"} == {"อรทัย มั่นคง"}
    assert {s for s, p, _, _ in found if p == "supported"} == {"อรทัย มั่นคง"}


def test_the_head_of_one_department_is_not_that_of_another() -> None:
    text = (
        "วันที่ 5 มีนาคม 2567 นายสมชาย ใจดี อธิบดีกรมควบคุมโรค หารือกับนางสาวสุดา ดีงาม ผู้อำนวยการสถาบันวัคซีนแห่งชาติ "
        "จากนั้น อธิบดีกรมดาราศาสตร์ เดินทางเยือนญี่ปุ่น และอธิบดีกรมควบคุมโรค เดินทางเยือนมาเลเซีย"
    )
    assert {(s, o) for s, o, _ in facts_of(text, "visited")} == {("สมชาย ใจดี", "มาเลเซีย")}


def test_an_ambassador_at_a_city_and_a_deputy_secretary_general_are_known_by_their_posts() -> None:
    """There is one of them at a time, so that the post tells who came."""
    text = (
        "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน เข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41 ณ กรุงมะนิลา "
        "โดยมีผู้เข้าร่วม ประกอบด้วย รองเลขาธิการอาเซียน และเอกอัครราชทูต ณ กรุงมะนิลา"
    )
    came = {s for s, _, _ in facts_of(text, "attended")}
    assert came == {"สมชาย ใจดี", "รองเลขาธิการอาเซียน", "เอกอัครราชทูต ณ กรุงมะนิลา"}


def test_a_noun_of_places_with_no_name_is_no_place() -> None:
    text = "นายสมชาย ใจดี กล่าวถึงประโยชน์ที่ประเทศได้รับจากการประชุมผู้นำเขตเศรษฐกิจเอเปค ครั้งที่ 29"
    assert facts_of(text, "heldAt") == set()


@pytest.mark.parametrize(
    "post", ["เอกอัครราชทูต สถานเอกอัครราชทูต", "กงสุลใหญ่ สถานกงสุลใหญ่", "อุปทูต สถานเอกอัครราชทูต"]
)
def test_the_mission_behind_an_envoy_is_of_his_title_and_he_stands_for_his_own_state(post: str) -> None:
    title = f"{post} ณ กรุงลิสบอน สาธารณรัฐโปรตุเกส"
    text = f"นายมานะ ดีงาม {title} กล่าวต้อนรับคณะผู้แทนจากประเทศไทย"
    assert pairs(text, "holdsPosition") == {("มานะ ดีงาม", title)}
    assert pairs(text, "represents") == {("มานะ ดีงาม", "ไทย")}
