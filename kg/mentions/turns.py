"""Turns of a series that is named once and then pointed to: ``การประชุม M ครั้งที่ 5 … การประชุมฯ ครั้งที่ 6``."""

from __future__ import annotations

from kg.lexicon import words_of
from kg.mentions.meeting_mention import MeetingMention

_BARE = words_of("nouns_of_meetings")


def in_their_series(
    meetings: list[MeetingMention], series: MeetingMention | None
) -> tuple[list[MeetingMention], MeetingMention | None]:
    """The meetings of a block, those that only point to a series with its name, and the series named last.

    ``series`` is the one named last before the block.
    """
    found: list[MeetingMention] = []
    for meeting in meetings:
        if meeting.series not in _BARE:
            series = meeting if meeting.series.startswith(_BARE) and meeting.named else series
        if series is not None and meeting.series in _BARE and meeting.shortened and meeting.ordinals:
            found.append(_turn_of(series, meeting))
        else:
            found.append(meeting)
    return found, series


def _turn_of(series: MeetingMention, meeting: MeetingMention) -> MeetingMention:
    """``meeting`` by the name of its series."""
    return series._replace(
        span=meeting.span, ordinals=meeting.ordinals, edition=meeting.edition, latin=(), written=""
    )
