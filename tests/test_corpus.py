"""Real documents by the hundred: none fails, every quotation stands, every graph keeps to the shapes.

``THUT_FULL=1`` reads all 6,000 documents of the general archive instead of a sample.
"""

from __future__ import annotations

import os
import re
import tarfile
from pathlib import Path

import pytest

from kg.build import BuildResult, build
from kg.documents import read_document
from kg.store import MemoryStore
from kg.validate import validate
from kg.values.dates import find_dates
from kg.values.undated import undated

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
FULL = bool(os.environ.get("THUT_FULL"))
EACH = 1 if FULL else 60  # one document in so many


@pytest.fixture(scope="module")
def diplomatic(shared) -> tuple[BuildResult, Path]:
    folder = shared / "corpus" / "diplomatic"
    return build(folder), folder


@pytest.fixture(scope="module")
def general(shared, tmp_path_factory) -> tuple[BuildResult, Path]:
    folder = tmp_path_factory.mktemp("general")
    with tarfile.open(shared / "corpus" / "general-6000.tar.xz") as archive:
        for number, member in enumerate(archive):
            if member.isfile() and number % EACH == 0:
                (folder / Path(member.name).name).write_bytes(archive.extractfile(member).read())
    return build(folder), folder


@pytest.fixture(params=["diplomatic", "general"])
def built(request) -> tuple[BuildResult, Path]:
    return request.getfixturevalue(request.param)


def test_no_document_fails(built):
    result, folder = built
    report = result.report
    assert report.failed == ()
    assert {failure.kind for failure in report.failures} <= {"ForeignDocumentError"}
    assert len(report.documents) + len(report.failures) == len(list(folder.glob("*.txt"))) > 90
    assert len(report.failures) < len(report.documents) / 20


# What a reader takes for a date at first sight: a day or a year with a month's name, a year after its word.
DATE_AT_SIGHT = re.compile(
    "[0-9]{1,2} (?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)"
    r"|[0-9]{1,2} (?:[มกพส]\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|มิ\.ย\.|ต\.ค\.|[กพ]\.ย\.|ธ\.ค\.)(?= ?[0-9])"
    r"|(?:พ\.ศ\.|ค\.ศ\.|ปี) ?(?:19|20|24|25)[0-9]{2}(?![0-9])"
    r"|(?<![0-9.,:/])(?:20|25)[0-9]{2}(?![0-9]|[.,:][0-9])"
)


def test_every_date_has_a_value_or_a_reason(shared):
    dated = listed = 0
    for path in sorted((shared / "corpus" / "diplomatic").glob("*.txt")):
        document = read_document(path.read_bytes(), path.name)
        found = find_dates(document.folded, document.published)
        reasons = undated(document.folded, found)
        assert all(miss.reason for miss in reasons)
        valued = {
            at for mention in found if mention.value for at in range(mention.span.start, mention.span.end)
        }
        told = {at for miss in reasons for at in range(miss.span.start, miss.span.end)}
        for match in DATE_AT_SIGHT.finditer(document.folded):
            stretch = set(range(*match.span()))
            assert stretch & (valued | told), (path.name, match.group())
            dated += bool(stretch & valued)
            listed += not stretch & valued
    assert dated > 2500
    assert listed < dated / 10


def test_every_quotation_stands_at_its_offsets(built):
    result, folder = built
    names = {
        quad.subject.value: quad.object.value
        for quad in result.quads
        if quad.predicate.value.endswith("/identifier")
    }
    spans: dict[str, dict[str, str]] = {}
    for quad in result.quads:
        if quad.predicate.value.startswith(NIF):
            spans.setdefault(quad.subject.value, {})[quad.predicate.value.removeprefix(NIF)] = (
                quad.object.value
            )
    texts = {name: (folder / name).read_bytes().decode("utf-8") for name in names.values()}
    quotations = [span for span in spans.values() if "anchorOf" in span]
    assert quotations
    for span in quotations:
        raw = texts[names[span["referenceContext"]]]
        assert raw[int(span["beginIndex"]) : int(span["endIndex"])] == span["anchorOf"] != ""


def test_the_graph_keeps_to_the_shapes(built):
    result, _ = built
    report = validate(MemoryStore(result.quads))
    assert report.ok, report.text()
