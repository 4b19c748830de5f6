"""The entities that items stand for: made when first asked for, or found among those of the text."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.entities.register import Register
from kg.expressions import expression
from kg.lexicon import HOME, NameHit, alternatives, entries_of, sole_entry_of, sole_scope
from kg.mentions.posts import Post
from kg.mentions.things import ThingMention
from kg.relations.sentence.items import Item

_LEADERS = entries_of("leaders")
_BY_PLACE = entries_of("offices_by_place")
# Behind these heads a title so begun is of several people, or of none that leads a state.
_SEVERAL = {
    **dict.fromkeys(_LEADERS, expression(alternatives("leaders_of_others"))),
    **dict.fromkeys(entries_of("officials"), expression("จาก|สังกัด")),
}
# Behind a title the name of its holder begins within so many letters.
_NAME_REACH = 24
_BEFORE_NAME = " “”\"‘’'"


def draft_of(item: Item, register: Register) -> Draft | None:
    """The entity that an actor item stands for, made when first asked for."""
    if item.draft is not None:
        return item.draft
    payload = item.payload
    if isinstance(payload, NameHit):
        item.draft = register.entry(payload.entry)
    elif isinstance(payload, ThingMention):
        item.draft = register.mentioned(payload)
    return item.draft


def cabinet(register: Register) -> Draft:
    """The cabinet of the state in which the document is written."""
    return register.of_lexicon(sole_entry_of("cabinet"))


def _by_beginning(post: Post, register: Register, text: str) -> Draft | None:
    """``รัฐมนตรีว่าการฯ``: whoever holds a post that begins with the words before ฯ."""
    if not post.short:
        return None
    begin = post.span.of(text).rstrip("ฯ ")
    rest = text[post.head_end : post.span.end].rstrip("ฯ ")
    for draft in register.persons.recent():
        if any(
            held.span.of(text).startswith(begin)
            or (rest and held.head.id == post.head.id and text.startswith(rest, held.head_end))
            for held in draft.posts
        ):
            return draft
    return None


def _leader_of(post: Post, register: Register, text: str) -> Draft | None:
    """``ผู้นำลาว``: who heads the state or its government, if the text names one."""
    rest = text[post.head_end : post.span.end].removeprefix("ของ").removeprefix("ประเทศ").strip()
    if post.country is None or register.lexicon.named(rest) is not post.country:
        return None
    for draft in register.persons.recent():
        for held in draft.posts:
            own = held.state
            if held.head.leads and own == post.country.id:
                return draft
    return None


def _is_several(post: Post, text: str) -> bool:
    """Whether none of several people is meant in particular: ``ผู้นำทุกท่าน``, ``เจ้าหน้าที่จากกรม ก``."""
    several = _SEVERAL.get(post.head.id)
    return several is not None and several.match(text, post.head_end) is not None


def role_draft(item: Item, register: Register, text: str) -> Draft | None:
    """The person whom a post stands for: its holder in this text, or somebody known only by it."""
    post = item.payload
    if not isinstance(post, Post):
        return None
    # Asked again, the answer is another only when the register has come to know more persons.
    asked = (item.start, item.end, register.persons.known)
    if asked not in register.persons.answered:
        register.persons.answered[asked] = _role_draft(item, post, register, text)
    return register.persons.answered[asked]


def _role_draft(item: Item, post: Post, register: Register, text: str) -> Draft | None:
    behind = (text[end : end + _NAME_REACH].lstrip(_BEFORE_NAME) for end in (post.span.end, post.head_end))
    called = next(filter(None, map(register.persons.called, behind)), None)
    if called is not None:
        item.draft = called
        return called
    holder = register.persons.holder(post, item.start) or _by_beginning(post, register, text)
    if holder is None and post.head.id in _LEADERS:
        holder = _leader_of(post, register, text)
        if holder is None and post.head_end == post.span.start:
            # The second of ``ผู้นำ A และ B`` stands there by his state alone.
            holder = register.persons.role(post, f"ผู้นำ{post.span.of(text)}")
    if holder is None:
        if _is_several(post, text):
            return None
        standing = (
            post.head.alone
            or (post.city is not None and post.head.id in _BY_PLACE)
            or (post.bare and post.head.carries == "state" and post.head.id not in _LEADERS)
        )
        if post.country is None and post.body is None and not standing:
            return None
        at_home = post.body is not None and post.body.country in ("", HOME)
        if post.country is None and post.body is not None and at_home and post.head.carries == "state":
            # Of several deputies the title alone tells none; a ministry has one permanent secretary.
            ministry = register.lexicon.named(f"กระทรวง{post.of}") is post.body
            if not ministry or sole_scope(post.head.id) != "field":
                return None
        holder = register.persons.role(post, post.span.of(text))
    holder.refs.setdefault(post.span.of(text))
    item.draft = holder
    return holder
