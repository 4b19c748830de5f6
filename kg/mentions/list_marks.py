"""What tells that a list goes on: the numbers of its items, and a head that only counts them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.scan import Scan
from kg.text import Span
from kg.values.calendar_words import NUMERAL_WORDS

# ``ประการแรก``, ``ด้านที่สอง``, ``หนึ่ง … สอง …``: which item follows, told in words.
_FIRST = rf"{any_of('points')}(?:แรก|ที่ ?(?:1|หนึ่ง))"
_POINT = rf"(?:{_FIRST}|{any_of('points')}ที่ ?(?:\d{{1,2}}|{NUMERAL_WORDS}))(?: ?คือ)?(?= )"
_BARE = "(?<![ก-ฮเ-ไ])(?:หนึ่ง|สอง|สาม|สี่|ห้า)(?= )"
_ORDINAL = f"(?:{_POINT}|{_BARE})"
# A bare number ends a name as well (``กองทุน ก หนึ่ง``): before the head of an item it counts that.
_IS_POINT = expression(rf"{_POINT}|{_BARE} {any_of('heads_of_items')}")
_ITS_ORDINAL = expression(rf"{_ORDINAL} ?$")
_LONGEST_ORDINAL = 24
_NUMBER = expression(rf" {{0,2}}(?:\(?\d{{1,2}}\)|\d{{1,2}}\.(?!\d)|{_ORDINAL}) ?")
_IS_FIRST = expression(rf" {{0,2}}(?:\(?1\)|1\.|{_FIRST}|หนึ่ง)")
# Letters with which a number of a list begins.
_NUMBER_BEGINS = frozenset("( 0123456789หส").union(word[0] for word in words_of("points"))
_STARTS_ITEM = expression(r"\(|\d{1,2}(?:[.)] |\)(?=[ก-ฮเ-ไ]))")
_ITS_NUMBER = expression(r"(?P<opens>\(?)(?P<number>\d{1,2})(?P<closes>[.)]) ?$")
_LONGEST_NUMBER = len("(10) ")
# So much may be told of an item before the next one.
_DETAIL_REACH = 200
# Such a head only announces the items: ``กลไกต่าง ๆ เช่น อาเซียน``, ``ความร่วมมือใน 3 ด้าน ได้แก่``.
_ANNOUNCING = expression(
    rf"(?:(?:ต่าง|อื่น) ?ๆ|หลาย{any_of('fields_of_talk')}|หลากหลาย|"
    rf"\d ?{any_of('points')}{any_of('which_matters')}?)$"
)
# What is told of an item before the next one: ``ความสัมพันธ์ | ที่มีความแน่นแฟ้นมาโดยตลอด | ความร่วมมือ…``
_RELATIVE = expression(
    rf" ที่(?:มี|ได้|เป็น)[^ \n]{{2,70}}(?= (?:{any_of('joins_more')}|และ)? ?{any_of('heads_of_items')}"
    # What is pointed back to is no further item: ``ที่มีประโยชน์ การดำเนินการดังกล่าวเริ่มขึ้น…``.
    r"(?![^ \n]{0,24}?(?:ดังกล่าว|นี้|นั้น)))"
)
# ``3 ประการ | ดังนี้ | 1) การค้า``
FOLLOWS = rf"{any_of('as_follows')} ?:? ?(?={_NUMBER.pattern})"
# ``เน้นย้ำ | 3 ประเด็น คือ 1) การค้า``
POINTS_TOLD = (
    rf"(?:ใน)?\d{{1,2}} ?{any_of('points')}{any_of('which_matters')}? ?"
    rf"(?:{any_of('leads_to_list', 'that_is')}|{FOLLOWS})"
)
_THAT_IS = expression(rf" ?{any_of('that_is')} ?")
_FOLLOWS = expression(rf" ?{FOLLOWS}")


def announces(folded: str, head: Span) -> bool:
    """Whether a phrase only announces the items that follow it."""
    return _ANNOUNCING.search(head.of(folded)) is not None


def over_relative(folded: str, at: int, limit: int) -> int:
    """Where a clause ends that tells of an item behind which the list goes on, else ``at``."""
    told = _RELATIVE.match(folded, at, limit)
    return told.end() if told is not None else at


def that_is(folded: str, head: Span, at: int, limit: int) -> re.Match[str] | None:
    """The word behind a head that leads to its items: ``ความร่วมมือ 3 ด้าน | คือ``, ``แนวทาง | ดังนี้ | 1)``.

    None where no item follows. Behind any but a head that only counts them ``คือ`` tells what it is.
    """
    follows = _FOLLOWS.match(folded, at, limit)
    if follows is not None:
        return follows
    join = _THAT_IS.match(folded, at, limit)
    return join if join is not None and announces(folded, head) else None


def numbered(folded: str, at: int, limit: int) -> int:
    """Where the number of an item ends that stands at ``at``; 0 for none."""
    number = _NUMBER.match(folded, at, limit) if folded[at : at + 1] in _NUMBER_BEGINS else None
    return number.end() if number else 0


def begins_item(folded: str, at: int, limit: int) -> bool:
    """Whether the number of an item stands at ``at``: ``2) พลังงาน``, ``2)พลังงาน``, ``ประการที่สอง พลังงาน``."""
    if folded[at : at + 1] not in _NUMBER_BEGINS:
        return False
    if folded[at].isascii():
        return numbered(folded, at, limit) > 0 and _STARTS_ITEM.match(folded, at) is not None
    return _IS_POINT.match(folded, at, limit) is not None


def counts_on(folded: str, items: Sequence[Span], at: int) -> bool:
    """Whether the number at ``at`` goes on with a list: it is the first, or one of the items has one too.

    In ``2) ไทยรับรองแผนงาน 3) …`` what is adopted is one of no list: the number counts what is told.
    """
    if _IS_FIRST.match(folded, at) or _last_number(folded, items) is not None:
        return True
    return any(
        _ITS_ORDINAL.search(folded, max(0, item.start - _LONGEST_ORDINAL), item.start) for item in items
    )


def next_number(folded: str, items: Sequence[Span], at: int, limit: int) -> int:
    """Where a list goes on with its next number, behind what a clause tells of the last item; 0 for nowhere.

    ``1. ความปลอดภัยของอาหาร ซึ่งฝ่ายลาวให้ความสำคัญ 2. การอบรมเกษตรกร``
    """
    mark = _last_number(folded, items)
    if mark is None:
        return 0
    number = f" {mark['opens']}{int(mark['number']) + 1}{mark['closes']}"
    following = folded.find(number, at, min(limit, at + _DETAIL_REACH))
    return following if following >= 0 and folded.find("\n", at, following) < 0 else 0


def _last_number(folded: str, items: Sequence[Span]) -> re.Match[str] | None:
    """The number of the last of ``items`` that has one."""
    for item in reversed(items):
        mark = _ITS_NUMBER.search(folded, max(0, item.start - _LONGEST_NUMBER), item.start)
        if mark is not None:
            return mark
    return None


def turns_to_field(scan: Scan, at: int, limit: int) -> bool:
    """``… ด้านการศึกษา ไทยพร้อมร่วมมือ``: a field before somebody who acts opens a clause and is no item."""
    if not scan.folded.startswith("ด้าน", at):
        return False
    actor = scan.folded.find(" ", at, limit) + 1
    return actor > 0 and (actor in scan.names_at or actor in scan.posts_at or actor in scan.honorifics_at)
