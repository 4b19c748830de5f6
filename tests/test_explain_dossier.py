"""The dossier: every claim with its words and sources, on a page that prints and that nothing breaks."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pypdf
import pytest
from browsing import needs_browser
from conflicting import ACTUAL, NEGATED, PLANNED, store
from handmade import ENTITIES, RUSSIA, SOM, VICHAWAT, claim, document, first, second

from kg.errors import UsageError
from kg.explain import explain
from kg.explain.sentences import sentence
from kg.model import Extraction
from kg.query import query
from kg.rdf import to_quads
from kg.rdf.wording import verbs
from kg.store import MemoryStore
from kg.vocab import ACTS, DESCRIBING

NAME = "วิชาวัฒน์ อิศรภักดี"
HOSTILE = "</style><script>document.title='owned'</script><img src=x onerror=alert(1)>\u202e&\x07"


@pytest.fixture(scope="module")
def graph() -> MemoryStore:
    return MemoryStore(to_quads([first(), second()]))


class Page(HTMLParser):
    """The elements of a page and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_has_every_claim_with_its_words_and_their_place(graph: MemoryStore, language: str) -> None:
    explained = explain(graph, NAME)
    page = Page(explained.html(language))
    for told in explained.claims:
        assert told.sentence_th in page.text
        assert told.sentence_en in page.text
        for quotation in told.quotations:
            assert " ".join(quotation.quote.split()) in page.text
            assert f"{quotation.start}–{quotation.end}" in page.text
            assert quotation.rule in page.text
            assert f"{quotation.confidence:.0%}" in page.text
    assert ("6 สิงหาคม 2564" if language == "th" else "6 August 2021") in page.text
    assert ("2 จาก 2" if language == "th" else "2 of 2 documents independent") in page.text


def test_citations_lead_to_numbered_sources_and_back_to_nothing_else(graph: MemoryStore) -> None:
    explained = explain(graph, NAME)
    assert [source.number for source in explained.sources] == [1, 2]
    page = Page(explained.html())
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {link[1:] for link in links if link.startswith("#")} == {"source-1", "source-2"} <= ids
    outside = [link for link in links if not link.startswith("#")]
    assert outside == [f"https://www.mfa.go.th/th/content/{quote('ข่าว')}?id=1"]
    numbered = [number for number in page.words if re.fullmatch(r"\[\d\]", number)]
    assert len(numbered) == len(explained.sources) + sum(len(told.quotations) for told in explained.claims)


def test_what_is_planned_or_denied_says_so_in_its_verb(graph: MemoryStore) -> None:
    sentences = {told.sentence_en for told in explain(graph, "รัสเซีย").claims}
    assert "รัสเซีย is to attend การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔" in sentences
    assert "รัสเซีย did not host การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔" in sentences


def test_whatever_claims_are_made_with_has_a_verb_for_plans_and_denials() -> None:
    for name in {*ACTS, *DESCRIBING}:
        planned, denied = verbs(name, "Planned"), verbs(name, "Negated")
        assert planned is not None, name
        assert denied is not None, name
        assert planned[0].startswith("จะ")
        assert denied[0].startswith("ไม่ได้")
        assert planned[1].startswith("is to ")
        assert " not " in denied[1]
    # What somebody added has a name and no verb: the mood stands before the sentence.
    assert sentence("a", "gaveWayTo", "b", "Planned", "en") == "planned: a gave way to b"


def test_a_contradiction_stands_beside_the_claim_with_both_words(graph: MemoryStore) -> None:
    explained = explain(graph, ("ASEAN-Russia SOM", "heldOn", "2021-08-04"))
    (told,) = explained.claims
    (other,) = told.contradicted_by
    assert (other.object, other.quotations[0].name) == ("2021-08-05", "som-17-again.txt")
    page = Page(explained.html())
    sides = page.text[page.text.index("ข้อความที่ขัดกัน") :]
    assert "4 สิงหาคม 2564" in sides
    assert "5 สิงหาคม 2564" in sides
    assert "เมื่อวันที่ ๔ สิงหาคม ๒๕๖๔" in sides
    assert other.quotations[0].quote in sides
    assert "! contradicted by: " in explained.text()
    assert "2021-08-05" in explained.text()


@pytest.mark.parametrize(
    "stated",
    [
        [(SOM, "heldOn", "2021-08-04", ACTUAL), (SOM, "heldOn", "2021-08-05", ACTUAL)],
        [(SOM, "heldOn", "2021-08-04/2021-08-06", ACTUAL), (SOM, "heldOn", "2021-08-05", ACTUAL)],
        [(SOM, "heldOn", f"2021-08-0{day}", ACTUAL) for day in range(1, 5)],
        [*((SOM, "heldOn", f"2021-08-0{day}", ACTUAL) for day in range(1, 5)), (SOM, "ordinal", "1", ACTUAL)],
        [(SOM, "heldOn", day, PLANNED) for day in ("2021-07-01", "2021-08-04/2021-08-06", "2021-08-05")],
        [(SOM, "mode", "online", ACTUAL), (SOM, "mode", "hybrid", ACTUAL), (SOM, "mode", "phone", ACTUAL)],
        [(SOM, "heldAt", "place:มอสโก", ACTUAL), (SOM, "heldAt", "place:โซชิ", ACTUAL)],
        [(SOM, "heldAt", "place:มอสโก", ACTUAL), (SOM, "heldAt", "place:ทำเนียบ", ACTUAL)],
        [(SOM, "mode", "online", ACTUAL), (SOM, "mode", "hybrid", NEGATED), (SOM, "mode", "phone", ACTUAL)],
        [(RUSSIA, "attended", SOM, ACTUAL), (RUSSIA, "attended", SOM, NEGATED)],
        [(SOM, "ordinal", "1", ACTUAL), (SOM, "ordinal", "2", ACTUAL), (SOM, "ordinal", "3", ACTUAL)],
    ],
)  # fmt: skip
def test_explanations_and_the_query_find_the_same_contradictions(stated) -> None:
    graph = store(*stated)
    found = query(graph, "conflicts")
    at = [found.columns.index(name) for name in ("claim", "other_claim", "values")]
    claims = explain(graph, ENTITIES[SOM].name).claims
    told = {frozenset((c.assertion, o.assertion)) for c in claims for o in c.contradicted_by}
    values = {c.object for c in claims if c.contradicted_by}
    rows = [[row[i] for i in at] for row in found.rows]
    # The query has one row of them all.
    assert len(rows) == bool(told)
    assert all(frozenset(pair) in told and int(count) == len(values) for *pair, count in rows)


def test_json_has_what_the_page_has(graph: MemoryStore) -> None:
    parsed = json.loads(explain(graph, ("ASEAN-Russia SOM", "heldOn", "2021-08-04")).json())
    (told,) = parsed["claims"]
    assert (told["support"], told["documents"]) == (1, 1)
    assert told["sentence_th"].endswith("จัดขึ้นเมื่อ 4 สิงหาคม 2564")
    assert told["contradicted_by"][0]["object"] == "2021-08-05"
    numbers = {source["document"]: source["number"] for source in parsed["sources"]}
    for one in (told, *told["contradicted_by"]):
        assert [numbers[q["document"]] for q in one["quotations"]] == [q["source"] for q in one["quotations"]]


def hostile() -> MemoryStore:
    source = document("bad", HOSTILE, title=HOSTILE, url="javascript:document.title='owned'")
    said = claim(source, VICHAWAT, "holdsPosition", HOSTILE, HOSTILE, literal=True)
    return MemoryStore(to_quads([Extraction(source, (ENTITIES[VICHAWAT],), (said,))]))


def test_nothing_in_a_document_becomes_part_of_the_page() -> None:
    html = explain(hostile(), NAME).html(title=HOSTILE)
    page = Page(html)
    assert page.tags().isdisjoint({"script", "img", "iframe", "link", "object", "form"})
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert [a["href"] for tag, a in page.elements if tag == "a"] == ["#source-1"]
    assert not re.search("[\x00-\x08\u202a-\u202e]", html)


def test_the_policy_allows_the_style_of_the_page_and_nothing_else(graph: MemoryStore) -> None:
    html = explain(graph, NAME).html()
    style = html[html.index("<style>") + 7 : html.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = (
        attributes["content"]
        for tag, attributes in Page(html).elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")
    assert "style=" not in html
    assert "url(" not in style


def test_a_language_that_the_page_does_not_speak_is_refused(graph: MemoryStore) -> None:
    with pytest.raises(UsageError, match="'fr': the page speaks th or en"):
        explain(graph, NAME).html("fr")


def test_the_same_graph_gives_the_same_page() -> None:
    quads = to_quads([first(), second()])
    pages = [explain(MemoryStore(order), NAME).html() for order in (quads, reversed(quads))]
    assert pages[0] == pages[1]


@needs_browser
def test_the_page_opens_unplugged_and_prints_on_a4(browser, tmp_path: Path) -> None:
    file = tmp_path / "แฟ้ม.html"
    graph = MemoryStore([*hostile().quads(), *to_quads([first(), second()])])
    file.write_text(explain(graph, NAME).html(), encoding="utf-8")
    complaints: list[str] = []
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 380, "height": 800}, offline=True)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda request: complaints.append(request.url) if request.url != file.as_uri() else None
    )
    page.goto(file.as_uri())
    asked.clear()  # of the page itself
    assert page.title() == f"แฟ้มหลักฐาน: {NAME}"
    assert page.evaluate("getComputedStyle(document.querySelector('h3')).fontWeight") == "700"
    # On a phone nothing is cut off.
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.pdf(path=tmp_path / "dossier.pdf", prefer_css_page_size=True)
    context.close()
    assert (complaints, asked) == ([], [])
    pages = pypdf.PdfReader(tmp_path / "dossier.pdf").pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    assert "char" not in pages[0].extract_text()
    assert len(pages) <= 4
