"""Validation finds what is wrong, wherever it stands, and says what it looked at."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest
from handmade import RUSSIA, SOM, VICHAWAT, first, second
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import GraphError, ValidationError
from kg.lexicon import load
from kg.rdf import to_quads, write_graph
from kg.store import MemoryStore
from kg.validate import validate
from kg.vocab import NIF, PROV, RDF, RDFS, THUT, XSD, Minter

QUADS = to_quads([first(), second()], load())
WHERE = NamedNode("https://w3id.org/thut/id/doc/som-17")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for extraction in (first(), second()):
        (folder / extraction.document.source.name).write_bytes(extraction.document.raw.encode("utf-8"))
    return folder


def node(key: str) -> NamedNode:
    return NamedNode(Minter().entity(key))


def triple(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(subject, NamedNode(predicate), value, WHERE)


def test_a_graph_that_was_built_is_right(texts: Path) -> None:
    report = validate(MemoryStore(QUADS), texts)
    assert report.ok, report.text()
    assert (report.documents, report.statements) == (2, len(QUADS))
    assert report.compared == report.quotations > 0
    report.require()


@pytest.mark.parametrize("suffix", ["ttl", "nq", "trig", "jsonld"])
def test_a_file_is_checked_like_a_store(suffix: str, tmp_path: Path) -> None:
    write_graph(QUADS, tmp_path / f"graph.{suffix}")
    report = validate(tmp_path / f"graph.{suffix}")
    assert report.ok, report.text()
    assert report.compared == 0


MEETING, PERSON = node(SOM), node(VICHAWAT)
DATE = NamedNode(XSD + "date")


@pytest.mark.parametrize(
    ("added", "focus", "message"),
    [
        (triple(MEETING, RDF + "type", NamedNode(THUT + "Summit")), MEETING, "one rdf:type"),
        (triple(MEETING, RDFS + "label", Literal("ชื่อที่สอง", language="th")), MEETING, "One rdfs:label"),
        (triple(PERSON, THUT + "attended", node(RUSSIA)), node(RUSSIA), "is a Meeting"),
        (triple(MEETING, THUT + "heldOn", Literal("2564-08-04", datatype=DATE)), None, "Common Era"),
        (triple(MEETING, THUT + "mode", NamedNode(THUT + "ByPost")), NamedNode(THUT + "ByPost"), "thut:mode"),
        (
            triple(node(RUSSIA), THUT + "heldUntil", Literal("2021-08-05", datatype=DATE)),
            node(RUSSIA),
            "heldOn",
        ),
        (
            triple(PERSON, THUT + "visited", NamedNode("http://e/unknown")),
            NamedNode("http://e/unknown"),
            "Place",
        ),
    ],
)
def test_a_shape_that_is_broken_is_named_with_what_breaks_it(
    added: Quad, focus: NamedNode | None, message: str
) -> None:
    report = validate(MemoryStore([*QUADS, added]))
    assert not report.ok
    found = [p for p in report.problems if message in p.message]
    assert found, report.text()
    if focus is not None:
        assert focus.value in {p.focus for p in found}
    with pytest.raises(ValidationError, match=message):
        report.require()


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        (RDF + "object", "one rdf:object"),
        (THUT + "modality", "one thut:modality"),
        (PROV + "wasDerivedFrom", "at least one nif:Phrase"),
        (NIF + "anchorOf", "one nif:anchorOf"),
        (NIF + "referenceContext", "one nif:referenceContext"),
        (RDFS + "label", "One rdfs:label"),
    ],
)
def test_what_is_missing_is_missed_everywhere(predicate: str, message: str) -> None:
    kept = [q for q in QUADS if q.predicate.value != predicate]
    lacking = {q.subject.value for q in QUADS if q.predicate.value == predicate}
    report = validate(MemoryStore(kept))
    assert {p.focus for p in report.problems if p.kind == "shape" and message in p.message} == lacking


def test_batches_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt = [*QUADS, triple(PERSON, THUT + "attended", node(RUSSIA))]
    whole = validate(MemoryStore(spoilt))
    # The name kg.validate means the function.
    monkeypatch.setattr(sys.modules["kg.validate.shapes"], "_BATCH", 7)
    calls: list[tuple[int, int]] = []
    assert validate(MemoryStore(spoilt), progress=lambda *done: calls.append(done)) == whole
    assert len(calls) > 10
    assert calls[-1][0] == calls[-1][1]


def test_a_quotation_that_was_changed_is_found(texts: Path) -> None:
    (quoted,) = [q for q in QUADS if q.object.value == "ผ่านระบบการประชุมทางไกล"]
    other = Quad(
        quoted.subject, quoted.predicate, Literal("ผ่านระบบการประชุมทางใกล", language="th"), quoted.graph_name
    )
    report = validate(MemoryStore([q if q != quoted else other for q in QUADS]), texts)
    (problem,) = report.problems
    assert (problem.kind, problem.focus) == ("quotation", quoted.subject.value)
    assert "do not stand there" in problem.message
    # As long as the right words: without the texts nobody can tell.
    assert validate(MemoryStore([q if q != quoted else other for q in QUADS])).ok


def test_without_texts_a_quotation_of_the_wrong_length_is_found() -> None:
    (quoted,) = [q for q in QUADS if q.object.value == "ผ่านระบบการประชุมทางไกล"]
    other = Quad(quoted.subject, quoted.predicate, Literal("ผ่านระบบ", language="th"), quoted.graph_name)
    report = validate(MemoryStore([q if q != quoted else other for q in QUADS]))
    assert [p.message for p in report.problems] == [
        "the quotation is not as long as the place that it is said to stand at"
    ]


def test_texts_may_lie_in_an_archive_under_other_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "texts.zip", "w") as archive:
        for number, extraction in enumerate((first(), second())):
            archive.writestr(f"folder/{number}.txt", extraction.document.raw.encode("utf-8"))
    report = validate(MemoryStore(QUADS), tmp_path / "texts.zip")
    assert report.ok, report.text()
    assert report.compared == report.quotations


def test_a_document_whose_text_is_gone_or_changed_is_listed(texts: Path) -> None:
    (texts / "som-17-again.txt").unlink()
    (texts / "som-17.txt").write_bytes(("ก" + first().document.raw).encode("utf-8"))
    report = validate(MemoryStore(QUADS), texts)
    said = {(p.focus.rsplit("/", 1)[-1], p.message) for p in report.problems if p.kind == "source"}
    assert said == {
        ("som-17", "its source has changed since the graph was built"),
        ("som-17-again", "no source of it is among the texts"),
    }
    assert any(p.kind == "quotation" for p in report.problems)
    assert report.compared < report.quotations


def test_the_report_holds_every_problem_and_shows_some() -> None:
    report = validate(MemoryStore([q for q in QUADS if q.predicate.value != THUT + "modality"]))
    parsed = json.loads(report.json())
    assert len(parsed["problems"]) == parsed["counts"]["shape"] == len(report.problems) > 2
    assert "… and" in report.text(shown=2)


def test_a_graph_that_is_not_there_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        validate(tmp_path / "none.ttl")


def test_an_empty_graph_breaks_nothing() -> None:
    report = validate(MemoryStore())
    assert report.ok
    assert report.text().startswith("0 statements, 0 documents, 0 of 0 quotations")
