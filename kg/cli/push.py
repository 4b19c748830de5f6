"""``kg push``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli import FAILED
from kg.cli.progress import counting

if TYPE_CHECKING:
    from kg.push import PushResult


@click.command()
@click.argument("graph")
@click.argument("url")
@click.option(
    "--token", default="", envvar="KG_PUSH_TOKEN", show_envvar=True, metavar="TOKEN",
    help="Sent as Authorization: Bearer.",
)  # fmt: skip
@click.option("--prune", is_flag=True, help="Remove from the server what was pushed and is gone here.")
@click.option("--again", is_flag=True, help="Send everything, whatever was sent before.")
@click.option("--state", metavar="FILE", help="Where it is noted what the server has.")
@click.pass_context
def command(
    ctx: click.Context, /, *, graph: str, url: str, token: str, prune: bool, again: bool, state: str | None
) -> None:
    r"""Hand the graphs to a SPARQL server.

    GRAPH is a store or a file with named graphs (.trig .nq .jsonld); URL is the server's address for
    graphs (SPARQL 1.1 Graph Store Protocol: Oxigraph, Fuseki, GraphDB, Virtuoso, Neptune ...). Each
    document's graph is replaced at one stroke, the shared graphs come last. The same command again
    sends only what differs, and goes on where one was broken off. Exit status 1 if the server does not
    have everything; what is missing is listed.

    \b
    Examples:
      kg push demo.trig http://localhost:7878/store              oxigraph serve
      kg push demo.trig https://host/dataset/data --prune        Fuseki
      kg push demo.trig http://localhost:8000/store --token X    kg serve STORE --writable
    """
    from kg.push import push  # noqa: PLC0415 - the work loads when it is called for

    with counting() as progress:
        result = push(graph, url, token=token, prune=prune, again=again, state=state, progress=progress)
    for name in result.waiting:
        click.echo(f"not sent: {name}", err=True)
    # The reason last: a long list of what waits would take it out of sight.
    for name, reason in result.failed:
        click.echo(f"kg: {name}: {reason}", err=True)
    click.echo(_summary(result))
    ctx.exit(0 if result.ok else FAILED)


def _summary(result: PushResult) -> str:
    parts = [f"{len(result.sent):,} sent", f"{len(result.same):,} there already"]
    if result.removed:
        parts.append(f"{len(result.removed):,} removed")
    if result.theirs:
        parts.append(f"{len(result.theirs):,} worked out by the server itself")
    if not result.ok:
        parts.append(f"{len(result.failed) + len(result.waiting):,} missing, see above")
    if result.gone:
        parts.append(f"{len(result.gone):,} gone here and left there (--prune removes them)")
    return f"{result.url}: graphs: {', '.join(parts)}"
