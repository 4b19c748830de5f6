"""Graphs in files: every format, the same bytes for the same graph, whole files or none."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from handmade import first, second
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from timing import grows_in_proportion

from kg.errors import FormatError, GraphError
from kg.rdf import FORMATS, decode, encode, format_of, read_graph, to_quads, write_graph
from kg.rdf.atomic import write_bytes
from kg.rdf.turtle import TurtleWriter
from kg.vocab import THUT

QUADS = to_quads([first(), second()])
WITH_GRAPHS = {"trig", "nq", "jsonld"}
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
# Half of a surrogate pair is no character; what XML cannot hold has a test of its own.
TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)
ODD = "ำ ํา ๑๗ \u200b\ufeff \u0085\u2028 \"'\\ \r\n\t ^^<x> @th . ; , ]]> & <"


def quad(text: str, graph: str = "https://w3id.org/thut/id/doc/a") -> Quad:
    return Quad(
        NamedNode("https://w3id.org/thut/id/doc/a#char=0,1"),
        LABEL,
        Literal(text, language="th"),
        NamedNode(graph),
    )


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_read_back(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"graph.{name}"
    write_graph([*QUADS, quad(ODD)], file)
    found = set(read_graph(file))
    if name in WITH_GRAPHS:
        assert found == {*QUADS, quad(ODD)}
    else:
        assert {q.triple for q in found} == {q.triple for q in [*QUADS, quad(ODD)]}


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"rdf"}))
@given(TEXTS)
def test_any_text_survives(name: str, text: str) -> None:
    data = b"".join(encode([quad(text)], name))
    from pyoxigraph import parse  # noqa: PLC0415

    assert [q.object for q in parse(data, format=FORMATS[name])] == [Literal(text, language="th")]


@given(TEXTS)
def test_rdflib_reads_the_same_turtle(text: str) -> None:
    data = b"".join(encode([quad(text)], "ttl"))
    (found,) = rdflib.Graph().parse(data=data, format="turtle").objects()
    assert str(found) == text


def test_xml_loses_what_xml_cannot_hold_and_nothing_else() -> None:
    data = b"".join(encode([quad("ก\x00\x0bข\rค\n\ufffe")], "rdf"))
    (found,) = rdflib.Graph().parse(data=data, format="xml").objects()
    assert str(found) == "กข\rค\n"


@pytest.mark.parametrize("name", FORMATS)
def test_order_and_repeats_make_no_difference(name: str) -> None:
    assert b"".join(encode(QUADS, name)) == b"".join(encode([*reversed(QUADS), *QUADS[:50]], name))


def test_turtle_is_for_people() -> None:
    text = b"".join(encode(QUADS, "ttl")).decode("utf-8")
    assert "@base <https://w3id.org/thut/id/> ." in text
    assert (
        "\n<doc/som-17-again#char=0,80> a nif:Phrase ;\n"
        '    nif:anchorOf "นายวิชาวัฒน์ อิศรภักดี ร่วมการประชุมเจ้าหน้าที่อาวุโสอาเซียน-รัสเซีย ครั้งที่ ๑๗"@th ;\n'
        "    nif:beginIndex 0 ;\n"
        "    nif:endIndex 80 ;\n"
        "    nif:referenceContext <doc/som-17-again> .\n"
    ) in text
    assert '    thut:heldOn\n        "2021-08-04"^^xsd:date ,\n        "2021-08-05"^^xsd:date ;\n' in text
    assert "    thut:confidence 0.96 ;\n" in text
    assert "_:" not in text


def test_turtle_has_each_subject_once() -> None:
    text = b"".join(encode(QUADS, "ttl")).decode("utf-8")
    heads = [line.split(" ")[0] for line in text.split("\n") if line.startswith("<")]
    assert len(heads) == len(set(heads)) == len({q.subject for q in QUADS})


def test_trig_has_a_block_for_each_document() -> None:
    text = b"".join(encode(QUADS, "trig")).decode("utf-8")
    assert "\n<doc/som-17> {\n" in text
    assert "\n<graph/claims> {\n" in text


@given(st.sampled_from(["a.b", "a/b", "a%20b", "-a", "a-", "", "1", "a:b", "ก", "a~b"]))
def test_a_name_that_turtle_cannot_shorten_stays_whole(name: str) -> None:
    node = NamedNode(THUT + name)
    statement = Quad(node, LABEL, node)
    data = b"".join(encode([statement], "ttl"))
    (found,) = rdflib.Graph().parse(data=data, format="turtle")
    assert str(found[0]) == node.value == str(found[2])


def test_iris_of_another_base_stay_whole_and_those_of_a_chosen_base_are_short() -> None:
    assert b"\n<https://w3id.org/thut/id/doc/a#char=0,1> " in b"".join(
        encode([quad("x")], "ttl", "http://e.org/")
    )
    assert b"\n<doc/a#char=0,1> " in b"".join(encode([quad("x")], "ttl"))


def test_an_empty_graph_is_a_file_too(tmp_path: Path) -> None:
    for name in FORMATS:
        write_graph([], tmp_path / f"empty.{name}")
        assert list(read_graph(tmp_path / f"empty.{name}")) == []


@pytest.mark.parametrize("path", ["graph.owl", "graph", "graph.ttl.gz"])
def test_an_unknown_suffix_names_the_known_ones(path: str) -> None:
    with pytest.raises(FormatError, match=r"want one of \.ttl \.trig \.nt \.nq \.jsonld \.rdf"):
        format_of(path)


def test_standard_output_needs_a_format() -> None:
    with pytest.raises(FormatError, match="no suffix: name the format"):
        format_of("-")
    assert format_of("-", "ttl") == "ttl"
    assert format_of("graph.txt", ".NQ") == "nq"


def test_standard_output_takes_a_graph(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_graph([quad("ก")], "-", "nt")
    assert (
        capfdbinary.readouterr().out.decode("utf-8").startswith("<https://w3id.org/thut/id/doc/a#char=0,1>")
    )


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        read_graph(tmp_path / "none.ttl")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(GraphError, match="a folder, not a file"):
        read_graph(tmp_path / "folder.ttl")


@pytest.mark.parametrize(
    ("name", "text"), [("ttl", "<http://a> <http://b> <http://c> .\n\n<http://x> oops"), ("nq", "x\n")]
)
def test_a_malformed_file_is_named_with_the_line(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / f"bad.{name}"
    file.write_text(text, encoding="utf-8")
    line = 3 if name == "ttl" else 1
    with pytest.raises(GraphError, match=rf"bad\.{name}, line {line}: not valid"):
        list(read_graph(file))


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    file = tmp_path / "foreign.nt"
    file.write_text("_:x <http://b> <http://c> .\n", encoding="utf-8")
    nodes = {q.subject for _ in range(2) for q in read_graph(file)}
    assert len(nodes) == 2
    assert all(isinstance(node, BlankNode) for node in nodes)


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("old", encoding="utf-8")

    def broken():
        yield b"new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_bytes(file, broken())
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot write here"):
        write_graph([], tmp_path / "none" / "graph.ttl")


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "graph.nt"
    file.write_text("", encoding="utf-8")
    file.chmod(0o640)
    write_graph([quad("ก")], file)
    assert file.stat().st_mode & 0o777 == 0o640


def test_the_type_property_is_an_a_only_where_turtle_lets_it_be() -> None:
    node = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    odd = Quad(node, node, node)
    assert decode(b"".join(encode([odd], "ttl")), "ttl", "http://e/") == [odd]


def test_bytes_are_read_below_their_base_and_errors_tell_the_line() -> None:
    (found,) = decode(b"<a> <b> <c> .", "ttl", "http://e/x/")
    assert str(found.triple) == "<http://e/x/a> <http://e/x/b> <http://e/x/c>"
    with pytest.raises(GraphError, match=r"line 2: not valid \.ttl"):
        decode(b"<a> <b> <c> .\n<a>", "ttl", "http://e/")


@pytest.mark.parametrize("name", ["ttl", "trig"])
def test_rdf_type_is_a_word_of_turtle_as_a_predicate_only(name: str) -> None:
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    quads = {Quad(kind, kind, kind), Quad(NamedNode("http://e/claim"), LABEL, kind)}
    data = b"".join(encode(quads, name))
    from pyoxigraph import parse  # noqa: PLC0415

    assert set(parse(data, format=FORMATS[name])) == quads


@pytest.mark.parametrize("piece", ['\\"^^<ก', '\\"', "<<( ", "^^", "1"])
def test_the_time_to_write_a_text_as_turtle_grows_with_it(piece: str) -> None:
    writer = TurtleWriter("https://w3id.org/thut/id/")
    assert grows_in_proportion(piece, lambda text: lambda: writer.object(f'"{text}"'), longest=64_000)
