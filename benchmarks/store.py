"""How fast a store on disk is: filled from a file, asked, and kept up to date.

    python benchmarks/store.py [FOLDER] [--quads N]

The file has N quads: the graph of the documents in FOLDER, and copies of it in which every thing but
those of the lexicon has another name and IRI. Each line is measured in a process of its own: CPU time
(that of the engine's threads counts), and its peak memory. Adding and removing are of one document, in a
store of FOLDER's documents, with all that follows for merges and view, and the start of the program.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "diplomatic"
SAMPLES = ROOT / "kg" / "samples"
KINDS = "person|meeting|initiative|outcomedocument|topic|place|organization|doc|assertion|merge"
IRI = re.compile(rf"(/id/(?:{KINDS})/[^>#\s]*?)(?=[>#])")
NAME = re.compile(r'((?:name|alternateName|label|altLabel|title|identifier)> "(?:[^"\\]|\\.)*)"')
# Words far from each other: a letter's difference would be taken for a slip.
WORDS = ("ธารา", "วายุเวก", "อัคนีรุทร", "ปฐพีงาม", "เมฆาลัย", "รัศมีจันทร์", "สายชล", "พนาไพร")


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS if CORPUS.is_dir() else SAMPLES)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--alone", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        return _alone(*options.alone)
    with tempfile.TemporaryDirectory() as place:
        _table(options.folder, Path(place), options.quads)
    return 0


def _table(folder: Path, place: Path, quads: int) -> None:
    import kg  # noqa: PLC0415 - imports are no part of what is measured
    from kg.query import shipped_queries  # noqa: PLC0415

    print("| what | CPU s | wall s | peak MB |\n|---|--:|--:|--:|")
    kg.build(folder, place / "built.nq")
    written = grow(place / "built.nq", place / "many.nq", quads)
    _line(f"fill a store with {written:,} quads", "fill", str(place / "many"), str(place / "many.nq"))
    for name in shipped_queries():
        _line(f"{name}, on it", "query", str(place / "many"), name)
    _line("sync of the documents alone", "sync", str(place / "few"), str(folder))
    one = str(min(folder.glob("*.txt")))
    _line("remove one document", "remove", str(place / "few"), Path(one).name)
    _line("add one document", "add", str(place / "few"), one)


def grow(source: Path, target: Path, quads: int) -> int:
    """Write copies of the graph in ``source`` until there are ``quads``; how many there are."""
    written = 0
    lines = source.read_text(encoding="utf-8").split("\n")[:-1]
    documents = sorted({line.rsplit(" <", 1)[1] for line in lines if "/doc/" in line.rsplit(" <", 1)[1]})
    with target.open("w", encoding="utf-8") as out:
        for copy, word in enumerate(("", *WORDS)):
            # Of the last copy only whole documents, since half of one is none.
            share = min(1.0, (quads - written) / len(lines))
            kept = set(documents[: round(share * len(documents))])
            for line in lines:
                place = line.rsplit(" <", 1)[1]
                if "/doc/" in place and place not in kept:
                    continue
                if not copy:
                    out.write(f"{line}\n")
                elif "/graph/lexicon>" in place or (share < 1 and "/graph/" in place):
                    continue
                else:
                    renamed = NAME.sub(rf'\1 {word}"', IRI.sub(rf"\1-{copy}", line))
                    if renamed == line:  # it is there, and a graph says nothing twice
                        continue
                    out.write(f"{renamed}\n")
                written += 1
            if written >= quads or share < 1:
                return written
    return written


def _line(said: str, *what: str) -> None:
    """One line of the table, measured in a process of its own."""
    done = subprocess.run(  # noqa: S603 - this script
        [sys.executable, __file__, "--alone", *what], capture_output=True, text=True, check=True
    )
    print(f"| {said} | {done.stdout.strip()} |", flush=True)


def _alone(what: str, store: str, other: str) -> int:
    cpu, wall = 0.0, time.perf_counter()  # with the start of the program
    if what == "query":
        from kg.query import query  # noqa: PLC0415
        from kg.store import open_graph  # noqa: PLC0415

        opened = open_graph(store)
        cpu, wall = time.process_time(), time.perf_counter()
        query(opened, other)
    else:
        import kg  # noqa: PLC0415

        {"fill": kg.add, "add": kg.add, "sync": kg.sync, "remove": kg.remove}[what](store, other)
    taken = (time.process_time() - cpu, time.perf_counter() - wall)
    print(f"{taken[0]:.2f} | {taken[1]:.2f} | {_peak():.0f}")
    return 0


def _peak() -> float:
    """The most memory that this process had at a time, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # elsewhere the figure begins with what the parent had
        return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii"))[0]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    sys.exit(main())
