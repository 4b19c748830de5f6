"""The parts of a page: which lines are the headline, a lead, the body, and which stand on every page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import Layout, lay_out
from kg.model import BlockRole, DateValue
from kg.text import fold

BODY = (
    "วันนี้ (วันจันทร์ที่ 14 กันยายน 2563) เวลา 14.00 น. ณ ห้องรับรอง 1 ตึกบัญชาการ 1 ทำเนียบรัฐบาล "
    "นายไมเคิล จอร์จ ดีซอมเบร เอกอัครราชทูตสหรัฐอเมริกาประจำประเทศไทย เข้าเยี่ยมคารวะรัฐมนตรี "
) * 2
MORE = "ทั้งสองฝ่ายเห็นพ้องร่วมมือฟื้นฟูเศรษฐกิจภายหลังสถานการณ์การแพร่ระบาดของโควิด-19 ที่ส่งผลกระทบต่อทั้งสองประเทศ"
HEADLINE = "ไทย – สหรัฐฯ เห็นพ้องเร่งฟื้นฟูเศรษฐกิจ ภายหลังโควิด-19 คลี่คลาย"
SITE = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-"
URL = "https://www.thaigov.go.th/news/contents/details/35073"


def layout(*parts: str) -> Layout:
    text = "\n".join(parts)
    return lay_out(text, fold(text))


def texts(found: Layout, role: BlockRole, *parts: str) -> list[str]:
    text = "\n".join(parts)
    return [block.span.of(text) for block in found.blocks if block.role is role]


class TestThaigov:
    def page(self, *below: str, headline: str = HEADLINE, body: str = BODY) -> list[str]:
        head = [SITE + headline, "", "วันพุธที่ 16 กันยายน 2563", "16/09/2563", "พิมพ์"]
        return [*head, *below, body, MORE, "*************", "", f"ที่มา : {URL}"]

    def test_a_page_of_government_house(self) -> None:
        page = self.page(HEADLINE, HEADLINE)
        found = layout(*page)
        assert found.profile == "thaigov"
        assert found.title == HEADLINE
        assert found.url == URL
        assert found.published == DateValue("2020-09-14")
        assert texts(found, BlockRole.BODY, *page) == [BODY.strip(), MORE]
        assert texts(found, BlockRole.STANDING, *page)[:4] == [SITE, *page[2:5]]

    def test_the_title_begins_behind_the_name_of_the_site(self) -> None:
        page = self.page(HEADLINE)
        (title,) = [block for block in layout(*page).blocks if block.role is BlockRole.TITLE]
        assert title.span.start == len(SITE)

    def test_the_fullest_repeat_is_the_title(self) -> None:
        longer = HEADLINE + " พร้อมผลักดันการลงทุนระหว่างกัน"
        page = self.page(HEADLINE, longer)
        found = layout(*page)
        assert found.title == longer
        assert len(texts(found, BlockRole.TITLE, *page)) == 1
        assert texts(found, BlockRole.STANDING, *page).count(HEADLINE) == 2

    def test_a_repeat_that_was_cut_off_is_no_title(self) -> None:
        page = self.page(HEADLINE[:39], HEADLINE)
        assert layout(*page).title == HEADLINE
        assert HEADLINE[:39] in texts(layout(*page), BlockRole.STANDING, *page)

    def test_a_headline_over_two_lines_is_a_repeat(self) -> None:
        page = self.page(HEADLINE[:31], HEADLINE[31:].strip())
        found = layout(*page)
        assert found.title == HEADLINE
        assert texts(found, BlockRole.BODY, *page) == [BODY.strip(), MORE]
        assert not texts(found, BlockRole.LEAD, *page)

    def test_a_second_headline_is_a_lead(self) -> None:
        second = "พร้อมยกระดับความสัมพันธ์สู่การเป็นหุ้นส่วนเชิงยุทธศาสตร์"
        page = self.page(HEADLINE, second)
        assert texts(layout(*page), BlockRole.LEAD, *page) == [second]

    def test_a_lead_that_the_body_repeats_stands(self) -> None:
        body = "กระทรวงสาธารณสุขแสดงความพร้อมของประเทศไทยในการสนับสนุนการพัฒนาสาธารณสุขอาเซียนผ่านสี่แผนงาน " * 3
        page = self.page(HEADLINE, body[:120], body=body)
        found = layout(*page)
        assert not texts(found, BlockRole.LEAD, *page)
        assert body[:120] in texts(found, BlockRole.STANDING, *page)

    def test_a_report_that_begins_like_its_headline_stays_body(self) -> None:
        body = f"เมื่อวันที่ 4 สิงหาคม ๒๕๖๔ {HEADLINE}"
        page = self.page(HEADLINE, body=body)
        assert texts(layout(*page), BlockRole.BODY, *page) == [body, MORE]

    def test_the_name_of_the_site_alone_is_a_prefix_where_the_headline_stands_below(self) -> None:
        page = ["รัฐบาลไทย-" + HEADLINE, "วันพุธที่ 16 กันยายน 2563", HEADLINE, BODY, MORE]
        assert layout(*page).title == HEADLINE
        page = ["รัฐบาลไทย-จีนลงนามความตกลงว่าด้วยการยกเว้นการตรวจลงตรา", BODY, MORE]
        assert layout(*page).title == page[0]

    def test_an_office_and_its_telephone_at_the_end_stand(self) -> None:
        page = [*self.page(HEADLINE)[:-2], "สำนักงานรัฐมนตรี กระทรวงการคลัง", "โทร 0-2126-5800", f"ที่มา : {URL}"]
        assert texts(layout(*page), BlockRole.BODY, *page) == [BODY.strip(), MORE]


class TestMfa:
    LEAD = "ผู้ช่วยรัฐมนตรีเข้าร่วมการประชุมรัฐมนตรีต่างประเทศอาเซียน-รัสเซีย โดยได้ผลักดันความร่วมมือด้านวัคซีน"
    TITLE = "ผู้ช่วยรัฐมนตรีผลักดันความร่วมมือด้านวิทยาศาสตร์ ในการประชุมรัฐมนตรีต่างประเทศอาเซียน-รัสเซีย"
    REPORT = "เมื่อวันที่ ๔ สิงหาคม ๒๕๖๔ นายวิชาวัฒน์ อิศรภักดี ได้เข้าร่วมการประชุม"

    def page(self) -> list[str]:
        head = [self.TITLE, "", self.TITLE, "", "วันที่นำเข้าข้อมูล 6 ส.ค. 2564", "วันที่ปรับปรุงข้อมูล 30 พ.ย. 2565"]
        return [*head, "| 6,172 view", self.LEAD, " ", self.REPORT, MORE, "รูปภาพประกอบ"]

    def test_a_page_of_the_ministry(self) -> None:
        page = self.page()
        found = layout(*page)
        assert (found.profile, found.title, found.published) == ("mfa", self.TITLE, DateValue("2021-08-06"))
        assert texts(found, BlockRole.LEAD, *page) == [self.LEAD]
        assert texts(found, BlockRole.BODY, *page) == [self.REPORT, MORE]
        assert "รูปภาพประกอบ" in texts(found, BlockRole.STANDING, *page)

    def test_a_summary_in_the_words_of_the_headline_is_a_lead(self) -> None:
        lead = f"{self.TITLE} ผ่านระบบการประชุมทางไกล"
        page = [lead if line == self.LEAD else line for line in self.page()]
        assert texts(layout(*page), BlockRole.LEAD, *page) == [lead]

    def test_a_page_without_a_lead(self) -> None:
        page = [line for line in self.page() if line != self.LEAD]
        assert not texts(layout(*page), BlockRole.LEAD, *page)

    def test_a_date_in_thai_digits(self) -> None:
        page = [line.replace("6 ส.ค. 2564", "๖ ส.ค. ๖๔") for line in self.page()]
        assert layout(*page).published == DateValue("2021-08-06")


class TestEmbassy:
    HEAD = ("สถานทูตสหพันธรัฐรัสเซีย", "", "ประจำราชอาณาจักรไทย", "")
    FOOT = (
        "สถานเอกอัครราชทูต",
        "โทรศัพท์:",
        "(+66 2) 234-98-24",
        "E-mail:",
        "ที่อยู่ของ:",
        "78 Sap Road, Bangkok, 10500",
    )
    REPORT = "เมื่อวันที่ 1 มีนาคม ในปีนี้เป็นปีครบรอบ 25 ปี การประชุมสุดยอดของผู้นำของทวีปเอเชีย และยุโรป"

    def test_the_organisation_that_speaks_is_the_title(self) -> None:
        page = [
            *self.HEAD,
            self.REPORT,
            "ในเดือนตุลาคม ปี 2564 นี้ กัมพูชาจะเป็นประธาน" + MORE,
            *self.HEAD,
            *self.FOOT,
        ]
        found = layout(*page)
        assert (found.profile, found.title) == ("embassy", "สถานทูตสหพันธรัฐรัสเซีย ประจำราชอาณาจักรไทย")
        assert found.published == DateValue("2021")
        assert texts(found, BlockRole.BODY, *page) == page[4:6]
        assert len(texts(found, BlockRole.TITLE, *page)) == 1

    def test_a_headline_that_begins_with_an_embassy_is_a_headline(self) -> None:
        first = "สถานเอกอัครราชทูต ณ กรุงโตเกียว จัดงานวันชาติไทยและหารือความร่วมมือ"
        found = layout(first, MORE * 2, MORE, "โทรศัพท์: 02 203 5000")
        assert (found.profile, found.title) == ("plain", first)

    def test_a_headline_goes_before_the_organisation(self) -> None:
        headline = "รัสเซียกับการประชุมเอเชีย-ยุโรป"
        page = [*self.HEAD, headline, self.REPORT, MORE, *self.HEAD, *self.FOOT]
        found = layout(*page)
        assert found.title == headline
        assert texts(found, BlockRole.STANDING, *page)[:2] == [self.HEAD[0], self.HEAD[2]]


class TestPlain:
    def test_a_short_first_line_is_the_title(self) -> None:
        found = layout(HEADLINE, "", MORE * 2)
        assert (found.profile, found.title, found.published) == ("plain", HEADLINE, None)

    @pytest.mark.parametrize(
        "head",
        [
            ("ข่าวสารนิเทศ",),
            ("กระทรวงการต่างประเทศ", "กรมสารนิเทศ", "ข่าวสารนิเทศ ฉบับที่ 12/2564"),
            ("PRESS RELEASE", "ฉบับที่ 4/2564", "วันที่ 4 สิงหาคม 2564"),
        ],
    )
    def test_a_letterhead_stands_above_the_title(self, head: tuple[str, ...]) -> None:
        page = [*head, HEADLINE, MORE * 2]
        found = layout(*page)
        assert (found.profile, found.title) == ("plain", HEADLINE)
        assert texts(found, BlockRole.STANDING, *page) == list(head)

    def test_an_office_without_a_letterhead_is_no_part_of_one(self) -> None:
        office = "กระทรวงการต่างประเทศร่วมยินดีกับผู้แทน"
        assert layout("ข่าวประชาสัมพันธ์", office, MORE * 2).title == office
        assert layout(office, MORE * 2).title == office

    @pytest.mark.parametrize("first", [BODY, "เมื่อวันที่ 4 สิงหาคม 2564 ไทยเข้าร่วมการประชุม", "มีรายละเอียดดังนี้"])
    def test_another_first_line_is_body(self, first: str) -> None:
        found = layout(first, MORE * 4)
        assert found.title == ""
        assert {block.role for block in found.blocks} == {BlockRole.BODY}

    def test_a_single_line_is_body(self) -> None:
        assert layout(HEADLINE).blocks[0].role is BlockRole.BODY

    def test_a_line_that_is_a_date_dates_the_page(self) -> None:
        assert layout(HEADLINE, "4 สิงหาคม ๒๕๖๔", MORE * 2).published == DateValue("2021-08-04")


class TestPublished:
    def test_a_today_far_from_the_header_is_a_slip(self) -> None:
        head = [SITE + HEADLINE, "วันพฤหัสบดีที่ 28 พฤศจิกายน 2567", HEADLINE]
        assert layout(*head, "วันนี้ (28 พฤศจิกายน 2657) " + BODY[40:], MORE).published == DateValue("2024-11-28")
        assert layout(*head, "วันนี้ (27 พ.ย. 67) " + BODY[40:], MORE).published == DateValue("2024-11-27")

    def test_a_day_that_does_not_exist_is_passed_over(self) -> None:
        assert layout(SITE + HEADLINE, "31/02/2567", HEADLINE, MORE).published is None

    def test_a_date_in_the_body_is_not_that_of_the_page(self) -> None:
        assert layout(HEADLINE, f"เมื่อวันที่ 4 สิงหาคม 2564 {MORE}").published is None


LINES = st.lists(
    st.sampled_from(
        [SITE + HEADLINE, HEADLINE, HEADLINE[:30], BODY, MORE, "", "  ", "พิมพ์", "วันพุธที่ 16 กันยายน 2563",
         "16/09/2563",
         "วันที่นำเข้าข้อมูล 6 ส.ค. 2564", "| 6,172 view", "สถานทูตสหพันธรัฐรัสเซีย", "ประจำราชอาณาจักรไทย", "โทรศัพท์:",
         "*****", f"ที่มา : {URL}", "#ไทย #จีน", " ก ", SITE, "รัฐบาลไทย-"]
    ),
    max_size=12,
)  # fmt: skip


@given(LINES)
def test_blocks_are_disjoint_trimmed_and_cover_every_line(page: list[str]) -> None:
    text = "\n".join(page)
    found = lay_out(text, fold(text))
    at = 0
    for block in found.blocks:
        words = block.span.of(text)
        assert block.span.start >= at
        assert not text[at : block.span.start].strip()
        assert words
        assert words == words.strip()
        at = block.span.end
    assert not text[at:].strip()
    titles = [block for block in found.blocks if block.role is BlockRole.TITLE]
    assert len(titles) <= 1
    assert found.title == " ".join(titles[0].span.of(text).split() if titles else [])
