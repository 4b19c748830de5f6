"""Who and what a document names though nothing of it was read.

A state or a person (by the full name), and a body or a mechanism that is named more than once, stands in the
graph of the document even where no fact of it was read: whoever looks for it finds the document and the
words. What a name only qualifies (``ภาคเอกชนไทย``) does not name it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from kg.entities.drafts import Draft
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Kind
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import Span

# How often a document names somebody or something of which it speaks: a body or a mechanism that stands there
# once most often belongs to another name, or to what somebody did elsewhere.
_OFTEN: dict[Kind, int] = {"person": 1, "country": 1, "body": 2, "framework": 2}


def note_named(reading: Reading, clause: Clause) -> None:
    """Keep who and what a clause names, until it is known of whom facts were read."""
    reading.named += [(item, clause) for item in clause.items if item.kind in _OFTEN and not item.qualifies]


def only_named(readings: Sequence[Reading], told: Container[str]) -> Iterator[tuple[Draft, Span]]:
    """Those of whom no fact was read, each with the clause that names it first.

    ``told`` are the ids of those of whom one was. The readings share one register.
    """
    places: dict[str, list[Span]] = {}
    drafts: dict[str, tuple[Draft, int]] = {}
    for reading in readings:
        for item, clause in reading.named:
            draft = draft_of(item, reading.register)
            if draft is None or draft.id in told or not draft.named:
                continue
            if item.kind == "person" and " " not in draft.name:
                # One word behind a title is as often no name: ``นายพล``, ``นายท่า``.
                continue
            places.setdefault(draft.id, []).append(_trimmed(reading, clause))
            drafts.setdefault(draft.id, (draft, _OFTEN[item.kind]))
    for id_, (draft, often) in drafts.items():
        if len(places[id_]) >= often:
            yield draft, places[id_][0]


def _trimmed(reading: Reading, clause: Clause) -> Span:
    """The words of a clause, without the spaces around them."""
    words = reading.text(clause.start, clause.end)
    return Span(clause.end - len(words.lstrip()), clause.start + len(words.rstrip()))
