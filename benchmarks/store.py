"""How fast a store on disk is: filled from a file, asked, and kept up to date.

    python benchmarks/store.py [FOLDER] [--quads N]

The file has N quads: the graph of the documents in FOLDER, and copies of it in which every thing but
those of the lexicon has another name and IRI. Each line is measured in a process of its own: CPU time
(that of the engine's threads counts), and its peak memory. The engine alone loads the file into its
graphs, at once, with no view. Adding and removing are the commands ``kg add`` and ``kg remove`` of one
document, in a store of FOLDER's documents, with all that follows for merges and view, and the start of
Python; its modules are compiled, as they are where Thut is installed. Each is the best of three.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from material import DIPLOMATIC, told

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
    parser.add_argument("folder", nargs="?", type=Path, default=DIPLOMATIC)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--alone", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        return _alone(*options.alone)
    print(f"measured with {told(options.folder)}", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as place:
        _table(options.folder, Path(place), options.quads)
    return 0


def _table(folder: Path, place: Path, quads: int) -> None:
    import kg  # noqa: PLC0415 - imports are no part of what is measured
    from kg.query import shipped_queries  # noqa: PLC0415

    print("| what | CPU s | wall s | peak MB |\n|---|--:|--:|--:|")
    kg.build(folder, place / "built.nq")
    written = grow(place / "built.nq", place / "many.nq", quads)
    _line("the engine alone loads them", "engine", str(place / "engine"), str(place / "many.nq"))
    _line(f"fill a store with {written:,} quads", "fill", str(place / "many"), str(place / "many.nq"))
    for name in shipped_queries():
        _line(f"{name}, on it", "query", str(place / "many"), name)
    _line("sync of the documents alone", "sync", str(place / "few"), str(folder))
    one = str(min(folder.glob("*.txt")))
    _line("remove one document, add it (each the best of three)", "one", str(place / "few"), one)


def grow(source: Path, target: Path, quads: int) -> int:
    """Write the graph in ``source``, and copies until there are ``quads`` or a few more; how many there are.

    Of the last copy only whole documents are written, since half of one is none, and nothing of the rest.
    """
    lines = source.read_text(encoding="utf-8").split("\n")[:-1]
    written = 0
    with target.open("w", encoding="utf-8") as out:
        for copy, word in enumerate(("", *WORDS)):
            made = lines if not copy else _renamed(lines, copy, word)
            if copy and written + len(made) >= quads:
                kept = _documents(made, quads - written)
                made = [line for line in made if line.rsplit(" <", 1)[1] in kept]
            out.writelines(f"{line}\n" for line in made)
            written += len(made)
            if written >= quads:
                break
    return written


def _renamed(lines: list[str], copy: int, word: str) -> list[str]:
    """The lines with other names and IRIs; none that is there, since a graph says nothing twice."""
    made = ((line, NAME.sub(rf'\1 {word}"', IRI.sub(rf"\1-{copy}", line))) for line in lines)
    return [new for line, new in made if new != line and "/graph/lexicon>" not in new]


def _documents(lines: list[str], quads: int) -> set[str]:
    """The graphs of so many documents that they have so many lines together, or all."""
    sizes = Counter(place for line in lines if "/doc/" in (place := line.rsplit(" <", 1)[1]))
    kept: set[str] = set()
    for place in sorted(sizes):
        if quads <= 0:
            break
        kept.add(place)
        quads -= sizes[place]
    return kept


def _line(said: str, *what: str) -> None:
    """One line of the table, measured in a process of its own."""
    # Where Thut is installed its modules are compiled, once for all.
    compiled = {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "thut-compiled")}
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603 - this script
        [sys.executable, __file__, "--alone", *what],
        capture_output=True,
        text=True,
        check=True,
        env=known | compiled,
    )
    print(f"| {said} | {done.stdout.strip()} |", flush=True)


def _alone(what: str, store: str, other: str) -> int:
    cpu, wall = 0.0, time.perf_counter()  # with the start of the program
    if what == "one":
        return _one(store, Path(other))
    if what == "query":
        from kg.query import query  # noqa: PLC0415
        from kg.store import open_graph  # noqa: PLC0415

        opened = open_graph(store)
        cpu, wall = time.process_time(), time.perf_counter()
        query(opened, other)
    elif what == "engine":
        from pyoxigraph import RdfFormat, Store  # noqa: PLC0415

        Store(store).bulk_load(path=other, format=RdfFormat.N_QUADS)
    else:
        import kg  # noqa: PLC0415

        {"fill": kg.add, "sync": kg.sync}[what](store, other)
    taken = (time.process_time() - cpu, time.perf_counter() - wall)
    print(f"{taken[0]:.2f} | {taken[1]:.2f} | {_peak():.0f}")
    return 0


def _one(store: str, file: Path) -> int:
    """Remove a document and add it, three times; the least of each."""
    taken: dict[str, list[tuple[float, float]]] = {"remove": [], "add": []}
    for turn in range(4):
        for what, named in (("remove", file.name), ("add", str(file))):
            before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            subprocess.run(  # noqa: S603 - our own command
                [sys.executable, "-m", "kg", what, store, named], check=True, stdout=subprocess.DEVNULL
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            if turn:  # in the first modules are compiled
                taken[what].append((cpu, time.perf_counter() - wall))
    least = [min(times) for times in taken.values()]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    columns = (", ".join(f"{times[n]:.2f}" for times in least) for n in (0, 1))
    print(" | ".join((*columns, f"{peak:.0f}")))
    return 0


def _peak() -> float:
    """The most memory that this process had at a time, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # elsewhere the figure begins with what the parent had
        return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii"))[0]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    sys.exit(main())
