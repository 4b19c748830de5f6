"""``kg query``."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from kg.cli.numbers import Number
from kg.cli.streams import read, write

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt", "jsonld", "rdf")


@click.command()
@click.argument("graph", required=False)
@click.argument("query", required=False)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("-f", "--format", "fmt", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("-o", "--out", default="-", metavar="FILE", help="Write there instead of standard output.")
@click.option("-l", "--list", "listing", is_flag=True, help="List the queries that ship, and what they take.")
@click.option("--timeout", type=Number(), metavar="SECONDS", help="Give up after so long.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    graph: str | None,
    query: str | None,
    parameters: tuple[str, ...],
    fmt: str,
    out: str,
    listing: bool,
    timeout: float | None,
) -> None:
    r"""Ask a graph: SPARQL, or a query that ships.

    GRAPH is a file, a store, or the folder that kg build made. QUERY is the name of a shipped query,
    SPARQL 1.1, a file with it, or - for standard input. The usual prefixes (thut: rdfs: skos: prov:
    nif: ...) need not be declared. A shipped query may be narrowed by NAME=VALUE; an entity goes by any
    of its names.

    \b
    Examples:
      kg query demo/graph.ttl --list
      kg query demo/graph.ttl who-attended
      kg query demo/graph.ttl meetings-under-framework framework=ACMECS year=2564
      kg query demo/graph.ttl 'SELECT ?name { ?p a thut:Person ; rdfs:label ?name }' -f csv
    """
    if listing:
        click.echo(_shipped(), nl=False)
        return
    if graph is None or query is None:
        raise click.UsageError("name a GRAPH and a QUERY, or see --list", ctx)
    # The work loads when it is called for.
    from kg.query import misfits, render, shipped_queries, text_of, unknown_terms  # noqa: PLC0415
    from kg.query import query as ask  # noqa: PLC0415
    from kg.query.terminal import fitted  # noqa: PLC0415
    from kg.store import open_graph  # noqa: PLC0415

    question, about = read() if query == "-" else query, pairs(ctx, parameters)
    store = open_graph(graph)
    answer = ask(store, question, about, timeout)
    if fmt == "table" and out == "-" and sys.stdout.isatty() and answer.columns:
        text, cut = fitted(answer, get_terminal_size().columns)
        click.echo(text, nl=False)
        if cut:
            click.echo("… cut to the width of the terminal; -f csv, or | less -S, has it whole", err=True)
    else:
        write(render(answer, fmt), out)
    if question not in shipped_queries():
        notes = unknown_terms(text_of(question))
    else:
        notes = misfits(store, question, about) if not len(answer) else ()
    for line in notes:
        click.echo(line, err=True)
    if answer.more:
        click.echo(
            f"these are the first {len(answer)} rows, and there are more: rows=all gives every row, "
            "rows=N the first N",
            err=True,
        )


def pairs(ctx: click.Context, parameters: Iterable[str]) -> dict[str, str]:
    """The parameters of a shipped query, by name.

    Raises:
        UsageError: one has no name or no value.
    """
    named = {}
    for parameter in parameters:
        name, sign, value = parameter.partition("=")
        if not sign or not name:
            raise click.UsageError(
                f"{parameter!r} is no parameter: want NAME=VALUE (a query goes in quotes)", ctx
            )
        named[name] = value
    return named


def _shipped() -> str:
    from kg.query import shipped_queries  # noqa: PLC0415

    lines = []
    for shipped in shipped_queries().values():
        lines += [shipped.name, f"    {shipped.english}", f"    {shipped.thai}"]
        lines += [f"      {parameter.name}=…  {parameter.meaning}" for parameter in shipped.parameters]
    return "\n".join(lines) + "\n"
