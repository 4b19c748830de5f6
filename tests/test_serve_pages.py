"""The pages of documents and questions in a real browser: text stays text, and nobody else is asked."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browsing import HOSTILE, needs_browser, until
from datasets import Dataset, serving
from handmade import ENTITIES, SOM, VICHAWAT, claim, document, entity, first, second
from hypothesis import given
from hypothesis import strategies as st

from kg.model import EntityType, Extraction
from kg.query import query, shipped_queries
from kg.rdf import to_quads, write_graph
from kg.serve.passages import Passage, document_page, pieces
from kg.serve.sources import Limits, served
from kg.serve.words import columns
from kg.store import MemoryStore
from kg.view.settings import Settings
from kg.vocab import Minter

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")

# The control character has no place in HTML; a document may hold it all the same.
EVIL = f"{HOSTILE} ' \" & &lt; <mark>"
FILLER = "\n".join(f"ย่อหน้าที่ {number} ไม่มีอะไร" for number in range(120))
BAD_TEXT = f"{EVIL}\r\n\r\n{FILLER}\n{EVIL} หารือกับ 🙂 ท่าน\n{FILLER}"
DOCUMENT = Minter().document("som-17")
BAD = Minter().document("bad")
SPAN = (BAD_TEXT.rindex(EVIL), BAD_TEXT.rindex(EVIL) + len(EVIL))


def hostile() -> Extraction:
    """A document whose title, text, names, address and file name would all like to be markup."""
    source = document("bad", BAD_TEXT, title=EVIL, url="javascript:document.title='owned'")
    topic = entity("topic:bad", EntityType.TOPIC, EVIL)
    start = BAD_TEXT.rindex(EVIL)
    said = claim(source, SOM, "discussed", "topic:bad", EVIL)
    (evidence,) = said.evidence
    moved = type(evidence)(source.id, type(evidence.span)(start, SPAN[1]), EVIL, "by-hand", 0.9)
    said = type(said)(SOM, "discussed", "topic:bad", False, said.modality, (moved,))
    return Extraction(source, (ENTITIES[SOM], topic), (said,))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {DOCUMENT: first().document.raw, BAD: BAD_TEXT}


@pytest.fixture(scope="module")
def address(texts) -> Iterator[str]:
    """A server of three documents: two with their texts, one of which is hostile, and one without."""
    dataset = Dataset.of(to_quads([first(), second(), hostile()]), texts)
    settings = Settings(language="en")
    with serving(lambda: served(dataset, settings, Limits(1000, 20.0, 2)), settings) as address:
        yield address


@pytest.fixture
def opened(browser, address) -> Iterator[Callable[..., Any]]:
    """Open a page of the server; a complaint, or a question to anybody else, is a fault."""
    complaints: list[str] = []
    contexts = []

    def open_page(path: str, at: str = address, **context: Any):
        made = browser.new_context(viewport={"width": 1200, "height": 700}, accept_downloads=True, **context)
        contexts.append(made)
        page = made.new_page()
        page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on(
            "request",
            lambda r: r.url.startswith((f"{at}/", "data:", "blob:")) or complaints.append(r.url),
        )
        page.goto(at + path)
        page.wait_for_selector("html[data-ready=true]")
        return page

    open_page.complaints = complaints
    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def of(iri: str, **fields: str) -> str:
    return "/document?" + urllib.parse.urlencode({"id": iri, **fields})


def visible(page: Any, selector: str) -> bool:
    return page.locator(selector).first.evaluate(
        "(e) => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
    )


@needs_browser
def test_a_document_is_shown_with_the_words_that_are_asked_for(opened, texts):
    raw = texts[DOCUMENT]
    start = raw.index("ไทยเสนอปีแห่งความร่วมมือ")
    quote = "ไทยเสนอปีแห่งความร่วมมือด้านวิทยาศาสตร์"
    page = opened(of(DOCUMENT, char=f"{start},{start + len(quote)}"))
    # The browser has one kind of line end, the document its own.
    assert page.locator(".text").evaluate("(e) => e.textContent") == raw.replace("\r\n", "\n")
    assert "".join(page.locator("mark.asked").all_inner_texts()) == quote
    assert page.locator("article.asked blockquote").inner_text() == quote
    assert "ไทย proposed ปีแห่งความร่วมมือด้านวิทยาศาสตร์" in page.locator("article.asked li").inner_text()
    assert page.locator("time").inner_text() == "2021-08-04"
    assert page.locator("#original").get_attribute("href").startswith("https://www.mfa.go.th/th/content/")


@needs_browser
def test_every_quotation_is_marked_and_leads_to_what_it_states(opened):
    page = opened(of(DOCUMENT))
    marked = page.locator("mark").all_inner_texts()
    for quote in page.locator("article blockquote").all_inner_texts():
        assert quote.replace("\n", "") in "".join(marked).replace("\n", "")
    page.locator("mark a").first.click()
    assert page.evaluate("document.querySelector('article:target') !== null")
    page.locator("article li a").first.click()
    page.wait_for_selector("html[data-ready=true]")
    assert "focus=https" in page.url


@needs_browser
def test_the_words_asked_for_are_scrolled_to_in_code_points_of_the_document(opened):
    page = opened(of(BAD, char=f"{SPAN[0]},{SPAN[1]}"))
    assert visible(page, "mark.asked")
    assert "".join(page.locator("mark.asked").all_inner_texts()).strip() == EVIL
    emoji = BAD_TEXT.index("🙂")
    page = opened(of(BAD, char=f"{emoji},{emoji + 1}"))
    assert page.locator("mark.asked").inner_text() == "🙂"


@needs_browser
def test_the_iri_of_words_leads_to_them(opened, texts):
    start = texts[DOCUMENT].index("ผ่านระบบการประชุมทางไกล")
    page = opened(of(f"{DOCUMENT}#char={start},{start + 23}"))
    assert page.locator("mark.asked").inner_text() == "ผ่านระบบการประชุมทางไกล"


@needs_browser
def test_without_a_text_there_are_quotations_and_the_page_says_so(opened):
    page = opened(of(Minter().document("som-17-again"), lang="th"))
    assert "ไม่ได้เก็บข้อความเต็ม" in page.locator("#no-text").inner_text()
    assert page.locator("article blockquote").count() == 2
    assert page.locator(".text").count() == 0


@needs_browser
def test_what_documents_say_is_text_and_never_markup(opened):
    page = opened(of(BAD))
    page.wait_for_timeout(100)
    assert page.title().startswith("</script><img")
    assert page.evaluate("document.querySelectorAll('img, b, iframe').length") == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert page.locator("#original").count() == 0
    assert "javascript:" in page.locator(".about").inner_text()
    assert page.evaluate("[...document.links].every((a) => /^https?:$/.test(a.protocol))")


def test_words_that_do_not_stand_where_the_graph_says_are_told():
    dataset = Dataset.of(to_quads([first()]), {DOCUMENT: "x" * 2000})
    settings = Settings(language="en")
    with (
        serving(lambda: served(dataset, settings, Limits(1000, 20.0, 2)), settings) as address,
        urllib.request.urlopen(address + of(DOCUMENT), timeout=20) as answer,
    ):
        text = answer.read().decode()
    assert "do not stand at this place" in text
    assert document_page(MemoryStore(to_quads([first()])), "http://e/none") is None


@given(st.text(max_size=12), st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=6))
def test_the_pieces_of_a_text_are_the_text_and_each_is_within_what_covers_it(text, spans):
    passages = [Passage(begin, end, "", ()) for begin, end in spans]
    found = pieces(text, passages)
    assert "".join(piece.text for piece in found) == text
    at = 0
    for piece in found:
        end = at + len(piece.text)
        covering = {
            p for p in passages if 0 <= p.begin < p.end <= len(text) and p.begin <= at and end <= p.end
        }
        assert set(piece.within) == covering
        assert all(passage.begin == at for passage in piece.begins)
        at = end


def typed(page: Any, sparql: str) -> None:
    page.evaluate("(text) => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", sparql)


@needs_browser
def test_a_question_is_typed_asked_and_answered_by_keyboard(opened):
    page = opened("/query")
    page.locator("#editor .CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT ?who ?doc { ?who a thut:Person . ?doc a thut:SourceDocument } LIMIT 1")
    page.keyboard.press("Control+Enter")
    page.locator("#results td").first.wait_for()
    assert "PREFIX thut: <https://w3id.org/thut/ontology#>" in page.evaluate(
        "document.querySelector('.CodeMirror').CodeMirror.getValue()"
    )
    assert page.locator("#status").inner_text().startswith("1 rows in ")
    who, doc = page.locator("#results td a").all()
    assert who.get_attribute("href").startswith("/?focus=https%3A%2F%2Fw3id.org%2Fthut%2Fid%2Fperson%2F")
    assert doc.get_attribute("href").startswith("/document?id=https%3A%2F%2Fw3id.org%2Fthut%2Fid%2Fdoc%2F")
    who.click()
    page.wait_for_selector("html[data-ready=true]")
    page.go_back()
    page.locator("#results td").first.wait_for()


@needs_browser
def test_terms_of_the_ontology_are_completed_and_nobody_is_asked(opened):
    page = opened("/query")
    typed(page, "SELECT * { ?m thut:atten")
    page.locator("#editor .CodeMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Space")
    page.locator(".CodeMirror-hint").first.wait_for()
    assert "thut:attended" in page.locator(".CodeMirror-hints").inner_text()
    assert page.evaluate("localStorage.length") == 0


@needs_browser
def test_a_question_that_ships_is_narrowed_and_asked(opened):
    page = opened("/query?lang=th")
    question = page.locator("details[data-query=who-attended]")
    question.locator("summary").click()
    assert "Who attended a meeting" in question.inner_text()
    question.locator("input[name=meeting]").fill("ASEAN-Russia SOM")
    question.locator("button").click()
    page.locator("#results td").first.wait_for()
    assert "วิชาวัฒน์ อิศรภักดี" in page.locator("#results").inner_text()
    # A reader of Thai gets Thai, and what he did not ask for (languages, datatypes) is left out.
    assert page.locator("#results th").all_inner_texts()[:2] == ["การประชุม", "ผู้เข้าร่วม"]
    assert page.locator("#results td small").count() == 0
    assert "เกิดขึ้นจริง" in page.locator("#results").inner_text()
    assert "ใช้ชื่อใดก็ได้" in question.inner_text()
    assert "spacebar" not in page.locator("#editor").inner_text()
    question.locator("input[name=meeting]").fill("ไม่มีชื่อนี้")
    question.locator("button").click()
    until(page, "document.querySelector('#status').classList.contains('problem')")
    assert "ไม่มีชื่อนี้" in page.locator("#status").inner_text()
    assert "คำถามนี้ถามไม่ได้" in page.locator("#status").inner_text()
    opened.complaints[:] = [said for said in opened.complaints if "400 (Bad Request)" not in said]


@needs_browser
@pytest.mark.parametrize(("language", "said"), [("th", "26 ต.ค. 2564"), ("en", "26 Oct 2021")])
def test_the_dates_of_a_question_that_ships_are_in_the_readers_calendar(opened, language, said):
    page = opened(f"/query?lang={language}")
    question = page.locator("details[data-query=planned-meetings]")
    question.locator("summary").click()
    question.locator("button").click()
    page.locator("#results td").first.wait_for()
    assert page.locator("#results td time").first.inner_text() == said
    assert page.locator("#results td time").first.get_attribute("datetime") == "2021-10-26"


@needs_browser
def test_results_are_text_whatever_stands_in_them(opened):
    page = opened("/query")
    label = "?t a thut:Topic ; rdfs:label ?n"
    typed(page, f"SELECT ?n ?u WHERE {{ {label} BIND(IRI('javascript:alert(1)') AS ?u) }}")
    page.click("#run")
    page.locator("#results td").first.wait_for()
    assert "</script><img" in page.locator("#results").inner_text()
    assert page.evaluate("document.querySelectorAll('#results img, #results script').length") == 0
    assert page.evaluate("[...document.links].every((a) => /^https?:$/.test(a.protocol))")
    page.locator("#results a").first.click()
    until(page, "document.querySelector('.CodeMirror').CodeMirror.getValue().includes('DESCRIBE')")


@needs_browser
def test_a_yes_or_no_triples_and_errors_are_shown(opened):
    page = opened("/query")
    typed(page, "ASK { ?m a thut:Meeting }")
    page.click("#run")
    page.locator("#results .answer").wait_for()
    assert page.locator("#results").inner_text() == "Yes"
    typed(page, "CONSTRUCT { ?m a thut:Meeting } WHERE { ?m a thut:Meeting }")
    page.click("#run")
    page.locator("#results pre").wait_for()
    assert "a thut:Meeting ." in page.locator("#results").inner_text()
    with page.expect_download() as download:
        page.locator("#save button", has_text="N-Triples").click()
    assert download.value.suggested_filename == "thut.nt"
    typed(page, "SELECT * {")
    page.click("#run")
    until(page, "document.querySelector('#status').classList.contains('problem')")
    assert "every { needs its }" in page.locator("#status").inner_text()
    opened.complaints[:] = [said for said in opened.complaints if "400 (Bad Request)" not in said]


@needs_browser
def test_a_question_can_be_stopped_and_stands_in_the_address(opened, tmp_path):
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
    asked = urllib.parse.quote(slow, safe="~()*!.'")
    write_graph(to_quads([first(), second()]), tmp_path / "graph.nq")
    settings = Settings(language="en")
    with serving(lambda: served(tmp_path / "graph.nq", settings, Limits(1000, 60.0, 1)), settings) as address:
        page = opened("/query", address)
        typed(page, slow)
        page.click("#run")
        page.click("#stop")
        until(page, "document.querySelector('#status').textContent === 'Stopped'")
        assert page.url == f"{address}/query#query={asked}"
        # Its worker was ended: the only one there is answers again.
        typed(page, "ASK {}")
        page.click("#run")
        page.locator("#results .answer").wait_for()
        page.goto("about:blank")


@needs_browser
@pytest.mark.parametrize("path", ["/query", of(DOCUMENT), of(Minter().document("som-17-again"))])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_on_the_pages_is_known_to_shut_people_out(opened, path, scheme):
    page = opened(path, color_scheme=scheme)
    # The editor is inverted in the dark, which the measure of contrast does not see.
    found = axe.Axe().run(page, context={"exclude": [[".CodeMirror"]]})
    assert found.violations_count == 0, found.generate_report()


@needs_browser
def test_the_page_of_the_graph_leads_to_documents_and_questions(opened):
    page = opened("/?focus=" + urllib.parse.quote(Minter().entity(VICHAWAT)))
    page.locator("a.in-document").first.click()
    page.wait_for_selector("html[data-ready=true]")
    assert page.locator("article.asked").count() == 1
    page.locator("header nav a", has_text="Query").click()
    page.wait_for_selector("html[data-ready=true]")
    page.locator("header nav a", has_text="Graph").click()
    page.wait_for_selector("html[data-ready=true]")
    page.click("#ask")
    page.wait_for_selector("#editor .CodeMirror")


@pytest.mark.parametrize("path", ["/query", of(DOCUMENT), "/static/query.js", "/sparql?query=ASK%7B%7D"])
def test_the_headers_of_every_answer_are_strict(address, path):
    with urllib.request.urlopen(address + path, timeout=20) as answer:
        headers = answer.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    if headers.get_content_type() == "text/html":
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
    assert "Access-Control-Allow-Origin" not in headers


def test_the_bundle_of_the_page_was_made_of_the_sources_beside_it(checkout):
    folder = checkout / "kg" / "serve" / "page"
    digest = hashlib.sha256()
    names = sorted([*(f"src/{path.name}" for path in (folder / "src").iterdir()), "package-lock.json"])
    for name in names:
        text = (folder / name).read_text(encoding="utf-8").replace("\r\n", "\n")
        digest.update(f"{name}\n{text}".encode())
    bundle = (folder / "query.js").read_text(encoding="utf-8")
    assert digest.hexdigest() in bundle.split("\n", 1)[0], "run `npm ci && npm run build` in kg/serve/page"
    assert "@zazuko/yasqe 4.6.2" in bundle
    assert re.search(r"codemirror 5\.\d+", bundle)
    sources = "".join(path.read_text(encoding="utf-8") for path in (folder / "src").iterdir())
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in sources


def test_bundling_the_page_again_gives_the_same_bytes(checkout, tmp_path):
    folder = checkout / "kg" / "serve" / "page"
    if not (folder / "node_modules").is_dir() or not shutil.which("node"):
        pytest.skip("no Node.js with the page's packages: `npm ci` in kg/serve/page")
    check = subprocess.run(
        ["npx", "tsc", "--noEmit"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout
    subprocess.run(["node", "build.mjs", tmp_path], cwd=folder, check=True)
    for name in ("query.js", "query.css"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_column_of_every_question_that_ships_has_a_word(language):
    store = MemoryStore(to_quads([first()]))
    for question in shipped_queries().values():
        assert set(query(store, question.name).columns) <= set(columns(language)), question.name
        assert all(parameter.thai for parameter in question.parameters)
