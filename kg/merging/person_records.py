"""What comparisons ask of the record of a person: names in either script, states, offices, days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.expressions import expression
from kg.lexicon import load, read_table
from kg.merging.dates import Days, days, united
from kg.merging.known import entry_of
from kg.merging.offices import Office, at_home, beside, joined_posts, office
from kg.merging.profiles import once
from kg.merging.records import Fact, Record
from kg.merging.terms import Held, Term, terms_of
from kg.text import fold

THAI_LETTER = expression("[ก-ฮ]")
_LATIN_NAME = expression("[A-Za-z]{2}")
# How many letters a description may have beside a post and its state: more is a piece of a sentence.
_BESIDE = 12


@dataclass(frozen=True, slots=True)
class Person:
    """A person as comparisons ask for one.

    ``thai`` and ``latin`` are names without titles and without the parts of longer ones; ``states`` are those
    that most documents give, as ids of the lexicon, ``bodies`` those that posts name. ``held`` has an office
    for each document that gives it, ``terms`` one for each claim; ``days`` are all days of the documents.
    """

    thai: tuple[str, ...]
    latin: tuple[str, ...]
    states: frozenset[str]
    bodies: frozenset[str]
    held: tuple[Held, ...]
    terms: tuple[Term, ...]
    days: tuple[Days, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every full name, in either script."""
        return (*self.thai, *self.latin)


@once
def person(record: Record) -> Person:
    """What comparisons ask of a record of a person."""
    dated = {document: days(issued) for document, issued in record.documents}
    names = full_names(record) if record.named else ()
    posts = record.posts or tuple(
        Fact(document, post, document)
        for document in dated
        for name in sorted(record.called)
        for post in joined_posts(name)
    )
    read = [
        (office(post), document, claim) for document, post, claim in posts if record.posts or _is_post(post)
    ]
    states = _states(record, [held for held, _, _ in read if held])
    home = next(iter(states)) if len(states) == 1 else ""
    told = tuple(
        Held(at_home(held, home), dated.get(document), claim) for held, document, claim in read if held
    )
    return Person(
        thai=tuple(name for name in names if THAI_LETTER.search(name)),
        latin=tuple(name for name in names if not THAI_LETTER.search(name)),
        states=states,
        bodies=frozenset(held.field for held, _, _ in read if held and load().get(held.field)),
        held=told,
        terms=tuple(terms_of(told)),
        days=united(found for found in dated.values() if found),
    )


def _is_post(description: str) -> bool:
    """Whether a description says no more than a post, and whose it is."""
    return len(beside(description)) <= _BESIDE


def full_names(record: Record) -> tuple[str, ...]:
    """The names of a person without titles, and without those that are a part of another.

    >>> called = frozenset(("ดอน ใจดี",))
    >>> full_names(Record("", "Person", called | {"นายแพทย์ ดอน", "ดอน", "Don Jaidee"}, called))
    ('Don Jaidee', 'ดอน ใจดี')
    """
    kept = set(record.called)
    for name in record.names - record.called:
        plain = untitled(name)
        part = any(plain in other.split() or other.endswith(plain) for other in record.called)
        if not part and (THAI_LETTER.search(plain) or _LATIN_NAME.search(plain)):
            kept.add(plain)
    return tuple(sorted(kept))


@cache
def _titles() -> re.Pattern[str]:
    forms = {fold(row["form"]) for row in read_table("honorifics") if row["script"] == "th"}
    longest = "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
    return re.compile(f"(?:(?:{longest}) ?)+(?=[ก-ฮเ-ไ])")


@lru_cache(maxsize=1 << 14)
def untitled(name: str) -> str:
    """A name in Thai without the titles before it, where something is left of it.

    >>> untitled("ศาสตราจารย์ ดร. นายแพทย์ ดอน ใจดี"), untitled("นายิกา ใจดี")
    ('ดอน ใจดี', 'นายิกา ใจดี')
    """
    folded = fold(name)
    title = _titles().match(folded)
    return name[title.end() :] if title else name


def _states(record: Record, offices: Iterable[Office]) -> frozenset[str]:
    """The states that most of the documents give somebody; those that one in a few gives are slips."""
    votes: Counter[str] = Counter()
    for fact in record.represents:
        entry = entry_of(fact.value)
        if entry is None or entry.cls == "Country":
            votes[entry.id if entry else fact.value] += 1
    for held in offices:
        votes[held.state or _state_of(held.field)] += 1
    del votes[""]
    most = max(votes.values(), default=0)
    return frozenset(state for state, count in votes.items() if 2 * count > most)


def _state_of(field: str) -> str:
    entry = load().get(field)
    return entry.country if entry else ""
