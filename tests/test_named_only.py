"""Who and what a document names though nothing of it was read: from the text to the page."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest
from handmade import ASEAN, ENTITIES, RUSSIA, VICHAWAT, document, entity, first
from pyoxigraph import Literal, NamedNode, Quad
from reading import FM, GUEST, KEN, PM, REST, WEERA, all_facts, read
from timing import grows_in_proportion

from kg.coverage import cover
from kg.errors import GraphError, QueryError
from kg.explain import explain
from kg.export import export
from kg.graph import project, projection
from kg.model import EntityType, Extraction, Naming
from kg.query import query
from kg.rdf import document_quads, to_quads
from kg.serve.passages import document_page
from kg.store import MemoryStore
from kg.text import Span
from kg.upkeep import add, remove
from kg.validate import validate
from kg.vocab import OWL, PROV, THUT, Minter

ENERGY = "กระทรวงพลังงาน"
NAMED = f"นายเอก มั่นคง เดินทางกลับ และ{ENERGY}กำลังจัดทำแผน โดย{ENERGY}จะใช้เวลาสองปี"


def named(text: str) -> dict[str, str]:
    """The names of those that are only named, each with the words."""
    extraction = read(f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\n{text}")
    names = {e.key: e.name for e in extraction.entities}
    for naming in extraction.namings:
        assert naming.span.of(extraction.document.raw) == naming.quote == naming.quote.strip()
    return {names[naming.key]: naming.quote for naming in extraction.namings}


def naming(extraction: Extraction, key: str, words: str) -> Naming:
    start = extraction.document.raw.index(words)
    return Naming(key, Span(start, start + len(words)), words)


@pytest.fixture
def mention() -> Extraction:
    """A document that names three things and tells nothing of them."""
    source = document("mention", "นายวิชาวัฒน์ อิศรภักดี กับรัสเซียและอาเซียน", title="ข่าวสั้น")
    bare = Extraction(source, tuple(ENTITIES[key] for key in (VICHAWAT, RUSSIA, ASEAN)), ())
    words = ((VICHAWAT, "นายวิชาวัฒน์ อิศรภักดี"), (RUSSIA, "รัสเซีย"), (ASEAN, "อาเซียน"))
    return replace(bare, namings=tuple(naming(bare, key, said) for key, said in words))


def test_a_person_is_kept_with_the_words_that_name_him():
    assert named("ทั้งนี้ นายเอก มั่นคง อยู่ด้วย")["เอก มั่นคง"] == "ทั้งนี้ นายเอก มั่นคง อยู่ด้วย"


def test_a_state_is_kept_and_a_body_only_where_it_is_named_again():
    assert ENERGY in named(NAMED)
    assert ENERGY not in named(f"นายเอก มั่นคง เดินทางกลับ และ{ENERGY}กำลังจัดทำแผน")
    assert "เมียนมา" in named("ข้อความนี้ส่งถึงเมียนมา")


def test_one_word_behind_a_title_is_no_name_to_keep():
    assert named("ทั้งนี้ นายเอก อยู่ด้วย") == {}


def test_what_a_name_only_qualifies_is_not_named():
    assert named("ข้อความนี้ส่งถึงภาคเอกชนเมียนมา") == {}


def test_of_whom_a_fact_was_read_is_not_only_named():
    extraction = read(f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\n{FM} หารือกับ{GUEST} {WEERA}กล่าวถึง{KEN}")
    assert all_facts(extraction)
    told = {key for a in extraction.assertions for key in (a.subject, a.object)}
    assert told.isdisjoint(n.key for n in extraction.namings)
    assert {e.key for e in extraction.entities} <= told | {n.key for n in extraction.namings}


def test_an_office_without_a_name_is_nobody_who_is_named():
    assert named("ทั้งนี้ รัฐมนตรีว่าการกระทรวงพลังงาน อยู่ด้วย") == {}


def test_whoever_is_only_named_is_still_listed_as_passed_over():
    told = f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\n{PM} หารือกับ{GUEST}\nทั้งนี้ นายเอก มั่นคง อยู่ด้วย"
    extraction = read(told)
    assert [n.key for n in extraction.namings] == ["Person:เอกมั่นคง"]
    assert cover(extraction) == cover(replace(extraction, namings=(), entities=_told(extraction)))


def _told(extraction: Extraction) -> tuple:
    only = {n.key for n in extraction.namings}
    return tuple(e for e in extraction.entities if e.key not in only)


def test_the_graph_leads_from_the_thing_to_the_document_and_the_words(mention):
    minter = Minter()
    quads = document_quads(mention)
    thing = NamedNode(minter.entity(RUSSIA))
    about = {q.predicate.value: q.object.value for q in quads if q.subject == thing}
    assert about[THUT + "mentionedIn"] == minter.document("mention")
    assert about[PROV + "wasDerivedFrom"] == minter.document("mention") + "#char=26,33"
    assert not [q for q in quads if q.object.value == THUT + "Assertion"]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (Naming(RUSSIA, Span(0, 3), "ลาว"), "the quotation 'ลาว'"),
        (Naming(RUSSIA, Span(3, 3), ""), "the quotation ''"),
        (Naming("lex:country-la", Span(26, 33), "รัสเซีย"), "no entity of the document has the key"),
    ],
)
def test_words_that_are_not_there_are_refused(mention, wrong, why):
    with pytest.raises(GraphError, match=why):
        document_quads(replace(mention, namings=(wrong,)))


def test_the_graph_is_valid_and_every_quotation_stands_in_its_document(mention, tmp_path):
    (tmp_path / "mention.txt").write_bytes(mention.document.raw.encode())
    checked = validate(MemoryStore(to_quads([mention])), tmp_path)
    assert checked.ok
    assert (checked.quotations, checked.compared) == (3, 3)


def test_a_mention_without_words_is_against_the_shapes(mention):
    broken = [q for q in to_quads([mention]) if q.predicate.value != PROV + "wasDerivedFrom"]
    problems = validate(MemoryStore(broken)).problems
    assert len(problems) == 3
    assert all("leads to the words that name it" in problem.message for problem in problems)


def test_an_explanation_ends_with_where_a_thing_is_only_named(mention):
    store = MemoryStore(to_quads([first(), mention]))
    *claims, last = explain(store, "รัสเซีย").claims
    assert claims
    assert all(claim.assertion for claim in claims)
    assert (last.predicate, last.assertion, last.object_label) == ("mentionedIn", "", "ข่าวสั้น")
    assert [q.quote for q in last.quotations] == ["รัสเซีย"]
    assert last.sentence_th == "รัสเซีย ถูกกล่าวถึงใน ข่าวสั้น"
    only = explain(store, "รัสเซีย", ["mention.txt"])
    assert [claim.predicate for claim in only.claims] == ["mentionedIn"]
    (mention,) = json.loads(only.json())["claims"]
    assert {mention[key] for key in ("assertion", "confidence", "support")} == {None}
    assert "ข่าวสั้น" in only.html()
    with pytest.raises(QueryError, match="no claim"):
        explain(store, "รัสเซีย", ["other.txt"])


def test_what_was_merged_is_found_where_any_of_its_names_is(mention):
    latin = entity("person:vijavat isarabhakdi", EntityType.PERSON, "Vijavat Isarabhakdi")
    source = document("again", "Vijavat Isarabhakdi")
    again = Extraction(source, (latin,), (), namings=(Naming(latin.key, Span(0, 19), source.raw),))
    minter = Minter()
    member, chosen = (NamedNode(minter.entity(key)) for key in (latin.key, VICHAWAT))
    same = Quad(member, NamedNode(OWL + "sameAs"), chosen, NamedNode(minter.shared("merges")))
    quads = [*to_quads([first(), mention, again]), same]
    documents = {minter.document("mention"), minter.document("again")}
    found = explain(MemoryStore(quads), "วิชาวัฒน์ อิศรภักดี").claims
    assert {claim.object for claim in found if claim.predicate == "mentionedIn"} == documents
    told = projection(quads).nodes[chosen.value]["facts"]
    assert {q.document for f in told if f.predicate == "mentionedIn" for q in f.evidence} == documents


def test_the_picture_has_it_with_the_words(mention):
    graph = project(to_quads([first(), mention]))
    node = graph.nodes[Minter().entity(ASEAN)]
    (fact,) = [fact for fact in node["facts"] if fact.predicate == "mentionedIn"]
    assert (fact.value, fact.words, fact.datatype) == (Minter().document("mention"), "ข่าวสั้น", "document")
    assert fact.assertion == ""
    assert [(q.quote, q.name) for q in fact.evidence] == [("อาเซียน", "mention.txt")]
    assert node["documents"] == 2
    assert graph.graph["left_out"] == 0


def test_a_query_lists_what_documents_only_name(mention):
    store = MemoryStore(to_quads([first(), mention]))
    found = query(store, "mentions", {"about": "รัสเซีย"})
    assert [row[:3] for row in found.rows] == [("รัสเซีย", "รัสเซีย", "ข่าวสั้น")]
    assert len(query(store, "mentions").rows) == 3


def test_the_rows_of_the_query_are_explained_by_where_things_are_named(mention):
    store = MemoryStore(to_quads([first(), mention]))
    rows = query(store, "mentions")
    assert [c.predicate for c in explain(store, rows).claims] == ["mentionedIn"] * 3
    (only,) = explain(store, rows, row=1).claims
    assert only.subject_label == rows.rows[0][0]
    claims = query(store, "SELECT ?c ?s { ?c a thut:Assertion ; rdf:subject ?s }")
    with pytest.raises(QueryError, match="no claim"):
        explain(store, claims, ["mention.txt"])


def test_a_mention_is_explained_like_a_fact(mention):
    store = MemoryStore(to_quads([first(), mention]))
    for called in (Minter().document("mention"), "ข่าวสั้น", "mention.txt"):
        (only,) = explain(store, ("รัสเซีย", "mentionedIn", called)).claims
        assert [q.quote for q in only.quotations] == ["รัสเซีย"]
    with pytest.raises(QueryError, match="no claim"):
        explain(store, ("รัสเซีย", "mentionedIn", "ข่าวอื่น"))


def test_two_documents_of_one_title_are_two_rows(mention):
    other = document("other", mention.document.raw, title="ข่าวสั้น")
    store = MemoryStore(to_quads([mention, replace(mention, document=other)]))
    rows = query(store, "mentions", {"about": "รัสเซีย"})
    assert len(rows.rows) == 2
    assert len(explain(store, rows, row=1).claims) == 1


def test_somebodys_own_value_is_no_document(mention):
    odd = Literal("http://e/", datatype=NamedNode("http://e/#document"))
    minter = Minter()
    quads = to_quads([mention])
    quads.append(Quad(NamedNode(minter.entity(RUSSIA)), NamedNode(THUT + "note"), odd))
    facts = project(quads).nodes[minter.entity(RUSSIA)]["facts"]
    assert {(f.predicate, f.datatype) for f in facts} == {("note", "string"), ("mentionedIn", "document")}


def test_a_matter_that_names_whom_another_tells_of_adds_nothing():
    resolutions = (
        "ข่าวทำเนียบรัฐบาล\nสรุปมติการประชุมคณะรัฐมนตรี 5 มีนาคม 2567\n"
        "1. เรื่อง การเยือนญี่ปุ่น\nคณะรัฐมนตรีรับทราบว่า นายเอก มั่นคง รัฐมนตรีว่าการกระทรวงพลังงาน เดินทางเยือนญี่ปุ่น\n"
        "2. เรื่อง แผนพลังงาน\nคณะรัฐมนตรีรับทราบแผน ซึ่งนายเอก มั่นคง อยู่ด้วย และกล่าวถึงญี่ปุ่น"
    )
    extraction = read(resolutions)
    told = {key for a in extraction.assertions for key in (a.subject, a.object)}
    assert "Person:เอกมั่นคง" in told
    assert told.isdisjoint(n.key for n in extraction.namings)


def test_names_with_invisible_letters_are_quoted_as_they_stand():
    extraction = read(f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\nทั้งนี้ นาย\u200bเอก มั่น\u200bคง อยู่ด้วย{REST}")
    (only,) = extraction.namings
    assert "มั่น\u200bคง" in only.quote
    assert only.span.of(extraction.document.raw) == only.quote


def test_a_store_forgets_what_a_removed_document_named(tmp_path):
    for name, text in (("a", f"{PM} หารือกับ{GUEST}"), ("b", "ทั้งนี้ นายเอก มั่นคง อยู่ด้วย")):
        whole = f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\n{text}{REST}"
        (tmp_path / f"{name}.txt").write_text(whole, encoding="utf-8")
    add(tmp_path / "one", [tmp_path / "a.txt"])
    add(tmp_path / "both", [tmp_path / "a.txt", tmp_path / "b.txt"])
    assert len(query(tmp_path / "both", "mentions").rows) == 1
    remove(tmp_path / "both", ["b.txt"])
    for store in ("one", "both"):
        export(tmp_path / store, tmp_path / f"{store}.nq")
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "both.nq").read_bytes()


@pytest.mark.parametrize("piece", ["นายเอก มั่นคง ", "นายกสมชาย ใจดี ", "ฯพณฯ เลขาธิการสหประชาชาติ เอริก ซันด์ "])
def test_time_grows_with_a_line_of_names(piece):
    assert grows_in_proportion(piece, lambda text: lambda: read(f"ข่าวกระทรวงการต่างประเทศ\n{text}"))


def test_tables_lead_to_the_document_that_names_it(mention, tmp_path):
    store = MemoryStore(to_quads([mention]))
    document = Minter().document("mention")
    export(store, tmp_path / "claims.csv")
    lines = (tmp_path / "claims.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = [row for row in csv.DictReader(lines) if row["predicate"] == "mentionedIn"]
    assert {(r["object"], r["object_name"], r["object_type"]) for r in rows} == {
        (document, "ข่าวสั้น", "document")
    }
    assert {r["quote"] for r in rows} == {"นายวิชาวัฒน์ อิศรภักดี", "รัสเซีย", "อาเซียน"}
    export(store, tmp_path / "neo", format="neo4j")
    edges = list(csv.DictReader((tmp_path / "neo" / "relationships.csv").read_text("utf-8").splitlines()))
    assert len({edge["id:string"] for edge in edges}) == 3
    assert {edge[":END_ID"] for edge in edges} == {f"value:document:{document}"}
    nodes = list(csv.DictReader((tmp_path / "neo" / "nodes.csv").read_text("utf-8").splitlines()))
    (value,) = [node for node in nodes if node[":LABEL"] == "Value"]
    assert (value["name:string"], value["value:string"]) == ("ข่าวสั้น", document)


def test_the_page_of_a_document_shows_what_it_only_names(mention):
    page = document_page(MemoryStore(to_quads([mention])), Minter().document("mention"))
    assert page is not None
    told = [(p.quote, s.subject.thai, s.predicate, s.claim) for p in page.passages for s in p.stated]
    assert ("รัสเซีย", "รัสเซีย", "mentionedIn", "") in told


def test_the_words_say_why_and_are_read_at_a_glance():
    long = " และ".join(["คณะทำงานจัดทำรายงานประจำปีเรื่องพลังงาน"] * 20)
    quote = named(f"{long} ของนายเอก มั่นคง {long}")["เอก มั่นคง"]
    assert "นายเอก มั่นคง" in quote
    assert len(quote) <= 300


def test_a_name_is_as_long_as_where_it_is_introduced():
    text = "ด้าน นายเหงียน วัน ฮุง ได้กล่าวว่า ต้องร่วมมือ และ" + "นายเหงียน วัน ฮุง รัฐมนตรีว่าการกระทรวงการต่างประเทศเวียดนาม"
    names = {e.name for e in read(text).entities}
    assert "เหงียน วัน ฮุง" in names
    assert "เหงียน วัน" not in names
