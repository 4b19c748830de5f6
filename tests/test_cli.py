"""The commands over a graph, and what wrong usage gets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main

FACTS = "SELECT ?s ?o { ?s thut:attended ?o } ORDER BY ?s ?o"


@pytest.fixture
def graph(demo) -> Path:
    return demo / "graph.ttl"


def refused(done, *said: str) -> None:
    """A refusal is one message of Thut, with status 2 and no traceback."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    for words in said:
        assert words in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command):
    done = CliRunner().invoke(main, [command, "--help"])
    assert done.exit_code == 0
    assert "Examples:" in done.output
    assert f"kg {command} " in done.output


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_each_commands_help_says(command):
    loaded = main.get_command(main.make_context("kg", ["--help"], resilient_parsing=True), command)
    assert loaded.get_short_help_str(limit=200) == COMMANDS[command]


def test_help_stands_without_a_command_and_fits_a_terminal(run):
    done = run("--help")
    assert done.returncode == 0
    assert all(f"  {command} " in done.stdout for command in COMMANDS)
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_the_version_is_told(run):
    assert run("--version").stdout.startswith("kg 0.")


def test_an_unknown_command_is_wrong_usage(run):
    refused(run("biuld"), "biuld")


def test_an_unknown_option_is_wrong_usage(run, graph):
    refused(run("query", graph, FACTS, "--colour"), "--colour")


def test_shipped_queries_are_listed_with_their_questions(run):
    done = run("query", "--list")
    assert done.returncode == 0
    assert "who-attended" in done.stdout
    assert "ใคร" in done.stdout


def test_every_shipped_query_runs(run, graph):
    listed = [line for line in run("query", "--list").stdout.splitlines() if not line.startswith(" ")]
    assert len(listed) >= 10
    for name in listed:
        done = run("query", graph, name, "-f", "json")
        assert done.returncode == 0, (name, done.stderr)
        json.loads(done.stdout)


def test_a_query_comes_as_text_a_file_or_standard_input(run, graph, tmp_path):
    (tmp_path / "facts.rq").write_text(FACTS, encoding="utf-8")
    outs = [
        run("query", graph, FACTS, "-f", "csv"),
        run("query", graph, tmp_path / "facts.rq", "-f", "csv"),
        run("query", graph, "-", "-f", "csv", stdin=FACTS.encode()),
    ]
    assert {done.returncode for done in outs} == {0}
    assert len({done.stdout for done in outs}) == 1
    assert len(list(csv.reader(io.StringIO(outs[0].stdout)))) > 5


def test_a_parameter_narrows_a_shipped_query(run, graph):
    whole = run("query", graph, "who-attended").stdout
    part = run("query", graph, "who-attended", "meeting=การประชุมผู้นำ ACMECS ครั้งที่ 15")
    assert part.returncode == 0, part.stderr
    assert 0 < len(part.stdout.splitlines()) < len(whole.splitlines())


def test_a_parameter_without_a_value_is_wrong_usage(run, graph):
    refused(run("query", graph, "who-attended", "ACMECS"), "NAME=VALUE")


def test_malformed_sparql_is_shown_where_it_breaks(run, graph):
    refused(run("query", graph, "SELECT ?x { ?x a"), "line 1")


def test_a_word_that_no_ontology_has_is_told_beside_the_answer(run, graph):
    done = run("query", graph, "SELECT ?p { ?p a thut:Persn }")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        0,
        "thut:Persn is no term of the ontology; thut:Person?",
    )


def test_a_query_that_is_nothing_lists_what_ships(run, graph):
    refused(run("query", graph, "no-such-query"), "no-such-query", "who-attended")


@pytest.mark.parametrize(
    "command",
    [("query", "{}", FACTS), ("explain", "{}", "ไทย"), ("validate", "{}"), ("view", "{}", "-o", "x.html")],
)
def test_a_graph_that_is_not_there_is_named(run, tmp_path, command):
    missing = str(tmp_path / "missing.ttl")
    refused(run(*(part.replace("{}", missing) for part in command), cwd=tmp_path), "missing.ttl")
    assert list(tmp_path.iterdir()) == []


def test_a_question_about_a_thing_of_another_kind_says_so_beside_its_answer(run, graph):
    found = run("query", graph, "posts", "person=อาเซียน")
    assert found.returncode == 0
    assert "person= wants a Person" in found.stderr


def test_a_graph_that_is_no_graph_is_named(run, tmp_path):
    (tmp_path / "broken.ttl").write_text("<a> <b> ", encoding="utf-8")
    refused(run("query", tmp_path / "broken.ttl", FACTS), "broken.ttl")


def test_results_go_to_a_file_whole_or_not_at_all(run, graph, tmp_path):
    assert run("query", graph, FACTS, "-f", "csv", "-o", tmp_path / "rows.csv").returncode == 0
    assert (tmp_path / "rows.csv").read_bytes() == run("query", graph, FACTS, "-f", "csv").stdout.encode()
    refused(run("query", graph, FACTS, "-o", tmp_path / "rows.csv" / "under"), "under")


def test_explain_quotes_the_sentences(run, graph):
    done = run("explain", graph, "ACMECS", "-f", "json")
    assert done.returncode == 0, done.stderr
    claims = json.loads(done.stdout)["claims"]
    assert claims
    assert all(claim["quotations"] for claim in claims)


def test_explain_takes_a_fact_or_the_rows_of_a_query(run, graph):
    fact = run("explain", graph, "กัมพูชา", "participatesIn", "ACMECS")
    assert fact.returncode == 0, fact.stderr
    assert "กัมพูชา" in fact.stdout
    rows = run("explain", graph, "--rows", FACTS)
    assert rows.returncode == 0, rows.stderr
    assert "attended" in rows.stdout


def test_explain_makes_a_dossier_of_a_row_of_a_shipped_query(run, graph, tmp_path):
    page = tmp_path / "dossier.html"
    options = ("--row", "1", "-o", page, "--language", "en", "--title", "One row")
    done = run("explain", graph, "--rows", "said-more-than-once", "documents=3", *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "<title>One row</title>" in text
    assert "<bdi>said-more-than-once documents=3, 1</bdi>" in text
    refused(run("explain", graph, "--rows", FACTS, "--row", "99999"), "counted from 1")
    refused(run("explain", graph, "ACMECS", "--row", "1"), "--rows")


def test_explain_of_what_is_not_there_says_so(run, graph):
    refused(run("explain", graph, "อัตแลนติส"), "อัตแลนติส")
    refused(run("explain", graph, "สอง", "คำ"), "SUBJECT PREDICATE OBJECT")


def test_view_makes_one_page(run, graph, tmp_path):
    assert run("view", graph, "-o", tmp_path / "page.html").returncode == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nt", "nq", "jsonld", "rdf", "graphml", "gexf", "csv"])
def test_export_writes_every_format(run, graph, tmp_path, suffix):
    done = run("export", graph, "-o", tmp_path / f"graph.{suffix}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"graph.{suffix}").stat().st_size > 1000


def test_export_to_an_unknown_format_lists_the_known(run, graph, tmp_path):
    refused(run("export", graph, "-o", tmp_path / "graph.docx"), ".docx", ".gexf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("fmt", "said"),
    [("xml", "format 'xml' names no format"), ("rdf", "a file of csv, and -f asks for rdf")],
)
def test_export_writes_over_no_file_of_another_format(run, graph, tmp_path, fmt, said):
    refused(run("export", graph, "-o", tmp_path / "graph.csv", "-f", fmt), said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("build", "x", "--workers", "many"), "'many': want a whole number of at least 1"),
        (("build", "x", "--workers", "0"), "'0': want a whole number of at least 1"),
        (("query", "x", "--timeout", "soon"), "'soon': want a number"),
    ],
)
def test_what_is_no_number_is_refused_with_what_would_do(run, options, said):
    refused(run(*options), said)


def test_without_the_documents_no_quotation_is_said_to_be_right(run, graph):
    done = run("validate", graph)
    assert done.returncode == 0
    assert "the shapes are in order; quotations were not checked" in done.stdout
    assert "nothing is wrong" not in done.stdout


def test_the_samples_keep_to_the_shapes_and_to_their_words(run, graph):
    done = run("validate", graph, "--samples")
    assert done.returncode == 0, done.stdout
    assert "nothing is wrong" in done.stdout


def test_a_forged_quotation_fails_validation(run, graph, samples, tmp_path):
    text = graph.read_text(encoding="utf-8")
    quote = next(line for line in text.splitlines() if "nif:anchorOf" in line)
    forged = tmp_path / "forged.ttl"
    forged.write_text(text.replace(quote, quote.replace("า", "ๅ", 1), 1), encoding="utf-8")
    done = run("validate", forged, samples)
    assert done.returncode == 1
    assert "quotation" in done.stdout


def test_evaluate_prints_the_figures(run, root, samples, tmp_path):
    gold = root / "tests" / "golden" / "samples"
    done = run("evaluate", gold, samples, "--errors", tmp_path / "errors.tsv")
    assert done.returncode == 0, done.stderr
    assert "HARD" in done.stdout
    assert (tmp_path / "errors.tsv").exists()
    assert json.loads(run("evaluate", gold, samples, "-f", "json").stdout)["grounded"] == 1.0


def test_evaluate_without_annotations_is_wrong_usage(run, tmp_path):
    refused(run("evaluate", tmp_path, tmp_path), "annotation")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_examples_stand_a_line_each(run, command):
    shown = run(*filter(None, [command]), "--help").stdout
    assert "\\b" not in shown
    assert "\b" not in shown
    assert any(line.startswith("    kg ") for line in shown.splitlines())
