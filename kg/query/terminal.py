"""Rows as a terminal shows them: cut to its width, or one below the other where the columns are too many."""

from __future__ import annotations

from kg.query.formats import cells, table, width
from kg.store import Results
from kg.vocab import BASE

_NARROWEST = 12
"""Columns of a terminal that a column of a table is cut to at least."""
_GAP = 2


def fitted(results: Results, columns: int, base: str = BASE) -> tuple[str, bool]:
    """Rows of a query for a terminal that is so many ``columns`` wide, and whether some of them are cut.

    A table whose lines are longer has its widest columns cut. Where they would be cut to a few letters, each
    row is told column by column, whole.

    >>> from pyoxigraph import Literal
    >>> print(fitted(Results(("name",), ((Literal("การประชุมสุดยอด"),),)), 12)[0], end="")
    name
    ------------
    การประชุมสุดย…
    (1 row)
    """
    rows = cells(results, base)
    sizes = [max([width(name), *(width(row[i]) for row in rows)]) for i, name in enumerate(results.columns)]
    room = columns - _GAP * (len(sizes) - 1)
    if sum(sizes) <= room:
        return table(results.columns, rows), False
    least = [min(size, _NARROWEST) for size in sizes]
    if sum(least) > room:
        return _below(results.columns, rows), False
    most = _NARROWEST
    while sum(min(size, most + 1) for size in sizes) <= room:
        most += 1
    return table(results.columns, [[_cut(cell, most) for cell in row] for row in rows]), True


def _cut(cell: str, most: int) -> str:
    """As much of a cell as fits, with what marks it as cut; a letter keeps its marks."""
    if width(cell) <= most:
        return cell
    end = taken = 0
    for character in cell:
        if taken + width(character) > most - 1:
            break
        taken += width(character)
        end += 1
    return cell[:end] + "…"


def _below(names: tuple[str, ...], rows: list[list[str]]) -> str:
    size = max(map(width, names))
    lines: list[str] = []
    for number, row in enumerate(rows, 1):
        lines.append(f"-- {number} --")
        lines += [
            f"{name}{' ' * (size - width(name))}  {cell}".rstrip()
            for name, cell in zip(names, row, strict=True)
        ]
    count = f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "\n".join([*lines, count]) + "\n"
