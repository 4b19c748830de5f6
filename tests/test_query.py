"""Questions by SPARQL and by name, and their answers as text."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from handmade import (
    ASEAN,
    ENTITIES,
    MORGULOV,
    RUSSIA,
    SOM,
    SUMMIT,
    THAILAND,
    VICHAWAT,
    claim,
    document,
    first,
    second,
)
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad

import kg
from kg.errors import FormatError, QueryError
from kg.model import Extraction, Modality
from kg.query import TRIPLE_FORMATS, misfits, query, render, shipped_queries, unknown_terms, width
from kg.query.shipped import bind
from kg.query.terminal import fitted
from kg.rdf import decode, to_quads, write_graph
from kg.store import MemoryStore, Results
from kg.vocab import PREFIXES

SUMMIT_NAME = "การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔"
SOM_NAME = "การประชุมเจ้าหน้าที่อาวุโสอาเซียน-รัสเซีย ครั้งที่ ๑๗"
NAME = "วิชาวัฒน์ อิศรภักดี"
AGAIN = second().document.title


def visit() -> Extraction:
    source = document("visit", "นายวิชาวัฒน์เยือนรัสเซีย")
    return Extraction(
        source,
        (ENTITIES[VICHAWAT], ENTITIES[RUSSIA]),
        (claim(source, VICHAWAT, "visited", RUSSIA, "เยือนรัสเซีย"),),
    )


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    return MemoryStore(to_quads([first(), second(), visit()]))


def parsed_xml(results: Results) -> ET.Element:
    return ET.fromstring(render(results, "xml"))  # noqa: S314 - our own output


def named(results: Results, *columns: str) -> list[tuple[str, ...]]:
    at = [results.columns.index(column) for column in columns]
    return [tuple(row[i] for i in at) for row in results.rows]


ANSWERS = {
    "conflicts": (
        ("predicate", "value", "other_value", "quote", "other_document_title", "other_issued"),
        [("heldOn", "2021-08-04", "2021-08-05", "เมื่อวันที่ ๔ สิงหาคม ๒๕๖๔", AGAIN, "2021-08-06")],
    ),
    "support": (
        ("support", "documents", "subject_label", "predicate", "confidence"),
        [("2", "2", NAME, "attended", "0.96")],
    ),
    "meetings-by-place": (("place_label", "meeting_label", "status"), [("กรุงมะนิลา", SUMMIT_NAME, "Planned")]),
    "members": (
        ("framework_label", "role", "member_label", "modality"),
        [("อาเซียน", "participant", "รัสเซีย", "Actual")],
    ),
    "planned-meetings": (("date", "until", "meeting_label"), [("2021-10-26", "2021-10-28", SUMMIT_NAME)]),
    "posts": (("person_label", "position", "first", "documents"), [(NAME, "ผู้แทนพิเศษฯ", "2021-08-04", "1")]),
    "proposed-and-supported": (
        ("proposer_label", "what_label", "supporter_label"),
        [("ไทย", "ปีแห่งความร่วมมือด้านวิทยาศาสตร์", "รัสเซีย")],
    ),
    "said-more-than-once": (
        ("subject_label", "predicate", "count", "confidence"),
        [(NAME, "attended", "2", "0.96")],
    ),
    "topics": (("meeting_label", "topic_label"), [(SOM_NAME, "พลังงานทางเลือก")]),
    "visits": (("person_label", "place_label", "modality"), [(NAME, "รัสเซีย", "Actual")]),
    "who-met-whom": (("one_label", "other_label"), [(NAME, "นายอิกอร์ มอร์กูลอฟ")]),
    "low-confidence": (("confidence", "predicate"), [("0.4", "heldOn"), ("0.55", "attended")]),
    "who-attended": (
        ("meeting_label", "who_label", "for_label", "modality"),
        [
            (SUMMIT_NAME, "รัสเซีย", "", "Planned"),
            (SOM_NAME, "นายอิกอร์ มอร์กูลอฟ", "", "Actual"),
            (SOM_NAME, NAME, "ไทย", "Actual"),
        ],
    ),
    "outcomes": (
        ("outcome_label", "act", "date"),
        [("แถลงการณ์ร่วม", "adopted", "2021-08-04"), ("แถลงการณ์ร่วม", "adopted", "2021-08-05")],
    ),
    "meetings-under-framework": (
        ("date", "meeting_label", "status"),
        [("2021-08-04", SOM_NAME, "Held"), ("2021-08-05", SOM_NAME, "Held")],
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_shipped_query_answers_its_question(store: MemoryStore, name: str) -> None:
    columns, rows = ANSWERS[name]
    assert named(query(store, name), *columns) == rows


def test_the_evidence_of_a_claim(store: MemoryStore) -> None:
    found = query(store, "evidence", {"about": "นายวิชาวัฒน์ อิศรภักดี", "property": "attended"})
    expected = [("0", "80", "by-hand"), ("47", "279", "chair-attends")]
    assert sorted(named(found, "start", "end", "rule")) == expected


def test_evidence_is_found_from_either_end_of_a_claim(store: MemoryStore) -> None:
    every = query(store, "evidence", {"property": "attended"})
    subjects, objects = ({row[0] for row in named(every, column)} for column in ("subject", "value"))
    assert subjects
    assert objects
    for thing in subjects | objects:
        found = query(store, "evidence", {"about": thing, "property": "attended"})
        assert set(named(found, "claim", "start")) <= set(named(every, "claim", "start"))
        assert all(thing in row for row in named(found, "subject", "value"))


def many_claims(people: int, each: int) -> MemoryStore:
    """Claims of people, each by words of its own; the last of them by no words at all."""
    parts = []
    for who in range(people):
        parts.append(f'<http://e/w{who:03}> rdfs:label "คนที่ {who:03}"@th . ')
        for n in range(each):
            name = f"{who:03}.{n}"
            parts.append(
                f"<http://e/c{name}> rdf:subject <http://e/w{who:03}> ; rdf:predicate thut:attended ; "
                f"rdf:object <http://e/m{n}> ; thut:modality thut:Actual . "
            )
            if who:
                parts.append(
                    f"<http://e/c{name}> prov:qualifiedDerivation <http://e/s{name}> . "
                    f"<http://e/s{name}> prov:entity <http://e/p{name}> ; nif:confidence 0.9 ; "
                    f'thut:rule "r" . <http://e/p{name}> nif:anchorOf "คำ" ; nif:beginIndex 0 ; '
                    "nif:endIndex 2 ; nif:referenceContext <http://e/d> . "
                )
    asked = (f"CONSTRUCT {{ {part} }} WHERE {{}}" for part in parts)
    triples = [triple for text in asked for triple in MemoryStore([]).query(text).triples or ()]
    return MemoryStore(Quad(*triple) for triple in triples)


def test_of_much_evidence_the_first_rows_come_and_it_is_said_that_there_are_more() -> None:
    graph = many_claims(people=202, each=3)
    every = query(graph, "evidence", {"rows": "all"})
    assert (len(every), every.more) == (603, False)
    first = query(graph, "evidence")
    assert (first.rows, first.more) == (every.rows[:500], True)
    for wanted in (1, 2, 300, 602, 603, 604):
        some = query(graph, "evidence", {"rows": str(wanted)})
        assert (some.rows, some.more) == (every.rows[:wanted], wanted < 603)
    narrowed = query(graph, "evidence", {"property": "attended"})
    assert (len(narrowed), narrowed.more) == (603, False)
    with pytest.raises(QueryError, match="want a number such as 500, or all"):
        query(graph, "evidence", {"rows": "0"})


def test_a_series_with_many_dates_is_no_conflict() -> None:
    def dated(days: int) -> int:
        parts = [
            f'<http://e/m> thut:heldOn "2021-0{n}-01" . '
            f"<http://e/c{n}> rdf:subject <http://e/m> ; rdf:predicate thut:heldOn ; "
            f'rdf:object "2021-0{n}-01" ; thut:modality thut:Actual ; prov:wasDerivedFrom <http://e/p{n}> . '
            f'<http://e/p{n}> nif:anchorOf "วัน" ; nif:referenceContext <http://e/d{n}> . '
            for n in range(1, days + 1)
        ]
        quads = MemoryStore([]).query("CONSTRUCT { " + "".join(parts) + "} WHERE {}").triples
        return len(query(MemoryStore(Quad(*triple) for triple in quads or ()), "conflicts"))

    assert (dated(1), dated(2), dated(3), dated(4)) == (0, 1, 1, 0)


def answered(*rows: tuple[str, ...]) -> Results:
    names = tuple(f"c{n}" for n in range(len(rows[0])))
    return Results(names, tuple(tuple(Literal(cell) for cell in row) for row in rows))


def test_a_table_that_is_wider_than_the_terminal_has_its_widest_columns_cut() -> None:
    text, cut = fitted(answered(("สั้น", "ที่ประชุม" * 20), ("2021-08-04", "ยาว")), 40)
    assert cut
    assert max(map(width, text.splitlines())) == 40
    assert "2021-08-04  ยาว" in text
    assert text.count("…") == 1


def test_a_table_that_fits_the_terminal_is_what_is_written_to_files() -> None:
    few = answered(("ก", "ข"))
    assert fitted(few, 80) == (render(few), False)


def test_rows_of_too_many_columns_for_the_terminal_are_told_one_below_the_other_whole() -> None:
    said = "ที่ประชุมสุดยอด " * 9 + "ที่" * 50
    text, cut = fitted(answered((*(str(n) * 30 for n in range(8)), said)), 60)
    assert not cut
    assert text.splitlines()[:2] == ["-- 1 --", "c0  " + "0" * 30]
    assert text.endswith("(1 row)\n")
    assert max(map(width, text.splitlines())) <= 60
    assert "".join(text.partition("c8")[2].removesuffix("(1 row)\n").split()) == said.replace(" ", "")
    assert not any(line.startswith(" " * 4 + mark) for line in text.splitlines() for mark in "ี่ ")


@given(st.lists(st.text(alphabet="กาที่ำab 東", max_size=60), min_size=1, max_size=4), st.integers(20, 120))
def test_no_line_of_a_table_is_longer_than_the_terminal(row: list[str], columns: int) -> None:
    text, cut = fitted(answered(tuple(row)), columns)
    assert max(map(width, text.splitlines())) <= columns
    assert cut == ("…" in text)


@pytest.mark.parametrize(
    ("words", "country", "capacity"),
    [
        ("อาเซียนมีประเทศสมาชิก ได้แก่ ไทย และคู่เจรจา ได้แก่ รัสเซีย", "รัสเซีย", "dialogue partner"),
        ("อาเซียนมีประเทศสมาชิก ได้แก่ ไทย และคู่เจรจา ได้แก่ รัสเซีย", "ไทย", "member"),
        ("ผู้แทนรัสเซียในฐานะผู้สังเกตการณ์ของอาเซียน และไทย", "ไทย", "observer"),
        ("อาเซียนหารือกับหุ้นส่วนเพื่อการพัฒนา ได้แก่ รัสเซีย", "รัสเซีย", "development partner"),
        # All that are counted are members, partners of another framework among them.
        ("มีสมาชิก 11 ประเทศ คือไทยและอีก 10 ประเทศคู่เจรจา ได้แก่ รัสเซีย", "รัสเซีย", "member"),
        ("รัสเซียเข้าร่วมในอาเซียน", "รัสเซีย", None),
    ],
)
def test_members_tells_what_the_words_before_a_member_call_it(
    words: str, country: str, capacity: str
) -> None:
    state = {"รัสเซีย": RUSSIA, "ไทย": THAILAND}[country]
    source = document("d", words)
    said = claim(source, state, "participatesIn", ASEAN, words)
    store = MemoryStore(to_quads([Extraction(source, (ENTITIES[state], ENTITIES[ASEAN]), (said,))]))
    (row,) = named(query(store, "members"), "member_label", "capacity")
    assert row == (country, capacity or "")


def test_every_shipped_query_is_tried_here() -> None:
    assert {*ANSWERS, "evidence", "mentions"} == set(shipped_queries())
    assert len(shipped_queries()) >= 12


@pytest.mark.parametrize("shipped", shipped_queries().values(), ids=lambda q: q.name)
def test_a_shipped_query_is_documented_and_runs_anywhere(shipped) -> None:
    assert re.search("[ก-๎]", shipped.thai)
    assert shipped.english.endswith("?")
    for parameter in shipped.parameters:
        if parameter.kind == "rows":
            assert re.search(r"\} ORDER BY .* LIMIT [0-9]+\n$", shipped.sparql)
            continue
        assert len(re.findall(rf"VALUES \?{parameter.name} \{{ [^{{}}]* \}}", shipped.sparql)) == 1
    assert "ORDER BY" in shipped.sparql
    for word in ("NOT EXISTS", "SERVICE", "FROM"):
        assert word not in shipped.sparql


@pytest.fixture(scope="module")
def samples(tmp_path_factory) -> Path:
    """The graph of the samples, half of it without dates: what is unknown is nothing to compare."""
    path = tmp_path_factory.mktemp("samples") / "graph.nt"
    kg.build(samples=True, out=path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    dated = [line for line in lines if re.search(r"> <\S+(heldOn|heldUntil|issued)> ", line)]
    path.write_text("".join(sorted({*lines} - {*dated[::2]})), encoding="utf-8", newline="\n")
    return path


@pytest.fixture(scope="module")
def engines(samples) -> tuple[ox.Store, rdflib.Graph]:
    """The same statements in the engine that we ask, and in another."""
    ours = ox.Store()
    ours.bulk_load(path=samples)
    return ours, rdflib.Graph().parse(samples)


@pytest.mark.parametrize("shipped", shipped_queries().values(), ids=lambda q: q.name)
def test_another_engine_answers_a_shipped_query_alike(engines, shipped) -> None:
    here, there = (engine.query(shipped.sparql) for engine in engines)
    ours = [tuple("" if term is None else term.value for term in row) for row in here]
    theirs = [tuple("" if term is None else str(term) for term in row) for row in there]
    assert sorted(theirs) == sorted(ours)


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_a_shipped_query_answers_as_its_file_does(store: MemoryStore, name: str) -> None:
    assert query(store, name).rows == store.query(shipped_queries()[name].sparql).rows


def test_who_met_whom_has_the_day_of_the_meeting_that_the_same_words_tell_of() -> None:
    words = "นายวิชาวัฒน์พบหารือกับนายอิกอร์"
    source = document("d", f"{words} ได้เข้าร่วมการประชุมสุดยอด")
    claims = (
        claim(source, VICHAWAT, "metWith", MORGULOV, words),
        *(claim(source, who, "attended", SOM, words) for who in (VICHAWAT, MORGULOV)),
        *(claim(source, who, "attended", SUMMIT, "ได้เข้าร่วมการประชุมสุดยอด") for who in (VICHAWAT, MORGULOV)),
        *(claim(source, SOM, "heldOn", day, words, literal=True) for day in ("2021-08", "2021-08-04")),
        claim(source, SUMMIT, "heldOn", "2021-10-26", "ได้เข้าร่วมการประชุมสุดยอด", literal=True),
    )
    things = tuple(ENTITIES[key] for key in (VICHAWAT, MORGULOV, SOM, SUMMIT))
    graph = MemoryStore(to_quads([Extraction(source, things, claims)]))
    for about in ({}, {"person": NAME}):
        assert named(query(graph, "who-met-whom", about), "date") == [("2021-08-04",)]


@pytest.mark.parametrize("name", ["who-met-whom", "evidence"])
def test_a_document_without_a_title_is_told_by_its_name(name: str) -> None:
    things = (ENTITIES[VICHAWAT], ENTITIES[MORGULOV])
    for title, shown in (("", "d.txt"), ("ข่าวสารนิเทศ", "ข่าวสารนิเทศ")):
        source = replace(document("d", "นายวิชาวัฒน์พบหารือกับนายอิกอร์"), title=title)
        told = claim(source, VICHAWAT, "metWith", MORGULOV, source.raw)
        graph = MemoryStore(to_quads([Extraction(source, things, (told,))]))
        assert named(query(graph, name), "document_title") == [(shown,)]


def test_who_attended_is_told_once_with_every_post_whoever_announced_it() -> None:
    source = document("d", "ผู้แทนพิเศษฯ และประธานร่วม มีกำหนดเข้าร่วม ได้เข้าร่วม")
    claims = (
        claim(source, VICHAWAT, "holdsPosition", "ผู้แทนพิเศษฯ", "ผู้แทนพิเศษฯ", literal=True),
        claim(source, VICHAWAT, "holdsPosition", "ประธานร่วม", "ประธานร่วม", literal=True),
        claim(source, VICHAWAT, "attended", SOM, "มีกำหนดเข้าร่วม", Modality.PLANNED),
        claim(source, VICHAWAT, "attended", SOM, "ได้เข้าร่วม"),
    )
    things = (ENTITIES[VICHAWAT], ENTITIES[SOM])
    graph = MemoryStore(to_quads([Extraction(source, things, claims)]))
    expected = [(NAME, "ประธานร่วม, ผู้แทนพิเศษฯ", "Actual")]
    for about in ({}, {"meeting": SOM_NAME}):
        assert named(query(graph, "who-attended", about), "who_label", "position", "modality") == expected


def test_things_behind_names_are_selected_where_the_query_itself_knows_them(store: MemoryStore) -> None:
    for about in ({}, {"meeting": SUMMIT_NAME}):
        full = query(store, "who-attended", about, things=True).columns
        assert full[-3:] == ("meeting", "who", "claim"), "whom one acts for stands in a query within it alone"


def test_what_is_asked_of_everything_is_looked_through_at_once_and_of_one_thing_looked_up(
    store: MemoryStore,
) -> None:
    shipped = shipped_queries()["who-attended"]
    whole = bind(shipped, {}, store)
    assert "{ SELECT ?claim ?who WHERE { ?claim rdf:subject ?who . } }" in whole
    assert "# at once" not in whole
    given = bind(shipped, {"meeting": SUMMIT_NAME}, store)
    assert "  ?claim rdf:subject ?who . # at once\n" in given


@pytest.mark.parametrize("name", sorted({*ANSWERS, "evidence"}))
def test_turtle_without_graphs_gives_the_same_answers(store: MemoryStore, name: str, tmp_path: Path) -> None:
    write_graph(store.quads(), tmp_path / "graph.ttl")
    assert query(tmp_path / "graph.ttl", name).rows == query(store, name).rows


@pytest.mark.parametrize(
    ("name", "parameters", "rows"),
    [
        ("meetings-under-framework", {"framework": "ASEAN", "year": "2021"}, 2),
        ("meetings-under-framework", {"framework": "อาเซียน", "year": "2564"}, 2),
        ("meetings-under-framework", {"year": "2020"}, 0),
        ("who-attended", {"meeting": SUMMIT_NAME}, 1),
        ("posts", {"post": "ผู้แทน"}, 1),
        ("posts", {"post": "รัฐมนตรี"}, 0),
        ("planned-meetings", {"after": "2021-10-01"}, 1),
        ("planned-meetings", {"after": "2021-11"}, 0),
        ("planned-meetings", {"after": "2564"}, 1),
        ("planned-meetings", {"after": "2564-10-26"}, 1),
        ("planned-meetings", {"after": "2564-11"}, 0),
        ("said-more-than-once", {"documents": "3"}, 0),
        ("support", {"about": NAME}, 1),
        ("support", {"about": SUMMIT_NAME}, 0),
        ("support", {"least": "3"}, 0),
        ("conflicts", {"about": SOM_NAME}, 1),
        ("conflicts", {"about": SUMMIT_NAME}, 0),
        ("low-confidence", {"below": "0.5"}, 1),
        ("who-met-whom", {"person": "igor morgulov"}, 1),
    ],
)
def test_parameters_narrow_the_answer(
    store: MemoryStore, name: str, parameters: dict[str, str], rows: int
) -> None:
    assert len(query(store, name, parameters)) == rows


def test_a_planned_meeting_is_listed_once_whatever_dates_and_places_it_has() -> None:
    meeting = "<https://w3id.org/thut/id/meeting/fair>"
    heads = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    told = [
        '"2031"^^xsd:gYear',
        '"2031-05"^^xsd:gYearMonth',
        '"2031-05-09"^^xsd:date',
        '"2031-05-08"^^xsd:date',
    ]
    text = f"""{meeting} thut:status thut:Planned ; rdfs:label "งานเมฆา"@th ; thut:heldOn {", ".join(told)} ;
        thut:heldUntil "2031-05-10"^^xsd:date, "2031-05-09"^^xsd:date ; thut:heldAt <x:b>, <x:a>, <x:c> .
        <x:a> rdfs:label "กรุงเมฆา"@th . <x:b> rdfs:label "เมฆาลัย"@th ."""
    graph = MemoryStore(decode((heads + text).encode(), "ttl", "x:"))
    row = ("2031-05-08", "2031-05-10", "งานเมฆา", "x:c, กรุงเมฆา, เมฆาลัย")
    assert query(graph, "planned-meetings").rows == [row]
    assert query(graph, "planned-meetings", {"after": "2031-05-09"}).rows == [("2031-05-09", *row[1:])]


@example(" }")
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_a_parameter_is_text_and_never_code(value: str) -> None:
    empty = MemoryStore()
    assert query(empty, "posts", {"post": value}).rows == []


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("visits", {"country": "x"}, r"has no parameter 'country'; it takes person=… \(the visitor"),
        ("visits", {"person": "ไม่มีใคร"}, "nothing in the graph is called"),
        ("meetings-under-framework", {"year": "21"}, "want a year"),
        ("planned-meetings", {"after": "ตุลาคม"}, "want a date"),
        ("planned-meetings", {"after": "0064-10"}, "want a date"),
        ("low-confidence", {"below": "0.6 } #"}, "want a number"),
        ("evidence", {"property": "a b"}, "want a property"),
        ("evidence", {"property": "x"}, "'x' is no property: want a property of the ontology, such as hol"),
        ("evidence", {"property": "met"}, "'met' is no property: something like it: metWith$"),
        ("evidence", {"property": "atended"}, "something like it: attended"),
        ("no-such-query", None, "who-attended"),
        ("missing.rq", None, "no such query file"),
        ("SELECT * {}", {"a": "b"}, "go with a shipped query only"),
    ],
)
def test_what_cannot_be_asked_is_explained(
    store: MemoryStore, name: str, parameters: dict[str, str] | None, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        query(store, name, parameters)


def test_who_is_to_join_and_who_does_not_take_part_is_told_apart() -> None:
    source = document("joining", "รัสเซียจะเข้าร่วมอาเซียน ไทยไม่ได้เข้าร่วม")
    claims = (
        claim(source, RUSSIA, "participatesIn", ASEAN, "รัสเซียจะเข้าร่วมอาเซียน", Modality.PLANNED),
        claim(source, THAILAND, "participatesIn", ASEAN, "ไทยไม่ได้เข้าร่วม", Modality.NEGATED),
    )
    things = tuple(ENTITIES[key] for key in (RUSSIA, THAILAND, ASEAN))
    found = query(MemoryStore(to_quads([Extraction(source, things, claims)])), "members")
    assert named(found, "member_label", "modality") == [("รัสเซีย", "Planned")]


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        (
            "topics",
            {"meeting": "อาเซียน"},
            "^'อาเซียน' is an Organization here; meeting= wants a Meeting; of that ask .*members",
        ),
        ("members", {"framework": NAME}, "is a Person here; framework= wants a Framework or an Organization"),
        (
            "who-met-whom",
            {"person": "ไทย"},
            "^'ไทย' is a Country here; person= wants a Person; of that ask .*visits place=",
        ),
        (
            "meetings-by-place",
            {"place": "ประเทศไทย"},
            "is a Country here; nothing that answers this is recorded",
        ),
        ("conflicts", {"about": SUMMIT_NAME}, "is a Meeting here; no conflict is recorded about it$"),
        ("visits", {"person": "https://e.org/x"}, "is nothing here; person= wants a Person$"),
    ],
)
def test_what_is_of_another_kind_than_is_asked_about_is_told(
    store: MemoryStore, name: str, parameters: dict[str, str], said: str
) -> None:
    assert not query(store, name, parameters).rows
    (line,) = misfits(store, name, parameters)
    assert re.search(said, line)


def test_of_a_question_that_names_nothing_there_is_nothing_to_say(store: MemoryStore) -> None:
    assert misfits(store, "posts", {"post": "x"}) == ()
    assert misfits(store, "SELECT * {}", {}) == ()
    assert misfits(store, "conflicts", {"about": NAME, "rows": "1"}) == ()


@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        ("{ ?p a thut:Persn }", ["thut:Persn is no term of the ontology; thut:Person?"]),
        (
            "{ ?p thut:heldon ?o . ?p a thut:Person.}",
            ["thut:heldon is no term of the ontology; thut:heldOn?"],
        ),
        ("{ ?p a <https://w3id.org/thut/ontology#Xyzzy> }", ["thut:Xyzzy is no term of the ontology"]),
        ("{ ?p a thut:Meeting ; thut:mode thut:Online ; foaf:nam 'thut:Persn' } # thut:Persn", []),
    ],
)
def test_a_word_that_the_ontology_does_not_know_is_told(sparql: str, said: list[str]) -> None:
    assert list(unknown_terms(f"SELECT * {sparql}")) == said


def test_another_meaning_of_the_prefix_is_nothing_to_say_of() -> None:
    assert unknown_terms("PREFIX thut: <http://e/> SELECT * { ?p a thut:Persn }") == ()


def test_a_query_may_stand_in_a_file(store: MemoryStore, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text("\ufeffASK { ?s a thut:Person }", encoding="utf-8")
    assert query(store, file).answer is True
    assert query(store, str(file)).answer is True
    file.write_bytes("# ก".encode("cp874"))
    with pytest.raises(QueryError, match="not UTF-8"):
        query(store, file)


ROWS = Results(
    ("name", "n"),
    (
        (Literal('ที่ประชุม, "ก"\n\tข', language="th"), Literal("1")),
        (Literal("a"), None),
    ),
)


def test_a_table_lines_up_thai() -> None:
    lines = render(ROWS).splitlines()
    assert lines[0].startswith("name")
    at = [width(line[: line.rindex("1")]) for line in lines if line.endswith("1")]
    assert at == [width(lines[0][: lines[0].rindex("n")])]
    assert lines[-1] == "(2 rows)"


def test_csv_and_tsv_read_back() -> None:
    assert list(csv.reader(io.StringIO(render(ROWS, "csv"), newline=""))) == [
        ["name", "n"],
        *map(list, ROWS.rows),
    ]
    lines = render(ROWS, "tsv").split("\n")
    assert lines[0] == "?name\t?n"
    assert all(line.count("\t") == 1 for line in lines[:3])


def test_json_and_xml_are_those_of_sparql(store: MemoryStore) -> None:
    found = query(store, "evidence")
    parsed = json.loads(render(found, "json"))
    assert parsed["head"]["vars"] == list(found.columns)
    assert len(parsed["results"]["bindings"]) == len(found)
    root = parsed_xml(found)
    assert len(root.findall(".//{*}result")) == len(found)
    again = rdflib.query.Result.parse(io.BytesIO(render(found, "json").encode("utf-8")), format="json")
    assert len(list(again)) == len(found)


def test_answers_of_ask_and_construct(store: MemoryStore) -> None:
    yes = query(store, "ASK { ?s a thut:Person }")
    assert render(yes) == "true\n"
    assert json.loads(render(yes, "json"))["boolean"] is True
    assert parsed_xml(yes).find("{*}boolean").text == "true"
    made = query(store, "CONSTRUCT { ?s a thut:Person } WHERE { ?s a thut:Person }")
    assert "a thut:Person ." in render(made, "ttl")
    for name in TRIPLE_FORMATS:
        data = render(made, name).encode()
        assert {quad.triple for quad in decode(data, name, "http://e/")} == set(made.triples or ())
    with pytest.raises(FormatError, match="want ttl"):
        render(made, "csv")
    with pytest.raises(FormatError, match="for CONSTRUCT"):
        render(yes, "ttl")
    star = query(store, "CONSTRUCT { ?s rdfs:seeAlso <<( ?s a thut:Person )>> } WHERE { ?s a thut:Person }")
    with pytest.raises(FormatError, match="jsonld cannot hold these triples"):
        render(star, "jsonld")
    with pytest.raises(FormatError, match="want one of table"):
        render(yes, "xlsx")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_any_text_gives_well_formed_xml(text: str) -> None:
    (found,) = parsed_xml(Results(("x",), ((Literal(text),),))).findall(".//{*}literal")
    assert (found.text or "") == text.translate(
        dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
    )
