"""Date mentions of a document: what its running text dates things with."""

from __future__ import annotations

from operator import attrgetter

from kg.model import BlockRole, Document, Mention
from kg.values.dates import find_dates

_READ = frozenset({BlockRole.TITLE, BlockRole.LEAD, BlockRole.BODY})


def recognize_dates(document: Document) -> list[Mention]:
    """The dates of ``document``'s title, lead and body, in order; standing parts are left out.

    A mention's ``value`` is the ISO date or interval, empty where the words are a date that cannot be
    told; ``found_by`` is ``dates.v1:`` and how it is written (``day month year interval relative``).
    ``document.published`` is what ``วันนี้`` and its like are seen from.
    """
    mentions = []
    spans = (block.span for block in document.blocks if block.role in _READ)
    blocks = iter(sorted(spans, key=attrgetter("start")))
    block = next(blocks, None)
    for found in find_dates(document.folded, document.published):
        while block is not None and block.end < found.span.end:
            block = next(blocks, None)
        if block is None:
            break
        if block.covers(found.span):
            surface = found.span.of(document.text)
            value = "" if found.value is None else str(found.value)
            mentions.append(Mention(found.span, "date", surface, value, found_by=f"dates.v1:{found.kind}"))
    return mentions
