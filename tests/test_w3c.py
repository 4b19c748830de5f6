"""The endpoint against the tests of the W3C, over real HTTP."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from corpora import SHARED
from datasets import TOKEN, Dataset, serving_dataset
from pyoxigraph import RdfFormat, parse
from w3c import MANIFESTS, Manifest, Replay

from kg.store.writer import StoreWriter

SUITE = SHARED / "w3c"
HAVE = pytest.mark.skipif(not SUITE.is_dir(), reason=f"no W3C tests at {SUITE} (set THUT_SHARED)")
TESTS = [
    pytest.param(SUITE / path, name, id=name)
    for path in (MANIFESTS if SUITE.is_dir() else ())
    for name in Manifest(SUITE / path).tests
]
SD = "http://www.w3.org/ns/sparql-service-description#"


@pytest.fixture(scope="module", params=["a dataset in memory", "kg serve of a store on disk"])
def address(request, tmp_path_factory):
    if request.param == "a dataset in memory":
        with serving_dataset(Dataset()) as address:
            yield address
        return
    store = tmp_path_factory.mktemp("w3c") / "store"
    with StoreWriter(store):
        pass
    command = [sys.executable, "-m", "kg", "serve", str(store), "--port", "0", "--writable"]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "THUT_TOKEN": TOKEN}
    )
    yield server.stdout.readline().split()[0].rstrip("/")
    server.terminate()
    server.communicate(timeout=20)


@HAVE
def test_all_tests_of_the_suite_are_found():
    assert len(TESTS) == 34 + 9 + 4


@HAVE
@pytest.mark.parametrize(("manifest", "name"), TESTS)
def test_the_answers_are_those_that_the_protocol_asks_for(address, manifest, name):
    assert Replay(address, TOKEN).run(Manifest(manifest), name) == []


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/rdf+xml", ""])
def test_the_endpoint_describes_itself_in_rdf_and_names_where_it_is(address, accept):
    answer = Replay(address, TOKEN).send("GET", "/sparql", headers={"Accept": accept} if accept else {})
    formats = {"text/turtle": RdfFormat.TURTLE, "application/n-triples": RdfFormat.N_TRIPLES}
    found = list(parse(answer.body, format=formats.get(answer.media_type, RdfFormat.RDF_XML)))
    endpoints = {q.object.value: q.subject for q in found if q.predicate.value == SD + "endpoint"}
    assert set(endpoints) == {f"{address}/sparql", f"{address}/update"}
    said = {(q.subject, q.predicate.value.rpartition("#")[2]) for q in found}
    types = {
        q.subject for q in found if q.predicate.value.endswith("#type") and q.object.value == SD + "Service"
    }
    # What the schema of the vocabulary asks for: an endpoint, a language, a dataset, and each typed.
    assert types == set(endpoints.values())
    for service in types:
        assert {(service, "supportedLanguage"), (service, "defaultDataset")} <= said
    objects = {q.object for q in found if q.predicate.value in {SD + "defaultDataset", SD + "defaultGraph"}}
    assert objects <= {q.subject for q in found if q.predicate.value.endswith("#type")}
