"""What a million documents take, and a hundred million: measured on one machine, worked out for many.

    python benchmarks/scale.py measure SOURCE [--workers 2]     reads documents, prints figures
    python benchmarks/scale.py table --reading-ms 5.1 ...       works out the table from such figures

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
from kg.build import EXTRACTOR, READER

SIZES = (10_000, 1_000_000, 10_000_000, 100_000_000)
CORES = 16  # of a machine that reads
SHARDS = (1, 1, 1, 10)  # builds that the documents are parted into, and as many gathers side by side
FIGURES = {
    "reading-ms": "CPU of a worker for a document: bytes to statements on its disk, in ms",
    "driver-ms": "CPU of the driver for a document: find, digest, hand out, note, in ms",
    "gather-ms": "CPU of putting a document's statements into the one file, in ms",
    "quads": "statements a document",
    "bytes": "bytes of N-Quads a statement",
    "driver-kb": "memory of the driver that grows with each document, in kB",
    "worker-mb": "memory of a worker process at its peak, in MB",
    "packed-kb": "bytes that travel for a document from a machine without our disk, in kB",
    "load-us": "CPU to load a statement into a store on disk, in microseconds",
    "disk-bytes": "bytes of a statement in a store on disk",
}


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
    table.add_argument("--cores", type=int, default=CORES, help="of a machine that reads")
    options = parser.parse_args()
    if options.command == "measure":
        print(" ".join(f"--{name} {value:.4g}" for name, value in measured(options.source, options.workers)))
    else:
        print(worked_out({name: getattr(options, name.replace("-", "_")) for name in FIGURES}, options.cores))
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


def worked_out(figures: dict[str, float], cores: int) -> str:
    """The table, in Markdown."""
    heads = (
        "documents", "statements", "N-Quads", "core-hours of reading", "machines", "reading", "gathering",
        "over the network", "memory of the driver", "in a store on disk",
    )  # fmt: skip
    rows = [f"| {' | '.join(heads)} |", "|" + "--:|" * len(heads)]
    for documents, shards in zip(SIZES, SHARDS, strict=True):
        statements = documents * figures["quads"]
        core_hours = documents * figures["reading-ms"] / 3.6e6
        machines = max(round(core_hours / cores / 8), 1)  # so that it is done in a night
        reading = max(core_hours / cores / machines, documents * figures["driver-ms"] / 3.6e6 / shards)
        cells = [
            f"{documents:,}",
            counted(statements),
            sized(statements * figures["bytes"]),
            f"{core_hours:,.1f}",
            f"{machines} of {cores} cores",
            hours(reading),
            hours(documents * figures["gather-ms"] / 3.6e6 / shards)
            + (f" x {shards} side by side" if shards > 1 else ""),
            sized(documents * figures["packed-kb"] * 1024),
            sized(documents / shards * figures["driver-kb"] * 1024),
            sized(statements * figures["disk-bytes"]),
        ]
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows)


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
    """Hours, or minutes."""
    return f"{number:,.1f} h" if number >= 1 else f"{60 * number:,.0f} min"


if __name__ == "__main__":
    raise SystemExit(main())
