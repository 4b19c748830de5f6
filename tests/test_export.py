"""Graphs for other programs: whole, readable by them, the same bytes each time."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx
import pytest
from handmade import ENTITIES, RUSSIA, SOM, claim, document, first, second

from kg.errors import FormatError, GraphError
from kg.export import EXPORT_FORMATS, export
from kg.model import Extraction
from kg.rdf import read_graph, to_quads, write_graph
from kg.store import MemoryStore

QUADS = to_quads([first(), second()])


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    return MemoryStore(QUADS)


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_the_same_graph_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    export(MemoryStore(QUADS), tmp_path / f"a.{name}")
    export(MemoryStore(reversed(QUADS)), tmp_path / f"b.{name}")
    assert (tmp_path / f"a.{name}").read_bytes() == (tmp_path / f"b.{name}").read_bytes()


def test_a_graph_goes_from_format_to_format(store: MemoryStore, tmp_path: Path) -> None:
    export(store, tmp_path / "a.nq")
    export(tmp_path / "a.nq", tmp_path / "b.jsonld")
    export(tmp_path / "b.jsonld", tmp_path / "c.trig")
    assert set(read_graph(tmp_path / "c.trig")) == set(QUADS)


def test_the_table_has_a_line_for_each_quotation(store: MemoryStore, tmp_path: Path) -> None:
    export(store, tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    quotations = store.query("SELECT ?c ?p { ?c a thut:Assertion ; prov:wasDerivedFrom ?p }")
    assert len(rows) == len(quotations)
    assert all(row["quote"] and row["assertion"] and row["confidence"] for row in rows)
    row = next(r for r in rows if r["predicate"] == "attended" and r["document"].endswith("som-17-again"))
    assert row["subject_name"] == "วิชาวัฒน์ อิศรภักดี"
    assert (row["confidence"], row["issued"], row["start"], row["end"]) == ("0.96", "2021-08-06", "0", "80")
    assert row["quote"] == second().document.raw[:80]
    dated = next(r for r in rows if r["object"] == "2021-08-05")
    assert (dated["predicate"], dated["object_type"]) == ("heldOn", "date")


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_are_read_back(name: str, read, store: MemoryStore, tmp_path: Path) -> None:
    export(store, tmp_path / f"net.{name}")
    network = read(tmp_path / f"net.{name}")
    claims = store.query(
        "SELECT ?c { ?c rdf:object ?o FILTER(isIRI(?o) && !STRSTARTS(STR(?o), STR(thut:))) }"
    )
    assert network.is_multigraph()
    assert network.number_of_edges() == len(claims)
    assert "วิชาวัฒน์ อิศรภักดี" in {data["label"] for _, data in network.nodes(data=True)}
    edge = next(d for _, _, d in network.edges(data=True) if d["label"] == "chaired")
    assert edge["quotes"] == first().document.raw[47:279]
    assert edge["confidence"] == 0.9


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_control_characters_do_not_spoil_xml(name: str, read, tmp_path: Path) -> None:
    source = document("odd", "รัสเซีย\x00\x0b\x1f เข้าร่วม")
    spoilt = Extraction(
        source, (ENTITIES[RUSSIA], ENTITIES[SOM]), (claim(source, RUSSIA, "attended", SOM, source.raw),)
    )
    export(MemoryStore(to_quads([spoilt])), tmp_path / f"net.{name}")
    ((_, _, data),) = read(tmp_path / f"net.{name}").edges(data=True)
    assert data["quotes"] == "รัสเซีย เข้าร่วม"


def test_standard_output_takes_any_format(
    store: MemoryStore, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    export(store, "-", "csv")
    assert capfdbinary.readouterr().out.startswith(b"\xef\xbb\xbfsubject,")
    export(store, "-", "ttl")
    assert capfdbinary.readouterr().out.startswith(b"@base ")


@pytest.mark.parametrize("out", ["graph.xlsx", "graph", "-"])
def test_an_unknown_format_names_all_that_are_known(store: MemoryStore, out: str) -> None:
    with pytest.raises(FormatError, match=r"\.ttl .*\.graphml \.gexf \.csv"):
        export(store, out)


def test_what_is_not_there_is_not_exported(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        export(tmp_path / "none.ttl", tmp_path / "out.csv")
    write_graph(QUADS, tmp_path / "a.nq")
    with pytest.raises(GraphError, match="cannot write here"):
        export(tmp_path / "a.nq", tmp_path / "none" / "out.csv")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.nq"]
