"""Meetings by name: head noun, level, parties, ordinal, edition, special or informal, Latin name, acronym."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.mentions.brackets import names_of_meeting
from kg.mentions.meeting_heads import BARE_YEAR, LATIN_MEETING, NUMBERED, edition_year, meeting_heads
from kg.mentions.meeting_mention import NEXT_ONE, SPECIAL, MeetingMention, MeetingName, edition_of, mention_of
from kg.mentions.meeting_run import ORDINAL, ends_mechanism, is_fair, numbers_of, step_on
from kg.mentions.scan import Scan
from kg.text import Span, without_brackets

_CAPITAL = expression("[A-Z]")
# Of two years neither is the edition: ``ประจำปี 2564-2565``.
_YEAR = expression(r"ฯ? ?(?:ประจำปี|ปี) ?(?:พ\.ศ\. ?|ค\.ศ\. ?)?(\d{4})( ?[-–] ?\d{4})?")
_BRACKET = expression(r" {0,2}\(((?:[^()\n]|\([^()\n]{1,60}\)){2,200})\)")
# ``การประชุมรัฐมนตรีกลาโหมอาเซียน หรือ ADMM ครั้งที่ 17``: its short form stands behind a name.
_ALSO = expression(r" ?หรือ ?([A-Z][A-Za-z0-9+'’-]*(?: [A-Z0-9&][A-Za-z0-9+'’-]*){0,7})")
_GROUP = expression(r" ?\([^()A-Za-z\n]{3,60}\)(?= ?ครั้งที่)")
# Behind these nouns a name in Latin letters is one, be it short: ``งาน ABCDE``.
_LATIN_EVENT = expression(
    rf"(?:{alternatives('events_before_names')}|การฝึก)" r' ?(?:"?[A-Z][A-Za-z]|\d{1,3}(?:st|nd|rd|th) )'
)
_LOWER = expression(" ?[a-z]")
# What a meeting prepares, as it leads to the name of that: ``เตรียมการคณะผู้แทนไทยสำหรับ``, ``เตรียม``.
_PREPARES = expression(
    rf"(?:เพื่อ)?{any_of('verbs_of_preparing')}[ก-ฺเ-๎]{{0,40}}?(?:สำหรับ|ก่อน|เข้าร่วม|ใน|จัด)?(?=การประชุม)"
)
_AND_NEXT = expression(rf" ?(?:และ|{any_of('joins_more')})?[ ,]*+(?=การประชุม)")
_RELATED = expression(r"(?:อื่น ?ๆ ?)?(?:ระดับ[ก-ฺเ-๎]{2,20})?ที่เกี่ยวข้อง")
# An opening that is told by no more than that.
_OPENING = expression(
    r"พิธี(?:เปิด|ปิด)(?:(?:การประชุม|งาน)(?:อย่างเป็นทางการ)?)?"
    r'(?=[ \n](?!["A-Z\d])|$|และ(?:พิธี|การ)|ใน(?!นาม)|ซึ่ง|โดย|ณ)'
)
# Behind the noun that points to a series: the turn that is meant, ``การประชุมฯ ครั้งที่ 6``.
_TURN = rf"(?:ใน)?(?:ครั้งที่ ?\d|{any_of('turns_of_meetings')}{any_of('turns_to_come')})"
_POINTED = expression(rf" ?(?:ฯ ?|ใน)(?={_TURN})")
_LOOSE_ENDS = tuple(sorted(words_of("loose_ends_of_names"), key=len, reverse=True))
# Names that hold words of meetings, and are none.
_NO_MEETINGS = frozenset({"Initiative", "OutcomeDocument", "Organization"})
_WHOLE_ENDS = (*words_of("whole_words_in_thi"), "ติดตาม")  # words that end like a loose one
# A session, a side event or a meal, and whose it is: ``การประชุมเต็มคณะ (Plenary) ของ | การประชุม M``.
_SESSION_OF = expression(
    r"พิธี(?:เปิด|ปิด)|"
    rf"(?:การแถลงข่าวร่วม|การอภิปรายทั่วไป|(?P<sitting>{any_of('sessions_of_meetings')}))"
    r"(?: ?\([^()\n]{2,60}\))?(?: ?(?:ของ|ใน)| ?(?=การประชุม))|"
    rf"งาน{any_of('meals')}[ก-ฺเ-๎]{{0,24}}?(?:ของ|ใน(?!นาม|โอกาส)|(?:สำหรับ|แก่)[ก-ฺเ-๎/]{{2,24}}?ที่(?:มา)?เข้าร่วม)"
)
# Nouns of events that name one, be there nothing behind them.
_WHOLE_NAMES = words_of("events_named_by_nouns")
_REF_NEXT = expression(rf" ?ฯ(?! ?{_TURN})| ครั้งนี้|{alternatives('points_back', 'this_turn')}| ?$|\n")
# No name of one meeting: ``การประชุมระดับสูงอื่น ๆ``, ``การประชุมคณะทำงานสาขาต่าง ๆ``.
_SEVERAL = expression(r" ?อื่น ?ๆ|(?<=สาขา) ?ต่าง ?ๆ")
_MODE_FIRST = expression(r"(?:ใน)?(?:รูปแบบ|ระบบ|แบบ)[ก-ฺเ-๎]{3,24}?ของ")

_MECHANISMS = frozenset({"Framework", "Organization"})
_SESSIONS = 4  # of one another, ``พิธีเปิดการแถลงข่าวของการประชุม M``
_LONGEST_QUOTED = 160
# ``การประชุมสุดยอด M ครั้งที่ 46 (Plenary)``: a sitting of the whole, whose name it is not.
_SITTING = expression(rf"(?i:(?:Leaders['’] ?)?{any_of('sittings')}(?: Session)?)")
_QUOTED = expression(r' ?"[^"\n]{3,140}"')
_BESIDE_TITLE = expression(
    r" ?(?:ครั้งที่ ?(\d{1,3})(?!\d|/)|(?:ประจำปี|ปี) ?(?:[พค]\.ศ\. ?)?(\d{4})(?! ?[-–]|\d)|"
    r"\(([^()\n]{0,60}[A-Z][^()\n]{0,80})\))"
)
# What may stand beside the series in a name, whichever it is: most places have none of it.
_BESIDE = expression(
    "|".join(
        each.pattern for each in (ORDINAL, NEXT_ONE, SPECIAL, _YEAR, BARE_YEAR, _QUOTED, _ALSO, _BRACKET)
    )
)
# Behind these a name ends in quotation marks.
_LEADS_TO_TITLE = words_of("leads_to_titles")


def recognize_meetings(scan: Scan, start: int, end: int) -> list[MeetingMention]:
    """The meetings named in ``[start, end)``, in order; mere references to one are left out."""
    found: list[MeetingMention] = []
    at = start
    for head in meeting_heads(scan, start, end):
        if head[0] < at:
            continue
        mention = read_meeting(scan, head[0], head[1], end)
        if mention is None:
            continue
        known = scan.name_over(mention.span.start)
        if known is not None and known.end >= mention.span.end and known.type in _NO_MEETINGS:
            # ``ศูนย์อาเซียนเพื่อการศึกษาและการหารือ…``: a part of the name of something else.
            continue
        found.append(mention)
        at = mention.span.end
    return found


def read_meeting(
    scan: Scan, start: int, head_end: int, limit: int, sessions: int = _SESSIONS
) -> MeetingMention | None:
    """The meeting whose name begins at ``start`` with a head noun, to ``head_end``; or a session of it."""
    folded = scan.folded
    opening = _OPENING.match(folded, start, limit)
    if opening is not None:
        return mention_of(scan, start, opening.end(), MeetingName(sure=True))
    if _REF_NEXT.match(folded, head_end, limit) and not folded.startswith(_WHOLE_NAMES, start):
        return None
    ceremony = _ceremony(scan, start, limit, sessions - 1) if sessions else None
    ceremony = ceremony or _quoted(scan, start, head_end, limit)
    ceremony = ceremony or (_preparatory(scan, start, head_end, limit, sessions - 1) if sessions else None)
    if ceremony is not None:
        return ceremony
    at = head_end
    name = MeetingName(sure=folded.startswith(_WHOLE_NAMES, start))
    if turn := _POINTED.match(folded, at, limit):
        name.cuts.append(turn.span())
        name.pointed, at = "ฯ" in turn.group(), turn.end()
    if head_end == start:
        at = _without_noun(scan, name, start, limit)
        if at < 0:
            return None
    modal = _MODE_FIRST.match(folded, at, limit)
    if modal:
        at = modal.end()
    while at < limit:
        beside = _BESIDE.match(folded, at, limit) is not None
        step = (beside and _beside_series(scan, name, at, head_end, limit)) or step_on(
            scan, at, head_end, limit
        )
        if step <= at:
            break
        at = step
    at = _without_loose_end(scan, name, head_end, _without_host(scan, head_end, at))
    name.sure = name.sure or (
        _LATIN_EVENT.match(folded, start, at) is not None and not _LOWER.match(scan.document.text, at, limit)
    )
    if at <= head_end and head_end > start and not name.sure:
        return None
    if _SEVERAL.match(folded, at, limit) and not name.ordinals and not name.latin:
        return None
    return mention_of(scan, start, at, name)


# What stands before the state whose turn it is, the longer first.
_WHOSE = ("ของประเทศ", "ของ")


def _without_noun(scan: Scan, name: MeetingName, start: int, limit: int) -> int:
    """Where a name ends that begins with no head noun: one in Latin letters, an edition; -1 for none."""
    match = LATIN_MEETING.match(scan.folded, start, limit)
    if match is not None:
        name.latin.append(scan.document.text[start : match.end()])
        return match.end()
    mechanism = scan.names_at.get(start)
    if mechanism is not None and mechanism.end < limit and NUMBERED.match(scan.folded, mechanism.end, limit):
        return mechanism.end
    year = edition_year(scan, mechanism) if mechanism is not None else None
    if year is None or year.end() > limit:
        return -1
    name.edition = edition_of(year.group(1))
    return year.end()


def _without_loose_end(scan: Scan, name: MeetingName, head_end: int, at: int) -> int:
    """The end of a name that ran to ``at``, without signs and joining words that lead nowhere."""
    folded = scan.folded
    at = head_end + len(folded[head_end:at].rstrip(" -:"))
    if not folded.endswith(_LOOSE_ENDS, head_end, at) or folded.endswith(_WHOLE_ENDS, head_end, at):
        return at
    loose = next(word for word in _LOOSE_ENDS if folded.endswith(word, head_end, at))
    if not (name.cuts and name.cuts[-1][1] == at) and not scan.name_over(at - 1):
        at = head_end + len(folded[head_end : at - len(loose)].rstrip(" -:"))
    return at


def _without_host(scan: Scan, head_end: int, at: int) -> int:
    """``การประชุมเอเปคของไทย``: whose turn it is to hold a mechanism's meeting is no part of its name."""
    state = scan.name_over(at - 1)
    if state is None or state.type != "Country" or state.end != at:
        return at
    whose = next((word for word in _WHOSE if scan.folded.endswith(word, head_end, state.start)), "")
    end = state.start - len(whose)
    of = scan.name_over(end - 1) if whose and end > head_end else None
    return end if of is not None and of.end == end and of.type in _MECHANISMS else at


def _ceremony(scan: Scan, start: int, limit: int, sessions: int) -> MeetingMention | None:
    """``พิธีเปิดการประชุม M``, ``การแถลงข่าวร่วมของการประชุม M``: the session, with the meeting that it is of."""
    session = _SESSION_OF.match(scan.folded, start, limit)
    opened = scan.word_at("nouns", session.end()) if session else None
    if opened is None or opened.value != "Meeting":
        return None
    meeting = read_meeting(scan, opened.start, opened.end, limit, sessions)
    if meeting is None or not (meeting.named or meeting.edition or _titled(scan, meeting)):
        return None
    # ``การประชุมเต็มคณะของ | การประชุม M``: a sitting of the whole is called by that alone.
    end = session.end("sitting") if session is not None and session["sitting"] else meeting.span.end
    series = " ".join(without_brackets(scan.document.text[start:end]).split())
    return MeetingMention(
        Span(start, meeting.span.end), series, (), "", (), (), "", special=False, of=meeting
    )


def _preparatory(scan: Scan, start: int, head_end: int, limit: int, sessions: int) -> MeetingMention | None:
    """``การประชุมเตรียมการสำหรับการประชุม M ครั้งที่ 2 และการประชุม N``: what it prepares ends its name.

    The numbers are those of M and N, at which nobody is yet.
    """
    prepares = (
        _PREPARES.match(scan.folded, head_end, limit) if "ประชุม" in scan.folded[start:head_end] else None
    )
    many = prepares is not None and prepares.group().startswith("เพื่อ")
    end = -1
    while prepares is not None:
        opened = scan.word_at("nouns", prepares.end())
        if opened is None or opened.value != "Meeting":
            break
        prepared = read_meeting(scan, opened.start, opened.end, limit, sessions)
        related = None if prepared is not None else _RELATED.match(scan.folded, opened.end, limit)
        if prepared is None and (related is None or end < 0):
            break
        many = many or end >= 0
        end = prepared.span.end if prepared is not None else (related.end() if related else end)
        prepares = _AND_NEXT.match(scan.folded, end, limit)
    if end < 0 or not many:
        return None
    series = " ".join(scan.document.text[start:end].split())
    names = tuple(scan.names_within(start, end))
    return MeetingMention(Span(start, end), series, (), "", (), names, "", special=False)


def _titled(scan: Scan, meeting: MeetingMention) -> bool:
    """Whether a meeting has a title in quotation marks."""
    return scan.folded.find('"', meeting.span.start, meeting.span.end) >= 0


def _quoted(scan: Scan, start: int, head_end: int, limit: int) -> MeetingMention | None:
    """A name in quotation marks goes to where they close, unless the quotation is a sentence."""
    folded = scan.folded
    if not start or folded[start - 1] != '"':
        return None
    end = folded.find('"', head_end, min(limit, head_end + _LONGEST_QUOTED))
    if end < 0 or any(place in scan.moods_at for place in scan.marks(start, end)):
        return None
    name = MeetingName(sure=True)
    for ordinal in ORDINAL.finditer(folded, head_end, end):
        name.ordinals.append(int(ordinal.group(1)))
        name.cuts.append(ordinal.span())
    return mention_of(scan, start, end, name)


def _beside_series(scan: Scan, name: MeetingName, at: int, head_end: int, limit: int) -> int:
    """Read an ordinal, a year, a bracket or ``สมัยพิเศษ`` at ``at`` into ``name``; 0 where none is there.

    A bracket without Latin letters is no name: it ends the meeting's own.
    """
    folded = scan.folded
    ordinal = _ordinal(scan, name, at, head_end, limit)
    if ordinal:
        return ordinal
    following = NEXT_ONE.match(folded, at, limit) if not name.ordinals else None
    if following:
        name.sure = True
        return following.end()
    special = SPECIAL.match(folded, at, limit)
    if special:
        name.special = True
        return special.end()
    year = _YEAR.match(folded, at, limit)
    if year and at > head_end and not name.ordinals:
        name.edition = "" if year.group(2) else edition_of(year.group(1))
        name.cuts.append(year.span())
        return year.end()
    bare = BARE_YEAR.match(folded, at, limit)
    dated = ends_mechanism(scan, at) or is_fair(scan, head_end, at)
    if bare and not name.ordinals and not name.edition and dated:
        name.edition = edition_of(bare.group(1))
        yearly = len("ประจำปี") * folded.endswith("ประจำปี", head_end, at)
        name.cuts.append((at - yearly, bare.end()))
        return bare.end()
    if at == head_end or folded.endswith(_LEADS_TO_TITLE, head_end, at):
        quoted = _QUOTED.match(folded, at, limit)
        if quoted:
            name.sure = True
            _beside_title(scan, name, at, quoted.end())
            return quoted.end()
    also = _ALSO.match(scan.document.text, at, limit) if at > head_end else None
    if also:
        name.latin.append(also.group(1))
        name.cuts.append(also.span())
        return also.end()
    bracket = _BRACKET.match(scan.document.text, at, limit)
    if bracket:
        inside = " ".join(bracket.group(1).split())
        if not _CAPITAL.search(inside):
            group = _GROUP.match(folded, at, limit)
            return group.end() if group else at
        if not (name.ordinals and _SITTING.fullmatch(inside)):
            name.latin += names_of_meeting(inside)
        name.cuts.append(bracket.span())
        return bracket.end()
    return 0


def _beside_title(scan: Scan, name: MeetingName, start: int, end: int) -> None:
    """Read what stands beside the series within quotation marks: ``งาน "วัน ก ครั้งที่ 3 ปี 2566 (A Day)"``."""
    for told in _BESIDE_TITLE.finditer(scan.folded, start, end):
        ordinal, year, bracket = told.groups()
        if ordinal:
            name.ordinals.append(int(ordinal))
        elif bracket:
            name.latin += names_of_meeting(" ".join(scan.document.text[slice(*told.span(3))].split()))
        elif name.edition not in ("", edition_of(year)):
            continue
        else:
            name.edition = edition_of(year)
        name.cuts.append(told.span())


def _ordinal(scan: Scan, name: MeetingName, at: int, head_end: int, limit: int) -> int:
    """Read an ordinal at ``at`` into ``name``; 0 where none is there, ``at`` where it is another's."""
    found = ORDINAL.match(scan.folded, at, limit)
    if found is None:
        return 0
    if found.group(2) and name.edition and not scan.folded.startswith("คณะ", head_end):
        # ``คณะกรรมการเตรียมเอเปค 2565 ครั้งที่ 2/2565``: it is boards that count their meetings by the year.
        return at
    numbers, end = numbers_of(found)
    name.ordinals += numbers
    if found.group(2):
        name.edition, name.yearly = edition_of(found.group(2)), True
    name.cuts.append((found.start(), end))
    return end
