"""Who is answered: whoever names this server, and no page of another origin."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.expressions import expression
from kg.serve.headers import HEADERS

_NAME = expression(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::[0-9]{1,5})?")
_FOREIGN = {"cross-site", "same-site"}  # "site" leaves out the port: another server of this machine is one
_READING = {"GET", "HEAD"}


class Guard:
    """Stands before all routes, and puts the headers of every answer on every answer.

    A page whose name was made to point here (DNS rebinding) gives itself away by the name that its
    browser asks for. A page elsewhere gives itself away by ``Origin`` and ``Sec-Fetch-Site``, which a
    browser sends and a page cannot change: it could not read the answer, but set the server to work. A
    link that leads here is let through.

    Args:
        app: what stands behind it.
        names: what the server is called.
        addresses: whether it listens at all addresses of its machine, and answers to any address. No page
            gets here by one: what was made to point here is a name.
    """

    def __init__(self, app: ASGIApp, names: Collection[str], *, addresses: bool = False) -> None:
        self._app = app
        self._names = {name.lower() for name in names}
        self._addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def strict(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(str(scope["method"]), Headers(scope=scope))
        await (refused or self._app)(scope, receive, strict)

    def _refused(self, method: str, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        found = _NAME.fullmatch(host)
        if found is None or not self._is_called(found["name"].lower()):
            known = " or ".join([*sorted(self._names), *(["its address"] if self._addresses else [])])
            return PlainTextResponse(
                f"{host!r} is no name of this server: ask it as {known}, or name it with --name\n", 400
            )
        origin = headers.get("origin")
        foreign = origin is not None and origin.partition("://")[2].lower() != host.lower()
        if foreign or (headers.get("sec-fetch-site") in _FOREIGN and not _followed(method, headers)):
            return PlainTextResponse("pages of another origin get no answer here\n", 403)
        return None

    def _is_called(self, name: str) -> bool:
        return name in self._names or (self._addresses and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _followed(method: str, headers: Headers) -> bool:
    """Whether a person followed a link, and a whole window shows what comes."""
    return (
        method in _READING
        and headers.get("sec-fetch-mode") == "navigate"
        and headers.get("sec-fetch-dest", "document") == "document"
    )
