"""Readers' verdicts: what they say of the reading, and the tool that counts them."""

from __future__ import annotations

import csv

import judged_facts
import pytest
from judged_facts import COLUMNS, FILE, RIGHT, WRONG, Fact, Made

from kg.confidence import logistic

# Among facts of fixed form that nobody annotated, at least so many must be right, by the lower edge too.
LEAST, LEAST_EDGE = 0.92, 0.90
DOCUMENTS, FACTS = 60, 600


def made(
    document: int, object_: str, *signs: str, predicate: str = "attended", confidence: float = 0.9
) -> Made:
    fact = Fact(f"doc-{document}", "ทูต", predicate, object_, "Actual")
    return Made(fact, confidence, signs, "คำ")


# What was judged


@pytest.fixture(scope="module")
def judged():
    assert FILE.is_file(), "no verdicts yet: see tests/judged_facts.py"
    return judged_facts.verdicts(FILE)


@pytest.fixture(scope="module")
def known(judged, shared):
    texts = shared / "corpus" / "diplomatic"
    names = sorted({fact.document for fact in judged})
    return judged_facts.known_of(
        [fact for name in names for fact in judged_facts.made_of(texts / f"{name}.txt")], judged
    )


def test_every_verdict_is_right_or_wrong_with_a_cause_and_no_text(judged):
    with FILE.open(encoding="utf-8", newline="") as lines:
        assert tuple(next(csv.reader(lines, delimiter="\t"))) == COLUMNS
    assert {verdict for verdict, _ in judged.values()} <= {RIGHT, WRONG}
    assert [fact for fact, (verdict, cause) in judged.items() if (verdict == WRONG) != bool(cause)] == []


def test_enough_was_judged_in_documents_that_nobody_annotated(judged, shared):
    names = {fact.document for fact in judged}
    assert len(names) >= DOCUMENTS
    assert not names & {path.stem for path in (shared / "gold").rglob("*.json")}


def test_facts_of_fixed_form_are_right_as_often_as_is_said(known):
    hard = [right for fact, right in known if fact.fact.predicate not in judged_facts.SOFT]
    assert len(hard) >= FACTS
    assert sum(hard) / len(hard) >= LEAST
    assert judged_facts.wilson(sum(hard), len(hard))[0] >= LEAST_EDGE


def test_of_facts_at_nine_tenths_nine_in_ten_are_right(known):
    sure = [right for fact, right in known if fact.confidence >= judged_facts.SURE]
    assert sum(sure) / len(sure) >= judged_facts.SURE
    # Who keeps to them loses little of what is right.
    assert sum(sure) >= 0.75 * sum(
        right for fact, right in known if fact.fact.predicate not in judged_facts.SOFT
    )


# The tool


def test_verdicts_are_written_and_read_back(tmp_path):
    file = tmp_path / "verdicts.tsv"
    kept = {
        made(2, 'การประชุม "ทูต"').fact: (WRONG, "boundary"),
        made(1, "การประชุมทูต").fact: (RIGHT, ""),
    }
    judged_facts.write(file, kept)
    assert judged_facts.verdicts(file) == kept
    assert file.read_text(encoding="utf-8").splitlines()[1].startswith("doc-1\t")


def test_a_share_has_an_interval_within_nought_and_one():
    assert judged_facts.wilson(0, 0) == (0.0, 1.0)
    low, high = judged_facts.wilson(10, 10)
    assert 0.7 < low < high <= 1.0


def test_signs_of_wrong_facts_weigh_down_and_rare_ones_little():
    facts = (
        [(("good",), True)] * 40 + [(("bad",), False)] * 30 + [(("bad",), True)] * 10 + [(("rare",), False)]
    )
    fitted = judged_facts.fit(facts)
    learnt = {sign: weight for sign, (weight, _) in fitted.items()}
    assert logistic(learnt, ["good"]) > 0.9
    assert logistic(learnt, ["bad"]) == pytest.approx(0.25, abs=0.1)
    assert logistic(learnt, ["rare"]) > logistic(learnt, ["bad"])
    assert {sign: number for sign, (_, number) in fitted.items()} == {
        "always": 81,
        "good": 40,
        "bad": 40,
        "rare": 1,
    }


def test_no_document_speaks_for_its_own_confidence():
    """A sign that one document alone has is not known where that document is counted."""
    known = [(made(i, "ก", "common"), True) for i in range(40)]
    known += [(made(99, str(i), "common", "own"), False) for i in range(20)]
    crossed = {fact.fact: fact.confidence for fact, _ in judged_facts.crossed(known)}
    assert len(crossed) == len(known)
    assert crossed[made(99, "3").fact] > 0.9


def test_the_report_counts_what_is_right_unjudged_and_gone():
    right, wrong, new = made(1, "ก"), made(1, "ข", predicate="discussed"), made(2, "ค")
    judged = {right.fact: (RIGHT, ""), wrong.fact: (WRONG, "boundary"), made(3, "ง").fact: (RIGHT, "")}
    lines = judged_facts.report([right, wrong, new], judged)
    assert lines[-1] == "2 judged, 1 not judged, 1 judged and no longer made"
    assert "     1  boundary" in lines
    assert any(line.split()[:2] == ["hard", "1.000"] for line in lines)
    assert any(line.split()[:2] == ["soft", "0.000"] for line in lines)
