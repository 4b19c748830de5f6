"""Classes of words that the grammar of texts is written with: the table ``words``.

A rule says in which order what may stand; which words may stand there is told by the table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from kg.errors import LexiconError
from kg.lexicon.tables import read_table

# What may follow a form, by what the column ``border`` says of it.
_BORDERS = {"": "", "word": "(?![ก-ฺเ-๎])", "letter": "(?=[ก-ฮเ-ไ])", "space": "(?: |$)", "end": "$"}


def any_of(*classes: str) -> str:
    """A pattern for any word of these classes, in a group of its own that captures nothing.

    Of two words of which one begins the other, the longer is tried first.

    >>> re.match(any_of("leads_on"), "ว่าด้วยการค้า")[0]
    'ว่าด้วย'

    Raises:
        LexiconError: a class has no word in the table, or a line of it says what no line may.
    """
    return f"(?:{alternatives(*classes)})"


def alternatives(*classes: str) -> str:
    """As :func:`any_of`, and without the group: for patterns of many alternatives."""
    rows: dict[str, str] = {}
    for name in classes:
        rows |= _class(name)
    # The sort is stable: words of one length stay as the table has them.
    return "|".join(rows[form] for form in sorted(rows, key=len, reverse=True))


def after(*classes: str) -> str:
    """A pattern that holds where one of these words ends, whatever must follow them.

    >>> re.search(after("leads_on") + "การ", "การค้าระหว่างการ").start()
    13

    Raises:
        LexiconError: a class has no word in the table.
    """
    return f"(?:{'|'.join(f'(?<={re.escape(word)})' for word in words_of(*classes))})"


def not_after(*classes: str) -> str:
    """A pattern that holds where none of these words ends, whatever must follow them.

    >>> re.search("ที่" + not_after("words_in_thi"), "หน้าที่")

    Raises:
        LexiconError: a class has no word in the table.
    """
    return "".join(f"(?<!{re.escape(word)})" for word in words_of(*classes))


def words_of(*classes: str) -> tuple[str, ...]:
    """The words of these classes as the table has them, whatever must follow them; each once.

    >>> words_of("leads_on")[:3]
    ('ว่าด้วย', 'ระหว่าง', 'แห่ง')

    Raises:
        LexiconError: a class has no word in the table.
    """
    return tuple(dict.fromkeys(form for name in classes for form in _class(name)))


def pattern_of(table: str, row: Mapping[str, str]) -> str:
    """The pattern of a line's ``form``, under its ``border``, ``before`` and ``not_before`` if it has them.

    Raises:
        LexiconError: ``border`` is a word that has no meaning.
    """
    border = _BORDERS.get(row.get("border", ""))
    if border is None:
        known = ", ".join(filter(None, _BORDERS))
        raise LexiconError(
            f"table {table}, form {row['form']!r}: border {row['border']!r} is none of {known} or ''"
        )
    unless, then = (_either(row.get(column, "").split()) for column in ("not_before", "before"))
    follows = (f"(?!{unless})" if unless else "") + (f"(?={then})" if then else "")
    return re.escape(_spaced(row["form"])) + follows + border


def _spaced(word: str) -> str:
    """A word of a cell as texts have it: spaces part the words of a cell, so one within is written ``_``."""
    return word.replace("_", " ")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(_spaced(word)) for word in words)


def _class(name: str) -> Mapping[str, str]:
    known = _patterns()
    if name not in known:
        raise LexiconError(f"table words has no word of the class {name!r}; it has {', '.join(known)}")
    return known[name]


@cache
def _patterns() -> Mapping[str, Mapping[str, str]]:
    """For each class the pattern of each of its words, in the order of the table."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read_table("words"):
        form = _spaced(row["form"])
        if form in found[row["class"]]:
            raise LexiconError(f"table words has {form!r} twice in the class {row['class']!r}")
        found[row["class"]][form] = pattern_of("words", row)
    return MappingProxyType(found)
