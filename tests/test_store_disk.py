"""A store on disk: documents come and go without residue, in one transaction each, never seen half done."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from handmade import first, second
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from stored import MINTER, TEXTS, document, of_named_graphs, whole

import kg
from kg.catalogue import catalogue_quads
from kg.errors import StoreError
from kg.merging import Decisions
from kg.rdf import document_quads, to_quads, write_graph
from kg.store import GraphStore, open_graph
from kg.store.disk import DiskStore, WritableDiskStore
from kg.store.folder import is_store, made, opened
from kg.store.ledger import Ledger, LedgerEntry
from kg.store.protocol import WritableStore
from kg.store.writer import StoreWriter
from kg.vocab import RDF, THUT

CATALOGUE = NamedNode(MINTER.shared("catalogue"))
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt")
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from((None, *TEXTS))), min_size=1, max_size=8)


def put(writer: StoreWriter, name: str, text: str) -> bool:
    graph, quads = document(name, text)
    return writer.put(graph, quads, LedgerEntry(name=name, document=graph, sha256=text), text)


def held(path: Path) -> set[Quad]:
    """All that a store holds, the view too."""
    store = DiskStore(path)
    return {*store.quads(), *store.view()}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_came_and_went_the_store_holds_what_is_there_now_and_no_more(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("any") / "store"
    now: dict[str, str] = {}
    with StoreWriter(path) as writer:
        for name, text in steps:
            if text is None:
                writer.remove(document(name, TEXTS[0])[0])
                now.pop(name, None)
            else:
                put(writer, name, text)
                now[name] = text
    expected = whole(now)
    assert held(path) == expected
    named = of_named_graphs(expected)
    assert set(DiskStore(path).quads(CATALOGUE)) == set(catalogue_quads(named) if named else ())
    with StoreWriter(path.with_name("fresh")) as fresh:
        for name, text in sorted(now.items()):
            put(fresh, name, text)
    bytes_of = []
    for store in (path, path.with_name("fresh")):
        kg.export(store, store.with_suffix(".nq"))
        bytes_of.append(store.with_suffix(".nq").read_bytes())
    assert bytes_of[0] == bytes_of[1]
    assert rows_of(path) == rows_of(path.with_name("fresh"))


def rows_of(path: Path) -> list[list[tuple[str, ...]]]:
    """What the ledger holds besides the clock."""
    ledger = Ledger(opened(path).ledger)
    entries = [(e.name, e.document, e.sha256, e.status) for e in ledger.entries()]
    keys = sorted(ledger._db.execute("SELECT key, entity FROM keys").fetchall())
    texts = sorted(ledger._db.execute("SELECT document, sha256 FROM texts").fetchall())
    ledger.close()
    return [entries, keys, texts]


def test_an_order_of_adding_makes_no_difference(tmp_path):
    documents = {f"{number}.txt": text for number, text in enumerate(TEXTS)}
    for name, order in (("up", sorted(documents)), ("down", sorted(documents, reverse=True))):
        with StoreWriter(tmp_path / name) as writer:
            for one in order:
                put(writer, one, documents[one])
    assert held(tmp_path / "up") == held(tmp_path / "down") == whole(documents)


def test_the_texts_of_these_tests_do_merge():
    quads = whole({f"{number}.txt": text for number, text in enumerate(TEXTS)})
    merged = [quad for quad in quads if quad.predicate.value.endswith("sameAs")]
    assert len(merged) >= 4


def test_one_person_of_two_spellings_is_one_node_in_the_view_and_two_in_the_documents(tmp_path):
    with StoreWriter(tmp_path / "s") as writer:
        put(writer, "a.txt", TEXTS[0])
        put(writer, "b.txt", TEXTS[1])
    store = open_graph(tmp_path / "s")
    (row,) = store.query(
        "SELECT ?p (COUNT(?c) AS ?n) { ?p a thut:Person . ?c rdf:subject ?p } GROUP BY ?p"
    ).rows
    assert int(row[1]) > 2
    graphs = "SELECT DISTINCT ?p { GRAPH ?g { ?p dcterms:type thut:Person } }"
    assert len(store.query(graphs)) == 2
    names = store.query("SELECT ?n { ?p a thut:Person ; rdfs:label|skos:altLabel ?n }").rows
    assert ("เกษม ทองวิจิตร",) in names
    assert ("เกษม ทองวิจิตร์",) in names


def test_what_is_said_of_one_who_is_likely_to_be_meant_is_as_much_less_sure(tmp_path):
    said = "?c rdf:predicate thut:attended ; thut:modality thut:Planned ; thut:confidence ?sure"
    with StoreWriter(tmp_path / "s") as writer:
        put(writer, "b.txt", TEXTS[1])
    store = DiskStore(tmp_path / "s")
    ((alone,),) = store.query(f"SELECT ?sure {{ {said} }}").rows
    with StoreWriter(tmp_path / "s") as writer:
        put(writer, "a.txt", TEXTS[0])
        put(writer, "d.txt", TEXTS[3])
    store.refresh()
    ((merged,),) = store.query(f"SELECT ?sure {{ {said} }}").rows
    ((score,),) = store.query("SELECT ?score { ?m a thut:Merge ; thut:confidence ?score }").rows
    assert float(merged) == pytest.approx(float(alone) * float(score), abs=0.006)
    assert merged < alone


def test_what_was_announced_and_then_reported_was_held(tmp_path):
    status = "SELECT ?s { ?m thut:ordinal 54 ; thut:status ?s }"
    with StoreWriter(tmp_path / "s") as writer:
        put(writer, "b.txt", TEXTS[1])
    store = DiskStore(tmp_path / "s")
    assert store.query(status).rows == [("https://w3id.org/thut/ontology#Planned",)]
    with StoreWriter(tmp_path / "s") as writer:
        put(writer, "a.txt", TEXTS[0])
    assert store.refresh()
    assert store.query(status).rows == [("https://w3id.org/thut/ontology#Held",)]
    assert not store.refresh()


def test_logs_of_the_engine_do_not_pile_up(tmp_path):
    for _ in range(4):
        with StoreWriter(tmp_path / "s") as writer:
            put(writer, "a.txt", TEXTS[0])
    assert len(list((tmp_path / "s" / "quads").glob("LOG*"))) <= 2


def test_a_decision_withdraws_a_merge_and_the_claims_stay(tmp_path):
    documents = {"a.txt": TEXTS[0], "b.txt": TEXTS[1]}
    with StoreWriter(tmp_path / "s") as writer:
        for name, text in documents.items():
            put(writer, name, text)
        people = [
            iri
            for iri, chosen in writer._clusters.canonical.items()
            for iri in (iri, chosen)
            if "/person/" in iri
        ]
    before = of_named_graphs(held(tmp_path / "s"))
    (tmp_path / "s" / "decisions.tsv").write_text(
        f"verdict\tIRI\tIRI\twhy\nnot-same\t{people[0]}\t{people[1]}\tfather and son\n", encoding="utf-8"
    )
    with StoreWriter(tmp_path / "s"):
        pass
    apart = Decisions(different=frozenset({tuple(sorted(people))}))  # type: ignore[arg-type]
    assert held(tmp_path / "s") == whole(documents, apart)
    stated = {q for q in before if "/doc/" in q.graph_name.value}
    assert stated <= held(tmp_path / "s")
    (tmp_path / "s" / "decisions.tsv").unlink()
    with StoreWriter(tmp_path / "s"):
        pass
    assert of_named_graphs(held(tmp_path / "s")) == before


def test_a_store_answers_as_the_file_of_the_same_documents_does(tmp_path):
    extractions = [first(), second()]
    with StoreWriter(tmp_path / "s") as writer:
        for extraction in extractions:
            quads = document_quads(extraction)
            graph = quads[0].graph_name.value
            writer.put(graph, quads, LedgerEntry(extraction.document.source.name, graph))
    from kg.lexicon import load  # noqa: PLC0415

    write_graph(to_quads(extractions, load()), tmp_path / "g.nq")
    store, file = open_graph(tmp_path / "s"), open_graph(tmp_path / "g.nq")
    assert isinstance(store, GraphStore)
    assert set(store.view()) == set(file.view())
    assert set(store.quads()) == set(file.quads())
    assert len(store) == len(file)
    for name in kg.query.__globals__["shipped_queries"]():
        assert sorted(kg.query(store, name).rows) == sorted(kg.query(file, name).rows)
    assert kg.explain(store, "ASEAN").text() == kg.explain(file, "ASEAN").text()
    assert kg.validate(store).problems == kg.validate(file).problems


def test_a_base_of_ones_own_stays_and_another_is_refused(tmp_path):
    with StoreWriter(tmp_path / "s", "http://example.org/kg/"):
        pass
    assert open_graph(tmp_path / "s").base == "http://example.org/kg/"
    with pytest.raises(StoreError, match=r"start with http://example.org/kg/"):
        StoreWriter(tmp_path / "s", "http://example.org/other/")


def test_only_one_writes_at_a_time_and_a_reader_reads_beside(tmp_path):
    with StoreWriter(tmp_path / "s") as writer:
        put(writer, "a.txt", TEXTS[0])
        code = textwrap.dedent(
            """
            import sys
            from kg.store import open_graph
            from kg.store.writer import StoreWriter
            from kg.errors import StoreError
            print(len(open_graph(sys.argv[1]).query("SELECT ?m { ?m a thut:Meeting }")))
            try:
                StoreWriter(sys.argv[1])
            except StoreError as error:
                print(error)
            """
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "s")], capture_output=True, text=True, check=True
        )
    number, refused = done.stdout.splitlines()
    assert int(number) == 1
    assert "is being written to by another process" in refused


def test_a_file_that_a_writer_puts_in_anothers_place_is_waited_for(tmp_path):
    path = tmp_path / "store"
    with StoreWriter(path) as writer:
        put(writer, "a.txt", TEXTS[0])
    before = held(path)
    file = next((path / "quads").glob("*.sst"))
    away = file.rename(tmp_path / file.name)
    back = threading.Timer(0.1, away.rename, [file])
    back.start()
    assert held(path) == before
    back.join()
    file.unlink()
    with pytest.raises(StoreError, match="cannot be opened"):
        DiskStore(path)


def test_what_is_no_store_is_said(tmp_path):
    with pytest.raises(StoreError, match="is no store: kg add"):
        opened(tmp_path)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="is there and is no store"):
        made(tmp_path)
    made(tmp_path / "s")
    assert is_store(tmp_path / "s")
    (tmp_path / "s" / "store.json").write_text('{"format": 99, "base": "http://e/"}', encoding="utf-8")
    with pytest.raises(StoreError, match="has the layout 99"):
        opened(tmp_path / "s")
    for text in ("{", "[" * 100_000):
        (tmp_path / "s" / "store.json").write_text(text, encoding="utf-8")
        with pytest.raises(StoreError, match="cannot be read"):
            opened(tmp_path / "s")


def test_a_graph_that_the_store_works_out_itself_cannot_be_put(tmp_path):
    with (
        StoreWriter(tmp_path / "s") as writer,
        pytest.raises(StoreError, match="worked out from the documents"),
    ):
        writer.put(MINTER.shared("merges"), (), LedgerEntry("x", "x"))


def test_the_text_of_a_document_is_kept_with_the_document(tmp_path):
    with StoreWriter(tmp_path / "s") as writer:
        graph, quads = document("a.txt", TEXTS[0])
        sha = next(q.object.value for q in quads if q.predicate.value.endswith("sha256"))
        writer.put(graph, quads, LedgerEntry("a.txt", graph, sha256=sha), TEXTS[0])
    store = DiskStore(tmp_path / "s")
    assert store.text(graph) == TEXTS[0]
    assert store.text("http://e/nothing") is None
    with StoreWriter(tmp_path / "s") as writer:
        writer.remove(graph)
    store.refresh()
    assert store.text(graph) is None


def test_a_graph_of_somebody_elses_comes_and_goes(tmp_path):
    made(tmp_path / "s")
    with StoreWriter(tmp_path / "s") as writer:
        put(writer, "a.txt", TEXTS[0])
    before = held(tmp_path / "s")
    store = WritableDiskStore(tmp_path / "s")
    assert isinstance(store, WritableStore)
    triple = Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal("ค่า"))
    odd = [
        Quad(BlankNode("x"), NamedNode("http://e/p"), BlankNode("y")),
        Quad(BlankNode("x"), NamedNode("http://purl.org/dc/terms/type"), NamedNode(THUT + "Person")),
        Quad(BlankNode("x"), NamedNode(RDF + "predicate"), NamedNode(THUT + "attended")),
    ]
    assert store.put("http://e/g", [triple, *odd])
    assert len(list(store.quads(NamedNode("http://e/g")))) == 4
    assert triple in set(store.view())
    assert not store.post("http://e/g", [Quad(triple.subject, triple.predicate, Literal("two"))])
    assert len(list(store.quads(NamedNode("http://e/g")))) == 5
    assert store.put(None, [triple]) is False
    assert store.delete("http://e/g")
    assert not store.has("http://e/g")
    assert triple in set(store.view())
    assert store.delete(None)
    assert not store.delete("http://e/g")
    assert held(tmp_path / "s") == before


def test_an_update_changes_what_is_no_documents_and_the_view_follows(tmp_path):
    with StoreWriter(tmp_path / "s") as writer:
        put(writer, "a.txt", TEXTS[0])
    before = held(tmp_path / "s")
    store = WritableDiskStore(tmp_path / "s")
    store.update(
        "INSERT DATA { <http://e/s> <http://e/p> 1 . GRAPH <http://e/g> { <http://e/s> <http://e/p> 2 } }"
    )
    assert sorted(store.query("SELECT ?o { <http://e/s> <http://e/p> ?o }").rows) == [("1",), ("2",)]
    store.update("DELETE WHERE { ?s ?p ?o }")
    assert sorted(store.query("SELECT ?o { <http://e/s> <http://e/p> ?o }").rows) == [("2",)]
    store.update("DROP GRAPH <http://e/g>")
    assert held(tmp_path / "s") == before
