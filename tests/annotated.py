"""Documents of the corpora that readers annotated by hand, scored like the gold; run it for the figures.

    python tests/annotated.py                   precision, recall and F1 on all of them
    python tests/annotated.py --errors FILE     and what was missed and what was wrong, in a file
    python tests/annotated.py --take FOLDER …   take in more documents' annotations (JSON as the gold's)
    python tests/annotated.py --unseen …        the same, for the documents that no rule was written with

The annotations lie in ``annotated.tsv`` without the texts, which are in the corpora: a row for each entity
(its names, the first one first) and for each fact (by the entities' numbers). They were made by readers who
knew the guidelines and not what Thut makes of the documents; where readers may differ they differ from the
gold's too, in soft facts most of all. Rules are written with them. How well other documents are read those of
``annotated_unseen.tsv`` tell, as long as nobody looks at them or at what is missed there: whoever opens them
moves them over.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from accuracy_floor import TOTALS, score
from corpora import needed, texts

FILE = Path(__file__).with_suffix(".tsv")
UNSEEN = FILE.with_name("annotated_unseen.tsv")
COLUMNS = ("document", "row", "subject", "property", "object", "state")
ENTITY, FACT = "entity", "fact"
NAMED, NAMELESS = "named", "nameless"
BETWEEN = " | "  # names


def annotations(file: Path = FILE) -> dict[str, dict[str, Any]]:
    """Each document's annotation, in the gold's form but for the quotations."""
    found: dict[str, dict[str, Any]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            of = found.setdefault(row["document"], {"doc": row["document"], "entities": [], "facts": []})
            if row["row"] == ENTITY:
                first, *others = row["object"].split(BETWEEN)
                of["entities"].append(
                    {"id": row["subject"], "type": row["property"], "label": first, "aliases": others,
                     "refs": [], "named": row["state"] == NAMED}
                )  # fmt: skip
            else:
                fact = {"s": row["subject"], "p": row["property"], "o": row["object"]}
                of["facts"].append({**fact, "modality": row["state"]})
    return found


def rows(annotation: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """The rows of an annotation in the gold's form."""
    document = annotation["doc"]
    for entity in annotation["entities"]:
        # Who is known only by a title is found by it.
        names = [entity["label"], *entity["aliases"], *([] if entity["named"] else entity["refs"])]
        told = BETWEEN.join(" ".join(name.split()) for name in dict.fromkeys(names))
        state = NAMED if entity["named"] else NAMELESS
        yield document, ENTITY, entity["id"], entity["type"], told, state
    for fact in annotation["facts"]:
        told = " ".join(str(fact["o"]).split())
        yield document, FACT, fact["s"], fact["p"], told, fact.get("modality", "actual")


def take(folders: Iterable[Path], file: Path = FILE) -> int:
    """Add the annotations in folders, in place of those of the same documents; how many there are then."""
    kept = annotations(file) if file.is_file() else {}
    for folder in folders:
        for path in folder.glob("*.json"):
            annotation = json.loads(path.read_text(encoding="utf-8"))
            kept[annotation["doc"]] = annotation
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(COLUMNS)
        for document in sorted(kept):
            writer.writerows(rows(kept[document]))
    return len(kept)


def measure(shared: Path, file: Path = FILE, errors: Path | None = None) -> dict[str, Any]:
    """The scorer's figures on all annotated documents of a file that the corpora have."""
    with tempfile.TemporaryDirectory() as place:
        gold, made = Path(place, "gold"), Path(place, "made")
        gold.mkdir()
        made.mkdir()
        known = annotations(file)
        for document, text in texts(shared, known.keys()):
            (gold / f"{document}.txt").write_bytes(text)
            whole = json.dumps(known[document], ensure_ascii=False)
            (gold / f"{document}.json").write_text(whole, encoding="utf-8")
        return score(gold, shared, made, errors)


def main() -> int:
    """Take in, or measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", type=Path, metavar="FILE")
    parser.add_argument("--take", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--unseen", action="store_true")
    options = parser.parse_args()
    file = UNSEEN if options.unseen else FILE
    if options.take:
        sys.stdout.write(f"{take(options.take, file)} documents\n")
        return 0
    figures = measure(needed(), file, options.errors)
    lines = [f"{'':<24}precision  recall      F1  annotated"]
    for name, row in {**{name: figures[name] for name in TOTALS}, **figures["by"]}.items():
        lines.append(f"{name:<24}{row['precision']:9.3f}{row['recall']:8.3f}{row['f1']:8.3f}{row['gold']:11}")
    lines.append(f"{'modality':<24}{figures['modality']:9.3f}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
