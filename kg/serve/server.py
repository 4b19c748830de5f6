"""The socket and the loop of the server."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette

from kg.errors import ServeError
from kg.serve.connection import PatientProtocol

_GRACE = 3  # seconds that whoever still waits for an answer may keep the server from ending


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens at ``host`` and ``port``.

    Raises:
        ServeError: somebody listens there, or the address is not of this machine.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except OSError as error:
        raise ServeError(
            f"cannot listen at {host}:{port}: {error.strerror}; another port is named with --port"
        ) from error
    return listening


def configuration(app: Starlette, protocol: type[PatientProtocol] = PatientProtocol) -> uvicorn.Config:
    """How the application is served; ``protocol`` says how long a client is waited for."""
    return uvicorn.Config(
        app, log_level="warning", access_log=False, lifespan="on", timeout_graceful_shutdown=_GRACE,
        server_header=False, http=protocol, ws="none",
    )  # fmt: skip


def run(app: Starlette, listening: socket.socket, started: Callable[[], None]) -> None:
    """Answer until interrupted."""

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started()

    server = Server(configuration(app))
    # Ctrl+C is how a server ends; uvicorn raises it again once it has finished.
    with suppress(KeyboardInterrupt):
        server.run([listening])
