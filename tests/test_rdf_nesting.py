"""Graphs that nest without end: they are refused, where the engine would end the process."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.rdf import decode, encode, read_graph
from kg.rdf.nesting import DEEPEST, refuse_too_deep
from kg.store import open_graph

MANY = 50_000


def deep(format: str, times: int) -> str:  # noqa: A002
    """A graph with so many objects, statements or elements in one another."""
    if format == "rdf":
        names = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:"'
        begin = '<u:T rdf:about="urn:a"><u:b>' * (times // 2)
        return begin.replace("<u:T", f"<u:T {names}", 1) + "c" + "</u:b></u:T>" * (times // 2)
    if format == "jsonld":
        begin, end = '{"@id": "urn:a", "urn:b": ', '"c"' + "}" * times
        return begin * times + end
    return (
        "<urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * times + '"c"' + " )>>" * times + f" . # {'<<' * 500}\n"
    )


@pytest.mark.parametrize("name", ["jsonld", "nt", "nq", "ttl", "trig", "rdf"])
def test_what_nests_without_end_is_refused_wherever_it_comes_from(name, tmp_path):
    file = tmp_path / f"deep.{name}"
    file.write_text(deep(name, MANY), encoding="utf-8")
    with pytest.raises(GraphError, match=rf"deep\.{name}: more than 200"):
        list(read_graph(file))
    with pytest.raises(GraphError, match="more than 200"):
        decode(file.read_bytes(), name, "urn:base:")
    with pytest.raises(GraphError, match="more than 200"):
        open_graph(file)
    asked = [sys.executable, "-m", "kg", "query", str(file), "SELECT * { ?s ?p ?o }"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (done.returncode, "more than 200" in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["jsonld", "nt", "nq", "ttl", "trig", "rdf"])
def test_what_nests_as_deep_as_allowed_is_read_and_written(name, tmp_path):
    file = tmp_path / f"deep.{name}"
    file.write_text(deep(name, DEEPEST), encoding="utf-8")
    found = list(read_graph(file))
    assert found
    assert set(decode(b"".join(encode(found, name)), name, "urn:base:")) == set(found)


@given(st.text(alphabet="<>{}\"'\\#\n a", max_size=60), st.integers(1, 30))
def test_brackets_in_words_do_not_count(text, times):
    said = '<urn:a> <urn:b> "x" .\n'
    words = (text * times).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    for opening in ("<<", "{"):
        line = said.replace('"x"', f'"{opening * 300}{words}"')
        refuse_too_deep(line.encode(), "nt", "a.nt")
        refuse_too_deep(line.replace('"', '"""').encode(), "ttl", "a.ttl")
    refuse_too_deep(f'{{"@id": "{"{" * 300}{words}"}}'.encode(), "jsonld", "a.jsonld")


@given(st.text(alphabet="<>{}\"'\\#\n a", max_size=60))
def test_what_stands_in_words_does_not_hide_depth(text):
    words = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    for name, part in (("nt", f'<<( <urn:a> "{words}" '), ("jsonld", f'{{"{words}": ')):
        with pytest.raises(GraphError, match="more than 200"):
            refuse_too_deep((part * (DEEPEST + 1)).encode(), name, "a file")
    with pytest.raises(GraphError, match="more than 200"):
        refuse_too_deep(("{" * (DEEPEST + 1)).encode(), "jsonld", "a file")


@given(st.text(alphabet="<>/!-[]?'a ", max_size=40), st.integers(1, 400))
def test_what_is_no_element_does_not_count_and_hides_none(text, times):
    comment = f"<!--{text.replace('-', '')}{'<a>' * times}-->"
    data = f"<![CDATA[{text.replace(']', '')}{'<a>' * times}]]>"
    closed = "".join(f"<a b='{'/>' * 2}' c=\"'\"/><a>{text.replace('<', '')}</a>" for _ in range(times))
    refuse_too_deep(f"<a>{comment}{data}{closed}</a>".encode(), "rdf", "a.rdf")
    with pytest.raises(GraphError, match="more than 200 elements"):
        refuse_too_deep(f"<a b='/>'>{comment}".encode() * (DEEPEST + 1), "rdf", "a.rdf")
