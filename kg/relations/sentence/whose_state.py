"""Whom the holder of a post stands for: the state in its title, that of its house, or Thailand."""

from __future__ import annotations

from functools import cache

from kg.entities.drafts import Draft
from kg.entities.likeness import is_other_pm
from kg.expressions import expression
from kg.lexicon import HOME, Entry, Lexicon, any_of, words_of
from kg.mentions.bodies import body_at
from kg.mentions.posts import Post
from kg.relations.sentence.names import foreign_body
from kg.relations.sentence.reading import Reading, state_of
from kg.text import Span

_EMBASSY = expression("สถาน(?:เอกอัครราชทูต|ทูต|กงสุลใหญ่)")
_GOVERNMENT = expression(any_of("houses_of_government"))
_NOT_IN_OFFICE = ("อดีต", *words_of("spouses"))
_MINISTRY = expression("กระทรวง(?=[ก-ฺเ-๎]{4})")
_ANY_STATE = frozenset(words_of("titles_of_any_state"))
_NO_THAI_OFFICE = words_of("titles_of_no_thai_office")


def stand_for(reading: Reading, draft: Draft, post: Post, span: Span) -> None:
    """Whom the holder of a post represents: the state in its title, or Thailand for a Thai office."""
    register = reading.register
    carries = post.head.carries
    if carries == "state-if-foreign" or (draft.named and _serves_government(reading, post)):
        _stand_abroad(reading, draft, post, span)
        return
    if carries == "body":
        _stand_for_body(reading, draft, post, span)
    if carries != "state" and not (carries == "state-if-named" and post.country is not None):
        return
    state = post.country or _of_embassy(reading, post)
    if state is not None:
        reading.say(draft, "represents", register.entry(state), span, "post-of-state.v1")
        return
    if post.body is not None and _is_envoy_of(reading, post, post.body):
        reading.say(draft, "represents", register.entry(post.body), span, "post-of-body.v1")
        return
    seat = _seat(reading, post)
    if seat and seat != HOME:
        reading.say(draft, "represents", register.of_lexicon(seat), span, "post-of-state.v1")
        return
    if not draft.named and not (post.bare or post.city is not None):
        return
    surface = post.span.of(reading.document.text)
    latin = draft.named and any(name.isascii() for name in (draft.name, *draft.aliases))
    if latin or (not draft.named and surface in _ANY_STATE) or _is_of_another(draft, post):
        # Whoever is named in Latin letters too, or by a title that any state has, is not taken for a Thai.
        return
    abroad = post.city is not None and not surface.startswith(_NO_THAI_OFFICE)
    ours = abroad or _is_thai_office(post, reading.document.text, register.lexicon)
    if ours and "ไทย" in reading.document.text:
        reading.say(draft, "represents", register.home(), span, "thai-office.v1")


def _is_of_another(draft: Draft, post: Post) -> bool:
    """Whether the titles of somebody who is named tell of another state, this one or one beside it."""
    return draft.named and (is_other_pm(post) or state_of(draft) not in ("", HOME))


def _stand_for_body(reading: Reading, draft: Draft, post: Post, span: Span) -> None:
    """``นาย ก ผู้แทนธนาคาร ข``, ``ผู้แทน บริษัท ข``: a delegate stands for what follows his title."""
    scan, register = reading.scan, reading.register
    at = post.head_end + scan.folded.startswith(" ", post.head_end)
    known = scan.names_at.get(at)
    if known is not None and known.type in ("Country", "Organization") and known.end <= post.span.end:
        reading.say(draft, "represents", register.entry(known.entry), span, "post-of-body.v1")
        return
    house = body_at(scan, at, post.span.end)
    if house is not None:
        reading.say(draft, "represents", register.mentioned(house), span, "post-of-body.v1")


def _serves_government(reading: Reading, post: Post) -> bool:
    """Whether a post is one of a government: of a ministry, a mission, the forces or a council."""
    text = reading.scan.folded
    spokes = post.head.carries != "none" or post.head.spokesperson or post.head.former
    written = text[post.span.start : post.span.end]
    return not spokes and not written.startswith(_NOT_IN_OFFICE) and _GOVERNMENT.search(written) is not None


def _stand_abroad(reading: Reading, draft: Draft, post: Post, span: Span) -> None:
    """``ผู้ช่วยปลัดกระทรวง ก ญี่ปุ่น``: who serves a foreign government stands for its state."""
    register = reading.register
    state = (post.country if draft.named else None) or _of_embassy(reading, post)
    if state is None and draft.named and (seat := _seat(reading, post)):
        state = register.lexicon.entry(seat)
    if state is not None and state.id != HOME:
        reading.say(draft, "represents", register.entry(state), span, "post-of-state.v1")


def _of_embassy(reading: Reading, post: Post) -> Entry | None:
    """``อัครราชทูตฝ่ายการเมือง สถานเอกอัครราชทูต X``: the state whose embassy a title names."""
    scan = reading.scan
    mission = _EMBASSY.search(scan.folded, post.span.start, post.span.end)
    hit = scan.names_at.get(mission.end()) if mission is not None else None
    return hit.entry if hit is not None and hit.type == "Country" else None


def _is_envoy_of(reading: Reading, post: Post, body: Entry) -> bool:
    """Whether the body right behind a post sends its holder: ``เอกอัครราชทูตสหภาพยุโรปประจำประเทศไทย``."""
    sender = reading.scan.names_at.get(post.head_end)
    sent = sender is not None and sender.entry is body and body.cls == "InternationalOrganization"
    return sent and post.head.name("th").endswith("ทูต")


def _seat(reading: Reading, post: Post) -> str:
    """The state whose body a post is of: told by its name, or by the state behind a ministry's name.

    ``รองปลัดกระทรวงยุติธรรม กระทรวงยุติธรรมญี่ปุ่น``: the house may stand behind the title, too.
    """
    own = post.body.country if post.body is not None else ""
    if own not in ("", HOME):
        return own
    scan, end = reading.scan, post.span.end
    behind = scan.names_at.get(end + 1) if scan.folded.startswith(" ", end) else None
    hits = [*scan.names_within(post.span.start, end), *([] if behind is None else [behind])]
    for hit in hits:
        if hit.type == "Organization" and hit.entry.country not in ("", HOME):
            return hit.entry.country
        if hit.type == "Country" and hit.end == post.head_end:
            return hit.entry.id
        foreign = foreign_body(scan, hit, len(scan.folded))
        state = scan.name_over(foreign.span.end - 1) if foreign is not None else None
        if state is not None:
            return state.entry.id
    return own


@cache
def _thai_ministries(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(
        word
        for word, entry in lexicon.words["names"]
        if entry is not None and entry.country == HOME and word.startswith("กระทรวง")
    )


def _is_thai_office(post: Post, text: str, lexicon: Lexicon) -> bool:
    """Whether an office without a state in its title is one of Thailand's, as Thai documents write."""
    surface = post.span.of(text)
    ministry = _MINISTRY.search(text, post.span.start, post.span.end)
    if ministry is not None and post.body is None and not post.short and post.head_end <= ministry.end():
        # Thailand's ministries are all known; the text may shorten their names.
        name = text[ministry.start() : post.span.end].strip()
        return any(known.startswith(name) for known in _thai_ministries(lexicon))
    return not surface.startswith(_NO_THAI_OFFICE)
