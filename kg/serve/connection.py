"""One connection, kept as long as whoever is at its other end goes on: who dawdles is let go."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server waits for a client.

    ``head``: seconds for a whole head, from the connection or its first byte on. ``body``: seconds for a
    body, and one more for every ``rate`` bytes of it. ``linger``: seconds for the rest of a body that was
    refused. ``unread``: in so many seconds, ``rate`` bytes each of an answer must have been taken.
    """

    head: float = 10.0
    body: float = 20.0
    rate: int = 10_000
    linger: float = 5.0
    unread: float = 20.0


class PatientProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, which by itself waits without end for a request that has begun."""

    patience = Patience()

    _due: asyncio.TimerHandle | None = None
    _awaited = ""
    _since = 0.0
    _received = 0
    _writing: asyncio.TimerHandle | None = None
    _unsent = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a head."""
        super().connection_made(transport)
        self._await("head", 0)

    def data_received(self, data: bytes) -> None:
        """Take what came, and see what is still to come."""
        super().data_received(data)
        state = self.conn.their_state
        if state is h11.IDLE:
            self._await("head", 0)
        elif state is h11.SEND_BODY:
            self._await("rest" if self.cycle.response_complete else "body", len(data))
        else:
            self._await("", 0)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._await("", 0)
        self._stop_writing()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Begin to see whether the answer is taken."""
        super().pause_writing()
        self._stop_writing()
        self._unsent = self.transport.get_write_buffer_size()
        self._writing = self.loop.call_later(self.patience.unread, self._taken)

    def resume_writing(self) -> None:
        """The answer was taken."""
        super().resume_writing()
        self._stop_writing()

    def _await(self, what: str, received: int) -> None:
        if what != self._awaited:
            self._awaited, self._since, self._received = what, self.loop.time(), 0
        elif what != "body":
            return
        self._received += received
        if self._due is not None:
            self._due.cancel()
            self._due = None
        if what:
            patience = self.patience
            long = {"head": patience.head, "rest": patience.linger}.get(
                what, patience.body + self._received / patience.rate
            )
            self._due = self.loop.call_at(self._since + long, self.transport.close)

    def _taken(self) -> None:
        unsent = self.transport.get_write_buffer_size()
        if self._unsent - unsent < self.patience.unread * self.patience.rate:
            self.transport.abort()
            return
        self._unsent = unsent
        self._writing = self.loop.call_later(self.patience.unread, self._taken)

    def _stop_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
