"""The wheel, tested as people get it: installed, the checkout out of the way, dependencies old and new.

    python tests/wheel.py [--python PYTHON ...] [--dependencies lowest newest] [--quick] [-- ARGUMENTS]

The wheel is built once. For each interpreter and each end of what the wheel allows there is a virtual
environment in a temporary folder (or --work FOLDER, which stays), with the wheel, what its metadata asks
for, and a copy of what the tests need besides: no source of ours. The tests run there, one environment after
another; --quick leaves out browsers, servers and corpora, and ARGUMENTS go to pytest in place of all
tests. The exit code is 1 where a test failed. Installing is done by uv, from wheels alone.
"""

from __future__ import annotations

import argparse
import email
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
ENDS = {"lowest": "lowest-direct", "newest": "highest"}
# What the tests read besides the package.
COPIED = ("tests", "notebooks", "ontology", "benchmarks", ".ci", "README.md", "CHANGELOG.md", "LICENSE",
          "Makefile", "pyproject.toml")  # fmt: skip
SLOW = ("view_*", "serve*", "push", "w3c", "corpus", "notebook", "docs", "accuracy_floor", "merged_pairs",
        "explain_dossier")  # fmt: skip
IMPORTED = (
    "import kg, sys; from pathlib import Path; sys.exit(not Path(kg.__file__).is_relative_to(sys.prefix))"
)


def built(folder: Path) -> Path:
    """The wheel of this checkout, made in ``folder``."""
    code = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, folder], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return folder / done.stdout.splitlines()[-1]


def requirements(wheel: Path, extra: str = "test") -> list[str]:
    """What a wheel says that it needs, with an extra; markers of the environment stay."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        said = email.message_from_bytes(archive.read(name)).get_all("Requires-Dist", [])
    wanted = [Requirement(line) for line in said]
    kept = [one for one in wanted if not one.marker or "extra" not in str(one.marker)]
    kept += [one for one in wanted if one.marker and f'extra == "{extra}"' in str(one.marker)]
    return [f"{one.name}{one.specifier}" for one in kept]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the tests came to in one environment."""

    python: str
    dependencies: str
    passed: int
    failed: int
    skipped: int
    seconds: float

    @property
    def line(self) -> str:
        """A line of the table."""
        return (
            f"| {self.python} | {self.dependencies} | {self.passed} | {self.failed} | {self.skipped} "
            f"| {self.seconds:.0f} s |"
        )


def environment(wheel: Path, python: str, end: str, folder: Path) -> Path:
    """The interpreter of a virtual environment that has the wheel and what it needs for its tests."""
    uv = [shutil.which("uv") or str(Path(sys.executable).parent / "uv")]
    asked = folder / "requirements.txt"
    asked.write_text("\n".join(requirements(wheel)), encoding="utf-8")
    subprocess.run([*uv, "venv", "--quiet", "--clear", "--python", python, folder / "venv"], check=True)
    interpreter = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [*uv, "pip", "install", "--quiet", "--python", interpreter, "--compile-bytecode"]
    wheels = ["--only-binary", ":all:", "--resolution", ENDS[end]]
    subprocess.run([*install, *wheels, "-r", asked], check=True)
    subprocess.run([*install, "--no-deps", wheel], check=True)
    return interpreter


def tested(wheel: Path, python: str, end: str, folder: Path, arguments: Sequence[str]) -> Outcome:
    """Run the tests in an environment of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    interpreter = environment(wheel, python, end, folder)
    away = folder / "away"
    shutil.rmtree(away, ignore_errors=True)
    away.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, away / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, away / name)
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environ.setdefault("THUT_SHARED", str(ROOT.parent / "shared"))
    subprocess.run([interpreter, "-c", IMPORTED], cwd=away, env=environ, check=True)
    report = folder / "report.xml"
    command = [interpreter, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"]
    start = time.monotonic()
    subprocess.run([*command, *arguments], cwd=away, env=environ, check=False)
    (suite,) = ET.parse(report).getroot().iter("testsuite")  # noqa: S314 - our own report
    every, failures, errors, skipped = (
        int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")
    )
    version = subprocess.run([interpreter, "-V"], capture_output=True, text=True, check=True).stdout.split()[
        1
    ]
    failed = failures + errors
    return Outcome(version, end, every - failed - skipped, failed, skipped, time.monotonic() - start)


def main() -> int:
    """Build, install, test, tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", nargs="+", default=[sys.executable], help="interpreters or versions")
    parser.add_argument("--dependencies", nargs="+", choices=ENDS, default=list(ENDS))
    parser.add_argument("--quick", action="store_true", help="no browsers, servers and corpora")
    parser.add_argument("--work", type=Path, help="where environments and reports are kept")
    parser.add_argument("arguments", nargs="*", help="for pytest, in place of all tests")
    options = parser.parse_args()
    arguments = options.arguments or ["--pyargs", "kg", "tests"]
    if options.quick:
        arguments += [f"--ignore-glob=*/test_{name}.py" for name in SLOW]
    with tempfile.TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        wheel = built(work.resolve())
        outcomes = []
        for python in options.python:
            for end in options.dependencies:
                folder = work.resolve() / f"{len(outcomes)}-{end}"
                outcomes.append(tested(wheel, python, end, folder, arguments))
                sys.stdout.write(f"{outcomes[-1].line}\n")
    head = "| Python | dependencies | passed | failed | skipped | time |\n|---|---|--:|--:|--:|--:|\n"
    sys.stdout.write(head + "".join(f"{outcome.line}\n" for outcome in outcomes))
    return 1 if any(outcome.failed or not outcome.passed for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
