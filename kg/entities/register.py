"""The things of one document: each mention is led to the entity that it means.

Names are resolved first, descriptions after them: a full name before the first name alone, a post
to the person who holds it in this text, an acronym to the name it was bound to.
"""

from __future__ import annotations

from itertools import islice

from kg.entities.common_names import tells_which
from kg.entities.drafts import Draft, Drafts
from kg.entities.keys import document_scope, entity_key, lexicon_key, name_key
from kg.entities.meeting_names import counts_each_year, tells_its_series
from kg.entities.meetings import Meetings
from kg.entities.persons import Persons
from kg.expressions import expression
from kg.lexicon import HOME, Entry, Lexicon, base_class, entries_of
from kg.mentions.things import ThingMention
from kg.model import Entity, EntityType

__all__ = ["Register"]

_HOME_GOVERNMENT = entries_of("government")
_TYPES = {type_.value: type_ for type_ in EntityType}
# How many short forms of a document are looked for again; releases have at most 8.
_RECALLED = 200
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
        self._document_id = document_id
        self._drafts = Drafts()
        self.persons = Persons(self._drafts, document_id)
        self.meetings = Meetings(self._drafts, document_id)
        self._acronyms: dict[str, Draft] = {}
        self._short: dict[str, Draft] = {}

    @property
    def drafts(self) -> dict[str, Draft]:
        """All that the document has brought so far, by id."""
        return self._drafts.all

    def entry(self, entry: Entry, surface: str = "") -> Draft:
        """The draft of a lexicon entry; ``surface`` is how the text writes it here."""
        if entry.id in _HOME_GOVERNMENT:
            entry = self.lexicon.entry(HOME)
            surface = ""
        key = lexicon_key(entry.id)
        draft = self._drafts.by_key.get(key)
        if draft is None:
            draft = self._drafts.new(_TYPES[base_class(entry.cls)], entry.name("th"), entry.cls)
            draft.lexicon = entry
            self._drafts.by_key[key] = draft
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
        draft = self._drafts.by_key.get(key)
        if draft is None:
            draft = self._drafts.new(type_, surface, cls or type_.value, named=named)
            self._drafts.by_key[key] = draft
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

    def finished(self, used: set[str]) -> list[Entity]:
        """The entities of these drafts, in the order in which the text brought them."""
        return [
            Entity(
                draft.id,
                self._key(draft),
                draft.type,
                draft.name,
                tuple(draft.aliases),
                tuple(draft.refs),
                draft.named,
                draft.lexicon.id if draft.lexicon else "",
                draft.cls,
            )
            for draft in self.drafts.values()
            if draft.id in used
        ]

    def _key(self, draft: Draft) -> str:
        """The identity of an entity, which documents share where its name tells it from all others."""
        if draft.lexicon is not None:
            return lexicon_key(draft.lexicon.id)
        document = document_scope(self._document_id)
        if draft.scope:
            scope = draft.scope
        elif draft.type is EntityType.MEETING:
            scope = self.meetings.year_of(draft) or _apart(draft.name, document)
        else:
            scope = "" if tells_which(draft.type, draft.name) else document
        return entity_key(draft.type, draft.name, scope=scope)
