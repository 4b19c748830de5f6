"""Tours in the field, journeys that go on, and who comes along; texts made for the purpose."""

from __future__ import annotations

import pytest
from reading import facts_of

MIN = "นายธนดล รุ่งเรืองกิจ รัฐมนตรีว่าการกระทรวงวัฒนธรรม"
CHIEF = "นายสุเมธ แก้วกาญจน์ ปลัดกระทรวงวัฒนธรรม"
THANADON, SUMET = "ธนดล รุ่งเรืองกิจ", "สุเมธ แก้วกาญจน์"


def visits(text: str) -> set[tuple[str, str]]:
    return {(who, place) for who, place, _ in facts_of(text, "visited")}


def test_who_is_told_behind_the_goal_of_a_journey_comes_along() -> None:
    text = f"{MIN} มีกำหนดเดินทางไปยังประเทศญี่ปุ่น พร้อมด้วย{CHIEF} ระหว่างวันที่ 11-15 มกราคม 2566"
    assert visits(text) == {(THANADON, "ญี่ปุ่น"), (SUMET, "ญี่ปุ่น")}


def test_a_tour_in_the_field_is_made_in_the_provinces_named() -> None:
    text = f"{MIN} พร้อมด้วย {CHIEF} ลงพื้นที่เยี่ยมชมสถานประกอบการชุมชน จังหวัดตรังและจังหวัดพัทลุง เพื่อรับฟังความคิดเห็น"
    assert visits(text) == {(who, place) for who in (THANADON, SUMET) for place in ("ตรัง", "พัทลุง")}


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("ลงพื้นที่จังหวัดตรัง", {"ตรัง"}),
        ("เดินทางต่อไปที่เมืองมิลาน ประเทศอิตาลี", {"มิลาน", "อิตาลี"}),
        ("เดินทางศึกษาดูงานด้านการเกษตร ณ จังหวัดระยอง", {"ระยอง"}),
    ],
)
def test_a_journey_by_other_words(told: str, places: set[str]) -> None:
    assert visits(f"{MIN} {told}") == {(THANADON, place) for place in places}


def test_who_leads_another_there_comes_as_well() -> None:
    guest = "นายคาร์ล โฮลม์ เอกอัครราชทูตสวีเดนประจำประเทศไทย"
    text = f"{MIN} เปิดเผยภายหลังได้รับมอบหมายจากนายกรัฐมนตรี นำ{guest} เดินทางศึกษาดูงาน ณ จังหวัดระยอง"
    assert visits(text) == {(THANADON, "ระยอง"), ("คาร์ล โฮลม์", "ระยอง")}


def test_a_programme_is_of_him_whose_it_is_said_to_be() -> None:
    text = (
        "นายโสภา ธีดา นายกรัฐมนตรีกัมพูชา และภริยานายกรัฐมนตรีกัมพูชา มีกำหนดเดินทางเยือนไทย ตามคำเชิญของนายกรัฐมนตรี\n"
        "กำหนดการสำคัญของนายกรัฐมนตรีกัมพูชา ได้แก่ การพบหารือทวิภาคีกับนายกรัฐมนตรี การแถลงข่าวร่วม "
        "และการเป็นประธานในพิธีเปิดงานเสวนาภาคธุรกิจไทยและกัมพูชา"
    )
    assert {who for who, _, _ in facts_of(text, "chaired")} <= {"โสภา ธีดา"}
    assert not any("ภริยา" in who for who, _, _ in facts_of(text, "attended"))


def test_nobody_holds_offices_of_two_states() -> None:
    guest = "นายคาร์ล โฮลม์ รัฐมนตรีว่าการกระทรวงการคลังสวีเดน"
    text = f"{guest} และรองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงการคลังสิงคโปร์ เข้าเยี่ยมคารวะ{MIN}"
    assert {state for who, state, _ in facts_of(text, "represents") if who == "คาร์ล โฮลม์"} == {"สวีเดน"}


@pytest.mark.parametrize(
    ("told", "places"),
    [
        (
            "เยี่ยมชมท่าเรือทองดี สถานีรถไฟบางเหนือ และพิพิธภัณฑ์ผ้าบางใต้",
            {"ท่าเรือทองดี", "สถานีรถไฟบางเหนือ", "พิพิธภัณฑ์ผ้าบางใต้"},
        ),
        ("เดินทางไปเยี่ยมผู้ป่วยที่โรงพยาบาลบางเหนือและโรงพยาบาลบางใต้", {"โรงพยาบาลบางเหนือ", "โรงพยาบาลบางใต้"}),
        (
            "เยี่ยมชมโครงการด้านพลังงาน อาทิ โรงไฟฟ้าบางเหนือ และสถานีสูบน้ำบางใต้",
            {"โรงไฟฟ้าบางเหนือ", "สถานีสูบน้ำบางใต้"},
        ),
        ("เยี่ยมชมสินค้าเกษตรไทย ณ ตลาดทองดี", {"ตลาดทองดี"}),
        ("ไปศึกษาดูงานด้านการเกษตร ณ จังหวัดระยอง", {"ระยอง"}),
        ("เยี่ยมชมสถาบันวิจัยและโรงงานทดลองบางเหนือ", {"สถาบันวิจัยและโรงงานทดลองบางเหนือ"}),
        ("เยี่ยมชมการดำเนินงานของโรงพยาบาลบางเหนือ", {"โรงพยาบาลบางเหนือ"}),
        ("เยี่ยมชม City Museum และ Northern Port", {"City Museum", "Northern Port"}),
        ("เยี่ยมชมพิพิธภัณฑ์ และร้านค้า", set()),
        ("เยี่ยมชมพระบรมมหาราชวัง", {"พระบรมมหาราชวัง"}),
        ("เดินทางเยือน 3 ประเทศ ได้แก่ เคนยา ฝรั่งเศส และอิตาลี", {"เคนยา", "ฝรั่งเศส", "อิตาลี"}),
        ("เยี่ยมชมนิทรรศการสินค้าท้องถิ่น เช่น สหกรณ์โคนมบางเหนือ", set()),
        ("เยี่ยมชมนิทรรศการ ณ ห้องประชุม 2", set()),
        ("กล่าวถึงนักท่องเที่ยวที่เดินทางมาเยี่ยมชมสินค้าท้องถิ่น ณ ตลาดทองดี", set()),
    ],
)
def test_whoever_goes_to_see_several_sites_visits_each(told: str, places: set[str]) -> None:
    assert visits(f"{MIN} {told}") == {(THANADON, place) for place in places}


@pytest.mark.parametrize("told", ["ติดตาม{}เดินทางเยือนประเทศเคนยา", "ร่วมติดตามคณะ{}เดินทางไปยังประเทศเคนยา"])
def test_who_follows_another_on_his_journey_makes_it_too(told: str) -> None:
    assert visits(f"{CHIEF} {told.format(MIN)}") == {(THANADON, "เคนยา"), (SUMET, "เคนยา")}


def test_who_sets_out_for_a_meeting_will_visit_where_it_is_held() -> None:
    text = (
        f"{MIN} ออกเดินทางจากท่าอากาศยานบางเหนือ เพื่อเข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 45 ณ กรุงฮานอย ประเทศเวียดนาม"
    )
    assert visits(text) == {(THANADON, "ฮานอย"), (THANADON, "เวียดนาม")}
