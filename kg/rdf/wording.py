"""What pages call classes, properties and moods, in Thai and English: as the ontology does."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from pyoxigraph import Literal

from kg.rdf.ontology import ontology
from kg.vocab import CLASSES, MODALITIES, MODES, RDFS, STATUSES, THUT

__all__ = ["CLASSES", "MODALITIES", "VALUES", "wording"]

VALUES = (*MODES.values(), *STATUSES)
"""Terms of the ontology that stand where other facts have a date or a number."""

# The ontology names a property; a page needs the verb of a sentence.
_ENGLISH_VERBS = {
    "holdsPosition": "holds the position",
    "heldOn": "is held on",
    "heldUntil": "lasts until",
    "heldAt": "is held at",
    "mode": "takes the form",
    "ordinal": "is number",
    "status": "has the status",
    "partOf": "is part of",
    "underFramework": "comes under",
    "coordinatorOf": "coordinates",
    "Actual": "stated as done",
    "Negated": "denied",
}

# Shorter than the ontology's labels, for the legend.
_THAI_CLASSES = {"Country": "ประเทศ", "Organization": "องค์กร", "Meeting": "การประชุม", "Initiative": "ข้อริเริ่ม"}


def wording(name: str) -> tuple[str, str]:
    """The Thai and English words for a term of the ontology; for another term its own parts, twice.

    >>> wording("attended")
    ('เข้าร่วม', 'attended')
    >>> wording("gaveWayTo")
    ('gave way to', 'gave way to')
    """
    words = _ontology_words().get(name, {})
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower() or "?"
    english = _ENGLISH_VERBS.get(name) or words.get("en") or spaced
    if name[:1].isupper() and name not in {*VALUES, *MODALITIES}:
        english = english[:1].upper() + english[1:]
    return _THAI_CLASSES.get(name) or words.get("th") or english, english


@cache
def _ontology_words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in ontology():
        if quad.predicate.value == RDFS + "label" and isinstance(quad.object, Literal):
            name = str(getattr(quad.subject, "value", "")).removeprefix(THUT)
            words[name][quad.object.language or ""] = quad.object.value
    return words
