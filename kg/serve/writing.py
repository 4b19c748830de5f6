"""Changes to the graph: one after another, and only by who has the token."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from kg.errors import GraphError, KgError, QueryError
from kg.rdf import decode
from kg.serve.refusals import Refused
from kg.store import WritableStore

T = TypeVar("T")


class Writer:
    """Changes a store, one change at a time.

    Args:
        store: what is changed.
        token: what a request must bear, ``Authorization: Bearer TOKEN``.
    """

    def __init__(self, store: WritableStore, token: str) -> None:
        self._store = store
        self._token = token.encode()
        self._turn = asyncio.Lock()

    def admit(self, request: Request) -> None:
        """Let through who has the token.

        Raises:
            Refused: there is none, or another (401).
        """
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(token.strip().encode(), self._token):
            raise Refused(
                401,
                "changes need the token that kg serve was started with: send Authorization: Bearer TOKEN",
                {"WWW-Authenticate": 'Bearer realm="thut"'},
            )

    async def update(self, sparql: str, default: Sequence[str] | None, named: Sequence[str] | None) -> None:
        """Do a SPARQL update."""
        await self._do(self._store.update, sparql, default, named)

    async def put(self, graph: str | None, parts: Iterable[tuple[bytes, str]], base: str) -> bool:
        """Make the triples of ``parts`` (bytes and their format) all of a graph; True where it is new."""
        return await self._do(self._store.put, graph, await _decoded(parts, base))

    async def post(self, graph: str | None, parts: Iterable[tuple[bytes, str]], base: str) -> bool:
        """Add triples to a graph; True where it is new."""
        return await self._do(self._store.post, graph, await _decoded(parts, base))

    async def delete(self, graph: str | None) -> bool:
        """Take a graph out; False where there was none."""
        return await self._do(self._store.delete, graph)

    async def has(self, graph: str | None) -> bool:
        """Whether there is such a graph."""
        return await self._do(self._store.has, graph)

    async def _do(self, work: Callable[..., T], *arguments: object) -> T:
        async with self._turn:
            try:
                return await run_in_threadpool(work, *arguments)
            except QueryError:
                raise
            except KgError as error:
                raise Refused(409, str(error)) from error


async def _decoded(parts: Iterable[tuple[bytes, str]], base: str) -> list[Any]:
    """The quads of all parts.

    Raises:
        Refused: a part is not of its format, or names graphs of its own (400).
    """
    quads = []
    for data, format_ in parts:
        try:
            quads += await run_in_threadpool(decode, data, format_, base)
        except GraphError as error:
            raise Refused(400, str(error)) from error
    if any(str(quad.graph_name) != "DEFAULT" for quad in quads):
        raise Refused(400, "the body names graphs of its own: send the triples of one graph")
    return quads
