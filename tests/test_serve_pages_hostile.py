"""The server's pages, and the dossier, of a graph whose every text would rather be something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import hostile
import pytest
from browsing import needs_browser, until
from datasets import Dataset, serving
from handmade import SOM, claim, document, entity
from pyoxigraph import Literal, Quad

from kg.explain import explain
from kg.model import EntityType, Extraction
from kg.rdf import to_quads
from kg.serve.sources import Limits, served
from kg.store import MemoryStore
from kg.view.settings import Settings
from kg.vocab import Minter

pytestmark = needs_browser
KNOWN = set(
    "html head meta title style link script noscript body header nav main section article h1 h2 h3 h4 dl dt "
    "dd div p a ul ol li span small bdi mark blockquote cite footer time input button label form details "
    "summary table thead tbody tr th td pre textarea canvas svg path g text foreignObject rect b i fieldset "
    "legend".split()
)
TITLE = hostile.TEXTS[0] + hostile.TEXTS[4]


def said(number: int) -> Extraction:
    """A document that has a hostile text for everything that it may have one for."""
    text, other = hostile.TEXTS[number], hostile.TEXTS[number - 1]
    link = hostile.LINKS[number % len(hostile.LINKS)]
    source = document(f"bad-{number}", f"{other} {text} {other}", title=text, url=link)
    about = entity(f"topic:{number}", EntityType.TOPIC, text)
    first, second = (claim(source, SOM, act, about.key, text) for act in ("discussed", "supported"))
    return Extraction(source, (entity(SOM, EntityType.MEETING, other), about), (first, second))


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    """The graph; URLs and dates that are no such thing stand in it as a foreign graph may have them."""
    made = to_quads([said(number) for number in range(len(hostile.TEXTS))])
    odd = {"http://purl.org/dc/terms/issued", "http://purl.org/dc/terms/identifier"}
    return [
        Quad(quad.subject, quad.predicate, Literal(hostile.TEXTS[at % 7]), quad.graph_name)
        if quad.predicate.value in odd
        else quad
        for at, quad in enumerate(made)
    ]


@pytest.fixture(scope="module")
def address(quads) -> Iterator[str]:
    texts = {
        Minter().document(one.document.id): one.document.raw for one in map(said, range(len(hostile.TEXTS)))
    }
    settings = Settings(title=TITLE, language="en")
    dataset = Dataset.of(quads, texts)
    with serving(lambda: served(dataset, settings, Limits(0, 60.0, 2)), settings) as address:
        yield address


@pytest.fixture(scope="module", params=[1280, 390])
def page(request, browser, address) -> Iterator[Any]:
    """A window on the server; a dialog, an error, or a request to anybody else is a fault."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda r: r.url.startswith((address, "data:", "blob:")) or complaints.append(r.url))
    yield page
    context.close()
    assert complaints == []


def at_ease(page: Any) -> None:
    page.wait_for_timeout(50)
    assert hostile.faults(page, KNOWN) == []


@pytest.mark.parametrize("number", range(len(hostile.TEXTS)))
def test_a_document_is_text(page, address, number):
    page.goto(f"{address}/document?id={quote(Minter().document(f'bad-{number}'), safe='')}")
    page.wait_for_selector("html[data-ready=true]")
    at_ease(page)
    assert page.locator("article blockquote").count() > 0


def test_what_is_asked_and_what_comes_back_is_text(page, address):
    page.goto(f"{address}/query")
    page.wait_for_selector("html[data-ready=true]")
    for sparql in (
        "SELECT * { ?s rdfs:label ?o OPTIONAL { ?s dcterms:source ?u } }",
        "SELECT ?o { ?s dcterms:title|dcterms:issued|dcterms:identifier|nif:anchorOf ?o }",
        "SELECT ?o { ?s dcterms:title ?t BIND(STRDT(?t, <http://e/\\u202edt>) AS ?o) }",
        "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s rdfs:label ?o FILTER(STRLEN(?o) < 5000) }",
    ):
        page.evaluate("(text) => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", sparql)
        page.click("#run")
        until(page, "!document.querySelector('#run').disabled")
        page.locator("#results table, #results pre").first.wait_for()
        at_ease(page)
    page.evaluate("(t) => document.querySelector('.CodeMirror').CodeMirror.setValue(t)", hostile.TEXTS[0])
    page.click("#run")
    until(page, "document.querySelector('#status').classList.contains('problem')")
    at_ease(page)


def test_the_page_that_asks_its_server_is_text(page, address):
    page.goto(f"{address}/")
    page.wait_for_selector("html[data-ready=true]")
    at_ease(page)
    for text in ("onerror", "กลับ", "{{7*7}}", "W" * 5000):
        page.fill("#search", text)
        page.locator("#search-hits [role=option]").first.wait_for()
        page.keyboard.press("Enter")
        until(page, "thut.explorer.view.chosen !== null && thut.explorer.notice === ''")
        at_ease(page)


@pytest.mark.parametrize("focus", hostile.TEXTS)
def test_a_focus_that_is_no_name_is_told_as_text(page, address, focus):
    answer = page.goto(f"{address}/?focus={quote('x' + focus[:800])}")
    assert answer.status in {400, 404}
    assert answer.headers["content-type"].startswith("text/plain")
    assert page.evaluate("document.documentElement.dataset.owned") is None


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_dossier_is_text(browser, quads, tmp_path, language):
    context = browser.new_context(offline=True)
    page = context.new_page()
    explanation = explain(MemoryStore(quads), Minter().entity(SOM))
    (tmp_path / "dossier.html").write_text(explanation.html(language, TITLE), encoding="utf-8")
    page.goto((tmp_path / "dossier.html").as_uri())
    assert hostile.faults(page, KNOWN) == []
    assert page.locator("article").count() > 5
    context.close()
