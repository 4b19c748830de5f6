"""A page at work: what each of its lines is for, which of them is the title, where the report begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.documents.lines import (
    DATE_LINE,
    NUMBER_DATE_LINE,
    Line,
    begins_report,
    is_contact,
    is_office,
    is_standing,
    key,
    repeats,
)
from kg.expressions import expression
from kg.lexicon import any_of
from kg.model import Block, BlockRole
from kg.text import Span

HEADLINE_LINES = 6  # below the header, among which repeats are looked for
FOOTER_LINE = 130
_SPEECH_END = expression(rf".*(?:{any_of('ends_of_speech')}|[:;,])$")
_HEADLINE_LENGTH = 250  # characters; a site cuts its headlines off here
_LEAD_LENGTH = 320
_SLIP = 2  # characters by which a headline is not longer, but typed anew
_SHORTEST_LEAD = 25
# Rules compare what stands in one block, so that its length bounds their work; releases have at most 5,000.
_LONGEST_BLOCK = 20_000
_NEAR_END = 2_000  # how far before that a space is looked for


@dataclass(slots=True)
class Page:
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


def blocks_of(page: Page, folded: str) -> tuple[Block, ...]:
    """The blocks of a page in order, the title once; a line that is too long is several."""
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


def below_header(page: Page, start: int) -> int:
    """Pass over the lines of a header from ``start``; the index of the first line below it."""
    for i in range(start, len(page.lines)):
        text = page.lines[i].text
        if not (DATE_LINE.fullmatch(text) or NUMBER_DATE_LINE.fullmatch(text) or is_standing(text)):
            return i
        page.stand(i)
    return len(page.lines)


def choose_title(page: Page, given: int, start: int) -> None:
    """Make the fullest repeat of line ``given`` among those from ``start`` on the title.

    The other repeats become standing parts, and what stands between them and the report a lead.
    """
    best_key = given_key = page.lines[given].key
    best = (given, given)
    end = min(len(page.lines), start + HEADLINE_LINES)
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


def _leads(page: Page, candidates: Sequence[int], body: int) -> int:
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


def is_headline(text: str, after: str) -> bool:
    """Whether a line is the headline of what begins with the line ``after`` it."""
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


def mark_footer(page: Page) -> None:
    """Mark the contact lines that end a page, and the offices whose lines they are."""
    contact = False
    for i in range(len(page.lines) - 1, page.body, -1):
        text = page.lines[i].text
        if page.roles[i] is BlockRole.STANDING:
            continue
        if len(text) >= FOOTER_LINE or page.roles[i] is not BlockRole.BODY:
            return
        if is_contact(text):
            contact = True
        elif not (is_office(text) or (contact and len(text) < FOOTER_LINE // 2 and not begins_report(text))):
            return
        page.stand(i)
