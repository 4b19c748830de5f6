"""How often Python looks for objects that hold one another and that nobody else holds."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

SELDOM: Final = 200_000
"""New objects after which it looks: reading makes much that stays for a while, and hardly any circle."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look seldom within the block; what the program has set otherwise, or switched off, stays.

    >>> with seldom_collected():
    ...     gc.get_threshold()[0] >= SELDOM or not gc.isenabled()
    True
    """
    before = gc.get_threshold()
    if not 0 < before[0] < SELDOM:
        yield
        return
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
