"""What is recognized in a text before anything is linked: persons, posts, meetings, places, phrases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import REST, meetings_in, persons_in, posts_of, scan_of
from timing import grows_in_proportion, seconds

from kg.documents import document_from_text
from kg.mentions.meetings import recognize_meetings
from kg.mentions.persons import recognize_persons
from kg.mentions.phrases import read_list
from kg.mentions.places import recognize_places
from kg.mentions.posts import read_posts
from kg.mentions.scan import Scan
from kg.mentions.things import recognize_things


def places_in(text: str) -> list[tuple[str, str]]:
    """Kind and surface of each place."""
    chains = recognize_places(scan_of(text), 0, len(text))
    return [(place.kind, place.surface) for chain in chains for place in chain.places]


def items_of(text: str) -> list[str]:
    return [item.of(text) for item in read_list(scan_of(text), 0, len(text)).items]


def failing(*values: object, reason: str) -> object:
    """A case that the engine does not pass yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


# Persons


@pytest.mark.parametrize(
    "text",
    [
        "นายก ห่วงใย ส่งประกาศไปมอบ",
        "นายสมชาย ใจดี มาถึง โดยนายกสมชายกล่าวเปิดงาน",
        "รองนายกกิตติ พร้อมคณะ",
        "ในระดับภูมิภาค นายรัฐมนตรีกล่าวว่า",
        "ฯพณฯ เลขาธิการสหประชาชาติ",
        "ฯพณฯ นายกรัฐมนตรี และภริยา",
        "เมื่อปลายเดือนพ.ค. ที่ผ่านมา",
        "ขอขอบคุณทหารทุกนาย บริเวณชายแดน และอีกสองนาย ที่มาช่วย",
        "สมเด็จพระเจ้าพี่นางเธอ เจ้าฟ้าพระองค์หนึ่ง",
        "ที่อำเภอเดิมบางนางบวช จังหวัดสุพรรณบุรี",
    ],
)
def test_no_person_hides_in_an_office_or_a_place(text: str) -> None:
    assert {person.name for person in persons_in(text)} <= {"สมชาย ใจดี"}


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("ฯพณฯ เลขาธิการสหประชาชาติ เอริก ซันด์ (Erik Sund)", "เอริก ซันด์", "เลขาธิการสหประชาชาติ"),
        ("ฯพณฯ นายกรัฐมนตรี นายเอริก ซันด์", "เอริก ซันด์", "ฯพณฯ นายกรัฐมนตรี"),
    ],
)
def test_an_excellency_is_told_by_his_office_and_named_behind_it(text: str, name: str, post: str) -> None:
    (person,) = recognize_persons(scan_of(text), 0, len(text))
    assert person.name == name
    assert [held.span.of(text) for held in person.posts] == [post]


def test_no_surname_ends_like_a_verb_of_saying() -> None:
    assert [person.name for person in persons_in("ดร. มาลินี เสริมว่า การลงทุนจะเพิ่มขึ้น")] == ["มาลินี"]


@pytest.mark.parametrize(
    ("text", "name", "honorific"),
    [
        ("นายกฤษฎา วงศ์เมฆา กล่าวเปิดงาน", "กฤษฎา วงศ์เมฆา", "นาย"),
        ("นาย ก้องภพ ชูเกียรติ กล่าวเปิดงาน", "ก้องภพ ชูเกียรติ", "นาย"),
        ("น.ส.จารุวรรณ ใจเพชร กล่าวเปิดงาน", "จารุวรรณ ใจเพชร", "น.ส."),
        ("ดร.มาลินี วรโชติ กล่าวเปิดงาน", "มาลินี วรโชติ", "ดร."),
        ("พลเอก ชัยเดช ปัญญาสกุล กล่าวเปิดงาน", "ชัยเดช ปัญญาสกุล", "พลเอก"),
        ("หม่อมหลวงปิยธิดา รัตนพงศ์ กล่าวเปิดงาน", "ปิยธิดา รัตนพงศ์", "หม่อมหลวง"),
        ("ศ.(พิเศษ) ธีรเมธ ศุภกานต์ กล่าวเปิดงาน", "ธีรเมธ ศุภกานต์", "ศ.(พิเศษ)"),
        ("ศาสตราจารย์ ดร. นายแพทย์ธีรเมธ ศุภกานต์ กล่าวเปิดงาน", "ธีรเมธ ศุภกานต์", "ศาสตราจารย์ ดร. นายแพทย์"),
        ("นางสาวณิชา  แสงสว่าง กล่าวเปิดงาน", "ณิชา แสงสว่าง", "นางสาว"),
        ("H.E. Mr. Tomás Herrera กล่าวเปิดงาน", "Tomás Herrera", "H.E. Mr."),
        ("นางเชค มูนาวา ราชีด กล่าวเปิดงาน", "มูนาวา ราชีด", "นางเชค"),
        ("นางคาร่า โอเว่น-สมิธ กล่าวเปิดงาน", "คาร่า โอเว่น-สมิธ", "นาง"),
        ("นาย Émile Øberg กล่าวเปิดงาน", "Émile Øberg", "นาย"),
    ],
)
def test_a_person_is_told_by_honorific(text: str, name: str, honorific: str) -> None:
    """Titles stack before the name and are no part of it."""
    (person,) = persons_in(text)
    assert (person.name, person.honorific) == (name, honorific)


@pytest.mark.parametrize(
    "text",
    [
        "นายกรัฐมนตรีเดินทางถึงแล้ว",
        "เริ่มในเดือนมิถุนายน และจบในเดือนกันยายน",
        "ทั้งนี้ นายจ้างต้องแจ้งชื่อภายในวันศุกร์",
        "นายทุนและนายหน้าชุมนุม",
        "นายกสมาคมนักข่าวและนายอำเภอเมืองปราศรัย",
        "ประธานาธิบดีอินโดนีเซียเยือนไทย",
        "เป็นจุดรวมวัฒนธรรมไว้ด้วยกัน",
        "เครื่องเลเซอร์สวิตเซอร์แลนด์ทันสมัย",
        "นายแพทย์เชี่ยวชาญด้านหัวใจให้ความรู้",
        "นายกและคณะเดินทางถึงแล้ว",
        "กยศ. เปิดรับสมัครแล้ว",
        "กำลังพล 12 นาย เรือ 2 ลำ",
        "ที่จังหวัดนครนายก สระแก้ว และระยอง",
        "องค์การเภสัชกรรมผลิตยา",
        "คุณภาพชีวิตและคุณค่าของคน ขอบคุณทุกฝ่าย",
        "คุณแก้ว อยู่ที่ไหน",
    ],
)
def test_words_that_begin_like_a_title_are_no_persons(text: str) -> None:
    """นายกรัฐมนตรี, มิถุนายน and นายจ้าง hold นาย, yet no person is named."""
    assert persons_in(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ภายหลังคารวะนายเดชา บุญมีทรัพย์ เอกอัครราชทูต", ["เดชา บุญมีทรัพย์"]),
        ("นางรัชนี และนายเอกภพ ชลธาร เดินทางถึง", ["รัชนี", "เอกภพ ชลธาร"]),
        (
            "นางสาวอรทัย สุขสันต์, นายบดินทร์ กล้าหาญ และนางแก้วตา ศรีไพร เข้าร่วม",
            ["อรทัย สุขสันต์", "บดินทร์ กล้าหาญ", "แก้วตา ศรีไพร"],
        ),
        ("นายภูวดล เทพรักษ์พร้อมด้วยนายชวลิต อุดมดี เข้าพบ", ["ภูวดล เทพรักษ์", "ชวลิต อุดมดี"]),
        ("นางสาวพิมพ์ลดา คีรีวัฒน์ได้เข้าเยี่ยมคารวะนายกรัฐมนตรี", ["พิมพ์ลดา คีรีวัฒน์"]),
        ("นายภูวดลและปลัดกระทรวงพาณิชย์เข้าพบ", ["ภูวดล"]),
        ("นายภูวดลและคณะเดินทางกลับ", ["ภูวดล"]),
        ("นายภูวดลได้นำเรียนนายกรัฐมนตรี", ["ภูวดล"]),
        ("นายภูวดล คุณากร และคุณแก้วตา ศรีไพร เข้าร่วม", ["ภูวดล คุณากร", "แก้วตา ศรีไพร"]),
        ("นายภูวดล เทพรักษ์ กรรมการ และรักษาการ เข้าร่วม", ["ภูวดล เทพรักษ์"]),
        ("นายภูวดล เทพรักษ์ คณะทำงานที่ปรึกษารัฐมนตรีเกษตรและสหกรณ์", ["ภูวดล เทพรักษ์"]),
        ("นายภูวดล เทพรักษ์และ นายชวลิต อุดมดี เข้าพบ", ["ภูวดล เทพรักษ์", "ชวลิต อุดมดี"]),
    ],
)
def test_names_glued_to_other_words_end_where_they_end(text: str, names: list[str]) -> None:
    """A title may be glued to the word before it, and a joining word or an act to the name."""
    assert [person.name for person in persons_in(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "latin"),
    [
        ("นายจอห์น เอ. เวสต์บรูก (John A. Westbrook) ถึงไทย", "จอห์น เอ. เวสต์บรูก", "John A. Westbrook"),
        (
            "นายยาน ฟาน เดอร์ ลินเดน (H.E. Mr. Jan van der Linden) ถึงไทย",
            "ยาน ฟาน เดอร์ ลินเดน",
            "Jan van der Linden",
        ),
        (
            "ดาโต๊ะ เซอรี ฮาซัน บิน อับดุลลาห์ (Dato' Seri Hasan bin Abdullah) ถึงไทย",
            "ฮาซัน บิน อับดุลลาห์",
            "Hasan bin Abdullah",
        ),
        ("นายราเชนทรา เค. ไอเยอร์ (Rajendra K. Iyer) ถึงไทย", "ราเชนทรา เค. ไอเยอร์", "Rajendra K. Iyer"),
        ("ดาโต๊ะ ซรี ยูซุฟ บิน ฮาริส (YB Dato’Seri Yusuf binHaris) รัฐมนตรีว่าการกระทรวงการคลัง", "ยูซุฟ บิน ฮาริส", ""),
        ("นางมารี เวสต์ H.E. Mrs. Marie West เอกอัครราชทูตแคนาดา", "มารี เวสต์", "Marie West"),
    ],
)
def test_a_foreign_name_runs_to_its_bracket(text: str, name: str, latin: str) -> None:
    """Initials and particles belong to a foreign name; the Latin form in brackets loses its titles."""
    (person,) = persons_in(text)
    assert (person.name, person.latin) == (name, latin)


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        ("นายกฤษฎา วงศ์เมฆา อธิบดีกรมยุโรป กล่าวเปิดงาน", "กฤษฎา วงศ์เมฆา", ["อธิบดีกรมยุโรป"]),
        (
            "รัฐมนตรีว่าการกระทรวงการต่างประเทศ นายกมลเทพ อัครวานิช ได้กล่าว",
            "กมลเทพ อัครวานิช",
            ["รัฐมนตรีว่าการกระทรวงการต่างประเทศ"],
        ),
        (
            "พลเอก ชัยเดช ปัญญาสกุล รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงกลาโหม กล่าว",
            "ชัยเดช ปัญญาสกุล",
            ["รองนายกรัฐมนตรี", "รัฐมนตรีว่าการกระทรวงกลาโหม"],
        ),
        (
            "รัฐมนตรีว่าการกระทรวงคมนาคม (นายสิทธิกร นามวงศ์) และเลขาธิการอาเซียน กล่าว",
            "สิทธิกร นามวงศ์",
            ["รัฐมนตรีว่าการกระทรวงคมนาคม", "เลขาธิการอาเซียน"],
        ),
        ("นายเดวิด โคเฮน เอกอัครราชทูตฯ ขอบคุณ", "เดวิด โคเฮน", ["เอกอัครราชทูตฯ"]),
        (
            "นางสาวพัชรี ดวงดาว เอกอัครราชทูต ณ กรุงเบิร์น กล่าว",
            "พัชรี ดวงดาว",
            ["เอกอัครราชทูต ณ กรุงเบิร์น"],
        ),
        (
            "นายอเล็กซี โวรอนสกี เอกอัครราชทูตสหพันธรัฐรัสเซียประจำประเทศไทย กล่าว",
            "อเล็กซี โวรอนสกี",
            ["เอกอัครราชทูตสหพันธรัฐรัสเซียประจำประเทศไทย"],
        ),
        ("นายสุธี พร้อมพันธุ์ ปลัดกระทรวงพลังงาน กล่าว", "สุธี พร้อมพันธุ์", ["ปลัดกระทรวงพลังงาน"]),
        ("นายธนดล เรืองสุข (ปลัดกระทรวงการต่างประเทศ) กล่าวเปิดงาน", "ธนดล เรืองสุข", ["ปลัดกระทรวงการต่างประเทศ"]),
        ("นายวีรภาส ทองคำ ปฏิบัติหน้าที่รองปลัดกระทรวงพาณิชย์ กล่าว", "วีรภาส ทองคำ", ["ปฏิบัติหน้าที่รองปลัดกระทรวงพาณิชย์"]),
        (
            "นายกำพล ศรศิลป์ รักษาการผู้อำนวยการสำนักงานเศรษฐกิจการคลัง กล่าว",
            "กำพล ศรศิลป์",
            ["รักษาการผู้อำนวยการสำนักงานเศรษฐกิจการคลัง"],
        ),
        (
            "นายประเสริฐศักดิ์ ยอดชาย อดีตเอกอัครราชทูต ณ กรุงเบิร์น กล่าว",
            "ประเสริฐศักดิ์ ยอดชาย",
            ["อดีตเอกอัครราชทูต ณ กรุงเบิร์น"],
        ),
        ("นายอาทิตย์ มีมาก ประธานสภาธุรกิจไทย-จีน กล่าว", "อาทิตย์ มีมาก", ["ประธานสภาธุรกิจไทย-จีน"]),
        failing(
            "นายสมภพ จิตต์ตรง รอง ผบ.ทบ. กล่าว",
            "สมภพ จิตต์ตรง",
            ["รอง ผบ.ทบ."],
            reason="รอง and a space before a shortened post go to the name",
        ),
    ],
)
def test_posts_stand_before_or_after_the_name(text: str, name: str, posts: list[str]) -> None:
    """A post is kept as written, on either side of the name, and is split at และ."""
    (person,) = persons_in(text)
    assert (person.name, posts_of(text, person)) == (name, posts)


def test_a_first_name_alone_is_read() -> None:
    """A later mention gives the first name behind the title."""
    (person,) = persons_in("ต่อมา นายปรเมศ กล่าวว่า")
    assert person.name == "ปรเมศ"


@pytest.mark.parametrize("text", ["ประธานาธิบดีเฟอร์นันเดซได้กล่าวทักทาย", "ปธน. เฟอร์นันเดซ ระบุ"])
def test_a_bare_name_after_a_head_of_state(text: str) -> None:
    """ประธานาธิบดี leads to a name without honorific, and is the post of it."""
    (person,) = persons_in(text)
    assert person.name == "เฟอร์นันเดซ"
    assert [post.head.id for post in person.posts] == [post.head.id for post in read_posts(scan_of(text), 0)]


# Meetings


@pytest.mark.parametrize(
    ("text", "series", "ordinals"),
    [
        ("เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ ๔๕ ณ กรุงเทพฯ", "การประชุมสุดยอดอาเซียน", (45,)),
        ("เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 38 และ 39 ณ กรุงเทพฯ", "การประชุมสุดยอดอาเซียน", (38, 39)),
        ("เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ ๔๔ และครั้งที่ ๔๕ ด้วย", "การประชุมสุดยอดอาเซียน", (44, 45)),
        ("ในการประชุมคณะกรรมการร่วมไทย-ลาว ครั้งที่ 1/2567 จัดขึ้น", "การประชุมคณะกรรมการร่วมไทย-ลาว", (1,)),
        (
            "ระหว่างการประชุมรัฐมนตรีอาเซียน - อินเดีย ครั้งที่ 8 มีขึ้น",
            "การประชุมรัฐมนตรีอาเซียน - อินเดีย",
            (8,),
        ),
        (
            "ระหว่างการประชุมสุดยอดอาเซียน – ญี่ปุ่น ครั้งที่ ๒๖ เมื่อวาน",
            "การประชุมสุดยอดอาเซียน – ญี่ปุ่น",
            (26,),
        ),
        ("1) การประชุมสุดยอดอาเซียน ครั้งที่ 38 และ 2) ร่างแถลงการณ์ร่วม", "การประชุมสุดยอดอาเซียน", (38,)),
        ("ในการประชุมคณะกรรมการเมฆา ครั้งที่ 58-5/2565 จัดขึ้น", "การประชุมคณะกรรมการเมฆา", (58,)),
        ("พร้อมการประชุม ASEM ครั้งที่ 14 ด้วย", "การประชุม ASEM", (14,)),
        ("พร้อมการประชุมASEMครั้งที่ 14 ด้วย", "การประชุมASEM", (14,)),
        (
            "ณ การประชุมระดับรัฐมนตรีว่าด้วยความมั่นคงทางไซเบอร์ ครั้งที่ 3 ที่นครดูไบ",
            "การประชุมระดับรัฐมนตรีว่าด้วยความมั่นคงทางไซเบอร์",
            (3,),
        ),
    ],
)
def test_a_meeting_has_a_series_and_ordinals(text: str, series: str, ordinals: tuple[int, ...]) -> None:
    """Ordinals are numbers in any digits, single, twin or with a year; the series is the rest."""
    (meeting,) = meetings_in(text)
    assert (meeting.series, meeting.ordinals) == (series, ordinals)


def test_the_year_of_a_session_is_gregorian() -> None:
    """ครั้งที่ 1/2567 and ประจำปี 2566 carry an edition, counted from Christ."""
    assert [m.edition for m in meetings_in("ในการประชุมคณะกรรมการร่วมไทย-ลาว ครั้งที่ 1/2567")] == ["2024"]
    assert [m.edition for m in meetings_in("ในการประชุมว่าด้วยอนาคตลุ่มน้ำโขง ประจำปี 2566")] == ["2023"]


def test_a_special_session_is_marked() -> None:
    """สมัยพิเศษ belongs to the name; the way of meeting does not."""
    (meeting,) = meetings_in("เปิดการประชุมรัฐมนตรีต่างประเทศอาเซียน-จีน สมัยพิเศษ ผ่านระบบทางไกล")
    assert meeting.special
    assert meeting.span.of("เปิดการประชุมรัฐมนตรีต่างประเทศอาเซียน-จีน สมัยพิเศษ ผ่านระบบทางไกล").endswith("สมัยพิเศษ")


def test_the_bracket_gives_name_and_acronym() -> None:
    """A full Latin name and its acronym in one bracket are two names of the meeting."""
    (meeting,) = meetings_in(
        "ปิดการประชุมเจ้าหน้าที่อาวุโสอาเซียน-แคนาดา ครั้งที่ 19 (19th ASEAN-Canada Dialogue: ACD) แล้ว"
    )
    assert meeting.latin == ("19th ASEAN-Canada Dialogue", "ACD")
    assert meeting.ordinals == (19,)


def test_a_list_of_meetings_is_several_meetings() -> None:
    """Meetings parted by commas and และ are each read whole."""
    found = meetings_in(
        "เข้าร่วมการประชุมสุดยอดอาเซียน-จีน ครั้งที่ 26, การประชุมสุดยอดอาเซียน-ญี่ปุ่น ครั้งที่ 27 "
        "และการประชุมสุดยอดอาเซียน-แคนาดา ครั้งที่ 3"
    )
    assert [meeting.ordinals for meeting in found] == [(26,), (27,), (3,)]


@pytest.mark.parametrize(
    "text",
    [
        "ทั้งนี้ การประชุมฯ ได้ข้อสรุป",
        "ทั้งนี้ การประชุมครั้งนี้มีผู้แทนหลายฝ่าย",
        "ทั้งนี้ การประชุมดังกล่าวผ่านไปด้วยดี",
        "ทั้งนี้ ที่ประชุมเห็นชอบรายงาน",
        "พบกันที่ศูนย์การประชุมแห่งชาติสิริกิติ์",
        "พบกันที่ห้องประชุมใหญ่กระทรวง",
    ],
)
def test_a_reference_or_a_room_is_no_name_of_a_meeting(text: str) -> None:
    """การประชุมฯ and การประชุมครั้งนี้ refer, ศูนย์การประชุม and ห้องประชุม are places."""
    assert meetings_in(text) == []


@pytest.mark.parametrize("ending", ["ระบบ", "ห้อง", "ศูนย์", "อาคาร"])
def test_the_end_of_a_text_has_no_say_in_its_beginning(ending: str) -> None:
    """A meeting named by the first words of a text is found whatever the last words are."""
    text = f"การประชุมสุดยอดอาเซียน ครั้งที่ 45 เปิดฉากแล้ว\nผู้จัดงานเชิญชมนิทรรศการและ{ending}"
    scan = Scan(document_from_text(text))
    assert len(recognize_meetings(scan, 0, len(text))) == 1


# Places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "พบกัน ณ ห้องบงกช ตึกสันติ ทำเนียบรัฐบาล กรุงเทพฯ ประเทศไทย เพื่อหารือ",
            [
                ("venue", "ห้องบงกช ตึกสันติ ทำเนียบรัฐบาล"),
                ("city", "กรุงเทพฯ"),
                ("country", "ประเทศไทย"),
            ],
        ),
        ("จัดขึ้นที่กรุงฮานอย ประเทศเวียดนาม", [("city", "กรุงฮานอย"), ("country", "ประเทศเวียดนาม")]),
        (
            "พบกัน ณ กรุงจาการ์ตา สาธารณรัฐอินโดนีเซีย ระหว่างวันที่ 3-5 มกราคม 2566",
            [("city", "กรุงจาการ์ตา"), ("country", "สาธารณรัฐอินโดนีเซีย")],
        ),
        (
            "พบกัน ณ โรงแรมริมน้ำแกรนด์ จังหวัดเชียงใหม่ โดยมีผู้แทนไทย",
            [("venue", "โรงแรมริมน้ำแกรนด์"), ("city", "จังหวัดเชียงใหม่")],
        ),
        (
            "พบกัน ณ สถานเอกอัครราชทูต ณ กรุงปารีส เมื่อวันที่ 5",
            [("venue", "สถานเอกอัครราชทูต ณ กรุงปารีส"), ("city", "กรุงปารีส")],
        ),
        (
            "พบกัน ณ ห้อง Grand Ballroom โรงแรม Riverside กรุงเทพฯ",
            [("venue", "ห้อง Grand Ballroom โรงแรม Riverside"), ("city", "กรุงเทพฯ")],
        ),
        (
            "พบกัน ณ โรงแรม Riverside Tokyo กรุงโตเกียว",
            [("venue", "โรงแรม Riverside Tokyo"), ("city", "กรุงโตเกียว")],
        ),
        ("เริ่มจากครั้งแรก (กรุงโซล ปี 2560) จนถึงครั้งนี้", [("city", "กรุงโซล")]),
        ("พบกัน ณ นครนิวยอร์กและผ่านระบบออนไลน์", [("city", "นครนิวยอร์ก")]),
        (
            "พบกัน ณ กรุงลอนดอน สหราชอาณาจักร และกรุงดับลิน ประเทศไอร์แลนด์",
            [
                ("city", "กรุงลอนดอน"),
                ("country", "สหราชอาณาจักร"),
                ("city", "กรุงดับลิน"),
                ("country", "ประเทศไอร์แลนด์"),
            ],
        ),
    ],
)
def test_places_form_chains(text: str, places: list[tuple[str, str]]) -> None:
    """Room, building and compound are one venue; city and state stand beside it, each for itself."""
    assert places_in(text) == places


@pytest.mark.parametrize("text", ["พบกัน ณ )", "พบกัน (ณ )"])
def test_a_place_has_a_name(text: str) -> None:
    """ณ before punctuation leads nowhere."""
    assert places_in(text) == []


@pytest.mark.parametrize(
    "more", ["ประกอบด้วยร้านค้า", "จัดแสดงสินค้า", "มอบรางวัล", "ตั้งอยู่ที่ถนนหน้า", "เริ่มเวลา 9.00 น.", "#ข่าว"]
)
def test_what_is_done_or_sold_at_a_house_is_no_part_of_its_name(more: str) -> None:
    assert places_in(f"จัดงาน ณ ศูนย์การค้าดาวเหนือ {more}") == [("venue", "ศูนย์การค้าดาวเหนือ")]


def test_a_state_that_acts_is_no_place() -> None:
    """ที่ before a state that does something is a relative word."""
    assert places_in("แผนที่ประเทศญี่ปุ่นได้เสนอไว้") == []


# Phrases


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("การค้า การลงทุน และการท่องเที่ยว", ["การค้า", "การลงทุน", "การท่องเที่ยว"]),
        (
            "พลังงานสะอาดและการจัดการน้ำ ตลอดจนการศึกษา",
            ["พลังงานสะอาดและการจัดการน้ำ", "การศึกษา"],
        ),
        ("ความร่วมมือด้านอาหาร การเกษตร และป่าไม้", ["ความร่วมมือด้านอาหาร การเกษตร และป่าไม้"]),
        (
            "งานเร่งด่วน อาทิ การค้าชายแดน และการปราบปรามยาเสพติด",
            ["งานเร่งด่วน", "การค้าชายแดน", "การปราบปรามยาเสพติด"],
        ),
        (
            "1) การเชื่อมโยงทางรถไฟ 2) การค้าดิจิทัล และ 3) การพัฒนาแรงงาน",
            ["การเชื่อมโยงทางรถไฟ", "การค้าดิจิทัล", "การพัฒนาแรงงาน"],
        ),
        ("เทคโนโลยีเกษตร เพื่อให้เกษตรกรมีรายได้", ["เทคโนโลยีเกษตร"]),
        ("(1) เศรษฐกิจสีเขียว (2) สาธารณสุข", ["เศรษฐกิจสีเขียว", "สาธารณสุข"]),
        (
            "การแก้ปัญหาข้ามแดน อาทิ ค้ามนุษย์ หมอกควัน น้ำเสีย และไฟป่า",
            ["การแก้ปัญหาข้ามแดน", "ค้ามนุษย์", "หมอกควัน", "น้ำเสีย", "ไฟป่า"],
        ),
        ("สาขาใหม่ เช่น หุ่นยนต์ การบินภูมิภาค รวมทั้งเสนอแนวทาง", ["สาขาใหม่", "หุ่นยนต์", "การบินภูมิภาค"]),
    ],
)
def test_a_list_is_parted_by_words_numbers_and_spaces(text: str, items: list[str]) -> None:
    """และ after a space, ตลอดจน, อาทิ, numbers and like-headed items part a list; after อาทิ or เช่น, spaces do.

    A glued และ and the fields of one ด้าน do not: what they join is one topic.
    """
    assert items_of(text) == items


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "ร่วมลงนามบันทึกความเข้าใจว่าด้วยความร่วมมือด้านประมง",
            [("OutcomeDocument", "บันทึกความเข้าใจว่าด้วยความร่วมมือด้านประมง", ())],
        ),
        (
            "รับรองปฏิญญาเชียงรายว่าด้วยการพัฒนาที่ยั่งยืน (Chiang Rai Declaration)",
            [("OutcomeDocument", "ปฏิญญาเชียงรายว่าด้วยการพัฒนาที่ยั่งยืน", ("Chiang Rai Declaration",))],
        ),
        (
            "ชมโครงการต่าง ๆ และศูนย์อาเซียนเพื่อภัยพิบัติ (ASEAN Disaster Hub: ADH)",
            [("Initiative", "ศูนย์อาเซียนเพื่อภัยพิบัติ", ("ASEAN Disaster Hub", "ADH"))],
        ),
        (
            "บันทึกความเข้าใจว่าด้วยการประมงระหว่างไทยกับลาวเมื่อปี 2564",
            [("OutcomeDocument", "บันทึกความเข้าใจว่าด้วยการประมงระหว่างไทยกับลาว", ())],
        ),
        (
            "ปฏิญญาว่าด้วยขีดความสามารถทางทะเล ประกาศความมุ่งมั่นของผู้นำ",
            [("OutcomeDocument", "ปฏิญญาว่าด้วยขีดความสามารถทางทะเล", ())],
        ),
        ("โครงการสำคัญที่จะเชื่อมโยงการคมนาคม", []),
        ("กองทุนการเงินระหว่างประเทศ ประเมินว่า", []),
    ],
)
def test_documents_and_initiatives_by_head_noun(
    text: str, found: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    """A head noun and what belongs to it name a thing; the head alone, or with ต่าง ๆ, does not."""
    assert [(t.type, t.surface, t.latin) for t in recognize_things(scan_of(text), 0, len(text))] == found


# Whatever the text

_WORDS = [
    "นาย",
    "นางสาว",
    "ดร.",
    "พลเอก",
    "Mr.",
    "นายกรัฐมนตรี",
    "รัฐมนตรีว่าการ",
    "เอกอัครราชทูต",
    "ประธานาธิบดี",
    "ปฏิบัติหน้าที่",
    "การประชุม",
    "ที่ประชุม",
    "ครั้งที่",
    "สมัยพิเศษ",
    "อาเซียน",
    "ASEAN",
    "ASEM",
    "ไทย",
    "จีน",
    "กรุงเทพฯ",
    "ณ",
    "ที่กรุง",
    "สถานเอกอัครราชทูต",
    "และ",
    "กับ",
    "อาทิ",
    "ได้แก่",
    "ได้",
    "จะ",
    "หารือกับ",
    "เข้าร่วม",
    "ลงนาม",
    "รับรอง",
    "เป็นประธาน",
    "ประจำ",
    "โครงการ",
    "ปฏิญญา",
    "ด้าน",
    "ก้องภพ",
    "ชูเกียรติ",
    "ทั้งสองฝ่าย",
    "เรา",
    "ปี",
    "วันที่",
    "2567",
    "๒๕๖๗",
    "1/2567",
    "(H.E.",
]
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.text(alphabet='กขนรสเแโไาะำํิีุู่้๊๋์ๆฯ๑๙05()[]-–/.,:;"“” \n\u200b\u200d\u00a0\ufeffAz', min_size=1, max_size=5),
)
MIXES = st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=40).map("".join)


@settings(deadline=None, max_examples=150)
@given(MIXES)
def test_every_mention_lies_in_the_text_and_holds_its_name(mix: str) -> None:
    """No mix of words, marks and invisible characters breaks a recognizer or yields what is not there."""
    scan = Scan(document_from_text(mix + REST))
    text, end = scan.document.text, len(scan.document.text)
    for person in recognize_persons(scan, 0, end):
        assert 0 <= person.span.start < person.span.end <= end
        assert person.whole.end <= end
        assert person.name in " ".join(person.span.of(text).split())
        assert all(0 <= post.span.start < post.span.end <= end for post in person.posts)
    for meeting in recognize_meetings(scan, 0, end):
        assert 0 <= meeting.span.start < meeting.span.end <= end
        written = "".join(meeting.span.of(text).split())
        assert all(word in written for word in meeting.series.split())
    for chain in recognize_places(scan, 0, end):
        assert 0 <= chain.span.start < chain.span.end <= end
        assert all(place.surface == place.span.of(text) for place in chain.places)
    for thing in recognize_things(scan, 0, end):
        assert 0 <= thing.span.start < thing.span.end <= end
    at = 0
    for item in read_list(scan, 0, end).items:
        assert at <= item.start < item.end <= end
        at = item.end


def _reading(text: str) -> Callable[[], None]:
    document = document_from_text(REST + text)
    return lambda: _recognize_all(Scan(document))


def _recognize_all(scan: Scan) -> None:
    end = len(scan.document.text)
    recognize_persons(scan, 0, end)
    recognize_meetings(scan, 0, end)
    recognize_places(scan, 0, end)
    recognize_things(scan, 0, end)
    read_list(scan, 0, end)


@pytest.mark.parametrize(
    "piece",
    [
        "นาย ",
        "นายก. ",
        "(",
        "นาย (",
        "การประชุม",
        "การประชุมและ",
        "และ",
        "ณ ",
        "กรุง",
        "โครงการ",
        "กขคงจ",
        "่ำ",
        "1) ",
        "ครั้งที่ 1 และ ",
        "รัฐมนตรีว่าการกระทรวงการคลังและ",
        "นายก้องภพ ชูเกียรติ ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    """Twice as long a text takes about twice as long, also where one trigger is repeated throughout."""
    assert grows_in_proportion(piece, _reading)


def test_a_long_run_without_spaces_is_read_at_once() -> None:
    """Twenty thousand characters without a space cost less than a second."""
    words = ["ความร่วมมือ", "เศรษฐกิจ", "อาเซียน", "การประชุม", "เพื่อการพัฒนา", "ไทย", "นาย"]
    run = "".join(words[(i * i + i // 7) % len(words)] for i in range(3_000))[:20_000]
    document = document_from_text(run)
    assert seconds(lambda: _recognize_all(Scan(document))) < 1


def test_a_bracket_within_the_foreign_name_does_not_hide_the_post() -> None:
    text = "พลเอก โทมัส เกรย์ (His Excellency Thomas Grey AC (Retd)) ผู้สำเร็จราชการแห่งเครือรัฐออสเตรเลีย กล่าว"
    (person,) = persons_in(text)
    assert posts_of(text, person) == ["ผู้สำเร็จราชการแห่งเครือรัฐออสเตรเลีย"]


@pytest.mark.parametrize(
    ("text", "series", "ordinals"),
    [
        ("ในการประชุม รัฐมนตรีพลังงานเอเชีย ครั้งที่ 3 ได้หารือ", "การประชุม รัฐมนตรีพลังงานเอเชีย", (3,)),
        ("เข้าร่วมการแข่งขันกีฬาเอเชียนเกมส์ ครั้งที่ 9", "การแข่งขันกีฬาเอเชียนเกมส์", (9,)),
    ],
)
def test_games_and_names_with_a_space_left_in_are_meetings(
    text: str, series: str, ordinals: tuple[int, ...]
) -> None:
    (meeting,) = meetings_in(text)
    assert (meeting.series, meeting.ordinals) == (series, ordinals)


def test_who_speaks_after_a_meeting_is_no_part_of_its_name() -> None:
    assert [m.series for m in meetings_in("ในการประชุม รัฐมนตรีกล่าวว่า ไทยพร้อม")] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("อนุชิต ดวงดี ผู้แทนการค้าไทยซึ่งดูแลอาเซียน เยือนเวียดนาม", ["อนุชิต ดวงดี"]),
        ("รวมงาน วันแรก นายกรัฐมนตรีร่วมประชุม", []),
        (
            "นายลี มิน ประธานาธิบดีสาธารณรัฐเกาหลี และนายกรัฐมนตรีฮัน ซู ร่วมงาน",
            ["ลี มิน", "ฮัน ซู"],
        ),
    ],
)
def test_names_without_honorific_are_told_by_the_office_beside_them(text: str, names: list[str]) -> None:
    assert [person.name for person in persons_in(text)] == names


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("นายลี มิน ประธานหอการค้าอินเดีย - ไทย กล่าว", "ประธานหอการค้าอินเดีย - ไทย"),
        ("นายลี มิน เอกอัครราชทูตอินเดีย - ไทยพร้อมร่วมมือ", "เอกอัครราชทูตอินเดีย"),
    ],
)
def test_two_states_are_in_the_title_of_who_heads_what_is_theirs(text: str, post: str) -> None:
    (person,) = persons_in(text)
    assert posts_of(text, person) == [post]


@pytest.mark.parametrize(
    ("bracket", "latin"),
    [
        ("(Mr. Ken Ota)", "Ken Ota"),
        (" (H.E. Mr. Ken Ota)", "Ken Ota"),
        ("(Dr. Ken Ota, Director General of the Centre)", "Ken Ota"),
        ("(Permanent Secretary)", ""),
        ("(Ministry of Energy)", ""),
    ],
)
def test_behind_a_title_a_bracket_tells_the_name_where_a_style_begins_it(bracket: str, latin: str) -> None:
    text = f"นายเคน โอตะ ปลัดกระทรวงพลังงาน {bracket} และนางสาวอรทัย มั่นคง"
    ken, _ = recognize_persons(scan_of(text), 0, len(text))
    assert (ken.name, ken.latin) == ("เคน โอตะ", latin)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "พบกับ Mr. Karl Lindqvist, Ambassador Extraordinary and Plenipotentiary of Sweden",
            ["Karl Lindqvist"],
        ),
        ("พบกับ Mr. Karl Lindqvist Ambassador Extraordinary ของสวีเดน", ["Karl Lindqvist"]),
        ("พบกับ Ms. Anna Holm Director-General ของสำนักงาน", ["Anna Holm"]),
        ("พบกับ Ms. Anna Holm CEO ของบริษัท", ["Anna Holm"]),
        ("พบกับ H.E. Secretary-General Anna Holm ที่นครเจนีวา", ["Anna Holm"]),
        ("พบกับ H.E. Prime Minister Erik Dahl และ Prof. Emeritus Anna Holm", ["Erik Dahl", "Anna Holm"]),
        ("พบกับ Ambassador Permanent Representative ของสวีเดน", []),
        ("กล่าวว่า “Mr. Chairman, Excellencies” ในที่ประชุม", []),
        ("พบกับ Ambassador ของสวีเดน", []),
        ("พบกับ Lord Chancellor ที่กรุงลอนดอน", []),
        ("พบกับ Lord Ann Example of Westbridge ที่กรุงลอนดอน", ["Ann Example of Westbridge"]),
        ("พบกับ Mr. Presidento Chairlee ที่กรุงลอนดอน", ["Presidento Chairlee"]),
    ],
)
def test_an_office_in_latin_letters_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    assert [person.name for person in persons_in(text)] == names
