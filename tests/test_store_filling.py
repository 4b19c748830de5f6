"""A store filled from a file holds what the file says, however the file is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse
from stored import MINTER, TEXTS, document

from kg.catalogue import catalogue_quads
from kg.errors import GraphError, StoreError
from kg.lexicon import load
from kg.merging import resolve_all
from kg.merging.folding import folded
from kg.rdf import read_graph, shared_quads, write_graph
from kg.store import filling, plain_lines
from kg.store.cataloguing import StoreCatalogue
from kg.store.filling import fill
from kg.store.refold import can_be_named

CATALOGUE = NamedNode(MINTER.shared("catalogue"))


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    stated = [quad for n, text in enumerate(TEXTS) for quad in document(f"{n}.txt", text)[1]]
    return [*stated, *shared_quads(stated, load(), MINTER), *resolve_all(stated, minter=MINTER)]


def filled(path: Path) -> tuple[set[Quad], set[Quad]]:
    """What stands in the graphs of a store that a file fills, and what in its view."""
    store = Store()
    fill(store, path, MINTER, StoreCatalogue(store, MINTER))
    view = {quad for quad in store if isinstance(quad.graph_name, DefaultGraph)}
    catalogue = {quad for quad in store if quad.graph_name == CATALOGUE}
    named = {*store} - view - catalogue
    assert catalogue == set(catalogue_quads(named, MINTER.base))
    return named, view


def as_it_is(text: str) -> str:
    return text


def with_tabs(text: str) -> str:
    return re.sub(r"^(\S+) (\S+) ", r"\1\t\2\t", text, flags=re.MULTILINE)


def without_spaces(text: str) -> str:
    return re.sub(r"^(\S+) (\S+) ", r"\1\2 ", text, flags=re.MULTILINE).replace("> .\n", ">.\n")


def half_without_spaces(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[::2] + [re.sub(r"^(\S+) ", r"\1", line) for line in lines[1::2]])


def with_comments(text: str) -> str:
    return "# <http://e/a> <http://e/b> <http://e/c> .\n\n" + text.replace("> .\n", "> . # so\n")


def with_windows_lines(text: str) -> str:
    return text.replace("\n", "\r\n")


def with_escapes(text: str) -> str:
    return re.sub("[ก-๙]", lambda found: f"\\u{ord(found[0]):04X}", text)


def backwards(text: str) -> str:
    return "\n".join(sorted(text.split("\n")[:-1], reverse=True))


@pytest.mark.parametrize(
    "written",
    [
        as_it_is,
        with_tabs,
        without_spaces,
        half_without_spaces,
        with_comments,
        with_windows_lines,
        with_escapes,
        backwards,
    ],
)
def test_the_view_is_that_of_the_graphs_however_the_file_is_written(quads, tmp_path, monkeypatch, written):
    monkeypatch.setattr(plain_lines, "BLOCK", 20_000)
    write_graph(quads, tmp_path / "plain.nq")
    text = (tmp_path / "plain.nq").read_text(encoding="utf-8")
    (tmp_path / "x.nq").write_text(written(text), encoding="utf-8", newline="")
    named, view = filled(tmp_path / "x.nq")
    assert named == set(quads)
    assert view == set(folded(quads, MINTER))
    assert view != {Quad(*quad.triple) for quad in quads}


@pytest.mark.parametrize("blocks", [1, 2, 3, 7])
def test_the_shares_that_the_engine_takes_do_not_show(quads, tmp_path, monkeypatch, blocks):
    monkeypatch.setattr(plain_lines, "BLOCK", 8_000)
    monkeypatch.setattr(filling, "_SEEN", blocks)
    monkeypatch.setattr(filling, "_STATED", blocks + 1)
    write_graph(quads, tmp_path / "x.nq")
    assert filled(tmp_path / "x.nq") == (set(quads), set(folded(quads, MINTER)))


@pytest.mark.parametrize(
    "last",
    [
        "<http://e/คน> <http://e/p> <http://e/c> <http://e/g> .",
        "<http://e/a%20b> <http://e/p> <http://e/c#d> <http://e/g> .",
        "<tag:e,2021:a> <http://e/p> <http://e/c> <http://e/g> .",
        '<http://e/a> <http://e/p> "ไทย \\u0E01 \\" <http://e/x> ."@th-TH <http://e/g> .',
        "  <http://e/a> <http://e/p> <http://e/c> <http://e/g> . # so",
    ],
)
def test_what_is_written_in_another_way_at_the_end_of_a_file_means_the_same(
    quads, tmp_path, monkeypatch, last
):
    monkeypatch.setattr(plain_lines, "BLOCK", 8_000)
    monkeypatch.setattr(filling, "_SEEN", 2)
    write_graph(quads, tmp_path / "x.nq")
    with (tmp_path / "x.nq").open("a", encoding="utf-8") as file:
        file.write(last)
    [more] = parse(last, format=RdfFormat.N_QUADS)
    named, view = filled(tmp_path / "x.nq")
    assert len(named) == len(quads) + 1
    assert view == set(folded([*quads, more], MINTER)) | {Quad(*more.triple)}


@pytest.mark.parametrize(
    "wrong",
    [
        "<http://e/a b> <http://e/p> <http://e/c> <http://e/g> .",
        "<http://e:port/> <http://e/p> <http://e/c> <http://e/g> .",
        "<http://e/a#b#c> <http://e/p> <http://e/c> <http://e/g> .",
        "<a> <http://e/p> <http://e/c> <http://e/g> .",
        '<http://e/a> <http://e/p> "a"@waytoolongalanguage <http://e/g> .',
        '<http://e/a> <http://e/p> "a\\z" <http://e/g> .',
        '<http://e/a> <http://e/p> "a"b" <http://e/g> .',
        "<http://e/a> <http://e/p> <http://e/c> <http://e/g> ..",
    ],
)
def test_no_line_is_taken_on_trust(quads, tmp_path, wrong):
    write_graph(quads, tmp_path / "x.nq")
    with (tmp_path / "x.nq").open("a", encoding="utf-8") as file:
        file.write(f"{wrong}\n")
    with pytest.raises(GraphError, match=rf"x.nq, line {len(set(quads)) + 1}: not valid .nq"):
        filled(tmp_path / "x.nq")


def test_a_statement_that_the_file_makes_twice_is_counted_once(quads, tmp_path):
    write_graph(quads, tmp_path / "x.nq")
    text = (tmp_path / "x.nq").read_text(encoding="utf-8")
    (tmp_path / "x.nq").write_text(text + "".join(text.splitlines(keepends=True)[:99]), encoding="utf-8")
    assert filled(tmp_path / "x.nq")[0] == set(quads)


def test_a_file_without_what_holds_across_documents_is_told(quads, tmp_path):
    entities = NamedNode(MINTER.shared("entities"))
    write_graph([quad for quad in quads if quad.graph_name != entities], tmp_path / "x.nq")
    with pytest.raises(StoreError, match=r"lacks the graph .*entities"):
        filled(tmp_path / "x.nq")


def test_trig_fills_a_store_too(quads, tmp_path, monkeypatch):
    monkeypatch.setattr(plain_lines, "_STATEMENTS", 100)
    write_graph(quads, tmp_path / "x.trig")
    assert filled(tmp_path / "x.trig") == (set(quads), set(folded(quads, MINTER)))


def test_a_blank_node_is_one_node_in_all_of_the_file_and_is_in_no_view(quads, tmp_path, monkeypatch):
    monkeypatch.setattr(plain_lines, "BLOCK", 1_000)
    write_graph(quads, tmp_path / "plain.nq")
    text = (tmp_path / "plain.nq").read_text(encoding="utf-8")
    said = "".join(f"_:b <http://e/p{n}> _:c <http://e/g> .\n" for n in range(90))
    (tmp_path / "x.nq").write_text(said + text + said, encoding="utf-8")
    named, view = filled(tmp_path / "x.nq")
    nodes = {node for quad in named if not can_be_named(quad) for node in (quad.subject, quad.object)}
    assert (len(named), len(nodes)) == (len(quads) + 90, 2)
    assert view == set(folded(quads, MINTER))


def test_a_literal_that_looks_like_the_end_of_a_line_is_none(quads, tmp_path):
    said = NamedNode("http://e/s"), NamedNode("http://e/p")
    lines = [f'{said[0]} {said[1]} "{text}" <http://e/g> .' for text in ("a <http://e/x> .", "_ : b", "<<")]
    write_graph(quads, tmp_path / "plain.nq")
    text = (tmp_path / "plain.nq").read_text(encoding="utf-8")
    (tmp_path / "x.nq").write_text(text + "\n".join(lines), encoding="utf-8")
    named, view = filled(tmp_path / "x.nq")
    own = [quad for quad in named if quad.subject == said[0]]
    assert len(own) == len(lines)
    assert {Quad(*quad.triple) for quad in own} <= view


def test_the_line_that_is_malformed_is_told(quads, tmp_path, monkeypatch):
    monkeypatch.setattr(plain_lines, "BLOCK", 1_000)
    write_graph(quads, tmp_path / "x.nq")
    lines = (tmp_path / "x.nq").read_text(encoding="utf-8").split("\n")
    lines[77] = "<http://e/s> nothing"
    (tmp_path / "x.nq").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(GraphError, match=r"x.nq, line 78: not valid .nq"):
        filled(tmp_path / "x.nq")


def test_a_statement_in_no_graph_is_told(quads, tmp_path):
    write_graph(quads, tmp_path / "x.nq")
    with (tmp_path / "x.nq").open("a", encoding="utf-8") as file:
        file.write('<http://e/s> <http://e/p> "a <b"^^<http://e/t> .\n')
    with pytest.raises(StoreError, match="is in no graph"):
        filled(tmp_path / "x.nq")
    assert len(list(read_graph(tmp_path / "x.nq"))) == len(quads) + 1
