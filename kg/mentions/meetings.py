"""Meetings by name: head noun, level, parties, ordinal, edition, special or informal, Latin name, acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.errors import UsageError
from kg.lexicon import NameHit
from kg.mentions.scan import Scan, Word
from kg.text import Span
from kg.values.calendars import to_gregorian

_ORDINAL = re.compile(
    r" {0,2}(?:ครั้งที่|ครั้ง(?= ?\d)|สมัยที่) {0,2}(\d{1,3})(?:/(\d{4}))?((?: ?(?:และ|,|-|"
    r"&) ?(?:ครั้งที่ ?)?\d{1,3}(?![\d.]))*)"
)
_LATIN_ORDINAL = re.compile(r"(?<![A-Za-z0-9])(\d{1,3})(?:st|nd|rd|th)(?![A-Za-z])")
_SPECIAL = re.compile(r" ?(?:สมัยพิเศษ|สมัยสามัญ|วาระพิเศษ|นัดพิเศษ|อย่างไม่เป็นทางการ|\(อย่างไม่เป็นทางการ\))")
_YEAR = re.compile(r" ?(?:ประจำปี|ปี) ?(?:พ\.ศ\. ?|ค\.ศ\. ?)?(\d{4})")
_BRACKET = re.compile(r" ?\(([^()\n]{2,200})\)")
_LATIN_RUN = re.compile(
    r" {0,2}(?=[A-Z0-9])[A-Za-z0-9&'+.-]*[A-Za-z][A-Za-z0-9&'+.-]*"
    r"(?: {1,2}(?:(?:of|on|for|the|and|in|to|with|x) ){0,3}[A-Z0-9&-][A-Za-z0-9&'+.-]*)*"
)
# A long name with a space in it is known by what closes it: a bracket with its Latin form, or an ordinal.
_CLOSED = re.compile(r" ([ก-ฺเ-๎]{3,60})(?= {0,2}\([A-Z]| {0,2}ครั้งที่ {0,2}\d)")
_GROUP = re.compile(r" ?\([^()A-Za-z\n]{3,60}\)(?= ?ครั้งที่)")
_NUMBER_OF_NAME = re.compile(r" ?- ?\d{1,2}(?![\d.,:])(?! ?[ก-ฮ]\.)")
_LOOSE_ENDS = (" กับ", " และ", "ของ", "กั", "อย่าง", "อย่างไม่", "ในรูป", "ใน", "และ")
_GOES_ON = re.compile(
    r" {1,2}(?:\d{1,2} ประเทศ)?(?=(?:ระดับ|ว่าด้วย|ด้าน|บวกสาม|\+|สำหรับ(?=คณะ)|กับ ?(?=[ก-ฮเ-ไ])|"
    r"ไทย ?-))| \d{1,2} ประเทศ"
)
_PAIR = re.compile(r" ?- ?(?=[ก-ฮเ-ไA-Z])")
_STOP = re.compile(
    r"(?:ที่(?=ไทย|กรุง|นคร|สำคัญ|เมือง|ประเทศ|จังหวัด|จะ|ผ่าน|มี|เกี่ยวข้อง|ได้|เป็น|สหรัฐ|จัด)|ซึ่ง|โดย|ผ่าน|ในวัน|"
    r"ในเดือน|ในปี|ในช่วง|ในระหว่าง|ในครั้ง|ในฐานะ|ในห้วง|"
    r"ในรูปแบบ|เมื่อ|ระหว่างวันที่|ระหว่าง(?=\d)|ภายใต้หัวข้อ|ครั้งนี้|ดังกล่าว|ครั้งล่าสุด|ครั้งต่อไป|เพื่อ(?=หารือ|ฉลอง|แลก|"
    r"ให้|ผลัก|พิ)|"
    r"ให้|จะ|ได้|(?<!ความ)(?<!อย่าง)(?<!ไม่)เป็น|ต่อจาก|ตามคำ|จึง|อันเป็น|มี(?!ส่วน|ติ)|ร่วมกับ|และการประชุม|และ(?=ได้|ยัง|จะ|รับ|พบ|หารือ)|พร้อม|"
    r"ต่อไป|แบบ|ตลอด|รวมถึง|ซึ่ง|ทั้งนี้|นี้|ฯ|ยัง|ต้อง|ก่อน|หลัง(?!ยา)|(?<!ระห)(?<!รัฐมนตรี)(?<!ผู้)ว่า(?!ด้วย)|ที่นคร|ในประเทศ|ในกรอบ|"
    r"ภายใต้กรอบ)"
)
_BEFORE_BAN = ("ศูนย์", "ห้อง", "ระบบ", "สถานที่จัด", "หอ", "อาคาร")
_REF_NEXT = re.compile(r"(?: ?ฯ|ครั้งนี้| ครั้งนี้|ในครั้งนี้|ดังกล่าว|นี้|ที่เกี่ยวข้อง|อื่น ?ๆ|ต่าง ?ๆ| ?$|\n)")
_ACRONYM = re.compile(r"^(?:\d{1,3}(?:st|nd|rd|th) )?[A-Z][A-Za-z0-9+ -]{1,46}$")
_LEVEL = re.compile(r"(?:ระดับ)?(?:เจ้าหน้าที่|รัฐมนตรี|สุดยอด|ผู้นำ|คณะ|สมัชชา)")
_NOT_A_SERIES = re.compile(
    r"^(?:การ|ที่)?ประชุม(?:ออนไลน์|ทางไกล|ผ่าน|วิดีโอ|แบบ|แห่งชาติ|ใหญ่$|ร่วม$|หารือ$|ระหว่างประเทศ$|ดังกล่าว|ภาย|อย่าง|เห็น|แรก|"
    r"เชิง|ใน(?:ครั้ง|วัน)|เสร็จ|วันที่|เพื่อ|นาน|ทุก|มา(?!เล|ตร)|ที่(?:สำคัญ|เกี่ยวข้อง|ผ่านมา))"
)
_MODE_FIRST = re.compile(r"(?:ใน)?(?:รูปแบบ|ระบบ|แบบ)[ก-ฺเ-๎]{3,24}?ของ")
_COMMITTEE = re.compile(r"^(?:การ|ที่)?ประชุม(?:หารือ)?(คณะ(?:กรรมการ|กรรมาธิการ|มนตรี|ทำงาน|อนุกรรมการ)\S*)")
_PREPARATORY = re.compile(r"^(?:การ|ที่)?ประชุมคณะ(?:กรรมการ|ทำงาน|อนุกรรมการ)เพื่อเตรียม")
_MEETING_OF = re.compile(r"^(?:การ|ที่)?ประชุม(?:หารือ)?")
_SPACES = re.compile(" {1,2}")
_LATIN_HEAD = re.compile(" (?:Summit|Meeting|Retreat|Forum|Conference|Dialogue)")
_LATIN_WORDS = re.compile(r"[A-Z\d][A-Za-z\d+ -]*")
_LATIN_MEETING = re.compile(
    r"(?:\d{1,3}(?:st|nd|rd|th) (?:[A-Z][A-Za-z+-]+ ){1,6}(?:Meeting|Forum|Conference|Dialogue)|"
    r"(?:\d{1,3}(?:st|nd|rd|th) )?(?:[A-Z][A-Za-z+-]+ ){1,6}(?:Summit|Retreat))(?![A-Za-z])"
)
# Where a run of the letters of a name breaks off: at what is none of them, at a word that ends the
# name, at an ordinal.
# It is looked for in windows, so that a long run costs no more than it is long; what a word leads to
# must be seen to know it, so the last letters of a window are left to the next.
_WINDOW = 160
_MARGIN = 40
_HALT = re.compile(rf"[^ก-ฺเ-๎/]|{_STOP.pattern}|{_ORDINAL.pattern}")
# Nouns that a verb of attendance may hold at its end (``ร่วม|การประชุม``), before shorter ones in them.
_HELD_NOUNS = ("การประชุม", "ประชุม", "พิธี", "งาน", "การหารือ", "การ")
# Acts that may be a part of a meeting's name (``การประชุมส่งเสริม…``).
_ACTS_IN_NAMES = frozenset("discuss support propose launch attend-noun host-noun adopt".split())


class MeetingMention(NamedTuple):
    """A meeting named in the text: ``text[span]`` from head noun to the end of the name.

    ``series`` is the name without ordinal, year and brackets; ``ordinals`` its numbers; ``edition`` a
    Gregorian year that is part of its name or empty; ``latin`` names in brackets; ``names`` are the
    lexicon names inside; ``committee`` the body that meets, where it is a committee; ``modes`` how it
    meets; ``shortened`` tells that the name stands shortened by ``ฯ``.
    """

    span: Span
    series: str
    ordinals: tuple[int, ...]
    edition: str
    latin: tuple[str, ...]
    names: tuple[NameHit, ...]
    committee: str
    special: bool
    modes: tuple[str, ...] = ()
    shortened: bool = False

    @property
    def named(self) -> bool:
        """Whether the words name one meeting or series, beyond saying that there is one."""
        return bool(self.ordinals or self.names or self.latin or self.committee)


def recognize_meetings(scan: Scan, start: int, end: int) -> list[MeetingMention]:
    """The meetings named in ``[start, end)``, in order; mere references to one are left out."""
    found: list[MeetingMention] = []
    at = start
    for head in _heads(scan, start, end):
        if head[0] < at:
            continue
        mention = read_meeting(scan, head[0], head[1], end)
        if mention is not None:
            found.append(mention)
            at = mention.span.end
    return found


def _heads(scan: Scan, start: int, end: int) -> list[tuple[int, int]]:
    """Where names of meetings may begin: head nouns, and verbs that hold one."""
    heads: list[tuple[int, int]] = []
    folded = scan.folded
    for word in scan.within("nouns", start, end):
        if word.value != "Meeting":
            continue
        noun = folded[word.start : word.end]
        if noun == "ประชุม":
            continue
        if noun == "ที่ประชุม" and not _LEVEL.match(folded, word.end, end):
            continue
        if folded.endswith(_BEFORE_BAN, 0, word.start):
            continue
        heads.append((word.start, word.end))
    for word in scan.within("verbs", start, end):
        if word.value.endswith("-noun"):
            noun_start = noun_in(folded, word)
            if noun_start >= 0:
                heads.append((noun_start, word.end))
    if _LATIN_HEAD.search(folded, start, end):
        heads += [(at, at) for at in _latin_heads(folded, start, end)]
    # Of two that begin together the longer one comes first.
    heads.sort(key=lambda head: (head[0], -head[1]))
    return heads


def _latin_heads(folded: str, start: int, end: int) -> Iterator[int]:
    """Where names in Latin letters begin (``46th ASEAN Summit``); a bracket holds another form of a name."""
    for run in _LATIN_WORDS.finditer(folded, start, end):
        for match in _LATIN_MEETING.finditer(folded, run.start(), run.end()):
            bracket = folded.rfind("(", start, match.start())
            if bracket < 0 or folded.find(")", bracket, match.start()) >= 0:
                yield match.start()


def noun_in(folded: str, word: Word) -> int:
    """Where the head noun begins that a verb of attendance holds (``ร่วม|การประชุม``); -1 without one."""
    for noun in _HELD_NOUNS:
        at = folded.rfind(noun, word.start, word.end)
        if at >= 0 and at + len(noun) == word.end:
            return at
    return -1


@dataclass(slots=True)
class _Name:
    """What has been read of a meeting's name beside its series: ``cuts`` are no part of the series."""

    ordinals: list[int] = field(default_factory=list)
    edition: str = ""
    latin: list[str] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)
    special: bool = False


def read_meeting(scan: Scan, start: int, head_end: int, limit: int) -> MeetingMention | None:
    """The meeting whose name begins at ``start`` with a head noun that ends at ``head_end``."""
    folded, text = scan.folded, scan.document.text
    if _REF_NEXT.match(folded, head_end, limit):
        return None
    at = head_end
    name = _Name()
    if head_end == start:
        match = _LATIN_MEETING.match(folded, start, limit)
        if match is None:
            return None
        at = match.end()
        name.latin.append(text[start:at])
    modal = _MODE_FIRST.match(folded, at, limit)
    if modal:
        at = modal.end()
    while at < limit:
        step = _beside_series(scan, name, at, head_end, limit) or _step(scan, at, head_end, limit)
        if step <= at:
            break
        at = step
    while at > head_end and folded[at - 1] in " -:":
        at -= 1
    loose = next((word for word in _LOOSE_ENDS if folded.endswith(word, head_end, at)), "")
    if loose and not (name.cuts and name.cuts[-1][1] == at) and not scan.name_over(at - 1):
        at -= len(loose)
        while at > head_end and folded[at - 1] in " -:":
            at -= 1
    if at <= head_end and head_end > start:
        return None
    return _mention(scan, start, at, name)


def _beside_series(scan: Scan, name: _Name, at: int, head_end: int, limit: int) -> int:
    """Read an ordinal, a year, a bracket or ``สมัยพิเศษ`` at ``at`` into ``name``; 0 where none is there.

    A bracket without Latin letters is no name: it ends the meeting's own.
    """
    folded = scan.folded
    ordinal = _ORDINAL.match(folded, at, limit)
    if ordinal:
        name.ordinals += [int(ordinal.group(1)), *(int(n) for n in re.findall(r"\d+", ordinal.group(3)))]
        if ordinal.group(2):
            name.edition = _edition(ordinal.group(2))
        name.cuts.append(ordinal.span())
        return ordinal.end()
    special = _SPECIAL.match(folded, at, limit)
    if special:
        name.special = True
        return special.end()
    year = _YEAR.match(folded, at, limit)
    if year and at > head_end and not name.ordinals:
        name.edition = _edition(year.group(1))
        name.cuts.append(year.span())
        return year.end()
    bracket = _BRACKET.match(scan.document.text, at, limit)
    if bracket:
        inside = " ".join(bracket.group(1).split())
        if not re.search("[A-Z]", inside):
            group = _GROUP.match(folded, at, limit)
            return group.end() if group else at
        name.latin += _latin_names(inside)
        name.cuts.append(bracket.span())
        return bracket.end()
    return 0


def _edition(written: str) -> str:
    """The Gregorian year of an edition; empty where the number is no year."""
    try:
        return str(to_gregorian(int(written)))
    except UsageError:
        return ""


def _mention(scan: Scan, start: int, end: int, name: _Name) -> MeetingMention | None:
    """The mention of a name that was read; none where the words name no meeting in particular."""
    series = _series(scan.document.text, start, end, name.cuts)
    inner = _LATIN_ORDINAL.findall(series)
    ordinals = name.ordinals or [int(n) for n in inner]
    committee = _COMMITTEE.match(series)
    body = ""
    if committee and not _PREPARATORY.match(series):
        body = _MEETING_OF.sub("", series).strip()
    mention = MeetingMention(
        span=Span(start, end),
        series=series,
        ordinals=tuple(dict.fromkeys(ordinals)),
        edition=name.edition,
        latin=tuple(dict.fromkeys(name.latin)),
        names=tuple(scan.names_within(start, end)),
        committee=body,
        special=name.special,
        modes=tuple(word.value for word in scan.within("modes", start, end)),
        shortened=not ordinals and scan.folded.startswith("ฯ", end),
    )
    if not (mention.named or len(series) > 16) or _NOT_A_SERIES.match(series):
        return None
    return mention


def _step(scan: Scan, at: int, head_end: int, limit: int) -> int:
    """How far the name runs on from ``at``; ``at`` itself where it ends."""
    folded = scan.folded
    name = scan.names_at.get(at)
    if name is not None and name.end <= limit:
        return name.end
    if folded[at] in " -":
        return _over_space(scan, at, head_end, limit)
    latin = _LATIN_RUN.match(folded, at, limit)
    if latin:
        return latin.end()
    return _thai_run(scan, at, head_end, limit)


def _over_space(scan: Scan, at: int, head_end: int, limit: int) -> int:
    """How far the name runs on over the space or dash at ``at``."""
    folded = scan.folded
    pair = _PAIR.match(folded, at, limit)
    if pair and at > head_end:
        return pair.end()
    number = _NUMBER_OF_NAME.match(folded, at, limit)
    if number and at > head_end and folded[at - 1] > "z":
        return number.end()
    goes_on = _GOES_ON.match(folded, at, limit)
    if goes_on:
        return goes_on.end()
    closed = _CLOSED.match(folded, at, limit)
    if closed and at > head_end and _is_plain(scan, *closed.span(1)):
        return closed.end()
    latin = _LATIN_RUN.match(folded, at, limit)
    if latin and not re.match(r" \d{1,2}(?: |\.|$)", latin.group()):
        return latin.end()
    spaced = _SPACES.match(folded, at, limit)
    if spaced:
        named = scan.names_at.get(spaced.end())
        if named is not None and folded.startswith("การประชุม", named.start):
            return at
        if named is not None and named.type in ("Framework", "Organization") and at == head_end:
            return named.end
        if named is not None and named.type == "Framework":
            return named.end
    return at


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
        sure = window if window == limit else window - _MARGIN
        stop = min(halt.start(), sure) if halt else sure
        name = scan.name_from(position, stop)
        if name is not None and name.end > limit:
            name = None
        end = _act_before(scan, position, stop if name is None else name.start + 1, head_end)
        if end >= 0:
            return end
        if name is None and stop < sure:
            return stop
        position = sure if name is None else name.end
    return position


def _act_before(scan: Scan, start: int, stop: int, head_end: int) -> int:
    """Where an act or a person in ``[start, stop)`` ends the name of a meeting; -1 if none does."""
    for place in scan.marks(max(start, head_end + 1), stop):
        verb = scan.verbs_at.get(place)
        if verb is not None and verb.value not in _ACTS_IN_NAMES:
            return place
        if place in scan.honorifics_at and scan.folded.endswith(("กับ", "และ"), 0, place):
            return place - 3
    return -1


def _latin_names(inside: str) -> list[str]:
    """The names in a bracket: ``Full Name: ABC`` and ``Full Name - ABC`` are two."""
    parts = re.split(r"\s*[:：]\s*| [-–] (?=[A-Z]{2,})|(?<=[a-z])\s*/\s*", inside)
    names = [part.strip(" .,-–") for part in parts if len(part.strip()) > 1]
    acronym = names[-1] if len(names) > 1 and _ACRONYM.match(names[-1]) else ""
    return [*names] if acronym or len(names) == 1 else [inside]


def _series(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    pieces = []
    at = start
    for cut_start, cut_end in cuts:
        if cut_start < end:
            pieces.append(text[at:cut_start])
            at = cut_end
    pieces.append(text[at:end])
    return " ".join("".join(pieces).split()).strip(" -:")
