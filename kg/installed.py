"""What is installed: the versions of packages, and the components that they declare.

``importlib.metadata`` tells the same. It is asked where packages may lie elsewhere than in folders of the
path; to import it, and to let it read every package once for each question, would take longer than to
add a document to a store.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache, lru_cache
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, NamedTuple

from kg.expressions import expression

_PREFIX = "kg."
_SUFFIXES = (".dist-info", ".egg-info")
_NAMED = expression(r"[\w.]+(?:\s*:\s*[\w.]+)?")


class Declared(NamedTuple):
    """A component that a package declares under a group: ``value`` is ``module:name``."""

    group: str
    name: str
    value: str
    package: str = ""

    def load(self) -> Any:  # noqa: ANN401 - whatever the package names
        """What the declaration names.

        Raises:
            ImportError: there is no such module.
            AttributeError: it has no such name.
        """
        module, _, path = self.value.partition(":")
        found: Any = import_module(module.strip())
        for name in filter(None, path.strip().split(".")):
            found = getattr(found, name)
        return found


def declared(group: str) -> list[Declared]:
    """The components under a group, in the order in which their packages are found.

    >>> [found.value for found in declared("kg.extractors") if found.name == "rules.v1"]
    ['kg.extract:extract']
    """
    places = _folders()
    if places is None:
        return _asked(group)
    return [found for found in _declared(places) if found.group == group]


def version(package: str) -> str:
    """The version of a package; empty where it is not installed.

    >>> version("no-such-package")
    ''
    """
    places = _folders()
    if places is not None:
        folder = _packages(places).get(_normal(package))
        if folder is None or (found := _about(folder)[1]):
            return found if folder else ""
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415 - costs more than all the rest
    from importlib.metadata import version as told  # noqa: PLC0415

    try:
        return told(package)
    except PackageNotFoundError:
        return ""


@cache
def thut_version() -> str:
    """The version of this software."""
    return version("thut") or "unknown"


def _asked(group: str) -> list[Declared]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs more than all the rest

    return [
        Declared(
            group, point.name, point.value, f"{point.dist.name} {point.dist.version}" if point.dist else ""
        )
        for point in entry_points(group=group)
    ]


def _folders() -> tuple[tuple[str, int], ...] | None:
    """The folders of the path, each with when it was changed; None where packages may lie elsewhere."""
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return None
    places = []
    for entry in sys.path:
        place = Path(entry)
        try:
            changed = place.stat().st_mtime_ns
        except OSError:
            continue
        if not place.is_dir() or place.suffix == ".egg":
            return None
        places.append((str(place.absolute()), changed))
    return tuple(places)


@lru_cache(maxsize=4)
def _packages(places: tuple[tuple[str, int], ...]) -> dict[str, str]:
    """Where packages tell of themselves, by name; of two of one name the first on the path counts."""
    found: dict[str, str] = {}
    for place, _ in places:
        try:
            listed = os.listdir(place)  # noqa: PTH208 - some thousand paths would take longer than their names
        except OSError:
            continue
        for name in sorted(name for name in listed if name.endswith(_SUFFIXES)):
            found.setdefault(_normal(name.rpartition(".")[0].partition("-")[0]), f"{place}/{name}")
    return found


@lru_cache(maxsize=4)
def _declared(places: tuple[tuple[str, int], ...]) -> list[Declared]:
    found = []
    for folder in _packages(places).values():
        try:
            text = Path(folder, "entry_points.txt").read_text(encoding="utf-8")
        except OSError:
            continue
        if f"[{_PREFIX}" in text:
            package = " ".join(_about(folder))
            found += [Declared(group, name, value, package) for group, name, value in _points(text)]
    return found


def _points(text: str) -> list[tuple[str, str, str]]:
    """The group, name and value of each line of a file of entry points that is ours."""
    found, group = [], ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[]")
        elif group.startswith(_PREFIX):
            name, value = (part.strip() for part in line.partition("[")[0].partition("=")[::2])
            if name and _NAMED.fullmatch(value):
                found.append((group, name, value))
    return found


def _about(folder: str) -> tuple[str, str]:
    """The name and the version of a package; empty where it does not tell them."""
    told = {"Name": "", "Version": ""}
    for name in ("METADATA", "PKG-INFO"):
        try:
            head = Path(folder, name).read_text(encoding="utf-8", errors="replace").partition("\n\n")[0]
        except OSError:
            continue
        for line in head.splitlines():
            key, _, value = line.partition(":")
            if key in told and not told[key]:
                told[key] = value.strip()
    return told["Name"], told["Version"]


def _normal(name: str) -> str:
    return re.sub("[-_.]+", "_", name).lower()
