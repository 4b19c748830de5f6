"""Entities while their document is still being read."""

from __future__ import annotations

from kg.lexicon import Entry
from kg.mentions.posts import Post
from kg.model import EntityType


class Draft:
    """An entity while its document is still being read."""

    __slots__ = (
        "aliases",
        "cls",
        "id",
        "last_seen",
        "lexicon",
        "name",
        "named",
        "posts",
        "refs",
        "scope",
        "type",
    )

    def __init__(self, id_: str, type_: EntityType, name: str, cls: str, *, named: bool = True) -> None:
        self.id = id_
        self.type = type_
        self.name = name
        self.cls = cls
        self.named = named
        self.lexicon: Entry | None = None
        self.aliases: dict[str, None] = {}
        self.refs: dict[str, None] = {}
        self.posts: list[Post] = []
        self.last_seen = -1
        self.scope = ""

    @property
    def first(self) -> str:
        """The first word of its name."""
        return self.name.partition(" ")[0]

    def call(self, name: str) -> None:
        """Add a name under which the text knows it."""
        name = " ".join(name.split())
        if name and name != self.name:
            self.aliases.setdefault(name)

    def rename(self, name: str) -> None:
        """Let a fuller name be the one by which it is known; the one before stays a name of it."""
        self.aliases.setdefault(self.name)
        self.aliases.pop(name, None)
        self.name = name


class Drafts:
    """The drafts of one document in the order in which it brought them, by id and by key."""

    def __init__(self) -> None:
        self.all: dict[str, Draft] = {}
        self.by_key: dict[str, Draft] = {}
        self.persons: list[Draft] = []
        self.named_meetings: list[Draft] = []

    def new(self, type_: EntityType, name: str, cls: str, *, named: bool = True) -> Draft:
        """Another draft, with an id of its own."""
        draft = Draft(f"e{len(self.all) + 1}", type_, " ".join(name.split()), cls, named=named)
        self.all[draft.id] = draft
        if type_ is EntityType.PERSON:
            self.persons.append(draft)
        elif type_ is EntityType.MEETING and named:
            self.named_meetings.append(draft)
        return draft
