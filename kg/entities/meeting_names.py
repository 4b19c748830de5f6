"""What a name of a meeting says: that it is a meeting at all, and which one of its series."""

from __future__ import annotations

import re

from kg.expressions import expression
from kg.lexicon import any_of
from kg.mentions.meeting_mention import MeetingMention
from kg.text import fold

# A number, a year or a name in Latin letters with a number behind it; ASEAN Plus 3 and Group of 77 have none.
_ONE_OF_ITS_SERIES = expression(
    r"(?:ครั้งที่|สมัยที่|รุ่นที่) ?\d|(?<!\d)(?:19|20|25)\d\d(?!\d)|\d(?:st|nd|rd|th)\b|(?<=[a-z])(?<!plus)(?<!of) \d",
    re.IGNORECASE,
)


def names_one_meeting(name: str) -> bool:
    """Whether a name of a meeting tells it from all others, by a number or a year.

    >>> names_one_meeting("การประชุมผู้นำบิมสเทค ครั้งที่ 6"), names_one_meeting("การประชุมสุดยอดอาเซียน")
    (True, False)
    """
    return _ONE_OF_ITS_SERIES.search(fold(name)) is not None


# Of which series the first of these is, is told by what stands around it.
_OF_NO_SERIES = expression("(?:(?:การ|ที่)?ประชุม(?:ฯ|สามัญ|วิสามัญ|พิจารณา|หารือ)?|การเจรจา) ?(?:ครั้งที่|สมัย)")


def tells_its_series(name: str) -> bool:
    """Whether a name tells one meeting from all others, its series too.

    >>> tells_its_series("การประชุมผู้นำบิมสเทค ครั้งที่ 6"), tells_its_series("การประชุม ครั้งที่ 6")
    (True, False)
    """
    return names_one_meeting(name) and _OF_NO_SERIES.match(name) is None


# A cabinet counts its meetings anew each year; two cabinets that meet as one count theirs through the years.
_OF_A_YEAR = expression(r"(?:การ|ที่)?ประชุม ?(?:คณะรัฐมนตรี|ครม)(?!\.? ?ร่วม)")


def counts_each_year(name: str) -> bool:
    """Whether a name of a meeting has a number that each year has again, and does not say which year.

    >>> counts_each_year("การประชุมคณะรัฐมนตรี ครั้งที่ 6"), counts_each_year("การประชุมคณะรัฐมนตรีร่วม ครั้งที่ 6")
    (True, False)
    """
    return _OF_A_YEAR.match(name) is not None


_MEETING = expression(rf"\b{any_of('latin_meetings')}\b", re.IGNORECASE)


def names_a_meeting(name: str) -> bool:
    """Whether a name in Latin letters is that of a meeting, and not that of its framework.

    >>> names_a_meeting("The 10th ADMM-Plus"), names_a_meeting("Mekong Summit"), names_a_meeting("BIMSTEC")
    (True, True, False)
    """
    return names_one_meeting(name) or _MEETING.search(name) is not None


def ordinal_text(mention: MeetingMention) -> str:
    """The ordinal as a name carries it: `` ครั้งที่ 38 และ 39``."""
    if not mention.ordinals or "ครั้งที่" in mention.series:
        return ""
    if any(str(n) in mention.series for n in mention.ordinals):
        return ""
    return " ครั้งที่ " + " และ ".join(str(n) for n in mention.ordinals)
