"""What is said, wished and supported: where it begins and ends, and whose it is."""

from __future__ import annotations

import pytest
from reading import facts_of

from kg.lexicon import read_table

ACTUAL, PLANNED = "Actual", "Planned"
_TALK = "นายสมชาย ใจดี นายกรัฐมนตรี พบหารือกับนายโสภา วิเรียะ นายกรัฐมนตรีกัมพูชา "


def _objects(text: str, predicate: str) -> set[str]:
    return {object_ for _, object_, _ in facts_of(text, predicate)}


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("นายกรัฐมนตรีพร้อมกระชับความร่วมมือด้านการเกษตร", "ความร่วมมือด้านการเกษตร"),
        ("นายกรัฐมนตรียินดีที่จะสานต่อความร่วมมือด้านแรงงานให้แน่นแฟ้นยิ่งขึ้น", "ความร่วมมือด้านแรงงาน"),
        ("นายกรัฐมนตรีพร้อมยกระดับด่านชายแดนระหว่างกัน", "ยกระดับด่านชายแดนระหว่างกัน"),
        ("นายกรัฐมนตรีพร้อมร่วมมือกับหน่วยงานของไทยเพื่อจัดงานฉลองครบรอบ", "จัดงานฉลองครบรอบ"),
        ("นายกรัฐมนตรีให้ความสำคัญอย่างยิ่งต่อการปราบปรามยาเสพติด", "การปราบปรามยาเสพติด"),
        ("นายกรัฐมนตรียินดีที่การค้าชายแดนมีมูลค่าเพิ่มขึ้น", "การค้าชายแดน"),
    ],
)
def test_readiness_and_resolve_are_support_of_what_they_are_for(said: str, topic: str) -> None:
    assert facts_of(_TALK + said, "supported") == {("สมชาย ใจดี", topic, ACTUAL)}


def test_a_courtesy_is_no_support() -> None:
    assert facts_of(_TALK + "นายกรัฐมนตรียินดีที่ได้พบกันอีกครั้ง", "supported") == set()


def test_what_somebody_is_thanked_for_is_not_of_whoever_thanks() -> None:
    supporters = {s for s, _, _ in facts_of(_TALK + "นายกรัฐมนตรีขอบคุณกัมพูชาที่สนับสนุนการค้าชายแดน", "supported")}
    assert supporters == {"กัมพูชา"}


def test_what_a_talk_is_for_is_what_it_is_about() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรี จะหารือกับนายโสภา วิเรียะ นายกรัฐมนตรีกัมพูชา "
        "เพื่อส่งเสริมความร่วมมือทางเศรษฐกิจ การค้าชายแดน และการท่องเที่ยว"
    )
    assert _objects(text, "discussed") == {"ความร่วมมือทางเศรษฐกิจ", "การค้าชายแดน", "การท่องเที่ยว"}


def test_wanting_to_promote_is_proposing_the_issues_that_are_listed() -> None:
    text = (
        "นายกรัฐมนตรีเข้าร่วมการประชุมผู้นำเอเปค ครั้งที่ 29 ณ กรุงเทพฯ โดยประเด็นที่ไทยต้องการผลักดันในช่วงการเป็นเจ้าภาพ "
        "อาทิ การฟื้นฟูเศรษฐกิจ และความมั่นคงทางอาหาร"
    )
    assert facts_of(text, "proposed") == {
        ("ไทย", "การฟื้นฟูเศรษฐกิจ", PLANNED),
        ("ไทย", "ความมั่นคงทางอาหาร", PLANNED),
    }


def test_a_head_that_announces_a_list_is_none_of_its_items() -> None:
    text = "ไทยและญี่ปุ่นพร้อมที่จะใช้ประโยชน์จากกลไกความร่วมมือต่าง ๆ ที่มีอยู่ เช่น อาเซียน ACMECS และเอเปค"
    assert _objects(text, "supported") == {
        "อาเซียน",
        "ยุทธศาสตร์ความร่วมมือทางเศรษฐกิจอิรวดี-เจ้าพระยา-แม่โขง",
        "ความร่วมมือทางเศรษฐกิจในเอเชีย-แปซิฟิก",
    }


def test_a_theme_is_discussed_and_no_initiative() -> None:
    text = "การประชุมรัฐมนตรีคลังอาเซียน ครั้งที่ 10 ณ กรุงจาการ์ตา จัดขึ้นภายใต้แนวคิดหลัก “ประชาคมเข้มแข็ง”"
    assert _objects(text, "discussed") == {"“ประชาคมเข้มแข็ง”"}


def test_a_body_without_a_talk_goes_on_with_the_one_of_the_headline() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรี หารือทวิภาคีกับนายโสภา วิเรียะ นายกรัฐมนตรีกัมพูชา\n\n"
        "ทั้งสองฝ่ายยินดีต่อความก้าวหน้าของการค้าชายแดน และเห็นพ้องในการป้องกันอาชญากรรมข้ามชาติ"
    )
    supporters = {s for s, _, _ in facts_of(text, "supported")}
    assert supporters == {"~"}


def test_stances_and_acts_stand_once_in_their_table() -> None:
    forms = [row["form"] for row in read_table("stances")]
    assert len(forms) == len(set(forms))
    assert {row["kind"] for row in read_table("stances")} == {
        "stance",
        "wish",
        "need",
        "act",
        "work",
        "deed",
    }


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (
            "นายกรัฐมนตรีเห็นว่า ทั้งสองฝ่ายควรเพิ่มพูนความร่วมมือทางไซเบอร์",
            {("สมชาย ใจดี", "ความร่วมมือทางไซเบอร์", ACTUAL)},
        ),
        ("นายกรัฐมนตรีหวังว่ากัมพูชาจะสนับสนุนการเปิดด่านชายแดน", {("สมชาย ใจดี", "การเปิดด่านชายแดน", ACTUAL)}),
    ],
)
def test_what_somebody_says_must_be_done_or_hopes_of_another_he_proposes(
    said: str, facts: set[tuple[str, str, str]]
) -> None:
    assert facts_of(_TALK + said, "proposed") == facts
    assert facts_of(_TALK + said, "supported") == set()


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("นายกรัฐมนตรียินดีที่กัมพูชาเป็นคู่ค้าอันดับหนึ่งในภูมิภาค", "กัมพูชาเป็นคู่ค้าอันดับหนึ่งในภูมิภาค"),
        ("นายกรัฐมนตรีพร้อมทำงานร่วมกับกัมพูชา เพื่อส่งเสริมความร่วมมือด้านการศึกษา", "ความร่วมมือด้านการศึกษา"),
        ("นายกรัฐมนตรีมีความยินดีเป็นอย่างยิ่งที่จะกระชับความร่วมมือด้านแรงงาน", "ความร่วมมือด้านแรงงาน"),
    ],
)
def test_support_is_of_the_whole_sentence_or_of_the_end_that_one_works_to(said: str, whole: str) -> None:
    assert facts_of(_TALK + said, "supported") == {("สมชาย ใจดี", whole, ACTUAL)}


def test_a_paragraph_between_goes_on_with_the_proposals_of_the_lines() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรี เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 60\n\n"
        "ในโอกาสนี้ นายกรัฐมนตรีได้เสนอ 2 ประเด็น ดังนี้\n\n"
        "1. การเปิดด่านชายแดนระหว่างกัน\n\nทั้งนี้ ภูมิภาคเผชิญความไม่แน่นอนหลายด้าน\n\n2. การแก้ไขข้อขัดแย้งโดยสันติ"
    )
    assert _objects(text, "proposed") == {"การเปิดด่านชายแดนระหว่างกัน", "การแก้ไขข้อขัดแย้งโดยสันติ"}
    assert _objects(text, "discussed") == set()


def test_what_somebody_says_must_be_done_he_is_for_and_what_he_only_mentions_is_nothing() -> None:
    must = _TALK + "นายกรัฐมนตรีกล่าวว่า ทั้งสองฝ่ายต้องส่งเสริมความร่วมมือด้านแรงงาน"
    assert facts_of(must, "supported") == {("สมชาย ใจดี", "ความร่วมมือด้านแรงงาน", ACTUAL)}
    dwells = _TALK + "นายกรัฐมนตรีกล่าวถึงความสัมพันธ์อันยาวนานระหว่างสองประเทศ"
    assert {s for s, _, _ in facts_of(dwells, "supported")} == {"สมชาย ใจดี"}
    mentions = _TALK + "นายกรัฐมนตรีกล่าวถึงฝนที่ตกหนัก"
    assert facts_of(mentions, "discussed") == facts_of(mentions, "supported") == set()


def test_who_only_aims_at_something_is_not_told_to_be_for_it() -> None:
    assert facts_of(_TALK + "โดยมุ่งเพิ่มปริมาณการค้าชายแดน", "supported") == set()


def test_goods_that_are_approved_are_not_supported() -> None:
    assert facts_of("กระทรวงพาณิชย์ได้รับรองถิ่นกำเนิดสินค้าแล้ว", "supported") == set()


def test_the_particulars_of_a_list_stand_behind_how_something_is_to_be_done() -> None:
    text = _TALK + (
        "นายกรัฐมนตรีพร้อมกระชับความร่วมมือระหว่างกันให้เกิดผลเป็นรูปธรรม โดยเฉพาะในสาขาพลังงาน การเกษตร และการท่องเที่ยว"
    )
    assert _objects(text, "supported") == {"ความร่วมมือระหว่างกัน", "พลังงาน", "การเกษตร", "การท่องเที่ยว"}


def test_what_there_is_to_be_a_chance_for_is_still_to_come() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรี จะเข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 60 "
        "ซึ่งจะเป็นโอกาสให้รัฐมนตรีว่าการกระทรวงการคลังและผู้ว่าการธนาคารกลางของประเทศสมาชิกทั้งหมดได้หารือเกี่ยวกับการเงินสีเขียว"
    )
    assert {mood for _, _, mood in facts_of(text, "discussed")} == {PLANNED}


def test_a_theme_is_that_of_the_meeting_named_right_before_it() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรี เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 60 ก่อนเป็นประธาน"
        "การประชุมรัฐมนตรีคลังอาเซียน ครั้งที่ 10 ภายใต้หัวข้อหลัก “เติบโตไปด้วยกัน”"
    )
    assert {meeting for meeting, _, _ in facts_of(text, "discussed")} == {"การประชุมรัฐมนตรีคลังอาเซียน ครั้งที่ 10"}


def test_what_somebody_is_asked_to_do_is_proposed_to_him_and_not_done() -> None:
    text = _TALK + "โดยนายกรัฐมนตรีขอให้กัมพูชาช่วยพิจารณาการเปิดด่านชายแดน และสนับสนุนการค้าเสรี"
    assert facts_of(text, "proposed") == {("สมชาย ใจดี", "การเปิดด่านชายแดน", ACTUAL)}
    assert facts_of(text, "discussed") == set()
    assert facts_of(text, "supported") == {("สมชาย ใจดี", "การค้าเสรี", ACTUAL)}


def test_to_what_end_two_sides_talk_is_no_proposal() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรีไทย และนายอันนัน ดีวา นายกรัฐมนตรีอินเดีย "
        "ร่วมหารือทวิภาคีเพื่อผลักดันความร่วมมือระหว่างทั้ง 2 ประเทศ"
    )
    assert _objects(text, "discussed") == {"ความร่วมมือระหว่างทั้ง 2 ประเทศ"}
    assert facts_of(text, "proposed") == set()


def test_a_talk_that_is_only_reported_is_not_the_one_that_is_on() -> None:
    text = (
        _TALK + "เมื่อวันที่ 3 มีนาคม 2566\n\nนายกรัฐมนตรีกัมพูชา กล่าวว่า ได้หารือกับสำนักงานคณะกรรมการส่งเสริมการลงทุนแล้ว\n\n"
        "ด้านเศรษฐกิจ การค้าชายแดน ทั้งสองฝ่ายเห็นพ้องในการเปิดด่านชายแดน"
    )
    talks = {s for s, o, _ in facts_of(text, "attended") if o == "~"}
    assert "สมชาย ใจดี" in talks
    assert _objects(text, "discussed") == {"เศรษฐกิจ", "การค้าชายแดน"}


def test_a_state_in_a_name_in_latin_letters_does_not_act() -> None:
    text = "นายสมชาย ใจดี นายกรัฐมนตรีไทย หารือกับ CEO ของ Air India และผู้บริหาร Bank of China"
    assert {s for s, _, _ in facts_of(text, "attended")} <= {"สมชาย ใจดี"}


def test_what_is_sure_to_help_is_no_act_of_who_is_sure_of_it() -> None:
    text = _TALK + "นายกรัฐมนตรีเชื่อมั่นว่า ประสบการณ์ของเอกอัครราชทูตจะมีส่วนสนับสนุนความสัมพันธ์ทวิภาคี"
    assert facts_of(text, "supported") == set()


def test_an_important_matter_is_told_without_that_word() -> None:
    text = _TALK + "โดยได้หารือในประเด็นสำคัญด้านการคมนาคมขนส่ง"
    assert _objects(text, "discussed") == {"การคมนาคมขนส่ง"}


def test_a_visit_prepared_for_and_over_is_past() -> None:
    text = (
        _TALK
        + "พร้อมทั้งขอบคุณสำหรับการเตรียมการต้อนรับนายโสภา วิเรียะ นายกรัฐมนตรีกัมพูชา "
        + "ในโอกาสเดินทางเยือนประเทศไทย เมื่อเดือนพฤศจิกายนที่ผ่านมา"
    )
    assert {m for _, _, m in facts_of(text, "visited")} == {ACTUAL}


def test_what_a_page_tells_that_announces_a_programme_is_still_to_come() -> None:
    text = (
        "เผยกำหนดการนายกรัฐมนตรีเยือนกัมพูชา\n\nวันที่ 3 มีนาคม 2566\n\n"
        "วันนี้ (3 มีนาคม 2566) นายสมชาย ใจดี นายกรัฐมนตรี พบหารือกับนายโสภา วิเรียะ นายกรัฐมนตรีกัมพูชา ณ กรุงพนมเปญ"
    )
    assert {m for _, _, m in facts_of(text, "metWith")} == {PLANNED}
    assert {m for _, _, m in facts_of(text, "heldOn")} == {PLANNED}


def test_a_headline_without_a_talk_praises_what_is_told_below() -> None:
    below = "วันที่ 3 มีนาคม 2566 นายสมชาย ใจดี นายกรัฐมนตรี ให้ความสำคัญต่อการปราบปรามยาเสพติด"
    text = f"นายกรัฐมนตรีหนุนการค้าชายแดน ย้ำการแก้ปัญหายาเสพติด\n\nวันที่ 3 มีนาคม 2566\n\n{below}"
    assert _objects(text, "supported") == {"การปราบปรามยาเสพติด"}


def test_what_two_states_are_to_each_other_they_do_not_say() -> None:
    text = _TALK + (
        "\n\nนายโสภา วิเรียะ กล่าวว่า ยินดีที่ได้พบกัน โดยไทยและกัมพูชามีความสัมพันธ์ใกล้ชิด พร้อมยืนยันจะสานต่อการค้าชายแดน"
    )
    assert facts_of(text, "supported") == {("โสภา วิเรียะ", "การค้าชายแดน", ACTUAL)}


def test_an_approach_behind_a_space_is_the_next_topic() -> None:
    text = _TALK + "โดยได้หารือเกี่ยวกับนโยบายด้านคมนาคมขนส่งของรัฐบาลไทย แนวทางการส่งเสริมยานยนต์ไฟฟ้า"
    assert _objects(text, "discussed") == {
        "นโยบายด้านคมนาคมขนส่งของรัฐบาลไทย",
        "แนวทางการส่งเสริมยานยนต์ไฟฟ้า",
    }


def test_bodies_of_a_list_propose_each_for_itself() -> None:
    listed = "กระทรวงการคลัง กระทรวงแรงงาน และกระทรวงพลังงาน เสนอโครงการทะเลสีคราม"
    bodies = {"กระทรวงการคลัง", "กระทรวงแรงงาน", "กระทรวงพลังงาน"}
    assert {s for s, _, _ in facts_of(listed, "proposed")} == bodies


@pytest.mark.parametrize(
    ("asked", "deed"),
    [
        ("ขอให้ฝ่ายกัมพูชาแจ้งชื่อผู้ประสานงานด้านประมง", "แจ้งชื่อผู้ประสานงานด้านประมง"),
        ("ขอให้ที่ประชุมร่วมกันกำหนดแนวทางแก้ไขปัญหาน้ำแล้ง", "กำหนดแนวทางแก้ไขปัญหาน้ำแล้ง"),
        ("ขอให้กัมพูชาสนับสนุนไทยในการสมัครเป็นสมาชิกสภาประมงโลก", "การสมัครเป็นสมาชิกสภาประมงโลก"),
        ("เชิญชวนให้ผู้แทนกัมพูชาเดินทางไปศึกษาดูงานด้านการเลี้ยงกุ้ง", "ผู้แทนกัมพูชาเดินทางไปศึกษาดูงานด้านการเลี้ยงกุ้ง"),
        ("เสนอให้มีเวทีธุรกิจประมงระหว่างสองประเทศ", "เวทีธุรกิจประมงระหว่างสองประเทศ"),
    ],
)
def test_what_somebody_is_asked_to_do_is_proposed_whatever_it_begins_with(asked: str, deed: str) -> None:
    assert facts_of(f"{_TALK}นายกรัฐมนตรี{asked}", "proposed") == {("สมชาย ใจดี", deed, ACTUAL)}


@pytest.mark.parametrize("asked", ["ขอให้ผู้ประกอบการไทย", "ขอให้กัมพูชาประสบความสำเร็จ", "ขอให้ประชาชนพกร่มไว้เสมอ"])
def test_people_without_a_deed_a_wish_and_advice_to_everybody_propose_nothing(asked: str) -> None:
    assert facts_of(f"{_TALK}นายกรัฐมนตรี{asked}", "proposed") == set()


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("ยินดีอย่างยิ่งที่การค้าชายแดนมีมูลค่าเพิ่มขึ้น", {"การค้าชายแดน"}),
        ("แสดงความยินดีที่กัมพูชาเป็นคู่ค้าอันดับหนึ่งในภูมิภาค", {"กัมพูชาเป็นคู่ค้าอันดับหนึ่งในภูมิภาค"}),
        ("แสดงความชื่นชมและขอบคุณต่อบทบาทด้านการประมงของกัมพูชา", {"บทบาทด้านการประมงของกัมพูชา"}),
        ("ยืนยันการสนับสนุนกัมพูชาเป็นเจ้าภาพการแข่งขันกีฬา", {"กัมพูชาเป็นเจ้าภาพการแข่งขันกีฬา"}),
        ("ยินดีอย่างยิ่งที่ได้พบกันอีกครั้ง", set()),
        ("แสดงความยินดีที่เข้ารับตำแหน่งประธานสมาคม", set()),
    ],
)
def test_gladness_is_support_in_whatever_words_and_courtesy_is_none(said: str, topics: set[str]) -> None:
    assert _objects(f"{_TALK}นายกรัฐมนตรี{said}", "supported") == topics


@pytest.mark.parametrize("agree", ["เห็นพ้องกันที่จะ", "เห็นพ้องกัน ที่จะ", "เห็นพ้องตรงกันที่จะ", "เห็นพ้องต้องกันที่จะ"])
def test_agreeing_is_read_in_all_its_forms(agree: str) -> None:
    assert _objects(f"ไทยและกัมพูชา{agree}เสริมสร้างความร่วมมือด้านการประมง", "supported") == {
        "ความร่วมมือด้านการประมง"
    }


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("ย้ำความมุ่งมั่นที่แน่วแน่ของไทยในการอนุรักษ์ปะการัง", "การอนุรักษ์ปะการัง"),
        ("เน้นย้ำเจตนารมณ์และความพร้อมของไทยในการอนุรักษ์ปะการัง", "การอนุรักษ์ปะการัง"),
        ("ย้ำความมุ่งมั่นของไทยในประเด็นการอนุรักษ์ปะการัง", "การอนุรักษ์ปะการัง"),
        ("แสดงเจตจำนงที่จะยกระดับด่านประมง", "ยกระดับด่านประมง"),
        ("พร้อมสนับสนุนโอกาสในการขยายความร่วมมือด้านประมง", "โอกาสในการขยายความร่วมมือด้านประมง"),
    ],
)
def test_resolve_is_for_what_it_is_to_do_whatever_is_told_of_it(said: str, topic: str) -> None:
    assert facts_of(f"{_TALK}นายกรัฐมนตรี{said}", "supported") == {("สมชาย ใจดี", topic, ACTUAL)}


@pytest.mark.parametrize(
    "both",
    ["โดยต่าง", "สองประเทศ", "รัฐมนตรีทั้งสองประเทศ", "นายกรัฐมนตรีไทยและกัมพูชา", "ผู้นำไทยและกัมพูชา"],
)
def test_the_two_sides_of_a_talk_are_the_talk_however_they_are_called(both: str) -> None:
    assert facts_of(f"{_TALK}{both}เน้นย้ำถึงความสำคัญของการค้าชายแดน", "supported") == {
        ("~", "ความสำคัญของการค้าชายแดน", ACTUAL)
    }


def test_a_matter_is_told_without_the_words_that_lead_to_it() -> None:
    text = _TALK + "เพื่อแลกเปลี่ยนข้อคิดเห็นในประเด็นที่เกี่ยวกับการผลักดันการส่งออกกุ้ง"
    assert _objects(text, "discussed") == {"การผลักดันการส่งออกกุ้ง"}


@pytest.mark.parametrize(
    ("said", "by", "topic"),
    [
        ("ขอบคุณกัมพูชาที่เสนอความร่วมมือด้านแรงงาน", "กัมพูชา", "ความร่วมมือด้านแรงงาน"),
        ("เชิญชวนให้กัมพูชาพิจารณาไทยเป็นฐานการเลี้ยงกุ้ง", "สมชาย ใจดี", "ไทยเป็นฐานการเลี้ยงกุ้ง"),
        ("ได้เสนอแนะให้กัมพูชาใช้เรือประมงไฟฟ้า", "สมชาย ใจดี", "ใช้เรือประมงไฟฟ้า"),
        ("มีข้อเสนอในการเพิ่มเที่ยวบินตรง", "สมชาย ใจดี", "เพิ่มเที่ยวบินตรง"),
    ],
)
def test_advice_offers_and_what_somebody_is_thanked_for_proposing_are_proposals(
    said: str, by: str, topic: str
) -> None:
    assert facts_of(f"{_TALK}นายกรัฐมนตรี{said}", "proposed") == {(by, topic, ACTUAL)}


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("พร้อมสนับสนุนให้ผู้ประกอบการไทยไปลงทุนในกัมพูชา", "ผู้ประกอบการไทยไปลงทุนในกัมพูชา"),
        ("ชื่นชมที่กัมพูชาเป็นแหล่งท่องเที่ยวสำคัญของภูมิภาค", "กัมพูชาเป็นแหล่งท่องเที่ยวสำคัญของภูมิภาค"),
    ],
)
def test_what_others_do_or_are_may_be_supported_and_praised(said: str, topic: str) -> None:
    assert facts_of(f"{_TALK}นายกรัฐมนตรี{said}", "supported") == {("สมชาย ใจดี", topic, ACTUAL)}


def test_many_matters_are_named_behind_the_word_that_leads_to_them() -> None:
    text = _TALK + "โดยได้หารือในหลายประเด็นสำคัญถึงความร่วมมือในการอนุรักษ์ปะการัง"
    assert _objects(text, "discussed") == {"ความร่วมมือในการอนุรักษ์ปะการัง"}


@pytest.mark.parametrize("office", ["ผู้แทนการค้าไทย", "เลขาธิการอาเซียน"])
def test_an_office_whose_house_is_in_its_name_may_be_told_right_before_what_it_says(office: str) -> None:
    text = f"นายสมชาย ใจดี {office} พบหารือกับนายโสภา วิเรียะ โอกาสนี้ {office}เน้นย้ำถึงการส่งออกข้าว"
    assert ("สมชาย ใจดี", "การส่งออกข้าว", ACTUAL) in facts_of(text, "supported")


def test_what_else_is_wished_for_is_no_part_of_what_is_supported() -> None:
    text = _TALK + "นายกรัฐมนตรีสนับสนุนการส่งออกข้าวและต้องการที่จะเห็นการค้าชายแดน"
    assert _objects(text, "supported") == {"การส่งออกข้าว", "การค้าชายแดน"}
