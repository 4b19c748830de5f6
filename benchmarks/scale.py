"""What a million documents take, and a hundred million: measured on one machine, worked out for many.

    python benchmarks/scale.py measure SOURCE [--workers 2]     reads documents, prints figures
    python benchmarks/scale.py table --reading-ms 5.1 ...       works out the tables from such figures

SOURCE is a folder or an archive of some thousand documents. ``measure`` builds them into N-Quads with worker
processes and prints the arguments with which ``table`` makes the tables of ``notebooks/scale.md``.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import kg
from kg.across import gather
from kg.batches.tasks import Job
from kg.batches.work import Crew, Work
from kg.registry import EXTRACTOR, READER

# Documents, machines that read, and builds that the documents are parted into.
SIZES = ((10_000, 1, 1), (1_000_000, 1, 1), (10_000_000, 2, 1), (100_000_000, 10, 10))
CORES = 16  # of a machine that reads
FIGURES = {
    "reading-ms": "CPU of a worker for a document: bytes to statements on its disk, in ms",
    "driver-ms": "CPU of the driver for a document: find, digest, hand out, note, in ms",
    "gather-ms": "CPU of putting a document's statements into the one file, in ms",
    "quads": "statements a document",
    "bytes": "bytes of N-Quads a statement",
    "driver-kb": "memory of the driver that grows with each document, in kB",
    "worker-mb": "memory of a worker process at its peak, in MB",
    "packed-kb": "bytes that travel for a document from a machine without our disk, in kB",
    "load-us": "CPU to load a statement into a store of ours on disk, in microseconds",
    "disk-bytes": "bytes of a statement in a store of ours",
}
# Of a server; Oxigraph 0.5.13 on two cores, a graph at a time through HTTP and in bulk from files.
SERVER = {"push-us": 36.0, "bulk-us": 9.8, "bulk-bytes": 344.0}
PART = 1_000_000  # statements of a file
LAPTOP = 20e6  # statements, from which on a server is the better place


def main() -> int:
    """Measure, or work out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    measure = commands.add_parser("measure")
    measure.add_argument("source", type=Path)
    measure.add_argument("--workers", type=int, default=2)
    table = commands.add_parser("table")
    for name, told in FIGURES.items():
        table.add_argument(f"--{name}", type=float, required=True, help=told)
    for name, value in SERVER.items():
        table.add_argument(f"--{name}", type=float, default=value, help=f"of a server; {value:g}")
    table.add_argument("--cores", type=int, default=CORES, help="of a machine that reads")
    options = parser.parse_args()
    if options.command == "measure":
        print(" ".join(f"--{name} {value:.4g}" for name, value in measured(options.source, options.workers)))
        return 0
    figures = {name: getattr(options, name.replace("-", "_")) for name in (*FIGURES, *SERVER)}
    print(reading(figures, options.cores))
    print()
    print(stores(figures))
    return 0


def measured(source: Path, workers: int) -> list[tuple[str, float]]:
    """The figures of one build on this machine, and of a store that is filled with it."""
    job = Job(READER, EXTRACTOR)
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary) / "graph.nq"
        before, memory = cpu(), peak()
        with Work([str(source)], job, Crew(workers, "processes"), out) as work:
            read = work.read()
            after = cpu()
            lines = read.lines
            documents, kept = len(lines), peak() - memory
            packed = sum(len(each) for each in read.packed) + shipped(read.batches)
            del lines
            start = time.process_time()
            totals = gather(read.batches, out)
            gathering = time.process_time() - start
        reading, children = children_cpu(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        start = time.process_time()
        kg.add(Path(temporary) / "store", out)
        loading = time.process_time() - start
        disk = sum(path.stat().st_size for path in (Path(temporary) / "store").rglob("*") if path.is_file())
        size = out.stat().st_size
    return [
        ("reading-ms", 1000 * reading / documents),
        ("driver-ms", 1000 * (after - before) / documents),
        ("gather-ms", 1000 * gathering / documents),
        ("quads", totals.statements / documents),
        ("bytes", size / totals.statements),
        ("driver-kb", kept / documents),
        ("worker-mb", children / 1024),
        ("packed-kb", packed / documents / 1024),
        ("load-us", 1e6 * loading / totals.statements),
        ("disk-bytes", disk / totals.statements),
    ]


def shipped(batches: list[kg.across.Batch]) -> int:
    """The bytes of batches as a cluster sends them."""
    from kg.across import packed  # noqa: PLC0415

    some = batches[:: max(len(batches) // 20, 1)]
    each = sum(len(packed(batch)) for batch in some) / sum(batch.documents for batch in some)
    return int(each * sum(batch.documents for batch in batches))


def cpu() -> float:
    """Seconds of CPU that this process took."""
    return time.process_time()


def children_cpu() -> float:
    """Seconds of CPU that its children took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak() -> float:
    """The most memory that this process took, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def reading(figures: dict[str, float], cores: int) -> str:
    """The table of what it takes to make the graph."""
    rows = []
    for documents, machines, builds in SIZES:
        core_hours = documents * figures["reading-ms"] / 3.6e6
        handing_out = documents * figures["driver-ms"] / 3.6e6 / builds
        each = documents / builds
        rows.append((
            f"{documents:,}",
            f"{machines} x {cores} cores",
            f"{builds}",
            f"{core_hours:,.2f}",
            hours(max(core_hours / cores / machines, handing_out)),
            hours(each * figures["gather-ms"] / 3.6e6),
            sized(each * figures["driver-kb"] * 1e3),
            sized(documents * figures["packed-kb"] * 1e3) if machines > 1 else "nothing",
            counted(documents * figures["quads"]),
            sized(documents * figures["quads"] * figures["bytes"]),
        ))  # fmt: skip
    heads = (
        "documents", "machines", "builds", "core-hours of reading", "reading takes", "then gathering takes",
        "memory of a driver", "over the network", "statements", "N-Quads",
    )  # fmt: skip
    return table(heads, rows)


def stores(figures: dict[str, float]) -> str:
    """The table of what it takes to load the graph."""
    rows = []
    for documents, _, _ in SIZES:
        statements = documents * figures["quads"]
        ours = statements <= LAPTOP
        rows.append((
            f"{documents:,}",
            counted(statements),
            f"{hours(statements * figures['load-us'] / 3.6e9)}, {sized(statements * figures['disk-bytes'])}"
            if ours else "outgrown",
            hours(statements * figures["push-us"] / 3.6e9),
            f"{hours(statements * figures['bulk-us'] / 3.6e9)}, {sized(statements * figures['bulk-bytes'])}",
            f"{max(round(statements / PART), 1):,}",
        ))  # fmt: skip
    heads = (
        "documents", "statements", "`kg add archive graph.nq`", "`kg push` to one server",
        "bulk load by one server", f"files of `--split {PART}`",
    )  # fmt: skip
    return table(heads, rows)


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [heads, ("--:",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def counted(number: float) -> str:
    """A large number, in words."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if number >= size:
            return f"{number / size:,.1f} {word}"
    return f"{number:,.0f}"


def sized(number: float) -> str:
    """Bytes, in the unit that fits."""
    for size, unit in ((1e12, "TB"), (1e9, "GB"), (1e6, "MB")):
        if number >= size:
            return f"{number / size:,.1f} {unit}"
    return f"{number / 1e3:,.0f} kB"


def hours(number: float) -> str:
    """Hours, minutes or seconds, as fits."""
    if number >= 1:
        return f"{number:,.1f} h"
    return f"{60 * number:,.0f} min" if 60 * number >= 1 else f"{3600 * number:,.0f} s"


if __name__ == "__main__":
    raise SystemExit(main())
