"""``kg view``."""

from __future__ import annotations

import click

from kg.cli.numbers import WHOLE
from kg.cli.streams import write


@click.command()
@click.argument("graph")
@click.option("-o", "--out", required=True, metavar="FILE.html", help="Where the page goes.")
@click.option("--focus", metavar="NAME", help="Open on what surrounds this entity.")
@click.option("--limit", type=WHOLE, default=120, show_default=True, help="How many entities to open with.")
@click.option("--title", default="", metavar="TEXT", help="What the page calls itself.")
@click.option("--language", type=click.Choice(("th", "en")), default="th", show_default=True)
def command(*, graph: str, out: str, focus: str | None, limit: int, title: str, language: str) -> None:
    r"""Make the page of a graph.

    One file that opens in any browser, with the network unplugged. A click on an edge shows the
    sentence that states it, and its document.

    \b
    Examples:
      kg view demo/graph.ttl -o demo/page.html
      kg view demo/graph.ttl -o russia.html --focus รัสเซีย
    """
    from kg.view import view  # noqa: PLC0415 - the work loads when it is called for

    write(view(graph, focus=focus, limit=limit, title=title, language=language), out)
