"""A refusal that is heard: who still sends a body when the connection ends never sees the answer."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_REFUSED = 400
_MOST = 128_000_000  # bytes that are read for this, and not kept; whoever sends more hears the connection end


class Unread:
    """Reads what is left of a body before an answer that refuses it; how slow it may be is not for here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        read = Headers(scope=scope).get("expect") is not None  # who asks first does not send what is refused

        async def reading() -> Message:
            nonlocal read
            message = await receive()
            read = read or not message.get("more_body", False)
            return message

        async def sending(message: Message) -> None:
            length = 0
            if message["type"] == "http.response.start" and message["status"] >= _REFUSED:
                while not read and length <= _MOST:
                    length += len((await reading()).get("body", b""))
            await send(message)

        await self._app(scope, reading, sending)
