"""Noun phrases and lists of them, as Thai press style writes them.

Thai puts no space between words, so a space is a sign: it parts the items of a list, a clause from
the next, a name from its bracket. A phrase runs on over a space unless what follows begins a new
clause; a list is parted by words (``และ รวมถึง ตลอดจน อาทิ ได้แก่``), by numbers, or by spaces between items
that begin with the same kind of word (``การ ความ ปัญหา``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.expressions import expression
from kg.lexicon import Opening, alternatives, any_of, cue, not_after, words_of
from kg.mentions.list_marks import (
    announces,
    begins_item,
    counts_on,
    next_number,
    numbered,
    over_relative,
    that_is,
    turns_to_field,
)
from kg.mentions.scan import Scan
from kg.text import Span, spaced_behind

_CLAUSE = Opening(alternatives("clause_starts", "relative_that"))
# Behind a space a state that does something begins a sentence: ``พลังงานสะอาด ไทยสนใจที่จะ…``.
_STATE_ACTS = expression(rf" ?(?:ก็|เอง)?{any_of('begins_act')}")
_ENDS_OPEN = words_of("ends_open")
_OPEN_END = expression(rf"{any_of('ends_open')}{not_after('whole_words_ending_open')}$")
# In which field, and of what: ``ทั้งในด้านการค้า``, ``โดยเฉพาะอย่างยิ่งในเรื่องแรงงาน``.
_FIELDS = any_of("fields_of_talk")
_BOTH_IN_FIELD = rf"ทั้ง(?:ใน|ทาง)?{_FIELDS}"
_ABOVE_ALL = rf"เฉพาะ(?:อย่างยิ่ง)?(?:ใน)?{_FIELDS}?"
_BOTH = "ทั้ง(?=การ|ความ|เศรษฐกิจ)"
_JOINS = f"และ|{alternatives('joins_more', 'leads_to_list')}"
_JOIN = expression(
    rf" {{0,2}}(?:,(?![0-9]{{3}})|;|{_JOINS}|โดย{_ABOVE_ALL}|ซึ่งรวมถึง{_FIELDS}?|"
    rf"{_BOTH_IN_FIELD}(?:ของ)?|{_BOTH}|กับ(?=การ)|และการ(?=$)) ?"
)
_JOINING = Opening(f"{_JOINS}|หรือ|โดยเฉพาะ|ซึ่งรวมถึง|{_BOTH_IN_FIELD}|{_BOTH}")
# A phrase longer than this names nothing, and need not be read to its end.
_LONGEST = 240
_LONGEST_QUOTE = 90
_SHORTEST_QUOTE = 10
_MANY = 24
# How well or how long something is done ends what is told of it.
_COMES_TO_AN_END = (
    *(f"อย่าง{way}" for way in words_of("ways_of_doing")),
    *words_of("ends_of_telling"),
)
_LEADS_ON = words_of("leads_on")
# What a full stop closes: ``พ.ศ.``, ``ธ.ก.ส.``, ``พม.``.
_SHORTENED = expression(r"(?:^|[^ก-๎.])(?:[ก-ฮ]{1,3}\.){0,4}[ก-ฮ]{1,5}$")
_LONGEST_SHORT = 16
# Signs at which a phrase may end: spaces, marks, and joining words that stand glued to it. Each way to
# begin one is a letter, by which places are quickly found: a set or a look back at the head would slow it.
_MARKS = r' |\n|"|\(|\)|;|,(?![0-9]{3})'
_ITEM_NEXT = f"(?={alternatives('heads_of_items')})"
_GLUED_JOINS = "|".join(f"{word}{_ITEM_NEXT}" for word in words_of("joins_more", "leads_to_list"))
_TELLS_MORE = r"ซึ่ง(?!กันและ)|ว่า(?<!กว่า)(?=[ \"])|มีความ(?=สำคัญ|จำเป็น)|เพื่อให้"
_ON_DAYS = "ระหว่างวันที่|เมื่อวันที่|ใน(?:วันที่|สัปดาห์|เดือน|เร็ว)"
_BY = f"โดย(?:เฉพาะ(?:อย่างยิ่ง)?{_ITEM_NEXT}|(?=มี|ใช้|ได้|จะ|ผ่าน))"
_HELD_TO_BE = "ถือ(?=เป็น|ว่า)"
_BESIDES = f"พร้อม(?<!ความพร้อม)(?:ทั้ง|กับ|กันนี้|(?:ได้)?(?={alternatives('verbs_of_more_to_say')}))"
_AND_ACT = f"และ(?={alternatives('verbs_after_and')})"
_SIGN = expression(
    f"{_MARKS}|{_GLUED_JOINS}|{_TELLS_MORE}|{_ON_DAYS}|{_BY}|{_HELD_TO_BE}|{_BESIDES}|{_AND_ACT}"
)
# Items of a list that spaces part begin alike: with a head, or with what is to be done.
_ITEM = Opening(
    alternatives(
        "heads_of_items",
        "heads_of_policies",
        "verbs_of_promoting",
        "verbs_of_changing",
        "verbs_of_linking",
    )
)
# A bracket may hold one more: ``(ASEAN Economic Community (AEC) Blueprint 2025)``.
_BRACKET = expression(r" ?\((?!\d{1,2}\))[^()\n]{1,120}+(?:\([^()\n]{1,60}\)[^()\n]{0,80}+)?\)")
# ``ความร่วมมือด้านอาหาร การเกษตร และป่าไม้`` is one phrase: the fields share their head.
_LONGEST_FIELD = 24
_FIELD_WORDS = cue("ด้าน", "สาขา")
_FIELD = expression(r"(?:ด้าน|สาขา)[ก-ฺเ-๎]{2,18}$")
_MORE_FIELDS = expression(
    rf"(?: (?!โดย|ทั้ง|ด้าน|สาขา|{_JOINS})[ก-ฺเ-๎]{{2,16}}){{0,3}} "
    r"และ ?(?!การ|ความ|ได้|จะ|ยัง|ด้าน|สาขา)[ก-ฺเ-๎]{2,18}(?=[ .()\n]|$)"
)
# ``ระหว่าง 2 ประเทศ``: what a number counts goes with it.
_COUNTED = expression(alternatives("counted", "points"))
# Behind a space these and a person are no part of a phrase.
_WITH_WORDS = ("กับ", "ร่วมกับ", "ระหว่าง")
_WITH = expression("(?:(?:ร่วม)?กับ|ระหว่าง) ?")
_NO_ITEM = words_of("begins_no_item")
_LETTERS = expression(r"[ก-ฺเ-๎.]{3,45}+(?![ก-ฺเ-๎])")
# After these, spaces alone part the items: ``อาทิ ยาเสพติด หมอกควัน น้ำท่วม``.
_NAMING = expression(
    rf" {{0,2}}(?:โดย)?(?:{alternatives('leads_to_list')}|{_ABOVE_ALL}|{_BOTH_IN_FIELD}|ทั้ง(?:ใน|ทาง)?) ?$"
)
_NAMING_REACH = 16
# With these, a space aside, such words end.
_NAMING_ENDS = spaced_behind(
    *words_of("leads_to_list", "fields_of_talk"), "ทั้ง", "ใน", "ทาง", "เฉพาะ", "อย่างยิ่ง"
)
_SPACES = expression(r" {1,2}")
# What qualifies the head of a list before its items are named.
_QUALIFIED = expression(
    rf" ?{any_of('qualifies_head')}(?= (?:โดยเฉพาะ|{alternatives('joins_more')})(?!อย่าง[^ย]))|"
    rf" ?(?:ที่{any_of('qualities_told')}[^ \n]{{0,20}}|ใน[^ \n]{{2,50}})(?= {any_of('leads_to_list')})"
)
_QUALIFIED_BEGINS = frozenset("ทใ") | {word[0] for word in words_of("qualifies_head")}
_PARTICULARS = cue(" โดยเฉพาะ", " ซึ่งรวมถึง", " ทั้ง", " อาทิ")
_TAIL_REACH = 90
_TAIL = expression(
    rf" ?{any_of('begins_manner')}[^\n\"]{{0,60}}?(?= (?:โดยเฉพาะ|ซึ่งรวมถึง|{_BOTH_IN_FIELD}|อาทิ))"
)
# After a joining word these begin a clause, as acts with an actor of their own do; ``และของลาว`` is no item.
_CLAUSE_LEADS = Opening(f"ของ|{alternatives('begins_act')}")
_OWN_CLAUSE = frozenset("speak attend meet discuss adopt propose support stress thank sign".split())


class PhraseList(NamedTuple):
    """The phrases of a list, in order, and where the list ends in the text."""

    items: tuple[Span, ...]
    end: int


def phrase_end(scan: Scan, start: int, limit: int) -> int:
    """Where the noun phrase that begins at ``start`` ends, at the latest ``limit``."""
    folded = scan.folded
    at = start
    limit = min(limit, start + _LONGEST)
    if folded.startswith('"', start):
        # A theme in quotation marks ends with them, a bracket that tells it again included.
        closing = folded.find('"', start + _SHORTEST_QUOTE, limit)
        if closing > 0 and folded.find("\n", start, closing) < 0:
            bracket = _BRACKET.match(folded, closing + 1, limit)
            return bracket.end() if bracket else closing + 1
    while at < limit:
        sign = _SIGN.search(folded, at, limit)
        if sign is None:
            at = limit
            break
        at = sign.start()
        name = scan.name_over(at)
        if name is not None and name.end <= limit and name.start >= start:
            at = name.end
            continue
        step = _over_sign(scan, start, at, limit)
        if step <= at:
            break
        at = step
    return _finished(folded, start, at)


def _state_acts(scan: Scan, at: int) -> bool:
    """Whether a state stands at ``at`` and does something."""
    state = scan.names_at.get(at)
    return state is not None and state.type == "Country" and bool(_STATE_ACTS.match(scan.folded, state.end))


def _between_one(scan: Scan, at: int) -> bool:
    """Whether ``ระหว่าง`` and one state end at ``at``."""
    state = scan.name_over(at - 1)
    return (
        state is not None
        and state.end == at
        and state.type == "Country"
        and scan.folded.endswith(("ระหว่าง", "ระหว่างประเทศ", "ระหว่างรัฐบาล"), 0, state.start)
    )


def _finished(folded: str, start: int, end: int) -> int:
    """Where a phrase that was read up to ``end`` ends without the words that would lead on from it."""
    while end > start and folded[end - 1] in " -.":
        end -= 1
    if folded.startswith(".", end) and _SHORTENED.search(folded, max(start, end - _LONGEST_SHORT), end):
        # ``กระทรวง พม.``: the full stop is the word's own.
        return end + 1
    if not folded.endswith(_ENDS_OPEN, start, end):
        return end
    led = _OPEN_END.search(folded, max(start, end - _LONGEST_FIELD), end)
    if led is None or led.start() - start < _SHORTEST_QUOTE:
        return end
    end = led.start()
    while folded[end - 1] in " -.":
        end -= 1
    return end


def _over_sign(scan: Scan, start: int, at: int, limit: int) -> int:
    """Where the phrase goes on behind the sign at ``at``; ``at`` itself where it ends there."""
    folded = scan.folded
    character = folded[at]
    if character == " ":
        rest = _MORE_FIELDS.match(folded, at, limit) if _ends_in_field(scan, start, at) else None
        if rest and not {at + 1, folded.rfind("และ", at, rest.end()) + len("และ")} & scan.verbs_at.keys():
            return rest.end()
        if not _goes_on(scan, at, limit):
            return at
        at += 1
        while at < limit and folded[at] == " ":
            at += 1
        return at
    if character == '"':
        closing = folded.find('"', at + 1, min(limit, at + _LONGEST_QUOTE))
        return closing + 1 if closing > 0 and "\n" not in folded[at:closing] else at
    if character == "(":
        bracket = _BRACKET.match(folded, at, limit)
        return bracket.end() if bracket else at
    if character in "\n,;":
        return at
    return at if at > start else at + 1


def _ends_in_field(scan: Scan, start: int, end: int) -> bool:
    """Whether a field (``ด้านอาหาร``) stands at the end of ``[start, end)``."""
    start = max(start, end - _LONGEST_FIELD)
    return scan.cued(_FIELD_WORDS, start, end) and _FIELD.search(scan.folded, start, end) is not None


def _goes_on(scan: Scan, at: int, limit: int) -> bool:
    """Whether the phrase runs on over the space at ``at``."""
    folded = scan.folded
    after = at + 1
    while after < limit and folded[after] == " ":
        after += 1
    if folded.endswith(_LEADS_ON, 0, at) and after < limit and folded[after] != "\n":
        return True
    if folded.endswith(_COMES_TO_AN_END, 0, at):
        return False
    if after >= limit or folded[after] in "\n-*":
        return after < limit and folded[after] == "-" and folded.startswith("- ", after) and after + 2 < limit
    if folded.startswith("(", after):
        return _BRACKET.match(folded, after, limit) is not None
    if folded[after] == "ๆ" or folded[after].isascii():
        return not begins_item(folded, after, limit)
    with_whom = folded.startswith(_WITH_WORDS, after, limit) and _WITH.match(folded, after, limit)
    if with_whom and (with_whom.end() in scan.posts_at or with_whom.end() in scan.honorifics_at):
        return False
    if begins_item(folded, after, limit) or (folded[at - 1] not in "-–" and _state_acts(scan, after)):
        return False
    if folded.startswith(("และ", "กับ"), after) and _between_one(scan, at):
        # ``ระหว่างไทย และลาว``: the other of the two follows.
        return True
    if folded[at - 1].isdigit() and _COUNTED.match(folded, after, limit):
        return True
    return not (
        after in scan.breaks
        or _CLAUSE.stands(folded, after, limit)
        or (after - at <= 2 and _JOINING.stands(folded, after, limit))
        or _ITEM.stands(folded, after, limit)
    )


def read_list(scan: Scan, start: int, limit: int) -> PhraseList:
    """The phrases of the list that begins at ``start``; one phrase is a list of one."""
    folded = scan.folded
    items: list[Span] = []
    at = start
    naming = (
        folded.endswith(_NAMING_ENDS, 0, start)
        and _NAMING.search(folded, max(0, start - _NAMING_REACH), start) is not None
    )
    for _ in range(_MANY):
        if at >= limit:
            break
        if folded.startswith(" ", at):
            at += 2 if folded.startswith("  ", at, limit) else 1
        at = numbered(folded, at, limit) or at
        end = phrase_end(scan, at, limit)
        if naming:
            end = _before_space(scan, at, end)
        if items and folded.startswith("บริษัท", at):
            # Companies that come next are who does it, and not what.
            break
        if end - at >= 3:
            items.append(Span(at, end))
        elif not items:
            return PhraseList((), end)
        at = end
        following = _next_item(scan, items, at, limit, naming=naming)
        if following is None:
            break
        at, naming = following
    return PhraseList(tuple(items), at)


def _next_item(
    scan: Scan, items: list[Span], at: int, limit: int, *, naming: bool
) -> tuple[int, bool] | None:
    """Where the item begins that follows the last one, and whether spaces alone part those that come.

    A head that only announced the items is taken from ``items``. None where the list ends.
    """
    folded = scan.folded
    at = over_relative(folded, at, limit)
    joined = _joined(scan, items, at, limit)
    if joined is not None:
        return joined[0], naming or joined[1]
    if items and numbered(folded, at, limit):
        if not counts_on(folded, items, at):
            return None
        if len(items) == 1 and announces(folded, items[0]):
            items.pop()
        return at, naming
    spaced = _SPACES.match(folded, at, limit)
    after = spaced.end() if spaced else limit
    if naming and after < limit and (after in scan.names_at or _is_item(scan, after, limit)):
        return after, naming
    if (
        _ITEM.stands(folded, after, limit)
        and after not in scan.verbs_at
        and not turns_to_field(scan, after, limit)
    ):
        return after, naming
    following = next_number(folded, items, at, limit)
    return (following, naming) if following else None


def _joined(scan: Scan, items: list[Span], at: int, limit: int) -> tuple[int, bool] | None:
    """Where the next item begins that a word joins to the last one, and whether the word names examples.

    A head that only announced the examples is taken from ``items``. None where no further item is joined.
    """
    folded = scan.folded
    first = at + folded.startswith(" ", at)
    begin = folded[first : first + 1]
    qualified = _QUALIFIED.match(folded, at, limit) if begin in _QUALIFIED_BEGINS else None
    join = _JOIN.match(folded, qualified.end() if qualified else at, limit)
    named = that_is(folded, items[-1], at, limit) if join is None and items else None
    if join is None and items and qualified is None:
        join = named or _after_tail(scan, at, limit)
    if join is None or join.group() == "และ" or clause_follows(scan, join.end(), limit):
        return None
    names = named is not None or _NAMING.match(join.group()) is not None
    if names and items and "เฉพาะ" not in join.group() and announces(folded, items[-1]):
        items.pop()
    return join.end(), names


def _after_tail(scan: Scan, at: int, limit: int) -> re.Match[str] | None:
    """``ความร่วมมือ ให้เกิดผล โดยเฉพาะในสาขาพลังงาน``: the particulars behind how something is to be done.

    None where somebody acts, or a clause opens, between.
    """
    if not scan.cued(_PARTICULARS, at, at + _TAIL_REACH):
        return None
    tail = _TAIL.match(scan.folded, at, limit)
    if tail is None or any(
        place in scan.breaks or place in scan.verbs_at for place in range(at + 1, tail.end())
    ):
        return None
    return _JOIN.match(scan.folded, tail.end(), limit)


def _before_space(scan: Scan, start: int, end: int) -> int:
    """Where the first of several items ends that spaces alone part in ``[start, end)``; ``end`` for one."""
    folded = scan.folded
    name = scan.names_at.get(start)
    if name is not None and folded.startswith(" ", name.end) and name.end + 1 in scan.names_at:
        return min(name.end, end)
    space = folded.find(" ", start + 3, end)
    if space < 0 or not "ก" <= folded[space - 1] <= "๎" or _ends_in_field(scan, start, space):
        return end
    return space if _is_item(scan, space + 1, end) and scan.name_over(space) is None else end


def _is_item(scan: Scan, at: int, limit: int) -> bool:
    """Whether the word at ``at`` may be an item of a list: Thai letters that begin no act and no clause."""
    folded = scan.folded
    while at < limit and folded[at] == " ":
        at += 1
    return (
        at < limit
        and "ก" <= folded[at] <= "ไ"
        and at not in scan.verbs_at
        and at not in scan.breaks
        and not folded.startswith(_NO_ITEM, at)
        and not _CLAUSE.stands(folded, at, limit)
        and _LETTERS.match(folded, at, limit) is not None
    )


def clause_follows(scan: Scan, at: int, limit: int) -> bool:
    """Whether what the joining word leads to is a clause of its own and no further item."""
    folded = scan.folded
    if at >= limit or folded[at] == "\n":
        return True
    if _CLAUSE_LEADS.stands(folded, at):
        return True
    if scan.word_at("speakers", at) is not None or _state_acts(scan, at):
        return True
    verb = scan.verbs_at.get(at)
    return verb is not None and verb.value in _OWN_CLAUSE
