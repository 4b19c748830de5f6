"""The page of a graph that is too large for a page: how much there is, and how to look at it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from jinja2 import Environment, StrictUndefined


def too_large(entities: Mapping[str, int], facts: int, documents: int, largest: int) -> str:
    """One HTML file in place of the page, in Thai and English; no scripts, nothing from the network.

    Args:
        entities: how many there are, by class.
        facts: how many facts.
        documents: how many documents they are from.
        largest: how many entities a page holds.

    >>> "<td>60,000" in too_large({"Person": 60_000}, 90_000, 12_000, 50_000)
    True
    """
    source = (files("kg.view") / "page" / "too_large.html.j2").read_text(encoding="utf-8")
    template = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return template.from_string(source.replace("\r\n", "\n")).render(
        entities=sorted(entities.items()),
        whole=sum(entities.values()),
        facts=facts,
        documents=documents,
        largest=largest,
    )
