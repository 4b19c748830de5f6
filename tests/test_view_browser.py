"""The page driven in headless Chromium as a reader would: open, search, select, read the words."""

from __future__ import annotations

import networkx as nx
import pytest
from browsing import HOSTILE, QUOTE, TITLE, chosen, click, details, needs_browser, sample, status, words

from kg.graph import Fact, Quotation
from kg.view import view

pytestmark = needs_browser


def test_the_page_opens_without_the_network_in_thai(opened):
    page = opened(sample())
    assert page.locator("html").get_attribute("lang") == "th"
    assert "ดอน ปรมัตถ์วินัย" in details(page)
    assert "บุคคล" in page.locator("#filters").inner_text()
    assert "ไม่ได้แสดง 0 รายการ" in status(page)


def test_the_overview_tells_the_most_connected_the_counts_the_span_and_the_groups(opened):
    page = opened(sample(), language="en")
    text = details(page)
    assert "34\nentities" in text
    assert "Oct 2021 – Mar 2022" in text
    assert "Japan" in page.locator("#details .top", has_text="Country").inner_text()
    assert page.locator("#communities [data-community]").count() == 2


def test_what_is_not_shown_is_said_with_the_number(opened):
    page = opened(sample(), limit=10)
    assert "10 จาก 34" in status(page)
    assert "ไม่ได้แสดง 24 รายการ" in status(page)


@pytest.mark.parametrize(
    "text", ["ดอน", "don pram", "ดอนปรมัตถ์", "H.E. Mr. Don", "DON", "ฯพณฯ นายดอน", "Mr. Don Pramud"]
)
def test_search_finds_by_part_of_a_name_or_alias_and_forgives_honorifics(opened, text):
    page = opened(sample())
    page.fill("#search", text)
    assert "ดอน ปรมัตถ์วินัย" in page.locator("#search-hits [role=option]").first.inner_text()
    page.keyboard.press("Enter")
    assert chosen(page) == "ดอน ปรมัตถ์วินัย"


@pytest.mark.parametrize(("text", "hits"), [("ครั้งที่ 4", 1), ("นํ้าและพลังงาน", 30), ("หัวข้อที่ ๑๒", 1), ("ข่าว", 0)])
def test_search_takes_either_digits_and_either_sara_am_but_no_other_marks(opened, text, hits):
    page = opened(sample(), limit=5)
    page.fill("#search", text)
    assert page.locator("#search-hits [role=option]").count() == hits


@pytest.mark.parametrize(("text", "hits"), [("นายกฯ", 0), ("นาย กฯ", 1), ("กฯ", 1)])
def test_search_takes_the_beginning_of_a_longer_word_for_no_honorific(opened, text, hits):
    graph = sample()
    graph.add_node("e:4", type="Topic", name_th="กฯ อักษรย่อในตารางแนบท้าย")
    page = opened(graph, limit=5)
    page.fill("#search", text)
    assert page.locator("#search-hits [role=option]").count() == hits


def test_search_takes_words_in_any_order_and_what_is_spelt_nearly_so(opened):
    page = opened(sample(), limit=5)
    for text in ("ครั้งที่ 4 รัสเซีย", "รัสเซีย สุดยอด", "การประชุมสุดยอดอาเชียน-รัซเซีย"):
        page.fill("#search", text)
        assert "อาเซียน-รัสเซีย" in page.locator("#search-hits [role=option]").first.inner_text()


def test_of_two_things_of_one_name_the_framework_comes_before_its_summit(opened):
    graph = sample()
    graph.add_node("e:f", type="Framework", name_th="ยุทธศาสตร์แม่โขง", aliases=("ACMECS",))
    graph.nodes["e:1summit"]["aliases"] = ("ACMECS",)
    page = opened(graph)
    page.fill("#search", "acmecs")
    page.keyboard.press("Enter")
    assert chosen(page) == "ยุทธศาสตร์แม่โขง"
    assert chosen(opened(graph, focus="ACMECS")) == "ยุทธศาสตร์แม่โขง"


def test_search_brings_in_what_was_not_shown(opened):
    page = opened(sample(), limit=4)
    page.fill("#search", "หัวข้อที่ 17")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "หัวข้อที่ 17" in chosen(page)
    assert "5 จาก 34" in status(page)


def test_a_click_on_a_node_shows_its_facts_with_the_words(opened):
    page = opened(sample())
    click(page, page.evaluate("thut.at(1)"))
    assert chosen(page) == "การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔"
    assert "28 ต.ค. 2564" in details(page)
    assert "เมื่อวันที่ ๒๘ ตุลาคม ๒๕๖๔" in details(page)


def test_a_click_on_a_line_shows_the_quotation_and_its_document(opened):
    page = opened(sample())
    page.evaluate("thut.explorer.picture.fit([0, 1])")
    for _ in range(4):
        page.click("#zoom-in")
    click(page, page.evaluate("thut.on('e0_1_0')"))
    assert page.locator("#details .claim").count() == 1
    assert QUOTE in details(page)
    assert TITLE in details(page)
    assert "93%" in details(page)
    link = page.locator("#details blockquote a")
    assert link.get_attribute("href") == "https://www.mfa.go.th/th/content/1"
    assert "noopener" in link.get_attribute("rel")


def test_the_names_that_a_claim_joins_stand_out_in_its_words(opened):
    page = opened(sample())
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 1})")
    assert "นายดอน ปรมัตถ์วินัย" in page.locator("#details blockquote b").all_inner_texts()


def test_a_short_quotation_opens_within_the_sentence_that_holds_it(opened):
    graph = sample()
    inner = Quotation("https://w3id.org/thut/id/doc/1", 10, 29, QUOTE[:19], TITLE, "2021-10-28", "")
    graph.add_edge("e:0don", "e:2jp", "e:rep", predicate="represents", evidence=(inner,))
    page = opened(graph)
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 2})")
    claim = page.locator("#details .claim", has=page.locator("mark"))
    assert claim.locator("mark").inner_text() == QUOTE[:19]
    assert claim.locator(".quote").inner_text() == QUOTE


def test_a_document_without_a_title_goes_by_the_name_of_its_file(opened):
    graph = sample()
    document = "https://w3id.org/thut/id/doc/77-ab12"
    nameless = Quotation(document, 10, 29, QUOTE[:19], "", "2021-10-28", "", "ข่าวประจำวัน.txt")
    graph.add_edge("e:0don", "e:2jp", "e:rep", predicate="represents", evidence=(nameless,))
    page = opened(graph)
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 2})")
    footer = page.locator("#details .claim", has_text="เป็นผู้แทนของ").locator("footer").first.inner_text()
    assert footer.startswith("ข่าวประจำวัน.txt · 28 ต.ค. 2564")


def test_planned_and_denied_claims_are_told_apart_and_stand_side_by_side(opened):
    page = opened(sample())
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 2})")
    assert "มีกำหนดเยือนญี่ปุ่น" in page.locator(".conflict .claim.planned").inner_text()
    assert "มิได้เยือนญี่ปุ่น" in page.locator(".conflict .claim.negated").inner_text()
    assert page.evaluate("thut.explorer.picture.edges.get('e0_2_1').dashes") == [7, 5]
    assert page.evaluate("thut.explorer.picture.edges.get('e0_2_2').dashes") is False


def test_two_dates_of_one_meeting_stand_side_by_side_but_a_month_and_its_day_do_not(opened):
    graph = sample()
    held = graph.nodes["e:1summit"]["facts"]
    month = Fact("e:b1", "heldOn", "2021-10", "gYearMonth", "Actual", 0.8, words("ในเดือนตุลาคม", document="3"))
    graph.nodes["e:1summit"]["facts"] = (*held, month)
    page = opened(graph)
    page.evaluate("thut.explorer.reveal(1)")
    assert page.locator(".conflict").count() == 0
    other = Fact("e:b2", "heldOn", "2021-10-29", "date", "Actual", 0.8, words("ในวันที่ ๒๙", document="4"))
    graph.nodes["e:1summit"]["facts"] = (*held, other)
    page = opened(graph)
    page.evaluate("thut.explorer.reveal(1)")
    assert page.locator(".conflict .claim").count() == 2


def test_copies_of_one_text_count_as_one_document(opened):
    graph = sample()
    long = "นายดอน ปรมัตถ์วินัย เข้าร่วมการประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔ ผ่านระบบการประชุมทางไกล เมื่อวันที่ ๒๘ ตุลาคม ๒๕๖๔"
    evidence = (
        *words(long, "ก", document="5"),
        *words(long, "ข", document="6"),  # the same words
        *words("ดอนร่วมประชุม", "ก", document="7"),  # the same title
        *words("ดอนไปประชุมที่รัสเซีย", "ค", document="8"),
    )
    graph.add_edge("e:0don", "e:2jp", "e:ind", predicate="represents", evidence=evidence)
    page = opened(graph, language="en")
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 2})")
    assert "2 independent documents" in details(page)


def test_names_and_words_switch_to_english(opened):
    page = opened(sample())
    page.click("#language")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Don Pramudwinai" in details(page)
    assert "Person" in page.locator("#filters").inner_text()
    assert "entities not shown" in status(page)


def test_dark_and_light_follow_the_button(opened):
    page = opened(sample())
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) == light
    page.click("#theme")
    assert page.evaluate(ground) != light
    assert page.evaluate("thut.explorer.picture.palette.paper") == page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    )


def test_hostile_strings_stay_text(opened):
    page = opened(sample(), title="Thut")
    page.evaluate("thut.explorer.reveal(3)")
    assert page.locator("#details h2").text_content() == HOSTILE
    assert HOSTILE in page.locator("#details blockquote .quote").first.text_content()
    page.fill("#search", "onerror")
    page.locator("#search-hits [role=option]").first.hover()
    for mode in ("timeline", "table"):
        page.click(f"#mode-{mode}")
    assert page.locator("img, #details a").count() == 0
    assert "หนา" not in page.locator("#details b").all_text_contents()
    assert page.title() == "Thut"


def test_very_long_names_and_quotations_do_not_burst_the_page(opened):
    graph = sample()
    graph.nodes["e:2jp"]["name_th"] = "ญี่ปุ่น" * 15_000
    graph.add_edge("e:0don", "e:2jp", "e:long", predicate="visited", evidence=words("ยาว " * 25_000))
    page = opened(graph)
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 2})")
    page.click("#tab-list")
    page.click("#mode-table")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_focus_is_selected_when_the_page_opens(opened):
    page = opened(sample(), focus="Japan", language="en")
    assert chosen(page) == "Japan"


def test_an_empty_graph_opens(opened):
    page = opened(nx.MultiDiGraph(), language="en")
    assert "0 of 0 entities" in status(page)
    for mode in ("timeline", "table", "picture"):
        page.click(f"#mode-{mode}")


def test_a_notebook_frame_runs_the_page(browser):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_content(f"<!doctype html><body>{view(sample())._repr_html_()}")
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for()
    assert "ดอน" in frame.locator("#details").inner_text()
    context.close()
