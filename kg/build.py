"""Documents to a graph: find, read, extract, map, write; one bad document stops no other.

Documents are read one at a time and let go once their statements are drawn; what is kept is the
graph and the numbers of the report.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from kg.documents import SourceFailure, SourceFile, find_sources
from kg.errors import ForeignDocumentError, FormatError, GraphError, SourceError, UsageError
from kg.lexicon import load
from kg.merging import resolve_all
from kg.rdf import document_quads, format_of, shared_quads, write_graph
from kg.registry import component
from kg.report import DocumentLine, Failure, Report, failure_of
from kg.vocab import BASE, Minter

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.model import Extraction
    from kg.protocols import Extractor, Reader

Paths = str | os.PathLike[str]
Progress = Callable[[int, str], None]
"""Called before each document with how many came before it, and its name."""

READER: Final = "text.v1"
EXTRACTOR: Final = "rules.v1"
SAMPLES: Final = Path(__file__).parent / "samples"
"""The folder of the sample documents that ship with Thut."""

FILES: Final = ("graph.ttl", "graph.html", "report.json")
"""What a folder that is built holds."""

_DIGEST = 8  # hexadecimal digits that tell two documents of one name apart


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build gave.

    ``report`` has the numbers and the failures, ``quads`` the graph (in no order that means
    anything), ``found`` how many files there were to read, ``written`` the files, none where no document
    could be read or nothing was to be written.
    """

    report: Report
    quads: list[Quad]
    found: int
    written: tuple[Path, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether documents were read, and none failed; those that were passed over do not count."""
        return not self.report.failed and bool(self.report.documents)


def build(
    sources: Paths | Iterable[Paths] = (),
    out: Paths | None = None,
    *,
    base: str = BASE,
    samples: bool = False,
    reader: Reader | str = READER,
    extractor: Extractor | str = EXTRACTOR,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of documents.

    The same sources give the same bytes, whatever order they are named in.

    Args:
        sources: files, folders, archives; ``-`` is standard input.
        out: a file whose suffix names the format (``.ttl .trig .nt .nq .jsonld .rdf``), ``-`` for
            Turtle on standard output, or a folder, which then holds ``graph.ttl``, ``graph.html``
            and ``report.json``. Without it nothing is written.
        base: IRIs of entities start with it; absolute, with a slash at its end.
        samples: whether to read the sample documents too.
        reader: a component, or its name.
        extractor: a component, or its name.
        progress: called before each document.

    Returns:
        The graph, the report and what was written. A document that cannot be read, or in which the
        extraction breaks down, is a failure of the report; the rest is done. A document in another
        language is one too where it was named; in a folder or an archive it is passed over and listed.

    Raises:
        UsageError: no sources are named, or ``out`` cannot be written; said before any work is done.
        FormatError: the suffix of ``out`` names no format.
        ComponentError: there is no reader or extractor of that name.
        GraphError: ``base`` is no base of IRIs, or writing failed; what stood at ``out`` still does.

    >>> result = build(samples=True)
    >>> result.ok, result.report.failed
    (True, ())
    """
    paths = _paths(sources, samples)
    minter = Minter(base)
    read = component("readers", reader) if isinstance(reader, str) else reader
    extract = component("extractors", extractor) if isinstance(extractor, str) else extractor
    with _output(out) as write:
        collected = _Collected(minter, paths)
        for number, found in enumerate(_distinct(paths)):
            if progress:
                progress(number, found.name)
            collected.take(found, read, extract)
        result = collected.result((("base", base), *_names(reader=reader, extractor=extractor)))
        if not result.report.documents:
            return result
        return replace(result, written=write(result, base))


class _Collected:
    """What the documents gave so far; ``paths`` are the sources that were named."""

    def __init__(self, minter: Minter, paths: Iterable[str]) -> None:
        self.minter = minter
        self.asked_for = frozenset(map(os.path.realpath, paths))
        self.quads: list[Quad] = []
        self.lines: list[DocumentLine] = []
        self.failures: list[Failure] = []
        self.found = 0

    def take(self, found: SourceFile | SourceFailure, read: Reader, extract: Extractor) -> None:
        if isinstance(found, SourceFailure):
            self.found += not found.skipped and Path(found.location).is_file()
            self.failures.append(Failure(found.name, found.reason, "SourceError", found.skipped))
            return
        self.found += 1
        try:
            extraction = extract(read(found.read(), found.name, found.location))
            # Both before either is kept: a document counts whole or not at all.
            quads, line = document_quads(extraction, self.minter), DocumentLine.of(extraction)
        except ForeignDocumentError as error:
            # In a folder or an archive nobody asked for it by name: it is listed, and is no failure.
            passed_over = os.path.realpath(found.path or found.location) not in self.asked_for
            self.failures.append(replace(failure_of(found.name, error), skipped=passed_over))
            return
        except Exception as error:  # noqa: BLE001 - the border of the batch: the next document is another's work
            self.failures.append(failure_of(found.name, error))
            return
        self.quads.extend(quads)
        self.lines.append(line)

    def result(self, options: Iterable[tuple[str, str]]) -> BuildResult:
        beyond = shared_quads(self.quads, load(), self.minter)
        self.quads.extend(resolve_all(self.quads, minter=self.minter))
        self.quads.extend(beyond)
        return BuildResult(Report.of(self.lines, self.failures, options), self.quads, self.found)


def quads_of(extraction: Extraction, minter: Minter | None = None) -> list[Quad]:
    """The whole graph of one document, as if it alone had been built."""
    minter = minter or Minter()
    quads = document_quads(extraction, minter)
    return [*quads, *shared_quads(quads, load(), minter)]


def _paths(sources: Paths | Iterable[Paths], samples: bool) -> list[str]:
    named = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
    paths = [os.fspath(path) for path in named]
    if samples:
        paths.append(str(SAMPLES))
    if not paths:
        raise UsageError("no sources: name files or folders of documents, or ask for the samples")
    return paths


def _names(**parts: object) -> Iterator[tuple[str, str]]:
    for role, part in parts.items():
        yield (
            role,
            part if isinstance(part, str) else str(getattr(part, "__qualname__", type(part).__qualname__)),
        )


def _distinct(paths: Iterable[str]) -> Iterator[SourceFile | SourceFailure]:
    """The sources behind ``paths``, each once, read, and under a name of its own.

    Of two documents of one name the later path's takes a piece of the digest of its content into
    its name; when even the content is the same, it is the same document and is passed over.
    """
    digests: dict[str, str] = {}
    files: set[str] = set()
    for path in sorted(set(paths)):
        for found in find_sources([path]):
            if isinstance(found, SourceFailure):
                yield found
                continue
            file = os.path.realpath(found.path) if found.path else found.location
            if file not in files:
                files.add(file)
                yield _told_apart(found, digests)


def _told_apart(found: SourceFile, digests: dict[str, str]) -> SourceFile | SourceFailure:
    try:
        data = found.read()
    except SourceError as error:
        return SourceFailure(found.name, str(error), found.location)
    digest = hashlib.sha256(data).hexdigest()
    name = found.name
    if digests.get(name, digest) != digest:
        path = PurePosixPath(name)
        name = str(path.with_name(f"{path.stem}~{digest[:_DIGEST]}{path.suffix}"))
    if name in digests:
        reason = f"{found.location} is {name} once more, to the byte"
        return SourceFailure(name, reason, found.location, skipped=True)
    digests[name] = digest
    return replace(found, name=name, data=data)


Write = Callable[[BuildResult, str], tuple[Path, ...]]


@contextmanager
def _output(out: Paths | None) -> Iterator[Write]:
    """How to write the result, once it is clear that it can be written."""
    if out is None:
        yield lambda result, base: ()  # noqa: ARG005
    elif os.fspath(out) == "-":
        yield _to_stdout
    elif _is_folder(os.fspath(out)):
        with _staged(Path(out)) as stage:
            yield lambda result, base: _to_folder(result, base, stage, Path(out))
    else:
        _probe(Path(out))
        yield lambda result, base: _to_file(result, base, Path(out))


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
        place = out if out.is_dir() else out.parent
        stage = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".part", dir=place))
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


def _to_stdout(result: BuildResult, base: str) -> tuple[Path, ...]:
    write_graph(result.quads, "-", "ttl", base)
    return ()


def _to_file(result: BuildResult, base: str, out: Path) -> tuple[Path, ...]:
    write_graph(result.quads, out, base=base)
    return (out,)


def _to_folder(result: BuildResult, base: str, stage: Path, out: Path) -> tuple[Path, ...]:
    # The viewer loads with the first page: a build into a file needs none.
    from kg.view import view  # noqa: PLC0415

    graph, page, report = (stage / name for name in FILES)
    write_graph(result.quads, graph, base=base)
    try:
        page.write_text(view(result.quads), encoding="utf-8", newline="\n")
        report.write_text(result.report.dumps(), encoding="utf-8", newline="\n")
        out.mkdir(exist_ok=True)
        for name in FILES:
            (stage / name).replace(out / name)
    except OSError as error:
        raise GraphError(f"{out} cannot be written: {error.strerror or error}") from error
    return tuple(out / name for name in FILES)
