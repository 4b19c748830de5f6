"""How far the title of a post runs on behind its head: over names, links and letters, up to what ends it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.expressions import THAI, expression
from kg.lexicon import HOME, NameHit, Opening, alternatives, any_of, words_of
from kg.mentions.postings import NamedPart, house_end, part_of
from kg.mentions.scan import Scan

# Without a space releases have at most 400 letters; each post of a longer run would look through all of it.
_RUN = expression(f"[{THAI}/]{{1,1000}}")
_LINK = expression(rf" {{0,2}}(?:{alternatives('links_of_titles')}|ของ(?=[ก-ฮเ-ใ])|ณ {{0,2}})(?! )")
_SHORT_BODY = expression(r" (?:[A-Z][A-Z&-]*[A-Z]|(?:[ก-ฮ]{1,3}\.){1,5}|[ก-ฮ]{2,4}\.)(?=[ ,)]|$)")
# ``รองอธิบดี (นักบริหารระดับต้น) กรม ก``: the rank of an office stands before its house.
_RANKED = expression(
    rf" ?\((?:ผู้|นัก|นาย|เจ้า)[^()\n]{{2,60}}\) (?={any_of('houses_of_parts', 'parts_of_offices')})"
)
_ACRONYM = expression(r" ?\(([^()\n]{1,24})\)")
# Words that end a title when they stand right after a complete part of it (a name of the lexicon);
# elsewhere they may be a part of a longer noun.
_SHORT_STOP = Opening(alternatives("ends_of_titles"))
# Right behind a foreign state an office goes on with these alone: ``นายกรัฐมนตรีลาว | ครั้งนี้`` ends with it.
_STATE_GOES_ON = Opening(alternatives("goes_on_behind_states"))
# With these no part of a title begins, whatever stands before them.
_NO_PART = Opening(alternatives("no_parts_of_titles"))
# Within a run of letters these part a title from who comes along.
_COMES_ALONG = words_of("comes_along")
_GIVES_TO = words_of("gives_to_an_office")
_BREAKING_FRAMES = frozenset(
    (
        "attend attend-noun chair chair-noun host hosted-by meet call courtesy receive visit sign speak "
        "assign held"
    ).split()
)
# Only who is posted somewhere bears the place in the title: ``เอกอัครราชทูต ณ กรุงโตเกียว``.
_POSTED = expression(f"{any_of('posted_somewhere')}(?:ไทย)?$")
_POSTED_REACH = 16
# With these the next name begins, though it touch the title: ``นายกรัฐมนตรีนาง ก``.
_STYLED = words_of("common_styles")
POSTED_AT = " ณ"
_SEAT_REACH = 40
_NO_OTHERS = f"(?!{alternatives('begins_of_others')})"
_MORE_OF_BODY = expression(
    rf"(?:และ{_NO_OTHERS}[{THAI}]{{3,30}}?|"
    rf"(?: [{THAI}]{{3,24}}){{0,4}} (?:[{THAI}]{{2,24}})?และ{_NO_OTHERS}[{THAI}]{{3,24}}?)?"
    r"(?: ?\([A-Z]{2,8}\))? ?(?:แห่ง|ของ)?(?:ประเทศ|สาธารณรัฐ(?=สาธา))?"
)
_MORE_REACH = 80
# ``กระทรวง ก ข และค``, ``ด้าน ก ข ค และง``: the fields of an office, the last of which ``และ`` joins.
_FIELD_REACH = 40
_IN_FIELD = expression(rf"(?:กระทรวง|ด้าน)[{THAI}]{{3,30}}$")
_MORE_FIELDS = expression(
    rf"(?: {_NO_OTHERS}[{THAI}]{{3,24}}){{1,4}} ?และ ?{_NO_OTHERS}[{THAI}]{{3,30}}(?=[ (\n]|$)"
)
# The house of a minister whose field comes first: ``รัฐมนตรีด้าน ก กระทรวง ข ประเทศ ค``.
_HOUSE = expression(rf" กระทรวง[{THAI}]{{3,60}} (?:ประเทศ)?")
# What an office is called in its round of meetings ends its title: ``หัวหน้าคณะผู้แทนไทย (SOM-ABC Leader)``.
_CALLED = expression(
    r" ?\([A-Z][A-Z-]{2,11} (?:Leader|Minister|Chair)(?: of [A-Z][a-z]{2,20})?\)(?: ของ(?:ประเทศ)?ไทย)?"
)
# Of offices of one name the number tells which.
_NUMBERED = words_of("numbered_offices")
_ITS_NUMBER = expression(r"(?<!หน้าที่) ?\d{1,3}(?![\d.,:/)]| ?(?:คน|ราย|ท่าน))")
_ITS_ZONE = expression(r" เขต(?:สุขภาพ|ตรวจราชการ)?ที่ ?\d{1,2}(?!\d)")
_TURN = expression(r" ?คนที่ ?(?:หนึ่ง|สอง|สาม|[1-9]\d?(?!\d))|(?P<new>(?:คน|ท่าน)(?:ใหม่|ปัจจุบัน|ล่าสุด|แรก))")
_PAIR = expression("-| - ?")
# With a space beside the dash two states are named together only in what is theirs in common.
_JOINT_BODY = expression(rf"{any_of('bonds_of_two')}\S*$")
_JOINT_REACH = 48
_AND = expression(r" ?และ ?")
_BARE_HOUSE = expression(f"{any_of('bare_houses')}$")
_BARE_REACH = 12
_STATE_OR_CITY = ("ประเทศ", *words_of("nouns_of_cities"))


class Step(NamedTuple):
    """One step to the right in a title: where it ends, and the name that it went over, if one."""

    end: int
    name: NamedPart | None = None


def complement(scan: Scan, start: int, at: int, *, complete: bool, of_state: bool) -> Step | None:
    """Where the title goes on to from ``at``, with the name read if it is one; None where it ends.

    ``complete``: it may end here. ``of_state``: an office of a foreign state does, whose name ends here.
    """
    folded = scan.folded
    hit = scan.names_at.get(at)
    if hit is not None:
        return Step(hit.end, part_of(hit))
    link = _LINK.match(folded, at)
    if of_state and link is not None and link.group().strip() == "ฝ่าย" and _state_at(scan, link.end()):
        # ``รัฐมนตรีว่าการกระทรวง ก เวียดนาม ฝ่ายไทยย้ำ``: whom the next act is of.
        return None
    if (
        link is not None
        and link.group().strip() == "ณ"
        and not _POSTED.search(folded, max(0, at - _POSTED_REACH), at)
    ):
        return None
    if link is not None and link.end() < len(folded):
        return _after_link(scan, link)
    if folded[at] == "/" and at + 1 in scan.posts_at:
        return None
    if complete and (paired := _other_of_pair(scan, at)) > at:
        return Step(paired)
    if folded[at] == "(":
        return _over_bracket(scan, at, complete=complete)
    if folded[at] == " ":
        return _over_space(scan, start, at, complete=complete)
    acts = complete and (at in scan.verbs_at or _SHORT_STOP.stands(folded, at))
    if acts or _names_next(scan, at) or _NO_PART.stands(folded, at):
        return None
    if of_state and not _STATE_GOES_ON.stands(folded, at):
        return None
    end = _run_end(scan, at)
    return Step(end) if end > at else None


def over_state(scan: Scan, at: int, names: list[NamedPart]) -> int:
    """Where the foreign state ends that is told at ``at`` and joins ``names``; ``at`` without one."""
    foreign = _foreign(scan, at)
    if foreign is None:
        return at
    names.append(part_of(foreign))
    return foreign.end


def over_turn(scan: Scan, at: int, names: list[NamedPart]) -> int:
    """Where the turn ends of one of several holders and the state behind it, which joins ``names``.

    ``รองประธานสภา คนที่หนึ่ง``, ``รัฐมนตรีว่าการกระทรวง ก คนที่สอง สาธารณรัฐ ข``, ``นายกรัฐมนตรีคนใหม่ของ ข``.
    """
    turn = _TURN.match(scan.folded, at) if scan.folded.startswith((" คนที่", "คน", "ท่าน"), at) else None
    if turn is None:
        return at
    end = over_state(scan, turn.end(), names)
    return at if turn["new"] and end == turn.end() else end


def over_round(folded: str, at: int) -> int:
    """Where the bracket or the number ends that an office is called by; ``at`` without one."""
    called = _CALLED.match(folded, at) if folded.startswith(("(", " ("), at) else None
    if called is None and folded.endswith(_NUMBERED, 0, at):
        # ``ผู้อำนวยการสำนักงานชลประทานที่ 12``: one of many offices of a name.
        called = _ITS_NUMBER.match(folded, at)
    if called is None and folded.startswith(" เขต", at):
        called = _ITS_ZONE.match(folded, at)
    return called.end() if called is not None else at


def over_house(scan: Scan, at: int, names: list[NamedPart]) -> int:
    """Where the ministry of a foreign state ends behind a title, whose state joins ``names``."""
    house = _HOUSE.match(scan.folded, at)
    state = scan.names_at.get(house.end()) if house is not None else None
    if state is None or state.type != "Country" or state.entry.id == HOME:
        return at
    names.append(part_of(state))
    return state.end


def over_fields(scan: Scan, start: int, at: int) -> int:
    """Where the fields end of an office of which a title told the first up to ``at``; ``at`` for no more.

    ``อธิบดีกรม ก กระทรวงสวัสดิการ การบรรเทาทุกข์ และการโยกย้าย``: what acts or is told of somebody is no field.
    """
    begin = max(start, at - _FIELD_REACH)
    if not scan.folded.startswith(" ", at) or not _IN_FIELD.search(scan.folded, begin, at):
        return at
    more = _MORE_FIELDS.match(scan.folded, at)
    if more is None or scan.marks(at, more.end()):
        return at
    named = {hit.type for hit in scan.names_within(at, more.end())}
    return more.end() if named.isdisjoint(("Country", "Organization")) else at


def _foreign(scan: Scan, at: int) -> NameHit | None:
    """The foreign state whose name ends a body's: ``กระทรวงวัฒนธรรม กีฬา และการท่องเที่ยว เวียดนาม``."""
    for hit in scan.names_within(at, min(len(scan.folded), at + _MORE_REACH)):
        if hit.type != "Country":
            continue
        if hit.entry.id == HOME:
            return None
        told = bool(scan.marks(at, hit.start))
        return hit if not told and _MORE_OF_BODY.fullmatch(scan.folded[at : hit.start]) else None
    return None


def _over_space(scan: Scan, start: int, at: int, *, complete: bool) -> Step | None:
    """The same for a title with a space at ``at``: a house, a state, a bracket, a short name may follow."""
    folded = scan.folded
    house = at if complete else house_end(scan, start, at)
    if house > at:
        return Step(house)
    after = scan.names_at.get(at + 1)
    if after is not None and after.type == "Country" and _is_alone(scan, after.end):
        return Step(after.end, part_of(after))
    state = _told_state(scan, at + 1)
    if state is not None:
        return Step(state.end, part_of(state, at + 1))
    over = _over_bracket(scan, at, complete=complete)
    if over is not None:
        return over
    short = _SHORT_BODY.match(folded, at)
    if short and not complete:
        known = after is not None and after.end == short.end() and after.type == "Organization"
        return Step(short.end(), part_of(after) if after and known else None)
    house = at if complete else _named_apart(scan, start, at)
    return Step(house) if house > at else None


def _named_apart(scan: Scan, start: int, at: int) -> int:
    """Where the name ends that a slip parts from the noun of its house; ``at``, where that stands, for none.

    ``ปลัดกระทรวง ดีอี``, ``ผู้อำนวยการสถาบัน วิจัยบ้านไผ่``
    """
    folded, begin = scan.folded, at + 1
    if not _BARE_HOUSE.search(folded, max(start, at - _BARE_REACH), at):
        return at
    another = scan.marks(begin, begin + 1) or _SHORT_STOP.stands(folded, begin)
    if another or _NO_PART.stands(folded, begin):
        return at
    hit = scan.names_at.get(begin)
    end = _run_end(scan, begin) if hit is None else hit.end
    return end if end > begin else at


def _told_state(scan: Scan, at: int) -> NameHit | None:
    """The foreign state that ends a title behind a space: ``นายกรัฐมนตรี ประเทศแคนาดา``."""
    state = scan.names_at.get(at + len("ประเทศ")) if scan.folded.startswith("ประเทศ", at) else None
    if state is None or state.type != "Country" or state.entry.id == HOME:
        return None
    if scan.folded.rfind(f"{POSTED_AT} ", at - _SEAT_REACH, at) >= 0:
        # ``กงสุลใหญ่ ณ เมือง ก ประเทศ ข``: where his seat lies, and whom he does not stand for.
        return None
    acts = state.end in scan.verbs_at or _SHORT_STOP.stands(scan.folded, state.end)
    return state if not acts and _is_alone(scan, state.end) else None


def _other_of_pair(scan: Scan, at: int) -> int:
    """Where the second state of a pair ends (``ประธานหอการค้าไทย - ลาว``); ``at`` where there is none."""
    if not scan.folded.startswith(("-", " -"), at):
        return at
    pair = _PAIR.match(scan.folded, at)
    other = scan.names_at.get(pair.end()) if pair is not None else None
    if pair is None or other is None or other.type not in ("Country", "Organization"):
        return at
    joint = pair.group() == "-" or _JOINT_BODY.search(scan.folded, max(0, at - _JOINT_REACH), at) is not None
    return other.end if joint else at


def _names_next(scan: Scan, at: int) -> bool:
    """Whether somebody's name begins at ``at`` behind a title; a government is of whom it names."""
    styled = at in scan.honorifics_at and scan.folded.startswith(_STYLED, at)
    return styled and not scan.folded.endswith("รัฐบาล", 0, at)


def _over_bracket(scan: Scan, at: int, *, complete: bool) -> Step | None:
    """Where a bracket at ``at`` ends inside a title: ``… (ก.ก.) ฝ่าย ข``, ``เอกอัครราชทูต ก (ABC) ประจำ ข``."""
    ranked = _RANKED.match(scan.folded, at)
    if ranked is not None:
        hit = scan.names_at.get(ranked.end())
        return Step(hit.end, part_of(hit)) if hit is not None else Step(_run_end(scan, ranked.end()))
    closing = _ACRONYM.match(scan.folded, at)
    if closing is None:
        return None
    if complete and closing.group(1).startswith("ฝ่าย"):
        return Step(closing.end())
    inside = closing.group(1).strip()
    again = scan.names_at.get(closing.start(1))  # ``เอกอัครราชทูตสาธารณรัฐเกาหลี (เกาหลีใต้) ประจำประเทศไทย``
    named = again is not None and again.type == "Country" and again.end == closing.end(1)
    short = complete and (named or (inside.isascii() and inside.isupper()))
    onward = (" ฝ่าย", "ประจำ", " ประจำ", " ประเทศ") if short else (" ฝ่าย",)
    if not scan.folded.startswith(onward, closing.end()):
        return None
    state = scan.names_at.get(closing.end() + len(" ประเทศ"))
    told = scan.folded.startswith(" ประเทศ", closing.end())
    if state is None or state.type != "Country" or not told:
        return Step(closing.end())
    return Step(state.end, part_of(state))


def _state_at(scan: Scan, at: int) -> bool:
    hit = scan.names_at.get(at)
    return hit is not None and hit.type == "Country"


def _after_link(scan: Scan, link: re.Match[str]) -> Step | None:
    at = link.end()
    hit = scan.names_at.get(at)
    if hit is not None:
        return Step(hit.end, part_of(hit))
    if link.group().strip() == "ของ":
        home = scan.names_at.get(at + len("ประเทศ")) if scan.folded.startswith("ประเทศไทย", at) else None
        state = _told_state(scan, at) if home is None else home
        return Step(state.end, part_of(state, at)) if state is not None else None
    for lead in _STATE_OR_CITY:
        if scan.folded.startswith(lead, at):
            named = scan.names_at.get(at + len(lead))
            if named is not None:
                return Step(named.end, part_of(named, at))
    end = _run_end(scan, at)
    return Step(end) if end > at else None


def _is_alone(scan: Scan, end: int) -> bool:
    """Whether a state's name after a space ends the title: a list of states does not belong to it."""
    folded = scan.folded
    suite = folded.startswith(("และคณะ", "และภริยา", " และคณะ", " และภริยา"), end)
    if end >= len(folded) or suite:
        return True
    joined = _AND.match(folded, end)
    acts = joined is not None and (
        joined.end() in scan.verbs_at
        or joined.end() in scan.moods_at
        or joined.end() in scan.honorifics_at
        or folded.startswith(("ได้", "จะ", "ร่วม"), joined.end())
    )
    return acts or not folded.startswith((" และ", "และ", "-", " -"), end)


def _run_end(scan: Scan, at: int) -> int:
    """Where the run of Thai letters from ``at`` ends: at a space, an act, the next person or post."""
    match = _RUN.match(scan.folded, at)
    if match is None:
        return at
    end = match.end()
    for word in _COMES_ALONG:
        along = scan.folded.find(word, at + 1, end)
        end = along if along >= 0 else end
    for name in scan.names_within(at, len(scan.folded) if at == end else end + 1):
        if name.start < end:
            end = name.start if name.start > at else min(end, name.end)
            break
    for position in scan.marks(at, end):
        verb = scan.verbs_at.get(position)
        if verb is not None and verb.value in _BREAKING_FRAMES:
            return position
        if position > at:
            if position in scan.posts_at and scan.folded.startswith("/", position - 1):
                return position - 1
            if position in scan.honorifics_at:
                return position - 3 if scan.folded.endswith("และ", at, position) else position
            if position in scan.posts_at and scan.folded.endswith("และ", 0, position):
                return position - 3
            if position in scan.posts_at and scan.folded.endswith(_GIVES_TO, at, position):
                return at
    return end
