"""Bodies and their members, what is signed between them, and what is named by the way; texts made for it."""

from __future__ import annotations

import pytest
from reading import pairs, told

MIN = "นายธนดล รุ่งเรืองกิจ รัฐมนตรีว่าการกระทรวงวัฒนธรรม"
THANADON = "ธนดล รุ่งเรืองกิจ"


@pytest.mark.parametrize(
    "text",
    [
        f"{MIN} เชิญชวนภาคเอกชนลาวลงทุนในไทย โดยเฉพาะในโครงการท่าเรือสีคราม",
        f"{MIN} เสนอให้ขยายความร่วมมือด้านการขนส่ง ผ่านโครงการท่าเรือสีคราม",
    ],
)
def test_what_a_proposal_names_by_the_way_is_proposed_too(text: str) -> None:
    assert (THANADON, "โครงการท่าเรือสีคราม") in pairs(text, "proposed")


def test_what_stands_in_a_fact_of_its_own_is_not_told_again() -> None:
    text = f"ลาวเปิดตัวโครงการท่าเรือสีคราม\n{MIN} เสนอให้ขยายความร่วมมือด้านการขนส่ง ผ่านโครงการท่าเรือสีคราม"
    assert not any(o == "โครงการท่าเรือสีคราม" for _, o in pairs(text, "proposed"))


def test_a_ministry_behind_its_office_does_nothing_itself() -> None:
    office = "กรมสรรพสามิต กระทรวงการคลัง เปิดตัวโครงการทะเลสีคราม"
    assert pairs(office, "launched") == {("กรมสรรพสามิต", "โครงการทะเลสีคราม")}
    both = "กรมสรรพสามิต และกระทรวงการคลัง เปิดตัวโครงการทะเลสีคราม"
    assert {s for s, _ in pairs(both, "launched")} == {"กรมสรรพสามิต", "กระทรวงการคลัง"}


def test_a_ministry_behind_another_houses_office_is_the_next_of_a_list() -> None:
    listed = "กระทรวงการคลัง สำนักงานตำรวจแห่งชาติ กระทรวงแรงงาน และกระทรวงพลังงาน เปิดตัวโครงการทะเลสีคราม"
    assert ("กระทรวงแรงงาน", "โครงการทะเลสีคราม") in pairs(listed, "launched")


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (f"{MIN} เข้าร่วมการประชุมทะเลโลก ครั้งที่ 3 จัดโดยกระทรวงการคลัง กระทรวงแรงงาน และองค์การอนามัยโลก", 3),
        (f"{MIN} เข้าร่วมการประชุมทะเลโลก ครั้งที่ 3 จัดโดยกระทรวงการคลัง ไทยสนับสนุนการค้าเสรี", 1),
        ("กระทรวงการคลัง โดยกรมสรรพสามิต จัดการประชุมทะเลโลก ครั้งที่ 3", 2),
        ("ตามมติกระทรวงการคลัง โดยกรมสรรพสามิต จัดการประชุมทะเลโลก ครั้งที่ 3", 1),
        ("กระทรวงการคลังร่วมมือกับองค์การอนามัยโลก จัดการประชุมทะเลโลก ครั้งที่ 3", 2),
        ("กระทรวงการคลังได้ร่วมกับองค์การอนามัยโลก จัดการประชุมทะเลโลก ครั้งที่ 3", 2),
        ("กระทรวงการคลังจะร่วมกับองค์การอนามัยโลก และกรมสรรพสามิต จัดการประชุมทะเลโลก ครั้งที่ 3", 3),
    ],
)
def test_all_host_who_put_on_a_meeting_together(text: str, hosts: int) -> None:
    assert len(pairs(text, "hosted")) == hosts


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("กรมทะเลสีครามได้เร่งเปิดตัวโครงการเรือเขียว", "กรมทะเลสีคราม"),
        ("กรมทะเลสีครามเป็นหน่วยงานหลัก เปิดตัวโครงการเรือเขียว", "กรมทะเลสีคราม"),
        ("กรมทะเลสีครามพร้อมเปิดตัวโครงการเรือเขียว", "กรมทะเลสีคราม"),
        ("สำนักงานทะเลที่ 3 เปิดตัวโครงการเรือเขียว", "สำนักงานทะเลที่ 3"),
        ("สำนักงานรายได้ชายฝั่ง เปิดตัวโครงการเรือเขียว", "สำนักงานรายได้ชายฝั่ง"),
        ("สถาบันความเป็นเลิศทางทะเล เปิดตัวโครงการเรือเขียว", "สถาบันความเป็นเลิศทางทะเล"),
    ],
)
def test_the_name_of_a_body_ends_before_what_it_does_or_is(text: str, body: str) -> None:
    assert {s for s, _ in pairs(text, "launched")} == {body}


def test_a_policy_that_is_issued_is_launched() -> None:
    assert pairs("ลาวออกนโยบายทะเลสีคราม", "launched") == {("ลาว", "นโยบายทะเลสีคราม")}


def test_a_theme_is_nothing_that_is_named_by_the_way() -> None:
    text = f"{MIN} เสนอให้ขยายความร่วมมือด้านการขนส่ง ภายใต้แนวคิดทะเลสีคราม"
    assert not any("แนวคิด" in o for _, o in pairs(text, "proposed"))


def test_a_committee_of_two_states_has_both_for_members() -> None:
    text = "คณะกรรมการชายแดนทั่วไปไทย-ลาว (GBC) เป็นกลไกสำคัญ"
    assert pairs(text, "participatesIn") == {
        ("ไทย", "คณะกรรมการชายแดนทั่วไปไทย-ลาว"),
        ("ลาว", "คณะกรรมการชายแดนทั่วไปไทย-ลาว"),
    }


def test_what_is_still_to_be_set_up_has_no_members() -> None:
    assert pairs("ทั้งสองฝ่ายหารือการจัดตั้งคณะกรรมการร่วมไทย - ลาว", "participatesIn") == set()


def test_states_in_a_bracket_behind_a_mechanism_are_its_members() -> None:
    text = "ความร่วมมือกับอาเซียนบวกสาม (จีน ญี่ปุ่น และสาธารณรัฐเกาหลี) ก้าวหน้า"
    assert {s for s, o in pairs(text, "participatesIn") if o == "อาเซียนบวกสาม"} == {"จีน", "ญี่ปุ่น", "เกาหลีใต้"}


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("ทั้งสองฝ่ายยินดีที่อาเซียนและออสเตรเลียได้ยกระดับความสัมพันธ์เป็นหุ้นส่วนทางยุทธศาสตร์", {"ออสเตรเลีย"}),
        ("ความสัมพันธ์อาเซียน - อินเดีย เป็นหุ้นส่วนเชิงยุทธศาสตร์แบบรอบด้าน", {"อินเดีย"}),
        ("ไทยจะนำอาเซียนและจีนก้าวสู่ความเป็นหุ้นส่วนทางยุทธศาสตร์", set()),
        ("นอร์เวย์เป็นประเทศหุ้นส่วนเพื่อการพัฒนาของอาเซียน", {"นอร์เวย์"}),
        ("แคนาดาเป็นหนึ่งในประเทศคู่เจรจาที่เก่าแก่ที่สุดของอาเซียน", {"แคนาดา"}),
    ],
)
def test_whoever_is_partner_of_a_body_takes_part_in_it(text: str, partners: set[str]) -> None:
    assert pairs(text, "participatesIn") == {(partner, "อาเซียน") for partner in partners}


def test_partners_in_dialogue_that_a_list_names_are_those_of_asean() -> None:
    text = "การประชุมรัฐมนตรีอาเซียน ครั้งที่ 3\nที่ประชุมรับทราบความก้าวหน้ากับประเทศคู่เจรจา ได้แก่  จีน และอินเดีย"
    assert pairs(text, "participatesIn") == {("จีน", "อาเซียน"), ("อินเดีย", "อาเซียน")}


def test_members_are_those_of_the_mechanism_that_was_named_last() -> None:
    text = "ข่าว\nไทยเป็นประธาน BIMSTEC\nการค้ากับประเทศสมาชิกทั้ง 3 ประเทศ ประกอบด้วย ไทย เนปาล และภูฏาน เติบโต"
    assert {who for who, _ in pairs(text, "participatesIn")} == {"ไทย", "เนปาล", "ภูฏาน"}


def test_those_who_witness_do_not_sign_what_others_do() -> None:
    text = (
        "นายกรัฐมนตรีไทยและนายกรัฐมนตรีลาวเป็นสักขีพยานการลงนามบันทึกความเข้าใจว่าด้วยปะการัง "
        "ระหว่างกรมปะการังกับกระทรวงประมงลาว"
    )
    assert not {"ไทย", "ลาว"} & {who for who, _ in pairs(text, "signed")}


def test_a_cabinet_signs_nothing() -> None:
    text = "คณะรัฐมนตรีเห็นชอบให้ลงนามในบันทึกความเข้าใจว่าด้วยปะการังระหว่างไทยกับลาว"
    assert "คณะรัฐมนตรี" not in {who for who, _ in pairs(text, "signed")}


def test_the_name_of_a_document_goes_on_in_its_line() -> None:
    text = (
        "การประชุมผู้นำบิมสเทค ครั้งที่ 6 รับรองเอกสารผลลัพธ์ จำนวน 2 ฉบับ ดังนี้\n"
        "1. ร่างปฏิญญาสตูล เพื่อส่งเสริมการค้าและการลงทุน มีสาระสำคัญดังนี้\n"
        "2. ร่างแถลงการณ์ร่วมว่าด้วยการศึกษา และวัฒนธรรม"
    )
    named = {"ร่างปฏิญญาสตูล เพื่อส่งเสริมการค้าและการลงทุน", "ร่างแถลงการณ์ร่วมว่าด้วยการศึกษา และวัฒนธรรม"}
    assert {document for _, document in pairs(text, "adopted")} == named


def test_a_permanent_mission_stands_for_its_state() -> None:
    text = "ข่าว\nคณะผู้แทนถาวรลาวประจำอาเซียน เข้าร่วมการประชุมผู้นำบิมสเทค ครั้งที่ 6"
    assert pairs(text, "represents") == {("คณะผู้แทนถาวรลาวประจำอาเซียน", "ลาว")}


def test_a_mission_bears_its_state_and_its_city() -> None:
    text = "กระทรวงสาธารณสุขร่วมกับสถานเอกอัครราชทูตไทย ณ กรุงโซล ส่งมอบวัคซีน"
    assert pairs(text, "represents") == {("สถานเอกอัครราชทูตไทย ณ กรุงโซล", "ไทย")}


def test_the_state_that_acts_while_it_hosts_is_the_host() -> None:
    text = "ข่าว\nลาวจะผลักดันประเด็นเศรษฐกิจสีเขียวในช่วงการเป็นเจ้าภาพการประชุมสุดยอดอาเซียน ครั้งที่ 44"
    assert {who for who, _ in pairs(text, "hosted")} == {"ลาว"}


def test_documents_told_in_one_sentence_are_adopted_and_not_their_number() -> None:
    text = "คณะรัฐมนตรีมีมติเห็นชอบร่างเอกสาร 2 ฉบับ ได้แก่ ร่างแถลงการณ์ร่วมไทย-ลาว และร่างปฏิญญาสตูลว่าด้วยการศึกษา"
    named = {"ร่างแถลงการณ์ร่วมไทย-ลาว", "ร่างปฏิญญาสตูลว่าด้วยการศึกษา"}
    assert {document for _, document in pairs(text, "adopted")} == named


@pytest.mark.parametrize(
    ("parties", "signers"),
    [
        (
            "กรมปะการังกับกระทรวงประมง ป่าไม้ และทะเลลาว",
            {"กรมปะการัง", "กระทรวงประมง ป่าไม้ และทะเลลาว"},
        ),
        ("รัฐบาลแห่งราชอาณาจักรไทยกับรัฐบาลลาว", {"ไทย", "ลาว"}),
        (
            "สมาคมปะการังแห่งประเทศไทยกับสภาธุรกิจไทย-ลาว",
            {"สมาคมปะการังแห่งประเทศไทย", "สภาธุรกิจไทย-ลาว"},
        ),
    ],
)
def test_the_parties_to_a_memorandum_sign_it(parties: str, signers: set[str]) -> None:
    text = f"{MIN} เป็นสักขีพยานในพิธีลงนามบันทึกความเข้าใจว่าด้วยความร่วมมือทางทะเลระหว่าง{parties}"
    assert {s for s, _ in pairs(text, "signed")} == signers


def test_a_memorandum_signed_before_was_signed_by_its_parties() -> None:
    text = "บันทึกความเข้าใจด้านทะเลระหว่างรัฐบาลไทยกับรัฐบาลลาว ที่ได้ลงนามเมื่อปี 2560"
    assert {s for s, _ in pairs(text, "signed")} == {"ไทย", "ลาว"}


def test_a_body_known_to_the_lexicon_may_be_a_part_of_a_longer_name() -> None:
    text = f"{MIN} พร้อมด้วยสำนักงานปลัดกระทรวงวัฒนธรรม เข้าร่วมการประชุมทะเลอาเซียน ครั้งที่ 3"
    assert "สำนักงานปลัดกระทรวงวัฒนธรรม" in {s for s, _ in pairs(text, "attended")}


def test_whoever_comes_for_a_body_is_told_by_it() -> None:
    text = f"{MIN} พร้อมด้วยผู้แทนกรมประมง เข้าร่วมการประชุมทะเลอาเซียน ครั้งที่ 3"
    assert {s for s, _ in pairs(text, "attended")} == {THANADON, "กรมประมง"}


def test_a_project_that_is_carried_out_is_launched_under_its_name() -> None:
    assert pairs("กรมประมงได้ดำเนินโครงการทะเลสีคราม (Blue Sea) ช่วยลดปัญหาขยะ", "launched") == {
        ("กรมประมง", "โครงการทะเลสีคราม")
    }
    assert pairs("กรมประมงได้ดำเนินโครงการต่าง ๆ", "launched") == set()
    assert pairs("กรมประมงเสนอให้จัดทำโครงการทะเลสีคราม", "launched") == set()


def test_a_policy_has_a_name_in_latin_letters() -> None:
    text = f"{MIN} เสนอให้พัฒนาการท่องเที่ยว ผ่านนโยบาย Blue Sky และนโยบายเปิดทะเล"
    assert {o for _, o in pairs(text, "proposed") if o.startswith("นโยบาย")} == {"นโยบาย Blue Sky"}


def test_companies_that_are_met_are_listed_by_name() -> None:
    text = f"{MIN} หารือกับบริษัท Blue Harbour, Green Meadow และ Redwood"
    assert {s for s, _ in pairs(text, "attended")} == {
        THANADON, "บริษัท Blue Harbour", "Green Meadow", "Redwood"
    }  # fmt: skip


def test_companies_are_listed_behind_the_kind_of_them() -> None:
    text = f"{MIN} พบกับผู้บริหารบริษัทชั้นนำของลาว ได้แก่ Blue Harbour / Green Meadow / Redwood"
    assert {s for s, _ in pairs(text, "attended")} == {THANADON, "Blue Harbour", "Green Meadow", "Redwood"}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("ไทย ลาว และกัมพูชาเป็นสมาชิกบริกส์", {"ไทย", "ลาว", "กัมพูชา"}),
        ("ในปีนี้ ลาวและกัมพูชาก็จะเข้ามาเป็นหุ้นส่วนเพื่อการพัฒนาของบริกส์", {"ลาว", "กัมพูชา"}),
        ("ความร่วมมือระหว่างลาวและกัมพูชาในฐานะสมาชิกบริกส์", {"กัมพูชา"}),
        ("การค้ากับลาวและกัมพูชาในฐานะประธานบริกส์", {"กัมพูชา"}),
        ("ลาวกับกัมพูชาเป็นสมาชิกบริกส์", {"ลาว", "กัมพูชา"}),
    ],
)
def test_all_states_of_a_list_are_members(text: str, members: set[str]) -> None:
    assert {s for s, _ in pairs(text, "participatesIn")} == members


@pytest.mark.parametrize(
    "told",
    [
        "มีสมาชิกครอบคลุมกว่า 12 ประเทศ ได้แก่ 10 ประเทศอาเซียน รวมกับอีก 2 ประเทศคู่เจรจาของอาเซียน ได้แก่ จีน และญี่ปุ่น",
        "ประกอบด้วยสมาชิกอาเซียน 10 ประเทศ และคู่เจรจาอีก 2 ประเทศ ได้แก่ จีน และญี่ปุ่น",
    ],
)
def test_partners_of_one_body_who_are_members_of_another_belong_to_both(told: str) -> None:
    rcep = "ความตกลงหุ้นส่วนทางเศรษฐกิจระดับภูมิภาค"
    assert pairs(f"ความตกลง RCEP {told}", "participatesIn") == {
        ("อาเซียน", rcep), ("จีน", rcep), ("ญี่ปุ่น", rcep), ("จีน", "อาเซียน"), ("ญี่ปุ่น", "อาเซียน"),
    }  # fmt: skip


def test_a_body_with_whose_members_a_list_begins_is_a_member_too() -> None:
    text = "ความตกลง RCEP ซึ่งมีสมาชิก 12 ประเทศ ได้แก่ อาเซียน 10 ประเทศ ญี่ปุ่น และจีน"
    assert {s for s, _ in pairs(text, "participatesIn")} == {"อาเซียน", "ญี่ปุ่น", "จีน"}


_TALK = "นางสาวอรทัย มั่นคง นายกรัฐมนตรีไทย หารือกับนายโสภา วิเรียะ นายกรัฐมนตรีกัมพูชา\n"
_BORDER = "คณะกรรมาธิการเขตแดนร่วม"


@pytest.mark.parametrize(
    ("text", "members", "mechanism"),
    [
        ("ปัจจุบัน CPTPP มีสมาชิก 11 ประเทศ (แคนาดา ชิลี และเปรู)", {"แคนาดา", "ชิลี", "เปรู"}, "หุ้นส่วนทางเศรษฐกิจภาคพื้น"),
        ("เอเปคมีสมาชิกหลายเขตเศรษฐกิจ อาทิ แคนาดา และชิลี ทั้งนี้", {"แคนาดา", "ชิลี"}, "เอเชีย-แปซิฟิก"),
        ("แคนาดาได้รับสถานะคู่เจรจาของอาเซียนเมื่อปีก่อน", {"แคนาดา"}, "อาเซียน"),
        ("ชิลี แคนาดา และเปรู ได้รับสถานะเป็นคู่เจรจาเฉพาะด้านของอาเซียน", {"ชิลี", "แคนาดา", "เปรู"}, "อาเซียน"),
        ("ชิลีและเปรู ได้เข้าเป็นสมาชิกใหม่ของกลุ่ม BRICS แล้วเมื่อต้นปี", {"ชิลี", "เปรู"}, "บริกส์"),
        ("แคนาดาเป็นสมาชิกลำดับที่ 60 ของสหประชาชาติ", {"แคนาดา"}, "สหประชาชาติ"),
        ("แคนาดาเป็นสมาชิกผู้ก่อตั้งของสหประชาชาติ", {"แคนาดา"}, "สหประชาชาติ"),
        ("เนปาลรับมอบตำแหน่งประธาน BIMSTEC ต่อจากภูฏาน", {"เนปาล", "ภูฏาน"}, "อ่าวเบงกอล"),
    ],
)
def test_what_a_state_is_to_a_mechanism_may_be_told_more_closely(text, members, mechanism):
    found = pairs(text, "participatesIn")
    assert {state for state, _ in found} == members
    assert all(mechanism in name for _, name in found)


@pytest.mark.parametrize(
    ("text", "members", "mechanism"),
    [
        (
            "กลุ่มพันธมิตรดาวเหนือ (North Star Group: NSG) มีสมาชิก 2 ประเทศ ได้แก่ ชิลี และเปรู",
            {"ชิลี", "เปรู"},
            "กลุ่มพันธมิตรดาวเหนือ",
        ),
        (
            "เครือข่ายความร่วมมือด้านเมฆ ประกอบด้วย ไทย ลาว และกัมพูชา",
            {"ไทย", "ลาว", "กัมพูชา"},
            "เครือข่ายความร่วมมือด้านเมฆ",
        ),
        (
            "คณะกรรมการกองทุนเมฆขาว ประกอบด้วยประเทศสมาชิก 2 ประเทศ ได้แก่ ชิลี และเปรู",
            {"ชิลี", "เปรู"},
            "คณะกรรมการกองทุนเมฆขาว",
        ),
        ("ประเทศสมาชิกของสภาเมฆขาว ได้แก่ ชิลี และเปรู ซึ่งอยู่ไกล", {"ชิลี", "เปรู"}, "สภาเมฆขาว"),
        (
            "สถาบันเมฆขาว (WCI) เป็นองค์การระหว่างประเทศที่มีสมาชิก 2 ประเทศ คือ ชิลี และเปรู",
            {"ชิลี", "เปรู"},
            "สถาบันเมฆขาว",
        ),
        ("แคนาดาเป็นสมาชิกของสหภาพเมฆขาว (WCU) มาตั้งแต่ปี 2520", {"แคนาดา"}, "สหภาพเมฆขาว"),
        ("แคนาดาได้รับเลือกเป็นสมาชิกคณะกรรมการเมฆขาว วาระปี 2567", {"แคนาดา"}, "คณะกรรมการเมฆขาว"),
        ("แคนาดาในฐานะสมาชิกสหภาพเมฆขาว กล่าวขอบคุณ", {"แคนาดา"}, "สหภาพเมฆขาว"),
    ],
)
def test_a_mechanism_that_only_the_text_knows_has_the_members_it_tells(text, members, mechanism):
    assert pairs(text, "participatesIn") == {(state, mechanism) for state in members}


@pytest.mark.parametrize(
    "text",
    [
        "ขอเสียงสนับสนุนจากชิลีในการลงสมัครรับเลือกตั้งเป็นสมาชิกคณะมนตรีเมฆขาว",
        "มีแรงงานทำงานในประเทศชิลี จำนวน 200 คน เป็นสมาชิกกองทุนเมฆขาว",
        "กรมเมฆขาว มีสมาชิก 2 ประเทศ ได้แก่ ชิลี และเปรู",
    ],
)
def test_of_a_name_that_nobody_knows_it_must_be_told_whose_member_is_who(text):
    assert pairs(text, "participatesIn") == set()


def test_who_is_one_of_the_first_members_founds_nothing_by_that():
    assert pairs("แคนาดาเป็นหนึ่งในสมาชิกก่อตั้งของธนาคารโลก", "launched") == set()


def test_whoever_applies_for_a_standing_has_it_not_yet():
    (told_of,) = told("ขอให้ไทยสนับสนุนเปรูในการสมัครเป็นคู่เจรจาเฉพาะด้านของอาเซียน", "participatesIn")
    assert told_of[-1] == "Planned"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (f"{_TALK}ทั้งสองฝ่ายจะใช้กลไก {_BORDER} ให้มากขึ้น", {"ไทย", "กัมพูชา"}),
        (f"{_TALK}ได้แก่ {_BORDER} และคณะกรรมการชายแดนทั่วไปไทย-ลาว", {"ไทย", "ลาว"}),
        (f"ทุกฝ่ายจะใช้กลไก {_BORDER} ให้มากขึ้น", set()),
        (f"{_TALK}ทั้งสองฝ่ายจะจัดตั้ง{_BORDER}", set()),
    ],
)
def test_a_joint_committee_is_of_the_two_of_whom_is_told(text: str, members: set[str]) -> None:
    assert {s for s, o in pairs(text, "participatesIn") if o == _BORDER} == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("ความตกลง RCEP รวม 3 ประเทศ ได้แก่ ไทย ลาว และกัมพูชา", {"ไทย", "ลาว", "กัมพูชา"}),
        ("กลุ่มประเทศอาเซียน ได้แก่ ไทย ลาว และกัมพูชา", {"ไทย", "ลาว", "กัมพูชา"}),
        ("บริกส์เป็นเวทีความร่วมมือของ 3 ประเทศ ได้แก่ ไทย ลาว และกัมพูชา", {"ไทย", "ลาว", "กัมพูชา"}),
        ("การแข่งขันหมากล้อมอาเซียน มีประเทศที่เข้าร่วมการแข่งขัน 3 ประเทศ ได้แก่ ไทย ญี่ปุ่น และกัมพูชา", set()),
        ("ศูนย์แพทย์อาเซียนส่งยาให้ประเทศเพื่อนบ้าน 2 ประเทศ ได้แก่ ลาว และกัมพูชา", set()),
        ("ในอาเซียนเป็นที่รู้กันว่าประเทศที่น่าอยู่ที่สุดคือ นอร์เวย์ และสวีเดน", set()),
    ],
)
def test_states_that_are_not_called_members_are_so_right_behind_a_mechanism_alone(
    text: str, members: set[str]
) -> None:
    assert {s for s, _ in pairs(text, "participatesIn")} == members


def test_an_advisory_council_is_a_body_and_no_adviser() -> None:
    text = f"{MIN} พบหารือกับสภาที่ปรึกษาธุรกิจทะเลสีคราม"
    assert "สภาที่ปรึกษาธุรกิจทะเลสีคราม" in {who for who, _ in pairs(text, "attended")}
    assert {who for who, _ in pairs(text, "holdsPosition")} == {THANADON}


@pytest.mark.parametrize(
    ("named", "bodies"),
    [
        ("การหารือระหว่างผู้นำอาเซียนกับผู้แทนสมาคมทะเลสีคราม", {"สมาคมทะเลสีคราม"}),
        ("การหารือร่วมกับสมาคมทะเลสีคราม", {"สมาคมทะเลสีคราม"}),
        (
            "การหารือระหว่างผู้นำอาเซียนกับคณะผู้แทนสมัชชารัฐสภาอาเซียนและผู้แทนสภาเรือเขียว",
            {"สมัชชารัฐสภาอาเซียน", "สภาเรือเขียว"},
        ),
    ],
)
def test_bodies_in_the_name_of_a_talk_come_to_it(named: str, bodies: set[str]) -> None:
    facts = pairs(f"{MIN} เข้าร่วม{named}", "attended")
    assert {who for who, _ in facts} == {THANADON, *bodies}


@pytest.mark.parametrize("people", ["เจ้าหน้าที่", "เจ้าหน้าที่จาก", "ข้าราชการ", "ผู้แทน"])
def test_a_body_whose_staff_come_along_comes_to_the_meeting(people: str) -> None:
    text = f"{MIN} เข้าร่วมการประชุมทะเลโลก ครั้งที่ 3 โดยมี{people}กรมสรรพสามิต เข้าร่วม"
    assert {who for who, _ in pairs(text, "attended")} == {THANADON, "กรมสรรพสามิต"}


def test_a_body_told_of_behind_a_word_that_leads_to_it_acts() -> None:
    text = f"{MIN} เยี่ยมชมท่าเรือ ซึ่งสมาคมทะเลสีครามยินดีสนับสนุนโครงการเรือเขียว"
    assert ("สมาคมทะเลสีคราม", "โครงการเรือเขียว") in pairs(text, "supported")


def test_a_rite_is_of_no_mechanism_that_its_name_tells_of() -> None:
    assert not pairs(f"{MIN} เข้าร่วมพิธีลงนามปฏิญญาว่าด้วยอาเซียน", "underFramework")
    assert pairs(f"{MIN} เข้าร่วมพิธีมอบรางวัลทะเลอาเซียน ครั้งที่ 6", "underFramework")


ASCC_COUNCIL = "การประชุมคณะมนตรีประชาคมสังคมและวัฒนธรรมอาเซียน ครั้งที่ 9"


@pytest.mark.parametrize(
    ("text", "under"),
    [
        (f"{MIN} เข้าร่วม{ASCC_COUNCIL}", {"อาเซียน"}),
        (
            f"{MIN} เข้าร่วม{ASCC_COUNCIL} เพื่อติดตามแผนงานของประชาคมสังคมและวัฒนธรรมอาเซียน",
            {"ประชาคมสังคมและวัฒนธรรมอาเซียน"},
        ),
        (
            f"{MIN} เข้าร่วม{ASCC_COUNCIL} โดยมีประธานคณะมนตรีประชาคมสังคมและวัฒนธรรมอาเซียนร่วมงาน",
            {"คณะมนตรีประชาคมสังคมและวัฒนธรรมอาเซียน"},
        ),
        (f"{MIN} เข้าร่วมการประชุมคณะทำงานด้านป่าไม้ของอาเซียน ครั้งที่ 4", {"อาเซียน"}),
        (
            f"{MIN} เข้าร่วมการประชุมคณะทำงานด้านป่าไม้ของอาเซียน ครั้งที่ 4 ซึ่งเลขานุการคณะทำงานด้านป่าไม้ของอาเซียนร่วมงาน",
            {"คณะทำงานด้านป่าไม้ของอาเซียน"},
        ),
        (f"{MIN} เข้าร่วมการประชุมคณะกรรมการเตรียมการประชุมเอเปค ครั้งที่ 4", {"คณะกรรมการเตรียมการประชุมเอเปค"}),
        (f"{MIN} เข้าร่วมการประชุมคณะกรรมการมรดกโลก ครั้งที่ 46", {"คณะกรรมการมรดกโลก"}),
        (f"{MIN} เข้าร่วมการประชุมสมัชชาสมาพันธ์ครูอาเซียน ครั้งที่ 3 และพบประธานสมาพันธ์ครูอาเซียน", {"สมาพันธ์ครูอาเซียน"}),
        (
            f"{MIN} เข้าร่วมการประชุมคณะกรรมการบริหารสมาพันธ์ครูอาเซียน ครั้งที่ 3 และพบประธานสมาพันธ์ครูอาเซียน",
            {"สมาพันธ์ครูอาเซียน"},
        ),
        (f"{MIN} เข้าร่วมการประชุม UNFCCC COP 35", {"กรอบอนุสัญญาสหประชาชาติว่าด้วยการเปลี่ยนแปลงสภาพภูมิอากาศ"}),
    ],
)
def test_a_committee_that_nothing_but_its_meetings_tells_of_is_an_organ(text: str, under: set[str]) -> None:
    assert {o for _, o in pairs(text, "underFramework")} == under


def test_behind_a_state_another_is_no_place_of_the_meeting() -> None:
    text = f"{ASCC_COUNCIL} จัดขึ้นที่กัมพูชา ไทยเสนอให้มีศูนย์ผู้สูงอายุ"
    assert {o for _, o in pairs(text, "heldAt")} == {"กัมพูชา"}


def test_a_ministry_of_more_fields_than_ours_is_anothers() -> None:
    host = "กระทรวงวัฒนธรรม เยาวชน และการดำน้ำ"
    text = f"{MIN} เข้าร่วมการประชุมทะเลโลก ครั้งที่ 3 จัดโดย{host} (Ministry of Culture, Youth and Diving: MCYD)"
    assert pairs(text, "hosted") == {(host, "การประชุมทะเลโลก ครั้งที่ 3")}
    assert (host, "โครงการเรือเขียว") in pairs(f"{text}\nMCYD ได้เปิดตัวโครงการเรือเขียว", "launched")


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("สมาคมดาราศาสตร์โลก (WAA) มีสมาชิก 3 ประเทศ ได้แก่ ไทย ลาว และเวียดนาม", "สมาคมดาราศาสตร์โลก"),
        (
            "สมาพันธ์นักเขียนอาเซียน (AWC) สมาพันธ์ฯ มีประเทศภาคีสมาชิกในกลุ่มอาเซียน 3 ประเทศ ได้แก่ ไทย ลาว และเวียดนาม",
            "สมาพันธ์นักเขียนอาเซียน",
        ),
        (
            "สมาพันธ์นักเขียนอาเซียน (AWC) ปัจจุบันสมาพันธ์ฯ มีภาคีสมาชิกทั้งสิ้น 3 ประเทศ ได้แก่ ประเทศไทย ลาว และเวียดนาม",
            "สมาพันธ์นักเขียนอาเซียน",
        ),
        ("สมาคมธนาคารเอเชียมีสมาชิก 50 แห่ง ส่วนประเทศสมาชิกอาเซียน ได้แก่ ไทย ลาว และเวียดนาม", "อาเซียน"),
        ("อาเซียนมีสมาชิก 3 ประเทศ ได้แก่ ไทย ลาว และเวียดนาม", "อาเซียน"),
    ],
)
def test_states_are_members_of_the_body_that_is_told_to_have_them(told: str, body: str) -> None:
    assert pairs(told, "participatesIn") == {(state, body) for state in ("ไทย", "ลาว", "เวียดนาม")}


@pytest.mark.parametrize(
    "joined", ["จับมือ", " จับมือ ", "จับมือกับ", "ผนึกกำลัง", " ผนึกกำลังกับ ", " ประสานความร่วมมือกับ"]
)
@pytest.mark.parametrize("other", ["กรมสาหร่าย", "ญี่ปุ่น"])
def test_who_joins_hands_with_another_acts_together_with_it(joined: str, other: str) -> None:
    launched = pairs(f"กรมปะการัง{joined}{other}เปิดตัวโครงการทะเลสวย", "launched")
    assert {who for who, _ in launched} == {"กรมปะการัง", other}


def test_who_only_shakes_hands_does_nothing_together() -> None:
    assert not pairs("กรมปะการังจับมือร่วมใจเปิดตัวโครงการทะเลสวย", "hosted")


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("ไทยกับเยอรมนีซึ่งเป็นสมาชิกสหภาพยุโรปลงนามบันทึกความเข้าใจว่าด้วยพลังงาน", {("เยอรมนี", "Actual")}),
        ("ทั้งไทยกับลาวเป็นสมาชิกอาเซียน", {("ไทย", "Actual"), ("ลาว", "Actual")}),
        ("ไทยในฐานะประธานอาเซียนให้สหรัฐฯ มีบทบาทในภูมิภาค", {("ไทย", "Actual")}),
        ("ไทยรับตำแหน่งประธานอาเซียนต่อจากสิงคโปร์", {("ไทย", "Actual"), ("สิงคโปร์", "Actual")}),
        ("ไทยร่วมกับประเทศที่ไม่ใช่สมาชิกอาเซียนจัดการประชุมเรื่องน้ำ", set()),
        ("ฝรั่งเศสหารือกับประเทศที่ไม่ได้เป็นสมาชิกสหภาพยุโรปเรื่องการค้า", set()),
        ("ไทยไม่ได้เป็นสมาชิกสหภาพยุโรป", {("ไทย", "Negated")}),
    ],
)
def test_of_whom_a_membership_is_told(text: str, told_of: set[tuple[str, str]]) -> None:
    assert {(state, mood) for state, _, mood in told(text, "participatesIn")} == told_of
