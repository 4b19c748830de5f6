"""The page driven in headless Chromium as a reader would, with the network cut and watched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import networkx as nx
import pytest

from kg.graph import Fact, Quotation
from kg.view import view

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
BROWSER = os.environ.get("THUT_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium: set THUT_CHROMIUM to one")

SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"><b>หนา</b>\u202eกลับ\u0007"
QUOTE = "นายดอน ปรมัตถ์วินัย เข้าร่วมการประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔"
TITLE = "ข่าวสารนิเทศ : การประชุมสุดยอดอาเซียน-รัสเซีย"


def words(
    quote: str = QUOTE, title: str = TITLE, url: str = "https://www.mfa.go.th/th/content/1"
) -> tuple[Quotation, ...]:
    return (
        Quotation("https://w3id.org/thut/id/doc/1", 10, 10 + len(quote), quote, title, "2021-10-28", url),
    )


def sample() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    held = Fact("e:a0", "heldOn", "2021-10-28", "date", "Actual", 0.9, words("เมื่อวันที่ ๒๘ ตุลาคม ๒๕๖๔"))
    other_names = ("นายดอน ปรมัตถ์วินัย", "H.E. Mr. Don")
    graph.add_node(
        "e:0don", type="Person", name_th="ดอน ปรมัตถ์วินัย", name_en="Don Pramudwinai", aliases=other_names
    )
    graph.add_node("e:1summit", type="Meeting", name_th="การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔", facts=(held,))
    graph.add_node("e:2jp", type="Country", name_th="ญี่ปุ่น", name_en="Japan")
    graph.add_node("e:3bad", type="Topic", name_th=HOSTILE, aliases=(HOSTILE,))
    hostile = words(HOSTILE, HOSTILE, "javascript:document.title='owned'")
    claims = [
        ("e:0don", "attended", "e:1summit", "Actual", words()),
        ("e:0don", "visited", "e:2jp", "Negated", words("มิได้เยือนญี่ปุ่น")),
        ("e:0don", "visited", "e:2jp", "Planned", words("มีกำหนดเยือนญี่ปุ่น")),
        ("e:1summit", "discussed", "e:3bad", "Actual", hostile),
    ]
    for i in range(30):
        leaf = f"e:9leaf{i:02}"
        graph.add_node(leaf, type="Topic", name_th=f"น้ำและพลังงาน หัวข้อที่ {i}")
        claims.append(("e:2jp", "supported", leaf, "Actual", words()))
    for i, (subject, predicate, target, modality, evidence) in enumerate(claims):
        attributes = {"predicate": predicate, "modality": modality, "confidence": 0.93, "evidence": evidence}
        graph.add_edge(subject, target, f"e:a{i + 1}", **attributes)
    return graph


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page with the network cut; at the end nothing may have been asked for or complained of."""
    complaints: list[str] = []
    contexts = []

    def open_page(graph: nx.MultiDiGraph, width: int = 1280, **settings):
        file: Path = tmp_path / "หน้า.html"
        view(graph, file, **settings)
        context = browser.new_context(viewport={"width": width, "height": 800}, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url == file.as_uri() or complaints.append(request.url))
        page.route(
            "**/*",
            lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort(),
        )
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready=true]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def click(page, place) -> None:
    box = page.locator("#picture").bounding_box()
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])


def details(page) -> str:
    return page.locator("#details").inner_text()


def test_the_page_opens_without_the_network_in_thai(opened):
    page = opened(sample())
    assert page.locator("html").get_attribute("lang") == "th"
    assert "ดอน ปรมัตถ์วินัย" in details(page)
    assert "บุคคล" in page.locator("#filters").inner_text()
    assert "0 รายการ" in page.locator("#status").inner_text()


def test_what_is_not_shown_is_said_with_the_number(opened):
    page = opened(sample(), limit=10)
    assert "10 จาก 34" in page.locator("#status").inner_text()
    assert "ไม่ได้แสดง 24 รายการ" in page.locator("#status").inner_text()


@pytest.mark.parametrize("text", ["ดอน", "don pram", "ดอนปรมัตถ์", "H.E. Mr. Don", "DON"])
def test_search_finds_by_part_of_a_name_or_alias(opened, text):
    page = opened(sample())
    page.fill("#search", text)
    assert "ดอน ปรมัตถ์วินัย" in page.locator("#hits [role=option]").first.inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "ดอน ปรมัตถ์วินัย"


@pytest.mark.parametrize(("text", "hits"), [("ครั้งที่ 4", 1), ("นํ้าและพลังงาน", 30), ("หัวข้อที่ ๑๒", 1), ("ข่าว", 0)])
def test_search_takes_either_digits_and_either_sara_am_but_no_other_marks(opened, text, hits):
    page = opened(sample(), limit=5)
    page.fill("#search", text)
    assert page.locator("#hits [role=option]").count() == hits


def test_search_brings_in_what_was_not_shown(opened):
    page = opened(sample(), limit=4)
    page.fill("#search", "หัวข้อที่ 17")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "หัวข้อที่ 17" in page.locator("#details h2").inner_text()
    assert "5 จาก 34" in page.locator("#status").inner_text()


def test_a_click_on_a_node_shows_its_facts_with_the_words(opened):
    page = opened(sample())
    click(page, page.evaluate("thut.at(1)"))
    assert page.locator("#details h2").inner_text() == "การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔"
    assert "28 ต.ค. 2564" in details(page)
    assert "เมื่อวันที่ ๒๘ ตุลาคม ๒๕๖๔" in details(page)


def test_a_click_on_a_line_shows_the_quotation_and_its_document(opened):
    page = opened(sample())
    page.evaluate("thut.explorer.picture.fit([0, 1])")
    for _ in range(4):
        page.click("#zoom-in")
    click(page, page.evaluate("thut.on('e0-1-0')"))
    assert page.locator("#details .claim").count() == 1
    assert QUOTE in details(page)
    assert TITLE in details(page)
    assert "93%" in details(page)
    link = page.locator("#details blockquote a")
    assert link.get_attribute("href") == "https://www.mfa.go.th/th/content/1"
    assert "noopener" in link.get_attribute("rel")


def test_planned_and_denied_claims_are_told_apart(opened):
    page = opened(sample())
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 2})")
    assert "มีกำหนดเยือนญี่ปุ่น" in page.locator(".claim.planned").inner_text()
    assert "มิได้เยือนญี่ปุ่น" in page.locator(".claim.negated").inner_text()
    assert page.evaluate("thut.explorer.picture.edges.get('e0-2-1').dashes") == [7, 5]
    assert page.evaluate("thut.explorer.picture.edges.get('e0-2-2').dashes") is False


def test_a_double_click_brings_in_neighbours(opened):
    page = opened(sample(), limit=4)
    box = page.locator("#picture").bounding_box()
    place = page.evaluate("thut.at(2)")
    page.mouse.dblclick(box["x"] + place["x"], box["y"] + place["y"])
    page.wait_for_function("thut.explorer.shown.size > 4")
    assert "ไม่ได้แสดง 0 รายการ" in page.locator("#status").inner_text()


def test_the_legend_filters_and_the_numbers_follow(opened):
    page = opened(sample())
    page.locator("#filters [data-term=Topic]").uncheck()
    assert "3 จาก 34" in page.locator("#status").inner_text()
    page.locator("#filters [data-term=visited]").uncheck()
    assert "เส้นแทน 1 จาก" in page.locator("#status").inner_text()
    page.locator("#filters [data-term=Topic]").check()
    assert "34 จาก 34" in page.locator("#status").inner_text()


def test_names_and_words_switch_to_english(opened):
    page = opened(sample())
    page.click("#language")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Don Pramudwinai" in details(page)
    assert "Person" in page.locator("#filters").inner_text()
    assert "entities not shown" in page.locator("#status").inner_text()


def test_the_list_says_what_the_picture_shows_and_works_by_keyboard(opened):
    page = opened(sample(), limit=6)
    page.focus("#tab-details")
    page.keyboard.press("ArrowRight")
    assert page.locator("#list [data-node]").count() == 6
    page.locator("#list [data-node='0']").focus()
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "ดอน ปรมัตถ์วินัย"
    assert QUOTE in details(page)


def test_hostile_strings_stay_text(opened):
    page = opened(sample(), title="Thut")
    page.evaluate("thut.explorer.reveal(3)")
    assert page.locator("#details h2").text_content() == HOSTILE
    assert HOSTILE in page.locator("#details blockquote .quote").first.text_content()
    page.fill("#search", "onerror")
    page.locator("#hits [role=option]").first.hover()
    assert page.locator("img, #details b").count() == 0
    assert page.locator("#details a").count() == 0
    assert page.title() == "Thut"


def test_very_long_names_and_quotations_do_not_burst_the_page(opened):
    graph = sample()
    graph.nodes["e:2jp"]["name_th"] = "ญี่ปุ่น" * 15_000
    graph.add_edge("e:0don", "e:2jp", "e:long", predicate="visited", evidence=words("ยาว " * 25_000))
    page = opened(graph)
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 2})")
    page.click("#tab-list")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_narrow_screen_needs_no_sideways_scrolling(opened):
    page = opened(sample(), width=360)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#picture").bounding_box()["height"] > 300


def test_the_focus_is_selected_when_the_page_opens(opened):
    page = opened(sample(), focus="Japan", language="en")
    assert page.locator("#details h2").inner_text() == "Japan"


def test_a_notebook_frame_runs_the_page(browser):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_content(f"<!doctype html><body>{view(sample())._repr_html_()}")
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for()
    assert "ดอน" in frame.locator("#details").inner_text()
    context.close()
