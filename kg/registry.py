"""Names for components, ours and a user's, through one door: entry points.

A package declares components under the groups ``kg.readers`` and ``kg.extractors``; a program may
also :func:`register` one for itself. Names carry a version (``rules.v1``). Nothing is imported before
a component is looked up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from kg.errors import ComponentError
from kg.expressions import expression
from kg.installed import Declared
from kg.installed import declared as installed

GROUPS: Final = ("readers", "extractors")
"""The kinds of component that Thut knows."""

READER: Final = "text.v1"
EXTRACTOR: Final = "rules.v1"
"""The components that are used where no others are named."""

_NAME: Final = expression(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.v[0-9]+")
_registered: dict[tuple[str, str], Callable[..., Any]] = {}


def names(group: str) -> tuple[str, ...]:
    """The names in ``group``, in order; none of them is loaded for it.

    >>> "rules.v1" in names("extractors")
    True

    Raises:
        ComponentError: there is no such group, or two packages declare one name.
    """
    return tuple(sorted({*_declared(group), *(name for kind, name in _registered if kind == group)}))


def component(group: str, name: str) -> Callable[..., Any]:
    """The component called ``name`` in ``group``, loaded now if it was not before.

    Raises:
        ComponentError: there is no such group or name, its package cannot be imported, or what the
            entry point names cannot be called.
    """
    if found := _registered.get((group, name)):
        return found
    declared = _declared(group)
    if name not in declared:
        raise ComponentError(
            f"{name!r} is not among the {group}: there are {', '.join(names(group)) or 'none'} "
            f"(a package adds one as an entry point of the group 'kg.{group}')"
        )
    try:
        loaded = declared[name].load()
    except (ImportError, AttributeError) as exc:
        raise ComponentError(
            f"{name!r} of the {group}, {declared[name].value!r}, cannot load: {exc}"
        ) from exc
    if not callable(loaded):
        raise ComponentError(f"{name!r} of the {group}, {declared[name].value!r}, is no callable: {loaded!r}")
    result: Callable[..., Any] = loaded
    return result


def is_declared(group: str, name: str) -> bool:
    """Whether ``name`` is an entry point of ``group``, so that other processes find it too.

    >>> is_declared("extractors", "rules.v1")
    True

    Raises:
        ComponentError: there is no such group, or two packages declare one name.
    """
    return name in _declared(group)


def register(group: str, name: str, made: Callable[..., Any]) -> None:
    """Give ``made`` the name ``name`` in ``group``, for this process.

    Raises:
        ComponentError: the group is unknown, the name is taken or has no version, or ``made``
            cannot be called.

    >>> from kg import extract
    >>> register("extractors", "my-rules.v1", lambda document: extract(document))
    >>> "my-rules.v1" in names("extractors")
    True
    """
    taken = names(group)
    if name in taken:
        raise ComponentError(f"{name!r} is taken among the {group}: choose another name or raise its version")
    if not _NAME.fullmatch(name):
        raise ComponentError(
            f"{name!r} is no name for a component: want lower-case words and a version, as in 'my-rules.v1'"
        )
    if not callable(made):
        raise ComponentError(f"a component is a callable, {name!r} was given {made!r}")
    _registered[group, name] = made


def _declared(group: str) -> dict[str, Declared]:
    if group not in GROUPS:
        raise ComponentError(f"there is no group {group!r} of components: there are {', '.join(GROUPS)}")
    found: dict[str, Declared] = {}
    for point in installed(f"kg.{group}"):
        if point.name in found and found[point.name].value != point.value:
            raise ComponentError(
                f"two packages declare {point.name!r} among the {group}: {found[point.name].value!r} and "
                f"{point.value!r}; uninstall one, or raise the version in one of the names"
            )
        found[point.name] = point
    return found
