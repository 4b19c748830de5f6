"""Each stage beside the floor and beside what one would pick instead, measured by pytest-benchmark.

    python -m pytest benchmarks/stages.py -p no:cacheprovider --benchmark-timer=time.process_time

``benchmarks/suite.py`` runs this with everything else and writes the table. The material is the corpus
beside the checkout, else the samples that ship. A round of a group does the same work for each of its
lines, so they can be compared; what a line does, its first argument says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from material import DIPLOMATIC, told

import kg
from kg.documents import clean, read_document
from kg.extract import extract
from kg.graph import read
from kg.lexicon import load
from kg.model import Document
from kg.query import shipped_queries
from kg.rdf import document_quads, read_graph, write_graph
from kg.store import open_graph

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 3
TEXTS, GRAPH, QUERY, PAGE = "texts", "graphs", "questions", "pages"

# What a reader of facts cannot do without: dates, honorifics, ordinals, acronyms and verbs, in one pass.
# It finds, and understands nothing: the floor below which no reader gets.
MASTER = re.compile(
    r"[0-9๐-๙]{1,2}\s*(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน"
    r"|ธันวาคม)(?:\s*(?:พ\.ศ\.\s*)?[0-9๐-๙]{4})?|ครั้งที่\s*[0-9๐-๙]+|(?:นาย|นาง(?:สาว)?|H\.E\.|พลเอก)\s*\S+\s+\S+"
    r"|[A-Z][A-Za-z&+-]+|เข้าร่วม|หารือ|เยือน|ลงนาม|รับรอง|เสนอ|สนับสนุน|เป็นประธาน|เป็นเจ้าภาพ|พบ|จัดขึ้น|กล่าว"
)


@pytest.fixture(scope="session")
def contents(request: pytest.FixtureRequest) -> list[tuple[bytes, str]]:
    """The bytes and the name of each document."""
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"measured with {told(DIPLOMATIC)}")
    return [(path.read_bytes(), path.name) for path in sorted(DIPLOMATIC.glob("*.txt"))]


@pytest.fixture(scope="session")
def documents(contents: list[tuple[bytes, str]]) -> list[Document]:
    """The documents, read; the lexicon and the tables are loaded when this is done."""
    read = [read_document(*content) for content in contents]
    extract(read[0])
    return read


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, contents: list[tuple[bytes, str]]) -> Path:
    """The graph of the documents, in a file."""
    place = tmp_path_factory.mktemp("built")
    kg.build(_laid_out(place, contents), place / "graph.nq")
    return place / "graph.nq"


@pytest.fixture
def measured(benchmark: BenchmarkFixture) -> Callable[..., None]:
    """Measures ``work`` on each of some items: a round is all of them."""

    def run(group: str, line: str, work: Callable[..., object], items: list[Any]) -> None:
        benchmark.group = group
        benchmark.extra_info.update(line=line, items=len(items))

        def round_() -> None:
            for item in items:
                work(*item) if isinstance(item, tuple) else work(item)

        benchmark.pedantic(round_, rounds=ROUNDS, iterations=1)

    return run


def test_floor(measured: Callable[..., None], contents: list[tuple[bytes, str]]) -> None:
    find = load().find

    def floor(data: bytes, _: str) -> None:
        text = clean(data.decode("utf-8", "replace")).text
        find(text)
        for _found in MASTER.finditer(text):
            pass

    measured(TEXTS, "floor: decode, clean, find known names, one expression", floor, contents)


def test_read(measured: Callable[..., None], contents: list[tuple[bytes, str]]) -> None:
    measured(TEXTS, "read (decode, clean, lay out)", read_document, contents)


def test_extract(measured: Callable[..., None], documents: list[Document]) -> None:
    measured(TEXTS, "extract (text in, claims out)", extract, documents)


def test_newmm(measured: Callable[..., None], documents: list[Document]) -> None:
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415 - its loading is no part of what is measured

    word_tokenize("อุ่นเครื่อง", engine="newmm")
    texts = [document.raw for document in documents]
    measured(
        TEXTS,
        "instead: PyThaiNLP newmm, splitting into words alone",
        partial(word_tokenize, engine="newmm"),
        texts,
    )


def test_map(measured: Callable[..., None], documents: list[Document]) -> None:
    measured(GRAPH, "map (claims to RDF)", document_quads, [extract(document) for document in documents])


def test_build(benchmark: BenchmarkFixture, tmp_path: Path, contents: list[tuple[bytes, str]]) -> None:
    folder = _laid_out(tmp_path, contents)
    benchmark.group = GRAPH
    benchmark.extra_info.update(line="build (files to N-Quads on disk, merges and all)", items=len(contents))
    # In this process: the clock counts what it does and no worker's work.
    alone = {"executor": "serial"}
    benchmark.pedantic(kg.build, (folder, tmp_path / "graph.nq"), alone, rounds=ROUNDS, iterations=1)


def test_write(benchmark: BenchmarkFixture, built: Path, tmp_path: Path, contents: list[Any]) -> None:
    quads = list(read_graph(built))
    benchmark.group = GRAPH
    benchmark.extra_info.update(line="write the graph as Turtle", items=len(contents))
    benchmark.pedantic(write_graph, (quads, tmp_path / "graph.ttl"), rounds=ROUNDS, iterations=1)


def test_write_with_rdflib(
    benchmark: BenchmarkFixture, built: Path, tmp_path: Path, contents: list[Any]
) -> None:
    import rdflib  # noqa: PLC0415 - its loading is no part of what is measured

    graph = rdflib.Graph()
    graph.parse(_union(built), format="nt")
    benchmark.group = GRAPH
    benchmark.extra_info.update(line="instead: RDFLib, writing it as Turtle", items=len(contents))
    benchmark.pedantic(graph.serialize, (tmp_path / "rdflib.ttl",), {"format": "turtle"}, rounds=1)


@pytest.mark.parametrize("name", ["who-met-whom", "meetings-under-framework", "conflicts"])
def test_ask(benchmark: BenchmarkFixture, built: Path, name: str) -> None:
    graph = open_graph(built)
    benchmark.group = QUERY
    benchmark.extra_info.update(line=f"{name}, all of it", items=1)
    benchmark.pedantic(kg.query, (graph, name), rounds=ROUNDS, iterations=1)


def test_ask_with_rdflib(benchmark: BenchmarkFixture, built: Path) -> None:
    import rdflib  # noqa: PLC0415 - its loading is no part of what is measured

    graph = rdflib.Graph()
    graph.parse(_union(built), format="nt")
    text = shipped_queries()["who-met-whom"].sparql
    benchmark.group = QUERY
    benchmark.extra_info.update(line="instead: who-met-whom, asked of RDFLib", items=1)
    benchmark.pedantic(lambda: list(graph.query(text)), rounds=1)


def test_page(benchmark: BenchmarkFixture, built: Path) -> None:
    benchmark.group = PAGE
    benchmark.extra_info.update(line="view (graph to the page)", items=1)
    benchmark.pedantic(kg.view, (built,), rounds=ROUNDS, iterations=1)


def test_page_with_pyvis(benchmark: BenchmarkFixture, built: Path) -> None:
    from pyvis.network import Network  # noqa: PLC0415 - its loading is no part of what is measured

    projected = nx.MultiDiGraph(read(built).edges())

    def drawn() -> str:
        network = Network(directed=True, cdn_resources="in_line")
        network.from_nx(projected)
        return str(network.generate_html())

    benchmark.group = PAGE
    benchmark.extra_info.update(line="instead: plain pyvis, which shows no sentences", items=1)
    benchmark.pedantic(drawn, rounds=1)


def _union(built: Path) -> Path:
    """The statements of a graph file without the names of their graphs, in a file beside it."""
    write_graph(read_graph(built), union := built.with_suffix(".nt"))
    return union


def _laid_out(place: Path, contents: list[tuple[bytes, str]]) -> Path:
    folder = place / "documents"
    folder.mkdir()
    for data, name in contents:
        (folder / name).write_bytes(data)
    return folder
