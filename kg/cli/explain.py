"""``kg explain``."""

from __future__ import annotations

import click

from kg.cli.streams import write

_FACT = 3  # words make a fact: subject, predicate, object


@click.command()
@click.argument("graph")
@click.argument("what", nargs=-1, metavar="WHAT...")
@click.option("--rows", metavar="QUERY", help="Explain the rows of a query instead.")
@click.option(
    "-d", "--document", "documents", multiple=True, metavar="NAME", help="Quote only this document."
)
@click.option("-f", "--format", "fmt", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("-o", "--out", default="-", metavar="FILE", help="Write there instead of standard output.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    graph: str,
    what: tuple[str, ...],
    rows: str | None,
    documents: tuple[str, ...],
    fmt: str,
    out: str,
) -> None:
    r"""Show the sentences that state a fact.

    WHAT is the name or the IRI of a thing, the IRI of a claim, or a fact: SUBJECT PREDICATE OBJECT.
    Honorifics and spaces in names do not matter.

    \b
    Examples:
      kg explain demo/graph.ttl ASEAN
      kg explain demo/graph.ttl ไทย participatesIn ACMECS
      kg explain demo/graph.ttl --rows who-attended
    """
    if rows is None and len(what) not in {1, _FACT}:
        raise click.UsageError("name one thing, or a fact as SUBJECT PREDICATE OBJECT (names in quotes)", ctx)
    if rows is not None and what:
        raise click.UsageError("explain either a thing or the rows of a query", ctx)
    # The work loads when it is called for.
    from kg.explain import explain  # noqa: PLC0415
    from kg.query import query  # noqa: PLC0415
    from kg.store import open_graph  # noqa: PLC0415

    store = open_graph(graph)
    if rows is not None:
        explanation = explain(store, query(store, rows), documents)
    elif len(what) == _FACT:
        explanation = explain(store, (what[0], what[1], what[2]), documents)
    else:
        explanation = explain(store, what[0], documents)
    write(explanation.json() if fmt == "json" else explanation.text(), out)
