"""The wheel installs, and works with the checkout out of the way; ``tests/wheel.py`` runs all tests on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from wheel import ROOT, built, requirements


@pytest.fixture(scope="module")
def made(checkout, tmp_path_factory) -> Path:
    """The wheel."""
    assert checkout == ROOT
    return built(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(made, tmp_path_factory) -> Path:
    """A folder that the wheel is installed in, without what it needs: that is there for the tests."""
    uv = shutil.which("uv") or Path(sys.executable).parent / "uv"
    if not Path(uv).exists():
        pytest.skip("uv is not installed")
    folder = tmp_path_factory.mktemp("installed")
    command = [uv, "pip", "install", "--quiet", "--offline", "--no-deps", "--python", sys.executable]
    subprocess.run([*command, "--target", folder, made], check=True, cwd=folder)
    return folder


def ran(installed: Path, cwd: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=cwd, env=environ, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_what_is_installed_is_what_runs(installed, tmp_path):
    done = ran(installed, tmp_path, "-c", "import kg; print(kg.__file__, kg.__version__)")
    assert done.stdout.startswith(str(installed / "kg" / "__init__.py")), done.stderr
    command = ran(installed, tmp_path, installed / "bin" / "kg", "--version")
    assert command.stdout.split()[-1] == done.stdout.split()[-1]


def test_the_samples_are_built_from_the_wheel_as_from_the_checkout(installed, demo, tmp_path):
    done = ran(installed, tmp_path, installed / "bin" / "kg", "build", "--samples", "-o", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in demo.iterdir())
    assert sorted(path.name for path in (tmp_path / "demo").iterdir()) == names
    for name in names:
        if not name.endswith(".sqlite"):
            assert (tmp_path / "demo" / name).read_bytes() == (demo / name).read_bytes(), name


@pytest.mark.parametrize(
    "arguments", [("view", "-o", "page.html"), ("validate",), ("export", "-o", "graph.gexf")]
)
def test_every_part_of_the_wheel_finds_its_files(installed, demo, tmp_path, arguments):
    command, *rest = arguments
    done = ran(installed, tmp_path, "-m", "kg", command, demo / "graph.ttl", *rest)
    assert done.returncode == 0, done.stderr


def test_the_wheel_holds_the_package_and_nothing_besides(made):
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"kg", f"{'-'.join(made.name.split('-')[:2])}.dist-info"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_every_requirement_has_a_lower_bound(made):
    lines = list(requirements(made))
    assert lines
    for line in lines:
        assert any(one.operator in {">=", "==", "~="} for one in Requirement(line).specifier), line
