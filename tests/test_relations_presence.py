"""Who is told to be there: guests who are awaited, and who speaks there."""

from __future__ import annotations

import pytest
from reading import ACTUAL, GUEST, KEN, PLANNED, PM, pairs, told

_GUEST = "นายหลี่ ต้าเหว่ย นายกรัฐมนตรีสิงคโปร์"
_MEETING = "การประชุมสุดยอดผู้นำแม่น้ำ ครั้งที่ 4"


def came(*paragraphs: str) -> set[tuple[str, str, str]]:
    return told("\n".join(paragraphs), "attended")


@pytest.mark.parametrize(
    "awaits",
    [
        f"กล่าวว่า หวังว่าจะได้มีโอกาสต้อนรับ{_GUEST} ในการเดินทางมาเยือนไทยเพื่อเข้าร่วม{_MEETING}",
        f"กล่าวว่า หวังว่าจะได้ต้อนรับ{_GUEST}ที่ไทยใน{_MEETING}",
        f"กล่าวว่า ไทยพร้อมต้อนรับ{_GUEST} ในระหว่าง{_MEETING}",
    ],
)
def test_whoever_is_awaited_at_a_meeting_is_to_come_to_it(awaits: str) -> None:
    text = f"นายสมชาย ใจดี นายกรัฐมนตรี {awaits}"
    assert came(text) == {("หลี่ ต้าเหว่ย", _MEETING, PLANNED)}


def test_the_journey_of_an_awaited_guest_is_still_to_come() -> None:
    text = f"นายสมชาย ใจดี นายกรัฐมนตรี หวังว่าจะได้ต้อนรับ{_GUEST} ในโอกาสเดินทางมาเยือนไทยเพื่อเข้าร่วม{_MEETING}"
    assert told(text, "visited") == {("หลี่ ต้าเหว่ย", "ไทย", PLANNED)}


_SPEAKER = "นายเคน โอตะ ผู้อำนวยการใหญ่องค์การอนามัยโลก"


@pytest.mark.parametrize(
    "speaks",
    [
        f"{_SPEAKER} ได้กล่าวชื่นชมไทยใน{_MEETING}",
        f"{_SPEAKER} กล่าวมอบนโยบายผ่านวีดิทัศน์ ในช่วง{_MEETING}",
        f"{_SPEAKER} ได้เสนอแนวคิดใน{_MEETING}",
        f"นายสมชาย ใจดี นายกรัฐมนตรี ชื่นชมการกล่าวถ้อยแถลงของ{_SPEAKER} ใน{_MEETING}",
    ],
)
def test_whoever_says_something_at_a_meeting_comes_to_it(speaks: str) -> None:
    assert came(speaks) == {("เคน โอตะ", _MEETING, ACTUAL)}


@pytest.mark.parametrize("speaks", ["กล่าวถึงความร่วมมือ", "กล่าวว่า จะหยิบยกเรื่องนี้", "เสนอให้บรรจุเรื่องนี้"])
def test_of_what_somebody_only_speaks_he_need_not_be_there(speaks: str) -> None:
    assert came(f"{_SPEAKER} {speaks}ใน{_MEETING}") == set()


@pytest.mark.parametrize(
    "told",
    [
        f"กระทรวงพลังงานบรรจุประเด็นนี้ไว้ในถ้อยแถลงของผู้แทนลาวใน{_MEETING}",
        f"ถ้อยแถลงของลาวใน{_MEETING} เน้นเรื่องปลา",
        f"ข้อเสนอของคณะผู้แทนลาวในระหว่าง{_MEETING}",
    ],
)
def test_a_state_whose_delegates_or_speech_at_a_meeting_are_told_of_comes_to_it(told: str) -> None:
    assert came(told) == {("ลาว", _MEETING, ACTUAL)}


@pytest.mark.parametrize("who", ["หัวหน้าคณะผู้แทนลาว", f"{_SPEAKER} ในฐานะผู้แทนลาว", "บทบาทของลาว"])
def test_a_state_comes_to_no_meeting_by_the_one_who_stands_for_it(who: str) -> None:
    assert "ลาว" not in {one for one, _, _ in came(f"{who}ใน{_MEETING}")}


@pytest.mark.parametrize(
    "told",
    [
        f"โดยไทยพร้อมต้อนรับ{_GUEST} เยือนไทย และเข้าร่วม{_MEETING}",
        f"นายสมชาย ใจดี นายกรัฐมนตรี พร้อมต้อนรับ{_GUEST} ที่จะเยือนไทยและเข้าร่วม{_MEETING}",
    ],
)
def test_who_is_awaited_as_a_guest_comes_to_the_meeting_that_is_told_besides(told: str) -> None:
    assert came(told) == {("หลี่ ต้าเหว่ย", _MEETING, PLANNED)}


@pytest.mark.parametrize(
    ("signs", "who", "mood"),
    [
        (f"{_SPEAKER} ลงนามในบันทึกความเข้าใจว่าด้วยอาหารฮาลาล ใน{_MEETING}", "เคน โอตะ", ACTUAL),
        (f"{_SPEAKER} ได้ลงนามความตกลงว่าด้วยอาหารกับไทยในห้วง{_MEETING}", "เคน โอตะ", ACTUAL),
        (f"ใน{_MEETING} {_SPEAKER} ได้ลงนามความตกลงว่าด้วยอาหาร", "เคน โอตะ", ACTUAL),
        (f"ไทยได้ร่วมลงนามในพิธีสารอาหาร (Food Protocol) ระหว่าง{_MEETING}", "ไทย", ACTUAL),
        (f"คณะรัฐมนตรีเห็นชอบให้{_SPEAKER} ลงนามความตกลงว่าด้วยอาหาร ในช่วง{_MEETING}", "เคน โอตะ", PLANNED),
    ],
)
def test_whoever_signs_at_a_meeting_comes_to_it(signs: str, who: str, mood: str) -> None:
    assert came(signs) == {(who, _MEETING, mood)}


@pytest.mark.parametrize(
    "signs",
    [
        f"{_SPEAKER} ลงนามในบันทึกความเข้าใจว่าด้วยอาหารฮาลาล เพื่อเตรียมการสำหรับ{_MEETING}",
        f"คณะรัฐมนตรีรับทราบการลงนามความตกลงว่าด้วยอาหาร ใน{_MEETING}",
        f"{_SPEAKER} ลงนามความตกลงว่าด้วยอาหาร และกล่าวถึงความร่วมมือใน{_MEETING}",
    ],
)
def test_who_signs_elsewhere_or_is_not_told_does_not(signs: str) -> None:
    assert came(signs) == set()


def test_a_body_in_the_bracket_behind_a_title_does_not_act_in_place_of_its_head() -> None:
    speaker = f"{_SPEAKER} (World Health Organization: WHO)"
    assert came(f"{speaker} เข้าร่วม{_MEETING}") == {("เคน โอตะ", _MEETING, ACTUAL)}


_FORUM = "การประชุมอาหารโลก ครั้งที่ 3"


@pytest.mark.parametrize(
    "hosts",
    [
        "ไทยสนับสนุนความมั่นคงทางอาหาร โดยจะเป็นเจ้าภาพจัด",
        "ประเทศไทยได้เสนอตัวเป็นเจ้าภาพจัด",
        "ตามที่รัฐบาลไทยโดยกระทรวงสาธารณสุข จะเป็นเจ้าภาพจัด",
    ],
)
def test_a_state_hosts_what_it_goes_on_to_host_offers_to_host_or_hosts_through_a_house(hosts: str) -> None:
    assert ("ไทย", _FORUM, PLANNED) in told(f"{hosts}{_FORUM}", "hosted")


def test_an_offer_to_host_proposes_nothing_else() -> None:
    assert told(f"ประเทศไทยได้เสนอตัวเป็นเจ้าภาพจัด{_FORUM}", "proposed") == set()


def test_who_does_an_event_the_honour_is_there() -> None:
    chaired = f"นายสมชาย ใจดี นายกรัฐมนตรี เป็นประธานเปิด{_FORUM}"
    text = f"{chaired} โดยได้รับเกียรติจาก{_SPEAKER} และนางมาลี ใจงาม ปลัดกระทรวงสาธารณสุข บรรยายพิเศษ"
    assert {(who, _FORUM, ACTUAL) for who in ("เคน โอตะ", "มาลี ใจงาม")} <= came(text)


def test_a_house_that_honours_somebody_is_not_there() -> None:
    chaired = f"นายสมชาย ใจดี นายกรัฐมนตรี เป็นประธานเปิด{_FORUM}"
    assert came(f"{chaired} ซึ่งไทยได้รับเกียรติจากองค์การอนามัยโลกให้จัด") == {("สมชาย ใจดี", _FORUM, ACTUAL)}


@pytest.mark.parametrize("comes", ["เข้าร่วม", "เยือนญี่ปุ่นอย่างเป็นทางการและเข้าร่วม"])
def test_whoever_invites_does_not_come_with_the_invited(comes: str) -> None:
    text = f"{_GUEST} ได้เชิญนายสมชาย ใจดี นายกรัฐมนตรี {comes}{_MEETING}"
    assert came(text) == {("สมชาย ใจดี", _MEETING, PLANNED)}


def test_whoever_invites_goes_on_acting() -> None:
    text = f"{_GUEST} ได้เชิญนายสมชาย ใจดี นายกรัฐมนตรี เข้าร่วม{_MEETING} อีกทั้งได้แสดงความมุ่งมั่นที่จะพัฒนาการค้าข้าว"
    assert "หลี่ ต้าเหว่ย" in {who for who, _, _ in told(text, "supported")}


@pytest.mark.parametrize(
    "invites",
    ["ขอเชิญชวนประชาชน", "เชิญชวนผู้สนใจและนักท่องเที่ยว", "ขอเชิญ", "เชิญชวนให้ทุกคนเข้า", "ชักชวนผู้ประกอบการไทยเข้า"],
)
def test_who_invites_people_of_whom_none_is_known_does_not_come(invites: str) -> None:
    assert pairs(f"{PM} กล่าวว่า จะเดินทางกลับ พร้อม{invites}ร่วมงานมหกรรมน้ำโลก ครั้งที่ 5", "attended") == set()


def test_who_is_asked_by_name_or_is_told_of_before_comes() -> None:
    fair = "งานมหกรรมน้ำโลก ครั้งที่ 5"
    for text in (f"{GUEST} ได้รับเชิญให้เข้าร่วม{fair}", f"{PM} ได้เชิญ{GUEST} เข้าร่วม{fair}"):
        assert pairs(text, "attended") == {(KEN, fair)}
