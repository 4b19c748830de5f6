"""The page of a graph in which every text would rather be markup, a script, a link or turned around."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import hostile
import pyoxigraph as ox
import pytest
from browsing import Watched, needs_browser, sample, until

pytestmark = needs_browser
# The elements that the page makes itself, as a graph without malice shows them.
KNOWN = set(
    "html head meta title style body a header h1 div input button details summary main section p noscript "
    "script canvas h2 h3 h4 dl dt dd ol ul li svg path g text foreignObject rect bdi span small mark b i "
    "fieldset legend label table thead tbody tr th td blockquote footer".split()
)
WIDTHS = (1280, 390)


@pytest.fixture(scope="module", params=WIDTHS)
def page(request, browser, tmp_path_factory):
    """The page on a wide and a narrow screen; at the end nothing was asked for or complained of."""
    watched = Watched(browser, tmp_path_factory.mktemp("page"))
    page = watched(hostile.graph(), request.param, title=hostile.TEXTS[0] + hostile.TEXTS[4], limit=50)
    page.on("dialog", lambda dialog: watched.complaints.append(dialog.message))
    yield page
    watched.close()
    assert watched.complaints == []


def at_ease(page: Any) -> None:
    page.wait_for_timeout(50)
    assert hostile.faults(page, KNOWN) == []


def test_the_title_is_text(page):
    assert page.evaluate("document.title.startsWith('</script><script>')")
    at_ease(page)


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_detail_of_every_thing_is_text(page, language):
    if page.evaluate("thut.explorer.language") != language:
        page.evaluate("(language) => thut.explorer.setLanguage(language)", language)
    for number in range(len(hostile.TEXTS)):
        page.evaluate("(node) => thut.explorer.reveal(node)", number)
        for fold in page.locator("#details details:not([open]) > summary").all():
            fold.click()
        at_ease(page)
        page.evaluate(
            "([a, b]) => thut.explorer.select({ kind: 'pair', a, b })",
            [number, (number + 1) % len(hostile.TEXTS)],
        )
        at_ease(page)
    text = page.locator("#details").text_content()
    assert "onerror" in text


def test_every_view_is_text(page):
    for mode in ("timeline", "table", "picture"):
        page.evaluate("(mode) => thut.explorer.setMode(mode)", mode)
        at_ease(page)
    page.evaluate("thut.explorer.setTab('list')")
    at_ease(page)
    page.evaluate("thut.explorer.setTab('details')")
    page.evaluate("thut.explorer.select({ kind: 'path', from: 0, to: 5 })")
    at_ease(page)
    page.evaluate("thut.explorer.select(null)")
    at_ease(page)
    page.evaluate("thut.explorer.select({ kind: 'community', community: 0 })")
    at_ease(page)


def test_what_a_search_finds_is_text(page):
    for text in ("onerror", "{{7*7}}", "กลับ", "ย" * 3, "שלום", hostile.TEXTS[0], "W" * 100_000, "ควบคุม"):
        page.fill("#search", text)
        page.locator("#search-hits [role=option]").first.wait_for()
        at_ease(page)
    page.fill("#search", "ไม่มีอย่างนี้แน่ zzzz")
    at_ease(page)
    page.fill("#search", "")


def test_what_is_drawn_by_name_turns_nothing_around(page):
    rows = page.evaluate("thut.explorer.picture.labels.drawn.flatMap(({ rows }) => rows)")
    assert len(rows) > 3
    assert not [row for row in rows if re.search(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069]", row)]


def taken(page: Any, button: str) -> bytes:
    page.locator("#take summary").click()
    with page.expect_download() as download:
        page.click(button)
    return Path(download.value.path()).read_bytes()


def test_what_is_taken_away_is_data(page):
    page.evaluate("thut.explorer.select(null)")
    svg = ET.fromstring(taken(page, "#take-svg"))  # noqa: S314 - made by our own page
    assert {element.tag.rpartition("}")[2] for element in svg.iter()} <= {
        "svg", "title", "rect", "path", "circle", "polygon", "text"
    }  # fmt: skip
    assert not [name for element in svg.iter() for name in element.attrib if name.lower().startswith("on")]
    assert taken(page, "#take-png").startswith(b"\x89PNG")
    csv.field_size_limit(1 << 24)
    rows = list(csv.reader(io.StringIO(taken(page, "#take-csv-whole").decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]
    triples = list(ox.parse(taken(page, "#take-ttl-whole"), format=ox.RdfFormat.TURTLE))
    values = {triple.object.value for triple in triples if isinstance(triple.object, ox.Literal)}
    assert set(hostile.TEXTS[:6]) <= values


def test_a_copied_citation_has_no_unseen_characters(browser, tmp_path):
    watched = Watched(browser, tmp_path)
    page = watched(hostile.graph(), context={"permissions": ["clipboard-read", "clipboard-write"]})
    page.evaluate("thut.explorer.reveal(4)")
    page.locator("#details blockquote button").first.click()
    until(page, "document.getElementById('notice').textContent !== ''")
    assert hostile.OVERRIDE not in page.evaluate("navigator.clipboard.readText()")
    watched.close()
    assert watched.complaints == []


def test_a_harmless_graph_has_no_faults_and_the_parts_stand_where_they_stand_with_a_hostile_one(
    browser, tmp_path
):
    watched = Watched(browser, tmp_path)
    boxes = []
    for graph, title in ((sample(), "Thut"), (hostile.graph(), "Thut")):
        page = watched(graph, title=title)
        assert hostile.faults(page, KNOWN) == []
        places = (page.locator(name).bounding_box() for name in ("#top", "#filters", "#stage", "#panel"))
        boxes.append([(box["x"], box["y"], box["width"]) for box in places])
    assert boxes[0] == boxes[1]
    watched.close()


def test_the_check_itself_finds_what_it_looks_for(browser):
    context = browser.new_context(offline=True)
    page = context.new_page()
    turning = f"a{hostile.OVERRIDE}b"
    page.set_content(
        f"<p>one <span>{turning}</span> two</p><p>one <bdi>{turning}</bdi> two</p><p>{turning}</p>"
    )
    assert len(hostile.faults(page, KNOWN)) == 1
    page.set_content(f"<img src=x onerror={hostile.RUN}><a href=javascript:1>x</a>")
    page.wait_for_timeout(100)
    assert len(hostile.faults(page, KNOWN)) == 4
    context.close()
