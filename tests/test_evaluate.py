"""The measure: its arithmetic, and that it agrees with the scorer that others use."""

from __future__ import annotations

import json

import accuracy_floor
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.evaluate import Figures, evaluate
from kg.evaluate.compare import align, likeness, match
from kg.evaluate.sides import Fact, Side, Thing, comparable, read_annotation

AGREE = 0.01


def side(things: dict[str, tuple[str, ...]], facts: tuple[tuple[str, str, str], ...] = ()) -> Side:
    """A side from ids to class and names, and facts."""
    return Side(
        {
            i: Thing(kind, frozenset(comparable(name, kind) for name in names))
            for i, (kind, *names) in things.items()
        },
        {Fact(*fact): "actual" for fact in facts},
    )


@pytest.mark.parametrize("name", ["entity", "hard", "soft"])
def test_it_agrees_with_the_scorer(both, name):
    ours, theirs = both
    for figure in ("precision", "recall", "f1"):
        assert ours[name][figure] == pytest.approx(theirs[name][figure], abs=AGREE)


def test_it_agrees_with_the_scorer_on_modality_and_grounding(both):
    ours, theirs = both
    assert ours["modality"] == pytest.approx(theirs["modality"], abs=AGREE)
    assert ours["grounded"] == pytest.approx(theirs["grounded"], abs=AGREE)


def test_it_counts_the_same_facts_of_each_property_as_the_scorer(both):
    # How many are right may differ by a few: names that are level leave a choice of alignment.
    ours, theirs = both
    for predicate, figures in ours["facts"].items():
        counted = theirs["by"][predicate]
        assert (figures["predicted"], figures["gold"]) == (counted["predicted"], counted["gold"]), predicate


@pytest.fixture(scope="module")
def both(shared, tmp_path_factory):
    gold = shared / "gold" / "dev"
    theirs = accuracy_floor.score(gold, shared, tmp_path_factory.mktemp("graphs"))
    return evaluate(gold, gold).to_json(), theirs


def test_names_are_compared_without_honorific_mark_and_space():
    assert comparable("นายอิกอร์  มอร์กูลอฟ", "Person") == comparable("อิกอร์ มอร์กูลอฟ", "Person")
    assert comparable("H.E. Mr. Igor Morgulov", "Person") == "igormorgulov"
    assert comparable("ครั้งที่ ๕") == comparable("ครั้งที่ 5")


def test_three_names_that_differ_in_their_marks_are_three_names():
    assert len({comparable(name) for name in ("ข่าว", "ข้าว", "ขาว")}) == 3


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_symmetric_and_a_share(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1


def test_each_thing_is_aligned_once_and_the_whole_as_well_as_can_be():
    gold = side({"a": ("Organization", "กระทรวงการคลัง"), "b": ("Organization", "กระทรวงการคลังญี่ปุ่น")})
    made = side({"1": ("Organization", "กระทรวงการคลังญี่ปุ่น"), "2": ("Framework", "กระทรวงการคลัง")})
    assert align(gold, made) == {"1": "b", "2": "a"}


def test_a_meeting_without_a_like_name_is_aligned_by_what_happened_at_it():
    person = ("Person", "วิชาวัฒน์ อิศรภักดี")
    happened = (("p", "attended", "m"), ("m", "heldOn", "2021-08-04"))
    gold = side({"p": person, "m": ("Meeting", "การหารือทวิภาคี")}, happened)
    made = side({"p": person, "m": ("Meeting", "the talks in Moscow")}, happened)
    assert align(gold, made)["m"] == "m"


def test_a_second_node_for_one_thing_is_wrong():
    gold = side({"a": ("Country", "ไทย")})
    made = side({"1": ("Country", "ไทย"), "2": ("Country", "ไทย")})
    assert len(align(gold, made)) == 1


def test_meeting_somebody_has_no_direction():
    things = {"a": ("Person", "ดอน ปรมัตถ์วินัย"), "b": ("Person", "Igor Morgulov")}
    gold, made = side(things, (("a", "metWith", "b"),)), side(things, (("b", "metWith", "a"),))
    assert len(match(gold, made, align(gold, made))) == 1


def test_a_date_is_right_or_wrong():
    things = {"m": ("Meeting", "การประชุมสุดยอดอาเซียน ครั้งที่ 38")}
    gold = side(things, (("m", "heldOn", "2021-10-26/2021-10-28"),))
    made = side(things, (("m", "heldOn", "2021-10-26"),))
    assert match(gold, made, align(gold, made)) == {}


def test_figures_of_nothing_are_zero():
    assert (Figures().precision, Figures().recall, Figures().f1) == (0.0, 0.0, 0.0)


def test_the_samples_measure_well_against_their_annotations(root, samples):
    evaluation = evaluate(root / "tests" / "golden" / "samples", samples)
    assert evaluation.failures == ()
    assert evaluation.grounded == 1.0


def test_a_text_that_is_missing_is_a_failure_and_counts_as_empty(tmp_path):
    fact = {"s": "e", "p": "holdsPosition", "o": "โฆษก"}
    thing = {"id": "e", "type": "Person", "label": "ดอน", "named": True}
    (tmp_path / "a.json").write_text(json.dumps({"entities": [thing], "facts": [fact]}), encoding="utf-8")
    evaluation = evaluate(tmp_path, tmp_path)
    assert evaluation.failures[0].source == "a.txt"
    assert evaluation.hard == Figures(right=0, predicted=0, gold=1)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"entities": [{}], "facts": []}', "[" * 100_000])
def test_a_malformed_annotation_is_named(tmp_path, text):
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=r"bad\.json is no annotation"):
        read_annotation(tmp_path / "bad.json")


def test_a_folder_without_annotations_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="holds no annotation"):
        evaluate(tmp_path, tmp_path)
    with pytest.raises(SourceError, match="does not exist"):
        evaluate(tmp_path / "nowhere", tmp_path)
