"""What a text may open with at a place: many words of which few begin with the letter that stands there."""

from __future__ import annotations

import re
from collections import defaultdict

from kg.expressions import expression


class Opening:
    """A pattern of many alternatives, of which at a place only those are tried that begin with its letter.

    Each alternative must begin with a letter of its own; what follows it may be any pattern. They are told
    apart at the first use, and those of a letter are compiled when one stands at the place.

    >>> joins = Opening("และ(?!ได้)|กับ|หรือ")
    >>> joins.stands("และลาว", 0), joins.stands("และได้", 0), joins.stands("ลาว", 0)
    (True, False, False)
    """

    __slots__ = ("_by_letter", "_pattern")

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._by_letter: dict[str, re.Pattern[str]] | None = None

    def stands(self, text: str, at: int, limit: int | None = None) -> bool:
        """Whether one of the alternatives stands in ``text`` at ``at``, and ends before ``limit``."""
        if self._by_letter is None:
            self._by_letter = _by_letter(self._pattern)
        those = self._by_letter.get(text[at : at + 1])
        if those is None:
            return False
        return (those.match(text, at) if limit is None else those.match(text, at, limit)) is not None


def _by_letter(pattern: str) -> dict[str, re.Pattern[str]]:
    told: dict[str, list[str]] = defaultdict(list)
    for alternative in _alternatives(pattern):
        told[alternative.removeprefix("\\")[0]].append(alternative)
    return {letter: expression("|".join(those)) for letter, those in told.items()}


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, those within its brackets aside."""
    found = [""]
    depth = 0
    for sign in re.findall(r"\\.|.", pattern, flags=re.DOTALL):
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found
