"""Graphs for other programs: whole, readable by them, the same bytes each time."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from handmade import ENTITIES, RUSSIA, SOM, claim, document, first, second

from kg.errors import FormatError, GraphError
from kg.export import EXPORT_FORMATS, export
from kg.export.neo4j import SEPARATOR
from kg.graph import project
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
    assert contents(tmp_path / f"a.{name}") == contents(tmp_path / f"b.{name}")


def contents(path: Path) -> dict[str, bytes]:
    """The bytes of a file, or of each file of a folder."""
    files = path.iterdir() if path.is_dir() else [path]
    return {file.suffix: file.read_bytes() for file in files}


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
def test_every_edge_has_its_claim_with_confidence_date_documents_and_words(
    name: str, read, store: MemoryStore, tmp_path: Path
) -> None:
    export(store, tmp_path / f"net.{name}")
    network = read(tmp_path / f"net.{name}")
    found = {key: (source, target, data) for source, target, key, data in network.edges(keys=True, data=True)}
    edges = project(store).edges(keys=True, data=True)
    assert len(found) == len(edges)
    for source, target, key, data in edges:
        *ends, edge = found[key]
        assert ends == [source, target]
        assert edge["confidence"] == edge["weight"] == data["confidence"]
        assert (edge["label"], edge["modality"]) == (data["predicate"], data["modality"])
        assert edge["issued"] == min(q.issued for q in data["evidence"])
        assert edge["documents"].split("\n") == list(dict.fromkeys(q.document for q in data["evidence"]))
        assert edge["quotes"] == "\n".join(dict.fromkeys(q.quote for q in data["evidence"]))


def test_gexf_is_what_gephi_wants(store: MemoryStore, tmp_path: Path) -> None:
    export(store, tmp_path / "net.gexf")
    root = ET.parse(tmp_path / "net.gexf").getroot()  # noqa: S314 - our own output
    space = "{http://www.gexf.net/1.2draft}"
    assert (root.tag, root.get("version")) == (f"{space}gexf", "1.2")
    nodes, edges = list(root.iter(f"{space}node")), list(root.iter(f"{space}edge"))
    assert all(node.get("label") for node in nodes)
    assert len({node.get("id") for node in nodes}) == len(nodes)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} <= {
        n.get("id") for n in nodes
    }
    assert all(0 < float(edge.get("weight") or 0) <= 1 for edge in edges)
    kinds = {(each.get("title"), each.get("type")) for each in root.iter(f"{space}attribute")}
    assert {("confidence", "double"), ("documents", "long"), ("quotes", "string")} <= kinds


def neo4j_tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    tables = {}
    for name in ("nodes", "relationships"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return tables


def test_neo4j_gets_a_node_an_entity_and_a_relationship_a_claim(store: MemoryStore, tmp_path: Path) -> None:
    export(store, tmp_path / "neo4j", "neo4j")
    tables = neo4j_tables(tmp_path / "neo4j")
    nodes = {row["iri:ID"]: row for row in tables["nodes"]}
    assert len(nodes) == len(tables["nodes"])
    claims = {row[0] for row in store.query("SELECT ?c { ?c a thut:Assertion }").rows}
    assert sorted(row["id:string"] for row in tables["relationships"]) == sorted(claims)
    for row in tables["relationships"]:
        assert row[":START_ID"] in nodes
        assert row[":END_ID"] in nodes
        lists = [
            row[name].split(SEPARATOR) for name in ("document:string[]", "quote:string[]", "start:int[]")
        ]
        assert len({len(members) for members in lists}) == 1
        assert row["date:string"].startswith("2021-08-0")
        assert 0 < float(row["confidence:double"]) <= 1
    held = next(row for row in tables["relationships"] if row[":END_ID"] == "value:date:2021-08-05")
    assert (held[":TYPE"], held["modality:string"], held["confidence:double"]) == ("heldOn", "Actual", "0.4")
    assert held["quote:string[]"] == second().document.raw[81:]
    assert nodes[held[":START_ID"]][":LABEL"] == "Meeting"
    assert nodes["value:date:2021-08-05"][":LABEL"] == "Value"


def test_the_headers_are_those_of_the_import_tool(store: MemoryStore, tmp_path: Path) -> None:
    export(store, tmp_path / "n", "neo4j")
    field = r"([a-z_]+:(string|int|double)(\[\])?|[a-z]*:ID|:LABEL|:START_ID|:END_ID|:TYPE)"
    heads = {}
    for name in ("nodes.csv", "relationships.csv"):
        head = (tmp_path / "n" / name).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert all(re.fullmatch(field, column) for column in head), head
        heads[name] = head
    readme = (tmp_path / "n" / "README.md").read_text(encoding="utf-8")
    assert f"--array-delimiter=U+{ord(SEPARATOR):X} --multiline-fields=true" in readme
    named = set(re.findall(r"row\.`([^`]+)`", readme))
    assert named == set(heads["nodes.csv"]) | set(heads["relationships.csv"])


def test_neo4j_goes_into_an_archive_too_the_same_bytes_each_time(store: MemoryStore, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        export(store, tmp_path / name, "neo4j")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    export(store, tmp_path / "folder", "neo4j")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        for name in ("nodes.csv", "relationships.csv", "README.md"):
            assert archive.read(name) == (tmp_path / "folder" / name).read_bytes()
    with pytest.raises(FormatError, match="cannot go to standard output"):
        export(store, "-", "neo4j")
    with pytest.raises(GraphError, match="cannot make the folder"):
        export(store, tmp_path / "a.zip" / "inside", "neo4j")


@pytest.mark.parametrize("name", ["ttl", "trig", "nt", "nq"])
def test_claims_may_reify_their_triples(name: str, store: MemoryStore, tmp_path: Path) -> None:
    export(store, tmp_path / f"a.{name}", reify=True)
    found = MemoryStore(read_graph(tmp_path / f"a.{name}"))
    stated = "?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
    claims = found.query(f"SELECT ?c ?s ?p ?o {{ {stated} }} ORDER BY ?c").rows
    assert found.query("SELECT ?c ?s ?p ?o { ?c rdf:reifies <<( ?s ?p ?o )>> } ORDER BY ?c").rows == claims
    assert claims
    if name in {"trig", "nq"}:
        assert {quad for quad in found.quads() if not str(quad.predicate).endswith("reifies>")} == set(QUADS)
        inside = f"ASK {{ GRAPH ?g {{ ?c rdf:reifies ?t }} FILTER NOT EXISTS {{ GRAPH ?g {{ {stated} }} }} }}"
        assert found.query(inside).answer is False


def test_formats_without_triple_terms_take_no_reifiers(store: MemoryStore, tmp_path: Path) -> None:
    for name in ("jsonld", "rdf", "csv", "neo4j"):
        with pytest.raises(FormatError, match="reifiers go into nq nt trig ttl"):
            export(store, tmp_path / "a", name, reify=True)


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
