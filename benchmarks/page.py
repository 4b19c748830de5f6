"""How fast the page is, beside plain pyvis on the same graphs: one table.

    python benchmarks/page.py [GRAPH ...] [--nodes 10000 50000] [--no-pyvis]

GRAPH is a graph file; ``--nodes`` makes graphs of that many entities: scale-free, with Thai names, five
claims for two entities, each with a quotation. Both are opened in headless Chromium without the network
and without a graphics card. Frames are those a second
in which the picture was drawn anew while it was moved; what does not stand after a minute is given up.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

import networkx as nx

from kg.graph import Quotation, read
from kg.view import view

SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
LIMIT = 60.0  # seconds to come to stand
IN_PAGE = Path(__file__).with_suffix(".js")
KINDS = ("Person", "Country", "Organization", "Framework", "Meeting", "Place", "Initiative", "Topic")
SYLLABLES = "กา ขิน คำ จันทร์ ชัย ดี ทอง นที บุญ ประ พร ภู มา รัตน์ ลา วิ ศรี สุ อา เดช แก้ว ไท โสภณ น้ำ ใจ".split()
PROPERTIES = ("attended", "metWith", "visited", "supported", "discussed", "underFramework", "hosted")


def made(nodes: int) -> nx.MultiDiGraph[str]:
    """A graph of ``nodes`` entities, the same each time."""
    chance = random.Random(nodes)  # noqa: S311 - no secret
    flat = nx.barabasi_albert_graph(nodes, 2, seed=nodes)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in flat:
        kind = KINDS[chance.randrange(len(KINDS))]
        name = "".join(chance.choice(SYLLABLES) for _ in range(4)) + f" {node}"
        graph.add_node(
            f"https://e/{node}", type=kind, name_th=name, name_en=f"Name {node}", aliases=(name[:6],)
        )
    pairs = list(flat.edges()) + [
        (chance.randrange(nodes), chance.randrange(nodes)) for _ in range(nodes // 2)
    ]
    for number, (a, b) in enumerate(pairs):
        words = "".join(chance.choice(SYLLABLES) for _ in range(24))
        quotation = Quotation(
            f"https://e/doc/{number // 25}", number % 25 * 200, number % 25 * 200 + len(words), words,
            f"ข่าวที่ {number // 25}", f"20{18 + number % 8}-0{1 + number % 9}-1{number % 10}", "",
        )  # fmt: skip
        graph.add_edge(
            f"https://e/{a}", f"https://e/{b}", f"https://e/claim/{number:08x}",
            predicate=PROPERTIES[number % len(PROPERTIES)], modality="Actual", confidence=0.9,
            evidence=(quotation,),
        )  # fmt: skip
    return graph


def make_page(source: str, out: Path) -> tuple[float, float]:
    """Seconds and megabytes that a process of its own takes to make the page of a graph in memory."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, __file__, "--make", source, str(out)], check=True, capture_output=True, text=True
    )
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def graph_of(source: str) -> nx.MultiDiGraph[str]:
    """The graph of a file, or one made with so many entities."""
    return made(int(source)) if source.isdigit() else read(source)


def plain_pyvis(graph: nx.MultiDiGraph[str], out: Path) -> None:
    """The page as pyvis makes it when nothing is said."""
    with warnings.catch_warnings(action="ignore"):
        from pyvis.network import Network  # noqa: PLC0415 - slow, and only for the comparison
    network = Network(cdn_resources="in_line", directed=True)
    for node, attributes in graph.nodes(data=True):
        network.add_node(node, label=attributes.get("name_th") or node)
    for a, b, predicate in graph.edges(data="predicate"):
        network.add_edge(a, b, title=predicate)
    out.write_text(network.generate_html(), encoding="utf-8")


def measure(browser: Any, file: Path, ours: bool) -> list[str]:  # noqa: ANN401 - Playwright is optional
    """The cells of one line: first view, frames of three kinds, search, unfolding."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.route(
        "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
    )
    page.add_init_script(IN_PAGE.read_text(encoding="utf-8"))
    begun = time.perf_counter()
    try:
        page.goto(file.as_uri(), timeout=LIMIT * 1000)
        if ours:
            page.wait_for_selector("html[data-ready=true]", timeout=LIMIT * 1000)
            first = page.evaluate("performance.getEntriesByName('drawn')[0].startTime") / 1000
        else:
            page.wait_for_function("bench.stands()", timeout=LIMIT * 1000)
            first = time.perf_counter() - begun
    except Exception:  # noqa: BLE001 - whatever stopped it, it did not come to stand in time
        context.close()
        return [f"> {LIMIT:.0f} s", *"–––––"]
    page.evaluate("bench.count()")
    rates = [page.evaluate("kind => bench.move(kind, 2)", kind) for kind in ("pan", "drag", "zoom")]
    line = [f"{first:.2f} s", *(f"{rate:.0f}" for rate in rates)]
    if ours:
        page.reload()
        page.wait_for_selector("html[data-ready=true]")
        searches = [page.evaluate("text => bench.search(text)", text) for text in ("ก", "สุ", "ประ", "am")]
        line += [f"≤ {max(searches):.0f} ms", f"≤ {page.evaluate('bench.expand()'):.0f} ms"]
    else:
        line += ["–", "–"]
    context.close()
    return line


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("graphs", nargs="*", metavar="GRAPH")
    parser.add_argument("--nodes", nargs="*", default=["10000", "50000"])
    parser.add_argument("--no-pyvis", action="store_true")
    parser.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        graph = graph_of(asked.make[0])
        begun = time.perf_counter()
        view(graph, asked.make[1])
        taken = time.perf_counter() - begun
        print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not needed to make a page

    chromium = os.environ.get("THUT_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
    )
    print("| graph | page | file | made in | memory | first view | pan | drag | zoom | search | expand |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        for source in [*asked.graphs, *asked.nodes]:
            name = f"{int(source):,} nodes" if source.isdigit() else Path(source).parent.name or source
            file = Path(folder) / "page.html"
            seconds, megabytes = make_page(source, file)
            size = f"{file.stat().st_size / 1e6:.1f} MB"
            line = measure(browser, file, ours=True)
            print(
                f"| {name} | Thut | {size} | {seconds:.1f} s | {megabytes:.0f} MB | {' | '.join(line)} |",
                flush=True,
            )
            if asked.no_pyvis:
                continue
            begun = time.perf_counter()
            plain_pyvis(graph_of(source), file)
            seconds = time.perf_counter() - begun
            size = f"{file.stat().st_size / 1e6:.1f} MB"
            line = measure(browser, file, ours=False)
            print(f"| {name} | pyvis | {size} | {seconds:.1f} s | – | {' | '.join(line)} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
