"""What every worker does: documents in, a file of statements and the lines of the report out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from kg.across import write_batch
from kg.batches.clock import TimeIsUp, at_most
from kg.batches.lines import pack
from kg.batches.tasks import Item, Job, Outcome, Task
from kg.documents import document_from_text
from kg.errors import ForeignDocumentError, OverdueError
from kg.extract import extract
from kg.failures import Failure, failure_of
from kg.protocols import Extractor, Reader
from kg.rdf import DocumentGraph, document_graph
from kg.registry import component
from kg.report import DocumentLine
from kg.stamp import batch_stamp
from kg.vocab import Minter

Begun = Callable[[int], None]
"""Called before each document of a batch with its number in the batch."""

_WORDS: Final = "เมื่อวันที่ 1 มกราคม 2566 นายสมชาย ใจดี เอกอัครราชทูต ณ กรุงโตเกียว เข้าร่วมการประชุมสุดยอดอาเซียน"


def ignored(number: int) -> None:
    """Nobody is told."""


def read_task(
    task: Task,
    job: Job,
    folder: Path,
    begun: Begun = ignored,
    fatal: type[Exception] | tuple[type[Exception], ...] = (),
) -> Outcome:
    """Read the documents of a batch one at a time; one that cannot be read stops no other.

    The same task gives the same outcome and the same file, whoever does it and however often.

    Args:
        task: the documents.
        job: how to read them.
        folder: where the file of statements goes.
        begun: called before each document.
        fatal: errors that are no failure of a document, but of the process that reads it.

    Raises:
        ComponentError: there is no reader or extractor of the name that the job has.
        GraphError: the file cannot be written.
    """
    reads, extracts = components(job)
    prepare()
    minter = Minter(job.base)
    made: list[DocumentGraph] = []
    lines: list[DocumentLine] = []
    failures: list[Failure] = []
    for number, item in enumerate(task.items):
        begun(number)
        try:
            with at_most(job.seconds):
                extraction = extracts(reads(item.data, item.name, item.location))
                # Both before either is kept: a document counts whole or not at all.
                both = document_graph(extraction, minter), DocumentLine.of(extraction)
        except TimeIsUp:
            failures.append(overdue(item, job))
        except fatal:
            raise
        except ForeignDocumentError as error:
            # In a folder or an archive nobody asked for it by name: it is listed, and is no failure.
            failures.append(replace(failure_of(item.name, error), skipped=not item.named))
        except Exception as error:  # noqa: BLE001 - the border of the batch: the next document is another's work
            failures.append(failure_of(item.name, error))
        else:
            made.append(both[0])
            lines.append(both[1])
    batch = write_batch(folder, made) if made else None
    return Outcome(batch, pack(lines) if lines else b"", tuple(failures))


@cache
def prepare() -> None:
    """Load the tables and the lexicon, so that they do not count as time of the first document."""
    extract(document_from_text(_WORDS))


def components(job: Job) -> tuple[Reader, Extractor]:
    """The reader and the extractor of a job.

    Raises:
        ComponentError: there is none of that name.
    """
    reader, extractor = job.reader, job.extractor
    return (
        component("readers", reader) if isinstance(reader, str) else reader,
        component("extractors", extractor) if isinstance(extractor, str) else extractor,
    )


def loaded(job: Job) -> Job:
    """The job with its components in the place of their names, which take a while to look up.

    Raises:
        ComponentError: there is none of that name.
    """
    reader, extractor = components(job)
    return replace(job, reader=reader, extractor=extractor)


def stamp_of(job: Job) -> str:
    """What reads, here (see :func:`kg.stamp.batch_stamp`); empty where a component has no name."""
    if isinstance(job.reader, str) and isinstance(job.extractor, str):
        return batch_stamp(job.reader, job.extractor)
    return ""


def overdue(item: Item, job: Job) -> Failure:
    """The failure of a document that took too long."""
    error = OverdueError(
        f"{item.name} took more than {job.seconds:g} s and was stopped: split it, or allow more "
        "(--seconds-per-document)"
    )
    return failure_of(item.name, error)
