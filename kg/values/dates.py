"""Dates and intervals in Thai and English text, with Buddhist or Gregorian years.

What is *not* a date: a length of time (``25 ปี``), an anniversary's number, a session with its year
(``ครั้งที่ 1/2567``), a time of day, money, a telephone number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.expressions import expression
from kg.model import DateValue
from kg.text import Span
from kg.values.calendars import (
    DAY,
    MONTH,
    YEAR,
    Parts,
    fault,
    follows,
    iso,
    month_moved,
    moved,
    parts_of,
    year_near,
)
from kg.values.date_atoms import Atom, read_atoms
from kg.values.date_patterns import GAP, plain_spaces

__all__ = ["DateMention", "find_dates"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as a text writes it, with the words that belong to it (``วันจันทร์ที่``, ``เดือน``, ``ปี``).

    ``kind`` says how it is written: ``day``, ``month``, ``year``, ``interval``, or ``relative`` where its
    value depends on the date of the document. ``value`` is ``None`` where the words are a date that
    cannot be told; ``note`` then says why.
    """

    span: Span
    value: DateValue | None
    kind: str
    note: str = ""


_KINDS = {DAY: "day", MONTH: "month", YEAR: "year"}
_NO_REFERENCE = "needs the date of the document, which is not known"
_EVERY_YEAR = "comes back every year"
_BACKWARDS = "ends before it begins"

_JOIN = expression(f"{GAP}(--?|จนถึง|ถึง|และ|,|&|and|to|until|/){GAP}")
_OPENING = expression(f"{GAP}\\(?{GAP}")
_CLOSING = expression(f"{GAP}\\)")
_YEAR_SHIFTS = {"last year": -1, "this year": 0, "next year": 1}
_LONGEST_JOIN = 12


def find_dates(folded: str, reference: DateValue | None = None) -> list[DateMention]:
    """The dates and intervals of a text, in order and disjoint.

    Args:
        folded: the text as :func:`kg.text.fold` gives it.
        reference: the date of the document, which ``วันนี้``, ``ปีหน้า`` or ``1 มีนาคม`` are seen from;
            a month or a year serves as far as it goes.

    >>> [str(found.value) for found in find_dates("ระหว่างวันที่ 1-2 มีนาคม 2564 และในปี 2565")]
    ['2021-03-01/2021-03-02', '2022']
    """
    return list(_found(folded, reference))


# What dates a text is asked of again when what was missed in it is measured.
@lru_cache(maxsize=4)
def _found(folded: str, reference: DateValue | None) -> tuple[DateMention, ...]:
    text = plain_spaces(folded)
    atoms = _complete(read_atoms(text), text)
    return tuple(_compose(atoms, text, parts_of(reference) if reference else ()))


def _complete(atoms: list[Atom], folded: str) -> list[tuple[Atom, str]]:
    """Each atom with its link to the next (``-``, ``&`` or nothing), a missing year taken over the link."""
    links = [_link(a, b, folded) for a, b in pairwise(atoms)] + [""] * bool(atoms)
    done = list(atoms)
    for i in range(len(atoms) - 2, -1, -1):
        a, b = done[i], done[i + 1]
        if links[i] and _open(a) and not _open(b):
            year = None if b.year is None else b.year - (a.rest > b.rest)
            done[i] = a._replace(year=year, tense=b.tense)
    for i, link in enumerate(links[:-1]):
        a, b = done[i], done[i + 1]
        if link and _open(b) and a.year is not None:
            done[i + 1] = b._replace(year=a.year + (b.rest < a.rest))
    return list(zip(done, links, strict=True))


def _open(atom: Atom) -> bool:
    return atom.year is None and not atom.tense and atom.shift is None


def _link(a: Atom, b: Atom, folded: str) -> str:
    if a.precision != b.precision or b.start - a.end > _LONGEST_JOIN:
        return ""
    between = _JOIN.fullmatch(folded, a.end, b.start)
    if between is None:
        return ""
    return "&" if between[1] in {"และ", "&", "and", ",", "/"} else "-"


class _Dated(NamedTuple):
    """An atom with its value: ``first`` is empty where it has none, and ``note`` says why."""

    start: int
    end: int
    first: Parts
    last: Parts
    relative: bool
    precision: int
    note: str

    def mention(self) -> DateMention:
        kind = "relative" if self.relative else "interval" if self.last else _KINDS[self.precision]
        value = DateValue(iso(self.first), iso(self.last) if self.last else "") if self.first else None
        return DateMention(Span(self.start, self.end), value, kind, self.note)


def _compose(atoms: list[tuple[Atom, str]], folded: str, reference: Parts) -> list[DateMention]:
    """Join what belongs together: both ends of an interval, and ``วันนี้`` with the date after it."""
    out: list[_Dated] = []
    link_before = ""
    anchor: Atom | None = None
    for atom, link in atoms:
        now = _dated(atom, reference)
        if anchor and atom.precision == DAY and not atom.anchor:
            opening = _OPENING.fullmatch(folded, anchor.end, atom.start)
            if opening:
                closing = _CLOSING.match(folded, atom.end) if "(" in opening[0] else None
                out[-1] = now._replace(start=anchor.start, end=closing.end() if closing else now.end)
                anchor, link_before = None, "" if closing else link
                continue
        joined = _join(out[-1], now, link_before) if link_before else None
        if joined:
            out[-1] = joined
        else:
            out.append(now)
        anchor, link_before = atom if atom.anchor else None, link
    return [dated.mention() for dated in out]


def _join(a: _Dated, b: _Dated, link: str) -> _Dated | None:
    """The interval from ``a`` to ``b``, or ``None`` where they are two dates."""
    if not a.first or not b.first or a.last or b.last or len(a.first) != len(b.first):
        return None
    last = b.first
    if a.relative and b.relative and last < a.first:
        last = (last[0] + 1, *last[1:])
    if last <= a.first or fault(last):
        return None
    if link == "&" and not (len(last) == DAY and follows(a.first, last)):
        return None
    return a._replace(end=b.end, last=last, relative=a.relative or b.relative)


def _dated(atom: Atom, reference: Parts) -> _Dated:
    start, end, precision, rest, year, until, tense, shift, _ = atom
    first: Parts = ()
    last: Parts = ()
    note = ""
    relative = year is None and tense != "every"
    if tense == "every":
        note = _EVERY_YEAR
    elif relative and not reference:
        note = _NO_REFERENCE
    elif shift is not None:
        first = _shifted(precision, shift, reference)
    else:
        if year is None:
            year = _year(rest, tense, reference)
        first = (year, *rest)
        if until:
            last = until if precision == YEAR else (year, *until)
            note = fault(last) or (_BACKWARDS if last < first else "")
        note = fault(first) or note
    if note:
        first = last = ()
    return _Dated(start, end, first, () if last == first else last, relative, precision, note)


def _shifted(precision: int, shift: int, reference: Parts) -> Parts:
    if precision == DAY:
        return moved(reference, shift)
    return month_moved(reference, shift) if precision == MONTH else (reference[0] + shift,)


def _year(rest: Parts, tense: str, reference: Parts) -> int:
    by_name = _YEAR_SHIFTS.get(tense)
    return year_near(rest, tense, reference) if by_name is None else reference[0] + by_name
