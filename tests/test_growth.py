"""Time grows with the input and no faster: of every regular expression in the code, and of documents made to hurt."""

from __future__ import annotations

import math
import time

import pytest
from pumping import Expression, Pumped, calls, expressions, matched, pumped
from timing import seconds

_FIRST = (10, 13, 17, 22, 28, 36, 47, 61)  # where time doubles with each letter it is over in a moment, and seen
_AT_ONCE = 0.05  # seconds that nothing of so few letters takes
_LENGTH = 16_000  # letters
_QUICK = 0.008  # seconds: in this time nothing is quadratic that reads as many letters
_MEASURED = 0.1  # seconds: far more than a tick of the clock
_TWICE = 2.3  # times as long, at most, for twice the text
_TRIES = 5


def runs(expression: Expression):
    """What is done with an expression, on a text."""
    compiled = expression.compiled()
    yield compiled.match
    yield compiled.fullmatch
    if expression.searches:
        yield lambda text: sum(1 for _ in compiled.finditer(text))


def explodes(run, expression: Expression, attack: Pumped) -> str:
    """How time explodes; nothing where it grows with the text."""

    def taken(length: int, number: int = 1) -> float:
        text = expression.written(attack.text(length))
        return seconds(lambda: run(text), number)

    for length in _FIRST:
        text = expression.written(attack.text(length))
        began = time.process_time()
        run(text)
        if time.process_time() - began > _AT_ONCE:
            return f"{length} letters take {time.process_time() - began:.2f} s"
    text = expression.written(attack.text(_LENGTH))
    began = time.perf_counter()
    run(text)
    once = time.perf_counter() - began
    if once < _QUICK:
        return ""
    growth = math.inf
    for _ in range(_TRIES):
        number = math.ceil(_MEASURED / max(once, _MEASURED / 100))
        growth = min(growth, taken(2 * _LENGTH, number) / max(taken(_LENGTH, number), 1e-9))
        if growth <= _TWICE:
            return ""
    return f"twice {_LENGTH} letters take {growth:.1f} times as long ({once:.3f} s once)"


FOUND = expressions()


def test_every_expression_of_the_code_is_driven() -> None:
    assert {expression.place for expression in FOUND} == set(calls())
    assert [expression for expression in FOUND if not pumped(expression)] == []
    assert [expression for expression in FOUND if matched(expression) is None] == []


@pytest.mark.parametrize("module", sorted({expression.place.partition(":")[0] for expression in FOUND}))
def test_the_time_of_an_expression_grows_with_the_text(module: str) -> None:
    slow = [
        f"{expression.place} {expression.pattern!r} on {attack}: {fault}"
        for expression in FOUND
        if expression.place.startswith(f"{module}:")
        for attack in pumped(expression)
        for run in runs(expression)
        if (fault := explodes(run, expression, attack))
    ]
    assert slow == []
