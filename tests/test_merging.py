"""One thing told of in many documents: what makes two records one, and what keeps them apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest
from handmade import claim, document, entity
from hypothesis import assume, given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from kg.entities.keys import document_scope, entity_key
from kg.entities.meeting_names import tells_its_series
from kg.errors import MergeError
from kg.merging import (
    Decisions,
    Record,
    compare,
    conflict,
    merges_quads,
    parse_decisions,
    read_decisions,
    record,
    resolve_all,
    rungs,
)
from kg.merging.keys import keys
from kg.merging.records import Fact
from kg.merging.resolve import Held, Resolution, pairs_of, resolve
from kg.merging.sounds import names_alike
from kg.model import EntityType, Extraction
from kg.rdf import document_quads
from kg.vocab import DCTERMS, OWL, PROV, RDF, THUT, Minter

MINTER = Minter()
PERSON, MEETING = EntityType.PERSON, EntityType.MEETING

# Graphs of documents


def quads(
    identifier: str, published: str, things: Iterable[tuple], facts: Iterable[tuple] = ()
) -> list[Quad]:
    """The graph of a document: things are (type, name, other names), facts (name, property, value).

    A thing whose first other name is ``@`` is known by a description alone.
    """
    source = document(identifier, "เนื้อความของเอกสาร", published=published)
    keyed = {}
    for type_, name, *others in things:
        described = others[:1] == ["@"]
        scope = identifier if described else ""
        if type_ is MEETING and not tells_its_series(name):
            scope = f"{identifier}:{len(keyed)}" if described else document_scope(identifier)
        key = name if name.startswith("lex:") else entity_key(type_, name, scope=scope)
        keyed[name] = entity(key, type_, name.removeprefix("lex:country-"), *others[described:])
    claims = [
        claim(
            source,
            keyed[subject].key,
            predicate,
            keyed[value].key if value in keyed else value,
            "เนื้อความ",
            literal=value not in keyed,
        )
        for subject, predicate, value in facts
    ]
    return document_quads(Extraction(source, tuple(keyed.values()), tuple(claims)), MINTER)


def person(identifier: str, published: str, name: str, post: str = "", *others: str) -> list[Quad]:
    """A document that names one person with a post."""
    facts = [(name, "holdsPosition", post)] if post else []
    return quads(identifier, published, [(PERSON, name, *others)], facts)


def meeting(identifier: str, published: str, name: str, *others: str, **facts: str) -> list[Quad]:
    """A document that tells of one meeting."""
    return quads(
        identifier,
        published,
        [(MEETING, name, *others)],
        [(name, key, value) for key, value in facts.items()],
    )


def of(type_: EntityType, name: str, scope: str = "") -> str:
    return MINTER.entity(entity_key(type_, name, scope=scope))


def resolved(*graphs: list[Quad], decisions: Decisions | None = None) -> Resolution:
    held = Held([quad for graph in graphs for quad in graph], MINTER)
    records = {iri: record(iri, held) for iri in held.entities()}
    return resolve(records, None, decisions or Decisions())


def reasons(resolution: Resolution) -> set[str]:
    return {merge.reason for merge in resolution.merges}


# Persons


@pytest.mark.parametrize(
    ("one", "other", "post", "reason"),
    [
        ("ธนากร วัฒนสุขเจริญ", "ธนากร วัฒนสุขเจรีญ", "ปลัดกระทรวงคมนาคม", "person-letter"),
        ("ธนากร วัฒน์สุขเจริญ", "ธนากร วัฒนสุขเจริญ", "", "person-spelling"),
        ("คาร์ล เบนเดก", "คาล เบนเด็ค", "เอกอัครราชทูตออสเตรียประจำประเทศไทย", "person-transliteration"),
        ("Karl Bendek", "คาร์ล เบนเด็ก", "ออท.ออสเตรีย", "person-transliteration"),
        ("โมริตะ ทาเคชิ", "ทาเคชิ โมริตะ", "นายกรัฐมนตรีญี่ปุ่น", "person-transliteration"),
        ("เบนเดก", "คาร์ล เบนเดก", "ประธานาธิบดีออสเตรีย", "person-part-of-name"),
    ],
)
def test_one_person_in_two_spellings(one, other, post, reason):
    found = resolved(person("a", "2024-03-01", one, post), person("b", "2024-03-20", other, post))
    assert reasons(found) == {reason}
    assert len(found.canonical) == 1


def test_a_latin_name_beside_both_makes_one_person():
    found = resolved(
        person("a", "2024-03-01", "ยอน โฮลเมิน", "", "Jon Holmen"),
        person("b", "2024-05-20", "จอน ฮุลเมน", "", "H.E. Mr. JON Holmen"),
    )
    assert reasons(found) == {"person-latin-name"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ธนากร วัฒนสุขเจริญ", "รองปลัดกระทรวงคมนาคม"), ("ธนากร พันธุ์ทองคำ", "รองปลัดกระทรวงคมนาคม")),
        (("ธนากร วัฒนสุขเจริญ", "ปลัดกระทรวงแรงงาน"), ("ธนาวุฒิ วัฒนสุขเจริญ", "ปลัดกระทรวงแรงงาน")),
        (("หวัง เทา", "นายกรัฐมนตรีจีน"), ("หวัง ผิง", "นายกรัฐมนตรีจีน")),
        (
            ("คาร์ล เบนเดก", "เอกอัครราชทูตออสเตรียประจำประเทศไทย"),
            ("คาร์ล เบนเดก ที่สอง", "เอกอัครราชทูตชิลีประจำประเทศไทย"),
        ),
        (("คาร์ล เบนเดก", "นายกรัฐมนตรีออสเตรีย"), ("คาล เบนเด็ค", "นายกรัฐมนตรีชิลี")),
    ],
)
def test_two_people_stay_two(one, other):
    found = resolved(person("a", "2024-03-01", *one), person("b", "2024-03-20", *other))
    assert found.canonical == {}


def test_a_first_name_that_two_people_have_is_nobodys():
    both = resolved(
        person("a", "2024-03-01", "ธนากร วัฒนสุขเจริญ", "สส.เลย"),
        person("b", "2024-03-02", "ธนากร พันธุ์ทองคำ", "สส.เลย"),
        person("c", "2024-03-03", "ธนากร", "สส.เลย"),
    )
    assert both.canonical == {}
    one = resolved(
        person("a", "2024-03-01", "ธนากร วัฒนสุขเจริญ", "สส.เลย"), person("c", "2024-03-03", "ธนากร", "สส.เลย")
    )
    assert one.canonical == {of(PERSON, "ธนากร"): of(PERSON, "ธนากร วัฒนสุขเจริญ")}


def holder(identifier: str, published: str, post: str = "นายกรัฐมนตรีญี่ปุ่น") -> list[Quad]:
    """A document that knows somebody by post alone."""
    return quads(identifier, published, [(PERSON, post, "@")])


def test_who_is_known_by_post_alone_is_who_is_named_with_it_before_and_after():
    named = [
        person("a", "2022-01-10", "โมริตะ ทาเคชิ", "นายกรัฐมนตรีญี่ปุ่น"),
        person("b", "2023-01-10", "โมริตะ ทาเคชิ", "นายกรัฐมนตรีญี่ปุ่น"),
    ]
    found = resolved(*named, holder("c", "2022-06-01"))
    assert reasons(found) == {"person-post-holder"}
    assert found.canonical == {of(PERSON, "นายกรัฐมนตรีญี่ปุ่น", "c"): of(PERSON, "โมริตะ ทาเคชิ")}
    assert resolved(*named, holder("c", "2024-06-01")).canonical == {}


def test_between_two_holders_a_post_is_nobodys():
    found = resolved(
        person("a", "2022-05-20", "โมริตะ ทาเคชิ", "นายกรัฐมนตรีญี่ปุ่น"),
        person("b", "2022-06-10", "ซากาอิ โนโซมุ", "นายกรัฐมนตรีญี่ปุ่น"),
        holder("c", "2022-06-01"),
    )
    assert found.canonical == {}


def test_one_office_has_one_holder_under_either_title():
    found = resolved(
        person("a", "2022-05-20", "โมริตะ ทาเคชิ", "นายกรัฐมนตรีสหพันธ์สาธารณรัฐออสเตรีย"),
        holder("c", "2022-06-01", "นายกรัฐมนตรีออสเตรีย"),
    )
    assert reasons(found) == {"person-post-near"}


def test_a_post_that_several_hold_tells_nobody():
    found = resolved(
        person("a", "2022-05-20", "ธนากร วัฒนสุขเจริญ", "รองนายกรัฐมนตรี"),
        holder("c", "2022-06-01", "รองนายกรัฐมนตรี"),
    )
    assert found.canonical == {}


def test_whom_one_document_tells_apart_are_two():
    together = quads("a", "2024-03-01", [(PERSON, "คาร์ล เบนเดก"), (PERSON, "คาร์ลา เบนเดกา")])
    assert resolved(together).canonical == {}


def test_a_document_may_break_off_the_name_of_somebody_whom_it_names():
    post = "ประธานาธิบดีออสเตรีย"
    whole, broken, other = "คาร์ล เบนเดก", "คาร์ล เบน", "คาร์ล โฮลเมิน"

    def told(second: str) -> list[Quad]:
        people = [(PERSON, whole), (PERSON, second)]
        return quads("a", "2024-03-01", people, [(name, "holdsPosition", post) for _, name in people])

    assert reasons(resolved(told(broken))) == {"person-part-of-name"}
    assert resolved(told(other)).canonical == {}


# Meetings


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("การประชุมผู้นำบิมสเทค ครั้งที่ 6", "การประชุมสุดยอด BIMSTEC ครั้งที่ 6", "meeting-ordinal"),
        ("การประชุมอาเซียน ครั้งที่ 46", "การประชุมสุดยอดอาเซียน ครั้งที่ 46", "meeting-ordinal-short"),
        ("ที่ประชุมสุดยอดอาเซียน ครั้งที่ 37", "การประชุมสุดยอดอาเซียน ครั้งที่ 37", "meeting-ordinal"),
    ],
)
def test_a_series_and_its_number_make_one_meeting(one, other, reason):
    number = one.rsplit(" ", 1)[-1]
    found = resolved(
        meeting("a", "2024-03-01", one, ordinal=number), meeting("b", "2025-05-01", other, ordinal=number)
    )
    assert reasons(found) == {reason}


def test_a_meeting_that_was_put_off_keeps_its_number():
    found = resolved(
        meeting("a", "2023-07-01", "การประชุมผู้นำบิมสเทค ครั้งที่ 6", ordinal="6", heldOn="2023-11-30"),
        meeting("b", "2025-04-05", "การประชุมผู้นำ BIMSTEC ครั้งที่ 6", ordinal="6", heldOn="2025-04-04"),
    )
    assert len(found.canonical) == 1


def test_the_announcement_and_the_report_are_of_one_meeting():
    found = resolved(
        meeting("a", "2024-03-01", "การประชุมรัฐมนตรีขนส่งอาเซียน", heldOn="2024-05"),
        meeting("b", "2024-05-22", "การประชุมรัฐมนตรีขนส่งอาเซียน ครั้งที่ 29", ordinal="29", heldOn="2024-05-20"),
    )
    assert reasons(found) == {"meeting-date"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"name": "การประชุมผู้นำบิมสเทค ครั้งที่ 5", "ordinal": "5"},
            {"name": "การประชุมผู้นำบิมสเทค ครั้งที่ 6", "ordinal": "6"},
        ),
        (
            {"name": "การประชุมสุดยอดอาเซียน - จีน ครั้งที่ 24", "ordinal": "24"},
            {"name": "การประชุมสุดยอดอาเซียน - ญี่ปุ่น ครั้งที่ 24", "ordinal": "24"},
        ),
        (
            {"name": "การประชุมสุดยอดอาเซียน ครั้งที่ 46", "ordinal": "46"},
            {"name": "การประชุมสุดยอดอาเซียน อย่างไม่เป็นทางการ ครั้งที่ 46", "ordinal": "46"},
        ),
        (
            {"name": "การประชุมรัฐมนตรีขนส่งอาเซียน", "heldOn": "2023-05-10"},
            {"name": "การประชุมรัฐมนตรีขนส่งอาเซียนครั้งสำคัญ", "heldOn": "2024-05-10"},
        ),
        (
            {"name": "การประชุมระดับรัฐมนตรี", "heldOn": "2024-05-10"},
            {"name": "ประชุมรัฐมนตรี", "heldOn": "2024-05-10"},
        ),
    ],
)
def test_another_number_level_or_day_is_another_meeting(one, other):
    found = resolved(
        meeting("a", "2024-05-11", one.pop("name"), **one),
        meeting("b", "2024-05-12", other.pop("name"), **other),
    )
    assert found.canonical == {}


def test_two_meetings_held_as_one_are_neither_of_them():
    name = "การประชุมสุดยอดอาเซียน ครั้งที่ {}"
    found = resolved(
        meeting("a", "2021-10-25", name.format("38 และ 39"), heldOn="2021-10-26"),
        meeting("b", "2021-10-25", name.format("38"), heldOn="2021-10-26"),
        meeting("c", "2021-10-26", name.format("39"), heldOn="2021-10-26"),
        meeting("d", "2021-10-27", "ที่" + name.format("38 และ 39").removeprefix("การ"), heldOn="2021-10"),
    )
    assert reasons(found) == {"meeting-ordinal"}
    assert len(found.canonical) == 1


def test_without_a_number_two_meetings_held_as_one_are_meant_and_neither_of_them():
    name, day = "การประชุมสุดยอดอาเซียน", "2021-10-26"
    one, both = f"{name} ครั้งที่ 38", f"{name} ครั้งที่ 38 และ 39"
    programme = quads(
        "a",
        "2021-10-25",
        [(MEETING, one), (MEETING, both)],
        [(one, "partOf", both), (one, "heldOn", day), (both, "heldOn", day)],
    )
    found = resolved(programme, meeting("b", "2021-10-26", name, heldOn=day))
    assert reasons(found) == {"meeting-date"}
    assert of(MEETING, one) not in {*found.canonical, *found.canonical.values()}


def numbered(identifier: str, name: str, *ordinals: str) -> list[Quad]:
    """A document that states several numbers of one meeting."""
    return quads(
        identifier, "2022-05-10", [(MEETING, name)], [(name, "ordinal", found) for found in ordinals]
    )


def test_the_number_in_a_name_counts_and_not_what_else_is_stated():
    series = "การประชุมรัฐมนตรีขนส่งอาเซียน"
    both = numbered("a", f"{series} ครั้งที่ 28", "28", "2"), numbered("b", f"ที่{series[3:]} ครั้งที่ 28", "28")
    assert reasons(resolved(*both)) == {"meeting-ordinal"}
    # Where no name tells which of two numbers it is, it is none.
    assert (
        resolved(numbered("a", series, "28", "2"), numbered("b", f"{series} ครั้งที่ 28", "28")).canonical == {}
    )


def test_a_number_alone_makes_no_series_nor_one_that_is_years_away():
    one, other = ("การประชุมผู้นำบิมสเทค ครั้งที่ 6", "การประชุมผู้นำ BIMSTEC ครั้งที่ 6")
    first = meeting("a", "2022-08-09", one, ordinal="6", heldOn="2022-08-10")
    assert (
        resolved(first, meeting("b", "2024-12-18", other, ordinal="6", heldOn="2024-12-16")).canonical == {}
    )
    yearly = ("การประชุมประจำปีระดับนายกรัฐมนตรี ครั้งที่ 7", "การประชุมหารือประจำปี ครั้งที่ 7")
    boards = [
        meeting(identifier, "2022-08-09", name, "Annual Consultation", ordinal="7")
        for identifier, name in zip("ab", yearly, strict=True)
    ]
    assert resolved(*boards).canonical == {}


def test_boards_that_count_by_the_year_have_another_meeting_each_year():
    series = "การประชุมคณะกรรมการส่งเสริมไม้ดอกและไม้ประดับแห่งชาติ ครั้งที่ 1"
    first = meeting("a", "2021-12-20", series, f"{series}/2564", ordinal="1")
    assert resolved(first, meeting("b", "2022-01-20", series, f"{series}/2565", ordinal="1")).canonical == {}


@pytest.mark.parametrize(
    ("host", "day", "one"),
    [
        ("ธนากร วัฒนสุขเจริญ", "2022-08-10", True),
        ("ปลิดา พันธุ์ทองคำ", "2022-08-10", False),
        ("ธนากร วัฒนสุขเจริญ", "2022-09-10", False),
    ],
)
def test_a_number_alone_makes_one_meeting_of_the_same_people_in_the_same_days(host, day, one):
    def told(identifier: str, name: str, host: str, day: str) -> list[Quad]:
        facts = [(host, "chaired", name), (name, "ordinal", "7"), (name, "heldOn", day)]
        return quads(identifier, "2022-08-09", [(MEETING, name), (PERSON, host)], facts)

    found = resolved(
        told("a", "การประชุมประจำปีระดับนายกรัฐมนตรี ครั้งที่ 7", "ธนากร วัฒนสุขเจริญ", "2022-08-12"),
        told("b", "การประชุมหารือประจำปี ครั้งที่ 7", host, day),
    )
    assert reasons(found) == ({"meeting-ordinal-days"} if one else set())


@pytest.mark.parametrize(
    ("name", "one", "other", "reason"),
    [
        ("การประชุมสุดยอดอาเซียน", "2022-11-10", "2022-11-10", "meeting-date"),
        ("การประชุมสุดยอดอาเซียน", "2022-11-10", "2023-05-10", ""),
        ("การประชุมผู้นำเขตเศรษฐกิจเอเปค", "2022", "2022-11", "meeting-year"),
        ("การประชุมรัฐมนตรีความมั่นคงอาหารเอเปค", "2022-08-26", "2023-08-03", ""),
        ("การประชุมทวิภาคีไทย - กัมพูชา", "2021-01-18", "2021", ""),
        # Senior officials meet twice a year.
        ("การประชุมเจ้าหน้าที่อาวุโสสำหรับคณะมนตรีประชาคมสังคมและวัฒนธรรมอาเซียน", "2021", "2021-09-28", ""),
    ],
)
def test_one_name_in_two_documents_means_what_its_days_say(name, one, other, reason):
    found = resolved(
        meeting("a", "2022-07-01", name, heldOn=one), meeting("b", "2022-07-02", name, heldOn=other)
    )
    assert reasons(found) == ({reason} if reason else set())


@pytest.mark.parametrize(("day", "one"), [("2023-11-15", True), ("2022-11-15", False)])
def test_a_special_session_is_told_of_for_months(day, one):
    name = "การประชุมสุดยอดอาเซียน-ญี่ปุ่น สมัยพิเศษ"
    found = resolved(meeting("a", "2023-12-17", name, heldOn="2023-12-16"), meeting("b", day, name))
    assert bool(found.canonical) is one


def ceremony(identifier: str, guest: str, day: str, place: str = "ทำเนียบรัฐบาล") -> list[Quad]:
    """A document that tells of a press conference of our leader and a guest."""
    name, host = "การแถลงข่าวร่วม", "ธนากร วัฒนสุขเจริญ"
    return quads(
        identifier,
        day,
        [(MEETING, name), (PERSON, host), (PERSON, guest), (EntityType.PLACE, place)],
        [(host, "attended", name), (guest, "attended", name), (name, "heldAt", place), (name, "heldOn", day)],
    )


@pytest.mark.parametrize(
    ("guest", "day", "one"),
    [
        ("คาร์ล เบนเดก", "2024-05-10", True),
        ("คาร์ล เบนเดก", "2024-05-12", False),
        ("ซากาอิ โนโซมุ", "2024-05-10", False),
    ],
)
def test_a_press_conference_is_one_by_its_day_and_its_people(guest, day, one):
    found = resolved(ceremony("a", "คาร์ล เบนเดก", "2024-05-10"), ceremony("b", guest, day))
    assert bool(found.canonical) is one
    assert reasons(found) == ({"meeting-ceremony"} if one else set())


def talk(identifier: str, name: str, *sides: str, day: str = "2024-05-10", until: str = "") -> list[Quad]:
    """A document that tells of a talk without a name."""
    days = [("heldOn", day), *([("heldUntil", until)] if until else [])]
    return quads(
        identifier,
        "2024-05-10",
        [(MEETING, name, "@"), *((PERSON, side) for side in sides)],
        [*((side, "attended", name) for side in sides), *((name, *told) for told in days)],
    )


def test_the_same_sides_on_the_same_day_talked_once():
    found = resolved(
        talk("a", "หารือกับนายคาร์ล เบนเดก", "คาร์ล เบนเดก", "ธนากร วัฒนสุขเจริญ"),
        talk("b", "เข้าพบหารือ", "คาล เบนเดก", "ธนากร วัฒนสุขเจริญ"),
    )
    assert "meeting-talk" in reasons(found)


@pytest.mark.parametrize(
    ("name", "sides", "day"),
    [
        ("เข้าพบหารือ", ("ซากาอิ โนโซมุ", "ธนากร วัฒนสุขเจริญ"), "2024-05-10"),
        ("เข้าพบหารือ", ("คาร์ล เบนเดก", "ธนากร วัฒนสุขเจริญ"), "2024-05-12"),
    ],
)
def test_other_sides_or_another_day_are_another_talk(name, sides, day):
    one = talk("a", "หารือกับนายคาร์ล เบนเดก", "คาร์ล เบนเดก", "ธนากร วัฒนสุขเจริญ")
    assert not {"meeting-talk", "meeting-welcome"} & reasons(resolved(one, talk("b", name, *sides, day=day)))


@pytest.mark.parametrize(
    ("day", "one"), [("2024-05-09", False), ("2024-05-10", True), ("2024-05-11", True), ("2024-05-12", False)]
)
def test_a_talk_planned_for_some_days_is_the_one_held_on_one_of_them(day, one):
    sides = ("คาร์ล เบนเดก", "ธนากร วัฒนสุขเจริญ")
    planned = talk("a", "หารือกับนายคาร์ล เบนเดก", *sides, day="2024-05-10", until="2024-05-11")
    assert bool(resolved(planned, talk("b", "เข้าพบหารือ", *sides, day=day)).canonical) == one


def test_a_call_on_two_people_is_not_the_call_on_one_of_them():
    host, first, second = "ธนากร วัฒนสุขเจริญ", "คาร์ล เบนเดก", "ซากาอิ โนโซมุ"
    alone = talk("a", f"เข้าเยี่ยมคารวะ{second}", host, second), talk("b", f"เยี่ยมคารวะ{second}", host, second)
    both = talk("c", f"เข้าเยี่ยมคารวะ{first} และ{second}", host, first, second)
    assert len(resolved(*alone, both).canonical) == 1


def test_with_one_delegation_two_people_were_met():
    with_all = ("ธนากร วัฒนสุขเจริญ", "คาร์ล เบนเดก", "ปลิดา พันธุ์ทองคำ")
    one = talk("a", "หารือกับคาร์ล เบนเดก เอกอัครราชทูต", *with_all)
    other = talk("b", "เข้าเยี่ยมคารวะซากาอิ โนโซมุ", *with_all, "ซากาอิ โนโซมุ")
    assert resolved(one, other).canonical == {}
    # The host tells whom he met, the guest whom he called on.
    told_by_both = [
        talk("a", "ให้การต้อนรับคาร์ล เบนเดก", *with_all[:2]),
        talk("b", "เข้าเยี่ยมคารวะธนากร วัฒนสุขเจริญ", *with_all[:2]),
    ]
    assert len(resolved(*told_by_both).canonical) == 1


def test_a_talk_with_companies_is_none_with_the_guest_of_the_day():
    sides = ("คาร์ล เบนเดก", "ธนากร วัฒนสุขเจริญ")
    found = resolved(
        talk("a", "ให้การต้อนรับ", *sides),
        talk("b", "หารือร่วมกับภาคเอกชน", *sides),
        talk("c", "หารือทวิภาคี", *sides),
    )
    assert reasons(found) == {"meeting-welcome"}
    assert len(found.canonical) == 1


# Other things


@pytest.mark.parametrize(
    ("type_", "one", "other", "reason"),
    [
        (EntityType.ORGANIZATION, "สถานทูตจีน", "สถานเอกอัครราชทูตสาธารณรัฐประชาชนจีนประจำประเทศไทย", "embassy"),
        (EntityType.TOPIC, "การเป็นเจ้าภาพ APEC ของไทย", "การเป็นเจ้าภาพเอเปคของไทย", "name-known-parts"),
        (EntityType.TOPIC, "ความมั่นคงทางไซเบอร์", "ความมั่นคงทางไซเบอร์ (Cybersecurity)", "name-gloss"),
        (EntityType.FRAMEWORK, "คณะกรรมาธิการร่วมไทย - เคนยา", "คณะกรรมาธิการร่วมไทย-เคนย่า", "name-known-parts"),
        (
            EntityType.DOCUMENT,
            "ร่างแผนปฏิบัติการด้านการท่องเที่ยวภูมิภาค",
            "ร่างแผนปฎิบัติการด้านการท่องเที่ยวภูมิภาค",
            "name-letter",
        ),
    ],
)
def test_one_thing_in_two_spellings(type_, one, other, reason):
    found = resolved(quads("a", "2024-05-10", [(type_, one)]), quads("b", "2024-05-11", [(type_, other)]))
    assert reasons(found) <= {reason, "name-spelling"}
    assert len(found.canonical) == 1


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (EntityType.TOPIC, "ข้าว", "ข่าว"),
        (EntityType.TOPIC, "พลังงานหมุนเวียน", "ใช้พลังงานหมุนเวียน"),
        (EntityType.TOPIC, "ความสัมพันธ์ระหว่างไทย", "ความสัมพันธ์ระหว่างประเทศไทย"),
        (EntityType.ORGANIZATION, "สถานเอกอัครราชทูตจีน", "สถานเอกอัครราชทูตจีนในเมียนมา"),
        (EntityType.DOCUMENT, "แผนปฏิบัติการร่วมด้านการเกษตรฉบับที่ 1", "แผนปฏิบัติการร่วมด้านการเกษตรฉบับที่ 2"),
        (
            EntityType.DOCUMENT,
            "ร่างพระราชกฤษฎีกาว่าด้วยการยกเว้นภาษี (ฉบับที่ ..) พ.ศ. …. (ผู้ส่งออกข้าว)",
            "ร่างพระราชกฤษฎีกาว่าด้วยการยกเว้นภาษี (ฉบับที่ ..) พ.ศ. …. (เรือประมงพื้นบ้าน)",
        ),
        (EntityType.ORGANIZATION, "สถานเอกอัครราชทูตไทย", "สถานเอกอัครราชทูตไทยแล้ว"),
        (EntityType.INITIATIVE, "โครงการรถไฟไทย - จีน", "โครงการรถไฟไทย - ลาว"),
        (EntityType.PLACE, "ตึกสันติไมตรี ทำเนียบรัฐบาล", "ตึกสันติไมตรีหลังใน ทำเนียบรัฐบาล"),
    ],
)
def test_two_things_stay_two(type_, one, other):
    found = resolved(quads("a", "2024-05-10", [(type_, one)]), quads("b", "2024-05-11", [(type_, other)]))
    assert found.canonical == {}


def test_two_entries_of_the_lexicon_are_never_one():
    found = resolved(
        quads("a", "2024-05-10", [(EntityType.COUNTRY, "lex:country-kr")]),
        quads("b", "2024-05-11", [(EntityType.COUNTRY, "lex:country-kp")]),
    )
    assert found.canonical == {}


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("คิมูระ โยชิโตะ", "KIMURA Yoshito"),
        ("ฝ่าม ถิ บิญ", "Pham Thi Binh"),
        ("มิคาเอล โฮลเมิน", "Michael Holmen"),
    ],
)
def test_a_name_sounds_alike_in_both_scripts(thai, latin):
    assert names_alike(thai, latin) == names_alike(latin, thai) >= 0.65


# The record, and what it rests on


def test_a_record_tells_what_documents_state_and_which_claims_do():
    name = "โมริตะ ทาเคชิ"
    told = quads(
        "a",
        "2024-03-01",
        [(PERSON, name, "MORITA Takeshi"), (EntityType.COUNTRY, "lex:country-jp")],
        [(name, "holdsPosition", "นายกรัฐมนตรี"), (name, "represents", "lex:country-jp")],
    )
    held = Held(told, MINTER)
    found = record(of(PERSON, name), held)
    assert (found.type, found.named, found.called) == ("Person", True, frozenset({name}))
    assert found.names == {name, "MORITA Takeshi"}
    assert found.documents == ((MINTER.document("a"), "2024-03-01"),)
    (post,) = found.posts
    assert (post.document, post.value) == (MINTER.document("a"), "นายกรัฐมนตรี")
    assert any(True for _ in held.about(post.claim))
    (state,) = found.represents
    assert state.value == MINTER.entity("lex:country-jp")


def test_what_the_lexicon_knows_is_told_by_the_lexicon():
    class Never(Held):
        def about(self, iri: str):
            raise AssertionError(iri)

        of = about

    found = record(MINTER.entity("lex:country-th"), Never([], MINTER))
    assert (found.type, found.entry) == ("Country", "country-th")
    assert {"ไทย", "Thailand"} <= found.names


def test_merges_cite_claims_and_documents():
    told = [
        person("a", "2024-03-01", "Karl Bendek", "ออท.ออสเตรีย"),
        person("b", "2024-03-20", "คาร์ล เบนเด็ก", "ออท.ออสเตรีย"),
    ]
    (merge,) = resolved(*told).merges
    known = {quad.subject.value for graph in told for quad in graph}
    assert merge.because
    assert set(merge.because) <= known


# The graph of merges


def test_the_graph_of_merges_names_members_and_reasons():
    dataset = [
        *person("a", "2024-03-01", "Karl Bendek", "ออท.ออสเตรีย"),
        *person("b", "2024-03-20", "คาร์ล เบนเด็ก", "ออท.ออสเตรีย"),
    ]
    found = resolve_all(dataset)
    name = NamedNode(MINTER.shared("merges"))
    assert {quad.graph_name for quad in found} == {name}
    said = {(quad.predicate.value, quad.object.value) for quad in found}
    assert (RDF + "type", THUT + "Merge") in said
    assert (THUT + "reason", "person-transliteration") in said
    assert (THUT + "confidence", "0.93") in said
    one, other = of(PERSON, "Karl Bendek"), of(PERSON, "คาร์ล เบนเด็ก")
    assert {(THUT + "merges", one), (THUT + "merges", other)} <= said
    (same,) = [quad for quad in found if quad.predicate.value == OWL + "sameAs"]
    assert {same.subject.value, same.object.value} == {one, other}
    assert {quad.predicate.value for quad in found} >= {PROV + "wasDerivedFrom"}
    # Merges that stand in the dataset already, and the order of its quads, change nothing.
    assert set(resolve_all([*found, *reversed(dataset)])) == set(found)


def test_every_reason_is_a_rung_with_a_score():
    assert all(0 < rung.score <= 1 for rung in rungs().values())
    assert rungs()["decision"].score == 1


# Decisions

HEAD = "verdict\tIRI\tIRI\twhy\n"


def test_a_decision_makes_one_what_nothing_else_does_and_keeps_apart_what_is_alike():
    graphs = [
        person("a", "2024-03-01", "คาร์ล เบนเดก", "สส.เลย"),
        person("b", "2024-03-20", "คาล เบนเด็ค", "สส.เลย"),
    ]
    one, other = sorted((of(PERSON, "คาร์ล เบนเดก"), of(PERSON, "คาล เบนเด็ค")))
    apart = parse_decisions(f"{HEAD}not-same\t{other}\t{one}\ttwo men\n")
    assert resolved(*graphs).canonical
    assert resolved(*graphs, decisions=apart).canonical == {}
    strangers = [*graphs[:1], person("c", "2024-03-20", "ซากาอิ โนโซมุ", "นายกรัฐมนตรีญี่ปุ่น")]
    pair = f"{of(PERSON, 'คาร์ล เบนเดก')}\t{of(PERSON, 'ซากาอิ โนโซมุ')}"
    together = parse_decisions(f"{HEAD}same\t{pair}\tone man\n")
    assert reasons(resolved(*strangers, decisions=together)) == {"decision"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("same\turn:a\turn:b\n", "line 1.*columns"),
        (f"{HEAD}perhaps\turn:a\turn:b\t\n", "line 2.*'perhaps'"),
        (f"{HEAD}same\turn:a\n", "line 2: 2 cells"),
        (f"{HEAD}\nsame\turn:a\tno iri\t\n", "line 3.*no IRI"),
        (f"{HEAD}same\turn:a\turn:a\t\n", "line 2.*both sides"),
        (
            f"{HEAD}same\turn:a\turn:b\t\nsame\turn:b\turn:c\t\nnot-same\turn:a\turn:c\t\n",
            "line 4.*by line 2, 3",
        ),
    ],
)
def test_a_bad_decision_is_refused_with_its_line(text, message):
    with pytest.raises(MergeError, match=message):
        parse_decisions(text)


def test_decisions_are_read_from_a_file(tmp_path):
    file = tmp_path / "decisions.tsv"
    file.write_text(f"\ufeff# mine\n{HEAD}same\turn:b\turn:a\t\r\nnot-same\turn:c\turn:d\n", encoding="utf-8")
    found = read_decisions(file)
    assert (found.same, found.different) == ({("urn:a", "urn:b")}, {("urn:c", "urn:d")})
    with pytest.raises(MergeError, match=r"missing\.tsv"):
        read_decisions(tmp_path / "missing.tsv")


# What holds of every set of records

NAMES = ("คาร์ล เบนเดก", "คาล เบนเด็ค", "Karl Bendek", "คาร์ลา เบนเดกา", "เบนเดก", "ซากาอิ โนโซมุ", "โนโซมุ ซากาอิ")
POSTS = ("", "นายกรัฐมนตรีออสเตรีย", "นายกรัฐมนตรีชิลี", "รองนายกรัฐมนตรี")
SERIES = (
    "การประชุมสุดยอดอาเซียน",
    "การประชุมผู้นำอาเซียน",
    "การประชุมอาเซียน",
    "การประชุมสุดยอดอาเซียน - จีน",
    "การประชุมสุดยอดอาเซียน - จีน สมัยพิเศษ",
    "การแถลงข่าวร่วม",
)


@st.composite
def people(draw, number: int) -> Record:
    document_ = f"urn:doc:{draw(st.integers(0, 9))}"
    day = f"2024-0{draw(st.integers(1, 6))}-10"
    named = draw(st.booleans())
    name = draw(st.sampled_from(NAMES if named else POSTS[1:]))
    post = draw(st.sampled_from(POSTS)) if named else name
    posts = (Fact(document_, post, f"urn:claim:{number}"),) if post else ()
    return Record(
        f"urn:{number}",
        "Person",
        frozenset({name}),
        frozenset({name}),
        named,
        documents=((document_, day),),
        posts=posts,
    )


@st.composite
def meetings(draw, number: int) -> Record:
    document_ = f"urn:doc:{draw(st.integers(0, 9))}"
    ordinal = draw(st.sampled_from(("", "1", "2", "1 และ 2")))
    name = draw(st.sampled_from(SERIES)) + (f" ครั้งที่ {ordinal}" if ordinal else "")
    day = draw(st.sampled_from(("", "2024", "2024-05", "2024-05-10", "2025-05-10")))
    issued = draw(st.sampled_from(("2024-01-02", "2024-05-11", "2024-11-01")))
    place = (Fact(document_, "urn:place", f"urn:claim:p{number}"),)
    return Record(
        f"urn:{number}",
        "Meeting",
        frozenset({name}),
        frozenset({name}),
        documents=((document_, issued),),
        places=place,
        starts=(Fact(document_, day, f"urn:claim:{number}"),) if day else (),
        ordinals=tuple(
            Fact(document_, told, f"urn:claim:n{number}") for told in ordinal.split(" และ ") if told
        ),
    )


@st.composite
def some_records(draw) -> dict[str, Record]:
    count = draw(st.integers(2, 9))
    found = [draw(draw(st.sampled_from((people, meetings)))(number)) for number in range(count)]
    return {one.iri: one for one in found}


@given(some_records())
def test_likeness_and_conflict_do_not_depend_on_order(records):
    for a, b in itertools.combinations(records.values(), 2):
        assert compare(a, b) == compare(b, a)
        assert conflict(a, b) == conflict(b, a)


@given(some_records())
def test_what_is_alike_shares_a_key(records):
    for a, b in itertools.combinations(records.values(), 2):
        if compare(a, b) is not None and not conflict(a, b):
            assert keys(a) & keys(b)


@given(some_records(), st.randoms(use_true_random=False))
def test_the_result_does_not_depend_on_order(records, random):
    shuffled = list(records.items())
    random.shuffle(shuffled)
    assert resolve(dict(shuffled)) == resolve(records)
    pairs = [pair[:: random.choice((1, -1))] for pair in pairs_of(records)]
    random.shuffle(pairs)
    assert resolve(records, pairs) == resolve(records)


def clusters(resolution: Resolution) -> list[set[str]]:
    found: dict[str, set[str]] = {}
    for member, canonical in resolution.canonical.items():
        found.setdefault(canonical, {canonical}).add(member)
    return list(found.values())


@given(some_records(), st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=4))
def test_what_must_stay_apart_never_meets_even_through_others(records, apart):
    decisions = Decisions(
        different=frozenset((f"urn:{min(a, b)}", f"urn:{max(a, b)}") for a, b in apart if a != b)
    )
    for cluster in clusters(resolve(records, None, decisions)):
        for pair in itertools.combinations(sorted(cluster), 2):
            assert pair not in decisions.different
            assert not conflict(*(records[iri] for iri in pair))


@given(some_records(), st.tuples(st.integers(0, 8), st.integers(0, 8)))
def test_a_decision_joins_whatever_speaks_against_it(records, pair):
    first, second = sorted(f"urn:{number}" for number in pair)
    assume(first != second)
    assume({first, second} <= records.keys())
    found = resolve(records, None, Decisions(same=frozenset({(first, second)})))
    assert found.canonical.get(first, first) == found.canonical.get(second, second)


@given(some_records())
def test_groups_that_are_not_alike_do_not_touch_each_other(records):
    whole = resolve(records)
    reached = {iri: {iri} for iri in records}
    for first, second in itertools.combinations(records, 2):
        if compare(records[first], records[second]) is not None:
            joined = reached[first] | reached[second]
            reached.update(dict.fromkeys(joined, joined))
    for group in map(frozenset, reached.values()):
        part = resolve({iri: records[iri] for iri in group})
        assert part.canonical == {a: b for a, b in whole.canonical.items() if a in group}
        assert part.merges == tuple(merge for merge in whole.merges if merge.first in group)


def test_no_merge_is_written_for_a_dataset_without_likeness():
    assert merges_quads(resolve({})) == []
    told = person("a", "2024-03-01", "คาร์ล เบนเดก")
    assert resolve_all(told) == []
    assert any(quad.predicate.value == DCTERMS + "type" for quad in told)
