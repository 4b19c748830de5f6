"""What pages call classes, properties and moods, in Thai and English: as the ontology does."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from pyoxigraph import Literal

from kg.rdf.ontology import ontology
from kg.vocab import CLASSES, DESCRIBING, MODALITIES, MODES, RDFS, STATUSES, THUT

__all__ = ["CLASSES", "MODALITIES", "VALUES", "VERBS", "before", "verbs", "wording"]

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
    "mentionedIn": "is mentioned in",
    "partOf": "is part of",
    "underFramework": "comes under",
    "coordinatorOf": "coordinates",
    "Actual": "stated as done",
    "Negated": "denied",
}

# Their verbs as they stand behind what tells of a plan or a denial.
_INFINITIVES = {
    "holdsPosition": "hold the position",
    "represents": "represent",
    "heldOn": "be held on",
    "heldUntil": "last until",
    "heldAt": "be held at",
    "mode": "take the form",
    "ordinal": "be number",
    "status": "have the status",
    "partOf": "be part of",
    "underFramework": "come under",
    "participatesIn": "participate in",
    "coordinatorOf": "coordinate",
    "attended": "attend",
    "chaired": "chair",
    "coChaired": "co-chair",
    "hosted": "host",
    "metWith": "meet with",
    "visited": "visit",
    "signed": "sign",
    "adopted": "adopt",
    "discussed": "discuss",
    "proposed": "propose",
    "supported": "support or welcome",
    "welcomed": "welcome",
    "endorsed": "endorse",
    "appreciated": "appreciate",
    "launched": "launch",
}
VERBS = tuple(_INFINITIVES)
"""Properties that have a verb for what is planned or denied: all that the ontology makes claims with."""

# English has things in these, and at all others.
_WITHIN = frozenset({"Country", "Region", "Province", "City"})

# In Thai the ontology's names are verbs, but for these; a day that is to come has no เมื่อ.
_THAI_VERBS = {"mode": "ใช้รูปแบบ", "ordinal": "เป็นครั้งที่", "status": "มีสถานะ", "underFramework": "อยู่ภายใต้กรอบ"}
_THAI_TO_COME = {"heldOn": "จัดขึ้น"}

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


def verbs(name: str, modality: str) -> tuple[str, str] | None:
    """The Thai and English verb of a property where it is done, planned or denied; None where it has none.

    >>> verbs("adopted", "Planned"), verbs("adopted", "Negated"), verbs("heldAt", "Negated")
    (('จะรับรอง', 'is to adopt'), ('ไม่ได้รับรอง', 'did not adopt'), ('ไม่ได้จัดขึ้นที่', 'is not held at'))
    """
    infinitive = _INFINITIVES.get(name)
    if infinitive is None or modality not in MODALITIES:
        return None
    thai = _THAI_VERBS.get(name) or wording(name)[0]
    if modality == "Actual":
        return thai, wording(name)[1]
    if modality == "Planned":
        return f"จะ{_THAI_TO_COME.get(name, thai)}", f"is to {infinitive}"
    if infinitive.startswith("be "):
        return f"ไม่ได้{thai}", f"is not {infinitive.removeprefix('be ')}"
    return f"ไม่ได้{thai}", f"{'does' if name in DESCRIBING or name == 'status' else 'did'} not {infinitive}"


def before(verb: str, kind: str) -> str:
    """An English verb as it stands before something of a class: held at a hall, and in a city.

    >>> before("is held at", "Venue"), before("is held at", "City"), before("attended", "Country")
    ('is held at', 'is held in', 'attended')
    """
    return f"{verb.removesuffix(' at')} in" if verb.endswith(" at") and kind in _WITHIN else verb


@cache
def _ontology_words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in ontology():
        if quad.predicate.value == RDFS + "label" and isinstance(quad.object, Literal):
            name = str(getattr(quad.subject, "value", "")).removeprefix(THUT)
            words[name][quad.object.language or ""] = quad.object.value
    return words
