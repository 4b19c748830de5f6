"""What the text tells of somebody else, of something else or of another day; no person in it exists."""

from __future__ import annotations

import pytest
from reading import (
    ACTUAL,
    FM,
    GUEST,
    KEN,
    NEGATED,
    ORATHAI,
    PLANNED,
    PM,
    SUMMIT,
    TALK,
    WEERA,
    facts_of,
    pairs,
    told,
)

ENVOY = "นางสาวอรทัย มั่นคง เอกอัครราชทูตไทย ณ กรุงแคนเบอร์รา"
AIMS = "การพัฒนาพลังงานสะอาด"


@pytest.mark.parametrize(
    "rest",
    [
        f"ซึ่งจะช่วยสนับสนุน{AIMS}",
        f"ซึ่งจะเป็นประโยชน์ต่อภูมิภาค ตลอดจนสนับสนุน{AIMS}",
        f"ทั้งนี้ ภาคเอกชนในพื้นที่แสดงความชื่นชม{AIMS}",
        f"สำหรับการหารือในวันนี้ ภาคธุรกิจลาวได้กล่าวชื่นชม{AIMS}",
        f"โดยองค์กรพร้อมส่งเสริม{AIMS}",
        f"ทั้งนี้ ทุกประเทศ ที่ได้พบกัน พร้อมสนับสนุน{AIMS}",
        f"โดยกล่าวว่า เอเปคสนับสนุน{AIMS}",
        f"โดยมีแนวทางสนับสนุน{AIMS}",
    ],
)
def test_what_a_thing_or_unnamed_people_do_is_no_act_of_whoever_acted_last(rest: str) -> None:
    assert pairs(f"{PM} เยือนประเทศญี่ปุ่น {rest}", "supported") == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{PM} เยือนประเทศญี่ปุ่น ซึ่งมีมายาวนาน พร้อมสนับสนุน{AIMS}", ORATHAI),
        (f"{PM} เยือนประเทศญี่ปุ่น ซึ่งทางญี่ปุ่นได้สนับสนุน{AIMS}", "ญี่ปุ่น"),
        (f"{PM} เยือนประเทศญี่ปุ่น โดย “ญี่ปุ่น”พร้อมสนับสนุน{AIMS}", "ญี่ปุ่น"),
        (f"{PM} เยือนประเทศญี่ปุ่น แต่ไทยยังคงสนับสนุน{AIMS}", "ไทย"),
    ],
)
def test_who_is_named_at_the_act_is_for_it(text: str, who: str) -> None:
    assert pairs(text, "supported") == {(who, AIMS)}


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        (f"{PM} จะเยือนประเทศญี่ปุ่นในเดือนหน้า และพร้อมสนับสนุน{AIMS}", ACTUAL),
        (f"{PM} เดินทางมาตามคำเชิญของญี่ปุ่น และสนับสนุน{AIMS}", ACTUAL),
        (f"{PM} จะสนับสนุน{AIMS}", PLANNED),
    ],
)
def test_who_stands_ready_is_for_it_now(text: str, mood: str) -> None:
    assert {m for _, _, m in told(text, "supported")} == {mood}


@pytest.mark.parametrize(
    "words",
    [
        "ขอเชิญชวนพี่น้องประชาชนร่วมชมงานสงกรานต์",
        "ขอให้เชื่อมั่นว่าการเจรจาจะเป็นประโยชน์ต่อประเทศ",
        f"จัดกิจกรรมร่วมกันเพื่อผลักดัน{AIMS}",
    ],
)
def test_what_is_asked_of_the_public_and_to_what_end_one_acts_are_no_proposals(words: str) -> None:
    assert pairs(f"{PM} กล่าวว่า {words}", "proposed") == set()


@pytest.mark.parametrize(
    "words",
    [
        "ขอให้ปฏิบัติงานอย่างเต็มความสามารถ",
        "ขอให้ทุกฝ่ายทำงานด้วยความซื่อสัตย์สุจริต",
        "ขอให้อดทนและเสียสละเพื่อส่วนรวม",
        "ขอให้ร่วมแรงร่วมใจกันพัฒนาชาติ",
        "ขอให้เดินทางโดยสวัสดิภาพ",
        "ขอให้ประสบความสำเร็จในการปฏิบัติหน้าที่",
        "ขอให้คนไทยในต่างแดนดูแลสุขภาพ",
        "เห็นความสำคัญของพวกท่าน",
        "ชื่นชมความทุ่มเทของเจ้าหน้าที่ทุกคน",
        "ชื่นชมความงดงามของวัดโบราณ",
        "ขอให้ทุกหน่วยงานคำนึงถึงสิ่งแวดล้อม และประโยชน์ของชุมชน",
    ],
)
def test_encouragement_and_praise_of_persons_are_courtesies(words: str) -> None:
    said = f"{PM} กล่าวกับข้าราชการว่า {words}"
    assert pairs(said, "proposed") | pairs(said, "supported") == set()


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("ขอให้ทุกฝ่ายทำงานร่วมกันเพื่อแก้ปัญหาน้ำแล้ง", "ทำงานร่วมกันเพื่อแก้ปัญหาน้ำแล้ง"),
        ("ขอให้ผู้ประกอบการไทยไปลงทุนในลาว และเร่งพัฒนาท่าเรือ", "เร่งพัฒนาท่าเรือ"),
    ],
)
def test_what_is_asked_of_people_to_some_end_is_proposed(words: str, thing: str) -> None:
    assert thing in {object_ for _, object_ in pairs(f"{PM} {words}", "proposed")}


@pytest.mark.parametrize(
    "words",
    [
        "มีอำนาจหน้าที่ เช่น (1) เสนอแนะมาตรการป้องกันน้ำท่วม",
        "มีสิทธิเสนอโครงการพัฒนาลุ่มน้ำต่อคณะกรรมการ",
        "มีหน้าที่เสนอแนวทางบริหารจัดการน้ำ",
        "เน้นย้ำให้ข้าราชการทุกคนตระหนักถึงความสำคัญของการประหยัดน้ำ",
        "ทำให้ประชาชนเห็นถึงความสำคัญของการประหยัดน้ำ",
    ],
)
def test_what_one_may_do_and_what_others_are_to_see_is_no_act(words: str) -> None:
    said = f"{PM} {words}"
    assert pairs(said, "proposed") | pairs(said, "supported") == set()


@pytest.mark.parametrize(
    ("stresses", "topics"),
    [
        ("ที่มุ่งเน้นการประหยัดน้ำ", {"การประหยัดน้ำ"}),
        ("โดยมุ่งเน้นการประหยัดน้ำ", {"การประหยัดน้ำ"}),
        ("ซึ่งสอดคล้องกับเป้าหมายที่มุ่งเน้นการประหยัดน้ำ", set()),
    ],
)
def test_what_a_policy_stresses_is_not_what_the_meeting_treats_of(stresses: str, topics: set[str]) -> None:
    told_of = pairs(f"{PM} เข้าร่วมการประชุมน้ำโลก ครั้งที่ 3 {stresses}", "discussed")
    assert {topic for _, topic in told_of} == topics


@pytest.mark.parametrize(
    ("phrase", "thing"),
    [
        (f"{AIMS} ไทยสนใจที่จะร่วมมือกับญี่ปุ่น", AIMS),
        (f"{AIMS} ปีนี้มูลค่าเพิ่มขึ้น", AIMS),
        (f"{AIMS} เชื่อว่าจะเป็นประโยชน์", AIMS),
        ("ความร่วมมือระหว่างไทย และญี่ปุ่น", "ความร่วมมือระหว่างไทย และญี่ปุ่น"),
    ],
)
def test_where_a_phrase_ends(phrase: str, thing: str) -> None:
    assert pairs(f"{PM} สนับสนุน{phrase}", "supported") == {(ORATHAI, thing)}


def test_what_is_hoped_to_be_talked_of_is_left_to_another_talk() -> None:
    text = f"{TALK}\nทั้งสองฝ่ายหวังว่าจะได้หารือเกี่ยวกับ{AIMS}"
    assert pairs(text, "discussed") == set()
    assert pairs(f"{TALK}\nทั้งสองฝ่ายหารือเกี่ยวกับ{AIMS}", "discussed") != set()


@pytest.mark.parametrize(
    ("text", "came"),
    [
        (f"{PM} หารือกับนายเคน โอตะ ผู้บัญชาการตำรวจ ประเทศญี่ปุ่น", {ORATHAI, KEN}),
        (f"{PM} กล่าวต้อนรับคณะผู้แทนญี่ปุ่น", set()),
        (f"นายเอก ใจดี โฆษกประจำสำนักนายกรัฐมนตรี แถลงข่าวการจัดงานเทศกาลผ้าโลก ของ{PM}", set()),
        (f"{PM} เข้าร่วมการประชุมสุดยอดทั้งหมด", set()),
        (f"{PM} เดินทางไป หอประชุมแห่งชาติ สปป.ลาว  เพื่อเข้าร่วม{SUMMIT}", {ORATHAI}),
        (f"{PM} เยือนประเทศญี่ปุ่น ทั้งนี้ สมเด็จพระสันตะปาปาเปโตร ได้เข้าเยี่ยมคารวะ{GUEST}", set()),
        (f"{PM} เยือนประเทศญี่ปุ่น โดยบริษัทชั้นนำกว่า 20 แห่งเข้าร่วม{SUMMIT}", set()),
    ],
)
def test_who_comes(text: str, came: set[str]) -> None:
    assert {s for s, _ in pairs(text, "attended")} == came


def test_the_day_of_a_return_is_no_day_of_the_meeting() -> None:
    text = f"วันนี้ (5 มีนาคม 2567) {PM} เดินทางถึงประเทศไทย หลังจากเข้าร่วม{SUMMIT}"
    assert pairs(text, "heldOn") == set()


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        (f"{PM} จะเข้าร่วม{SUMMIT} ซึ่งญี่ปุ่นเป็นเจ้าภาพ", PLANNED),
        (f"ญี่ปุ่นพร้อมเป็นเจ้าภาพ{SUMMIT}", PLANNED),
        (f"{PM} เข้าร่วม{SUMMIT} ซึ่งญี่ปุ่นเป็นเจ้าภาพ", ACTUAL),
    ],
)
def test_in_which_mood_a_meeting_is_hosted(text: str, mood: str) -> None:
    assert told(text, "hosted") == {("ญี่ปุ่น", SUMMIT, mood)}


@pytest.mark.parametrize(
    ("text", "journeys"),
    [
        (
            f"นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงแรงงาน เข้าพบ {ENVOY} ในโอกาสเดินทางเยือนประเทศออสเตรเลีย",
            {("สมชาย ใจดี", "ออสเตรเลีย", ACTUAL)},
        ),
        (
            f"{PM} กล่าวถึงการเดินทางเยือนไทยของ{GUEST} ในวันที่ 9 เมษายน 2567",
            {(KEN, "ไทย", PLANNED)},
        ),
    ],
)
def test_whose_journey_it_is_and_when(text: str, journeys: set[tuple[str, str, str]]) -> None:
    assert told(text, "visited") == journeys


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "นายสมชาย ใจดี กงสุลใหญ่ ณ เมืองดูไบ นางปราณี ร่วมคำ เข้าร่วม",
            {("สมชาย ใจดี", "กงสุลใหญ่ ณ เมืองดูไบ")},
        ),
        (
            "นางสาวอรทัย มั่นคง เอกอัครราชทูตไทย ณ กรุงโตเกียว กล่าวว่า",
            {(ORATHAI, "เอกอัครราชทูตไทย ณ กรุงโตเกียว")},
        ),
        (
            "นายเคน โอตะ นายกรัฐมนตรี ประเทศญี่ปุ่น",
            {(KEN, "นายกรัฐมนตรี ประเทศญี่ปุ่น")},
        ),
    ],
)
def test_whose_title_it_is_and_where_it_ends(text: str, posts: set[tuple[str, str]]) -> None:
    assert pairs(text, "holdsPosition") == posts


def test_a_long_name_of_a_talk_ends_between_two_people() -> None:
    row = " ".join(f"นายสมชาย{i} ใจดี ปลัดกระทรวงพลังงานและสิ่งแวดล้อมแห่งชาติ" for i in range(4))
    names = {o for _, o in pairs(f"{PM} หารือกับ {GUEST} พร้อมด้วย {row}", "attended")}
    assert names
    assert all(len(name) <= 160 and name[-1] != " " and not name.endswith(("นาย", " ณ")) for name in names)


@pytest.mark.parametrize(
    "sends",
    ["คัดเลือกเยาวชน", "ส่งผู้แทนกระทรวง", "ได้ส่งนักกีฬา", "สนับสนุนให้นักเรียน", "เปิดโอกาสให้ผู้ประกอบการ", "เชิญชวนประชาชน"],
)
def test_who_sends_others_does_not_come_himself(sends: str) -> None:
    text = f"{FM} {sends}เข้าร่วมการประชุมเยาวชนอาเซียน ครั้งที่ 3"
    assert pairs(text, "attended") == set()
    assert pairs(f"{FM} {sends}เดินทางไปประเทศลาว", "visited") == set()


def test_who_is_sent_comes_and_a_body_comes_by_those_whom_it_sends() -> None:
    meeting = "การประชุมเยาวชนอาเซียน ครั้งที่ 3"
    text = f"{FM} ได้ส่งนายกล้า หาญใจ เข้าร่วม{meeting}"
    assert pairs(text, "attended") == {("กล้า หาญใจ", meeting)}
    assert pairs(f"กระทรวงวัฒนธรรมส่งผู้แทนเข้าร่วม{meeting}", "attended") == {("กระทรวงวัฒนธรรม", meeting)}
    text = f"{FM} ส่งมอบหนังสือแก่เยาวชน และเดินทางไปประเทศลาว"
    assert pairs(text, "visited") == {(WEERA, "ลาว")}


@pytest.mark.parametrize(
    ("how", "mood"),
    [
        ("ต้องเข้าร่วม", PLANNED),
        ("อาจเข้าร่วม", PLANNED),
        ("วางแผนเข้าร่วม", PLANNED),
        ("ได้รับอนุญาตให้เข้าร่วม", PLANNED),
        ("ปฏิเสธคำเชิญเข้าร่วม", NEGATED),
        ("ถูกห้ามเข้าร่วม", NEGATED),
        ("เคยเข้าร่วม", ACTUAL),
    ],
)
def test_what_must_or_may_be_come_to_is_still_to_come_and_what_is_refused_is_not_come_to(
    how: str, mood: str
) -> None:
    assert facts_of(f"{FM} {how}{SUMMIT}", "attended") == {(WEERA, SUMMIT, mood)}


@pytest.mark.parametrize(
    ("words", "predicate", "mood"),
    [
        ("เสนอจัดตั้ง", "proposed", ACTUAL),
        ("ขอเสนอจัดตั้ง", "proposed", ACTUAL),
        ("เสนอให้จัดตั้ง", "proposed", ACTUAL),
        ("ผลักดันจัดตั้ง", "proposed", ACTUAL),
        ("เห็นพ้องจัดตั้ง", "supported", ACTUAL),
        ("สนับสนุนให้จัดตั้ง", "supported", ACTUAL),
        ("จัดตั้ง", "launched", ACTUAL),
        ("วางแผนจัดตั้ง", "launched", PLANNED),
        ("ตั้งเป้าจัดตั้ง", "launched", PLANNED),
    ],
)
def test_what_is_proposed_or_meant_to_be_set_up_is_not_set_up_yet(
    words: str, predicate: str, mood: str
) -> None:
    text = f"ไทย{words}ศูนย์เตือนภัยสึนามิอาเซียน"
    said = {(p, m) for p in ("proposed", "supported", "launched") for _, _, m in told(text, p)}
    assert said == {(predicate, mood)}


def test_what_is_offered_for_sale_or_in_the_news_is_no_proposal() -> None:
    assert pairs("ไทยเสนอขายข้าวหอมแก่จีน", "proposed") | pairs("ไทยนำเสนอข่าวน้ำท่วมภาคใต้", "proposed") == set()
    told = "นายกรัฐมนตรีเสนอขายข้าวหอมให้จีน และหารือกับประธานาธิบดีฝรั่งเศส"
    assert pairs(told, "metWith") == {("นายกรัฐมนตรี", "ประธานาธิบดีฝรั่งเศส")}


@pytest.mark.parametrize("while_there", ["ขณะ", "ระหว่าง", "ในโอกาส"])
def test_who_orders_something_while_he_travels_travels_himself(while_there: str) -> None:
    text = f"{FM} สั่งการให้เร่งช่วยเหลือคนไทย {while_there}เดินทางเยือนญี่ปุ่น"
    assert pairs(text, "visited") == {(WEERA, "ญี่ปุ่น")}
