"""Numbers on the command line, refused in words that say what would do."""

from __future__ import annotations

import click


class Number(click.ParamType[int | float]):
    """A number, whole where ``kind`` is ``int``, and not less than ``least`` where that is given."""

    name = "n"

    def __init__(self, kind: type[int | float] = float, least: int | None = None) -> None:
        self._kind = kind
        self._least = least

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int | float:
        """The number; refused where it is none, or too small."""
        try:
            number = self._kind(str(value))
            if self._least is None or number >= self._least:
                return number
        except ValueError:
            pass
        sort = "whole number" if self._kind is int else "number"
        least = "" if self._least is None else f" of at least {self._least}"
        return self.fail(f"{str(value)!r}: want a {sort}{least}", param, ctx)


WHOLE = Number(int)
"""A whole number, of whatever size."""
