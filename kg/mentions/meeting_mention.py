"""What a name of a meeting tells, once it is known how far it runs: its series, number, year and body."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kg.errors import UsageError
from kg.expressions import expression
from kg.lexicon import NameHit, alternatives, any_of, words_of
from kg.mentions.scan import Scan
from kg.text import Span
from kg.values.calendars import to_gregorian

_LATIN_ORDINAL = expression(r"(?<![A-Za-z0-9])(\d{1,3})(?:st|nd|rd|th)(?![A-Za-z])")
SPECIAL = expression(rf" ?(?:{alternatives('kinds_of_sessions')}|อย่างไม่เป็นทางการ|\(อย่างไม่เป็นทางการ\))")
# The next of a series is not the one that is on: ``การประชุมครั้งต่อไป``.
NEXT_ONE = expression(rf" ?{any_of('turns_of_meetings')}{any_of('turns_to_come')}(?!ๆ)")
# ``งาน Energy Week 2026``: a year that ends a name in Latin letters is its edition.
_YEAR_IN_NAME = expression(r"(?<=[A-Za-z] )(?:20[0-4]\d|25[5-9]\d)$")
_NOT_A_SERIES = expression(
    rf"^(?:การ|ที่)?ประชุม(?:{alternatives('no_names_of_meetings')}|เชิง(?!ปฏิบัติการ.{{4}}))|"
    r"^พิธีการ(?:เอกสาร|(?:ทาง)?ศุลกากร)"
)
# Several meetings at once are none: ``การประชุมสุดยอดทั้งหมด``.
_CATCH_ALL = expression(
    r"^(?:การ|ที่)?(?:ประชุม|หารือ)(?:สุดยอด|ทวิภาคี|หารือ)?(?:ทั้งหมด|(?:ของ)?ทุก|ต่าง|กับประเทศ(?:มหาอำนาจ|ต่าง|คู่เจรจา$)|ในที่ประชุม$)"
)
# ``การประชุมอย่างไม่เป็นทางการ (Leaders’ Retreat)`` has its name in the bracket.
_INFORMAL = expression(r"^(?:การ)?ประชุมอย่างไม่เป็นทางการ$")
# ``การประชุม UNGA78``: the short form of a meeting's own name.
_SHORT_FORM = expression(r"ประชุม ?([A-Z]{2}[A-Z0-9+-]*)$")
_KINDS_ALONE = words_of("committees_without_names")
_COMMITTEE = expression(rf"^(?:การ|ที่)?ประชุม(?:หารือ)?(คณะ{any_of('kinds_of_committees')}\S*)")
_PREPARATORY = expression(rf"^(?:การ|ที่)?ประชุมคณะ{any_of('kinds_of_committees')}เพื่อเตรียม")
# Words and signs that a writer sets or leaves out in a name that stays the same.
_LITTLE = expression(rf"[\s–-]+|{alternatives('little_words_of_names')}")
_MEETING_OF = expression(r"^(?:การ|ที่)?ประชุม(?:หารือ)?")


class MeetingMention(NamedTuple):
    """A meeting named in the text: ``text[span]`` from head noun to the end of the name.

    ``series`` is the name without ordinal, year and brackets; ``ordinals`` its numbers; ``edition`` a
    Gregorian year that is part of its name or empty; ``latin`` names in brackets; ``names`` are the
    lexicon names inside; ``committee`` the body that meets, where it is a committee; ``modes`` how it
    meets; ``shortened`` tells that the name stands shortened by ``ฯ``; ``of`` is the meeting that is
    opened or closed, where the name is that of the ceremony. ``wording`` is what the series says beside its
    ``names``, without the little words that writers set or leave out; ``written`` are its words as they
    stand, where it has several numbers or one that is counted anew each year.
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
    of: MeetingMention | None = None
    wording: str = ""
    written: str = ""

    @property
    def named(self) -> bool:
        """Whether the words name one meeting or series, beyond saying that there is one."""
        return bool(self.ordinals or self.names or self.latin or self.committee)

    @property
    def nameless(self) -> bool:
        """Whether a committee meets that nothing but its kind is told of."""
        return self.committee in _KINDS_ALONE


@dataclass(slots=True)
class MeetingName:
    """What has been read of a meeting's name beside its series: ``cuts`` are no part of the series.

    ``sure`` tells that it is a name, be it short; ``yearly`` that its number is counted anew each year;
    ``pointed`` that the ``ฯ`` behind its noun stands for its series.
    """

    ordinals: list[int] = field(default_factory=list)
    edition: str = ""
    latin: list[str] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)
    special: bool = False
    sure: bool = False
    yearly: bool = False
    pointed: bool = False


def mention_of(scan: Scan, start: int, end: int, name: MeetingName) -> MeetingMention | None:
    """The mention of a name that was read; none where the words name no meeting in particular."""
    series = _series(scan.document.text, start, end, name.cuts)
    inner = _LATIN_ORDINAL.findall(series)
    year = _YEAR_IN_NAME.search(series) if not (name.edition or name.ordinals or inner) else None
    ordinals = name.ordinals or [int(n) for n in inner]
    committee = _COMMITTEE.match(series)
    body = ""
    if committee and not _PREPARATORY.match(series):
        # Between whom it stands is told behind its name.
        body = _MEETING_OF.sub("", series).partition(" ระหว่าง")[0].strip()
        body = SPECIAL.sub("", NEXT_ONE.sub("", body))
    mention = MeetingMention(
        span=Span(start, end),
        series=series,
        ordinals=tuple(dict.fromkeys(ordinals)),
        edition=edition_of(year.group()) if year is not None else name.edition,
        latin=tuple(dict.fromkeys(name.latin)),
        names=tuple(scan.names_within(start, end)),
        committee=body,
        special=name.special,
        modes=tuple(word.value for word in scan.within("modes", start, end)),
        shortened=name.pointed or (not ordinals and scan.folded.startswith("ฯ", end)),
    )
    written = " ".join(scan.document.text[start:end].split()) if len(ordinals) > 1 or name.yearly else ""
    mention = mention._replace(wording=_wording(scan, mention, name.cuts), written=written)
    short = None if mention.named or name.sure else _SHORT_FORM.search(series)
    if short is not None:
        mention = mention._replace(latin=(short.group(1),))
    elif not (mention.named or name.sure or len(series) > 16):
        return None
    if _CATCH_ALL.match(series):
        return None
    if _NOT_A_SERIES.match(series) and not (name.latin and _INFORMAL.match(series)):
        return None
    return mention


def edition_of(written: str) -> str:
    """The Gregorian year of an edition; empty where the number is no year."""
    try:
        return str(to_gregorian(int(written)))
    except UsageError:
        return ""


def _wording(scan: Scan, mention: MeetingMention, cuts: list[tuple[int, int]]) -> str:
    """What a series says beside the names in it: ``ประชุมสุดยอด`` of the ``การประชุมสุดยอดอาเซียน-จีน สมัยพิเศษ``."""
    start, end = mention.span.start, mention.span.end
    names = [(hit.start, hit.end) for hit in mention.names]
    told = _series(scan.folded, start, end, sorted([*cuts, *names]))
    return _LITTLE.sub("", told).removeprefix("การ").removeprefix("จัด")


def _series(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    pieces = []
    at = start
    for cut_start, cut_end in cuts:
        if cut_start < end:
            pieces.append(text[at:cut_start])
            at = cut_end
    pieces.append(text[at:end])
    return " ".join("".join(pieces).split()).strip(" -:")
