"""The endpoint with the clients that people use: SPARQLWrapper, RDFLib, Comunica."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
import rdflib
from datasets import TOKEN, Dataset, serving_dataset
from handmade import first, second
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore

from kg.query import shipped_queries
from kg.rdf import to_quads
from kg.store import MemoryStore

COMUNICA = "@comunica/query-sparql@4.5.0"
MEETINGS = """
PREFIX thut: <https://w3id.org/thut/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?m ?name WHERE { ?m a thut:Meeting ; rdfs:label ?name } ORDER BY ?name"""
QUADS = to_quads([first(), second()])
STORE = MemoryStore(QUADS)


@pytest.fixture(scope="module")
def address():
    with serving_dataset(Dataset.of(QUADS)) as address:
        yield address


def wrapped(address: str, sparql: str):
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(f"{address}/sparql")
    client.setQuery(sparql)
    return wrapper, client


@pytest.mark.parametrize("name", shipped_queries())
def test_sparqlwrapper_gets_the_answers_of_every_shipped_query(address, name):
    sparql = shipped_queries()[name].sparql
    wrapper, client = wrapped(address, sparql)
    client.setReturnFormat(wrapper.JSON)
    found = client.queryAndConvert()
    expected = STORE.query(sparql)
    assert found["head"]["vars"] == list(expected.columns)
    assert len(found["results"]["bindings"]) == len(expected)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_asks_and_constructs_by_either_method(address, method):
    wrapper, client = wrapped(address, "ASK { ?m a <https://w3id.org/thut/ontology#Meeting> }")
    client.setMethod(method)
    client.setReturnFormat(wrapper.XML)
    assert client.queryAndConvert().toxml().count("<boolean>true</boolean>") == 1
    wrapper, client = wrapped(address, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    client.setMethod(method)
    client.setReturnFormat(wrapper.TURTLE)
    graph = rdflib.Graph().parse(client.query().convert(), format="turtle")
    assert len(graph) == int(STORE.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0][0])


def test_rdflib_reads_the_endpoint_as_a_graph(address):
    graph = rdflib.Graph(SPARQLStore(f"{address}/sparql", returnFormat="json"))
    rows = [(str(row.m), str(row.name)) for row in graph.query(MEETINGS)]
    assert rows == STORE.query(MEETINGS).rows
    label = rdflib.RDFS.label
    for meeting, name in rows:
        assert name in {str(value) for value in graph.objects(rdflib.URIRef(meeting), label)}


def test_rdflib_writes_to_the_endpoint_with_the_token():
    dataset = Dataset()
    with serving_dataset(dataset) as address:
        store = SPARQLUpdateStore(
            f"{address}/sparql",
            f"{address}/update",
            headers={"Authorization": f"Bearer {TOKEN}"},
            context_aware=False,
        )
        graph = rdflib.Graph(store)
        triple = (rdflib.URIRef("http://e/a"), rdflib.RDFS.label, rdflib.Literal("ไทย", lang="th"))
        graph.add(triple)
        assert triple in graph
        assert len(dataset) == 1
        graph.remove(triple)
        assert len(dataset) == 0


def test_comunica_asks_the_endpoint(address, tmp_path):
    """Through npx, which fetches Comunica where it may."""
    if not shutil.which("npx"):
        pytest.skip("no Node.js")
    command = [
        "npx",
        "--yes",
        "--package",
        COMUNICA,
        "comunica-sparql",
        f"sparql@{address}/sparql",
        "-q",
        MEETINGS,
    ]
    done = subprocess.run(
        [*command, "-t", "application/sparql-results+json"],
        cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    if "npm error" in done.stderr.lower() or "npm err!" in done.stderr.lower():
        pytest.skip(f"npx cannot get {COMUNICA}: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    bindings = json.loads(done.stdout)["results"]["bindings"]
    assert [(row["m"]["value"], row["name"]["value"]) for row in bindings] == STORE.query(MEETINGS).rows
