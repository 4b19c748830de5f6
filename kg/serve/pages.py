"""Pages for people beside the explorer: templates, and the files that they are made with."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from kg.serve.headers import PAGE
from kg.serve.refusals import Refused
from kg.text import breakable

_FILES = {
    "document.js": "text/javascript",
    "query.js": "text/javascript",
    "query.css": "text/css",
    "pages.css": "text/css",
}


def page(template: str, **values: object) -> Response:
    """A page from a template; all values are text, escaped."""
    return HTMLResponse(_template(template).render(values), headers=PAGE)


def static() -> Route:
    """The route of the scripts and styles of the pages."""
    return Route("/static/{name}", _file, methods=["GET"])


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _FILES:
        raise Refused(404, f"there is no file {name!r}")
    return Response(source(name), media_type=_FILES[name])


@cache
def source(name: str) -> str:
    """The text of a file of the pages."""
    return (files("kg.serve") / "page" / name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=True,
        finalize=lambda value: breakable(value) if type(value) is str else value,
    )  # fmt: skip


@cache
def _template(name: str) -> Template:
    return _environment().from_string(source(name))
