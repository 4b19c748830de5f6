"""When two records of anything but persons and meetings are one: their names, and what is about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kg.entities.keys import name_key
from kg.merging.known import names_in
from kg.merging.likeness import Likeness, rung
from kg.merging.profiles import once
from kg.merging.records import Record
from kg.merging.spelling import apart, bare, canonical
from kg.text import fold

# A name of fewer letters may differ from another by a mark alone and mean another thing.
_LONG = 12
_VERY_LONG = 24
_DIGITS = re.compile(r"\d+")
_MISSION = re.compile(r"^สถาน(?:เอกอัครราชทูต|เอกอัครราชฑูต|ทูต|กงสุลใหญ่|กงสุล)")
_SEATED = re.compile(r"(?:ประจำ|ใน)(?:ประเทศ|ราชอาณาจักร)?$| ณ(?: (?:กรุง|นคร|เมือง))?$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a thing: as they are compared, with what the lexicon knows in them, and acronyms."""

    keys: frozenset[str]
    canonical: frozenset[str]
    short: frozenset[str]
    latin: frozenset[str]
    missions: frozenset[tuple[str, str, str]]


@once
def naming(record: Record) -> Naming:
    """What comparisons ask of a record."""
    names = {*record.names, *(_BRACKETS.sub("", name) for name in record.called)}
    full = {name for name in names if not _is_short(name)}
    return Naming(
        keys=frozenset(map(name_key, full)),
        canonical=frozenset(map(canonical, full)),
        short=frozenset(name_key(name) for name in names if _is_short(name)),
        latin=frozenset(name_key(name) for name in full if name.isascii() and " " in name.strip()),
        missions=frozenset(found for name in full if (found := mission(name))),
    )


def _is_short(name: str) -> bool:
    letters = name.replace("-", "").replace(".", "").replace(" ", "")
    return (name.isascii() and len(letters) <= 12 and letters[:2].isupper()) or (
        len(name) < 8 and "." in name
    )


def mission(name: str) -> tuple[str, str, str] | None:
    """The kind, the sending state and the seat of a diplomatic mission; None for anything else.

    >>> mission("สถานทูตจีน") == mission("สถานเอกอัครราชทูตสาธารณรัฐประชาชนจีนประจำประเทศไทย")
    True
    """
    folded = fold(name)
    head = _MISSION.match(folded)
    if head is None:
        return None
    kind = "consulate" if "กงสุล" in head.group() else "embassy"
    sender, seat = "", ""
    for found in names_in(folded):
        seated = _SEATED.search(folded[: found.start])
        if found.type not in {"Country", "Place"}:
            continue
        if seated:
            seat = seat or found.entry.id
        elif found.type == "Country":
            sender = sender or found.entry.id
    if seat and not sender:
        return kind, "country-th", seat
    return (kind, sender, seat or "country-th") if sender and sender != "country-th" else None


def compare_names(a: Record, b: Record) -> Likeness | None:
    """The rung on which two records of things stand together, if any; nothing is vetoed here."""
    p, q = naming(a), naming(b)
    because = [record.documents[0][0] for record in (a, b) if record.documents]
    if p.missions & q.missions:
        return rung("embassy", because)
    if p.keys & q.keys:
        return rung("name-spelling", because)
    shared = p.canonical & q.canonical
    if any(_says_enough(name) for name in shared):
        return rung("name-known-parts" if any("{" in name for name in shared) else "name-spelling", because)
    if a.type in {"Topic", "Place"}:
        return _letter(a, b, because)
    if p.latin & q.latin and a.type != "Country":
        return rung("name-latin", because)
    return _letter(a, b, because) or _contained(a, b)


def _says_enough(name: str) -> bool:
    return "{" in name or len(name) >= _LONG


def _letter(a: Record, b: Record, because: list[str]) -> Likeness | None:
    for x, y in product(naming(a).canonical, naming(b).canonical):
        short = min(len(x), len(y))
        if short < _VERY_LONG or _marks(x) != _marks(y) or _DIGITS.findall(x) != _DIGITS.findall(y):
            continue
        if apart(x, y) <= 1:
            return rung("name-letter", because)
    return None


def _marks(name: str) -> list[str]:
    return re.findall("{[^}]*}", name)


def _contained(a: Record, b: Record) -> Likeness | None:
    """One name is the beginning of the other, and the same parties or frameworks speak of both."""
    if a.type not in {"Initiative", "OutcomeDocument", "Framework"}:
        return None
    for one, other in ((a, b), (b, a)):
        for x, y in product(naming(one).canonical, naming(other).canonical):
            if len(x) >= _VERY_LONG and x != y and y.startswith(x):
                about = [{f.value: f.claim for f in (*r.parties, *r.frameworks, *r.wholes)} for r in (a, b)]
                both = about[0].keys() & about[1].keys()
                if both:
                    return rung("name-contained", [told[v] for told in about for v in both], one.iri)
    return None


def things_apart(a: Record, b: Record) -> bool:
    """Whether two things cannot be one: other states or other numbers in their names."""
    pairs = list(product(naming(a).canonical, naming(b).canonical))
    return bool(pairs) and all(_numbers(x) != _numbers(y) for x, y in pairs)


def _numbers(name: str) -> list[str]:
    return _DIGITS.findall(re.sub("{[^}]*}", "", name))


def thing_keys(record: Record) -> Iterator[str]:
    """Under which keys a thing is looked for: its names, their beginnings, the mission that it is."""
    found = naming(record)
    for name in found.keys:
        yield f"k:{bare(name)}"
    for name in found.canonical:
        yield f"c:{name}"
        if len(name) >= _VERY_LONG:
            yield f"b:{name[:16]}"
            yield f"e:{name[-12:]}"
    for name in found.latin:
        yield f"l:{name}"
    for kind, sender, seat in found.missions:
        yield f"d:{kind}:{sender}:{seat}"
