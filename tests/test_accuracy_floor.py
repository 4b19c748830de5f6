"""What was reached once is reached still; and the guard itself works."""

from __future__ import annotations

import json

import accuracy_floor
import pytest


def test_no_figure_falls_below_its_floor(shared):
    assert accuracy_floor.FLOOR.is_file(), "no floor yet: run tests/accuracy_floor.py --update"
    floor = json.loads(accuracy_floor.FLOOR.read_text(encoding="utf-8"))
    assert accuracy_floor.losses(floor, accuracy_floor.measure(shared)) == []


FLOOR = {"exam": "a", "f1": {"hard": 0.8, "signed": 0.5}, "modality": 0.9, "grounded": 1.0}


@pytest.fixture
def measured(monkeypatch, tmp_path):
    """Makes the script measure what a test says, with a floor of its own."""
    floor = tmp_path / "floor.json"
    floor.write_text(json.dumps(FLOOR), encoding="utf-8")
    monkeypatch.setattr(accuracy_floor, "FLOOR", floor)

    def measures(**changes):
        made = {**FLOOR, **changes}
        monkeypatch.setattr(accuracy_floor, "measure", lambda _: made)
        return floor

    return measures


def test_a_gain_raises_the_floor(measured):
    floor = measured(f1={"hard": 0.85, "signed": 0.5})
    assert accuracy_floor.main(["--update"]) == 0
    assert json.loads(floor.read_text(encoding="utf-8"))["f1"] == {"hard": 0.85, "signed": 0.5}


def test_a_loss_is_refused_even_beside_a_gain(measured, capsys):
    floor = measured(f1={"hard": 0.85, "signed": 0.4})
    assert accuracy_floor.main(["--update"]) == 1
    assert json.loads(floor.read_text(encoding="utf-8")) == FLOOR
    assert "signed: 0.4000, the floor is 0.5000" in capsys.readouterr().err


def test_a_loss_is_accepted_only_when_said(measured):
    floor = measured(f1={"hard": 0.7, "signed": 0.5})
    assert accuracy_floor.main(["--update", "--lower"]) == 0
    assert json.loads(floor.read_text(encoding="utf-8"))["f1"]["hard"] == 0.7


def test_another_exam_is_noticed(measured, capsys):
    measured(exam="b")
    assert accuracy_floor.main([]) == 1
    assert "annotations or texts" in capsys.readouterr().err
