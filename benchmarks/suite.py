"""The whole benchmark suite: every stage, the store and the page, as one table in Markdown.

    python benchmarks/suite.py [-o benchmarks/README.md] [--only stages store page growth]

``stages.py`` is measured by pytest-benchmark (CPU time, the best of its rounds); the others measure
whole programs, each in a process of its own, and print tables themselves. Nothing else should run
meanwhile. The whole takes about half an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from material import DIPLOMATIC, told

HERE = Path(__file__).parent
PARTS: Final = {
    "stages": "Stages, beside the floor and beside what one would pick instead",
    "growth": "A growing corpus (`benchmarks/growth.py`)",
    "store": "The store (`benchmarks/store.py`)",
    "page": "The page (`benchmarks/page.py`)",
}
HEAD: Final = """# How fast Thut is

Made by `python benchmarks/suite.py` (`make bench`) on {day} with {material}: {machine}.
CPU time unless a column says otherwise. What begins with *instead* is what one would pick otherwise for
that piece of the work. Compare within a table: other work on the machine lengthens all of it.
"""


def main() -> int:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-o", "--out", type=Path, default=HERE / "README.md")
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS))
    options = parser.parse_args()
    parts = [
        HEAD.format(material=told(DIPLOMATIC), machine=_machine(), day=time.strftime("%d %B %Y").lstrip("0"))
    ]
    for part in options.only:
        print(f"measuring: {PARTS[part]}", file=sys.stderr, flush=True)
        parts.append(f"## {PARTS[part]}\n\n{_stages() if part == 'stages' else _table(part)}\n")
    options.out.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    print(options.out)
    return 0


def _machine() -> str:
    return f"Python {platform.python_version()}, {os.cpu_count()} cores of {platform.machine()}"


def _table(part: str) -> str:
    """What a script of its own prints."""
    run = [sys.executable, str(HERE / f"{part}.py")]
    told = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()  # noqa: S603
    return told if told.startswith("|") else f"```text\n{told}\n```"


def _stages() -> str:
    with tempfile.TemporaryDirectory() as place:
        out = Path(place, "stages.json")
        run = [sys.executable, "-m", "pytest", str(HERE / "stages.py"), "-q", "-p", "no:cacheprovider"]
        run += ["--benchmark-timer=time.process_time", f"--benchmark-json={out}"]
        subprocess.run(run, check=True, stdout=sys.stderr, cwd=HERE.parent)  # noqa: S603
        return "\n".join(_lines(json.loads(out.read_text(encoding="utf-8"))["benchmarks"]))


def _lines(benchmarks: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each benchmark; where a round is many documents, how many a second, too."""
    yield "| what | ms a document, question or page | a second | times the floor |\n|---|--:|--:|--:|"
    floor = next(_each(found) for found in benchmarks if found["name"] == "test_floor")
    for found in benchmarks:
        each = _each(found)
        beside = f"{each / floor:.1f}" if found["group"] in {"texts", "graphs"} else ""
        yield f"| {found['extra_info']['line']} | {each * 1000:.3g} | {1 / each:,.0f} | {beside} |"


def _each(benchmark: dict[str, Any]) -> float:
    """Seconds for one item, in the best round."""
    return float(benchmark["stats"]["min"]) / int(benchmark["extra_info"]["items"])


if __name__ == "__main__":
    sys.exit(main())
