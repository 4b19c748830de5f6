"""Runs of days: united, they are as near to others as they were one by one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.merging.dates import days, from_to, gap, near, united

RUNS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda run: (run[0], sum(run))), max_size=6
)


def all_days(runs):
    return {day for first, last in runs for day in range(first, last + 1)}


def test_a_last_day_belongs_to_the_first_day_of_its_document_and_not_to_one_long_before_or_after_it():
    def runs(start, end, longest=7):
        return [(last - first, last) for first, last in from_to([("a", start)], [end], longest)]

    day = days("2024-05-10")[0]
    assert runs("2024-05-10", ("a", "2024-05-11")) == [(1, day + 1)]
    for end in [("b", "2024-05-11"), ("a", "2024-05-09"), ("a", "2024-05-18"), ("a", "soon")]:
        assert runs("2024-05-10", end) == [(0, day)]
    assert runs("then", ("a", "2024-05-11")) == []


@given(RUNS)
def test_united_runs_have_the_same_days_in_order_and_apart(runs):
    found = united(runs)
    assert all_days(found) == all_days(runs)
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(found))


@given(RUNS, RUNS, st.integers(0, 30))
def test_united_runs_are_near_where_any_two_runs_are(mine, others, width):
    any_two = any(gap(x, y) <= width for x in mine for y in others)
    assert near(united(mine), united(others), width) == any_two
