"""A line on standard error that tells how far the work is, when somebody is there to see it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_WIDTH = 60
_BACK = "\r\033[K"


@contextmanager
def counting() -> Iterator[Callable[[int, str], None]]:
    """What to call before each document with how many came before it, and its name."""
    with _line() as show:
        yield lambda number, name: show(f"{number:>6}  {name[:_WIDTH]}")


@contextmanager
def share() -> Iterator[Callable[[int, int], None]]:
    """What to call with how much is done, of how much."""
    with _line() as show:
        yield lambda done, total: show(f"{done / max(total, 1):>6.0%}")


@contextmanager
def _line() -> Iterator[Callable[[str], None]]:
    shown = sys.stderr.isatty()

    def show(text: str) -> None:
        if shown:
            click.echo(_BACK + text, err=True, nl=False)

    try:
        yield show
    finally:
        show("")
