"""Files that documents may be in: which of them are archives, and how any is opened.

What unpacks an archive loads with the first one: most sources are none.
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from typing import IO, Final

ARCHIVES: Final = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2")
"""The suffixes of archives that Thut opens, in lower case."""


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What an archive may hold before it is taken for a trap.

    Attributes:
        total_bytes: of all members together, unpacked.
        members: how many there may be.
        ratio: unpacked to packed size, looked at from 1 MB on.
    """

    total_bytes: int = 2 * 1024**3
    members: int = 500_000
    ratio: int = 200


def is_archive(path: str) -> bool:
    """Whether the name of ``path`` is that of an archive that Thut opens."""
    return path.lower().endswith(ARCHIVES)


def open_regular(path: str) -> IO[bytes]:
    """The file at ``path``, to be read; what became a pipe or a device since it was found is not waited for.

    Raises:
        OSError: there is no such file, or it is not a regular one.
    """
    # A path has no opener; the caller closes the file.
    file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is not a regular file")
    return file


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
