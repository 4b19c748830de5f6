"""The report: what it counts, and that nothing in it depends on the run."""

from __future__ import annotations

import json

from kg.build import build
from kg.report import Failure, Report


def test_the_parts_of_the_report_add_up():
    report = build(samples=True).report.to_json()
    lines = report["by_document"]
    assert report["documents"]["read"] == len(lines) > 5
    assert report["documents"]["characters"] == sum(line["characters"] for line in lines)
    assert report["missed"]["sentences"] == sum(line["sentences"] for line in lines)
    assert report["missed"]["sentences"] >= report["missed"]["sentences_without_fact"]
    assert sum(report["missed"]["uncovered"].values()) == sum(len(line["uncovered"]) for line in lines)


def test_a_thing_that_two_documents_speak_of_counts_once():
    report = build(samples=True).report
    assert report.entities["Country"] < sum(
        sum(kind == "Country" for kind, _ in line.entities) for line in report.documents
    )


def test_what_is_missed_stands_in_the_text_where_the_report_says(samples):
    for line in build(samples=True).report.documents:
        raw = (samples / line.source).read_bytes().decode("utf-8")
        for _, start, end, text in line.uncovered:
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
