"""The habits of the house, so that one line checks them all."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MODULE = 400  # lines
FUNCTION = 60
FORBIDDEN = {"utils.py", "core.py", "helpers.py"}
TOP = {
    *(".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "pyproject.toml"),
    *("benchmarks", "kg", "notebooks", "ontology", "tests"),
}


def modules(root: Path) -> Iterator[Path]:
    yield from sorted((root / "kg").rglob("*.py"))


@pytest.mark.parametrize(
    "command", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)], ids=" ".join
)
def test_the_checkers_find_nothing(checkout, command):
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_modules_and_functions_stay_short(checkout):
    long = []
    for path in modules(checkout):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > MODULE:
            long.append(f"{path.relative_to(checkout)}: {text.count(chr(10))} lines")
        long += [
            f"{path.relative_to(checkout)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef)
            and node.end_lineno - node.lineno + 1 > FUNCTION + docstring(node)
        ]
    assert long == []


def docstring(node: ast.FunctionDef) -> int:
    """The lines of a docstring, which do not count."""
    first = node.body[0]
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        return first.end_lineno - first.lineno + 1
    return 0


def test_no_module_is_named_for_nothing(checkout):
    assert [path for path in modules(checkout) if path.name in FORBIDDEN] == []


def test_nothing_that_a_run_left_is_kept_at_the_top(checkout):
    kept = subprocess.run(["git", "ls-files"], cwd=checkout, capture_output=True, text=True, check=False)
    if kept.returncode:
        pytest.skip("no git checkout: what is kept cannot be told from what lies about")
    assert {name.split("/")[0] for name in kept.stdout.splitlines()} == TOP


def test_tests_take_what_they_share_from_modules_that_hold_no_tests(checkout):
    taken = [
        f"{path.name}: {node.module}"
        for path in sorted((checkout / "tests").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("test_")
    ]
    assert taken == []
