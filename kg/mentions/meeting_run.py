"""How far the name of a meeting runs on: over letters, names and spaces, up to what ends it."""

from __future__ import annotations

import re

from kg.expressions import THAI, expression
from kg.lexicon import alternatives, any_of, words_of
from kg.mentions.meeting_heads import BARE_YEAR
from kg.mentions.scan import Scan

ORDINAL = expression(
    r" {0,2}(?:ครั้งที่|ครั้ง(?= ?\d)|สมัยที่|รอบที่) {0,2}(\d{1,3})(?:/(\d{4}))?((?: ?(?:และ|,|-|"
    r"&) ?(?:ครั้งที่ ?)?\d{1,3}(?![\d.]))*)"
)
_NUMBER = expression(r"\d+")
# A number and no more of a name in Latin letters.
_LONE_NUMBER = expression(r" \d{1,2}(?: |\.|$)")
# A number that lies further behind another is no last one of a row.
_MOST_TURNS = 10
_LATIN_RUN = expression(
    r" {0,2}(?=[A-Z0-9])(?=[0-9&'+.-]*[A-Za-z])[A-Za-z0-9&'+.-]*"
    r"(?: {1,2}(?:(?:of|on|for|the|and|in|to|with|x) ){0,3}[A-Z0-9&-][A-Za-z0-9&'+.-]*)*"
)
# A long name with a space in it is known by what closes it: a bracket with its Latin form, or an ordinal.
_CLOSING = r"(?= {0,2}\((?:[A-Z]|\d{1,3}(?:st|nd|rd|th) )| {0,2}(?:ครั้ง|สมัย)ที่ {0,2}\d)"
_CLOSED = expression(rf" ([ก-ฺเ-๎]{{3,90}}(?:(?: | ?[-–] ?)[ก-ฺเ-๎]{{2,80}}){{0,2}}){_CLOSING}")
# A list of what a meeting is about goes on over spaces to what ``และ`` joins:
# ``ว่าด้วยการส่งเสริมการค้า การลงทุน และการท่องเที่ยว``; of two, where the name is closed behind it.
_SUBJECTS = expression(
    rf"((?: (?:การ|ความ)[{THAI}]{{2,60}}){{1,4}}? ?และ ?)(?=(?:การ|ความ)[{THAI}]{{2}})|"
    rf"( และ ?)(?=(?:การ|ความ)[{THAI}]{{2,90}}{_CLOSING})"
)
_ABOUT = expression(r"(?:ว่าด้วย|ด้าน|เรื่อง) ?(?:การ|ความ)")
_ON_WHAT = "ว่าด้วย"
# A space that a writer left behind the noun: ``การประชุม รัฐมนตรีพลังงานเอเชีย ครั้งที่ 3``.
_LEFT_SPACE = expression(
    rf" {{1,2}}(?={any_of('levels_of_meetings')}[ก-ฺเ-๎]{{2,60}}(?: ?- ?[ก-ฺเ-๎]{{2,30}})?"
    r" {0,2}(?:(?:ครั้ง|สมัย)ที่ {0,2}\d|สมัยพิเศษ))"
)
# Ministers by the short form of their post: ``การประชุม รมว.พลังงานอาเซียน``.
_SHORT_POST = expression(
    rf" {{0,2}}{any_of('ministers_shortened')}\.(?:กระทรวง(?:การ)?)?"
    r"(?:ก[ก-ฮ]{1,3}\.|[ก-ฮ]{1,2}\.(?=[ก-ฮเ-ไ])|(?=[ก-ฮเ-ไ]))"
)
# They meet where it goes on to say whose they are, or at which of their meetings; else one of them acts:
# ``ในห้วงการประชุม รมว.กต. ได้หารือกับ X``.
_WHOSE_MINISTERS = expression(r"[ก-ฺเ-๎]{0,40}")
_COUNTED_OR_GLOSSED = expression(r" {0,2}(?:ครั้งที่ ?\d|\([A-Z])")
_NUMBER_OF_NAME = expression(r" ?- ?\d{1,2}(?![\d.,:])(?! ?[ก-ฮ]\.)")
_GOES_ON = expression(
    rf" {{1,2}}(?:\d{{1,2}} ประเทศ)?(?={alternatives('names_go_on_with')}|กับ ?(?=[ก-ฮเ-ไ])|ไทย ?-)|"
    r" \d{1,2} ประเทศ| ครบรอบ \d{1,3} ปี(?: ?การสถาปนา)?"
)
_PAIR = expression(r" ?- ?(?=[ก-ฮเ-ไA-Z])")
_TURNS = f"{any_of('turns_of_meetings')}{any_of('turns_to_come')}"
# Words that end a name, unless their letters are the end of another: ``ความเป็นหุ้นส่วน``, ``ต้นแบบ``,
# ``รัฐมนตรีว่าการ``, ``ให้ความเห็นชอบ``, ``ลงมติ``.
_BEING = "(?<!ความ)(?<!อย่าง)(?<!ไม่)เป็น"
_IN_THE_FORM = "(?<!ต้น)แบบ(?!ยั่งยืน|บูรณาการ|มีส่วนร่วม)"
_THAT = "(?<!ระห)(?<!ผู้)ว่า(?!ด้วย)(?!(?<=รัฐมนตรีว่า)การ)"
_AGREES = "(?<!ความ)เห็นชอบ|(?<!ลง)มติ"
# Before a number or another name: ``จำนวน 10 ประเทศ``, ``ระหว่าง2-4 มีนาคม``, ``ในงาน ABC``.
_COUNTED, _BETWEEN = r"จำนวน(?= ?\d)", r"ระหว่าง(?=\d)"
_AT_AN_EVENT = "ในงาน(?= ?[A-Z]|มหกรรม|ประชุม)"
_STOP = expression(
    f"{alternatives('ends_of_meetings')}|{_TURNS}|{_BEING}|{_IN_THE_FORM}|{_THAT}|{_AGREES}|"
    f"{_COUNTED}|{_BETWEEN}|{_AT_AN_EVENT}"
)
# ``อาเซียน+3`` behind a longer name that ends in ``อาเซียน``.
_PLUS = expression(r" ?\+ ?\d{1,2}(?!\d)")
_SPACES = expression(" {1,2}")
_SPACES_ON = expression(" {1,4}(?=(?:การ|ความ)[ก-ฮเ-ไ])")
# Where a run of the letters of a name breaks off: at what is none of them, at a word that ends the
# name, at an ordinal.
# It is looked for in windows, so that a long run costs no more than it is long; what a word leads to
# must be seen to know it, so the last letters of a window are left to the next.
_WINDOW = 160
_MARGIN = 40
_HALT = expression(
    rf"[^ก-ฺเ-๎/]|(?P<held>{alternatives('words_holding_ends')})|{_STOP.pattern}|{ORDINAL.pattern}"
)
# After ``ที่`` these are where a meeting takes place.
_PLACES = frozenset({"Country", "Place"})
_WHOLE_IN_THI = words_of("whole_words_in_thi")
_PARTIES = frozenset({"Country", "Organization"})
_MECHANISMS = frozenset({"Framework", "Organization"})
# Acts that may be a part of a meeting's name (``การประชุมส่งเสริม…``).
_ACTS_IN_NAMES = frozenset("discuss support propose launch attend-noun host-noun adopt".split())


def numbers_of(ordinal: re.Match[str]) -> tuple[list[int], int]:
    """The numbers in a match of :data:`ORDINAL`, and where they end.

    ``ครั้งที่ 40-43`` are four.

    Of several each is more than the one before: in ``2) … ครั้งที่ 38 และ 3) …`` the 3 begins the next item.
    """
    numbers = list(map(int, (ordinal.group(1), *_NUMBER.findall(ordinal.group(3)))))
    first, *more = numbers
    if "-" in ordinal.group(3) and len(more) == 1 and first < more[0] < first + _MOST_TURNS:
        numbers = [*range(first, more[0] + 1)]
    return (numbers, ordinal.end()) if numbers == sorted(numbers) else (numbers[:1], ordinal.start(3))


def step_on(scan: Scan, at: int, head_end: int, limit: int) -> int:
    """How far the name runs on from ``at``; ``at`` itself where it ends."""
    folded = scan.folded
    name = scan.names_at.get(at)
    if name is not None and name.end <= limit:
        return name.end
    ministers = _SHORT_POST.match(folded, at, limit) if at == head_end else None
    if ministers is not None and _meet(scan, ministers.end(), limit):
        return ministers.end()
    plus = _PLUS.match(folded, at, limit)
    if plus is not None:
        return plus.end()
    if folded[at] in " -":
        return _over_space(scan, at, head_end, limit)
    latin = _LATIN_RUN.match(folded, at, limit)
    if latin:
        return latin.end()
    return _thai_run(scan, at, head_end, limit)


def _meet(scan: Scan, at: int, limit: int) -> bool:
    """Whether ministers whose short post ends at ``at`` are those of a body, or their meeting is numbered."""
    whose = _WHOSE_MINISTERS.match(scan.folded, at, limit)
    end = at if whose is None else whose.end()
    name = scan.name_from(at, end)
    if name is not None and name.type in _MECHANISMS:
        return _is_plain(scan, at, name.start)
    return _COUNTED_OR_GLOSSED.match(scan.folded, end, limit) is not None and _is_plain(scan, at, end)


def _over_space(scan: Scan, at: int, head_end: int, limit: int) -> int:
    """How far the name runs on over the space or dash at ``at``."""
    folded = scan.folded
    pair = _PAIR.match(folded, at, limit)
    if pair and at > head_end:
        return pair.end()
    left = _LEFT_SPACE if at == head_end else _SPACES_ON if folded.endswith(_ON_WHAT, head_end, at) else None
    over = left.match(folded, at, limit) if left is not None else None
    if over is not None:
        return over.end()
    number = _NUMBER_OF_NAME.match(folded, at, limit)
    if number and at > head_end and folded[at - 1] > "z":
        return number.end()
    goes_on = _GOES_ON.match(folded, at, limit)
    if goes_on:
        return goes_on.end()
    longer = _longer(scan, at, head_end, limit)
    if longer > at:
        return longer
    latin = _LATIN_RUN.match(folded, at, limit)
    if latin and not _LONE_NUMBER.match(latin.group()):
        name = scan.names_at.get(at + 1)
        dated = name is not None and name.type == "Framework" and BARE_YEAR.match(folded, name.end, limit)
        return name.end if name is not None and dated else latin.end()
    spaced = _SPACES.match(folded, at, limit)
    if spaced:
        named = scan.names_at.get(spaced.end())
        if named is not None and folded.startswith("การประชุม", named.start):
            return at
        if named is not None and named.type in ("Framework", "Organization") and at == head_end:
            return named.end
        if named is not None and named.type == "Framework":
            return named.end
        if named is not None and named.type in _PARTIES and folded.endswith(("ระหว่าง", "กับ"), head_end, at):
            # ``… ระหว่าง กระทรวง ก กับ กระทรวง ข``: whose meeting it is, with spaces between them.
            return named.end
    return at


def _longer(scan: Scan, at: int, head_end: int, limit: int) -> int:
    """How far over the space at ``at`` a long name runs: to what closes it, or its last subject."""
    closed = _CLOSED.match(scan.folded, at, limit)
    if closed and at > head_end and _is_plain(scan, *closed.span(1)):
        return closed.end()
    listed = _SUBJECTS.match(scan.folded, at, limit)
    if listed is None or _ABOUT.search(scan.folded, head_end, at) is None:
        return at
    words = (scan.verbs_at.get(place) for place in scan.marks(at, listed.end() + 1))
    others = any(word is None or word.value not in _ACTS_IN_NAMES for word in words)
    # What is an event of its own is none of them: ``การประชุมว่าด้วยการค้า และการหารือกับ A``.
    event = scan.word_at("nouns", listed.end())
    return at if others or event is not None else listed.end()


def _is_plain(scan: Scan, start: int, end: int) -> bool:
    """Whether ``[start, end)`` holds no act, person, post or further meeting, and opens no clause."""
    folded = scan.folded
    if _STOP.match(folded, start) or folded.startswith(("และ", "กับ", "หรือ", "ณ"), start):
        return False
    return not scan.marks(start, end) and folded.find("ประชุม", start, end) < 0 and start not in scan.breaks


def _thai_run(scan: Scan, at: int, head_end: int, limit: int) -> int:
    """Where the run of Thai letters from ``at`` ends; what stands in a name of the lexicon ends nothing."""
    position = at
    while position < limit:
        window = min(limit, position + _WINDOW)
        halt = _HALT.search(scan.folded, position, window)
        while halt is not None and halt["held"]:
            halt = _HALT.search(scan.folded, halt.end(), window)
        sure = window if window == limit else window - _MARGIN
        stop = min(halt.start(), sure) if halt else sure
        name = scan.name_from(position, stop)
        if name is not None and name.end > limit:
            name = None
        if name is not None and name.type in _PLACES and _is_at(scan.folded, position, name.start):
            return name.start - len("ที่")
        end = _act_before(scan, position, stop if name is None else name.start + 1, head_end)
        if end >= 0:
            return end
        if name is None and stop < sure:
            return stop
        position = sure if name is None else name.end
    return position


def _is_at(folded: str, start: int, place: int) -> bool:
    """Whether a place is told by ``ที่``, which is no part of ``พื้นที่``."""
    return folded.endswith("ที่", start, place) and not folded.endswith(_WHOLE_IN_THI, start, place)


def _act_before(scan: Scan, start: int, stop: int, head_end: int) -> int:
    """Where an act or a person in ``[start, stop)`` ends the name of a meeting; -1 if none does."""
    for place in scan.marks(max(start, head_end + 1), stop):
        verb = scan.verbs_at.get(place)
        if verb is not None and verb.value not in _ACTS_IN_NAMES:
            return place
        if place in scan.honorifics_at and scan.folded.endswith(("กับ", "และ"), 0, place):
            return place - 3
    return -1


def ends_mechanism(scan: Scan, at: int) -> bool:
    """Whether the name of a mechanism ends at ``at``."""
    hit = scan.name_over(at - 1)
    return hit is not None and hit.end == at and hit.type == "Framework"


def is_fair(scan: Scan, head_end: int, at: int) -> bool:
    """Whether the name of a fair or of games ends at ``at``: ``งานพืชสวนโลก 2030``, ``ซีเกมส์ 2568``."""
    word = scan.folded[max(0, head_end - len("งานพืชสวนโลก")) : at]
    return "งาน" in word or "เทศกาล" in word or word.endswith("เกมส์")
