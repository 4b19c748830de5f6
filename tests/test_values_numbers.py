"""What numbers a meeting, and what only looks as if it did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import grows_in_proportion

from kg.text import fold
from kg.values.numbers import find_ordinals, thai_number_word

# (text, the words found, numbers, year)
FORMS = [
    ("การประชุม ครั้งที่ 54", "ครั้งที่ 54", (54,), None),
    ("การประชุม ครั้งที่ ๕๔ ณ", "ครั้งที่ ๕๔", (54,), None),
    ("เอเปคครั้งที่30", "ครั้งที่30", (30,), None),
    ("ครั้ง ที่ 30", "ครั้ง ที่ 30", (30,), None),
    ("การประชุม ครั้ง 8", "ครั้ง 8", (8,), None),
    ("ครั้งที่\u00a08", "ครั้งที่\u00a08", (8,), None),
    ("ครั้งที่ 38 และ 39 ที่", "ครั้งที่ 38 และ 39", (38, 39), None),
    ("ครั้งที่ ๓๘ และ ๓๙ ในเดือนตุลาคม", "ครั้งที่ ๓๘ และ ๓๙", (38, 39), None),
    ("ครั้งที่ 38 และ 39 เดือนตุลาคม", "ครั้งที่ 38 และ 39", (38, 39), None),
    ("ครั้งที่ 38 และครั้งที่ 39", "ครั้งที่ 38 และครั้งที่ 39", (38, 39), None),
    ("ครั้งที่ 38-39", "ครั้งที่ 38-39", (38, 39), None),
    ("ครั้งที่ 38 – 40", "ครั้งที่ 38 – 40", (38, 39, 40), None),
    ("ครั้งที่ 3, 4 และ 5", "ครั้งที่ 3, 4 และ 5", (3, 4, 5), None),
    ("สมัยที่ 28", "สมัยที่ 28", (28,), None),
    ("สมัยสามัญ ครั้งที่ 77", "สมัยสามัญ ครั้งที่ 77", (77,), None),
    ("สมัยพิเศษ ครั้งที่ 2", "สมัยพิเศษ ครั้งที่ 2", (2,), None),
    ("ครั้งที่ 1/2567 ณ", "ครั้งที่ 1/2567", (1,), 2024),
    ("ครั้งที่ ๒/๒๕๖๕", "ครั้งที่ ๒/๒๕๖๕", (2,), 2022),
    ("ครั้งที่ 2/2022", "ครั้งที่ 2/2022", (2,), 2022),
    ("ครั้งที่ 2/65", "ครั้งที่ 2/65", (2,), 2022),
    ("ครั้งที่ 1-2/2567", "ครั้งที่ 1-2/2567", (1, 2), 2024),
    ("ครั้งที่ 5 มีนาคม 2564", "ครั้งที่ 5", (5,), None),
    ("ครั้งที่ 5 และ 10 มีนาคม", "ครั้งที่ 5", (5,), None),
    ("ครั้งที่ 5 และ 10 ประเทศ", "ครั้งที่ 5", (5,), None),
    ("ครั้งที่หนึ่ง", "ครั้งที่หนึ่ง", (1,), None),
    ("ครั้งที่สามของ", "ครั้งที่สาม", (3,), None),
    ("ครั้งที่สิบ", "ครั้งที่สิบ", (10,), None),
    ("ครั้งที่ ยี่สิบเอ็ด", "ครั้งที่ ยี่สิบเอ็ด", (21,), None),
    ("สมัยที่สอง", "สมัยที่สอง", (2,), None),
    ("ครั้งที่ IV", "ครั้งที่ IV", (4,), None),
    ("ครั้งที่ XII ณ", "ครั้งที่ XII", (12,), None),
    ("การประชุม 43rd AMAF", "43rd", (43,), None),
    ("SOM-22nd AMAF", "22nd", (22,), None),
    ("The 24th Meeting", "24th", (24,), None),
    ("1st JTC", "1st", (1,), None),
    ("the 40th & 41st Summits", "40th & 41st", (40, 41), None),
    ("the 40th and 41st Summits", "40th and 41st", (40, 41), None),
    ("The Tenth Meeting", "Tenth", (10,), None),
    ("the First Session", "First", (1,), None),
    ("the Twenty-First Session", "Twenty-First", (21,), None),
    ("the Thirtieth Meeting", "Thirtieth", (30,), None),
    ("The Nineteenth Session", "Nineteenth", (19,), None),
    ("😀 ครั้งที่ ๕", "ครั้งที่ ๕", (5,), None),
]

NO_ORDINALS = [
    "ครั้งแรก",
    "ครั้งที่ผ่านมา",
    "ครั้งนี้",
    "หลายครั้ง",
    "ครั้งหน้า",
    "3 ครั้ง 8 ประเทศ",
    "ทั้ง 3 ครั้ง",
    "ครั้งละ 5 คน",
    "ครั้งที่สามารถ",
    "ครั้งที่ห้าม",
    "สมัยใหม่ 5",
    "ทันสมัย 5",
    "สมัยแรก",
    "อีกครั้ง",
    "the 50th Anniversary",
    "21st century",
    "4th of August",
    "4th August",
    "August 4th, 2021",
    "the First Lady",
    "the first time",
    "the First Secretary",
    "Thai First",
    "the 5th Floor",
    "ครั้งที่ 0",
    "ครั้งที่",
    "",
    "11thing",
    "ครั้ง 10 ประเทศ",
    "บางครั้ง 8",
]


@pytest.mark.parametrize(("text", "words", "numbers", "year"), FORMS)
def test_an_ordinal_is_read_whole_and_right(
    text: str, words: str, numbers: tuple[int, ...], year: int | None
) -> None:
    found = find_ordinals(fold(text))
    assert [(o.span.of(text), o.numbers, o.year) for o in found] == [(words, numbers, year)]


@pytest.mark.parametrize("text", NO_ORDINALS)
def test_what_is_no_ordinal(text: str) -> None:
    assert find_ordinals(fold(text)) == []


def test_ordinals_come_in_order() -> None:
    text = "ครั้งที่ 24 (The 24th Meeting) สมัยที่ 3"
    assert [o.numbers for o in find_ordinals(text)] == [(24,), (24,), (3,)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("หนึ่ง", 1),
        ("สอง", 2),
        ("ที่สาม", 3),
        ("เก้า", 9),
        ("สิบ", 10),
        ("สิบเอ็ด", 11),
        ("สิบสอง", 12),
        ("ยี่สิบ", 20),
        ("ยี่สิบเอ็ด", 21),
        ("สามสิบห้า", 35),
        ("ร้อย", 100),
        ("หนึ่งร้อยเอ็ด", 101),
        ("สองพันห้าร้อยหกสิบสี่", 2564),
        ("หนึ่งหมื่น", 10_000),
        ("สองแสน", 200_000),
        ("สามล้าน", 3_000_000),
        ("สิบล้านห้า", 10_000_005),
        ("แรก", None),
        ("", None),
        ("สามคน", None),
        ("สองสาม", None),
        ("สิบร้อย", None),
        ("ครึ่ง", None),
        ("5", None),
    ],
)
def test_number_words(words: str, number: int | None) -> None:
    assert thai_number_word(words) == number


ONES = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]


def spelled(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    return (
        (ONES[hundreds] + "ร้อย" if hundreds else "")
        + (("" if tens == 1 else "ยี่" if tens == 2 else ONES[tens]) + "สิบ" if tens else "")
        + ("เอ็ด" if ones == 1 and number > 1 else ONES[ones])
    )


@given(st.integers(1, 999))
def test_every_number_reads_back_from_its_words(number: int) -> None:
    assert thai_number_word(spelled(number)) == number
    assert [o.numbers for o in find_ordinals(f"ครั้งที่{spelled(number)}")] == [(number,)]


@given(st.integers(1, 999), st.booleans())
def test_every_number_reads_back_from_its_digits(number: int, thai: bool) -> None:
    text = f"ครั้งที่ {number}"
    text = text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) if thai else text
    assert [(o.numbers, len(o.span)) for o in find_ordinals(fold(text))] == [((number,), len(text))]


@given(
    st.lists(
        st.sampled_from(
            [
                "ครั้งที่",
                "สมัยที่",
                "1",
                "38",
                "และ",
                "-",
                "หนึ่ง",
                "สาม",
                "1st",
                "the",
                "Tenth",
                "/",
                "2567",
                "นี้",
                "ครั้ง",
                "X",
            ]
        ),
        max_size=20,
    ).map(" ".join)
)
def test_ordinals_are_ordered_and_disjoint(text: str) -> None:
    at = 0
    for found in find_ordinals(text):
        assert found.span.start >= at
        assert found.numbers
        at = found.span.end


@pytest.mark.parametrize("piece", ["ครั้ง", "ครั้งที่ 1 และ ", "1st ", "สมัยสามัญ ", "the ", "ครั้งที่หนึ่ง", "สิบ"])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert grows_in_proportion(piece, lambda text: lambda: find_ordinals(text))
