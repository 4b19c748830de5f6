"""``kg ledger``."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from kg.cli.streams import write


@click.command()
@click.argument("store")
@click.option("--failed", is_flag=True, help="Only what could not be read.")
@click.option("-f", "--format", "fmt", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("-o", "--out", default="-", metavar="FILE", help="Write there instead of standard output.")
def command(*, store: str, failed: bool, fmt: str, out: str) -> None:
    r"""List what a store has read, when and with which version, and what failed and why.

    \b
    Examples:
      kg ledger archive
      kg ledger archive --failed
    """
    from kg.upkeep import ledger  # noqa: PLC0415 - the work loads when it is called for

    shown = [entry for entry in ledger(store) if not failed or entry.status == "failed"]
    if fmt == "json":
        write(json.dumps([asdict(entry) for entry in shown], ensure_ascii=False, indent=1) + "\n", out)
        return
    lines = []
    for entry in shown:
        lines.append(
            "  ".join(part for part in (entry.name, entry.status, entry.read_at, entry.version) if part)
        )
        lines.append(f"    {entry.location or entry.document}")
        if entry.reason:
            lines.append(f"    {entry.reason}")
    write("".join(f"{line}\n" for line in lines) or "nothing\n", out)
