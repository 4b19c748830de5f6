"""Names in Latin letters that stand in a bracket behind a name in Thai."""

from __future__ import annotations

from kg.expressions import expression

_LATIN_LETTER = expression("[A-Za-z]")
_COLON = expression(" ?[:：] ?")
# What parts two names in one bracket: ``Full Name: ABC``, ``Full Name - ABC``; not ``A - BC Forum``.
_BETWEEN_NAMES = expression(
    r"(?<!\s)\s*+[:：]\s*| [-–] (?=[A-Z]{2}[A-Za-z0-9+-]*(?:[ .,]*$| ?[:：/]))|(?<=[a-z])\s*/\s*"
)
_ACRONYM = expression(r"^(?:\d{1,3}(?:st|nd|rd|th) )?[A-Z][A-Za-z0-9+ -]{1,46}$")


def latin_names(inside: str) -> tuple[str, ...]:
    """The names that a bracket tells, in Latin letters: ``(Regional Committee: RC)`` tells two."""
    if not _LATIN_LETTER.search(inside):
        return ()
    return tuple(part.strip(" -–") for part in _COLON.split(inside) if len(part.strip()) > 1)


def names_of_meeting(inside: str) -> list[str]:
    """The names of a meeting in its bracket: ``Full Name: ABC`` and ``Full Name - ABC`` are two."""
    names = [part.strip(" .,-–") for part in _BETWEEN_NAMES.split(inside) if len(part.strip()) > 1]
    told = len(names) == 1 or (names and _ACRONYM.match(names[-1]))
    return names if told else [inside]
