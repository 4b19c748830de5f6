"""A claim as a sentence, in Thai and in English."""

from __future__ import annotations

import re

from kg.expressions import expression
from kg.rdf.wording import VALUES, before, verbs, wording
from kg.values.calendars import BUDDHIST_OFFSET
from kg.vocab import THUT

_DATE = expression(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_MONTHS = {
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(),
    "en": ("January February March April May June July August September October November December").split(),
}
_DATED = frozenset({"heldOn", "heldUntil"})


def sentence(
    subject: str, predicate: str, value: str, modality: str, language: str, *, kind: str = ""
) -> str:
    """A claim as a sentence; the verb says what is planned or denied.

    ``value`` is a name, or the value of a literal as the graph has it; ``kind`` is the class of a thing.

    >>> sentence("ไทย", "attended", "การประชุมสุดยอด", "Negated", "th")
    'ไทย ไม่ได้เข้าร่วม การประชุมสุดยอด'
    >>> sentence("การประชุมสุดยอด", "ordinal", "3", "Actual", "th")
    'การประชุมสุดยอด เป็นครั้งที่ 3'
    >>> sentence("the summit", "heldOn", "2021-10-28", "Planned", "en")
    'the summit is to be held on 28 October 2021'
    >>> sentence("the summit", "heldAt", "Manila", "Actual", "en", kind="City")
    'the summit is held in Manila'
    """
    place = 0 if language == "th" else 1
    known = verbs(predicate, modality or "Actual")
    verb = before((known or wording(predicate))[place], kind)
    said = f"{subject} {verb} {value_words(predicate, value, language)}"
    # A property that somebody added has a name and no forms.
    return said if known or modality in {"", "Actual"} else f"{wording(modality)[place]}: {said}"


def value_words(predicate: str, value: str, language: str) -> str:
    """A value for people: dates in words, terms of the ontology by their names."""
    if predicate in _DATED:
        return date_words(value, language)
    name = value.removeprefix(THUT)
    return wording(name)[0 if language == "th" else 1] if name in VALUES else value


def date_words(date: str, language: str) -> str:
    """A date as precise as it is written, in Thai in Buddhist years.

    >>> date_words("2021-10-28", "th"), date_words("2021-10", "en"), date_words("2021", "th")
    ('28 ตุลาคม 2564', 'October 2021', '2564')
    """
    match = _DATE.fullmatch(date)
    if not match:
        return date
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= len(_MONTHS["en"]):
        return date
    parts = [str(int(day))] if day else []
    parts += [_MONTHS[language][int(month) - 1]] if month else []
    return " ".join([*parts, str(int(year) + BUDDHIST_OFFSET) if language == "th" else year])
