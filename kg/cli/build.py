"""``kg build``."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import FAILED, MISUSED
from kg.cli.numbers import Number
from kg.cli.progress import counting
from kg.errors import ForeignDocumentError

if TYPE_CHECKING:
    from kg.build import BuildResult

_NAMED = 3  # so many sources are named again
_MOODS = {"Planned": "planned", "Negated": "denied"}


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "-o", "--out", required=True, metavar="OUT", help="A folder, or a file whose suffix is a format's."
)
@click.option("--samples", is_flag=True, help="Read the documents that ship with Thut, too.")
@click.option("--base", metavar="IRI", help="What IRIs of entities start with; ends in a slash.")
@click.option("--extractor", metavar="NAME", help="The component that reads facts out of documents.")
@click.option("--workers", type=Number(int, 1), metavar="N", help="Processes that read; one for each core.")
@click.option("--executor", metavar="WHO", help="serial, processes, or a Dask scheduler: tcp://HOST:8786.")
@click.option("--work", metavar="FOLDER", help="Keep here what was read; the next build reads what changed.")
@click.option(
    "--seconds-per-document", type=Number(float, 0), metavar="S",
    help="Stop a document that takes longer (60); 0: never.",
)  # fmt: skip
@click.option("--memory", type=Number(int, 0), metavar="MB", help="What a worker process may take.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    out: str,
    *,
    samples: bool,
    **options: Any,  # noqa: ANN401 - what is given goes on to the function of the same parameters
) -> None:
    r"""Turn documents into a graph.

    SOURCE is a file, a folder, an archive, or - for standard input. OUT is a file whose suffix names
    the format, or a folder, which then holds graph.ttl, graph.html (open it in a browser) and
    report.json (what was read, found, refused and missed). A document that cannot be read is listed;
    the others are built all the same. In a folder or an archive, files of other kinds and documents
    in other languages are passed over, and listed too.

    The bytes do not depend on who reads, or on how many. After a build that was ended by force the same
    command does the rest.

    \b
    Examples:
      kg build --samples -o demo
      kg build reports/ more.zip -o graph
      kg build reports/ -o graph.trig         each document in a graph of its own
      cat report.txt | kg build - -o -        Turtle on standard output
      kg build archive/ -o graph.nq --executor tcp://host:8786
    """
    from kg.build import build  # noqa: PLC0415 - the work loads when it is called for

    if not sources and not samples:
        raise click.UsageError("name files or folders of documents, or try --samples", ctx)
    given = {name: value for name, value in options.items() if value is not None}
    with counting() as progress, _told_when_stopped():
        result = build(sources, out, samples=samples, progress=progress, **given)
    report = result.report
    for failure in report.failed:
        click.echo(f"kg: {failure.reason}", err=True)
    for failure in report.skipped:
        click.echo(f"passed over: {failure.reason}", err=True)
    if not report.documents:
        click.echo(f"kg: no document could be read, so nothing was written to {out}", err=True)
        ctx.exit(FAILED if result.found else MISUSED)
    click.echo(_summary(result, out, ["--samples"] * samples + list(sources)), err=out == "-")
    ctx.exit(FAILED if report.failed else 0)


@contextmanager
def _told_when_stopped() -> Iterator[None]:
    """Say what Ctrl+C leaves."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("\nkg: stopped; the same command goes on from the batches that are done", err=True)
        raise


def _summary(result: BuildResult, out: str, sources: Sequence[str]) -> str:
    """What was built, in a few lines, and what to do with it next."""
    report, facts = result.report, result.report.facts
    entities = report.entities.total()
    after = f" ({entities - result.merged:,} after merging)" if result.merged else ""
    moods = [(word, sum(facts[key] for key in facts if key[1] == mood)) for mood, word in _MOODS.items()]
    aside = ", ".join(f"{number:,} {word}" for word, number in moods if number)
    lines = [
        f"{'standard output' if out == '-' else out}: {_number(len(report.documents), 'document')}, "
        f"{_number(entities, 'entity', 'entities')}{after}, {_number(facts.total(), 'fact')}"
        + (f" ({aside})" if aside else ""),
    ]
    if report.entities:
        lines.append(
            "  " + ", ".join(f"{kind} {number:,}" for kind, number in sorted(report.entities.items()))
        )
    if not facts:
        lines.append(
            "  no sentence gave a fact: text from a PDF may have lost vowels and marks, or have broken words"
        )
    if report.failed:
        lines.append(f"  {_number(len(report.failed), 'source')} could not be read, see above")
    if report.skipped:
        foreign = sum(failure.kind == ForeignDocumentError.__name__ for failure in report.skipped)
        why = f" ({foreign:,} not in Thai)" if foreign else ""
        lines.append(f"  {_number(len(report.skipped), 'file')} passed over{why}, see above")
    if out == "-":
        return "\n".join(lines)
    from kg.build import LARGEST_PAGE  # noqa: PLC0415 - loaded by now

    graph, folder = out, Path(out)
    lines.append("")
    if folder.is_dir():
        graph = str(folder / "graph.ttl")
        fits = entities <= LARGEST_PAGE
        lines.append(
            f"Look at it:       open {_pasted(folder / 'graph.html')} in a browser"
            if fits
            else "Look at it:       kg sync STORE SOURCE, then kg serve STORE (too large for one page)"
        )
        lines.append(f"What it missed:   {_pasted(folder / 'report.json')}")
    lines.append(f"Ask it:           kg query {_pasted(graph)} --list")
    named = " ".join(map(_pasted, sources)) if len(sources) <= _NAMED and "-" not in sources else "SOURCE..."
    lines.append(f"Check it:         kg validate {_pasted(graph)} {named}")
    return "\n".join(lines)


def _pasted(path: str | Path) -> str:
    """A path as one pastes it into a shell: in quotes where there is a space or a sign in it.

    >>> _pasted("graph/ก.ttl"), _pasted("my graph")
    ('graph/ก.ttl', "'my graph'")
    """
    text = str(path)
    return text if re.fullmatch(r"[\w\u0e00-\u0e7f./\\:@%+=,-]+", text) else shlex.quote(text)


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
