"""Entities that a reader judged one or two: how merging takes them, and the tool that counts it."""

from __future__ import annotations

from collections import Counter

import merged_pairs
import pytest
from merged_pairs import DIFFERENT, FILE, PARTS, SAME, Known, Pair, Rate, b_cubed, pairwise

# What was reached on pairs drawn without regard to the rules, held-out ones among them, and must not be lost.
PRECISION, RECALL = 0.98, 0.92
HELD_OUT_RECALL = 0.85


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return merged_pairs.read_pairs(FILE)


@pytest.fixture(scope="module")
def known(pairs, shared) -> list[Known]:
    assert (shared / "corpus" / "diplomatic").is_dir()
    return merged_pairs.known_pairs(pairs, merged_pairs.merged_quads())


def test_there_are_pairs_of_every_type_with_traps_among_them(pairs):
    assert {pair.part for pair in pairs} == set(PARTS)
    verdicts = Counter((pair.type, pair.verdict) for pair in pairs if pair.part != "accepted")
    assert sum(verdicts.values()) >= 350
    assert all(verdicts[type_, DIFFERENT] >= 75 for type_ in ("Person", "Meeting"))
    assert all(verdicts[type_, SAME] >= 50 for type_ in ("Person", "Meeting"))
    assert all(pair.why for pair in pairs)
    assert len({frozenset((pair.first, pair.second)) for pair in pairs}) == len(pairs)


def test_almost_every_judged_entity_is_still_found(known, pairs):
    # Some were read as things that are none, and are made no more.
    assert len(known) >= 0.91 * len(pairs)


def test_merging_keeps_the_precision_and_the_recall_that_it_has_reached(known):
    precision, recall = pairwise([k for k in known if k.pair.part != "accepted"])
    assert precision.share >= PRECISION, str(precision)
    assert recall.share >= RECALL, str(recall)
    precision, recall = pairwise([k for k in known if k.pair.part == "held-out"])
    assert precision.share >= PRECISION, str(precision)
    assert recall.share >= HELD_OUT_RECALL, str(recall)


def test_what_was_drawn_from_merges_is_right(known):
    precision, _ = pairwise([k for k in known if k.pair.part == "accepted"])
    assert precision.share >= PRECISION, str(precision)


# The tool


def judged(first: str, second: str, verdict: str, *, merged: bool) -> Known:
    return Known(
        Pair("Person", ("a", first), ("b", second), verdict, "rules", "by hand"), first, second, merged
    )


def test_pairs_are_counted():
    found = [
        judged("a", "b", SAME, merged=True),
        judged("a", "c", DIFFERENT, merged=True),
        judged("d", "e", SAME, merged=False),
    ]
    assert pairwise(found) == (Rate(1, 2), Rate(1, 2))


def test_an_interval_holds_its_share_and_narrows():
    few, many = Rate(9, 10), Rate(900, 1000)
    assert few.interval[0] < many.interval[0] < 0.9 < many.interval[1] < few.interval[1] < 1
    assert Rate(0, 0).interval == (0.0, 1.0)


def test_b_cubed_counts_what_verdicts_tell_and_no_more():
    perfect = [judged("a", "b", SAME, merged=True), judged("b", "c", DIFFERENT, merged=False)]
    assert b_cubed(perfect, perfect) == (1.0, 1.0)
    # That a and c are two follows; that d is none of them is told by nobody.
    lumped = [
        judged("a", "b", SAME, merged=True),
        judged("b", "c", DIFFERENT, merged=True),
        judged("d", "d2", SAME, merged=False),
    ]
    precision, recall = b_cubed(lumped, lumped)
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert recall == pytest.approx((1 + 1 + 1 + 0.5 + 0.5) / 5)
