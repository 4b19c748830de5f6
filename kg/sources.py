"""What a call names as its sources: files, folders, archives, and the samples that ship with Thut."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from kg.errors import UsageError

AnyPath = str | os.PathLike[str]

Progress = Callable[[int, str], None]
"""Called with how many sources came before, and the name of the one that comes next or was just read."""

SAMPLES: Final = Path(__file__).parent / "samples"
"""The folder of the sample documents that ship with Thut."""


def named_sources(sources: AnyPath | Iterable[AnyPath], samples: bool = False) -> list[str]:
    """The places of one source or of several, and that of the samples where they are asked for.

    >>> named_sources("reports"), named_sources(["a.txt", "-"])
    (['reports'], ['a.txt', '-'])

    Raises:
        UsageError: there are none.
    """
    named = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
    places = [*(os.fspath(path) for path in named), *([str(SAMPLES)] if samples else [])]
    if not places:
        raise UsageError("no sources: name files or folders of documents, or ask for the samples")
    return places
