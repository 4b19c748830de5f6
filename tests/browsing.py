"""What tests of the page share: a graph made by hand, and a browser with the network cut and watched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.graph import Fact, Quotation
from kg.view import view

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
BROWSER = os.environ.get("THUT_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
needs_browser = pytest.mark.skipif(not BROWSER, reason="no Chromium: set THUT_CHROMIUM to one")

SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"><b>หนา</b>\u202eกลับ\u0007"
QUOTE = "นายดอน ปรมัตถ์วินัย เข้าร่วมการประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔"
TITLE = "ข่าวสารนิเทศ : การประชุมสุดยอดอาเซียน-รัสเซีย"


def words(  # noqa: PLR0917 - in the order of a quotation's parts
    quote: str = QUOTE,
    title: str = TITLE,
    url: str = "https://www.mfa.go.th/th/content/1",
    document: str = "1",
    begin: int = 10,
    issued: str = "2021-10-28",
) -> tuple[Quotation, ...]:
    return (
        Quotation(
            f"https://w3id.org/thut/id/doc/{document}", begin, begin + len(quote), quote, title, issued, url
        ),
    )


def sample() -> nx.MultiDiGraph[str]:
    """Don (0), a summit (1), Japan (2), a hostile topic (3), thirty topics of Japan's."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
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
        ("e:0don", "visited", "e:2jp", "Planned", words("มีกำหนดเยือนญี่ปุ่น", document="2", issued="2022-03-01")),
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


def meetings() -> nx.MultiDiGraph:
    """Two frameworks with meetings in two years, one of them planned, and one meeting without a date."""
    graph = nx.MultiDiGraph()
    graph.add_node("e:f1", type="Framework", name_th="อาเซียน", name_en="ASEAN")
    graph.add_node("e:f2", type="Framework", name_th="อาเซม", name_en="ASEM")
    graph.add_node("e:p", type="Person", name_th="สมชาย ใจดี", name_en="Somchai")
    for i, (date, framework) in enumerate(
        [("2021-08-04", "e:f1"), ("2021-10-28", "e:f1"), ("2023-02-01", "e:f2"), ("", "e:f2")]
    ):
        evidence = words(f"การประชุมครั้งที่ {i}", f"ข่าว {i}", document=f"m{i}", issued=date or "2022-05-05")
        facts = [Fact(f"e:d{i}", "heldOn", date, "date", "Actual", 0.9, evidence)] if date else []
        if i == 2:
            facts.append(Fact("", "status", "Planned", "term", "Actual", None, ()))
        node = f"e:m{i}"
        graph.add_node(node, type="Meeting", name_th=f"การประชุมครั้งที่ {i}", facts=tuple(facts))
        attributes = {"confidence": 0.5 + 0.1 * i, "evidence": evidence}
        graph.add_edge(node, framework, f"e:u{i}", predicate="underFramework", **attributes)
        graph.add_edge("e:p", node, f"e:t{i}", predicate="attended", **attributes)
    return graph


@contextmanager
def launched() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=SWITCHES)
        yield browser
        browser.close()


class Watched:
    """Opens pages with the network cut; whatever a page asks for or complains of is kept."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.complaints: list[str] = []
        self.contexts: list[Any] = []

    def __call__(
        self,
        graph: nx.MultiDiGraph[str] | str | Path,
        width: int = 1280,
        fragment: str = "",
        context: dict[str, Any] | None = None,
        **settings: Any,
    ) -> Any:
        file = self.folder / "หน้า.html"
        view(graph, file, **settings)
        opened = self.browser.new_context(
            viewport={"width": width, "height": 800}, offline=True, accept_downloads=True, **(context or {})
        )
        self.contexts.append(opened)
        page = opened.new_page()
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._asked(request.url, file))
        page.route(
            "**/*",
            lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort(),
        )
        page.goto(file.as_uri() + fragment)
        page.wait_for_selector("html[data-ready=true]")
        return page

    def _asked(self, url: str, file: Path) -> None:
        if url.split("#", maxsplit=1)[0] != file.as_uri() and not url.startswith("blob:"):
            self.complaints.append(url)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


Open = Callable[..., Any]


def click(page: Any, place: dict[str, float]) -> None:
    box = page.locator("#picture").bounding_box()
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])


def details(page: Any) -> str:
    text: str = page.locator("#details").inner_text()
    return text


def status(page: Any) -> str:
    text: str = page.locator("#status").inner_text()
    return text


def chosen(page: Any) -> str:
    text: str = page.locator("#details h2").inner_text()
    return text


def until(page: Any, script: str) -> None:
    """Wait until a script is true; Playwright's own way is stopped by the page's policy."""
    for _ in range(200):
        if page.evaluate(script):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never came true: {script}")
