"""JSON-LD with the context that ships: read back to the same quads by whoever reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from handmade import first, second
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.lexicon import load, ontology_path
from kg.rdf import encode, reifiers, to_quads
from kg.rdf.bridge import rdflib_triples
from kg.rdf.context import context, terms
from kg.rdf.ontology import ontology
from kg.vocab import BASE, RDFS, SCHEMA, SKOS, THUT, XSD, Minter

QUADS = to_quads([first(), second()], load())


def written(quads, base: str = BASE) -> bytes:
    return b"".join(encode(quads, "jsonld", base))


def read(data: bytes) -> set[ox.Quad]:
    return set(ox.parse(data, format=ox.RdfFormat.JSON_LD))


def test_the_context_that_ships_is_that_of_the_ontology(update_golden: bool) -> None:
    file = ontology_path() / "context.jsonld"
    made = json.dumps({"@context": context()}, ensure_ascii=False, indent=1) + "\n"
    if update_golden:
        file.write_text(made, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == made, "renew it with --update-golden"


def test_every_term_of_the_ontology_has_a_name_of_its_own() -> None:
    own = {quad.subject.value for quad in ontology() if str(quad.subject).startswith(f"<{THUT}")}
    assert own <= set(terms())
    names = [name for name, _ in terms().values()]
    assert len(set(names)) == len(names)
    assert terms()[THUT + "attended"] == ("attended", "@id")
    assert terms()[THUT + "confidence"] == ("confidence", XSD + "decimal")
    assert terms()[THUT + "holdsPosition"] == ("holdsPosition", "@language")
    assert terms()[THUT + "heldOn"] == ("heldOn", "")  # a day, a month or a year


@pytest.mark.parametrize("base", [BASE, "http://example.org/"])
def test_a_graph_is_read_back_quad_for_quad(base: str) -> None:
    quads = to_quads([first(), second()], load(), Minter(base))
    assert read(written(quads, base)) == set(quads)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, of its Dataset
def test_rdflib_reads_the_same_graphs() -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(QUADS), format="json-ld")
    for name in {quad.graph_name for quad in QUADS}:
        own = rdflib_triples(quad for quad in QUADS if quad.graph_name == name)
        assert told(dataset.graph(rdflib.URIRef(name.value))) == told(own)


def told(triples) -> set[tuple[str, str, str, str | None]]:
    return {(str(s), str(p), str(o), getattr(o, "language", None)) for s, p, o in triples}


def test_people_can_read_it() -> None:
    parsed = json.loads(written(QUADS))
    graphs = {part["@id"]: part["@graph"] for part in parsed["@graph"]}
    assert sorted(graphs) == [
        "doc/som-17",
        "doc/som-17-again",
        "graph/claims",
        "graph/entities",
        "graph/lexicon",
    ]
    nodes = {node["@id"]: node for node in graphs["doc/som-17"]}
    document = nodes["doc/som-17"]
    assert document["@type"] == "SourceDocument"
    assert document["title"] == {"th": first().document.title}
    claims = [node for node in graphs["doc/som-17"] if node.get("@type") == "Assertion"]
    (held,) = (claim for claim in claims if claim["object"] == {"@value": "2021-08-04", "@type": "xsd:date"})
    assert (held["predicate"], held["modality"]) == ("thut:heldOn", "thut:Actual")
    phrase = nodes[held["wasDerivedFrom"]]
    assert (phrase["@type"], phrase["beginIndex"], phrase["endIndex"]) == ("Phrase", 229, 255)
    confidences = {node["confidence"] for node in graphs["graph/claims"]}
    assert "0.96" in confidences


def iris(*parts: str) -> st.SearchStrategy[ox.NamedNode]:
    return st.sampled_from([ox.NamedNode(part) for part in parts])


NODES = iris(
    "http://e/a", BASE + "doc/x", BASE + "doc/x:y", BASE + "person/ก", BASE, THUT, THUT + "Person", "urn:x:y",
    BASE + "doc/x#char=1,2;claim=a", THUT + "//x",
)  # fmt: skip
KINDS = [XSD + name for name in ("string", "integer", "decimal", "double", "boolean")]


def literal(text: str, kind: str) -> ox.Literal:
    if kind.startswith("@"):
        return ox.Literal(text, language=kind[1:])
    return ox.Literal(text, datatype=ox.NamedNode(kind))


LITERALS = st.builds(
    literal,
    st.one_of(st.text(max_size=8), st.sampled_from(["0", "17", "-4", "007", "1.50", "12345678901234567890"])),
    st.sampled_from(["@th", "@en-gb", "urn:t", *KINDS]),
)
PREDICATES = iris(
    *(THUT + name for name in ("attended", "confidence", "support", "holdsPosition", "heldOn", "nothing")),
    RDFS + "label", SKOS + "altLabel", SCHEMA + "name", "http://e/p", "urn:p",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
)  # fmt: skip
STATEMENTS = st.builds(
    ox.Quad,
    st.one_of(NODES, st.just(ox.BlankNode("b"))),
    PREDICATES,
    st.one_of(NODES, LITERALS),
    st.one_of(st.just(ox.DefaultGraph()), NODES),
)


@given(st.sets(STATEMENTS, max_size=12))
def test_whatever_a_graph_holds_is_read_back(quads: set[ox.Quad]) -> None:
    data = written(quads)
    assert data == written(sorted(quads, key=str, reverse=True))
    one, other = ox.Dataset(quads), ox.Dataset(ox.parse(data, format=ox.RdfFormat.JSON_LD))
    for dataset in (one, other):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert other == one


def test_what_json_ld_cannot_say_is_refused() -> None:
    with pytest.raises(GraphError, match="no way to speak of a triple"):
        written([*QUADS, *reifiers(QUADS)])
    node = ox.NamedNode("schema:x")
    with pytest.raises(GraphError, match="its scheme is a prefix"):
        written([ox.Quad(node, node, node)])


def test_the_context_ships(root: Path) -> None:
    assert '"ontology/context.jsonld" = ' in (root / "pyproject.toml").read_text(encoding="utf-8")
