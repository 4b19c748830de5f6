"""When, where and how: dates, places and modes are led to the meeting that they belong to."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.places import PlaceChain, PlaceMention
from kg.model import EntityType, Modality, is_day
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.in_turn import each_its_own
from kg.relations.sentence.items import ACTORS, SETTING, Item
from kg.relations.sentence.notes import SetAt
from kg.relations.sentence.put_off import mood_of_plan
from kg.relations.sentence.reading import Reading, is_of_cabinet
from kg.relations.sentence.referents import draft_of
from kg.relations.sentence.whose_date import (
    corrected,
    is_of_act,
    is_of_clause,
    is_of_resolution,
    is_of_source,
    is_when,
    will_be,
)

# Before a place these tell where somebody is posted or invests, goes home to or lays a wreath, or what is set
# up there, not where the meeting is.
_SEATED = "|".join(
    (
        # ``เอกอัครราชทูตไทย ณ กรุง ก``, ``ชาวไทยที่พำนักอยู่ที่เมือง ข``
        f"{any_of('posted_somewhere')}(?:ไทย)?|{any_of('done_at_another_place')}(?:อยู่)?(?:ที่| ?ณ)?",
        any_of("glued_before_thi"),
        # ``เดินทางกลับประเทศไทย ณ ท่าอากาศยาน ก``, ``ไปประจำสถานทูต ณ กรุง ข``
        r"เดินทางกลับ[^\n]{0,40}|ไปประจำ[^\n]{0,60}",
        # ``จัดตั้งศูนย์ ABC ณ เมือง ก``, ``มาลงทุนที่เมือง ข``, ``พระพุทธรูปที่ประดิษฐานอยู่ ณ วัด ค``
        r"จัดตั้ง[^\n ]{0,30}(?: [A-Z]+)?|ตั้ง[^\n ]{0,24}ขึ้น|(?<!ร่วม)ลงทุน|ประดิษฐาน\S{0,16}",
    )
)
_OTHER_PLACE = expression(rf"(?:{_SEATED}) ?$")
_OTHER_PLACE_REACH = 80
_IN_CITY = tuple(f"ณ {noun}" for noun in words_of("nouns_of_cities"))
_OFFICE = expression(r"(?:โดย|และ|กับ|ของ)สำนักงาน[^ \n]{3,50} ?$")
_OFFICE_REACH = 70
# Years of a plan or a programme; no meeting lasts as long.
_OF_YEARS = expression(r"\d{4}/\d{4}")
_OF_A_DAY = words_of("events_of_a_day", "meals")
# How far behind a meeting for which a guest came its own day may stand.
_NEAR_ASIDE = 60
_THERE_IS = expression(
    rf" ?\)? ?(?:(?:ใน)?(?:ช่วง|ตอน)?{any_of('times_of_day')} ?)?(?:ก็)?(?:จะ|ได้|ยัง)?"
    r"(?:เป็น|มี|จัด|จัดให้มี)(?:การจัด)? ?"
)
_TWO = 2
_TO = ("เพื่อ", "เพื่อ ")
# ``A ได้เชิญ B เยือน X ในปี 2569``, but not ``ตามคำเชิญ``.
_ASKED_TO_COME, _ASKED_REACH = expression("(?<!คำ)เชิญ(?!ชวน)"), 160
_GOES_ON_WITH = ("โดย", "ซึ่ง", "พร้อม", "เพื่อ", "ที่")
_OPENED = expression(r"^ ?\([^()\n]*$")
_PASSAGE = expression(rf"(?:ที่|ณ)?\.? ?{any_of('where_the_press_waits')}")
_AFTER = expression(f" ?{any_of('after')}")


def introduce(reading: Reading, event: Draft, clause: Clause, mood: Modality) -> None:
    """Bring a meeting into play: dates and places that waited for one are its own."""
    waiting, reading.pending = _nearest_day(reading.pending), []
    own_days = event.named and _has_own_days(reading, event, clause)
    dated = event.named and _is_dated(reading, event, clause)
    errand = event.named and not takes_a_day(event) and _is_errand(reading, event, clause)
    waiting = [item for item in waiting if not _waits_outside(reading, item)]
    places = [item for item in waiting if item.kind == "places"]
    if places:
        reading.waiting.set_at = SetAt(clause, places)
    for item in waiting:
        when = item.kind == "date" and "/" not in item.value
        if not (when and (own_days or errand or (dated and not is_day(item.value)))):
            attach(reading, [event], item, clause, mood)


def is_passage(reading: Reading, item: Item) -> bool:
    """``ณ โถงกลาง ตึก ก A กล่าวภายหลังการประชุม``: where the press waits, and no meeting is held."""
    return item.kind == "places" and _PASSAGE.match(reading.scan.folded, item.start, item.end) is not None


def _waits_outside(reading: Reading, item: Item) -> bool:
    """``ณ โถงกลาง ตึก ก ภายหลังเป็นประธานการประชุม A กล่าวว่า``: the same, told in front."""
    return is_passage(reading, item) and _AFTER.match(reading.scan.folded, item.end) is not None


def _is_errand(reading: Reading, event: Draft, clause: Clause) -> bool:
    """``วันนี้ A เดินทางถึงกรุง ก เพื่อเข้าร่วม M``: on the day on which somebody sets out for M it need not be on."""
    named = next((index for index, item in enumerate(clause.items) if item.draft is event), 0)
    verbs = [clause.items[index] for index in clause.verbs_before(named)]
    if len(verbs) < _TWO or verbs[0].value not in ("attend", "attend-noun") or verbs[1].value != "visit":
        return False
    return reading.scan.folded.endswith(_TO, verbs[1].end, verbs[0].start)


def _is_dated(reading: Reading, event: Draft, clause: Clause) -> bool:
    """Whether an event has a date behind its name, and no year before is its own: ``ชื่นชม M ในปี 2564``."""
    named = next((index for index, item in enumerate(clause.items) if item.draft is event), len(clause.items))
    following = next(clause.after(named), None)
    return following is not None and following.kind == "date" and is_when(reading, following, clause)


def _nearest_day(waiting: list[Item]) -> list[Item]:
    """What waits, without all days but the one told last: ``วันนี้ … ซึ่งเมื่อวันที่ 8 A หารือกับ B``."""
    days = [item for item in waiting if item.kind == "date" and is_day(item.value)]
    return [item for item in waiting if item not in days[:-1]] if len(days) > 1 else waiting


def _has_own_days(reading: Reading, event: Draft, clause: Clause) -> bool:
    """Whether an event has days behind its name, not those that wait: ``วันนี้ A ไปร่วม M ระหว่างวันที่ 6-7``."""
    named = next((index for index, item in enumerate(clause.items) if item.draft is event), None)
    if named is None:
        return False
    near = True
    for item in clause.after(named):
        if item.kind == "verb":
            break
        near = near and item.kind not in ACTORS
        if item.kind == "date":
            past = reading.scan.folded.startswith("เมื่อ", item.start) or reading.scan.folded.endswith(
                ("เมื่อ", "เมื่อ "), 0, item.start
            )
            return ((past and near) or "/" in item.value) and is_when(reading, item, clause)
    return False


def settle(reading: Reading, clause: Clause, mood: Modality) -> None:
    """Lead what still waits to the anchor, if there is one."""
    if reading.anchor and reading.pending:
        waiting, reading.pending = reading.pending, []
        for item in waiting:
            attach(reading, reading.anchor, item, clause, mood)


def on_the_scene(reading: Reading, event: Draft, clause: Clause, mood: Modality) -> None:
    """``วันนี้ ณ X โฆษก เปิดเผยว่า A หารือกับ B``: where and when it is reported it happened, too."""
    scene, reading.scene = reading.scene, []
    for item in scene:
        attach(reading, [event], item, clause, mood)


def circumstance(reading: Reading, item: Item, clause: Clause, mood: Modality) -> None:
    """A date, a place or a mode that the text gives: to the meeting before it, or to the next one."""
    if _of_something_else(reading, item, clause):
        return
    if item.kind == "date" and reading.anchor and is_of_clause(reading, clause, item):
        reading.pending.append(item)
        return
    if (
        item.kind == "date"
        and not reading.paragraph.retelling
        and not (reading.anchor and reading.anchor[0].named)
    ):
        reading.day = item
    if reading.anchor:
        if item.kind == "date" and not reading.is_over(item.value) and will_be(reading, clause, item):
            mood = Modality.PLANNED
        for events, own in each_its_own(reading, _on_that_day(reading.anchor, item), item, clause):
            attach(reading, events, own, clause, mood)
        if item.kind == "places":
            attach(reading, _told_with(reading, clause), item, clause, mood)
    elif item.kind != "date" or not is_of_source(reading, item, clause):
        reading.pending.append(item)


def _of_something_else(reading: Reading, item: Item, clause: Clause) -> bool:
    """Whether a date or a place is known to be no meeting's."""
    if item.kind == "date":
        other = not is_when(reading, item, clause) or _of_visit(reading, item, clause)
        return other or (bool(reading.anchor) and is_of_act(reading, clause, item))
    if item.kind != "places":
        return False
    folded = reading.scan.folded
    if _OTHER_PLACE.search(folded, max(clause.start, item.start - _OTHER_PLACE_REACH), item.start):
        return True
    if _of_office(reading, item, clause):
        return True
    if not reading.anchor:
        return _is_of_proposal(item, clause)
    before = (other for other in reversed(clause.items) if other.end <= item.start)
    told = next((other for other in before if other.kind == "verb"), None)
    # ``ที่ประชุมคณะรัฐมนตรีเห็นชอบโครงการ ก ณ จังหวัด ข``: the cabinet does not meet where that is done.
    agreed = told is not None and told.value == "adopt" and is_of_cabinet(reading.anchor[0])
    return agreed or (told is not None and _is_goal(reading, item, told))


def _told_with(reading: Reading, clause: Clause) -> list[Draft]:
    """``A ร่วมพิธีต้อนรับ และหารือกับ B ที่ X``: the one other event of the clause that has no place of its own."""
    told_here = (told.event for told in reading.waiting.undated if told.clause is clause)
    placed = reading.known.placed
    joined = [event for event in told_here if event not in reading.anchor and event.id not in placed]
    return joined if len(joined) == 1 else []


def _on_that_day(events: list[Draft], item: Item) -> list[Draft]:
    """``A หารือกับ B ในห้วงการประชุม M เมื่อวันที่ 5``: the day is that of the talk, which is a part of M."""
    talk = len(events) > 1 and (not events[0].named or events[0].name.startswith("การหารือ"))
    return events[:1] if talk and item.kind == "date" and is_day(item.value) else events


def _is_of_proposal(item: Item, clause: Clause) -> bool:
    """Whether a place is where a proposal is to be done: ``A จะเสนอการพัฒนา ก ณ ข และจะหารือกับ B``."""
    told = next(
        (
            other
            for other in reversed(clause.items)
            if other.end <= item.start and other.kind in ("verb", "date")
        ),
        None,
    )
    return told is not None and told.value == "propose"


def _is_goal(reading: Reading, item: Item, told: Item) -> bool:
    """Whether somebody only goes on to a place from where he was: ``A พบกับ B ต่อจากนั้นเดินทางไปที่กรุง ข``."""
    return told.value == "visit" and not reading.scan.folded[told.end : item.start].strip()


def _of_office(reading: Reading, item: Item, clause: Clause) -> bool:
    """Whether a place is the seat of an office: ``จัดโดยสำนักงาน ก ณ กรุง ข``."""
    folded = reading.scan.folded
    return (
        folded.startswith(_IN_CITY, item.start)
        and _OFFICE.search(folded, max(clause.start, item.start - _OFFICE_REACH), item.start) is not None
    )


def _of_visit(reading: Reading, item: Item, clause: Clause) -> bool:
    """Whether days are those of a visit, a talk within which takes one: ``ในห้วงการเยือน S ระหว่างวันที่ 16-18``.

    So is the date of a visit behind a meeting that has its own, and of one to which somebody is asked.
    """
    acts = [other for other in clause.items if other.end <= item.start and other.kind == "verb"]
    if not reading.anchor or not acts or acts[-1].value != "visit":
        return False
    begins = max(clause.start, acts[-1].start - _ASKED_REACH)
    if _ASKED_TO_COME.search(reading.scan.folded, begins, acts[-1].start):
        return True
    known = bool(reading.known.dates.get(reading.anchor[0].id))
    return known or ("/" in item.value and not reading.anchor[0].named)


def attach(reading: Reading, events: list[Draft], item: Item, clause: Clause, mood: Modality) -> None:
    """Say when, where or how each of ``events`` takes place."""
    for event in events:
        mood = mood_of_plan(reading, clause, item, _mood_of_event(reading, event, clause, mood))
        if item.kind == "date" and _of_something_longer(event, item.value):
            if "/" in item.value and reading.is_coming(item.value):
                reading.known.coming.add(event.id)
            continue
        if item.kind == "date" and not _OF_YEARS.fullmatch(item.value):
            _date(reading, event, item, clause, mood)
        elif item.kind == "mode":
            _mode(reading, event, item, clause, mood)
        elif isinstance(item.payload, PlaceChain):
            for place in item.payload.places:
                reading.say(event, "heldAt", place_draft(reading, place), clause, "place.v1", mood)


def takes_a_day(event: Draft) -> bool:
    """Whether an event is over within a day: a talk, a ceremony, a meal."""
    return not event.named or event.name.startswith(_OF_A_DAY)


def _of_something_longer(event: Draft, date: str) -> bool:
    """Whether a date is of more than a talk, which takes a day: a month or a year alone, several days."""
    return (takes_a_day(event) and "/" in date) or (not event.named and not is_day(date))


def _mood_of_event(reading: Reading, event: Draft, clause: Clause, mood: Modality) -> Modality:
    """``จะเข้าร่วม M ซึ่งจัดที่ X``: what M is told to be goes with who comes to it."""
    expected = mood is Modality.ACTUAL and clause.opener == "ซึ่ง" and reading.is_expected(event)
    return Modality.PLANNED if expected else mood


def _date(reading: Reading, event: Draft, item: Item, clause: Clause, mood: Modality) -> None:
    known = reading.known.dates.get(event.id, [])
    if any(not item.value.startswith(edition) for edition in reading.register.meetings.editions(event)):
        return
    told = known[-1] if known else item.value
    if told != item.value and len(told.split("/")[0]) >= len(item.value.split("/")[0]):
        start, _, until = item.value.partition("/")
        if not (event.named and is_day(start) and start <= told <= until):
            # But for the days of a meeting, of which the text has told one.
            return
    given_up = mood is Modality.NEGATED
    coming = Modality.PLANNED if reading.is_coming(item.value) and not given_up else mood
    # A date told before the clause may be of what the text told there.
    rule = "date.v1" if item.start >= clause.start else "date-before.v1"
    reading.say(event, "heldOn", item.value, clause, rule, coming)
    if not given_up:
        reading.takes_place(event, item.value)
        published = reading.document.published
        if published is not None and item.value == published.start and not reading.paragraph.retelling:
            reading.today = item


def _mode(reading: Reading, event: Draft, item: Item, clause: Clause, mood: Modality) -> None:
    value = item.value
    before = reading.scan.folded[max(clause.start, item.start - 5) : item.start].rstrip()
    if value == "online" and before.endswith("และ"):
        value = "hybrid"
    if value == "online" and (event.id, "mode", "hybrid") in reading.moods:
        # Of a hybrid meeting this tells how some of them come.
        return
    reading.say(event, "mode", value, clause, "mode.v1", mood)


def place_draft(reading: Reading, place: PlaceMention) -> Draft:
    """The entity of a place: a lexicon name where the whole of it is one."""
    if place.hit is not None and place.kind in ("city", "country"):
        return reading.register.entry(place.hit.entry, place.surface)
    return reading.register.thing(
        EntityType.PLACE, place.surface, "Venue" if place.kind == "venue" else "City"
    )


def bracketed(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """Whether a date or place stands in the bracket after a meeting or an initiative, and so is its own."""
    item = clause.items[index]
    for owner in clause.before(index):
        if owner.kind in ("meeting", "thing"):
            gap = reading.scan.folded[owner.end : item.start]
            inside = owner.end >= item.end and "(" in reading.scan.folded[owner.start : item.start]
            if not (inside or _OPENED.match(gap)):
                return False
            draft = draft_of(owner, reading.register)
            if draft is None or draft.type not in (EntityType.MEETING, EntityType.INITIATIVE):
                return False
            attach(reading, [draft], item, clause, mood)
            return True
        if (
            owner.kind == "body"
            and item.kind == "date"
            and _OPENED.match(reading.scan.folded[owner.end : item.start])
        ):
            # ``คณะรัฐมนตรี (5 มีนาคม 2567) รับทราบ…``: the day on which a body resolved is no meeting's.
            return True
        if owner.kind not in SETTING:
            return False
    return False


def attach_to_neighbour(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """Whether a date, place or mode is of what stands right by it, or of nothing at all."""
    return (
        corrected(reading, clause, index)
        or bracketed(reading, clause, index, mood)
        or of_aside(reading, clause, index, mood)
        or is_of_resolution(reading, clause, index)
        or _of_next(reading, clause, index, mood)
    )


def _of_next(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """Whether a day is that of what is told to be on it: ``วันที่ 14 เป็นการประชุม M``."""
    date, following = clause.items[index], next(clause.after(index), None)
    if following is not None and following.kind == "mood":
        following = next(clause.after(index + 1), None)
    if date.kind != "date" or following is None or following.kind != "meeting" or following.draft is None:
        return False
    if _THERE_IS.fullmatch(reading.scan.folded, date.end, following.start) is None:
        return False
    before = next(clause.before(index), None)
    led = before is not None and bool(reading.scan.folded[before.end : date.start].strip())
    if before is not None and before.kind == "meeting" and led and date.start - before.end < _NEAR_ASIDE:
        # ``M ในห้วงวันที่ 12-15 จะเป็นการประชุมครั้งใหญ่``: M is what it is told to be.
        return False
    attach(reading, [following.draft], date, clause, mood)
    reading.anchor = [following.draft]
    return True


def of_aside(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """Whether a day is that of M, for which a guest came: ``B ซึ่งเยือนไทยเพื่อเข้าร่วม M เมื่อเดือนมีนาคม``."""
    item = clause.items[index]
    for owner in clause.before(index) if reading.asides else ():
        if owner.kind in SETTING:
            continue
        aside = owner.kind == "meeting" and owner.draft is not None and owner.draft.id in reading.asides
        if not aside or item.start - owner.end > _NEAR_ASIDE or owner.draft is None:
            return False
        if item.kind != "date" or is_when(reading, item, clause):
            attach(reading, [owner.draft], item, clause, mood)
        return True
    return False


def goes_on_with(reading: Reading, items: list[Item], start: int) -> bool:
    """Whether a line that a page breaks by hand goes on with when and where: ``… งาน E ⏎ ณ กรุง ก โดยมี…``."""
    if not items or items[0].kind not in ("places", "mode") or items[0].start - start > 1:
        return False
    rest = next((index for index, item in enumerate(items) if item.kind not in SETTING), None)
    if rest is None:
        return True
    gap = reading.scan.folded[items[rest - 1].end : items[rest].end].lstrip()
    return gap.startswith(_GOES_ON_WITH)
