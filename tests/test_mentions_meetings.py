"""Where the name of a meeting ends: at its bracket or ordinal, and not at words that are part of it."""

from __future__ import annotations

import pytest
from reading import meetings_in, names_of_meetings


@pytest.mark.parametrize(
    "name",
    [
        "การประชุมรัฐมนตรีว่าการกระทรวงการคลังอาเซียน ครั้งที่ 27",
        "การประชุมผู้ว่าการธนาคารกลางอาเซียน ครั้งที่ 9",
        "การประชุมคณะรัฐมนตรีร่วมอย่างไม่เป็นทางการ",
        "การประชุมสุดยอดว่าด้วยการรับมือโควิด-19",
        "การประชุม Asia Forum on Water for the Cities (AFWC) ครั้งที่ 3",
        "การประชุม International Conference on the Future of Rice",
        "การประชุมรัฐมนตรีพลังงานอาเซียนบวกสาม ครั้งที่  19",
        "การประชุมอธิบดีกรมป่าไม้และหัวหน้าฝ่ายที่ดิน กระทรวงมหาดไทยอาเซียน (ASEAN Land Meeting: ALM) ครั้งที่ 2",
        "การประชุมสุดยอดอาเซียน ออสเตรเลีย ครั้งที่ 2",
        "การประชุมรัฐมนตรีเศรษฐกิจอาเซียนบวกสาม (จีน ญี่ปุ่น และเกาหลีใต้) ครั้งที่ 25",
        "การประชุมระดับโลกว่าด้วยการจัดการน้ำ และความมั่นคงทางอาหาร สมัยที่ ๑๒",
        "การประชุมระหว่างประเทศว่าด้วยการจัดการน้ำ และความมั่นคงทางอาหาร (World Water Congress)",
        "การสัมมนาเรื่องการดูแลผู้สูงอายุ การจ้างงาน และการพัฒนาทักษะที่มากขึ้นในหมู่แรงงาน",
        "การประชุมเชิงปฏิบัติการด้านการเกษตร การประมงและการป่าไม้",
        "การประชุมคณะกรรมการชายแดนทั่วไปไทย-กัมพูชา ครั้งที่ 3",
        "การประชุมสหภาพไปรษณีย์เอเชียแปซิฟิก ครั้งที่ 13",
    ],
)
def test_the_name_of_a_meeting_is_read_to_its_end(name):
    assert names_of_meetings(f"นายกรัฐมนตรีเข้าร่วม{name} ณ กรุงจาการ์ตา") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ผู้นำเข้าร่วมการประชุมสุดยอดอาเซียนของ นายกรัฐมนตรี", "การประชุมสุดยอดอาเซียน"),
        ("ผู้นำเข้าร่วมการประชุมสุดยอดอาเซียน และการประชุมสุดยอดอาเซียนบวกสาม ครั้งที่ 27", "การประชุมสุดยอดอาเซียน"),
        ("เข้าร่วมพิธีต้อนรับอย่างเป็นทางการและหารือกับผู้นำ", "พิธีต้อนรับอย่างเป็นทางการ"),
        ("เข้าร่วมการประชุม Water Forum (AWF) ที่กรุงเทพฯ", "การประชุม Water Forum (AWF)"),
        ("นำผลการประชุมระดับผู้นำสามฝ่ายไปปฏิบัติให้เกิดผล", "การประชุมระดับผู้นำสามฝ่าย"),
        ("เลื่อนการประชุมสุดยอดอาเซียน-จีนไปเป็นเดือนมีนาคม", "การประชุมสุดยอดอาเซียน-จีน"),
        ("เข้าร่วมการสัมมนาเรื่องการค้าเสรีกับจีน และการหารือกับนายเคน โอตะ", "การสัมมนาเรื่องการค้าเสรีกับจีน"),
        ("ชื่นชมการประชุมระดับรัฐมนตรีว่าด้วยการค้าเสรี และการสนับสนุนของไทย", "การประชุมระดับรัฐมนตรีว่าด้วยการค้าเสรี"),
    ],
)
def test_the_name_of_a_meeting_goes_no_further(text, name):
    assert names_of_meetings(text)[0] == name


def test_words_that_name_no_meeting_in_particular_are_left_out():
    assert names_of_meetings("ที่ประชุมได้หารือ และการประชุมอย่างเป็นทางการก็เริ่มขึ้น") == []


@pytest.mark.parametrize("who", ["รมช.เกศินีฯ ได้หารือ", "รมว.กต. ได้หารือ", "รมว.กต.ได้พบ", "รมว.พลังงาน หารือ"])
def test_a_minister_who_acts_in_the_margins_of_a_meeting_names_none(who):
    assert names_of_meetings(f"ในห้วงการประชุม {who}กับผู้แทนญี่ปุ่น") == []


def test_the_sitting_in_the_bracket_of_a_numbered_meeting_is_no_name_of_it():
    whole, sitting = meetings_in(
        "เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 60 (60th ASEAN Summit) (Plenary) และการประชุมเต็มคณะ (Plenary) ที่กรุงเทพฯ"
    )
    assert (whole.latin, sitting.latin) == (("60th ASEAN Summit",), ("Plenary",))


def test_a_number_of_a_year_is_a_boards_and_not_that_of_the_year_of_a_mechanism():
    board, other = meetings_in(
        "การประชุมคณะอนุกรรมการประชาสัมพันธ์ ในช่วงที่ไทยเป็นเจ้าภาพการประชุมเอเปค ปี 2565 ครั้งที่ 2/2565"
    )
    assert (other.ordinals, other.edition) == ((), "2022")
    (board,) = meetings_in("เข้าร่วมการประชุมคณะกรรมการจัดงานฝนหลวง ประจำปี 2565 ครั้งที่ 2/2565")
    assert board.ordinals == (2,)


def test_the_ordinal_after_a_bracket_without_letters_counts():
    (mention,) = meetings_in("เข้าร่วมการประชุมรัฐมนตรีเศรษฐกิจอาเซียนบวกสาม (จีน ญี่ปุ่น และเกาหลีใต้) ครั้งที่ 25")
    assert mention.ordinals == (25,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("เข้าร่วมงาน Rice & Trade 2025 ณ กรุงเทพฯ", "งาน Rice & Trade 2025"),
        ("เป็นประธานเปิดงาน “ไหมไทยสู่โลก” ณ กรุงเทพฯ", "งาน “ไหมไทยสู่โลก”"),
        (
            "เป็นประธานเปิด “การประชุมเชิงปฏิบัติการเพื่อดูแลป่าของ กษ. ภายใต้กองทุน” ณ กรุงเทพฯ",
            "การประชุมเชิงปฏิบัติการเพื่อดูแลป่าของ กษ. ภายใต้กองทุน",
        ),
        ("ร่วมพิธีลงนามความตกลงการค้า และการแถลงข่าวร่วม", "การแถลงข่าวร่วม"),
        ("กล่าวสุนทรพจน์ใน Mountain Water Forum 2024 ณ กรุงเทพฯ", "Mountain Water Forum 2024"),
        ("ไทยจะเป็นเจ้าภาพเอเปค 2565 ต่อจากนิวซีแลนด์", "เอเปค 2565"),
        ("เป็นประธานเปิดงานเทศกาลอาหารไทย ณ สวนกลางเมือง", "งานเทศกาลอาหารไทย"),
        ("จัดงานเลี้ยงรับรองคณะทูตเนื่องในวันชาติ", "งานเลี้ยงรับรองคณะทูต"),
    ],
)
def test_events_are_known_by_their_names(text, name):
    assert name in names_of_meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "คณะทำงาน ASEAN Task Force ได้เสนอแนวทาง",
        "ไทยมีบทบาทในเวที APEC มาโดยตลอด",
        "ผู้ประกอบการสำนักงาน ABC ให้การต้อนรับ",
        "ที่ประชุมรับรองเป้าหมายของเอเปค 2565",
    ],
)
def test_common_nouns_of_events_name_none_alone(text):
    assert names_of_meetings(text) == []


def test_an_edition_is_no_part_of_the_series():
    (mention,) = meetings_in("ไทยเป็นเจ้าภาพการประชุมเอเปค 2565 ณ กรุงเทพฯ")
    assert (mention.series, mention.edition) == ("การประชุมเอเปค", "2022")


def test_a_ceremony_is_told_from_the_meeting_that_it_opens():
    (mention,) = meetings_in("เป็นประธานในพิธีเปิดการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 9 ณ กรุงเทพฯ")
    assert mention.ordinals == ()
    assert mention.of is not None
    assert (mention.of.series, mention.of.ordinals) == ("การประชุมรัฐมนตรีพลังงานอาเซียน", (9,))


def test_a_bracket_within_the_bracket_of_a_name_does_not_end_it():
    first, second = meetings_in(
        "ร่วมการประชุมคณะกรรมการร่วมด้านประมง ครั้งที่ 2 (Joint Panel (JP) for Fisheries) "
        "และการประชุมคณะกรรมการร่วมด้านป่าไม้ ครั้งที่ 4"
    )
    assert (first.ordinals, second.ordinals) == ((2,), (4,))


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("การประชุมผู้นำเขตเศรษฐกิจเอเปคด้วย", "การประชุมผู้นำเขตเศรษฐกิจเอเปค"),
        ("การประชุมสุดยอดอาเซียนที่ จัดขึ้น", "การประชุมสุดยอดอาเซียน"),
        ("การประชุมระดับเจ้าหน้าที่อาเซียน", "การประชุมระดับเจ้าหน้าที่อาเซียน"),
        ("การประชุมผู้นำลุ่มน้ำโขงอีกครั้ง", "การประชุมผู้นำลุ่มน้ำโขง"),
        ("การประชุมผู้นำลุ่มน้ำโขงมาแล้วหลายครั้ง", "การประชุมผู้นำลุ่มน้ำโขง"),
        ("การประชุมผู้นำลุ่มน้ำโขงนับตั้งแต่ปี 2560", "การประชุมผู้นำลุ่มน้ำโขง"),
        ("การประชุมผู้นำลุ่มน้ำโขงทุกปี", "การประชุมผู้นำลุ่มน้ำโขง"),
        ("การประชุมผู้นำลุ่มน้ำโขงสำเร็จลุล่วงด้วยดี", "การประชุมผู้นำลุ่มน้ำโขง"),
        (
            "การประชุมทวิภาคี ไทย - ลาว ด้านการจัดการน้ำ การเตือนภัย และการกู้ภัย (The 3rd Water Meeting)",
            "การประชุมทวิภาคี ไทย - ลาว ด้านการจัดการน้ำ การเตือนภัย และการกู้ภัย",
        ),
        (
            "การประชุมโลกว่าด้วยการป้องกันภัย และความมั่นคงทางน้ำ สมัยที่ ๑๔ (14th Water Congress)",
            "การประชุมโลกว่าด้วยการป้องกันภัย และความมั่นคงทางน้ำ",
        ),
        (
            "การประชุมว่าด้วยการออม การลงทุน และการรับรู้เรื่องเงินในหมู่ประชาชน (2nd Money Week) ณ กรุงโซล",
            "การประชุมว่าด้วยการออม การลงทุน และการรับรู้เรื่องเงินในหมู่ประชาชน",
        ),
        ("การประชุมนานาชาติว่าด้วยน้ำ และความร่วมมือที่ผ่านมา", "การประชุมนานาชาติว่าด้วยน้ำ"),
        # What a meeting prepares is a part of its name, all of it.
        (
            "การประชุมเตรียมการสำหรับการประชุมน้ำโลก ครั้งที่ 3 การประชุมลมโลก ครั้งที่ 4 และการประชุมที่เกี่ยวข้อง ณ กรุงโซล",
            "การประชุมเตรียมการสำหรับการประชุมน้ำโลก ครั้งที่ 3 การประชุมลมโลก ครั้งที่ 4 และการประชุมที่เกี่ยวข้อง",
        ),
        (
            "การประชุมเพื่อเตรียมความพร้อมสำหรับการประชุมรัฐมนตรีน้ำโลก ครั้งที่ 3 ซึ่งจะจัดขึ้น",
            "การประชุมเพื่อเตรียมความพร้อมสำหรับการประชุมรัฐมนตรีน้ำโลก ครั้งที่ 3",
        ),
    ],
)
def test_where_the_name_of_a_meeting_ends(text: str, series: str) -> None:
    assert [meeting.series for meeting in meetings_in(text + "\n")] == [series]


@pytest.mark.parametrize(
    "words",
    [
        "ภารกิจในการร่วมประชุมค่อนข้างมาก",
        "การประชุมของนายกรัฐมนตรี",
        "การประชุมในภูมิภาคต่าง ๆ",
        "การประชุมที่รัฐบาลจัด",
        "พิธีการศุลกากรและการตรวจสินค้า",
        "การหารือระหว่างนายกรัฐมนตรีกับคณะ",
    ],
)
def test_words_that_name_no_meeting(words: str) -> None:
    assert meetings_in(words) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("เข้าร่วมการประชุม รมว.พลังงานอาเซียน ครั้งที่ 9 ณ กรุงเทพฯ", "การประชุม รมว.พลังงานอาเซียน ครั้งที่ 9"),
        ("เข้าร่วมการประชุมนานาชาติว่าด้วยการจัดการน้ำ ณ กรุงเทพฯ", "การประชุมนานาชาติว่าด้วยการจัดการน้ำ"),
        (
            "ร่วมการประชุมคณะกรรมการร่วมว่าด้วย   ความร่วมมือ ไทย-ลาว ครั้งที่ 4 ณ กรุงเทพฯ",
            "การประชุมคณะกรรมการร่วมว่าด้วย   ความร่วมมือ ไทย-ลาว ครั้งที่ 4",
        ),
        ("เปิดเทศกาลภาพยนตร์ไทย-ลาว 2568 ณ กรุงเทพฯ", "เทศกาลภาพยนตร์ไทย-ลาว 2568"),
        ("จะจัดการเจรจาเขตการค้าเสรีรอบที่ 7 ที่กรุงเทพฯ", "การเจรจาเขตการค้าเสรีรอบที่ 7"),
        ("ร่วมการฝึก “Blue Gold 2569” ระหว่างวันที่ 3-5", "การฝึก “Blue Gold 2569”"),
        ("เป็นเจ้าภาพเอเปค ครั้งที่ 33 เมื่อปีก่อน", "เอเปค ครั้งที่ 33"),
        ("เข้าร่วมพิธีวางพวงมาลา ณ อนุสาวรีย์", "พิธีวางพวงมาลา"),
    ],
)
def test_each_form_of_a_name_is_read_to_its_end(text, name):
    assert name in names_of_meetings(text)


@pytest.mark.parametrize(
    "behind", ["และประสบความสำเร็จในการจัดประชุมเอเปค", "ของอาเซียนในสาขาการขนส่ง", "ด้านความมั่นคงระหว่างกัน"]
)
def test_work_that_a_verb_holds_names_no_event_by_itself(behind: str) -> None:
    names = names_of_meetings(f"นายสมชาย ใจดี เป็นเจ้าภาพจัดงาน{behind}")
    assert not [name for name in names if name.startswith("งาน")]


@pytest.mark.parametrize(
    "text",
    [
        "ในช่วงท้ายของการประชุมนายกรัฐมนตรีได้ขอบคุณทุกฝ่าย",
        "ก่อนการประชุมรองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงพลังงานได้เยี่ยมชมโรงไฟฟ้า",
        "ในการหารือ Ms. Mary Stone ได้ชื่นชมความร่วมมือด้านพลังงาน",
    ],
)
def test_who_acts_behind_the_noun_of_a_meeting_is_no_part_of_a_name(text):
    assert names_of_meetings(text) == []


@pytest.mark.parametrize(
    ("text", "ordinals", "edition", "latin"),
    [
        ("เข้าร่วมงาน “วันอาหารโลก ครั้งที่ 7”", (7,), "", ()),
        ("เข้าร่วมงาน “วันอาหารโลก ประจำปี 2566”", (), "2023", ()),
        (
            "เข้าร่วมงาน “วันอาหารโลก ปี 2566 (World Day of Food)” ณ กรุงจาการ์ตา",
            (),
            "2023",
            ("World Day of Food",),
        ),
        (
            "เข้าร่วมงาน “วันอาหารโลก” ประจำปี 2565 - 2566 (World Day of Food) ครั้งที่ 9",
            (9,),
            "",
            ("World Day of Food",),
        ),
    ],
)
def test_number_year_and_bracket_within_quotation_marks_stand_beside_the_title(
    text, ordinals, edition, latin
):
    (meeting,) = meetings_in(text)
    assert meeting.series == "งาน “วันอาหารโลก”"
    assert (meeting.ordinals, meeting.edition, meeting.latin) == (ordinals, edition, latin)


def test_the_opening_of_an_event_with_a_title_is_a_ceremony():
    (meeting,) = meetings_in("เป็นประธานในพิธีเปิดงาน “วันอาหารโลก” (World Day of Food) ณ กรุงจาการ์ตา")
    assert meeting.series == "พิธีเปิดงาน “วันอาหารโลก”"
    assert meeting.of is not None
    assert meeting.of.series == "งาน “วันอาหารโลก”"


def test_a_name_behind_a_bracket_within_the_bracket_of_a_name_is_no_other_meeting():
    bracket = "The 2nd ASEAN Forest Officials - Tree Council (AFO-TC) Leaders’ Retreat"
    name = f"การประชุมเจ้าหน้าที่อาวุโสอาเซียนด้านป่าไม้ ครั้งที่ 2 ({bracket})"
    assert names_of_meetings(f"เข้าร่วม{name} ณ กรุงจาการ์ตา") == [name]
    assert names_of_meetings("1) เข้าร่วม ASEAN Forest Leaders’ Retreat ณ กรุงจาการ์ตา") == [
        "ASEAN Forest Leaders’ Retreat"
    ]


@pytest.mark.parametrize(
    ("bracket", "names"),
    [
        ("16th GO - NGO Forum", ("16th GO - NGO Forum",)),
        ("Asian Forest Ministers Meeting - AFMM", ("Asian Forest Ministers Meeting", "AFMM")),
        (
            "Asian Forest Ministers Meeting: 16th AF - MM Forum",
            ("Asian Forest Ministers Meeting", "16th AF - MM Forum"),
        ),
    ],
)
def test_a_dash_in_a_bracket_parts_a_name_from_its_short_form_alone(bracket, names):
    (meeting,) = meetings_in(f"เข้าร่วมการประชุมรัฐมนตรีป่าไม้เอเชีย ครั้งที่ 16 ({bracket}) ณ กรุงจาการ์ตา")
    assert meeting.latin == names


def test_that_it_was_put_on_is_no_part_of_an_events_name() -> None:
    assert names_of_meetings("กรมประมงจัดงานมอบรางวัลเรือสีเขียวขึ้นเป็นปีที่ 13 แล้ว") == ["งานมอบรางวัลเรือสีเขียว"]
