"""The mapping against the fixed scorer: an extraction that says what annotators say scores in full."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from handmade import document

from kg.entities.keys import entity_key
from kg.lexicon import ontology_path
from kg.model import Assertion, Entity, EntityType, Evidence, Extraction, Modality
from kg.rdf import to_quads, write_graph
from kg.store import MemoryStore
from kg.text import Span
from kg.validate import validate

HELD_OUT = {f"dev-{number:02}" for number in (4, 8, 12, 16, 20)}
LITERALS = {"holdsPosition", "heldOn", "mode", "ordinal"}


def annotated(file: Path) -> Extraction:
    gold = json.loads(file.read_text(encoding="utf-8"))
    source = document(gold["doc"], file.with_suffix(".txt").read_bytes().decode("utf-8"))
    entities = {
        e["id"]: Entity(
            e["id"],
            entity_key(EntityType(e["type"]), e["label"], scope=f"{source.id}/{e['id']}"),
            EntityType(e["type"]),
            e["label"],
            tuple(e.get("aliases", ())),
            tuple(e.get("refs", ())),
            e["named"],
        )
        for e in gold["entities"]
    }
    assertions = []
    for fact in gold["facts"]:
        literal = fact["p"] in LITERALS
        start = source.raw.index(fact["evidence"])
        evidence = Evidence(
            source.id, Span(start, start + len(fact["evidence"])), fact["evidence"], "annotator", 0.99
        )
        assertions.append(
            Assertion(
                entities[fact["s"]].key,
                fact["p"],
                str(fact["o"]) if literal else entities[fact["o"]].key,
                literal,
                Modality(fact.get("modality", "actual").capitalize()),
                (evidence,),
            )
        )
    return Extraction(source, tuple(entities.values()), tuple(assertions))


def test_what_annotators_say_survives_the_mapping(shared: Path, tmp_path: Path) -> None:
    scorer = shared / "eval" / "score.py"
    files = [f for f in sorted((shared / "gold" / "dev").glob("*.json")) if f.stem not in HELD_OUT]
    if not scorer.is_file() or not files:
        pytest.skip("no scorer or no annotations beside the checkout")
    gold, graphs = tmp_path / "gold", tmp_path / "graphs"
    gold.mkdir()
    graphs.mkdir()
    for file in files:
        for part in (file, file.with_suffix(".txt")):
            (gold / part.name).write_bytes(part.read_bytes())
        write_graph(to_quads([annotated(file)]), graphs / f"{file.stem}.ttl")
    scores = tmp_path / "scores.json"
    arguments = [gold, graphs, "--texts", gold, "--ontology", ontology_path(), "--json", scores]
    subprocess.run(
        [sys.executable, scorer, *arguments, "--errors", tmp_path / "errors.tsv"],
        check=True,
        capture_output=True,
    )
    found = json.loads(scores.read_text(encoding="utf-8"))
    errors = (tmp_path / "errors.tsv").read_text(encoding="utf-8")
    assert found["grounded"] == 1.0
    assert found["modality"] == 1.0
    assert found["entity"]["f1"] > 0.99, errors
    assert found["hard"]["f1"] > 0.99, errors
    assert found["soft"]["f1"] > 0.99, errors


def test_what_annotators_say_keeps_the_shapes(shared: Path) -> None:
    files = [f for f in sorted((shared / "gold" / "dev").glob("*.json")) if f.stem not in HELD_OUT]
    if not files:
        pytest.skip("no annotations beside the checkout")
    report = validate(MemoryStore(to_quads(annotated(file) for file in files)), shared / "gold" / "dev")
    assert report.compared == report.quotations
    # Annotators and shapes may differ on what can be discussed or supported, and on nothing else.
    left = [p for p in report.problems if not p.message.startswith("The object of thut:")]
    assert not left, report.text()
