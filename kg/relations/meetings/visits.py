"""Frames of visits: who went to which state or city."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.places import PlaceChain, goal_at
from kg.model import EntityType, Modality
from kg.relations.meetings.own_state import own_country
from kg.relations.meetings.programme import PROGRAMME, inviters, party
from kg.relations.meetings.tours import FIELD, goals_begin, provinces, sites_after, tour, with_company
from kg.relations.sentence.circumstances import place_draft
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import GOALS, actors_of, goal_end, is_modifier, is_spokesperson, whose
from kg.relations.sentence.days import journey
from kg.relations.sentence.fronted import who_acts_behind
from kg.relations.sentence.items import PEOPLE, Item
from kg.relations.sentence.put_off import mood_of_journey
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.relations.sentence.subjects import subject_of

_THAT = "ที่"
_AND = expression(" ?(?:และ|พร้อม(?:ด้วย)?) ?")
# ``ได้เชิญนาย ก เยือน`` asks for a visit; who comes ``ตามคำเชิญ`` makes it.
_INVITES = expression("(?<!คำ)เชิญ(?!ชวน)|(?<!เชิญ)ชวน|พร้อม(?:ที่จะ)?(?:ให้การ)?(?:ต้อน)?รับ(?!ฟัง|รอง|มือ|ชม)")
# How far before the visit an invitation may stand: a name with its posts lies between.
_INVITED = 160
_OCCASION = tuple(
    f"{time}{of}{more}"
    for time in ("ในโอกาส", *words_of("in_the_course"))
    for of in ("", "ที่", "ของ")
    for more in ("", "การ", "เดินทาง", "การเดินทาง", "ได้")
)
_IN_ORDER = tuple(
    f"{lead}{more}" for lead in words_of("in_order_to") for more in ("", *words_of("enters_upon"))
)
# What somebody travels for may be several things, one joined to the other.
_AS_WELL = tuple(
    f"{lead}{more}"
    for lead in ("และ", "พร้อม", *words_of("joins_more", "and_what_is_more"))
    for more in ("", "เข้า", "ร่วม", "เข้าร่วม", "ได้", "ได้เข้า", "จะ", "จะเข้า", "การ", "การเข้า")
)
_ERRANDS = frozenset({"attend", "attend-noun", "meet", "courtesy"})
# How far behind the journey its purpose may stand.
_ERRAND = 160
# Behind ``เดินทางออกจาก A`` this leads to the goal; how far before it the journey may be told.
_ONWARD = "ไปยัง"
_ON_THE_WAY = words_of("verbs_of_going")
_SET_OUT = 90
# How near behind the goal ``ของ`` tells whose visit it is.
_WHOSE_NEAR = 30
# What is planned, or goes on, is told by a noun of the journey, and whose it is as with a verb.
_STILL_ACTS = (PROGRAMME, "อยู่ระหว่างการ")
_AIRPORTS = words_of("airports")
_AIRPORTS_AT_HOME = words_of("airports_at_home")
_GONE_TO = ("city", "country")
_MISSION_OF = tuple(
    f"{word}การ" for word in ("เกี่ยวกับ", "ผล", "ใน", "ภารกิจ", "จาก", *words_of("verbs_of_calling_off"))
)
_CALLS = frozenset({"courtesy", "meet"})
_POSTED = "ประจำ"
# ``การเยือนญี่ปุ่นครั้งนี้``: the journey that the text tells of.
_THIS_TIME = expression(f" ?{any_of('kinds_of_visits')}? ?(?:{any_of('this_turn')}|(?:ใน)?(?:วันแรกนี้|วันนี้))")
_FOR_THE = ("สำหรับการ", "สำหรับ การ", "ภารกิจการ", "ภารกิจของการ")
_VISIT_OF = expression(f"การเยือน{any_of('kinds_of_visits')}?ของ")
_AT_HOME = expression("ฯ? ?(?:ที่|ใน|มายัง|สู่)(?:ประเทศ)?ไทย")
_AT_MEETING = expression(
    rf"(?:{_AT_HOME.pattern})?ฯ? ?(?:ในโอกาส(?:การ)?|(?:ใน)?{any_of('in_the_course')}(?:ของ)?|ใน) ?"
)
# Tourists of whom nobody is named.
_FOR_PLEASURE = words_of("verbs_of_pleasure")
_BEFORE_IT = tuple(f"ก่อน{more}" for more in ("", "ที่", "จะ", "ที่จะ", "ออก", "จะออก"))
_SPEAKS = frozenset({"speak", "press"})
_TO_COME = expression(r" ?(?:เพื่อ|และ)(?:มา)? ?")
# So far behind a verb of going, or behind the goal before it, a state or a place is a goal.
_TO_STATE, _TO_PLACE = 14, 8


def travelled(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``เดินทางไปร่วมประชุม ณ X`` is a visit to X too."""
    for item in clause.after(index):
        if item.kind == "places" and isinstance(item.payload, PlaceChain):
            for place in item.payload.places:
                if place.kind == "venue":
                    continue
                draft = place_draft(reading, place)
                for person in subject:
                    if person.type is EntityType.PERSON and not own_country(person, draft):
                        reading.say(person, "visited", draft, clause, "travel.v1", mood)
            return


def visit(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เยือน X``: the state or place after the verb; ``ณ`` places of the same clause are visited too."""
    verb = clause.items[index]
    folded = reading.scan.folded
    places = _places_after(reading, clause, index) or provinces(reading, clause, index)
    journeyed = _is_journey(folded, clause, verb)
    if not places and journeyed and folded.endswith(_ON_THE_WAY, verb.start, verb.end):
        tour(reading, clause, index, subject, mood)
    if not places or not journeyed or folded.startswith(_FOR_PLEASURE, verb.end):
        return
    nominal = folded.endswith("การ", 0, verb.start) and not folded.endswith(_STILL_ACTS, 0, verb.start)
    mood = _mood_of_visit(reading, clause, index, mood)
    guest: Draft | None = None
    visitors = [d for d in subject if d.type is EntityType.PERSON and not is_spokesperson(d)]
    owners = (whose(reading, clause, index) if nominal else []) or who_acts_behind(reading, clause, index)
    if owners:
        visitors = owners
    elif _is_occasion(reading, clause, index):
        callers = _callers(reading, clause, index, places)
        guest = callers[0] if callers else _guest_before(reading, clause, index, places)
        joined = callers or (_joined_to(reading, clause, index, guest) if guest is not None else [])
        visitors = joined or ([] if nominal else visitors)
    elif nominal:
        told = folded.endswith(_MISSION_OF, 0, verb.start) or _told_as_done(folded, clause, index)
        of_another = folded.startswith("ของ", goal_end(clause, index))  # and of nobody whose name is known
        guest = _guest_before(reading, clause, index, places) if told and not of_another else None
        guest = guest or (None if of_another else _on_this_journey(reading, clause, index, subject, places))
        visitors = [guest] if guest is not None else []
    elif folded.endswith(_THAT, 0, verb.start):
        visitors = _told_of(reading, clause, index)
    mood = mood_of_journey(reading, clause, verb.end, mood) if nominal else mood
    visitors = visitors if nominal else with_company(reading, clause, index, visitors)
    journey(reading, clause, index, visitors, [p for p in places if not p.name.startswith(_AIRPORTS)])
    if mood is Modality.PLANNED:
        party(reading, [*visitors[:1], *inviters(reading, clause)[:1]])
    arrives = folded.endswith("ถึง", verb.start, verb.end)
    for draft in visitors:
        for place in [p for p in places if not (arrives and _is_arrival(draft, p))]:
            if draft is guest or not own_country(draft, place):
                known = reading.moods.get((draft.id, "visited", place.id), mood)
                reading.say(draft, "visited", place, clause, "visit.v1", known if nominal else mood)


def _mood_of_visit(reading: Reading, clause: Clause, index: int, mood: Modality) -> Modality:
    """The mood of a visit: where it is asked for, or its day is still to come, it is not made yet."""
    at = clause.items[index].start
    if mood is not Modality.ACTUAL:
        return mood
    invited = _INVITES.search(reading.scan.folded, max(clause.start, at - _INVITED), at) is not None
    return Modality.PLANNED if invited or _is_to_come(reading, clause, index) else mood


def _is_to_come(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether a journey is still to come, by the day right behind it or by who speaks before it.

    ``ในโอกาสเยือน X ในวันที่ 7``; ``ให้สัมภาษณ์ก่อนเดินทางเยือน X``.
    """
    if reading.scan.folded.endswith(_BEFORE_IT, 0, clause.items[index].start):
        return any(item.kind == "verb" and item.value in _SPEAKS for item in clause.items[:index])
    for item in clause.after(index):
        if item.kind == "verb" or item.start - clause.items[index].end > _WHOSE_NEAR + _INVITED:
            return False
        if item.kind == "date":
            return reading.is_coming(item.value)
    return False


def _told_as_done(folded: str, clause: Clause, index: int) -> bool:
    """Whether a journey is one that who tells of it has made: ``A กล่าวถึงการเยือน X ที่ผ่านมา``."""
    behind = goal_end(clause, index)
    past = folded.find("ที่ผ่านมา", behind, behind + _WHOSE_NEAR) >= 0
    return past and folded.endswith("ถึงการ", 0, clause.items[index].start)


def _on_this_journey(
    reading: Reading, clause: Clause, index: int, subject: list[Draft], places: list[Draft]
) -> Draft | None:
    """``A กล่าวว่า การเยือน X ครั้งนี้…``: of whoever speaks and his guest, the one who is not at home there."""
    folded = reading.scan.folded
    verb = clause.items[index]
    known = any(r.predicate == "visited" and r.object == places[0].id for r in reading.relations)
    if known or reading.paragraph.heading:
        return None
    behind = goal_end(clause, index)
    if folded.find("ของ", behind, behind + _WHOSE_NEAR) >= 0:
        return None
    told = _THIS_TIME.match(folded, behind)
    if not (told or folded.endswith(_FOR_THE, 0, verb.start)):
        return None
    # ``การเยือนไทยครั้งนี้ ประธานาธิบดี ก ได้นำคณะ…``: who follows is who came.
    edge = told.end() if told else behind
    following = next((item for item in clause.starting(edge) if item.start <= edge + 1), None)
    named = following is not None and following.kind in PEOPLE
    people = actors_of(reading, following) if named and following is not None else []
    people = [*people, *subject]
    people += [d for d in (reading.person, *reading.principals, reading.guest) if d is not None]
    for draft in people:
        if draft.type is not EntityType.PERSON or is_spokesperson(draft) or not draft.posts:
            continue
        if not any(own_country(draft, place) for place in places):
            return draft
    return None


def awaited(reading: Reading, clause: Clause, index: int, people: list[Draft], end: int) -> None:
    """``หวังว่าจะได้ต้อนรับ A ที่ประเทศไทย``, ``ไทยรอต้อนรับการเยือนของ A``: whoever is awaited here is to come.

    So is who is awaited at a meeting: ``พร้อมต้อนรับ A ในการประชุม M``. ``people`` are whom the verb of
    receiving takes, whose words end at ``end``.
    """
    folded = reading.scan.folded
    meeting = next((item for item in clause.starting(end) if item.kind == "meeting"), None)
    if meeting is not None and meeting.draft is not None:
        for person in people if _AT_MEETING.fullmatch(folded, end, meeting.start) else ():
            reading.say(person, "attended", meeting.draft, clause, "awaited.v1", Modality.PLANNED)
    visit_of = _VISIT_OF.match(folded, clause.items[index].end, clause.end)
    if visit_of is not None:
        whose_ = next(clause.starting(visit_of.end()), None)
        near = whose_ is not None and whose_.kind in PEOPLE and whose_.start <= visit_of.end() + 1
        people = actors_of(reading, whose_) if whose_ is not None and near else []
    elif not _AT_HOME.match(folded, end, clause.end):
        return
    home = reading.register.home()
    for person in people:
        if person.type is EntityType.PERSON and not own_country(person, home):
            reading.say(person, "visited", home, clause, "awaited.v1", Modality.PLANNED)


def _is_journey(folded: str, clause: Clause, verb: Item) -> bool:
    """Whether who goes ``ไปยัง`` a place is told to travel, and not to go to another room."""
    if not folded.startswith(_ONWARD, verb.start):
        return True
    return folded.find("เดินทาง", max(clause.start, verb.start - _SET_OUT), verb.start) >= 0


def _places_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The states and cities that a verb of visiting governs."""
    places: list[Draft] = []
    edge = goals_begin(reading, clause, index)
    chain = goal_at(reading.scan, edge, clause.end)
    if chain is not None:
        # ``เดินทางถึงท่าอากาศยาน ก ประเทศ ข``: the state behind the airport is where somebody has come.
        places = [place_draft(reading, p) for p in chain.places if p.kind in _GONE_TO or p is chain.places[0]]
        edge = chain.span.end
    for item in clause.after(index):
        if item.start < edge:
            continue
        if (item.kind == "country" and not item.qualifies and item.start - edge <= _TO_STATE) or (
            item.kind == "place" and item.start - edge <= _TO_PLACE
        ):
            draft = draft_of(item, reading.register)
            if draft is not None:
                places.append(draft)
                edge = item.end
        elif item.kind == "places" and isinstance(item.payload, PlaceChain):
            field = reading.scan.folded.endswith(FIELD, 0, clause.items[index].end)
            places += [place_draft(reading, p) for p in item.payload.places if field or p.kind in _GONE_TO]
            edge = item.end
        elif item.kind in ("verb", "meeting"):
            break
    return places


def _told_of(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """Whom a relative clause tells of: the people right before ``ที่``, and not the subject of the clause."""
    that = clause.items[index].start - len(_THAT)
    for back, item in enumerate(clause.before(index), 1):
        near = item.kind in PEOPLE and not reading.text(item.end, that).strip()
        return _joined_before(reading, clause, index - back) if near and item.end <= that else []
    return []


def _joined_to(reading: Reading, clause: Clause, index: int, guest: Draft) -> list[Draft]:
    """``ต้อนรับ A และภริยา ในโอกาสเยือน X``: the ``guest`` named before the visit, and who is named with him."""
    for back, item in enumerate(clause.before(index), 1):
        if item.kind in PEOPLE and guest in actors_of(reading, item):
            return _joined_before(reading, clause, index - back)
    return [guest]


def _joined_before(reading: Reading, clause: Clause, position: int) -> list[Draft]:
    """The people of an item, and before them those that และ joins to it."""
    edge = clause.items[position].start
    found = actors_of(reading, clause.items[position])
    for item in clause.before(position):
        if item.kind not in PEOPLE or not _AND.fullmatch(reading.scan.folded, item.end, edge):
            break
        found = [*(draft for draft in actors_of(reading, item) if draft not in found), *found]
        edge = item.start
    return found


def _is_occasion(reading: Reading, clause: Clause, index: int) -> bool:
    folded, start = reading.scan.folded, clause.items[index].start
    last = clause.last_verb(index)
    received = last >= 0 and clause.items[last].value == "receive"
    return folded.endswith(_OCCASION, clause.start, start) or (
        received and folded.endswith("ในการ", 0, start)
    )


def _callers(reading: Reading, clause: Clause, index: int, places: list[Draft]) -> list[Draft]:
    """``A เข้าพบ B ในโอกาสเดินทางเยือน X``: who calls on somebody has come there, unless he is at home in X.

    So have those who come along: ``A พร้อมด้วย C เข้าพบ B``.
    """
    last = clause.last_verb(index)
    if last < 0 or clause.items[last].value not in _CALLS:
        return []
    calls = clause.items[last]
    if calls.value == "meet" and not reading.scan.folded.startswith("เข้า", calls.start):
        return []
    if reading.scan.folded.find(" นำ", clause.start, calls.start) >= 0:
        return []
    callers, _ = subject_of(reading, clause, last)
    people = [draft for draft in callers if draft.type is EntityType.PERSON]
    at_home = bool(people) and any(own_country(people[0], place) for place in places)
    return [] if at_home else people[:1] + [draft for draft in people[1:] if not _is_posted(draft)]


def _is_posted(draft: Draft) -> bool:
    """Whether somebody is posted abroad, and so does not travel there with those on whom he waits."""
    return any(post.city is not None or _POSTED in post.of for post in draft.posts)


def _guest_before(reading: Reading, clause: Clause, index: int, places: list[Draft]) -> Draft | None:
    """Who came on the occasion of a visit: the last person named before it who is not at home there.

    Where titles do not tell, it is whom the verb before makes the guest: who calls on somebody, whoever
    is received; on a line of its own, the guest of the talk that is on.
    """
    nearest: Draft | None = None
    several = False
    for item in clause.before(index):
        if item.kind not in PEOPLE or is_modifier(reading, item, clause.start):
            continue
        for draft in actors_of(reading, item):
            several = several or (nearest is not None and nearest is not draft)
            nearest = nearest or draft
            if not is_spokesperson(draft) and not any(own_country(draft, place) for place in places):
                return draft
    if nearest is not None and not several:
        return None
    return reading.guest or nearest


def guest_who_came(reading: Reading, clause: Clause, index: int) -> tuple[Draft | None, list[Draft]]:
    """``A พบ B ในโอกาสเยือนไทยเพื่อเข้าร่วม M``: who visits is who attends, and not the host; and where."""
    if index <= clause.first_verb or clause.items[index - 1].kind not in GOALS:
        return None, []
    start = clause.items[index].start
    edge = start
    for back, item in enumerate(clause.before(index), 1):
        if item.kind == "verb":
            visit = index - back
            if item.value != "visit" or not _is_occasion(reading, clause, visit):
                break
            places = _places_after(reading, clause, visit)
            if places and _TO_COME.fullmatch(reading.scan.folded, edge, start):
                return _guest_before(reading, clause, visit, places), places
            break
        if item.kind not in GOALS:
            break
        edge = item.end if edge == start else edge
    return None, []


def went_for(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A เดินทางไป X เพื่อเข้าร่วม M และหารือกับ B``: where somebody went in order to do so."""
    for before in clause.verbs_before(index):
        verb, item = clause.items[index], clause.items[before]
        if verb.start - item.end > _ERRAND:
            return []
        if item.value == "visit":
            if not _is_for(reading, clause, verb):
                return []
            return _places_after(reading, clause, before) or sites_after(reading, clause, before)
        if item.value not in _ERRANDS or not reading.scan.folded.endswith(_AS_WELL, clause.start, verb.start):
            return []
        index = before
    return []


def _is_for(reading: Reading, clause: Clause, verb: Item) -> bool:
    """Whether a journey is made for what ``verb`` tells: ``เดินทางไป X เพื่อ…``, ``เดินทางถึง X ร่วม…``."""
    folded = reading.scan.folded
    if folded.endswith(_IN_ORDER, clause.start, verb.start):
        return True
    last = next(clause.before(clause.items.index(verb)), None)
    return last is not None and last.kind in ("country", "place", "places") and last.end == verb.start


def _is_arrival(draft: Draft, place: Draft) -> bool:
    """Whether who arrives somewhere visits nothing: he is back at home, or at an airport there."""
    if place.name.startswith(_AIRPORTS):
        return "นานาชาติ" not in place.name or any(name in place.name for name in _AIRPORTS_AT_HOME)
    home = place.lexicon.country if place.lexicon is not None else ""
    states = {post.state for post in draft.posts}
    return bool(home) and home in states
