"""What whoever makes or serves a page may say of it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import UsageError

_LANGUAGES = ("th", "en")


@dataclass(frozen=True, slots=True)
class Settings:
    """``limit`` entities to open with at most, ``title`` of the page, ``language`` that comes first.

    ``served``: whether the server of the page has pages of documents and of queries to link to.

    Raises:
        UsageError: ``limit`` or ``language`` is not supported by the page.
    """

    limit: int = 100
    title: str = ""
    language: str = "th"
    served: bool = False

    def __post_init__(self) -> None:
        if self.limit < 1:
            raise UsageError(f"limit is {self.limit}: the page needs at least 1 entity to open with")
        if self.language not in _LANGUAGES:
            raise UsageError(f"language is {self.language!r}: the page speaks th and en")
