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
