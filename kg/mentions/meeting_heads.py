"""Where the names of meetings begin: head nouns, verbs that hold one, names in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.expressions import expression
from kg.lexicon import NameHit, any_of, cue, entries_of, words_of
from kg.mentions.scan import Scan, Word
from kg.text import spaced_behind

# A bare year after the name of a mechanism is its edition (``เอเปค 2565``).
BARE_YEAR = expression(r" ?(?:ปี ?)?(?:[พค]\.ศ\. ?)?(20[0-3]\d|25[4-7]\d)(?![\d/.:-]| ?-)")
# Whoever hosts a mechanism in a year hosts that edition (``เป็นเจ้าภาพเอเปคในปี 2565``).
_HOSTED_YEAR = expression(
    r" ?(?:ใน|เมื่อ)?ปี ?(?:พ\.ศ\. ?|ค\.ศ\. ?)?(20[0-3]\d|19[5-9]\d|25[0-7]\d)(?![\d/.:-]| ?-)"
)
_OF_HOST = ("", "ของ", "ของประเทศ")
_HOST_OF = ("เป็นเจ้าภาพ", "เป็นเจ้าภาพจัด", "เป็นเจ้าภาพ ")
# What leads to an edition of a mechanism, where no noun says that it is a meeting.
_LEADS_TO_EDITION = spaced_behind(*words_of("leads_to_editions"))
_LEADS_TO_NUMBER = (*_LEADS_TO_EDITION, *words_of("leads_to_numbers"))
# A number behind the name of a mechanism makes it that of one meeting: ``เวที ABC ครั้งที่ 7``.
NUMBERED = expression(r" {0,2}(?:ครั้งที่|ครั้ง(?= ?\d)) {0,2}\d")
# Nouns of events too common to name one unless a name in Latin letters or in quotation marks follows.
_LATIN_NAME = expression(r' ?(?:["A-Z]|\d{1,3}(?:st|nd|rd|th) )')
_BARGAINING = "การเจรจา"
_NEEDS_NAME = {
    **dict.fromkeys(words_of("events_before_names"), _LATIN_NAME),
    **dict.fromkeys(words_of("games"), expression(r" ?(?:ครั้งที่ ?\d|20[0-4]\d|25[5-9]\d)")),
    "กิจกรรม": expression(r' ?(?:["A-Z]|[ก-ฺเ-๎-]{3,16} [A-Z])'),
    **dict.fromkeys(words_of("drills"), expression(r' ?"?[A-Z]')),
    "เทศกาล": expression(
        rf"{any_of('kinds_of_festivals')}[ก-ฺเ-๎-]{{0,40}}?"
        r"(?:ไทย ?-|- ?ไทย|[A-Z\"]| ?(?:ครั้งที่ ?\d|ประจำปี|20[0-4]\d|25[5-9]\d))"
    ),
    _BARGAINING: expression(r"(?!รอบ|ครั้ง)[^\n\d()]{3,50}(?:รอบ|ครั้ง)ที่ ?\d|รอบ(?:ที่ ?\d|ต่อไป|ถัดไป|หน้า)"),
}
_BEFORE_EVENT = words_of("glued_before_events")
_BEFORE_BAN = words_of("makes_no_meeting")
# ``พิธีการศุลกากร`` is paperwork and no ceremony.
_FORMALITY = expression(f"พิธีการ(?:ด้าน|ทาง)?{any_of('formalities')}")
_TALKS = ("การประชุม", "การหารือ")
_SECONDS = words_of("seconds_of_leaders")
# ``การหารือถึง…`` goes on to the subject and names no talk.
_TALK_ABOUT = expression(rf" ?{any_of('leads_from_talks', 'about')}")
# ``การหารือทวิภาคีกับ…`` names its guest, no session of a mechanism.
_TALK_OF = expression(f" ?{any_of('circles_of_talks')}?(?:ร่วมกัน)? ?(?:ระหว่าง|(?:ร่วม)?กับ) ?")
# ``การหารือระหว่างผู้นำอาเซียนกับ…`` is the name of a session.
_LEADERS = entries_of("leaders")
_LEVEL = expression(rf"(?:ระดับ)?{any_of('levels_of_meetings')}| ?ครม\.")
_LED_TO = ("latin_meetings_led_to", "latin_events_led_to")
_LATIN_HEAD = cue(
    *(f" {noun}" for noun in words_of("latin_meetings_alone", "latin_meetings_counted", *_LED_TO))
)
# ``งาน Japan - Laos Business Forum``: a state begins the name of an event.
_EVENT_BEHIND = expression(
    r" S|(?: ?[-–&] ?| (?:and |of |in )?)(?:[A-Z][A-Za-z'’.-]* (?:- |& |and |of |for |on )?){0,5}"
    rf"{any_of('latin_events_of_states')}(?![a-z])"
)
_BRACKETS = expression("[()]")
_LONGEST_BRACKET = 240
_LATIN_WORDS = expression(r"[A-Z\d][A-Za-z\d+ '’-]*")
# ``ASEAN Foreign Ministers' Retreat``
_WORD = "[A-Z][A-Za-z+'’-]{1,30}"
LATIN_MEETING = expression(
    rf"(?:\d{{1,3}}(?:st|nd|rd|th) (?:{_WORD} ){{1,6}}{any_of('latin_meetings_counted')}|"
    rf"(?:\d{{1,3}}(?:st|nd|rd|th) )?(?:{_WORD} ){{1,6}}{any_of('latin_meetings_alone')}|"
    rf"(?:{_WORD} ){{1,6}}{any_of('latin_meetings_counted', 'latin_meetings_led_to')} 20\d\d|"
    rf"(?:(?<=ประชุม )|(?<=ร่วม )|(?<=จัด ))(?:{_WORD} (?:[-–&] )?){{1,6}}"
    rf"{any_of(*_LED_TO)})(?![A-Za-z])"
)
# Nouns that a verb of attendance may hold at its end (``ร่วม|การประชุม``), before shorter ones in them.
_HELD_NOUNS = tuple(sorted(words_of("nouns_held_by_verbs"), key=len, reverse=True))
# ``ผู้เข้าร่วมประชุม``, ``พิธีเปิดงาน``: the verb behind these is part of another word.
_OF_ANOTHER = words_of("makes_no_act")
# ``จัดงานและประสบความสำเร็จ``: the noun that any event may have names none by itself.
_BARE, _NO_NAME = "งาน", words_of("no_name_of_event")
_OTHER_WORDS = words_of("words_in_ngan")


def meeting_heads(scan: Scan, start: int, end: int) -> list[tuple[int, int]]:
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
        if (
            folded.endswith(_BEFORE_BAN, 0, word.start)
            or (noun.startswith("พิธี") and _FORMALITY.match(folded, word.start))
            or (noun.startswith(_BARE) and folded.endswith(_OTHER_WORDS, 0, word.start))
        ):
            continue
        if noun in _TALKS and (
            _acts_behind(scan, word.end) or (noun == "การหารือ" and _is_of_people(scan, word.end, end))
        ):
            continue
        if noun in _NEEDS_NAME and not _is_event(scan, word, noun, end):
            continue
        heads.append((word.start, word.end))
    for word in scan.within("verbs", start, end):
        if word.value.endswith("-noun") and not folded.endswith(_OF_ANOTHER, 0, word.start):
            noun_start = noun_in(folded, word)
            nameless = folded[noun_start : word.end] == _BARE and folded.startswith(_NO_NAME, word.end)
            if noun_start >= 0 and not nameless:
                heads.append((noun_start, word.end))
    if scan.cued(_LATIN_HEAD, start, end):
        heads += [(at, at) for at in _latin_heads(folded, start, end)]
    heads += [
        (hit.start, hit.start)
        for hit in scan.names_within(start, end)
        if hit.type == "Framework" and is_edition(scan, hit)
    ]
    # Of two that begin together the longer one comes first.
    heads.sort(key=lambda head: (head[0], -head[1]))
    return heads


def _acts_behind(scan: Scan, at: int) -> bool:
    """``ในตอนท้ายของการประชุมนายกรัฐมนตรีได้…``: whether somebody acts behind the noun, who is no part of a name.

    Leaders meet by that word (``การประชุมผู้นำ``): with the title of one, or with a name, a sentence begins.
    """
    at += scan.folded.startswith(" ", at)
    post = scan.posts_at.get(at)
    leads = post is not None and (post.entry.leads or scan.folded.startswith(_SECONDS, at))
    return leads or at in scan.honorifics_at


def _is_of_people(scan: Scan, at: int, limit: int) -> bool:
    """``การหารือระหว่างนาย ก กับ…``, ``การหารือถึง…``: it is told by whose talk it is, or of what."""
    if _TALK_ABOUT.match(scan.folded, at, limit):
        return True
    between = _TALK_OF.match(scan.folded, at, limit)
    if between is None:
        return False
    post = scan.posts_at.get(between.end())
    if post is not None:
        return post.entry.id not in _LEADERS
    # ``มีการหารือกับองค์การ ก``: with whom talks are had has no session named after it.
    return between.end() in scan.honorifics_at or between.group().rstrip().endswith("กับ")


def _is_event(scan: Scan, word: Word, noun: str, limit: int) -> bool:
    """Whether a common noun of an event stands as a word of its own before a name that is the event's."""
    folded = scan.folded
    name = _NEEDS_NAME[noun].match(folded, word.end, limit)
    if noun == _BARGAINING:
        return name is not None
    if name is None or (
        word.start
        and folded[word.start - 1] not in ' \n"('
        and not folded.endswith(_BEFORE_EVENT, 0, word.start)
    ):
        return False
    start = word.end + (folded[word.end] in ' "') + folded.startswith(' "', word.end)
    hit = scan.names_at.get(start)
    return (
        hit is None
        or BARE_YEAR.match(folded, hit.end) is not None
        or _EVENT_BEHIND.match(folded, hit.end) is not None
    )


def is_edition(scan: Scan, hit: NameHit) -> bool:
    """Whether the name of a mechanism stands for a meeting of it: ``เป็นเจ้าภาพเอเปค 2565``, ``ABC ครั้งที่ 7``."""
    if hit.type != "Framework":
        return False
    if NUMBERED.match(scan.folded, hit.end):
        begins = not hit.start or scan.folded[hit.start - 1] in ' \n"('
        return begins or scan.folded.endswith(_LEADS_TO_NUMBER, 0, hit.start)
    return scan.folded.endswith(_LEADS_TO_EDITION, 0, hit.start) and edition_year(scan, hit) is not None


def edition_year(scan: Scan, hit: NameHit) -> re.Match[str] | None:
    """The year that makes the name of a mechanism the name of an edition; its first group is the number."""
    folded = scan.folded
    bare = BARE_YEAR.match(folded, hit.end)
    if bare is not None or not folded.endswith(_HOST_OF, 0, hit.start):
        return bare
    host = next((scan.names_at[at] for at in _after_of(folded, hit.end) if at in scan.names_at), None)
    whose = host.end if host is not None and host.type == "Country" else hit.end
    return _HOSTED_YEAR.match(folded, hit.end) or _HOSTED_YEAR.match(folded, whose)


def _after_of(folded: str, at: int) -> list[int]:
    """Where the state may begin whose turn it is: ``เอเปคของไทยในปี 2565``, ``เอเปคไทยปี 2565``."""
    return [at + len(of) for of in _OF_HOST if folded.startswith(of, at)]


def _latin_heads(folded: str, start: int, end: int) -> Iterator[int]:
    """Where names in Latin letters begin (``46th ASEAN Summit``); a bracket holds another form of a name."""
    for run in _LATIN_WORDS.finditer(folded, start, end):
        for match in LATIN_MEETING.finditer(folded, run.start(), run.end()):
            if not _in_bracket(folded, max(start, match.start() - _LONGEST_BRACKET), match.start()):
                yield match.start()


def _in_bracket(folded: str, start: int, at: int) -> bool:
    """Whether a bracket that opens behind ``start`` is open at ``at``; one within it may have closed."""
    depth = 0
    for sign in _BRACKETS.finditer(folded, max(start, folded.rfind("\n", start, at) + 1), at):
        # What closes none is behind the number of an item: ``2) การประชุม…``.
        depth = depth + 1 if sign.group() == "(" else max(0, depth - 1)
    return depth > 0


def noun_in(folded: str, word: Word) -> int:
    """Where the head noun begins that a verb of attendance holds (``ร่วม|การประชุม``); -1 without one."""
    for noun in _HELD_NOUNS:
        at = folded.rfind(noun, word.start, word.end)
        if at >= 0 and at + len(noun) == word.end:
            return at
    return -1
