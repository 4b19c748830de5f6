"""The documentation is true: its commands run and print what it shows, its Python runs.

With ``--update-golden`` the output that the README shows is written anew.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
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
    for name in re.findall(r"`((?:kg|ontology|tests|notebooks)/[a-z_/.]*)`", text):
        assert (checkout / name).exists(), name
    assert not re.search(r"(?<![\w.])/(?:home|work|checkout)/", text)
