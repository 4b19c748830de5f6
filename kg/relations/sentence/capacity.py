"""In what capacity somebody acts: ``นาย ก นายกรัฐมนตรี X ในฐานะประธาน F``."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.mentions.posts import Post
from kg.mentions.scan import Word
from kg.relations.sentence.items import Item, index_at
from kg.relations.sentence.reading import Reading
from kg.text import Span


def _chair_at(items: list[Item], word: Word) -> Post | None:
    """The title behind ``word``: ``ปฏิบัติหน้าที่ประธาน F ของ X`` is read as one."""
    at = index_at(items, word.start)
    for item in items[at : at + 2]:
        if item.kind == "role" and word.start < item.start < word.end and isinstance(item.payload, Post):
            return item.payload
    return None


def chaired_by(reading: Reading, items: list[Item], word: Word) -> list[Draft]:
    """The state whose chair is read as one title, where ``word`` leads to it; empty for none."""
    post = _chair_at(items, word)
    return [reading.register.entry(post.country)] if post is not None and post.country is not None else []


def in_chair(reading: Reading, items: list[Item], word: Word, holders: list[Draft]) -> None:
    """Let the first of ``holders`` be whom the text goes on to call by the chair that ``word`` gives him."""
    post = _chair_at(items, word)
    if post is None or not holders or word.end not in reading.scan.names_at:
        # ``ในฐานะประธานการประชุม`` tells what he does there.
        return
    chair = post.span.of(reading.document.text).removesuffix("ครั้งนี้").strip()
    holders[0].posts.append(post)
    if holders[0].named:
        reading.say(holders[0], "holdsPosition", chair, Span(word.start, post.span.end), "capacity.v1")
