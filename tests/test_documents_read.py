"""From bytes to a document, and the documents that are refused."""

from __future__ import annotations

import hashlib

import pytest
from corpora import SHARED
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import document_from_text, document_id, read_document
from kg.errors import DocumentError
from kg.model import BlockRole
from kg.text import Span, fold

TEXT = (
    "นายกรัฐมนตรีหารือกับเอกอัครราชทูต\r\nวันนี้ (๔ ส.ค. ๒๕๖๔) นายกรัฐมนตรีหารือน้ําใจ\u200bไมตรีกับ\u00a0เอกอัครราชทูตญี่ปุ่น\r\n"
)


def test_a_document_keeps_the_raw_text_and_says_what_cleaning_did() -> None:
    data = TEXT.encode()
    document = read_document(data, "ข่าว/a.txt", "/somewhere/a.txt")
    assert document.raw == TEXT
    assert "น้ำใจไมตรีกับ เอกอัครราชทูต" in document.text
    assert document.folded == fold(document.text)
    assert dict(document.cleaned_by) == {"zero-width": 1, "space": 1, "sara-am": 1, "line-end": 2}
    assert document.source.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.source.name, document.source.location) == ("ข่าว/a.txt", "/somewhere/a.txt")
    assert str(document.published) == "2021-08-04"
    at = document.text.index("น้ำใจไมตรี")
    assert document.offsets.to_raw(Span(at, at + len("น้ำใจไมตรี"))).of(TEXT) == "น้ําใจ\u200bไมตรี"


def test_every_encoding_gives_the_same_text() -> None:
    texts = {
        read_document(TEXT.replace("\u200b", "").encode(e), "a.txt").text
        for e in ("utf-8", "utf-16", "cp874")
    }
    assert len(texts) == 1


def test_reading_is_deterministic() -> None:
    assert read_document(TEXT.encode(), "a.txt") == read_document(TEXT.encode(), "a.txt")
    assert document_from_text(TEXT, "a.txt") == read_document(TEXT.encode(), "a.txt")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\n\n  ", "nothing but blanks"),
        (b"\x00\x01\x02" * 50, "binary"),
        (TEXT.encode() + b"\xff\xfe", "broken at byte"),
        (b"The two ministers met in Bangkok and agreed to cooperate.", "not in Thai"),
        ("รัฐบาลไทย-ข่าวทำเนียบรัฐบาล " .encode() + b"The ministers met in Bangkok today. " * 20, "not in Thai"),
        ("外務大臣は会議に出席し、共同声明を採択した。".encode(), "not in Thai"),
        ("ລັດຖະມົນຕີວ່າການກະຊວງການຕ່າງປະເທດລາວ".encode(), "not in Thai"),
        ("ไทย".encode(), "not in Thai: 3 of its 3 letters"),
        (b"12 34 56 ...", "not in Thai"),
    ],
)  # fmt: skip
def test_what_is_no_thai_document_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says) as caught:
        read_document(data, "bad.txt")
    assert "bad.txt" in str(caught.value)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(DocumentError, match="surrogate pair at 1"):
        document_from_text("ก\ud800ข")


class TestIdentifiers:
    def test_it_is_readable(self) -> None:
        assert document_id("dev-01.txt").startswith("dev-01-")
        assert document_id("general/g-0001.txt").startswith("general-g-0001-")
        assert document_id("ข่าว.txt").startswith("doc-")

    def test_names_that_look_alike_are_told_apart(self) -> None:
        alike = [
            "ข่าว.txt",
            "ข้าว.txt",
            "ขาว.txt",
            "ข่าว",
            "ข่าว.TXT",
            "a.txt",
            "A.txt",
            "a",
            "a/b.txt",
            "a-b.txt",
        ]
        assert len({document_id(name) for name in alike}) == len(alike)

    @given(st.text(min_size=1))
    def test_it_is_ascii_and_the_same_each_time(self, name: str) -> None:
        found = document_id(name)
        assert found == document_id(name)
        assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus stands beside the repository, not in it")
def test_the_corpus_is_read_whole() -> None:
    paths = sorted((SHARED / "corpus" / "diplomatic").glob("*.txt"))[::20] + sorted(
        (SHARED / "seeds").glob("*.txt")
    )
    assert len(paths) > 30
    for path in paths:
        document = read_document(path.read_bytes(), path.name)
        assert document.published is not None, path
        assert document.title, path
        assert sum(block.role is BlockRole.TITLE for block in document.blocks) == 1, path
        assert any(block.role is BlockRole.BODY for block in document.blocks), path
        assert document.profile in {"thaigov", "mfa", "embassy"}, path
        assert document.profile != "mfa" or any(block.role is BlockRole.LEAD for block in document.blocks)
