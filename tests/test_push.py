"""Graphs to a SPARQL server that runs: all, then what differs, past failures, never half a document."""

from __future__ import annotations

import http.server
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from handmade import COUNTRY, MEETING, RUSSIA, SOM, claim, document, entity, first, second
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import GraphError, UsageError
from kg.model import Extraction
from kg.push import PushResult, push
from kg.push.journal import Journal
from kg.rdf import to_quads, write_graph
from kg.store import MemoryStore

TOKEN = "a-token"  # noqa: S105 - of no server
BASE = "https://w3id.org/thut/id/"
DOCUMENTS = [f"{BASE}doc/{name}" for name in ("som-17", "som-17-again")]
SHARED = [f"{BASE}graph/{name}" for name in ("claims", "entities")]
OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
needs_oxigraph = pytest.mark.skipif(not OXIGRAPH, reason="no oxigraph: pip install oxigraph")


def quads(*extractions: Extraction) -> list[Quad]:
    return to_quads(extractions)


def third(words: str = "รัสเซียร่วมประชุมด้วย", identifier: str = "third") -> Extraction:
    source = document(identifier, words)
    entities = (entity(RUSSIA, COUNTRY, "รัสเซีย"), entity(SOM, MEETING, "ประชุม"))
    return Extraction(source, entities, (claim(source, RUSSIA, "attended", SOM, words),))


class Oxigraph:
    """``oxigraph serve`` on a folder: started, killed and started again at one address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/store"
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        command = [str(OXIGRAPH), "serve", "--location", str(self.folder), "--bind", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("oxigraph does not start")

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def held(self) -> set[Quad]:
        """All that the server holds."""
        with urllib.request.urlopen(
            urllib.request.Request(self.url, headers={"Accept": "application/n-quads"})
        ) as answer:
            return set(parse(answer.read(), format=RdfFormat.N_QUADS))


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[Oxigraph]:
    server = Oxigraph(tmp_path / "server")
    yield server
    server.kill()


@needs_oxigraph
def test_a_server_has_what_was_pushed_and_is_sent_only_what_differs(
    oxigraph: Oxigraph, tmp_path: Path
) -> None:
    file = tmp_path / "graph.nq"
    write_graph(quads(first(), second()), file)
    done = push(file, oxigraph.url)
    assert done.ok
    assert done.sent == (*DOCUMENTS, *SHARED)  # documents before what is shared
    assert oxigraph.held() == set(quads(first(), second()))
    again = push(file, oxigraph.url)
    assert (again.sent, again.same) == ((), done.sent)
    # One document more: itself, and what is shared.
    write_graph(quads(first(), second(), third()), file)
    more = push(file, oxigraph.url)
    assert more.sent == (f"{BASE}doc/third", *SHARED)
    assert more.same == tuple(DOCUMENTS)
    # One document reads otherwise.
    write_graph(quads(first(), second(), third("รัสเซียเข้าร่วม")), file)
    assert push(file, oxigraph.url).sent[0] == f"{BASE}doc/third"
    assert oxigraph.held() == set(quads(first(), second(), third("รัสเซียเข้าร่วม")))


@needs_oxigraph
def test_what_vanished_is_told_and_removed_on_demand(oxigraph: Oxigraph, tmp_path: Path) -> None:
    file = tmp_path / "graph.trig"
    write_graph(quads(first(), third()), file)
    push(file, oxigraph.url)
    foreign = Quad(*[NamedNode("http://e/x")] * 3, NamedNode("http://e/of-others"))
    put(oxigraph.url, "http://e/of-others", b"<http://e/x> <http://e/x> <http://e/x> .")
    write_graph(quads(first()), file)
    kept = push(file, oxigraph.url)
    assert (kept.ok, kept.gone, kept.removed) == (True, (f"{BASE}doc/third",), ())
    pruned = push(file, oxigraph.url, prune=True)
    assert (pruned.gone, pruned.removed, pruned.sent) == ((), (f"{BASE}doc/third",), ())
    # What others put there stays.
    assert oxigraph.held() == {*quads(first()), foreign}


def put(url: str, graph: str, body: bytes) -> None:
    address = f"{url}?graph={quote(graph, safe='')}"
    request = urllib.request.Request(address, body, {"Content-Type": "text/turtle"}, method="PUT")
    urllib.request.urlopen(request).close()


@needs_oxigraph
def test_a_push_past_a_server_that_died_goes_on_where_it_was(oxigraph: Oxigraph, tmp_path: Path) -> None:
    everything = quads(*(third(f"ถ้อยคำที่ {n} ของรัสเซีย", f"d{n:02}") for n in range(12)))
    file = tmp_path / "graph.nq"
    write_graph(everything, file)

    def die(number: int, _name: str) -> None:
        if number == 5:
            oxigraph.kill()

    broken = push(file, oxigraph.url, tries=2, backoff=0.05, progress=die)
    assert not broken.ok
    assert len(broken.sent) == 5
    ((name, reason),) = broken.failed
    assert name == f"{BASE}doc/d05"
    assert "does not answer" in reason
    assert len(broken.waiting) == 6 + len(SHARED)
    # Still away: nothing is sent, and nothing that was is forgotten.
    away = push(file, oxigraph.url, tries=2, backoff=0.05)
    assert (away.ok, away.sent, away.failed[0][0]) == (False, (), oxigraph.url)
    oxigraph.start()
    rest = push(file, oxigraph.url)
    assert rest.ok
    assert rest.same == broken.sent
    assert rest.sent == (broken.failed[0][0], *broken.waiting)
    assert oxigraph.held() == set(everything)


@needs_oxigraph
def test_a_server_that_comes_back_in_time_is_waited_for(oxigraph: Oxigraph, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    write_graph(quads(first(), second()), file)

    def stumble(number: int, _name: str) -> None:
        if number == 1:
            oxigraph.kill()
            threading.Timer(0.5, oxigraph.start).start()

    done = push(file, oxigraph.url, backoff=0.2, progress=stumble)
    assert done.ok
    assert oxigraph.held() == set(quads(first(), second()))


@needs_oxigraph
def test_a_process_that_is_killed_loses_nothing_that_it_sent(oxigraph: Oxigraph, tmp_path: Path) -> None:
    everything = quads(*(third(f"ถ้อยคำที่ {n} ของรัสเซีย", f"d{n:03}") for n in range(200)))
    file = tmp_path / "graph.nq"
    write_graph(everything, file)
    command = [sys.executable, "-m", "kg", "push", str(file), oxigraph.url]
    pushing = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    state = tmp_path / "graph.nq.pushed.jsonl"
    while not (state.exists() and state.read_bytes().count(b"\n") >= 10) and pushing.poll() is None:
        time.sleep(0.01)
    pushing.kill()
    pushing.wait()
    noted = state.read_bytes().count(b"\n")
    rest = push(file, oxigraph.url)
    assert rest.ok
    assert len(rest.same) == min(noted, 202)
    assert oxigraph.held() == set(everything)


@needs_oxigraph
def test_a_server_that_lost_what_it_had_is_sent_all_of_it(oxigraph: Oxigraph, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    write_graph(quads(first(), second()), file)
    push(file, oxigraph.url)
    oxigraph.kill()
    shutil.rmtree(oxigraph.folder)
    oxigraph.start()
    assert len(push(file, oxigraph.url).sent) == 4
    assert len(push(file, oxigraph.url, again=True).sent) == 4
    assert oxigraph.held() == set(quads(first(), second()))


@needs_oxigraph
def test_the_command_says_what_it_did(oxigraph: Oxigraph, tmp_path: Path, run) -> None:
    file = tmp_path / "graph.trig"
    write_graph(quads(first(), third()), file)
    done = run("push", file, oxigraph.url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{oxigraph.url}: graphs: 4 sent, 0 there already\n"
    write_graph(quads(first()), file)
    done = run("push", file, oxigraph.url)
    assert "1 gone here and left there (--prune removes them)" in done.stdout
    done = run("push", file, oxigraph.url, "--prune")
    assert "1 removed" in done.stdout
    oxigraph.kill()
    done = run("push", file, oxigraph.url, "--again")
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert f"not sent: {BASE}graph/claims" in done.stderr
    assert "missing, see above" in done.stdout


# --- What a server may answer ---


class Told:
    """What a scripted server was asked, and what it holds."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []
        self.graphs: dict[str, bytes] = {}
        self.url = ""
        self.answer: Callable[[str, str, int], tuple[int, dict[str, str], str]] = lambda *_: (204, {}, "")


@contextmanager
def scripted() -> Iterator[Told]:
    told = Told()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            (graph,) = parse_qs(urlsplit(self.path).query)["graph"]
            tried = sum(asked[:2] == (self.command, graph) for asked in told.asked)
            told.asked.append((self.command, graph, self.headers.get("Authorization") or ""))
            status, headers, text = told.answer(self.command, graph, tried)
            if self.command == "PUT" and status < 300:
                told.graphs[graph] = body
            said = text.encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            if status != 204 and self.command != "HEAD":
                self.wfile.write(said)

        do_PUT = do_DELETE = do_HEAD = do  # noqa: N815 - the names of the handler

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_port}/data"
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


def pushed(told: Told, store: MemoryStore | None = None, **options) -> PushResult:
    return push(store or MemoryStore(quads(first(), second())), told.url, backoff=0.01, **options)


def test_a_busy_server_is_asked_again() -> None:
    with scripted() as told:
        told.answer = lambda _m, _g, tried: (503, {"Retry-After": "0"}, "") if tried < 2 else (201, {}, "")
        assert pushed(told).ok
        assert len(told.asked) == 3 * 4


def test_one_graph_that_is_refused_does_not_stop_the_others_but_what_is_shared_waits() -> None:
    with scripted() as told:
        told.answer = lambda _m, graph, _t: (
            (400, {}, "no such\nTurtle") if graph == DOCUMENTS[0] else (204, {}, "")
        )
        done = pushed(told)
        assert done.failed == ((DOCUMENTS[0], "400 Bad Request: no such Turtle"),)
        assert done.sent == (DOCUMENTS[1],)
        assert done.waiting == tuple(SHARED)
        assert set(told.graphs) == {DOCUMENTS[1]}


def test_what_a_server_works_out_itself_is_not_missing_there() -> None:
    with scripted() as told:
        told.answer = lambda _m, graph, _t: (409, {}, "worked out") if graph in SHARED else (204, {}, "")
        done = pushed(told)
        assert (done.ok, done.sent, done.theirs) == (True, tuple(DOCUMENTS), tuple(SHARED))
        told.answer = lambda _m, graph, _t: (409, {}, "locked") if graph in DOCUMENTS else (204, {}, "")
        assert not pushed(told).ok


@pytest.mark.parametrize(("status", "tried"), [(401, 1), (403, 1), (404, 3), (405, 3), (302, 3)])
def test_a_server_that_refuses_everything_is_left_alone(status: int, tried: int) -> None:
    with scripted() as told:
        told.answer = lambda *_: (status, {"Location": "https://elsewhere/"} if status == 302 else {}, "")
        store = MemoryStore(quads(*(third(f"ถ้อยคำ {n}", f"d{n}") for n in range(9))))
        done = pushed(told, store)
        assert not done.ok
        assert (len(done.failed), len(told.asked)) == (tried, tried)
        assert len(done.failed) + len(done.waiting) == 11
        assert done.failed[0][1].startswith(str(status))
        assert ("points to https://elsewhere/" in done.failed[0][1]) == (status == 302)


def test_a_token_or_a_password_is_sent_and_told_to_nobody(tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    write_graph(quads(first()), file)
    with scripted() as told:
        push(file, told.url, token=TOKEN)
        assert {asked[2] for asked in told.asked} == {f"Bearer {TOKEN}"}
        told.asked.clear()
        done = push(file, told.url.replace("//", "//me:p%40ss@"), again=True)
        assert {asked[2] for asked in told.asked} == {"Basic bWU6cEBzcw=="}
        assert done.url == told.url
    for path in tmp_path.iterdir():
        assert TOKEN.encode() not in path.read_bytes()
        assert b"ss@" not in path.read_bytes()


def test_a_server_without_head_is_trusted() -> None:
    with scripted() as told:
        told.answer = lambda method, _g, _t: (501 if method == "HEAD" else 204, {}, "")
        journal = Journal(None, told.url)
        assert journal.known == {}
        store = MemoryStore(quads(first()))
        assert pushed(told, store).ok


# --- The state file ---


def test_servers_share_a_state_file_and_a_torn_line_costs_one_graph(tmp_path: Path) -> None:
    path = tmp_path / "pushed.jsonl"
    for server in ("http://a/", "http://b/"):
        journal = Journal(path, server)
        journal.note("http://e/g", server)
        journal.note("http://e/h", server)
        journal.close()
    path.write_bytes(path.read_bytes()[:-9])
    assert dict(Journal(path, "http://a/").known) == {"http://e/g": "http://a/", "http://e/h": "http://a/"}
    assert dict(Journal(path, "http://b/").known) == {"http://e/g": "http://b/"}


def test_a_state_file_does_not_grow_without_end(tmp_path: Path) -> None:
    path = tmp_path / "pushed.jsonl"
    journal = Journal(path, "http://a/")
    for number in range(500):
        journal.note("http://e/g", str(number))
    journal.close()
    assert dict(Journal(path, "http://a/").known) == {"http://e/g": "499"}
    assert json.loads(path.read_text(encoding="ascii"))["digest"] == "499"


@pytest.mark.parametrize("notes", ["my own notes\n", "[" * 100_000 + "\n"])
def test_a_file_that_is_no_state_file_is_not_overwritten(tmp_path: Path, notes: str) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(notes, encoding="utf-8")
    with pytest.raises(GraphError, match=r"mine\.txt, line 1: no line of a state file"):
        push(MemoryStore(quads(first())), "http://127.0.0.1:1/", state=path)
    assert path.read_text(encoding="utf-8") == notes


def test_a_file_without_named_graphs_is_not_pushed(tmp_path: Path) -> None:
    write_graph(quads(first()), tmp_path / "graph.ttl")
    with pytest.raises(GraphError, match=r"graph\.ttl: no named graphs to push; build or export \.trig"):
        push(tmp_path / "graph.ttl", "http://127.0.0.1:1/")


@pytest.mark.parametrize("url", ["localhost:7878", "ftp://e/", "http://", "http://e:x/", "http://e/#part"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="is no address"):
        push(MemoryStore(quads(first())), url)
