"""Talks with people of whom nobody is named, and the bodies and companies that they come from."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.mentions.bodies import body_at, company_at
from kg.mentions.phrases import phrase_end
from kg.mentions.things import ThingMention
from kg.model import EntityType, Modality
from kg.relations.meetings.which_talk import is_habit, talk_between
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import ACTORS, Item
from kg.relations.sentence.mood import mood_before
from kg.relations.sentence.names import foreign_body
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.subjects import reported
from kg.text import Span, spaced_behind

# Who may be met without a name: people of a kind or a house, and houses where their people are meant.
_PEOPLE = ("people_of_business", "people_by_what_they_do", "people_of_the_land", "come_for_a_body")
_GROUP = expression(
    " ?(?:และ[ก-ฺเ-๎]{3,60}?(?=กับ|แก่))?(?:(?:ร่วม)?กับ|แก่)? ?"
    f"(?P<who>(?:กลุ่ม|เครือข่าย)(?={any_of('kinds_of_people')})|คณะ|สมาชิก|ทางการ|ภาคส่วน|"
    f"หน่วยงาน|องค์กร|ผู้นำ(?={any_of('leaders_of_many')})|{any_of(*_PEOPLE, 'houses_of_business')})"
)
# ``ได้พบกับ Alphacorp บริษัทชั้นนำด้านอาหาร``: a house in Latin letters, which its noun follows.
_HOUSE = expression(
    r" ?(?P<who>[A-Z][A-Za-z0-9&.'’-]{1,40}(?: [A-Z][A-Za-z0-9&.'’-]{1,40}){0,3}) "
    f"(?=ผู้ผลิต|{any_of('houses_of_business')})|"
    # ``หารือกับ North-South Business Coalition``: a house by the last word of its name.
    rf" ?(?P<body>(?:[A-Z][A-Za-z&-]* (?:(?:of|and|for) )?){{1,5}}{any_of('latin_houses')}(?![A-Za-z]))"
)
_PARTNERS = expression(f" ?{any_of('people_of_business')}")
_HOUSES = words_of("houses_without_names")
# What a body's people are called before its name.
_OF = expression(
    " ?(?:(?:ร่วม)?กับ|แก่)? ?(?:คณะ)?"
    f"(?:(?:สมาชิก|กรรมการ|{any_of('people_of_business', 'come_for_a_body')})"
    f"(?: |{any_of('ranks_of_people')})*)?(?:จาก|ของ)? ?"
)
# Who holds an office at a body is one person, of whom no name is told.
_OFFICE = expression("(?: ?(?:ร่วม)?กับ)? ?(?:CEO|ซีอีโอ)")
_NAMELY = expression(
    rf"[^\n]{{0,110}}?{any_of('leads_to_list')} ?|"
    r"[^\n]{0,12}?บริษัท[ก-ฺเ-๎ฯ.]{3,40} (?=[A-Z])"
)
_PEOPLE_OF = f"(?:คณะ)?{any_of('come_for_a_body')}(?:จาก|ของ)? ?"
_NEXT = expression(
    rf"(?: ?[,/] ?(?:และ)?| ?(?:และ|กับ|{any_of('joins_more')}) ?| (?=บริษัท|{_PEOPLE_OF}|[A-Z]))"
    rf"(?:{_PEOPLE_OF})?"
)
_LATIN = expression(r"[A-Z][A-Za-z0-9&.'’-]*(?: (?:of|and|for|&|[A-Z][A-Za-z0-9&.'’-]*)){0,4}")
_SPACED = expression(r"[^,/]*(?: [A-Z][a-z]+){4}")
_BRACKET = expression(r" ?\(([^()\n]{2,80})\)")
_COMPANY = "บริษัท"
_NOUN = expression("บริษัท ?")
_TALKS = words_of("begins_talking")
# With whom one talks, and not what is done with whom: ``ความร่วมมือกับธนาคาร ก``.
_JOINED = expression(" (?:ร่วม)?กับ ?|ร่วมกับ ?")
_WITH = spaced_behind("กับ", "ของ", "ให้")
_KINDS = words_of("latin_kinds_of_business")
_FEW = 2
_MOST = 24
_NO_NAME = 4
# A talk that is called by those who hold it: ``การหารือระหว่างผู้นำ F กับ…``, ``การประชุมหารือร่วมกับ…``.
_NAMED_WITH = expression(r"การ(?:ประชุม)?(?:พบปะ|พบ)?หารือ(?:ทวิภาคี)? ?(?:ระหว่าง[^\n]{2,80}?)?(?:ร่วม)?(?=กับ)")


def is_group(reading: Reading, clause: Clause, verb: Item) -> bool:
    """Whether people of whom nobody is named stand right behind a verb of meeting.

    What is found (``พบแรงงานผิดกฎหมาย``) is met by nobody.
    """
    folded = reading.scan.folded
    if folded.endswith("พบ", verb.start, verb.end):
        return _PARTNERS.match(folded, verb.end, clause.end) is not None
    return _GROUP.match(folded, verb.end, clause.end) is not None


def with_group(reading: Reading, clause: Clause, verb: Item, own: list[Draft], mood: Modality) -> bool:
    """Whether people are met of whom nobody is named, which is read then: ``S พบกับผู้บริหารบริษัทชั้นนำของญี่ปุ่น``."""
    group = _GROUP.match(reading.scan.folded, verb.end, clause.end) or _HOUSE.match(
        reading.document.text, verb.end, clause.end
    )
    people = _who_meets(reading, clause, verb, own)
    if group is None or not people or reading.paragraph.retelling:
        return False
    bodies = bodies_met(reading, verb.end, clause.end)
    by_others = reading.teller is not people[0] and reported(reading, clause, clause.items.index(verb))
    # Whom their own official met releases let others tell, whom a guest met they only tell by the way.
    by_others = by_others and (reading.host is not people[0] or reading.talk is not None)
    if not bodies and (by_others or group.group().endswith(_HOUSES)):
        return False
    end = phrase_end(reading.scan, group.end(), clause.end)
    who = reading.text(group.start(group.lastgroup or 0), end)
    if is_habit(reading, group.end(), end):
        return False
    # Beside a meeting that is on, a talk told by a noun is none with which the text goes on.
    on = reading.event is not None and reading.scan.folded.endswith("การ", clause.start, verb.start)
    with reading.aside(beside=reading.talk is not None or on):
        event, _ = talk_between(reading, clause, verb, people, people, end, mood, group=who)
    for draft in (*people, *bodies):
        reading.say(draft, "attended", event, clause, "group.v1", mood)
    reading.topics_from(clause, end, event, mood)
    return True


def _who_meets(reading: Reading, clause: Clause, verb: Item, own: list[Draft]) -> list[Draft]:
    """Who of a subject meets people without a name: its people, or the bodies that send theirs.

    Where a state is carried over (``การเยือนยุโรปครั้งนี้ ได้พบกับเอกชน``) its official does who was told of.
    """
    people = [draft for draft in own if draft.type is EntityType.PERSON]
    states = bool(own) and all(draft.type is EntityType.COUNTRY for draft in own)
    noun = reading.scan.folded.endswith("การ", clause.start, verb.start)
    if states and reading.carried and not noun and reading.host is not None:
        return [reading.host]
    return people or _sent(reading, clause, verb, own)


def _sent(reading: Reading, clause: Clause, verb: Item, own: list[Draft]) -> list[Draft]:
    """The bodies that are told to talk through their people: one or two of them, right in front of the verb.

    ``A ลงนามกับบริษัท ก จะหารือกับภาคเอกชน``, ``A เยี่ยมชมบริษัท ก พร้อมหารือกับภาคเอกชน``: not whom somebody
    else has to do with, or lets talk.
    """
    before = next((item for item in clause.before(clause.items.index(verb)) if item.kind in ACTORS), None)
    if reading.carried or before is None or reading.scan.folded.endswith(_WITH, clause.start, before.start):
        return []
    led = next(clause.before(clause.items.index(before)), None)
    if led is not None and led.kind == "verb" and led.value != "assign" and before.start - led.end <= 1:
        return []
    bodies = [draft for draft in own if draft.type is EntityType.ORGANIZATION]
    return bodies if len(bodies) == len(own) <= _FEW else []


def about_with_bodies(reading: Reading, clause: Clause, index: int, own: list[Draft], mood: Modality) -> int:
    """``S หารือแนวทางแก้ปัญหา X ร่วมกับกระทรวง ก``: a talk of X with the bodies that stand behind it.

    Gives where the subject of the talk ends, or -1 where no body follows.
    """
    verb, folded = clause.items[index], reading.scan.folded
    told_there = reading.talk is not None and reported(reading, clause, index)
    if reading.paragraph.retelling or told_there or not folded.startswith(_TALKS, verb.start):
        return -1
    limit = next((item.start for item in clause.after(index) if item.kind == "verb"), clause.end)
    for joined in _JOINED.finditer(folded, verb.end, limit):
        bodies = [draft for draft in bodies_met(reading, joined.end(), limit) if draft not in own]
        if not bodies:
            continue
        end = phrase_end(reading.scan, joined.end(), limit)
        who = reading.text(joined.end(), end)
        with reading.aside(beside=reading.talk is not None):
            event, _ = talk_between(reading, clause, verb, own, own, end, mood, group=who)
        for draft in (*own, *bodies):
            reading.say(draft, "attended", event, clause, "group.v1", mood)
        reading.topics_from(clause, end, event, mood)
        return joined.start()
    return -1


def in_name(reading: Reading, meeting: Draft, span: Span) -> None:
    """``การหารือระหว่างผู้นำ F กับผู้แทนสมาคม ก``: the bodies with which a talk is named come to it."""
    named = _NAMED_WITH.match(reading.scan.folded, span.start, span.end)
    if named is None:
        return
    mood = mood_before(reading, span.start)
    for body in bodies_met(reading, named.end(), span.end):
        reading.say(body, "attended", meeting, span, "named-with.v1", mood)


def bodies_met(reading: Reading, start: int, end: int) -> list[Draft]:
    """The bodies whose people a verb of meeting takes, one after another or in a list.

    ``หารือกับผู้บริหารของบริษัท ก จำกัด และบริษัท ข จำกัด``, ``พบกับภาคเอกชน อาทิ A, B และ C``.
    """
    folded = reading.scan.folded
    if _OFFICE.match(folded, start, end):
        return []
    lead = _OF.match(folded, start, end)
    found = _names(reading, lead.end(), end) if lead else []
    if found:
        return found
    namely = _NAMELY.match(folded, start, end)
    if namely is None or _SPACED.match(reading.document.text, namely.end(), end):
        return []
    return _names(reading, namely.end(), end)


def _names(reading: Reading, start: int, end: int) -> list[Draft]:
    """The bodies and companies of a list that begins at ``start``, as far as each is known for one."""
    found: list[Draft] = []
    at = start
    while at < end and len(found) < _MOST:
        named = _name_at(reading, at, end)
        if named is None:
            break
        draft, at = named
        found += [] if draft in found else [draft]
        joined = _NEXT.match(reading.document.text, at, end)
        if joined is None:
            break
        at = joined.end()
    return found


def _name_at(reading: Reading, at: int, end: int) -> tuple[Draft, int] | None:
    """The body that is named at ``at`` and where its words end."""
    scan, register = reading.scan, reading.register
    hit = scan.names_at.get(at)
    body: ThingMention | None = None
    if hit is not None and hit.type == "Organization":
        body = foreign_body(scan, hit, end)
        if body is None:
            stop = hit.end
            bracket = _BRACKET.match(scan.folded, stop, end)
            return register.entry(hit.entry), bracket.end() if bracket else stop
    state = scan.names_at.get(at + len(_COMPANY)) if scan.folded.startswith(_COMPANY, at) else hit
    if state is not None and state.type == "Country":
        # ``บริษัทจีน`` are companies of a state.
        return None
    noun = _NOUN.match(scan.folded, at, end)
    latin = _LATIN.match(scan.document.text, noun.end() if noun else at, end)
    if latin is not None and noun is None and latin.group().count(" ") >= _NO_NAME:
        # Names that stand side by side without a comma.
        return None
    company = company_at(scan, at, end) if noun else None
    if latin is not None and len(latin.group()) > 1 and latin.group() not in _KINDS:
        stop = company.span.end if company else latin.end()
        draft = register.bound(latin.group()) or register.thing(
            EntityType.ORGANIZATION, company.surface if company else latin.group(), "Organization"
        )
        if company:
            # In Latin letters a company is known without its noun too.
            register.bind(latin.group(), draft)
        bracket = _BRACKET.match(scan.document.text, stop, end)
        return draft, bracket.end() if bracket else stop
    body = body or company or body_at(scan, at, end)
    if body is None:
        return None
    return register.mentioned(body), body.span.end
