"""What the words in a name of a meeting say: its level, its kind, or no more than that people meet."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kg.lexicon import Matcher, read_table

LEVELS = ("<1>", "<2>", "<3>")


@cache
def _words() -> Matcher[str | None]:
    rows = sorted(read_table("series_words"), key=lambda row: (-len(row["form"]), row["form"]))
    return Matcher({"words": [(row["form"].lower(), row["means"] or "-") for row in rows]})


def reduced(text: str, spelled: Callable[[str], str]) -> str:
    """The words of a name as what they mean, and what else there is in it as ``spelled`` writes it.

    >>> from kg.entities.keys import name_key
    >>> reduced("การประชุมผู้นำเมฆา", name_key), reduced("ประชุมสุดยอดผู้นำเมฆา", name_key)
    ('<1>เมฆา', '<1>เมฆา')
    """
    text = text.lower()
    parts, at = [], 0
    for start, end, means in _words().places("words", text):
        parts.append(spelled(text[at:start]))
        parts.append("" if means in {None, "-"} else str(means))
        at = end
    parts.append(spelled(text[at:]))
    return "".join(parts)


def leveled(form: str) -> str:
    """A form with its levels first: where one stands in the name says nothing."""
    levels = [level for level in LEVELS if level in form]
    for level in levels:
        form = form.replace(level, "")
    return "".join([*levels, form])
