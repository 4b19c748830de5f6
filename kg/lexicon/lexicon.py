"""The lexicon as one value: entries by id, and their names found in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph

from kg import text
from kg.errors import LexiconError
from kg.expressions import expression
from kg.lexicon.compiled import kept
from kg.lexicon.entries import Entry, read_entries
from kg.lexicon.houses import ways_of_writing
from kg.lexicon.matcher import Matcher
from kg.lexicon.paths import ontology_path
from kg.text import fold

_BASE_CLASSES = {
    "Country": "Country",
    "Framework": "Framework",
    "Initiative": "Initiative",
    "OutcomeDocument": "OutcomeDocument",
    "Post": "Post",
    "MeetingLevel": "MeetingLevel",
    "Place": "Place",
    "City": "Place",
    "Province": "Place",
    "Venue": "Place",
    "Region": "Place",
}


class NameHit:
    """A name of the lexicon that stands in a text: ``folded[start:end]``.

    ``type`` is the class of the contract that the entry belongs to (``Country``, ``Organization`` …).
    """

    __slots__ = ("end", "entry", "start", "type")

    def __init__(self, start: int, end: int, entry: Entry) -> None:
        self.start = start
        self.end = end
        self.entry = entry
        self.type: str = _BASE_CLASSES.get(entry.cls, "Organization")

    def __repr__(self) -> str:
        return f"NameHit({self.start}, {self.end}, {self.entry.id!r})"


def base_class(cls: str) -> str:
    """The class of the contract above a lexicon class; a body where nothing else is known.

    >>> base_class("Ministry"), base_class("City")
    ('Organization', 'Place')
    """
    return _BASE_CLASSES.get(cls, "Organization")


_DOT_WITHIN = expression(r"\.(?=[ก-ฮเ-ไ])")

Words = dict[str, list[tuple[str, Entry | None]]]
"""The ``names`` and the ``posts`` as texts write them, with what each means; None in a shadow."""


class Lexicon:
    """The entries of ``ontology/lexicon`` and a matcher over all their names, Thai and Latin."""

    def __init__(self, entries: dict[str, Entry], words: Words | None = None) -> None:
        self._entries = entries
        self.words = _words_of(entries) if words is None else words
        self._matchers: dict[str, Matcher[Entry | None]] = {}
        # The first of those that bear a name counts.
        self._by_surface = {form: entry for form, entry in reversed(self.words["names"]) if entry is not None}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def entry(self, name: str) -> Entry:
        """The entry of an id (``country-th``).

        Raises:
            LexiconError: there is none.
        """
        try:
            return self._entries[name]
        except KeyError:
            raise LexiconError(f"the lexicon has no entry {name!r}") from None

    def get(self, name: str) -> Entry | None:
        """The entry of an id, or None."""
        return self._entries.get(name)

    def named(self, surface: str) -> Entry | None:
        """The entry that ``surface`` is a whole name of, or None."""
        return self._by_surface.get(fold(surface))

    def find(self, folded: str) -> list[NameHit]:
        """The names in a folded text, in order, not overlapping, leftmost longest."""
        found = self.matcher("names").places("names", folded)
        return [NameHit(start, end, entry) for start, end, entry in found if entry is not None]

    def matcher(self, table: str) -> Matcher[Entry | None]:
        """A matcher with the ``names`` or ``posts`` among its tables; made when it is first asked for."""
        if table not in self._matchers:
            self._matchers[table] = Matcher({table: self.words[table]})
        return self._matchers[table]

    def share(self, matcher: Matcher[Any]) -> None:
        """Let :meth:`matcher` give this one, which has the names and posts beside other tables.

        Tables do not hide each other's words, so it finds the same; to make another would take longer
        than the little that it is slower.
        """
        self._matchers = dict.fromkeys(self.words, matcher)


def _words_of(entries: Mapping[str, Entry]) -> Words:
    names: list[tuple[str, Entry | None]] = []
    posts: list[tuple[str, Entry | None]] = []
    ways = ways_of_writing(entries)
    for entry in entries.values():
        if entry.cls == "MeetingLevel":
            continue
        table = posts if entry.cls == "Post" else names
        for surface in dict.fromkeys((*entry.surfaces, *ways.get(entry.id, ()))):
            # Posts of Thai texts are read in Thai alone: a Latin "Leader" is a word of a name.
            if table is names or not surface.isascii():
                table.extend((form, entry) for form in _written(surface))
        table.extend((fold(shadow), None) for shadow in entry.shadows)
    # Longer classes first where one name means two things: a body keeps its name before a place.
    names.sort(key=lambda pair: (pair[1] is not None, _rank(pair[1])))
    posts.sort(key=lambda pair: (pair[1] is not None, _rank(pair[1])))
    return {"names": names, "posts": posts}


def _rank(entry: Entry | None) -> tuple[int, str]:
    order = {"Country": 0, "Framework": 2, "Post": 3}
    if entry is None:
        return (-1, "")
    return (order.get(entry.cls, 4 if base_class(entry.cls) == "Place" else 1), entry.id)


def _written(surface: str) -> list[str]:
    """The ways in which texts space a name: as it is, closed up, with spaces about a dash or behind a dot."""
    form = fold(surface)
    forms = [form]
    thai = not form.isascii()
    if " " in form and thai:
        forms.append(form.replace(" ", ""))
    if thai and (spaced := _DOT_WITHIN.sub(". ", form)) != form:
        forms.append(spaced)
    if "-" in form and (thai or " " in form):
        forms += [form.replace("-", " - "), form.replace("-", " -"), form.replace("-", "- ")]
    return forms


@cache
def load() -> Lexicon:
    """The shipped lexicon; read once a process.

    >>> load().entry("country-th").name("en")
    'Thailand'
    """
    files = sorted((ontology_path() / "lexicon").glob("*.ttl"))
    classes = ontology_path() / "tables" / "entry_classes.tsv"
    makes = [*files, classes, *sorted(Path(__file__).parent.glob("*.py")), Path(text.__file__)]
    cells, tables = kept("entries", makes, pyoxigraph.__version__, lambda: _flat(read_entries(files)))
    entries = [Entry(*values) for values in cells]
    words = {
        table: [(form, None if number is None else entries[number]) for form, number in forms]
        for table, forms in tables.items()
    }
    return Lexicon({entry.id: entry for entry in entries}, words)


def _flat(entries: dict[str, Entry]) -> tuple[list[tuple[Any, ...]], dict[str, list[tuple[str, int | None]]]]:
    """Entries as their cells, and their names as texts write them with their numbers."""
    numbers = {name: number for number, name in enumerate(entries)}
    tables = {
        table: [(form, None if entry is None else numbers[entry.id]) for form, entry in forms]
        for table, forms in _words_of(entries).items()
    }
    return [tuple(getattr(entry, name) for name in Entry.__slots__) for entry in entries.values()], tables
