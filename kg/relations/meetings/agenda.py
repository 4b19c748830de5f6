"""Meetings that a text lists one a line: who comes to the one that leads the list comes to each of them."""

from __future__ import annotations

import re

from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality
from kg.relations.sentence.circumstances import attach
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of, is_spokesperson
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.notes import Agenda
from kg.relations.sentence.reading import LINE_MARK, SHORT_LINE, Reading
from kg.text import Span

_PROGRAMME = any_of("programmes")
_ANNOUNCED = expression(
    rf"การประชุม(?:อื่น ?ๆ ?)?ที่(?:เกี่ยวข้อง|สำคัญ)|รายละเอียดการประชุม|{_PROGRAMME}|"
    rf"การประชุม[^ \n]{{0,30}} ?(?:จำนวน ?)?(?:อีก ?)?\d{{1,2}} {any_of('counted_meetings')}"
)
_LEADS = expression(
    r" ?(?:และ)?(?:ใน)?(?:วันนี้|วันเดียวกัน)? ?(?:จะ)?(?:มี)?(?:การ(?=การ))?(?:ใน)?(?:เข้าร่วม|ร่วม)? ?"
)
# A line may begin with the hour or the part of the day: ``15.15 น. - การประชุม M``.
_OPENS_WITH_HOUR = expression(
    r"\s*(?:[-•*] ?)?(?:(?:เวลา|ประมาณ) ?)*"
    r"(?:\d{1,2}[.:]\d{2}(?: ?- ?\d{1,2}[.:]\d{2})?(?: ?(?:น\.?|นาฬิกา))?|"
    rf"(?:ใน)?ช่วง{any_of('times_of_day')})[ \t]*(?:[-:][ \t]*)?"
)
# Whose list it is: ``กำหนดการสำคัญของ A มีดังนี้``, ``A มีกำหนดการ ดังนี้``, ``A จะเข้าร่วม 12 การประชุม ดังนี้``.
_OWNER = expression(rf"{_PROGRAMME}[^\n]{{0,40}}ของ ?$")
_OWNED = expression(rf" ?(?:ฯ|และคณะ|พร้อมคณะ| )*(?:จะ|ได้|ยัง)?(?:มี{_PROGRAMME}|เข้าร่วม|ร่วม)")
_IN_THE_PAST = words_of("is_over")
_SESSION = words_of("in_session")


def _mark(folded: str, start: int, end: int) -> re.Match[str] | None:
    """What a line of a list begins with: the hour, or the mark of a list."""
    return _OPENS_WITH_HOUR.match(folded, start, end) or LINE_MARK.match(folded, start, end)


def note_agenda(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """Note the list of meetings that a paragraph announces at its end."""
    folded = reading.scan.folded
    if reading.lists.agenda is not None and _mark(folded, start, end) is not None:
        if reading.paragraph.announces:
            day = next((item for item in items if item.kind == "date"), None)
            reading.lists.agenda = reading.lists.agenda._replace(day=day)
        return
    if end - start > SHORT_LINE:
        reading.lists.agenda = None
    told = reading.attending
    if not reading.paragraph.announces or _ANNOUNCED.search(folded, start, end) is None:
        return
    if told is None or told.end < start:
        _programme_of(reading, items, start, end)
        return
    people, meeting, mood, since = told
    places = tuple(item for item in items if item.kind == "places" and item.start > since)
    modes = tuple(item for item in items if item.kind == "mode" and item.start > since)
    reading.lists.agenda = Agenda(people, meeting, places, modes, mood)


def _programme_of(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """Note a list of what somebody will come to, announced without one that leads it."""
    folded = reading.scan.folded
    for item in items:
        if item.kind not in PEOPLE or item.qualifies:
            continue
        if not (_OWNER.search(folded, start, item.start) or _OWNED.match(folded, item.end, end)):
            continue
        people = tuple(d for d in actors_of(reading, item) if d.posts and not is_spokesperson(d))
        past = any(folded.find(word, start, end) >= 0 for word in _IN_THE_PAST)
        mood = Modality.ACTUAL if past else Modality.PLANNED
        reading.lists.agenda = Agenda(people, None, (), (), mood) if people else None
        return


def line_of(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """A line of the list: the meeting that it opens with has the people of the list and its places."""
    agenda = reading.lists.agenda
    mark = _mark(reading.scan.folded, start, end) if agenda is not None else None
    if agenda is None or mark is None:
        return
    meeting = _opening(reading, items, mark.end())
    if meeting is None or meeting.draft is None or meeting.draft is agenda.leads:
        return
    draft, line = meeting.draft, Clause(start, min(end, meeting.end + SHORT_LINE), [])
    for person in agenda.people:
        reading.say(person, "attended", draft, line, "agenda.v1", agenda.mood)
    if agenda.leads is not None and any(word in agenda.leads.name for word in _SESSION):
        reading.say(draft, "partOf", agenda.leads, Span(start, meeting.end), "agenda.v1")
    kinds = {item.kind for item in items}
    told = [] if "places" in kinds else list(agenda.places)
    told += [] if "mode" in kinds else list(agenda.modes)
    if agenda.day is not None and "date" not in kinds:
        told.append(agenda.day)
    for item in told:
        attach(reading, [draft], item, line, agenda.mood)


def _opening(reading: Reading, items: list[Item], start: int) -> Item | None:
    """The meeting that a line opens with, a date before it aside."""
    edge = start
    for item in items:
        if item.start < start:
            continue
        if not _LEADS.fullmatch(reading.scan.folded, edge, item.start):
            return None
        if item.kind == "meeting":
            named = item.draft is not None and item.draft.type is EntityType.MEETING and item.draft.named
            return item if named else None
        if item.kind not in ("date", "verb", "mood"):
            return None
        edge = item.end
    return None
