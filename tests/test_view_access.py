"""The page for everybody: by keyboard alone, by screen reader, by touch, on a phone, without motion."""

from __future__ import annotations

import pytest
from browsing import QUOTE, chosen, details, meetings, needs_browser, sample, status, until

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
pytestmark = needs_browser


def test_the_list_says_what_the_picture_shows_and_works_by_keyboard(opened):
    page = opened(sample(), limit=6)
    page.focus("#tab-details")
    page.keyboard.press("ArrowRight")
    assert page.locator("#list [data-node]").count() == 6
    page.locator("#list [data-node='0']").focus()
    page.keyboard.press("Enter")
    assert chosen(page) == "ดอน ปรมัตถ์วินัย"
    assert QUOTE in details(page)


def test_the_list_has_every_line_of_the_picture(opened):
    page = opened(sample())
    page.click("#tab-list")
    for summary in page.locator("#list summary").all():
        summary.click()
    lines = set(page.evaluate("thut.explorer.lines.map((line) => line.id)"))
    assert {row.get_attribute("data-line") for row in page.locator("#list [data-line]").all()} == lines
    denied = page.locator("#list [data-line='e0_2_2']").first
    assert "ถูกปฏิเสธ" in denied.inner_text()


def test_everything_is_reached_and_done_with_the_keyboard_alone(opened):
    page = opened(sample(), limit=4)
    page.keyboard.press("/")
    page.keyboard.type("Japan")
    page.keyboard.press("Enter")
    assert chosen(page) == "ญี่ปุ่น"
    page.focus("#picture")
    page.keyboard.press("Enter")
    assert "34 จาก 34" in status(page)
    page.keyboard.press("ArrowRight")
    assert chosen(page) != "ญี่ปุ่น"
    assert page.locator("#notice").inner_text() != ""
    page.keyboard.press("Delete")
    assert "33 จาก 34" in status(page)
    page.keyboard.press("Control+z")
    assert "34 จาก 34" in status(page)
    scale = page.evaluate("thut.explorer.picture.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("thut.explorer.picture.network.getScale()") > scale
    page.keyboard.press("Escape")
    assert chosen(page) == "Thut"


def test_the_order_of_the_focus_is_that_of_the_page(opened):
    page = opened(sample(), language="en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    order = []
    for _ in range(200):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.id"))
    places = [
        order.index(name)
        for name in ("search", "mode-picture", "language", "classes-0", "picture", "tab-details")
    ]
    assert places == sorted(places)


def test_a_skip_link_leads_to_the_details(opened):
    page = opened(sample())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"


def faults(page) -> list[tuple[str, str, list[str]]]:
    found = axe.Axe().run(page).response
    assert len(found["passes"]) > 10  # it looked
    return [(v["id"], v["impact"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("mode", ["picture", "timeline", "table"])
def test_axe_finds_nothing(opened, mode, scheme):
    page = opened(meetings(), language="en", context={"color_scheme": scheme})
    page.evaluate("thut.explorer.reveal(0)")
    page.click(f"#mode-{mode}")
    assert faults(page) == []


def test_axe_finds_nothing_in_the_overview_the_list_and_a_conflict(opened):
    page = opened(sample())
    for script in ("0", "thut.explorer.setTab('list')", "thut.explorer.select({kind: 'pair', a: 0, b: 2})"):
        page.evaluate(script)
        assert faults(page) == []


def test_axe_finds_nothing_where_there_is_more_than_is_listed(opened, demo):
    page = opened(demo / "graph.ttl", limit=300)
    for script in (
        "thut.explorer.select({kind: 'community', community: 0})",
        "thut.explorer.reveal(thut.explorer.index.find('ไทย')[0])",
        "thut.explorer.setTab('list')",
        "thut.explorer.setMode('table')",
        "thut.explorer.setMode('timeline')",
        "thut.explorer.select({kind: 'path', from: 0, to: 9})",
    ):
        page.evaluate(script)
        assert faults(page) == []


@pytest.mark.parametrize("mode", ["picture", "timeline", "table"])
def test_a_narrow_screen_needs_no_sideways_scrolling(opened, mode):
    page = opened(meetings(), width=360)
    page.click(f"#mode-{mode}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#stage").bounding_box()["height"] > 300


def test_a_touch_selects(opened):
    page = opened(sample(), width=400, context={"has_touch": True, "is_mobile": True})
    box = page.locator("#picture").bounding_box()
    place = page.evaluate("thut.at(2)")
    page.touchscreen.tap(box["x"] + place["x"], box["y"] + place["y"])
    until(page, "thut.explorer.view.chosen !== null")
    assert chosen(page) == "ญี่ปุ่น"


def test_nothing_moves_where_the_system_asks_for_none(opened):
    page = opened(sample(), context={"reduced_motion": "reduce"})
    page.click("#lay-out")
    assert page.evaluate(
        "[...thut.explorer.view.places].every(([n, p]) => thut.explorer.picture.placeOf(n).x === p.x)"
    )
