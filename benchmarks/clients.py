"""How `kg serve` stands many clients at once: answers, failures, how long they took, and memory.

    python benchmarks/clients.py STORE [--clients 200] [--seconds 60] [--workers 2]

The server runs in a process of its own, as people start it. Each client asks one question after another:
queries that ship and queries by hand, documents, the pages, whole graphs; one connection in ten is new.
An answer is a failure where it is not 200, is cut short, or differs from the answer that the same
question had before. Memory is what the server and its workers hold (resident set size, MB): before the
first client, when a third of the time is over, and at the end. The exit code is 1 where an answer failed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

PATIENCE = 120.0  # seconds that a client waits for an answer
NEW = 10  # one connection in so many is given up after an answer
NAMED = 40  # documents and things that are asked for
QUERIES = (
    "SELECT ?m ?n { ?m a thut:Meeting ; rdfs:label ?n } ORDER BY ?n LIMIT 50",
    "SELECT ?p (COUNT(*) AS ?n) { ?a rdf:predicate ?p } GROUP BY ?p ORDER BY DESC(?n)",
    "SELECT ?who ?what { ?a rdf:subject ?who ; rdf:predicate thut:attended ; rdf:object ?what } LIMIT 200",
    "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s rdfs:label ?o } LIMIT 300",
    "ASK { ?m a thut:Meeting }",
)
# How often each kind is asked for, of all.
WEIGHTS = {"query": 40, "document": 20, "graph": 15, "search": 10, "page": 5, "asking": 5, "static": 5}
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Question:
    """What a client sends."""

    kind: str
    method: str
    path: str
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()

    def wire(self, host: str) -> bytes:
        """The bytes of the request."""
        lines = [f"{self.method} {self.path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: gzip"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.body:
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode("ascii") + self.body


@dataclass(slots=True)
class Seen:
    """What came of all questions."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: Counter[str] = field(default_factory=Counter)
    answers: dict[Question, str] = field(default_factory=dict)
    bytes: int = 0

    def take(self, question: Question, status: int, body: bytes, seconds: float) -> None:
        """Count an answer."""
        self.times[question.kind].append(seconds)
        self.bytes += len(body)
        digest = sha256(body).hexdigest()
        if status != 200:  # noqa: PLR2004 - all is well
            self.failures[f"{question.kind}: {status} {body[:80]!r}"] += 1
        elif self.answers.setdefault(question, digest) != digest:
            self.failures[f"{question.kind}: another answer than before to {question.path}"] += 1


def questions(address: str) -> dict[str, list[Question]]:
    """What is asked of this graph, by kind."""
    documents = _column(address, "SELECT ?d { ?d a thut:SourceDocument } ORDER BY ?d", NAMED)
    names = _column(address, "SELECT DISTINCT ?n { ?e a thut:Person ; rdfs:label ?n } ORDER BY ?n", NAMED)
    form, json_type = ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Type", JSON)
    asked = [
        Question("query", "POST", "/sparql", urllib.parse.urlencode({"query": sparql}).encode(), (form,))
        for sparql in QUERIES
    ]
    asked += [
        Question("query", "GET", f"/sparql?{urllib.parse.urlencode({'query': sparql})}") for sparql in QUERIES
    ]
    found = _column(
        address, "SELECT DISTINCT ?g { GRAPH ?g { ?s a thut:SourceDocument } } ORDER BY ?g", NAMED
    )
    graphs = [f"graph={urllib.parse.quote(iri, safe='')}" for iri in found]
    quoted = [urllib.parse.quote(iri, safe="") for iri in documents]
    return {
        "query": asked,
        "document": [Question("document", "GET", f"/document?id={iri}") for iri in quoted],
        "graph": [Question("graph", "GET", f"/store?{name}") for name in graphs or ["default"]],
        "search": [
            Question(
                "search",
                "POST",
                "/page/search",
                json.dumps({"text": name}).encode(),
                (json_type,),
            )
            for name in names
        ],
        "page": [Question("page", "GET", "/")],
        "asking": [Question("asking", "GET", f"/query?lang={language}") for language in ("th", "en")],
        "static": [Question("static", "GET", f"/static/{name}") for name in ("query.js", "pages.css")],
    }


def _column(address: str, sparql: str, most: int) -> list[str]:
    data = urllib.parse.urlencode({"query": sparql}).encode()
    request = urllib.request.Request(f"{address}sparql", data, {"Accept": JSON})  # noqa: S310 - our server
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - likewise
        found = json.load(answer)
    (column,) = found["head"]["vars"]
    values = [row[column]["value"] for row in found["results"]["bindings"]]
    return values[:: max(1, len(values) // most)][:most]


class Client:
    """Asks one question after another until it is time to end."""

    def __init__(self, address: str, asked: dict[str, list[Question]], seen: Seen, number: int) -> None:
        where = urllib.parse.urlsplit(address)
        self._host, self._port = where.hostname or "", where.port or 80
        self._asked, self._seen = asked, seen
        self._chance = random.Random(number)  # noqa: S311 - the same questions each time
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def run(self, end: float) -> None:
        """Ask; a question that is out is waited for."""
        while time.monotonic() < end:
            kind = self._chance.choices(list(WEIGHTS), WEIGHTS.values())[0]
            question = self._chance.choice(self._asked[kind])
            start = time.monotonic()
            try:
                status, body = await asyncio.wait_for(self._answer(question), PATIENCE)
            except (OSError, EOFError, ValueError, TimeoutError) as error:
                self._seen.failures[f"{kind}: {type(error).__name__} {error}"] += 1
                self._drop()
                await asyncio.sleep(0.1)
                continue
            self._seen.take(question, status, body, time.monotonic() - start)
            if not self._chance.randrange(NEW):
                self._drop()
        self._drop()

    async def _answer(self, question: Question) -> tuple[int, bytes]:
        kept = self._writer is not None
        try:
            return await self._tried(question)
        except (ConnectionError, EOFError):
            # A server may end a connection that was kept; whoever kept it asks again on a new one.
            self._drop()
            if not kept:
                raise
            return await self._tried(question)

    async def _tried(self, question: Question) -> tuple[int, bytes]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        self._writer.write(question.wire(f"{self._host}:{self._port}"))
        await self._writer.drain()
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
        body = await self._reader.readexactly(int(headers["content-length"]))
        if headers.get("connection") == "close":
            self._drop()
        return int(head[0].split(" ")[1]), body

    def _drop(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


@contextmanager
def serving(store: str, workers: int, whole: int) -> Iterator[tuple[str, int]]:
    """The address of a server, and its process."""
    command = [sys.executable, "-m", "kg", "serve", store, "--port", "0", "--workers", str(workers)]
    command += ["--whole", str(whole)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
        line = server.stdout.readline() if server.stdout else ""
        if not line.startswith("http://"):
            raise SystemExit(f"the server did not start: {line}")
        try:
            yield line.split(" ")[0], server.pid
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)


def memory(pid: int) -> dict[str, float]:
    """Resident megabytes of the server and of its workers together."""
    workers = [
        int(path.parent.name)
        for path in Path("/proc").glob("[0-9]*/stat")
        if (stat := _text(path)) and stat.rpartition(")")[2].split()[1] == str(pid)
    ]
    return {"server": _resident(pid), "workers": sum(map(_resident, workers))}


def _resident(pid: int) -> float:
    found = [line for line in _text(Path(f"/proc/{pid}/status")).splitlines() if line.startswith("VmRSS:")]
    return int(found[0].split()[1]) / 1024 if found else 0.0


def _text(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(encoding="ascii", errors="replace")
    return ""


async def load(
    address: str, pid: int, clients: int, seconds: float
) -> tuple[Seen, list[tuple[str, dict[str, float]]]]:
    """What many clients saw, and the memory of the server meanwhile."""
    asked = await asyncio.to_thread(questions, address)
    seen = Seen()
    sizes = [("start", memory(pid))]
    end = time.monotonic() + seconds
    at_work = [asyncio.create_task(Client(address, asked, seen, n).run(end)) for n in range(clients)]
    await asyncio.sleep(seconds / 3)
    sizes.append(("a third", memory(pid)))
    await asyncio.gather(*at_work)
    sizes.append(("end", memory(pid)))
    return seen, sizes


def finished(
    address: str, pid: int, clients: int, seconds: float
) -> tuple[Seen, list[tuple[str, dict[str, float]]]]:
    """What :func:`load` gives; in a thread of its own, since whoever calls may have a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, load(address, pid, clients, seconds)).result()


def percentile(ordered: list[float], share: float) -> float:
    """The value below which a share of the values are."""
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def table(seen: Seen) -> Iterator[str]:
    """How long answers took, by kind."""
    yield "| kind | answers | median | 95 % | 99 % | longest |"
    yield "|---|--:|--:|--:|--:|--:|"
    every = [seconds for times in seen.times.values() for seconds in times]
    for kind, times in [*sorted(seen.times.items()), ("all", every)]:
        ordered = sorted(times)
        if ordered:
            cells = [percentile(ordered, share) for share in (0.5, 0.95, 0.99, 1.0)]
            yield f"| {kind} | {len(ordered)} | " + " | ".join(f"{cell:.2f} s" for cell in cells) + " |"


def main() -> int:
    """Start the server, ask, tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", help="a store or a graph file")
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--whole", type=int, default=0, help="as of kg serve; 0 has the page ask the server")
    options = parser.parse_args()
    with serving(options.store, options.workers, options.whole) as (address, pid):
        seen, sizes = finished(address, pid, options.clients, options.seconds)
    answers = sum(map(len, seen.times.values()))
    failed = sum(seen.failures.values())
    print(
        f"{options.clients} clients, {options.seconds:g} s: {answers} answers "
        f"({answers / options.seconds:.0f} a second, {seen.bytes / 1e6:.0f} MB), {failed} failed"
    )
    for what, times in seen.failures.most_common(20):
        print(f"  {times} x {what}")
    print(*table(seen), sep="\n")
    print("| memory | server | workers |\n|---|--:|--:|")
    for moment, size in sizes:
        print(f"| {moment} | {size['server']:.0f} MB | {size['workers']:.0f} MB |")
    return 1 if failed or not answers else 0


if __name__ == "__main__":
    sys.exit(main())
