"""Posts as offices: which one it is, and of which state, body or field."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kg.expressions import expression
from kg.lexicon import HOME, alternatives, any_of, of_one_office, sole_scope
from kg.merging.known import STATIONED, is_ours, names_in, posts_in
from kg.merging.spelling import bare
from kg.text import fold

_AND = "และ"
_ASIDE = expression(any_of("acting_or_former"))
_LINKS = expression(rf"{alternatives('links_of_titles', 'little_words_of_titles')}|^กรม|[\s()ฯ.,/-]+")


class Office(NamedTuple):
    """A post without its wording: the head in the lexicon, its state, and its body or field.

    ``head`` is one for all titles of one office: a chancellor is a prime minister.

    ``state`` and ``field`` are ids of the lexicon, or words where it knows none, or empty. ``aside`` is
    set where somebody acts for the holder or held the post once.
    """

    head: str
    state: str
    field: str
    aside: bool = False


@lru_cache(maxsize=1 << 15)
def office(post: str) -> Office | None:
    """The office that a post as written names; None where its head is not known.

    >>> office("นายกรัฐมนตรีญี่ปุ่น").state, office("ออท.สหราชอาณาจักร/ไทย").head
    ('country-jp', 'post-ambassador')
    """
    folded = fold(post)
    heads = posts_in(folded)
    if not heads:
        return None
    start, end, head = heads[0]
    aside = bool(_ASIDE.search(folded[:start])) or head.former
    if start and not aside:
        return None
    scope, title = sole_scope(head.id), of_one_office(head.id)
    state = body = seat = ""
    rest, at = [], end
    for name in names_in(folded):
        # A body within the head itself (รัฐมนตรีว่าการ[กระทรวงกลาโหม]) is the office, where one head is.
        if name.end <= end and scope != "field":
            continue
        rest.append(folded[at : max(at, name.start)])
        at = max(at, name.end)
        if folded[: name.start].endswith(STATIONED):
            seat = seat or name.entry.id
            continue
        if name.type == "Country":
            state = state or name.entry.id
        else:
            body = body or name.entry.id
    rest.append(folded[at:])
    if scope == "abroad":
        return Office(title, state, "" if is_ours(seat) else seat, aside)
    if scope in {"state", "world"}:
        return Office(title, state, "", aside)
    return Office(title, state, body or bare(_LINKS.sub("", "".join(rest))), aside)


def joined_posts(title: str) -> list[str]:
    """The posts that a title joins, folded; alone where it is one.

    >>> joined_posts("รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงพลังงาน")
    ['รองนายกรัฐมนตรี', 'รัฐมนตรีว่าการกระทรวงพลังงาน']
    """
    folded = fold(title)
    starts = [start for start, _, _ in posts_in(folded) if folded.endswith(_AND, 0, start)]
    ends = [start - len(_AND) for start in starts]
    return [folded[start:end] for start, end in zip([0, *starts], [*ends, len(folded)], strict=True)]


@lru_cache(maxsize=1 << 14)
def beside(post: str) -> str:
    """The letters of a post as written that are neither its head nor a name of the lexicon.

    >>> beside("นายกรัฐมนตรีแห่งญี่ปุ่น"), beside("นายกรัฐมนตรีขอให้ญี่ปุ่นช่วย")
    ('', 'ขอใหชวย')
    """
    folded = fold(post)
    parts, at = [], 0
    known = [
        *((start, end) for start, end, _ in posts_in(folded)),
        *((hit.start, hit.end) for hit in names_in(folded)),
    ]
    for start, end in sorted(known):
        parts.append(folded[at : max(at, start)])
        at = max(at, end)
    return bare(_LINKS.sub("", "".join([*parts, folded[at:]])))


def is_sole(held: Office) -> bool:
    """Whether one person alone holds the office at a time, and it is clear which one it is.

    >>> is_sole(office("นายกรัฐมนตรีญี่ปุ่น")), is_sole(office("รองนายกรัฐมนตรี"))
    (True, False)
    """
    scope = sole_scope(held.head)
    if held.aside:
        return False
    # Our own state has many ambassadors, each other state has one here.
    if scope == "abroad":
        return bool(held.state) and held.state != HOME
    return (
        scope == "world" or (scope == "state" and bool(held.state)) or (scope == "field" and bool(held.field))
    )


def at_home(held: Office, state: str) -> Office:
    """The office with the state of its holder, where the post names none."""
    return held if held.state or not state else held._replace(state=state)


def same_office(a: Office, b: Office) -> bool:
    """Whether two posts are one office, as far as both are told: the rest may be left out in one."""
    if a.head != b.head or (a.state and b.state and a.state != b.state):
        return False
    return not (a.field and b.field) or a.field == b.field or a.field in b.field or b.field in a.field
