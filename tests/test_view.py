"""The page as a file: all of the graph in it, nothing that runs but ours, the same bytes each time."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError, UsageError
from kg.graph import Fact, Quotation, project
from kg.view import Page, view
from kg.view.communities import communities
from kg.view.layout import positions
from kg.view.payload import containers, inert, payload, safe_url
from kg.view.selection import neighbourhood, overview

HOSTILE = "</script><img src=x onerror=alert(1)>\u202eกลับ\u0000\u0007&lt;{{ 7*7 }}<!--"


def small(
    name: str = "ไทย", quote: str = "ไทยเข้าร่วมการประชุม", url: str = "https://mfa.go.th/1"
) -> nx.MultiDiGraph:
    words = (Quotation("e:doc", 3, 3 + len(quote), quote, name, "2021-08-04", url),)
    graph = nx.MultiDiGraph()
    graph.add_node(
        "e:th", type="Country", cls="Country", name_th=name, name_en="Thailand", aliases=(name * 2,), facts=()
    )
    held = Fact("e:a0", "heldOn", "2021-08-04", "date", "Actual", 0.9, words)
    graph.add_node(
        "e:meeting", type="Meeting", cls="Summit", name_th="การประชุม", name_en="", aliases=(), facts=(held,)
    )
    graph.add_edge(
        "e:th",
        "e:meeting",
        key="e:a1",
        predicate="attended",
        modality="Planned",
        confidence=0.9,
        evidence=words,
    )
    graph.add_edge(
        "e:th", "e:meeting", key="e:a2", predicate="hosted", modality="Negated", confidence=None, evidence=()
    )
    return graph


def star(leaves: int) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"e:{i:05}", {"type": "Topic", "name_th": f"หัวข้อ {i}"}) for i in range(leaves + 1))
    graph.add_edges_from(
        (f"e:{i:05}", "e:00000", f"e:a{i}", {"predicate": "discussed"}) for i in range(1, leaves + 1)
    )
    return graph


class Elements(HTMLParser):
    """What a browser would make of the page: elements with attributes, and the text of scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self.texts.append("")

    def handle_data(self, data):
        if self.cdata_elem in {"script", "style"}:
            self.texts[-1] += data


def embedded(page: str, part: str = "graph-data") -> dict:
    text = re.search(rf'id="{part}">([^<]*)<', page).group(1)
    return json.loads(gzip.decompress(base64.b64decode(text)))


def first(page: str) -> dict:
    return json.loads(re.search(r'id="first-picture">([^<]*)<', page).group(1))


@pytest.fixture(scope="module")
def page() -> Page:
    return view(small())


def test_the_policy_allows_no_network_and_only_the_scripts_in_the_file(page):
    elements = Elements(page)
    policy = next(
        a["content"] for tag, a in elements.found if a.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["connect-src"] == rules["font-src"] == "'none'"
    assert rules["img-src"] == "data: blob:"
    assert "unsafe" not in policy
    allowed = set(re.findall(r"'sha256-([^']+)'", rules["script-src"] + rules["style-src"]))
    running = [
        text
        for text, (_, attributes) in zip(
            elements.texts, [e for e in elements.found if e[0] in {"script", "style"}], strict=True
        )
        if "type" not in attributes
    ]
    assert {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in running} == allowed


def test_nothing_in_the_file_is_fetched_from_elsewhere(page):
    for tag, attributes in Elements(page).found:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        assert "src" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        assert attributes.get("href", "#").startswith("#")
    assert "sourceMappingURL" not in page
    assert "cdnjs" not in page
    assert "unpkg" not in page


def sources(folder: Path) -> list[Path]:
    return sorted((folder / "src").rglob("*.ts*"))


def test_the_bundle_was_made_of_the_sources_beside_it(checkout):
    """As build.mjs counts them; so that a change that was not built is noticed without Node.js, too."""
    folder = checkout / "kg" / "view" / "page"
    digest = hashlib.sha256()
    for path in sorted(
        [*sources(folder), folder / "package-lock.json"], key=lambda p: p.relative_to(folder).as_posix()
    ):
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
        digest.update(f"{path.relative_to(folder).as_posix()}\n{text}".encode())
    first_line = (folder / "page.js").read_text(encoding="utf-8").split("\n", 1)[0]
    assert digest.hexdigest() in first_line, "run `npm ci && npm run build` in kg/view/page"


def test_building_the_bundle_again_gives_the_same_bytes(checkout, tmp_path):
    folder = checkout / "kg" / "view" / "page"
    if not (folder / "node_modules").is_dir() or not shutil.which("node"):
        pytest.skip("no Node.js with the page's packages: `npm ci` in kg/view/page")
    check = subprocess.run(
        ["npx", "tsc", "--noEmit"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout
    built = tmp_path / "page.js"
    subprocess.run(["node", "build.mjs", built], cwd=folder, check=True)
    assert built.read_bytes() == (folder / "page.js").read_bytes()


def test_no_source_of_the_page_makes_markup_of_text(checkout):
    paths = list(sources(checkout / "kg" / "view" / "page"))
    assert paths
    for path in paths:
        source = path.read_text(encoding="utf-8")
        for way in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
        ):
            assert way not in source, f"{path}: {way}"


def imports_of(path: Path) -> set[Path]:
    """The modules of the page that a module needs when it runs; types are gone by then."""
    names = re.findall(
        r'^import (?!type )[^;]*? from "(\.[^"]+)";$', path.read_text(encoding="utf-8"), re.MULTILINE
    )
    found = [(path.parent / name).resolve() for name in names]
    return {next(f for s in (".ts", ".tsx") if (f := base.with_suffix(s)).exists()) for base in found}


def test_modules_of_the_page_import_one_way(checkout):
    folder = (checkout / "kg" / "view" / "page").resolve()
    graph = nx.DiGraph()
    for path in sources(folder):
        graph.add_edges_from((path, needed) for needed in imports_of(path))
    assert len(graph) > 25
    assert list(nx.simple_cycles(graph)) == []
    # What is shown and what is taken away stand on the same values, and the latter on no view.
    upward = [
        (a.name, b.name)
        for a, b in graph.edges
        if b.parent.name == "ui" and a.parent.name not in {"ui", "src"}
    ]
    assert upward == []


def test_modules_of_the_page_stay_short(checkout):
    long = [
        str(p)
        for p in sources(checkout / "kg" / "view" / "page")
        if p.read_text(encoding="utf-8").count("\n") > 400
    ]
    assert long == []


def test_the_licence_of_vis_network_is_in_the_file(page):
    assert "Permission is hereby granted, free of charge" in page
    assert "@copyright (c) 2011-2017 Almende B.V" in page


@pytest.mark.parametrize("package", ["preact", "d3-force", "d3-time"])
def test_the_licences_of_what_is_bundled_are_in_the_file(page, package):
    assert re.search(rf"^{package} \d+\.\d+\.\d+$", page, re.MULTILINE)


def test_the_whole_graph_is_in_the_file_with_its_evidence(page):
    data = embedded(page)
    assert data["nodes"]["th"] == ["ไทย", "การประชุม"]
    assert data["edges"]["s"] == [0, 0]
    assert data["edges"]["c"] == [90, -1]
    assert [data["moods"][m][0] for m in data["edges"]["m"]] == ["Planned", "Negated"]
    assert embedded(page, "words-data")["quotes"] == ["ไทยเข้าร่วมการประชุม"]
    assert data["quotations"] == [[0], [3], [23], [-1]]
    assert data["documents"] == [["e:doc", "ไทย", "2021-08-04", "https://mfa.go.th/1", ""]]
    assert data["facts"]["v"] == [["2021-08-04", "date"]]


def test_the_words_of_classes_and_properties_are_the_ontologys(page):
    data = embedded(page)
    assert ["Summit", "การประชุมสุดยอด", "Summit"] in data["subclasses"]
    assert ["attended", "เข้าร่วม", "attended"] in data["properties"]
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("e:m", "e:f", "e:a", predicate="underFramework")
    told = payload(graph).graph["properties"]
    assert ["underFramework", "ภายใต้กรอบ", "comes under", "อยู่ภายใต้กรอบ"] in told


def test_pyvis_is_given_numbers_and_no_word_of_a_document():
    shown = first(view(small(name=HOSTILE, quote=HOSTILE)))
    assert {node["id"] for node in shown["nodes"]} == {"n0", "n1"}
    assert shown["options"]["physics"] == {"enabled": False}
    assert "กลับ" not in json.dumps(shown, ensure_ascii=False)


def test_hostile_strings_stand_in_the_file_only_as_compressed_data():
    page = view(small(name=HOSTILE, quote=HOSTILE))
    assert embedded(page)["nodes"]["th"][0] == HOSTILE
    assert "onerror=alert" not in page
    assert "\u202e" not in page
    assert len([tag for tag, _ in Elements(page).found if tag == "script"]) == 5


def test_a_hostile_title_is_text():
    page = view(small(), title=HOSTILE)
    assert [tag for tag, _ in Elements(page).found].count("script") == 5
    assert "<img" not in page
    assert first(page)["title"] == HOSTILE


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_any_name_comes_back_unchanged_and_breaks_nothing(name):
    page = view(small(name=name or "x"))
    assert embedded(page)["nodes"]["th"][0] == (name or "x")
    assert len([tag for tag, _ in Elements(page).found if tag == "script"]) == 5


@given(st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner, max_size=3)))
def test_inert_json_has_no_character_of_markup(data):
    text = inert(data)
    assert not set(text) & set("<>&")
    assert json.loads(text) == data


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x"]
)
def test_only_web_addresses_become_links(url):
    assert safe_url(url) == ""
    assert embedded(view(small(url=url)))["documents"][0][3] == ""


def test_the_same_graph_gives_the_same_bytes(tmp_path, page):
    view(small(), tmp_path / "a.html")
    view(small(), tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes() == page.encode()


def test_a_large_graph_opens_with_a_part_and_holds_all():
    page = view(star(1000), limit=50)
    assert len(first(page)["nodes"]) == 50
    assert len(embedded(page)["nodes"]["th"]) == 1001


def test_the_overview_has_every_class_and_the_most_connected():
    graph = star(300)
    graph.add_node("e:p", type="Person")
    graph.add_edge("e:p", "e:00001", "e:b", predicate="proposed")
    shown = overview(graph, 20)
    assert len(shown) == 20
    assert {"e:p", "e:00000", "e:00001"} <= set(shown)


def test_the_neighbourhood_holds_the_focus_and_keeps_to_the_limit():
    shown = neighbourhood(star(300), "e:00007", 30)
    assert {"e:00007", "e:00000"} <= set(shown)
    assert len(shown) == 30


@pytest.mark.parametrize("focus", ["e:th", "ไทย", "thailand", "ไทยไทย"])
def test_a_focus_is_an_iri_a_name_or_an_alias(focus):
    assert first(view(small(), focus=focus))["focus"] == 0


@pytest.mark.parametrize("focus", ["ประเทศไทย", "ราชอาณาจักร ไทย", "ไท ย", "“ไทย”", "THAI-LAND"])
def test_a_focus_is_said_as_one_says_a_name(focus):
    assert first(view(small(), focus=focus))["focus"] == 0


def test_an_unknown_focus_is_an_error_that_offers_close_names():
    with pytest.raises(GraphError, match=r"'Thailnd'.*Thailand"):
        view(small(), focus="Thailnd")


@pytest.mark.parametrize(("key", "value"), [("limit", 0), ("language", "de")])
def test_wrong_settings_are_refused(key, value):
    with pytest.raises(UsageError, match=key):
        view(small(), **{key: value})


def test_a_page_that_cannot_be_written_is_an_error_that_names_the_file(tmp_path):
    with pytest.raises(GraphError, match="no-such-folder"):
        view(small(), tmp_path / "no-such-folder" / "a.html")


def test_a_file_and_its_statements_give_the_same_page(tmp_path):
    file = tmp_path / "graph.nt"
    thut, rdfs = "https://w3id.org/thut/ontology#", "http://www.w3.org/2000/01/rdf-schema#"
    file.write_text(
        f"<http://e/x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{thut}Place> .\n"
        f'<http://e/x> <{rdfs}label> "นครพนม"@th .\n',
        encoding="utf-8",
    )
    assert embedded(view(file))["nodes"]["th"] == ["นครพนม"]
    assert view(str(file)) == view(ox.parse(path=str(file))) == view(project(ox.parse(path=str(file))))


def test_an_empty_graph_gives_a_page():
    assert first(view(nx.MultiDiGraph()))["nodes"] == []


def test_a_graph_made_by_hand_needs_no_attributes():
    graph = nx.MultiDiGraph([("แม่โขง", "ล้านช้าง")])
    assert embedded(view(graph))["nodes"]["th"] == ["แม่โขง", "ล้านช้าง"]


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(page):
    frame = page._repr_html_()
    (tag, attributes), *rest = Elements(frame).found
    assert tag == "iframe"
    assert not rest
    assert html.unescape(attributes["srcdoc"]) == html.unescape(str(page))
    assert "allow-same-origin" not in attributes["sandbox"]


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 60), st.integers(0, 90), st.integers(0, 5))
def test_no_two_nodes_stand_in_one_place(nodes, edges, seed):
    graph = nx.gnm_random_graph(nodes, min(edges, nodes * (nodes - 1) // 2), seed=seed)
    places = positions(nx.relabel_nodes(graph, str))
    assert len(set(places.values())) == nodes
    assert places == positions(nx.relabel_nodes(graph, str))


def test_claims_have_their_iris_and_bare_statements_none(page):
    words = embedded(page, "words-data")["claims"]
    assert [words["edges"][0] + rest for rest in words["edges"][1]] == ["e:a1", "e:a2"]
    assert [words["facts"][0] + rest for rest in words["facts"][1]] == ["e:a0"]


def test_pages_of_different_graphs_have_different_marks(page):
    assert first(page)["mark"] == first(view(small(), language="en"))["mark"]
    assert first(page)["mark"] != first(view(small(name="ลาว")))["mark"]


QUOTES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30), st.integers(1, 30)), max_size=25)


@given(QUOTES)
def test_a_quotation_is_held_by_the_shortest_longer_one_around_it(spans):
    text = "น้ำท่วมใหญ่ที่เชียงใหม่ ครม. อนุมัติ ๔ พันล้านบาทเมื่อวานนี้"
    quotations = [
        Quotation(f"e:{d}", b, b + n, text[b : b + n]) for d, b, n in spans if b + n <= len(text)
    ]  # fmt: skip
    for inner, at in zip(quotations, containers(quotations), strict=True):
        around = [
            o for o in quotations
            if o.document == inner.document and o.begin <= inner.begin and o.end >= inner.end
            and o.end - o.begin > inner.end - inner.begin
        ]  # fmt: skip
        if at < 0:
            assert not around
        else:
            assert quotations[at] in around
            assert len(quotations[at].quote) == min(len(o.quote) for o in around)


def test_words_that_do_not_agree_with_their_places_are_not_cut_from_one_another():
    pair = [Quotation("e:d", 5, 8, "ลาว"), Quotation("e:d", 0, 8, "เยือนไทย")]
    assert containers(pair) == [-1, -1]
    assert embedded(view(_quoting(pair)), "words-data")["quotes"] == ["ลาว", "เยือนไทย"]


def _quoting(quotations: list[Quotation]) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for i, quotation in enumerate(quotations):
        graph.add_edge("e:a", "e:b", f"e:{i}", predicate="visited", evidence=(quotation,))
    return graph


def test_communities_hold_what_hangs_together_and_do_not_depend_on_hashes():
    graph = nx.MultiDiGraph()
    for i in range(4):
        names = [f"e:{i}-{j}" for j in range(6)]
        graph.add_edges_from((a, b) for a in names for b in names if a < b)
        graph.add_edge(f"e:{i}-0", f"e:{(i + 1) % 4}-0")
    graph.add_node("e:alone")
    found = communities(graph)
    assert found["e:alone"] == -1
    for i in range(4):
        assert len({found[f"e:{i}-{j}"] for j in range(6)}) == 1
    assert len(set(found.values())) == 5


def test_the_page_is_the_same_whatever_the_hashes(tmp_path, demo):
    pages = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.html"
        subprocess.run(
            [sys.executable, "-m", "kg", "view", demo / "graph.ttl", "-o", out],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        pages.append(out.read_bytes())
    assert pages[0] == pages[1]
