"""Cleaning rules: what a reader cannot see, and two ways of typing one thing, are made one.

Each rule is named, counts its changes and keeps exact offsets back to the raw text. Words are never
changed: no rule touches what a reader would see as another letter.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.expressions import expression
from kg.text import Edit, OffsetMap, Span

RULES: Final[dict[str, str]] = {
    "zero-width": "zero-width characters, direction marks, soft hyphens and byte order marks are removed",
    "space": "no-break, ideographic and other Unicode spaces become a space",
    "tab": "a tab becomes a space",
    "spaces": "several spaces between words become one, where at least a quarter of the gaps are so wide",
    "sara-ae": "two SARA E (เเ) become SARA AE (แ)",
    "sara-am": "NIKHAHIT and SARA AA (ํา) become SARA AM (ำ), a tone mark before it",
    "doubled-mark": "a tone or vowel mark typed twice stands once",
    "line-end": "CR LF, CR, form feed and Unicode line separators become LF",
    "control": "control characters are removed",
}
"""The cleaning rules: name, and what the rule does."""

_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# What is removed, and so may part a mark from its twin; other controls become a space or a line end.
_REMOVED = _INVISIBLE + r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_GAP = f"[{_REMOVED}]*"
_TONE = "[่-๋]"
_AM = f"(?:ํ{_GAP})+(?:{_TONE}{_GAP})*+า"
# NIKHAHIT and SARA AA with the tones around it (they may be doubled too), and what repeats it.
_SARA_AM = f"(?:{_TONE}{_GAP})*+(?:{_AM}(?:{_GAP}(?:ำ|{_AM}))*|ำ(?:{_GAP}(?:ำ|{_AM}))+)"

# One class of characters, which the regex engine finds at full speed; what each is, _SINGLES says.
_SINGLE = "[" + _INVISIBLE + "\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_SINGLES: Final[dict[str, tuple[str, str]]] = {
    "\t": ("tab", " "),
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", ("space", " ")),
    **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000", ("space", " ")),
    **dict.fromkeys("\r\x0b\x0c\u0085\u2028\u2029", ("line-end", "\n")),
}
_BLANK = "[ " + "".join(char for char, (_, text) in _SINGLES.items() if text == " ") + "]"
_MORE = f"{_GAP}(?:{_BLANK}{_GAP})++"
# At the beginning and at the end of a line spaces are layout. Within it two of them may part sentences; where
# they are as frequent as in justified text they mean nothing.
# A gap begins behind what stays: looked for from each blank of a long one it would be looked for without end.
_BEGINS = rf"(?<=[^\s{_REMOVED}]){_GAP}+{_BLANK}"
_GAPS = expression(rf"{_BEGINS}(?P<wide>{_MORE})?(?=\S)")
_WIDE = rf"(?P<spaces>{_BEGINS}{_MORE}(?=\S))"
_MANY, _FEW = 4, 8
# Most texts need no cleaning: what finds the places is made when one does.
_compiled = cache(re.compile)
_ALONE = f"(?P<mark>(?P<twin>[ัิ-ฺ็-๎])(?:{_GAP}(?P=twin))+)|(?P<single>{_SINGLE})"
# Tones before no SARA AM are taken together: looked for from each of them it would be looked for without end.
_TONES = f"(?P<tones>(?:{_TONE}{_GAP}){{2,}}+)"
_ANY = f"(?P<ae>เ{_GAP}เ)|(?P<am>{_SARA_AM})|{_TONES}|{_ALONE}"
_DOUBLED = expression("([ัิ-ฺำ็-๎])\\1")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text, the map back to the raw text, and how often each rule changed something.

    ``counts`` lists the rules that changed something, in the order of :data:`RULES`.
    """

    text: str
    offsets: OffsetMap
    counts: tuple[tuple[str, int], ...]


def clean(raw: str) -> Cleaned:
    r"""Clean ``raw`` by all :data:`RULES`; cleaning the result again changes nothing.

    >>> cleaned = clean("น้ํา\u200bใจ\r\n")
    >>> cleaned.text, cleaned.counts
    ('น้ำใจ\n', (('zero-width', 1), ('sara-am', 1), ('line-end', 1)))
    """
    edits = find_edits(raw)
    if not edits:
        return Cleaned(raw, OffsetMap.identity(len(raw)), ())
    text, offsets = OffsetMap.from_edits(raw, edits)
    found = Counter(edit.rule for edit in edits)
    return Cleaned(text, offsets, tuple((rule, found[rule]) for rule in RULES if rule in found))


def find_edits(raw: str) -> list[Edit]:
    """The changes that the rules make to ``raw``, in order and disjoint."""
    # str.isprintable knows every control, format and space character but " ", at the speed of C.
    printable = raw.replace("\n", "").isprintable()
    if _is_wide(raw):
        return [edit for match in _compiled(f"{_WIDE}|{_ANY}").finditer(raw) for edit in _edits(match, raw)]
    if _has_pairs(raw if printable else _compiled(f"[{_REMOVED}]").sub("", raw)):
        return [edit for match in _compiled(_ANY).finditer(raw) for edit in _edits(match, raw)]
    if printable:
        return []
    return [_single(match.start(), raw) for match in _compiled(_SINGLE).finditer(raw)]


def _has_pairs(text: str) -> bool:
    """Whether the rules for marks and vowels may find something; errs to True."""
    return "ํ" in text or "เเ" in text or _DOUBLED.search(text) is not None


def _is_wide(raw: str) -> bool:
    """Whether one in :data:`_MANY` of the gaps between words, and not only a few, are of several spaces."""
    if not _compiled(f"{_BLANK}{_GAP}{_BLANK}").search(raw):
        return False
    gaps = [match["wide"] is not None for match in _GAPS.finditer(raw)]
    return sum(gaps) >= _FEW and sum(gaps) * _MANY >= len(gaps)


def _edits(match: re.Match[str], raw: str) -> list[Edit]:
    if match.lastgroup != "tones":
        return [_edit(match, raw)]
    return [_edit(alone, raw) for alone in _compiled(_ALONE).finditer(raw, *match.span())]


def _edit(match: re.Match[str], raw: str) -> Edit:
    group = match.lastgroup
    if group == "single":
        return _single(match.start(), raw)
    if group == "ae":
        return Edit(Span(*match.span()), "แ", "sara-ae")
    if group == "spaces":
        return Edit(Span(*match.span()), " ", "spaces")
    if group == "am":
        return Edit(Span(*match.span()), _compose(match[0]), "sara-am")
    return Edit(Span(*match.span()), match["twin"], "doubled-mark")


def _single(at: int, raw: str) -> Edit:
    char = raw[at]
    if char in _SINGLES:
        rule, text = _SINGLES[char]
        return Edit(Span(at, at + 1 + (char == "\r" and raw.startswith("\n", at + 1))), text, rule)
    # What else the class holds is invisible, or a control character: those of ASCII and Latin-1.
    return Edit(Span(at, at + 1), "", "control" if char < "\xa0" else "zero-width")


def _compose(cluster: str) -> str:
    """SARA AM after the tone marks of ``cluster``, each once."""
    tones: list[str] = []
    for char in cluster:
        if "่" <= char <= "๋" and tones[-1:] != [char]:
            tones.append(char)
    return "".join(tones) + "ำ"
