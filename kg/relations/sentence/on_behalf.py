"""On whose behalf somebody comes or acts, in words besides his title.

``นาย ก จาก X``, ``คณะผู้แทนจาก X นำโดย นาย ก``, ``นาย ก เป็นผู้แทน X``, ``กระทรวง ก ในฐานะผู้แทนไทย``.
"""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, cue, words_of
from kg.mentions.persons import PersonMention
from kg.mentions.posts import Post
from kg.relations.sentence.items import Item, index_at
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of, role_draft
from kg.relations.sentence.whose_state import stand_for
from kg.text import Span

_DELEGATES = words_of("delegates")
_TELLS = cue(*_DELEGATES, "จาก", "นำโดย")
_AS = ("ในฐานะ", "เป็น")
_OF = expression(rf"{any_of('delegates')}(?:ของ|จาก|ฝ่าย)? ?(?:รัฐบาล)?(?:แห่ง)?(?:ประเทศ)?")
# Between who acts and the word for whom: he was told to, or does so.
_TO_BE = expression(
    r" ?(?:\([^()\n]{1,60}\))? ?(?:ซึ่ง|ที่)?(?:ได้)?(?:รับ(?:การ)?(?:มอบหมาย|แต่งตั้ง)ให้)?(?:จะ|ได้)? ?"
)
_COMES_FROM = expression(r",? ?จาก(?:ประเทศ)?")
# ``จากลาวเดินทางต่อมายังไทย``: from where somebody comes, and for nobody.
_SETS_OUT = expression(r" ?(?:ได้|จะ)?(?:เดินทาง|มายัง|ไปยัง|มาถึง|กลับ|มา(?!ตร)|ไป)")
_JOINED = expression(r" ?และ ?")
# A group that is sent, whose leader is told behind it; who leads people of a trade stands for no state.
_GROUP = expression(r"(?:คณะผู้แทน(?:ระดับสูง)?(?:จาก|ของ)?|คณะจาก) ?(?:ประเทศ)?$")
_LED = expression(r"(?:\([^()\n]{1,80}\))?[ ,]{0,4}(?:ซึ่ง)?นำโดย ?(?:หัวหน้าคณะ(?:ผู้แทน)? ?)?")
_LED_REACH = 120
_GROUP_REACH = 40
_LISTED = expression(r" ?(?:\([^()\n]{1,80}\))? ?(?:,|และ) ?")
_BODIES = frozenset(("country", "body"))


def on_behalf(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """Read for whom the people and bodies of a paragraph are told to stand."""
    if not reading.scan.cued(_TELLS, start, end):
        return
    for index, item in enumerate(items):
        if item.kind == "person" and item.draft is not None:
            _comes_from(reading, items, index)
            _leads(reading, items, index)
    for place in reading.scan.places_of(_TELLS, start, end):
        if reading.scan.folded.endswith(_AS, start, place):
            _as_delegate(reading, items, place)


def _say(reading: Reading, who: Draft, whom: Item, begin: int, end: int) -> None:
    draft = draft_of(whom, reading.register)
    if draft is not None and draft is not who:
        reading.say(who, "represents", draft, Span(begin, end), "on-behalf.v1")


def _comes_from(reading: Reading, items: list[Item], index: int) -> None:
    """``นาย ก ตำแหน่ง จาก X``, and whoever is joined to him without a title of his own."""
    person = items[index]
    lead = _COMES_FROM.match(reading.scan.folded, person.end)
    house = _at(items, lead.end()) if lead is not None else None
    if house is None:
        return
    if _SETS_OUT.match(reading.scan.folded, house.end):
        return
    if house.kind == "country" and (not _is_titled(person) or _has_state(person)):
        # Of people of whom nothing is told but the land where they live, none stands for it.
        return
    edge = person.start
    for each in reversed(items[: index + 1]):
        joined = each is person or _JOINED.fullmatch(reading.scan.folded, each.end, edge) is not None
        own = each is not person and _is_titled(each)
        if each.kind != "person" or each.draft is None or own or not joined:
            break
        _say(reading, each.draft, house, each.start, house.end)
        edge = each.start


def _has_state(item: Item) -> bool:
    return isinstance(item.payload, PersonMention) and any(p.country is not None for p in item.payload.posts)


def _is_titled(item: Item) -> bool:
    return isinstance(item.payload, PersonMention) and bool(item.payload.posts)


def _leads(reading: Reading, items: list[Item], index: int) -> None:
    """``คณะผู้แทนจาก X (ข) และ Y นำโดย นาย ก``: who leads a group stands for those who sent it."""
    folded, leader = reading.scan.folded, items[index]
    at = folded.rfind("นำโดย", max(0, leader.start - _LED_REACH), leader.start)
    if at < 0 or leader.draft is None:
        return
    senders: list[Item] = []
    edge = leader.start
    for item in reversed(items[:index]):
        between = folded[item.end : edge]
        if item.start > at or item.kind == "connective" or between.count(")") > between.count("("):
            # The office of the leader, and what a bracket tells behind a name.
            continue
        led = not senders and _LED.fullmatch(folded, item.end, edge) is not None
        listed = bool(senders) and _LISTED.fullmatch(folded, item.end, edge) is not None
        if item.kind not in _BODIES or not (led or listed):
            break
        senders.insert(0, item)
        edge = item.start
    sent = senders and (
        folded.startswith("คณะผู้แทน", senders[0].start)
        or _GROUP.search(folded, max(0, edge - _GROUP_REACH), edge) is not None
    )
    for sender in senders if sent else ():
        _say(reading, leader.draft, sender, edge, leader.end)


def _as_delegate(reading: Reading, items: list[Item], place: int) -> None:
    """``A (ได้รับมอบหมายให้) เป็นผู้แทน X``, ``A ในฐานะผู้แทน X``; for a minister is for his state."""
    folded = reading.scan.folded
    lead = next(word for word in _AS if folded.endswith(word, 0, place))
    begin = place - len(lead)
    before = items[: index_at(items, begin)]
    actor = next((each for each in reversed(before) if each.kind in ("person", "role", "body")), None)
    told = _OF.match(folded, place)
    whom = _at(items, told.end()) if told is not None else None
    if actor is None or whom is None or _TO_BE.fullmatch(folded, actor.end, begin) is None:
        return
    who = actor.draft or (
        role_draft(actor, reading.register, reading.document.text)
        if actor.kind == "role"
        else draft_of(actor, reading.register)
    )
    if who is None:
        return
    if whom.kind == "role" and isinstance(whom.payload, Post):
        stand_for(reading, who, whom.payload, Span(actor.start, whom.end))
    elif whom.kind in _BODIES:
        _say(reading, who, whom, actor.start, whom.end)


def _at(items: list[Item], position: int) -> Item | None:
    """Who is named at ``position``: a state, with the word before its name or without, a body, an office."""
    for item in items[max(0, index_at(items, position) - 1) :]:
        if item.start > position:
            break
        if item.start <= position < item.end and item.kind in (*_BODIES, "role"):
            return item if item.qualifies != "pair" else None
    return None
