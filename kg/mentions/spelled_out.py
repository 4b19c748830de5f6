"""Short forms that a document spells out as something else than what the lexicon knows by them.

``(Asia Pacific Telecommunity: APT)``: in that document APT is no short form of ASEAN Plus Three.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.expressions import expression
from kg.lexicon import Entry, Lexicon, NameHit
from kg.text import fold

_SHORT = expression(r"[A-Z][A-Za-z&+]{1,9}")
_LATIN_WORD = expression("[A-Za-z]+")
_LONGEST_SHORT = 10
# In brackets, a full name before a colon or a dash.
_SPELLED = expression(r"\(([^()\n]{6,120}) ?[:-] ?$")
_LONGEST_SPELLED = 120 + len("( : ")
# In brackets alone or behind a word: short for what stands before the brackets.
_BRACKETED = expression(r"[ก-๎][^\n(]{0,150}\((?:[A-Za-z]{2,12} )?$")
_BEFORE = 160
# ``DOC 9941``: behind a short form a number, and no year, is that of a publication.
_NUMBERED = expression(r" (?!(?:19|20|24|25)\d\d(?!\d))\d{3}")
_WORD = expression(r"[a-z]{2,}")
_LITTLE = frozenset(("and", "for", "in", "of", "on", "the", "to"))
_STEM = 5
"""Letters of a word that tell it from others: Committee and Commission are not told apart."""
_ALIKE = 0.6
_SEVERAL = 2
"""Words that a full name has at least."""


def meant_otherwise(folded: str, hits: Iterable[NameHit], lexicon: Lexicon) -> set[str]:
    """Those of the short forms found in a folded text that it spells out as other things."""
    found: set[str] = set()
    for hit in hits:
        if folded[hit.start] >= "ก" or hit.end - hit.start > _LONGEST_SHORT:
            continue
        form = folded[hit.start : hit.end]
        if form not in found and _SHORT.fullmatch(form) and _is_another(folded, hit, form, lexicon):
            found.add(form)
    return found


def _is_another(folded: str, hit: NameHit, form: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a short form in brackets is none of the names of what it is taken for.

    Where a full name stands there, its words tell; else the text before the brackets, of a form that the
    lexicon has as ambiguous.
    """
    if folded.startswith(")", hit.end):
        spelled = _SPELLED.search(folded, max(0, hit.start - _LONGEST_SPELLED), hit.start)
        if spelled is not None:
            words = _words(spelled[1])
            names = (surface for surface in hit.entry.surfaces if form not in surface)
            full = [name for name in map(_words, names) if len(name) >= _SEVERAL]
            return bool(full) and _stands_for(form, spelled[1]) and not any(_alike(words, n) for n in full)
    if hit.type != "Framework" or form not in hit.entry.ambiguous:
        return False
    if _NUMBERED.match(folded, hit.end):
        return True
    before = _BRACKETED.search(folded, max(0, hit.start - _BEFORE), hit.start)
    return before is not None and not any(name in before[0] for name in _names(hit.entry, lexicon))


def _stands_for(form: str, spelled: str) -> bool:
    """Whether the capitals of a short form begin words of a full name, in order.

    >>> _stands_for("APT", "Asia Pacific Telecommunity"), _stands_for("APT", "Bangkok")
    (True, False)
    """
    initials = iter("".join(word[0] for word in _LATIN_WORD.findall(spelled)).upper())
    return len(spelled.split()) >= _SEVERAL and all(letter in initials for letter in form if letter.isupper())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether words are as good as the same: the share that both have (Dice)."""
    return 2 * len(one & other) >= _ALIKE * (len(one) + len(other))


@lru_cache(maxsize=4096)  # names of the lexicon, and of documents, of which there is no end
def _words(name: str) -> frozenset[str]:
    """The beginnings of the words of a name in Latin letters."""
    return frozenset(word[:_STEM] for word in _WORD.findall(name.lower()) if word not in _LITTLE)


def _names(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    """The names of an entry, and of what it belongs to, that are no short forms in doubt."""
    parent = lexicon.get(entry.parent)
    for named in filter(None, (entry, parent)):
        for surface in named.surfaces:
            if surface not in named.ambiguous:
                yield fold(surface)
