"""``kg merges``."""

from __future__ import annotations

import click

from kg.cli.numbers import Number
from kg.cli.streams import write

_PAIR = 2


@click.command()
@click.argument("graph")
@click.argument("what", nargs=-1, metavar="[WHAT]...")
@click.option("--reason", default="", metavar="REASON", help="Only those for this reason.")
@click.option("--below", type=Number(), default=1.01, metavar="SCORE", help="Only those less sure than this.")
@click.option("--same", "verdict", flag_value="same", help="Decide that the two are one thing.")
@click.option("--not-same", "verdict", flag_value="not-same", help="Decide that the two are not.")
@click.option("--forget", "verdict", flag_value="forget", help="Let the rules decide of the two again.")
@click.option("--decided", is_flag=True, help="List what was decided.")
@click.option("--why", default="", metavar="TEXT", help="Why you decide so, for those who read it later.")
@click.option("-f", "--format", "fmt", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("-o", "--out", default="-", metavar="FILE", help="Write there instead of standard output.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    graph: str,
    what: tuple[str, ...],
    reason: str,
    below: float,
    verdict: str | None,
    decided: bool,
    why: str,
    fmt: str,
    out: str,
) -> None:
    r"""List what is held to be one thing across documents, and why; overrule it.

    The least sure come first, each with its identifier (of which the beginning will do), its score,
    its reason, and how the documents call the two. Decisions are lines of decisions.tsv in the store,
    which you may edit (the next command that writes to the store follows it); they win over the rules,
    and no document's own claims are ever changed by them.

    \b
    Examples:
      kg merges archive
      kg merges archive แดเนียล --below 0.9
      kg merges archive 5d0c2f7a --not-same --why "father and son"
      kg merges archive --decided
      kg merges archive 5d0c2f7a --forget
      kg merges archive "แดเนียล คอร์เวน" "Daniel F. Corwen" --same
    """
    if verdict:
        if len(what) not in {1, _PAIR}:
            raise click.UsageError("name two things, or one merge by its identifier", ctx)
        # The work loads when it is called for.
        from kg.merges import decision  # noqa: PLC0415
        from kg.store import open_graph  # noqa: PLC0415
        from kg.upkeep import decide  # noqa: PLC0415

        pair = decide(graph, verdict, what, why)
        click.echo(decision(open_graph(graph), verdict, pair, why).text(), nl=False)
        return
    if decided:
        from kg.merges import decisions_json  # noqa: PLC0415
        from kg.upkeep import decisions  # noqa: PLC0415

        said = decisions(graph)
        text = "".join(decision.text() for decision in said) or "nothing is decided\n"
        write(decisions_json(said) if fmt == "json" else text, out)
        return
    if len(what) > 1:
        raise click.UsageError("name one thing (in quotes), or decide with --same or --not-same", ctx)
    from kg.merges import merges  # noqa: PLC0415

    shown = merges(graph, what[0] if what else "", reason=reason, below=below)
    write(shown.json() if fmt == "json" else shown.text(), out)
