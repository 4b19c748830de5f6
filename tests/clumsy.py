"""An extractor that stumbles over documents by their names, for tests of the processes that read.

:func:`declared` makes it known by name to every process that has its folder on the path.
"""

from __future__ import annotations

import hashlib
import os
import signal
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kg.across import packed
from kg.batches.reading import read_task
from kg.batches.tasks import Job, Outcome, Task
from kg.extract import extract as well_done
from kg.model import Document, Extraction

TEXT = "เมื่อวันที่ {day} สิงหาคม 2564 นายสมชาย ใจดี เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ {number} ณ กรุงมะนิลา และเยือนญี่ปุ่น\n"
NAME = "clumsy.v1"
GATE = "THUT_TEST_GATE"
"""The variable that names a file; as long as it is there, a document named ``waiting-…`` is being read."""
READ = "THUT_TEST_READ"
"""The variable that names a file in which each document that is read gets a line."""


def extract(document: Document) -> Extraction:
    """Reads as the rules do, but for documents of certain names."""
    if log := os.environ.get(READ):
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(f"{document.source.name}\n")
    stumble = document.source.name.split("-")[0]
    if stumble == "killing":
        os.kill(os.getpid(), signal.SIGKILL)
    elif stumble == "hungry":
        bytearray(1 << 40)
    elif stumble == "sleeping":
        time.sleep(600)
    elif stumble == "deaf":
        deaf()
    elif stumble == "stuck":
        hashlib.pbkdf2_hmac("sha256", b"", b"", 1 << 30)
    elif stumble == "waiting":
        while Path(os.environ[GATE]).exists():
            time.sleep(0.05)
    elif stumble == "slow":
        time.sleep(2)
    return well_done(document)


def deaf() -> None:
    """Goes on whatever it is told, in the manner of a rule that catches too much."""
    end = time.monotonic() + 600
    while time.monotonic() < end:
        with suppress(Exception):
            time.sleep(600)


def documents(folder: Path, number: int, *others: str) -> Path:
    """A folder of so many short documents, all different, and others of the names that are given."""
    folder.mkdir()
    names = [*(f"good-{at:03}.txt" for at in range(number)), *others]
    for at, name in enumerate(names):
        (folder / name).write_text(TEXT.format(day=at % 28 + 1, number=at + 1), encoding="utf-8")
    return folder


def declared(folder: Path) -> str:
    """A folder for the path of Python, in which a package declares the extractor as :data:`NAME`."""
    about = folder / "clumsy-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: clumsy\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[kg.extractors]\n{NAME} = clumsy:extract\n", encoding="utf-8")
    return os.pathsep.join([str(folder), str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])


def read_in_the_worker(task: Task, job: Job) -> Outcome:
    """Read a batch in the worker of a cluster itself, and not in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = read_task(task, job, Path(folder))
        return replace(outcome, packed=packed(outcome.batch) if outcome.batch else b"", batch=None)
