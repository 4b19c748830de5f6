"""Replays the tests of the W3C for the SPARQL 1.1 Protocol and the Graph Store Protocol over HTTP.

The manifests hold whole requests and what is expected of the answers; they are not part of this
repository. Run by hand against any endpoint::

    python tests/w3c.py FOLDER http://127.0.0.1:8000 --token TOKEN
"""

from __future__ import annotations

import argparse
import csv
import http.client
import io
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from pyoxigraph import CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat, Store, parse

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
CODES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
TABULAR = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]


class Manifest:
    """The tests of a manifest file: their names, the data that they need, their requests."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self.store = Store()
        self.store.load(path=path, format=RdfFormat.TURTLE, base_iri=path.as_uri())

    def one(self, subject, predicate: str, namespace: str = HT):
        return next(iter(self.all(subject, predicate, namespace)), None)

    def all(self, subject, predicate: str, namespace: str = HT) -> list:
        found = self.store.quads_for_pattern(subject, NamedNode(namespace + predicate), None)
        return [quad.object for quad in found]

    def items(self, node) -> Iterator:
        while node is not None and node != NamedNode(RDF + "nil"):
            yield self.one(node, "first", RDF)
            node = self.one(node, "rest", RDF)

    @property
    def tests(self) -> dict[str, object]:
        entries = next(iter(self.store.quads_for_pattern(None, NamedNode(MF + "entries"), None))).object
        return {test.value.rpartition("#")[2]: test for test in self.items(entries)}

    def data(self, test) -> dict[str, bytes]:
        """The graphs that a test needs, by name, as N-Triples."""
        found = {}
        for node in self.all(test, "graphData", UT):
            name = self.one(node, "label", LABEL.removesuffix("label")).value
            path = Path(urlsplit(self.one(node, "graph", UT).value).path)
            found[name] = (self.folder / path.name).read_bytes()
        return found

    def requests(self, test) -> Iterator:
        yield from self.items(self.one(self.one(test, "action", MF), "requests"))

    def headers(self, node) -> dict[str, str]:
        return {
            self.one(header, "fieldName").value: self.one(header, "fieldValue").value
            for header in self.items(self.one(node, "headers"))
        }

    def body(self, node) -> bytes:
        content = self.one(node, "body")
        if content is None:
            return b""
        encoding = self.one(content, "characterEncoding", CNT).value
        return self.one(content, "chars", CNT).value.encode(encoding)


class Replay:
    """Sends the requests of tests to an endpoint, and says what is not as it should be.

    Args:
        address: of the server, without a slash at its end.
        token: what changes need.
    """

    def __init__(self, address: str, token: str) -> None:
        self.host = urlsplit(address).netloc
        self.token = token
        self.seen: dict[str, str] = {}

    def send(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=60)
        connection.putrequest(method, path, skip_host="Host" in (headers or {}))
        for name, value in {**(headers or {}), "Authorization": f"Bearer {self.token}"}.items():
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        read = Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        connection.close()
        return read

    def run(self, manifest: Manifest, name: str) -> list[str]:
        """What is wrong with the answers to one test; nothing where it passes."""
        test = manifest.tests[name]
        self.send("POST", "/update", b"DROP ALL", {"Content-Type": "application/sparql-update"})
        for graph, data in manifest.data(test).items():
            put = self.send(
                "PUT",
                f"/store?graph={quote(graph, safe='')}",
                data,
                {"Content-Type": "application/n-triples"},
            )
            assert put.status in {201, 204}, put
        wrong = []
        for number, request in enumerate(manifest.requests(test), 1):
            method = manifest.one(request, "methodName").value
            headers, body = manifest.headers(request), manifest.body(request)
            path = self.path(manifest.one(request, "absolutePath").value, name, headers)
            answer = self.send(method, path, body, headers)
            wrong += [f"request {number}: {said}" for said in self.compare(manifest, request, answer)]
        return wrong

    def path(self, path: str, name: str, headers: Mapping[str, str]) -> str:
        """The path at this server: the manifests have one for queries and updates, ours are two."""
        for variable, value in self.seen.items():
            path = path.replace(variable, value)
        if path.startswith("/gsp"):
            return "/store" + path.removeprefix("/gsp")
        update = name.startswith(("update", "bad_update", "bad_multiple_updates"))
        update &= headers.get("content-type") != "application/sparql-query"
        return ("/update" if update else "/sparql") + path.removeprefix("/sparql")

    def compare(self, manifest: Manifest, request, answer: Answer) -> Iterator[str]:
        expected = manifest.one(request, "resp")
        statuses = [node.value.rpartition("#")[2] for node in manifest.all(expected, "expectedStatus", MF)]
        if not any(fits(answer.status, status) for status in statuses):
            yield f"status {answer.status}, want {' or '.join(statuses)}: {answer.body[:200]!r}"
            return
        wanted = manifest.one(expected, "expectedFormat", MF)
        if wanted is not None and not of_format(answer, wanted.value):
            yield f"{answer.media_type} is no {wanted.value}"
        boolean = manifest.one(expected, "expectedBoolean", MF)
        if boolean is not None and truth(answer) is not (boolean.value == "true"):
            yield f"{truth(answer)}, want {boolean.value}"
        variable = manifest.one(expected, "expectedLocation", MF)
        if variable is not None:
            if "location" not in answer.headers:
                yield "no Location"
            self.seen[variable.value] = answer.headers.get("location", "")
        for name, value in manifest.headers(expected).items():
            if answer.headers.get(name, "").lower() != value.lower():
                yield f"{name} is {answer.headers.get(name)!r}, want {value!r}"
        body = manifest.body(expected)
        if body and canonical(answer.body) != canonical(body):
            yield f"another graph: {answer.body.decode()}"


def fits(status: int, wanted: str) -> bool:
    return str(status)[0] == wanted[-3] if wanted.startswith("StatusCode") else status == CODES[wanted]


def of_format(answer: Answer, wanted: str) -> bool:
    if wanted == "RDF":
        return (
            answer.media_type in GRAPHS and parse(answer.body, format=GRAPHS[answer.media_type]) is not None
        )
    return answer.media_type in (TABULAR if wanted == "tabular" else TABULAR[:2])


def truth(answer: Answer) -> bool | None:
    """What an ASK gave."""
    if answer.media_type == TABULAR[0]:
        return json.loads(answer.body)["boolean"]
    if answer.media_type == TABULAR[1]:
        found = ET.fromstring(answer.body).find("{http://www.w3.org/2005/sparql-results#}boolean")  # noqa: S314
        return None if found is None else found.text == "true"
    return next(csv.reader(io.StringIO(answer.body.decode())))[0] == "true"


def canonical(turtle: bytes) -> set[str]:
    """The triples with blank nodes named for where they stand, so that equal graphs are equal."""
    quads = parse(turtle, format=RdfFormat.TURTLE, base_iri="http://www.example/")
    dataset = Dataset(Quad(*quad.triple) for quad in quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


MANIFESTS = (
    "protocol/manifest.ttl",
    "graph-store-protocol/manifest-indirect.ttl",
    "graph-store-protocol/manifest-direct.ttl",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="of the manifests")
    parser.add_argument("address", help="of the server, such as http://127.0.0.1:8000")
    parser.add_argument("--token", default="", help="what changes need")
    given = parser.parse_args()
    failed = 0
    for path in MANIFESTS:
        manifest = Manifest(given.folder / path)
        results = {name: Replay(given.address, given.token).run(manifest, name) for name in manifest.tests}
        failed += sum(map(bool, results.values()))
        print(f"{path}: {sum(not wrong for wrong in results.values())} of {len(results)}")  # noqa: T201
        for name, wrong in results.items():
            for said in wrong:
                print(f"  {name}: {said}")  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
