"""Files that are complete or not there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kg.errors import GraphError


def write_bytes(path: Path, chunks: Iterable[bytes], *, lasting: bool = True) -> None:
    """Write ``chunks`` to ``path`` at one stroke: whoever looks sees the old file or the whole new one.

    Args:
        path: where to.
        chunks: the content.
        lasting: whether to wait until the disk has it: needless for what is checked when it is read again.

    Raises:
        GraphError: the folder is missing or cannot be written; nothing is left behind.
    """
    path = Path(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise GraphError(f"{path}: cannot write here: {error.strerror or error}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise GraphError(f"{path}: cannot write: {error.strerror or error}") from error
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else what the process gives to new files."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
