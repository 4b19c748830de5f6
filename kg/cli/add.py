"""``kg add``."""

from __future__ import annotations

import click

from kg.cli.progress import counting
from kg.cli.upkeep import tell, told_when_stopped


@click.command()
@click.argument("store")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--samples", is_flag=True, help="Read the documents that ship with Thut, too.")
@click.option("--base", default="", metavar="IRI", help="What IRIs start with, where the store is made.")
@click.option("--extractor", metavar="NAME", help="The component that reads facts out of documents.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    store: str,
    sources: tuple[str, ...],
    *,
    samples: bool,
    base: str,
    extractor: str | None,
) -> None:
    r"""Read documents into a store.

    STORE is a folder that Thut keeps; it is made where there is none. A document that the store has just
    so is not read again; one whose content has changed takes the place of what it held. Ctrl+C does no
    harm: the same command again does the rest.

    \b
    Examples:
      kg add archive reports/ more.zip
      kg add archive --samples
      kg add archive graph.nq          a new store from a graph that was built
      kg query archive who-attended
    """
    from kg.upkeep import add  # noqa: PLC0415 - the work loads when it is called for

    if not sources and not samples:
        raise click.UsageError("name files or folders of documents, or try --samples", ctx)
    with counting() as progress, told_when_stopped():
        given = {"extractor": extractor} if extractor else {}
        result = add(store, sources, base=base, samples=samples, progress=progress, **given)
    ctx.exit(tell(store, result))
