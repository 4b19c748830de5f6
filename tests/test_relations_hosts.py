"""Who puts on a meeting, alone or with others, and when and where one is held that is pointed back to."""

from __future__ import annotations

import pytest
from reading import PM, SUMMIT, facts_of, pairs

FISH, HEALTH, MOFA = "กรมประมง", "องค์การอนามัยโลก", "กระทรวงการต่างประเทศ"
LONG = (
    "และกล่าวถ้อยแถลงว่าด้วยความร่วมมือด้านพลังงาน การค้า การลงทุน การท่องเที่ยว การศึกษา วัฒนธรรม และการพัฒนาที่ยั่งยืน"
    "ของภูมิภาคในระยะยาว เพื่อประโยชน์ของประชาชนทุกคน อย่างเป็นรูปธรรมต่อไปในอนาคตอันใกล้นี้"
)


def hosts(text: str) -> set[str]:
    """Who hosts anything, by the text."""
    return {who for who, _ in pairs(text, "hosted")}


@pytest.mark.parametrize("verb", ["จัด", "ร่วมจัด", "ได้จัด", "จะจัดให้มี", "เตรียมจัด", "เป็นเจ้าภาพจัด", "เป็นเจ้าภาพ"])
@pytest.mark.parametrize(
    "event",
    [
        "การสัมมนาเรื่องมหาสมุทรสีเขียว",
        "การเสวนาเรื่องมหาสมุทรสีเขียว",
        "เวทีเสวนาเรื่องมหาสมุทรสีเขียว",
        "งานมหกรรมมหาสมุทรสีเขียว",
        "พิธีมอบรางวัลมหาสมุทรสีเขียว",
        "การประชุมเชิงปฏิบัติการด้านมหาสมุทรสีเขียว",
        "มหกรรมเรือไทยโลก ครั้งที่ 3",
    ],
)
def test_whatever_is_put_on_is_hosted(verb: str, event: str) -> None:
    assert hosts(f"{FISH}{verb}{event} ที่กรุงฮานอย") == {FISH}


@pytest.mark.parametrize(
    "text",
    [
        f"ผู้จัดงานมหกรรมมหาสมุทรสีเขียว ขอบคุณ{FISH}",
        f"{FISH}ชื่นชมการจัดเวทีเสวนาเรื่องมหาสมุทรสีเขียว",
        f"{FISH}บริหารจัดการน้ำ",
    ],
)
def test_who_puts_on_nothing_hosts_nothing(text: str) -> None:
    assert hosts(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        f"{FISH} ร่วมกับ{HEALTH} จัด{SUMMIT}",
        f"{FISH} กระทรวงเกษตรและสหกรณ์ ร่วมกับ{HEALTH} (WHO) จัด{SUMMIT}",
        f"{FISH}เป็นเจ้าภาพร่วมกับ{HEALTH}จัด{SUMMIT}",
        f"{FISH}เป็นเจ้าภาพร่วมกับ{HEALTH}ใน{SUMMIT}",
        f"{FISH}ได้จัด{SUMMIT} ร่วมกับ{HEALTH}",
        f"{FISH}และ{HEALTH}เป็นเจ้าภาพร่วมในการจัด{SUMMIT}",
        f"{PM} เข้าร่วม{SUMMIT} ที่{FISH}ร่วมกับ{HEALTH}จัดขึ้น",
        f"{PM} เข้าร่วม{SUMMIT} ซึ่งจัดร่วมกันระหว่าง{FISH}และ{HEALTH}",
        f"{PM} เข้าร่วม{SUMMIT} ซึ่งจัดขึ้นร่วมกันโดย{FISH} และ{HEALTH}",
    ],
)
def test_those_who_put_on_a_meeting_together_all_host_it(text: str) -> None:
    assert hosts(text) == {FISH, HEALTH}


def test_with_whom_of_people_a_meeting_is_held_hosts_nothing() -> None:
    text = f"{FISH}จัด{SUMMIT} ร่วมกับนายวีระ ทองแท้ รัฐมนตรีว่าการกระทรวงการต่างประเทศ"
    assert hosts(text) == {FISH}
    assert hosts(f"{FISH}จัด{SUMMIT} และหารือร่วมกับ{HEALTH}") == {FISH}


@pytest.mark.parametrize(
    "host",
    [
        "เป็นเจ้าภาพในการจัด",
        "เป็นเจ้าภาพหลักในการจัด",
        "เป็นประเทศเจ้าภาพ",
        "ทำหน้าที่เจ้าภาพจัด",
        "รับหน้าที่เป็นเจ้าภาพในการจัด",
    ],
)
def test_a_host_is_told_in_many_words(host: str) -> None:
    assert hosts(f"ลาว{host}{SUMMIT} ณ นครหลวงเวียงจันทน์") == {"ลาว"}


@pytest.mark.parametrize(
    "words",
    [
        "การประชุมดังกล่าวจัดขึ้น",
        "การประชุมครั้งนี้มีขึ้น",
        "ทั้งนี้ การประชุมดังกล่าวมีกำหนดจัดขึ้น",
        "สำหรับการประชุมฯ จะมีขึ้น",
    ],
)
def test_where_and_when_follow_of_the_meeting_that_is_pointed_back_to(words: str) -> None:
    text = f"ข่าว{MOFA}\n{PM} เข้าร่วม{SUMMIT} {LONG}\n{words}เมื่อวันที่ 4 พฤษภาคม 2567 ที่กรุงฮานอย"
    assert {(s, o) for s, o, _ in facts_of(text, "heldAt")} == {(SUMMIT, "ฮานอย")}
    assert {(s, o) for s, o, _ in facts_of(text, "heldOn")} == {(SUMMIT, "2024-05-04")}


def test_the_next_meeting_is_not_the_one_that_was_told_of() -> None:
    text = f"ข่าว{MOFA}\n{PM} เข้าร่วม{SUMMIT} {LONG}\nการประชุมครั้งต่อไปจะจัดขึ้นในวันที่ 4 พฤษภาคม 2570 ที่กรุงฮานอย"
    assert not any(s == SUMMIT for s, _, _ in facts_of(text, "heldAt"))
