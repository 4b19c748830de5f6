"""``kg remove``."""

from __future__ import annotations

import click

from kg.cli.upkeep import tell


@click.command()
@click.argument("store")
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
@click.pass_context
def command(ctx: click.Context, /, store: str, documents: tuple[str, ...]) -> None:
    r"""Take documents out of a store.

    DOC is the name of a document, its IRI, or the place of its file; kg ledger lists them. All that only
    these documents stated goes with them: the store is then what it would be had they never been added.

    \b
    Examples:
      kg remove archive 2024/visit.txt
      kg remove archive old-1.txt old-2.txt
    """
    from kg.upkeep import remove  # noqa: PLC0415 - the work loads when it is called for

    ctx.exit(tell(store, remove(store, documents)))
