"""The cleaning rules, and that every offset survives them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.documents import RULES, clean
from kg.documents.clean import find_edits
from kg.text import OffsetMap, Span

# Everything that a rule looks at, among letters that none touches.
TEXT = st.text(
    alphabet="กนสขเแาำํ่้๊๋์ิีุูัๆฯ๑ \n\r\t\u00a0\u200b\u200d\ufeff\u00ad\u2003\u3000\u0007\u0085\u2028ab1-“",
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "text", "rule"),
    [
        ("\ufeffทูต\u200b\u200dไทย\u00ad", "ทูตไทย", "zero-width"),
        ("ข่าว\u00a0สาร\u3000ใหม่\u2009", "ข่าว สาร ใหม่ ", "space"),
        ("ก\tข", "ก ข", "tab"),
        ("เเผนการ", "แผนการ", "sara-ae"),
        ("เ\u200bเผนการ", "แผนการ", "sara-ae"),
        ("นํา", "นำ", "sara-am"),
        ("น้ํา", "น้ำ", "sara-am"),
        ("นํ้า", "น้ำ", "sara-am"),
        ("น้ํ้า", "น้ำ", "sara-am"),
        ("นํ\u200bา", "นำ", "sara-am"),
        ("นำำ", "นำ", "sara-am"),
        ("น้ำํ้า", "น้ำ", "sara-am"),
        ("ที่่", "ที่", "doubled-mark"),
        ("ทีี่", "ที่", "doubled-mark"),
        ("ก\r\nข\rค\u2028ง", "ก\nข\nค\nง", "line-end"),
        ("ก\x07ข\x9f", "กข", "control"),
        ("  นาย  ก  พบ  นาย  ข\nและ   ค ง  และ   จ   มา  ", "  นาย ก พบ นาย ข\nและ ค ง และ จ มา  ", "spaces"),
        ("ก \u200b\u00a0ข\t\tค" + "  ง" * 8, "ก ข ค" + " ง" * 8, "spaces"),
    ],
)
def test_each_rule_does_what_it_says(raw: str, text: str, rule: str) -> None:
    cleaned = clean(raw)
    assert cleaned.text == text
    assert rule in dict(cleaned.counts)
    assert set(dict(cleaned.counts)) <= set(RULES)


@pytest.mark.parametrize(
    "text",
    [
        "ข่าว ข้าว ขาว น้ำใจ เแล เป็น",
        "กรุงเทพฯ ต่าง ๆ ๑๒๓ “อาเซียน” – (ARF)",
        "ก\nข\n\nค",
        "มากกก าา ะะ 100 11 oo",
        "กํ",  # NIKHAHIT in Pali stays
        "นาย ก พบ นาย ข เมื่อวาน  นาย ค ไม่พบ",  # a wide gap among narrow ones may part sentences
        "  ก\n  ข  \n",
        "",
    ],
)
def test_what_a_reader_sees_stays(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.text == text
    assert cleaned.counts == ()
    assert cleaned.offsets == OffsetMap.identity(len(text))


def test_counts_list_the_rules_in_their_order() -> None:
    assert clean("ก\r\nข\u00a0ค\u00a0ง\u200b").counts == (("zero-width", 1), ("space", 2), ("line-end", 1))


@given(TEXT)
@example("เ\u200bเเ")
@example("้ํ้าํา")
@example("ํํ้้าำ")
@example("ั\x07ั")
@example("เ\x9fเ")
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    text = clean(raw).text
    assert clean(text).text == text
    assert find_edits(text) == []


@given(TEXT)
def test_every_cleaned_character_comes_from_a_raw_range_in_order(raw: str) -> None:
    cleaned = clean(raw)
    spans = [cleaned.offsets.to_raw(Span(i, i + 1)) for i in range(len(cleaned.text))]
    assert all(len(span) > 0 for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
    assert all(a == b or a.end <= b.start for a, b in pairwise(spans))


@given(TEXT)
def test_what_lies_between_the_ranges_is_what_was_deleted(raw: str) -> None:
    cleaned = clean(raw)
    kept = [False] * len(raw)
    for i in range(len(cleaned.text)):
        span = cleaned.offsets.to_raw(Span(i, i + 1))
        kept[span.start : span.end] = [True] * len(span)
    dropped = "".join(char for char, keep in zip(raw, kept, strict=True) if not keep)
    assert clean(dropped).text == ""


@given(TEXT, st.data())
def test_cleaning_the_quotation_gives_the_cleaned_text_back(raw: str, data: st.DataObject) -> None:
    cleaned = clean(raw)
    size = len(cleaned.text)
    units = [cleaned.offsets.to_raw(Span(i, i + 1)) for i in range(size)]
    borders = [i for i in range(size + 1) if i in (0, size) or units[i - 1] != units[i]]
    start = data.draw(st.sampled_from(borders))
    end = data.draw(st.sampled_from([i for i in borders if i >= start]))
    span = Span(start, end)
    assert clean(cleaned.offsets.to_raw(span).of(raw)).text == span.of(cleaned.text)


def test_tones_before_no_vowel_are_looked_at_once() -> None:
    """However many stand in a row, with what nobody sees between them."""
    cleaned = clean("ก" + "่\u00ad๋๋" * 50_000 + "ํ")
    assert cleaned.text == "ก" + "่๋" * 50_000 + "ํ"
