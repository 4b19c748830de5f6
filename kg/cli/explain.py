"""``kg explain``."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.numbers import WHOLE
from kg.cli.streams import write

_FACT = 3  # words make a fact: subject, predicate, object
_SUFFIXES = {".html": "html", ".htm": "html", ".json": "json"}


@click.command()
@click.argument("graph")
@click.argument("what", nargs=-1, metavar="WHAT...")
@click.option("--rows", metavar="QUERY", help="Explain the rows of a query instead; WHAT narrows it.")
@click.option("--row", type=WHOLE, metavar="N", help="Only this row of the query, counted from 1.")
@click.option(
    "-d", "--document", "documents", multiple=True, metavar="NAME", help="Quote only this document."
)
@click.option(
    "-f", "--format", "fmt", type=click.Choice(("text", "json", "html")),
    help="The format; else the suffix of FILE says it, else text.",
)  # fmt: skip
@click.option("-o", "--out", default="-", metavar="FILE", help="Write there instead of standard output.")
@click.option("--title", default="", metavar="TEXT", help="What the page (html) calls itself.")
@click.option("--language", type=click.Choice(("th", "en")), default="th", show_default=True)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    graph: str,
    what: tuple[str, ...],
    rows: str | None,
    row: int | None,
    documents: tuple[str, ...],
    fmt: str | None,
    out: str,
    title: str,
    language: str,
) -> None:
    r"""Show the sentences that state a fact.

    WHAT is the name or the IRI of a thing, the IRI of a claim, or a fact: SUBJECT PREDICATE OBJECT.
    Honorifics and spaces in names do not matter. As html it is a dossier to print: sentences,
    quotations, sources, and what contradicts them side by side.

    \b
    Examples:
      kg explain demo/graph.ttl ASEAN
      kg explain demo/graph.ttl ไทย participatesIn ACMECS
      kg explain demo/graph.ttl ACMECS -o dossier.html
      kg explain demo/graph.ttl --rows who-attended --row 2
      kg explain demo/graph.ttl --rows visits person=ธนัช -o visits.html
    """
    if rows is None and len(what) not in {1, _FACT}:
        raise click.UsageError("name one thing, or a fact as SUBJECT PREDICATE OBJECT (names in quotes)", ctx)
    if rows is None and row is not None:
        raise click.UsageError("--row counts the rows of a query: name it with --rows", ctx)
    # The work loads when it is called for.
    from kg.cli.query import pairs  # noqa: PLC0415
    from kg.explain import explain  # noqa: PLC0415
    from kg.query import rows_of  # noqa: PLC0415
    from kg.store import open_graph  # noqa: PLC0415

    store = open_graph(graph)
    if rows is not None:
        asked = " ".join([*rows.split(), *what]) + (f", {row}" if row else "")
        found = rows_of(store, rows, pairs(ctx, what), row)
        explanation = explain(store, found, documents, asked=asked)
    elif len(what) == _FACT:
        explanation = explain(store, (what[0], what[1], what[2]), documents)
    else:
        explanation = explain(store, what[0], documents)
    wanted = fmt or _SUFFIXES.get(Path(out).suffix.lower(), "text")
    if wanted == "html":
        write(explanation.html(language, title), out)
    else:
        write(explanation.json() if wanted == "json" else explanation.text(), out)
