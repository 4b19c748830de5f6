"""How much memory a process may take."""

from __future__ import annotations

from pathlib import Path


def hold_to(memory: int) -> None:
    """Take no more than ``memory`` bytes beyond those taken now, where the system tells and holds to it.

    Args:
        memory: bytes; 0 for no limit.
    """
    sizes = Path("/proc/self/statm")
    if not memory or not sizes.exists():
        return
    import resource  # noqa: PLC0415 - no such module on Windows, which has no /proc either

    taken = int(sizes.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = taken + memory
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
