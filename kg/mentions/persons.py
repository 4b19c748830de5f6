"""Persons: honorifics, a name, its Latin form in brackets, and the posts before or after it.

Rules of Thai press style: titles stack before the name; a Thai name is a first name, a space and a
surname; a foreign name may run to six words and then ends at a bracket or a post; a later mention
gives the first name alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kg.expressions import THAI, expression
from kg.lexicon import Entry, any_of, entries_of, words_of
from kg.mentions.names import (
    TOLD_NEAR,
    bare_name,
    begins_unknown,
    is_no_name,
    latin_behind_title,
    latin_beside,
    latin_bracket,
    name,
)
from kg.mentions.posts import CAPACITY, Post, read_posts
from kg.mentions.scan import Scan
from kg.text import Span

_NAMING_POSTS = expression(rf"(?:อดีต)?(?:รอง)?{any_of('posts_before_bare_names', 'posts_before_full_names')}")
_BEFORE_FULL_NAMES = words_of("posts_before_full_names")
# An act stands as often behind this one as a name: only two words glued to it are one.
_OFTEN_ACTS = "นายกรัฐมนตรี"
# No act is told of a former one by his title alone.
_FORMER = "อดีต"
_SEVERAL_HOLD = expression(any_of("held_by_several"))
_WOMAN = "หญิง"
_OF_ANYBODY = "คุณ"  # before one word it addresses the reader as often
_EXCELLENCY = "ฯพณฯ"
_HEAD_OF_A_BODY = "นายก"
_WHOLE_NAME = 2  # words
_SHORTEST_TOLD = 4  # letters of a name that is looked for elsewhere
_STYLES = words_of("common_styles")
_PRINCES = words_of("princes")
# Titles before a name that lie further back than this many characters are not its own.
_LONGEST_POSTS = 160
_AFTER_BRACKET = expression(r"\) {0,2}(?:และ)? ?")
# ``นาย ก ซึ่งดำรงตำแหน่งปลัดกระทรวง``, ``นาย ก ได้รับแต่งตั้งเป็นปลัดกระทรวง``.
_HOLDS = expression("(?:(?:ซึ่ง|ที่|เข้า)?(?:ดำรง|รับ)ตำแหน่ง|ได้รับ(?:การ)?แต่งตั้ง(?:ให้)?(?:เป็น|ดำรงตำแหน่ง)) ?")
_OF_STATE = expression(r" ?(?:ของ|แห่ง)(?:ประเทศ)?")


class PersonMention(NamedTuple):
    """A person named in the text: ``text[span]`` is honorific and name, ``whole`` runs on over the posts.

    ``name`` is the name without honorific, as written; ``latin`` its Latin form given in brackets.
    """

    span: Span
    whole: Span
    name: str
    latin: str
    honorific: str
    posts: tuple[Post, ...]


def recognize_persons(scan: Scan, start: int, end: int) -> list[PersonMention]:
    """The persons named in ``[start, end)`` of the text, in order."""
    read: dict[tuple[int, int], tuple[PersonMention, ...]] = scan.read_out["persons"]
    known = read.get((start, end))
    if known is None:
        known = read[start, end] = tuple(_persons(scan, start, end))
    return list(known)


def _persons(scan: Scan, start: int, end: int) -> list[PersonMention]:
    found: list[PersonMention] = []
    at = start
    for word in scan.honorifics_within(start, end):
        if word.start < at:
            continue
        person = _after_honorific(scan, word.start, end)
        if person is not None:
            # The same name in the other script (``นาย ก ประธาน Mr. K``) has the title as well.
            one_script = bool(found) and (found[-1].name.isascii() or not person.name.isascii())
            if one_script and _is_of_last(person, found[-1]):
                earlier = found[-2].whole.end if len(found) > 1 else start
                found[-1], person = _whose_title(scan, found[-1], person, earlier)
            found.append(person)
            at = person.whole.end
        else:
            at = _stack_end(scan, word.start, end)
    found = _sharing_titles(scan, found)
    bare = [*_opening(scan, start, end), *_after_post(scan, start, end, found)]
    return sorted(found + bare, key=lambda person: person.span) if bare else found


def _sharing_titles(scan: Scan, persons: list[PersonMention]) -> list[PersonMention]:
    """A title that several hold is of all who are named before it: ``นาย ก ข และนาย ค ง รองอธิบดีกรม จ``.

    Such a title stands behind the last of them, where the ``whole`` of the others does not reach.
    """
    shared: tuple[Post, ...] = ()
    edge = -1
    found = list(persons)
    for position in range(len(persons) - 1, -1, -1):
        person = persons[position]
        between = scan.folded[person.whole.end : edge] if edge >= 0 else ""
        if person.posts:
            own = person.posts[0]
            behind = own.span.start >= person.span.end and _SEVERAL_HOLD.match(scan.folded, own.span.start)
            shared = (own,) if behind and own.of else ()
        elif shared and person.honorific and " " in person.name and between.strip(" ,") in ("", "และ"):
            found[position] = person._replace(posts=shared)
        else:
            shared = ()
        edge = person.whole.start
    return found


def _is_of_last(person: PersonMention, last: PersonMention) -> bool:
    """``นาย ก อธิบดีกรม ข นาง ค``: whether the title before a person is that of whom it follows."""
    return bool(person.posts and last.posts) and last.span.end < person.posts[0].span.start < last.whole.end


def _whose_title(
    scan: Scan, last: PersonMention, person: PersonMention, earlier: int
) -> tuple[PersonMention, PersonMention]:
    """Two persons with a title between them: it is of the first, but in a list whose titles come first.

    ``ประธานาธิบดี นาย ก ประธานสภา นาย ข``: the first has his own before him.
    """
    before = _posts_before(scan, last.span.start)
    if not before or before[0].span.start < earlier:
        return last, person._replace(posts=())
    whole = Span(last.whole.start, person.posts[0].span.start)
    return last._replace(posts=before, whole=whole), person


def _stack_end(scan: Scan, at: int, end: int) -> int:
    """Where the titles that stand at ``at`` one after another end; a rank may be a woman's: ``พันโทหญิง``."""
    while at < end and (word := scan.honorifics_at.get(at)) is not None:
        at = word.end
        if scan.folded.startswith(_WOMAN, at) and not scan.folded.startswith(_STYLES, word.start):
            at += len(_WOMAN)
        while at < end and scan.folded[at] in " .":
            at += 1
    return at


_PRIME_MINISTERS = entries_of("prime_ministers")
_TWO_WORDS = expression(rf"([{THAI}]{{2,16}} {{1,2}}[{THAI}]{{2,20}}) {{1,2}}")
_SHORTEST_OPENING, _LONGEST_OPENING = 6, 41
_NEXT_BRACKET = expression(rf" ?\((?:{any_of('common_styles')}|พล)")


def _after_honorific(scan: Scan, start: int, end: int) -> PersonMention | None:
    folded, text = scan.folded, scan.document.text
    at = _stack_end(scan, start, end)
    if folded[start].isascii() and is_no_name(scan, at):
        return None
    name_start, name_end, count = name(scan, at, end)
    if name_end <= name_start or (count == 1 and folded[start:at].strip() == _OF_ANYBODY):
        return None
    if _is_head_of_a_body(folded, start, name_start, name_end):
        return None
    if folded.startswith(_EXCELLENCY, start) and at not in scan.honorifics_at:
        styled = scan.posts_at.get(start)
        office = start if styled is not None and styled.end > at else at
        if office in scan.posts_at:
            return _behind_office(scan, start, office, end)
    latin, after = latin_bracket(text, name_end)
    if after == name_end and count > 1 and not folded[name_start].isascii():
        latin, after = latin_beside(scan, name_end)
    bracketed = _AFTER_BRACKET.match(folded, after) if folded[max(0, start - 1)] == "(" else None
    posts = _posts_after(scan, bracketed.end() if bracketed else after, end)
    before = _posts_before(scan, start) if not posts or bracketed else ()
    if bracketed and before and _NEXT_BRACKET.match(folded, posts[-1].span.end if posts else after):
        # ``ตำแหน่ง (นาย ก) ตำแหน่ง (นาย ข)``: what follows is the post of the next one.
        posts = ()
    whole_end = posts[-1].span.end if posts else after
    if posts and not latin and not folded[name_start].isascii():
        latin, whole_end = latin_behind_title(text, whole_end)
    if bracketed:
        posts = (*before, *posts)
    return PersonMention(
        span=Span(start, name_end),
        whole=Span(start, min(whole_end, end)),
        name=" ".join(text[name_start:name_end].split()),
        latin=latin,
        honorific=text[start:name_start].strip(),
        posts=_of_one_state(posts or before),
    )


def _behind_office(scan: Scan, start: int, office: int, end: int) -> PersonMention | None:
    """``ฯพณฯ เลขาธิการ ก ข``: before an office the style is of whoever holds it, named behind it or not."""
    text = scan.document.text
    posts = tuple(read_posts(scan, office))
    behind = posts[-1].span.end if posts else end
    while behind < end and scan.folded[behind] == " ":
        behind += 1
    if behind >= end or behind in scan.names_at or behind in scan.honorifics_at or is_no_name(scan, behind):
        return None
    name_start, name_end, count = name(scan, behind, end)
    if count < _WHOLE_NAME:
        return None
    latin, after = latin_bracket(text, name_end)
    return PersonMention(
        span=Span(name_start, name_end),
        whole=Span(start, after),
        name=" ".join(text[name_start:name_end].split()),
        latin=latin,
        honorific=_EXCELLENCY,
        posts=_of_one_state(posts),
    )


def _is_head_of_a_body(folded: str, start: int, name_start: int, name_end: int) -> bool:
    """``นายกสมชาย`` of whom the text tells as ``นายสมชาย``: a นายก, and no name that begins with ก."""
    if not folded.startswith(_HEAD_OF_A_BODY, start) or name_start != start + len(_HEAD_OF_A_BODY) - 1:
        return False
    first = folded[name_start + 1 : name_end].partition(" ")[0]
    if len(first) < _SHORTEST_TOLD:
        return False
    return folded.find(f"นาย{first}", max(0, start - TOLD_NEAR), start + TOLD_NEAR) >= 0


def _of_one_state(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """Nobody holds offices of two states: the one that a row of his titles names is of them all."""
    state = next((post.country for post in posts if post.country is not None), None)
    if state is None or len(posts) == 1:
        return posts
    return tuple(post if post.country is not None else post._replace(country=state) for post in posts)


def _posts_after(scan: Scan, at: int, end: int) -> tuple[Post, ...]:
    folded = scan.folded
    position = at
    while position < end and folded[position] in " ,ฯ":
        position += 1
    capacity = CAPACITY.match(folded, position, end) or _HOLDS.match(folded, position, end)
    posts = _own(read_posts(scan, position if capacity is None else capacity.end()))
    if not posts and position < end and folded[position] == "(":
        inside = read_posts(scan, position + 1)
        if inside and folded.startswith(")", inside[-1].span.end):
            # ``นาย ก (รัฐมนตรีอาวุโส) รัฐมนตรีว่าการกระทรวง ข``: a rank in a bracket, and the post behind it.
            posts = (*inside, *(read_posts(scan, inside[-1].span.end + len(") ")) or ()))
    return tuple(posts)


def _own(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """``ประธานาธิบดี ก และนายกรัฐมนตรีมิง ลาซา``: the prime minister with a name behind is the next one."""
    state = None
    for position, post in enumerate(posts):
        if state is None:
            state = post.country
            own = position + 1
        elif post.country is not None and post.country is not state:
            # ``นาย ก รัฐมนตรี ข ลาว และรองนายกรัฐมนตรี … ญี่ปุ่น``: nobody holds offices of two states.
            return posts[:own]
    for position, post in enumerate(posts[1:], 1):
        known = post.country is not None or post.body is not None
        if post.head.id in _PRIME_MINISTERS and not (known or post.bare or post.short):
            return posts[:position]
    return posts


def _posts_before(scan: Scan, start: int) -> tuple[Post, ...]:
    """The posts that end right before ``start``, joined by และ."""
    folded = scan.folded
    edge = start
    while edge > 0 and folded[edge - 1] in " (":
        edge -= 1
    best: tuple[Post, ...] = ()
    for hit in reversed(scan.posts_within(start - _LONGEST_POSTS, start)):
        posts = read_posts(scan, hit.start)
        if posts and posts[-1].span.end == edge:
            best = tuple(posts)
        elif best:
            break
    return best


def _opening(scan: Scan, start: int, end: int) -> list[PersonMention]:
    """``สมชาย ใจดี ปลัดกระทรวง ก``: a name that opens a paragraph, by the office behind it."""
    if not scan.posts_within(start + _SHORTEST_OPENING, start + _LONGEST_OPENING):
        return []
    words = _TWO_WORDS.match(scan.folded, start, end)
    if words is None or words.end() not in scan.posts_at or is_no_name(scan, start):
        return []
    posts = read_posts(scan, words.end())
    plain = not scan.marks(start, words.end()) and start not in scan.names_at
    of_state = bool(posts) and posts[0].head.carries == "state"
    if not (plain and of_state) or posts[0].short or posts[0].head.id in _PRIME_MINISTERS:
        return []
    name_end = words.end(1)
    return [
        PersonMention(
            span=Span(start, name_end),
            whole=Span(start, min(posts[-1].span.end, end)),
            name=" ".join(scan.document.text[start:name_end].split()),
            latin="",
            honorific="",
            posts=_of_one_state(posts),
        )
    ]


def _after_post(scan: Scan, start: int, end: int, taken: list[PersonMention]) -> list[PersonMention]:
    """Names without honorific after the posts that lead to one (``ประธานาธิบดีไบเดน``)."""
    found: list[PersonMention] = []
    text, folded = scan.document.text, scan.folded
    for hit in scan.posts_within(start, end):
        if hit.end > end or not _leads_to_name(folded[hit.start : hit.end]):
            continue
        if taken and any(p.whole.start <= hit.start < p.whole.end for p in taken):
            continue
        at = hit.end
        spaced = at < end and folded[at] == " "
        if spaced:
            at += 1
        if at >= end or at in scan.names_at or at in scan.posts_at or folded[at] == "ฯ":
            continue
        if at in scan.honorifics_at or (is_no_name(scan, at) and (spaced or not begins_unknown(scan, at))):
            continue
        name_start, name_end, count = bare_name(scan, at, end)
        apart = spaced and not (count > 1 and folded.startswith(_FORMER, hit.start))
        acts = folded.endswith(_OFTEN_ACTS, hit.start, hit.end) and (apart or count == 1)
        acts = acts or (count == 1 and folded.startswith(_BEFORE_FULL_NAMES, hit.start))
        if name_end - name_start < 3 or acts:
            continue
        latin, after = latin_bracket(text, name_end)
        post = Post(
            Span(hit.start, hit.end),
            head=hit.entry,
            country=_country_after(scan, after),
            body=None,
            city=None,
            short=False,
            bare=True,
            head_end=hit.end,
        )
        offices = _offices_of_prince(scan, hit.start, after, end)
        found.append(
            PersonMention(
                span=Span(name_start, name_end),
                whole=Span(hit.start, max(after, offices[-1].span.end if offices else 0)),
                name=" ".join(text[name_start:name_end].split()),
                latin=latin,
                honorific="",
                posts=offices or (post,),
            )
        )
    return found


@lru_cache(maxsize=1 << 10)
def _leads_to_name(post: str) -> bool:
    """Whether a name without honorific may stand behind a post; texts have few ways to write posts."""
    return _NAMING_POSTS.fullmatch(post) is not None


def _offices_of_prince(scan: Scan, start: int, after: int, end: int) -> tuple[Post, ...]:
    """``มกุฎราชกุมารและนายกรัฐมนตรี เจ้าชาย ก``: by his offices a prince is told, and not by his birth."""
    if not scan.folded.startswith(_PRINCES, start):
        return ()
    offices = _posts_after(scan, after, end) or _posts_before(scan, start)
    # Without their state they would be taken for those of the next one who bears them.
    return offices if any(post.country is not None for post in offices) else ()


def _country_after(scan: Scan, at: int) -> Entry | None:
    match = _OF_STATE.match(scan.folded, at)
    if match:
        hit = scan.names_at.get(match.end())
        if hit is not None and hit.type == "Country":
            return hit.entry
    return None
