"""``kg evaluate``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from kg.cli import FAILED
from kg.cli.progress import counting
from kg.cli.streams import write

if TYPE_CHECKING:
    from kg.evaluate import Evaluation, Figures


@click.command()
@click.argument("gold")
@click.argument("texts")
@click.option(
    "-f", "--format", "fmt", type=click.Choice(("table", "json")), default="table", show_default=True
)
@click.option("-o", "--out", default="-", metavar="FILE", help="Write there instead of standard output.")
@click.option("--errors", metavar="FILE", help="List every fact that was missed or made up there.")
@click.option("--extractor", default="", metavar="NAME", help="The component to measure.")
@click.pass_context
def command(
    ctx: click.Context, /, *, gold: str, texts: str, fmt: str, out: str, errors: str | None, extractor: str
) -> None:
    r"""Measure against annotated documents.

    GOLD is a folder of annotations, <document>.json; TEXTS holds the documents, <document>.txt. Each
    is read on its own; what was found is compared with what people found.

    \b
    Examples:
      kg evaluate annotations/ texts/
      kg evaluate annotations/ texts/ --errors errors.tsv
    """
    from kg.evaluate import evaluate  # noqa: PLC0415 - the work loads when it is called for

    with counting() as progress:
        given = {"extractor": extractor} if extractor else {}
        evaluation = evaluate(gold, texts, progress=progress, **given)
    for failure in evaluation.failures:
        click.echo(f"kg: {failure.reason}", err=True)
    if errors is not None:
        write("".join("\t".join(row) + "\n" for row in evaluation.wrong), errors)
    if fmt == "json":
        write(json.dumps(evaluation.to_json(), ensure_ascii=False, indent=1) + "\n", out)
    else:
        write(_table(evaluation), out)
    ctx.exit(FAILED if evaluation.failures else 0)


def _table(evaluation: Evaluation) -> str:
    lines = [f"{'':<20}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>7}{'predicted':>11}{'gold':>6}"]
    for rows in (evaluation.entities, evaluation.facts, evaluation.documents):
        lines += [_row(name, figures) for name, figures in rows.items() if figures.gold or figures.predicted]
        lines.append("")
    for name in ("entity", "hard", "soft"):
        lines.append(_row(name.upper(), getattr(evaluation, name)))
    lines.append(
        f"modality {evaluation.modality:.3f}   grounded {evaluation.grounded:.3f}   "
        f"documents {len(evaluation.documents)}"
    )
    return "\n".join(lines) + "\n"


def _row(name: str, figures: Figures) -> str:
    return (
        f"{name:<20}{figures.precision:>10.3f}{figures.recall:>8.3f}{figures.f1:>8.3f}"
        f"{figures.right:>7}{figures.predicted:>11}{figures.gold:>6}"
    )
