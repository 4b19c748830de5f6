"""Text from standard input, and to a file or standard output: complete or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.errors import UsageError


def read() -> str:
    """The text on standard input.

    Raises:
        UsageError: it is not UTF-8.
    """
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"standard input is not UTF-8 at byte {error.start}: save it as UTF-8") from error


def write(text: str, out: str) -> None:
    """Write ``text`` to the file ``out``, ``-`` being standard output.

    Raises:
        GraphError: the file cannot be written; what stood there still does.
    """
    if out == "-":
        click.echo(text, nl=False)
        return
    from kg.rdf.atomic import write_bytes  # noqa: PLC0415 - most commands write to a terminal

    write_bytes(Path(out), [text.encode("utf-8")])
