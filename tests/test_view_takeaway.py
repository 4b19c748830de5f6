"""The page driven in headless Chromium: what a reader takes away from it."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
from browsing import HOSTILE, QUOTE, TITLE, details, needs_browser, sample, until
from handmade import ENTITIES, RUSSIA, document, first

from kg.graph import project
from kg.model import Extraction, Naming
from kg.query import query
from kg.rdf import to_quads
from kg.store import MemoryStore, open_graph
from kg.text import Span
from kg.vocab import THUT, Minter

pytestmark = needs_browser


def taken(page, button: str) -> bytes:
    page.locator("#take summary").click()
    with page.expect_download() as download:
        page.click(button)
    return Path(download.value.path()).read_bytes()


def test_the_picture_as_png(opened):
    page = opened(sample())
    data = taken(page, "#take-png")
    assert data.startswith(b"\x89PNG")
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    seen = page.locator("#picture").bounding_box()
    assert width >= 2 * seen["width"] - 2
    assert height >= 2 * seen["height"]
    assert len(data) > 20_000


def test_the_picture_as_svg_has_every_shape_and_names_as_text(opened):
    page = opened(sample())
    root = ET.fromstring(taken(page, "#take-svg"))  # noqa: S314 - made by our own page
    space = "{http://www.w3.org/2000/svg}"
    shapes = [e for e in root.iter() if e.tag in {space + "circle", space + "polygon"}]
    assert len(shapes) == 34 + 4  # and the classes in the legend
    assert any("34 จาก 34 รายการ" in (e.text or "") for e in root.iter(space + "text"))
    assert "ญี่ปุ่น" in [e.text for e in root.iter(space + "text")]
    assert not [e for e in root.iter() if e.tag.endswith(("script", "img", "foreignObject"))]
    assert len([e for e in root.iter(space + "path") if e.get("stroke-dasharray")]) == 1


def test_claims_as_csv_with_the_words_that_state_them(opened):
    page = opened(sample())
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 1})")
    rows = list(csv.DictReader(io.StringIO(taken(page, "#take-csv-chosen").decode("utf-8-sig"))))
    assert len(rows) == 1
    assert rows[0]["subject"] == "ดอน ปรมัตถ์วินัย"
    assert rows[0]["quote"] == QUOTE
    assert (rows[0]["begin"], rows[0]["confidence"], rows[0]["date"]) == ("10", "0.93", "2021-10-28")
    assert rows[0]["document"] == TITLE


def test_no_cell_of_the_csv_is_a_formula(opened):
    graph = sample()
    graph.nodes["e:3bad"]["name_th"] = "=1+1"
    page = opened(graph)
    rows = list(csv.DictReader(io.StringIO(taken(page, "#take-csv-whole").decode("utf-8-sig"))))
    assert len(rows) == 34 + 1  # every relation and the date of the summit, each with one quotation
    assert "'=1+1" in {row["object"] for row in rows}


def test_the_table_as_csv_in_the_order_that_it_has_on_the_page(opened):
    page = opened(sample(), language="en")
    page.click("#mode-table")
    page.get_by_role("button", name="Entities shown (34)").click()
    page.locator("[data-column=col_degree]").click()  # the most first
    page.locator("[data-column=col_degree]").click()
    with page.expect_download() as download:
        page.click("#table-csv")
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Name", "Class", "Relations", "Meeting date", "Documents"]
    degrees = [int(row[2]) for row in rows[1:]]
    assert degrees == sorted(degrees)
    assert rows[-1][0] == "Japan"


def test_claims_as_turtle_are_part_of_the_graph_that_the_page_was_made_of(opened, demo):
    source = demo / "graph.ttl"
    view = list(open_graph(source).view())  # what merges hold to be one is one in the page
    page = opened(source, limit=200)
    page.evaluate("thut.explorer.reveal(thut.explorer.index.find('ไทย')[0])")
    for button in ("#take-ttl-chosen", "#take-ttl-whole"):
        text = taken(page, button)
        triples = {(q.subject, q.predicate, q.object) for q in ox.parse(text, format=ox.RdfFormat.TURTLE)}
        whole = {(q.subject, q.predicate, q.object) for q in view}
        assert triples <= whole
        claims = [t for t in triples if t[2] == ox.NamedNode(THUT + "Assertion")]
        assert len(claims) >= 10
    # All entities are shown: what was taken is the whole graph as far as a projection sees it.
    again = project(ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert again.number_of_edges() == project(view).number_of_edges()


def test_hostile_names_stay_literals_in_turtle(opened):
    page = opened(sample())
    text = taken(page, "#take-ttl-whole")
    labels = {
        q.object.value for q in ox.parse(text, format=ox.RdfFormat.TURTLE) if "label" in q.predicate.value
    }
    assert HOSTILE in labels


def test_a_citation_has_the_words_the_document_the_date_and_the_place(opened):
    page = opened(sample(), language="en", context={"permissions": ["clipboard-read", "clipboard-write"]})
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 1})")
    page.locator("#details blockquote button").first.click()
    until(page, "document.getElementById('notice').textContent !== ''")
    assert page.locator("#notice").inner_text() == "Copied"
    cited = page.evaluate("navigator.clipboard.readText()")
    end = 10 + len(QUOTE)
    assert (
        cited == f"“{QUOTE}” — {TITLE}, 28 Oct 2021, https://www.mfa.go.th/th/content/1, characters 10–{end}"
    )


def test_the_link_to_the_view_is_copied_and_stands_in_the_address(opened):
    page = opened(sample(), context={"permissions": ["clipboard-read", "clipboard-write"]})
    page.evaluate("thut.explorer.reveal(2)")
    page.locator("#take summary").click()
    page.click("#take-link")
    until(page, "location.hash !== ''")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.reload()
    page.wait_for_selector("html[data-ready=true]")
    assert "ญี่ปุ่น" in details(page)


def test_print_shows_the_selection_and_no_controls(opened):
    page = opened(sample())
    page.evaluate("thut.explorer.select({kind: 'pair', a: 0, b: 1})")
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    assert not page.locator(".tools").is_visible()
    assert page.locator("#details blockquote").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_print_is_light_whatever_the_page_is(opened):
    page = opened(sample(), context={"color_scheme": "dark"})
    dark = page.evaluate("thut.explorer.picture.palette.paper")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("thut.explorer.picture.palette.paper") != dark
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("thut.explorer.picture.palette.paper") == dark


def test_what_a_document_only_names_is_taken_away_as_the_graph_has_it(opened, tmp_path):
    source = document("mention", "ข่าวเรื่องรัสเซีย", title="ข่าวสั้น")
    words = (Naming(RUSSIA, Span(10, 17), "รัสเซีย"),)
    quads = to_quads([first(), Extraction(source, (ENTITIES[RUSSIA],), (), namings=words)])
    page = opened(project(quads))
    taken_away = tmp_path / "taken.ttl"
    taken_away.write_bytes(taken(page, "#take-ttl-whole"))
    thing, named_in = ox.NamedNode(Minter().entity(RUSSIA)), ox.NamedNode(THUT + "mentionedIn")
    store = open_graph(taken_away)
    mine = {(q.predicate, q.object) for q in quads if q.subject == thing and q.predicate == named_in}
    assert mine
    assert mine <= {(q.predicate, q.object) for q in store.quads() if q.subject == thing}
    assert query(store, "mentions").rows == query(MemoryStore(quads), "mentions").rows
