"""What a reading missed is listed where it stands, and what a fact uses is not."""

from __future__ import annotations

import pytest

from kg.coverage import cover
from kg.documents import document_from_text
from kg.extract import extract
from kg.model import BlockRole

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
        ("ทั้งนี้ ร้านค้าเปิดต้อนรับลูกค้า", "verb", "ต้อนรับ"),
        ("ทั้งนี้ คู่มือฉบับที่ 7/2567 หมดแล้ว", "undated", "2567"),
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


def test_a_text_without_facts_misses_all_that_stands_in_it():
    text = "ร้านค้าจะปิดทำการวันที่ 5 มีนาคม 2565 ทั้งนี้ ผู้สนใจควรอ่านคู่มือ XJQ พิมพ์ครั้งที่ 3"
    coverage = cover(extract(document_from_text(text)))
    assert coverage.without_fact == coverage.sentences == 2
    assert coverage.rules == ()
    assert missed(text) == [("date", "วันที่ 5 มีนาคม 2565"), ("acronym", "XJQ"), ("ordinal", "ครั้งที่ 3")]


def test_what_is_missed_twice_is_listed_twice_in_order_of_place():
    text = f"{USED} ทั้งนี้ ร้านค้าปิดวันที่ ๕ มีนาคม ๒๕๖๕ คู่มือ XJQ และวันที่ 5 มีนาคม 2565"
    coverage = cover(extract(document_from_text(text)))
    assert [(miss.kind, miss.span.of(text)) for miss in coverage.uncovered] == [
        ("date", "วันที่ ๕ มีนาคม ๒๕๖๕"),
        ("acronym", "XJQ"),
        ("date", "วันที่ 5 มีนาคม 2565"),
    ]


def test_standing_parts_are_neither_read_nor_missed():
    caption = "ภาพ: นายปรีชา สุขสันต์ ครั้งที่ 3 วันที่ 7 มีนาคม 2565 XJQ"
    text = f"{USED}\n{caption}\nผู้สนใจติดต่อได้ทุกวัน"
    document = document_from_text(text)
    (standing,) = (block.span.of(text) for block in document.blocks if block.role is BlockRole.STANDING)
    assert standing == caption
    assert missed(text) == []
    assert cover(extract(document)).sentences == 2


@pytest.mark.parametrize(
    "text",
    [
        USED.replace("18", "๑๘").replace("เมื่อวันที่ 4 สิงหาคม 2564", "ระหว่างวันที่ ๔ - ๖ สิงหาคม ๒๕๖๔"),
        f"{USED} ทั้งนี้ นายสมชาย กล่าวว่า การประชุมครั้งที่ 18 สำเร็จด้วยดี",
        f"{USED} ทั้งนี้ ASEAN ยินดี",
    ],
    ids=["digits and interval", "first name and number again", "acronym of a known body"],
)
def test_what_a_fact_names_otherwise_is_not_missed(text):
    assert missed(text) == []


def test_an_acronym_before_a_dash_in_a_name_is_used():
    text = (
        "นายสมชาย ใจดี เอกอัครราชทูต ณ กรุงโตเกียว เข้าร่วมการประชุมเจ้าหน้าที่อาวุโส ครั้งที่ 19 "
        "(19th XJQ-Canada Dialogue: XCD) เมื่อวันที่ 4 สิงหาคม 2564"
    )
    assert missed(text) == []


def test_an_ordinal_is_listed_whole():
    assert ("ordinal", "ครั้งที่ 2567") in missed(f"{USED} ทั้งนี้ หนังสือเล่มนี้พิมพ์ครั้งที่ 2567 แล้ว")


def test_a_date_far_from_the_document_s_own_dates_no_talk():
    text = (
        "5 เมษายน 2566\n"
        "นายสมชาย ใจดี ปลัดกระทรวงการต่างประเทศ ได้หารือกับนายสเวน ลินด์ฮอล์ม "
        "เอกอัครราชทูตนอร์เวย์ประจำประเทศไทย เมื่อวันที่ 19 ธันวาคม 2495"
    )
    extraction = extract(document_from_text(text))
    assert extraction.document.published is not None
    assert "heldOn" not in {assertion.predicate for assertion in extraction.assertions}
    assert any(reason.startswith("heldOn: 1952-12-19 lies too far") for reason, _ in extraction.refused)


def test_what_was_missed_is_the_same_when_another_document_was_read_since():
    first = extract(document_from_text(f"{USED} ทั้งนี้ ภาพถ่ายทั้งหมดเป็นของนายปรีชา สุขสันต์", "a"))
    at_once = cover(first)
    extract(document_from_text(f"{USED} ทั้งนี้ ร้านค้าเปิดต้อนรับลูกค้า", "b"))
    assert cover(first) == at_once
    assert [miss.kind for miss in at_once.uncovered] == ["title"]
