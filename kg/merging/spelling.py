"""When two spellings are one name: marks and spaces, and what the lexicon calls alike.

``bare`` leaves out what slips in typing: spaces, zero-width characters, tone marks, the mark of a
silent letter. ``canonical`` besides writes every state, body and framework by its id, so that
``BIMSTEC`` and ``บิมสเทค`` are one word.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kg.entities.keys import name_key
from kg.expressions import expression
from kg.lexicon import alternatives, words_of
from kg.merging.known import names_in
from kg.text import fold

_SLIPS = expression("[็่้๊๋์ํ๎ฺๆฯ]+")
# About a name of the lexicon these say no more than the name alone.
_BEFORE = expression(rf"(?:{alternatives('words_before_names', 'nouns_of_cities')}|[\s()\"'-]){{1,60}}$")
_ENDS = (*words_of("words_before_names", "nouns_of_cities"), *"()\"'-")
_AFTER = expression(r"(?:ฯ|[\s()\"'-])+")


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> str:
    """``name`` without what slips in typing; for long names only, since ข่าว ข้าว and ขาว become one.

    >>> bare("เกษมพันธุ์ จันทร์ทองวิจิตร") == bare("เกษมพันธ์ุ จันทรทองวิจิตร")
    True
    """
    return _SLIPS.sub("", name_key(name))


@lru_cache(maxsize=1 << 16)
def canonical(name: str) -> str:
    """``name`` with every name of the lexicon in it as its id, and ``bare`` elsewhere.

    >>> canonical("การประชุมผู้นำบิมสเทค") == canonical("การประชุมผู้นำ BIMSTEC")
    True
    """
    folded = fold(name)
    parts: list[str] = []
    at = 0
    for found in names_in(folded):
        parts.append(_between(folded[at : found.start], first=at == 0))
        parts.append(f"{{{found.entry.id}}}")
        at = found.end
    parts.append(_between(folded[at:], first=at == 0, last=True))
    return "".join(parts)


def _between(text: str, *, first: bool, last: bool = False) -> str:
    if not last and may_end_in(text, _ENDS):
        text = _BEFORE.sub("", text)
    if not first and (found := _AFTER.match(text)):
        text = text[found.end() :]
    return bare(text)


def may_end_in(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of ``words`` ends a text, or a blank does: if not, no pattern for its end need be tried."""
    return text.endswith(words) or text[-1:].isspace()


def apart(a: str, b: str) -> int:
    """How many letters two texts differ by."""
    return Levenshtein.distance(a, b)
