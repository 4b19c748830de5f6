"""Confidence of a claim: the logistic of what verdicts say of its signs."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.confidence import ALWAYS, confidence, logistic, weights
from kg.documents import read_document
from kg.extract import extract

_SIGNS = st.lists(st.sampled_from([*weights(), "unheard of"]), max_size=6).map(tuple)


@given(_SIGNS)
def test_a_confidence_is_a_share_in_hundredths_that_never_reaches_certainty(signs: tuple[str, ...]) -> None:
    sure = confidence(signs)
    assert 0.05 <= sure <= 0.99
    assert sure == round(sure, 2)


def test_signs_nobody_judged_leave_a_claim_at_the_height_of_all() -> None:
    assert confidence(("a rule of yours",)) == confidence(())


def test_weights_add_up_before_the_logistic_function() -> None:
    assert logistic({ALWAYS: 1.0, "a": 0.5, "b": -2.5}, ["a", "b"]) == pytest.approx(1 / (1 + math.exp(1.0)))


def test_every_fact_carries_the_signs_that_its_confidence_follows_from() -> None:
    text = (
        "เมื่อวันที่ 3 มีนาคม 2568 นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงการต่างประเทศ เข้าร่วมการประชุมรัฐมนตรี"
        "ต่างประเทศอาเซียน และหารือกับรัฐมนตรีว่าการกระทรวงการต่างประเทศสิงคโปร์"
    )
    found = extract(read_document(text.encode(), "a.txt")).assertions
    assert found
    for claim in found:
        for evidence in claim.evidence:
            assert evidence.signs
            assert evidence.signs[0].endswith(f" {claim.predicate}")
            assert evidence.confidence == confidence(evidence.signs)
