"""The people of one document: whom a name, a first name alone or a post means."""

from __future__ import annotations

from kg.entities.drafts import Draft, Drafts
from kg.entities.keys import entity_key
from kg.entities.likeness import SHORTEST_NAME, close, fits, holds_besides, same_name
from kg.lexicon import entries_of
from kg.mentions.persons import PersonMention
from kg.mentions.posts import Post
from kg.model import EntityType

_PRIME_MINISTERS = entries_of("prime_ministers")
# With how many people that a document named last a new name is compared, and how many posts of one are
# kept in mind. Releases have at most 123 and 10; without a bound, time would grow with the square.
_RECALLED = 200
_KEPT = 20
# Honorifics that end so are written at one with the name.
_ENDS_OF_HONORIFICS = (".", "ย", "ง", "ว")


class Persons:
    """The drafts of people, by their names and posts."""

    def __init__(self, drafts: Drafts, document_id: str) -> None:
        self._drafts = drafts
        self._document_id = document_id
        # Mentions are kept with whom they were led to, so that an id stands for one of them only.
        self._led: dict[int, tuple[PersonMention, Draft]] = {}
        # Which posts stand with whom already, by where they begin.
        self._held: set[tuple[str, int]] = set()
        # Whom a post at a place stands for, by how many people were known when it was asked.
        self.answered: dict[tuple[int, int, int], Draft | None] = {}

    @property
    def known(self) -> int:
        """How many people the document has brought so far."""
        return len(self._drafts.persons)

    def recent(self) -> list[Draft]:
        """The people whom the document spoke of last, in the order in which it brought them."""
        return self._drafts.persons[-_RECALLED:]

    def named(self, mention: PersonMention) -> Draft:
        """The draft of a person named in the text."""
        led = self._led.get(id(mention))
        if led is not None:
            return led[1]
        draft = self._same_person(mention)
        if draft is None:
            draft = self._drafts.new(EntityType.PERSON, mention.name, "Person")
            self._drafts.by_key[entity_key(EntityType.PERSON, mention.name)] = draft
        elif len(mention.name.split()) > len(draft.name.split()):
            draft.rename(mention.name)
        else:
            draft.call(mention.name)
        if mention.latin:
            draft.call(mention.latin)
        # With its honorific a name in Latin letters would pass for a name in Thai.
        if mention.honorific and not mention.name[0].isascii():
            glue = "" if mention.honorific.endswith(_ENDS_OF_HONORIFICS) else " "
            draft.call(f"{mention.honorific}{glue}{mention.name}")
        self._take_posts(draft, mention)
        draft.last_seen = max(draft.last_seen, mention.span.start)
        self._led[id(mention)] = (mention, draft)
        return draft

    def _take_posts(self, draft: Draft, mention: PersonMention) -> None:
        for post in mention.posts:
            if not mention.honorific and post.country is None and post.head.id in _PRIME_MINISTERS:
                # ``นายกรัฐมนตรีมา ลีซา``: alone, the post still means the prime minister here.
                continue
            if len(draft.posts) < _KEPT and (draft.id, post.span.start) not in self._held:
                self._held.add((draft.id, post.span.start))
                draft.posts.append(post)

    def _same_person(self, mention: PersonMention) -> Draft | None:
        key = entity_key(EntityType.PERSON, mention.name)
        if key in self._drafts.by_key:
            return self._drafts.by_key[key]
        words = mention.name.split()
        for draft in self.recent():
            if draft.named and (
                mention.name in draft.aliases
                or mention.latin in draft.aliases
                or same_name(words, draft.name.split())
            ):
                return draft
        return None

    def called(self, first: str) -> Draft | None:
        """The person whose first name begins ``first`` (text right after a post), if any."""
        best: Draft | None = None
        initial = first[:1]
        for draft in self.recent():
            if not draft.named or draft.name[:1] != initial:
                continue
            word = draft.first
            if best and len(word) <= len(best.first):
                continue
            if len(word) >= SHORTEST_NAME and (first.startswith(word) or close(first[: len(word)], word)):
                best = draft
        return best

    def holder(self, post: Post, at: int) -> Draft | None:
        """The person of this text who holds ``post``: named with it before, or else anywhere."""
        best: Draft | None = None
        # How sure both offices of one title are his, how well the post fits, whether it was named before, and
        # how near: the more, the better.
        rank = (0, 0, False, 0)
        for draft in self.recent():
            both = 1 if post.besides is None else holds_besides(draft.posts, post, post.besides)
            for held in draft.posts if both else ():
                fit = fits(held, post)
                if fit:
                    ahead = held.span.start - at
                    found = (both, fit, ahead <= 0, -abs(ahead))
                    if best is None or found > rank:
                        best, rank = draft, found
        return best

    def role(self, post: Post, surface: str) -> Draft:
        """A person known only by the post."""
        draft = self._nameless(surface.rstrip("ฯ ").strip())
        if not draft.posts:
            draft.posts.append(post)
        return draft

    def spouse(self, word: str) -> Draft:
        """Who comes with somebody and is known by that alone (``และภริยา``)."""
        return self._nameless(word)

    def _nameless(self, words: str) -> Draft:
        key = entity_key(EntityType.PERSON, words, scope=self._document_id)
        draft = self._drafts.by_key.get(key)
        if draft is None:
            draft = self._drafts.by_key[key] = self._drafts.new(
                EntityType.PERSON, words, "Person", named=False
            )
            draft.scope = self._document_id
        return draft
