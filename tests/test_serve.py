"""``kg serve``: the same page, which asks its own server for what it does not have, and nobody else."""

from __future__ import annotations

import html
import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import networkx as nx
import pytest
from browsing import chosen, details, needs_browser, sample, status, until
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ServeError, UsageError
from kg.graph import read
from kg.naming import compared
from kg.serve import serve
from kg.store import find_things, open_graph
from kg.view.selection import find
from kg.view.window import Window


@pytest.fixture(scope="module")
def address(demo):
    """The address of a server of the samples' graph, opened with few entities."""
    command = [sys.executable, "-m", "kg", "serve", demo / "graph.ttl", "--port", "0", "--limit", "6"]
    command += ["--whole", "0"]
    with subprocess.Popen([*command, "--language", "en"], stdout=subprocess.PIPE, text=True) as server:
        line = server.stdout.readline()
        assert line.startswith("http://127.0.0.1:")
        yield line.split(" ")[0]
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0


@pytest.fixture
def served(browser, address):
    """Open a served page; whatever it asks of anybody but its server is a fault."""
    complaints: list[str] = []
    contexts = []

    def open_page(query: str = ""):
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda r: r.url.startswith(address) or complaints.append(r.url))
        page.goto(address + query)
        page.wait_for_selector("html[data-ready=true]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def ask(address: str, path: str, question: object, **headers: str) -> tuple[int, bytes]:
    request = urllib.request.Request(
        address + path,
        data=question if isinstance(question, bytes) else json.dumps(question).encode(),
        headers={"Content-Type": "application/json", **headers},
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def stated(page) -> set[str]:
    """The IRIs of the claims that the picture has lines for."""
    script = "thut.explorer.lines.flatMap((l) => l.claims).map((c) => thut.graph.claimIri('edges', c))"
    return set(page.evaluate(script))


def between(graph: nx.MultiDiGraph, page) -> set[str]:
    """The claims between the entities that the picture shows, as the graph has them."""
    shown = set(page.evaluate("[...thut.explorer.visible].map((n) => thut.graph.iri(n))"))
    inner = graph.subgraph(shown)
    return {key for a, b, key in inner.edges(keys=True) if a != b}


@needs_browser
def test_the_page_opens_with_a_part_and_tells_the_size_of_the_whole(served, demo):
    page = served()
    graph = read(demo / "graph.ttl")
    assert f"6 of {graph.number_of_nodes()} entities" in status(page)
    assert f"of {graph.number_of_edges()} relations" in status(page)
    assert page.evaluate("thut.graph.size") < graph.number_of_nodes()
    assert stated(page) == between(graph, page)


@needs_browser
def test_every_line_between_what_is_shown_is_there_whatever_was_loaded_in_which_order(served, demo):
    page = served()
    graph = read(demo / "graph.ttl")
    for text in ("ACMECS", "นิวซีแลนด์", "ลาว", "อินเดีย"):
        page.fill("#search", text)
        page.locator("#search-hits [role=option]").first.wait_for()
        page.keyboard.press("Enter")
        until(page, "thut.explorer.view.chosen !== null && thut.explorer.notice === ''")
        if page.locator("#expand").count():
            page.click("#expand")
            until(page, "thut.explorer.notice.includes('brought in')")
        assert stated(page) == between(graph, page)
    assert page.evaluate("thut.explorer.visible.size") > 20
    for _ in range(3):
        page.click("#back")
    assert stated(page) == between(graph, page)


@needs_browser
def test_evidence_opens_on_what_was_loaded_later(served):
    page = served()
    page.fill("#search", "ACMECS")
    page.locator("#search-hits [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('#details blockquote').length > 0")
    assert "ACMECS" in page.locator("#details blockquote").first.inner_text()


@needs_browser
def test_a_path_leads_over_what_the_page_did_not_have(served, demo):
    page = served()
    graph = read(demo / "graph.ttl")
    flat = nx.Graph(graph)
    persons = [n for n, kind in graph.nodes(data="type") if kind == "Person" and flat.degree(n)]
    one = persons[0]
    far = max(
        (n for n in persons if nx.has_path(flat, one, n)), key=lambda n: nx.shortest_path_length(flat, one, n)
    )
    for iri in (one, far):
        page.fill("#search", graph.nodes[iri]["name_th"] or graph.nodes[iri]["name_en"])
        page.locator("#search-hits [role=option]").first.wait_for()
        page.keyboard.press("Enter")
        until(page, "thut.explorer.view.chosen !== null && thut.explorer.notice === ''")
    page.evaluate(
        """([a, b]) => {
          const number = (iri) => thut.graph.data.nodes.iri.findIndex((_, n) => thut.graph.iri(n) === iri);
          thut.explorer.select({ kind: 'path', from: number(a), to: number(b) });
        }""",
        [one, far],
    )
    until(page, "document.querySelectorAll('#details .step').length > 0")
    assert f"steps: {nx.shortest_path_length(flat, one, far)}" in details(page)


@needs_browser
def test_the_address_names_what_is_selected(served, address):
    page = served("?focus=ACMECS")
    assert "Ayeyawady" in chosen(page)
    assert page.evaluate("thut.graph.kind(thut.explorer.view.chosen.node)") == "Framework"
    assert page.evaluate("thut.address()").startswith(address + "?focus=https%3A")
    again = served(page.evaluate("thut.address()").removeprefix(address))
    assert chosen(again) == chosen(page)


@needs_browser
@pytest.mark.parametrize(
    "text",
    [
        "ลาว",
        "นายกรัฐมนตรี",
        "ฯพณฯ นาย",
        "asean",
        "ครั้งที่ ๑๕",
        "ครั้งที่ 15",
        "นํ้า",
        "ก",
        "(",
        "H.E. Anton",
        "15 ACMECS",
        "Anton Veretnikof",
        "คอราซอน วิลลารอซา",
        "ประเทศไทย",
        "ประเทศสปป. ลาว",
        "ประเทศนิวซีแลน",
        "กรอบความร่วมมือ ACMECS",
        "Mr.Anton",
        "Drake",
        "ดร. ก",
        "_:_",
    ],
)
def test_the_server_finds_what_the_page_finds_in_the_same_order(opened, demo, text):
    graph = read(demo / "graph.ttl")
    page = opened(graph)
    here = page.evaluate("(text) => thut.explorer.index.find(text).map((n) => thut.graph.iri(n))", text)
    found, total = Window(graph).find(text, 30)
    there = [found.graph["prefix"] + rest for rest in found.graph["nodes"]["iri"]]
    assert total == len(here)
    assert there == here[:30]


@pytest.mark.parametrize(
    "text", ["ประเทศกัมพูชา", "ประเทศสปป. ลาว", "กรอบ ACMECS", "Mr. Anton Veretnikov", "ลาว"]
)
def test_explaining_a_focus_and_the_search_mean_the_same_by_a_name(demo, opened, text):
    graph = read(demo / "graph.ttl")
    wanted = find(graph, text)
    assert wanted in find_things(open_graph(demo / "graph.ttl"), text)
    page = opened(graph)
    assert page.evaluate("(text) => thut.graph.iri(thut.explorer.index.find(text)[0])", text) == wanted


def test_a_small_graph_is_in_the_page_as_a_whole_and_asks_nobody(demo):
    command = [sys.executable, "-m", "kg", "serve", demo / "graph.ttl", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        where = server.stdout.readline().split(" ")[0]
        with urllib.request.urlopen(where, timeout=20) as answer:
            text = html.unescape(answer.read().decode())
        server.send_signal(signal.SIGINT)
    assert "connect-src 'none'" in text
    assert '"totals"' not in text


def test_an_unknown_focus_is_told_with_what_is_close(address):
    with pytest.raises(urllib.error.HTTPError, match="404") as caught:
        urllib.request.urlopen(address + "?focus=ACMEX", timeout=20)
    with caught.value as answer:
        assert "close to it: ACMECS" in answer.read().decode()


@pytest.mark.parametrize(
    ("path", "question", "says"),
    [
        ("page/claims", {"nodes": "e:x"}, "list of IRIs"),
        ("page/claims", {"nodes": [1]}, "list of IRIs"),
        ("page/claims", {"nodes": ["e:x"] * 3000}, "2000 at a time"),
        ("page/claims", b"{", "no JSON"),
        ("page/claims", b"[]", "object"),
        ("page/claims", b" " * 1_000_001, "longer"),
        ("page/search", {"text": 3}, "string"),
        ("page/ways", {"nodes": ["e:x"]}, "two ends"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_with_the_reason(address, path, question, says):
    code, answer = ask(address, path, question)
    assert code == (413 if says == "longer" else 400)
    assert says in answer.decode()


def test_what_the_graph_does_not_have_gives_nothing(address):
    code, answer = ask(address, "page/claims", {"nodes": ["e:nobody", "</script>"]})
    assert code == 200
    assert json.loads(answer)["graph"]["nodes"]["iri"] == []
    assert json.loads(ask(address, "page/ways", {"nodes": ["e:a", "e:b"]})[1])["graph"]["nodes"]["iri"] == []


def test_a_foreign_name_and_a_form_get_no_answer(address):
    assert ask(address, "page/search", {"text": "ลาว"}, Host="evil.example")[0] == 400
    assert ask(address, "page/search", b"text=x", **{"Content-Type": "text/plain"})[0] == 400


def test_the_policy_of_a_served_page_lets_it_ask_its_server_only(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        text = html.unescape(answer.read().decode())
    assert "connect-src 'self';" in text
    assert "default-src 'none'" in text


def test_an_address_that_is_taken_is_told(run, demo):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", demo / "graph.ttl", "--port", str(port))
    assert done.returncode == 2
    assert f"cannot listen at 127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize(
    ("wrong", "says"), [({"port": 70_000}, "port"), ({"limit": 0}, "limit"), ({"language": "fr"}, "language")]
)
def test_what_cannot_be_served_is_told_before_anything_is_read(wrong, says):
    with pytest.raises(UsageError, match=says):
        serve("no-such-file.ttl", **wrong)
    with pytest.raises(ServeError):
        serve(sample(), host="no.such.host.invalid")


GRAPHS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30)


@settings(deadline=None, max_examples=50)
@given(GRAPHS, st.sets(st.integers(0, 12), max_size=4), st.integers(0, 12), st.integers(0, 12))
def test_a_part_has_all_claims_of_what_was_asked_for_and_ways_are_the_shortest(pairs, asked, a, b):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"e:{i}" for i in range(13))
    graph.add_edges_from((f"e:{s}", f"e:{t}", f"e:c{i}") for i, (s, t) in enumerate(pairs))
    window = Window(graph)
    names = {f"e:{i}" for i in asked}
    found = window.around(names)
    iris = [found.graph["prefix"] + rest for rest in found.graph["nodes"]["iri"]]
    assert {i for i, whole in zip(iris, found.graph["nodes"]["whole"], strict=True) if whole} == names
    prefix, rests = found.words["claims"]["edges"]
    touching = {key for s, t, key in graph.edges(keys=True) if {s, t} & names}
    assert {prefix + rest for rest in rests} == touching
    assert found.graph["nodes"]["all"] == [graph.degree(i) for i in iris]
    flat = nx.Graph(graph)
    ways = nx.all_shortest_paths(flat, f"e:{a}", f"e:{b}") if nx.has_path(flat, f"e:{a}", f"e:{b}") else []
    assert set(window.ways(f"e:{a}", f"e:{b}")) == {node for way in ways for node in way}


@given(st.text(alphabet="กขนาำ\u0e4d\u0e48\u0e49 ๑1๔4aA.()\u200b\u00a0\u202e"))
def test_folding_twice_is_folding_once(text):
    assert compared(compared(text)) == compared(text)


@pytest.mark.parametrize(
    ("options", "asked", "answer"),
    [
        ([], "desk.example", 400),
        ([], "192.0.2.7:80", 400),
        (["--name", "desk.example"], "Desk.Example:8080", 200),
        (["--name", "desk.example"], "localhost", 200),
        (["--host", "0.0.0.0"], "desk.example", 400),  # noqa: S104 - what is told of it
        (["--host", "0.0.0.0"], "192.0.2.7:80", 200),  # noqa: S104
        (["--host", "0.0.0.0"], "[2001:db8::7]", 200),  # noqa: S104
        (["--host", "0.0.0.0"], "192.0.2.7.example", 400),  # noqa: S104
        (["--host", "0.0.0.0"], socket.gethostname(), 200),  # noqa: S104
    ],
)
def test_the_server_answers_to_its_names_and_where_it_listens_everywhere_to_addresses(
    demo, options, asked, answer
):
    command = [sys.executable, "-m", "kg", "serve", demo / "graph.ttl", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        port = int(server.stdout.readline().split("/ ")[0].rsplit(":", 1)[1])
        request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"Host": asked})
        try:
            with urllib.request.urlopen(request, timeout=20) as answered:
                code = answered.status
        except urllib.error.HTTPError as error:
            code = error.code
            error.close()
        server.send_signal(signal.SIGINT)
    assert code == answer


def test_what_stands_on_the_ways_comes_with_the_claims_that_make_them(address, demo):
    graph = read(demo / "graph.ttl")
    flat = nx.Graph(graph)
    one, other = next(
        (a, b)
        for a in sorted(flat)
        for b in sorted(flat)
        if a < b and nx.has_path(flat, a, b) and nx.shortest_path_length(flat, a, b) == 3
    )
    part = json.loads(ask(address, "page/ways", {"nodes": [one, other]})[1])
    prefix, rests = part["words"]["claims"]["edges"]
    stops = {node for way in nx.all_shortest_paths(flat, one, other) for node in way}
    assert {prefix + rest for rest in rests} == {key for _, _, key in graph.subgraph(stops).edges(keys=True)}
    assert not any(part["graph"]["nodes"]["whole"])
