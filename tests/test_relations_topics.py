"""What a meeting treats of besides what its verbs say: what is told of, what must be done."""

from __future__ import annotations

import pytest
from reading import PM, SUMMIT, facts_of

from kg.documents import document_from_text
from kg.extract import extract

ACTUAL, PLANNED = "Actual", "Planned"
_TALK = (
    "เมื่อวันที่ 5 มีนาคม 2567 นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน หารือกับนายจอห์น สมิธ "
    "เอกอัครราชทูตออสเตรเลียประจำประเทศไทย "
)
_MEETING = (
    "เมื่อวันที่ 5 มีนาคม 2567 นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน เข้าร่วมการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41 "
)


def _objects(text: str, predicate: str) -> set[str]:
    return {object_ for _, object_, _ in facts_of(text, predicate)}


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("ทั้งสองฝ่ายได้กล่าวถึงความสำเร็จของการฝึกร่วมระหว่างสองประเทศ", "ความสำเร็จของการฝึกร่วมระหว่างสองประเทศ"),
        ("นายสมชายกล่าวถึงความสำคัญของพลังงานสะอาด", "พลังงานสะอาด"),
        ("นายสมชายกล่าวถึงความสัมพันธ์ทางการค้าว่าเติบโตขึ้นมาก", "ความสัมพันธ์ทางการค้า"),
    ],
)
def test_what_is_told_of_at_a_talk_is_discussed_there(said: str, topic: str) -> None:
    assert _objects(_TALK + said, "discussed") == {topic}


def test_what_a_spokesperson_tells_of_is_no_topic_of_the_talk() -> None:
    text = _TALK + "\n\nนายชัย ดีมาก โฆษกกระทรวงพลังงาน กล่าวถึงความสำคัญของพลังงานสะอาด"
    assert _objects(text, "discussed") == set()


def test_what_must_be_done_is_talked_of_now_though_it_is_still_to_come() -> None:
    text = _MEETING + (
        "นายสมชายกล่าวว่า อาเซียนต้องมุ่งเน้นการลงทุนในพลังงานสะอาด โดยจะต้องส่งเสริมความร่วมมือด้านการเชื่อมโยงทางไฟฟ้า "
        "และควรเร่งรัดการจัดทำระบบข้อมูล"
    )
    assert {(o, m) for _, o, m in facts_of(text, "discussed")} == {
        ("การลงทุนในพลังงานสะอาด", ACTUAL),
        ("ความร่วมมือด้านการเชื่อมโยงทางไฟฟ้า", ACTUAL),
        ("การจัดทำระบบข้อมูล", ACTUAL),
    }


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("สำหรับสถานการณ์ในเมียนมานั้น ไทยย้ำความสำคัญของสันติภาพ", "สถานการณ์ในเมียนมา"),
        ("ในส่วนของความสัมพันธ์ระหว่างประชาชน ไทยพร้อมสนับสนุนการแลกเปลี่ยนเยาวชน", "ความสัมพันธ์ระหว่างประชาชน"),
        ("ส่วนประเด็นพลังงานสะอาด ที่ประชุมเห็นพ้องที่จะลงทุน", "พลังงานสะอาด"),
        ("ไทยยินดีต่อเรื่องนี้ ด้านการศึกษา ไทยพร้อมร่วมมือ", "การศึกษา"),
    ],
)
def test_what_the_text_turns_to_is_a_topic(said: str, topic: str) -> None:
    assert _objects(_MEETING + said, "discussed") == {topic}


def test_a_field_before_an_actor_opens_a_clause_and_ends_the_list_before_it() -> None:
    text = _MEETING + "ไทยพร้อมสนับสนุนการแลกเปลี่ยนเยาวชน ด้านการศึกษา ไทยพร้อมร่วมมือ"
    assert _objects(text, "supported") == {"การแลกเปลี่ยนเยาวชน"}


def test_the_cooperation_at_the_head_of_a_paragraph_stays_whole_where_its_fields_share_it() -> None:
    text = (
        _TALK + "\nความร่วมมือด้านการเกษตร ทั้งสองฝ่ายเห็นพ้องเพิ่มการค้าสินค้าเกษตร\n"
        "ความร่วมมือด้านวิทยาศาสตร์ เทคโนโลยี และนวัตกรรม ทั้งสองฝ่ายยินดีต่อพัฒนาการของโครงการ"
    )
    assert _objects(text, "discussed") == {
        "ความร่วมมือด้านการเกษตร",
        "ความร่วมมือด้านวิทยาศาสตร์ เทคโนโลยี และนวัตกรรม",
    }


def test_what_goes_on_to_tell_of_a_meeting_tells_of_that_one() -> None:
    text = (
        _MEETING + "\n2. ในวันศุกร์ที่ 8 มีนาคม 2567 จะมีการประชุมรัฐมนตรีกลาโหมอาเซียน ครั้งที่ 9 "
        "โดยจะมีการหารือที่สำคัญเกี่ยวกับ (1) การสนับสนุนทางการเงิน (2) แผนงานประชาคม พ.ศ. 2568 "
        "(ASEAN Economic Community (AEC) Blueprint 2025) และความคาดหวังในอนาคต "
        "(3) ความคืบหน้าของความร่วมมือทางทหาร"
    )
    assert {(s.split(" ครั้งที่")[0], o.split(" (")[0]) for s, o, _ in facts_of(text, "discussed")} == {
        ("การประชุมรัฐมนตรีกลาโหมอาเซียน", topic)
        for topic in (
            "การสนับสนุนทางการเงิน",
            "แผนงานประชาคม พ.ศ. 2568",
            "ความคาดหวังในอนาคต",
            "ความคืบหน้าของความร่วมมือทางทหาร",
        )
    }


def test_whose_idea_it_is_called_has_proposed_it() -> None:
    text = "ไทยสนับสนุนแนวคิด “บ้านห้าหลัง” (Five Homes) ของประธานาธิบดีหลี่ ใจดี ของจีน"
    assert facts_of(text, "proposed") == {("หลี่ ใจดี", "แนวคิด “บ้านห้าหลัง”", ACTUAL)}
    assert facts_of(text, "supported") == {("ไทย", "แนวคิด “บ้านห้าหลัง”", ACTUAL)}


def test_an_initiative_is_not_launched_by_its_noun() -> None:
    assert facts_of("ไทยชื่นชมข้อริเริ่ม “เพื่อนบ้านที่ดี” ของนายกรัฐมนตรีมาเลเซีย", "launched") == set()


def test_a_vision_that_is_announced_is_launched_by_its_name_and_leads_somewhere() -> None:
    text = "นายสมชาย ใจดี นายกรัฐมนตรี ได้ประกาศวิสัยทัศน์ ‘BRIGHT SIAM’ เพื่อผลักดันประเทศไทยสู่ศูนย์กลางเศรษฐกิจดิจิทัล"
    assert facts_of(text, "launched") == {("สมชาย ใจดี", "‘BRIGHT SIAM’", ACTUAL)}
    assert _objects(text, "proposed") == {"ศูนย์กลางเศรษฐกิจดิจิทัล"}


def test_what_a_body_decides_as_proposed_was_proposed_by_whoever_is_named() -> None:
    text = "คณะรัฐมนตรีมีมติเห็นชอบร่างบันทึกความเข้าใจว่าด้วยความร่วมมือด้านแรงงาน ตามที่กระทรวงแรงงานเสนอ"
    assert facts_of(text, "proposed") == {
        ("กระทรวงแรงงาน", "ร่างบันทึกความเข้าใจว่าด้วยความร่วมมือด้านแรงงาน", ACTUAL)
    }


def test_the_day_on_which_a_body_resolved_is_not_the_day_of_the_meeting_it_hears_of() -> None:
    text = "คณะรัฐมนตรี (5 มีนาคม 2567) รับทราบผลการประชุมรัฐมนตรีแรงงานอาเซียน ครั้งที่ 27"
    assert facts_of(text, "heldOn") == set()


def test_states_that_only_tell_of_what_do_not_act() -> None:
    text = (
        _TALK + "\n\nเอกอัครราชทูตออสเตรเลียชื่นชมการปฏิรูปของไทย โดยความสัมพันธ์ระหว่างไทยกับออสเตรเลียที่ใกล้ชิดกันมายาวนาน "
        "ตลอดจนเห็นพ้องในการยกระดับความร่วมมือ"
    )
    assert {s for s, _, _ in facts_of(text, "supported")} == {"จอห์น สมิธ"}


def test_with_whom_something_is_done_is_no_part_of_it() -> None:
    text = _TALK + "นายสมชาย ใจดี พร้อมร่วมมือกับสหประชาชาติขับเคลื่อนการพัฒนาอย่างยั่งยืน"
    assert _objects(text, "supported") == {"การพัฒนาอย่างยั่งยืน"}


def test_items_that_whatever_it_be_opens_are_subjects_of_a_talk() -> None:
    text = "ทั้งสองฝ่ายหารือในประเด็นที่ให้ความสำคัญ ไม่ว่าจะเป็นการจัดการน้ำ การป้องกันไฟป่า และปัญหาหมอกควัน"
    assert {"การจัดการน้ำ", "การป้องกันไฟป่า", "ปัญหาหมอกควัน"} <= _objects(_TALK + text, "discussed")


def _said(text: str, predicate: str) -> set[tuple[str, str]]:
    return {(s, o) for s, o, _ in facts_of(text, predicate)}


@pytest.mark.parametrize(
    ("text", "talked_of"),
    [
        (
            f"{_TALK}เมื่อวันที่ 4 มีนาคม 2567 เกี่ยวกับการจัดเก็บพลังงานสะอาด",
            {"การจัดเก็บพลังงานสะอาด"},
        ),
        (
            "นายสมชาย ดีมาก รัฐมนตรีว่าการกระทรวงพลังงาน หารือกับภาคเอกชนญี่ปุ่น เพื่อส่งเสริมการจัดเก็บพลังงานสะอาด",
            {"การจัดเก็บพลังงานสะอาด"},
        ),
        (
            f"{_MEETING}ที่ประชุมได้หารือเกี่ยวกับการฝึกอบรมช่างสายส่งไฟฟ้า และการเงิน",
            {"การฝึกอบรมช่างสายส่งไฟฟ้า"},
        ),
        (f"{_MEETING}ที่ประชุมได้หารือเกี่ยวกับความร่วมมือด้านพลังงาน ดังนี้", set()),
    ],
)
def test_what_is_talked_of_stands_behind_day_and_place_and_is_no_mere_part(
    text: str, talked_of: set[str]
) -> None:
    assert {o for _, o in _said(text, "discussed")} == talked_of


_LIST = {"ความมั่นคงทางพลังงาน", "การอบรมช่างไฟฟ้า", "การค้าชายแดน"}
_LISTED = "ความมั่นคงทางพลังงาน การอบรมช่างไฟฟ้า และการค้าชายแดน"
_NUMBERED = "1) ความมั่นคงทางพลังงาน 2) การอบรมช่างไฟฟ้า และ 3) การค้าชายแดน"


@pytest.mark.parametrize("items", [_LISTED, _NUMBERED])
@pytest.mark.parametrize(
    "told",
    [
        "โดยมีวาระการประชุม ประกอบด้วย",
        "โดยมีระเบียบวาระสำคัญ ได้แก่",
        "โดยมีประเด็นการหารือ 3 เรื่อง คือ",
        "ซึ่งมี 3 ประเด็นหลัก ได้แก่",
        "หัวข้อหลักของการประชุมในครั้งนี้ คือ",
        "สาระสำคัญของการประชุม ได้แก่",
        "ประเด็นที่มีการหยิบยกขึ้นหารือ อาทิ",
        "ประเด็นสำคัญที่ได้หารือ ประกอบด้วย",
        "โดยมีวัตถุประสงค์สำคัญเพื่อพิจารณา",
        "วัตถุประสงค์ของการประชุมเพื่อแลกเปลี่ยนประสบการณ์เกี่ยวกับ",
        "และกล่าวถ้อยแถลงที่สะท้อนหัวข้อหลักของการประชุม คือ",
        "ซึ่งครอบคลุมประเด็น",
    ],
)
def test_a_noun_that_leads_to_a_list_announces_what_a_meeting_treats_of(told: str, items: str) -> None:
    assert {o for _, o in _said(f"{_MEETING}{told} {items}", "discussed")} == _LIST


@pytest.mark.parametrize(
    "told",
    [
        "ไทยได้เสนอประเด็นสำคัญ ได้แก่",
        "กระทรวงพลังงานจัดทำแผนแม่บท ซึ่งประกอบด้วย 3 ประเด็นหลัก ได้แก่",
    ],
)
def test_what_somebody_proposes_or_a_plan_holds_is_no_agenda(told: str) -> None:
    assert not _said(f"{_MEETING}{told} {_LISTED}", "discussed")


@pytest.mark.parametrize(
    "told",
    [
        "ในหลากหลายประเด็น ได้แก่ 1. ความมั่นคงทางพลังงาน 2. การอบรมช่างไฟฟ้า และ 3. การค้าชายแดน",
        f"ในกรอบความร่วมมือหลากหลายประเด็น ได้แก่ {_LISTED}",
        f"ในประเด็นต่าง ๆ ที่สำคัญ ได้แก่ {_LISTED}",
        f"เกี่ยวกับความร่วมมือใน 3 ด้าน ได้แก่ {_LISTED}",
        f"ถึงความร่วมมือ 3 ประเด็น คือ {_LISTED}",
        f"โดยทั้งสองฝ่ายหารือแนวทางการทำงานร่วมกันใน 3 ประเด็น {_NUMBERED}",
        f"โดยทั้งสองฝ่ายแลกเปลี่ยนความคิดเห็นและประสบการณ์ในเรื่องต่าง ๆ ที่อยู่ในความสนใจร่วมกัน ทั้ง{_LISTED}",
        f"ในหลายประเด็นสำคัญ อาทิ {_LISTED}",
        f"โดยการหารือในวันนี้เป็นโอกาสอันดีที่ทั้งสองฝ่ายจะได้แลกเปลี่ยนความคิดเห็นเกี่ยวกับ{_LISTED}",
        "โดยทั้งสองฝ่ายหารือ 1) ความมั่นคงทางพลังงาน เพื่ออนาคต 2) การอบรมช่างไฟฟ้า ซึ่งไทยพร้อมช่วย 3) การค้าชายแดน",
    ],
)
def test_a_list_names_what_its_head_only_counts(told: str) -> None:
    assert {o for _, o in _said(_TALK + told, "discussed")} == _LIST


@pytest.mark.parametrize(
    ("listed", "topics"),
    [
        ("ใน 3 ด้าน ประกอบด้วย ด้านการศึกษา ด้านการวิจัย และด้านนวัตกรรม", {"การศึกษา", "การวิจัย", "นวัตกรรม"}),
        ("ใน 3 สาขา ได้แก่ (1) การค้า (2) การวิจัย (3) แรงงาน", {"การค้า", "การวิจัย", "แรงงาน"}),
    ],
)
def test_short_items_of_an_announced_list_are_talked_of_each(listed: str, topics: set[str]) -> None:
    assert {o for _, o in _said(f"{_TALK}โดยทั้งสองฝ่ายหารือความร่วมมือ{listed}", "discussed")} == topics


_DRAFT = "คณะรัฐมนตรีเห็นชอบร่างแถลงการณ์ร่วมของการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41 "


@pytest.mark.parametrize(
    "told",
    [
        f"โดยมีสาระสำคัญเกี่ยวกับ{_LISTED}",
        f"ซึ่งมีสาระสำคัญเป็นการแสดงเจตนารมณ์ในการส่งเสริมพลังงาน {_LISTED}",
        f"ซึ่งครอบคลุมความร่วมมือ 3 สาขา ได้แก่ {_LISTED}",
        f"โดยมีความร่วมมือเพิ่มเติมภายใต้แผนงานของอาเซียน อาทิ {_LISTED}",
        "โดยมีประเด็นเพิ่มเติม อาทิ 1)ความมั่นคงทางพลังงาน 2)การอบรมช่างไฟฟ้า 3)การค้าชายแดน",
    ],
)
def test_what_a_document_holds_is_to_be_talked_of_at_the_meeting_that_it_is_for(told: str) -> None:
    assert _LIST - {"ความมั่นคงทางพลังงาน"} <= {
        o for s, o in _said(_DRAFT + told, "discussed") if s == "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41"
    }


@pytest.mark.parametrize("told", [f"ซึ่งมีสาระสำคัญเกี่ยวกับ{_LISTED}", f"ครอบคลุมความร่วมมือ 3 สาขา ได้แก่ {_LISTED}"])
def test_what_an_act_holds_that_is_for_no_meeting_nobody_talks_of(told: str) -> None:
    assert not _said(f"คณะรัฐมนตรีเห็นชอบร่างพระราชบัญญัติพลังงาน {told}", "discussed")


def test_a_number_that_counts_what_is_told_adds_nothing_to_the_list_before_it() -> None:
    text = f"{_MEETING}1) ไทยสนับสนุนการอบรมช่างไฟฟ้า 2) การค้าชายแดนจะเพิ่มขึ้น"
    assert {o for _, o in _said(text, "supported")} == {"การอบรมช่างไฟฟ้า"}


@pytest.mark.parametrize(
    ("seminar", "topic"),
    [
        ("จัดการสัมมนาในหัวข้อ “เมืองยั่งยืน” ณ กรุงเทพฯ", "เมืองยั่งยืน"),
        ('จัดสัมมนาหัวข้อ "เมืองยั่งยืน" ณ กรุงเทพฯ', "เมืองยั่งยืน"),
        ("จัดการสัมมนาเชิงปฏิบัติการเรื่องการลดคาร์บอนในภาคขนส่ง ณ กรุงเทพฯ", "การลดคาร์บอนในภาคขนส่ง"),
        ("จัดการประชุมเชิงปฏิบัติการเรื่อง “การลดคาร์บอนในภาคขนส่ง” ที่กรุงเทพฯ", "การลดคาร์บอนในภาคขนส่ง"),
    ],
)
def test_a_seminar_is_on_what_its_name_tells(seminar: str, topic: str) -> None:
    assert topic in {o.strip("“”") for _, o in _said(f"กระทรวงพลังงาน{seminar}", "discussed")}


def test_what_a_committee_is_called_by_is_no_subject_of_its_meeting() -> None:
    assert not _said("กระทรวงพลังงานจัดการประชุมคณะกรรมการว่าด้วยการลดคาร์บอน ครั้งที่ 3 ณ กรุงเทพฯ", "discussed")


@pytest.mark.parametrize("joined", ["การอบรมช่างไฟฟ้า และ", "การอบรมช่างไฟฟ้า ตลอดจน"])
def test_a_list_goes_on_over_what_is_told_of_an_item(joined: str) -> None:
    told = f"โดยทั้งสองฝ่ายหารือเรื่องความมั่นคงทางพลังงาน ที่มีความคืบหน้ามาโดยตลอด {joined}การค้าชายแดน"
    assert {o for _, o in _said(_TALK + told, "discussed")} == _LIST


@pytest.mark.parametrize(
    "told",
    ["และทั้งสามฝ่าย", "และคำกล่าว “โลกใบเล็ก”", "และกระทรวงพลังงานลาว", "และหน่วยงานที่เกี่ยวข้อง", "สุดท้ายนี้ ขอขอบคุณ"],
)
def test_an_act_a_side_and_a_saying_are_nothing_that_is_talked_of(told: str) -> None:
    text = f"{_TALK}โดยทั้งสองฝ่ายหารือเรื่องความมั่นคงทางพลังงาน {told}"
    assert {o for _, o in _said(text, "discussed")} == {"ความมั่นคงทางพลังงาน"}


def test_what_is_told_behind_a_space_in_part_is_turned_to_and_not_talked_of() -> None:
    assert _objects(f"{_TALK}โดยทั้งสองฝ่ายหารือในส่วนของการค้าชายแดน", "discussed") == {"การค้าชายแดน"}


def test_what_is_stressed_in_an_act_is_of_that_act() -> None:
    text = _MEETING + "ไทยพร้อมสนับสนุนความร่วมมือด้านพลังงานสะอาด โดยมุ่งเน้นการพัฒนาบุคลากรในชนบท"
    assert ("ไทย", "การพัฒนาบุคลากรในชนบท") in _said(text, "supported")
    assert not _said(text, "discussed")


def test_a_list_behind_a_proposal_tells_what_is_proposed() -> None:
    text = _MEETING + "\nไทยเสนอแนวทางความร่วมมือด้านพลังงาน ดังนี้\n1. การเชื่อมโยงสายส่งไฟฟ้า\n2. การฝึกอบรมช่างไฟฟ้า"
    assert {o for _, o in _said(text, "proposed")} == {"การเชื่อมโยงสายส่งไฟฟ้า", "การฝึกอบรมช่างไฟฟ้า"}


def test_a_subject_that_opens_a_paragraph_is_quoted_with_the_act_that_tells_of_it() -> None:
    told = "ความร่วมมือชายแดน ทั้งสองฝ่ายเห็นพ้องเพิ่มการลาดตระเวนร่วม"
    extraction = extract(document_from_text(f"{_TALK}\n{told}\nจากนั้น นายสมชายเดินทางกลับประเทศไทย"))
    quotes = {
        evidence.quote
        for claim in extraction.assertions
        if claim.predicate == "discussed"
        for evidence in claim.evidence
        if evidence.rule == "topic-head.v1"
    }
    assert quotes == {"ความร่วมมือชายแดน ทั้งสองฝ่ายเห็นพ้อง"}


def test_what_is_on_where_a_ceremony_opens_a_meeting_the_meeting_discusses() -> None:
    """The ceremony has a chair and a place; the theme and what is talked of are those of the meeting."""
    meeting = "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41"
    found = facts_of(
        f"นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน เป็นประธานในพิธีเปิด{meeting} ณ กรุงเทพฯ "
        "ภายใต้หัวข้อ “พลังงานสะอาด” โดยที่ประชุมหารือเรื่องการเชื่อมโยงโครงข่ายไฟฟ้า",
        "discussed",
    )
    assert {(s, o) for s, o, _ in found} == {(meeting, "“พลังงานสะอาด”"), (meeting, "การเชื่อมโยงโครงข่ายไฟฟ้า")}


def test_concern_that_is_voiced_beside_what_is_supported_is_not_supported():
    text = f"{_MEETING}ที่ประชุมสนับสนุนข้อริเริ่มทะเลสะอาดของสหภาพยุโรป รวมถึงแสดงความกังวลต่อสถานการณ์ในทะเลทราย"
    assert {o for _, o in _said(text, "supported")} == {"ข้อริเริ่มทะเลสะอาดของสหภาพยุโรป"}


@pytest.mark.parametrize(
    ("told", "mood"),
    [
        ("มีกำหนดเข้าร่วม", "Planned"),
        ("จะเป็นเจ้าภาพจัด", "Planned"),
        ("ได้เข้าร่วม", "Actual"),
        ("ไม่ได้เข้าร่วม", "Actual"),
    ],
)
def test_a_theme_stands_in_the_mood_of_what_is_told_of_its_meeting(told: str, mood: str) -> None:
    text = f"{PM} {told}{SUMMIT} ระหว่างวันที่ 2 - 4 เมษายน ที่จังหวัดเชียงใหม่ ภายใต้หัวข้อ “พลังงานเพื่ออนาคต”"
    assert {m for _, o, m in facts_of(text, "discussed") if "พลังงานเพื่ออนาคต" in o} == {mood}
