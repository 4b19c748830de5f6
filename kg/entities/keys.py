"""The identity that documents share: equal keys mean one thing, unequal keys two.

A key is text, not an IRI; :mod:`kg.vocab` mints IRIs from it. Names are compared after the least
that spelling varies in: spaces, zero-width characters, digits, dashes and quotes. No letter and no
mark is ever dropped, so ข่าว, ข้าว and ขาว stay three names.
"""

from __future__ import annotations

from functools import lru_cache

from kg.expressions import expression
from kg.model import EntityType
from kg.text import fold
from kg.vocab import Minter

_PLAIN = expression("[ก-ฺเ-๎0-9]*")
_IGNORED = expression(r"[\s\u200b-\u200f\u2060\ufeff\u00ad\"'(),:_]+")
# A point, a slash or a dash between two digits is a part of the number.
_MARKS = expression(r"(?<!\d)[./-]+|[./-]+(?!\d)")


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """``name`` in the form in which names are compared.

    >>> name_key("การประชุมสุดยอดอาเซียน - จีน ครั้งที่ ๒๗") == name_key("การประชุมสุดยอดอาเซียน–จีน ครั้งที่ 27")
    True
    >>> len({name_key(n) for n in ("ข่าว", "ข้าว", "ขาว")})
    3
    """
    folded = fold(name)
    if "-" in folded or "." in folded or "/" in folded:
        folded = _MARKS.sub("", folded)
    name = folded.replace(" ", "")
    # Thai letters and digits alone are the most frequent names, and nothing in them is ignored.
    return name if _PLAIN.fullmatch(name) else _IGNORED.sub("", name).casefold()


def entity_key(type_: EntityType, name: str, *, scope: str = "") -> str:
    """The key of a thing by its name; ``scope`` (a document, a date) keeps it apart from namesakes.

    >>> entity_key(EntityType.TOPIC, "พลังงานทางเลือก")
    'Topic:พลังงานทางเลือก'
    """
    key = type_ + ":" + name_key(name)
    return f"{key}@{scope}" if scope else key


def document_scope(identifier: str) -> str:
    """The scope of what a name tells apart within one document alone: what IRIs call that document.

    >>> document_scope("tg-0001")
    'tg-0001'
    """
    return Minter().document(identifier).rpartition("/")[2]


def lexicon_key(entry: str) -> str:
    """The key of a lexicon entry."""
    return f"lex:{entry}"
