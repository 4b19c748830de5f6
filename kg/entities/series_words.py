"""What the words in a name of a meeting say: its level, its kind, or no more than that people meet."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kg.lexicon import Matcher, read_table

LEVELS = ("<1>", "<2>", "<3>")
"""What words of a level mean: leaders, ministers, senior officials."""


@cache
def _words() -> Matcher[str]:
    return Matcher({"words": [(row["form"].lower(), row["means"]) for row in read_table("series_words")]})


def reduced(text: str, spelled: Callable[[str], str]) -> str:
    """A name with each word of the table as what it means, and what is between them as ``spelled`` writes it.

    >>> from kg.entities.keys import name_key
    >>> reduced("การประชุมผู้นำเมฆา", name_key), reduced("ประชุมสุดยอดผู้นำเมฆา", name_key)
    ('<1>เมฆา', '<1>เมฆา')
    """
    text = text.lower()
    parts, at = [], 0
    for start, end, means in _words().places("words", text):
        parts.append(spelled(text[at:start]))
        parts.append(means)
        at = end
    parts.append(spelled(text[at:]))
    return "".join(parts)


def leveled(form: str) -> str:
    """What :func:`reduced` gives, each level once and first: where it stands in the name says nothing.

    >>> leveled("เมฆา<2>วารี<1>")
    '<1><2>เมฆาวารี'
    """
    levels = [level for level in LEVELS if level in form]
    for level in levels:
        form = form.replace(level, "")
    return "".join([*levels, form])
