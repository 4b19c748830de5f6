"""A graph in many files: together they are the graph, and no part of it is in two."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

import kg
from kg.errors import FormatError, GraphError, UsageError
from kg.export import export
from kg.rdf import read_graph, write_graph
from kg.store import open_graph


@pytest.fixture(scope="module")
def graph(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("built") / "graph.nq"
    kg.build(samples=True, out=out)
    return out


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("built") / "archive"
    kg.add(out, samples=True)
    return out


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_parts_of_a_file_are_the_file(graph, tmp_path):
    export(graph, tmp_path / "parts", split=1000)
    parts = files(tmp_path / "parts")
    assert list(parts)[:2] == ["part-00001.nq", "part-00002.nq"]
    assert {part.count(b"\n") for part in list(parts.values())[:-1]} == {1000}
    assert b"".join(parts.values()) == graph.read_bytes()


@pytest.mark.parametrize("split", [700, "documents"])
@pytest.mark.parametrize("kind", ["graph", "store"])
def test_each_statement_is_in_one_part(kind, split, request, tmp_path):
    source = request.getfixturevalue(kind)
    export(source, tmp_path / "parts", split=split)
    quads = [quad for path in (tmp_path / "parts").rglob("*.nq") for quad in read_graph(path)]
    assert len(quads) == len(set(quads))
    assert set(quads) == set(open_graph(source).quads())
    export(source, tmp_path / "again", split=split)
    assert files(tmp_path / "again") == files(tmp_path / "parts")


@pytest.mark.parametrize("kind", ["graph", "store"])
def test_each_document_has_a_file(kind, request, tmp_path):
    export(request.getfixturevalue(kind), tmp_path / "parts", split="documents")
    names = list(files(tmp_path / "parts"))
    assert [name for name in names if not name.startswith("doc/")] == [
        "graph/claims.nq", "graph/entities.nq", "graph/lexicon.nq", "graph/merges.nq"
    ]  # fmt: skip
    documents = list((tmp_path / "parts" / "doc").iterdir())
    assert len(documents) == 8
    for path in documents:
        assert {quad.graph_name.value.rpartition("/")[2] for quad in read_graph(path)} == {path.stem}


def test_graphs_of_others_have_files_too(tmp_path):
    node = NamedNode("http://e/a")
    quads = [Quad(node, node, Literal("1"), NamedNode("http://other/../x")), Quad(node, node, Literal("2"))]
    write_graph(quads, tmp_path / "g.nq")
    export(tmp_path / "g.nq", tmp_path / "parts", split="documents")
    names = list(files(tmp_path / "parts"))
    assert names[0] == "default.nq"
    assert names[1].startswith("other/")
    assert len(names) == 2


def test_the_command_splits(run, store, tmp_path):
    assert run("export", store, "-o", tmp_path / "parts", "--split", 2000).returncode == 0
    assert len(files(tmp_path / "parts")) > 2
    assert [path.name for path in tmp_path.iterdir()] == ["parts"]


@pytest.mark.parametrize(
    ("split", "said"), [("0", "1 or more"), ("pages", "'documents'"), ("-5", "1 or more")]
)
def test_what_is_no_number_is_refused(run, graph, tmp_path, split, said):
    done = run("export", graph, "-o", tmp_path / "parts", "--split", split)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert said in done.stderr


def test_a_folder_that_holds_something_is_left_alone(graph, tmp_path):
    (tmp_path / "mine.nq").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        export(graph, tmp_path, split=1000)
    assert files(tmp_path) == {"mine.nq": b"mine"}


def test_parts_are_of_one_format(graph, tmp_path):
    with pytest.raises(FormatError, match="N-Quads"):
        export(graph, tmp_path / "parts", "ttl", split=1000)


@pytest.mark.parametrize(
    ("text", "said"),
    [("_:b <http://e/p> <http://e/o> .\n", "blank nodes"), ("no quads\n", "line 1: not valid")],
)
def test_what_cannot_be_split_is_told_and_nothing_is_left(tmp_path, text, said):
    (tmp_path / "g.nq").write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match=said):
        export(tmp_path / "g.nq", tmp_path / "parts", split=10)
    assert list(files(tmp_path)) == ["g.nq"]
