"""Two posts that are one title: they tell of one person, whether he is named or not."""

from __future__ import annotations

from kg.lexicon import entries_of
from kg.mentions.posts import Post
from kg.text import Span

_PRIME_MINISTERS = entries_of("prime_ministers")
# Whoever holds one of these and is told by no more than that has another office, which tells who it is.
_HELD_BESIDES = entries_of("held_besides_another")


def as_one_title(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """Posts of nobody who is named, two of them made one where one person holds both.

    ``รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวง ก``: of several deputies the ministry tells which is meant.
    """
    found: list[Post] = []
    for post in posts:
        last = found[-1] if found else None
        if last is not None and last.head.id in _HELD_BESIDES and last.bare and _completes(post):
            whole = Span(last.span.start, post.span.end)
            found[-1] = last._replace(span=whole, country=post.country, besides=post)
        else:
            found.append(post)
    return tuple(found)


def _completes(post: Post) -> bool:
    """Whether a post tells who it is that holds another besides: that of a ministry, or of a government."""
    of_ministry = post.body is not None or "กระทรวง" in post.head.name("th")
    return post.head.id in _PRIME_MINISTERS or (post.head.carries == "state" and of_ministry)
