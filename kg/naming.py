"""How a name that somebody types is compared with the names that a graph has: the same for every command."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from difflib import get_close_matches
from functools import cache, cached_property

from kg.lexicon import read_table
from kg.rdf.ontology import kinds_of
from kg.text import fold

_UNSEEN = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x2028, 0x202F),
     *range(0x2060, 0x206A), 0xFEFF]
)  # fmt: skip
# Left out wherever it stands. Nothing that is a letter or a mark: ข่าว, ข้าว and ขาว stay three names.
_MARGIN = " \"'“”‘’.,:()[]/–—_-"
_IGNORED = _UNSEEN | dict.fromkeys(map(ord, _MARGIN))
_DIGITS = {0x0E50 + n: str(n) for n in range(10)}
_NIKHAHIT, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_LIKE = 5
"""So many things that are called something like a name are told, at most."""
_LOOKED_AT = 20
"""Of so many it is asked whether they are of the kind that is wanted."""
_SHORT = 40
"""Letters of a name that is not long."""
_SHOWN = 160
"""Letters of what a thing is called that are told: a name must be whole to be copied and asked for."""
_ALIKE = 0.6
"""How like they are at least, as :mod:`difflib` counts it."""
_SHORTEST = 3
"""Letters of a name that is looked for within what was asked for."""
_LEAST = 2
"""Letters that an honorific, or a word for what a thing is, leaves of a name."""


def compared(text: str) -> str:
    """A name as it is compared: no spaces, stops or unseen characters; one form of digits, sara am and case.

    >>> compared("น้ํา ครั้งที่ ๔") == compared("น้ำครั้งที่4")
    True
    """
    folded = "".join(unicodedata.normalize("NFC", text).translate(_IGNORED).translate(_DIGITS).split())
    for tone in ("", *_TONES):
        folded = folded.replace(_NIKHAHIT + tone + _AA, tone + _AM)
    return folded.lower()


def without_honorifics(text: str) -> str:
    """A name without the honorifics that stand before it; where nothing would be left, with them.

    >>> without_honorifics("ฯพณฯ นายดอน"), without_honorifics("Drake"), without_honorifics("นายกรัฐมนตรี")
    ('ดอน', 'drake', 'นายกรัฐมนตรี')
    """
    rest = fold(" ".join(unicodedata.normalize("NFC", text).split()).translate(_UNSEEN)).lower()
    while True:
        rest = rest.lstrip(_MARGIN)
        title, longer = next((row for row in _titles() if rest.startswith(row[0])), ("", ()))
        after = rest[len(title) :]
        # A Latin one ends at a space or a dot; a Thai one may be where a longer word begins.
        is_part = (title.isascii() and after[:1] not in {" ", "."}) or after.startswith(longer)
        if not title or len(compared(after)) < _LEAST or is_part:
            return rest
        rest = after


def forms(text: str) -> list[str]:
    """A name as it is compared: as it stands, and without honorifics; none where nothing is left.

    >>> forms("H.E. Don Pram")
    ['hedonpram', 'donpram']
    """
    return [form for form in dict.fromkeys((compared(text), compared(without_honorifics(text)))) if form]


def by_kind(wanted: Iterable[str]) -> list[tuple[str, str]]:
    """What forms of a name say after the word for what it is the name of, and the class that this means.

    >>> by_kind(forms("ประเทศลาว"))
    [('ลาว', 'Country')]
    """
    return [
        (form.removeprefix(word), kind)
        for form in wanted
        for word, kind in kind_words()
        if form.startswith(word) and len(form) >= len(word) + _LEAST
    ]


def honorifics() -> list[tuple[str, tuple[str, ...]]]:
    """What stands before a name and is no part of it (``นาย``, ``H.E.``), the longest first.

    Each with what does not follow it: ``นาย`` and ``กรัฐมนตรี`` are one word.
    """
    rows = [row for row in read_table("honorifics") if row["script"] in {"th", "en"}]
    found = {row["form"]: tuple(row["not_before"].split()) for row in rows}
    return sorted(found.items(), key=lambda row: (-len(row[0]), row[0]))


@cache
def kind_words() -> Sequence[tuple[str, str]]:
    """Words that say what the name after them is a name of (``ประเทศ``), and the class of each."""
    return tuple((row["form"], row["class"]) for row in read_table("kind_words"))


class Names:
    """The names of things, to find what somebody means by one.

    Args:
        named: each thing and each of its names.
        kinds: the classes that a thing is of, by their local names.
        label: what a thing is mainly called.

    >>> kinds = {"e:la": {"Country"}, "e:x": {"Person"}}
    >>> label = {"e:la": "ลาว", "e:x": "สมชาย ใจดี"}
    >>> names = Names([("e:la", "ลาว"), ("e:x", "นายสมชาย ใจดี")], kinds.__getitem__, label.__getitem__)
    >>> names.find("ประเทศลาว"), names.find("สมชาย"), names.find("ฯพณฯ สมชาย ใจดี"), names.find("ไทย")
    (['e:la'], ['e:x'], ['e:x'], [])
    >>> names.unknown("สมชัย")[0]
    "nothing in the graph is called 'สมชัย'; close to it: สมชาย ใจดี"
    """

    def __init__(
        self,
        named: Iterable[tuple[str, str]],
        kinds: Callable[[str], Collection[str]],
        label: Callable[[str], str],
    ) -> None:
        self._kinds, self._label = kinds, label
        self._named = sorted(set(named))
        self._things: dict[str, set[str]] = {}
        for thing, name in self._named:
            for form in forms(name):
                self._things.setdefault(form, set()).add(thing)

    def find(self, name: str) -> list[str]:
        """The things that ``name`` means, sorted; none where nothing is called so.

        What is called so, with or without honorifics and spaces; else whoever bears it as a first name or
        surname; else, of a name after the word for what it is (ประเทศลาว), whatever is that and bears it.
        """
        wanted = forms(name)
        called = {thing for form in wanted for thing in self._things.get(form, ())}
        return sorted(called or self._bearers(wanted) or self._of_kind(wanted))

    def unknown(self, name: str, wanted: Iterable[str] = ()) -> tuple[str, str]:
        """What to say of ``name`` where nothing is called so, in English and Thai: what is close to it.

        Those of ``wanted`` kinds come first, each thing once, by what it is mainly called; five at most.
        """
        close = self._close(name)
        if meant := {kind for one in wanted for kind in kinds_of(one)}:
            close.sort(key=lambda thing: meant.isdisjoint(self._kinds(thing)))
        told = ", ".join(dict.fromkeys(self._told(thing, name) for thing in close[:_LIKE]))
        english, thai = (
            (f"close to it: {told}", f"ชื่อที่ใกล้เคียง: {told}")
            if told
            else (
                "search for it on the page (kg serve, kg view), or give the Thai name",
                "ลองค้นหาในหน้ากราฟ หรือใช้ชื่อภาษาไทย",
            )
        )
        return f"nothing in the graph is called {name!r}; {english}", f"ไม่มีสิ่งใดในกราฟที่ชื่อ “{name}” {thai}"

    def _told(self, thing: str, name: str) -> str:
        """What a thing is mainly called; where that is long a short name most like ``name``, or it is cut.

        Who asked in Latin letters sees the name in them, too: ไทย (Thailand).
        """
        label = self._label(thing)
        short = [one for other, one in self._named if other == thing and len(one) <= _SHORT]
        if len(label) > _SHORT:
            whole = label if len(label) <= _SHOWN else f"{label[: _SHOWN - 1]}…"
            return next(iter(get_close_matches(name, short, 1, 0.0)), whole)
        latin = [one for one in short if one.isascii()] if name.isascii() and not label.isascii() else []
        return " ".join((label, *(f"({one})" for one in get_close_matches(name, latin, 1, _ALIKE))))

    def _close(self, name: str) -> list[str]:
        """Things with a name of which all or a part is like ``name``, that holds it, or that it holds."""
        wanted = list(dict.fromkeys([*forms(name), *(rest for rest, _ in by_kind(forms(name)))]))
        parts = self._parts
        similar = [
            form
            for asked in wanted
            for form in get_close_matches(asked, self._things.keys() | parts.keys(), _LOOKED_AT, _ALIKE)
        ]
        holding = [form for form in sorted(self._things) if any(part in form for part in wanted)]
        held = [f for f in self._things if len(f) >= _SHORTEST and any(f in asked for asked in wanted)]
        found: dict[str, None] = {}
        for form in [*similar, *holding, *sorted(held, key=lambda form: (-len(form), form))]:
            found |= dict.fromkeys(sorted(self._things.get(form, ())))
            if form in similar:
                some = sorted(parts.get(form, ()))[:_LOOKED_AT]
                found |= dict.fromkeys(thing for thing in some if "Person" in self._kinds(thing))
            if len(found) >= _LOOKED_AT:
                break
        return list(found)[:_LOOKED_AT]

    def _bearers(self, wanted: list[str]) -> set[str]:
        """The persons whose first name or surname is one of ``wanted``."""
        found = {thing for form in wanted for thing in self._parts.get(form, ())}
        return {thing for thing in found if "Person" in self._kinds(thing)}

    @cached_property
    def _parts(self) -> dict[str, set[str]]:
        """What bears each first name or surname, if it is a person."""
        found: dict[str, set[str]] = {}
        for thing, name in self._named:
            words = without_honorifics(name).split()
            for word in (words[0], words[-1]) if words[1:] else ():
                found.setdefault(compared(word), set()).add(thing)
        return found

    def _of_kind(self, wanted: list[str]) -> set[str]:
        """What bears the rest of one of ``wanted``, and is what the word before it says."""
        return {
            thing
            for rest, kind in by_kind(wanted)
            for thing in self._things.get(rest, ())
            if kinds_of(kind).intersection(self._kinds(thing))
        }


@cache
def _titles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = {fold(form).lower(): tuple(map(fold, longer)) for form, longer in honorifics()}
    return tuple(sorted(found.items(), key=lambda row: (-len(row[0]), row[0])))
