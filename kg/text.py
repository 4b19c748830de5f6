"""Spans of text, and the exact map from cleaned text back to the raw document.

Characters are the only coordinate in Thut: half-open ranges of Unicode code points. Tokens are a
tool inside a component, never a coordinate.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.errors import AlignmentError
from kg.expressions import expression

_BRACKET = expression(r" ?\([^()]*\)")


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code points, ``text[start:end]``.

    >>> Span(2, 5).of("0123456")
    '234'

    Raises:
        AlignmentError: the range is negative or runs backwards.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if start < 0 or end < start:
            raise AlignmentError(f"no span runs from {start} to {end}: want 0 <= start <= end")
        # Many are made: what a frozen class does by itself takes twice as long.
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end


_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a cleaning rule made: ``raw[span]`` became ``text``.

    ``rule`` is the name of the rule, as the report lists it.
    """

    span: Span
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each character of a cleaned text came from in the raw text.

    The cleaned text is a row of stretches. Stretch ``i`` starts at ``cleaned[i]`` and came from
    ``raw[i]`` up to ``raw_ends[i]``; where ``copied[i]`` it runs beside the raw text character by
    character, else it is a unit that a rule wrote and that maps as a whole. What was deleted lies
    between stretches. ``length`` is that of the cleaned text.
    """

    cleaned: tuple[int, ...]
    raw: tuple[int, ...]
    raw_ends: tuple[int, ...]
    copied: tuple[bool, ...]
    length: int

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text of ``length`` characters that no rule touched."""
        return cls((0,), (0,), (length,), (True,), length)

    @classmethod
    def from_edits(cls, raw: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
        """Apply ``edits`` (disjoint, in any order) to ``raw``; give the cleaned text and its map.

        >>> text, offsets = OffsetMap.from_edits("นํา", [Edit(Span(1, 3), "ำ", "sara-am")])
        >>> text, offsets.to_raw(Span(0, 2))
        ('นำ', Span(start=0, end=3))

        Raises:
            AlignmentError: two edits overlap, or one runs past the end of ``raw``.
        """
        stretches: list[tuple[int, int, int, bool]] = []
        pieces: list[str] = []
        at = position = 0  # how far raw is used up, how long the cleaned text is
        begun = begun_raw = 0  # where the copied stretch under way began
        for edit in sorted(edits, key=_edit_order):
            start, end, text = edit.span.start, edit.span.end, edit.text
            if start < at or end > len(raw):
                raise _misplaced(edit, at, len(raw))
            if start > at:
                pieces.append(raw[at:start])
                position += start - at
            at = end
            pieces.append(text)
            if end - start == len(text) == 1:  # one for one: the copy goes on
                position += 1
                continue
            if position > begun:
                stretches.append((begun, begun_raw, start, True))
            if text:
                stretches.append((position, start, end, False))
                position += len(text)
            begun, begun_raw = position, end
        if at < len(raw):
            pieces.append(raw[at:])
            position += len(raw) - at
        if position > begun:
            stretches.append((begun, begun_raw, len(raw), True))
        if not stretches:
            return "", cls((0,), (0,), (len(raw),), (False,), 0)
        cleaned, raws, ends, copied = zip(*stretches, strict=True)
        return "".join(pieces), cls(cleaned, raws, ends, copied, position)

    def to_raw(self, span: Span) -> Span:
        """The raw range behind a range of the cleaned text.

        The range covers every raw character whose cleaned form lies in ``span``; a unit that a rule
        replaced is taken whole. An empty span gives an empty one.

        Raises:
            AlignmentError: ``span`` runs past the end of the cleaned text.
        """
        if span.end > self.length:
            raise AlignmentError(
                f"span {span.start}-{span.end} runs past the cleaned text, which has {self.length} characters"
            )
        if len(self.cleaned) == 1 and self.copied[0]:
            shift = self.raw[0]
            return Span(span.start + shift, span.end + shift) if shift else span
        if span.start == span.end:
            at = self._end(span.end) if span.end == self.length else self._start(span.start)
            return Span(at, at)
        return Span(self._start(span.start), self._end(span.end))

    def _start(self, position: int) -> int:
        i = bisect_right(self.cleaned, position) - 1
        return self.raw[i] + (position - self.cleaned[i] if self.copied[i] else 0)

    def _end(self, position: int) -> int:
        if position == 0:
            return self.raw[0] if self.length else 0
        i = bisect_right(self.cleaned, position - 1) - 1
        return self.raw[i] + position - self.cleaned[i] if self.copied[i] else self.raw_ends[i]


def _edit_order(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end


def _misplaced(edit: Edit, at: int, length: int) -> AlignmentError:
    where = f"the cleaning edit at {edit.span.start}-{edit.span.end} (rule {edit.rule!r})"
    if edit.span.end > length:
        return AlignmentError(f"{where} runs past the text, which has {length} characters")
    return AlignmentError(f"{where} overlaps the one before it, which ends at {at}")


_FOLDS = (*zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True), *zip("–—“”‘’", "--\"\"''", strict=True))
_TO_FOLD = expression("[๐-๙–—“”‘’]")


def spaced_before(*words: str) -> tuple[str, ...]:
    """Each word as it stands glued to what is before it, and with a space between.

    >>> spaced_before("และ")
    ('และ', ' และ')
    """
    return tuple(f"{space}{word}" for word in words for space in ("", " "))


def spaced_behind(*words: str) -> tuple[str, ...]:
    """Each word as it stands glued to what follows, and with a space between.

    >>> spaced_behind("ของ")
    ('ของ', 'ของ ')
    """
    return tuple(f"{word}{space}" for word in words for space in ("", " "))


def without_brackets(text: str) -> str:
    """``text`` without what stands in brackets, and without the brackets.

    >>> without_brackets("ไทย (TH) และลาว")
    'ไทย และลาว'
    """
    return _BRACKET.sub("", text)


def fold(text: str) -> str:
    """``text`` as rules look things up in it: the same length, one form of digits, dashes and quotes.

    Every character maps to one character, so offsets in the result are offsets in ``text``.

    >>> fold("ครั้งที่ ๕๔ – “ก”")
    'ครั้งที่ 54 - "ก"'
    """
    if _TO_FOLD.search(text) is None:
        return text
    # str.translate is many times slower than a few replacements on Thai text (measured).
    for old, new in _FOLDS:
        if old in text:
            text = text.replace(old, new)
    return text


LEANING = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ")
"""Vowels and marks that lean on the letter before: none of them begins a word."""

# Neither XML nor a spreadsheet can hold them; line ends and tabs they can.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def without_controls(text: str) -> str:
    r"""``text`` without the control characters that make a file unreadable; line ends and tabs stay.

    >>> without_controls("ไทย\x00\x0b")
    'ไทย'
    """
    return text.translate(_CONTROLS)


# One of Thailand's code pages, which has every letter that texts in Thai and English are written with.
CODE_PAGE = "cp874"


@lru_cache(maxsize=2)
def one_byte(text: str) -> bytes:
    r"""``text`` with one byte for each character, so that places in the bytes are places in the text.

    A question mark stands for a character that the Thai code page does not have. What looks for words
    in a text one after another is given the same bytes.

    >>> one_byte("ไทย ✓")
    b'\xe4\xb7\xc2 ?'
    """
    return text.encode(CODE_PAGE, "replace")


def align(text: str, pieces: Sequence[str], start: int = 0) -> list[Span]:
    """The spans of ``pieces`` (an engine's output, in order) along ``text`` from ``start``.

    Raises:
        AlignmentError: a piece does not stand where the one before it ended.

    >>> align("ไทยจีน", ["ไทย", "จีน"])
    [Span(start=0, end=3), Span(start=3, end=6)]
    """
    spans = []
    for piece in pieces:
        if not text.startswith(piece, start):
            raise AlignmentError(
                f"expected {piece!r} at {start}, the text has {text[start : start + len(piece)]!r}: "
                "the engine changed the text it was given"
            )
        spans.append(Span(start, start + len(piece)))
        start += len(piece)
    return spans


# Letters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese.
_LETTERS = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]"
_LONG_RUN = expression(f"{_LETTERS}{{500}}(?={_LETTERS})")


def breakable(text: str) -> str:
    """``text`` for a page, with places to break it in runs of 500 letters that no space ends.

    A browser looks for the words of such a run in time that grows with the square of its length: over
    100,000 letters it would take minutes.

    >>> len(breakable("ก" * 1_000)), breakable("ก" * 400 + " ก") == "ก" * 400 + " ก"
    (1001, True)
    """
    return _LONG_RUN.sub("\\g<0>\u200b", text)
