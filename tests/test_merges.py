"""kg merges: what is held to be one can be looked through and overruled."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from stored import TEXTS

import kg
from kg.cli import main
from kg.errors import MergeError, QueryError, StoreError
from kg.store import open_graph
from kg.store.disk import DiskStore
from kg.upkeep import add, decide, decisions

KASEM, KASEM_AGAIN, PREMIER = "เกษม ทองวิจิตร", "เกษม ทองวิจิตร์", "ธีรภัทร วงศ์ไพบูลย์"


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    add(tmp_path / "s", folder)
    return tmp_path / "s"


def people(store) -> int:
    """How many persons bear the name of the one, in the view."""
    named = f'?p a thut:Person ; rdfs:label|skos:altLabel ?n FILTER(STRSTARTS(?n, "{KASEM}"))'
    return len(open_graph(store).query(f"SELECT DISTINCT ?p {{ {named} }}"))


def test_merges_are_listed_the_least_sure_first_with_names_and_documents(store):
    found = kg.merges(store).merges
    assert [merge.score for merge in found] == sorted(merge.score for merge in found)
    (one,) = [m for m in found if {KASEM, KASEM_AGAIN} == {*m.first.names, *m.second.names}]
    assert one.reason == "person-spelling"
    assert one.meaning
    assert "1.txt" in {*one.first.documents, *one.second.documents}
    assert kg.merges(store, one.identifier).merges == (one,)
    assert one in kg.merges(store, KASEM).merges
    assert one not in kg.merges(store, below=0.5).merges
    assert one in kg.merges(store, reason="person-spelling").merges
    with pytest.raises(QueryError, match="'spelling' is no reason of a merge: want one of"):
        kg.merges(store, reason="spelling")


def test_a_file_of_triples_has_merges_with_names_too(store, tmp_path):
    kg.export(store, tmp_path / "g.ttl")
    (one,) = [m for m in kg.merges(tmp_path / "g.ttl").merges if m.reason == "person-spelling"]
    assert one.first.names
    assert one.second.names
    (kept,) = [m for m in kg.merges(store).merges if m.identifier == one.identifier]
    assert one.first.documents
    assert (one.first.documents, one.second.documents) == (kept.first.documents, kept.second.documents)


@pytest.mark.parametrize("said", ["identifier", "beginning", "names"])
def test_a_merge_is_withdrawn_and_left_to_the_rules_again_by_whatever_names_it(store, said):
    (one,) = [
        m
        for m in kg.merges(store, reason="person-spelling").merges
        if KASEM in m.first.names + m.second.names
    ]
    things = {
        "identifier": [one.identifier],
        "beginning": [one.identifier[:8]],
        "names": [KASEM, KASEM_AGAIN],
    }[said]
    assert people(store) == 1
    pair = decide(store, "not-same", things, "father and son")
    assert set(pair) == {one.first.iri, one.second.iri}
    assert people(store) == 2
    (shown,) = decisions(store)
    assert (shown.identifier, shown.verdict, shown.why) == (one.identifier, "not-same", "father and son")
    assert decide(store, "forget", things) == pair
    assert people(store) == 1
    assert decisions(store) == ()
    with pytest.raises(MergeError, match="there is nothing to forget"):
        decide(store, "forget", things)


def test_two_that_the_rules_keep_apart_are_made_one_and_apart_again(store):
    one = f'ASK {{ ?p rdfs:label|skos:altLabel "{KASEM}"@th, "{PREMIER}"@th }}'
    assert not open_graph(store).query(one).answer
    decide(store, "same", [PREMIER, KASEM])
    assert open_graph(store).query(one).answer
    decide(store, "forget", [PREMIER, KASEM])
    assert not open_graph(store).query(one).answer


def test_what_was_made_one_comes_apart_by_parts_of_its_names(store):
    one, other = PREMIER.rsplit(maxsplit=1)[-1], KASEM.rsplit(maxsplit=1)[-1]
    pair = decide(store, "same", [one, other])
    assert decide(store, "forget", [one, other]) == pair
    assert decisions(store) == ()


def test_a_person_is_no_country_whoever_decides_so(store):
    with pytest.raises(MergeError, match="they cannot be the same"):
        decide(store, "same", [KASEM, "ญี่ปุ่น"])
    assert decisions(store) == ()


def test_what_is_no_pair_is_refused(store, tmp_path):
    with pytest.raises(QueryError, match="is no merge and no decision"):
        decide(store, "same", ["ffffffffff"])
    with pytest.raises(QueryError, match="begins several merges"):
        decide(store, "same", [""])
    with pytest.raises(QueryError, match="there is nothing to decide"):
        decide(store, "same", [KASEM, KASEM])
    (tmp_path / "g.nq").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file, and this wants a store"):
        decide(tmp_path / "g.nq", "same", [KASEM, "x"])


def test_a_line_that_somebody_wrote_by_hand_is_followed_by_the_next_that_writes(store, tmp_path):
    (one,) = [
        m
        for m in kg.merges(store, reason="person-spelling").merges
        if KASEM in m.first.names + m.second.names
    ]
    line = f"not-same\t{one.first.iri}\t{one.second.iri}\tby hand"
    (store / "decisions.tsv").write_text(f"verdict\tIRI\tIRI\twhy\n{line}\n", encoding="utf-8")
    add(store, tmp_path / "reports")
    assert people(store) == 2
    (store / "decisions.tsv").write_text(f"verdict\tIRI\tIRI\twhy\nnot-sure\t{line}\n", encoding="utf-8")
    with pytest.raises(MergeError, match=r"line 2: .*not-sure"):
        add(store, tmp_path / "reports")


def test_the_command_lists_and_decides(store):
    run = CliRunner()
    listed = run.invoke(main, ["merges", str(store), "--reason", "person-spelling"])
    assert listed.exit_code == 0, listed.output
    assert f"    {KASEM}  [" in listed.stdout
    identifier = listed.stdout.split()[0]
    done = run.invoke(main, ["merges", str(store), identifier[:6], "--not-same", "--why", "two men"])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(f"{identifier}  not-same  two men\n    ")
    assert f"    {KASEM}  [" in done.stdout
    assert f"{identifier}  not-same  two men" in run.invoke(main, ["merges", str(store), "--decided"]).stdout
    assert run.invoke(main, ["merges", str(store), "a", "b", "c", "--same"]).exit_code == 2
    assert run.invoke(main, ["merges", str(store), "a", "b"]).exit_code == 2
    assert run.invoke(main, ["merges", str(store), identifier, "--forget"]).exit_code == 0
    assert "nothing is decided" in run.invoke(main, ["merges", str(store), "--decided"]).stdout
    assert run.invoke(main, ["merges", str(store), "-f", "json"]).stdout.startswith("[")


def test_a_store_is_validated_with_the_texts_that_it_keeps(store):
    report = kg.validate(DiskStore(store))
    assert report.ok, report.text()
    assert report.compared == report.quotations > 0
