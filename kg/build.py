"""Documents to a graph: find, read, extract, map, write; one bad document stops no other.

Documents are read in batches, in this process or in others (:mod:`kg.batches`), and let go once their
statements lie on disk; what is kept is the names and the numbers of the report. The graph is put together
from the batches (:mod:`kg.across`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from kg.across import Batch, gather, graph_quads
from kg.batches.garbage import seldom_collected
from kg.batches.tasks import SECONDS, Job
from kg.batches.work import Crew, Read, Temporary, Work, near
from kg.errors import FormatError, GraphError, UsageError
from kg.lexicon import load
from kg.rdf import document_quads, format_of, read_graph, shared_quads
from kg.registry import EXTRACTOR, READER, component, is_declared
from kg.report import Report
from kg.sources import AnyPath, Progress, named_sources
from kg.vocab import BASE, Minter

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.model import Extraction
    from kg.protocols import Extractor, Reader

FILES: Final = ("graph.ttl", "graph.html", "report.json")
"""What a folder that is built holds."""

LARGEST_PAGE: Final = 50_000
"""How many entities a page holds at most: as many open in two seconds, and are made in 3 GB of memory."""

__all__ = [
    "FILES",
    "LARGEST_PAGE",
    "BuildResult",
    "Built",
    "build",
    "quads_of",
]


class Built(Iterable["Quad"]):
    """The statements of a graph that was built, as often as wanted.

    They are read from the file that was written, one by one; what no file holds is put together, and held
    in memory, when it is first asked for.

    Args:
        path: the file of the graph; what it holds is what there is (formats without graphs have none).
        batches: where no file was written, the batches of which the graph consists.
        base: the base of its IRIs.
        folder: the temporary folder of the batches, which goes when this does.

    >>> list(Built()), len(Built())
    ([], 0)
    """

    def __init__(
        self,
        path: Path | None = None,
        batches: Iterable[Batch] = (),
        base: str = BASE,
        folder: Temporary | None = None,
    ) -> None:
        self._path = path
        self._batches, self._base, self._folder = tuple(batches), base, folder
        self._held: list[Quad] = []

    def __iter__(self) -> Iterator[Quad]:
        return read_graph(self._path) if self._path is not None else iter(self._in_memory())

    def __len__(self) -> int:
        return sum(1 for _ in self) if self._path is not None else len(self._in_memory())

    def _in_memory(self) -> list[Quad]:
        if self._batches:
            self._held = list(graph_quads(self._batches, self._base))
            self._batches = ()
            if self._folder is not None:
                self._folder.remove()
        return self._held


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build gave.

    ``report`` has the numbers and the failures, ``quads`` the graph (in no order that means
    anything; read from what was written), ``found`` how many files there were to read, ``written`` the
    files, none where no document could be read or nothing was to be written. ``merged`` is how many of the
    entities of the report were found to be another one; 0 where nothing was to be written.
    """

    report: Report
    quads: Built = field(default_factory=Built)
    found: int = 0
    written: tuple[Path, ...] = ()
    merged: int = 0

    @property
    def ok(self) -> bool:
        """Whether documents were read, and none failed; those that were passed over do not count."""
        return not self.report.failed and bool(self.report.documents)


def build(
    sources: AnyPath | Iterable[AnyPath] = (),
    out: AnyPath | None = None,
    *,
    base: str = BASE,
    samples: bool = False,
    reader: Reader | str = READER,
    extractor: Extractor | str = EXTRACTOR,
    workers: int | None = None,
    executor: str = "",
    work: AnyPath | None = None,
    seconds_per_document: float = SECONDS,
    memory: int = 0,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of documents.

    The same sources give the same bytes, whatever order they are named in, and whoever reads them.

    A build that is ended by force can be called again: what it has read lies in a hidden folder beside
    ``out`` until it is done (``.graph.nq.work`` for ``graph.nq``) and is not read again.

    Args:
        sources: files, folders, archives; ``-`` is standard input.
        out: a file whose suffix names the format (``.ttl .trig .nt .nq .jsonld .rdf``), ``-`` for
            Turtle on standard output, or a folder, which then holds ``graph.ttl``, ``graph.html``
            and ``report.json``; of more than 50,000 entities ``graph.html`` is no page but tells how to
            look at them. Without it nothing is written.
        base: IRIs of entities start with it; absolute, with a slash at its end.
        samples: whether to read the sample documents too.
        reader: a component, or its name.
        extractor: a component, or its name.
        workers: how many processes read; one for each core where not given. A handful of documents, or any
            documents when ``reader`` or ``extractor`` is passed as an object, are read in this process.
        executor: ``serial`` (this process), ``processes``, or the address of a Dask scheduler
            (``tcp://host:8786``), whose workers then read; needs the extra ``thut[cluster]``.
        work: a folder in which what was read is kept, also when the build is done: the next build reads
            what has changed.
        seconds_per_document: how long one document may take; 0 for no limit. What takes longer is stopped
            and is a failure; in this process only if the call comes from its main thread, and not on Windows.
        memory: how many megabytes a worker process may take for what it reads; 0 for no limit.
        progress: called before each document; where others read, after each batch.

    Returns:
        The graph, the report and what was written. A document that cannot be read, in which the
        extraction breaks down, or which takes too long or ends every process that reads it, is a failure
        of the report; the rest is done. A document in another language is one too where it was named; in a
        folder or an archive it is passed over and listed.

    Raises:
        UsageError: no sources are named, or ``out`` cannot be written; said before any work is done. Or
            there is no executor of that name, or no scheduler at that address.
        FormatError: the suffix of ``out`` names no format.
        ComponentError: there is no reader or extractor of that name, or other processes cannot load it.
        GraphError: ``base`` is no base of IRIs, or writing failed; what stood at ``out`` still does.
        WorkerError: the processes that read end before they have read anything, or the cluster is gone.

    >>> result = build(samples=True)
    >>> result.ok, result.report.failed
    (True, ())
    """
    paths = named_sources(sources, samples)
    Minter(base)
    crew = Crew(workers, executor, Path(work) if work is not None else None)
    options = (("base", base), *_names(reader=reader, extractor=extractor))
    job = Job(
        _component("readers", reader),
        _component("extractors", extractor),
        base,
        seconds_per_document,
        memory << 20,
    )
    with seldom_collected(), _output(out) as output, Work(paths, job, crew, output.beside) as reading:
        read = reading.read(progress)
        report = Report(read.lines, tuple(sorted(read.failures)), tuple(sorted(options)))
        if not report.documents:
            return BuildResult(report, found=read.found)
        written, quads, merged = output.write(_Made(read, report, base, reading))
        return BuildResult(report, quads, read.found, written, merged)


Part = TypeVar("Part", bound="Reader | Extractor")


def _component(group: str, part: Part | str) -> Part | str:
    """The component, or its name where other processes know it by that name; it is there, in any case."""
    if not isinstance(part, str):
        return part
    loaded: Part = component(group, part)  # type: ignore[assignment]  # what the group holds
    return part if is_declared(group, part) else loaded


def quads_of(extraction: Extraction, minter: Minter | None = None) -> list[Quad]:
    """The whole graph of one document, as if it alone had been built."""
    minter = minter or Minter()
    quads = document_quads(extraction, minter)
    return [*quads, *shared_quads(quads, load(), minter)]


def _names(**parts: object) -> Iterator[tuple[str, str]]:
    for role, part in parts.items():
        yield (
            role,
            part if isinstance(part, str) else str(getattr(part, "__qualname__", type(part).__qualname__)),
        )


@dataclass(frozen=True, slots=True)
class _Made:
    """What is to be written."""

    read: Read
    report: Report
    base: str
    work: Work


class _Nowhere:
    """Nothing is written; the statements can be read as long as somebody holds them."""

    beside: Path | None = None

    def write(self, made: _Made) -> tuple[tuple[Path, ...], Built, int]:
        return (), Built(batches=made.read.batches, base=made.base, folder=made.work.released()), 0


class _Stdout(_Nowhere):
    """Turtle on standard output."""

    def write(self, made: _Made) -> tuple[tuple[Path, ...], Built, int]:
        merged = gather(made.read.batches, "-", "ttl", made.base).merged
        paths, built, _ = super().write(made)
        return paths, built, merged


@dataclass(frozen=True, slots=True)
class _File:
    beside: Path

    def write(self, made: _Made) -> tuple[tuple[Path, ...], Built, int]:
        merged = gather(made.read.batches, self.beside, None, made.base).merged
        return (self.beside,), Built(self.beside), merged


@dataclass(frozen=True, slots=True)
class _Folder:
    beside: Path
    stage: Path

    def write(self, made: _Made) -> tuple[tuple[Path, ...], Built, int]:
        out = self.beside
        graph, page, numbers = (self.stage / name for name in FILES)
        merged = gather(made.read.batches, graph, None, made.base).merged
        try:
            page.write_text(_page(made), encoding="utf-8", newline="\n")
            with numbers.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(made.report.chunks())
            out.mkdir(exist_ok=True)
            for name in FILES:
                (self.stage / name).replace(out / name)
        except OSError as error:
            raise GraphError(f"{out} cannot be written: {error.strerror or error}") from error
        return tuple(out / name for name in FILES), Built(out / FILES[0]), merged


def _page(made: _Made) -> str:
    """The page of the graph, or what stands in its place where that would not fit into memory."""
    # The viewer loads with the first page: a build into a file needs none.
    from kg.view import view  # noqa: PLC0415
    from kg.view.too_large import too_large  # noqa: PLC0415

    report = made.report
    if report.entities.total() <= LARGEST_PAGE:
        return view(graph_quads(made.read.batches, made.base))
    return too_large(report.entities, report.facts.total(), len(report.documents), LARGEST_PAGE)


_Output = _Nowhere | _File | _Folder


@contextmanager
def _output(out: AnyPath | None) -> Iterator[_Output]:
    """How to write the result, once it is clear that it can be written."""
    if out is None:
        yield _Nowhere()
    elif os.fspath(out) == "-":
        yield _Stdout()
    elif _is_folder(os.fspath(out)):
        with _staged(Path(out)) as stage:
            yield _Folder(Path(out), stage)
    else:
        _probe(Path(out))
        yield _File(Path(out))


def _is_folder(out: str) -> bool:
    if out.endswith(("/", os.sep)) or Path(out).is_dir() or not Path(out).suffix:
        return True
    try:
        format_of(out)
    except FormatError as error:
        raise FormatError(f"{error}; or a folder, whose name ends in a slash") from error
    return False


def _probe(out: Path) -> None:
    """Find out whether a file can be written beside ``out`` before hours are spent on its content."""
    if out.is_dir():
        raise UsageError(f"{out} is a folder: name a file in it")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent)
    except OSError as error:
        raise _unwritable(out, error) from error
    os.close(handle)
    Path(name).unlink()


@contextmanager
def _staged(out: Path) -> Iterator[Path]:
    """A folder to write in that is gone afterwards, where a file can be moved from into ``out``."""
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file, and a name without a suffix is a folder's: choose another name")
    try:
        stage = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".part", dir=near(out)))
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _unwritable(out: Path, error: OSError) -> UsageError:
    near = next((folder for folder in out.parents if folder.exists()), Path())
    way_out = "change its rights or choose another place"
    if not out.parent.exists():
        way_out = f"make the folder {out.parent} first"
    elif not near.is_dir():
        way_out = f"{near} is a file: choose another place"
    return UsageError(f"{out} cannot be written: {error.strerror or error}; {way_out}")
