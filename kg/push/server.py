"""A server of graphs as the SPARQL 1.1 Graph Store HTTP Protocol has it; over the standard library alone.

One connection is kept open, and requests follow one another: http.client is all that takes.
"""

from __future__ import annotations

import base64
import time
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from kg.errors import UsageError

_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_ALLOWED = frozenset({401, 403, 407})
_NOT_THERE = frozenset({404, 410})
_LONGEST_WAIT = 60.0
_TOLD = 200  # characters of what a server complains of


class RefusedThere(Exception):  # noqa: N818 - it is an answer, not a fault
    """The server does not do what was asked.

    ``final`` where it would refuse every further request, too; ``conflict`` where what it has there does
    not allow it.
    """

    def __init__(self, reason: str, *, final: bool = False, conflict: bool = False) -> None:
        super().__init__(reason)
        self.final, self.conflict = final, conflict


class Unreachable(Exception):  # noqa: N818 - likewise
    """The server does not answer."""


class GraphServer:
    """Puts graphs to a server and takes them away, with patience.

    Args:
        url: the address of its graphs; a name and a password in it are sent, and told to nobody else.
        token: sent as ``Authorization: Bearer``.
        tries: how often a request is made while the server is away, busy or failing.
        backoff: seconds before the second try, doubled before each further one.
        timeout: seconds that one request may take.

    Raises:
        UsageError: ``url`` is no address of a server.
    """

    def __init__(self, url: str, token: str, tries: int, backoff: float, timeout: float) -> None:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise UsageError(f"{url!r} is no address: {error}") from error
        if parts.scheme not in {"http", "https"} or not host or parts.fragment:
            raise UsageError(f"{url!r} is no address of a server: want such as http://localhost:7878/store")
        if tries < 1:
            raise UsageError(f"tries is {tries}: want 1 or more")
        bare = parts.netloc.rpartition("@")[2]
        self.address = urlunsplit((parts.scheme, bare, parts.path, parts.query, ""))
        self._path = (parts.path or "/") + (f"?{parts.query}&" if parts.query else "?")
        self._headers = {"User-Agent": "thut"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"
        elif parts.username is not None:
            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
            self._headers["Authorization"] = f"Basic {base64.b64encode(pair).decode('ascii')}"
        connection = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = connection(host, port, timeout=timeout)
        self._tries, self._backoff = tries, backoff

    def put(self, graph: str, body: bytes) -> None:
        """Replace a graph at one stroke; ``body`` is N-Triples.

        Raises:
            RefusedThere: the server does not take it.
            Unreachable: the server does not answer.
        """
        # N-Triples is Turtle, and every server takes that.
        self._ask("PUT", graph, body, {"Content-Type": "text/turtle; charset=utf-8"})

    def delete(self, graph: str) -> None:
        """Remove a graph; it may be gone already.

        Raises:
            RefusedThere: the server does not let it go.
            Unreachable: the server does not answer.
        """
        self._ask("DELETE", graph, allowed=_NOT_THERE)

    def has(self, graph: str) -> bool:
        """Whether the server has a graph; where it cannot tell, it is taken to have it.

        Raises:
            RefusedThere: the server does not let itself be asked.
            Unreachable: the server does not answer.
        """
        return self._ask("HEAD", graph, allowed=frozenset({*_NOT_THERE, 405, 501})) not in _NOT_THERE

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _ask(
        self,
        method: str,
        graph: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        allowed: frozenset[int] = frozenset(),
    ) -> int:
        target = f"{self._path}graph={quote(graph, safe='')}"
        wait = self._backoff
        for left in range(self._tries - 1, -1, -1):
            try:
                answer, said = self._once(method, target, body, {**self._headers, **(headers or {})})
            except (OSError, HTTPException) as error:
                self._connection.close()
                if not left:
                    reason = str(error) or type(error).__name__
                    raise Unreachable(f"{self.address} does not answer: {reason}") from error
            else:
                if answer.status < 300 or answer.status in allowed:  # noqa: PLR2004 - the statuses of success
                    return answer.status
                if answer.status not in _BUSY or not left:
                    raise self._refusal(answer, said)
                wait = max(wait, _asked_to_wait(answer))
            time.sleep(min(wait, _LONGEST_WAIT))
            wait *= 2
        raise AssertionError("the last try returns or raises")  # pragma: no cover

    def _once(
        self, method: str, target: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[HTTPResponse, bytes]:
        self._connection.request(method, target, body, headers)
        answer = self._connection.getresponse()
        return answer, answer.read()

    def _refusal(self, answer: HTTPResponse, said: bytes) -> RefusedThere:
        told = " ".join(said.decode("utf-8", "replace").split())[:_TOLD]
        reason = f"{answer.status} {answer.reason}".strip() + (f": {told}" if told else "")
        if place := answer.getheader("Location"):
            reason += f"; it points to {place}: name that address"
        return RefusedThere(
            reason, final=answer.status in _NOT_ALLOWED, conflict=answer.status == HTTPStatus.CONFLICT
        )


def _asked_to_wait(answer: HTTPResponse) -> float:
    with suppress(ValueError):
        return float(answer.getheader("Retry-After") or 0)
    return 0.0
