"""Meetings that a text lists, occasions told aside, and words that only look like somebody or some act."""

from __future__ import annotations

import pytest
from reading import all_facts, facts_of, read

from kg.documents import read_document
from kg.extract import extract

ACTUAL = "Actual"
SOMCHAI, JOHN, PETER = "สมชาย ใจดี", "จอห์น สมิธ", "ปีเตอร์ ทอม"
_SOMCHAI = "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน "
_JOHN = "นายจอห์น สมิธ รัฐมนตรีพลังงานออสเตรเลีย "
_ON_THE_FIFTH = "เมื่อวันที่ 5 มีนาคม 2567 "
_FORTY_FIRST = "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41"


def _pairs(text: str, predicate: str) -> set[tuple[str, str]]:
    return {(subject, object_) for subject, object_, _ in facts_of(text, predicate)}


def test_who_comes_to_the_meeting_that_leads_a_list_comes_to_each_of_them() -> None:
    text = (
        f"{_SOMCHAI}เข้าร่วม{_FORTY_FIRST} และการประชุมที่เกี่ยวข้อง ที่กรุงฮานอย ดังนี้\n"
        "1. การประชุมรัฐมนตรีพลังงานอาเซียนบวกสาม ครั้งที่ 20\n"
        "2. วันที่ 6 มีนาคม 2567 การประชุมรัฐมนตรีพลังงานเอเชียตะวันออก ครั้งที่ 17"
    )
    plus_three = "การประชุมรัฐมนตรีพลังงานอาเซียนบวกสาม ครั้งที่ 20"
    east_asia = "การประชุมรัฐมนตรีพลังงานเอเชียตะวันออก ครั้งที่ 17"
    assert _pairs(text, "attended") == {(SOMCHAI, m) for m in (_FORTY_FIRST, plus_three, east_asia)}
    assert _pairs(text, "heldAt") == {(m, "ฮานอย") for m in (_FORTY_FIRST, plus_three, east_asia)}
    assert _pairs(text, "heldOn") == {(east_asia, "2024-03-06")}
    assert _pairs(text, "partOf") == set()


@pytest.mark.parametrize(
    "lead", [" และการประชุมอื่น ๆ ที่เกี่ยวข้อง ได้แก่ ", " รวมทั้งการประชุมอื่น ๆ อาทิ ", " และการประชุมที่เกี่ยวข้อง ได้แก่ 1. "]
)
def test_who_comes_to_a_meeting_and_others_comes_to_those_named(lead: str) -> None:
    plus_three = "การประชุมรัฐมนตรีพลังงานอาเซียนบวกสาม ครั้งที่ 20"
    east_asia = "การประชุมรัฐมนตรีพลังงานเอเชียตะวันออก ครั้งที่ 17"
    text = f"{_SOMCHAI}เข้าร่วม{_FORTY_FIRST}{lead}{plus_three} และ{east_asia}"
    assert _pairs(text, "attended") == {(SOMCHAI, m) for m in (_FORTY_FIRST, plus_three, east_asia)}


def test_a_list_that_nobody_is_told_to_attend_gives_no_attendants() -> None:
    text = "การประชุมที่เกี่ยวข้อง มีดังนี้\n1. การประชุมรัฐมนตรีพลังงานอาเซียนบวกสาม ครั้งที่ 20"
    assert facts_of(text, "attended") == set()


def test_who_comes_for_a_meeting_is_the_guest_and_not_who_dines_him() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}จัดเลี้ยงรับรอง{_JOHN}ในโอกาสเดินทางมาร่วมการประชุมพลังงานโลก ครั้งที่ 5"
    assert _pairs(text, "attended") == {(JOHN, "การประชุมพลังงานโลก ครั้งที่ 5")}


def test_an_occasion_told_aside_does_not_end_the_talk_that_is_on() -> None:
    text = (
        f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับ{_JOHN}ในโอกาสเดินทางมาร่วมการประชุมพลังงานโลก ครั้งที่ 5 "
        "โดยทั้งสองฝ่ายหารือเรื่องพลังงานสะอาด"
    )
    talk = {subject for subject, _, _ in facts_of(text, "discussed")}
    assert talk
    assert "การประชุมพลังงานโลก ครั้งที่ 5" not in talk
    assert (SOMCHAI, "การประชุมพลังงานโลก ครั้งที่ 5") not in _pairs(text, "attended")


def test_an_hour_is_of_the_day_that_the_text_is_on() -> None:
    text = (
        f"วันที่ 5 มีนาคม 2567 เวลา 09.00 น. {_SOMCHAI}เยี่ยมชมโรงไฟฟ้าลำตะคอง "
        f"เวลา 11.00 น. นายสมชาย เข้าร่วม{_FORTY_FIRST}"
    )
    assert _pairs(text, "heldOn") == {(_FORTY_FIRST, "2024-03-05")}


def test_several_people_whom_one_talks_with_about_something_are_all_met() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือเรื่องพลังงานสะอาดกับ{_JOHN}และนายปีเตอร์ ทอม รัฐมนตรีพลังงานเดนมาร์ก"
    assert _pairs(text, "metWith") == {(SOMCHAI, JOHN), (SOMCHAI, PETER)}
    assert {topic for _, topic in _pairs(text, "discussed")} == {"พลังงานสะอาด"}


def test_a_group_of_whom_nobody_is_named_is_not_their_state() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับผู้แทนจากหน่วยงานที่เกี่ยวข้องของมาเลเซีย"
    assert _pairs(text, "metWith") == set()
    assert {who for who, _ in _pairs(text, "attended")} == {SOMCHAI}


def test_the_foreign_ministry_of_another_state_stands_for_that_state() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับนายปีเตอร์ ทอม ปลัดกระทรวงการต่างประเทศเดนมาร์ก"
    assert (PETER, "เดนมาร์ก") in _pairs(text, "represents")


def test_a_spokesman_by_capacity_holds_both_offices() -> None:
    text = f"นายสมชาย ใจดี ปลัดกระทรวงพลังงาน ในฐานะโฆษกกระทรวงพลังงาน หารือกับ{_JOHN}"
    held = {post for who, post in _pairs(text, "holdsPosition") if who == SOMCHAI}
    assert held == {"ปลัดกระทรวงพลังงาน", "โฆษกกระทรวงพลังงาน"}


def test_who_joins_in_a_welcome_is_of_the_retinue_and_stands_for_nobody() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับ{_JOHN}โดยมีนายสมบัติ ดีมาก ปลัดกระทรวงพลังงาน ร่วมให้การต้อนรับ"
    assert "สมบัติ ดีมาก" not in {who for who, _ in _pairs(text, "represents")}


def test_a_body_within_a_longer_latin_name_is_not_the_thai_one() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับ Mr. Peter Tom, Director, Cabinet Office of Denmark"
    names = {name for fact in all_facts(read(text)) for name in (fact[0], fact[2])}
    assert not any("คณะรัฐมนตรี" in name for name in names)


@pytest.mark.parametrize(
    "said",
    [
        "ใบรับรองถิ่นกำเนิดสินค้าเป็นเรื่องสำคัญ",
        "เรื่องดังกล่าวถึงเวลาแล้ว",
        "โรงงานสำหรับรองรับการลงทุนเสร็จแล้ว",
        "แรงผลักดันโครงการมีมาก",
    ],
)
def test_an_act_inside_another_word_is_no_act(said: str) -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}เข้าร่วม{_FORTY_FIRST} {said}"
    assert {p for _, p, _, _ in all_facts(read(text))}.isdisjoint({"adopted", "supported", "discussed"})


def test_a_lead_that_alone_names_the_meeting_is_read_as_the_first_paragraph() -> None:
    text = (
        f"รัฐมนตรีพลังงานร่วมประชุม\n\n{_SOMCHAI}เข้าร่วม{_FORTY_FIRST}\n\n"
        "ที่ประชุมหารือเรื่องพลังงานสะอาด โดยมีผู้แทนจากทุกประเทศเข้าร่วม"
    )
    extraction = extract(read_document(text.encode(), "lead.txt"))
    names = {entity.key: entity.name for entity in extraction.entities}
    discussed = {
        (names[a.subject], names[a.object]) for a in extraction.assertions if a.predicate == "discussed"
    }
    assert discussed == {(_FORTY_FIRST, "พลังงานสะอาด")}


def test_what_must_be_done_in_a_speech_is_proposed_by_the_speaker() -> None:
    text = (
        "ถ้อยแถลงของนายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน ในการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41\n"
        "วันที่ 5 มีนาคม 2567\n\n"
        "เราควรเร่งรัดการจัดทำระบบข้อมูลพลังงาน"
    )
    extraction = extract(read_document(text.encode(), "speech.txt"))
    names = {entity.key: entity.name for entity in extraction.entities}
    told = {(a.predicate, names[a.subject], names.get(a.object, a.object)) for a in extraction.assertions}
    assert ("proposed", SOMCHAI, "การจัดทำระบบข้อมูลพลังงาน") in told
    assert ("heldOn", _FORTY_FIRST, "2024-03-05") in told


def test_what_follows_a_planned_act_is_planned_too() -> None:
    text = f"{_SOMCHAI}จะหารือกับ{_JOHN}ก่อนเข้าร่วม{_FORTY_FIRST}"
    assert {mood for _, _, mood in facts_of(text, "attended")} == {"Planned"}


def test_whoever_a_sentence_opens_with_is_spoken_of_though_his_act_is_a_noun() -> None:
    text = (
        f"{_SOMCHAI}หารือกับ{_JOHN}นอกจากนี้ รัฐบาลญี่ปุ่นยังมีการส่งเสริมการวิจัยอย่างต่อเนื่อง "
        "โดยให้ความสำคัญกับเรื่องต่าง ๆ อาทิ การสร้างนวัตกรรมการเกษตร และการพัฒนาพันธุ์พืช"
    )
    assert _pairs(text, "supported") == {("ญี่ปุ่น", "การสร้างนวัตกรรมการเกษตร"), ("ญี่ปุ่น", "การพัฒนาพันธุ์พืช")}


def test_the_day_of_the_news_is_not_the_day_of_what_happened_before() -> None:
    text = f"วันนี้ (14 พฤศจิกายน 2567) เมื่อวันที่ 13 พฤศจิกายน 2567 {_SOMCHAI}เข้าร่วม{_FORTY_FIRST}"
    assert _pairs(text, "heldOn") == {(_FORTY_FIRST, "2024-11-13")}


def test_a_meeting_of_several_days_has_its_own_days_and_not_the_day_of_the_news() -> None:
    text = f"วันนี้ (3 กรกฎาคม 2568) {_SOMCHAI}จะเข้าร่วม{_FORTY_FIRST} ระหว่างวันที่ 6 - 7 กรกฎาคม 2568"
    assert _pairs(text, "heldOn") == {(_FORTY_FIRST, "2025-07-06/2025-07-07")}


def test_where_an_ambassador_resides_is_not_where_he_is_received() -> None:
    text = (
        f"{_SOMCHAI}ต้อนรับนายจอห์น สมิธ เอกอัครราชทูตทาจิกิสถานประจำประเทศไทย ถิ่นพำนัก ณ กรุงกัวลาลัมเปอร์ "
        "เมื่อวันที่ 6 กุมภาพันธ์ 2567"
    )
    assert facts_of(text, "heldAt") == set()


def test_a_post_before_a_name_in_a_bracket_is_not_that_of_the_bracket_before() -> None:
    text = (
        f"{_SOMCHAI}เข้าร่วม{_FORTY_FIRST} พร้อมด้วยรองผู้ว่าราชการจังหวัดนครราชสีมา (นายภูมิ วังดี) "
        "ประธานสภาอุตสาหกรรมแห่งประเทศไทย (นายเกรียง เธียรดี)"
    )
    held = _pairs(text, "holdsPosition")
    assert ("เกรียง เธียรดี", "ประธานสภาอุตสาหกรรมแห่งประเทศไทย") in held
    assert ("ภูมิ วังดี", "ประธานสภาอุตสาหกรรมแห่งประเทศไทย") not in held


def test_what_a_document_in_a_list_is_for_is_no_act_of_whoever_signs() -> None:
    text = (
        f"{_SOMCHAI}เข้าร่วมพิธีแลกเปลี่ยนเอกสาร ได้แก่\n"
        "บันทึกความเข้าใจระหว่างธนาคาร ก กับธนาคาร ข เพื่อสนับสนุนสินเชื่อแก่ธุรกิจสีเขียว"
    )
    assert facts_of(text, "supported") == set()


def test_this_time_is_no_part_of_a_name() -> None:
    text = "ในการเดินทางเยือนไทยของนายหวังดีครั้งนี้ มีการลงนามความตกลงว่าด้วยการตรวจลงตรา"
    assert {name for name, _ in _pairs(text, "visited")} <= {"หวังดี"}


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("ทั้งสองฝ่ายยินดีที่ไทยกับออสเตรเลียมีความร่วมมือด้านเศรษฐกิจที่ใกล้ชิด", "ความร่วมมือด้านเศรษฐกิจ"),
        ("ทั้งสองฝ่ายเห็นพ้องต่อยอดความร่วมมือด้านการบริหารจัดการน้ำ", "ความร่วมมือด้านการบริหารจัดการน้ำ"),
        ("ทั้งสองฝ่ายยินดีที่ความร่วมมือด้านการพัฒนาที่ยั่งยืนเป็นหนึ่งในผลลัพธ์", "ความร่วมมือด้านการพัฒนาที่ยั่งยืน"),
    ],
)
def test_what_two_sides_are_glad_of_is_read_from_its_first_word_to_its_last(said: str, topic: str) -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับ{_JOHN}{said}"
    assert {object_ for _, object_ in _pairs(text, "supported")} == {topic}


def test_when_a_document_is_signed_is_no_part_of_its_name() -> None:
    text = f"{_SOMCHAI}จะลงนามในบันทึกความเข้าใจว่าด้วยอุตสาหกรรมป้องกันประเทศในสัปดาห์หน้า"
    assert _pairs(text, "signed") == {(SOMCHAI, "บันทึกความเข้าใจว่าด้วยอุตสาหกรรมป้องกันประเทศ")}


def test_a_numbered_line_names_its_subject_up_to_whoever_speaks_of_it() -> None:
    text = (
        f"{_ON_THE_FIFTH}{_SOMCHAI}เข้าร่วม{_FORTY_FIRST} และกล่าวถึง 3 เรื่องสำคัญ ดังนี้\n"
        "1. การรับมือกับความผันผวนด้านพลังงาน นายสมชายมุ่งหวังที่จะเห็นความร่วมมือ\n"
        "2. การเปลี่ยนผ่านสีเขียว รัฐมนตรีว่าการกระทรวงพลังงานกล่าวว่า วิกฤตต่าง ๆ มีมาก\n"
        "3. การเปลี่ยนผ่านทางดิจิทัล ไทยยินดีกับข้อริเริ่มของอาเซียน"
    )
    assert {topic for _, topic in _pairs(text, "discussed")} == {
        "การรับมือกับความผันผวนด้านพลังงาน",
        "การเปลี่ยนผ่านสีเขียว",
        "การเปลี่ยนผ่านทางดิจิทัล",
    }


def test_what_a_talk_is_about_stands_behind_the_company_too() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือร่วมกับ{_JOHN}และคณะ เกี่ยวกับพลังงานสะอาด และการลงทุนในเหมืองแร่"
    assert {topic for _, topic in _pairs(text, "discussed")} == {"พลังงานสะอาด", "การลงทุนในเหมืองแร่"}


def test_to_what_end_views_are_exchanged_is_what_they_are_about() -> None:
    text = (
        f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับ{_JOHN}โดยทั้งสองฝ่ายร่วมแลกเปลี่ยนความคิดเห็นที่หลากหลาย "
        "เพื่อยกระดับความร่วมมือด้านพลังงาน"
    )
    assert {topic for _, topic in _pairs(text, "discussed")} == {"ยกระดับความร่วมมือด้านพลังงาน"}


def test_whoever_is_ready_besides_is_who_talks_and_not_with_whom() -> None:
    text = f"{_SOMCHAI}หารือกับ{_JOHN}พร้อมกระชับความร่วมมือในอุตสาหกรรมเหมืองแร่"
    assert _pairs(text, "supported") == {(SOMCHAI, "ความร่วมมือในอุตสาหกรรมเหมืองแร่")}


def test_the_leaders_of_two_states_who_agree_at_a_talk_are_the_talk() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับ{_JOHN}โดยผู้นำไทยและออสเตรเลียเห็นพ้องในการผลักดันการค้าชายแดน"
    (talk,) = {talk for _, talk in _pairs(text, "attended")}
    assert _pairs(text, "supported") == {(talk, "การผลักดันการค้าชายแดน")}


def test_what_a_planned_journey_is_for_is_planned_too() -> None:
    text = (
        f"{_SOMCHAI}จะเดินทางไปยังจังหวัดสงขลา ที่ด่านสะเดาแห่งใหม่ ในเวลาประมาณ 11.00 น. ของวันเดียวกัน เพื่อหารือกับ{_JOHN}"
    )
    assert {mood for _, _, mood in facts_of(text, "metWith")} == {"Planned"}


def test_where_something_will_be_is_planned() -> None:
    text = f"{_SOMCHAI}เยือนประเทศมาเลเซียอย่างเป็นทางการ โดยจะมีพิธีต้อนรับอย่างเป็นทางการ ณ ทำเนียบมาเลเซีย"
    assert {mood for _, _, mood in facts_of(text, "heldAt")} == {"Planned"}


def test_a_signing_to_come_is_planned() -> None:
    said = "เป็นสักขีพยานในพิธีลงนามบันทึกความตกลงระหว่างไทยกับญี่ปุ่น"
    assert {mood for _, _, mood in facts_of(f"{_SOMCHAI}จะร่วม{said}", "signed")} == {"Planned"}
    assert {mood for _, _, mood in facts_of(f"{_SOMCHAI}ร่วม{said}", "signed")} == {ACTUAL}


def test_the_house_behind_a_title_tells_whose_official_it_is() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}หารือกับนางสาวโนริ ชิบะ รองปลัดกระทรวงยุติธรรม กระทรวงยุติธรรมญี่ปุ่น"
    assert ("โนริ ชิบะ", "ญี่ปุ่น") in _pairs(text, "represents")
    assert ("โนริ ชิบะ", "ไทย") not in _pairs(text, "represents")


def test_who_comes_along_on_the_occasion_of_a_meeting_comes_to_the_talk() -> None:
    text = (
        f"{_SOMCHAI}และ{_JOHN}ร่วมหารือทวิภาคีเพื่อผลักดันความร่วมมือด้านพลังงาน ในโอกาส{_FORTY_FIRST} "
        "โดยมีนายสมบัติ ดีมาก ปลัดกระทรวงพลังงาน เข้าร่วม ณ โรงแรมอวานี"
    )
    (talk,) = {talk for talk, _ in _pairs(text, "partOf")}
    assert ("สมบัติ ดีมาก", talk) in _pairs(text, "attended")
    assert (talk, "โรงแรมอวานี") in _pairs(text, "heldAt")


def test_each_of_two_calls_has_its_own_place() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรี เข้าเยี่ยมคารวะนายจอห์น สมิธ ประธานรัฐสภากัมพูชา ณ สภาแห่งชาติกัมพูชา "
        "รวมถึงเข้าเยี่ยมคารวะนายปีเตอร์ ทอม ประธานวุฒิสภากัมพูชา ณ วุฒิสภากัมพูชา"
    )
    assert {place for _, place in _pairs(text, "heldAt")} == {"สภาแห่งชาติกัมพูชา", "วุฒิสภากัมพูชา"}
    held = [a for a in read(text).assertions if a.predicate == "heldAt"]
    assert len({a.subject for a in held}) == len(held)


def test_a_dinner_to_come_has_not_been_hosted_yet_and_does_not_bear_its_host_in_its_name() -> None:
    text = (
        "นายสมชาย ใจดี นายกรัฐมนตรี จะเข้าร่วมงานเลี้ยงอาหารค่ำอย่างเป็นทางการที่ประธานองคมนตรีกัมพูชาเป็นเจ้าภาพ"
        "เพื่อเป็นเกียรติแก่นายกรัฐมนตรี"
    )
    assert facts_of(text, "hosted") == {("ประธานองคมนตรีกัมพูชา", "งานเลี้ยงอาหารค่ำอย่างเป็นทางการ", "Planned")}
    assert {mood for _, _, mood in facts_of(text, "attended")} == {"Planned"}


def test_a_rank_in_a_bracket_is_not_the_whole_of_a_title() -> None:
    text = f"{_SOMCHAI}หารือกับนายฮวด ฮาย (รัฐมนตรีเกียรติยศ) รัฐมนตรีว่าการกระทรวงวัฒนธรรมของกัมพูชา"
    assert {state for who, state in _pairs(text, "represents") if who == "ฮวด ฮาย"} == {"กัมพูชา"}


def test_a_capacity_of_one_state_is_not_that_of_the_state_before() -> None:
    text = (
        "ลาวในฐานะประธาน AMMSWD และประเทศอินโดนีเซียในฐานะประธานคณะกรรมาธิการอาเซียนว่าด้วยการส่งเสริมและคุ้มครอง"
        "สิทธิสตรีและสิทธิเด็ก (ACWC) กล่าวรายงานผลความคืบหน้า"
    )
    assert ("ลาว", "คณะกรรมาธิการอาเซียนว่าด้วยการส่งเสริมและคุ้มครองสิทธิสตรีและสิทธิเด็ก") not in _pairs(
        text, "participatesIn"
    )


def test_a_surname_that_begins_like_a_word_is_known_by_the_office_behind_it() -> None:
    text = f"{_ON_THE_FIFTH}{_SOMCHAI}ให้การต้อนรับ พลโท ฮุย มาเนด รอง ผบ.ทสส.ราชอาณาจักรกัมพูชา"
    assert "ฮุย มาเนด" in {who for who, _ in _pairs(text, "attended")}


@pytest.mark.parametrize(
    ("opener", "mood"),
    [
        ("โดยมีผลลัพธ์ที่คาดหวัง ดังนี้", "Planned"),
        ("มีประเด็นที่หน่วยงานจะต้องดำเนินการ ดังนี้", "Actual"),
        ("ได้หารือในประเด็นต่าง ๆ ดังนี้", "Actual"),
    ],
)
def test_a_list_has_the_mood_of_what_announces_it(opener: str, mood: str) -> None:
    text = (
        "ไทยเข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 "
        f"{opener}\n(1) การยกระดับคุณภาพโครงข่ายไฟฟ้า\n(2) การลงทุนในพลังงานสะอาด"
    )
    found = {(o, m) for _, o, m in facts_of(text, "discussed")}
    assert {("การยกระดับคุณภาพโครงข่ายไฟฟ้า", mood), ("การลงทุนในพลังงานสะอาด", mood)} <= found


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("ไทยสนับสนุนศูนย์อาเซียนด้านการเปลี่ยนแปลงสภาพภูมิอากาศ", {"อาเซียน"}),
        ("ไทยสนับสนุนศูนย์การผลิตและกระจายวัคซีนในอาเซียน", set()),
    ],
)
def test_an_initiative_is_under_the_body_that_it_is_named_for(text: str, under: set[str]) -> None:
    assert {o for _, o, _ in facts_of(text, "underFramework")} == under


@pytest.mark.parametrize("bare", ["การขับเคลื่อน", "อนุภูมิภาค", "พื้นฐาน"])
def test_an_act_of_which_nothing_is_said_is_no_topic(bare: str) -> None:
    assert facts_of(f"รัฐบาลไทยพร้อมสนับสนุน{bare}", "supported") == set()
    assert facts_of(f"รัฐบาลไทยพร้อมสนับสนุน{bare}เศรษฐกิจสีเขียวในภูมิภาค", "supported") != set()


def test_minutes_tell_subjects_and_not_who_told_them_or_when_they_meet_again() -> None:
    text = (
        f"{_FORTY_FIRST} จัดขึ้นเมื่อวันที่ 5 มีนาคม 2567 โดยหารือในประเด็นต่าง ๆ ดังนี้\n"
        "1. ความคืบหน้าของโครงข่ายไฟฟ้า\n"
        "2. ประธานฯ แจ้งที่ประชุมทราบว่า สมาชิกได้ลงนามครบแล้ว\n"
        "3. กระทรวงพลังงานเสนอให้จัดตั้งคณะทำงาน ที่ประชุมไม่เห็นชอบ\n"
        "4. นัดประชุมครั้งต่อไป วันที่ 20 พฤษภาคม 2567"
    )
    told = {topic for _, topic in _pairs(text, "discussed")}
    assert "ความคืบหน้าของโครงข่ายไฟฟ้า" in told
    assert not [topic for topic in told if topic.startswith(("ประธาน", "กระทรวง", "นัดประชุม"))]
