"""IRIs: readable, in ASCII, never shared by two keys; terms that the ontology has."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocab
from kg.errors import GraphError
from kg.model import Predicate
from kg.rdf.ontology import kinds_of, ontology
from kg.vocab import ACTS, CLASSES, DESCRIBING, MODALITIES, MODES, OTHER_TERMS, STATUSES, THUT, Minter, slug

KEYS = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
THAI = st.text(alphabet="กขคงข่าวข้าวขาว้ำ \u200bํา๑1.-", max_size=12)


def test_every_term_stands_in_the_ontology() -> None:
    known = {quad.subject.value for quad in ontology()}  # type: ignore[union-attr]
    names = (*CLASSES, *DESCRIBING, *ACTS, *MODES.values(), *MODALITIES, *STATUSES, *OTHER_TERMS)
    assert [name for name in names if THUT + name not in known] == []


def test_an_act_and_a_description_are_never_one() -> None:
    below = {sub for name in ACTS for sub in kinds_of(name)}
    assert not below & {sub for name in DESCRIBING for sub in kinds_of(name)}


def test_what_can_be_read_is_what_the_graph_has_but_for_what_writing_adds() -> None:
    assert sorted(get_args(Predicate)) == sorted({*DESCRIBING, *ACTS} - {"heldUntil"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ข่าว", "ข้าว"),
        ("ข้าว", "ขาว"),
        ("ขาว", "ข่าว"),
        ("ไทย", "ไท\u200bย"),
        ("ไทย จีน", "ไทยจีน"),
        ("นำ", "นํา"),
        ("a-b", "a b"),
        ("ครั้งที่ ๑", "ครั้งที่ 1"),
    ],
)
def test_names_that_differ_by_a_mark_or_a_space_have_iris_of_their_own(one: str, other: str) -> None:
    assert Minter().entity(f"topic:{one}") != Minter().entity(f"topic:{other}")
    assert Minter().document(one) != Minter().document(other)


@given(st.tuples(THAI, THAI))
def test_two_keys_never_share_an_iri(keys: tuple[str, str]) -> None:
    one, other = keys
    minter = Minter()
    assert (minter.entity(one) == minter.entity(other)) == (one == other)
    assert (minter.document(one) == minter.document(other)) == (one == other)


@given(KEYS)
def test_iris_are_ascii_that_every_format_takes(key: str) -> None:
    minter = Minter()
    for iri in (minter.entity(key), minter.document(key), minter.span(key, 0, 5), minter.assertion(key, "p")):
        assert re.fullmatch(r"https://w3id\.org/thut/id/[a-z0-9-]+/[A-Za-z0-9._~=,#-]+", iri), iri


@given(KEYS)
def test_a_slug_is_lower_case_letters_digits_and_single_hyphens(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


def test_an_identifier_that_looks_like_a_made_up_name_is_no_clash() -> None:
    made_up = Minter().document("ข่าว").removeprefix(Minter().document("x")[:-1])
    assert Minter().document(made_up) != Minter().document("ข่าว")


def test_a_document_keeps_its_identifier_and_spans_hang_on_it() -> None:
    assert Minter().document("dev-01").endswith("/doc/dev-01")
    assert Minter().span("dev-01", 412, 520).endswith("/doc/dev-01#char=412,520")


def test_the_base_can_be_set() -> None:
    assert (
        Minter("http://example.org/kg/")
        .entity("lex:country-th")
        .startswith("http://example.org/kg/country/th-")
    )


@pytest.mark.parametrize(
    "base", ["", "no-scheme/", "http://example.org/kg", "http://e.org/ก/", "http://e.org/#/"]
)
def test_a_base_that_would_spoil_iris_is_refused(base: str) -> None:
    with pytest.raises(GraphError, match="base of IRIs"):
        Minter(base)


def test_an_iri_that_no_store_takes_is_refused() -> None:
    with pytest.raises(GraphError, match="no IRI"):
        vocab.checked("https://example.org/a b")
