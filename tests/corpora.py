"""Where the annotated documents and the corpora lie that the figures are made from: not in the repository."""

from __future__ import annotations

import os
import sys
import tarfile
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

SHARED = Path(os.environ.get("THUT_SHARED", Path(__file__).parent.parent.parent / "shared"))


def needed() -> Path:
    """The folder with ``gold``, ``eval`` and ``corpus``; without it the program ends and says what to do."""
    if not (SHARED / "corpus" / "diplomatic").is_dir():
        sys.exit(
            f"no annotated documents and corpora at {SHARED}: they are no part of this repository. "
            "Set THUT_SHARED to the folder that holds gold/dev, eval/score.py and corpus/diplomatic"
        )
    return SHARED


def texts(shared: Path, documents: AbstractSet[str]) -> Iterator[tuple[str, bytes]]:
    """Of documents by name those that the corpora have, each with its bytes."""
    corpus = shared / "corpus"
    for path in sorted((corpus / "diplomatic").glob("*.txt")):
        if path.stem in documents:
            yield path.stem, path.read_bytes()
    with tarfile.open(corpus / "general-6000.tar.xz") as archive:
        for member in archive:
            if (name := Path(member.name).stem) in documents and (file := archive.extractfile(member)):
                yield name, file.read()
