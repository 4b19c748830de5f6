"""The arithmetic on paper is what the script works out from the figures that the page names."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys


def test_the_tables_of_the_page_are_those_of_the_script(root):
    page = (root / "notebooks" / "scale.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"python (benchmarks/scale.py table (?:.|\\\n)+?)\n\n", page)
    done = subprocess.run(
        [sys.executable, *shlex.split(command.replace("\\\n", " "))],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    tables = done.stdout.strip().split("\n\n")
    assert all(table.startswith("|") for table in tables)
    assert [table for table in tables if table not in page] == []
