"""The shape of a graph, as the contract fixes it."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from handmade import (
    ENTITIES,
    MEETING,
    RUSSIA,
    SOM,
    SUMMIT,
    THAILAND,
    VICHAWAT,
    YEAR,
    claim,
    document,
    entity,
    first,
    second,
)
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import GraphError
from kg.lexicon import Entry
from kg.model import Entity, Extraction, Modality
from kg.rdf import document_quads, shared_quads, to_quads
from kg.vocab import DCTERMS, NIF, PROV, RDF, RDFS, SCHEMA, SKOS, THUT, XSD, Minter

ENTRIES = (
    Entry(
        "country-th",
        "Country",
        (("en", "Thailand"), ("th", "ไทย")),
        (("ราชอาณาจักรไทย", "th"),),
        wikidata="http://www.wikidata.org/entity/Q869",
    ),
    Entry("country-jp", "Country", (("th", "ญี่ปุ่น"),)),
)


def iri(key: str) -> str:
    return Minter().entity(key)


def values(quads: list[Quad], subject: str, predicate: str) -> list[str]:
    return sorted(
        str(q.object) for q in quads if q.subject.value == subject and q.predicate.value == predicate
    )


def plain(quads: list[Quad], subject: str, predicate: str, value: str) -> bool:
    return any(
        (q.subject.value, q.predicate.value, q.object.value) == (iri(subject), THUT + predicate, value)
        for q in quads
    )


def small(*claims: tuple[str, str, str, Modality, bool], identifier: str = "d") -> Extraction:
    source = document(identifier, "ถ้อยคำ")
    keys = {key for s, _, o, _, literal in claims for key in ((s,) if literal else (s, o))}
    return Extraction(
        source,
        tuple(ENTITIES[key] for key in sorted(keys)),
        tuple(claim(source, s, p, o, "ถ้อยคำ", mood, literal=literal) for s, p, o, mood, literal in claims),
    )


ACTUAL, PLANNED, NEGATED = Modality.ACTUAL, Modality.PLANNED, Modality.NEGATED


@pytest.mark.parametrize(
    ("predicate", "mood", "stands"),
    [
        ("attended", ACTUAL, True),
        ("attended", PLANNED, False),
        ("attended", NEGATED, False),
        ("participatesIn", ACTUAL, True),
        ("participatesIn", PLANNED, True),
        ("participatesIn", NEGATED, False),
        ("coChaired", PLANNED, False),
        ("coChaired", ACTUAL, True),
    ],
)
def test_a_plain_triple_stands_where_reading_the_claim_as_a_fact_is_right(
    predicate: str, mood: Modality, stands: bool
) -> None:
    quads = document_quads(small((RUSSIA, predicate, SOM, mood, False)))
    assert plain(quads, RUSSIA, predicate, iri(SOM)) is stands


def test_a_claim_leads_to_the_words_that_state_it() -> None:
    source = document("d-1", "นาย ก เข้าร่วมประชุม")
    extraction = Extraction(
        source,
        (ENTITIES[VICHAWAT], ENTITIES[SOM]),
        (claim(source, VICHAWAT, "attended", SOM, "เข้าร่วมประชุม", confidence=0.8, rule="joins"),),
    )
    quads = document_quads(extraction)
    (node,) = {q.subject.value for q in quads if q.predicate.value == RDF + "predicate"}
    span = "https://w3id.org/thut/id/doc/d-1#char=6,20"
    assert values(quads, node, RDF + "type") == [f"<{THUT}Assertion>"]
    assert values(quads, node, RDF + "subject") == [f"<{iri(VICHAWAT)}>"]
    assert values(quads, node, RDF + "predicate") == [f"<{THUT}attended>"]
    assert values(quads, node, RDF + "object") == [f"<{iri(SOM)}>"]
    assert values(quads, node, THUT + "modality") == [f"<{THUT}Actual>"]
    assert values(quads, node, PROV + "wasDerivedFrom") == [f"<{span}>"]
    assert values(quads, span, RDF + "type") == [f"<{NIF}Phrase>"]
    assert values(quads, span, NIF + "referenceContext") == ["<https://w3id.org/thut/id/doc/d-1>"]
    assert values(quads, span, NIF + "beginIndex") == [f'"6"^^<{XSD}integer>']
    assert values(quads, span, NIF + "endIndex") == [f'"20"^^<{XSD}integer>']
    assert values(quads, span, NIF + "anchorOf") == ['"เข้าร่วมประชุม"@th']
    (step,) = [q.object.value for q in quads if q.predicate.value == PROV + "qualifiedDerivation"]
    assert values(quads, step, PROV + "entity") == [f"<{span}>"]
    assert values(quads, step, NIF + "confidence") == [f'"0.8"^^<{XSD}decimal>']
    assert values(quads, step, THUT + "rule") == ['"joins"']


def test_two_claims_on_one_sentence_keep_their_own_confidence() -> None:
    quads = document_quads(first())
    steps = [q for q in quads if q.predicate.value == NIF + "confidence" and "char=47,279" in q.subject.value]
    assert {q.object.value for q in steps} >= {"0.9", "0.8", "0.55"}
    assert len(steps) == len({q.subject.value for q in steps})


def test_nothing_is_blank_and_everything_of_a_document_stands_in_its_graph() -> None:
    quads = document_quads(first())
    assert {q.graph_name.value for q in quads} == {"https://w3id.org/thut/id/doc/som-17"}
    assert not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object))
    assert all(
        term.value.isascii() for q in quads for term in (q.subject, q.object) if isinstance(term, NamedNode)
    )


def test_a_document_says_what_it_is() -> None:
    quads = document_quads(first())
    name = "https://w3id.org/thut/id/doc/som-17"
    assert values(quads, name, RDF + "type") == [f"<{THUT}SourceDocument>"]
    assert values(quads, name, DCTERMS + "identifier") == ['"som-17.txt"']
    assert values(quads, name, DCTERMS + "issued") == [f'"2021-08-04"^^<{XSD}date>']
    assert values(quads, name, DCTERMS + "source") == [
        "<https://www.mfa.go.th/th/content/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7?id=1>"
    ]
    assert len(values(quads, name, SCHEMA + "sha256")[0]) == 66


@pytest.mark.parametrize(
    ("date", "datatype"), [("2021-08-04", "date"), ("2021-10", "gYearMonth"), ("2021", "gYear")]
)
def test_a_date_is_as_precise_as_the_text(date: str, datatype: str) -> None:
    quads = document_quads(small((SOM, "heldOn", date, ACTUAL, True)))
    assert values(quads, iri(SOM), THUT + "heldOn") == [f'"{date}"^^<{XSD}{datatype}>']


def test_an_interval_has_its_end_as_a_claim_of_its_own() -> None:
    quads = document_quads(small((SUMMIT, "heldOn", "2021-10-26/2021-10-28", PLANNED, True)))
    assert values(quads, iri(SUMMIT), THUT + "heldOn") == [f'"2021-10-26"^^<{XSD}date>']
    assert values(quads, iri(SUMMIT), THUT + "heldUntil") == [f'"2021-10-28"^^<{XSD}date>']
    predicates = {q.object.value for q in quads if q.predicate.value == RDF + "predicate"}
    assert predicates == {THUT + "heldOn", THUT + "heldUntil"}


def test_of_two_intervals_one_gives_the_plain_end_and_both_their_claims() -> None:
    quads = document_quads(
        small(
            (SUMMIT, "heldOn", "2021-10-26/2021-10-28", ACTUAL, True),
            (SUMMIT, "heldOn", "2021-11-01/2021-11-02", ACTUAL, True),
        )
    )
    assert values(quads, iri(SUMMIT), THUT + "heldUntil") == [f'"2021-10-28"^^<{XSD}date>']
    ends = [q for q in quads if q.object.value == THUT + "heldUntil"]
    assert len(ends) == 2


@pytest.mark.parametrize(
    ("predicate", "value", "term"),
    [
        ("mode", "in-person", f"<{THUT}InPerson>"),
        ("mode", "online", f"<{THUT}Online>"),
        ("mode", "hybrid", f"<{THUT}Hybrid>"),
        ("mode", "phone", f"<{THUT}Phone>"),
        ("ordinal", "54", f'"54"^^<{XSD}integer>'),
        ("holdsPosition", "รองนายกรัฐมนตรี", '"รองนายกรัฐมนตรี"@th'),
    ],
)
def test_values_become_the_terms_of_the_contract(predicate: str, value: str, term: str) -> None:
    quads = document_quads(small((SOM, predicate, value, ACTUAL, True)))
    assert values(quads, iri(SOM), THUT + predicate) == [term]


@pytest.mark.parametrize(
    ("predicate", "value", "message"),
    [
        ("mode", "by post", "no mode"),
        ("ordinal", "๕๔", "no ordinal"),
        ("heldOn", "4 สิงหาคม", "no date"),
        ("heldOn", "๒๐๒๑-๐๘-๐๔", "no date"),
    ],
)
def test_a_value_that_its_predicate_does_not_take_is_refused(
    predicate: str, value: str, message: str
) -> None:
    with pytest.raises(GraphError, match=message):
        document_quads(small((SOM, predicate, value, ACTUAL, True)))


def test_a_claim_about_nobody_is_refused() -> None:
    extraction = dataclasses.replace(
        small((RUSSIA, "attended", SOM, ACTUAL, False)), entities=(ENTITIES[SOM],)
    )
    with pytest.raises(GraphError, match="no entity of the document has the key 'lex:country-ru'"):
        document_quads(extraction)


def test_a_misquotation_is_refused() -> None:
    extraction = small((RUSSIA, "attended", SOM, ACTUAL, False))
    (assertion,) = extraction.assertions
    wrong = assertion._replace(evidence=(assertion.evidence[0]._replace(quote="อื่น"),))
    with pytest.raises(GraphError, match="the quotation 'อื่น'"):
        document_quads(dataclasses.replace(extraction, assertions=(wrong,)))
    bare = assertion._replace(evidence=())
    with pytest.raises(GraphError, match="no evidence"):
        document_quads(dataclasses.replace(extraction, assertions=(bare,)))


def test_two_documents_of_one_id_are_refused() -> None:
    with pytest.raises(GraphError, match="two documents have the id 'som-17'"):
        to_quads([first(), first()])


def test_the_order_of_documents_makes_no_difference() -> None:
    third = small((THAILAND, "attended", SOM, PLANNED, False), identifier="third")
    results = {
        frozenset(to_quads(order, ENTRIES)) for order in itertools.permutations((first(), second(), third))
    }
    assert len(results) == 1


def test_documents_that_say_the_same_share_one_claim() -> None:
    documents = [small((RUSSIA, "attended", SOM, ACTUAL, False), identifier=f"d{n}") for n in range(10)]
    quads = to_quads(documents)
    nodes = {q.subject.value for q in quads if q.predicate.value == RDF + "predicate"}
    assert len(nodes) == 1
    assert len({q.object for q in quads if q.predicate.value == PROV + "wasDerivedFrom"}) == 10
    # So few words are no sign of a copy.
    assert values(quads, *nodes, THUT + "confidence") == [f'"0.99"^^<{XSD}decimal>']
    assert values(quads, *nodes, THUT + "support") == [f'"10"^^<{XSD}integer>']


def test_confidence_pools_over_documents_and_not_over_sentences() -> None:
    quads = to_quads([first(), second()])
    (node,) = {
        q.subject.value
        for q in quads
        if q.predicate.value == PROV + "wasDerivedFrom" and q.object.value.endswith("som-17-again#char=0,80")
    }
    assert values(quads, node, THUT + "confidence") == [f'"0.96"^^<{XSD}decimal>']
    assert values(quads, node, THUT + "support") == [f'"2"^^<{XSD}integer>']
    source = document("twice", "ก เข้าร่วม ก เข้าร่วมด้วย")
    twice = claim(source, RUSSIA, "attended", SOM, "ก เข้าร่วม")._replace(
        evidence=(
            *claim(source, RUSSIA, "attended", SOM, "ก เข้าร่วม").evidence,
            *claim(source, RUSSIA, "attended", SOM, "ก เข้าร่วมด้วย").evidence,
        ),
    )
    extraction = Extraction(source, (ENTITIES[RUSSIA], ENTITIES[SOM]), (twice,))
    (pooled,) = [q.object.value for q in to_quads([extraction]) if q.predicate.value == THUT + "confidence"]
    assert pooled == "0.9"


def named(identifier: str, *entities: Entity) -> Extraction:
    return Extraction(document(identifier, "ถ้อยคำ"), entities, ())


def test_an_entity_has_one_label_a_language_the_longest_name() -> None:
    quads = to_quads(
        [
            named("a", entity(SOM, MEETING, "ประชุม SOM", "SOM", "ประชุมใหญ่ ๆ ยาวกว่าชื่อ")),
            named("b", entity(SOM, MEETING, "การประชุมเจ้าหน้าที่", "Senior Officials' Meeting")),
        ]
    )
    assert values(quads, iri(SOM), RDFS + "label") == [
        '"Senior Officials\' Meeting"@en',
        '"การประชุมเจ้าหน้าที่"@th',
    ]
    assert values(quads, iri(SOM), SKOS + "altLabel") == [
        '"SOM"@en',
        '"ประชุม SOM"@th',
        '"ประชุมใหญ่ ๆ ยาวกว่าชื่อ"@th',
    ]


def test_a_meeting_has_no_english_label_that_is_its_frameworks_name() -> None:
    strategy, summit = "Ayeyawady-Mekong Economic Cooperation Strategy", "10th ACMECS Summit"
    quads = to_quads([named("a", entity(SOM, MEETING, "การประชุมผู้นำ ครั้งที่ 10", strategy))])
    assert values(quads, iri(SOM), RDFS + "label") == ['"การประชุมผู้นำ ครั้งที่ 10"@th']
    assert values(quads, iri(SOM), SKOS + "altLabel") == [f'"{strategy}"@en']
    quads = to_quads([named("a", entity(SOM, MEETING, "การประชุมผู้นำ ครั้งที่ 10", strategy, summit))])
    assert f'"{summit}"@en' in values(quads, iri(SOM), RDFS + "label")


def test_a_space_that_one_document_has_by_mistake_is_not_in_the_label() -> None:
    wrong = named("a", entity(SOM, MEETING, "การประ ชุมใหญ่"))
    quads = to_quads([wrong, *(named(i, entity(SOM, MEETING, "การประชุมใหญ่")) for i in "bc")])
    assert values(quads, iri(SOM), RDFS + "label") == ['"การประชุมใหญ่"@th']


def test_of_names_of_one_length_the_first_in_code_points_is_the_label() -> None:
    quads = to_quads([named("a", entity(SOM, MEETING, "ขาว")), named("b", entity(SOM, MEETING, "กาว"))])
    assert values(quads, iri(SOM), RDFS + "label") == ['"กาว"@th']


def test_only_what_has_no_name_goes_by_its_descriptions() -> None:
    unnamed = Entity("m", "meeting:d:1", MEETING, "การหารือ", refs=("ที่ประชุมฯ",), named=False)
    quads = to_quads([named("a", unnamed, ENTITIES[VICHAWAT]._replace(refs=("ท่านทูต",)))])
    assert values(quads, iri("meeting:d:1"), SKOS + "altLabel") == ['"ที่ประชุมฯ"@th']
    assert not any(q.object.value == "ท่านทูต" for q in quads)


def test_an_entity_has_one_type_the_one_that_most_documents_give() -> None:
    summit = entity(SOM, MEETING, "ก", cls="Summit")
    quads = to_quads([named("a", entity(SOM, MEETING, "ก")), named("b", summit), named("c", summit)])
    assert values(quads, iri(SOM), RDF + "type") == [f"<{THUT}Summit>"]


def test_the_lexicon_speaks_for_what_it_knows_in_a_graph_of_its_own() -> None:
    quads = to_quads([first()], ENTRIES)
    lexicon = [q for q in quads if q.graph_name.value.endswith("/graph/lexicon")]
    assert {q.subject.value for q in lexicon} == {iri(THAILAND)}
    assert values(quads, iri(THAILAND), RDFS + "label") == ['"Thailand"@en', '"ไทย"@th']
    assert values(quads, iri(THAILAND), SKOS + "altLabel") == ['"ประเทศไทย"@th', '"ราชอาณาจักรไทย"@th']
    assert values(quads, iri(THAILAND), SKOS + "exactMatch") == ["<http://www.wikidata.org/entity/Q869>"]


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ([(RUSSIA, "attended", SOM, ACTUAL, False)], ["Held"]),
        ([(RUSSIA, "attended", SOM, PLANNED, False)], ["Planned"]),
        ([(RUSSIA, "attended", SOM, PLANNED, False), (SOM, "heldOn", "2021", ACTUAL, True)], ["Held"]),
        ([(RUSSIA, "attended", SOM, NEGATED, False)], []),
        ([(SOM, "ordinal", "17", ACTUAL, True)], []),
        ([(SOM, "partOf", SUMMIT, ACTUAL, False)], []),
        ([(RUSSIA, "coChaired", SOM, ACTUAL, False)], ["Held"]),
        ([(SOM, "discussed", YEAR, ACTUAL, False)], ["Held"]),
        ([(RUSSIA, "attended", SOM, PLANNED, False), (SOM, "discussed", YEAR, ACTUAL, False)], ["Planned"]),
    ],
)
def test_a_meeting_was_held_if_a_document_says_so(
    claims: list[tuple[str, str, str, Modality, bool]], status: list[str]
) -> None:
    quads = to_quads([small(*claims)])
    assert values(quads, iri(SOM), THUT + "status") == [f"<{THUT}{name}>" for name in status]


def test_what_one_document_announces_another_that_tells_what_was_said_there_tells_as_held() -> None:
    announced, reported = (RUSSIA, "attended", SOM, PLANNED, False), (SOM, "discussed", YEAR, ACTUAL, False)
    quads = to_quads([small(announced, identifier="a"), small(reported, identifier="b")])
    assert values(quads, iri(SOM), THUT + "status") == [f"<{THUT}Held>"]


def test_only_meetings_have_a_status() -> None:
    quads = to_quads([small((YEAR, "heldOn", "2021", ACTUAL, True))])
    assert not any(q.predicate.value == THUT + "status" for q in quads)


def test_what_is_shared_can_be_worked_out_again_from_the_graphs_of_documents() -> None:
    everything = to_quads([first(), second()], ENTRIES)
    of_documents = [q for q in everything if "/doc/" in q.graph_name.value]
    again = shared_quads(everything, ENTRIES)
    assert set(of_documents) | set(again) == set(everything)
    assert set(shared_quads(of_documents, ENTRIES)) == set(again)


def test_every_literal_has_the_form_that_stores_keep() -> None:
    from pyoxigraph import Store  # noqa: PLC0415

    quads = to_quads([first(), second()], ENTRIES)
    store = Store()
    store.extend(quads)
    assert set(store) == set(quads)
    assert any(isinstance(q.object, Literal) for q in quads)
