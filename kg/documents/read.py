"""Bytes to a :class:`kg.model.Document`: decode, check, clean, lay out."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import Final

from kg.documents.clean import clean
from kg.documents.decode import decode
from kg.documents.profiles import lay_out
from kg.errors import DocumentError, ForeignDocumentError
from kg.expressions import expression
from kg.model import Document, Source
from kg.text import fold

_THAI = expression("[ก-ฺเ-๎]+")
_FOREIGN = expression("[A-Za-zª-\u0dff\u0e80-\u1fff\u3040-\ud7ff]+")
_THAI_SHARE = 0.2  # of the letters of a document must be Thai
_THAI_LETTERS = 20  # at least
_SLUG = 48  # characters of a name that its identifier keeps
_HASH = 12  # hexadecimal digits: two of a million names collide once in 500 runs
_NOT_SLUG = expression("[^a-z0-9]+")
_SUFFIXES: Final = frozenset({".txt"})


def read_document(data: bytes, name: str, location: str = "") -> Document:
    """Read one document.

    >>> document = read_document("นายกรัฐมนตรีหารือกับเอกอัครราชทูตญี่ปุ่น".encode(), "a.txt")
    >>> document.profile, document.source.encoding, document.raw == document.text
    ('plain', 'utf-8', True)

    Args:
        data: the bytes of its file.
        name: its name among the sources; the document's identifier derives from it alone.
        location: where it is, for messages and provenance; ``name`` where left out.

    Raises:
        DocumentError: the bytes are no text, or the text has hardly a letter.
        ForeignDocumentError: the text is not in Thai; a :class:`DocumentError` too.
    """
    raw, encoding = decode(data, name)
    return _document(raw, Source(name, location or name, hashlib.sha256(data).hexdigest(), encoding))


def document_from_text(text: str, name: str = "text") -> Document:
    """A document of a text in hand; see :func:`read_document`.

    >>> document_from_text("นายสมชาย ใจดี เดินทางเยือนญี่ปุ่น").source.name
    'text'

    Raises:
        DocumentError: the text is empty, not in Thai, or holds half of a surrogate pair.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentError(f"{name} holds half a surrogate pair at {error.start}: decode it anew") from error
    return read_document(data, name)


def document_id(name: str) -> str:
    """The identifier of the document of this name: ASCII, readable where the name is, unique.

    >>> document_id("dev-01.txt")
    'dev-01-e103dd8801c9'
    """
    path = PurePosixPath(name)
    stem = str(path.with_suffix("")) if path.suffix.lower() in _SUFFIXES else name
    slug = _NOT_SLUG.sub("-", stem.lower()).strip("-")[:_SLUG].rstrip("-") or "doc"
    return f"{slug}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:_HASH]}"


def _document(raw: str, source: Source) -> Document:
    cleaned = clean(raw)
    folded = fold(cleaned.text)
    _refuse_foreign(folded, source.name)
    layout = lay_out(cleaned.text, folded)
    return Document(
        id=document_id(source.name),
        source=source,
        raw=raw,
        text=cleaned.text,
        folded=folded,
        offsets=cleaned.offsets,
        profile=layout.profile,
        blocks=layout.blocks,
        title=layout.title,
        published=layout.published,
        url=layout.url,
        cleaned_by=cleaned.counts,
    )


def _refuse_foreign(text: str, name: str) -> None:
    # If half of the text has letters enough for the whole of it, nothing more need be known.
    if sum(map(len, _THAI.findall(text, 0, len(text) // 2))) >= max(_THAI_LETTERS, _THAI_SHARE * len(text)):
        return
    thai = sum(map(len, _THAI.findall(text)))
    foreign = sum(map(len, _FOREIGN.findall(text)))
    if thai < _THAI_LETTERS or thai < _THAI_SHARE * (thai + foreign):
        share = 100 * thai // max(thai + foreign, 1)
        error = ForeignDocumentError if foreign else DocumentError  # numbers alone are in no language
        raise error(
            f"{name} is not in Thai: {thai} of its {thai + foreign} letters are ({share} %), beginning with "
            f"{text.strip()[:30]!r}; Thut reads Thai documents only"
        )
