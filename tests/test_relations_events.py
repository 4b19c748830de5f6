"""Events that an act tells of: ceremonies, press conferences, talks of two; who comes, when, in what mood."""

from __future__ import annotations

import pytest
from reading import ACTUAL, ORATHAI, PLANNED, PM, all_facts, facts, pairs, read

_SOMCHAI = "นายสมชาย ใจดี นายกรัฐมนตรี"
_ERIK = "นายเอริก ลินด์ (H.E. Mr. Erik Lind) นายกรัฐมนตรีนอร์เวย์"
_ON_THE_FIFTH = "เมื่อวันที่ 5 มีนาคม 2567 "


def came(found: set[tuple[str, str, str, str]]) -> set[tuple[str, str]]:
    return {(who, mood) for who, p, _, mood in found if p == "attended"}


def test_who_witnesses_a_signing_comes_to_it():
    found = facts(f"{_ON_THE_FIFTH}{_SOMCHAI} และ{_ERIK} ร่วมเป็นสักขีพยานในการลงนามความตกลงการบิน")
    assert came(found) == {("สมชาย ใจดี", ACTUAL), ("เอริก ลินด์", ACTUAL)}
    assert ("~", "heldOn", "2024-03-05", ACTUAL) in found


@pytest.mark.parametrize(
    "comes", ["เข้าร่วม", "เป็นผู้แทนประเทศไทยใน", "เป็นประธาน", "เป็นประธานสักขีพยานใน", "ร่วมเป็นสักขีพยานใน"]
)
def test_a_signing_told_by_a_noun_is_an_event_to_which_somebody_comes(comes: str) -> None:
    found = facts(f"{_ON_THE_FIFTH}{_SOMCHAI} {comes}การลงนามความตกลงการบิน")
    assert came(found) == {("สมชาย ใจดี", ACTUAL)}
    assert ("~", "heldOn", "2024-03-05", ACTUAL) in found
    assert any(p == "chaired" for _, p, _, _ in found) is comes.startswith("เป็นประธาน")


@pytest.mark.parametrize("signing", ["เป็นสักขีพยานในการลงนามความตกลงการบิน", "เป็นประธานในพิธีลงนามความตกลงการบิน"])
@pytest.mark.parametrize("signs", ["เป็นผู้ลงนาม", "เป็นผู้แทนลงนาม", "เป็นผู้ร่วมลงนาม"])
def test_who_signs_at_a_signing_is_there(signing: str, signs: str) -> None:
    found = facts(f"{_SOMCHAI} {signing} โดยมี{_ERIK} {signs}")
    assert came(found) == {("สมชาย ใจดี", ACTUAL), ("เอริก ลินด์", ACTUAL)}


@pytest.mark.parametrize("again", ["การลงนามได้มีขึ้นที่กรุงเทพฯ", "การลงนามดังกล่าวจัดขึ้นที่กรุงเทพฯ"])
def test_who_is_listed_behind_a_signing_told_of_again_comes_to_it(again: str) -> None:
    found = facts(
        f"{_ON_THE_FIFTH}{_SOMCHAI} เป็นผู้แทนประเทศไทยในการลงนามความตกลงการบิน",
        f"ทั้งนี้ {again} โดยมีผู้บริหารของทั้ง 2 ประเทศเข้าร่วม ฝ่ายไทยมีผู้เข้าร่วม อาทิ นายวีระ ทองแท้ ปลัดกระทรวงพลังงาน",
    )
    assert came(found) == {("สมชาย ใจดี", ACTUAL), ("วีระ ทองแท้", ACTUAL)}


def test_who_joins_in_signing_attends_nothing():
    assert came(facts(f"{_SOMCHAI} เข้าร่วมลงนามความตกลงการบิน")) == set()


def test_a_press_conference_of_two_is_an_event():
    found = facts(f"{_ON_THE_FIFTH}{_SOMCHAI} และ{_ERIK} แถลงข่าวร่วมกัน")
    assert came(found) == {("สมชาย ใจดี", ACTUAL), ("เอริก ลินด์", ACTUAL)}


def test_a_press_conference_is_what_two_tell_of_where_no_talk_is_told():
    found = facts(
        f"{_ON_THE_FIFTH}{_SOMCHAI} และ{_ERIK} แถลงข่าวร่วมกัน",
        "ทั้งสองฝ่ายเห็นพ้องส่งเสริมความร่วมมือด้านการประมง",
    )
    assert ("~", "supported", "ความร่วมมือด้านการประมง", ACTUAL) in found


def test_two_of_different_states_who_talk_come_to_a_talk_of_their_own():
    found = facts(
        f"ในวันที่ 8 มีนาคม 2567 {_SOMCHAI} จะเข้าร่วมพิธีต้อนรับอย่างเป็นทางการ",
        f"จากนั้น นายกรัฐมนตรีและ{_ERIK} จะร่วมหารือเต็มคณะ",
    )
    assert ("เอริก ลินด์", "attended", "พิธีต้อนรับอย่างเป็นทางการ", PLANNED) not in found
    assert ("เอริก ลินด์", "attended", "~", PLANNED) in found
    assert ("สมชาย ใจดี", "metWith", "เอริก ลินด์", PLANNED) in found


def test_a_talk_told_with_its_sides_behind_the_verb_of_attending():
    found = facts(
        f"{_ON_THE_FIFTH}{_SOMCHAI} เยือนนอร์เวย์",
        f"และเข้าร่วมหารือทวิภาคีระหว่างนายกรัฐมนตรีกับ{_ERIK}",
    )
    assert ("สมชาย ใจดี", "metWith", "เอริก ลินด์", ACTUAL) in found


def test_a_headline_tells_of_a_talk_that_the_body_does_not():
    found = all_facts(
        read(
            "\n".join(
                (
                    "นายกฯ หารือนายกฯ นอร์เวย์ กระชับความสัมพันธ์",
                    "5 มีนาคม 2567",
                    f"{_ON_THE_FIFTH}{_SOMCHAI} และ{_ERIK} ได้ร่วมเดินชมสวน",
                )
            )
        )
    )
    assert ("สมชาย ใจดี", "metWith", "เอริก ลินด์", ACTUAL) in found


def test_a_ceremony_of_another_day_is_another_one():
    found = facts(
        f"{_SOMCHAI} มีกำหนดการ ดังนี้",
        "วันที่ 8 มีนาคม 2567 นายกรัฐมนตรีเข้าร่วมพิธีต้อนรับอย่างเป็นทางการ ณ กรุงออสโล",
        "วันที่ 9 มีนาคม 2567 นายกรัฐมนตรีเข้าร่วมพิธีต้อนรับอย่างเป็นทางการ ณ กรุงโคเปนเฮเกน",
    )
    assert {o for _, p, o, _ in found if p == "heldOn"} == {"2024-03-08", "2024-03-09"}


def test_who_meets_at_a_coming_talk_will_meet():
    found = facts(f"ในวันที่ 9 มีนาคม 2567 {_SOMCHAI} หารือทวิภาคีกับ{_ERIK}")
    assert {mood for _, p, _, mood in found if p == "metWith"} == {PLANNED}


def test_a_part_of_the_day_before_a_date_is_of_that_day():
    found = facts(f"ในช่วงบ่ายของวันที่ 9 มีนาคม 2567 {_SOMCHAI} จะหารือทวิภาคีกับ{_ERIK}")
    assert ("~", "heldOn", "2024-03-09", PLANNED) in found


def test_the_days_of_a_visit_are_not_those_of_the_talk():
    found = facts(
        f"{_ON_THE_FIFTH}{_SOMCHAI} หารือทวิภาคีกับ{_ERIK} ในห้วงการเยือนประเทศไทย ระหว่างวันที่ 4 - 6 มีนาคม 2567"
    )
    assert {o for _, p, o, _ in found if p == "heldOn"} == {"2024-03-05"}


def test_companies_come_to_the_talk_with_them():
    found = facts(f"{_ON_THE_FIFTH}{_SOMCHAI} หารือกับบริษัท นอร์ดิกฟาร์ม จำกัด และบริษัท Fjord Energy")
    assert {"บริษัท นอร์ดิกฟาร์ม จำกัด", "บริษัท Fjord Energy"} <= {who for who, _ in came(found)}


def test_several_bodies_put_on_a_meeting_together():
    found = facts(
        f"{_ON_THE_FIFTH}{_SOMCHAI} เข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 "
        "ซึ่งจัดโดยกระทรวงพลังงาน และกระทรวงพาณิชย์"
    )
    assert {s for s, p, _, _ in found if p == "hosted"} == {"กระทรวงพลังงาน", "กระทรวงพาณิชย์"}


def test_what_was_talked_of_before_is_no_talk_of_now():
    found = facts(f"{_ON_THE_FIFTH}{_SOMCHAI} ผลักดันความร่วมมือที่ได้หารือกับ{_ERIK}")
    assert not any(p == "metWith" for _, p, _, _ in found)


def test_the_office_of_a_state_has_one_holder_under_two_titles():
    found = facts(
        f"{_ON_THE_FIFTH}{_SOMCHAI} หารือทวิภาคีกับนายคาร์ล ไมเออร์ (H.E. Mr. Karl Meyer) "
        "นายกรัฐมนตรีสหพันธ์สาธารณรัฐเยอรมนี",
        "นายกรัฐมนตรีเยอรมนีสนับสนุนการค้าเสรี",
    )
    assert ("คาร์ล ไมเออร์", "supported", "การค้าเสรี", ACTUAL) in found


def test_a_house_in_latin_letters_may_begin_with_its_city():
    found = facts(
        f"{_ON_THE_FIFTH}ณ Melbourne Harbour Hall นครเมลเบิร์น เครือรัฐออสเตรเลีย {_SOMCHAI} หารือทวิภาคีกับ{_ERIK}"
    )
    assert {o for _, p, o, _ in found if p == "heldAt"} == {"Melbourne Harbour Hall", "เมลเบิร์น", "ออสเตรเลีย"}


@pytest.mark.parametrize("act", ["ได้โทรศัพท์ถึง", "โทรศัพท์หา", "รับประทานอาหารค่ำร่วมกับ"])
def test_a_telephone_call_and_a_meal_with_somebody_are_events(act: str):
    found = facts(f"{_ON_THE_FIFTH}{_SOMCHAI} {act}{_ERIK}")
    assert came(found) == {("สมชาย ใจดี", ACTUAL), ("เอริก ลินด์", ACTUAL)}
    assert {o for _, p, o, _ in found if p == "mode"} == ({"phone"} if "โทรศัพท์" in act else set())


def test_a_talk_in_the_margins_of_a_meeting_has_the_day_that_is_told_first():
    found = facts(f"เมื่อวันที่ 5 มีนาคม 2567 ในห้วงการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 7 {_SOMCHAI} หารือกับ{_ERIK}")
    dated = {s for s, p, _, _ in found if p == "heldOn"}
    assert dated == {s for s, p, _, _ in found if p == "partOf"}
    assert len(dated) == 1


def test_a_round_table_at_an_event_is_a_part_of_it():
    found = facts(
        f"{_SOMCHAI} เข้าร่วมการเสวนาโต๊ะกลมระดับรัฐมนตรีในงาน Metal Forum 2025 "
        "ซึ่งจัดขึ้นที่กรุงริยาด ระหว่างวันที่ 14-16 มกราคม 2568"
    )
    assert {s for s, p, _, _ in found if p == "heldOn"} == {o for _, p, o, _ in found if p == "partOf"}


def test_two_houses_of_one_city_are_both_where_a_meeting_is():
    found = facts("การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 7 จัดขึ้น ณ โรงแรมดาวเหนือ และโรงแรมดาวใต้ กรุงออสโล")
    assert len({o for _, p, o, _ in found if p == "heldAt"}) == 3


def test_little_words_and_the_name_of_a_state_make_no_other_meeting():
    found = facts(
        f"{_SOMCHAI} เข้าร่วมการประชุมสุดยอดอาเซียน-สหรัฐฯ ครั้งที่ 9",
        "การประชุมสุดยอดอาเซียน-สหรัฐอเมริกา จัดขึ้น ณ กรุงออสโล",
    )
    assert {o for _, p, o, _ in found if p == "attended"} == {s for s, p, _, _ in found if p == "heldAt"}


def test_the_short_form_behind_or_is_a_name_of_the_meeting():
    found = facts(f"{_SOMCHAI} เข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน หรือ AMEM ครั้งที่ 7 ณ กรุงออสโล")
    assert {o for _, p, o, _ in found if p == "ordinal"} == {"7"}


def test_the_day_of_a_visit_is_not_that_of_the_meeting_that_is_joined_to_it():
    found = facts(
        f"{_SOMCHAI} มีกำหนดเยือนนอร์เวย์ ในวันที่ 8 ตุลาคม 2567 รวมทั้งเข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 44 - 45 "
        "พร้อมทั้งการประชุมสุดยอดที่เกี่ยวข้อง ระหว่างวันที่ 9 - 11 ตุลาคม 2567"
    )
    assert {o for _, p, o, _ in found if p == "heldOn"} == {"2024-10-09/2024-10-11"}


def test_the_short_form_in_the_bracket_behind_a_body_does_not_part_it_from_its_verb():
    found = facts("ประเทศไทย โดยกระทรวงพลังงาน (พน.) จะเป็นเจ้าภาพจัดการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 7")
    assert {(s, m) for s, p, _, m in found if p == "hosted"} == {("ไทย", PLANNED), ("กระทรวงพลังงาน", PLANNED)}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("เปิดงาน “ผ้าทอบ้านเหนือ”", "งาน “ผ้าทอบ้านเหนือ”"),
        ("เข้าร่วมการอบรมเชิงปฏิบัติการด้านการเพาะเลี้ยงปลา", "การอบรมเชิงปฏิบัติการด้านการเพาะเลี้ยงปลา"),
        ("เข้าร่วมกิจกรรมจับคู่ธุรกิจ (Business Matching)", "กิจกรรมจับคู่ธุรกิจ"),
        ("เข้าร่วม Northern Winter Festival", "Northern Winter Festival"),
        ("เดินทางไปประชุม Thailand - Kenya Business Forum", "ประชุม Thailand - Kenya Business Forum"),
    ],
)
def test_openings_trainings_and_fairs_are_attended(told: str, name: str) -> None:
    text = f"{PM} {told} ณ กรุงไนโรบี เมื่อวันที่ 5 มีนาคม 2567"
    assert (ORATHAI, name) in pairs(text, "attended")
    assert (name, "2024-03-05") in pairs(text, "heldOn")


def test_whoever_arranges_that_firms_meet_hosts_it() -> None:
    text = "กรมการค้าต่างประเทศจัดกิจกรรมจับคู่ธุรกิจระหว่างผู้ประกอบการไทยและเคนยา ณ กรุงไนโรบี"
    assert pairs(text, "hosted") == {("กรมการค้าต่างประเทศ", "กิจกรรมจับคู่ธุรกิจระหว่างผู้ประกอบการไทยและเคนยา")}


def test_the_opening_of_an_event_that_goes_unnamed_is_no_other_event() -> None:
    text = f"{PM} กล่าวว่า พิธีเปิดงานจัดขึ้นอย่างงดงาม และเตรียมการก่อนเปิดงานตั้งแต่เดือนตุลาคม 2563"
    assert pairs(text, "attended") == set()


def test_by_whom_a_meal_is_given_is_no_part_of_its_name() -> None:
    text = f"{PM} เข้าร่วมงานเลี้ยงรับรองจัดโดยประธานาธิบดีเคนยา"
    assert {meal for _, meal in pairs(text, "hosted")} == {"งานเลี้ยงรับรอง"}
    assert (ORATHAI, "งานเลี้ยงรับรอง") in pairs(text, "attended")
