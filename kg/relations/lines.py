"""The lines of a list that was announced: each names a subject, a proposal or a document."""

from __future__ import annotations

from itertools import zip_longest

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of
from kg.relations.acts import document_lists, proposals
from kg.relations.sentence.clauses import SPEAKING, actors_of
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.objects import object_of
from kg.relations.sentence.reading import Reading, is_of_cabinet
from kg.relations.sentence.topics import line_topic
from kg.text import Span

_NEXT_WORDS = 12
# ``โดยมีผู้เข้าร่วมประชุม ดังนี้``, ``รายชื่อผู้เข้าร่วมการประชุม M``: the lines that follow name who came.
_WHO_CAME = f"{any_of('who_came')}(?:การ)?(?:ประชุม|หารือ|งาน|พิธี)?"
_GUESTS = expression(rf"{_WHO_CAME}[^\n]{{0,40}}$")
_GUESTS_HEAD = expression(rf"\s*(?:\d{{1,2}}[.)] ?)?(?:รายชื่อ|รายนาม)?(?:คณะ)?{_WHO_CAME}[^\n]{{0,120}}$")
_GUESTS_REACH = 80
# ``1. เรื่อง ร่างกฎกระทรวง``, but not ``เรื่องเพื่อทราบ``.
_ON = expression(" *เรื่อง(?!เพื่อ)")
_SAYS = frozenset({"propose", "speak"})
_APPOINTMENTS = frozenset({"attend", "attend-noun", "meet", "courtesy", "receive", "visit"})


def bullet(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """A line of a list that was announced names a subject of the meeting or talk that is on."""
    said = _told_by(reading, items, start + len("1. "), end) if reading.lists.proposers else end
    if proposals.enumerated(reading, start, end, said):
        return
    mark = reading.paragraph.mark
    if mark < 0 and not reading.paragraph.announces:
        reading.lists.resolved = None
    listing = reading.lists.listing
    if listing is None or mark < 0:
        return
    event = listing.event or reading.event
    if event is not None and is_of_cabinet(event) and _ON.match(reading.scan.folded, mark) is None:
        # What the cabinet lets be done is told in lines too: only items of its agenda are talked of there.
        event = None
    if reading.laid is not None and reading.laid.pointed:
        # The points of a resolution tell what is to be done, and not what was talked of at its meeting.
        event = None
    if document_lists.listed_document(reading, mark, end) or event is None:
        return
    if listing.guests:
        first = items[0] if items else None
        if first is not None and first.kind in PEOPLE and first.start - mark <= 1:
            for draft in actors_of(reading, first):
                reading.say(
                    draft, "attended", event, Span(start, first.end), "list-of-guests.v1", listing.mood
                )
        return
    span = None if _tells(items, mark) else line_topic(reading, mark, _told_by(reading, items, mark, end))
    if span is not None:
        reading.say(
            event,
            "discussed",
            object_of(reading, span),
            Span(start, span.end),
            "list-line.v1",
            listing.mood,
        )


def heads_guests(reading: Reading, start: int, end: int) -> bool:
    """Whether a line stands over a list of those who come to a meeting: ``รายชื่อผู้เข้าร่วมการประชุม M``."""
    return _GUESTS_HEAD.match(reading.scan.folded, start, end) is not None


def announces_guests(reading: Reading, start: int, end: int) -> bool:
    """Whether the list that a paragraph announces is of those who come."""
    told = _GUESTS.search(reading.scan.folded, max(start, end - _GUESTS_REACH), end)
    return told is not None or heads_guests(reading, start, end)


def listed_at(reading: Reading, items: list[Item], *, guests: bool = False) -> Draft | None:
    """The event of which a paragraph announces a list: the one that is on.

    Where that is the cabinet's, which only lets it be, or guests are listed, the meeting with a name that is
    named last.
    """
    if not guests and (reading.event is None or not is_of_cabinet(reading.event)):
        return reading.event
    meetings = (item.draft for item in reversed(items) if item.kind == "meeting")
    named = next((m for m in meetings if m is not None and m.named and not is_of_cabinet(m)), None)
    return named or ((reading.event or reading.named_last) if guests else None)


def _told_by(reading: Reading, items: list[Item], start: int, end: int) -> int:
    """Where a line of a list goes on with what somebody says of its subject, else ``end``."""
    folded = reading.scan.folded
    for item, following in zip_longest(items, items[1:]):
        if item.start <= start or item.kind not in SPEAKING or item.qualifies:
            continue
        acts = following is not None and following.kind == "verb" and following.start - item.end < _NEXT_WORDS
        goes_on = item.kind in PEOPLE and folded[item.end : item.end + 1].strip(" .,;()\n") != ""
        if (acts or goes_on) and folded.startswith(" ", item.start - 1):
            return item.start - 1
    return end


def _tells(items: list[Item], start: int) -> bool:
    """Whether a line opens like an appointment or a sentence: with a date, a meeting, somebody who acts."""
    first = items[0] if items else None
    if first is None or first.start - start > len("การเข้า"):
        return False
    if first.kind in ("date", "meeting"):
        return True
    if first.kind == "verb":
        return first.value in _APPOINTMENTS
    acts = [item for item in items[1:3] if item.kind == "verb" and item.start - first.end < _NEXT_WORDS]
    if first.kind == "body":
        # ``4. กระทรวง ก เสนอให้…``, but what a body agrees to or takes note of is what was talked of.
        return any(item.value in _SAYS for item in acts)
    return first.kind in ("country", "person", "role") and bool(acts)
