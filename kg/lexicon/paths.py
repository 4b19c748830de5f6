"""Where the ontology, the lexicon and the tables lie: in the wheel, or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import LexiconError


@cache
def ontology_path() -> Path:
    """The folder that holds ``thut.ttl``, ``shapes.ttl``, ``lexicon/`` and ``tables/``.

    The wheel ships it as ``kg/ontology``; a checkout has it beside ``kg/``.

    Raises:
        LexiconError: neither is there, so the installation is broken.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / "lexicon").is_dir():
            return folder
    raise LexiconError(f"no ontology folder in {package} or beside it: install thut again")
