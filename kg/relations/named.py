"""Who and what a document names though nothing of it was read.

A state or a person (by the full name), a document or an initiative that the lexicon knows, and a body or a
mechanism that is named more than once, stands in the graph of the document even where no fact of it was read:
whoever looks for it finds the document and the words. What a name only qualifies (``ภาคเอกชนไทย``) does not
name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from kg.entities.drafts import Draft
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item, Kind
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import Span

# How often a document names somebody or something of which it speaks: a body or a mechanism that stands there
# once most often belongs to another name, or to what somebody did elsewhere.
_OFTEN: dict[Kind, int] = {"person": 1, "country": 1, "thing": 1, "body": 2, "framework": 2}
# How many characters a clause has that tells why somebody is named, and can be taken in at a glance.
_SHORTEST, _LONGEST = 40, 240
# And how many before and behind the name of another clause.
_BEFORE, _BEHIND = 100, 140


def note_named(reading: Reading, clause: Clause) -> None:
    """Keep who and what a clause names, until it is known of whom facts were read."""
    reading.named += [(item, clause) for item in clause.items if item.kind in _OFTEN and not item.qualifies]


def only_named(readings: Sequence[Reading], told: Container[str]) -> Iterator[tuple[Draft, Span]]:
    """Those of whom no fact was read, each with the words around where it is named first.

    ``told`` are the ids of those of whom one was. The readings share one register.
    """
    times: Counter[str] = Counter()
    first: dict[str, tuple[Draft, Reading, Item, Clause]] = {}
    for reading in readings:
        for item, clause in reading.named:
            draft = draft_of(item, reading.register)
            if draft is None or draft.id in told or not draft.named:
                continue
            if item.kind == "person" and " " not in draft.name:
                # One word behind a title is as often no name: ``นายพล``, ``นายท่า``.
                continue
            if item.kind == "thing" and draft.lexicon is None:
                # What looks like the name of one is as often none, where nothing is told of it.
                continue
            times[draft.id] += 1
            first.setdefault(draft.id, (draft, reading, item, clause))
    for id_, (draft, reading, item, clause) in first.items():
        if times[id_] >= _OFTEN[item.kind]:
            yield draft, _words(reading, item, clause)


def _words(reading: Reading, item: Item, clause: Clause) -> Span:
    """The clause around a name, or what stands near it where the clause says too little or too much."""
    begin, end = clause.start, clause.end
    if not _SHORTEST <= end - begin <= _LONGEST:
        begin, end = _near(reading.document.text, item)
    words = reading.text(begin, end)
    return Span(end - len(words.lstrip()), begin + len(words.rstrip()))


def _near(text: str, item: Item) -> tuple[int, int]:
    """From one space to another around a name, within its line."""
    # No line is looked through further than the words may reach: it may be as long as the document.
    begin = max(0, item.start - _BEFORE)
    line = text.rfind("\n", begin, item.start)
    if line >= 0 or begin == 0:
        begin = line + 1
    else:
        space = text.find(" ", begin, item.start)
        begin = item.start if space < 0 else space
    end = min(len(text), item.end + _BEHIND)
    line = text.find("\n", item.end, end)
    if line >= 0:
        end = line
    elif end < len(text):
        space = text.rfind(" ", item.end, end)
        end = item.end if space < 0 else space
    return begin, end
