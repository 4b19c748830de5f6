"""The documents that ship: their graph to the byte, and how it compares with their annotations."""

from __future__ import annotations

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["graph.ttl", "report.json"])
def test_the_graph_of_the_samples_is_the_one_that_was_reviewed(demo, update_golden, name):
    golden = GOLDEN / f"samples.{name}"
    made = (demo / name).read_bytes()
    if name == "report.json":
        made = without_versions(made)
    if update_golden:
        golden.write_bytes(made)
    assert golden.is_file(), f"no {golden}: write it with --update-golden and review it"
    assert made == golden.read_bytes(), "the graph changed: if that is right, renew with --update-golden"


def without_versions(report: bytes) -> bytes:
    """The report without the versions of the engines, which differ between machines."""
    head, _, rest = report.partition(b'"versions": {')
    return head + rest.partition(b"},\n")[2]
