"""Whether cost grows in proportion: documents to one file of N-Quads, for more and more documents.

    python benchmarks/growth.py [SOURCE] [--sizes 600 6000 60000] [--folder FOLDER]

SOURCE is a folder or an archive of .txt files. Where more are wanted than it has, they are told again of
other people in other years: names of people are changed letter by letter, and every year is moved.
Each size runs in a process of its own; CPU time, and the peak of its memory.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from material import GENERAL, told

BATCH = 40  # documents
SHORTEST = 4  # letters of a name that is changed
SPAN = 6  # years that each telling lies before the one before
THAI = "กคจชดตทนบปพมรลวสหธ"
LATIN = "bcdfgjklmnprstvz"
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
YEAR = re.compile(r"(?<![0-9๐-๙])(?:2[45]|20|๒[๔๕]|๒๐)[0-9๐-๙]{2}(?![0-9๐-๙])")


def main() -> int:
    """Make the documents, measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", nargs="?", type=Path, default=GENERAL)
    parser.add_argument("--sizes", nargs="+", type=int, default=[600, 6000, 60000])
    parser.add_argument("--folder", type=Path, help="where to put the documents; what is there is used again")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measured(options.folder, options.measure)))
        return 0
    print(f"measured with {told(options.source)}", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        make(options.source, folder, max(options.sizes))
        parts = ("read", "extract", "map and write", "gather")
        print(
            f"{'documents':>10}{'statements':>12}"
            + "".join(f"{part:>15}" for part in (*parts, "all"))
            + f"{'peak MB':>9}"
        )
        print(f"{'':>22}" + f"{'ms/document':>15}" * (len(parts) + 1))
        for size in options.sizes:
            command = [sys.executable, __file__, "--measure", str(size), "--folder", str(folder)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own
            row = json.loads(done.stdout)
            each = [1000 * row[part] / row["documents"] for part in parts]
            print(
                f"{row['documents']:>10,}{row['statements']:>12,}"
                + "".join(f"{took:>15.2f}" for took in (*each, sum(each)))
                + f"{row['peak']:>9.0f}"
            )
    return 0


def measured(folder: Path, size: int) -> dict[str, float]:
    """How long each part took, in seconds, and the peak of memory in megabytes."""
    from kg.across import gather, write_batch  # noqa: PLC0415 - imports are no part of what is measured
    from kg.documents import read_document  # noqa: PLC0415
    from kg.errors import DocumentError  # noqa: PLC0415
    from kg.extract import extract  # noqa: PLC0415
    from kg.rdf import document_graph  # noqa: PLC0415

    took = dict.fromkeys(("read", "extract", "map and write", "gather"), 0.0)
    last = time.process_time()

    def lap(part: str) -> None:
        nonlocal last
        now = time.process_time()
        took[part] += now - last
        last = now

    paths = iter(list(islice(documents(folder), size)))
    batches = []
    with tempfile.TemporaryDirectory() as work:
        while names := list(islice(paths, BATCH)):
            graphs = []
            for path in names:
                try:
                    document = read_document(path.read_bytes(), path.name, str(path))
                except DocumentError:  # in another language: whoever builds lists it
                    lap("read")
                    continue
                lap("read")
                extraction = extract(document)
                lap("extract")
                graphs.append(document_graph(extraction))
                lap("map and write")
            batches.append(write_batch(work, graphs))
            lap("map and write")
        totals = gather(batches, Path(work) / "all.nq")
        lap("gather")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kilobytes, on Linux
    return {**took, "documents": totals.documents, "statements": totals.statements, "peak": peak}


def documents(folder: Path) -> Iterator[Path]:
    """The documents, those of each telling after those of the one before."""
    for telling in sorted(folder.iterdir()):
        yield from sorted(telling.glob("*.txt"))


def make(source: Path, folder: Path, size: int) -> None:
    """Put ``size`` documents into ``folder``, in a folder for each telling."""
    have = sum(1 for _ in documents(folder))
    if have >= size:
        return
    from kg.documents import SourceFile, find_sources, read_document  # noqa: PLC0415
    from kg.errors import DocumentError  # noqa: PLC0415
    from kg.extract import extract  # noqa: PLC0415

    found = [file for file in find_sources([str(source)]) if isinstance(file, SourceFile)]
    tellings = -(-size // len(found))
    for telling in range(tellings):
        (folder / f"{telling:03}").mkdir(exist_ok=True)
    for number, file in enumerate(found):
        try:
            document = read_document(file.read(), file.name, file.location)
        except DocumentError:
            continue
        names = [
            e.name for e in extract(document).entities if e.type == "Person" and e.named and not e.lexicon
        ]
        for telling in range(tellings):
            path = folder / f"{telling:03}" / f"{number:06}-{telling:03}.txt"
            path.write_text(told_again(document.raw, names, telling), encoding="utf-8")


def told_again(text: str, names: Iterable[str], telling: int) -> str:
    """A text with other people in other years."""
    if not telling:
        return text
    words = {word for name in names for word in (name, *name.split()) if len(word) >= SHORTEST}
    if words:
        changed = {word: word.translate(turned(telling)) for word in words}
        any_name = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
        text = re.sub(any_name, lambda found: changed[found.group()], text)
    return YEAR.sub(lambda found: str(int(found.group().translate(DIGITS)) - SPAN * telling), text)


def turned(by: int) -> dict[int, int]:
    """Each letter to the one that stands so many places further in the row."""
    rows = (THAI, LATIN, LATIN.upper())
    return {ord(row[at]): ord(row[(at + by) % len(row)]) for row in rows for at in range(len(row))}


if __name__ == "__main__":
    sys.exit(main())
