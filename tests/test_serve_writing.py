"""What may be changed through the server, by whom, and what cannot."""

from __future__ import annotations

import pytest
from datasets import TOKEN, Dataset, serving, serving_dataset
from handmade import first, second
from pyoxigraph import RdfFormat, parse
from w3c import Answer, Replay

from kg.errors import GraphError, UsageError
from kg.graph import project
from kg.rdf import to_quads
from kg.serve import serve
from kg.serve.sources import Limits, served
from kg.store import WritableStore
from kg.view.settings import Settings

TURTLE = {"Content-Type": "text/turtle"}
FILES = "multipart/form-data"
UPDATE = {"Content-Type": "application/sparql-update"}
INSERT = b"INSERT DATA { GRAPH <http://e/g> { <http://e/a> <http://e/b> 1 } }"


class Guarded(Dataset):
    """A dataset that keeps one graph itself."""

    def put(self, graph, quads):
        if graph == "http://e/kept":
            raise GraphError("<http://e/kept> is kept by the store itself")
        return super().put(graph, quads)


@pytest.fixture
def dataset() -> Dataset:
    return Guarded(base="http://www.example/")


@pytest.fixture
def address(dataset):
    with serving_dataset(dataset) as address:
        yield address


def sent(
    address: str, method: str, path: str, body: bytes = b"", token: str = TOKEN, **headers: str
) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Replay(address, token).send(method, path, body, named)


def test_the_dataset_of_the_tests_is_a_store_that_can_be_written(dataset):
    assert isinstance(dataset, WritableStore)


@pytest.mark.parametrize(
    ("method", "path", "body", "kind"),
    [
        ("POST", "/update", INSERT, "application/sparql-update"),
        ("PUT", "/store?graph=http://e/g", b"<a> <b> <c> .", "text/turtle"),
        ("POST", "/store", b"<a> <b> <c> .", "text/turtle"),
        ("DELETE", "/store?default", b"", ""),
    ],
)
@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", TOKEN[:-1], "ผิด"])
def test_nothing_changes_without_the_token(  # noqa: PLR0917 - a table
    address, dataset, method, path, body, kind, token
):
    answer = Replay(address, token.encode().decode("latin-1")).send(
        method, path, body, {"Content-Type": kind}
    )
    assert answer.status == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "Authorization: Bearer" in answer.body.decode()
    assert TOKEN not in answer.body.decode()
    assert len(dataset) == 0


def test_an_update_is_done_and_seen_by_the_next_query(address):
    assert sent(address, "POST", "/update", INSERT, **UPDATE).status == 204
    asked = sent(address, "GET", "/sparql?query=ASK%7BGRAPH%3Fg%7B%3Fs%20%3Fp%201%7D%7D", Accept="text/csv")
    assert asked.body == b"true\n"


@pytest.mark.parametrize(
    ("path", "body", "headers", "status", "says"),
    [
        ("/update", b"LOAD <file:///etc/passwd>", UPDATE, 400, "LOAD is refused"),
        ("/update", b"DELETE { ?s ?p ?o } WHERE { SERVICE <http://e/> { } }", UPDATE, 400, "SERVICE"),
        ("/update", b"CLEAR XYZ", UPDATE, 400, "not valid SPARQL"),
        ("/update?using-graph-uri=x%20y", b"CLEAR ALL", UPDATE, 400, "cannot name a graph"),
        ("/update", b"CLEAR ALL", {"Content-Type": "text/plain"}, 415, "application/sparql-update"),
        ("/store?graph=http://e/g", b"<a> <b>", TURTLE, 400, "line 1: not valid .ttl"),
        ("/store?graph=http://e/g", b"<a> <b> <c> .", {}, 415, "text/turtle"),
        ("/store?default", b"<a> <b> <c> <d> .", {"Content-Type": "application/n-quads"}, 415, "text/turtle"),
        (
            "/store?graph=http://e/g",
            b'{"@id": "http://e/h", "@graph": [{"@id": "http://e/a", "http://e/b": 1}]}',
            {"Content-Type": "application/ld+json"},
            400,
            "names graphs of its own",
        ),
        ("/store?default", b"--x--\r\n", {"Content-Type": f"{FILES}; boundary=x"}, 400, "no parts"),
        ("/store?graph=x%20y", b"<a> <b> <c> .", TURTLE, 400, "cannot name a graph"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_and_changes_nothing(  # noqa: PLR0917 - a table
    address, dataset, path, body, headers, status, says
):
    answer = Replay(address, TOKEN).send("POST", path, body, headers)
    assert answer.status == status, answer
    assert says in answer.body.decode()
    assert len(dataset) == 0


def test_what_the_store_keeps_itself_is_a_conflict(address):
    answer = sent(address, "PUT", "/store?graph=http://e/kept", b"<a> <b> <c> .", **TURTLE)
    assert (answer.status, b"kept by the store itself" in answer.body) == (409, True)


def triples(answer: Answer) -> set[str]:
    return {str(quad) for quad in parse(answer.body, format=RdfFormat.N_TRIPLES)}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/turtle", b"<a> <http://e/b> 1 ."),
        ("text/turtle; charset=UTF-8", b"<a> <http://e/b> 1 ."),
        (
            "application/n-triples",
            b'<http://e/g/a> <http://e/b> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        ),
        ("application/ld+json", b'{"@id": "a", "http://e/b": 1}'),
        (
            "application/rdf+xml",
            (
                b"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>"
                b"<r:Description r:about='a'><e:b r:datatype='http://www.w3.org/2001/XMLSchema#integer'>1</e:b>"
                b"</r:Description></r:RDF>"
            ),
        ),
    ],
)
def test_a_graph_is_put_in_any_format_and_relative_names_stand_below_it(address, kind, body):
    path = "/store?graph=http://e/g/"
    assert sent(address, "PUT", path, body, Content_Type=kind).status == 201
    assert sent(address, "PUT", path, body, Content_Type=kind).status == 204
    expected = '<http://e/g/a> <http://e/b> "1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert triples(sent(address, "GET", path, Accept="application/n-triples")) == {expected}


def test_a_path_below_the_store_is_the_graph_below_the_base(address, dataset):
    assert sent(address, "PUT", "/store/doc/a%20b", b"<x> <y> <z> .", **TURTLE).status == 201
    assert dataset.has("http://www.example/doc/a%20b")
    assert sent(address, "GET", "/store?graph=http://www.example/doc/a%2520b").status == 200
    assert sent(address, "DELETE", "/store/doc/a%20b").status == 204
    assert sent(address, "DELETE", "/store/doc/a%20b").status == 404


def test_a_graph_without_a_name_gets_one_by_which_it_is_found(address, dataset):
    answer = sent(address, "POST", "/store", b"<http://e/a> <http://e/b> <http://e/c> .", **TURTLE)
    assert answer.status == 201
    location = answer.headers["location"]
    assert location.startswith(f"{address}/store/sent/")
    expected = {"<http://e/a> <http://e/b> <http://e/c>"}
    for path in (location.removeprefix(address), f"/store?graph={location}"):
        assert triples(sent(address, "GET", path, Accept="application/n-triples")) == expected
    again = sent(address, "POST", "/store", b"<http://e/a> <http://e/b> <http://e/c> .", **TURTLE)
    assert again.headers["location"] == location
    assert len(dataset) == 1


def test_an_empty_graph_is_there_until_it_is_taken_out(address):
    assert sent(address, "PUT", "/store?graph=http://e/g", b"", **TURTLE).status == 201
    assert sent(address, "GET", "/store?graph=http://e/g").status == 200
    assert sent(address, "DELETE", "/store?graph=http://e/g").status == 204
    assert sent(address, "GET", "/store?graph=http://e/g").status == 404


def test_a_page_is_made_anew_when_the_graph_has_changed():
    dataset = Dataset(to_quads([first()]), "https://w3id.org/thut/id/")
    limits = Limits(1000, 20.0, 2)
    with serving(lambda: served(dataset, Settings(), limits, TOKEN)) as address:
        path = "/?focus=https://w3id.org/thut/id/topic/new"
        assert sent(address, "GET", path).status == 404
        data = b"INSERT DATA { <topic/new> a thut:Topic ; rdfs:label 'new' }"
        assert sent(address, "POST", "/update", data, **UPDATE).status == 204
        assert sent(address, "GET", path).status == 200


def test_what_cannot_be_changed_is_told_before_it_is_served(run, demo, tmp_path):
    done = run("serve", demo / "graph.ttl", "--writable", "--port", "0")
    assert done.returncode == 2
    assert "a graph file is not changed in place" in done.stderr
    (tmp_path / "token").write_text(" \n")
    empty = run("serve", demo / "graph.ttl", "--writable", "--token-file", tmp_path / "token")
    assert (empty.returncode, "is empty" in empty.stderr) == (2, True)
    missing = run("serve", demo / "graph.ttl", "--writable", "--token-file", tmp_path / "none")
    assert (missing.returncode, "cannot read the token" in missing.stderr) == (2, True)
    graph = project(to_quads([first()]))
    with pytest.raises(UsageError, match="a projection cannot be changed"):
        serve(graph, port=0, writable=True, token=TOKEN)
    with pytest.raises(UsageError, match="needs a token"):
        serve(graph, port=0, writable=True)


def test_a_token_that_is_made_is_told_and_one_that_is_given_is_not(run, demo):
    made = run("serve", demo / "graph.ttl", "--writable", "--port", "0", THUT_TOKEN="")
    given = run("serve", demo / "graph.ttl", "--writable", "--port", "0", THUT_TOKEN=TOKEN)
    assert "token: " in made.stderr
    assert "token: " not in given.stderr
    assert TOKEN not in given.stderr + given.stdout


def test_quads_and_projections_are_served_too():
    quads = to_quads([first(), second()])
    limits = Limits(1000, 20.0, 2)
    with serving(lambda: served(quads, Settings(), limits)) as address:
        assert sent(address, "GET", "/sparql?query=ASK%7B%7D").status == 200
        assert sent(address, "GET", "/").status == 200
    with serving(lambda: served(project(quads), Settings(), limits)) as address:
        assert sent(address, "GET", "/").status == 200
        assert sent(address, "GET", "/sparql?query=ASK%7B%7D").status == 404
