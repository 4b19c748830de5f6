"""What is installed, told as ``importlib.metadata`` tells it, and sooner."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from kg.installed import Declared, declared, version


def package(folder: Path, name: str, number: str, *points: str) -> Path:
    """A folder in which a package tells of itself."""
    about = folder / f"{name}-{number}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {number}\n\nName: no\n", "utf-8"
    )
    (about / "entry_points.txt").write_text("\n".join(points), "utf-8")
    return folder


def told(group: str) -> list[tuple[str, str]]:
    return sorted((point.name, point.value) for point in metadata.entry_points(group=group))


@pytest.mark.parametrize("group", ["kg.readers", "kg.extractors", "kg.none"])
def test_the_same_components_are_found(group):
    found = declared(group)
    assert sorted((point.name, point.value) for point in found) == told(group)
    assert all(point.package == f"thut {metadata.version('thut')}" for point in found)


def test_the_same_versions_are_found():
    for name in ("thut", "pyoxigraph", "ahocorasick-rs", "Ahocorasick_RS"):
        assert version(name) == metadata.version(name)
    assert version("no-such-package") == ""


def test_a_package_that_comes_and_goes_is_seen(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(tmp_path))
    assert not any(point.name == "mine.v1" for point in declared("kg.extractors"))
    package(
        tmp_path,
        "mine",
        "2.0",
        "[console_scripts]",
        "x = y:z",
        "",
        "[kg.extractors]",
        "mine.v1 = kg.extract : extract",
    )
    found = [point for point in declared("kg.extractors") if point.name == "mine.v1"]
    assert [(point.value.replace(" ", ""), point.package) for point in found] == [
        ("kg.extract:extract", "mine 2.0")
    ]
    assert found[0].load().__name__ == "extract"
    assert version("mine") == "2.0"


def test_of_two_packages_of_one_name_the_first_on_the_path_counts(tmp_path, monkeypatch):
    for place, number in (("b", "2"), ("a", "1")):
        monkeypatch.syspath_prepend(
            str(package(tmp_path / place, "mine", number, "[kg.readers]", f"of{number}.v1 = kg:x"))
        )
    assert version("mine") == metadata.version("mine") == "1"
    assert {point.name for point in declared("kg.readers")} == {"text.v1", "of1.v1"}
    assert sorted((point.name, point.value) for point in declared("kg.readers")) == told("kg.readers")


def test_packages_in_an_archive_are_found_too(tmp_path, monkeypatch):
    package(tmp_path / "in", "mine", "3.0", "[kg.readers]", "zipped.v1 = kg:x")
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        for file in (tmp_path / "in").rglob("*"):
            if file.is_file():
                archive.write(file, file.relative_to(tmp_path / "in"))
    monkeypatch.syspath_prepend(str(tmp_path / "in.zip"))
    assert Declared("kg.readers", "zipped.v1", "kg:x", "mine 3.0") in declared("kg.readers")
    assert version("mine") == "3.0"


def test_who_adds_a_document_waits_for_none_of_what_others_import(tmp_path):
    said = (
        "import sys, kg; kg.add(sys.argv[1], samples=True); "
        "print([m for m in ('importlib.metadata', 'email') if m in sys.modules])"
    )
    command = [sys.executable, "-c", said, str(tmp_path / "store")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
