"""For which state the holder of an office stands: whoever is told with none is of this one."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.lexicon import HOME, entries_of
from kg.model import EntityType
from kg.relations.sentence.clauses import is_spokesperson
from kg.relations.sentence.reading import Reading

_HELD_ABROAD = entries_of("held_abroad_alone")


def own_country(draft: Draft, place: Draft) -> bool:
    """Whether somebody stands for a state, which he does not visit then.

    A title without a state is Thai, but for one whose holder is named in Latin letters.
    """
    if place.lexicon is None or place.type is not EntityType.COUNTRY:
        return False
    state = place.lexicon.id
    told = not draft.posts
    for post in draft.posts:
        if post.country is not None:
            if post.country.id == state:
                return True
            told = True
    if told or state != HOME or _is_foreign(draft):
        return False
    return not (draft.named and any(name.isascii() for name in draft.aliases))


def is_of_this_state(reading: Reading, draft: Draft) -> bool:
    """Whether somebody holds an office of Thailand; nobody who only speaks for others."""
    home = reading.register.home()
    return bool(draft.posts) and own_country(draft, home) and not is_spokesperson(draft)


def _is_foreign(draft: Draft) -> bool:
    """Whether a title without a state is none of Thailand's: of a president, or of an international body."""
    for post in draft.posts:
        body = post.body
        if post.head.id in _HELD_ABROAD or (body is not None and body.cls == "InternationalOrganization"):
            return True
    return False
