"""Batches: whoever reads them, the same graph; what was read is not read again."""

from __future__ import annotations

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import clumsy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.batches.clock import TimeIsUp, at_most
from kg.batches.ledger import LEDGER
from kg.batches.lines import PackedLines, pack, unpack
from kg.batches.planning import LEAST, MOST, Plan
from kg.build import build
from kg.errors import ComponentError, UsageError
from kg.extract import extract
from kg.rdf import encode
from kg.registry import register
from kg.stamp import batch_stamp, reading_stamp

MANY = 150


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    """A folder of documents enough for worker processes, one of them empty."""
    folder = clumsy.documents(tmp_path_factory.mktemp("many") / "texts", MANY)
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def serial(many, tmp_path_factory) -> Path:
    """The folder that one process makes of them."""
    out = tmp_path_factory.mktemp("serial") / "out"
    build(many, out, executor="serial")
    return out


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_the_same_bytes_come_out_however_many_workers_read(many, serial, tmp_path, workers):
    build(many, tmp_path / "out", executor="processes", workers=workers)
    for path in serial.iterdir():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes(), path.name
    assert left(tmp_path) == ["out"]


def test_a_script_needs_no_guard_to_build_with_workers(many, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        f"import kg\nprint(len(kg.build({str(many)!r}, 'graph.nq', workers=2).report.documents))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{MANY}\n", "")


def test_progress_is_told_after_each_batch_that_others_read(many, tmp_path):
    told: list[int] = []
    build(many, tmp_path / "g.nq", workers=2, progress=lambda number, name: told.append(number))  # noqa: ARG005
    assert told == sorted(told)
    assert told[-1] == MANY + 1


def plan(folder: Path) -> list[list[str]]:
    return [[item.name for item in task.items] for task in Plan([str(folder)])]


def test_batches_are_of_a_size_and_hold_each_document_once(many):
    batches = plan(many)
    assert all(LEAST <= len(batch) <= MOST for batch in batches[:-1])
    assert [name for batch in batches for name in batch] == left(many)


def test_a_document_that_comes_changes_the_batches_around_it_alone(tmp_path):
    folder = clumsy.documents(tmp_path / "texts", 600)
    before = {tuple(batch) for batch in plan(folder)}
    (folder / "good-100-more.txt").write_text("…", encoding="utf-8")
    after = {tuple(batch) for batch in plan(folder)}
    assert len(after - before) <= 5 < len(after)


def test_a_large_document_fills_a_batch(tmp_path):
    folder = clumsy.documents(tmp_path / "texts", 3)
    (folder / "a.txt").write_bytes(b"\xe0\xb8\x81" * (2 << 20))
    assert plan(folder) == [["a.txt"], ["good-000.txt", "good-001.txt", "good-002.txt"]]


def test_a_few_documents_are_read_in_this_process(tmp_path):
    seen = []

    def noting(document):
        seen.append(os.getpid())
        return extract(document)

    register("extractors", "noting.v1", noting)
    assert build(clumsy.documents(tmp_path / "texts", 30), workers=2, extractor="noting.v1").ok
    assert set(seen) == {os.getpid()}


def test_what_lives_in_this_process_alone_reads_here_and_cannot_be_sent(many, tmp_path):
    def noting(document):
        return extract(document)

    assert len(build(many, extractor=noting, workers=2).report.documents) == MANY
    with pytest.raises(ComponentError, match=r"noting cannot be sent to other processes.*'serial'"):
        build(many, tmp_path / "g.nq", extractor=noting, executor="processes")
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("given", "said"), [({"executor": "threads"}, "tcp://"), ({"workers": 0}, "1 or more")]
)
def test_an_executor_that_is_none_is_refused(many, given, said):
    with pytest.raises(UsageError, match=said):
        build(many, **given)


# The lines of the report


def test_packed_lines_are_the_lines_in_order(samples):
    lines = build(samples).report.documents
    two = PackedLines([pack(lines[4:]), b"", pack(lines[:4])])
    assert list(two) == list(lines) == unpack(pack(lines))
    assert two == lines
    assert (len(two), two[0], two[-1], two[1:3]) == (len(lines), lines[0], lines[-1], tuple(lines)[1:3])
    assert two != lines[1:]


@given(st.text())
def test_any_text_survives_packing(text):
    (line,) = unpack(pack([LINE.__class__(*(text if value == "x" else value for value in VALUES))]))
    assert line.source == text


LINE = build(samples=True).report.documents[0]
VALUES = ["x" if name == "source" else getattr(LINE, name) for name in LINE.__dataclass_fields__]


# The clock


def test_the_clock_stops_what_takes_too_long_and_is_put_back():
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TimeIsUp), at_most(0.05):
        time.sleep(60)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_the_clock_rings_again_for_those_who_do_not_listen(monkeypatch):
    monkeypatch.setattr("kg.batches.clock._AGAIN", 0.05)
    with at_most(0.05):
        for _ in range(3):
            with pytest.raises(TimeIsUp):
                time.sleep(60)


def test_without_a_clock_the_work_is_done_all_the_same():
    done = []

    def work():
        with at_most(0.01):
            time.sleep(0.05)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


@pytest.mark.parametrize("name", ["sleeping", "deaf"])
def test_a_document_that_takes_too_long_is_named_and_the_rest_is_done(tmp_path, name):
    folder = clumsy.documents(tmp_path / "texts", 3, f"{name}-1.txt")
    result = build(folder, extractor=clumsy.extract, seconds_per_document=1)
    (failure,) = result.report.failed
    assert (failure.source, failure.kind) == (f"{name}-1.txt", "OverdueError")
    assert "took more than 1 s" in failure.reason
    assert len(result.report.documents) == 3


def test_the_command_names_a_document_that_takes_too_long(run, tmp_path):
    folder = clumsy.documents(tmp_path / "texts", 2, "sleeping-1.txt")
    path = clumsy.declared(tmp_path / "path")
    done = run(
        "build", folder, "-o", tmp_path / "g.nq", "--extractor", clumsy.NAME, "--seconds-per-document", "2",
        PYTHONPATH=path,
    )  # fmt: skip
    assert done.returncode == 1
    assert "kg: sleeping-1.txt took more than 2 s" in done.stderr
    assert done.stdout.startswith(f"{tmp_path / 'g.nq'}: 2 documents")


# What was read is not read again


@pytest.fixture
def counted(tmp_path, monkeypatch):
    """Build with a work folder, and tell which documents were read for it."""
    log = tmp_path / "read.txt"
    monkeypatch.setenv(clumsy.READ, str(log))
    for folder in reversed(clumsy.declared(tmp_path / "path").split(os.pathsep)):
        monkeypatch.syspath_prepend(folder)

    def counted(folder, **options) -> tuple[list[str], bytes]:
        log.write_text("", encoding="utf-8")
        given = {"work": tmp_path / "work", "executor": "serial", "extractor": clumsy.NAME, **options}
        build(folder, tmp_path / "graph.nq", **given)
        return log.read_text(encoding="utf-8").split(), (tmp_path / "graph.nq").read_bytes()

    forget_stamps()
    yield counted
    forget_stamps()


def forget_stamps() -> None:
    """As in a process that has not asked yet which packages there are."""
    reading_stamp.cache_clear()
    batch_stamp.cache_clear()


def test_with_a_work_folder_only_what_changed_is_read(tmp_path, counted):
    folder = clumsy.documents(tmp_path / "texts", MANY)
    first, graph = counted(folder)
    assert sorted(first) == left(folder)
    assert counted(folder) == ([], graph)
    (folder / "good-100.txt").write_text(clumsy.TEXT.format(day=3, number=999), encoding="utf-8")
    again, changed = counted(folder)
    assert "good-100.txt" in again
    assert len(again) <= 3 * MOST
    assert changed != graph
    assert changed == counted(folder, work=tmp_path / "other")[1]


def test_what_was_read_with_other_rules_or_another_base_is_read_again(tmp_path, counted):
    folder = clumsy.documents(tmp_path / "texts", 30)
    counted(folder)
    assert len(counted(folder, base="https://example.org/id/")[0]) == 30
    (tmp_path / "path" / "clumsy-1.0.dist-info").rename(tmp_path / "path" / "clumsy-1.1.dist-info")
    (tmp_path / "path" / "clumsy-1.1.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: clumsy\nVersion: 1.1\n", encoding="utf-8"
    )
    forget_stamps()
    assert len(counted(folder, base="https://example.org/id/")[0]) == 30


def test_a_batch_whose_file_is_damaged_is_read_again(tmp_path, counted):
    folder = clumsy.documents(tmp_path / "texts", 30)
    _, graph = counted(folder)
    (batch, *_) = sorted((tmp_path / "work").glob("*.nq"), key=lambda path: -path.stat().st_size)
    batch.write_bytes(batch.read_bytes()[:-100])
    again, repaired = counted(folder)
    assert len(again) >= LEAST
    assert repaired == graph


@pytest.mark.parametrize("name", [LEDGER, f"{LEDGER}-wal"])
def test_a_damaged_ledger_costs_time_and_no_more(tmp_path, counted, name):
    folder = clumsy.documents(tmp_path / "texts", 30)
    _, graph = counted(folder)
    (tmp_path / "work" / name).write_bytes(b"no ledger" * 1000)
    assert counted(folder)[1] == graph


def test_a_ledger_of_another_form_is_begun_anew(tmp_path, counted):
    folder = clumsy.documents(tmp_path / "texts", 30)
    _, graph = counted(folder)
    with closing(sqlite3.connect(tmp_path / "work" / LEDGER)) as ledger:
        ledger.executescript(
            "DROP TABLE batches; CREATE TABLE batches (key TEXT, statements INTEGER NOT NULL);"
            "INSERT INTO batches VALUES ('of old', 1); PRAGMA user_version = 0"
        )
    again, rebuilt = counted(folder)
    assert len(again) == len(left(folder))
    assert rebuilt == graph
    assert counted(folder) == ([], graph)


def test_a_work_folder_does_not_grow_with_what_is_no_longer_read(tmp_path, counted):
    folder = clumsy.documents(tmp_path / "texts", 60)
    counted(folder)
    before = len(left(tmp_path / "work"))
    for path in sorted(folder.iterdir())[5:]:
        path.unlink()
    counted(folder)
    assert len(left(tmp_path / "work")) < before


def test_a_failure_that_time_made_is_tried_again(tmp_path, counted):
    folder = clumsy.documents(tmp_path / "texts", 5, "slow-1.txt")
    counted(folder, seconds_per_document=0.5)
    again, graph = counted(folder)
    assert "slow-1.txt" in again
    assert b'"slow-1.txt"' in graph


def test_two_builds_do_not_share_a_work_folder(tmp_path, many):
    with pytest.raises(UsageError, match="another build works in"):
        build(
            many, tmp_path / "a.nq", work=tmp_path / "work", executor="serial",
            progress=lambda number, name: build(many, tmp_path / "b.nq", work=tmp_path / "work"),  # noqa: ARG005
        )  # fmt: skip
    assert not (tmp_path / "b.nq").exists()


def test_a_work_folder_that_cannot_be_made_is_wrong_usage(tmp_path, many):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="--work"):
        build(many, tmp_path / "g.nq", work=tmp_path / "file" / "work")
    assert left(tmp_path) == ["file"]


# What a build gives to who called it


def test_the_statements_are_read_from_what_was_written(many, serial, tmp_path):
    result = build(many, tmp_path / "g.nq")
    assert len(result.quads) == len(list(result.quads)) == len(set(result.quads))
    assert b"".join(encode(result.quads, "nq")) == (tmp_path / "g.nq").read_bytes()
    assert b"".join(encode(result.quads, "ttl")) == (serial / "graph.ttl").read_bytes()


def test_the_statements_of_what_was_not_written_stay_in_memory_and_nothing_on_disk(
    many, serial, tmp_path, monkeypatch
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    result = build(many)
    assert b"".join(encode(result.quads, "ttl")) == (serial / "graph.ttl").read_bytes()
    assert len(result.quads) == len(list(result.quads))
    assert left(tmp_path) == []
    again = build(many)
    assert left(tmp_path) != []
    del again
    assert left(tmp_path) == []


def test_a_task_is_small_on_its_way(many):
    (task, *_) = Plan([str(many)])
    assert len(pickle.dumps(task)) < 2 * sum(len(item.data) for item in task.items)
