"""The accuracy that was reached and must not be lost, per property; run it to renew the floor.

    python tests/accuracy_floor.py                    measure and compare
    python tests/accuracy_floor.py --update           raise the floor to what is reached now
    python tests/accuracy_floor.py --update --lower   accept a loss; say why in the commit

The floor lies in ``accuracy_floor.json`` with a digest of annotations and texts, so that the exam
cannot change unnoticed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpora import needed

FLOOR = Path(__file__).with_suffix(".json")
SLACK = 0.0005  # figures have four decimals
TOTALS = ("entity", "hard", "soft")


def documents(gold: Path) -> list[Path]:
    """The annotations that count."""
    return sorted(gold.glob("*.json"))


def digest(gold: Path) -> str:
    """What the exam is: annotations and texts, to the byte."""
    whole = hashlib.sha256()
    for path in documents(gold):
        for part in (path, path.with_suffix(".txt")):
            whole.update(hashlib.sha256(part.read_bytes()).digest())
    return whole.hexdigest()


def score(gold: Path, shared: Path, folder: Path, errors: Path | None = None) -> dict[str, Any]:
    """The figures of the scorer over graphs that are built here, one a document; its errors, if asked for."""
    from kg.build import quads_of  # noqa: PLC0415 - the script also compares without an installed package
    from kg.documents import read_document  # noqa: PLC0415
    from kg.extract import extract  # noqa: PLC0415
    from kg.lexicon import ontology_path  # noqa: PLC0415
    from kg.rdf import write_graph  # noqa: PLC0415

    for path in documents(gold):
        text = path.with_suffix(".txt")
        write_graph(
            quads_of(extract(read_document(text.read_bytes(), text.name))), folder / f"{path.stem}.ttl"
        )
    out = folder / "figures.json"
    command = [sys.executable, shared / "eval" / "score.py", gold, folder, "--texts", gold]
    command += ["--ontology", ontology_path(), "--json", out]
    command += ["--errors", errors] if errors else []
    # The scorer parts equal matches by the order of a set: one seed, one figure.
    fixed = {**os.environ, "PYTHONHASHSEED": "0"}
    subprocess.run(list(map(str, command)), check=True, capture_output=True, env=fixed)
    figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return figures


def measure(shared: Path) -> dict[str, Any]:
    """The figures that the floor is about: F1 by property and by class, and the totals."""
    gold = shared / "gold" / "dev"
    with tempfile.TemporaryDirectory() as folder:
        figures = score(gold, shared, Path(folder))
    f1 = {name: figures[name]["f1"] for name in TOTALS}
    f1 |= {name: row["f1"] for name, row in figures["by"].items()}
    return {
        "exam": digest(gold),
        "f1": f1,
        "modality": figures["modality"],
        "grounded": figures["grounded"],
    }


def losses(floor: dict[str, Any], made: dict[str, Any]) -> list[str]:
    """What was reached once and is not reached now."""
    found = []
    if floor["exam"] != made["exam"]:
        found.append("the annotations or texts are others: review them, then --update --lower")
    old = {**floor["f1"], "modality": floor["modality"], "grounded": floor["grounded"]}
    new = {**made["f1"], "modality": made["modality"], "grounded": made["grounded"]}
    for name, least in old.items():
        if new.get(name, 0.0) < least - SLACK:
            found.append(f"{name}: {new.get(name, 0.0):.4f}, the floor is {least:.4f}")
    return found


def raised(floor: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """The better of floor and measurement, figure by figure."""
    f1 = {name: max(value, floor["f1"].get(name, 0.0)) for name, value in made["f1"].items()}
    return {**made, "f1": f1, **{name: max(made[name], floor[name]) for name in ("modality", "grounded")}}


def main(arguments: list[str] | None = None) -> int:
    """Measure, compare, and write the floor if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="raise the floor to what is reached now")
    parser.add_argument("--lower", action="store_true", help="with --update: accept a loss")
    options = parser.parse_args(arguments)
    made = measure(needed())
    floor = json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.is_file() else None
    lost = losses(floor, made) if floor else []
    for line in lost:
        sys.stderr.write(f"{line}\n")
    if lost and not (options.update and options.lower):
        return 1
    if options.update:
        kept = made if floor is None or options.lower else raised(floor, made)
        FLOOR.write_text(
            json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
