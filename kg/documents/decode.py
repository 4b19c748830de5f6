"""Bytes to text: UTF-8, UTF-16 and CP874, told apart by what the bytes hold.

CP874 stands for all the Thai eight-bit encodings: TIS-620 and ISO 8859-11 are subsets of it, and
read Windows' curly quotes and dashes silently as control characters.
"""

from __future__ import annotations

import codecs
from typing import Final

from kg.errors import DocumentError
from kg.expressions import expression

_SIGNATURES: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xfd7zXZ", "xz data"),
)
_PAGE = expression("(?i)\ufeff?[ \t\r\n]*+<(?:!doctype html|html)[ \t\r\n>]")
_CONTROLS: Final = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1a")))
_SAMPLE = 8192  # bytes that the guesses look at
_UTF16_SHARE = 0.3  # of the bytes are 00 or 0E (the high byte of Latin and of Thai letters)
_CONTROL_SHARE = 0.005  # more control characters than this are not text
_THAI_UTF8 = expression(rb"\xe0[\xb8\xb9][\x80-\xbf]")
_HIGH = expression(rb"[\x80-\xff]")
_THAI = expression("[ก-ฺเ-๎]")
_THAI_BASE_AND_MARK = expression("(?<![ก-ฮัิ-ฺ็-๎])[ัิ-ฺ็-๎]")
_UNDEFINED_SHARE = 0.02  # of the high bytes may be undefined in CP874
_STRAY_SHARE = 0.1  # of the Thai letters may be marks that stand on nothing
_BLANK = " \t\n\v\f\r\x1a\u0085\u00a0\u00ad\u2028\u2029\u3000\ufeff\u200b\u200c\u200d\u2060"
_WAY_OUT = "save it again as plain text in UTF-8"


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of ``data`` and the name of the encoding that it is in.

    ``data.decode(encoding)`` gives the text, a byte order mark of UTF-8 included (it counts as a
    character), and line ends stay as they are. Bytes that CP874 leaves undefined become U+FFFD, one
    character each.

    >>> decode("ทูต".encode("cp874"), "a.txt")
    ('ทูต', 'cp874')

    Args:
        data: the bytes of the file.
        name: what messages call the document.

    Raises:
        DocumentError: the file is empty, blank, binary, a page of HTML, or in no encoding that Thut reads.
    """
    if not data:
        raise DocumentError(f"{name} is empty (0 bytes): leave it out, or fetch it again")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise DocumentError(f"{name} is {kind}, not text: extract its text into a .txt file")
    wide = _utf16(data)
    if wide:
        text, encoding = _strict(data, wide, name), wide
    else:
        _refuse_binary(data, name)
        text, encoding = _narrow(data, name)
    if not text.strip(_BLANK):
        raise DocumentError(f"{name} holds nothing but blanks ({len(data)} bytes): leave it out")
    if _PAGE.match(text):
        raise DocumentError(f"{name} is a page of HTML, not text: extract its text into a .txt file")
    return text, encoding


def _utf16(data: bytes) -> str:
    """The UTF-16 or UTF-32 codec that ``data`` is in, or nothing."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if b"\0" not in sample and b"\x0e" not in sample:
        return ""
    even, odd = sample[::2], sample[1::2]
    low, high = (part.count(0) + part.count(0x0E) for part in (even, odd))
    if max(low, high) < _UTF16_SHARE * len(sample) or min(low, high) * 4 > max(low, high):
        return ""
    return "utf-16-le" if high > low else "utf-16-be"


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name} is broken at byte {error.start} of {len(data)}: it begins as {encoding.upper()}, "
            f"but {_hex(data, error.start)} is not ({error.reason}); {_WAY_OUT}"
        ) from error
    controls = sum(char < " " and char not in "\t\n\v\f\r\x1a" for char in text)
    if controls > _CONTROL_SHARE * len(text):
        raise DocumentError(
            f"{name} is binary: {controls} control characters; extract its text into a .txt file"
        )
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    zero = data.find(0)
    if zero >= 0:
        raise DocumentError(f"{name} is binary: byte {zero} is NUL; extract its text into a .txt file")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(data):
        raise DocumentError(
            f"{name} is binary: {controls} of its {len(data)} bytes are control characters, "
            f"the first at byte {_first_control(data)}; extract its text into a .txt file"
        )


def _first_control(data: bytes) -> int:
    return next(i for i, byte in enumerate(data) if byte in _CONTROLS)


def _narrow(data: bytes, name: str) -> tuple[str, str]:
    """``data`` as UTF-8, or as CP874 where that is what it must be."""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error
    where = f"at byte {broken.start} of {len(data)}"
    high = len(_HIGH.findall(data))
    if 2 * 3 * len(_THAI_UTF8.findall(data)) > high:
        raise DocumentError(
            f"{name} is broken {where}: it is in UTF-8, but {_hex(data, broken.start)} is not "
            f"({broken.reason}): fetch it again, or {_WAY_OUT}"
        ) from broken
    text = data.decode("cp874", "replace")
    thai = len(_THAI.findall(text))
    stray = len(_THAI_BASE_AND_MARK.findall(text))
    if text.count("\ufffd") > _UNDEFINED_SHARE * high or 2 * thai < high or stray > _STRAY_SHARE * thai:
        raise DocumentError(
            f"{name} is in no encoding that Thut reads (UTF-8, UTF-16, CP874/TIS-620): "
            f"{_hex(data, broken.start)} {where} is not UTF-8, and read as CP874 it is not Thai; {_WAY_OUT}"
        ) from broken
    return text, "cp874"


def _hex(data: bytes, at: int) -> str:
    return "0x" + data[at : at + 4].hex(" ").upper().replace(" ", " 0x")
