"""``kg serve`` of a store on disk in a real browser: the page whole and in parts, documents, questions."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import chosen, needs_browser, status, until

from kg.store import open_graph

pytestmark = needs_browser

FULL, SHORT = "ปฏิญญาหลวงพระบางว่าด้วยความเชื่อมโยงสีเขียว", "ปฏิญญาหลวงพระบาง"


@pytest.fixture(scope="module")
def folder(run, tmp_path_factory) -> Path:
    """The store that ``kg add --samples`` makes."""
    folder = tmp_path_factory.mktemp("served") / "store"
    done = run("add", folder, "--samples")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module", params=["20000", "10"], ids=["whole", "in parts"])
def address(request, folder) -> Iterator[str]:
    command = [sys.executable, "-m", "kg", "serve", folder, "--port", "0", "--language", "en", "--limit", "8"]
    with subprocess.Popen([*command, "--whole", request.param], stdout=subprocess.PIPE, text=True) as server:
        yield server.stdout.readline().split(" ")[0].rstrip("/")
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0


@pytest.fixture
def page(browser, address):
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda r: r.url.startswith((address, "data:", "blob:")) or complaints.append(r.url))
    yield page
    context.close()
    assert complaints == []


def opened(page, url: str):
    page.goto(url)
    page.wait_for_selector("html[data-ready=true]")
    return page


def of(iri: str) -> str:
    return urllib.parse.quote(iri, safe="")


def test_what_was_merged_is_found_by_either_name_and_says_so(page, address):
    opened(page, address)
    assert "8 of" in status(page)
    page.fill("#search", SHORT)
    page.locator("#search-hits [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#merged') !== null")
    assert chosen(page) == FULL
    line = page.locator("#merged").inner_text()
    assert line.startswith(
        f"Put together from 2 entities of documents: {SHORT} · {FULL} — One name is the other"
    )
    assert line.endswith("(90%)")


def test_the_page_opens_on_a_name_and_on_the_iri_of_what_was_merged_away(page, address, folder):
    ((member, node),) = open_graph(folder).query("SELECT ?m ?c { ?m owl:sameAs ?c }").rows
    for focus in (SHORT, member, node):
        opened(page, f"{address}/?focus={of(focus)}")
        assert chosen(page) == FULL


def test_evidence_leads_to_its_words_in_the_text_of_the_document(page, address):
    opened(page, f"{address}/?focus={of(FULL)}")
    quote = page.locator("#details .quote").first.inner_text()
    page.locator("#details a.in-document").first.click()
    page.wait_for_selector("html[data-ready=true]")
    assert "".join(page.locator("mark.asked").all_inner_texts()).replace("\n", "") == quote
    assert page.locator(".text").inner_text().count("\n") > 5


def test_every_thing_that_a_document_tells_of_has_its_page(page, address, folder):
    links = set()
    for (document,) in open_graph(folder).query("SELECT ?d { ?d a thut:SourceDocument }").rows:
        opened(page, f"{address}/document?id={of(document)}")
        assert page.locator("mark").count() > 0
        links |= set(page.evaluate("[...document.querySelectorAll('article li a')].map((a) => a.href)"))
    assert len(links) > 50
    for link in links:
        with urllib.request.urlopen(link, timeout=20) as answer:
            assert answer.status == 200


def test_a_question_that_ships_is_answered(page, address):
    opened(page, f"{address}/query")
    page.get_by_role("button", name="Run").first.click()
    until(page, "document.querySelectorAll('table tbody tr').length > 0")
