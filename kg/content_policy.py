"""What a content security policy calls the scripts and styles that stand in a page."""

from __future__ import annotations

import base64
import hashlib


def source_of(text: str) -> str:
    """The source expression that allows an element with this text, and no other.

    >>> source_of("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
