"""The two documents that the project was asked for."""

from __future__ import annotations

import shutil

import accuracy_floor
import pytest

ASKED = 0.95


@pytest.mark.parametrize("name", ["seed-1", "seed-2"])
def test_a_seed_comes_out_right(shared, tmp_path, name):
    gold = tmp_path / "gold"
    gold.mkdir()
    for suffix in ("json", "txt"):
        shutil.copy(shared / "gold" / "dev" / f"{name}.{suffix}", gold)
    graphs = tmp_path / "graphs"
    graphs.mkdir()
    figures = accuracy_floor.score(gold, shared, graphs)
    assert figures["hard"]["f1"] >= ASKED
    assert figures["grounded"] == 1.0
