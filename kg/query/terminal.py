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
    row is told column by column, whole, on as many lines as that takes.

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
        return _below(results.columns, rows, columns), False
    most = _NARROWEST
    while sum(min(size, most + 1) for size in sizes) <= room:
        most += 1
    return table(results.columns, [[_cut(cell, most) for cell in row] for row in rows]), True


def _cut(cell: str, most: int) -> str:
    """As much of a cell as fits, with what marks it as cut."""
    return cell if width(cell) <= most else cell[: _reach(cell, 0, most - 1)] + "…"


def _reach(cell: str, start: int, most: int) -> int:
    """Where so many columns of a cell end that begin at ``start``; a letter keeps its marks."""
    taken = 0
    for end in range(start, len(cell)):
        taken += width(cell[end])
        if taken > most:
            return end
    return len(cell)


def _folded(cell: str, most: int) -> list[str]:
    """A cell on lines of so many columns, broken at spaces where that leaves half a line or more."""
    lines, start = [], 0
    while (end := _reach(cell, start, most)) < len(cell):
        space = cell.rfind(" ", (start + end) // 2, end + 1)
        end = space if space > 0 else end
        lines.append(cell[start:end].strip())
        start = end
    return [*lines, cell[start:].strip()]


def _below(names: tuple[str, ...], rows: list[list[str]], columns: int) -> str:
    size = max(map(width, names))
    most = max(_NARROWEST, columns - size - _GAP)
    lines: list[str] = []
    for number, row in enumerate(rows, 1):
        lines.append(f"-- {number} --")
        for name, cell in zip(names, row, strict=True):
            first, *more = _folded(cell, most)
            lines.append(f"{name}{' ' * (size - width(name) + _GAP)}{first}".rstrip())
            lines += [" " * (size + _GAP) + line for line in more]
    count = f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "\n".join([*lines, count]) + "\n"
