"""Names that many things bear: they tell a thing from others within one document alone."""

from __future__ import annotations

from functools import cache

from kg.entities.keys import name_key
from kg.lexicon import read_table, words_of
from kg.model import EntityType

_NAMED_BY_NOUNS = {EntityType.INITIATIVE, EntityType.DOCUMENT}
_SHORTENED = "ฯ"


@cache
def _common() -> frozenset[str]:
    kinds = {kind.value for kind in _NAMED_BY_NOUNS}
    nouns = (row["form"] for row in read_table("nouns") if row["class"] in kinds)
    return frozenset(map(name_key, (*nouns, *words_of("names_of_many"))))


def tells_which(type_: EntityType, name: str) -> bool:
    """Whether a name of a document, an initiative or a body means the same one in every document.

    >>> tells_which(EntityType.DOCUMENT, "แผนปฏิบัติการ")
    False
    >>> tells_which(EntityType.DOCUMENT, "แผนปฏิบัติการพนมเปญ")
    True
    """
    if type_ in _NAMED_BY_NOUNS and name.endswith(_SHORTENED):
        return False
    return name_key(name.removesuffix(_SHORTENED)) not in _common()
