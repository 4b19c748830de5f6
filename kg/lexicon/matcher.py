"""Finding many words in a text at once: Aho-Corasick with the borders that Thai script allows.

Thai has no spaces between words, so a name found in a text may be the middle of another word. Two
rules of script cost nothing (research of this project: they remove 5 % of false hits): a word does
not end before a vowel or tone mark that leans on it, and does not begin after a vowel that is
written before its consonant. What script cannot tell is told by shadow words: longer words in which
a name hides stand in the same automaton and win over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Generic, TypeVar

import ahocorasick_rs

from kg.text import CODE_PAGE, LEANING, one_byte

T = TypeVar("T")

_LEADING = frozenset("เแโใไ")
_LEANING_BYTES = frozenset("".join(LEANING).encode(CODE_PAGE))
_LEADING_BYTES = frozenset("".join(_LEADING).encode(CODE_PAGE))
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` can be a word by the rules of the script alone.

    >>> stands_free("จีนะ", 0, 3), stands_free("กรอบASEM", 4, 8), stands_free("ASEMX", 0, 4)
    (False, True, False)
    """
    if end < len(text):
        after = text[end]
        if after in LEANING or (after in _LATIN and text[end - 1] in _LATIN):
            return False
    if start:
        before = text[start - 1]
        if before in _LEADING or (before in _LATIN and text[start] in _LATIN):
            return False
    return True


class Matcher(Generic[T]):
    """All places where the words of some tables stand in a text, found in one pass.

    ``tables`` maps a table's name to pairs of a word (folded, see :func:`kg.text.fold`) and what it
    means there. A word that stands twice in a table keeps its first meaning. ``None`` as a meaning
    makes it a shadow: it hides what lies in it. Tables do not hide each other's words.

    >>> matcher = Matcher({"states": [("ไทย", "country-th"), ("มหาดไทย", None)], "verbs": [("พบ", "meet")]})
    >>> matcher.find("มหาดไทยพบไทย")
    {'states': [(9, 12, 'country-th')], 'verbs': [(7, 9, 'meet')]}
    """

    def __init__(self, tables: Mapping[str, Iterable[tuple[str, T | None]]]) -> None:
        # Of each word what it means in the first table that has it, given by number, and what in others: most
        # have one meaning alone.
        senses: dict[str, tuple[int, T | None, tuple[tuple[int, T | None], ...]]] = {}
        for number, words in enumerate(tables.values()):
            for word, meaning in words:
                own = senses.get(word)
                if own is None:
                    senses[word] = (number, meaning, ())
                elif (own[2][-1][0] if own[2] else own[0]) != number:
                    senses[word] = (*own[:2], (*own[2], (number, meaning)))
        senses.pop("", None)
        self._tables = tuple(tables)
        # A text in the Thai code page has one byte a character: the automaton is then small and quick,
        # and places in it are places in the text. Words with letters of other scripts have one besides.
        codes = _in_code_page(senses)
        coded = {word: code for word, code in zip(senses, codes, strict=True) if b"?" not in code}
        plain = list(coded)
        other = [word for word in senses if word not in coded]
        # Of each word whether a Latin letter ends it, and what it means.
        self._known: list[tuple[bool, int, T | None, tuple[tuple[int, T | None], ...]]] = [
            (word[0] in _LATIN or word[-1] in _LATIN, *senses[word]) for word in (*plain, *other)
        ]
        self._plain = ahocorasick_rs.BytesAhoCorasick(list(coded.values()))
        self._other = ahocorasick_rs.AhoCorasick(other) if other else None
        self._first_other = len(plain)
        self._senses: dict[str, list[tuple[T | None] | None]] = {}

    def find(self, folded: str) -> dict[str, list[tuple[int, int, T]]]:
        """For each table the ``(start, end, meaning)`` of its words: in order, disjoint, leftmost longest."""
        found: list[list[tuple[int, int, T]]] = [[] for _ in self._tables]
        edges = [0] * len(found)
        known = self._known
        # The letters around a hit are told by their bytes: to take a Thai letter out of a text makes a text.
        padded = one_byte(folded) + b" "
        leaning, leading = _LEANING_BYTES, _LEADING_BYTES
        for index, start, end in self._hits(folded):
            # The rules of stands_free, which is asked itself only where Latin letters make it matter.
            if padded[end] in leaning or padded[start - 1] in leading:
                continue
            latin, table, meaning, others = known[index]
            if latin and not stands_free(folded, start, end):
                continue
            if start >= edges[table]:
                edges[table] = end
                if meaning is not None:
                    found[table].append((start, end, meaning))
            for table, meaning in others:
                if start >= edges[table]:
                    edges[table] = end
                    if meaning is not None:
                        found[table].append((start, end, meaning))
        return dict(zip(self._tables, found, strict=True))

    def places(self, table: str, folded: str) -> list[tuple[int, int, T]]:
        """Where the words of one table stand: what :meth:`find` gives for it, in half the time.

        >>> Matcher({"states": [("ไทย", "country-th")], "verbs": [("พบ", "meet")]}).places("verbs", "ไทยพบ")
        [(3, 5, 'meet')]
        """
        senses = self._senses.get(table) or self._senses_in(table)
        found: list[tuple[int, int, T]] = []
        edge = 0
        padded = one_byte(folded) + b" "
        for index, start, end in self._hits(folded):
            sense = senses[index]
            if sense is None or start < edge:
                continue
            if padded[end] in _LEANING_BYTES or padded[start - 1] in _LEADING_BYTES:
                continue
            if self._known[index][0] and not stands_free(folded, start, end):
                continue
            edge = end
            if sense[0] is not None:
                found.append((start, end, sense[0]))
        return found

    def _senses_in(self, table: str) -> list[tuple[T | None] | None]:
        """What each word means in a table, None for those of other tables; kept."""
        number = self._tables.index(table)
        senses: list[tuple[T | None] | None] = [None] * len(self._known)
        for index, (_, first, meaning, others) in enumerate(self._known):
            if first == number:
                senses[index] = (meaning,)
            elif others:
                senses[index] = next(((sense,) for other, sense in others if other == number), None)
        self._senses[table] = senses
        return senses

    def _hits(self, folded: str) -> list[tuple[int, int, int]]:
        """Every word in the text by number with its place: leftmost first, longer before shorter."""
        encoded = one_byte(folded)
        hits = self._plain.find_matches_as_indexes(encoded, overlapping=True)
        if self._other is not None and b"?" in encoded:
            first = self._first_other
            others = self._other.find_matches_as_indexes(folded, overlapping=True)
            hits += [(first + index, start, end) for index, start, end in others]
            hits.sort(key=itemgetter(2))
        # They come by their ends: turned round, a stable sort by their beginnings does the rest.
        hits.reverse()
        hits.sort(key=itemgetter(1))
        return hits


def _in_code_page(words: Iterable[str]) -> list[bytes]:
    """Words with a byte for each letter; a question mark stands for one that has none."""
    # All at once: to look up how to encode takes longer than to encode a word.
    held = list(words)
    codes = "\n".join(held).encode(CODE_PAGE, "replace").split(b"\n")
    return codes if len(codes) == len(held) else [word.encode(CODE_PAGE, "replace") for word in held]
