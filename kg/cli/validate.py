"""``kg validate``."""

from __future__ import annotations

import click

from kg.cli import FAILED
from kg.cli.progress import share
from kg.cli.streams import write


@click.command()
@click.argument("graph")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--samples", is_flag=True, help="Hold quotations against the samples that ship with Thut.")
@click.option("-f", "--format", "fmt", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("-o", "--out", default="-", metavar="FILE", help="Write there instead of standard output.")
@click.pass_context
def command(
    ctx: click.Context, /, *, graph: str, sources: tuple[str, ...], samples: bool, fmt: str, out: str
) -> None:
    r"""Check a graph against its shapes, and its quotations against the documents.

    SOURCE is what the graph was built from: each quotation is then held against its document,
    character by character. A store on disk keeps the texts of its documents; of a file without SOURCE
    only the shapes and the lengths of quotations are checked.
    Exit status 1 if anything is wrong.

    \b
    Examples:
      kg validate demo/graph.ttl --samples
      kg validate graph/graph.ttl reports/
      kg validate archive
    """
    # The work loads when it is called for.
    from kg.sources import SAMPLES  # noqa: PLC0415
    from kg.validate import validate  # noqa: PLC0415

    texts = [*sources, *([str(SAMPLES)] if samples else [])]
    with share() as progress:
        report = validate(graph, texts or None, progress)
    write(report.json() if fmt == "json" else report.text(), out)
    ctx.exit(0 if report.ok else FAILED)
