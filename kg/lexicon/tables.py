"""The tables of ``ontology/tables``: what a linguist may extend without reading Python."""

from __future__ import annotations

from functools import cache

from kg.errors import LexiconError
from kg.lexicon.paths import ontology_path

# What a line is about: a line without it would be read as one about nothing.
_NEEDED = ("class", "entry", "form")


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The lines of ``ontology/tables/<name>.tsv``, each a mapping from column to cell.

    A cell that a line leaves out is the empty string.

    >>> read_table("modes")[0]["mode"]
    'online'

    Raises:
        LexiconError: the table is missing or no UTF-8, or a line has more cells than there are columns, or
            none in the column ``form``, ``class`` or ``entry``.
    """
    path = ontology_path() / "tables" / f"{name}.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"table {path} cannot be read: {error}") from error
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not numbered:
        raise LexiconError(f"table {path} has no line that names its columns")
    columns = numbered[0][1].split("\t")
    needed = [column for column in _NEEDED if column in columns]
    rows = []
    for number, line in numbered[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise LexiconError(
                f"{path}, line {number}: {len(cells)} cells for {len(columns)} columns: {line!r}"
            )
        cells += [""] * (len(columns) - len(cells))
        row = dict(zip(columns, cells, strict=True))
        for column in needed:
            if not row[column].strip():
                raise LexiconError(
                    f"{path}, line {number}: {column} {row[column]!r} is empty, write one or leave out the "
                    f"line: {line!r}"
                )
        rows.append(row)
    return tuple(rows)
