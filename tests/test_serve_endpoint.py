"""The endpoint of ``kg serve`` as programs use it: formats, refusals, limits, and nothing changed."""

from __future__ import annotations

import csv
import http.client
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote, urlencode
from xml.etree import ElementTree as ET

import pytest
from datasets import finished
from pyoxigraph import RdfFormat, parse
from w3c import Answer, Replay

from kg.errors import QueryError
from kg.serve import jobs
from kg.serve.asking import BusyError, ThreadAsker, TooLongError
from kg.serve.workers import WorkerPool
from kg.store import MemoryStore, open_graph

MEETINGS = "SELECT ?m ?name { ?m a thut:Meeting ; rdfs:label ?name } ORDER BY ?m ?name"
# No index helps, and what it counts grows with the cube of the graph.
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i && ?c != ?i) }"
DIRECT, FORM = "application/sparql-query", "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def graph(run, tmp_path_factory) -> Path:
    """The samples with a graph for each document."""
    path = tmp_path_factory.mktemp("graphs") / "samples.nq"
    assert run("build", "--samples", "-o", path).returncode == 0
    return path


@contextmanager
def served(*arguments: str | Path, **environment: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address, without a slash at its end, and the process of ``kg serve``."""
    command = [sys.executable, "-m", "kg", "serve", *map(str, arguments), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    ) as server:
        try:
            yield server.stdout.readline().split("/ ")[0], server
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(20) in {0, -signal.SIGKILL}


@pytest.fixture(scope="module")
def address(graph) -> Iterator[str]:
    with served(graph, "--timeout", "20") as (address, _):
        yield address


def asked(address: str, sparql: str, accept: str = "", **fields: str | list[str]) -> Answer:
    headers = {"Content-Type": FORM, **({"Accept": accept} if accept else {})}
    body = urlencode({"query": sparql, **{k.replace("_", "-"): v for k, v in fields.items()}}, doseq=True)
    return Replay(address, "").send("POST", "/sparql", body.encode(), headers)


def test_a_query_is_answered_however_it_is_sent(address, graph):
    expected = open_graph(graph).query(MEETINGS).rows
    sender = Replay(address, "")
    ways = [
        sender.send("GET", f"/sparql?query={quote(MEETINGS)}", headers={"Accept": "text/csv"}),
        sender.send("POST", "/sparql", MEETINGS.encode(), {"Content-Type": DIRECT, "Accept": "text/csv"}),
        asked(address, MEETINGS, "text/csv"),
    ]
    for answer in ways:
        assert answer.status == 200
        assert list(map(tuple, csv.reader(io.StringIO(answer.body.decode()))))[1:] == expected
    assert len(expected) >= 10


def rows(answer: Answer) -> list[tuple[str, ...]]:
    """The rows of an answer in any of the four formats, as text."""
    text = answer.body.decode()
    if answer.media_type.endswith("json"):
        found = json.loads(text)
        return [
            tuple(row[name]["value"] for name in found["head"]["vars"])
            for row in found["results"]["bindings"]
        ]
    if answer.media_type.endswith("xml"):
        space = "{http://www.w3.org/2005/sparql-results#}"
        return [
            tuple(cell[0].text for cell in row)
            for row in ET.fromstring(text).iter(f"{space}result")  # noqa: S314 - from our own server
        ]
    if answer.media_type == "text/csv":
        return list(map(tuple, csv.reader(io.StringIO(text))))[1:]
    lines = [line.split("\t") for line in text.splitlines()[1:]]
    return [(iri[1:-1], name.rpartition("@")[0][1:-1]) for iri, name in lines]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/json", "application/json"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.3, application/sparql-results+xml;q=0.9, text/html", "application/sparql-results+xml"),
        ("application/*;q=0.1, text/csv", "text/csv"),
        ("text/turtle, */*;q=0.1", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
    ],
)
def test_rows_come_in_the_format_that_is_liked_best(address, graph, accept, media_type):
    answer = asked(address, MEETINGS, accept)
    assert answer.media_type == media_type
    assert "accept" in answer.headers["vary"].lower()
    assert rows(answer) == open_graph(graph).query(MEETINGS).rows


@pytest.mark.parametrize(
    ("accept", "media_type", "format_"),
    [
        ("", "text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
def test_triples_come_in_the_format_that_is_liked_best(address, graph, accept, media_type, format_):
    sparql = "CONSTRUCT { ?m rdfs:label ?name } WHERE { ?m a thut:Meeting ; rdfs:label ?name }"
    answer = asked(address, sparql, accept)
    assert answer.media_type == media_type
    found = {quad.triple for quad in parse(answer.body, format=format_)}
    assert found == set(open_graph(graph).query(sparql).triples or ())


@pytest.mark.parametrize(
    "accept", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv"]
)
def test_a_yes_or_no_comes_in_every_format(address, accept):
    assert b"true" in asked(address, "ASK { ?m a thut:Meeting }", accept).body
    assert b"false" in asked(address, "ASK { ?m a thut:Nothing }", accept).body


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "says"),
    [
        ("GET", "/sparql?query=SELECT+%3Fs+%7B", b"", {}, 400, "1 opening and 0 closing braces"),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", b"", {}, 400, "2 fields called query"),
        ("GET", "/sparql?query=%FF", b"", {}, 400, "cannot be read"),
        ("GET", "/sparql?update=CLEAR+ALL", b"", {}, 400, "to /update"),
        ("GET", "/sparql?query=ASK%7B%7D", b"", {"Accept": "image/png"}, 406, "text/csv"),
        ("GET", "/sparql?query=DESCRIBE+%3Chttp://e/%3E", b"", {"Accept": "text/csv"}, 406, "text/turtle"),
        ("GET", "/sparql", b"", {"Accept": "image/png"}, 406, "text/turtle"),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=x%20y", b"", {}, 400, "cannot name a graph"),
        ("POST", "/sparql", b"", {"Content-Type": FORM}, 400, "0 fields called query"),
        ("POST", "/sparql", b"ASK {}", {}, 415, "of no type"),
        ("POST", "/sparql", b"ASK {}", {"Content-Type": "text/plain"}, 415, "text/plain"),
        ("POST", "/sparql", b"ASK {} # \xff", {"Content-Type": DIRECT}, 400, "not UTF-8 at byte 9"),
        ("POST", "/sparql", b"ASK {}", {"Content-Type": f"{DIRECT}; charset=tis-620"}, 415, "tis-620"),
        ("POST", "/sparql", b"#" * 2_000_001, {"Content-Type": DIRECT}, 413, "longer than 2000000"),
        ("PUT", "/sparql?query=ASK%7B%7D", b"", {}, 405, ""),
        ("DELETE", "/sparql", b"", {}, 405, ""),
        ("OPTIONS", "/sparql", b"", {"Origin": "https://evil.example"}, 403, "another origin"),
        ("GET", "/update?update=CLEAR+ALL", b"", {}, 405, ""),
        ("POST", "/update", b"update=CLEAR+ALL", {"Content-Type": FORM}, 403, "--writable"),
        ("PUT", "/store?graph=http://e/g", b"", {"Content-Type": "text/turtle"}, 403, "--writable"),
        ("POST", "/store", b"", {"Content-Type": "text/turtle"}, 403, "--writable"),
        ("DELETE", "/store?default", b"", {}, 403, "--writable"),
        ("PATCH", "/store?default", b"", {}, 405, ""),
        ("GET", "/store", b"", {}, 400, "name one graph"),
        ("GET", "/store?graph=", b"", {}, 400, "name one graph"),
        ("GET", "/store?default&graph=http://e/g", b"", {}, 400, "name one graph"),
        ("GET", "/store?graph=x%20y", b"", {}, 400, "cannot name a graph"),
        ("GET", "/store?graph=http://e/none", b"", {}, 404, "no graph <http://e/none>"),
        ("GET", "/store/doc/none", b"", {}, 404, "no graph <https://w3id.org/thut/id/doc/none>"),
        ("GET", "/store?default", b"", {"Accept": "text/csv"}, 406, "text/turtle"),
        ("GET", "/document", b"", {}, 400, "name a document"),
        ("GET", "/document?id=http://e/none", b"", {}, 404, "no document"),
        ("GET", "/document?id=%3E%20x", b"", {}, 404, "no document"),
        ("GET", "/query/shipped?name=none", b"", {}, 400, "who-attended"),
        ("GET", "/query/shipped?name=visits&parameters=%5B%5D", b"", {}, 400, "object"),
        ("GET", "/query/shipped?name=visits&parameters=%7B", b"", {}, 400, "no JSON"),
        ("GET", "/static/..%2Fpages.py", b"", {}, 404, ""),
        ("GET", "/spraql?query=ASK{}", b"", {}, 404, "see /, /query, /sparql"),
        ("GET", "/sparql?query=ASK%7B%7D", b"", {"Host": "evil.example"}, 400, "no name of this server"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_with_its_status_and_the_reason(  # noqa: PLR0917 - a table
    address, method, path, body, headers, status, says
):
    answer = Replay(address, "").send(method, path, body, headers)
    assert answer.status == status, answer
    assert says in answer.body.decode()
    assert not [name for name in answer.headers if name.startswith("access-control")]
    if status == 405:
        assert "allow" in answer.headers


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/document?id=http://e/none&lang=th", "กราฟนี้ไม่มีเอกสาร <http://e/none>"),
        ("/document?lang=th", "โปรดระบุเอกสาร"),
        ("/?focus=xyz", "ไม่มีสิ่งใดในกราฟที่ชื่อ “xyz”"),
        (
            "/query/shipped?name=visits&parameters=%7B%22person%22:%22xyz%22%7D&lang=th",
            "ไม่มีสิ่งใดในกราฟที่ชื่อ “xyz”",
        ),
        (
            "/query/shipped?name=visits&parameters=%7B%22person%22:%22xyz%22%7D&lang=en",
            "nothing in the graph",
        ),
        ("/query/shipped?name=planned-meetings&parameters=%7B%22after%22:%22x%22%7D&lang=th", "ต้องเป็นวันที่"),
        ("/query/shipped?name=planned-meetings&parameters=%7B%22after%22:%22x%22%7D", "want a date"),
    ],
)
def test_what_a_reader_of_a_page_may_mistype_is_told_in_the_language_of_the_page(address, path, says):
    answer = Replay(address, "").send("GET", path)
    assert answer.status in {400, 404}
    assert says in answer.body.decode()


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "reads no file"),
        ("SELECT * FROM NAMED <http://127.0.0.1:1/> { GRAPH ?g { ?s ?p ?o } }", "reads no file"),
        ("LOAD <file:///etc/passwd>", "LOAD is refused"),
        ("INSERT DATA { <http://e/a> <http://e/b> 1 }", "INSERT is refused"),
    ],
)
def test_a_query_reads_this_graph_and_nothing_else(address, sparql, says):
    answer = asked(address, sparql)
    assert answer.status == 400
    assert says in answer.body.decode()


def test_a_client_chooses_the_graphs_that_its_query_is_about(address, graph):
    store = open_graph(graph)
    (document,) = store.query("SELECT ?d { ?d a thut:SourceDocument } ORDER BY ?d LIMIT 1").rows[0]
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    expected = store.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{document}> {{ ?s ?p ?o }} }}").rows
    assert rows(asked(address, count, default_graph_uri=document)) == expected
    assert rows(asked(address, count.replace("{", f"FROM <{document}> {{"))) == expected
    assert rows(asked(address, count, named_graph_uri=document)) == [("0",)]
    assert rows(asked(address, count, default_graph_uri="http://e/none")) == [("0",)]
    assert rows(asked(address, count)) == store.query(count).rows


def test_a_graph_is_read_by_its_name_its_path_and_without_a_body(address, graph):
    store = open_graph(graph)
    (document,) = store.query("SELECT ?d { ?d a thut:SourceDocument } ORDER BY ?d LIMIT 1").rows[0]
    expected = {
        quad.triple
        for quad in parse(path=str(graph), format=RdfFormat.N_QUADS)
        if quad.graph_name.value == document
    }
    send, nt = Replay(address, "").send, {"Accept": "application/n-triples"}
    for path in (f"/store?graph={quote(document)}", "/store/" + document.removeprefix(store.base)):
        answer = send("GET", path, headers=nt)
        assert {quad.triple for quad in parse(answer.body, format=RdfFormat.N_TRIPLES)} == expected
        head = send("HEAD", path, headers=nt)
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-length"] == str(len(answer.body))
    union = send("GET", "/store?default", headers=nt)
    assert len(union.body.splitlines()) == len(store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))
    assert send("HEAD", "/store/doc/none").status == 404


def test_the_description_counts_what_there_is(address, graph):
    answer = Replay(address, "").send("GET", "/sparql", headers={"Accept": "text/turtle"})
    described = MemoryStore(parse(answer.body, format=RdfFormat.TURTLE))
    store = open_graph(graph)
    sd = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>"
    graphs = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    named = (
        f"{sd} SELECT ?g ?n {{ [] sd:namedGraph [ sd:name ?g ; sd:graph [ void:triples ?n ] ] }} ORDER BY ?g"
    )
    assert described.query(named).rows == store.query(graphs).rows
    classes = "SELECT ?c ?n { [] void:classPartition [ void:class ?c ; void:entities ?n ] } ORDER BY ?c"
    counted = "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c"
    assert described.query(classes).rows == store.query(counted).rows
    assert described.query(f"{sd} SELECT ?e {{ ?s sd:endpoint ?e }}").rows == [(f"{address}/sparql",)]
    assert not [quad for quad in described.quads() if str(quad.subject).startswith("_:")]


def test_a_browser_at_the_endpoint_is_led_to_the_page_to_ask_in(address):
    answer = Replay(address, "").send("GET", "/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (answer.status, answer.headers["location"]) == (303, "/query")


def test_two_hundred_clients_at_once_are_all_answered(address, graph):
    expected = open_graph(graph).query(MEETINGS).rows
    with ThreadPoolExecutor(200) as clients:
        answers = list(clients.map(lambda _: asked(address, MEETINGS), range(200)))
    assert {answer.status for answer in answers} == {200}
    assert all(rows(answer) == expected for answer in answers)


def children(process: subprocess.Popen[str]) -> set[int]:
    """The processes that a process started."""
    found = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False)
    return set(map(int, found.stdout.split()))


def gone(pid: int, within: float = 10.0) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            if " Z " in Path(f"/proc/{pid}/stat").read_text():
                return True
        except OSError:  # it ended, perhaps while it was looked at
            return True
        time.sleep(0.05)
    return False


def test_a_query_that_takes_too_long_is_ended_refused_and_never_cut(graph):
    with served(graph, "--timeout", "2", "--workers", "1") as (address, server):
        assert asked(address, "ASK {}").status == 200
        (worker,) = children(server)
        start = time.monotonic()
        answer = asked(address, SLOW)
        assert 2 <= time.monotonic() - start < 8
        assert answer.status == 503
        assert answer.media_type == "text/plain"
        assert "took longer than 2 s" in answer.body.decode()
        assert gone(worker)
        # Another took its place, with the whole graph.
        assert rows(asked(address, MEETINGS)) == open_graph(graph).query(MEETINGS).rows
        assert worker not in children(server)


def test_a_quick_query_does_not_wait_for_a_slow_one(graph):
    with served(graph, "--timeout", "15") as (address, _), ThreadPoolExecutor(1) as clients:
        assert asked(address, "ASK {}").status == 200
        slow = clients.submit(asked, address, SLOW)
        time.sleep(0.5)
        start = time.monotonic()
        assert asked(address, "ASK {}").status == 200
        assert time.monotonic() - start < 5
        assert not slow.done()
        assert slow.result().status == 503


def test_the_work_ends_when_whoever_asked_goes_away(graph):
    with served(graph, "--timeout", "60", "--workers", "1") as (address, server):
        assert asked(address, "ASK {}").status == 200
        (worker,) = children(server)
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as client:
            client.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            time.sleep(1)
        assert gone(worker)
        assert asked(address, "ASK {}").status == 200


def test_workers_end_with_the_server_even_where_it_is_killed(graph):
    with served(graph, "--timeout", "60", "--workers", "1") as (address, server):
        assert asked(address, "ASK {}").status == 200
        (worker,) = children(server)
        host, port = address.removeprefix("http://").split(":")
        client = socket.create_connection((host, int(port)))
        client.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        time.sleep(1)
        server.kill()
        assert gone(worker)
        client.close()


def test_an_interrupt_ends_the_server_while_a_query_runs(graph):
    with served(graph, "--timeout", "60") as (address, server):
        assert asked(address, "ASK {}").status == 200
        workers = children(server)
        threading.Thread(target=lambda: attempted(address), daemon=True).start()
        time.sleep(0.5)
        server.send_signal(signal.SIGINT)
        assert server.wait(15) == 0
        assert all(map(gone, workers))


def attempted(address: str) -> None:
    with suppress(OSError, http.client.HTTPException):
        asked(address, SLOW)


def in_pool(path: Path, *questions: str, **limits: float) -> list[object]:
    """What a pool of one worker makes of questions, one after another: bytes or the error."""

    async def ask() -> list[object]:
        pool = WorkerPool(path, size=1, **limits)  # type: ignore[arg-type]
        await pool.start()
        found: list[object] = []
        for sparql in questions:
            try:
                found.append(await pool.ask(jobs.answer, sparql, None, None, "csv"))
            except (QueryError, BusyError, TooLongError) as error:
                found.append(error)
        await pool.stop()
        return found

    return finished(ask())


def test_a_query_that_takes_too_much_memory_is_refused_and_the_next_one_answered(graph):
    all_pairs = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    failed, next_one = in_pool(graph, all_pairs, "ASK {}", memory=200 << 20, timeout=120)
    assert "memory" in str(failed)
    assert next_one == b"true\n"


def test_a_graph_that_went_away_is_told_to_whoever_asks(tmp_path):
    (error,) = in_pool(tmp_path / "none.ttl", "ASK {}")
    assert isinstance(error, BusyError)
    assert "no such file" in str(error)


def dawdle(_: object) -> None:
    time.sleep(2)


def fails(_: object) -> None:
    raise ZeroDivisionError


def test_a_fault_in_a_worker_is_told_and_the_worker_goes_on(graph, capfd):
    async def ask() -> None:
        pool = WorkerPool(graph, size=1)
        await pool.start()
        with pytest.raises(Exception, match="the server failed"):
            await pool.ask(fails)
        assert await pool.ask(jobs.answer, "ASK {}", None, None, "csv") == b"true\n"
        await pool.stop()

    finished(ask())
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_store_in_this_process_is_asked_in_threads_that_are_given_up(graph):
    async def ask() -> None:
        asker = ThreadAsker(open_graph(graph), timeout=0.5, threads=1)
        with pytest.raises(TooLongError, match=r"longer than 0\.5 s"):
            await asker.ask(dawdle)
        with pytest.raises(BusyError):
            await asker.ask(jobs.answer, "ASK {}", None, None, "csv")

    finished(ask())
    assert finished(ThreadAsker(MemoryStore()).ask(jobs.base)) == "https://w3id.org/thut/id/"
