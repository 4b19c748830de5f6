"""Whoever means ill gets a refusal, and everybody else an answer: bytes on real sockets, real pages."""

from __future__ import annotations

import gzip
import http.client
import http.server
import json
import re
import socket
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import needs_browser, sync_api
from datasets import TOKEN, Dataset, serving, serving_dataset
from handmade import first, second
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.rdf import to_quads
from kg.serve.application import Served
from kg.serve.asking import ThreadAsker
from kg.serve.connection import Patience, PatientProtocol
from kg.serve.sources import Limits, served
from kg.store import MemoryStore
from kg.view.settings import Settings

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
QUADS = to_quads([first(), second()])
HEAD = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
WEBSOCKET = (
    b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
LEAKED = "root:x:0"  # what /etc/passwd begins with
UP = (
    "../",
    "..%2f",
    "%2e%2e/",
    "%252e%252e%252f",
    "..%5c",
    "..\\",
    "%c0%ae%c0%ae/",
    "....//",
    "..;/",
    "%00../",
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    settings = Settings(language="en")
    with serving(lambda: served(Dataset.of(QUADS), settings, Limits(0, 20.0, 2)), settings) as address:
        yield address


@pytest.fixture(scope="module")
def writable() -> Iterator[str]:
    with serving_dataset(Dataset.of(QUADS)) as address:
        yield address


def place(address: str) -> tuple[str, int]:
    host, port = address.removeprefix("http://").split(":")
    return host, int(port)


def sent(address: str, data: bytes, patience: float = 20.0) -> bytes:
    """All that a server says to bytes, until it ends the connection or has nothing more to say."""
    found = b""
    with socket.create_connection(place(address), timeout=patience) as client:
        client.sendall(data)
        while b"\r\n\r\n" not in found and (more := client.recv(65_536)):
            found += more
    return found


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def asked(address: str, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str]:
    client = http.client.HTTPConnection(*place(address), timeout=30)
    client.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        client.putheader(name.replace("_", "-"), value)
    if body:
        client.putheader("Content-Length", str(len(body)))
    client.endheaders(body or None)
    answer = client.getresponse()
    text = answer.read().decode("utf-8", "replace")
    client.close()
    return answer.status, text


def well(address: str) -> bool:
    return asked(address, "GET", "/sparql?query=ASK%7B%7D", Accept="text/csv") == (200, "true\n")


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1", 200),
        ("localhost:80", 200),
        ("LOCALHOST", 200),
        ("[::1]:8000", 200),
        ("evil.example", 400),
        ("evil.example:8000", 400),
        ("127.0.0.1.evil.example", 400),
        ("localhost.evil.example", 400),
        ("127.0.0.1@evil.example", 400),
        ("127.0.0.1:80:80", 400),
        ("localhost.", 400),
        ("", 400),
    ],
)
def test_only_who_names_this_server_is_answered(address, host, code):
    assert asked(address, "GET", "/sparql?query=ASK%7B%7D", Host=host)[0] == code


@pytest.mark.parametrize(
    "path", ["/", "/query", "/sparql?query=ASK%7B%7D", "/none", "/static/none", "/sparql?x"]
)
def test_every_answer_and_every_refusal_is_strict_and_lets_no_other_page_read_it(address, path):
    client = http.client.HTTPConnection(*place(address), timeout=30)
    for headers in ({}, {"Host": "evil.example"}, {"Origin": "https://evil.example"}):
        client.request("GET", path, headers=headers)
        answer = client.getresponse()
        answer.read()
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
    client.close()


@pytest.mark.parametrize(
    ("method", "path", "headers", "code"),
    [
        ("GET", "/sparql?query=ASK%7B%7D", {"Origin": "https://evil.example"}, 403),
        ("GET", "/sparql?query=ASK%7B%7D", {"Origin": "null"}, 403),
        (
            "GET",
            "/sparql?query=ASK%7B%7D",
            {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"},
            403,
        ),
        ("GET", "/sparql?query=ASK%7B%7D", {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors"}, 403),
        (
            "GET",
            "/query",
            {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"},
            403,
        ),
        (
            "GET",
            "/sparql?query=ASK%7B%7D",
            {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"},
            200,
        ),
        ("GET", "/sparql?query=ASK%7B%7D", {"Sec_Fetch_Site": "same-origin"}, 200),
        ("GET", "/sparql?query=ASK%7B%7D", {"Sec_Fetch_Site": "none"}, 200),
        ("OPTIONS", "/update", {"Origin": "https://evil.example"}, 403),
        ("DELETE", "/store?default", {"Origin": "https://evil.example"}, 403),
    ],
)
def test_a_page_of_another_origin_gets_nothing_done(writable, method, path, headers, code):
    token = {"Authorization": f"Bearer {TOKEN}"}
    assert asked(writable, method, path, **headers, **token)[0] == code
    own = {"Origin": writable}
    assert asked(writable, "GET", "/sparql?query=ASK%7B%7D", **own)[0] == 200


@pytest.mark.parametrize(
    "prefix", ["/static/", "/store/", "/document?id=", "/document?id=file:///", "/", "/?focus="]
)
@pytest.mark.parametrize("up", UP)
def test_no_path_leads_to_a_file(address, prefix, up):
    with socket.create_connection(place(address), timeout=20) as client:
        path = f"{prefix}{up * 8}etc/passwd"
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: client.recv(65_536), b""))
    assert status(answer) in {400, 404}
    assert LEAKED.encode() not in answer


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: b\r\n" * 20_000 + b"\r\n", {400}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"y" * 200_000 + b"\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET /%ff%fe%zz%  HTTP/1.1\r\nHost: localhost\r\n\r\n", {400, 404}),
        (b"GET /sparql?query=%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET /sparql?query=%zz%1 HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET /document?id=%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET /?focus=%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET /?focus=" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", {404}),
        (b"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", {405}),
        (b"TRACE /query HTTP/1.1\r\nHost: localhost\r\n\r\n", {405}),
        (b"CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", {404}),
        (b"PUT /query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx", {405}),
        (b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", {400}),
        (b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", {400}),
        (HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", {400}),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", {400}),
        (b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", {200, 400, 505}),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 100 + b"\r\n\r\n", {400}),
        (WEBSOCKET, {200}),
    ],
)
def test_what_is_no_request_is_refused_and_the_next_one_answered(address, data, codes):
    assert status(sent(address, data)) in codes
    assert well(address)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from(["/sparql?query=", "/document?id=", "/?focus=", "/store/", "/"])
)
def test_no_address_is_a_fault_of_the_server(address, tail, prefix):
    assert asked(address, "GET", prefix + quote(tail))[0] < 500


@pytest.mark.parametrize("path", ["/page/search", "/page/claims", "/page/ways"])
@pytest.mark.parametrize(
    "body", [b"[" * 900_000, b'{"a":' * 100_000, b"\xff", b"1" * 10_000, b'"\\ud800"', b"null"]
)
def test_json_that_is_hard_to_read_is_refused(address, path, body):
    assert asked(address, "POST", path, body, Content_Type="application/json")[0] == 400
    assert asked(address, "GET", f"/query/shipped?name=visits&parameters={quote(body[:9000])}")[0] == 400


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize(
    ("path", "kind", "length"),
    [("/sparql", "application/sparql-query", 2_000_001), ("/page/search", "application/json", 1_000_001)],
)
def test_a_body_that_is_too_long_is_refused_and_whoever_sends_it_hears_so(
    address, path, kind, length, chunked
):
    for _ in range(10):
        client = http.client.HTTPConnection(*place(address), timeout=30)
        body = iter([b" " * 10_000] * (length // 10_000 + 1)) if chunked else b" " * length
        client.request(
            "POST", path, body, {"Content-Type": kind, "Connection": "close"}, encode_chunked=chunked
        )
        answer = client.getresponse()
        assert answer.status == 413
        assert b"longer" in answer.read()
        client.close()


def test_a_change_that_is_too_long_is_refused(writable):
    def turtle() -> Iterator[bytes]:
        for _ in range(65):
            yield b"#" * 1_000_000

    client = http.client.HTTPConnection(*place(writable), timeout=60)
    headers = {"Content-Type": "text/turtle", "Authorization": f"Bearer {TOKEN}"}
    client.request("PUT", "/store?graph=http://e/g", turtle(), headers, encode_chunked=True)
    assert client.getresponse().status == 413
    client.close()
    # Without the token nothing of it is kept, but all of it heard.
    client.request(
        "PUT", "/store?graph=http://e/g", turtle(), {"Content-Type": "text/turtle"}, encode_chunked=True
    )
    assert client.getresponse().status == 401
    client.close()
    assert well(writable)


class Hasty(PatientProtocol):
    patience = Patience(head=0.5, body=0.7, rate=100_000, linger=0.5, unread=0.5)


@pytest.fixture(scope="module")
def hasty() -> Iterator[str]:
    long = Dataset.of(QUADS)
    values = " ".join(f'"{number:0>60}"' for number in range(100_000))
    long.update(
        "INSERT DATA { " + " . ".join(f"<x:{n}> <x:p> {v}" for n, v in enumerate(values.split())) + " }"
    )
    with serving(lambda: Served(ThreadAsker(long, 30), None, None), protocol=Hasty) as address:
        yield address


@pytest.mark.parametrize(
    ("begin", "drop"),
    [
        (b"", b""),
        (b"", b"G"),
        (b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\n", b"X: y\r\n"),
        (HEAD + b"Content-Length: 100000\r\n\r\n", b" "),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        # A second request on a connection that was kept.
        (b"GET /none HTTP/1.1\r\nHost: localhost\r\n\r\nGET ", b"/"),
    ],
)
def test_who_dawdles_over_a_request_is_let_go(hasty, begin, drop):
    start = time.monotonic()
    with socket.create_connection(place(hasty), timeout=10) as client, suppress(ConnectionError):
        client.sendall(begin)
        client.settimeout(0.05)
        while time.monotonic() - start < 8:
            client.sendall(drop)
            with suppress(TimeoutError):
                if not client.recv(4096):
                    break
    assert time.monotonic() - start < 6
    assert well(hasty)


def test_a_steady_body_may_take_its_time(hasty):
    with socket.create_connection(place(hasty), timeout=10) as client:
        query = b"ASK {}" + b" " * 200_000
        client.sendall(HEAD + f"Accept: text/csv\r\nContent-Length: {len(query)}\r\n\r\n".encode())
        for start in range(0, len(query), 20_000):
            client.sendall(query[start : start + 20_000])
            time.sleep(0.12)
        assert status(client.recv(4096)) == 200


def test_who_does_not_take_an_answer_is_let_go(hasty):
    query = quote("SELECT * { ?s ?p ?o }")
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(30)
        client.connect(place(hasty))
        client.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = client.recv(2000)
        assert status(head) == 200
        time.sleep(4)
        taken = b"".join(iter(lambda: client.recv(1 << 20), b""))
    said = re.search(rb"content-length: (\d+)", head)
    assert len(taken) < int(said[1]) / 2
    assert well(hasty)


def test_a_crowd_that_says_nothing_keeps_nobody_out(address):
    crowd = [socket.create_connection(place(address)) for _ in range(300)]
    for number, client in enumerate(crowd):
        client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n"[: number % 30])
    start = time.monotonic()
    assert well(address)
    assert time.monotonic() - start < 5
    for client in crowd:
        client.close()


NESTED = [
    "SELECT * " + "{" * 100_000 + "}" * 100_000,
    "SELECT * { FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ") }",
    "SELECT * { FILTER(" + "!" * 100_000 + "true) }",
    "SELECT * { " + "?s ?p ?o . " * 50_000 + "}",
    "SELECT * { " + "OPTIONAL { ?s ?p ?o } " * 20_000 + "}",
    "SELECT * { FILTER(" + "1 + " * 100_000 + "1) }",
    "SELECT * { ?s " + "<x:p>/" * 50_000 + "<x:p> ?o }",
    "SELECT * { ?s ?p " + "[ <x:p> " * 50_000,
    "SELECT * { " + "<<" * 100_000,
]


@pytest.mark.parametrize(
    "sparql", [*NESTED, *("x" * n for n in (1, 1_999_999)), "\0", "'" * 99, '"""' + "a" * 99_999]
)
def test_a_malformed_or_monstrous_query_is_refused_in_this_very_process(address, sparql):
    code, said = asked(address, "POST", "/sparql", sparql.encode(), Content_Type="application/sparql-query")
    assert code == 400
    assert len(said) < 2000
    assert well(address)


def test_many_values_are_no_monster():
    many = " ".join(f"({number} <x:{number}>)" for number in range(20_000))
    assert len(MemoryStore([]).query(f"SELECT * {{ VALUES (?a ?b) {{ {many} }} }}")) == 20_000


def test_many_who_ask_for_much_are_all_answered(address):
    """Two million cells in all, compressed: who asks for little meanwhile is not kept waiting."""
    query = "SELECT ?n ?s { VALUES ?n { " + " ".join(map(str, range(2_000))) + " } VALUES ?s { 1 2 3 4 5 } }"
    waits = []
    over = threading.Event()

    def small() -> None:
        while not over.is_set():
            start = time.monotonic()
            assert well(address)
            waits.append(time.monotonic() - start)

    def large(_: int) -> int:
        client = http.client.HTTPConnection(*place(address), timeout=60)
        client.request(
            "POST", "/sparql", query, {"Content-Type": "application/sparql-query", "Accept-Encoding": "gzip"}
        )
        answer = client.getresponse()
        rows = json.loads(gzip.decompress(answer.read()))["results"]["bindings"]
        client.close()
        return len(rows)

    with ThreadPoolExecutor(9) as pool:
        beside = pool.submit(small)
        assert set(pool.map(large, range(40))) == {10_000}
        over.set()
        beside.result()
    assert len(waits) > 1


def test_twenty_clients_of_every_kind_see_no_failure(demo):
    import clients  # noqa: PLC0415 - a benchmark, found beside the tests

    with clients.serving(str(demo / "graph.ttl"), 2, 0) as (address, pid):
        seen, sizes = clients.finished(address, pid, 20, 3.0)
    assert seen.failures == {}
    assert sum(map(len, seen.times.values())) >= 20
    assert sizes[-1][1]["server"] < 2 * sizes[0][1]["server"]


# A property may be named so that a writer of RDF/XML makes an element of XHTML of it: a script.
SCRIPT = "CONSTRUCT { <x:a> <http://www.w3.org/1999/xhtmlscript> 'alert(1)' } WHERE {}"


@needs_browser
@pytest.mark.parametrize(
    "kind", ["application/xml", "application/rdf+xml", "text/turtle", "application/ld+json"]
)
def test_an_answer_that_a_browser_shows_is_no_page_that_runs(browser, writable, kind):
    context = browser.new_context(extra_http_headers={"Accept": kind})
    page = context.new_page()
    ran = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    with suppress(sync_api.Error):  # what is no page to a browser is downloaded
        page.goto(f"{writable}/sparql?query={quote(SCRIPT)}")
    page.wait_for_timeout(300)
    assert ran == []
    context.close()


EVIL = """<!doctype html><iframe src="{0}/query"></iframe><script>
const form = new URLSearchParams({{ query: "ASK {{}}" }});
const tries = [
  fetch("{0}/sparql?query=ASK%7B%7D"),
  fetch("{0}/sparql", {{ method: "POST", mode: "no-cors", body: form }}),
  fetch("{0}/store?default", {{ method: "DELETE", headers: {{ Authorization: "Bearer {1}" }} }}),
];
Promise.allSettled(tries).then((all) => {{
  document.title = JSON.stringify(all.map((one) => one.value?.type ?? "refused"));
}});
</script>"""


@contextmanager
def elsewhere(page: str) -> Iterator[str]:
    """A page on another server of this machine, under another name."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@needs_browser
def test_a_page_elsewhere_can_neither_ask_nor_frame_this_server(browser, writable):
    context = browser.new_context()
    page = context.new_page()
    answers: list[tuple[str, int]] = []
    page.on("response", lambda answer: answers.append((answer.url, answer.status)))
    with elsewhere(EVIL.format(writable, TOKEN)) as address:
        page.goto(address)
        page.wait_for_function("document.title !== ''")
        said = json.loads(page.title())
        page.goto("about:blank")
    codes = [code for url, code in answers if url.startswith(writable)]
    assert said[0] == said[2] == "refused"
    assert codes
    assert set(codes) == {403}
    context.close()
    assert well(writable)
