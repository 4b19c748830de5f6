"""The page that a document was taken from, told from its text, and what each line of it is for.

A profile knows the standing parts of one kind of page. To add one, write a function that gives a
role to each line and put it, with its test, into ``_PROFILES``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.documents.lines import (
    DATE_ABOVE,
    DATE_LINE,
    NUMBER_DATE_LINE,
    SOURCE_LINE,
    Line,
    begins_report,
    is_contact,
    is_letterhead,
    is_office,
    is_standing,
    key,
    lines,
    repeats,
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
_SPEECH_END = expression(rf".*(?:{any_of('ends_of_speech')}|[:;,])$")

_HEADLINE_LENGTH = 250  # characters; a site cuts its headlines off here
_LEAD_LENGTH = 320
_HEADLINE_LINES = 6  # below the header, among which repeats are looked for
_FOOTER_LINE = 130
_LETTERHEAD_LINES = 5
_OFFICE_ABOVE = 60  # characters of the name of an office in a letterhead
_SLIP = 2  # characters by which a headline is not longer, but typed anew
_SHORTEST_LEAD = 25
# Rules compare what stands in one block, so that its length bounds their work; releases have at most 5,000.
_LONGEST_BLOCK = 20_000
_NEAR_END = 2_000  # how far before that a space is looked for


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


@dataclass(slots=True)
class _Page:
    """A page at work: its lines, their roles, the title, and where the body begins and ends."""

    lines: list[Line]
    roles: list[BlockRole] = field(default_factory=list)
    title: Span | None = None
    prefix: Span | None = None
    body: int = 0

    def __post_init__(self) -> None:
        self.roles = [BlockRole.STANDING if is_standing(line.text) else BlockRole.BODY for line in self.lines]

    def stand(self, *indices: int) -> None:
        """Mark lines as standing parts."""
        for i in indices:
            self.roles[i] = BlockRole.STANDING

    def entitle(self, first: int, last: int) -> None:
        """Make the lines from ``first`` to ``last`` the title."""
        self.title = Span(self.lines[first].span.start, self.lines[last].span.end)
        for i in range(first, last + 1):
            self.roles[i] = BlockRole.TITLE


def lay_out(text: str, folded: str) -> Layout:
    """Tell the profile of a page and what each of its lines is for.

    Args:
        text: the cleaned text.
        folded: the same, folded for look-up (:func:`kg.text.fold`).
    """
    page = _Page(lines(folded))
    profile = next(name for name, fits, _ in _PROFILES if fits(page.lines))
    read = next(read for name, _, read in _PROFILES if name == profile)
    read(page)
    _footer(page)
    blocks = _blocks(page, folded)
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


def _blocks(page: _Page, folded: str) -> tuple[Block, ...]:
    blocks = [Block(page.prefix, BlockRole.STANDING)] if page.prefix else []
    titled = False
    for line, role in zip(page.lines, page.roles, strict=True):
        span = line.span
        if role is BlockRole.TITLE:
            if titled:
                continue  # the second line of a title
            span = page.title or span
            titled = True
        first, *others = [span] if role is BlockRole.STANDING else _cut(span, folded)
        blocks.append(Block(first, role))
        rest = BlockRole.BODY if role is BlockRole.TITLE else role
        blocks += [Block(other, rest) for other in others]
    return tuple(blocks)


def _cut(span: Span, folded: str) -> list[Span]:
    """A line in pieces of at most ``_LONGEST_BLOCK`` characters, parted at a space where one is near."""
    pieces = []
    at = span.start
    while at < span.end:
        end = span.end
        if end - at > _LONGEST_BLOCK:
            end = at + _LONGEST_BLOCK
            end = folded.rfind(" ", end - _NEAR_END, end) + 1 or end
        piece = folded[at:end]
        start = at + len(piece) - len(piece.lstrip())
        if piece.strip():
            pieces.append(Span(start, start + len(piece.strip())))
        at = end
    return pieces


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
        if not rest or all(line.key != rest for line in page[1:_HEADLINE_LINES]):
            return 0
    return match.end() if match and match.end() < len(text) else 0


def _read_thaigov(page: _Page) -> None:
    first = page.lines[0]
    cut = _site_prefix(page.lines)
    begin = first.span.start
    page.prefix = Span(begin, begin + len(first.text[:cut].rstrip()))
    page.lines[0] = Line(Span(begin + cut, first.span.end), first.text[cut:])
    start = _header(page, 1)
    _choose_title(page, 0, start)


def _header(page: _Page, start: int) -> int:
    """Pass over the lines of a header from ``start``; the index of the first line below it."""
    for i in range(start, len(page.lines)):
        text = page.lines[i].text
        if not (DATE_LINE.fullmatch(text) or NUMBER_DATE_LINE.fullmatch(text) or is_standing(text)):
            return i
        page.stand(i)
    return len(page.lines)


def _choose_title(page: _Page, given: int, start: int) -> None:
    """Make the fullest repeat of line ``given`` among those from ``start`` on the title.

    The other repeats become standing parts, and what stands between them and the report a lead.
    """
    best_key = given_key = page.lines[given].key
    best = (given, given)
    end = min(len(page.lines), start + _HEADLINE_LINES)
    at = start
    rest: list[int] = []
    while at < end and len(page.lines) > at + 1:
        line = page.lines[at]
        if page.roles[at] is BlockRole.STANDING:
            at += 1
            continue
        if _is_body(line.text, given_key):
            break
        joined = line.key + page.lines[at + 1].key
        if _is_halved(given_key, line.key, joined):
            page.stand(at, at + 1)
            if len(joined) > len(best_key) + _SLIP:
                best, best_key = (at, at + 1), joined
            at += 2
            continue
        if repeats(given_key, line.key) or (line.key in best_key and len(line.key) >= _SHORTEST_LEAD):
            page.stand(at)
            if len(line.key) > len(best_key) + _SLIP:
                best, best_key = (at, at), line.key
        else:
            rest.append(at)
        at += 1
    page.stand(given)
    page.entitle(*best)
    page.body = _leads(page, rest, at)


def _is_body(text: str, headline: str) -> bool:
    """Whether a line below the header is the report already."""
    return len(text) > _LEAD_LENGTH or (begins_report(text) and not headline.startswith(key(text[:30])))


def _is_halved(headline: str, line: str, joined: str) -> bool:
    """Whether a headline was written over two lines, ``line`` being the first."""
    return len(line) < len(headline) < len(joined) + 6 and (
        joined == headline or (joined.startswith(headline) and len(joined) < len(headline) + 40)
    )


def _leads(page: _Page, candidates: Sequence[int], body: int) -> int:
    """Make leads of the lines that stand between headlines and report; where the report begins."""
    for i in candidates:
        line = page.lines[i]
        after = next((n for n in range(i + 1, len(page.lines)) if page.roles[n] is BlockRole.BODY), None)
        if after is None or not _is_lead(line.text, page.lines[after].text):
            return i
        follower = page.lines[after].key
        if len(line.key) >= _SHORTEST_LEAD and (line.key[:-2] in follower or repeats(follower, line.key)):
            page.stand(i)  # what follows says it again, in full
        else:
            page.roles[i] = BlockRole.LEAD
    return body


def _is_lead(text: str, after: str) -> bool:
    return (
        len(text) >= _SHORTEST_LEAD
        and not _SPEECH_END.fullmatch(text)
        and (len(after) > len(text) or begins_report(after))
    )


# -- mfa: the news of the Ministry of Foreign Affairs -------------------------------------------------


def _is_mfa(page: Sequence[Line]) -> bool:
    return any(line.text.startswith(_IMPORTED) for line in page[:12])


def _read_mfa(page: _Page) -> None:
    mark = next(i for i, line in enumerate(page.lines) if line.text.startswith(_IMPORTED))
    above = [
        i
        for i in range(mark)
        if page.roles[i] is BlockRole.BODY and not DATE_LINE.fullmatch(page.lines[i].text)
    ]
    page.stand(*range(mark))
    start = _header(page, mark)
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


def _read_embassy(page: _Page) -> None:
    seat = len(page.lines) > 1 and _SEAT.fullmatch(page.lines[1].text) is not None
    last = 1 if seat else 0
    start = _header(page, last + 1)
    page.body = start
    name = page.lines[0].key
    foot = next((i for i in range(start, len(page.lines)) if page.lines[i].key == name), len(page.lines))
    if all(len(line.text) < _FOOTER_LINE for line in page.lines[foot:]):
        page.stand(*range(foot, len(page.lines)))
    if start + 1 < foot and _is_headline(page.lines[start].text, page.lines[start + 1].text):
        page.stand(*range(last + 1))
        _choose_title(page, start, start + 1)
    else:
        page.entitle(0, last)


# -- plain: anything else -----------------------------------------------------------------------------


def _read_plain(page: _Page) -> None:
    start = _below_letterhead(page, _header(page, 0))
    page.body = start
    if start + 1 >= len(page.lines):
        return
    if _is_headline(page.lines[start].text, page.lines[start + 1].text):
        _choose_title(page, start, _header(page, start + 1))


def _below_letterhead(page: _Page, start: int) -> int:
    """Pass over who writes, and that it is a release (``กระทรวง ก``, ``ข่าวสารนิเทศ``); where that ends."""
    end = start
    for i, line in enumerate(page.lines[start : start + _LETTERHEAD_LINES], start):
        if is_letterhead(line.text) or DATE_ABOVE.fullmatch(line.text):
            end = i + 1
        elif not (is_office(line.text) and len(line.text) < _OFFICE_ABOVE):
            break
    page.stand(*range(start, end))
    return _header(page, end)


def _is_headline(text: str, after: str) -> bool:
    return (
        len(text) < _HEADLINE_LENGTH
        and not begins_report(text)
        and not _SPEECH_END.fullmatch(text)
        and not text.endswith(".")
        and (
            len(after) > len(text)
            or begins_report(after)
            or is_standing(after)
            or repeats(key(text), key(after))
        )
    )


def _footer(page: _Page) -> None:
    """Mark the contact lines that end a page, and the offices whose lines they are."""
    contact = False
    for i in range(len(page.lines) - 1, page.body, -1):
        text = page.lines[i].text
        if page.roles[i] is BlockRole.STANDING:
            continue
        if len(text) >= _FOOTER_LINE or page.roles[i] is not BlockRole.BODY:
            return
        if is_contact(text):
            contact = True
        elif not (is_office(text) or (contact and len(text) < _FOOTER_LINE // 2 and not begins_report(text))):
            return
        page.stand(i)


_Fits = Callable[[Sequence[Line]], bool]
_Read = Callable[[_Page], None]
_PROFILES: Final[tuple[tuple[str, _Fits, _Read], ...]] = (
    ("thaigov", _is_thaigov, _read_thaigov),
    ("mfa", _is_mfa, _read_mfa),
    ("embassy", _is_embassy, _read_embassy),
    ("plain", lambda _: True, _read_plain),
)
