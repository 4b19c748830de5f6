"""The report: what it counts, and that nothing in it depends on the run."""

from __future__ import annotations

import json
from dataclasses import replace

from kg import assembling
from kg.build import build
from kg.documents import document_from_text
from kg.extract import extract
from kg.failures import Failure
from kg.lexicon import signatures
from kg.model import EntityType
from kg.report import DocumentLine, Report

VISIT = "นายสมชาย ใจดี เอกอัครราชทูต ณ กรุงโตเกียว เดินทางเยือนญี่ปุ่นเมื่อวันที่ 5 เมษายน 2566"


def test_the_parts_of_the_report_add_up():
    report = build(samples=True).report.to_json()
    lines = report["by_document"]
    assert report["documents"]["read"] == len(lines) > 5
    assert report["documents"]["characters"] == sum(line["characters"] for line in lines)
    assert report["missed"]["sentences"] == sum(line["sentences"] for line in lines)
    assert report["missed"]["sentences"] >= report["missed"]["sentences_without_fact"]
    assert sum(report["missed"]["uncovered"].values()) == sum(len(line["uncovered"]) for line in lines)


def test_the_report_counts_what_the_graph_claims():
    result = build(samples=True)
    claims = {
        quad.subject
        for quad in result.quads
        if quad.predicate.value.endswith("#type") and quad.object.value.endswith("/ontology#Assertion")
    }
    assert result.report.facts.total() == len(claims) > 200


def test_a_thing_that_two_documents_speak_of_counts_once():
    report = build(samples=True).report
    assert report.entities["Country"] < sum(
        sum(kind == "Country" for kind, _ in line.entities) for line in report.documents
    )


def test_what_is_missed_stands_in_the_text_where_the_report_says(samples):
    lines = build(samples=True).report.documents
    assert any(line.uncovered for line in lines)
    for line in lines:
        raw = (samples / line.source).read_bytes().decode("utf-8")
        for _, start, end, text, _ in line.uncovered:
            assert raw[start:end].replace("\u200b", "") == text.replace("\u200b", "")


def test_the_report_is_json_with_no_clock_and_no_place_in_it(samples):
    result = build(samples=True)
    text = result.report.dumps()
    assert json.loads(text) == result.report.to_json()
    assert str(samples.parent) not in text


def test_failures_are_in_order_and_files_passed_over_are_no_failure():
    failures = [
        Failure("b", "bad", "DocumentError"),
        Failure("a", "a photograph", "SourceError", skipped=True),
    ]
    report = Report.of((), failures)
    assert [failure.source for failure in report.failures] == ["a", "b"]
    assert [failure.source for failure in report.failed] == ["b"]


def test_a_fact_against_the_ontology_is_refused_with_its_reason_and_words(monkeypatch):
    before = extract(document_from_text(VISIT))
    assert before.refused == ()
    assert "visited" in {assertion.predicate for assertion in before.assertions}
    places = frozenset({"Place"})
    known = signatures()
    monkeypatch.setattr(assembling, "signatures", lambda: {**known, "visited": (places, places)})
    # What the ontology allows is kept once it is known.
    monkeypatch.setattr(assembling, "_misfit", assembling._misfit.__wrapped__)
    after = extract(document_from_text(VISIT))
    assert "visited" not in {assertion.predicate for assertion in after.assertions}
    ((reason, words),) = after.refused
    assert reason == "visited: a Person cannot be its subject"
    assert words in VISIT
    assert "เดินทางเยือนญี่ปุ่น" in words


def test_a_property_that_the_ontology_does_not_have_is_refused():
    misfit = assembling._misfit
    assert misfit("attended", EntityType.PERSON, EntityType.MEETING) == ""
    assert misfit("atended", EntityType.PERSON, EntityType.MEETING) == (
        "atended: the ontology has no such property"
    )


def test_the_report_counts_refusals_by_their_reason_and_quotes_the_words():
    first = replace(
        extract(document_from_text(VISIT)),
        refused=(("visited: a Person cannot be its subject", "เยือนญี่ปุ่น"), ("signed: no", "ลงนาม")),
    )
    second = replace(
        extract(document_from_text(VISIT + " แล้ว")),
        refused=(("visited: a Person cannot be its subject", "เยือนลาว"),),
    )
    report = Report.of(map(DocumentLine.of, (first, second)), ()).to_json()
    assert report["refused"] == {"signed: no": 1, "visited: a Person cannot be its subject": 2}
    refused = [refusal for line in report["by_document"] for refusal in line["refused"]]
    assert {"what": "ลงนาม", "reason": "signed: no"} in refused
    assert {"what": "เยือนลาว", "reason": "visited: a Person cannot be its subject"} in refused


def test_a_report_of_nothing_has_every_part():
    empty, full = Report.of((), ()).to_json(), build(samples=True).report.to_json()
    assert {name: set(part) for name, part in empty.items() if name in ("documents", "missed")} == {
        name: set(full[name]) for name in ("documents", "missed")
    }
    assert empty.keys() == full.keys()
    assert empty["missed"] == {"sentences": 0, "sentences_without_fact": 0, "uncovered": {}}
