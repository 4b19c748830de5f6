"""Who adopts or signs what the lines of a list name, and who resolves on a matter that lies before him."""

from __future__ import annotations

from typing import NamedTuple

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.model import Modality, Predicate

# A name in short that has fewer letters tells none.
_SHORTEST = 4
# So much of a title tells it again where its words go on otherwise.
_TELLING = 20
_AGAIN = expression("([^ \n]{4,40}?)(?:ฯ|ดังกล่าว|ฉบับนี้)")
_BLANKS = expression(r"[\s()\"]+")
_DRAFT_OF = "ร่าง"


class Resolved(NamedTuple):
    """Who adopts or signs the documents of a list; ``counted`` where each line is one, ``at`` a ceremony."""

    actors: tuple[tuple[Draft, Modality], ...]
    predicate: Predicate
    counted: bool
    at: Draft | None = None
    mood: Modality = Modality.ACTUAL


class Laid(NamedTuple):
    """A matter that was laid before somebody: who resolves on it, the ``things`` that its title names.

    ``keys`` are the words of the title without blanks, one for each thing; ``event`` is the meeting that the
    title names, or at which the matter lay, ``adopts`` the meeting that is to adopt the things; ``pointed``
    tells that the points of the resolution follow.
    """

    resolver: Draft | None
    things: tuple[Draft, ...]
    keys: tuple[str, ...]
    event: Draft | None
    adopts: Draft | None = None
    pointed: bool = False

    def told_at(self, folded: str, at: int) -> Draft | None:
        """The thing of the title that is named again at ``at``: by its words, or in short with ``ฯ``."""
        again = _AGAIN.match(folded, at)
        short = key_of(again[1]) if again else ""
        words = key_of(folded[at : at + 3 * _TELLING]).removeprefix(_DRAFT_OF)[:_TELLING]
        for thing, key in zip(self.things, self.keys, strict=True):
            name = key.removeprefix(_DRAFT_OF)
            if len(words) == _TELLING and name.startswith(words):
                return thing
            if len(short.removeprefix(_DRAFT_OF)) >= _SHORTEST and name.startswith(
                short.removeprefix(_DRAFT_OF)
            ):
                return thing
        return None


def key_of(words: str) -> str:
    """``words`` without blanks, brackets and marks, in which two ways of writing a title differ."""
    return _BLANKS.sub("", words)
