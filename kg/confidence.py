"""How sure a claim is: what readers' verdicts say of the signs under which it was read.

A relation carries its signs: the rule with its property, whether its subject was carried on from an
earlier clause, whether it is planned or retold, what kind of thing its object is. Each sign has a
weight in ``tables/confidence.tsv``; their sum, through the logistic function, is the share of such
facts that a reader lets stand. The weights are fitted to judged facts by ``tests/judged_facts.py``
(logistic regression with a quadratic penalty; the penalty draws rare signs to 0).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp

from kg.lexicon import read_table

# A sign of every fact: its weight is the height from which the others raise or lower.
ALWAYS = "always"
# No verdicts make a fact certain.
_LOWEST, _HIGHEST = 0.05, 0.99


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign that readers' verdicts have spoken of."""
    return {row["sign"]: float(row["weight"]) for row in read_table("confidence")}


@cache
def confidence(signs: tuple[str, ...]) -> float:
    """The share of facts with these ``signs`` that readers let stand, between 0.05 and 0.99, in hundredths.

    >>> confidence(("a rule that nobody judged",)) == confidence(())
    True
    """
    return round(min(_HIGHEST, max(_LOWEST, logistic(weights(), signs))), 2)


def logistic(fitted: Mapping[str, float], signs: Iterable[str]) -> float:
    """The logistic function of the summed weights of ``signs``; a sign without weight adds nothing.

    >>> logistic({"always": 0.0, "often": 2.0}, ["often"]) > logistic({"always": 0.0}, ["often"]) == 0.5
    True
    """
    return 1 / (1 + exp(-sum((fitted.get(sign, 0.0) for sign in signs), fitted.get(ALWAYS, 0.0))))
