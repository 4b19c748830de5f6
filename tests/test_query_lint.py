"""What shipped queries may not be written with: patterns on which engines are slow, differ or reach out.

Oxigraph takes quadratic time over NOT EXISTS with a join inside; MINUS, or OPTIONAL with !BOUND,
mean the same and do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Literal

from kg.query import shipped_queries
from kg.vocab import PREFIXES

HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


def parts(node: Any) -> Iterator[Any]:
    """Every part of an algebra expression, itself first."""
    yield node
    if isinstance(node, CompValue):
        node = [value for key, value in node.items() if key not in {"_vars", "lazy"}]
    if isinstance(node, list | tuple | set | frozenset):
        for part in node:
            yield from parts(part)


def triples(pattern: Any) -> int:
    """How many triples stand in a pattern; within EXISTS rdflib leaves them in one flat list."""
    blocks = [part for part in parts(pattern) if isinstance(part, CompValue) and part.name == "TriplesBlock"]
    return sum(len(terms) // 3 for block in blocks for terms in block["triples"])


def faults(sparql: str) -> list[str]:
    """What is wrong with how a query is written."""
    algebra = translateQuery(parseQuery(sparql)).algebra
    found = []
    patterns = {
        part["pattern"] for part in parts(algebra) if isinstance(part, CompValue) and "pattern" in part
    }
    for part in parts(algebra):
        if not isinstance(part, CompValue):
            if (
                isinstance(part, Literal)
                and re.search("[ก-๎]", part)
                and not part.language
                and part not in patterns
            ):
                found.append(f"{part!r} has no language and matches nothing that has one")
            continue
        if part.name in {"Builtin_NOTEXISTS", "Builtin_EXISTS"} and triples(part["graph"]) > 1:
            found.append("EXISTS or NOT EXISTS over a join: MINUS, or OPTIONAL and !BOUND, mean the same")
        if part.name == "ServiceGraphPattern":
            found.append("SERVICE calls another server")
        if part.name == "SelectQuery" and part.get("datasetClause"):
            found.append("FROM reads another graph")
    labels = re.findall(r"(?:rdfs:label|skos:altLabel)\s+(\?\w+)", sparql)
    found += [f"{label}: which language?" for label in labels if not re.search(rf"LANG\(\{label}\)", sparql)]
    return found


@pytest.mark.parametrize("shipped", shipped_queries().values(), ids=lambda q: q.name)
def test_a_shipped_query_uses_no_pattern_that_engines_trip_over(shipped) -> None:
    prepareQuery(shipped.sparql)
    assert faults(shipped.sparql) == []


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("SELECT ?m { ?m a thut:Meeting FILTER NOT EXISTS { ?c rdf:subject ?m ; a ?t } }", "join"),
        ("SELECT ?m { ?m a thut:Meeting FILTER(EXISTS { ?c rdf:subject ?m . ?c a ?t }) }", "join"),
        ("SELECT ?m { ?m a ?t FILTER NOT EXISTS { { ?m ?p ?d } UNION { ?d ?p ?m } } }", "join"),
        ("SELECT ?m { SERVICE <http://e/> { ?m a thut:Meeting } }", "SERVICE"),
        ("SELECT ?m FROM <http://e/> { ?m a thut:Meeting }", "FROM"),
        ('SELECT ?m { ?m rdfs:label ?l FILTER(?l = "ไทย") FILTER(LANG(?l) = "th") }', "no language"),
        ("SELECT ?l { ?m rdfs:label ?l }", "which language"),
    ],
)  # fmt: skip
def test_the_patterns_are_known_when_seen(query: str, fault: str) -> None:
    assert any(fault in said for said in faults(HEAD + query))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?m { ?m a thut:Meeting FILTER NOT EXISTS { ?m thut:heldOn ?d } }",
        "SELECT ?m { ?m a thut:Meeting MINUS { ?c rdf:subject ?m ; rdf:predicate thut:heldOn } }",
        'SELECT ?m { ?m rdfs:label "ไทย"@th ; rdfs:label ?l FILTER(langMatches(LANG(?l), "en")) }',
    ],
)
def test_what_engines_do_well_passes(query: str) -> None:
    assert faults(HEAD + query) == []
