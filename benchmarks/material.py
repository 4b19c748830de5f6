"""What the benchmarks measure with: the corpora beside the checkout, else the samples that ship.

``THUT_SHARED`` names the folder of the corpora, as it does for the figures of accuracy.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("THUT_SHARED", ROOT.parent / "shared"))
SAMPLES = ROOT / "kg" / "samples"


def _corpus(name: str) -> Path:
    corpus = SHARED / "corpus" / name
    return corpus if corpus.exists() else SAMPLES


DIPLOMATIC = _corpus("diplomatic")
GENERAL = _corpus("general-6000.tar.xz")


def told(source: Path) -> str:
    """What is measured, in words: figures of the samples are not those of a corpus."""
    if source == SAMPLES:
        return "the samples that ship (THUT_SHARED names no folder of corpora)"
    if not source.is_dir():
        return source.name
    return f"{sum(1 for _ in source.glob('*.txt'))} documents of {source.resolve().name}"
