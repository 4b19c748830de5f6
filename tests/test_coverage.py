"""What a reading missed is listed where it stands, and what a fact uses is not."""

from __future__ import annotations

import pytest

from kg.coverage import cover
from kg.documents import document_from_text
from kg.extract import extract

USED = (
    "นายสมชาย ใจดี เอกอัครราชทูต ณ กรุงโตเกียว "
    "เข้าร่วมการประชุมรัฐมนตรีต่างประเทศอาเซียน-รัสเซีย ครั้งที่ 18 เมื่อวันที่ 4 สิงหาคม 2564"
)


def missed(text: str) -> list[tuple[str, str]]:
    return [(miss.kind, miss.surface) for miss in cover(extract(document_from_text(text))).uncovered]


def test_what_facts_use_is_not_missed():
    assert missed(USED) == []


@pytest.mark.parametrize(
    ("text", "kind", "surface"),
    [
        ("ทั้งนี้ ร้านค้าจะปิดทำการวันที่ 5 มีนาคม 2565", "date", "วันที่ 5 มีนาคม 2565"),
        ("ทั้งนี้ ภาพถ่ายทั้งหมดเป็นของนายปรีชา สุขสันต์", "title", "นายปรีชา สุขสันต์"),
        ("ทั้งนี้ หนังสือเล่มนี้พิมพ์ครั้งที่ 3 แล้ว", "ordinal", "ครั้งที่ 3"),
        ("ทั้งนี้ ผู้สนใจควรอ่านคู่มือ XJQ ก่อน", "acronym", "XJQ"),
    ],
)
def test_what_no_fact_uses_is_listed(text, kind, surface):
    assert missed(f"{USED} {text}") == [(kind, surface)]


def test_a_sentence_counts_as_read_where_evidence_lies_in_it():
    coverage = cover(extract(document_from_text(f"{USED}\nทั้งนี้ ร้านค้าเปิดทุกวันตามปกติ")))
    assert (coverage.sentences, coverage.without_fact) == (2, 1)
    assert sum(number for _, number in coverage.rules) >= 4


def test_what_was_cleaned_away_moves_nothing():
    text = USED.replace("เข้าร่วม", "เข้า\u200bร่วม") + " ทั้งนี้ ผู้สนใจควรอ่านคู่มือ XJQ ก่อน"
    assert missed(text) == [("acronym", "XJQ")]
