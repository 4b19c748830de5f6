"""Where the annotated documents and the corpora lie that the figures are made from: not in the repository."""

from __future__ import annotations

import os
import sys
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
