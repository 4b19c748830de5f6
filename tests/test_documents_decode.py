"""Telling encodings apart, and refusing what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import decode
from kg.errors import DocumentError

THAI = "นายกรัฐมนตรีหารือกับเอกอัครราชทูตญี่ปุ่นประจำประเทศไทย ครั้งที่ ๒\r\nน้ำใจไมตรี\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (THAI.encode(), "utf-8"),
        (THAI.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + THAI.encode("utf-16-be"), "utf-16"),
        (THAI.encode("utf-16-le"), "utf-16-le"),
        (THAI.encode("utf-16-be"), "utf-16-be"),
        (THAI.encode("utf-32"), "utf-32"),
        (THAI.encode("cp874"), "cp874"),
        (b"Plain words", "utf-8"),
    ],
)
def test_the_encoding_is_told_and_line_ends_stay(data: bytes, encoding: str) -> None:
    text, found = decode(data, "a.txt")
    assert found == encoding
    assert text == data.decode(encoding)
    assert text in {THAI, "Plain words"}


def test_a_byte_order_mark_of_utf8_counts_as_a_character() -> None:
    text, _ = decode(codecs.BOM_UTF8 + THAI.encode(), "a.txt")
    assert text == "\ufeff" + THAI


def test_windows_quotes_and_dashes_are_read_in_cp874() -> None:
    text, encoding = decode(("“อาเซียน” – ไทย…" + THAI).encode("cp874"), "a.txt")
    assert encoding == "cp874"
    assert text.startswith("“อาเซียน” – ไทย…")


def test_a_byte_that_cp874_leaves_undefined_is_seen_and_keeps_its_place() -> None:
    data = THAI.encode("cp874") + b"\xdb" + "ไทย".encode("cp874")
    text, encoding = decode(data, "a.txt")
    assert encoding == "cp874"
    assert len(text) == len(data)
    assert text[len(THAI)] == "\ufffd"


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t ", codecs.BOM_UTF8, "\u200b\n".encode(), "\ufeff ".encode("utf-16-le")]
)
def test_an_empty_or_blank_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.txt (is empty|holds nothing but blanks)"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 \xe2\xe3", "is a PDF"),
        (b"PK\x03\x04\x14\x00", "Office document"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>\n<p>", "a page of HTML"),
        (f"<html><p>{THAI}".encode("cp874"), "a page of HTML"),
        (b"abc\x00def" * 9, "byte 3 is NUL"),
        (b"a\x01\x02\x03" * 50, "control characters"),
        (bytes(range(256)) * 3, "NUL"),
    ],
)
def test_files_that_are_no_text_are_refused(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says):
        decode(data, "a.txt")


def test_broken_utf8_is_refused_with_the_place_and_the_way_out() -> None:
    data = THAI.encode()
    broken = data[:30] + b"\xff" + data[30:]
    with pytest.raises(DocumentError, match=rf"broken at byte 30 of {len(broken)}.*0xFF.*UTF-8"):
        decode(broken, "a.txt")


def test_utf8_cut_off_in_a_character_is_refused() -> None:
    data = THAI.encode() + "ไ".encode()[:2]
    with pytest.raises(DocumentError, match=f"byte {len(THAI.encode())} of"):
        decode(data, "a.txt")


def test_broken_utf16_is_refused() -> None:
    with pytest.raises(DocumentError, match="UTF-16"):
        decode(THAI.encode("utf-16") + b"\x0e", "a.txt")


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "shift_jis", "gb18030"])
def test_another_encoding_is_not_taken_for_thai(encoding: str) -> None:
    text = {
        "cp1252": "Les ministres se sont réunis à Genève où ils ont été reçus ; éèàçù âêîôû",
        "cp1251": "Министры иностранных дел встретились в Женеве и приняли заявление",
        "shift_jis": "外務大臣は会議に出席し、共同声明を採択した。",
        "gb18030": "外交部长出席会议并通过联合声明，讨论地区合作问题。",
    }[encoding]
    with pytest.raises(DocumentError, match="no encoding that Thut reads"):
        decode(text.encode(encoding), "a.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data, "a.txt")
    except DocumentError:
        return
    assert text == data.decode(encoding, "replace")
