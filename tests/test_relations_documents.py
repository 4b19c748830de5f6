"""Documents that are adopted or signed, in every form in which a text tells so; texts made for it."""

from __future__ import annotations

import pytest
from reading import NEGATED, facts_of, pairs

MIN = "นายธนดล รุ่งเรืองกิจ รัฐมนตรีว่าการกระทรวงวัฒนธรรม"
TALK = "นายธนดล รุ่งเรืองกิจ นายกรัฐมนตรีไทย หารือทวิภาคีกับนายบุนมี แสงดาว นายกรัฐมนตรีลาว"
MEETING = "การประชุมผู้นำบิมสเทค ครั้งที่ 6"
DECL = "ปฏิญญาสตูลว่าด้วยปะการัง"


@pytest.mark.parametrize(
    "told",
    [
        f"โดยในการประชุมจะมีการรับรอง{DECL}",
        f"มีวาระสำคัญ ได้แก่ 1) การติดตามผลงาน 2) การรับรอง{DECL}",
        f"ทั้งนี้ ผู้นำทุกประเทศได้รับรอง{DECL}",
        f"โดยที่ประชุมจะพิจารณา{DECL} ซึ่งผู้นำจะร่วมกันรับรองในการประชุม",
    ],
)
def test_what_is_told_to_be_adopted_the_meeting_adopts(told: str) -> None:
    assert pairs(f"{MIN} เข้าร่วม{MEETING} {told}", "adopted") == {(MEETING, DECL)}


def test_a_line_of_a_list_is_of_the_meeting_at_which_the_list_was_announced() -> None:
    text = (
        f"{MEETING} จะพิจารณาประเด็นสำคัญ ได้แก่\n"
        "- การหารือระดับรัฐมนตรีด้านทะเล\n"
        f"- การรับรองเอกสารผลลัพธ์ของการประชุม อาทิ {DECL} แนวปฏิบัติว่าด้วยการดำน้ำ"
    )
    assert pairs(text, "adopted") == {(MEETING, DECL), (MEETING, "แนวปฏิบัติว่าด้วยการดำน้ำ")}


def test_texts_that_are_no_documents_elsewhere_are_adopted_in_a_list() -> None:
    text = f"{MEETING} ได้รับรองเอกสารต่าง ๆ ได้แก่ คู่มือการดูแลปะการัง หลักการสำหรับการประมง และกรอบการดำเนินงานด้านทะเล"
    named = {"คู่มือการดูแลปะการัง", "หลักการสำหรับการประมง", "กรอบการดำเนินงานด้านทะเล"}
    assert {document for _, document in pairs(text, "adopted")} == named


def test_what_a_cabinet_approves_it_adopts_and_whom_it_lets_sign_signs() -> None:
    text = "คณะรัฐมนตรีอนุมัติร่างบันทึกความเข้าใจว่าด้วยปะการัง"
    assert pairs(text, "adopted") == {("คณะรัฐมนตรี", "ร่างบันทึกความเข้าใจว่าด้วยปะการัง")}


@pytest.mark.parametrize("told", ["รวมถึงมีการลงนาม", "พร้อมทั้งมีการลงนาม"])
def test_what_is_told_to_be_signed_at_a_talk_its_two_states_sign(told: str) -> None:
    text = f"{TALK} {told}บันทึกความเข้าใจว่าด้วยปะการัง"
    paper = "บันทึกความเข้าใจว่าด้วยปะการัง"
    assert pairs(text, "signed") == {("ไทย", paper), ("ลาว", paper)}


def test_what_is_only_wished_to_be_signed_nobody_signs() -> None:
    text = f"{TALK} โดยหวังว่าจะมีการลงนามบันทึกความเข้าใจว่าด้วยปะการัง"
    assert not pairs(text, "signed")


def test_two_states_named_before_a_signing_sign() -> None:
    text = "ฝ่ายไทยและฝ่ายลาวได้มีการลงนามบันทึกความเข้าใจว่าด้วยปะการัง"
    assert {who for who, _ in pairs(text, "signed")} == {"ไทย", "ลาว"}


def test_a_title_in_latin_letters_is_a_document_that_is_signed() -> None:
    text = f"{MIN} เป็นสักขีพยานในการลงนาม Record of Discussions ระหว่างกรมปะการังกับกระทรวงประมงลาว"
    signed = {("กรมปะการัง", "Record of Discussions"), ("กระทรวงประมงลาว", "Record of Discussions")}
    assert pairs(text, "signed") == signed


def test_what_was_agreed_to_together_is_adopted_line_by_line() -> None:
    text = (
        "คณะรัฐมนตรีเห็นชอบร่างเอกสาร ในการประชุมผู้นำบิมสเทค ครั้งที่ 6 รวม 2 ฉบับ ซึ่งจะมีการรับรองเอกสารในการประชุม "
        "สำหรับร่างเอกสารทั้ง 2 ฉบับ ประกอบด้วย\n1.ร่างปฏิญญาสตูล\n2.ร่างแผนงานว่าด้วยปะการัง"
    )
    papers = {"ร่างปฏิญญาสตูล", "ร่างแผนงานว่าด้วยปะการัง"}
    assert pairs(text, "adopted") == {(who, paper) for who in ("คณะรัฐมนตรี", MEETING) for paper in papers}


def test_documents_that_are_to_be_adopted_are_named_behind() -> None:
    text = (
        f"ข่าว\n{MIN} จะเข้าร่วม{MEETING}\n"
        f"สำหรับเอกสารที่จะรับรองในการประชุมครั้งนี้ ประกอบด้วย {DECL} และแถลงการณ์ร่วมด้านทะเล"
    )
    assert pairs(text, "adopted") == {(MEETING, DECL), (MEETING, "แถลงการณ์ร่วมด้านทะเล")}


def test_each_of_several_papers_is_signed_by_its_parties_or_by_the_states_of_the_witnesses() -> None:
    text = (
        "นายธนดล รุ่งเรืองกิจ นายกรัฐมนตรีไทย และนายบุนมี แสงดาว นายกรัฐมนตรีลาว "
        "เป็นสักขีพยานในพิธีลงนามความตกลง 2 ฉบับ ได้แก่\n"
        "1. แผนปฏิบัติการว่าด้วยปะการัง\n2. บันทึกความเข้าใจระหว่างกรมปะการังกับกระทรวงประมงลาว"
    )
    signed = pairs(text, "signed")
    assert {(who, "แผนปฏิบัติการว่าด้วยปะการัง") for who in ("ไทย", "ลาว")} <= signed
    assert {who for who, paper in signed if paper.startswith("บันทึก")} == {"กรมปะการัง", "กระทรวงประมงลาว"}


def test_what_both_sides_are_told_to_sign_he_who_is_glad_of_it_does_not() -> None:
    text = f"{TALK} โดยนายกรัฐมนตรีไทยยินดีที่ทั้งสองฝ่ายลงนามบันทึกความเข้าใจว่าด้วยปะการัง"
    assert {who for who, _ in pairs(text, "signed")} == {"ไทย", "ลาว"}


@pytest.mark.parametrize(
    "told",
    [
        f"ที่ประชุมคณะรัฐมนตรีมีมติอนุมัติให้{MIN}เป็นผู้ลงนามฝ่ายไทยใน",
        f"คณะรัฐมนตรีเห็นชอบให้{MIN} หรือผู้แทนที่ได้รับมอบหมาย เป็นผู้ลงนามใน",
        f"นายกรัฐมนตรีมอบหมายให้{MIN} ลงนามใน",
        f"คณะรัฐมนตรีมอบอำนาจให้{MIN} ร่วมลงนามใน",
        f"คณะรัฐมนตรีมอบหมายให้{MIN} เข้าร่วมการประชุมวัฒนธรรมอาเซียน และลงนามใน",
        f"{MIN} ได้รับมอบหมายให้เป็นผู้แทนลงนามใน",
    ],
)
def test_whom_others_let_sign_has_not_signed_yet(told: str) -> None:
    (fact,) = facts_of(f"{told}บันทึกความเข้าใจว่าด้วยปะการัง", "signed")
    assert fact == ("ธนดล รุ่งเรืองกิจ", "บันทึกความเข้าใจว่าด้วยปะการัง", "Planned")


@pytest.mark.parametrize(
    "told",
    [
        f"คณะรัฐมนตรีมอบหมายให้{MIN} ดูแลเรื่องนี้ และนายธนดลได้ลงนามใน",
        f"คณะรัฐมนตรีอนุมัติงบประมาณ ทำให้{MIN} ลงนามใน",
    ],
)
def test_who_is_told_to_have_signed_has_whoever_let_him(told: str) -> None:
    (fact,) = facts_of(f"{told}บันทึกความเข้าใจว่าด้วยปะการัง", "signed")
    assert fact == ("ธนดล รุ่งเรืองกิจ", "บันทึกความเข้าใจว่าด้วยปะการัง", "Actual")


@pytest.mark.parametrize("told", ["ซึ่งได้รับการรับรองใน", "ได้รับการรับรองในช่วง"])
def test_where_a_document_is_told_to_be_adopted_adopts_it_and_not_who_is_told_of_behind(told: str) -> None:
    assert pairs(f"ลาวสนับสนุน{DECL} {told}{MEETING} ที่ไทยเป็นประธาน", "adopted") == {(MEETING, DECL)}


@pytest.mark.parametrize("with_whom", ["ร่วมกับ", "กับ"])
def test_who_stands_behind_the_document_signs_it_too(with_whom: str) -> None:
    signer = "นายวีระ ทองแท้ รัฐมนตรีว่าการกระทรวงแรงงาน"
    partner = "นายคาร์ล มุสเตอร์ รัฐมนตรีว่าการกระทรวงแรงงานลาว"
    text = f"{signer} ลงนามบันทึกความเข้าใจว่าด้วยการส่งเสริมการค้าปุ๋ย {with_whom}{partner}"
    assert {s for s, _ in pairs(text, "signed")} == {"วีระ ทองแท้", "คาร์ล มุสเตอร์"}


_LAO = "นายบุนมี แสงดาว รัฐมนตรีว่าการกระทรวงวัฒนธรรมลาว"
_SIGNED = "ลงนามบันทึกความเข้าใจว่าด้วยปะการัง"
_TWO = {"ธนดล รุ่งเรืองกิจ", "บุนมี แสงดาว"}


@pytest.mark.parametrize(
    "told",
    [
        f"{MIN} หารือกับ{_LAO}",
        f"{MIN} และ{_LAO} หารือกันที่กรุงเทพฯ",
        f"{MIN} และ{_LAO} เป็นประธานร่วมการประชุมวัฒนธรรมไทย-ลาว ครั้งที่ 3",
    ],
)
@pytest.mark.parametrize(
    ("who", "signers"), [("ทั้งสองฝ่าย", {"ไทย", "ลาว"}), ("รัฐมนตรีทั้งสองท่าน", _TWO), ("ทั้งสองท่าน", _TWO)]
)
def test_both_sides_of_a_talk_or_in_the_chair_sign(told: str, who: str, signers: set[str]) -> None:
    assert {s for s, _ in pairs(f"{told}\nจากนั้น {who}ได้{_SIGNED}", "signed")} == signers


def test_who_comes_to_a_meeting_does_not_sign_what_the_meeting_is_told_to_sign() -> None:
    text = f"{MIN} ตอบรับเข้าร่วม{MEETING} แล้ว โดยคาดว่าที่ประชุมจะรับรอง{DECL} และลงนามความตกลงด้านประมง"
    assert pairs(text, "signed") == set()


@pytest.mark.parametrize(
    "draft",
    ["ร่างบัญชีสินค้าประมง", "ร่างกฎกระทรวงว่าด้วยการดำน้ำ", "ร่าง พ.ร.บ. ปะการังสีคราม", "แผนดำเนินงานด้านปะการังสีคราม"],
)
def test_whatever_is_drafted_is_a_document(draft: str) -> None:
    assert pairs(f"คณะรัฐมนตรีเห็นชอบ{draft}", "adopted") == {("คณะรัฐมนตรี", draft)}


def test_a_body_of_flesh_is_no_draft() -> None:
    assert not pairs(f"{MIN} สนับสนุนการฟื้นฟูร่างกายนักดำน้ำ และชื่นชมโครงการทะเลสีครามที่เป็นรูปเป็นร่าง", "adopted")
    told = pairs(f"{MIN} รับรอง (ร่าง) แผนปฏิบัติการปะการัง", "adopted")
    assert {document for _, document in told} <= {"แผนปฏิบัติการปะการัง"}


@pytest.mark.parametrize("where", ["ในการประชุมสุดยอดอาเซียน ครั้งที่ 40", "ในที่ประชุมสุดยอดอาเซียน ครั้งที่ 40"])
def test_the_name_of_a_document_ends_before_the_meeting_that_is_to_adopt_it(where: str) -> None:
    documents = {document for _, document in pairs(f"ผู้นำอาเซียนจะรับรอง{DECL}{where}", "adopted")}
    assert documents == {DECL}


_ASEAN_42, _ASEAN_30 = "การประชุมสุดยอดอาเซียน ครั้งที่ 42", "การประชุมคณะมนตรีประชาคมอาเซียน ครั้งที่ 30"


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("จะมีการรับรองร่างปฏิญญาว่าด้วยการค้าดิจิทัลในการประชุมสุดยอดอาเซียน ครั้งที่ 42", {_ASEAN_42}),
        (
            f"จะมีการเห็นชอบร่างปฏิญญาว่าด้วยการค้าดิจิทัลใน{_ASEAN_30} และ{_ASEAN_42}",
            {_ASEAN_30, _ASEAN_42},
        ),
        (f"จะนำร่างปฏิญญาว่าด้วยการค้าดิจิทัลไปรับรองใน{_ASEAN_42}", {_ASEAN_42}),
        (f"จะนำร่างปฏิญญาว่าด้วยการค้าดิจิทัลเสนอให้ผู้นำอาเซียนรับรองใน{_ASEAN_42}", {_ASEAN_42}),
        (
            f"ร่างปฏิญญาว่าด้วยการค้าดิจิทัล ที่จะเสนอต่อผู้นำอาเซียนเพื่อรับรองและรับทราบใน{_ASEAN_42}",
            {_ASEAN_42},
        ),
        (f"ไทยสนับสนุนการรับรองร่างปฏิญญาว่าด้วยการค้าดิจิทัลใน{_ASEAN_42}", set()),
        (f"จะนำร่างปฏิญญาว่าด้วยการค้าดิจิทัลไปหารือใน{_ASEAN_42}", set()),
    ],
)
def test_what_is_brought_before_a_meeting_for_adoption_is_to_be_adopted_by_it(
    told: str, at: set[str]
) -> None:
    found = facts_of(f"โฆษกเปิดเผยว่า {told}", "adopted")
    assert found == {(meeting, "ร่างปฏิญญาว่าด้วยการค้าดิจิทัล", "Planned") for meeting in at}


def test_the_meeting_that_is_on_adopts_and_not_one_named_by_the_way() -> None:
    text = (
        "เมื่อวันที่ 5 มีนาคม 2567 นายสมชาย ใจดี เข้าร่วมการประชุมรัฐมนตรีเกษตรอาเซียน ครั้งที่ 42 โดยพิจารณาเอกสารที่จะเสนอต่อ"
        "การประชุมสุดยอดอาเซียน ครั้งที่ 50 อีกทั้งที่ประชุมมีการรับรองร่างถ้อยแถลงร่วมว่าด้วยความมั่นคงทางอาหาร"
    )
    assert {s for s, _, _ in facts_of(text, "adopted")} == {"การประชุมรัฐมนตรีเกษตรอาเซียน ครั้งที่ 42"}


PAPER = "บันทึกความเข้าใจว่าด้วยปะการัง"


@pytest.mark.parametrize(
    "told",
    [
        f"{PAPER}ที่ไทยและลาวลงนามร่วมกันเมื่อปี 2560 จะหมดอายุลง",
        f"{PAPER} ซึ่งไทยและลาวได้ลงนามไว้แล้ว จะหมดอายุลง",
        f"{PAPER} (MOU) ที่รัฐบาลไทยกับรัฐบาลลาวร่วมกันลงนาม จะหมดอายุลง",
        f"{PAPER}ลงนามโดยไทยและลาว",
        f"{PAPER}ได้ลงนามโดยไทยและลาว",
    ],
)
def test_who_is_told_of_a_document_to_sign_it_signs_it(told: str) -> None:
    assert pairs(told, "signed") == {("ไทย", PAPER), ("ลาว", PAPER)}


@pytest.mark.parametrize(
    "told",
    ["ซึ่งลงนามเมื่อวันที่ 9 พฤษภาคม 2565", "ได้รับการลงนามแล้ว", "ลงนามเมื่อวันที่ 9 พฤษภาคม 2565", " ที่ลงนามเมื่อปี 2565"],
)
def test_a_document_that_is_told_to_be_signed_those_sign_between_whom_it_is(told: str) -> None:
    paper = "ความตกลงว่าด้วยปะการังระหว่างไทยกับเปรู"
    assert pairs(f"{paper}{told}", "signed") == {("ไทย", paper), ("เปรู", paper)}


@pytest.mark.parametrize(
    "told",
    [
        f"ทั้งสองฝ่ายเห็นพ้องให้ทบทวน{PAPER}ที่ทั้งสองฝ่ายลงนามไปแล้ว",
        f"ทั้งสองฝ่ายเห็นพ้องให้ทบทวน{PAPER}ทั้งสองฝ่ายลงนามไปแล้ว",
        f"ทั้งสองฝ่ายกล่าวถึง{PAPER} ซึ่งทั้งสองประเทศได้ลงนามร่วมกัน",
        f"ทั้งสองฝ่ายกล่าวถึง{PAPER} ซึ่งลงนามโดยรัฐมนตรีของทั้งสองประเทศ",
    ],
)
def test_what_both_sides_of_a_talk_are_told_to_have_signed_their_states_signed(told: str) -> None:
    assert pairs(f"{TALK}\n{told}", "signed") == {("ไทย", PAPER), ("ลาว", PAPER)}


def test_a_document_that_has_no_other_name_is_told_by_who_signs_it() -> None:
    text = f"{TALK}\nลาวเสนอข้อตกลงที่ทั้งสองฝ่ายลงนามร่วมกันฉบับใหม่"
    assert {what for _, what in pairs(text, "proposed")} == {"ข้อตกลงที่ทั้งสองฝ่ายลงนามร่วมกันฉบับใหม่"}


@pytest.mark.parametrize("told", ["ได้รับการรับรองใน", "ที่ได้รับการรับรองใน", "จะได้รับการรับรองใน"])
def test_the_name_of_a_document_ends_before_what_is_done_to_it(told: str) -> None:
    assert pairs(f"{DECL}{told}{MEETING}", "adopted") == {(MEETING, DECL)}


@pytest.mark.parametrize(
    ("told", "partners"),
    [
        ("ลงนามบันทึกข้อตกลงกับกรมสาหร่าย", {"กรมสาหร่าย"}),
        ("ลงนามบันทึกข้อตกลงความร่วมมือ (MOU) ร่วมกับ กรมสาหร่าย และกรมหอยมุก เพื่อเพาะพันธุ์", {"กรมสาหร่าย", "กรมหอยมุก"}),
        ("จะลงนามบันทึกข้อตกลงว่าด้วยปะการังกับกรมสาหร่ายในเดือนหน้า", {"กรมสาหร่าย"}),
        ("ลงนามความตกลงว่าด้วยปะการังกับเปรูและชิลี", {"เปรู", "ชิลี"}),
        ("ลงนามบันทึกข้อตกลงเกี่ยวกับสาหร่าย", set()),
        ("ลงนามบันทึกข้อตกลงว่าด้วยปะการัง โดยจะประสานกับกรมสาหร่ายต่อไป", set()),
        ("ลงนามบันทึกข้อตกลงว่าด้วยปะการัง พร้อมกับชิลีเปิดสถานกงสุล", set()),
        ("ลงนามบันทึกข้อตกลงว่าด้วยปะการัง สอดคล้องกับเปรูและชิลีที่มุ่งอนุรักษ์", set()),
        ("ลงนามบันทึกข้อตกลงที่สอดรับกับสหประชาชาติ", set()),
        ("ลงนามบันทึกข้อตกลงว่าด้วยปะการัง ควบคู่กับเปรูประกาศมาตรการ", set()),
    ],
)
def test_the_body_or_state_with_which_something_is_signed_signs_it_too(told: str, partners: set[str]) -> None:
    assert {who for who, _ in pairs(f"กรมปะการัง{told}", "signed")} == {"กรมปะการัง"} | partners


def test_who_signs_at_a_ceremony_with_whom_signs_what_it_is_for() -> None:
    text = f"พิธีลงนาม{PAPER} จัดขึ้นที่กรุงเทพฯ โดยมี{MIN} ลงนามร่วมกับนายบุนมี แสงดาว รัฐมนตรีว่าการกระทรวงวัฒนธรรมลาว"
    assert {who for who, _ in pairs(text, "signed")} == {"ธนดล รุ่งเรืองกิจ", "บุนมี แสงดาว"}


def test_a_project_that_is_signed_is_a_document() -> None:
    assert pairs("กรมปะการังลงนามในโครงการแลกเปลี่ยนพันธุ์ปะการัง", "signed") == {
        ("กรมปะการัง", "โครงการแลกเปลี่ยนพันธุ์ปะการัง")
    }


def test_the_name_of_a_body_ends_before_what_it_resolves() -> None:
    adopted = pairs(f"คณะกรรมการปะการังมีมติเห็นชอบ{DECL}", "adopted")
    assert adopted == {("คณะกรรมการปะการัง", DECL)}


@pytest.mark.parametrize(
    "told",
    ["ได้รับความเห็นชอบจาก", "ผ่านความเห็นชอบจาก", "ได้รับอนุมัติจาก", " ซึ่งได้รับความเห็นชอบจาก", "ได้รับการรับรองจาก"],
)
def test_from_whom_a_document_has_its_approval_adopts_it(told: str) -> None:
    assert pairs(f"{DECL}{told}คณะกรรมการปะการังแล้ว", "adopted") == {("คณะกรรมการปะการัง", DECL)}


@pytest.mark.parametrize(
    "told",
    [
        "ยังไม่ได้รับความเห็นชอบจาก",
        "ไม่ผ่านความเห็นชอบจาก",
        "มิได้ผ่านความเห็นชอบจาก",
        "ไม่เคยได้รับการรับรองจาก",
        "ไม่ได้รับอนุมัติจาก",
    ],
)
def test_a_document_that_is_denied_its_approval_is_not_adopted(told: str) -> None:
    adopted = facts_of(f"{DECL} {told}คณะกรรมการปะการัง", "adopted")
    assert adopted == {("คณะกรรมการปะการัง", DECL, NEGATED)}


def test_an_approval_that_is_only_supposed_is_none() -> None:
    assert not pairs(f"หาก{DECL}ได้รับความเห็นชอบจากคณะกรรมการปะการัง", "adopted")


def test_who_gets_an_approval_approves_nothing() -> None:
    text = "กรมปะการังได้รับความเห็นชอบวงเงินงบประมาณจากคณะกรรมการปะการังแล้ว"
    assert not pairs(text, "supported")


@pytest.mark.parametrize(
    "told",
    [
        " ซึ่งคณะรัฐมนตรีเห็นชอบไปแล้ว",
        "ที่คณะรัฐมนตรีมีมติเห็นชอบเมื่อวันที่ 1 มีนาคม 2565",
        "ที่คณะรัฐมนตรีเพิ่งให้ความเห็นชอบ",
        " (DSC) ที่คณะรัฐมนตรีรับรองเมื่อปี 2560",
    ],
)
def test_who_is_told_of_a_document_to_adopt_it_adopts_it(told: str) -> None:
    assert pairs(f"{DECL}{told} จะมีผลในปีหน้า", "adopted") == {("คณะรัฐมนตรี", DECL)}


@pytest.mark.parametrize("visited", ["ไทย", "ประเทศไทย"])
def test_a_state_that_is_visited_and_then_named_as_signing_signs(visited: str) -> None:
    text = f"ระหว่างการเยือน{visited} {visited}และลาวได้ลงนามบันทึกความเข้าใจว่าด้วยปะการัง"
    memo = "บันทึกความเข้าใจว่าด้วยปะการัง"
    assert pairs(text, "signed") == {("ไทย", memo), ("ลาว", memo)}
