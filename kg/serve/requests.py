"""What a request asks: its parameters, its body, and whether whoever asked is still there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from kg.errors import KgError
from kg.serve.refusals import Refused

T = TypeVar("T")
Fields = list[tuple[str, str]]

FORM = "application/x-www-form-urlencoded"
_FIELDS = 10_000


def media_type(request: Request) -> str:
    """The media type of the body, without parameters; empty where the request does not tell."""
    return request.headers.get("content-type", "").split(";")[0].strip().lower()


def in_utf8(request: Request) -> None:
    """Refuse a body in another encoding.

    Raises:
        Refused: the header names one (415).
    """
    for parameter in request.headers.get("content-type", "").split(";")[1:]:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset" and value.strip().strip('"').lower() not in {"utf-8", "utf8"}:
            raise Refused(415, f"the body says {parameter.strip()}: SPARQL and its graphs come in UTF-8")


async def body(request: Request, limit: int) -> bytes:
    """The body, of at most ``limit`` bytes.

    Raises:
        Refused: it is longer (413).
    """
    too_long = Refused(413, f"the body is longer than {limit} bytes")
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said) > limit:
        raise too_long
    parts, length = [], 0
    try:
        async for chunk in request.stream():
            length += len(chunk)
            if length > limit:
                raise too_long
            parts.append(chunk)
    except ClientDisconnect:
        raise Refused(499, "whoever asked went away") from None
    return b"".join(parts)


def in_json(data: str | bytes, what: str) -> dict[str, Any]:
    """An object of JSON.

    >>> in_json('{"text": "ลาว"}', "the question")
    {'text': 'ลาว'}

    Raises:
        Refused: it is no JSON, nested without end, or not an object (400).
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused(400, f"{what} is no JSON that can be read") from error
    if not isinstance(found, dict):
        raise Refused(400, f"{what} must be an object")
    return found


def text(data: bytes) -> str:
    """Bytes as UTF-8.

    Raises:
        Refused: they are not (400).
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the body is not UTF-8 at byte {error.start}") from error


def fields(encoded: str) -> Fields:
    """The fields of a form, or of the part of an address after ``?``, in their order.

    >>> fields("a=1&b=%E0%B8%81&a=+")
    [('a', '1'), ('b', 'ก'), ('a', ' ')]

    Raises:
        Refused: they are too many or not UTF-8 (400).
    """
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError as error:
        raise Refused(400, f"the parameters cannot be read: {error}") from error


def query_fields(request: Request) -> Fields:
    """The fields of the address."""
    return fields(text(request.scope["query_string"]))


def values(given: Fields, name: str) -> list[str] | None:
    """All values of a field; None where it does not come up."""
    return [value for key, value in given if key == name] or None


async def unless_gone(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """What ``work`` gives; it is ended when whoever asked goes away. The body must have been read."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise Refused(499, "whoever asked went away")
    finally:
        leaving.cancel()
        if not working.done():
            working.cancel()
            with suppress(asyncio.CancelledError, KgError):
                await working


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
