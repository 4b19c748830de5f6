"""One HTML file from its parts: template, style, scripts, data; nothing in it can reach the network."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.content_policy import source_of
from kg.view.payload import Payload, compressed, inert
from kg.view.picture import vis_network


def render(data: Payload, first: dict[str, Any]) -> str:
    """The page as text.

    Args:
        data: the graph (:func:`kg.view.payload.payload`), all of it or a part.
        first: what is drawn first, and the settings of the page; where it has ``totals``, the page
            may ask the server that it comes from for more, and nobody else.
    """
    style = _source("page.css")
    scripts = [vis_network(), _source("page.js")]
    template = Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    ).from_string(_source("page.html.j2"))
    packed = compressed(data.graph)
    # A link to a view holds for the page of this graph and for no other.
    marked = {**first, "mark": hashlib.sha256(packed.encode("ascii")).hexdigest()[:8]}
    return template.render(
        policy=_policy(style, scripts, "'self'" if "totals" in first else "'none'"),
        language=first["language"],
        title=first["title"],
        style=_element_text(style, "style"),
        scripts=[_element_text(script, "script") for script in scripts],
        data=packed,
        words=compressed(data.words),
        first=Markup(inert(marked)),  # noqa: S704 - inert() leaves no character that means anything to HTML
    )


def _source(name: str) -> str:
    return (files("kg.view") / "page" / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _element_text(source: str, element: str) -> Markup:
    """``source`` as the text of an element that HTML does not parse.

    It is ours or vis-network's, never a document's; the check is against an upgrade that would break out.
    """
    lowered = source.lower()
    if f"</{element}" in lowered or "<!--" in lowered:
        raise AssertionError(f"a source of the page holds </{element} or <!--, which would break the page")
    return Markup(source)  # noqa: S704


def _policy(style: str, scripts: list[str], asks: str) -> str:
    """The content security policy: these scripts and this style; ``asks`` is whom the page may ask."""
    allowed = " ".join(source_of(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {source_of(style)}; img-src data: blob:; "
        f"connect-src {asks}; font-src 'none'; base-uri 'none'; form-action 'none'"
    )
