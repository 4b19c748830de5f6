"""Talks told in every way that Thai has for them; texts made for the purpose, no person in them exists."""

from __future__ import annotations

import pytest
from reading import FM, GUEST, KEN, LEE, ORATHAI, OTHER, PM, WEERA, pairs, read, told

from kg.model import EntityType

TRAVELS = f"{PM} เดินทางเยือนสวีเดน และกล่าวว่า ยินดีกับความร่วมมือด้านพลังงานสะอาดระหว่างไทยกับสวีเดน"


def came(text: str) -> set[tuple[str, str]]:
    """Who attends, in which mood."""
    return {(who, mood) for who, _, mood in told(text, "attended")}


@pytest.mark.parametrize(
    "line",
    [
        f"2. การหารือทวิภาคีกับ{OTHER}",
        f"การพบกับ{OTHER} เป็นไปด้วยดี",
        f"สำหรับการหารือกับ{OTHER} นายกรัฐมนตรีกล่าวว่า ยินดีกับความร่วมมือ",
        f"รวมทั้งการพูดคุยกับ{OTHER} เกี่ยวกับการศึกษา",
    ],
)
def test_a_talk_that_opens_a_line_by_a_noun_is_of_whose_journey_is_told(line: str) -> None:
    assert came(f"{TRAVELS}\n{line}") == {(ORATHAI, "Actual"), (LEE, "Actual")}


def test_the_next_talk_told_by_a_noun_is_not_of_the_guest_who_spoke_in_the_one_before() -> None:
    text = f"5. {PM} หารือกับ{OTHER} ซึ่งนายลี ออกปากชมประเทศไทย และพร้อมให้ความร่วมมือ\n6. การหารือกับ{GUEST}"
    assert {(who, other) for who, other, _ in told(text, "metWith")} == {(ORATHAI, LEE), (ORATHAI, KEN)}


def test_to_whom_an_order_is_given_beside_a_meeting_is_not_met() -> None:
    assert came(f"{PM} พบปะเกษตรกร พร้อมสั่งอธิบดีกรมชลประทาน ตรวจสอบเขื่อนทั่วประเทศ") == {(ORATHAI, "Actual")}


def test_a_house_that_somebody_goes_to_see_does_not_meet_whom_he_meets_beside() -> None:
    assert came(f"{PM} เยี่ยมชมสถานเอกอัครราชทูต ณ กรุงสตอกโฮล์ม พร้อมพบปะชุมชนไทยในสวีเดน") == set()


def test_a_programme_whose_title_begins_with_a_verb_of_talking_is_no_talk() -> None:
    assert came(f"{PM} พูดในรายการ “คุยกับประชาชน” ออกอากาศทางโทรทัศน์") == set()


def test_a_talk_in_a_list_of_what_is_to_come_is_planned() -> None:
    text = f"{PM} มีกำหนดปฏิบัติภารกิจ ดังนี้\n1. การหารือกับ{OTHER}\n2. การพบหารือกับภาคเอกชนสวีเดน"
    assert came(text) == {(ORATHAI, "Planned"), (LEE, "Planned")}


def test_a_noun_of_talking_that_opens_no_sentence_tells_of_no_talk() -> None:
    assert came(f"{TRAVELS}\nรัฐบาลเห็นว่าแนวทางการหารือกับ{OTHER} ยังต้องปรับปรุง") == set()


def test_who_acts_behind_a_guest_is_none_of_the_guests() -> None:
    text = f"{PM} พบหารือกับ{GUEST} รองนายกรัฐมนตรี กล่าวว่า ยินดี\n{FM} หารือกับประธานาธิบดีลาว นายกรัฐมนตรี ได้กล่าวขอบคุณ"
    assert {who for who, _ in came(text)} == {ORATHAI, KEN, WEERA, "ประธานาธิบดีลาว"}


@pytest.mark.parametrize(
    "told_of",
    [
        "ได้มีการหารือกับสมาคมผู้ค้าข้าวญี่ปุ่น",
        "มีกำหนดการหารือกับองค์การส่งเสริมการค้าต่างประเทศของญี่ปุ่น",
        "เข้าร่วมการหารือกับ Northern Tea Council Coalition",
        "ได้พบปะกับผู้นำจากหลายประเทศ",
        "หารือทวิภาคีกับผู้นำประเทศต่าง ๆ",
    ],
)
def test_with_whom_talks_are_had_may_be_a_body_or_several_leaders(told_of: str) -> None:
    assert ORATHAI in {who for who, _ in came(f"{PM} กล่าวว่า ยินดี\n{PM} {told_of}")}


def test_a_body_talks_through_its_people() -> None:
    assert came("กรมการข้าวได้หารือกับผู้ประกอบการของลาว") == {("กรมการข้าว", "Actual")}
    assert came(f"{PM} ให้กรมการข้าวหารือกับผู้ประกอบการของลาว") == set()
    assert came("คณะผู้แทนจากกระทรวงพลังงาน ยังมีกำหนดการหารือกับการท่องเที่ยวแห่งประเทศไทย") == {
        ("กระทรวงพลังงาน", "Planned"),
        ("การท่องเที่ยวแห่งประเทศไทย", "Planned"),
    }


@pytest.mark.parametrize("habit", ["มาโดยตลอด", "อย่างต่อเนื่อง", "หลายครั้ง"])
def test_talks_that_were_many_are_no_talk(habit: str) -> None:
    assert came(f"{PM} ได้หารือกับประธานาธิบดีลาว{habit}") == set()
    assert came(f"{PM} ได้หารือกับประธานาธิบดีลาว (ฝ่ายลาว) {habit}") == set()
    assert came(f"{PM} ได้หารือกับภาคเอกชนลาว{habit}") == set()


def test_a_talk_in_which_somebody_else_plays_his_part_is_not_told() -> None:
    assert came(f"{PM} ชื่นชมบทบาทของเอกอัครราชทูตลาวประจำประเทศไทย ในการหารือกับภาคเอกชนไทย") == set()


@pytest.mark.parametrize(
    "title", ["รัฐมนตรีว่าการกระทรวงกลาโหมสหรัฐฯ", "รัฐมนตรีว่าการกระทรวงกลาโหมสหรัฐอเมริกาพรุ่งนี้ด้วย"]
)
def test_a_title_with_a_ministry_of_another_state_is_of_one_person(title: str) -> None:
    assert len(came(f"{PM} กล่าวว่า ยินดี\n{PM} จะหารือกับ{title}")) == 2


def test_who_heads_a_place_is_known_by_his_title() -> None:
    told_of = f"{PM} กล่าวว่า ยินดี\n{PM} หารือกับผู้ว่าการจังหวัดโอซากา และพบหารือกับนายกเทศมนตรีนครเซี่ยงไฮ้"
    assert {who for who, _ in came(told_of)} == {ORATHAI, "ผู้ว่าการจังหวัดโอซากา", "นายกเทศมนตรีนครเซี่ยงไฮ้"}


def test_whom_their_own_official_met_others_tell() -> None:
    spokes = "นางสาวมาลี สุขใจ รองโฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่า"
    assert came(f"{TRAVELS}\n{spokes} {PM} ได้พบหารือกับนักลงทุนสวีเดน") == {(ORATHAI, "Actual")}


def test_both_leaders_are_not_a_guest_and_his_wife() -> None:
    visit = "ที่จะเดินทางเยือนประเทศไทยอย่างเป็นทางการในฐานะแขกของรัฐบาล ระหว่างวันที่ 7 - 8 มี.ค. 67"
    awaited = f"{PM} และภริยา จะให้การต้อนรับ{GUEST} และภริยา {visit}"
    held = came(f"{awaited}\nโอกาสสำคัญครั้งนี้ ผู้นำทั้งสองประเทศจะหารือข้อราชการระหว่างกัน ร่วมกำหนดวิสัยทัศน์สำหรับความสัมพันธ์")
    assert held == {(ORATHAI, "Planned"), (KEN, "Planned")}


@pytest.mark.parametrize("several", ["2 ประเทศ", "หลายประเทศ", "สองประเทศ"])
def test_ministers_of_several_states_are_those_who_are_named_next(several: str) -> None:
    text = f"{FM} หารือทวิภาคีกับรัฐมนตรีต่างประเทศ {several} ได้แก่ {GUEST} และ{OTHER}"
    assert pairs(text, "metWith") == {(WEERA, KEN), (WEERA, LEE)}


@pytest.mark.parametrize(
    "verb",
    [
        f"{act}{manner}{joined}"
        for act in ("หารือ", "พูดคุย", "เจรจา", "ประชุม")
        for manner in ("", "ทวิภาคี", "นอกรอบ", "สั้น ๆ ", "อย่างไม่เป็นทางการ", "แบบตัวต่อตัว")
        for joined in ("กับ", "ร่วมกับ")
    ],
)
def test_a_talk_is_had_in_whatever_manner(verb: str) -> None:
    assert pairs(f"{PM} {verb}{OTHER}", "metWith") == {(ORATHAI, LEE)}


def test_a_talk_of_three_that_is_come_to_is_had_with_both_others() -> None:
    text = f"{PM} เข้าร่วมการหารือสามฝ่ายกับ{OTHER} และ{GUEST}"
    assert pairs(text, "metWith") == {(ORATHAI, LEE), (ORATHAI, KEN)}


@pytest.mark.parametrize("call", ["เข้าเยี่ยมอำลา", "ยื่นสำเนาสาส์นตราตั้งต่อ"])
def test_an_ambassador_comes_and_goes_by_a_call(call: str) -> None:
    assert pairs(f"{GUEST} {call}{PM}", "metWith") == {(KEN, ORATHAI)}


@pytest.mark.parametrize("joined", [" และ", "และ", " พร้อมด้วย", " ตลอดจน"])
def test_who_receives_beside_another_is_no_guest_of_his(joined: str) -> None:
    text = f"โดยมี{FM} ให้การต้อนรับ{joined}นายกล้า หาญใจ อธิบดีกรมเอเชียตะวันออก บรรยายสรุป"
    assert pairs(text, "metWith") == set()


PROGRAMME = (
    f"เตรียมต้อนรับแขกของรัฐบาล\nวันนี้ (17 มีนาคม 2567) {GUEST} มีกำหนดเดินทางเยือนประเทศไทย "
    f"ในวันที่ 20 มีนาคม 2567 ตามคำเชิญของ{PM}\n"
    "โดยมีกำหนดการสำคัญ ได้แก่ พิธีการต้อนรับอย่างเป็นทางการ {talk} การแถลงข่าวร่วม และงานเลี้ยงอาหารค่ำ\n"
)


def meetings(text: str) -> list[str]:
    """The meetings of a text by name, those without a name too."""
    return sorted(entity.name for entity in read(text).entities if entity.type is EntityType.MEETING)


@pytest.mark.parametrize(
    "talk",
    [
        "การหารือเต็มคณะ",
        "การหารือทวิภาคีเต็มคณะ",
        "การหารือทวิภาคี",
        "การพบหารือแบบทวิภาคี",
        "การพบหารือทวิภาคีกับนายกรัฐมนตรี",
        "การหารือกลุ่มเล็ก การหารือเต็มคณะ",
    ],
)
@pytest.mark.parametrize(
    "further",
    [
        "ผู้นำทั้งสองจะร่วมหารือทวิภาคีและแลกเปลี่ยนความคิดเห็นด้านพลังงาน",
        "นายกรัฐมนตรีและนายกรัฐมนตรีญี่ปุ่นจะได้ร่วมหารือทวิภาคีด้านพลังงาน",
        "นายกรัฐมนตรีจะหารือกับนายกรัฐมนตรีญี่ปุ่นด้านพลังงาน",
    ],
)
def test_the_talk_of_a_programme_is_the_one_told_further_on(talk: str, further: str) -> None:
    listed = PROGRAMME.format(talk=talk)
    assert {talk.rsplit(" ", maxsplit=1)[-1]} <= set(meetings(listed))
    assert meetings(listed + further) == meetings(listed)
    assert pairs(listed, "metWith") in ({(ORATHAI, KEN)}, {(KEN, ORATHAI)})


def test_a_talk_after_those_of_a_programme_is_another() -> None:
    listed = PROGRAMME.format(talk="การหารือเต็มคณะ")
    further = "จากนั้น นายกรัฐมนตรีจะหารือกับนายเคน โอตะ ที่โรงแรมริมทะเล"
    assert len(meetings(listed + further)) == len(meetings(listed)) + 1


@pytest.mark.parametrize(
    "again",
    [
        "นายเคน โอตะ เปิดเผยว่า ได้หารือกับนายกรัฐมนตรีด้านพลังงาน",
        "ในระหว่างการพบหารือกับนายเคน โอตะ นายกรัฐมนตรีย้ำความร่วมมือด้านพลังงาน",
        "นายเคน โอตะ กล่าวว่าการหารือกับนายกรัฐมนตรีในวันนี้เป็นประโยชน์",
        "นายกรัฐมนตรียินดีที่ได้พบกับนายเคน โอตะ",
    ],
)
def test_a_talk_with_a_body_is_one_with_who_leads_its_people(again: str) -> None:
    text = f"{PM} พบหารือกับสมาคมการค้าสีเขียว (ABC) นำโดยนายเคน โอตะ ประธานสมาคม ณ ทำเนียบรัฐบาล"
    assert len(meetings(text)) == len(meetings(f"{text}\n{again}")) == 1


_LAKES = "การประชุมรัฐมนตรีอาเซียนด้านทะเลสาบ ครั้งที่ 26"


@pytest.mark.parametrize(
    ("latin", "short"),
    [
        ("26th ASEAN Lake Community (ALCX) Council Meeting", "การประชุม ALCX Council Meeting ครั้งที่ 26"),
        ("26th ASEAN Lake Community (ALCX) Council Meeting", "การประชุม ALCX Council ครั้งที่ 26"),
        ("The 26th ASEAN Ministers for Lakes (AMFL) Meeting", "การประชุม AMFL ครั้งที่ 26"),
        ("26th ASEAN Ministers for Lakes (AMFL) Meeting", "การประชุม AMFL"),
    ],
)
def test_a_meeting_is_called_by_letters_within_its_latin_name(latin: str, short: str) -> None:
    text = f"{PM} เข้าร่วม{_LAKES} ({latin})\n{FM} เข้าร่วม{short}"
    assert meetings(text) == [_LAKES]


@pytest.mark.parametrize(
    ("latin", "other"),
    [
        ("26th ASEAN Lake Community (ALCX) Council Meeting", "การประชุม ALCX Council ครั้งที่ 27"),
        (
            "26th Meeting of the Officials for the ASEAN Lake Community (ALCX) Council",
            "การประชุม ALCX Council",
        ),
        ("26th Senior Officials for the ASEAN Lake Community (ALCX) Council", "การประชุม ALCX Council"),
    ],
)
def test_letters_of_a_part_of_its_name_call_no_meeting(latin: str, other: str) -> None:
    assert len(meetings(f"{PM} เข้าร่วม{_LAKES} ({latin})\n{FM} เข้าร่วม{other}")) > 1
