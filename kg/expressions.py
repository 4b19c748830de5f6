"""Regular expressions that are compiled when they are first asked for something.

One rule for all of ``kg``: an expression that is made as a module loads is made with :func:`expression`;
within a function, which is called when it is wanted, ``re.compile`` serves. A document uses a third of the
expressions that the rules have, and a command may use none: to compile them all took a fifth of the time of
reading one document.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, cast

THAI: Final = "ก-ฺเ-๎"
"""The letters and marks that Thai is written with, as they stand within the brackets of an expression."""

# All that is done with an expression. ``pattern`` is known from the start: others are put together of it.
_DONE_WITH = (
    "match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split",
    "flags", "groups", "groupindex",
)  # fmt: skip


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""An expression that does what one of ``re.compile`` does, compiled when it is first used.

    Call its methods; pass ``.pattern``, not the object, to functions of ``re``.

    A malformed one is therefore found out at its first use: the tests compile all that ``kg`` has.

    >>> year = expression(r"พ\.ศ\. ?(\d{4})")
    >>> year.search("ในปี พ.ศ. 2567")[1]
    '2567'
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))


class _Compiled:
    """Stands for a compiled expression, whose methods are its own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._asked = flags

    def __reduce__(self) -> tuple[Any, ...]:
        return expression, (self.pattern, self._asked)

    def __repr__(self) -> str:
        return f"expression({self.pattern!r}, {self._asked!r})"


class _Expression(_Compiled):
    """Becomes a compiled expression with the first use of one of its methods.

    From then on a call finds the method of the compiled one in the instance, and looks for no way to make
    it: whatever has ``__getattr__`` is asked for each attribute twice. Threads that come at once compile the
    same twice, which ``re`` keeps from costing twice.
    """

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - called for what is not there yet
        if name.startswith("_"):  # what copying and others look for, and no expression has
            raise AttributeError(f"an expression has no {name!r}")
        compiled = re.compile(self.pattern, self._asked)
        for each in _DONE_WITH:
            setattr(self, each, getattr(compiled, each))
        self.__class__ = _Compiled  # type: ignore[assignment]  # as all that is looked for is there now
        return getattr(compiled, name)
