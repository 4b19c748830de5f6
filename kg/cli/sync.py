"""``kg sync``."""

from __future__ import annotations

import click

from kg.cli.progress import counting
from kg.cli.upkeep import tell, told_when_stopped


@click.command()
@click.argument("store")
@click.argument("folder")
@click.option("--base", default="", metavar="IRI", help="What IRIs start with, where the store is made.")
@click.option("--extractor", metavar="NAME", help="The component that reads facts out of documents.")
@click.pass_context
def command(ctx: click.Context, /, store: str, folder: str, *, base: str, extractor: str | None) -> None:
    r"""Make a store hold what a folder holds.

    New and changed files are read, vanished ones leave the store; files are compared by content.
    Documents that came from elsewhere stay, and are counted. After an upgrade of Thut, or a change of its
    tables or lexicon, what they affect is read again. Ctrl+C does no harm: the same command again does the
    rest.

    \b
    Examples:
      kg sync archive reports/
    """
    from kg.upkeep import sync  # noqa: PLC0415 - the work loads when it is called for

    with counting() as progress, told_when_stopped():
        given = {"extractor": extractor} if extractor else {}
        result = sync(store, folder, base=base, progress=progress, **given)
    ctx.exit(tell(store, result, followed=folder))
