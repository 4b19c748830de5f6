"""The things of one document: each mention is led to the entity that it means.

Names are resolved first, descriptions after them: a full name before the first name alone, a post
to the person who holds it in this text, an acronym to the name it was bound to.
"""

from __future__ import annotations

from itertools import islice

from kg.entities.common_names import tells_which
from kg.entities.drafts import Draft
from kg.entities.keys import document_scope, entity_key, lexicon_key, name_key
from kg.entities.likeness import SHORTEST_NAME, close, fits, holds_besides, same_name, same_series
from kg.entities.meeting_names import counts_each_year, ordinal_text, tells_its_series
from kg.expressions import expression
from kg.lexicon import HOME, Entry, Lexicon, base_class, entries_of, words_of
from kg.mentions.meeting_mention import MeetingMention
from kg.mentions.persons import PersonMention
from kg.mentions.posts import Post
from kg.mentions.things import ThingMention
from kg.model import Entity, EntityType

__all__ = ["Register"]

_HOME_GOVERNMENT = entries_of("government")
_PRIME_MINISTERS = entries_of("prime_ministers")
_TYPES = {type_.value: type_ for type_ in EntityType}
# With how many people, meetings and short forms that a document named last a new name is compared, how many
# posts of one person and how many ways to write one meeting are kept in mind. Releases have at most 123
# people, 49 meetings, 8 short forms, 10 posts, 7 ways; without a bound, time would grow with the square.
_RECALLED = 200
_KEPT = 20
# What these words name may be held on each of several days: a summit or a fair that lasts is one.
_EACH_DAY = words_of("held_on_each_day")
_SHORT = expression(r"[A-Z](?=[A-Za-z&+-]*[A-Z+])[A-Za-z&+-]*|(?:[ก-ฮ]{1,3}\.){1,5}|[ก-ฮ]{2,5}\.")


def _may_be(entry: Entry, type_: EntityType) -> bool:
    """Whether a thing of ``type_`` can be ``entry``; after ณ the name of a body means its house."""
    if entry.cls in ("Post", "MeetingLevel"):
        return False
    return type_ is not EntityType.PLACE or base_class(entry.cls) in ("Place", "Country")


def _apart(name: str, document: str) -> str:
    """The document as scope of a name by which another may call another meeting of any series."""
    return "" if tells_its_series(name) and not counts_each_year(name) else document


class Register:
    """The drafts of one document, by identity."""

    def __init__(self, lexicon: Lexicon, document_id: str) -> None:
        self.lexicon = lexicon
        self.document_id = document_id
        self.drafts: dict[str, Draft] = {}
        self._by_key: dict[str, Draft] = {}
        self._persons: list[Draft] = []
        self._named_meetings: list[Draft] = []
        # Which posts stand with whom already, by where they begin.
        self._held: set[tuple[str, int]] = set()
        self._acronyms: dict[str, Draft] = {}
        # Mentions are kept with what they were led to, so that an id stands for one of them only.
        self._led: dict[int, Draft] = {}
        self._mentions: list[PersonMention | MeetingMention] = []
        self._short: dict[str, Draft] = {}
        self._meetings: dict[str, list[MeetingMention]] = {}
        self._days: dict[str, str] = {}
        self._since = 0  # where the meetings of this matter begin among the named ones
        self._called: set[str] = set()
        # Whom a post at a place stands for, by how many persons were known when it was asked.
        self.answered: dict[tuple[int, int, int], Draft | None] = {}

    @property
    def known_persons(self) -> int:
        """How many persons the document has brought so far."""
        return len(self._persons)

    def _new(self, type_: EntityType, name: str, cls: str, *, named: bool = True) -> Draft:
        draft = Draft(f"e{len(self.drafts) + 1}", type_, " ".join(name.split()), cls, named=named)
        self.drafts[draft.id] = draft
        if type_ is EntityType.PERSON:
            self._persons.append(draft)
        elif type_ is EntityType.MEETING and named:
            self._named_meetings.append(draft)
        return draft

    def entry(self, entry: Entry, surface: str = "") -> Draft:
        """The draft of a lexicon entry; ``surface`` is how the text writes it here."""
        if entry.id in _HOME_GOVERNMENT:
            entry = self.lexicon.entry(HOME)
            surface = ""
        key = lexicon_key(entry.id)
        draft = self._by_key.get(key)
        if draft is None:
            draft = self._new(_TYPES[base_class(entry.cls)], entry.name("th"), entry.cls)
            draft.lexicon = entry
            self._by_key[key] = draft
        if surface:
            draft.call(surface)
        return draft

    def home(self) -> Draft:
        """The draft of the state in which the document is written."""
        return self.of_lexicon(HOME)

    def of_lexicon(self, id_: str) -> Draft:
        """The draft of the entry that the lexicon has under an id.

        Raises:
            LexiconError: it has none.
        """
        return self.entry(self.lexicon.entry(id_))

    def thing(self, type_: EntityType, surface: str, cls: str = "", *, named: bool = True) -> Draft:
        """The draft of a thing by its name or description."""
        entry = self.lexicon.named(surface.strip())
        if entry is not None and _may_be(entry, type_):
            return self.entry(entry, surface)
        key = entity_key(type_, surface)
        draft = self._by_key.get(key)
        if draft is None:
            draft = self._new(type_, surface, cls or type_.value, named=named)
            self._by_key[key] = draft
        return draft

    def mentioned(self, thing: ThingMention, words: str = "") -> Draft:
        """The draft of a thing that the text names, and names in short in the bracket behind it.

        ``words`` are its name where the text has more of it than the mention.
        """
        draft = self.thing(EntityType(thing.type), words or thing.surface, thing.cls, named=thing.named)
        for name in thing.latin:
            self.bind(name, draft)
        return draft

    def bind(self, acronym: str, draft: Draft) -> None:
        """Let ``acronym`` mean ``draft`` from here on."""
        acronym = acronym.strip()
        if acronym:
            draft.call(acronym)
            self._acronyms.setdefault(name_key(acronym), draft)
            if _SHORT.fullmatch(acronym):
                self._short.setdefault(acronym, draft)

    def acronyms(self) -> list[tuple[str, Draft]]:
        """The short forms bound first that can be found again in the text, with what they mean."""
        return list(islice(self._short.items(), _RECALLED))

    def bound(self, acronym: str) -> Draft | None:
        """What an acronym was bound to, if anything."""
        return self._acronyms.get(name_key(acronym))

    # Persons

    def person(self, mention: PersonMention) -> Draft:
        """The draft of a person named in the text."""
        known_draft = self._led.get(id(mention))
        if known_draft is not None:
            return known_draft
        words = mention.name.split()
        draft = self._same_person(mention)
        if draft is None:
            draft = self._new(EntityType.PERSON, mention.name, "Person")
            self._by_key[entity_key(EntityType.PERSON, mention.name)] = draft
        elif len(words) > len(draft.name.split()):
            draft.aliases.setdefault(draft.name)
            draft.aliases.pop(mention.name, None)
            draft.name = mention.name
        else:
            draft.call(mention.name)
        if mention.latin:
            draft.call(mention.latin)
        # With its honorific a name in Latin letters would pass for a name in Thai.
        if mention.honorific and not mention.name[0].isascii():
            glue = "" if mention.honorific.endswith((".", "ย", "ง", "ว")) else " "
            draft.call(f"{mention.honorific}{glue}{mention.name}")
        for post in mention.posts:
            if not mention.honorific and post.country is None and post.head.id in _PRIME_MINISTERS:
                # ``นายกรัฐมนตรีมา ลีซา``: alone, the post still means the prime minister here.
                continue
            if len(draft.posts) < _KEPT and (draft.id, post.span.start) not in self._held:
                self._held.add((draft.id, post.span.start))
                draft.posts.append(post)
        draft.last_seen = max(draft.last_seen, mention.span.start)
        self._led[id(mention)] = draft
        self._mentions.append(mention)
        return draft

    def _same_person(self, mention: PersonMention) -> Draft | None:
        key = entity_key(EntityType.PERSON, mention.name)
        if key in self._by_key:
            return self._by_key[key]
        words = mention.name.split()
        for draft in self.people():
            if draft.named and (
                mention.name in draft.aliases
                or mention.latin in draft.aliases
                or same_name(words, draft.name.split())
            ):
                return draft
        return None

    def people(self) -> list[Draft]:
        """The people whom the document spoke of last, in the order in which it brought them."""
        return self._persons[-_RECALLED:]

    def called(self, first: str) -> Draft | None:
        """The person whose first name begins ``first`` (text right after a post), if any."""
        best: Draft | None = None
        initial = first[:1]
        for draft in self.people():
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
        for draft in self.people():
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
        key = entity_key(EntityType.PERSON, words, scope=self.document_id)
        draft = self._by_key.get(key)
        if draft is None:
            draft = self._by_key[key] = self._new(EntityType.PERSON, words, "Person", named=False)
            draft.scope = self.document_id
        return draft

    # Meetings

    def begin_matter(self) -> None:
        """From here on another matter is told of: a meeting whose name leaves its series open is another."""
        self._since = len(self._named_meetings)

    def meeting(self, mention: MeetingMention, cls: str = "Meeting", day: str = "") -> Draft:
        """The draft of a meeting named in the text; a ceremony of another ``day`` is another one."""
        known_draft = self._led.get(id(mention))
        if known_draft is not None:
            return known_draft
        surface = mention.series
        if mention.named or not surface.startswith(_EACH_DAY):
            day = ""
        self._mentions.append(mention)
        for draft in self.named_meetings():
            if (
                draft.id in self._meetings
                and (not day or self._days.get(draft.id, day) == day)
                and self._same_meeting(draft, mention)
            ):
                self._name_meeting(draft, mention)
                self._led[id(mention)] = draft
                return draft
        name = surface + ordinal_text(mention)
        draft = self._new(EntityType.MEETING, name, cls)
        again = self._since > 0 and name in self._called
        if day:
            self._days[draft.id] = day
            again = any(name == other.name and other is not draft for other in self.drafts.values())
        if again:
            draft.scope = f"{self.document_id}:{draft.id}"
        self._called.add(name)
        self._meetings[draft.id] = [mention]
        self._name_meeting(draft, mention)
        self._led[id(mention)] = draft
        return draft

    def named_meetings(self) -> list[Draft]:
        """The meetings with a name that the document named last, in the order in which it brought them.

        Of those of another matter only the ones that their names tell from all others.
        """
        last = self._named_meetings[-_RECALLED:]
        of_others = len(last) - (len(self._named_meetings) - self._since)
        if of_others <= 0:
            return last
        return [d for at, d in enumerate(last) if at >= of_others or tells_its_series(d.name)]

    def mentions_of(self, draft: Draft) -> list[MeetingMention]:
        """The mentions that name a meeting."""
        return self._meetings.get(draft.id, [])

    def editions(self, draft: Draft) -> list[str]:
        """The years that a meeting has in its names."""
        return [m.edition for m in self._meetings.get(draft.id, ()) if m.edition]

    def _year_of(self, draft: Draft) -> str:
        """The year in which the number of a meeting was counted: ``ครั้งที่ 1/2565``; empty without one."""
        known = self._meetings.get(draft.id, ())
        return next((m.edition for m in known if m.edition and m.written and len(m.ordinals) == 1), "")

    def _name_meeting(self, draft: Draft, mention: MeetingMention) -> None:
        known = self._meetings.setdefault(draft.id, [])
        told = (mention.series, mention.ordinals, mention.edition, mention.latin)
        if len(known) < _KEPT and all((m.series, m.ordinals, m.edition, m.latin) != told for m in known):
            known.append(mention)
        draft.call(mention.series)
        draft.call(mention.series + ordinal_text(mention))
        for name in (*mention.latin, mention.written):
            draft.call(name)
        best = max(known, key=lambda m: (bool(m.ordinals), len(m.series)))
        full = best.series + ordinal_text(best)
        if full != draft.name:
            draft.aliases.setdefault(draft.name)
            draft.aliases.pop(full, None)
            draft.name = full

    def _same_meeting(self, draft: Draft, mention: MeetingMention) -> bool:
        known = self._meetings.get(draft.id, [])
        # Two that are held as one are not one of the two.
        numbers = [set(m.ordinals) for m in known if m.ordinals] if mention.ordinals else []
        if numbers and set(mention.ordinals) not in numbers:
            return False
        editions = {m.edition for m in known if m.edition} if mention.edition else None
        if editions and mention.edition not in editions:
            return False
        return any(same_series(m, mention, both_numbered=bool(numbers)) for m in known)

    def event(self, surface: str, cls: str) -> Draft:
        """A meeting without a name: the words that tell of it stand for one."""
        draft = self._new(EntityType.MEETING, surface, cls, named=False)
        draft.scope = f"{self.document_id}:{draft.id}"
        return draft

    def named_event(self, name: str) -> Draft | None:
        """The meeting of this text that is called ``name`` and nothing more, if one is."""
        return next(
            (d for d in self.drafts.values() if d.type is EntityType.MEETING and d.name == name), None
        )

    def dated(self, surface: str) -> Draft:
        """A meeting known only by its date; the same words mean the same meeting."""
        key = entity_key(EntityType.MEETING, surface, scope=self.document_id)
        draft = self._by_key.get(key)
        if draft is None:
            draft = self.event(surface, "Meeting")
            self._by_key[key] = draft
        return draft

    def finished(self, used: set[str]) -> list[Entity]:
        """The entities that take part in a fact, in the order in which the text brought them."""
        found = []
        scope = document_scope(self.document_id)
        for draft in self.drafts.values():
            if draft.id not in used:
                continue
            if draft.lexicon is not None:
                key = lexicon_key(draft.lexicon.id)
            elif draft.scope:
                key = entity_key(draft.type, draft.name, scope=draft.scope)
            elif draft.type is EntityType.MEETING:
                apart = self._year_of(draft) or _apart(draft.name, scope)
                key = entity_key(draft.type, draft.name, scope=apart)
            else:
                told = tells_which(draft.type, draft.name)
                key = entity_key(draft.type, draft.name, scope="" if told else scope)
            found.append(
                Entity(
                    draft.id,
                    key,
                    draft.type,
                    draft.name,
                    tuple(draft.aliases),
                    tuple(draft.refs),
                    draft.named,
                    draft.lexicon.id if draft.lexicon else "",
                    draft.cls,
                )
            )
        return found
