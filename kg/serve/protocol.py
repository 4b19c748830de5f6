"""The SPARQL 1.1 Protocol: queries at ``/sparql``, updates at ``/update``."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.serve import jobs
from kg.serve.asking import Asker
from kg.serve.description import described
from kg.serve.negotiation import ROWS, TRIPLES, negotiated, prefers_page
from kg.serve.refusals import Refused
from kg.serve.requests import (
    FORM,
    Fields,
    body,
    fields,
    in_utf8,
    media_type,
    query_fields,
    text,
    unless_gone,
    values,
)
from kg.serve.writing import Writer
from kg.store.dataset import form

QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
_QUESTION = 2_000_000  # bytes of a query
_CHANGE = 64_000_000  # bytes of an update, which may bring data


class Protocol:
    """The routes of the protocol over one graph.

    Args:
        asker: does the queries.
        writer: does the updates; None where nothing may be changed.
    """

    def __init__(self, asker: Asker, writer: Writer | None) -> None:
        self._asker = asker
        self._writer = writer
        self.routes = [
            Route(path, handle, methods=methods)
            for name, handle, methods in (
                ("/sparql", self.sparql, ["GET", "POST"]),
                ("/update", self.update, ["POST"]),
            )
            for path in (name, f"{name}/")
        ]

    async def sparql(self, request: Request) -> Response:
        """The answer to a query, or, where nothing is asked, the description of the service."""
        given = query_fields(request)
        if request.method != "POST" and not values(given, "query"):
            if values(given, "update"):
                raise Refused(400, "an update is sent with POST, to /update")
            return await self._description(request)
        if request.method == "POST":
            given = await _posted(request, given, "query", QUERY, _QUESTION)
        sparql = _one(given, "query")
        accept = ", ".join(request.headers.getlist("accept"))
        # A query may have two million characters: others are answered while it is looked at.
        of_form = await run_in_threadpool(form, sparql)
        offer = negotiated(accept, TRIPLES if of_form in {"CONSTRUCT", "DESCRIBE"} else ROWS)
        graphs = values(given, "default-graph-uri"), values(given, "named-graph-uri")
        content = await unless_gone(request, self._asker.ask(jobs.answer, sparql, *graphs, offer.format))
        return Response(content, media_type=offer.content_type, headers={"Vary": "Accept"})

    async def update(self, request: Request) -> Response:
        """Do an update; refused unless writing is allowed, and whoever asks has the token."""
        if self._writer is None:
            raise Refused(403, "nothing can be changed here; kg serve STORE --writable allows it")
        self._writer.admit(request)
        given = await _posted(request, query_fields(request), "update", UPDATE, _CHANGE)
        graphs = values(given, "using-graph-uri"), values(given, "using-named-graph-uri")
        await self._writer.update(_one(given, "update"), *graphs)
        return Response(status_code=204)

    async def _description(self, request: Request) -> Response:
        accept = ", ".join(request.headers.getlist("accept"))
        if prefers_page(accept):
            return RedirectResponse("/query", 303, headers={"Vary": "Accept"})
        offer = negotiated(accept, TRIPLES)
        content = await unless_gone(
            request, described(self._asker, str(request.base_url), self._writer is not None, offer.format)
        )
        return Response(content, media_type=offer.content_type, headers={"Vary": "Accept"})


async def _posted(request: Request, given: Fields, name: str, direct: str, limit: int) -> Fields:
    """The fields of the address and of the body; a body that is SPARQL is the field ``name``."""
    kind = media_type(request)
    if kind not in {FORM, direct}:
        raise Refused(415, f"the body is {kind or 'of no type that it tells'}: want {direct} or {FORM}")
    in_utf8(request)
    said = text(await body(request, limit))
    return [*given, (name, said)] if kind == direct else [*given, *fields(said)]


def _one(given: Fields, name: str) -> str:
    found = values(given, name) or []
    if len(found) != 1:
        raise Refused(400, f"the request has {len(found)} fields called {name}: want one")
    return found[0]
