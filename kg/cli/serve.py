"""``kg serve``."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from kg.cli.numbers import WHOLE, Number

_VARIABLE = "THUT_TOKEN"


@click.command()
@click.argument("graph")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--name", "names", multiple=True, metavar="NAME", help="What else the server is called, by a proxy say."
)
@click.option("--port", type=WHOLE, default=8000, show_default=True, help="The port; 0 takes a free one.")
@click.option("--limit", type=WHOLE, default=120, show_default=True, help="How many entities to open with.")
@click.option(
    "--whole",
    type=WHOLE,
    default=20_000,
    show_default=True,
    help="Up to how many entities the graph is in the page as a whole.",
)
@click.option("--title", default="", metavar="TEXT", help="What the page calls itself.")
@click.option("--language", type=click.Choice(("th", "en")), default="th", show_default=True)
@click.option(
    "--timeout",
    type=Number(),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a query may take; it is refused then, never cut short.",
)
@click.option("--workers", type=WHOLE, default=2, show_default=True, help="How many queries run at a time.")
@click.option("--writable", is_flag=True, help="Let who has the token change the store.")
@click.option("--token-file", metavar="FILE", help="Holds the token; else THUT_TOKEN does, else one is made.")
def command(
    *,
    graph: str,
    host: str,
    names: tuple[str, ...],
    port: int,
    limit: int,
    whole: int,
    title: str,
    language: str,
    timeout: float,
    workers: int,
    writable: bool,
    token_file: str | None,
) -> None:
    r"""Serve a graph on this machine: its page, its documents, SPARQL.

    GRAPH is a file or a store. / is its page, which opens at once on a graph of any size; /document
    shows the documents, /query is a page to ask in. Programs find SPARQL 1.1 at /sparql and whole
    graphs at /store. Nothing can be changed unless --writable is given. Ctrl+C ends it.

    \b
    Examples:
      kg serve graph/graph.ttl
      kg serve graph/graph.ttl --port 8080 --language en
      kg serve store --writable --token-file token.txt
      curl http://127.0.0.1:8000/sparql --data-urlencode 'query=SELECT ?m { ?m a thut:Meeting }'
    """
    from kg.serve import serve  # noqa: PLC0415 - the work loads when it is called for

    token = _token(token_file) if writable else ""
    serve(
        graph, host=host, names=names, port=port, limit=limit, whole=whole, title=title, language=language,
        timeout=timeout, workers=workers, writable=writable, token=token,
        started=lambda address: click.echo(f"{address} (Ctrl+C ends it)"),
    )  # fmt: skip


def _token(file: str | None) -> str:
    """The token of those who may change the graph: from a file, the environment, or a new one, told."""
    if file is None and os.environ.get(_VARIABLE, "").strip():
        return os.environ[_VARIABLE].strip()
    if file is None:
        made = secrets.token_urlsafe(24)
        click.echo(f"token: {made}", err=True)
        return made
    try:
        token = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{file}: cannot read the token: {error}") from error
    if not token:
        raise click.UsageError(f"{file} is empty: it should hold the token")
    return token
