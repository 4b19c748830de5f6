"""``kg build``: what it makes, and what bad input gets."""

from __future__ import annotations

import io
import json
import shlex
import shutil
import tarfile
from pathlib import Path

import pytest

GOOD = (
    "เมื่อวันที่ 4 สิงหาคม 2564 นายดอน ปรมัตถ์วินัย รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงการต่างประเทศ "
    "เข้าร่วมการประชุมรัฐมนตรีต่างประเทศอาเซียน-รัสเซีย ผ่านระบบการประชุมทางไกล\n"
)
FILES = {"graph.ttl", "graph.html", "report.json"}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_what_to_do_next_can_be_pasted_into_a_shell(run, good, tmp_path):
    source = good.rename(tmp_path / "it's ก ข.txt")
    done = run("build", source, "-o", tmp_path / "my graph")
    line = next(line for line in done.stdout.splitlines() if line.startswith("Check it:"))
    graph = tmp_path / "my graph" / "graph.ttl"
    assert shlex.split(line)[2:] == ["kg", "validate", str(graph), str(source)]
    checked = run("validate", graph, source)
    assert "0 of" not in checked.stdout
    assert checked.returncode == 0


def left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.part"))


def test_a_folder_gets_the_graph_the_page_and_the_report(demo):
    assert {path.name for path in demo.iterdir()} == FILES
    assert "<!doctype html>" in (demo / "graph.html").read_text(encoding="utf-8")[:100].lower()
    assert json.loads((demo / "report.json").read_text(encoding="utf-8"))["documents"]["failed"] == 0


def test_the_summary_invites_the_next_step(run, tmp_path):
    done = run("build", "--samples", "-o", tmp_path / "demo")
    assert "documents" in done.stdout
    assert "kg query" in done.stdout
    assert "graph.html" in done.stdout


def test_a_build_without_a_fact_says_why_that_may_be(run, tmp_path):
    broken = tmp_path / "pdf.txt"
    broken.write_text("รัฐมนตรีวาการ\nกระทรวงการ\nตางประเทศ เดินทาง\nเยือนญี่ปุน\n", encoding="utf-8")
    done = run("build", broken, "-o", tmp_path / "graph.ttl")
    assert "0 facts" in done.stdout
    assert "no sentence gave a fact: text from a PDF may have lost vowels" in done.stdout


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nt", "nq", "jsonld", "rdf"])
def test_the_suffix_of_a_file_names_the_format(run, good, tmp_path, suffix):
    out = tmp_path / f"graph.{suffix}"
    assert run("build", good, "-o", out).returncode == 0
    assert out.stat().st_size > 1000
    assert run("query", out, "ASK { ?a a thut:Assertion }").stdout == "true\n"


def test_standard_input_and_output_are_a_dash(run):
    done = run("build", "-", "-o", "-", stdin=GOOD.encode())
    assert done.returncode == 0
    assert "@prefix" in done.stdout
    assert "thut:attended" in done.stdout


def test_the_base_is_the_users(run, good, tmp_path):
    out = tmp_path / "graph.nt"
    assert run("build", good, "-o", out, "--base", "https://example.org/kg/").returncode == 0
    text = out.read_text(encoding="utf-8")
    assert "https://example.org/kg/assertion/" in text
    assert "w3id.org/thut/id/" not in text


def test_a_base_that_is_no_iri_is_refused(run, good, tmp_path):
    done = run("build", good, "-o", tmp_path / "graph.ttl", "--base", "ไทย")
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [good])
    assert "ไทย" in done.stderr


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t \n",
    "english.txt": b"The minister attended the meeting in Moscow, and nothing else happened on that day. "
    * 5,
    "binary.txt": bytes(range(256)) * 40,
    "broken.txt": GOOD.encode()[:200] + b"\xff\xfe\xff" + GOOD.encode()[200:],
    "large.txt": b"\xe0\xb8\x81" * (17 * 1024 * 1024 + 500_000),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_named_with_the_reason_and_the_rest_is_done(run, good, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    out = tmp_path / "out"
    done = run("build", good, tmp_path / name, "-o", out)
    assert done.returncode == 1
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert (report["documents"]["read"], report["documents"]["failed"]) == (1, 1)
    assert report["failures"][0]["source"] == name
    assert len(report["failures"][0]["reason"]) > 20


@pytest.mark.parametrize("name", BAD)
def test_where_nothing_can_be_read_nothing_is_written(run, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    done = run("build", tmp_path / name, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.fixture
def mixed(good: Path) -> Path:
    """A folder of two documents, one of them in English."""
    folder = good.parent / "mixed"
    folder.mkdir()
    shutil.copy(good, folder)
    (folder / "english.txt").write_bytes(BAD["english.txt"])
    return folder


def test_a_folder_with_a_document_in_another_language_is_done_without_it(run, mixed, tmp_path):
    done = run("build", mixed, "-o", tmp_path / "out")
    assert done.returncode == 0
    assert "passed over: english.txt is not in Thai: 0 of its" in done.stderr
    assert "'The minister attended the meet'" in done.stderr
    assert "1 file passed over (1 not in Thai), see above" in done.stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [report["documents"][key] for key in ("read", "failed", "skipped")] == [1, 0, 1]
    assert [(failure["source"], failure["skipped"]) for failure in report["failures"]] == [
        ("english.txt", True)
    ]


def test_an_archive_with_a_document_in_another_language_is_done_without_it(run, mixed, tmp_path):
    with tarfile.open(tmp_path / "docs.tar", "w") as archive:
        archive.add(mixed, "docs")
    done = run("build", tmp_path / "docs.tar", "-o", tmp_path / "graph.ttl")
    assert done.returncode == 0
    assert "passed over: docs/english.txt is not in Thai" in done.stderr


@pytest.mark.parametrize("sources", [["english.txt", "good.txt"], [".", "english.txt"]])
def test_a_document_in_another_language_that_is_named_is_a_failure(run, mixed, tmp_path, sources):
    done = run("build", *sources, "-o", tmp_path / "graph.ttl", cwd=mixed)
    assert done.returncode == 1
    assert "kg: english.txt is not in Thai" in done.stderr
    assert (tmp_path / "graph.ttl").exists()


def test_english_on_standard_input_is_a_failure(run, tmp_path):
    done = run("build", "-", "-o", tmp_path / "graph.ttl", stdin=BAD["english.txt"])
    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
    assert "kg: stdin is not in Thai" in done.stderr


def test_a_folder_in_another_language_alone_is_a_failure(run, mixed, tmp_path):
    (mixed / "good.txt").unlink()
    done = run("build", mixed, "-o", tmp_path / "out")
    assert (done.returncode, (tmp_path / "out").exists()) == (1, False)
    assert "english.txt is not in Thai" in done.stderr
    assert "no document could be read" in done.stderr


def test_a_document_without_a_letter_is_in_no_language_and_fails_in_a_folder_too(run, mixed, tmp_path):
    (mixed / "digits.txt").write_bytes(b"12 34 56 ...")
    done = run("build", mixed, "-o", tmp_path / "graph.ttl")
    assert done.returncode == 1
    assert "kg: digits.txt is not in Thai: 0 of its 0 letters" in done.stderr


def test_a_missing_path_is_wrong_usage(run, tmp_path):
    done = run("build", tmp_path / "nowhere.txt", "-o", tmp_path / "out")
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "nowhere.txt does not exist" in done.stderr


def test_a_missing_path_among_others_stops_nothing(run, good, tmp_path):
    done = run("build", good, tmp_path / "nowhere.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "nowhere.txt does not exist" in done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES


def test_a_folder_without_documents_is_wrong_usage(run, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "photo.jpg").write_bytes(b"\xff\xd8")
    done = run("build", tmp_path / "folder", "-o", tmp_path / "out")
    assert (done.returncode, (tmp_path / "out").exists()) == (2, False)
    assert "holds no document" in done.stderr
    assert ".txt" in done.stderr


def test_no_source_is_wrong_usage_and_points_to_the_samples(run, tmp_path):
    done = run("build", "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "--samples" in done.stderr


@pytest.mark.parametrize(
    "out", ["good.txt/out", "good.txt/out.ttl", "missing/folder/out.ttl", "missing/folder/out"]
)
def test_an_output_that_cannot_be_written_is_said_before_the_work(run, good, tmp_path, out):
    done = run("build", good, "-o", tmp_path / out)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [good])
    assert "cannot be written" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_output_folder_named_like_a_file_is_refused(run, good, tmp_path):
    (tmp_path / "graph.ttl").mkdir()
    done = run("build", good, "-o", tmp_path / "graph.ttl" / "x.pdf")
    assert done.returncode == 2
    assert ".pdf" in done.stderr


def test_a_file_where_a_folder_should_be_is_left_alone(run, good, tmp_path):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    done = run("build", good, "-o", tmp_path / "out")
    assert (done.returncode, (tmp_path / "out").read_text(encoding="utf-8")) == (2, "mine")
    assert "is a file" in done.stderr


def test_an_unknown_format_is_refused_with_the_known_ones(run, good, tmp_path):
    done = run("build", good, "-o", tmp_path / "graph.docx")
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [good])
    assert ".docx" in done.stderr
    assert ".ttl" in done.stderr


def test_an_older_graph_stays_where_a_build_reads_nothing(run, good, tmp_path):
    out = tmp_path / "graph.ttl"
    assert run("build", good, "-o", out).returncode == 0
    before = out.read_bytes()
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("build", tmp_path / "empty.txt", "-o", out).returncode == 1
    assert out.read_bytes() == before
    assert left_over(tmp_path) == []


def test_a_folder_that_is_there_keeps_its_other_files(run, good, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.md").write_text("mine", encoding="utf-8")
    assert run("build", good, "-o", out).returncode == 0
    assert {path.name for path in out.iterdir()} == {*FILES, "notes.md"}


def test_an_archive_is_read_like_its_folder(run, good, tmp_path):
    with tarfile.open(tmp_path / "docs.tar.gz", "w:gz") as archive:
        info = tarfile.TarInfo("good.txt")
        info.size = len(GOOD.encode())
        archive.addfile(info, io.BytesIO(GOOD.encode()))
    (tmp_path / "docs").mkdir()
    shutil.copy(good, tmp_path / "docs")
    one, other = (run("build", tmp_path / name, "-o", "-") for name in ("docs", "docs.tar.gz"))
    assert (one.returncode, other.returncode) == (0, 0)
    assert one.stdout == other.stdout


def test_an_unknown_extractor_is_refused_with_the_known_ones(run, good, tmp_path):
    done = run("build", good, "-o", tmp_path / "out", "--extractor", "magic.v9")
    assert done.returncode == 2
    assert "magic.v9" in done.stderr
    assert "rules.v1" in done.stderr
