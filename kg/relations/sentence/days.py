"""Events told without a date of their own: the day that the text is on, and the dates of a journey."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import HOME, any_of, words_of
from kg.model import EntityType, Modality, Relation, is_day
from kg.relations.sentence.circumstances import attach, is_passage
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import is_spokesperson
from kg.relations.sentence.items import Item
from kg.relations.sentence.notes import Journey, Undated
from kg.relations.sentence.reading import Reading, state_of
from kg.relations.sentence.whose_date import is_when

# A clause that such a word opens goes on with the same day, over the border of a paragraph too.
GOES_ON = words_of("and_then", "on_this_occasion")
_THEN = "จากนั้น"
# A paragraph that an hour opens goes on with the day of the programme, and one that goes on with a sentence.
_AN_HOUR = expression(
    rf"\s*โดย(?=จะ|ทั้งสอง|ผู้นำ|รอง|พลเอก|{any_of('common_styles')})|"
    rf"\s*(?:โดย|และ|{any_of('and_then')})? ?(?:ใน)?(?:เวลา(?:ประมาณ)? ?\d|ช่วง{any_of('times_of_day')})"
)
# What is told behind a talk or at an hour is on the day on which that was.
_NEXT = expression(
    rf"\s*(?:โดย|และ|ซึ่ง)? ?(?:{any_of('and_then', 'on_this_occasion')}|"
    rf"(?:ภาย)?หลัง(?:จาก)?(?:เสร็จสิ้น)?(?:ร่วม)?การ|"
    rf"(?:ใน)?(?:เวลา(?:ประมาณ)? ?\d|(?:ช่วง|ตอน){any_of('times_of_day')}))"
)
_LONG_AGO = expression(f"เมื่อปี|{any_of('told_as_past')}")
TELLS = expression(any_of("verbs_of_telling"))
_AFTER_TALK = expression(" ?(?:ภาย)?หลัง")
# Each event without a date is held against each journey; a release tells of a few.
_MOST_JOURNEYS = 100
_CONTESTS = words_of("contests")
_WHERE_AND_WHEN = ("heldAt", "heldOn")


def undated(reading: Reading, event: Draft, clause: Clause, mood: Modality) -> None:
    """Keep an event in mind that may get no date of its own."""
    if not reading.paragraph.retelling:
        # What is told of it last tells most.
        reading.waiting.undated = [told for told in reading.waiting.undated if told.event is not event]
        reading.waiting.undated.append(Undated(event, clause, mood, reading.day))


def end_of_paragraph(reading: Reading, start: int) -> None:
    """Give the events of a paragraph that have no date the day that the text is on."""
    goes_on = bool(reading.waiting.undated) and _AN_HOUR.match(reading.scan.folded, start) is not None
    for told in reading.waiting.undated:
        event, clause, mood, _ = told
        if event.id in reading.known.dates or reading.paragraph.retelling:
            continue
        day = _day_of(reading, told, start, goes_on=goes_on)
        past = _LONG_AGO.search(reading.scan.folded, clause.start, clause.end) is not None
        over = (
            mood is Modality.PLANNED
            and day is not None
            and (_is_over(reading, day.value) or _travels_later(reading, event, day.value))
        )
        if day is not None and not (past or over) and is_day(day.value.partition("/")[0]):
            attach(reading, [event], day, clause, mood)
        elif mood is Modality.PLANNED:
            reading.waiting.ahead.append(Undated(event, clause, mood))
        _on_the_spot(reading, event, clause, mood)
    reading.waiting.undated = []
    for event, clause, mood, places in reading.waiting.errands:
        if places and event.id not in reading.known.placed:
            for place in places:
                reading.say(event, "heldAt", place, clause, "errand.v1", mood)
    reading.waiting.errands = []


def _day_of(reading: Reading, told: Undated, start: int, *, goes_on: bool) -> Item | None:
    """The day of an event told without one: that of its paragraph, or of what it came after.

    The latter is the document's own day, where something is told to be on it.
    """
    clause, day = told.clause, told.day
    if day is not None and day.start >= start:
        return day
    same = clause.opener in GOES_ON
    then = same or _NEXT.match(reading.scan.folded, clause.start, clause.end) is not None
    if then and told.mood is Modality.ACTUAL and reading.today is not None:
        return reading.today
    return day if same or goes_on else None


def _on_the_spot(reading: Reading, event: Draft, clause: Clause, mood: Modality) -> None:
    """``ณ ห้อง ก A ร่วมพิธีต้อนรับ และหารือกับ B``: where a clause opens, all is held that it tells of."""
    set_at = reading.waiting.set_at
    moved = any(item.kind == "verb" and item.value == "visit" for item in clause.items)
    folded = reading.scan.folded
    moved = moved or folded.find(_THEN, clause.start, clause.end) >= 0
    placed = event.id in reading.known.placed
    if set_at is None or set_at.clause is not clause or placed or moved or mood is not Modality.ACTUAL:
        return
    for item in set_at.places:
        attach(reading, [event], item, clause, mood)


def _travels_later(reading: Reading, event: Draft, day: str) -> bool:
    """Whether whoever comes to an event travels later than on the document's own ``day``: it is then, too."""
    published = reading.document.published
    if published is None or published.start != day:
        return False
    people = reading.known.came.get(event.id, set())
    return any(
        journey.date.value > day and not people.isdisjoint(journey.people)
        for journey in reading.waiting.journeys
    )


def journey(reading: Reading, clause: Clause, index: int, visitors: list[Draft], places: list[Draft]) -> None:
    """Note when and where to somebody travels: a date of the clause that tells of it is the journey's.

    An official of this state who comes to it is back: what he does abroad is over then.
    """
    near = [
        item
        for item in clause.items
        if item.kind == "date" and is_day(item.value.partition("/")[0]) and is_when(reading, item, clause)
    ]
    journeys = reading.waiting.journeys
    homewards = at_home(places) and all(d.posts and not state_of(d) for d in visitors)
    if not near or not visitors or homewards or len(journeys) >= _MOST_JOURNEYS:
        return
    verb = clause.items[index]
    own = reading.document.published.start if reading.document.published is not None else ""
    date = min(near, key=lambda item: (item.value == own, abs(item.start - verb.start)))
    journeys.append(Journey(date, frozenset(d.id for d in visitors), places))


def plan_places(reading: Reading) -> None:
    """``จะมีการรับรองในการประชุม M วันที่ 9 ณ X``: where M is told with a planned day, its place is planned too."""
    days: dict[str, list[Relation]] = {}
    for told in reading.relations:
        if told.predicate == "heldOn":
            days.setdefault(told.subject, []).append(told)
    ahead = {
        event: [told.evidence for told in dates]
        for event, dates in days.items()
        if all(told.modality is Modality.PLANNED for told in dates)
    }
    for at, told in enumerate(reading.relations):
        if told.predicate in ("heldAt", "mode") and told.modality is Modality.ACTUAL:
            here = told.evidence.start
            if any(day.start <= here <= day.end + 1 for day in ahead.get(told.subject, ())):
                reading.relations[at] = told._replace(modality=Modality.PLANNED)


def place_on_journeys(reading: Reading) -> None:
    """Let what is planned for a journey and has no date take place on it, and where it goes."""
    for event, clause, mood, _ in reading.waiting.ahead:
        if event.id in reading.known.dates:
            continue
        people = reading.known.came.get(event.id, set())
        ways = [
            journey
            for journey in reading.waiting.journeys
            if not (people.isdisjoint(journey.people) or _is_over(reading, journey.date.value))
            and not ("/" in journey.date.value and at_home(journey.places))
        ]
        if not ways:
            continue
        last = next((way for way in reversed(ways) if way.date.start <= clause.end), ways[0])
        attach(reading, [event], last.date, clause, mood)
        # Of a journey of several days and towns nobody knows on which of them a talk is, nor where.
        if event.id in reading.known.dates and event.id not in reading.known.placed:
            for place in _abroad(ways[0].places):
                reading.say(event, "heldAt", place, clause, "journey.v1", mood)
    reading.waiting.ahead = []


def place_what_opens(reading: Reading) -> None:
    """``พิธีเปิดการประชุม M ณ X``: where and when a meeting is opened it is held, if the text tells nothing else.

    A contest has its opening in one place and may have its games in many.
    """
    told = [
        r for r in reading.relations if r.predicate in _WHERE_AND_WHEN and r.subject in reading.known.opened
    ]
    for relation in told:
        meeting = reading.known.opened[relation.subject]
        known = reading.known.placed if relation.predicate == "heldAt" else reading.known.dates
        if meeting.id not in known and not meeting.name.startswith(_CONTESTS):
            reading.relations.append(relation._replace(subject=meeting.id))


def drop_coarser_dates(reading: Reading) -> None:
    """Drop those dates of a meeting that another of them tells more exactly: 2025 beside 2025-03."""
    exact = {
        (relation.subject, date[:width])
        for relation in reading.relations
        if relation.predicate == "heldOn"
        for date in relation.object.split("/")
        for width in (len("2025"), len("2025-03"))
        if len(date) > width
    }
    reading.relations = [
        relation
        for relation in reading.relations
        if relation.predicate != "heldOn" or (relation.subject, relation.object) not in exact
    ]


def at_home(places: list[Draft]) -> bool:
    """Whether a journey comes here: a guest's programme does not take all the days of his stay.

    Nor is it told where at home a meeting is by whoever comes for it.
    """
    return any(place.lexicon is not None and place.lexicon.id == HOME for place in places)


def _abroad(places: list[Draft]) -> list[Draft]:
    """Where on a journey its events can be told to be: the state, and the city where it goes to one only."""
    if at_home(places):
        return []
    cities = [place for place in places if place.type is EntityType.PLACE]
    return [p for p in places if p.type is EntityType.COUNTRY or (p in cities and len(cities) == 1)]


def _is_over(reading: Reading, date: str) -> bool:
    """Whether a journey had ended when the document came out."""
    published = reading.document.published
    return published is not None and date.rpartition("/")[2] < published.start


def drop_reporting_place(reading: Reading, verb: Item, subject: list[Draft]) -> None:
    """Where and when something is reported is not where and when it happened."""
    folded = reading.scan.folded
    if not TELLS.match(folded, verb.start):
        return
    reports = bool(subject) and all(is_spokesperson(draft) for draft in subject)
    if reports and any(waiting.kind == "places" for waiting in reading.pending):
        reading.scene = reading.pending
    after = _AFTER_TALK.match(folded, verb.end) is not None
    reading.pending = [item for item in reading.pending if not is_passage(reading, item)] if after else []
    if not reports:
        reading.day = reading.pending[0] if reading.pending and reading.pending[0].kind == "date" else None
