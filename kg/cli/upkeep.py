"""What was done to a store, told in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import FAILED

if TYPE_CHECKING:
    from kg.upkeep import UpkeepResult

_SHOWN = 10


@contextmanager
def told_when_stopped() -> Iterator[None]:
    """Say what Ctrl+C leaves."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(
            "\nkg: stopped; what was read is in the store, and the same command reads the rest", err=True
        )
        raise


def tell(store: str, result: UpkeepResult, followed: str = "") -> int:
    """Say what was done and what failed; gives the exit status. ``followed`` is the folder of a sync."""
    for failure in result.failures:
        click.echo(f"kg: {'passed over: ' if failure.skipped else ''}{failure.reason}", err=True)
    done = [
        f"{len(names):,} {word}"
        for word in ("added", "changed", "removed", "unchanged")
        if (names := getattr(result, word))
    ]
    if not result.documents and not Path(store).is_dir():
        click.echo(f"{store}: nothing was read, so no store was made")
    else:
        click.echo(f"{store}: {_documents(result.documents)}" + (f" ({', '.join(done)})" if done else ""))
    found = (result.added, result.changed, result.unchanged, result.kept, result.failures)
    if followed and not any(found):
        click.echo(f"  {followed} is empty: it holds no document")
    for word in ("changed", "removed", "kept"):
        names = getattr(result, word)
        if names:
            more = f" … and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
            said = "kept as it was" if word == "kept" else word
            click.echo(f"  {said}: {', '.join(names[:_SHOWN])}{more}")
    if result.elsewhere:
        click.echo(f"  {_documents(result.elsewhere)} from other folders, or from kg add, kept")
    if result.failed:
        click.echo(f"  {len(result.failed):,} could not be read, see above")
    return 0 if result.ok else FAILED


def _documents(number: int) -> str:
    return f"{number:,} document{'' if number == 1 else 's'}"
