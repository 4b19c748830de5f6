"""What the lexicon knows, looked up by the IRIs that a graph has for it, and within names."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.entities.keys import lexicon_key
from kg.lexicon import HOME, Entry, NameHit, load
from kg.vocab import Minter, digest

STATIONED = ("ประจำ", "ประจำประเทศ", "ประจำ ", " ณ ", " ณ")
"""What stands before the place where somebody serves, which is not the state that he is of."""

_DIGITS = 10


@cache
def _by_digest() -> dict[str, Entry]:
    return {digest([lexicon_key(entry.id)], _DIGITS): entry for entry in load()}


@lru_cache(maxsize=1 << 16)
def entry_of(iri: str) -> Entry | None:
    """The entry of the lexicon that an IRI stands for, under whatever base; None for all else.

    >>> entry_of(Minter("http://example.org/kg/").entity("lex:country-th")).id
    'country-th'
    """
    entry = _by_digest().get(iri[-_DIGITS:])
    if entry is None:
        return None
    minted = Minter().entity(lexicon_key(entry.id))
    return entry if iri.split("/")[-2:] == minted.split("/")[-2:] else None


def posts_in(folded: str) -> list[tuple[int, int, Entry]]:
    """The heads of posts in a folded text: where each begins and ends, and which it is."""
    found = load().matcher("posts").places("posts", folded)
    return [(start, end, entry) for start, end, entry in found if entry is not None]


@lru_cache(maxsize=1 << 15)
def names_in(folded: str) -> tuple[NameHit, ...]:
    """The names of the lexicon in a folded text, in order, not overlapping."""
    return tuple(load().find(folded))


def is_ours(entry: str) -> bool:
    """Whether an entry of the lexicon (by id; none at all) is our state, or a body or place of it.

    >>> is_ours("body-th-mfa"), is_ours("country-th"), is_ours("framework-apec")
    (True, True, False)
    """
    known = load().get(entry)
    return entry in {"", HOME} or (known is not None and known.country == HOME)
