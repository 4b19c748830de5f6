"""The SPARQL 1.1 Graph Store HTTP Protocol at ``/store``: whole graphs, by name."""

from __future__ import annotations

import email
import email.policy
import hashlib

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.expressions import expression
from kg.serve import jobs
from kg.serve.asking import Asker
from kg.serve.negotiation import READ, TRIPLES, negotiated
from kg.serve.refusals import Refused
from kg.serve.requests import body, in_utf8, media_type, query_fields, unless_gone, values
from kg.serve.writing import Writer
from kg.vocab import Minter

_GRAPH = 64_000_000  # bytes of a graph that is sent
_PATH = "/store/"
_IRI = expression(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f]*")
_READING, _WRITING = ["GET", "HEAD"], ["PUT", "POST", "DELETE"]
_MULTIPART = "multipart/form-data"


class GraphStoreProtocol:
    """The routes of the protocol over one graph.

    A graph is named by ``?graph=IRI``, or the default graph by ``?default``; or by a path below
    ``/store/``, which stands for what stands below the base of the graph: ``/store/doc/1`` is the
    graph ``<base>doc/1``.
    """

    def __init__(self, asker: Asker, writer: Writer | None) -> None:
        self._asker = asker
        self._writer = writer
        methods = [*_READING, *_WRITING]
        self.routes = [Route(path, self.graph, methods=methods) for path in ("/store", _PATH + "{name:path}")]

    async def graph(self, request: Request) -> Response:
        """Read or change a graph."""
        if request.method in _READING:
            return await self._read(request, await self._named(request))
        if self._writer is None:
            raise Refused(403, "nothing can be changed here; kg serve STORE --writable allows it")
        self._writer.admit(request)
        return await self._write(request, self._writer)

    async def _read(self, request: Request, name: str | None) -> Response:
        offer = negotiated(", ".join(request.headers.getlist("accept")), TRIPLES)
        content = await unless_gone(request, self._asker.ask(jobs.one_graph, name, offer.format))
        if content is None:
            if self._writer is None or not await self._writer.has(name):
                raise Refused(404, f"there is no graph <{name}>")
            content = b""
        return Response(content, media_type=offer.content_type, headers={"Vary": "Accept"})

    async def _write(self, request: Request, writer: Writer) -> Response:
        if request.method == "DELETE":
            name = await self._named(request)
            if not await writer.delete(name):
                raise Refused(404, f"there is no graph <{name}>")
            return Response(status_code=204)
        parts = await _parts(request)
        if request.method == "POST" and request.url.path == "/store" and not query_fields(request):
            return await self._created(request, writer, parts)
        name = await self._named(request)
        work = writer.put if request.method == "PUT" else writer.post
        base: str = await self._asker.ask(jobs.base)
        new = await work(name, parts, name or base)
        return Response(status_code=201 if new else 204)

    async def _created(self, request: Request, writer: Writer, parts: list[tuple[bytes, str]]) -> Response:
        """A new graph, named for what is in it: the same content sent twice is one graph."""
        digest = hashlib.sha256(b"\0".join(data for data, _ in parts)).hexdigest()[:20]
        base: str = await self._asker.ask(jobs.base)
        name = Minter(base).sent(digest)
        await writer.put(name, parts, name)
        location = f"{request.base_url}{_PATH[1:]}{name.removeprefix(base)}"
        return Response(status_code=201, headers={"Location": location})

    async def _named(self, request: Request) -> str | None:
        """The IRI of the graph that a request names; None for the default graph.

        Raises:
            Refused: it names none, or more than one (400).
        """
        given = query_fields(request)
        graphs, default = values(given, "graph") or [], values(given, "default") or []
        here = f"{request.base_url}{_PATH[1:]}"
        if request.url.path.startswith(_PATH):
            # As it came: what is percent-encoded in the name of a graph stays so.
            path = request.scope.get("raw_path", b"").decode("latin-1").split("?")[0]
            graphs = [*graphs, here + path.removeprefix(_PATH)]
        if len(graphs) + len(default) != 1 or "" in graphs:
            raise Refused(400, "name one graph: ?graph=IRI, ?default, or a path below /store/")
        if default:
            return None
        name = graphs[0]
        if not _IRI.fullmatch(name):
            raise Refused(400, f"{name!r} cannot name a graph: want an absolute IRI")
        if name.startswith(here):
            return (await self._asker.ask(jobs.base)) + name.removeprefix(here)
        return name


async def _parts(request: Request) -> list[tuple[bytes, str]]:
    """The graphs that a request brings, each with its format: one, or those of a form with files.

    Raises:
        Refused: a part is of no type that can be read here (415), or the form is broken (400).
    """
    kind = media_type(request)
    if kind != _MULTIPART:
        in_utf8(request)
        return [(await body(request, _GRAPH), _format(kind))]
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode("latin-1")
    form = email.message_from_bytes(head + await body(request, _GRAPH), policy=email.policy.HTTP)
    parts = []
    for part in form.iter_parts():
        data = part.get_payload(decode=True)
        parts.append((data if isinstance(data, bytes) else b"", _format(part.get_content_type())))
    if not parts:
        raise Refused(400, "the form has no parts that can be read")
    return parts


def _format(kind: str) -> str:
    if kind not in READ:
        raise Refused(
            415, f"the body is {kind or 'of no type that it tells'}: want {', '.join(READ)} or {_MULTIPART}"
        )
    return READ[kind]
