"""Frames of hosting: who puts on a meeting, and the meals given for guests."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.model import EntityType, Modality
from kg.relations.meetings.co_hosts import joint_hosts, partners_behind, with_leader
from kg.relations.meetings.governed import meetings_after, objects_after, with_whom
from kg.relations.meetings.retinue import together
from kg.relations.sentence.circumstances import introduce
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.company import those_thanked
from kg.relations.sentence.days import undated
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading, is_of_cabinet
from kg.relations.sentence.referents import draft_of
from kg.relations.sentence.subjects import actors_before

# Whoever is asked or offers to host does not yet.
_ASKS = frozenset({"propose", "support"})
_ASKED_REACH = 40
# ``ชื่นชม A ที่เป็นเจ้าภาพ M``: who is praised has done it.
_PRAISES = tuple(f"{lead}{verb}" for verb in words_of("verbs_of_praising") for lead in ("", "ขอ"))
_OWNER_REACH = 90
_OF = ("ของ", *(f"ของ{noun}" for noun in words_of("leads_to_state")))
# How far before ``โดย`` the state or house may begin for which a body acts.
_WHOLE_REACH = 60
_THROUGH = "โดย"
# ``ไทยสนับสนุน X โดยจะเป็นเจ้าภาพ M``: the state that was spoken of goes on.
_GOING_TO = expression("โดย(?:จะ|ได้)?(?:รับ)?")
_WHILE = (
    *(f"ใน{time}" for time in ("โอกาส", *words_of("in_the_course"))),
    *("ความพร้อม", "ความพร้อมใน", "ผ่าน", *words_of("verbs_of_preparing")),
)
_THIS = expression(rf"(?:การประชุม)?[^ \n]{{0,30}}(?:ดังกล่าว|{any_of('this_turn')})|การประชุม ?ฯ|ฯ")
_ALONE = expression(rf" |\n|$|การประชุม(?: |$)|ขึ้น|จัดขึ้น|ระหว่าง|ใน{any_of('nouns_of_time')}")
_WHICH = expression(r"(?: ?\([^()\n]{1,80}\))? ?(?:ที่|ซึ่ง|โดย) ?")
# ``A ในฐานะเจ้าภาพ``: of the meeting that is on.
_AS_HOST = tuple(f"ในฐานะ{host}" for host in words_of("hosts"))
_THEN_HOSTS = expression(f"(?: ?(?:และ|พร้อม){any_of('spouses')})? ?(?:ได้|จะ)?{any_of('verbs_of_hosting')}")
_MEALS = words_of("meals")
_TWO = 2
# Where the words for a meal and its guests end.
_GOES_ON = expression(r" (?:ณ|ที่|ซึ่ง|โดย|พร้อม|และ|ใน)")
# So far before its verb somebody is told to prepare what he hosts.
_PREPARES_REACH = 20
# So far before its verb stands a host without what leads to one.
_HOST_REACH = 40
# So far behind its verb a meal's guests begin.
_GUESTS_REACH = 120


def host(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เป็นเจ้าภาพ (จัด) M``: without a meeting after it, the one that was spoken of."""
    verb = clause.items[index]
    folded = reading.scan.folded
    subject = _who(reading, clause, index, subject)
    mood = _mood(reading, clause, index, mood)
    if folded.startswith("เลี้ยง", verb.end):
        _banquet(reading, clause, index, subject, mood)
        return
    if _mechanism(reading, clause, index, subject):
        return
    # What is put on stands behind its verb; ``เป็นเจ้าภาพ`` may be said of the meeting spoken of.
    puts_on = folded.startswith(("จัด", "ร่วมจัด"), verb.start)
    named = [d for on in reading.anchor[:1] if not puts_on for d in together(reading, on) if d.named]
    told_before = [] if named else _spoken_of(reading, clause, index)
    behind = meetings_after(reading, clause, index)
    meetings = behind or named or told_before
    mood = _as_attended(reading, clause, meetings, mood)
    nominal = folded.endswith("การ", clause.start, verb.start)
    capacity = folded.startswith(_AS_HOST, verb.start)
    for meeting in meetings:
        if not nominal and not told_before:
            # What is told of a hosting by a noun is of another day than the news.
            introduce(reading, meeting, clause, mood)
        for draft in subject:
            if draft.type is not EntityType.MEETING:
                # In whose capacity somebody acts now says nothing of whether it has been held.
                told = reading.moods.get((draft.id, "hosted", meeting.id)) if capacity else None
                reading.say(draft, "hosted", meeting, clause, "host.v1", told or mood)
        _in_honour(reading, clause, index, meeting, mood)
    partners = [] if nominal or capacity else partners_behind(reading, clause, index)
    for draft in (draft for item in partners for draft in actors_of(reading, item) if draft not in subject):
        for meeting in meetings:
            reading.say(draft, "hosted", meeting, clause, "co-host.v1", mood)
    if behind and not nominal and not partners:
        # ``ไทยจัดการประชุม M ร่วมกับนายกรัฐมนตรี A``: with whom it is held comes to it.
        with_whom(reading, clause, index, [], meetings, mood)
    # ``พิธีมอบรางวัลแก่ผู้มีส่วนในการเป็นเจ้าภาพ M``: the hosting is told of in passing.
    if meetings and not (nominal and reading.anchor):
        reading.anchor = list(meetings)


def _who(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """Who hosts: of a noun whose it is, else who is named before the verb."""
    folded, verb = reading.scan.folded, clause.items[index]
    noun = folded.endswith("การ", 0, verb.start)
    if noun or folded.startswith("ในฐานะ", verb.start):
        owner = _owner_after(reading, clause, index) if noun else []
        own = subject if not noun else _while_hosting(reading, clause, index, subject)
        return owner or _state_at(reading, clause, index) or own
    if folded.startswith("เลี้ยง", verb.end):
        return subject
    # Who hosts a meeting is told right there, or is the state that the clause speaks of.
    goes_on = clause.opener == _THROUGH and _GOING_TO.fullmatch(folded, clause.start, verb.start) is not None
    told = goes_on or not reading.carried
    states = [d for d in subject if told and d.type is EntityType.COUNTRY]
    found = those_thanked(reading, clause, index) or actors_before(reading, clause, index)
    found = found or _in_whose_capacity(reading, clause, index) or states
    return _for_whom(reading, clause, index, with_leader(reading, clause, index, found))


def _in_whose_capacity(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``S ในฐานะเจ้าภาพการประชุมของ F ได้จัด M``: who is the host puts it on."""
    last = clause.last_verb(index)
    as_host = last >= 0 and reading.scan.folded.startswith(_AS_HOST, clause.items[last].start)
    return _state_at(reading, clause, last) if as_host else []


def _while_hosting(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """``ไทยจะผลักดัน X ในช่วงการเป็นเจ้าภาพ M``: the state that acts while it hosts is the host."""
    noun = clause.items[index].start - len("การ")
    if reading.carried or not reading.scan.folded.endswith(_WHILE, clause.start, noun):
        return []
    return [draft for draft in subject if draft.type is EntityType.COUNTRY]


def _mood(reading: Reading, clause: Clause, index: int, mood: Modality) -> Modality:
    """What somebody prepares, asks or offers to host he does not yet."""
    folded, verb = reading.scan.folded, clause.items[index]
    noun = folded.endswith("การ", 0, verb.start) or folded.startswith("ในฐานะ", verb.start)
    prepares = noun and folded.find("เตรียม", max(clause.start, verb.start - _PREPARES_REACH), verb.start) >= 0
    prepares = prepares or folded.endswith("พร้อม", 0, verb.start)
    asked = any(
        item.kind == "verb"
        and item.value in _ASKS
        and verb.start - item.end < _ASKED_REACH
        and not folded.startswith(_PRAISES, item.start)
        for item in clause.before(index)
    )
    return Modality.PLANNED if mood is Modality.ACTUAL and (prepares or asked) else mood


def _spoken_of(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``… M ซึ่ง S เป็นเจ้าภาพ``, ``เป็นเจ้าภาพการประชุมครั้งนี้``: the meeting named last, or the one that is on."""
    on, end = reading.named_last, clause.items[index].end
    if reading.scan.folded.startswith(_AS_HOST, clause.items[index].start):
        on = next((m for m in (*reading.anchor[:1], reading.event, on) if m is not None and m.named), None)
        return [reading.whole_of(on)] if on is not None and not is_of_cabinet(on) else []
    told = _THIS.match(reading.scan.folded, end)
    goes_on = clause.opener == "ซึ่ง" and index == clause.first_verb
    if told is None and not (goes_on and _ALONE.match(reading.scan.folded, end)):
        return []
    if told is None and reading.scan.folded.startswith("จัด", clause.items[index].start):
        return []
    known = on is not None and on.named and not is_of_cabinet(on) and (told is None or on is reading.event)
    return [on] if on is not None and known else []


def _for_whom(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """``ไทย โดยกระทรวง ก เป็นเจ้าภาพ``: the state or house before its body hosts with it."""
    scan = reading.scan
    if clause.opener != _THROUGH:
        return [*_through_body(reading, clause, index), *subject]
    whole = next(iter(reversed(scan.names_within(clause.start - _WHOLE_REACH, clause.start))), None)
    acts_for = any(draft.type is EntityType.ORGANIZATION for draft in subject)
    ends = whole is not None and not scan.folded[whole.end : clause.start].strip()
    if whole is None or not (ends and acts_for):
        return subject
    # ``ตามมติกระทรวง ก โดยกรม ข``: a house to which another word leads is only told of.
    house = whole.type == "Organization" and (not whole.start or scan.folded[whole.start - 1] in " \n")
    return [reading.register.entry(whole.entry), *subject] if house or whole.type == "Country" else subject


def _through_body(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``รัฐบาลไทยโดยกระทรวง ก เป็นเจ้าภาพ``: the state that hosts through a body of its own."""
    for item, body in pairwise(clause.items[:index]):
        through = body.kind == "body" and reading.scan.folded[item.end : body.start] == _THROUGH
        if item.kind == "country" and through:
            return actors_of(reading, item)
    return []


def _mechanism(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> bool:
    """Whether a mechanism is hosted, for a year, by one who takes part in it: ``ไทยเป็นเจ้าภาพเอเปค``.

    ``พร้อมสนับสนุนการเป็นเจ้าภาพเอเปคของไทย``: the host is a member before its year.
    """
    verb = clause.items[index]
    following = next(iter(clause.after(index)), None)
    if following is None or following.kind != "framework" or following.start - verb.end > 1:
        return False
    if not reading.scan.folded.endswith("เจ้าภาพ", verb.start, verb.end):
        return False
    mechanism = draft_of(following, reading.register)
    ahead = reading.scan.folded.endswith("จะ", clause.start, verb.start)
    mood = Modality.PLANNED if ahead else Modality.ACTUAL
    for draft in subject:
        if mechanism is not None and draft.type is EntityType.COUNTRY:
            reading.say(draft, "participatesIn", mechanism, clause, "host-of-mechanism.v1", mood)
    return True


def _as_attended(reading: Reading, clause: Clause, meetings: list[Draft], mood: Modality) -> Modality:
    """``จะเข้าร่วมงานเลี้ยงที่ X เป็นเจ้าภาพ``: what one will come to has not been hosted yet."""
    ids = {meeting.id for meeting in meetings}
    for relation in reversed(reading.relations):
        if relation.evidence.start < clause.start:
            break
        if relation.predicate == "attended" and relation.object in ids:
            return relation.modality
    expected = clause.opener == "ซึ่ง" and bool(meetings) and all(map(reading.is_expected, meetings))
    return Modality.PLANNED if expected and mood is Modality.ACTUAL else mood


def _in_honour(reading: Reading, clause: Clause, index: int, meeting: Draft, mood: Modality) -> None:
    """``เป็นเจ้าภาพงานเลี้ยง … เพื่อเป็นเกียรติแก่ X``: X comes, on the day that the text is on."""
    if not meeting.name.startswith(_MEALS):
        return
    undated(reading, meeting, clause, mood)
    for item in clause.after(index):
        given = reading.scan.folded.endswith(("แก่", "แก่ "), 0, item.start)
        if given and item.kind in PEOPLE:
            for draft in actors_of(reading, item):
                reading.say(draft, "attended", meeting, clause, "banquet.v1", mood)


def _owner_after(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """Whose hosting is spoken of: ``การเป็นเจ้าภาพการประชุม M ของไทย``."""
    for item in clause.after(index):
        if item.kind in ("country", "body") and reading.scan.folded.endswith(_OF, 0, item.start):
            return actors_of(reading, item)
        if item.kind == "verb" or item.start - clause.items[index].end > _OWNER_REACH:
            break
    return []


def _state_at(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """The state or body next to a noun of hosting: before it, or after it with ``ของ``."""
    for item in clause.before(index):
        if (
            item.kind in ("country", "body")
            and item.qualifies != "pair"
            and clause.items[index].start - item.end <= _HOST_REACH
        ):
            return actors_of(reading, item)
        if item.kind in ("verb", "meeting"):
            break
    return []


def _banquet(reading: Reading, clause: Clause, index: int, subject: list[Draft], mood: Modality) -> None:
    """``S เป็นเจ้าภาพเลี้ยงอาหาร(ค่ำ) … แก่ X``: a meal given for somebody is an event of its own."""
    verb = clause.items[index]
    stop = min(clause.end, verb.end + _GUESTS_REACH)
    guests = []
    for item in clause.after(index):
        if item.start >= stop:
            break
        if item.kind in ("places", "date"):
            stop = item.start
            break
        if item.kind in PEOPLE and item.end <= stop:
            guests += actors_of(reading, item)
    event = reading.register.meetings.event(
        _GOES_ON.split(reading.text(verb.end, stop).rstrip(), maxsplit=1)[0], "Reception"
    )
    undated(reading, event, clause, mood)
    introduce(reading, event, clause, mood)
    for draft in _givers(reading, clause, index, subject):
        reading.say(draft, "hosted", event, clause, "banquet.v1", mood)
    for draft in guests:
        reading.say(draft, "attended", event, clause, "banquet.v1", mood)
    reading.anchor = [event]


def _givers(reading: Reading, clause: Clause, index: int, subject: list[Draft]) -> list[Draft]:
    """Who gives a meal: the people named right before the verb, or two who act together; else the first."""
    people = [draft for draft in subject if draft.type is EntityType.PERSON]
    named = actors_before(reading, clause, index) or []
    givers = [draft for draft in people if draft in named]
    if not givers and len(people) == _TWO and not reading.carried:
        givers = people
    return givers or subject[:1]


def put_on(reading: Reading, clause: Clause, *, meets: bool) -> None:
    """``งานเลี้ยงอาหารค่ำที่ X จัดขึ้น``, ``M ซึ่ง X จะเป็นเจ้าภาพ``: whoever a relative clause names hosts M."""
    folded = reading.scan.folded
    items = clause.items
    for meeting, actor in pairwise(items) if meets else ():
        if meeting.kind != "meeting" or actor.kind not in ACTORS or meeting.draft is None:
            continue
        if not _WHICH.fullmatch(folded, meeting.end, actor.start):
            continue
        hosts = joint_hosts(reading, clause.starting(actor.start))
        if hosts and _THEN_HOSTS.match(folded, hosts[-1].end, clause.end) is not None:
            for each in hosts:
                _host_of(reading, clause, each, meeting.draft)
    first_ = items[0] if items else None
    if clause.opener not in ("ซึ่ง", "โดย") or first_ is None or first_.kind not in ACTORS:
        return
    on = reading.named_last or (reading.anchor[0] if reading.anchor else None)
    near = first_.start - clause.start <= len(clause.opener) + 1
    if on is not None and near and on in reading.anchor and _THEN_HOSTS.match(folded, first_.end, clause.end):
        _host_of(reading, clause, first_, on)


def _host_of(reading: Reading, clause: Clause, actor: Item, meeting: Draft) -> None:
    """Say that who stands in a relative clause hosts the meeting before it."""
    expected = reading.is_expected(meeting) or reading.scan.folded.startswith(("จะ", " จะ"), actor.end)
    mood = Modality.PLANNED if expected else Modality.ACTUAL
    for draft in actors_of(reading, actor):
        reading.say(draft, "hosted", meeting, clause, "put-on.v1", mood)


def hosted_by(
    reading: Reading,
    clause: Clause,
    index: int,
    subject: list[Draft],  # noqa: ARG001 - every frame takes it
    mood: Modality,
) -> None:
    """``M จัดขึ้นโดย S``, ``จัดโดย S T และ U``."""
    for item in joint_hosts(reading, objects_after(clause, index)):
        for draft in actors_of(reading, item)[:1]:
            for meeting in reading.anchor[:1]:
                reading.say(draft, "hosted", meeting, clause, "hosted-by.v1", mood)
