"""Classes of words that the grammar of texts is written with: the tables ``words_…``.

A rule says in which order what may stand; which words may stand there is told by the tables. In the code of a
rule stand the particles that it is written with (``ที่``, ``ของ``, ``ได้``, ``จะ``), one or two words on which
it turns, and what a pattern puts around a class; a list that a linguist would add to is a class of a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.errors import LexiconError
from kg.lexicon.tables import read_table

# One table for each kind of thing that is read; a class has all its words in one of them.
WORD_TABLES = tuple(
    f"words_{kind}"
    for kind in "acts bodies clauses documents meetings pages people places time topics".split()
)
# What may follow a form, by what the column ``border`` says of it.
_BORDERS = {"word": "(?![ก-ฺเ-๎])", "letter": "(?=[ก-ฮเ-ไ])", "space": "(?: |$)", "end": "$"}


def any_of(*classes: str) -> str:
    """A pattern for any word of these classes, in a group of its own that captures nothing.

    Of two words of which one begins the other, the longer is tried first.

    >>> re.match(any_of("leads_on"), "ว่าด้วยการค้า")[0]
    'ว่าด้วย'

    Raises:
        LexiconError: no table has the class, or a line says what no line may.
    """
    return f"(?:{alternatives(*classes)})"


def alternatives(*classes: str) -> str:
    """As :func:`any_of`, and without the group: for patterns of many alternatives."""
    rows: dict[str, str] = {}
    for name in classes:
        rows |= _class(name)
    # The sort is stable: words of one length stay as their table has them.
    return "|".join(rows[form] for form in sorted(rows, key=len, reverse=True))


def after(*classes: str) -> str:
    """A pattern that holds where one of these words ends, whatever must follow them.

    >>> re.search(after("leads_on") + "การ", "การค้าระหว่างการ").start()
    13

    Raises:
        LexiconError: no table has the class.
    """
    return f"(?:{'|'.join(f'(?<={re.escape(word)})' for word in words_of(*classes))})"


def not_after(*classes: str) -> str:
    """A pattern that holds where none of these words ends, whatever must follow them.

    >>> re.search("ที่" + not_after("words_in_thi"), "หน้าที่")

    Raises:
        LexiconError: no table has the class.
    """
    return "".join(f"(?<!{re.escape(word)})" for word in words_of(*classes))


def words_of(*classes: str) -> tuple[str, ...]:
    """The words of these classes as their table has them, whatever must follow them; each once.

    >>> words_of("leads_on")[:3]
    ('ว่าด้วย', 'ระหว่าง', 'แห่ง')

    Raises:
        LexiconError: no table has the class.
    """
    return tuple(dict.fromkeys(form for name in classes for form in _lines(name)[1]))


def pattern_of(table: str, row: Mapping[str, str]) -> str:
    """The pattern of a line's ``form``, under its ``border``, ``before`` and ``not_before`` if it has them.

    Raises:
        LexiconError: ``border`` is a word that has no meaning.
    """
    pattern = re.escape(_spaced(row["form"]))
    # Most lines have none of these, and every line of every table is read when a command begins.
    if (words := row.get("not_before")) and (unless := _either(words)):
        pattern += f"(?!{unless})"
    if (words := row.get("before")) and (then := _either(words)):
        pattern += f"(?={then})"
    if said := row.get("border", ""):
        if said not in _BORDERS:
            raise LexiconError(
                f"table {table}, form {row['form']!r}: border {said!r} is none of {', '.join(_BORDERS)} or ''"
            )
        pattern += _BORDERS[said]
    return pattern


def _spaced(word: str) -> str:
    """A word of a cell as texts have it: spaces part the words of a cell, so one within is written ``_``."""
    return word.replace("_", " ")


def _either(words: str) -> str:
    return "|".join(re.escape(_spaced(word)) for word in words.split())


@cache
def _class(name: str) -> Mapping[str, str]:
    """Of each word of a class its pattern, in the order of its table."""
    table, lines = _lines(name)
    return MappingProxyType({form: pattern_of(table, row) for form, row in lines.items()})


def _lines(name: str) -> tuple[str, Mapping[str, Mapping[str, str]]]:
    """The table that has a class, and of each word its line."""
    known = _classes()
    if name not in known:
        raise LexiconError(f"no table of words has the class {name!r}; they have {', '.join(sorted(known))}")
    return known[name]


@cache
def _classes() -> Mapping[str, tuple[str, Mapping[str, Mapping[str, str]]]]:
    found: dict[str, tuple[str, dict[str, Mapping[str, str]]]] = {}
    for table in WORD_TABLES:
        for row in read_table(table):
            name, form = row["class"], _spaced(row["form"])
            if name not in found:
                found[name] = (table, {})
            first, lines = found[name]
            if first != table:
                raise LexiconError(f"the class {name!r} is in two tables: {first} and {table}")
            if form in lines:
                raise LexiconError(f"table {table} has {form!r} twice in the class {name!r}")
            lines[form] = row
    return MappingProxyType(found)
