"""The documentation is true: its commands run and print what it shows, its Python runs.

With ``--update-golden`` the output that the README shows, and how fast things go, is written anew.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import build
from kg.cli import COMMANDS
from kg.explain import explain
from kg.store import MemoryStore

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^```.*?^```$|`[^`]+`|^    .*$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"(?<![\w./-])(?:kg|ontology|tests|notebooks|benchmarks)/[\w./*-]+")
STAGES = ("read (decode, clean, lay out)", "extract (text in, claims out)", "map (claims to RDF)")
CUT = "…"  # a line that stands for all further lines


@pytest.fixture(scope="module")
def readme(root) -> Path:
    return root / "README.md"


def executed(block: str, folder: Path) -> str:
    """A console block with the output that its commands give now; what the block cuts short stays so."""
    shown = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    made = []
    for part in shown:
        command, _, expected = part.partition("\n")
        done = subprocess.run(
            shlex.split(command),
            cwd=folder,
            capture_output=True,
            env={**os.environ, "PATH": path},
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stderr.decode()}"
        lines, wanted = done.stdout.decode().splitlines(), expected.splitlines()
        if wanted and wanted[-1] == CUT and len(lines) > len(wanted):
            lines = [*lines[: len(wanted) - 1], CUT]
        made.append("\n".join([f"$ {command}", *(line.rstrip() for line in lines)]) + "\n")
    return "".join(made)


def test_the_commands_in_the_readme_print_what_it_shows(readme, tmp_path, update_golden):
    text = readme.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) >= 4
    for block in blocks:
        made = executed(block, tmp_path)
        if update_golden:
            text = text.replace(block, made)
        else:
            assert block == made
    if update_golden:
        readme.write_text(text, encoding="utf-8")


def test_the_answer_that_the_readme_begins_with_is_that_of_the_samples(readme, update_golden):
    text = readme.read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| .+ \*\*(is to chair|chaired)\*\* it \| ([0-9.]+) \| .*“(.+?)(?: …)?” \|$", text, re.MULTILINE
    )
    assert [verb for verb, _, _ in rows] == ["is to chair", "chaired"]
    told = explain(MemoryStore(build(samples=True).quads), "คำสะหวาด แก้วมะนีวง").claims
    for verb, sure, quote in rows:
        mood = "Actual" if verb == "chaired" else "Planned"
        (claim,) = (c for c in told if (c.predicate, c.modality) == ("chaired", mood))
        assert claim.quotations[0].quote.startswith(quote)
        if update_golden:
            text = text.replace(f"it | {sure} |", f"it | {claim.confidence:g} |")
        else:
            assert float(sure) == claim.confidence
    if update_golden:
        readme.write_text(text, encoding="utf-8")


def test_the_python_in_the_readme_runs(readme):
    tried = doctest.testfile(str(readme), module_relative=False, encoding="utf-8")
    assert tried.attempted > 3
    assert tried.failed == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_shows_every_command(readme, command):
    assert f"kg {command} " in readme.read_text(encoding="utf-8")


def test_ci_runs_the_test_line_of_the_readme(readme, root):
    lines = re.findall(r"^```sh\n(.*?)\n```$", readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(lines) == 2
    assert all("\n" not in line for line in lines)
    assert lines[1] in (root / ".ci" / "run").read_text(encoding="utf-8")


def test_files_that_the_readme_names_are_there(readme, checkout):
    text = readme.read_text(encoding="utf-8")
    named = {path for code in CODE.findall(text) for path in PATH.findall(code) if "*" not in path}
    assert len(named) >= 25
    assert [path for path in sorted(named) if not (checkout / path).exists()] == []
    assert not re.search(r"(?<![\w.])/(?:home|work|checkout)/", text)


def test_the_readme_says_how_fast_what_was_measured_is(readme, root, update_golden):
    table = (root / "benchmarks" / "README.md").read_text(encoding="utf-8")
    text = readme.read_text(encoding="utf-8")
    measured = list(speeds(table))
    assert measured
    for said, takes in measured:
        any_number = re.sub(r"[0-9,]+", "[0-9,]+", re.escape(said))
        (written,) = re.findall(rf"^\| {any_number} \|.*$", text, re.MULTILINE)
        if update_golden:
            text = text.replace(written, f"| {said} | {takes} |")
        else:
            assert written == f"| {said} | {takes} |"
    if update_golden:
        readme.write_text(text, encoding="utf-8")


def speeds(table: str) -> Iterator[tuple[str, str]]:
    """What the guide says of how fast things go, as it follows from the tables of the benchmarks."""
    rows = [
        [cell.strip() for cell in line[1:-1].split("|")] for line in table.splitlines() if line[:1] == "|"
    ]
    of = {row[0]: row[1:] for row in rows}
    read, extract, to_rdf = (float(of[stage][0]) for stage in STAGES)
    yield "from bytes to RDF, in one process", per_second(read + extract + to_rdf)
    yield "find the claims alone", per_second(extract)
    page = next(row for row in rows if row[:2] == ["50,000 nodes", "Thut"])
    made, opened = seconds(page[3]), seconds(page[5])
    yield "the page of 50,000 entities and 125,000 relations: make it, open it", f"{made}, {opened}"
    yield "move and zoom in it", f"{min(map(int, page[6:9]))} frames a second or more"
    (filled,) = (name for name in of if name.startswith("fill a store with "))
    yield filled.replace("a store", "a new store"), seconds(of[filled][1])
    asked = [float(row[2]) for row in rows if row[0].endswith(", on it")]
    least, most = min(asked), max(asked)
    yield "the seventeen queries that ship, on it, each for everything", f"{least:.1f} to {most:.1f} s"
    removed, added = of["remove one document, add it (each the best of three)"][1].split(", ")
    one = "`kg add` of one document in a store of 600, `kg remove` of one, from the start of Python"
    yield one, f"{added} s, {removed} s"


def per_second(milliseconds: float) -> str:
    return f"{round(1000 / milliseconds, -1):.0f} documents a second"


def seconds(measured: str) -> str:
    took = float(measured.removesuffix(" s"))
    return f"{took:.0f} s" if took >= 10 else f"{took:.1f} s"
