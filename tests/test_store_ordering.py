"""Rows are put in order beside the engine, just as the engine would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.store.engine import ask
from kg.store.ordering import ordered
from kg.vocab import PREFIXES, XSD

BASE = "http://e/"
VALUES = st.one_of(
    st.sampled_from(["ก", "ข", "กข", "a", "B", "10", "9", ""]).map(Literal),
    st.tuples(st.sampled_from(["ก", "ข", "a"]), st.sampled_from(["th", "en"])).map(
        lambda said: Literal(said[0], language=said[1])
    ),
    st.sampled_from(["2021-10-26", "2021-01-01"]).map(lambda d: Literal(d, datatype=NamedNode(XSD + "date"))),
    st.sampled_from(["2021-10", "2022-01"]).map(lambda d: Literal(d, datatype=NamedNode(XSD + "gYearMonth"))),
    st.sampled_from(["2", "10", "-3"]).map(lambda n: Literal(n, datatype=NamedNode(XSD + "integer"))),
    st.sampled_from(["2.5", "10.0"]).map(lambda n: Literal(n, datatype=NamedNode(XSD + "decimal"))),
    st.sampled_from(["1e3", "NaN"]).map(lambda n: Literal(n, datatype=NamedNode(XSD + "double"))),
    st.sampled_from(["http://e/x", "http://e/ก"]).map(NamedNode),
    st.sampled_from(["b1", "b2"]).map(BlankNode),
)
QUERIES = (
    "SELECT ?s ?v { ?s a <http://e/T> OPTIONAL { ?s <http://e/p> ?v } } ORDER BY ?v ?s",
    "SELECT ?s { ?s a <http://e/T> OPTIONAL { ?s <http://e/p> ?v } } ORDER BY DESC(?v) ?s",
    "SELECT ?s ?v { ?s a <http://e/T> OPTIONAL { ?s <http://e/p> ?v } } ORDER BY STR(?v) DESC(STR(?s))",
    "SELECT * { ?s a <http://e/T> OPTIONAL { ?s <http://e/p> ?v } } ORDER BY ASC(STR(?v)) ?s",
    "SELECT DISTINCT ?v WHERE { ?s <http://e/p> ?v } ORDER BY ?s",
    "SELECT ?v (COUNT(?s) AS ?n) { ?s <http://e/p> ?v } GROUP BY ?v ORDER BY DESC(?n) ?v",
)


@pytest.mark.parametrize("sparql", QUERIES)
@given(values=st.lists(st.none() | VALUES, max_size=8), seed=st.booleans())
def test_the_order_is_that_of_the_engine(sparql, values, seed):
    kinds = {value.datatype.value for value in values if isinstance(value, Literal)}
    if XSD + "double" in kinds and not seed:
        values = [value for value in values if not isinstance(value, Literal)]
    store = Store()
    for number, value in enumerate(values):
        node = NamedNode(f"{BASE}s{number}")
        store.add(Quad(node, NamedNode(PREFIXES["rdf"] + "type"), NamedNode(BASE + "T")))
        if value is not None:
            store.add(Quad(node, NamedNode(BASE + "p"), value))
    found = ask(store, sparql, BASE)
    solutions = store.query(sparql, prefixes=PREFIXES)
    columns = [variable.value for variable in solutions.variables]
    assert list(found.columns) == columns
    wanted = [tuple(solution) for solution in solutions]
    assert set(found.terms) == set(wanted)
    if not any(kind.endswith(("integer", "decimal", "double")) for kind in kinds):
        # Numbers beside texts have no order that one could rely on.
        assert list(found.terms) == wanted


def test_what_is_asked_without_its_order_is_asked_as_it_was_where_that_fails():
    counted = ask(Store(), "SELECT (COUNT(?s) AS ?n) { ?s ?p ?o } ORDER BY ?s", BASE)
    assert (counted.columns, counted.rows) == (("n",), [("0",)])
    with pytest.raises(QueryError, match="line 1, column 21"):
        ask(Store(), "SELECT ?s { ?s ?p } ORDER BY ?s", BASE)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3",
        "SELECT ?s { ?s ?p ?o } ORDER BY STRLEN(?s)",
        "SELECT ?s { ?s ?p ?o } ORDER BY (?s)",
        "SELECT ?s { ?s ?p ?o } ORDER BY STR(?s",
        "SELECT REDUCED ?s { ?s ?p ?o } ORDER BY ?o",
        "SELECT ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s } }",
        "ASK { ?s ?p ?o }",
        r"SELECT ?s { ?s ?p '\u0041' } ORDER BY ?s",
    ],
)
def test_any_other_order_is_the_engines(sparql):
    assert ordered(sparql) is None
