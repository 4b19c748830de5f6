"""Answers that say why there is no other."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import FormatError, KgError, ServeError
from kg.serve.asking import BusyError, TooLongError
from kg.serve.headers import HEADERS

_NOT_FOUND = 404


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """A question that is not answered: the status of HTTP, what is wrong, headers besides."""

    def __init__(
        self, status: int, message: str, headers: Mapping[str, str] | None = None, thai: str = ""
    ) -> None:
        super().__init__(message)
        self.thai = thai
        self.status = status
        self.headers = dict(headers or {})


def refusal(request: Request, error: Exception) -> Response:
    """The answer to a refused question; in Thai where a page of that language asks and there is such."""
    status, headers = _status(error)
    in_thai = b"lang=th" in request.scope["query_string"].split(b"&")
    thai = getattr(error, "thai", "") if in_thai else ""
    return PlainTextResponse(f"{thai or error}\n", status, headers=headers)


def _status(error: Exception) -> tuple[int, dict[str, str]]:
    if isinstance(error, Refused):
        return error.status, error.headers
    if isinstance(error, TooLongError):
        return 503, {}
    if isinstance(error, BusyError):
        return 503, {"Retry-After": "5"}
    if isinstance(error, FormatError):
        return 406, {}
    return (500 if isinstance(error, ServeError) else 400), {}


def nothing(request: Request, error: Exception) -> Response:  # noqa: ARG001 - starlette's signature
    """The answer where an address is of nothing here, or takes no such request."""
    assert isinstance(error, HTTPException)  # noqa: S101 - starlette's handlers take any error
    said = error.detail
    if error.status_code == _NOT_FOUND:
        said = "nothing is at this address; see /, /query, /sparql, /store?graph=IRI and /document?id=IRI"
    return PlainTextResponse(f"{said}\n", error.status_code, headers=error.headers)


def fault(request: Request, error: Exception) -> Response:  # noqa: ARG001 - starlette's signature
    """The answer where the server is at fault; the error itself goes to its log."""
    return PlainTextResponse("the server failed at this request; its log tells where\n", 500, headers=HEADERS)


REFUSALS = {Refused: refusal, KgError: refusal, HTTPException: nothing, Exception: fault}
"""What the application answers to errors: those that are raised on purpose, and all others."""
