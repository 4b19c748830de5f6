"""A document that holds several matters (a digest of resolutions, an agenda with its minutes), cut into them.

A page is one matter unless it has a row of titles of one shape that count up from 1, each with a text of
its own: ``1. เรื่อง ก``, ``2. เรื่อง ข`` or ``วาระที่ 1``, ``วาระที่ 2``. What stands before the row heads the
whole; a list of the same titles there, without texts, announces the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from kg.expressions import expression
from kg.lexicon import any_of
from kg.model import Block, BlockRole
from kg.text import Span

# With fewer titles a page is no digest.
_FEWEST = 3
# A number may be missing from the row, by a slip.
_SLIP = 2
# A line with a number alone, and how long it may be where a resolution tells that it is a title.
_NUMBERED = expression(r"\s*\(?(\d{1,3})[.)]\s*(?=[ก-ฮเ-ไ(])")
_LONGEST_TITLE = 400
# A paragraph with fewer characters is no text of a matter: a heading, the name of a section.
_SHORTEST_TEXT = 60
# A number and the word behind it, or the word and the number behind it.
_HEADING = expression(
    rf"\s{{0,99}}+(?:\(?(?P<number>\d{{1,3}}) ?[.)]?\s*+(?P<word>{any_of('matter_words')})|"
    rf"(?P<row>{any_of('matter_rows')}) ?(?P<count>\d{{1,3}})(?!\d|[./]\d))\s*+[:.-]?\s*+(?=\S)"
)
# How a text begins that tells a resolution at once; the number of the line before it heads a matter.
_RESOLVING = expression(
    rf"\s{{0,99}}+{any_of('resolvers')} ?(?:ได้)?(?:มีมติ|{any_of('agrees_to', 'hears_of')})"
)


class Matter(NamedTuple):
    """One matter: its title, where the words of the title stand, and the blocks of its text.

    What heads the whole has no title. ``announced`` are the lines before that list the title.
    """

    title: Block | None
    words: Span
    blocks: tuple[Block, ...]
    announced: tuple[Span, ...] = ()


class _Title(NamedTuple):
    """A line that looks like the title of a matter: which block it is, its shape, number and words."""

    at: int
    shape: str
    number: int
    words: Span


def matters_of(folded: str, blocks: Sequence[Block]) -> tuple[Matter, ...]:
    """The matters of a page, in order, what heads the whole first; one without a title for most pages.

    Args:
        folded: the folded text of the page.
        blocks: its blocks without the standing parts.
    """
    titles = [
        title
        for at, (block, text) in enumerate(zip_longest(blocks, blocks[1:]))
        if (title := _title(folded, at, block, text)) is not None
    ]
    rows = _rows(titles) if len(titles) >= _FEWEST else []
    row = max(rows, key=lambda row: _told(blocks, row), default=None)
    if row is None or 2 * _told(blocks, row) < len(row):
        return (Matter(None, Span(0, 0), tuple(blocks)),)
    first = row[0].at
    lists = [other for other in rows if other[-1].at < first]
    listed = {title.at: title for other in lists for title in other}
    head = tuple(block for at, block in enumerate(blocks[:first]) if at not in listed)
    lines: dict[int, list[Span]] = {}
    for title in listed.values():
        lines.setdefault(title.number, []).append(blocks[title.at].span)
    matters = [Matter(None, Span(0, 0), head)]
    for title, end in zip(row, [*(after.at for after in row[1:]), len(blocks)], strict=True):
        announced = tuple(lines.get(title.number, ()))
        matters.append(Matter(blocks[title.at], title.words, tuple(blocks[title.at + 1 : end]), announced))
    return tuple(matters)


def _title(folded: str, at: int, block: Block, text: Block | None) -> _Title | None:
    if block.role is BlockRole.TITLE:
        return None
    start, end = block.span.start, block.span.end
    found = _HEADING.match(folded, start, end)
    if found is None:
        numbered = (
            _NUMBERED.match(folded, start, end) if text is not None and end - start < _LONGEST_TITLE else None
        )
        if (
            numbered is None
            or text is None
            or _RESOLVING.match(folded, text.span.start, text.span.end) is None
        ):
            return None
        return _Title(at, "", int(numbered[1]), Span(numbered.end(), end))
    shape = found["word"] or found["row"]
    return _Title(at, shape, int(found["number"] or found["count"]), Span(found.end(), end))


def _rows(titles: list[_Title]) -> list[list[_Title]]:
    """The rows that count up from 1; a list within a matter that counts anew is a row of its own."""
    rows: list[list[_Title]] = []
    open_rows: list[list[_Title]] = []
    for title in titles:
        row = next(
            (row for step in range(1, _SLIP + 1) for row in open_rows if _follows(row, title, step)), None
        )
        if row is not None:
            row.append(title)
        elif title.number == 1:
            rows.append([title])
            # Two rows go on side by side at most: that of the matters, and one within a matter.
            open_rows = [rows[-1], *open_rows][:_SLIP]
    return [row for row in rows if len(row) >= _FEWEST]


def _follows(row: list[_Title], title: _Title, step: int) -> bool:
    return row[-1].shape == title.shape and row[-1].number + step == title.number


def _told(blocks: Sequence[Block], row: list[_Title]) -> int:
    """How many titles of a row have a text of their own."""
    ends = [*(title.at for title in row[1:]), len(blocks)]
    return sum(
        any(len(block.span) >= _SHORTEST_TEXT for block in blocks[title.at + 1 : end])
        for title, end in zip(row, ends, strict=True)
    )
