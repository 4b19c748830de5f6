"""What is made of files, kept for the next start as Python keeps its compiled modules.

It lies where those lie (``__pycache__``, or what ``PYTHONPYCACHEPREFIX`` names), is written where those are
written, and is taken only if all that it was made of is the same to the byte: whoever adds a line to a
file has it read at the next start.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_SIZE = hashlib.sha256().digest_size


def kept(name: str, files: Iterable[Path], by: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
    """What ``make`` gives, from where it was kept if it was made of the same files.

    Args:
        name: what to keep it under, in lower-case letters.
        files: all that it depends on: data and code.
        by: the version of what else it is made with.
        make: gives tuples, lists, dictionaries, texts and numbers, nothing else.

    Raises:
        OSError: one of the files cannot be read.
    """
    told = hashlib.sha256(by.encode())
    for file in files:
        data = file.read_bytes()
        told.update(f"{file.name}\0{len(data)}\0".encode())
        told.update(data)
    place = _place(name)
    if place is not None and (found := _read(place, told.digest())) is not None:
        return found[0]
    made = make()
    if place is not None and not sys.dont_write_bytecode:
        _write(place, told.digest(), marshal.dumps(made))
    return made


def _place(name: str) -> Path | None:
    """Where it is kept; the version of Python is part of the name, as its modules have it."""
    try:
        module = Path(cache_from_source(str(Path(__file__).with_name(f"{name}.py"))))
    except NotImplementedError:  # a Python that keeps no modules
        return None
    return module.with_suffix(".kept")


def _read(place: Path, digest: bytes) -> tuple[Any] | None:
    try:
        data = place.read_bytes()
    except OSError:
        return None
    content = data[2 * _SIZE :]
    if data[: 2 * _SIZE] != digest + hashlib.sha256(content).digest():
        return None
    return (marshal.loads(content),)  # noqa: S302 - written by us, as the modules that we run


def _write(place: Path, digest: bytes, content: bytes) -> None:
    """Put it there whole or not at all; where nothing can be written it is made anew each time."""
    part = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(digest + hashlib.sha256(content).digest() + content)
        part.replace(place)
    except OSError:
        with suppress(OSError):
            part.unlink()
