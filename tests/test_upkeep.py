"""add, remove, sync: a store follows the documents; the same command again finishes work that was cut off."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode, Quad
from stored import TEXTS, document

import kg
from kg.cli import main
from kg.errors import ComponentError, GraphError, StoreError, UsageError
from kg.registry import register
from kg.store import open_graph
from kg.store.disk import DiskStore
from kg.store.folder import is_store
from kg.store.ledger import Ledger
from kg.upkeep import add, remove, sync


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "reports"
    (path / "2564").mkdir(parents=True)
    for number, text in enumerate(TEXTS[:4]):
        (path / "2564" / f"{number}.txt").write_text(text, encoding="utf-8")
    return path


def dumped(store: Path) -> bytes:
    """The canonical N-Quads of a store."""
    file = store.with_suffix(".nq")
    kg.export(store, file)
    return file.read_bytes()


def test_a_store_holds_what_a_build_of_the_same_documents_does(folder, tmp_path):
    result = add(tmp_path / "s", folder)
    assert result.ok
    assert result.added == tuple(f"2564/{n}.txt" for n in range(4))
    assert result.documents == 4
    kg.build(folder, tmp_path / "built.nq")
    assert dumped(tmp_path / "s") == (tmp_path / "built.nq").read_bytes()
    again = add(tmp_path / "s", folder)
    assert again.unchanged == result.added
    assert not again.added


def test_a_graph_that_was_built_fills_a_new_store_and_documents_are_added_to_it(folder, tmp_path):
    kg.build(folder, tmp_path / "built.nq")
    result = add(tmp_path / "s", tmp_path / "built.nq")
    assert result.documents == 4
    assert dumped(tmp_path / "s") == (tmp_path / "built.nq").read_bytes()
    read = open_graph(tmp_path / "built.nq")
    assert set(open_graph(tmp_path / "s").view()) == set(read.view())
    (tmp_path / "more.txt").write_text(TEXTS[8], encoding="utf-8")
    add(tmp_path / "s", tmp_path / "more.txt")
    assert sync(tmp_path / "s", folder).unchanged == tuple(f"2564/{n}.txt" for n in range(4))
    kg.build([folder, tmp_path / "more.txt"], tmp_path / "all.nq")
    assert dumped(tmp_path / "s") == (tmp_path / "all.nq").read_bytes()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<http://e/s> <http://e/p> <http://e/o> .\n", "is in no graph"),
        ("<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n", "was not written by kg build"),
        ("<http://e/s> <http://e/p>", "not valid .nq"),
    ],
)
def test_a_file_that_fills_no_store_leaves_none(tmp_path, text, said):
    (tmp_path / "x.nq").write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match=said):
        add(tmp_path / "s", tmp_path / "x.nq")
    assert [path.name for path in tmp_path.iterdir()] == ["x.nq"]


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf"])
def test_a_graph_without_its_documents_apart_is_refused_with_the_way_out(folder, tmp_path, suffix):
    kg.build(folder, tmp_path / f"built.{suffix}")
    with pytest.raises(UsageError, match=r"kg build SOURCE\.\.\. -o graph\.nq"):
        add(tmp_path / "s", tmp_path / f"built.{suffix}")
    assert not (tmp_path / "s").exists()


def test_a_graph_in_json_fills_a_store_too(folder, tmp_path):
    kg.build(folder, tmp_path / "built.jsonld")
    kg.build(folder, tmp_path / "built.nq")
    add(tmp_path / "s", tmp_path / "built.jsonld")
    assert dumped(tmp_path / "s") == (tmp_path / "built.nq").read_bytes()


@pytest.mark.parametrize("there", [True, False])
def test_a_first_add_from_which_nothing_comes_leaves_no_store(folder, tmp_path, there):
    (tmp_path / "x.docx").write_bytes(b"x")
    if there:
        (tmp_path / "s").mkdir()
    assert not add(tmp_path / "s", tmp_path / "x.docx").ok
    with pytest.raises(ComponentError):
        add(tmp_path / "s", folder, extractor="none.v1")
    assert (tmp_path / "s").exists() == there
    assert not there or not list((tmp_path / "s").iterdir())
    assert {path.name for path in tmp_path.iterdir()} - {folder.name, "s"} == {"x.docx"}
    add(tmp_path / "s", folder)
    add(tmp_path / "s", tmp_path / "x.docx")
    assert is_store(tmp_path / "s")


def test_a_graph_fills_no_store_that_is_there(folder, tmp_path):
    add(tmp_path / "s", folder)
    kg.build(folder, tmp_path / "built.nq")
    with pytest.raises(UsageError, match="is there: name another place"):
        add(tmp_path / "s", tmp_path / "built.nq")
    with pytest.raises(UsageError, match="with no other source"):
        add(tmp_path / "t", [tmp_path / "built.nq", folder])


def test_what_changed_takes_the_place_of_what_was(folder, tmp_path):
    add(tmp_path / "s", folder)
    (folder / "2564" / "0.txt").write_text(TEXTS[6], encoding="utf-8")
    result = add(tmp_path / "s", folder)
    assert result.changed == ("2564/0.txt",)
    assert len(result.unchanged) == 3
    kg.build(folder, tmp_path / "built.nq")
    assert dumped(tmp_path / "s") == (tmp_path / "built.nq").read_bytes()


@pytest.mark.parametrize("way", ["name", "iri", "place"])
def test_a_document_is_removed_by_its_name_its_iri_or_its_place(folder, tmp_path, way):
    add(tmp_path / "s", folder)
    iri = next(iri for iri in graphs_of(tmp_path / "s") if "/doc/2564-1-" in iri)
    said = {"name": "2564/1.txt", "iri": iri, "place": str(folder / "2564" / "1.txt")}[way]
    result = remove(tmp_path / "s", said)
    assert result.removed == ("2564/1.txt",)
    (folder / "2564" / "1.txt").unlink()
    kg.build(folder, tmp_path / "built.nq")
    assert dumped(tmp_path / "s") == (tmp_path / "built.nq").read_bytes()
    assert [entry.name for entry in DiskStore(tmp_path / "s").ledger()] == [
        f"2564/{n}.txt" for n in (0, 2, 3)
    ]


def graphs_of(store: Path) -> set[str]:
    return {row[0] for row in open_graph(store).query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows}


def test_what_is_not_there_cannot_be_removed_and_then_nothing_is(folder, tmp_path):
    add(tmp_path / "s", folder)
    with pytest.raises(UsageError, match=r"has no document 'x.txt'; kg ledger"):
        remove(tmp_path / "s", ["2564/1.txt", "x.txt"])
    assert len(DiskStore(tmp_path / "s").ledger()) == 4
    with pytest.raises(StoreError, match="is no store"):
        remove(tmp_path / "none", "x.txt")


def test_a_sync_follows_a_folder_and_leaves_what_came_otherwise(folder, tmp_path):
    (tmp_path / "own.txt").write_text(TEXTS[7], encoding="utf-8")
    add(tmp_path / "s", tmp_path / "own.txt")
    assert sync(tmp_path / "s", folder).documents == 5
    (folder / "2564" / "0.txt").unlink()
    (folder / "2564" / "1.txt").write_text(TEXTS[5], encoding="utf-8")
    (folder / "new.txt").write_text(TEXTS[6], encoding="utf-8")
    (folder / "2564" / "2.txt").touch()
    result = sync(tmp_path / "s", folder)
    assert result.added == ("new.txt",)
    assert result.changed == ("2564/1.txt",)
    assert result.removed == ("2564/0.txt",)
    assert result.unchanged == ("2564/2.txt", "2564/3.txt")
    assert result.documents == 5
    kg.build([folder, tmp_path / "own.txt"], tmp_path / "built.nq")
    assert dumped(tmp_path / "s") == (tmp_path / "built.nq").read_bytes()


def test_a_folder_that_is_empty_now_empties_what_came_from_it_and_is_no_failure(folder, tmp_path):
    sync(tmp_path / "s", folder)
    shutil.rmtree(folder / "2564")
    result = sync(tmp_path / "s", folder)
    assert (result.ok, result.documents, len(result.removed)) == (True, 0, 4)
    assert sync(tmp_path / "s", folder).ok
    assert not DiskStore(tmp_path / "s").ledger()


def test_a_path_that_is_not_there_is_a_failure_and_nothing_to_remember(folder, tmp_path):
    add(tmp_path / "s", folder)
    assert not add(tmp_path / "s", folder / "none.txt").ok
    assert len(kg.ledger(tmp_path / "s")) == 4


def test_a_folder_that_is_not_there_empties_no_store(folder, tmp_path):
    sync(tmp_path / "s", folder)
    folder.rename(tmp_path / "away")
    with pytest.raises(UsageError, match="does not exist: nothing is removed"):
        sync(tmp_path / "s", folder)
    assert len(DiskStore(tmp_path / "s").ledger()) == 4


def test_a_file_that_is_no_thai_document_any_more_leaves_and_is_listed(folder, tmp_path):
    sync(tmp_path / "s", folder)
    (folder / "2564" / "0.txt").write_bytes(b"\x00\x01\x02")
    (folder / "2564" / "1.txt").write_text("An English text that nobody can read here.", encoding="utf-8")
    result = sync(tmp_path / "s", folder)
    assert result.removed == ("2564/0.txt", "2564/1.txt")
    assert [failure.source for failure in result.failed] == ["2564/0.txt"]
    entries = {entry.name: entry for entry in DiskStore(tmp_path / "s").ledger()}
    assert entries["2564/0.txt"].status == "failed"
    assert entries["2564/0.txt"].reason
    assert entries["2564/1.txt"].status == "skipped"
    assert sync(tmp_path / "s", folder).documents == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_file_that_cannot_be_opened_leaves_what_the_store_has_of_it(folder, tmp_path):
    sync(tmp_path / "s", folder)
    (folder / "2564" / "0.txt").chmod(0)
    result = sync(tmp_path / "s", folder)
    assert result.kept == ("2564/0.txt",)
    assert not result.removed


def test_a_link_that_leads_nowhere_keeps_what_the_store_has_of_it(folder, tmp_path):
    sync(tmp_path / "s", folder)
    (folder / "2564" / "0.txt").unlink()
    (folder / "2564" / "0.txt").symlink_to(tmp_path / "nowhere")
    result = sync(tmp_path / "s", folder)
    assert result.kept == ("2564/0.txt",)
    assert not result.ok
    assert result.documents == 4


def test_two_documents_of_one_name_are_not_taken_for_one(tmp_path):
    for name in ("jan", "feb"):
        (tmp_path / name).mkdir()
    (tmp_path / "jan" / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (tmp_path / "feb" / "a.txt").write_text(TEXTS[1], encoding="utf-8")
    add(tmp_path / "s", tmp_path / "jan")
    result = add(tmp_path / "s", tmp_path / "feb")
    assert [failure.source for failure in result.failed] == ["a.txt"]
    assert "rename one, or add the folder that holds both" in result.failed[0].reason
    (tmp_path / "jan" / "a.txt").unlink()
    assert add(tmp_path / "s", tmp_path / "feb").changed == ("a.txt",)


def test_an_archive_is_a_source_too(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.txt", TEXTS[0])
        archive.writestr("two.txt", TEXTS[1])
    assert sync(tmp_path / "s", tmp_path / "a.zip").added == ("one.txt", "two.txt")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.txt", TEXTS[0])
    assert sync(tmp_path / "s", tmp_path / "a.zip").removed == ("two.txt",)


def test_other_rules_read_again_what_they_affect(folder, tmp_path):
    from kg.extract import extract  # noqa: PLC0415

    sync(tmp_path / "s", folder)
    before = dumped(tmp_path / "s")
    calls = []

    def counted(read):
        calls.append(read.source.name)
        return extract(read)

    register("extractors", "counted.v1", counted)
    assert len(sync(tmp_path / "s", folder, extractor="counted.v1").unchanged) == 4
    assert len(calls) == 4
    sync(tmp_path / "s", folder, extractor="counted.v1")
    assert len(calls) == 4
    assert dumped(tmp_path / "s") == before
    assert {entry.version.rpartition(", ")[2] for entry in DiskStore(tmp_path / "s").ledger()} == {
        "counted.v1"
    }


def test_a_document_in_which_the_reading_breaks_down_stops_no_other(folder, tmp_path):
    from kg.extract import extract  # noqa: PLC0415

    def breaking(read):
        if read.source.name.endswith("1.txt"):
            raise ZeroDivisionError("by zero")
        return extract(read)

    register("extractors", "breaking.v1", breaking)
    result = sync(tmp_path / "s", folder, extractor="breaking.v1")
    assert result.documents == 3
    assert "ZeroDivisionError" in result.failed[0].reason
    assert sync(tmp_path / "s", folder).added == ("2564/1.txt",)


def test_work_that_was_cut_off_before_the_ledger_knew_is_done_again(folder, tmp_path):
    sync(tmp_path / "s", folder)
    whole = dumped(tmp_path / "s")
    from dataclasses import replace  # noqa: PLC0415

    ledger = Ledger(tmp_path / "s" / "ledger.sqlite")
    entries = {entry.name: entry for entry in ledger.entries()}
    ledger.write(
        [replace(entries["2564/0.txt"], status="reading"), replace(entries["2564/1.txt"], status="leaving")]
    )
    ledger.close()
    # A writer finishes what was leaving; a sync reads again what was being read.
    assert sync(tmp_path / "s", folder).added == ("2564/1.txt",)
    assert dumped(tmp_path / "s") == whole
    assert {entry.status for entry in DiskStore(tmp_path / "s").ledger()} == {"read"}


def test_a_sync_that_is_killed_at_any_moment_leaves_whole_documents_and_the_next_finishes(tmp_path):
    """Fewer times here than ``benchmarks/killed.py`` does it."""
    chance = random.Random(20)  # noqa: S311 - moments for a test
    folder = tmp_path / "reports"
    folder.mkdir()
    valid: dict[str, list[set[Quad]]] = {}
    store = tmp_path / "s"
    killed = 0
    for turn in range(8):
        for number in range(30):
            text = TEXTS[(number + turn) % len(TEXTS)]
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
            graph, quads = document(f"{number}.txt", text)
            valid.setdefault(graph, [set()]).append(set(quads))
        (folder / f"{chance.randrange(30)}.txt").unlink()
        command = [sys.executable, "-m", "kg", "sync", str(store), str(folder)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.0))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        opened = open_or_none(store)
        for graph, versions in valid.items():
            there = set(opened.quads(NamedNode(graph))) if opened else set()
            assert there in versions, f"half of {graph}"
    assert killed
    assert sync(store, folder).documents == 29
    sync(tmp_path / "undisturbed", folder)
    assert dumped(store) == dumped(tmp_path / "undisturbed")


def test_a_ledger_is_there_whole_whatever_one_left_that_was_cut_off_as_it_made_it(tmp_path):
    (tmp_path / ".ledger.sqlite.part").write_bytes(b"half of a led")
    ledger = Ledger(tmp_path / "ledger.sqlite")
    assert [file.name for file in tmp_path.iterdir()] == ["ledger.sqlite"]
    assert list(Ledger(tmp_path / "ledger.sqlite", reading=True).entries()) == []
    ledger.close()


def open_or_none(store: Path) -> DiskStore | None:
    """The store, or None as long as nothing was ever written to it."""
    if not (store / "ledger.sqlite").exists():
        return None
    return DiskStore(store)


def test_the_commands_tell_what_they_did(folder, tmp_path):
    run = CliRunner()
    store = str(tmp_path / "s")
    done = run.invoke(main, ["add", store, str(folder)])
    assert done.exit_code == 0, done.output
    assert done.stdout == f"{store}: 4 documents (4 added)\n"
    (folder / "2564" / "3.txt").unlink()
    (folder / "bad.txt").write_bytes(b"\x00\x01")
    done = run.invoke(main, ["sync", store, str(folder)])
    assert done.exit_code == 1
    assert "bad.txt" in done.stderr
    done = run.invoke(main, ["remove", store, "2564/2.txt"])
    assert done.exit_code == 0
    assert "1 removed" in done.stdout
    done = run.invoke(main, ["ledger", store, "-f", "json"])
    assert {entry["status"] for entry in json.loads(done.stdout)} == {"read", "failed"}
    done = run.invoke(main, ["ledger", store, "--failed"])
    assert done.stdout.startswith("bad.txt  failed")
    done = run.invoke(main, ["query", store, "who-attended"])
    assert done.exit_code == 0, done.output
    assert "เกษม" in done.stdout
    assert run.invoke(main, ["add", store]).exit_code == 2
    shutil.rmtree(store)
    assert run.invoke(main, ["remove", store, "x"]).exit_code == 2


def test_a_sync_counts_what_came_from_other_folders_and_says_when_its_own_is_empty(folder, tmp_path):
    run = CliRunner()
    store, other, empty = str(tmp_path / "s"), tmp_path / "copy", tmp_path / "empty"
    shutil.copytree(folder, other)
    empty.mkdir()
    (other / "2564" / "0.txt").unlink()
    (other / "2564" / "9.txt").write_text(TEXTS[0], encoding="utf-8")
    assert "kept" not in run.invoke(main, ["sync", store, str(folder)]).stdout
    done = run.invoke(main, ["sync", store, str(other)])
    kept = "  1 document from other folders, or from kg add, kept\n"
    assert done.stdout == f"{store}: 5 documents (1 added, 3 unchanged)\n{kept}"
    done = run.invoke(main, ["sync", store, str(empty)])
    assert done.exit_code == 0, done.output
    assert f"{empty} is empty: it holds no document" in done.stdout
    assert "5 documents from other folders" in done.stdout


def test_a_first_add_that_reads_nothing_says_that_no_store_was_made(tmp_path):
    (tmp_path / "empty").mkdir()
    done = CliRunner().invoke(main, ["add", str(tmp_path / "s"), str(tmp_path / "empty")])
    assert f"{tmp_path / 's'}: nothing was read, so no store was made" in done.stdout
