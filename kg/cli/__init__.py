"""The command ``kg``: a thin twin of the functions of the same names.

Each command has a module here that loads when it is called; this one knows only their names, so
that ``kg --help`` answers at once.
"""

from __future__ import annotations

import atexit
import gc
from importlib import import_module
from typing import Final

import click

from kg.errors import DocumentError, KgError, ValidationError

COMMANDS: Final = {
    "build": "Turn documents into a graph.",
    "add": "Read documents into a store.",
    "remove": "Take documents out of a store.",
    "sync": "Make a store hold what a folder holds.",
    "ledger": "List what a store has read, when and with which version, and what failed and why.",
    "merges": "List what is held to be one thing across documents, and why; overrule it.",
    "query": "Ask a graph: SPARQL, or a query that ships.",
    "explain": "Show the sentences that state a fact.",
    "view": "Make the page of a graph.",
    "serve": "Serve a graph on this machine: its page, its documents, SPARQL.",
    "export": "Write a graph in another format.",
    "push": "Hand the graphs to a SPARQL server.",
    "validate": "Check a graph against its shapes, and its quotations against the documents.",
    "evaluate": "Measure against annotated documents.",
}
"""The commands and what each does, in the order in which a newcomer needs them."""

FAILED: Final = 1
"""The exit status when some documents or checks failed; the rest is done."""
MISUSED: Final = 2
"""The exit status when a command was asked for what cannot be done."""

_COLLECTED: Final = 200_000


def _kept(text: str | None) -> str:
    r"""A help text in which click keeps the lines of the paragraphs that ``\b`` marks.

    A docstring with a backslash is a raw one, so the mark stands in it as two characters.
    """
    return (text or "").replace("\\b\n", "\b\n")


class Commands(click.Group):
    """The commands, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        command.help = _kept(command.help)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error that Thut raised on purpose becomes one line and an exit status."""
        # A command makes much that stays to its end, and little in circles: who looks for these after
        # every few hundred objects goes over all the others again and again, and once more at the end.
        gc.set_threshold(_COLLECTED)
        atexit.register(gc.freeze)
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: {error}", err=True)
            ctx.exit(FAILED if isinstance(error, DocumentError | ValidationError) else MISUSED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="thut", message="kg %(version)s")
def main() -> None:
    r"""Thai diplomatic documents as a graph in which every fact leads to its words.

    \b
    Build a graph, ask it, look at it:
      kg build --samples -o demo              the documents that ship with Thut
      kg build reports/ -o graph              your own: .txt files, folders, archives
      kg query demo/graph.ttl --list          the queries that ship
      kg query demo/graph.ttl who-attended    one of them
      kg explain demo/graph.ttl ACMECS        the sentences that speak of it
      kg view demo/graph.ttl -o page.html     the page, for a browser

    A file named - is standard input or output. Exit status: 0 done, 1 some documents or checks
    failed and are listed (the rest is done), 2 wrong usage.
    """


main.help = _kept(main.help)
