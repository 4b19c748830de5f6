"""The page that a document was taken from, told from its text, and what each line of it is for.

A profile knows the standing parts of one kind of page. To add one, write a function that gives a
role to each line and put it, with its test, into ``_PROFILES``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from kg.documents.lines import (
    DATE_ABOVE,
    DATE_LINE,
    SOURCE_LINE,
    Line,
    begins_report,
    is_contact,
    is_letterhead,
    is_office,
    key,
    lines,
)
from kg.documents.page import (
    FOOTER_LINE,
    HEADLINE_LINES,
    Page,
    below_header,
    blocks_of,
    choose_title,
    is_headline,
    mark_footer,
)
from kg.documents.published import published
from kg.expressions import expression
from kg.lexicon import any_of
from kg.model import Block, BlockRole, DateValue
from kg.text import Span

_SITE = expression(r"รัฐบาลไทย *- *ข่าว[^-\n]{2,40}- *")
_SITE_NAME = expression(r"รัฐบาลไทย *- *")
_EMBASSY = expression(
    rf"(?:สถาน{any_of('envoys')}|คณะผู้แทนถาวร|สำนักงานเศรษฐกิจและการค้า)\S{{0,60}}"
    r"(?: ?(?:ณ|ประจำ|แห่ง) ?\S{1,40}){0,2}"
)
_IMPORTED = "วันที่นำเข้าข้อมูล"
_SEAT = expression(r"(?:ประจำ|ณ |แห่ง) ?\S{2,60}")

_LETTERHEAD_LINES = 5
_OFFICE_ABOVE = 60  # characters of the name of an office in a letterhead


@dataclass(frozen=True, slots=True)
class Layout:
    """What a profile read out of a page.

    ``blocks`` are ordered, disjoint and trimmed; they cover every line that holds something, and a line of
    more than 20,000 characters is several. At most one is a title, and ``title`` is its text with blanks
    folded.
    """

    profile: str
    blocks: tuple[Block, ...]
    title: str
    published: DateValue | None
    url: str


def lay_out(text: str, folded: str) -> Layout:
    """Tell the profile of a page and what each of its lines is for.

    Args:
        text: the cleaned text.
        folded: the same, folded for look-up (:func:`kg.text.fold`).
    """
    page = Page(lines(folded))
    profile, _, read = next(each for each in _PROFILES if each[1](page.lines))
    read(page)
    mark_footer(page)
    blocks = blocks_of(page, folded)
    title = next((block.span for block in blocks if block.role is BlockRole.TITLE), None)
    head = page.lines[: page.body + 1]
    body = [block.span.of(folded) for block in blocks if block.role in {BlockRole.BODY, BlockRole.LEAD}]
    return Layout(
        profile,
        blocks,
        " ".join(title.of(text).split()) if title else "",
        published(head, body, bare_year=profile in {"embassy", "plain"}),
        _url(page.lines, text),
    )


def _url(page: Sequence[Line], text: str) -> str:
    for line in reversed(page):
        match = SOURCE_LINE.match(line.span.of(text))
        if match and match[1]:
            return match[1]
    return ""


# -- thaigov: the news of Government House ------------------------------------------------------------


def _is_thaigov(page: Sequence[Line]) -> bool:
    return _site_prefix(page) > 0


def _site_prefix(page: Sequence[Line]) -> int:
    """The length of what the site puts before the headline, blanks included; 0 on another site."""
    text = page[0].text if page else ""
    match = _SITE.match(text)
    if match is None:
        # The name of the site alone may be the first words of a headline (รัฐบาลไทย-จีน …): it is a
        # prefix only where the rest stands below as a headline of its own.
        match = _SITE_NAME.match(text)
        rest = key(text[match.end() :]) if match else ""
        if not rest or all(line.key != rest for line in page[1:HEADLINE_LINES]):
            return 0
    return match.end() if match and match.end() < len(text) else 0


def _read_thaigov(page: Page) -> None:
    first = page.lines[0]
    cut = _site_prefix(page.lines)
    begin = first.span.start
    page.prefix = Span(begin, begin + len(first.text[:cut].rstrip()))
    page.lines[0] = Line(Span(begin + cut, first.span.end), first.text[cut:])
    start = below_header(page, 1)
    choose_title(page, 0, start)


# -- mfa: the news of the Ministry of Foreign Affairs -------------------------------------------------


def _is_mfa(page: Sequence[Line]) -> bool:
    return any(line.text.startswith(_IMPORTED) for line in page[:12])


def _read_mfa(page: Page) -> None:
    mark = next(i for i, line in enumerate(page.lines) if line.text.startswith(_IMPORTED))
    above = [
        i
        for i in range(mark)
        if page.roles[i] is BlockRole.BODY and not DATE_LINE.fullmatch(page.lines[i].text)
    ]
    page.stand(*range(mark))
    start = below_header(page, mark)
    page.body = start
    if not above:
        return
    best = max(above, key=lambda i: (len(page.lines[i].key), -i))
    page.entitle(best, best)
    body = [i for i in range(start, len(page.lines)) if page.roles[i] is BlockRole.BODY]
    title = page.lines[best].key
    # Not repeats(): the summary that follows is often the headline in other words.
    while body and title.startswith(page.lines[body[0]].key):
        page.stand(body.pop(0))
    if len(body) > 1 and not begins_report(page.lines[body[0]].text):
        page.roles[body[0]] = BlockRole.LEAD


# -- embassy: the pages of an embassy -----------------------------------------------------------------


def _is_embassy(page: Sequence[Line]) -> bool:
    if not page or _EMBASSY.fullmatch(page[0].text) is None:
        return False
    name = page[0].key
    return any(line.key == name or is_contact(line.text) for line in page[1:])


def _read_embassy(page: Page) -> None:
    seat = len(page.lines) > 1 and _SEAT.fullmatch(page.lines[1].text) is not None
    last = 1 if seat else 0
    start = below_header(page, last + 1)
    page.body = start
    name = page.lines[0].key
    foot = next((i for i in range(start, len(page.lines)) if page.lines[i].key == name), len(page.lines))
    if all(len(line.text) < FOOTER_LINE for line in page.lines[foot:]):
        page.stand(*range(foot, len(page.lines)))
    if start + 1 < foot and is_headline(page.lines[start].text, page.lines[start + 1].text):
        page.stand(*range(last + 1))
        choose_title(page, start, start + 1)
    else:
        page.entitle(0, last)


# -- plain: anything else -----------------------------------------------------------------------------


def _read_plain(page: Page) -> None:
    start = _below_letterhead(page, below_header(page, 0))
    page.body = start
    if start + 1 >= len(page.lines):
        return
    if is_headline(page.lines[start].text, page.lines[start + 1].text):
        choose_title(page, start, below_header(page, start + 1))


def _below_letterhead(page: Page, start: int) -> int:
    """Pass over who writes, and that it is a release (``กระทรวง ก``, ``ข่าวสารนิเทศ``); where that ends."""
    end = start
    for i, line in enumerate(page.lines[start : start + _LETTERHEAD_LINES], start):
        if is_letterhead(line.text) or DATE_ABOVE.fullmatch(line.text):
            end = i + 1
        elif not (is_office(line.text) and len(line.text) < _OFFICE_ABOVE):
            break
    page.stand(*range(start, end))
    return below_header(page, end)


_Fits = Callable[[Sequence[Line]], bool]
_Read = Callable[[Page], None]
_PROFILES: Final[tuple[tuple[str, _Fits, _Read], ...]] = (
    ("thaigov", _is_thaigov, _read_thaigov),
    ("mfa", _is_mfa, _read_mfa),
    ("embassy", _is_embassy, _read_embassy),
    ("plain", lambda _: True, _read_plain),
)
