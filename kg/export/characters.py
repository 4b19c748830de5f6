"""What XML and spreadsheets cannot hold."""

from __future__ import annotations

_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def clean(text: str) -> str:
    r"""``text`` without the control characters that make a file unreadable; line ends and tabs stay.

    >>> clean("ไทย\x00\x0b")
    'ไทย'
    """
    return text.translate(_CONTROL)
