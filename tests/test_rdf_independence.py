"""How many documents state a claim for themselves: copies and near copies are one witness."""

from __future__ import annotations

import itertools
import random
import time

import pytest
from handmade import ENTITIES, RUSSIA, SOM, claim, document
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Extraction
from kg.rdf import to_quads
from kg.rdf.independence import independent_groups
from kg.store import MemoryStore
from kg.validate import validate
from kg.vocab import THUT

LONG = "นายดอน ปรมัตถ์วินัย รัฐมนตรีว่าการกระทรวงการต่างประเทศ เข้าร่วมการประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔"
OTHER = "ดอนไปร่วมประชุมกับรัสเซียผ่านระบบทางไกลเมื่อวานนี้ ตามที่กระทรวงแจ้งต่อสื่อมวลชนไว้"
SHORT = "ดอนหารือกับรัสเซีย"


@pytest.mark.parametrize(
    ("one", "other", "groups"),
    [
        (LONG, LONG, 1),
        (LONG, LONG.replace(" ", "").replace("๔", "4"), 1),  # spaces and digits aside
        (LONG, f"{LONG} ที่", 1),  # a word more
        (LONG, OTHER, 2),
        ("ก", "ข", 2),
        (SHORT, SHORT, 2),  # anybody would put it so
    ],
)
def test_documents_of_the_same_words_are_one_witness(one: str, other: str, groups: int) -> None:
    assert len(independent_groups({"a": [one], "b": [other]})) == groups


def test_a_document_that_repeats_another_and_adds_words_of_its_own_is_a_copy_all_the_same() -> None:
    assert independent_groups({"a": [LONG], "b": [LONG, OTHER]}) == [["a", "b"]]


def test_documents_of_one_title_are_one_witness_whatever_their_words() -> None:
    title = "รัฐมนตรีว่าการกระทรวงการต่างประเทศหารือกับรัสเซีย"
    quotations = {"a": [SHORT], "b": [SHORT], "c": [SHORT]}
    assert independent_groups(quotations, {"a": title, "b": f" {title}", "c": "ข่าว"}) == [["a", "b"], ["c"]]


def test_copies_of_a_copy_are_copies() -> None:
    chain = {"a": [LONG], "b": [LONG, OTHER], "c": [OTHER], "d": ["เรื่องอื่นทั้งหมด"]}
    assert independent_groups(chain) == [["a", "b", "c"], ["d"]]


@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=2), st.sets(st.text("กขค ", max_size=12), min_size=1))
)
def test_the_order_makes_no_difference(quotations: dict[str, set[str]]) -> None:
    groups = independent_groups(quotations)
    assert sorted(document for group in groups for document in group) == sorted(quotations)
    for order in itertools.islice(itertools.permutations(quotations), 6):
        assert independent_groups({document: sorted(quotations[document]) for document in order}) == groups


def test_a_claim_of_a_thousand_documents_is_counted_in_a_second() -> None:
    letters = random.Random(1)  # noqa: S311 - texts for a test
    words = {f"d{n}": ["".join(letters.choices("กขคงจฉชซ", k=80 + n % 60))] for n in range(1000)}
    start = time.process_time()
    assert len(independent_groups(words)) == 1000
    assert time.process_time() - start < 3


def stating(*quotes: str, confidence: float = 0.8) -> MemoryStore:
    """A store of documents that each state with these words that Russia attended."""
    extractions = []
    for number, quote in enumerate(quotes):
        source = document(f"d{number}", quote)
        attended = claim(source, RUSSIA, "attended", SOM, quote, confidence=confidence)
        extractions.append(Extraction(source, (ENTITIES[RUSSIA], ENTITIES[SOM]), (attended,)))
    return MemoryStore(to_quads(extractions))


@pytest.mark.parametrize(
    ("quotes", "support", "confidence"),
    [([LONG], "1", "0.8"), ([LONG, LONG, LONG], "1", "0.8"), ([LONG, OTHER, LONG], "2", "0.96")],
)
def test_a_claim_carries_its_support_and_copies_make_it_no_surer(
    quotes: list[str], support: str, confidence: str
) -> None:
    rows = stating(*quotes).query("SELECT ?n ?c { ?claim thut:support ?n ; thut:confidence ?c }").rows
    assert rows == [(support, confidence)]


def test_support_is_a_whole_number_from_one_on() -> None:
    store = stating(LONG, OTHER)
    assert validate(store).ok
    claims = [quad for quad in store.quads() if quad.predicate.value == THUT + "support"]
    wrong = type(claims[0].object)("0", datatype=claims[0].object.datatype)
    quads = [quad for quad in store.quads() if quad not in claims]
    spoilt = type(claims[0])(claims[0].subject, claims[0].predicate, wrong, claims[0].graph_name)
    assert "thut:support is at most one" in validate(MemoryStore([*quads, spoilt])).text()
