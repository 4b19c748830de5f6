"""Dates of a document: which parts of it are read, and from which day."""

from __future__ import annotations

from kg.mentions.dates import recognize_dates
from kg.model import Block, BlockRole, DateValue, Document, Source
from kg.text import OffsetMap, Span, fold


def document(parts: list[tuple[str, BlockRole]], published: str = "") -> Document:
    text = "\n".join(words for words, _ in parts)
    blocks, at = [], 0
    for words, role in parts:
        blocks.append(Block(Span(at, at + len(words)), role))
        at += len(words) + 1
    return Document(
        id="doc",
        source=Source("doc", "doc.txt", "", "utf-8"),
        raw=text,
        text=text,
        folded=fold(text),
        offsets=OffsetMap.identity(len(text)),
        profile="plain",
        blocks=tuple(blocks),
        title="",
        published=DateValue(published) if published else None,
    )


def test_title_lead_and_body_are_read_and_standing_parts_are_not() -> None:
    doc = document(
        [
            ("ประชุม ปี 2564", BlockRole.TITLE),
            ("วันพุธที่ 4 สิงหาคม 2564", BlockRole.STANDING),
            ("สรุปเดือนกันยายน 2564", BlockRole.LEAD),
            ("วันที่ ๕ สิงหาคม ๒๕๖๔ และ 6 ส.ค. 64", BlockRole.BODY),
            ("ปรับปรุง 7 สิงหาคม 2564", BlockRole.STANDING),
        ]
    )
    assert [(m.surface, m.value, m.kind, m.found_by) for m in recognize_dates(doc)] == [
        ("ปี 2564", "2021", "date", "dates.v1:year"),
        ("เดือนกันยายน 2564", "2021-09", "date", "dates.v1:month"),
        ("วันที่ ๕ สิงหาคม ๒๕๖๔ และ 6 ส.ค. 64", "2021-08-05/2021-08-06", "date", "dates.v1:interval"),
    ]


def test_relative_dates_are_seen_from_the_day_of_the_document() -> None:
    parts = [("จะจัดในปีหน้า", BlockRole.BODY)]
    assert [m.value for m in recognize_dates(document(parts, "2021-08-10"))] == ["2022"]
    assert [(m.value, m.found_by) for m in recognize_dates(document(parts))] == [("", "dates.v1:relative")]


def test_every_mention_quotes_its_words() -> None:
    doc = document([("ระหว่างวันที่ ๑ – ๒ มีนาคม ๒๕๖๔ ที่ผ่านมา", BlockRole.BODY)])
    mentions = recognize_dates(doc)
    assert [mention.value for mention in mentions] == ["2021-03-01/2021-03-02"]
    assert [mention.surface for mention in mentions] == [mention.span.of(doc.text) for mention in mentions]


def test_a_document_without_dates_has_none() -> None:
    assert recognize_dates(document([("ไม่มีอะไร", BlockRole.BODY)])) == []
    assert recognize_dates(document([("ปี 2564", BlockRole.STANDING)])) == []
