"""The build: determinism, names, and a defect in one document."""

from __future__ import annotations

import gc
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import build
from kg.cli.build import _summary as summary
from kg.errors import UsageError
from kg.extract import extract
from kg.graph import projection
from kg.rdf import encode

GOOD = "เมื่อวันที่ 4 สิงหาคม 2564 นายดอน ปรมัตถ์วินัย เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 38 ณ กรุงมะนิลา\n"


def turtle(result) -> bytes:
    return b"".join(encode(result.quads, "ttl"))


@pytest.fixture
def texts(tmp_path, samples) -> list[Path]:
    return [Path(shutil.copy(path, tmp_path)) for path in sorted(samples.glob("*.txt"))]


def test_the_same_sources_give_the_same_bytes_in_any_order(texts):
    assert turtle(build(texts)) == turtle(build(reversed(texts)))


def test_a_folder_gives_the_same_bytes_as_its_files(texts):
    assert turtle(build(texts[0].parent)) == turtle(build(texts))


def test_a_graph_too_large_for_a_page_says_so_in_its_place(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["kg.build"], "LARGEST_PAGE", 3)
    made = build(samples=True, out=tmp_path / "out")
    page = (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
    entities = made.report.entities.total()
    assert f"It has {entities:,} entities, and a page holds 3 at most." in page
    assert "<script" not in page
    assert all(f'<th scope="row">{kind}</th>' in page for kind in made.report.entities)
    assert "too large for one page" in summary(made, str(tmp_path / "out"), [])


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_what_was_merged_is_counted_where_the_graph_is_written(tmp_path, name):
    made = build(samples=True, out=tmp_path / name)
    entities, nodes = made.report.entities.total(), projection(tmp_path / name).number_of_nodes()
    assert 0 < made.merged == entities - nodes
    assert f"{entities} entities ({nodes} after merging)" in summary(made, name, [])
    assert "merging" not in summary(replace(made, merged=0), name, [])


@pytest.mark.parametrize("name", ["graph.ttl", "graph.html", "report.json"])
def test_the_same_bytes_come_out_under_another_hash_seed(run, demo, tmp_path, name):
    assert run("build", "--samples", "-o", tmp_path / "other", PYTHONHASHSEED="4711").returncode == 0
    assert (tmp_path / "other" / name).read_bytes() == (demo / name).read_bytes()


def test_two_documents_of_one_name_are_two_documents(tmp_path):
    for folder, year in (("a", "2564"), ("b", "2565")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.txt").write_text(GOOD.replace("2564", year), encoding="utf-8")
    one, other = tmp_path / "a" / "news.txt", tmp_path / "b" / "news.txt"
    result = build([one, other])
    assert result.ok
    assert len({line.id for line in result.report.documents}) == 2
    assert turtle(result) == turtle(build([other, one]))


def test_a_document_named_twice_counts_once(tmp_path):
    (tmp_path / "news.txt").write_text(GOOD, encoding="utf-8")
    result = build([tmp_path, tmp_path / "news.txt", tmp_path / "." / "news.txt"])
    assert [line.source for line in result.report.documents] == ["news.txt"]


def test_a_copy_under_the_same_name_is_passed_over_and_listed(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.txt").write_text(GOOD, encoding="utf-8")
    result = build([tmp_path / "a" / "news.txt", tmp_path / "b" / "news.txt"])
    assert result.ok
    assert len(result.report.documents) == 1
    assert [failure.skipped for failure in result.report.failures] == [True]


def test_a_defect_in_one_document_is_named_and_stops_no_other(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(GOOD, encoding="utf-8")

    def stumble(document):
        if document.source.name == "one.txt":
            raise ZeroDivisionError("by a clumsy rule")
        return extract(document)

    result = build(tmp_path, extractor=stumble)
    assert [line.source for line in result.report.documents] == ["two.txt"]
    (failure,) = result.report.failed
    assert (failure.source, failure.kind) == ("one.txt", "ZeroDivisionError")
    assert "by a clumsy rule" in failure.reason
    assert "stumble" in failure.reason


def test_progress_is_told_before_each_document(texts):
    told: list[tuple[int, str]] = []
    build(texts, progress=lambda number, name: told.append((number, name)))
    assert told == [(number, path.name) for number, path in enumerate(texts)]


def test_no_source_is_an_error():
    with pytest.raises(UsageError, match="no sources"):
        build([])


def test_a_document_in_another_language_is_passed_over_in_a_folder_and_refused_by_name(samples, tmp_path):
    english = tmp_path / "release.txt"
    english.write_text("The two ministers met in Bangkok and agreed to cooperate.", encoding="utf-8")
    (tmp_path / "thai.txt").write_bytes(next(samples.glob("*.txt")).read_bytes())
    among = build(tmp_path)
    assert among.ok
    assert [(failure.source, failure.skipped) for failure in among.report.failures] == [("release.txt", True)]
    assert "is not in Thai" in among.report.failures[0].reason
    for sources in (
        [english, tmp_path / "thai.txt"],
        [tmp_path, english],
        [tmp_path, f"{tmp_path}/./release.txt"],
    ):
        named = build(sources)
        assert not named.ok
        assert [failure.source for failure in named.report.failed] == ["release.txt"]
    (tmp_path / "thai.txt").unlink()
    assert not build(tmp_path).ok


@pytest.mark.parametrize("threshold", [0, 600, 500_000])
def test_a_build_leaves_the_collector_as_the_program_has_set_it(threshold, texts):
    before = gc.get_threshold()
    gc.set_threshold(threshold, 7, 8)
    try:
        build(texts[0])
        assert gc.get_threshold() == (threshold, 7, 8)
    finally:
        gc.set_threshold(*before)
