"""Spans, the offset map, folding and alignment."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import AlignmentError
from kg.text import Edit, OffsetMap, Span, align, fold

RAW = st.text(alphabet="กขคำาํ่้ \u200b\r\nab๑", max_size=40)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A raw text and disjoint edits of it, in any order."""
    raw = draw(RAW)
    cuts = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=8)))
    edits: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if edits and (edits[-1].span.end > start or edits[-1].span.start == start):
            continue  # overlapping, or two insertions at one place
        edits.append(Edit(Span(start, end), draw(st.text("xyz", max_size=3)), "rule"))
    return raw, draw(st.permutations(edits))


class TestSpan:
    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
    def test_a_range_that_is_none_is_refused(self, start: int, end: int) -> None:
        with pytest.raises(AlignmentError, match=f"from {start} to {end}"):
            Span(start, end)

    def test_what_it_covers(self) -> None:
        span = Span(2, 5)
        assert span.of("ก่อนทูต") == "อนท"
        assert len(span) == 3
        assert span.covers(Span(2, 5))
        assert not span.covers(Span(1, 3))

    def test_spans_sort_by_start_then_end(self) -> None:
        assert sorted([Span(1, 5), Span(0, 9), Span(1, 2)]) == [Span(0, 9), Span(1, 2), Span(1, 5)]


class TestOffsetMap:
    def test_without_edits_every_span_is_itself(self) -> None:
        assert OffsetMap.from_edits("ทูต", []) == ("ทูต", OffsetMap.identity(3))
        assert OffsetMap.identity(3).to_raw(Span(1, 3)) == Span(1, 3)

    def test_one_for_one_edits_leave_the_identity(self) -> None:
        text, offsets = OffsetMap.from_edits("ก\u00a0ข", [Edit(Span(1, 2), " ", "space")])
        assert (text, offsets) == ("ก ข", OffsetMap.identity(3))

    def test_a_unit_maps_as_a_whole(self) -> None:
        text, offsets = OffsetMap.from_edits("นํ้าใจ", [Edit(Span(1, 4), "้ำ", "sara-am")])
        assert text == "น้ำใจ"
        assert offsets.to_raw(Span(1, 2)) == Span(1, 4)
        assert offsets.to_raw(Span(2, 3)) == Span(1, 4)
        assert offsets.to_raw(Span(3, 5)) == Span(4, 6)

    def test_deleted_characters_belong_to_no_span_at_their_side(self) -> None:
        text, offsets = OffsetMap.from_edits("กข\u200bคง", [Edit(Span(2, 3), "", "zero-width")])
        assert text == "กขคง"
        assert offsets.to_raw(Span(0, 2)) == Span(0, 2)
        assert offsets.to_raw(Span(2, 4)) == Span(3, 5)
        assert offsets.to_raw(Span(0, 4)) == Span(0, 5)

    def test_a_text_of_which_nothing_is_left(self) -> None:
        text, offsets = OffsetMap.from_edits("\u200b\u200b", [Edit(Span(0, 2), "", "zero-width")])
        assert text == ""
        assert offsets.to_raw(Span(0, 0)) == Span(0, 0)

    def test_an_empty_text(self) -> None:
        text, offsets = OffsetMap.from_edits("", [])
        assert text == ""
        assert offsets.to_raw(Span(0, 0)) == Span(0, 0)

    def test_the_end_of_a_text_that_ends_in_a_unit(self) -> None:
        _, offsets = OffsetMap.from_edits("ก\r\n", [Edit(Span(1, 3), "\n", "line-end")])
        assert offsets.to_raw(Span(2, 2)) == Span(3, 3)

    def test_overlapping_edits_are_refused(self) -> None:
        edits = [Edit(Span(0, 2), "", "a"), Edit(Span(1, 3), "", "b")]
        with pytest.raises(AlignmentError, match="'b'"):
            OffsetMap.from_edits("กขค", edits)

    def test_an_edit_past_the_end_is_refused(self) -> None:
        with pytest.raises(AlignmentError, match="has 1 characters"):
            OffsetMap.from_edits("ก", [Edit(Span(0, 2), "", "a")])

    def test_a_span_past_the_end_is_refused(self) -> None:
        with pytest.raises(AlignmentError, match="has 3 characters"):
            OffsetMap.identity(3).to_raw(Span(0, 4))

    @given(edited())
    def test_the_text_is_the_raw_text_with_the_edits_applied(self, case: tuple[str, list[Edit]]) -> None:
        raw, edits = case
        expected = raw
        for edit in sorted(edits, key=lambda e: e.span, reverse=True):
            expected = expected[: edit.span.start] + edit.text + expected[edit.span.end :]
        text, offsets = OffsetMap.from_edits(raw, edits)
        assert text == expected
        assert offsets.length == len(text)

    @given(edited())
    def test_the_map_is_monotone_and_stays_in_the_text(self, case: tuple[str, list[Edit]]) -> None:
        raw, edits = case
        text, offsets = OffsetMap.from_edits(raw, edits)
        spans = [offsets.to_raw(Span(i, i + 1)) for i in range(len(text))]
        assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
        assert all(0 <= span.start <= span.end <= len(raw) for span in spans)

    @given(edited())
    def test_a_character_that_no_edit_wrote_is_found_in_the_raw_text(
        self, case: tuple[str, list[Edit]]
    ) -> None:
        raw, edits = case
        text, offsets = OffsetMap.from_edits(raw, edits)
        for i, char in enumerate(text):
            span = offsets.to_raw(Span(i, i + 1))
            if char not in "xyz":
                assert span.of(raw) == char

    @given(edited(), st.data())
    def test_a_span_maps_to_the_hull_of_its_characters(
        self, case: tuple[str, list[Edit]], data: st.DataObject
    ) -> None:
        raw, edits = case
        text, offsets = OffsetMap.from_edits(raw, edits)
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        found = offsets.to_raw(Span(start, end))
        if start == end:
            assert len(found) == 0
        else:
            spans = [offsets.to_raw(Span(i, i + 1)) for i in range(start, end)]
            assert found == Span(spans[0].start, spans[-1].end)


class TestFold:
    @given(st.text())
    def test_length_is_kept_and_folding_twice_changes_nothing(self, text: str) -> None:
        assert len(fold(text)) == len(text)
        assert fold(fold(text)) == fold(text)

    def test_digits_dashes_and_quotes_have_one_form(self) -> None:
        assert fold("ครั้งที่ ๐๑๒๓๔๕๖๗๘๙ – — ‘ก’ “ข”") == "ครั้งที่ 0123456789 - - 'ก' \"ข\""

    def test_marks_and_sara_am_stay(self) -> None:
        assert fold("น้ำ ข่าว ข้าว ขาว") == "น้ำ ข่าว ข้าว ขาว"


class TestAlign:
    def test_pieces_in_order(self) -> None:
        assert align("ไทย จีน", ["ไทย", " ", "จีน"]) == [Span(0, 3), Span(3, 4), Span(4, 7)]
        assert align("xไทย", ["ไทย"], start=1) == [Span(1, 4)]

    def test_an_engine_that_changed_the_text_is_caught(self) -> None:
        with pytest.raises(AlignmentError, match="at 1"):
            align("นํา", ["น", "ำ"])

    @given(st.lists(st.text("กาำ่ \u200b", min_size=1), max_size=9))
    def test_the_pieces_of_a_text_are_where_they_were(self, pieces: list[str]) -> None:
        text = "".join(pieces)
        assert [span.of(text) for span in align(text, pieces)] == pieces
