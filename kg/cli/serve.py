"""``kg serve``."""

from __future__ import annotations

import click


@click.command()
@click.argument("graph")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=int, default=8000, show_default=True, help="The port; 0 takes a free one.")
@click.option("--limit", type=int, default=120, show_default=True, help="How many entities to open with.")
@click.option(
    "--whole",
    type=int,
    default=20_000,
    show_default=True,
    help="Up to how many entities the graph is in the page as a whole.",
)
@click.option("--title", default="", metavar="TEXT", help="What the page calls itself.")
@click.option("--language", type=click.Choice(("th", "en")), default="th", show_default=True)
def command(*, graph: str, host: str, port: int, limit: int, whole: int, title: str, language: str) -> None:
    r"""Serve the page of a graph on this machine.

    The page opens at once on a graph of any size: search, neighbours and paths come from the server
    as they are asked for. Ctrl+C ends it.

    \b
    Examples:
      kg serve graph/graph.ttl
      kg serve graph/graph.ttl --port 8080 --language en
    """
    from kg.serve import serve  # noqa: PLC0415 - the work loads when it is called for

    serve(
        graph, host=host, port=port, limit=limit, whole=whole, title=title, language=language,
        started=lambda address: click.echo(f"{address} (Ctrl+C ends it)"),
    )  # fmt: skip
